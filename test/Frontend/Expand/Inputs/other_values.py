"""Sets hypers of programs and of what they are expanded to."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def hypers(path):
    return json.loads(run("nnc", "hyper", path, "--json")[1])


def values(hyper):
    """Other values, as far as one can tell from the one that is written."""
    if hyper["kind"] == "bool":
        return ["true", "false"]
    if hyper["kind"] == "str":
        return ["relu", "other"]
    if hyper["kind"] == "duration":
        return ["1epochs", "7steps"]
    try:
        number = float(hyper["value"].replace("_", ""))
    except ValueError:
        number = 2
    if hyper["kind"] == "int":
        return [str(int(number) + 1), str(2 * int(number)), "1"]
    return [repr(2 * number), "0.0"]


def check(numbered):
    index, path = numbered
    expanded = os.path.join(scratch, f"{index}.nn")
    if run("nnc", "expand", path, "-o", expanded)[0]:
        return 0, 0, 0
    before = hypers(path)
    old, new = {each["name"] for each in before}, {each["name"] for each in hypers(expanded)}

    def renamed(name):
        without = name.replace(".", "_")
        names = [without, without + "_2"]
        return next(each for each in names if each in new and (each == name or each not in old))

    names = [f"{name}:{renamed(name)}" for name in sorted(old)]
    same = errors = others = 0
    for hyper in before:
        for value in values(hyper):
            arguments = [each + "=" + value if each.startswith(hyper["name"] + ":") else each for each in names]
            code, text, _ = run("nnc-difference-test", path, expanded, *arguments)
            same += code == 0
            errors += code == 3
            where = f"{os.path.relpath(path, source)}, {hyper['name']} = {value}"
            if code not in (0, 2, 3):
                others += 1
                print(f"{where}: another: {text}")
            code, _, text = run("nnc", "expand", path, "-o", expanded + ".set", "--set", f"{hyper['name']}={value}")
            if code not in (0, 1):
                others += 1
                print(f"{where}: another: {text}")
    return same, errors, others


source, scratch = sys.argv[1:3]
os.makedirs(scratch)
programs = []
for part in ("examples", "test"):
    for folder, _, files in sorted(os.walk(os.path.join(source, part))):
        programs += [os.path.join(folder, name) for name in sorted(files) if name.endswith(".nn")]
with ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(check, enumerate(programs)))
same, errors, others = (sum(column) for column in zip(*results))
print(f"{same} values are the same, {errors} are errors, {others} are others")
