#!/usr/bin/env python3
"""Finds what a program runs and writes until its first screen stands, and then what it runs until a message is answered
that it knows, and one that only resembles such a message, and prints the names of it, in that order; last what only
somebody's first start runs, which makes the store.

    order.py PROGRAM

The linker lays these beside each other, so that a start meets few pages of the file, and so does what nearly everybody
does next. PROGRAM is linked as it is shipped, with its names left in. It runs under valgrind, which tells of each place
that a start comes to, in that order, and else only what is run, since that takes a tenth of the time.
"""

import bisect
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading

# Code, and what is zero to begin with. The loader fills in all other tables before anything runs, so all of them
# are met, wherever they lie.
movable = "tTWuibB"

# To find out why the program says what it says: the message, what is known of it, and the answer.
known = [b"1", b"\x1b[200~AUTH-00018\x1b[201~", b"\r", b"\r", b"\x1b[15~"]
# The same with a message as somebody remembers it: what it resembles is asked about, and the first is chosen.
remembered = b"The reportee is not registered or the ID or password is wrong"
resembling = [b"1", b"\x1b[200~" + remembered + b"\x1b[201~", b"\r", b"\r", b"1", b"\r", b"\x1b[15~"]


def names(program):
    """The places of what can be moved, each with its length and its name, in the order of the places."""
    listed = subprocess.run(["nm", "-nS", program], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [(int(row[0], 16), int(row[1], 16), row[3]) for row in rows if len(row) == 4 and row[2] in movable]


def ticks(child):
    """How much a process has reckoned, in the ticks of the kernel."""
    with open("/proc/%d/stat" % child) as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def settle(child, screen):
    """Waits until a program has nothing left to do: what it shows is read, and it reckons no more."""
    before = -1
    while ticks(child) != before:
        before = ticks(child)
        while select.select([screen], [], [], 1)[0]:
            os.read(screen, 65536)


def run(home, language, keys, *command):
    """Runs a program in a language until its first screen stands, and until each key that is pressed is answered; the
    process and its terminal."""
    child, screen = pty.fork()
    if child == 0:
        surroundings = {"HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": language}
        os.execvpe(command[0], command, surroundings)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    # The last line of the screen names the key that ends the program.
    while b"F10" not in shown:
        shown += os.read(screen, 65536)
    settle(child, screen)
    for key in keys:
        os.write(screen, key)
        settle(child, screen)
    return child, screen


def stop(child, screen):
    """Ends a program, which has nothing to save."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(screen)


def met(program, home):
    """What can be moved and is come to until the first screen stands, in the order of the first time."""
    told, telling = os.pipe()
    os.set_inheritable(telling, True)
    seen = {}

    def read():
        with open(told, "rb") as lines:
            for line in lines:
                if line[:2] in (b"I ", b" L", b" S", b" M"):
                    seen[int(line[3:].split(b",")[0], 16) & ~7] = True

    reader = threading.Thread(target=read)
    reader.start()
    traced = ["valgrind", "--tool=lackey", "--trace-mem=yes", "--log-fd=%d" % telling, program]
    child, screen = run(home, "C.UTF-8", [], *traced)
    with open("/proc/%d/maps" % child) as maps:
        start = next(int(line.split("-")[0], 16) for line in maps if os.path.realpath(program) in line)
    stop(child, screen)
    os.close(telling)
    reader.join()
    rows = names(program)
    begins = [row[0] for row in rows]
    found = {}
    for place in (place - start for place in seen):
        row = bisect.bisect(begins, place + 7) - 1
        if row >= 0 and place < rows[row][0] + rows[row][1]:
            found[rows[row][2]] = True
    return list(found)


def ran(program, home, language, keys):
    """The functions that are run until keys are answered, in the order of the file, in which the linker has together
    what belongs together."""
    with tempfile.TemporaryDirectory() as place:
        counted = ["--demangle=no", "--compress-strings=no", "--callgrind-out-file=%s/counts" % place]
        child, screen = run(home, language, keys, "valgrind", "--tool=callgrind", *counted, program)
        subprocess.run(["callgrind_control", "--dump", str(child)], check=True, capture_output=True)
        stop(child, screen)
        found = set()
        for name in os.listdir(place):
            with open(os.path.join(place, name), errors="replace") as counts:
                found.update(re.findall(r"^c?fn=(\S+)", counts.read(), re.MULTILINE))
    # Calls of itself are told apart by how deep they are.
    found = {re.sub(r"'[0-9]+$", "", name) for name in found}
    return [name for _, _, name in names(program) if name in found]


def main(program):
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as other:
        # The first start makes the store. The second one finds it, as nearly all do.
        stop(*run(home, "C.UTF-8", [], program))
        order = met(program, home)
        for language, keys in ("C.UTF-8", known), ("nb_NO.UTF-8", known), ("nb_NO.UTF-8", resembling):
            order += ran(program, home, language, keys)
        order += ran(program, other, "nb_NO.UTF-8", known)
    print("\n".join(dict.fromkeys(order)))


main(sys.argv[1])
