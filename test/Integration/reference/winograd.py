#!/usr/bin/env python3
"""How far libraries of winograd.nn with and without --winograd are from f64.

    winograd.py DIRECT.so WINOGRAD.so

Every output must be exact to some roundings, and the error with --winograd at
most 4 times the other; it is larger somewhere, or the flag does nothing. One
image must give the bits that it gives among others.
"""

import sys

import numpy as np

import nnprogram

BATCH = 3
IMAGES = {"small": ((64, 7, 7), (96, 7, 7), 1), "even": ((32, 14, 14), (64, 12, 12), 0),
          "wide": ((16, 30, 17), (32, 30, 17), 1)}
draw = np.random.default_rng(1).standard_normal
inputs, weights, want = {}, {}, {}
for name, (image, result, pad) in IMAGES.items():
    x = inputs[name] = draw((BATCH, *image)).astype(np.float32)
    dy = inputs["d" + name] = draw((BATCH, *result)).astype(np.float32)
    w = weights[f"of_{name}.weight"] = draw((result[0], image[0], 3, 3)).astype(np.float32)
    x, dy, w = (a.astype(np.float64) for a in (x, dy, w))
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    y, dx = np.zeros(dy.shape), np.zeros(padded.shape)
    for i in range(3):
        for j in range(3):
            window = np.s_[:, :, i:i + result[1], j:j + result[2]]
            y += np.einsum("ncyx,fc->nfyx", padded[window], w[:, :, i, j], optimize=True)
            dx[window] += np.einsum("nfyx,fc->ncyx", dy, w[:, :, i, j], optimize=True)
    want["y_" + name] = y
    want["dx_" + name] = dx[:, :, pad:pad + image[1], pad:pad + image[2]]

errors, bad = [], 0
for library in sys.argv[1:]:
    program = nnprogram.Program(library)
    for path, value in weights.items():
        program.set(path, value)
    got, _ = program.run(program.model.infer, inputs)
    one, _ = program.run(program.model.infer, {k: v[1:2] for k, v in inputs.items()})
    bad += any(not np.array_equal(one[name], got[name][1:2]) for name in want)
    errors.append({name: np.abs(got[name] - want[name]).max() / np.abs(want[name]).max()
                   for name in want})
direct, winograd = errors
for name in want:
    print(f"{name:10} {direct[name]:.1e} {winograd[name]:.1e}")
    bad += not direct[name] < 2e-6 or not winograd[name] < 4 * direct[name]
bad += not any(winograd[name] > 1.1 * direct[name] for name in want)
print("agreed" if not bad else f"{bad} checks failed")
sys.exit(bad != 0)
