"""Builds the tests with many changes in the sources and tells which changes they see: scripts/mutate."""

import concurrent.futures
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from sites import PRELUDE, chosen, sites, switched

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = ROOT / ".build-mutants"
TREE = SCRATCH / "tree"
EQUAL = Path(__file__).with_name("equal.txt")
# All that is pure: the model, and what is shown of it.
TARGETS = ("SafeText", "Drawing", "Model", "Wording", "Screens")
BUILD = ["swift", "build", "-c", "release", "-Xswiftc", "-enable-testing", "--disable-local-rpath",
         "--package-path", TREE, "--scratch-path", SCRATCH / "build"]
# A suite that takes longer than this by itself, in seconds, is not asked.
LONGEST = 90


def output(command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout.strip()


def put(path, content):
    """Writes a file, unless it is like that already and need not be built again."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def copy_tree():
    """Copies what the project consists of, and gives the sites of each source to be changed."""
    found = {}
    shutil.rmtree(TREE, ignore_errors=True)
    for name in output(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT).splitlines():
        if name.startswith(tuple(f"Sources/{target}/" for target in TARGETS)) and name.endswith(".swift"):
            found[name] = sites(name, (ROOT / name).read_text())
        elif (ROOT / name).is_file():
            put(TREE / name, (ROOT / name).read_bytes())
    return found


def build(picked, names):
    """Builds with all sites that compile, and gives these."""
    while True:
        for name in names:
            text = switched((ROOT / name).read_text(), [site for site in picked if site.path == name])
            put(TREE / name, text.encode())
        for target in {name.split("/")[1] for name in names}:
            own = [site.declaration for site in picked if site.path.startswith(f"Sources/{target}/")]
            put(TREE / "Sources" / target / "Mutants.swift", "\n".join([PRELUDE, *own, ""]).encode())
        done = subprocess.run([*BUILD, "--build-tests"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode == 0:
            return picked
        wrong = set()
        for path, line in set(re.findall(rf"{re.escape(str(TREE))}/(\S+?\.swift):(\d+):\d+: error:", done.stdout)):
            # An error can show itself some lines from its cause.
            far = {site.number: abs(site.line - int(line)) for site in picked if site.path == path}
            reach = next((reach for reach in (0, 3, 40, 9999) if any(off <= reach for off in far.values())), 0)
            wrong |= {number for number, off in far.items() if off <= reach}
        if not wrong:
            sys.exit(done.stdout[-3000:])
        picked = [site for site in picked if site.number not in wrong]
        print(f"{len(wrong)} changes do not compile; {len(picked)} are left ...", file=sys.stderr)


def run(binary, suites, limit, **variables):
    """Runs suites until the first failure: what failed, or `None`. The limit is in seconds of processor time, so that
    a busy machine is not taken for a failure; something that waits for ever is stopped after ten times as long."""
    pattern = "^(" + "|".join(re.escape(suite) for suite in suites) + ")/"
    with tempfile.TemporaryDirectory(dir=SCRATCH, ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [binary, "--testing-library", "swift-testing", "--filter", pattern], text=True, errors="replace",
            env={**os.environ, "TMPDIR": folder, **variables}, cwd=TREE, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (round(limit), round(limit) + 5)))
        timer = threading.Timer(10 * limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        failed = next((line.strip()[:200] for line in process.stdout if " recorded an issue" in line), None)
        if failed:
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        code = process.wait()
        timer.cancel()
        return failed or (f"ended with {code}" if code else None)


def survey(binary):
    """How long each suite takes, which sites it reaches, and what fails by itself."""
    listed = output([binary, "--testing-library", "swift-testing", "--list-tests"], cwd=TREE)
    times, reached, left_out = {}, {}, []
    for suite in sorted(set(re.findall(r"(?m)^((?:Model|Screens)Tests\.\w+)/", listed))):
        (SCRATCH / "reached").write_bytes(bytes(4096))
        start = time.monotonic()
        if failed := run(binary, [suite], LONGEST, MUTANTS_REACHED=str(SCRATCH / "reached")):
            left_out.append(f"{suite} ({failed[:80]})")
        else:
            times[suite] = time.monotonic() - start
            reached[suite] = {number for number, byte in enumerate((SCRATCH / "reached").read_bytes()) if byte}
    return times, reached, left_out


def judge(binary, site, times, reached):
    """What sees a change: a failure, `None`, or that no test comes there. Asks the fast suites first."""
    suites = [suite for suite in times if site.number in reached[suite]]
    for low, high in ((0, 0.5), (0.5, 3), (3, LONGEST)):
        batch = [suite for suite in suites if low <= times[suite] < high]
        limit = 20 + 10 * sum(times[suite] for suite in batch)
        if batch and (failed := run(binary, batch, limit, MUTANT=str(site.number))):
            return failed
    return None if suites else "not reached"


def report(head, results, left_out):
    """Prints the score and what no test saw."""
    equal = {tuple(line.split("\t")[:3]) for line in EQUAL.read_text().splitlines() if not line.startswith("#")}
    tried, seen, same, unseen = Counter(), Counter(), 0, []
    for site, verdict in results:
        tried[site.kind] += 1
        if verdict not in (None, "not reached"):
            seen[site.kind] += 1
        elif (site.path, site.change, site.code) in equal:
            same += 1
        else:
            unseen.append((site, " (no test comes here)" if verdict else ""))
    score = 100 * seen.total() / max(1, len(results) - same)
    print(f"{head} Seen by a test: {seen.total()} of {len(results)}. Equal to the original: {same}."
          f" Not seen: {len(unseen)}. Score: {score:.1f} %.\n\n| kind | changes | seen |\n|---|---:|---:|")
    for kind in sorted(tried):
        print(f"| {kind} | {tried[kind]} | {seen[kind]} |")
    print("\n| not seen | change | line |\n|---|---|---|")
    for site, note in sorted(unseen, key=lambda item: (item[0].path, item[0].line)):
        cells = [f"{site.path.removeprefix('Sources/')}:{site.line}{note}", site.change, f"`{site.code}`"]
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    if left_out:
        print("\nSuites that were not asked: " + "; ".join(left_out) + ".")


def main(seed, count, jobs):
    sources = copy_tree()
    everything = [site for name in sorted(sources) for site in sources[name]]
    picked = chosen(everything, seed, count * 4 // 3)
    print(f"Building once with {len(picked)} of {len(everything)} changes ...", file=sys.stderr)
    built = build(picked, sources)
    binary = output([*BUILD, "--show-bin-path"]) + "/veiviserPackageTests.xctest"
    print("Running each suite once without a change ...", file=sys.stderr)
    times, reached, left_out = survey(binary)
    print(f"{len(times)} suites, {sum(times.values()):.0f} s. Trying the changes ...", file=sys.stderr)
    results = []
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool, open(SCRATCH / "results.tsv", "w") as log:
        picks = built[:count]
        for site, verdict in zip(picks, pool.map(lambda site: judge(binary, site, times, reached), picks)):
            results.append((site, verdict))
            print(site.path, site.line, site.change, site.code, verdict, sep="\t", file=log, flush=True)
    report(f"`scripts/mutate {seed} {count}`, of {len(everything)} changes that can be tried"
           f" ({len(picked) - len(built)} of {len(picked)} drawn do not compile).", results, left_out)


main(*map(int, sys.argv[1:]))
