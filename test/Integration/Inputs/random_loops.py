"""random_loops.py FIRST LAST: programs with loops over layers and over time
whose carries are made of each other at random; compared with NumPy, and their
derivatives with differences. Each seed has a folder of its own here."""

import os
import random
import subprocess
import sys

import numpy as np

PROGRAM = """edition 1
dim batch
dim time: 1..9

model Loop(x: f32[batch, {width}], times: f32[batch, time]) -> ({outputs}) {{
  param gain: float[{width}] = 0.7
  param weight: float[{width}, {width}] = {weight}
  let out = {head} carry {carries} {{
{emit}    {body}
  }}
  {result}
}}

dataset Rows {{
  source = csv("rows.csv", header = false)
  field x: f32[{width}] = columns(source, 0..{width})
  field times: f32[3] = columns(source, 0..3)
}}

train Loop {{
  data = Rows
  batch = 2
  steps = 1
  let y = Loop(x, times)
  loss = {loss}
  optimizer = Sgd(0)
}}
"""


def softmax(v):
    powers = np.exp(v - v.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


class Loop:
    def __init__(self, seed):
        draw = self.draw = random.Random(seed)
        self.width = draw.choice([4, 4, 16, 64])
        self.names = "abcde"[:draw.randint(1, 5)]
        self.turns = draw.randint(1, 5)
        self.summed = draw.choice(self.names) if draw.random() < 0.4 else None
        self.batch = draw.choice([1, 3, 20])
        starts = ["x", "x * gain", "x + 1", "x * 0"]
        self.starts = [draw.choice(starts) for _ in self.names]
        self.nexts = [self.next() for _ in self.names]

    def next(self):
        """What a carry becomes: in the language, and in Python."""
        a, b = self.draw.choice(self.names), self.draw.choice(self.names)
        half, width = self.width // 2, self.width
        forms = [
            (f"tanh({a})", f"np.tanh({a})"),
            (f"{a} + {b} * gain",) * 2,
            (f"{a} @ weight",) * 2,
            (f"tanh({a} @ weight)", f"np.tanh({a} @ weight)"),
            (f"{a} @ weight + {b}",) * 2,
            (f"softmax({a}, axis = -1)", f"softmax({a})"),
            (f"flip({a}, axis = -1)", f"{a}[:, ::-1]"),
            (f"reshape(reshape({a}, [batch, 2, {half}]), [batch, {width}])", a),
            (f"concat([{a}[.., {half}..{width}], {b}[.., 0..{half}]], axis = -1)",
             f"np.concatenate([{a}[:, {half}:], {b}[:, :{half}]], axis=-1)"),
            ("x", "x"),
        ]
        return (a, a) if self.draw.random() < 0.4 else self.draw.choice(forms)

    def program(self):
        over_time = self.summed is not None
        several = len(self.names) > 1 or over_time
        lasts = [f"out.{n}" if several else "out" for n in self.names]
        # Every program reaches both parameters.
        lasts = [f"{last} + 0 * (gain + sum(weight))" for last in lasts]
        joined = f"concat([{', '.join(lasts)}], axis = -1)"
        outputs = f"all: f32[batch, {len(lasts) * self.width}]"
        loss = "mean(sin(y))"
        if over_time:
            outputs += ", sums: f32[batch, time, 1]"
            loss = "mean(sin(y.all)) + mean(sin(y.sums))"
        nexts = ", ".join(text for text, _ in self.nexts)
        return PROGRAM.format(
            width=self.width, weight=0.5 / self.width, outputs=outputs,
            head="scan at in times along time" if over_time
            else f"repeat i in 0..{self.turns}",
            carries=", ".join(f"{n} = {s}" for n, s in zip(self.names, self.starts)),
            emit=f"    emit sums = sum({self.summed}, axis = -1, keep = true)"
                 " * unsqueeze(at, axis = -1)\n" if over_time else "",
            body=f"({nexts})" if len(self.names) > 1 else nexts,
            result=f"({joined}, out.sums)" if over_time else joined, loss=loss)

    def compute(self, x, times, gain, weight):
        scope = {"np": np, "softmax": softmax, "x": x, "gain": gain, "weight": weight}
        carried = {n: eval(s, scope) for n, s in zip(self.names, self.starts)}
        sums = []
        for i in range(self.turns):
            if self.summed:
                sums.append(carried[self.summed].sum(axis=-1, keepdims=True) * times[:, i:i + 1])
            carried = {n: eval(code, {**scope, **carried})
                       for n, (_, code) in zip(self.names, self.nexts)}
        outputs = {"all": np.concatenate([carried[n] for n in self.names], axis=-1)}
        if self.summed:
            outputs["sums"] = np.stack(sums, axis=1)
        return outputs


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{os.getcwd()}: {' '.join(command)}\n{done.stdout}"


def check(seed):
    loop, draw = Loop(seed), np.random.default_rng(seed)
    x = draw.normal(size=(loop.batch, loop.width)).astype(np.float32)
    times = draw.normal(size=(loop.batch, loop.turns)).astype(np.float32)
    np.save("x.npy", x)
    np.save("times.npy", times)
    np.savetxt("rows.csv", draw.normal(size=(4, loop.width)), delimiter=",")
    with open("loop.nn", "w", encoding="utf-8") as file:
        file.write(loop.program())
    run("nnc", "loop.nn", "-o", "loop.so")
    run("nnc-run", "train", "loop.so", "--out", "run")
    run("nnc-run", "predict", "loop.so", "--weights", "run/weights.safetensors",
        "--input", "x=x.npy", "--input", "times=times.npy", "--output", "out.npz")
    run("nnc-run", "gradcheck", "loop.nn")
    gain = np.full(loop.width, np.float32(0.7))
    weight = np.full((loop.width, loop.width), np.float32(0.5 / loop.width))
    found = np.load("out.npz")
    for name, right in loop.compute(x, times, gain, weight).items():
        # One output alone has no name of its own.
        value = found[name if name in found else found.files[0]]
        assert value.shape == right.shape, (seed, name, value.shape, right.shape)
        assert np.allclose(value, right, rtol=1e-4, atol=1e-5), (seed, name)


for seed in range(int(sys.argv[1]), int(sys.argv[2])):
    os.makedirs(str(seed))
    os.chdir(str(seed))
    check(seed)
    os.chdir("..")
print("equal")
