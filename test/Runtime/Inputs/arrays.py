"""Writes a safetensors file, one whose header lies, an npy that does, and two files as CIFAR-10's."""

import json
import os
import struct


def safetensors(path, rows):
    header = {
        "x": {"dtype": "F32", "shape": [rows, 2], "data_offsets": [0, rows * 8]},
        "t": {"dtype": "F32", "shape": [4], "data_offsets": [rows * 8, rows * 8 + 16]},
    }
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + struct.pack("<12f", *range(12)))


safetensors("d.safetensors", 4)
safetensors("lies.safetensors", 400)
header = b"{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000, 2), }"
header += b" " * (117 - len(header)) + b"\n"
with open("lies.npy", "wb") as file:
    file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + b"\0" * 64)
os.makedirs("cifar", exist_ok=True)
for batch in (1, 2):
    with open(f"cifar/data_batch_{batch}.bin", "wb") as file:
        for i in range(3):
            file.write(bytes([i]) + bytes((i * 7 + k) % 256 for k in range(3072)))
