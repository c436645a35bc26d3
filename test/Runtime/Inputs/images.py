"""Writes PNG images without a library: folders of classes under the folder given."""

import os
import struct
import sys
import zlib


def png(path, rows, color=False):
    """`rows` of bytes, one a pixel, or three where `color`."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    width = len(rows[0]) // (3 if color else 1)
    header = struct.pack(">IIBBBBB", width, len(rows), 8, 2 if color else 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


if __name__ == "__main__":
    root = sys.argv[1]
    for name, light in (("dark", 10), ("light", 240)):
        os.makedirs(f"{root}/{name}", exist_ok=True)
        for i in range(6):
            rows = [[light + (x * y + i) % 7 for x in range(4)] for y in range(4)]
            png(f"{root}/{name}/{i}.png", rows)
