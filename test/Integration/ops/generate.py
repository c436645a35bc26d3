#!/usr/bin/env python3
"""Writes the execution tests of every op beside this script.

Each test feeds stored inputs to one op, lowered by nn-to-linalg and upstream
passes, then through the CPU kernels, and counts the elements that differ from what NumPy computes in f64.
Needs NumPy, SciPy, PyTorch and ml_dtypes; run it again after a change here:

    python3 test/Integration/ops/generate.py
"""

import os

import ml_dtypes
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
BF16 = ml_dtypes.bfloat16
TYPES = {
    np.dtype(np.float32): "f32",
    np.dtype(np.float64): "f64",
    np.dtype(np.float16): "f16",
    np.dtype(BF16): "bf16",
    np.dtype(np.int8): "i8",
    np.dtype(np.int32): "i32",
    np.dtype(np.int64): "i64",
    np.dtype(np.bool_): "i1",
}


def shape(array, dims=None):
    """The sizes of a tensor type; `dims` names those that are dynamic."""
    sizes = ["?" if dims and dims[i] else str(n) for i, n in enumerate(array.shape)]
    return "".join(s + "x" for s in sizes) + TYPES[array.dtype]


def nn_type(array, dims=None):
    if not dims or not any(dims):
        return f"tensor<{shape(array)}>"
    entries = ", ".join(f'"{d}"' if d else "_" for d in dims)
    return f"tensor<{shape(array, dims)}, #nn.dims<{entries}>>"


def constant(array):
    """A dense constant with the exact bits of the array."""
    array = np.ascontiguousarray(array)
    if array.dtype == np.bool_:
        words = ["true" if x else "false" for x in array.reshape(-1)]
        return nested(array.shape, iter(words))
    if array.size == 0:
        return ""
    return '"0x' + array.tobytes().hex().upper() + '"'


def nested(sizes, words):
    if not sizes:
        return next(words)
    return "[" + ", ".join(nested(sizes[1:], words) for _ in range(sizes[0])) + "]"


HELPERS = """\
// A number differs if it is farther than `tolerance` times (|want| + floor).
func.func private @differs(%got: f64, %want: f64, %tolerance: f64, %floor: f64) -> i64 {
  %equal = arith.cmpf oeq, %got, %want : f64
  %nan1 = arith.cmpf uno, %got, %got : f64
  %nan2 = arith.cmpf uno, %want, %want : f64
  %nans = arith.andi %nan1, %nan2 : i1
  %difference = arith.subf %got, %want : f64
  %size = math.absf %difference : f64
  %scale = math.absf %want : f64
  %sum = arith.addf %scale, %floor : f64
  %limit = arith.mulf %sum, %tolerance : f64
  %near = arith.cmpf ole, %size, %limit : f64
  %infinity = arith.constant 0x7FF0000000000000 : f64
  %finite = arith.cmpf olt, %scale, %infinity : f64
  %close = arith.andi %near, %finite : i1
  %a = arith.ori %equal, %nans : i1
  %b = arith.ori %a, %close : i1
  %true = arith.constant true
  %c = arith.xori %b, %true : i1
  %d = arith.extui %c : i1 to i64
  return %d : i64
}
func.func private @printI64(i64)
func.func private @printNewline()
"""

# How an element becomes the two f64 that @differs compares.
CONVERT = {
    "f64": "%g = arith.negf %x : f64\n    %w = arith.negf %y : f64",
    "f": "%g = arith.extf %x : {0} to f64\n    %w = arith.extf %y : {0} to f64",
    # Integers are compared as such, and reported as 0 or 1 against 0.
    "i": "%e = arith.cmpi ne, %x, %y : {0}\n    %g = arith.uitofp %e : i1 to f64\n"
         "    %w = arith.constant 0.0 : f64",
}
COUNT = """\
func.func private @count_{0}(%got: tensor<?x{0}>, %want: tensor<?x{0}>, %tolerance: f64, %floor: f64) -> i64 {{
  %zero = arith.constant dense<0> : tensor<i64>
  %counted = linalg.generic {{
    indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> ()>],
    iterator_types = ["reduction"]
  }} ins(%got, %want : tensor<?x{0}>, tensor<?x{0}>) outs(%zero : tensor<i64>) {{
  ^bb0(%x: {0}, %y: {0}, %count: i64):
    {1}
    %bad = func.call @differs(%g, %w, %tolerance, %floor) : (f64, f64, f64, f64) -> i64
    %next = arith.addi %count, %bad : i64
    linalg.yield %next : i64
  }} -> tensor<i64>
  %count = tensor.extract %counted[] : tensor<i64>
  return %count : i64
}}
"""


def count_function(element):
    convert = CONVERT.get(element) or CONVERT["f" if "f" in element else "i"]
    return COUNT.format(element, convert.format(element))


class File:
    """One test file: functions with an op, and a main that calls them."""

    def __init__(self, name):
        self.name = name
        self.functions = []
        self.main = []
        self.checks = []
        self.elements = []

    def case(self, name, op, inputs, wants, tolerance=5e-7, floor=0.0, dims=None,
             want_dims=None, prefix="", extra=()):
        """`op` is the text of one or more ops over %a, %b, ... that define %r
        (or %r0, %r1, ...); {A}, {B}, ... and {R} stand for their types. `extra`
        are further arguments: (name, type, attributes, constant)."""
        wants = wants if isinstance(wants, list) else [wants]
        dims = dims or [None] * len(inputs)
        want_dims = want_dims or [None] * len(wants)
        letters = "abcdefgh"
        types = {letters[i].upper(): nn_type(x, dims[i]) for i, x in enumerate(inputs)}
        types["R"] = nn_type(wants[0], want_dims[0])
        arguments = [f"%{letters[i]}: {types[letters[i].upper()]}" for i in range(len(inputs))]
        arguments += [f"%{n}: {t} {a}" for n, t, a, _ in extra]
        results = ["%r"] if len(wants) == 1 else [f"%r{i}" for i in range(len(wants))]
        result_types = [nn_type(w, d) for w, d in zip(wants, want_dims)]
        body = op.format(**types)
        self.functions.append(
            f"func.func private @{name}({', '.join(arguments)}) -> "
            f"({', '.join(result_types)}) {{\n  "
            + "\n  ".join(body.strip().split("\n"))
            + f"\n  return {', '.join(results)} : {', '.join(result_types)}\n}}\n")
        self.call(name, inputs, dims, wants, result_types, want_dims, tolerance, floor, extra)

    def call(self, name, inputs, dims, wants, result_types, want_dims, tolerance, floor, extra):
        out = self.main
        passed, passed_types = [], []
        for i, x in enumerate(inputs):
            value = f"%{name}_in{i}"
            out.append(f"{value} = arith.constant dense<{constant(x)}> : tensor<{shape(x)}>")
            if dims[i] and any(dims[i]):
                out.append(f"{value}d = tensor.cast {value} : tensor<{shape(x)}> to {nn_type(x, dims[i])}")
                value += "d"
            passed.append(value)
            passed_types.append(nn_type(x, dims[i]))
        for n, t, _, v in extra:
            out.append(f"%{name}_{n} = arith.constant {v}" + (f" : {t}" if t != "i1" else ""))
            passed.append(f"%{name}_{n}")
            passed_types.append(t)
        many = "" if len(wants) == 1 else f":{len(wants)}"
        out.append(f"%{name}_got{many} = call @{name}({', '.join(passed)}) : "
                   f"({', '.join(passed_types)}) -> ({', '.join(result_types)})")
        for i, want in enumerate(wants):
            got = f"%{name}_got" + ("" if len(wants) == 1 else f"#{i}")
            if want_dims[i] and any(want_dims[i]):
                out.append(f"%{name}_cast{i} = tensor.cast {got} : {result_types[i]} to tensor<{shape(want)}>")
                got = f"%{name}_cast{i}"
            self.compare(f"{name}_{i}", got, want, tolerance, floor)
            out.append(f'vector.print str "{name} "')
            out.append(f"call @printI64(%{name}_{i}) : (i64) -> ()")
            out.append("call @printNewline() : () -> ()")
            self.checks.append(f"// CHECK: {{{{^}}}}{name} 0{{{{$}}}}")

    def compare(self, result, got, want, tolerance, floor):
        """Flattens both sides and counts what differs."""
        out, element, size = self.main, TYPES[want.dtype], want.size
        if element not in self.elements:
            self.elements.append(element)
        flat = f"tensor<{size}x{element}>"
        if want.ndim == 0:
            out.append(f"%{result}_flat = tensor.expand_shape {got} [] output_shape [1] : tensor<{element}> into {flat}")
            got = f"%{result}_flat"
        elif want.ndim > 1:
            axes = ", ".join(map(str, range(want.ndim)))
            out.append(f"%{result}_flat = tensor.collapse_shape {got} [[{axes}]] : tensor<{shape(want)}> into {flat}")
            got = f"%{result}_flat"
        out.append(f"%{result}_want = arith.constant dense<{constant(want.reshape(-1))}> : {flat}")
        for name, value in (("got", got), ("want", f"%{result}_want")):
            out.append(f"%{result}_any_{name} = tensor.cast {value} : {flat} to tensor<?x{element}>")
        out.append(f"%{result}_tolerance = arith.constant {tolerance:e} : f64")
        out.append(f"%{result}_floor = arith.constant {floor:e} : f64")
        dynamic = f"tensor<?x{element}>"
        out.append(f"%{result} = call @count_{element}(%{result}_any_got, %{result}_any_want, "
                   f"%{result}_tolerance, %{result}_floor) : ({dynamic}, {dynamic}, f64, f64) -> i64")

    def write(self):
        with open(os.path.join(HERE, self.name + ".mlir"), "w") as f:
            f.write("// Written by generate.py; do not edit.\n")
            f.write("// RUN: %lower %s | %execute | FileCheck %s\n")
            f.write("// RUN: %kernels %s | %execute | FileCheck %s\n")
            f.write("\n" + "\n".join(self.checks) + "\n\n" + HELPERS + "\n")
            f.write("".join(count_function(e) + "\n" for e in self.elements))
            f.write("\n".join(self.functions))
            f.write("\nfunc.func @main() {\n  ")
            f.write("\n  ".join("\n".join(self.main).split("\n")))
            f.write("\n  return\n}\n")


if __name__ == "__main__":
    import cases

    for file in cases.files():
        file.write()
