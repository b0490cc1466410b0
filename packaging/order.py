#!/usr/bin/env python3
"""Finds what a program runs and writes until its first screen stands, and then until a message is answered that it
knows, and one that only resembles such a message, and prints the names of it, in that order; last what only somebody's
first start runs, which makes the store.

    order.py PROGRAM

The linker lays these beside each other, so that a start meets few pages of the file, and so does what nearly everybody
does next. PROGRAM is linked as it is shipped, with its names left in. It runs under valgrind, which tells of each place
it comes to; that takes some minutes.
"""

import bisect
import fcntl
import os
import pty
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
# How long nothing more is shown before a screen is taken to stand, in seconds; under valgrind all is slow.
quiet = 30


def names(program):
    """The places of what can be moved, each with its length and its name, in the order of the places."""
    listed = subprocess.run(["nm", "-nS", program], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [(int(row[0], 16), int(row[1], 16), row[3]) for row in rows if len(row) == 4 and row[2] in movable]


def run(home, language, keys, *command):
    """Runs a program in a language until its first screen stands, and until each key that is pressed is answered; where
    it lay in memory."""
    child, screen = pty.fork()
    if child == 0:
        surroundings = {"HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": language}
        os.execvpe(command[0], command, surroundings)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    # The last line of the screen names the key that ends the program.
    while b"F10" not in shown or select.select([screen], [], [], 10)[0]:
        shown += os.read(screen, 65536)
    for key in keys:
        os.write(screen, key)
        while select.select([screen], [], [], quiet)[0]:
            os.read(screen, 65536)
    with open("/proc/%d/maps" % child) as maps:
        start = next(int(line.split("-")[0], 16) for line in maps if os.path.realpath(command[-1]) in line)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(screen)
    return start


def met(program, home, language, keys):
    """Each place in a program that is come to until keys are answered, from where it lies and to eight bytes, in the order
    of the first time."""
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
    start = run(home, language, keys, "valgrind", "--tool=lackey", "--trace-mem=yes", "--log-fd=%d" % telling, program)
    os.close(telling)
    reader.join()
    return [place - start for place in seen]


def main(program):
    rows = names(program)
    begins = [row[0] for row in rows]
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as other:
        # The first start makes the store. The second one finds it, as nearly all do.
        run(home, "C.UTF-8", [], program)
        places = met(program, home, "C.UTF-8", known) + met(program, home, "nb_NO.UTF-8", resembling)
        places += met(program, other, "nb_NO.UTF-8", known)
    found = {}
    for place in places:
        row = bisect.bisect(begins, place + 7) - 1
        if row >= 0 and place < rows[row][0] + rows[row][1]:
            found[rows[row][2]] = True
    print("\n".join(found))


main(sys.argv[1])
