"""ulp.py A B: how far two files of f32 are apart, in units of the last place of
the largest number of A. Of two safetensors files, the tensor that is furthest
apart in units of its own largest number; one that is 0 but for rounding, below
1e-6 in both, is not compared."""
import json
import math
import struct
import sys


def tensors(path):
    content = open(path, "rb").read()
    if not path.endswith(".safetensors"):
        return {path: content}
    start = 8 + struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    assert all(entry["dtype"] == "F32" for entry in header.values())
    return {name: content[start + entry["data_offsets"][0]:start + entry["data_offsets"][1]]
            for name, entry in header.items()}


def apart(left, right):
    a, b = (struct.unpack(f"<{len(text) // 4}f", text) for text in (left, right))
    assert len(a) == len(b) and len(a) > 0
    if max(map(abs, a + b)) < 1e-6:
        return 0
    largest = max(map(abs, a))
    assert math.isfinite(largest) and largest > 0
    unit = 2.0 ** (math.frexp(largest)[1] - 24)
    return max(abs(x - y) for x, y in zip(a, b)) / unit


left, right = map(tensors, sys.argv[1:3])
assert len(left) == len(right) and (len(left) == 1 or left.keys() == right.keys())
worst = max((apart(a, b), name) for (name, a), b in zip(left.items(), right.values()))
print(f"{worst[0]:.1f} ulp" + (f" in {worst[1]}" if len(left) > 1 else ""))
