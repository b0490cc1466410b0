#!/usr/bin/env python3
"""Blanks the hashes of the compiler in a program, so that two builds of one source are the same to the byte.

    steady.py PROGRAM

The Swift compiler leaves a hash of each module in the section .swift_modhash. It tells the compiler whether
a module must be compiled again, differs from run to run, and nothing reads it in a finished program. Only
the bytes of that section change.
"""

import pathlib
import struct
import sys

hashes = b".swift_modhash"


def sections(program):
    """The name, the offset and the length of each section of a 64-bit ELF file."""
    table, = struct.unpack_from("<Q", program, 40)
    size, count, names = struct.unpack_from("<HHH", program, 58)
    headers = [struct.unpack_from("<IIQQQQ", program, table + size * number) for number in range(count)]
    start = headers[names][4]
    for name, _, _, _, offset, length in headers:
        yield program[start + name : program.index(b"\0", start + name)], offset, length


def main(path):
    program = bytearray(path.read_bytes())
    if program[:6] != b"\x7fELF\x02\x01":
        sys.exit(f"{path} is not a program for this kind of machine.")
    found = [(offset, length) for name, offset, length in sections(program) if name == hashes]
    if not found:
        sys.exit(f"{path} has no hashes of the compiler; see whether two builds are the same, and if so leave this out.")
    for offset, length in found:
        program[offset : offset + length] = bytes(length)
    path.write_bytes(program)


main(pathlib.Path(sys.argv[1]))
