#!/usr/bin/env python3
"""Two files of weights hold the same paths and shapes, and values that agree
up to rounding: same_weights.py A.safetensors B.safetensors"""

import json
import struct
import sys

import numpy as np


def load(path):
    data = open(path, "rb").read()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    header.pop("__metadata__", None)
    return {name: np.frombuffer(data[8 + size:][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
            for name, entry in header.items()}


a, b = map(load, sys.argv[1:])
assert {k: v.shape for k, v in a.items()} == {k: v.shape for k, v in b.items()}
for name in a:
    assert np.allclose(a[name], b[name], rtol=1e-5, atol=1e-6), name
print(len(a), "tensors agree")
