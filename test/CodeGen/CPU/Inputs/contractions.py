"""Contractions of all transpositions with an epilogue, and what they compute.

Usage: contractions.py M N K [TYPE] [--dynamic] [--tile=NAME=N,...] [--expect]

Every matrix holds small integers, so sums are exact in any order and a
checksum of each result decides. `--tile` is `nn.tiling` of every op. Without
--expect the module is printed, with
it the checksums, computed here.
"""

import sys

numbers = [int(a) for a in sys.argv[1:] if a.isdigit()]
M, N, K = numbers
TYPE = "f64" if "f64" in sys.argv else "f32"
DYNAMIC = "--dynamic" in sys.argv
TILE = "".join(a[len("--tile="):] for a in sys.argv if a.startswith("--tile="))
ATTRS = f" attrs = {{nn.tiling = {{{TILE}}}}}" if TILE else ""


def value_a(i, j):
    return (i * 5 + j * 3) % 7 - 3


def value_b(i, j):
    return (i * 2 + j * 7) % 5 - 2


def weight(i, j):
    return (i * 3 + j) % 4 - 1


def expected():
    """Checksums of relu(A B + bias) and of its transpose; bias runs along N."""
    rows = [[value_a(m, k) for k in range(K)] for m in range(M)]
    columns = [[value_b(k, n) for k in range(K)] for n in range(N)]
    plain = swapped = 0
    for m, row in enumerate(rows):
        for n, column in enumerate(columns):
            c = max(sum(map(int.__mul__, row, column)) + n % 3 - 1, 0)
            plain += c * weight(m, n)
            swapped += c * weight(n, m)
    return plain, swapped


CASES = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)]
if "--expect" in sys.argv:
    sums = expected()
    for _, _, swap_c in CASES:
        print(sums[swap_c])
    sys.exit()


def tensor(*sizes, element=TYPE):
    dims = ["?" if DYNAMIC else str(size) for size in sizes]
    return f"tensor<{'x'.join(dims)}x{element}>"


def mapping(swap, first, second):
    names = (second, first) if swap else (first, second)
    return f"affine_map<(m, n, k) -> ({', '.join(names)})>"



lines = []
emit = lines.append
for index, (swap_a, swap_b, swap_c) in enumerate(CASES):
    a = tensor(K, M) if swap_a else tensor(M, K)
    b = tensor(N, K) if swap_b else tensor(K, N)
    c = tensor(N, M) if swap_c else tensor(M, N)
    bias = tensor(N)
    sizes = ("%N, %M" if swap_c else "%M, %N") if DYNAMIC else ""
    plane = "affine_map<(m, n) -> (m, n)>"
    out = "affine_map<(m, n) -> (n, m)>" if swap_c else plane
    emit(f"""
func.func private @mm{index}(%a: {a}, %b: {b}, %bias: {bias}, %M: index, %N: index) -> {c}
    attributes {{no_inline}} {{
  %zero = arith.constant 0.0 : {TYPE}
  %e = tensor.empty({sizes}) : {c}
  %f = linalg.fill ins(%zero : {TYPE}) outs(%e : {c}) -> {c}
  %p = linalg.generic {{indexing_maps = [{mapping(swap_a, 'm', 'k')}, {mapping(swap_b, 'k', 'n')}, {mapping(swap_c, 'm', 'n')}],
      iterator_types = ["parallel", "parallel", "reduction"]}}
      ins(%a, %b : {a}, {b}) outs(%f : {c}){ATTRS} {{
    ^bb0(%x: {TYPE}, %y: {TYPE}, %s: {TYPE}):
      %q = arith.mulf %x, %y : {TYPE}
      %r = arith.addf %s, %q : {TYPE}
      linalg.yield %r : {TYPE}
  }} -> {c}
  %h = linalg.generic {{indexing_maps = [{out}, affine_map<(m, n) -> (n)>, {out}],
      iterator_types = ["parallel", "parallel"]}}
      ins(%p, %bias : {c}, {bias}) outs(%e : {c}) {{
    ^bb0(%x: {TYPE}, %y: {TYPE}, %s: {TYPE}):
      %q = arith.addf %x, %y : {TYPE}
      %r = arith.maximumf %q, %zero : {TYPE}
      linalg.yield %r : {TYPE}
  }} -> {c}
  return %h : {c}
}}""")


def generated(name, ty, sizes, body, rank):
    args = ", ".join(f"%i{d}: index" for d in range(rank))
    dynamic = ", ".join(sizes) if DYNAMIC else ""
    emit(f"""  {name} = tensor.generate {dynamic} {{
    ^bb0({args}):
{body}
      %v = arith.index_cast %w : index to i64
      %g = arith.sitofp %v : i64 to {TYPE}
      tensor.yield %g : {TYPE}
  }} : {ty}""")


def formula(x, first, y, second, modulus, shift):
    return f"""      %u0 = arith.muli {x}, %c{first} : index
      %u1 = arith.muli {y}, %c{second} : index
      %u2 = arith.addi %u0, %u1 : index
      %u3 = arith.remui %u2, %c{modulus} : index
      %w = arith.subi %u3, %c{shift} : index"""


emit(f"""
func.func @main(%M: index, %N: index, %K: index) {{""")
for constant in range(8):
    emit(f"  %c{constant} = arith.constant {constant} : index")
emit(f"  %start = arith.constant 0.0 : {TYPE}")
for swap in (0, 1):
    x, y = ("%i1", "%i0") if swap else ("%i0", "%i1")
    generated(f"%a{swap}", tensor(K, M) if swap else tensor(M, K),
              ["%K", "%M"] if swap else ["%M", "%K"], formula(x, 5, y, 3, 7, 3), 2)
    generated(f"%b{swap}", tensor(N, K) if swap else tensor(K, N),
              ["%N", "%K"] if swap else ["%K", "%N"], formula(x, 2, y, 7, 5, 2), 2)
generated("%bias", tensor(N), ["%N"], formula("%i0", 1, "%i0", 0, 3, 1), 1)
for index, (swap_a, swap_b, swap_c) in enumerate(CASES):
    a = tensor(K, M) if swap_a else tensor(M, K)
    b = tensor(N, K) if swap_b else tensor(K, N)
    c = tensor(N, M) if swap_c else tensor(M, N)
    outer, inner = ("%N", "%M") if swap_c else ("%M", "%N")
    emit(f"""  %r{index} = func.call @mm{index}(%a{swap_a}, %b{swap_b}, %bias, %M, %N) : ({a}, {b}, {tensor(N)}, index, index) -> {c}
  %s{index} = scf.for %i = %c0 to {outer} step %c1 iter_args(%o = %start) -> {TYPE} {{
    %t = scf.for %j = %c0 to {inner} step %c1 iter_args(%p = %o) -> {TYPE} {{
      %x = tensor.extract %r{index}[%i, %j] : {c}
      %u0 = arith.muli %i, %c3 : index
      %u1 = arith.addi %u0, %j : index
      %u2 = arith.remui %u1, %c4 : index
      %u3 = arith.subi %u2, %c1 : index
      %u4 = arith.index_cast %u3 : index to i64
      %u5 = arith.sitofp %u4 : i64 to {TYPE}
      %y = arith.mulf %x, %u5 : {TYPE}
      %z = arith.addf %p, %y : {TYPE}
      scf.yield %z : {TYPE}
    }}
    scf.yield %t : {TYPE}
  }}
  %n{index} = arith.fptosi %s{index} : {TYPE} to i64
  vector.print %n{index} : i64""")
emit("  return\n}")
emit(f"""
func.func @entry() {{
  %M = arith.constant {M} : index
  %N = arith.constant {N} : index
  %K = arith.constant {K} : index
  call @main(%M, %N, %K) : (index, index, index) -> ()
  return
}}""")
print("\n".join(lines))
