#!/usr/bin/env python3
"""What steps with a budget need and compute: budget.py IMAGES LESS SHORTER"""

import json
import sys

images, less, shorter = ([json.loads(line) for line in open(path)] for path in sys.argv[1:])


def need(run):
    return sum(run[part + "_bytes"] for part in ("parameter", "state", "optimizer", "arena"))


assert need(less[0]) <= 3.3e6 and need(less[1]) <= 3.5e6, [need(run) for run in less]
assert need(images[0]) > 6e6, need(images[0])
dry, whole, again = shorter
assert need(dry) <= 9e6, need(dry)
assert again["arena_bytes"] == dry["arena_bytes"] < whole["arena_bytes"], shorter
assert again["flops_per_step"] == whole["flops_per_step"], shorter
