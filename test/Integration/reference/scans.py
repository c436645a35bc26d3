"""Loops written as nn IR against NumPy, through compiled libraries.

    scans.py COMPILER FOLDER

A recurrent network over sequences of any length, and a deep network whose layers
are one loop over stacked weights: values, gradient steps, tensors by name, and
code whose size does not grow with the number of layers.
"""

import os
import struct
import subprocess
import sys

import numpy as np

from nnprogram import Program

IN, HIDDEN, WIDTH = 7, 19, 33

B = "tensor<?xHxf32, #nn.dims<batch, _>>".replace("H", str(HIDDEN))
XT = f"tensor<?x{IN}xf32, #nn.dims<batch, _>>"
X = f"tensor<?x?x{IN}xf32, #nn.dims<batch, time, _>>"
W, U = f"tensor<{HIDDEN}x{IN}xf32>", f"tensor<{HIDDEN}x{HIDDEN}xf32>"


def parameter(name, kind, value, stack=""):
    return f"""nn.parameter @"{name}" : {kind} {stack} init {{
      %z = arith.constant {value} : f64
      %t = nn.splat %z : f64 -> {kind}
      nn.yield %t : {kind}
    }}"""


def step(names, kinds, loss="%loss"):
    """Plain descent with rate 0.1 on a loss."""
    every = ", ".join("@" + f'"{n}"' for n in names)
    lines = [f'nn.metric "loss", {loss} : tensor<f32>',
             f"%g:{len(names)} = nn.gradient {loss} wrt [{every}] : tensor<f32> -> {', '.join(kinds)}",
             "%rate = arith.constant 0.1 : f64"]
    for i, (n, t) in enumerate(zip(names, kinds)):
        lines += [f'nn.optimize @"{n}", %g#{i} with @sgd_{i}(%rate : f64) : {t}']
    return "\n".join(lines)


def optimizer(number, kind):
    return f"""nn.optimizer @sgd_{number}(%p: {kind}, %g: {kind}, %lr: f64) {{
      nn.state @n : {kind} init {{
        %z = arith.constant 0.0 : f64
        %t = nn.splat %z : f64 -> {kind}
        nn.yield %t : {kind}
      }}
      %old = nn.read @n : {kind}
      %sum = nn.add %old, %g : {kind}
      nn.write @n, %sum : {kind}
      %r = nn.splat %lr : f64 -> {kind}
      %d = nn.mul %r, %g : {kind}
      %new = nn.sub %p, %d : {kind}
      nn.yield %new : {kind}
    }}"""


def recurrent():
    body = f"""
      %w = nn.read @w : {W}
      %u = nn.read @u : {U}
      %z = arith.constant 0.0 : f64
      %h0 = nn.splat %z : f64 -> {B}
      %h = nn.scan (%x axis 1) carry (%h0) {{
      ^bb0(%t: i64, %xt: {XT}, %hp: {B}):
        %a = nn.einsum "bk,nk->bn" %xt, %w : ({XT}, {W}) -> {B}
        %b = nn.einsum "bk,nk->bn" %hp, %u : ({B}, {U}) -> {B}
        %s = nn.add %a, %b : {B}
        %n = nn.tanh %s : {B}
        nn.yield %n : {B}
      }} : ({X}, {B}) -> {B}"""
    return f"""nn.dim @batch
  nn.dim @time
  nn.model @M {{
    {parameter("w", W, 0.1)}
    {parameter("u", U, 0.05)}
    func.func @infer(%x: {X} {{nn.name = "x"}}) -> ({B} {{nn.name = "h"}}) {{{body}
      return %h : {B}
    }}
  }}
  nn.train @T on @M config {{batch = 16 : i64}} {{
    {optimizer(0, W)}
    {optimizer(1, U)}
    func.func @step(%x: {X} {{nn.name = "x"}}) {{{body}
      %loss = nn.sum %h axes = [0, 1] : {B} -> tensor<f32>
      {step(["w", "u"], [W, U])}
      return
    }}
  }}"""


def deep(layers):
    one, all_ = f"tensor<{WIDTH}x{WIDTH}xf32>", f"tensor<{layers}x{WIDTH}x{WIDTH}xf32>"
    x = f"tensor<?x{WIDTH}xf32, #nn.dims<batch, _>>"
    body = f"""
      %w = nn.read @"block.*.weight" : {all_}
      %y = nn.scan (%w axis 0) carry (%x) {{
      ^bb0(%i: i64, %wi: {one}, %h: {x}):
        %a = nn.einsum "bk,nk->bn" %h, %wi : ({x}, {one}) -> {x}
        %t = nn.tanh %a : {x}
        %s = nn.add %h, %t : {x}
        nn.yield %s : {x}
      }} : ({all_}, {x}) -> {x}"""
    return f"""nn.dim @batch
  nn.model @M {{
    {parameter("block.*.weight", all_, 0.01, f"stack [{layers}]")}
    func.func @infer(%x: {x} {{nn.name = "x"}}) -> ({x} {{nn.name = "h"}}) {{{body}
      return %y : {x}
    }}
  }}
  nn.train @T on @M config {{batch = 16 : i64}} {{
    {optimizer(0, one)}
    func.func @step(%x: {x} {{nn.name = "x"}}) {{{body}
      %loss = nn.sum %y axes = [0, 1] : {x} -> tensor<f32>
      {step(["block.*.weight"], [all_])}
      return
    }}
  }}"""


def build(compiler, folder, name, text):
    os.makedirs(folder, exist_ok=True)
    source, library = (os.path.join(folder, name + end) for end in (".mlir", ".so"))
    with open(source, "w") as file:
        file.write("module @" + name + " {\n  " + text + "\n}\n")
    subprocess.run([compiler, source, "-o", library], check=True)
    return library


def code_size(library):
    """Bytes of the executable sections of an ELF file."""
    data = open(library, "rb").read()
    table, = struct.unpack_from("<Q", data, 40)
    entry, count = struct.unpack_from("<HH", data, 58)
    size = 0
    for i in range(count):
        flags, = struct.unpack_from("<Q", data, table + i * entry + 8)
        if flags & 4:
            size += struct.unpack_from("<Q", data, table + i * entry + 32)[0]
    return size


def near(a, b, what):
    error = np.linalg.norm((a - b).ravel()) / max(np.linalg.norm(b.ravel()), 1e-30)
    assert error < 2e-5, f"{what}: relative error {error:.1e}"


def check_recurrent(library, random):
    program = Program(library)
    for batch, time in [(1, 1), (3, 5), (16, 6), (17, 2)]:
        w, u = (random.normal(0, 0.3, s).astype(np.float32) for s in [(HIDDEN, IN), (HIDDEN, HIDDEN)])
        x = random.normal(0, 1, (batch, time, IN)).astype(np.float32)
        program.set("w", w), program.set("u", u)
        h = [np.zeros((batch, HIDDEN))]
        for t in range(time):
            h.append(np.tanh(x[:, t] @ w.T.astype(float) + h[-1] @ u.T.astype(float)))
        outputs, _ = program.run(program.model.infer, {"x": x})
        near(outputs["h"], h[-1], f"hidden state {batch} {time}")
        dw, du, dh = np.zeros(w.shape), np.zeros(u.shape), np.ones(h[-1].shape)
        for t in reversed(range(time)):
            ds = dh * (1 - h[t + 1] ** 2)
            dw, du, dh = dw + ds.T @ x[:, t], du + ds.T @ h[t], ds @ u
        _, values = program.run(program.train.train_step, {"x": x})
        assert abs(values["loss"] - h[-1].sum()) < 1e-3
        near(program.get("w"), w - 0.1 * dw, f"w {batch} {time}")
        near(program.get("u"), u - 0.1 * du, f"u {batch} {time}")


def check_deep(library, layers, random):
    program = Program(library)
    names = [name for name, *_ in program.tensors()]
    assert names == [f"{p}block.{i}.weight{s}" for p, s in (("", ""), ("optimizer.", ".n"))
                     for i in range(layers)], names
    for batch in (1, 16, 5):
        w = random.normal(0, 0.1, (layers, WIDTH, WIDTH)).astype(np.float32)
        for i in range(layers):
            program.set(f"block.{i}.weight", w[i])
            program.set(f"optimizer.block.{i}.weight.n", np.full(w[i].shape, i))
        x = random.normal(0, 1, (batch, WIDTH)).astype(np.float32)
        h, tanhs = [x.astype(float)], []
        for i in range(layers):
            tanhs.append(np.tanh(h[-1] @ w[i].T.astype(float)))
            h.append(h[-1] + tanhs[-1])
        outputs, _ = program.run(program.model.infer, {"x": x})
        near(outputs["h"], h[-1], "deep value")
        program.run(program.train.train_step, {"x": x})
        dh = np.ones(h[-1].shape)
        for i in reversed(range(layers)):
            ds = dh * (1 - tanhs[i] ** 2)
            dw, dh = ds.T @ h[i], dh + ds @ w[i]
            near(program.get(f"block.{i}.weight"), w[i] - 0.1 * dw, f"block {i}")
            near(program.get(f"optimizer.block.{i}.weight.n"), i + dw, f"state {i}")


def main():
    compiler, folder = sys.argv[1:]
    random = np.random.default_rng(1)
    check_recurrent(build(compiler, folder, "recurrent", recurrent()), random)
    check_deep(build(compiler, folder, "deep", deep(4)), 4, random)
    few, many = (code_size(build(compiler, folder, f"deep{n}", deep(n))) for n in (10, 1000))
    assert 0 < few and many < 2 * few, (few, many)
    print(f"code of 10 layers: {few} bytes, of 1000: {many}")
    print("loops agree")


if __name__ == "__main__":
    main()
