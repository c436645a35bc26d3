"""Reads an nn module after planning; checks each part of each arena against the
most bytes that are alive together in it."""

import re
import sys

parts = 0
for line in sys.stdin:
    plan = re.search(r"nn\.arena_plan = \[(.*?)\]", line)
    if not plan:
        continue
    name = re.search(r"func\.func @(\w+)", line).group(1)
    for number, least in re.findall(r"bytes = (\d+) : i64.*?least = (\d+)", plan.group(1)):
        parts += 1
        if int(number) > 1.15 * int(least):
            sys.exit(f"{name}: {number} bytes, {least} are alive together")
assert parts, "no plans"
print(parts, "parts")
