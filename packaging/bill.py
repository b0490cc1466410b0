#!/usr/bin/env python3
"""Holds a bill of materials against SPDX 2.3 and against its program, and prints what is in it.

    bill.py BILL PROGRAM

The rules are those of the specification (https://spdx.github.io/spdx-spec/v2.3/, chapters 6, 7 and 11) and of its
JSON schema, for what account.py writes; any other field is a fault. What is wrong is told, and fails it.
"""

import hashlib
import json
import pathlib
import re
import sys

line = r"\S.*"
identifier = r"SPDXRef-[A-Za-z0-9.-]+"
licence = r"NOASSERTION|[A-Za-z0-9.-]+( WITH [A-Za-z0-9.-]+)?"
# A pattern stands for a text, a list for one thing or more of a kind, anything else for itself. A field whose name
# ends in a question mark may be missing.
form = {
    "spdxVersion": r"SPDX-2\.3",
    "dataLicense": r"CC0-1\.0",
    "SPDXID": "SPDXRef-DOCUMENT",
    "name": line,
    "documentNamespace": r"https://[^\s#]+",
    "creationInfo": {
        "created": r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\dZ",
        "creators": [r"(Person|Organization|Tool): \S.*"],
    },
    "packages": [{
        "SPDXID": identifier,
        "name": line,
        "versionInfo": line,
        "downloadLocation": r"NOASSERTION|https://[^\s#]+",
        # No file is listed, so there is none that could be analysed.
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": line,
        "comment?": line,
        "primaryPackagePurpose?": "APPLICATION",
        "checksums?": [{"algorithm": "SHA256", "checksumValue": "[0-9a-f]{64}"}],
        "externalRefs?": [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": r"pkg:(swift|deb)(/[\w.%~-]+)+@[\w.%~:-]+(\?arch=source)?",
        }],
    }],
    "relationships": [{
        "spdxElementId": identifier,
        "relationshipType": "DESCRIBES|STATIC_LINK",
        "relatedSpdxElement": identifier,
    }],
}


def faults(place, found, form):
    """What is not of its form."""
    if isinstance(form, str):
        fits = isinstance(found, str) and re.fullmatch(form, found)
        return [] if fits else [f"{place} is {found!r}"]
    if isinstance(form, list):
        if not isinstance(found, list) or not found:
            return [f"{place} is no list, or empty"]
        return [fault for number, one in enumerate(found, 1) for fault in faults(f"{place} {number}", one, form[0])]
    if isinstance(form, dict):
        if not isinstance(found, dict):
            return [f"{place} is no object"]
        names = {name.removesuffix("?") for name in form}
        told = [f"{place} has {name!r}" for name in found if name not in names]
        for name, inner in form.items():
            if name.removesuffix("?") in found:
                told += faults(f"{place}, {name.removesuffix('?')}", found[name.removesuffix("?")], inner)
            elif not name.endswith("?"):
                told.append(f"{place} has no {name}")
        return told
    return [] if found is form else [f"{place} is {found!r}"]


def loose(document, program):
    """What does not hang together: a document describes one program, by its sum, which links all the rest."""
    packages = {package["SPDXID"]: package for package in document["packages"]}
    links = [tuple(link[name] for name in form["relationships"][0]) for link in document["relationships"]]
    told = [f"{end} of {' '.join(link)} is not there" for link in links for end in (link[0], link[2])
            if end not in packages and end != document["SPDXID"]]
    if len(packages) < len(document["packages"]) or document["SPDXID"] in packages:
        told.append("an SPDXID stands twice")
    described = [end for start, kind, end in links if start == document["SPDXID"] and kind == "DESCRIBES"]
    linked = [end for start, kind, end in links if [start] == described and kind == "STATIC_LINK"]
    if sorted(described + linked) != sorted(packages) or len(described) != 1:
        told.append("the relationships are not one that is described and all the rest that it links, each once")
    sums = [one["checksumValue"] for name in described for one in packages.get(name, {}).get("checksums", [])]
    if sums != [hashlib.sha256(program.read_bytes()).hexdigest()]:
        told.append(f"what is described has not the sum of {program}")
    return told


def main(bill, program):
    document = json.loads(pathlib.Path(bill).read_text(encoding="utf-8"))
    if told := faults("the document", document, form) or loose(document, pathlib.Path(program)):
        sys.exit(f"{bill} is no bill of materials of {program} after SPDX 2.3:\n  " + "\n  ".join(told))
    for package in document["packages"]:
        whole = [package["licenseDeclared"], *package.get("comment", "").split(", from")[:1]]
        print(f"  {package['name']} {package['versionInfo']}:", ", ".join(filter(None, whole)))


main(*sys.argv[1:])
