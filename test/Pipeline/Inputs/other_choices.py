"""other_choices.py NUMBER TARGET < kernels.mlir > model.tune.json

A file of choices in which every kernel takes item NUMBER of each of its lists
of alternatives, as `nnc-opt --nn-cpu-kernel-pipeline=alternatives=true` prints
them. TARGET is a file of choices from this machine.
"""

import json
import re
import sys

number = int(sys.argv[1])
with open(sys.argv[2]) as file:
    model = json.load(file)
kernels = {}
for tiling in re.findall(r"\{alternatives = \[(.*?)\](?:, [a-z_0-9]+ = -?\d+ : i64)*, key = \"(.*?)\"", sys.stdin.read()):
    tuned = {}
    for items in re.findall(r"\[(.*?)\]", tiling[0] + "]"):
        choices = re.findall(r"\{(.*?)\}", items)
        for name, value in re.findall(r"(\w+) = (\d+)", choices[number % len(choices)]):
            tuned[name] = int(value)
    kernels[tiling[1]] = {"default": {}, "tuned": tuned, "default_ns": 2, "tuned_ns": 1}
assert kernels, "no kernel has alternatives"
json.dump({"compiler": model["compiler"], "target": model["target"], "kernels": kernels}, sys.stdout, indent=1)
