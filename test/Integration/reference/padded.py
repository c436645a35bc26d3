"""Parameters in panels, the last of which is padded, against NumPy in f64.

    padded.py PROGRAM.so

20 steps of Adam with clipped gradients (Kingma and Ba, 2015): each loss, parameter and
moment must agree within 1e-4 in norm. What lies between the elements of a block must be
zero from the first call on, in training and when weights are written over something else.
"""

import sys

import numpy as np

from nnprogram import Program

TOLERANCE = 1e-4
LAYERS = ["one", "deep.0.wide", "deep.1.wide", "two"]


def relative(got, want):
    return np.linalg.norm(got - want) / np.linalg.norm(want)


def values_of(program):
    return {name: program.get(name) for name, *_ in program.tensors()}


def padding_is_zero(program):
    """A block without what its tensors hold has nothing left."""
    before = values_of(program)
    copies = [block.copy() for block in (program.parameters, program.optimizer)]
    for name, value in before.items():
        program.set(name, np.zeros_like(value))
    empty = not (program.parameters.any() or program.optimizer.any())
    for name, value in before.items():
        program.set(name, value)
    return empty and all(
        np.array_equal(a, b)
        for a, b in zip(copies, (program.parameters, program.optimizer)))


def lanes_are_zero(program):
    """Reads the lanes themselves: [panels][inner][16], of [size, inner]."""
    found = 0
    for name, t, block, *_ in program.tensors():
        shape = t.shape([])
        if not t.packed or shape[0] % 16 == 0:
            continue
        panels = -(-shape[0] // 16)
        lanes = np.frombuffer(block.data, np.float32, panels * shape[1] * 16, t.offset)
        if lanes.nbytes != t.resident_bytes:
            return False
        found += 1
        if lanes.reshape(panels, shape[1], 16)[-1, :, shape[0] % 16:].any():
            return False
    return found == 3 * len(LAYERS)


class Reference:
    def __init__(self, values):
        self.p = {n: v.astype(np.float64) for n, v in values.items() if "optimizer" not in n}
        self.m = {n: np.zeros_like(v) for n, v in self.p.items()}
        self.v = {n: np.zeros_like(v) for n, v in self.p.items()}
        self.t = 0

    def forward(self, x):
        h = [x.astype(np.float64)]
        for layer in LAYERS:
            z = h[-1] @ self.p[layer + ".weight"].T + self.p[layer + ".bias"]
            h.append(z if layer == "two" else np.tanh(z))
        return h

    def step(self, x, t):
        h = self.forward(x)
        e = np.exp(h[-1] - h[-1].max(1, keepdims=True))
        share = e / e.sum(1, keepdims=True)
        rows = np.arange(len(t))
        loss = -np.log(share[rows, t]).mean()
        share[rows, t] -= 1
        flow, g = share / len(t), {}
        for i in reversed(range(len(LAYERS))):
            g[LAYERS[i] + ".weight"] = flow.T @ h[i]
            g[LAYERS[i] + ".bias"] = flow.sum(0)
            flow = flow @ self.p[LAYERS[i] + ".weight"] * (1 - h[i] ** 2)
        norm = np.sqrt(sum((v ** 2).sum() for v in g.values()))
        self.t += 1
        for n in self.p:
            d = g[n] * min(1, 0.5 / norm)
            self.m[n] = 0.9 * self.m[n] + 0.1 * d
            self.v[n] = 0.999 * self.v[n] + 0.001 * d ** 2
            m, v = self.m[n] / (1 - 0.9 ** self.t), self.v[n] / (1 - 0.999 ** self.t)
            self.p[n] -= 0.01 * m / (np.sqrt(v) + 1e-8)
        return loss, norm


def main():
    program = Program(sys.argv[1], seed=1)
    problems = []

    def check(good, what):
        if not good:
            problems.append(what)

    check(lanes_are_zero(program), "padding after init")
    reference = Reference(values_of(program))
    random = np.random.default_rng(1)
    clipped = 0
    for step in range(1, 21):
        x = random.standard_normal((24, 144)).astype(np.float32)
        t = random.integers(0, 130, 24).astype(np.int32)
        _, values = program.run(program.train.train_step, {"x": x, "t": t}, step=step)
        loss, norm = reference.step(x, t)
        clipped += norm > 0.5
        check(abs(values["loss"] - loss) < TOLERANCE * loss, f"loss of step {step}")
    check(clipped > 0, "nothing was clipped")
    for n, want in reference.p.items():
        check(relative(program.get(n), want) < TOLERANCE, n)
        check(relative(program.get(f"optimizer.{n}.m"), reference.m[n]) < TOLERANCE, n + " m")
        check(relative(program.get(f"optimizer.{n}.v"), reference.v[n]) < TOLERANCE, n + " v")
    check(lanes_are_zero(program) and padding_is_zero(program), "padding after training")

    # Written over what is no number, as into memory that nobody has cleared.
    learned = values_of(program)
    for block in (program.parameters, program.optimizer):
        block[:] = 0xFF
    for name, value in learned.items():
        program.set(name, value)
    check(lanes_are_zero(program), "padding after pack")
    check(all(np.array_equal(program.get(n), v) for n, v in learned.items()), "pack and unpack")
    outputs, _ = program.run(program.model.infer, {"x": x})
    check(relative(outputs["y"], reference.forward(x)[-1]) < TOLERANCE, "output")
    print("agreed" if not problems else f"wrong: {problems}")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
