"""Asserts that the code of one library is less than FACTOR times another's.

    code_size.py SMALL.so LARGE.so FACTOR
"""

import struct
import sys


def code_size(path):
    """Bytes of the executable sections of an ELF file."""
    with open(path, "rb") as file:
        data = file.read()
    table, = struct.unpack_from("<Q", data, 40)
    entry, count = struct.unpack_from("<HH", data, 58)
    size = 0
    for i in range(count):
        flags, _, _, length = struct.unpack_from("<QQQQ", data, table + i * entry + 8)
        size += length if flags & 4 else 0
    return size


small, large = (code_size(path) for path in sys.argv[1:3])
if not 0 < large < float(sys.argv[3]) * small:
    sys.exit(f"{large} bytes of code, beside {small}")
