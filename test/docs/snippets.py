#!/usr/bin/env python3
"""Checks every ```nn program of a page: snippets.py PAGE FOLDER"""

import os
import re
import subprocess
import sys

page, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
text = open(page, encoding="utf-8").read()
bad = count = 0
for match in re.finditer(r"^```nn\n(.*?)^```$", text, re.M | re.S):
    count += 1
    line = text.count("\n", 0, match.start(1)) + 1
    path = os.path.join(folder, f"line-{line}.nn")
    with open(path, "w", encoding="utf-8") as file:
        file.write(match[1])
    run = subprocess.run(["nnc", "check", path], capture_output=True, text=True)
    if run.returncode or run.stderr:
        bad += 1
        print(f"{page}:{line}: the program there has errors\n{run.stdout}{run.stderr}")
print(f"{count - bad} of {count} programs are right")
sys.exit(bad != 0)
