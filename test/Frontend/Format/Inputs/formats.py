"""Formats copies of all programs of the tree: formats.py ROOT FOLDER.

Formatting twice must be formatting once, the syntax tree and the comments must
stay what they were, and a file with a syntax error must stay as it is. All of
that also for each program with line ends and blanks changed at random.
"""

import glob
import os
import random
import re
import subprocess
import sys

root, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
PLACE = re.compile(r" <\d+:\d+-\d+:\d+>$", re.M)


def read(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, encoding="utf-8", errors="replace")


def tree(path):
    result = run("nnc", "--emit=ast", path)
    return PLACE.sub("", result.stdout) if result.returncode == 0 else None


def comments(text):
    """The texts of comments, whole-line ones and those behind code."""
    lines = [(line, re.sub(r'"(\\.|[^"\\\n])*"', lambda m: "_" * len(m[0]), line))
             for line in text.split("\n")]
    return [line[blind.index("#"):].rstrip() for line, blind in lines if "#" in blind]


def scramble(text, generator):
    """The same program with other line ends and blanks."""
    lines = []
    for line in text.split("\n"):
        if "#" not in line and '"' not in line:
            line = re.sub(r", ", lambda m: generator.choice([", ", ",", " ,  ", ",\n"]), line)
            line = re.sub(r" (\|>) ", lambda m: generator.choice([" |> ", "|>", "\n|> ", " |>\n"]), line)
            line = re.sub(r"([([])(?=\S)", lambda m: m[1] + generator.choice(["", "", " ", "\n"]), line)
            line = re.sub(r" ([+*@]) ", lambda m: generator.choice([" ", ""]) + m[1]
                          + generator.choice([" ", "", "\n  "]), line)
            line = re.sub(r"^ *", lambda m: " " * generator.randrange(8), line)
        lines.append(line)
        if not line and generator.random() < 0.5:
            lines.append("")
    return "\n".join(lines)


sources = [path for part in ("lib", "examples", "test")
           for path in sorted(glob.glob(os.path.join(root, part, "**", "*.nn"), recursive=True))]
generator = random.Random(1)
cases = []  # name, path of the copy, text and tree before
for number, source in enumerate(sources):
    text = read(source)
    name = os.path.relpath(source, root)
    tree_before = tree(source)
    kinds = {"": text}
    if tree_before is not None:
        kinds[" scrambled"] = scramble(text, generator)
    for kind, content in kinds.items():
        copy = os.path.join(folder, f"{number}{kind.strip()}", os.path.basename(source))
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        write(copy, content)
        cases.append([name + kind, copy, content, tree_before])
whole = [case for case in cases if case[3] is not None]
broken = [case for case in cases if case[3] is None]
assert len(whole) > 400 and len(broken) > 5, (len(whole), len(broken))
assert run("nnc", "fmt", *[case[1] for case in broken]).returncode == 1
first = run("nnc", "fmt", *[case[1] for case in whole])
second = run("nnc", "fmt", "--check", *[case[1] for case in whole])
changing = set(second.stdout.splitlines())
bad = 0
for name, copy, before, tree_before in cases:
    after = read(copy)
    faults = []
    if tree_before is None:
        if after != before:
            faults.append("a file with an error changed")
    else:
        if copy in changing:
            faults.append("formatting again changes it")
        if tree(copy) != tree_before:
            faults.append("the tree is another one")
        if sorted(comments(after)) != sorted(comments(before)):
            faults.append("comments were lost")
        if any(len(line) > 100 and "#" not in line and '"' not in line
               for line in after.split("\n")):
            faults.append("a line is too wide")
    bad += bool(faults)
    for fault in faults:
        print(f"{name}: {fault}")
print(first.stderr, end="")
print(f"{len(cases) - bad} of {len(cases)} programs are right")
