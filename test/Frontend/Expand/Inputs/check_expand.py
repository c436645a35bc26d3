"""What `nnc expand` promises, for every program of the tree.

An expanded program uses no name of the library and imports nothing; it is in
the one style; expanded again, it stays. It warns of nothing new. Its layers,
shapes, parameters and hypers are those of the program, and so is what it is
compiled to. A program with errors gives these and nothing else.
"""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# A hyper of a file that is imported `as b` has no dot in its new name, and one
# that is called like a primitive another number.
RENAMED_HYPERS = {"rule10-imports.nn", "layers.nn", "clash.nn", "qualified.nn", "qualified-part.nn",
                  "primitives.nn", "faults.nn"}

# A `let` of several names has one of a primitive that the library calls.
REFUSED = {"hidden.nn"}


def nnc(*arguments):
    run = subprocess.run(["nnc", *arguments], capture_output=True)
    return run.returncode, run.stdout.decode(errors="replace"), run.stderr.decode(errors="replace")


def library():
    names = set()
    for entry in os.scandir(os.path.join(source, "lib", "std")):
        if entry.name.endswith(".nn"):
            with open(entry.path, encoding="utf-8") as file:
                names |= set(re.findall(r"^(?:fn|block) (\w+)", file.read(), re.M))
    return names


def words_used(text):
    """Names that are neither of an argument, a field, a layer nor declared."""
    text = re.sub(r'"(?:[^"\\\n]|\\.)*"|#.*', "", text)
    declared = set(re.findall(r"\b(?:fn|block|let|hyper|type|layer|param|field|metric) (\w+)", text))
    declared |= set(re.findall(r"(\w+)\s*:", text))
    used = set(re.findall(r"(?<![\w.])(?<!\bas )([A-Za-z_]\w*)(?!\w|\s*=(?!=))", text))
    return used - declared


def codes(messages):
    return set(re.findall(r"^warning\[(\w+)\]", messages, re.M))


def layers(path):
    """Of `nnc summary`, without the names of blocks."""
    code, text, _ = nnc("summary", path, "--json")
    assert code == 0, "nnc summary fails"
    models = json.loads(text)["models"]
    for model in models:
        for layer in model["layers"]:
            del layer["layer"]
    return models


def hypers(path):
    return re.sub(r'"name": *"[^"]*"', lambda m: m.group().replace(".", "_").replace("_2", ""),
                  nnc("hyper", path, "--json")[1])


def module(path, stage):
    text = nnc(f"--stop-after={stage}", path)[1]
    # Places, and what functions with a derivative of their own are called.
    text = re.sub(r'nn.source_hash = "\w+"|line = \d+|nn.name = "\w+"', "", text)
    # What two files declare stands where the importing one has it.
    dims = re.compile(r"^ *nn\.dim .*\n", re.M)
    return sorted(dims.findall(text)), dims.sub("", text)


def check(index, path, names):
    folder = os.path.join(scratch, str(index))
    os.makedirs(folder)
    first = os.path.join(folder, os.path.basename(path))
    valid, _, messages = nnc("check", path)
    code, _, expanding = nnc("expand", path, "-o", first)
    refused = os.path.basename(path) in REFUSED
    assert code == (1 if valid or refused else 0), f"nnc expand answers {code}: {expanding}"
    if valid or refused:
        assert not os.path.exists(first), "something is written"
        assert "error" in expanding, "there is no error"
        return 0
    code, _, warnings = nnc("check", first)
    assert code == 0, f"the result has errors: {warnings}"
    assert codes(warnings) <= codes(messages), f"there are new warnings: {warnings}"
    with open(first, encoding="utf-8") as file:
        text = file.read()
    left = words_used(text) & names
    assert not left, f"{left} of the library are left"
    assert not re.search(r'^import "', text, re.M), "it imports"
    assert nnc("expand", first)[1] == text, "expanded again, it changes"
    assert nnc("fmt", "--check", first)[0] == 0, "it is not in style"
    assert layers(path) == layers(first), "nnc summary differs"
    assert hypers(path) == hypers(first), "nnc hyper differs"
    if os.path.basename(path) in RENAMED_HYPERS:
        return 1
    # Constants may stand in another order at first.
    assert any(module(path, stage) == module(first, stage)
               for stage in ("nn", "autodiff")), "what it is compiled to differs"
    return 1


def run(numbered):
    index, path = numbered
    try:
        return check(index, path, names)
    except AssertionError as error:
        print(f"{os.path.relpath(path, source)}: {error}")
        return None


source, scratch = sys.argv[1:3]
names = library()
programs = []
for part in ("examples", "test"):
    for folder, _, files in sorted(os.walk(os.path.join(source, part))):
        programs += [os.path.join(folder, name) for name in sorted(files) if name.endswith(".nn")]
with ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(run, enumerate(programs)))
good = [result for result in results if result is not None]
print(f"{len(good)} of {len(results)} programs are right, {sum(good)} of them without errors")
