#!/usr/bin/env python3
"""Accounts for all that is linked into the program, from the map that the linker wrote.

    account.py MAP TREE PACKAGE VERSION DATE SWIFT

Writes the licence notices (copyright) and the bill of materials (SPDX 2.3 as JSON) into
TREE/share/doc/PACKAGE, and prints the Debian sources in the form of the field Built-Using. DATE is a day
such as 2026-11-23, SWIFT the version of the toolchain. What it does not know fails it: nothing is
handed out whose licence nobody has looked at.
"""

import collections
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

root = pathlib.Path(__file__).resolve().parent.parent
swift_licence = "Apache-2.0 WITH Swift-exception"
unlicensed = "No licence has been stated for Veiviser itself."

# The parts of the Swift toolchain, by the beginning of the file's name; the first that fits counts.
toolchain = [
    ("lib_FoundationICU", "swift-foundation-icu", "Unicode-3.0"),
    ("lib_Foundation", "swift-foundation", swift_licence),
    ("libFoundation", "swift-foundation", swift_licence),
    ("libCoreFoundation", "swift-foundation", swift_licence),
    ("libdispatch", "swift-corelibs-libdispatch", swift_licence),
    ("libBlocksRuntime", "swift-corelibs-libdispatch", swift_licence),
    ("libswift", "swift-runtime", swift_licence),
    ("swiftrt", "swift-runtime", swift_licence),
    ("libclang_rt", "compiler-rt", "Apache-2.0 WITH LLVM-exception"),
    ("clang_rt", "compiler-rt", "Apache-2.0 WITH LLVM-exception"),
]
# Of Swift packages and of Debian's sources.
licences = {
    "grdb.swift": "MIT",
    "swift-argument-parser": swift_licence,
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "glibc": "LGPL-2.1-or-later",
    "ncurses": "X11-distribute-modifications-variant",
    "sqlite3": "blessing",
    "zlib": "Zlib",
}


class Component:
    """Something that others have made and that is a part of the program."""

    def __init__(self, name, version, licence, purl, source, notice):
        self.name, self.version, self.licence = name, version, licence
        self.purl, self.source = purl, source
        # The file that holds what must be told of it.
        self.notice = notice
        self.bytes = 0
        self.files = set()


def linked(map_file):
    """How many bytes of the program are from each file that was linked."""
    sizes = collections.Counter()
    # Address twice, size, alignment, and eight blanks before what comes from a file.
    line_form = re.compile(r"\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+ {9}(\S.*?):\(")
    with open(map_file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if found := line_form.match(line):
                sizes[re.sub(r"\([^()]*\)$", "", found[2])] += int(found[1], 16)
    sizes.pop("<internal>", None)
    if not sizes:
        sys.exit(f"{map_file} tells of nothing that is linked in; is it written by lld?")
    return sizes


def packages(checkouts):
    """The Swift packages the program is built with, by the name of each of their modules."""
    pins = json.loads((root / "Package.resolved").read_text())["pins"]
    found = {}
    for pin in pins:
        checkout = checkouts / pin["location"].rstrip("/").split("/")[-1].removesuffix(".git")
        notice = next(checkout.glob("LICENSE*"))
        version = pin["state"]["version"]
        place = pin["location"].split("://")[-1].removesuffix(".git")
        component = Component(
            pin["identity"], version, licences[pin["identity"]], f"pkg:swift/{place}@{version}",
            pin["location"], notice,
        )
        for folder in (checkout, checkout / "Sources"):
            for module in folder.iterdir() if folder.is_dir() else ():
                found[module.name] = component
    return found


def debian(path):
    """The Debian package a file belongs to, the source it is built from, and its version."""
    for name in (path, re.sub(r"^/usr", "", path), str(pathlib.Path(path).resolve())):
        answer = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if answer.returncode == 0:
            package = answer.stdout.split(": ")[0].split(",")[0]
            form = "${source:Package}\t${source:Version}"
            answer = subprocess.run(
                ["dpkg-query", "-W", "-f", form, package], capture_output=True, text=True, check=True
            )
            return [package.split(":")[0], *answer.stdout.split("\t")]
    sys.exit(f"{path} is linked into the program, and no Debian package has it.")


def components(map_file, swift):
    """Everything of others' that is in the program."""
    by_module, found = packages(pathlib.Path(map_file).parent / "checkouts"), {}
    for path, size in sorted(linked(map_file).items()):
        name = path.split("/")[-1]
        if (module := re.search(r"/([^/]+)\.build/", path)) and path.startswith(str(root)):
            if module[1] not in by_module:
                if not (root / "Sources" / module[1]).is_dir():
                    sys.exit(f"{path} is linked into the program, and is of no known package.")
                continue
            component = by_module[module[1]]
            name = module[1]
        elif "/swift_static/" in path or "/clang/" in path:
            part = next((part for part in toolchain if name.startswith(part[0])), None)
            if part is None:
                sys.exit(f"{name} of the Swift toolchain is linked into the program, and its licence is not known.")
            library = pathlib.Path(path)
            usr = next(folder for folder in library.parents if folder.name == "usr")
            notice = usr / "share/swift/LICENSE.txt"
            if part[1] == "swift-foundation-icu":
                notice = root / "packaging/licences/ICU"
            component = found.get(part[1]) or Component(
                part[1], swift, part[2], f"pkg:swift/github.com/swiftlang/{part[1]}@{swift}",
                "NOASSERTION", notice,
            )
        elif name.endswith(".swiftmodule.o") or not path.startswith("/"):
            continue
        else:
            package, source, version = debian(path)
            if source not in licences:
                sys.exit(f"{source} of Debian is linked into the program, and its licence is not known.")
            component = found.get(source) or Component(
                source, version, licences[source],
                f"pkg:deb/debian/{source}@{urllib.parse.quote(version, safe=':~')}?arch=source",
                "NOASSERTION", pathlib.Path("/usr/share/doc") / package / "copyright",
            )
        component.bytes += size
        component.files.add(name)
        found[component.name] = component
    return [found[name] for name in sorted(found)]


def notices(parts):
    """The notices as one text."""
    text = [
        "Veiviser is one program file. Into it are linked, beside its own parts, those of others that are",
        f"listed here, each with its licence below. {unlicensed}",
        "",
        *(f"  {part.name} {part.version}: {part.licence}" for part in parts),
        "",
        "Whoever wants to put another version of one of them in its place, as the LGPL lets them for the",
        "C library, links the program again with scripts/run of its source.",
    ]
    by_notice = collections.defaultdict(list)
    for part in parts:
        by_notice[part.notice.read_text(encoding="utf-8", errors="replace")].append(part.name)
    for notice, names in by_notice.items():
        text += ["", "", "=" * 78, ", ".join(names), "=" * 78, "", notice.strip("\n")]
    return "\n".join(text) + "\n"


def bill(parts, program, name, version, date):
    """The bill of materials."""
    digest = hashlib.sha256(program.read_bytes()).hexdigest()

    def package(name, version, licence, **more):
        return {
            "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
            "name": name,
            "versionInfo": version,
            "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False,
            "licenseConcluded": licence,
            "licenseDeclared": licence,
            "copyrightText": "NOASSERTION",
            **more,
        }

    own = package(
        name, version, "NOASSERTION", primaryPackagePurpose="APPLICATION", comment=unlicensed,
        checksums=[{"algorithm": "SHA256", "checksumValue": digest}],
    )
    others = [
        package(
            part.name, part.version, part.licence, downloadLocation=part.source,
            comment=f"{part.bytes} bytes of the program, from {', '.join(sorted(part.files))}",
            externalRefs=[{
                "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": part.purl,
            }],
        )
        for part in parts
    ]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", own["SPDXID"])]
    relations += [(own["SPDXID"], "STATIC_LINK", other["SPDXID"]) for other in others]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{name}-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{version}-{digest}",
        "creationInfo": {"created": f"{date}T00:00:00Z", "creators": ["Tool: veiviser-scripts-package"]},
        "packages": [own, *others],
        "relationships": [
            {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
            for one, kind, other in relations
        ],
    }


def main(map_file, tree, name, version, date, swift):
    parts = components(map_file, swift)
    folder = pathlib.Path(tree) / "share/doc" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "copyright").write_text(notices(parts), encoding="utf-8")
    program = pathlib.Path(tree) / "bin/veiviser"
    text = json.dumps(bill(parts, program, name, version, date), indent=2, ensure_ascii=False)
    (folder / f"{name}.spdx.json").write_text(text + "\n", encoding="utf-8")
    print(", ".join(f"{part.name} (= {part.version})" for part in parts if part.purl.startswith("pkg:deb/")))


main(*sys.argv[1:])
