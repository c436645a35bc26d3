#!/usr/bin/env python3
"""Compares what `nnc-run predict` computes with stored vectors.

    stored.py MODEL.nn VECTORS.npz FOLDER

VECTORS.npz holds `input/NAME`, `weight/PATH` and `want/OUTPUT`. Every output
must agree within 1e-4 of its norm.
"""

import json
import os
import struct
import subprocess
import sys

import numpy as np

model, vectors, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
stored = np.load(vectors)


def part(kind):
    return {name.split("/", 1)[1]: stored[name] for name in stored.files
            if name.startswith(kind + "/")}


header, blobs, offset = {}, [], 0
for path, value in part("weight").items():
    blob = np.ascontiguousarray(value, np.float32).tobytes()
    header[path] = {"dtype": "F32", "shape": list(value.shape),
                    "data_offsets": [offset, offset + len(blob)]}
    blobs.append(blob)
    offset += len(blob)
text = json.dumps(header).encode()
weights = os.path.join(folder, "weights.safetensors")
with open(weights, "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))

command = ["nnc-run", "predict", model, "--weights", weights]
for name, value in part("input").items():
    path = os.path.join(folder, name + ".npy")
    np.save(path, value)
    command += ["--input", f"{name}={path}"]
output = os.path.join(folder, "output.npz")
subprocess.run([*command, "--output", output], check=True)
got = np.load(output)
bad = 0
for name, want in part("want").items():
    error = np.linalg.norm(got[name] - want) / max(np.linalg.norm(want), 1e-30)
    print(f"{name:12} {error:.1e}")
    bad += not (got[name].shape == want.shape and error <= 1e-4)
print("agreed" if not bad else f"{bad} outputs differ")
sys.exit(bad != 0)
