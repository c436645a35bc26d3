#!/usr/bin/env python3
"""Writes the numerical tests of derivative rules beside this script.

Each case is a function of f64 tensors. The test runs its gradient and compares
it, along a fixed direction, with the difference quotient of the function, both
compiled. Standard library only; run it again after a change here:

    python3 test/Integration/gradients/generate.py
"""

import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))


def tensor(*sizes, element="f64"):
    return "tensor<" + "".join(f"{n}x" for n in sizes) + element + ">"


class Case:
    """`body` computes %y of type `result` from the named inputs."""

    def __init__(self, name, inputs, body, result, low=0.3, high=1.7, wrt=None):
        self.name, self.inputs, self.result = name, inputs, result
        self.body = body if isinstance(body, list) else [body]
        self.low, self.high = low, high
        self.wrt = wrt or [n for n, t in inputs if sizes_of(t)[1] == "f64"]


def sizes_of(type):
    words = type[len("tensor<"):-1].split("x")
    return [int(n) for n in words[:-1]], words[-1]


def values(rng, type, low, high):
    sizes, element = sizes_of(type)
    count = 1
    for n in sizes:
        count *= n
    if element == "f64":
        flat = [repr(round(rng.uniform(low, high), 4)) for _ in range(count)]
    elif element == "i1":
        flat = [rng.choice(["true", "false"]) for _ in range(count)]
    else:
        flat = [str(rng.randrange(2)) for _ in range(count)]

    def nest(sizes, words):
        if not sizes:
            return next(words)
        return "[" + ", ".join(nest(sizes[1:], words) for _ in range(sizes[0])) + "]"

    return f"dense<{nest(sizes, iter(flat))}> : {type}"


def loss(case):
    """Lines that compute %loss, the sum of %y times the weights %c."""
    sizes, _ = sizes_of(case.result)
    lines = list(case.body) + [f"%yc = nn.mul %y, %c : {case.result}"]
    axes = list(range(len(sizes)))
    lines.append(f"%loss = nn.sum %yc axes = {axes} : {case.result} -> tensor<f64>")
    return lines


def functions(case, rng):
    inputs = case.inputs + [("c", case.result)]
    types = dict(inputs)
    signature = ", ".join(f"%{n}: {t}" for n, t in inputs)
    wrt = ", ".join(types[n] for n in case.wrt)
    out = [f"func.func private @{case.name}_loss({signature}) -> tensor<f64> {{"]
    out += ["  " + line for line in loss(case)]
    out += ["  return %loss : tensor<f64>", "}"]
    names = ", ".join("%" + n for n in case.wrt)
    results = [f"%g#{i}" for i in range(len(case.wrt))]
    out += [f"func.func private @{case.name}_gradient({signature}) -> ({wrt}) {{"]
    out += ["  " + line for line in loss(case)]
    out += [f"  %g:{len(case.wrt)} = nn.gradient %loss wrt [] of ({names} : {wrt})"
            f" : tensor<f64> -> {wrt}",
            f"  return {', '.join(results)} : {wrt}", "}"]

    out += [f"func.func private @{case.name}_check() {{"]
    for n, t in inputs:
        low, high = (-1, 1) if n == "c" else (case.low, case.high)
        out += [f"  %{n} = nn.constant {values(rng, t, low, high)}"]
    out += ["  %step = arith.constant 1.0e-05 : f64"]
    for n in case.wrt:
        t = types[n]
        out += [f"  %{n}_d = nn.constant {values(rng, t, -1, 1)}",
                f"  %{n}_h = nn.splat %step : f64 -> {t}",
                f"  %{n}_s = nn.mul %{n}_d, %{n}_h : {t}",
                f"  %{n}_up = nn.add %{n}, %{n}_s : {t}",
                f"  %{n}_down = nn.sub %{n}, %{n}_s : {t}"]
    all_types = ", ".join(t for _, t in inputs)
    for side in ("up", "down"):
        arguments = ", ".join(f"%{n}_{side}" if n in case.wrt else f"%{n}" for n, _ in inputs)
        out += [f"  %{side} = call @{case.name}_loss({arguments}) : ({all_types}) -> tensor<f64>"]
    arguments = ", ".join(f"%{n}" for n, _ in inputs)
    out += [f"  %g:{len(case.wrt)} = call @{case.name}_gradient({arguments})"
            f" : ({all_types}) -> ({wrt})"]
    total = None
    for i, n in enumerate(case.wrt):
        t = types[n]
        axes = list(range(len(sizes_of(t)[0])))
        out += [f"  %{n}_p = nn.mul %g#{i}, %{n}_d : {t}",
                f"  %{n}_dot = nn.sum %{n}_p axes = {axes} : {t} -> tensor<f64>"]
        if total:
            out += [f"  %{n}_t = nn.add {total}, %{n}_dot : tensor<f64>"]
        total = f"%{n}_t" if total else f"%{n}_dot"
    out += [f"  call @report(%up, %down, {total}) : (tensor<f64>, tensor<f64>, tensor<f64>) -> ()",
            "  return", "}", ""]
    return out


HEADER = """\
// Prints 1 where the difference quotient and the gradient agree.
func.func private @report(%up: tensor<f64>, %down: tensor<f64>, %gradient: tensor<f64>) {
  %u = tensor.extract %up[] : tensor<f64>
  %d = tensor.extract %down[] : tensor<f64>
  %g = tensor.extract %gradient[] : tensor<f64>
  %twice = arith.constant 2.0e-05 : f64
  %floor = arith.constant 1.0e-03 : f64
  %tolerance = arith.constant 1.0e-06 : f64
  %difference = arith.subf %u, %d : f64
  %n = arith.divf %difference, %twice : f64
  %e = arith.subf %n, %g : f64
  %error = math.absf %e : f64
  %an = math.absf %n : f64
  %ag = math.absf %g : f64
  %m = arith.maximumf %an, %ag : f64
  %scale = arith.maximumf %m, %floor : f64
  %limit = arith.mulf %scale, %tolerance : f64
  %ok = arith.cmpf olt, %error, %limit : f64
  %bit = arith.extui %ok : i1 to i64
  vector.print %bit : i64
  return
}
"""


def write(name, cases):
    rng = random.Random(name)
    lines = ["// Written by generate.py; do not edit.",
             "// RUN: %differentiate %s | %execute | FileCheck %s", ""]
    for case in cases:
        lines += [f"// CHECK: {{{{^}}}}{case.name}: 1{{{{$}}}}"]
    lines += ["", HEADER]
    for case in cases:
        lines += functions(case, rng)
    lines += ["func.func @main() {"]
    for case in cases:
        lines += [f'  vector.print str "{case.name}: "', f"  call @{case.name}_check() : () -> ()"]
    lines += ["  return", "}"]
    with open(os.path.join(HERE, name + ".mlir"), "w") as file:
        file.write("\n".join(lines) + "\n")


def unary(name, low=0.3, high=1.7):
    t = tensor(2, 3)
    return Case(name, [("x", t)], f"%y = nn.{name} %x : {t}", t, low, high)


def binary(name):
    t = tensor(2, 3)
    return Case(name, [("a", t), ("b", t)], f"%y = nn.{name} %a, %b : {t}", t)


def unaries():
    t = tensor(2, 3)
    cases = [unary(n, -2, 2) for n in
             ["neg", "abs", "exp", "expm1", "sin", "cos", "tanh", "erf", "sigmoid"]]
    cases += [unary(n) for n in ["log", "log1p", "sqrt", "rsqrt"]]
    cases += [unary(n, -3, 3) for n in ["floor", "ceil", "round", "sign"]]
    cases += [Case(f"pow_int_{n}", [("x", t)], f"%y = nn.pow_int %x, {e} : {t}", t)
              for n, e in [("2", 2), ("3", 3), ("minus_2", -2)]]
    return cases


def elementwise():
    t, p = tensor(2, 3), tensor(2, 3, element="i1")
    cases = [binary(n) for n in ["add", "sub", "mul", "div", "pow", "mod", "max", "min"]]
    cases += [
        Case("where", [("p", p), ("a", t), ("b", t)], f"%y = nn.where %p, %a, %b : {p}, {t}", t),
        Case("clamp", [("x", t), ("lo", t), ("hi", t)],
             [f"%h = nn.add %hi, %lo : {t}", f"%y = nn.clamp %x, %lo, %h : {t}"], t),
        Case("masked_log", [("x", t)],
             ["%zero = arith.constant 0.0 : f64", f"%z = nn.splat %zero : f64 -> {t}",
              f"%p = nn.cmp gt %x, %z : {t} -> {p}", f"%l = nn.log %x : {t}",
              f"%xl = nn.mul %x, %l : {t}", f"%y = nn.where %p, %xl, %z : {p}, {t}"],
             t, -1, 1),
        Case("second", [("x", t)],
             [f"%a = nn.sin %x : {t}", f"%b = nn.exp %a : {t}",
              f"%s = nn.sum %b axes = [0, 1] : {t} -> tensor<f64>",
              f"%y = nn.gradient %s wrt [] of (%x : {t}) : tensor<f64> -> {t}"], t),
        Case("custom_vjp", [("x", t)],
             ["%y = nn.custom_vjp (%x) {", f"^bb0(%a: {t}):", f"  %r = nn.exp %a : {t}",
              f"  nn.yield %r : {t}", "} vjp {", f"^bb0(%a: {t}, %d: {t}):",
              f"  %e = nn.exp %a : {t}", f"  %r = nn.mul %d, %e : {t}",
              f"  nn.yield %r : {t}", f"}} : ({t}) -> {t}"], t),
    ]
    return cases


def shapes():
    def move(name, source, result, text, **more):
        return Case(name, [("x", source)], f"%y = nn.{text} : {source} -> {result}", result, **more)

    x, i = tensor(3, 2, 4), tensor(3, 4, element="i32")
    rows, index = tensor(3, 2), tensor(4, element="i32")
    return [
        move("broadcast", tensor(4), tensor(3, 4), "broadcast %x dims = [1]"),
        move("broadcast_swapped", tensor(3, 1, 2), tensor(2, 5, 3),
             "broadcast %x dims = [2, 1, 0]"),
        move("reshape", tensor(2, 6), tensor(3, 4), "reshape %x"),
        move("transpose", tensor(2, 3, 4), tensor(3, 4, 2), "transpose %x perm = [1, 2, 0]"),
        move("slice", tensor(4, 5), tensor(2, 3), "slice %x at [1, 0]"),
        move("pad", tensor(2, 3), tensor(3, 5), "pad %x low [1, 0] high [0, 2]"),
        Case("flip", [("x", tensor(2, 3))], f"%y = nn.flip %x axes = [1] : {tensor(2, 3)}",
             tensor(2, 3)),
        Case("cumsum", [("x", tensor(2, 3))], f"%y = nn.cumsum %x axis = 1 : {tensor(2, 3)}",
             tensor(2, 3)),
        Case("cumsum_reverse", [("x", tensor(2, 3))],
             f"%y = nn.cumsum %x axis = 0 reverse : {tensor(2, 3)}", tensor(2, 3)),
        Case("concat", [("a", tensor(2, 3)), ("b", tensor(2, 2))],
             f"%y = nn.concat %a, %b axis = 1 : ({tensor(2, 3)}, {tensor(2, 2)}) -> {tensor(2, 5)}",
             tensor(2, 5)),
        Case("take", [("x", x), ("i", i)],
             f"%y = nn.take %x, %i axis = 1 : ({x}, {i}) -> {tensor(3, 4)}", tensor(3, 4)),
        Case("gather", [("x", rows), ("i", index)],
             f"%y = nn.gather %x, %i axis = 0 : ({rows}, {index}) -> {tensor(4, 2)}",
             tensor(4, 2)),
        Case("scatter_add", [("x", tensor(4, 2)), ("i", index)],
             f"%y = nn.scatter_add %x, %i axis = 0 : ({tensor(4, 2)}, {index}) -> {rows}", rows),
    ]


def convolutions():
    """The three ops, and second derivatives of pools, whose indices are picked."""
    cases = []
    for name, x, w, y, numbers in [
            ("1d", (2, 2, 7), (3, 2, 3), (2, 3, 4), ([2], [1], [1], 1)),
            ("2d", (2, 2, 5, 4), (3, 2, 3, 2), (2, 3, 3, 4), ([2, 1], [1, 1], [1, 2], 1)),
            ("grouped", (1, 4, 5, 5), (6, 2, 2, 2), (1, 6, 2, 2), ([2, 2], [0, 0], [1, 1], 2)),
            ("depthwise", (2, 3, 4, 4), (3, 1, 3, 3), (2, 3, 4, 4), ([1, 1], [1, 1], [1, 1], 3))]:
        x, w, y = tensor(*x), tensor(*w), tensor(*y)
        strides, pads, dilations, groups = numbers
        text = f"strides {strides} pads {pads} dilations {dilations} groups {groups}"
        for op, a, b, r in [("conv", x, w, y), ("conv_transpose", y, w, x),
                            ("conv_filter", x, y, w)]:
            cases += [Case(f"{op}_{name}", [("a", a), ("b", b)],
                           f"%y = nn.{op} %a, %b {text} : ({a}, {b}) -> {r}", r)]
    return cases


def pools():
    cases = []
    for name, x, y, text in [
            ("1d", (2, 2, 8), (2, 2, 4), "kernel [2] strides [2] pads [0]"),
            ("rest", (1, 2, 5, 7), (1, 2, 2, 3), "kernel [2, 2] strides [2, 2] pads [0, 0]"),
            ("overlapping", (1, 2, 6, 5), (1, 2, 3, 5), "kernel [3, 3] strides [2, 1] pads [1, 1]")]:
        x, y, i = tensor(*x), tensor(*y), tensor(*y, element="i32")
        for op, a, r in [("max_pool", x, y), ("avg_pool", x, y), ("avg_pool_grad", y, x)]:
            cases += [Case(f"{op}_{name}", [("x", a)], f"%y = nn.{op} %x {text} : ({a}) -> {r}", r)]
        for op, a, r in [("max_pool_grad", y, x), ("max_pool_pick", x, y)]:
            cases += [Case(f"{op}_{name}", [("x", a), ("v", x)],
                           [f"%i = nn.max_pool_index %v {text} : ({x}) -> {i}",
                            f"%y = nn.{op} %x, %i {text} : ({a}, {i}) -> {r}"], r, wrt=["x"])]
    return cases


def reductions():
    x, r, x3 = tensor(3, 4), tensor(3), tensor(3, 2, 4)
    cases = [Case(n, [("x", x)], f"%y = nn.{n} %x axes = [1] : {x} -> {r}", r)
             for n in ["sum", "mean", "reduce_max", "reduce_min", "prod", "log_sum_exp"]]
    cases += [Case(n + "_two", [("x", x3)],
                   f"%y = nn.{n} %x axes = [0, 2] : {x3} -> {tensor(2)}", tensor(2))
              for n in ["mean", "reduce_max", "log_sum_exp"]]
    cases += [Case(f"{n}_{a}", [("x", x)], f"%y = nn.{n} %x axis = {a} : {x}", x)
              for n in ["softmax", "log_softmax"] for a in (0, 1)]
    i, j = tensor(3, element="i32"), tensor(3, 4, element="i32")
    loss = tensor()
    cases += [
        Case("cross_entropy", [("x", x), ("t", i)],
             f"%y = nn.cross_entropy %x, %t axis = 1 : ({x}, {i}) -> {loss}", loss),
        Case("cross_entropy_smooth", [("x", x3), ("t", j)],
             "%y = nn.cross_entropy %x, %t axis = 1 {smoothing = 0.1 : f64}"
             f" : ({x3}, {j}) -> {loss}", loss),
        Case("binary_cross_entropy", [("x", x), ("t", x)],
             f"%y = nn.binary_cross_entropy %x, %t : {x} -> {loss}", loss),
        Case("matmul", [("a", x), ("b", tensor(2, 4))],
             f'%y = nn.einsum "mk,nk->mn" %a, %b : ({x}, {tensor(2, 4)}) -> {tensor(3, 2)}',
             tensor(3, 2)),
        Case("einsum_summed", [("a", x3), ("b", tensor(2, 3))],
             f'%y = nn.einsum "bij,ib->b" %a, %b : ({x3}, {tensor(2, 3)}) -> {r}', r),
        Case("einsum_batch", [("a", x3), ("b", tensor(3, 5, 4))],
             f'%y = nn.einsum "bij,bkj->bik" %a, %b : ({x3}, {tensor(3, 5, 4)}) -> {tensor(3, 2, 5)}',
             tensor(3, 2, 5)),
    ]
    return cases


def scans():
    """Loops: an RNN, a masked LSTM that runs backwards, stacked weights, ..."""
    h, v, scalar, gate = tensor(2, 3), tensor(3), tensor(), tensor(2, 12)
    x, steps, square = tensor(2, 4, 2), tensor(2, 4, 3), tensor(3, 3)
    ok, index = tensor(2, 3, element="i1"), tensor(2, element="i32")
    inputs = [("x", x), ("h0", h), ("w", tensor(3, 2)), ("u", square)]

    def rnn(results):
        return [f"{results} = nn.scan (%x axis 1) carry (%h0) emit [1] {{",
                f"^bb0(%t: i64, %xt: {tensor(2, 2)}, %h: {h}):",
                f'  %a = nn.einsum "bk,nk->bn" %xt, %w : ({tensor(2, 2)}, {tensor(3, 2)}) -> {h}',
                f'  %b = nn.einsum "bk,nk->bn" %h, %u : ({h}, {square}) -> {h}',
                f"  %s = nn.add %a, %b : {h}", f"  %n = nn.tanh %s : {h}",
                f"  nn.yield %n, %n : {h}, {h}", f"}} : ({x}, {h}) -> ({steps}, {h})"]

    def gates(name, number, function):
        return [f"  %{name}s = nn.slice %gates at [0, {3 * number}] : {gate} -> {h}",
                f"  %{name} = nn.{function} %{name}s : {h}"]

    masks = tensor(4, 2, 3, element="i1")
    lstm = (["%all, %hn, %cn = nn.scan (%x axis 1, %ok axis 0) carry (%h0, %c0) emit [0] reverse {",
             f"^bb0(%t: i64, %xt: {tensor(2, 2)}, %okt: {ok}, %hp: {h}, %cp: {h}):",
             f'  %a = nn.einsum "bk,nk->bn" %xt, %w : ({tensor(2, 2)}, {tensor(12, 2)}) -> {gate}',
             f'  %b = nn.einsum "bk,nk->bn" %hp, %u : ({h}, {tensor(12, 3)}) -> {gate}',
             f"  %ab = nn.add %a, %b : {gate}",
             f"  %bias = nn.broadcast %d dims = [1] : {tensor(12)} -> {gate}",
             f"  %gates = nn.add %ab, %bias : {gate}"]
            + gates("i", 0, "sigmoid") + gates("f", 1, "sigmoid")
            + gates("g", 2, "tanh") + gates("o", 3, "sigmoid")
            + [f"  %fc = nn.mul %f, %cp : {h}", f"  %ig = nn.mul %i, %g : {h}",
               f"  %cx = nn.add %fc, %ig : {h}", f"  %tc = nn.tanh %cx : {h}",
               f"  %hx = nn.mul %o, %tc : {h}", f"  %hm = nn.where %okt, %hx, %hp : {ok}, {h}",
               f"  %cm = nn.where %okt, %cx, %cp : {ok}, {h}",
               f"  nn.yield %hm, %hm, %cm : {h}, {h}, {h}",
               f"}} : ({x}, {masks}, {h}, {h}) -> ({tensor(4, 2, 3)}, {h}, {h})",
               f"%rows = nn.broadcast %cn dims = [1, 2] : {h} -> {tensor(4, 2, 3)}",
               f"%y = nn.add %all, %rows : {tensor(4, 2, 3)}"])
    stacked = ["%y = nn.scan (%ws axis 0, %bs axis 0) carry (%h0) {",
               f"^bb0(%i: i64, %w: {square}, %b: {v}, %h: {h}):",
               f'  %a = nn.einsum "bk,nk->bn" %h, %w : ({h}, {square}) -> {h}',
               f"  %r = nn.broadcast %b dims = [1] : {v} -> {h}",
               f"  %s = nn.add %a, %r : {h}", f"  %n = nn.sigmoid %s : {h}",
               f"  nn.yield %n : {h}",
               f"}} : ({tensor(5, 3, 3)}, {tensor(5, 3)}, {h}) -> {h}"]
    counted = ["%y = nn.scan () carry (%x) count = 3 : i64 {",
               f"^bb0(%i: i64, %h: {v}):", f"  %n = nn.splat %i : i64 -> {v}",
               f"  %p = nn.mul %h, %k : {v}", f"  %q = nn.add %p, %n : {v}",
               f"  %r = nn.sin %q : {v}", f"  nn.yield %r : {v}", f"}} : ({v}) -> {v}"]
    swapped = ["%y, %z = nn.scan (%x axis 0) carry (%p, %q) {",
               f"^bb0(%t: i64, %xt: {scalar}, %a: {scalar}, %b: {scalar}):",
               f"  %m = nn.mul %a, %xt : {scalar}", f"  nn.yield %b, %m : {scalar}, {scalar}",
               f"}} : ({v}, {scalar}, {scalar}) -> ({scalar}, {scalar})"]
    nested = ["%y, %end = nn.scan (%x axis 0) carry (%h0) emit [1] {",
              f"^bb0(%t: i64, %row: {tensor(4)}, %h: {scalar}):",
              "  %inner, %sum = nn.scan (%row axis 0) carry (%h) emit [0] {",
              f"  ^bb0(%s: i64, %e: {scalar}, %k: {scalar}):",
              f"    %a = nn.mul %e, %k : {scalar}", f"    %b = nn.sin %a : {scalar}",
              f"    %d = nn.mul %b, %w : {scalar}", f"    nn.yield %b, %d : {scalar}, {scalar}",
              f"  }} : ({tensor(4)}, {scalar}) -> ({tensor(4)}, {scalar})",
              f"  nn.yield %inner, %sum : {tensor(4)}, {scalar}",
              f"}} : ({tensor(3, 4)}, {scalar}) -> ({tensor(4, 3)}, {scalar})"]
    looked_up = ["%y = nn.scan (%i axis 0) emit [0] {", f"^bb0(%t: i64, %it: {index}):",
                 f"  %r = nn.gather %x, %it axis = 0 : ({h}, {index}) -> {h}",
                 f"  %s = nn.mul %r, %r : {h}", f"  nn.yield %s : {h}",
                 f"}} : ({tensor(4, 2, element='i32')}) -> {tensor(4, 2, 3)}"]
    second = rnn("%all, %end") + [
        f"%s2 = nn.mul %all, %all : {steps}",
        f"%e = nn.sum %s2 axes = [0, 1, 2] : {steps} -> {scalar}",
        f"%y = nn.gradient %e wrt [] of (%u : {square}) : {scalar} -> {square}"]
    return [
        Case("rnn", inputs, rnn("%y, %end"), steps),
        Case("rnn_last", inputs, rnn("%all, %y"), h),
        Case("lstm", [("x", x), ("ok", masks), ("h0", h), ("c0", h), ("w", tensor(12, 2)),
                      ("u", tensor(12, 3)), ("d", tensor(12))], lstm, tensor(4, 2, 3)),
        Case("stacked", [("ws", tensor(5, 3, 3)), ("bs", tensor(5, 3)), ("h0", h)], stacked, h),
        Case("counted", [("x", v), ("k", v)], counted, v),
        Case("swapped", [("x", v), ("p", scalar), ("q", scalar)], swapped, scalar),
        Case("nested", [("x", tensor(3, 4)), ("h0", scalar), ("w", scalar)], nested, tensor(4, 3)),
        Case("looked_up", [("x", h), ("i", tensor(4, 2, element="i32"))], looked_up,
             tensor(4, 2, 3)),
        Case("second", inputs, second, square),
    ]


def attentions():
    """The gradient, also across blocks and with masks, and the gradient's own."""
    def case(name, i, j, c, w, text="", mask=None, prefix=""):
        q, k, v, y = tensor(*prefix, i, c), tensor(*prefix, j, c), tensor(*prefix, j, w), tensor(*prefix, i, w)
        l = tensor(*prefix, i)
        b = "b" if prefix else ""
        letters = f"{b}ic,{b}jc,{b}jw" + (f",{mask[0]}" if mask else "") + f"->{b}iw"
        inputs = [("q", q), ("k", k), ("v", v)] + ([("m", mask[1])] if mask else [])
        types = ", ".join(t for _, t in inputs)
        masked = "mask %m " if mask else ""
        return Case(name, inputs,
                    [f'%o, %l = nn.attention "{letters}" %q, %k, %v {masked}{text}scale = 0.7'
                     f" : ({types}) -> ({y}, {l})",
                     f"%ls = nn.sin %l : {l}",
                     f"%lb = nn.broadcast %ls dims = {list(range(len(prefix) + 1))} : {l} -> {y}",
                     f"%y = nn.add %o, %lb : {y}"], y)

    q, k, v, y, l = tensor(3, 2), tensor(4, 2), tensor(4, 5), tensor(3, 5), tensor(3)

    def second(name, result, text="", inputs=(), letters=""):
        names = ["%y" if n == result else f"%{n}d" for n in ("q", "k", "v")]
        types = {"q": q, "k": k, "v": v}
        all_inputs = [("q", q), ("k", k), ("v", v), ("dy", y), ("l", l), ("e", l)] + list(inputs)
        return Case(name, all_inputs,
                    f'{", ".join(names)} = nn.attention_grad "ic,jc,jw{letters}->iw" %q, %k, %v, %dy, %l, %e '
                    f"{text}scale = 0.7 : ({', '.join(t for _, t in all_inputs)}) -> ({q}, {k}, {v})",
                    types[result])

    some = tensor(3, 4, element="i1")
    return [
        case("attention", 3, 4, 2, 5),
        case("attention_batch", 3, 4, 2, 5, prefix=(2,)),
        case("attention_causal", 66, 66, 1, 1, "causal "),
        case("attention_blocks", 5, 130, 2, 1),
        case("attention_mask", 3, 4, 2, 5, mask=("bj", tensor(2, 4, element="i1")), prefix=(2,)),
        second("attention_grad_query", "q"), second("attention_grad_key", "k", "causal "),
        second("attention_grad_value", "v"),
        second("attention_grad_mask", "q", "mask %m ", [("m", some)], ",ij"),
    ]


if __name__ == "__main__":
    write("unary", unaries())
    write("elementwise", elementwise())
    write("shapes", shapes())
    write("reductions", reductions())
    write("convolutions", convolutions())
    write("pools", pools())
    write("scans", scans())
    write("attention", attentions())
