"""`accumulate = 3` against NumPy: groups of batches of different sizes.

    accumulate.py NNC WORK_FOLDER

The gradient of loss and penalty is averaged over the examples of a group, then
clipped, then decayed, then given to the optimizer; a group may be shorter.
"""

import os
import subprocess
import sys

import numpy as np

from nnprogram import Program
from optimizers import PROGRAM, adam, gradients, mse, relative, scale

EXTRA = """accumulate = 3
  penalty = l2(0.1, on = "**.weight")
  clip = global_norm(0.5)
  decay = l2(0.1)"""
# The sizes of the batches of each group.
GROUPS = [(6, 6, 6), (13, 2, 6), (6, 1), (5,), (1, 1, 17), (6, 6, 6)]


def main():
    nnc, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    source = os.path.join(folder, "accumulate.nn")
    with open(source, "w") as f:
        f.write(PROGRAM.format(row="[0, 0, 0]", field="f32[3]", loss="mse(y, t)",
                               optimizer="Adam(lr)", extra=EXTRA))
    library = source[:-3] + ".so"
    subprocess.run([nnc, source, "-o", library], check=True)

    program = Program(library, seed=3)
    assert program.train.accumulate == 3
    names = [n for n, t, *_ in program.tensors() if t.role == 0]
    p = {n: program.get(n).astype(np.float64) for n in names}
    states = {n: {} for n in names}
    random = np.random.default_rng(5)
    worst, batches = 0.0, 0
    for step, sizes in enumerate(GROUPS, 1):
        total = {n: 0.0 for n in names}
        before = {n: program.get(n) for n in names}
        for i, n in enumerate(sizes):
            x = random.standard_normal((n, 5)).astype(np.float32)
            t = random.standard_normal((n, 3)).astype(np.float32)
            last = i == len(sizes) - 1
            entry = program.train.train_step if last else program.train.accumulate_step
            assert all(np.array_equal(before[k], program.get(k)) for k in names)
            _, values = program.run(entry, {"x": x, "t": t}, step=step, batch_counter=batches,
                                    steps_per_epoch=20)
            batches += 1
            want, g = gradients(p, x.astype(np.float64), t, mse)
            worst = max(worst, abs(values["loss"] - want) / abs(want))
            for k in names:
                total[k] += n * (g[k] + 0.1 * p[k] * k.endswith("weight"))
        g = scale({k: total[k] / sum(sizes) for k in names}, 0.5)
        g = {k: g[k] + 0.1 * p[k] for k in names}
        p = {k: adam(p[k], g[k], states[k], step) for k in names}
    worst = max([worst] + [relative(program.get(k), p[k]) for k in names])
    assert worst < 1e-4, worst
    print("agrees")


if __name__ == "__main__":
    main()
