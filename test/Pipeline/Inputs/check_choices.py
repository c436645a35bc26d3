"""check_choices.py model.tune.json kernels.mlir

The file of choices is whole, and all its kernels are in the program.
"""

import json
import re
import sys

with open(sys.argv[1]) as file:
    tuning = json.load(file)
with open(sys.argv[2]) as file:
    keys = set(re.findall(r'key = "(.*?)"', file.read()))
assert set(tuning) == {"compiler", "target", "kernels"}, set(tuning)
assert tuning["compiler"].startswith("nnc ")
assert tuning["kernels"], "no kernel was looked at"
for key, kernel in tuning["kernels"].items():
    assert key in keys, key
    assert set(kernel) == {"default", "tuned", "default_ns", "tuned_ns"}, kernel
    assert kernel["default_ns"] > 0 and kernel["tuned_ns"] > 0
    assert {"mr", "nv", "mc", "lanes"} <= set(kernel["default"]), kernel
    assert set(kernel["tuned"]) <= {"mr", "nv", "mc", "pack_wide", "pack_narrow"}, kernel
    assert kernel["tuned"] or kernel["default_ns"] == kernel["tuned_ns"]
