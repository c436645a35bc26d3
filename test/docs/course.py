#!/usr/bin/env python3
"""Checks docs/Course.md: course.py ROOT

The update that it works out is what `nnc-run step` prints, number by number and
to the printed digits, and each calculation gives the number behind it. Files
that it names exist, and all examples are in it.
"""

import math
import os
import re
import subprocess
import sys

root = sys.argv[1]
page = os.path.join(root, "docs/Course.md")
with open(page, encoding="utf-8") as file:
    text = file.read()


def numbers(piece):
    return re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", piece)


printed = {}
section = name = ""
step = subprocess.run(["nnc-run", "step", os.path.join(root, "examples/xor/worked.nn")],
                      capture_output=True, text=True, check=True).stdout
for line in step.splitlines():
    if line and not line.startswith(" "):
        section = "after: " if line.endswith("after") else ""
    elif found := re.match(r"  (\S.*?) = (.*)", line + " "):
        name = section + found[1]
        printed[name] = numbers(found[2].split("=")[-1])
    elif line.startswith("    "):
        printed[name] += numbers(line)

wrong = rows = 0
for what, by_hand, value, shown in re.findall(
        r"^\| (.*?) \| (`.*`) \| (.*?) \| ((?:after: )?`.*`) \|$", text, re.M):
    rows += 1
    values = numbers(value)
    if printed.get(shown.replace("`", "")) != values:
        wrong += 1
        print(f"{what}: {values} here, {printed.get(shown.replace('`', ''))} in the step")
    results = [eval(formula, {"exp": math.exp}) for formula in re.findall("`(.*?)`", by_hand)]
    # Each begins from numbers of six digits.
    if len(results) != len(values) or not all(
            math.isclose(result, float(number), rel_tol=1e-5, abs_tol=1e-12)
            for result, number in zip(results, values)):
        wrong += 1
        print(f"{what}: {by_hand} is {results}")
print(f"{rows} rows, {wrong} wrong")

named = re.findall(r"\]\((?!http)([^)#]+)\)", text)
named += ["../" + path for path in re.findall(r"examples/[\w/]+\.\w+", text)]
for path in sorted(set(named)):
    if not os.path.exists(os.path.join(root, "docs", path)):
        print(f"{path} does not exist")
for folder in sorted(os.listdir(os.path.join(root, "examples"))):
    if folder != "data" and f"../examples/{folder}" not in text:
        print(f"examples/{folder} is not in the course")
phenomena = os.path.join(root, "examples/phenomena")
for file in sorted(os.listdir(phenomena)):
    if file.endswith(".nn") and f"phenomena/{file}" not in text:
        print(f"{file} is not in the course")
