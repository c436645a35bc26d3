"""Compiles the programs of docs/Diagnostics.md: explains.py ROOT FOLDER.

The first program of a section gives the code of the section and no other one,
all further programs are right. What a run finds (F) is seen when it runs, so
those sections have no program: test/Runtime/findings*.test make them be found.
Every code of the sources has a section.
"""

import glob
import json
import os
import re
import subprocess
import sys

root, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def codes(path):
    """What `nnc check` finds and, where that is nothing, what training finds."""
    check = subprocess.run(["nnc", "check", "--json", path], capture_output=True, text=True)
    found = [json.loads(line)["code"] for line in check.stderr.splitlines()]
    if not found and "E0701" in path:
        run = subprocess.run(["nnc-run", "train", path, "--out", os.path.join(folder, "out")],
                             capture_output=True, text=True)
        assert run.returncode == 1, run
        found = re.findall(r"error\[(\w+)\]", run.stderr)
    return found


page = read(os.path.join(root, "docs/Diagnostics.md"))
sections = re.findall(r"^## ([EW]\d{4}) (.*?)\n(.*?)(?=^## |\Z)", page, re.M | re.S)
for code, title, text in sections:
    programs = re.findall(r"^```nn\n(.*?)^```$", text, re.M | re.S)
    for number, program in enumerate(programs):
        path = os.path.join(folder, f"{code}-{number}.nn")
        with open(path, "w", encoding="utf-8") as file:
            file.write(program)
        expected = [] if number else [code]
        found = codes(path)
        if sorted(set(found)) != expected:
            print(f"{code}, program {number}: expected {expected}, found {found}")
        formatted = subprocess.run(["nnc", "fmt", "--check", path], capture_output=True, text=True)
        if formatted.returncode and (number or code != "E0001"):
            print(f"{code}, program {number} is not formatted")
    if not programs or "To mend it" not in text or not title:
        print(f"{code}: a program or a way to mend it is missing")
    printed = subprocess.run(["nnc", "explain", code], capture_output=True, text=True).stdout
    if not printed.startswith(f"{code}: {title}\n\n") or programs[0].splitlines()[-2] not in printed:
        print(f"{code}: `nnc explain` prints something else")

sections = re.findall(r"^## ([EFW]\d{4}) (.*?)\n(.*?)(?=^## |\Z)", page, re.M | re.S)
for code, title, text in sections:
    if code[0] != "F":
        continue
    if "To mend it" not in text or "```nn\n" in text:
        print(f"{code}: a way to mend it is missing, or there is a program")
    printed = subprocess.run(["nnc", "explain", code], capture_output=True, text=True).stdout
    if printed.split() != [code + ":", *title.split(), *text.split()]:
        print(f"{code}: `nnc explain` prints something else")

emitted = {code for pattern in ("lib/**/*.cpp", "tools/**/*.cpp")
           for path in glob.glob(os.path.join(root, pattern), recursive=True)
           for code in re.findall(r'"([EFW]\d{4})"', read(path))}
explained = [code for code, _, _ in sections]
listed = subprocess.run(["nnc", "explain"], capture_output=True, text=True).stdout
assert [line.split()[0] for line in listed.splitlines()] == explained, listed
print("not explained:", ", ".join(sorted(emitted - set(explained))) or "none")
print("explained, but never said:", ", ".join(sorted(set(explained) - emitted)) or "none")
