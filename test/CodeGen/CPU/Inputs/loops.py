"""Elementwise ops and reductions over M by N, one function each.

Usage: loops.py M N [TYPE] [--dynamic]

Run once through the kernel pipeline and once without, the module prints the
same checksums: all values are small integers, so that sums are exact.
"""

import sys

M, N = [int(a) for a in sys.argv[1:] if a.isdigit()]
TYPE = "f64" if "f64" in sys.argv else "f32"
DYNAMIC = "--dynamic" in sys.argv
ROWS = "affine_map<(m, n) -> (m)>"
COLUMNS = "affine_map<(m, n) -> (n)>"
PLANE = "affine_map<(m, n) -> (m, n)>"
FLIPPED = "affine_map<(m, n) -> (n, m)>"
ALL = "affine_map<(m, n) -> ()>"


def tensor(*sizes, element=TYPE):
    dims = ["?" if DYNAMIC else str(size) for size in sizes]
    return f"tensor<{'x'.join(dims + [element])}>"


X, ROW, COLUMN, SCALAR = tensor(M, N), tensor(N), tensor(M), tensor()
FLIP = tensor(N, M)
# Types may be equal where sizes are dynamic, so an output goes by its kind.
TYPES = {"x": X, "y": FLIP, "row": ROW, "column": COLUMN, "scalar": SCALAR}
SIZES = {"x": "%M, %N", "y": "%N, %M", "row": "%N", "column": "%M",
         "scalar": ""}
add = [f"%r = arith.addf %s, %v : {TYPE}"]
largest = [f"%r = arith.maximumf %s, %v : {TYPE}"]
# name, input maps and values, output type, map, start, kinds, body (%v is the
# last input, %s the output)
CASES = [
    ("scale", [(PLANE, "%x")], "x", PLANE, None, "pp",
     [f"%r = arith.addf %v, %v : {TYPE}"]),
    ("bias", [(COLUMNS, "%row"), (ROWS, "%column"), (PLANE, "%x")], "x", PLANE,
     None, "pp", [f"%p = arith.mulf %i0, %i1 : {TYPE}",
                  f"%r = arith.addf %p, %v : {TYPE}"]),
    ("transpose", [(PLANE, "%x")], "y", FLIPPED, None, "pp",
     [f"%r = arith.addf %v, %one : {TYPE}"]),
    ("mixed", [(PLANE, "%x"), (FLIPPED, "%y")], "x", PLANE, None, "pp",
     [f"%r = arith.subf %i0, %v : {TYPE}"]),
    ("where", [(PLANE, "%x")], "x", PLANE, None, "pp",
     ["%j = linalg.index 1 : index", "%i = linalg.index 0 : index",
      "%c = arith.cmpi ult, %i, %j : index",
      f"%r = arith.select %c, %v, %one : {TYPE}"]),
    ("next_row", [(PLANE, "%x")], "x", PLANE, None, "pp",
     ["%i = linalg.index 0 : index", "%j = linalg.index 1 : index",
      "%after = arith.addi %i, %five : index", "%k = arith.remui %after, %M : index",
      f"%r = tensor.extract %x[%k, %j] : {X}"]),
    ("other_columns", [(PLANE, "%x")], "x", PLANE, None, "pp",
     ["%i = linalg.index 0 : index", "%j = linalg.index 1 : index",
      "%far = arith.muli %j, %five : index", "%k = arith.remui %far, %N : index",
      f"%t = tensor.extract %x[%i, %k] : {X}", f"%r = arith.addf %t, %v : {TYPE}"]),
    ("other_rows", [(PLANE, "%x")], "x", PLANE, None, "pp",
     ["%i = linalg.index 0 : index", "%j = linalg.index 1 : index",
      f"%t = tensor.extract %y[%j, %i] : {FLIP}", f"%r = arith.addf %t, %v : {TYPE}"]),
    ("by_value", [(PLANE, "%x")], "x", PLANE, None, "pp",
     [f"%t = arith.subf %v, %low : {TYPE}", f"%n = arith.fptosi %t : {TYPE} to i32",
      "%u = arith.remsi %n, %seven : i32", "%k = arith.index_cast %u : i32 to index",
      f"%r = tensor.extract %row[%k] : {ROW}"]),
    ("row_sums", [(PLANE, "%x")], "column", ROWS, "%zero", "pr", add),
    ("column_sums", [(PLANE, "%x")], "row", COLUMNS, "%zero", "rp", add),
    ("row_max", [(PLANE, "%x")], "column", ROWS, "%low", "pr", largest),
    ("column_max", [(PLANE, "%x")], "row", COLUMNS, "%low", "rp", largest),
    ("sum", [(PLANE, "%x")], "scalar", ALL, "%one", "rr", add),
    ("product", [(PLANE, "%x"), (FLIPPED, "%y")], "scalar", ALL, "%zero", "rr",
     [f"%p = arith.mulf %i0, %v : {TYPE}", f"%r = arith.addf %s, %p : {TYPE}"]),
]

lines = []
emit = lines.append
for name, inputs, kind, out_map, start, kinds, body in CASES:
    out = TYPES[kind]
    types = {"%x": X, "%y": FLIP, "%row": ROW, "%column": COLUMN}
    maps = ", ".join([m for m, _ in inputs] + [out_map])
    iterators = ", ".join('"parallel"' if k == "p" else '"reduction"'
                          for k in kinds)
    args = [f"%i{i}: {TYPE}" for i in range(len(inputs) - 1)] + [f"%v: {TYPE}"]
    size = SIZES[kind] if DYNAMIC else ""
    emit(f"""
func.func private @{name}(%x: {X}, %y: {FLIP}, %row: {ROW}, %column: {COLUMN}, %M: index, %N: index) -> {out}
    attributes {{no_inline}} {{
  %zero = arith.constant 0.0 : {TYPE}
  %one = arith.constant 1.0 : {TYPE}
  %low = arith.constant -1000.0 : {TYPE}
  %five = arith.constant 5 : index
  %seven = arith.constant 7 : i32
  %e = tensor.empty({size}) : {out}""")
    init = "%e"
    if start:
        emit(f"  %f = linalg.fill ins({start} : {TYPE}) outs(%e : {out}) -> {out}")
        init = "%f"
    emit(f"""  %o = linalg.generic {{indexing_maps = [{maps}], iterator_types = [{iterators}]}}
      ins({', '.join(v for _, v in inputs)} : {', '.join(types[v] for _, v in inputs)}) outs({init} : {out}) {{
    ^bb0({', '.join(args)}, %s: {TYPE}):
      {chr(10).join(body)}
      linalg.yield %r : {TYPE}
  }} -> {out}
  return %o : {out}
}}""")

# Rows less their sums: the sum keeps what it reads.
emit(f"""
func.func private @kept(%x: {X}, %y: {FLIP}, %row: {ROW}, %column: {COLUMN}, %M: index, %N: index) -> {X}
    attributes {{no_inline}} {{
  %zero = arith.constant 0.0 : {TYPE}
  %one = arith.constant 1.0 : {TYPE}
  %e = tensor.empty({SIZES['x'] if DYNAMIC else ''}) : {X}
  %c = tensor.empty({SIZES['column'] if DYNAMIC else ''}) : {COLUMN}
  %f = linalg.fill ins(%zero : {TYPE}) outs(%c : {COLUMN}) -> {COLUMN}
  %more = linalg.generic {{indexing_maps = [{PLANE}, {PLANE}], iterator_types = ["parallel", "parallel"]}}
      ins(%x : {X}) outs(%e : {X}) {{
    ^bb0(%v: {TYPE}, %s: {TYPE}):
      %r = arith.addf %v, %one : {TYPE}
      linalg.yield %r : {TYPE}
  }} -> {X}
  %sums = linalg.generic {{indexing_maps = [{PLANE}, {ROWS}], iterator_types = ["parallel", "reduction"]}}
      ins(%more : {X}) outs(%f : {COLUMN}) {{
    ^bb0(%v: {TYPE}, %s: {TYPE}):
      %r = arith.addf %s, %v : {TYPE}
      linalg.yield %r : {TYPE}
  }} -> {COLUMN}
  %less = linalg.generic {{indexing_maps = [{PLANE}, {ROWS}, {PLANE}], iterator_types = ["parallel", "parallel"]}}
      ins(%more, %sums : {X}, {COLUMN}) outs(%e : {X}) {{
    ^bb0(%v: {TYPE}, %t: {TYPE}, %s: {TYPE}):
      %r = arith.subf %v, %t : {TYPE}
      linalg.yield %r : {TYPE}
  }} -> {X}
  return %less : {X}
}}""")

emit("func.func @entry() {")
emit(f"  %M = arith.constant {M} : index\n  %N = arith.constant {N} : index")
for c in range(8):
    emit(f"  %c{c} = arith.constant {c} : index")
for name, ty, rank in (("x", X, 2), ("y", FLIP, 2), ("row", ROW, 1),
                       ("column", COLUMN, 1)):
    args = ", ".join(f"%i{d}: index" for d in range(rank))
    second = "%i1" if rank == 2 else "%c2"
    emit(f"""  %{name} = tensor.generate {SIZES[name] if DYNAMIC else ''} {{
    ^bb0({args}):
      %u0 = arith.muli %i0, %c5 : index
      %u1 = arith.muli {second}, %c3 : index
      %u2 = arith.addi %u0, %u1 : index
      %u3 = arith.remui %u2, %c7 : index
      %u4 = arith.subi %u3, %c3 : index
      %u5 = arith.index_cast %u4 : index to i64
      %u6 = arith.sitofp %u5 : i64 to {TYPE}
      tensor.yield %u6 : {TYPE}
  }} : {ty}""")
emit(f"  %start = arith.constant 0.0 : {TYPE}")
for name, _, kind, *_ in CASES + [("kept", [], "x")]:
    out = TYPES[kind]
    emit(f"""  %{name} = call @{name}(%x, %y, %row, %column, %M, %N) : ({X}, {FLIP}, {ROW}, {COLUMN}, index, index) -> {out}""")
    outer, inner, place = {
        "x": ("%M", "%N", "%i, %j"), "y": ("%N", "%M", "%i, %j"),
        "row": ("%N", "%c1", "%i"), "column": ("%M", "%c1", "%i"),
        "scalar": ("%c1", "%c1", "")}[kind]
    emit(f"""  %s_{name} = scf.for %i = %c0 to {outer} step %c1 iter_args(%o = %start) -> {TYPE} {{
    %t = scf.for %j = %c0 to {inner} step %c1 iter_args(%p = %o) -> {TYPE} {{
      %v = tensor.extract %{name}[{place}] : {out}
      %u0 = arith.muli %i, %c3 : index
      %u1 = arith.addi %u0, %j : index
      %u2 = arith.remui %u1, %c4 : index
      %u3 = arith.addi %u2, %c1 : index
      %u4 = arith.index_cast %u3 : index to i64
      %u5 = arith.sitofp %u4 : i64 to {TYPE}
      %w = arith.mulf %v, %u5 : {TYPE}
      %z = arith.addf %p, %w : {TYPE}
      scf.yield %z : {TYPE}
    }}
    scf.yield %t : {TYPE}
  }}
  vector.print %s_{name} : {TYPE}""")
emit("  return\n}")
print("\n".join(lines))
