#!/usr/bin/env python3
"""Compares programs with PyTorch: programs.py PROGRAMS EXAMPLES FOLDER CASE...

Each is compiled as it is written but for sizes (cases.py), fed what drawn.py
draws, and compared with programs.npz: every loss of 20 steps; the optimizer's
state after the first, which is the gradient or a multiple of it; every parameter
and state after the last; and what the model infers then. All within 1e-4 of a
tensor's norm.
"""

import os
import subprocess
import sys

import numpy as np

import drawn
from cases import CASES, STEPS
from nnprogram import Program

programs, examples, folder, *names = sys.argv[1:]
file = np.load(os.path.join(os.path.dirname(os.path.abspath(__file__)), "Inputs/programs.npz"))
stored = dict(zip(file["names"].item().decode().split("\n"),
                  np.split(file["values"], np.cumsum(file["sizes"])[:-1])))
bad = 0


def build(name, case):
    source = os.path.join(examples if "/" in case.program else programs, case.program + ".nn")
    if case.edits:
        with open(source) as file:
            text = file.read()
        for old, new in case.edits.items():
            assert old in text, f"{source} has no `{old.strip()}`"
            text = text.replace(old, new)
        source = os.path.join(folder, name + ".nn")
        with open(source, "w") as file:
            file.write(text)
    library = os.path.join(folder, name + ".so")
    sets = [each for value in case.sets.split() for each in ("--set", value)]
    subprocess.run(["nnc", source, *sets, "-o", library], check=True)
    return Program(library, train=case.section)


def check(name, case):
    """The largest error, and what has it."""
    program, worst, seen = build(name, case), (0.0, "nothing"), set()

    def compare(key, value):
        nonlocal worst
        want, got = stored[f"{name}/{key}"], drawn.sketch(value)
        assert got.shape == want.shape, (key, got.shape, want.shape)
        seen.add(f"{name}/{key}")
        error = np.linalg.norm(got - want) / max(np.linalg.norm(want), 1e-30)
        worst = max(worst, (error if np.isfinite(error) else np.inf, key))

    def compare_all(when):
        for path, tensor, *_ in program.tensors():
            if (tensor.role == 2 or when == "last") and not (case.free and case.free in path):
                compare(f"{when}/{path}", program.get(path))

    def batch(step):
        return {field: drawn.field(field, [case.batch, *shape], classes, step)
                for field, (shape, classes) in case.fields.items()}

    for path, tensor, *_ in program.tensors():
        if tensor.role == 0:
            program.set(path, drawn.weight(path, tensor.shape([])))
    for step in range(STEPS):
        _, values = program.run(program.train.train_step, batch(step), step=step + 1,
                                batch_counter=step, steps_per_epoch=STEPS)
        if "loss" in values:
            compare(f"loss/{step}", values["loss"])
        if step == 0:
            compare_all("first")
    compare_all("last")
    first = next(iter(case.fields))
    outputs, _ = program.run(program.model.infer, {first: batch(STEPS)[first]})
    for i, value in enumerate(outputs.values()):
        compare(f"output/{i}", value)
    missed = {key for key in stored if key.startswith(name + "/")} - seen
    assert not missed, sorted(missed)
    return worst, len(seen)


os.makedirs(folder, exist_ok=True)
for name in names or CASES:
    (error, key), count = check(name, CASES[name])
    bad += error > 1e-4
    print(f"{name:18} {count:4} values, {error:.1e} {key}{'' if error <= 1e-4 else '  DIFFERS'}",
          flush=True)
print(f"{len(names or CASES)} programs agree" if not bad else f"{bad} programs differ")
sys.exit(1 if bad else 0)
