#!/usr/bin/env python3
"""Compares training steps of a library with stored ones.

    stored_steps.py MODEL.so VECTORS.npz

VECTORS.npz holds `weight/PATH` before, `step/N/FIELD` and `loss/N` of each step,
`want/PATH` after them (of the optimizer's state too), and `input/NAME` with
`output/NAME` of inference then. Tensors must agree within 1e-4 of their norm.
"""

import sys

import numpy as np

import nnprogram

library, vectors = sys.argv[1:]
stored = np.load(vectors)


def part(kind):
    return {name[len(kind) + 1:]: stored[name] for name in stored.files
            if name.startswith(kind + "/")}


program = nnprogram.Program(library)
for path, value in part("weight").items():
    program.set(path, value)
bad = 0


def compare(what, got, want):
    global bad
    error = np.linalg.norm(got - want) / max(np.linalg.norm(want), 1e-30)
    fits = np.shape(got) == np.shape(want) and error <= 1e-4
    bad += not fits
    print(f"{what:32} {error:.1e}{'' if fits else '  differs'}")


steps = len(part("loss"))
for step in range(steps):
    _, values = program.run(program.train.train_step, part(f"step/{step}"), step=step + 1,
                            batch_counter=step, steps_per_epoch=steps)
    compare(f"loss of step {step + 1}", np.float64(values["loss"]), stored[f"loss/{step}"])
for path, value in part("want").items():
    compare(path, program.get(path), value)
outputs, _ = program.run(program.model.infer, part("input"))
for name, value in part("output").items():
    compare(name, outputs[name], value)
print(f"{steps} steps agreed" if not bad else f"{bad} values differ")
sys.exit(bad != 0)
