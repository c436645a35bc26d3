"""Puts one fault at a time into a program that has none, and prints who names it.

seeded.py digits.nn FOLDER
"""

import json
import os
import re
import subprocess
import sys

FAULTS = {
    "none": [],
    # No pixel can lift a sum above 1000: all units give 0, for ever.
    "dead layer": [("|> relu\n", "|> it - 1000 |> relu\n")],
    "rate 100 times too high": [("Adam(lr)", "Sgd(100 * 0.2)")],
    "validation inside training": [("data = Scans.train", "data = Scans")],
    "double softmax": [("cross_entropy(logits, label)",
                        "cross_entropy(softmax(logits), label)")],
    # [batch, 1] against [batch], which elsewhere is a matrix.
    "broadcast": [("cross_entropy(logits, label)",
                   "mean((logits[.., 0..1] - cast(label, f32)) ^ 2)")],
}

program, folder = sys.argv[1:]
with open(program, encoding="utf-8") as file:
    healthy = file.read().replace("../data/", os.path.dirname(program) + "/../data/")
for fault, edits in FAULTS.items():
    text = healthy
    for old, new in edits:
        assert text.count(old) == 1, (fault, old)
        text = text.replace(old, new)
    path = os.path.join(folder, fault.replace(" ", "-") + ".nn")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    check = subprocess.run(["nnc", "check", "--json", path], capture_output=True, text=True)
    named = {json.loads(line)["code"] for line in check.stderr.splitlines()}
    run = subprocess.run(["nnc-run", "train", path, "--out", os.path.join(folder, "out")],
                         capture_output=True, text=True)
    named |= set(re.findall(r"^finding\[(\w+)\]", run.stdout, re.M))
    print(f"{fault}: {' '.join(sorted(named)) or 'nothing'}")
