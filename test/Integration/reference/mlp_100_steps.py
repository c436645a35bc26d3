"""100 training steps of the MNIST network against NumPy, from the same weights.

    mlp_100_steps.py PROGRAM.so [TRAIN_IMAGES.gz TRAIN_LABELS.gz]

784-hidden-10, ReLU, mean softmax cross-entropy, Adam (Kingma and Ba, 2015). The
reference computes in f64 with formulas written here. Every loss, parameter and moment
must agree within 1e-4 in norm. Where a rectifier's input is within rounding of 0, both
branches are right, and the reference follows the one that the program took: one such
element of ten million moves a moment by 1e-3. Without the image files the images are
random.
"""

import gzip
import sys

import numpy as np

from nnprogram import Program

TOLERANCE = 1e-4
KINK = 1e-5  # inputs nearer to 0 may take either branch


def batches(count, size):
    if len(sys.argv) > 3:
        x = np.frombuffer(gzip.open(sys.argv[2]).read(), np.uint8, offset=16)
        y = np.frombuffer(gzip.open(sys.argv[3]).read(), np.uint8, offset=8)
        x = x.reshape(-1, 28, 28)[: count * size] / np.float32(255)
    else:
        random = np.random.default_rng(1)
        y = random.integers(0, 10, count * size)
        x = random.random((count * size, 28, 28), np.float32) * (1 + y[:, None, None]) / 10
    for i in range(count):
        part = slice(i * size, (i + 1) * size)
        yield x[part].astype(np.float32), y[part].astype(np.int32)


class Reference:
    """The textbook's network and optimizer, in f64."""

    def __init__(self, weights, lr):
        self.p = {k: v.astype(np.float64) for k, v in weights.items()}
        self.m = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.v = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.lr, self.t, self.flips = lr, 0, 0

    def step(self, x, y, moment):
        n, p = len(y), self.p
        x = x.reshape(n, -1).astype(np.float64)
        z1 = x @ p["hidden.weight"].T + p["hidden.bias"]
        h = np.maximum(z1, 0)
        z2 = h @ p["out.weight"].T + p["out.bias"]
        z2 = z2 - z2.max(axis=1, keepdims=True)
        prob = np.exp(z2) / np.exp(z2).sum(axis=1, keepdims=True)
        loss = -np.log(prob[np.arange(n), y]).mean()
        d2 = prob.copy()
        d2[np.arange(n), y] -= 1
        d2 /= n
        flow = d2 @ p["out.weight"]
        d1 = flow * self.branches(z1, flow, moment)
        g = {"out.weight": d2.T @ h, "out.bias": d2.sum(0),
             "hidden.weight": d1.T @ x, "hidden.bias": d1.sum(0)}
        self.t += 1
        for k in p:
            self.m[k] = 0.9 * self.m[k] + 0.1 * g[k]
            self.v[k] = 0.999 * self.v[k] + 0.001 * g[k] ** 2
            m, v = self.m[k] / (1 - 0.9**self.t), self.v[k] / (1 - 0.999**self.t)
            p[k] -= self.lr * m / (np.sqrt(v) + 1e-8)
        return loss

    def branches(self, z1, flow, moment):
        """Which rectifiers pass. Within rounding of the kink both branches are right;
        the one that the program took shows in the gradient of the unit's bias."""
        on = z1 > 0
        taken = (moment - 0.9 * self.m["hidden.bias"]) / 0.1
        for i, j in zip(*np.nonzero(np.abs(z1) < KINK)):
            here = (flow[:, j] * on[:, j]).sum()
            there = here + flow[i, j] * (1 - 2 * int(on[i, j]))
            if abs(there - taken[j]) < abs(here - taken[j]):
                on[i, j] = not on[i, j]
                self.flips += 1
        return on


def relative(a, b):
    return np.linalg.norm((a - b).ravel()) / max(np.linalg.norm(b.ravel()), 1e-30)


def main():
    program = Program(sys.argv[1], seed=1)
    names = [n for n, t, *_ in program.tensors() if t.role == 0]
    assert sorted(names) == ["hidden.bias", "hidden.weight", "out.bias", "out.weight"], names
    reference = Reference({n: program.get(n) for n in names}, lr=1e-3)
    worst = 0.0
    for i, (x, y) in enumerate(batches(100, 128)):
        _, values = program.run(program.train.train_step, {"image": x, "label": y}, step=i + 1,
                                batch_counter=i, steps_per_epoch=100)
        want = reference.step(x, y, program.get("optimizer.hidden.bias.m"))
        worst = max(worst, abs(values["loss"] - want) / abs(want))
    print(f"losses: largest relative error {worst:.2e}, last loss {want:.4f}")
    print(f"rectifiers on the other branch: {reference.flips}")
    failed = reference.flips > 10 or not worst < TOLERANCE
    for n in names:
        for label, got, want in (
            (n, program.get(n), reference.p[n]),
            (n + " m", program.get(f"optimizer.{n}.m"), reference.m[n]),
            (n + " v", program.get(f"optimizer.{n}.v"), reference.v[n]),
        ):
            error = relative(got.astype(np.float64), want)
            print(f"{label}: {error:.2e}")
            failed |= not error < TOLERANCE
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
