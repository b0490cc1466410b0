#!/usr/bin/env python3
"""Blanks the hashes of the compiler in a program, so that two builds of one source are the same to the byte.

    steady.py PROGRAM

The Swift compiler leaves a hash of each module in the section .swift_modhash. It tells the compiler whether
a module must be compiled again, differs from run to run, and nothing reads it in a finished program. The
linker's build id is a hash of all of that, so it is reckoned anew. No other byte changes.
"""

import hashlib
import pathlib
import struct
import sys

hashes = b".swift_modhash"
build_id = b".note.gnu.build-id"
# What stands in the note before the id: three lengths and the name GNU.
head = 16


def sections(program):
    """The name, the offset and the length of each section of a 64-bit ELF file."""
    table, = struct.unpack_from("<Q", program, 40)
    size, count, names = struct.unpack_from("<HHH", program, 58)
    headers = [struct.unpack_from("<IIQQQQ", program, table + size * number) for number in range(count)]
    start = headers[names][4]
    for name, _, _, _, offset, length in headers:
        yield bytes(program[start + name : program.index(b"\0", start + name)]), offset, length


def main(path):
    program = bytearray(path.read_bytes())
    if program[:6] != b"\x7fELF\x02\x01":
        sys.exit(f"{path} is not a program for this kind of machine.")
    found = {name: (offset, length) for name, offset, length in sections(program) if name in (hashes, build_id)}
    if hashes not in found:
        sys.exit(f"{path} has no hashes of the compiler; see whether two builds are the same, and if so leave this out.")
    offset, length = found[hashes]
    program[offset : offset + length] = bytes(length)
    if build_id in found:
        offset, length = found[build_id]
        start, end = offset + head, offset + length
        program[start:end] = bytes(end - start)
        program[start:end] = hashlib.sha1(program).digest()[: end - start]
    path.write_bytes(program)


main(pathlib.Path(sys.argv[1]))
