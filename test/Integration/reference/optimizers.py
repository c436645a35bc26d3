"""Every optimizer and loss of lib/std against NumPy, 20 steps of a small network.

    optimizers.py NNC WORK_FOLDER

Each case writes a program, compiles it to a library, trains it and an f64
reference from the same weights on the same batches, and compares every loss and
parameter within 1e-4 in norm. Sources: Kingma and Ba (Adam, 2015), Loshchilov and
Hutter (AdamW, 2019), Tieleman and Hinton (RMSProp, 2012), Duchi et al. (Adagrad,
2011), Sutskever et al. (Nesterov momentum, 2013, in the form of PyTorch).
"""

import os
import subprocess
import sys

import numpy as np

from nnprogram import Program

PROGRAM = """edition 1
hyper lr = 0.05
dim batch

model Net(x: f32[batch, 5]) -> (y: f32[batch, 3]) {{
  x |> Dense(7) as one |> tanh |> Dense(3) as two
}}

dataset Table {{
  source = rows(x = [[0, 0, 0, 0, 0]], t = [{row}])
  field x: f32[5] = source.x
  field t: {field} = source.t
}}

train Net {{
  data = Table
  batch = 1
  epochs = 1
  let y = Net(x)
  loss = {loss}
  optimizer = {optimizer}
  {extra}
}}
"""


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


# Each loss: (expression, field type, targets from a generator, value and dL/dy).
def mse(y, t):
    return ((y - t) ** 2).mean(), 2 * (y - t) / y.size


def mae(y, t):
    return np.abs(y - t).mean(), np.sign(y - t) / y.size


def huber(y, t):
    d = y - t
    small = np.abs(d) <= 1
    return (np.where(small, d * d / 2, np.abs(d) - 0.5).mean(),
            np.where(small, d, np.sign(d)) / y.size)


def bce(y, t):
    return ((np.maximum(y, 0) - y * t + np.log1p(np.exp(-np.abs(y)))).mean(),
            (1 / (1 + np.exp(-y)) - t) / y.size)


def cross_entropy(y, t, smoothing=0.0):
    n, c = y.shape
    p = softmax(y)
    target = (1 - smoothing) * np.eye(c)[t] + smoothing / c
    return -(target * np.log(p)).sum(-1).mean(), (p - target) / n


def hinge(y, t):
    m = 1 - y * t
    return np.maximum(m, 0).mean(), np.where(m > 0, -t, 0) / y.size


def real(r, n):
    return r.standard_normal((n, 3)).astype(np.float32)


LOSSES = {
    "mse": ("mse(y, t)", "f32[3]", real, mse),
    "mae": ("mae(y, t)", "f32[3]", real, mae),
    "huber": ("huber(y, t)", "f32[3]", lambda r, n: 3 * real(r, n), huber),
    "binary_cross_entropy": ("binary_cross_entropy(y, t)", "f32[3]",
                             lambda r, n: r.integers(0, 2, (n, 3)).astype(np.float32), bce),
    "cross_entropy": ("cross_entropy(y, t)", "i32",
                      lambda r, n: r.integers(0, 3, n).astype(np.int32), cross_entropy),
    "smoothed": ("cross_entropy(y, t, smoothing = 0.1)", "i32",
                 lambda r, n: r.integers(0, 3, n).astype(np.int32),
                 lambda y, t: cross_entropy(y, t, 0.1)),
    "hinge": ("hinge(y, t)", "f32[3]",
              lambda r, n: r.integers(0, 2, (n, 3)).astype(np.float32) * 2 - 1, hinge),
}


# Each optimizer: (expression, step function (p, g, state, t) -> p).
def sgd(p, g, s, t):
    return p - 0.05 * g


def momentum(p, g, s, t):
    s["v"] = 0.9 * s.get("v", 0) + g
    return p - 0.05 * s["v"]


def nesterov(p, g, s, t):
    s["v"] = 0.9 * s.get("v", 0) + g
    return p - 0.05 * (g + 0.9 * s["v"])


def adam(p, g, s, t, decay=0.0):
    s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0) + 0.001 * g * g
    step = s["m"] / (1 - 0.9**t) / (np.sqrt(s["v"] / (1 - 0.999**t)) + 1e-8)
    return p - 0.05 * decay * p - 0.05 * step


def rmsprop(p, g, s, t):
    s["v"] = 0.99 * s.get("v", 0) + 0.01 * g * g
    return p - 0.05 * g / (np.sqrt(s["v"]) + 1e-8)


def adagrad(p, g, s, t):
    s["v"] = s.get("v", 0) + g * g
    return p - 0.05 * g / (np.sqrt(s["v"]) + 1e-10)


OPTIMIZERS = {
    "sgd": ("Sgd(lr)", sgd),
    "momentum": ("Sgd(lr, momentum = 0.9)", momentum),
    "nesterov": ("Sgd(lr, momentum = 0.9, nesterov = true)", nesterov),
    "adam": ("Adam(lr)", adam),
    "adamw": ("AdamW(lr, weight_decay = 0.1)", lambda p, g, s, t: adam(p, g, s, t, 0.1)),
    "rmsprop": ("RmsProp(lr)", rmsprop),
    "adagrad": ("Adagrad(lr)", adagrad),
}

# (train keys, what they do to gradients before the optimizer sees them).
EXTRAS = {
    "": lambda g, p: g,
    "clip = global_norm(0.05)": lambda g, p: scale(g, 0.05),
    "decay = l2(0.1)": lambda g, p: {k: g[k] + 0.1 * p[k] for k in g},
    'penalty = l2(0.1, on = "**.weight")':
        lambda g, p: {k: g[k] + 0.1 * p[k] * k.endswith("weight") for k in g},
    'penalty = l1(0.01, on = "one.weight")':
        lambda g, p: {k: g[k] + 0.01 * np.sign(p[k]) * (k == "one.weight") for k in g},
}


def scale(g, limit):
    norm = np.sqrt(sum((v * v).sum() for v in g.values()))
    return {k: v * min(1, limit / norm) for k, v in g.items()}


def gradients(p, x, t, loss):
    h = np.tanh(x @ p["one.weight"].T + p["one.bias"])
    y = h @ p["two.weight"].T + p["two.bias"]
    value, dy = loss(y, t)
    dh = (dy @ p["two.weight"]) * (1 - h * h)
    return value, {"two.weight": dy.T @ h, "two.bias": dy.sum(0),
                   "one.weight": dh.T @ x, "one.bias": dh.sum(0)}


def relative(a, b):
    return np.linalg.norm((a - b).ravel()) / max(np.linalg.norm(b.ravel()), 1e-12)


def check(nnc, folder, name, loss, optimizer, extra):
    expression, field, targets, value = LOSSES[loss]
    rule, update = OPTIMIZERS[optimizer]
    source = os.path.join(folder, name + ".nn")
    row = "0" if field == "i32" else "[0, 0, 0]"
    with open(source, "w") as f:
        f.write(PROGRAM.format(row=row, field=field, loss=expression, optimizer=rule, extra=extra))
    library = source[:-3] + ".so"
    subprocess.run([nnc, source, "-o", library], check=True)

    program = Program(library, seed=3)
    names = [n for n, t, *_ in program.tensors() if t.role == 0]
    p = {n: program.get(n).astype(np.float64) for n in names}
    states = {n: {} for n in names}
    random = np.random.default_rng(5)
    worst = 0.0
    for step in range(1, 21):
        n = 13 if step % 5 else 6
        x = random.standard_normal((n, 5)).astype(np.float32)
        t = targets(random, n)
        _, values = program.run(program.train.train_step, {"x": x, "t": t}, step=step,
                                batch_counter=step - 1, steps_per_epoch=20)
        want, g = gradients(p, x.astype(np.float64), t, value)
        worst = max(worst, abs(values["loss"] - want) / max(abs(want), 1e-12))
        g = EXTRAS[extra](g, p)
        p = {k: update(p[k], g[k], states[k], step) for k in p}
    worst = max([worst] + [relative(program.get(k), p[k]) for k in p])
    print(f"{'ok  ' if worst < 1e-4 else 'FAIL'} {name:24} {worst:.1e}")
    return worst < 1e-4


def main():
    nnc, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    cases = [("loss_" + l, l, "sgd", "") for l in LOSSES]
    cases += [("optimizer_" + o, "mse", o, "") for o in OPTIMIZERS]
    cases += [(f"extra_{i}", "mse", "adam", e) for i, e in enumerate(EXTRAS) if e]
    results = [check(nnc, folder, *c) for c in cases]
    print(f"{sum(results)} of {len(results)} agree")
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
