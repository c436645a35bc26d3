"""Pools and their gradients, and checksums of what they compute.

Usage: pools.py [f64] [--dynamic]

Numbers are small integers and windows have 1, 2, 4 or 8 elements where there
is a mean, so every result is exact, whatever the order.
"""

import sys

TYPE = "f64" if "f64" in sys.argv else "f32"
DYNAMIC = "--dynamic" in sys.argv

# sizes, kernel, strides, pads; a window leaves rows and columns over, overlaps
# others, is padded, lies in one row.
MAX = [((10, 36), (2, 2), (2, 2), (0, 0)), ((7, 45), (3, 3), (2, 2), (1, 1)),
       ((6, 21), (3, 3), (1, 1), (1, 1)), ((9, 50), (2, 3), (2, 3), (0, 0)),
       ((5, 5), (2, 2), (2, 2), (0, 0)), ((45,), (4,), (2,), (1,)),
       ((8, 17), (5, 2), (4, 1), (2, 0)), ((6, 40), (3, 4), (3, 4), (0, 1))]
AVG = [((10, 37), (2, 2), (2, 2), (0, 0)), ((6, 21), (2, 4), (1, 1), (1, 1)),
       ((7, 45), (4, 2), (2, 2), (1, 1)), ((4, 4), (4, 4), (4, 4), (0, 0)),
       ((45,), (4,), (2,), (1,))]
N, C = 2, 3

lines = []
emit = lines.append


def tensor(spatial, element=TYPE):
    batch = "?" if DYNAMIC else N
    sizes = "x".join(map(str, (batch, C, *spatial)))
    encoding = f", #nn.dims<n{', _' * (1 + len(spatial))}>" if DYNAMIC else ""
    return f"tensor<{sizes}x{element}{encoding}>"


def pool(name, number, case, body):
    sizes, kernel, strides, pads = case
    small = [(s + 2 * p - k) // t + 1 for s, k, t, p in zip(sizes, kernel, strides, pads)]
    x, y, index = tensor(sizes), tensor(small), tensor(small, "i32")
    attributes = f"kernel {list(kernel)} strides {list(strides)} pads {list(pads)}"
    emit(f"""
func.func private @{name}{number}(%x: {x}, %dy: {y}) -> ({y}, {x}) attributes {{no_inline}} {{""")
    for line in body(x, y, index, attributes):
        emit("  " + line)
    emit(f"  return %y, %dx : {y}, {x}\n}}")
    return f"{name}{number}", sizes, small


def max_body(x, y, index, attributes):
    return [f"%y = nn.max_pool %x {attributes} : ({x}) -> {y}",
            f"%i = nn.max_pool_index %x {attributes} : ({x}) -> {index}",
            f"%dx = nn.max_pool_grad %dy, %i {attributes} : ({y}, {index}) -> {x}"]


def avg_body(x, y, index, attributes):
    return [f"%y = nn.avg_pool %x {attributes} : ({x}) -> {y}",
            f"%dx = nn.avg_pool_grad %dy {attributes} : ({y}) -> {x}"]


cases = [pool("max", i, case, max_body) for i, case in enumerate(MAX)]
cases += [pool("avg", i, case, avg_body) for i, case in enumerate(AVG)]

emit("\nfunc.func @entry() {")
for constant in [0, 1, 3, 7, 11, 13, 17, 31, 64]:
    emit(f"  %c{constant} = arith.constant {constant} : index")
emit(f"  %n = arith.constant {N} : index")
emit(f"  %zero = arith.constant 0.0 : {TYPE}")


def plain(spatial):
    return tensor(spatial).split(",")[0].rstrip(">") + ">"


def generate(name, spatial):
    rank = 2 + len(spatial)
    names = [f"%i{d}" for d in range(rank)]
    typed, bare = tensor(spatial), plain(spatial)
    emit(f"  %{name}{'p' if typed != bare else ''} = tensor.generate {'%n' if DYNAMIC else ''} {{")
    emit(f"  ^bb0({', '.join(i + ': index' for i in names)}):")
    emit("    %u0 = arith.constant 5 : index")
    for d, (i, factor) in enumerate(zip(names, [7, 11, 13, 17])):
        emit(f"    %p{d} = arith.muli {i}, %c{factor} : index")
        emit(f"    %u{d + 1} = arith.addi %u{d}, %p{d} : index")
    emit(f"    %s = arith.muli %u{rank}, %u{rank} : index")
    emit("    %h = arith.remui %s, %c31 : index")
    emit("    %w = arith.subi %h, %c13 : index")
    emit("    %v = arith.index_cast %w : index to i64")
    emit(f"    %g = arith.sitofp %v : i64 to {TYPE}")
    emit(f"    tensor.yield %g : {TYPE}")
    emit(f"  }} : {bare}")
    if typed != bare:
        emit(f"  %{name} = tensor.cast %{name}p : {bare} to {typed}")


def checksum(name, spatial):
    """Weights tell the places apart."""
    typed, bare = tensor(spatial), plain(spatial)
    if typed != bare:
        emit(f"  %{name}b = tensor.cast %{name} : {typed} to {bare}")
        name += "b"
    sizes = [N, C, *spatial]
    total = "%zero"
    opened = []
    for d, size in enumerate(sizes):
        emit(f"  %{name}e{d} = arith.constant {size} : index")
        emit(f"  %{name}r{d} = scf.for %{name}j{d} = %c0 to %{name}e{d} step %c1 "
             f"iter_args(%{name}a{d} = {total}) -> ({TYPE}) {{")
        total = f"%{name}a{d}"
        opened.append(d)
    at = ", ".join(f"%{name}j{d}" for d in range(len(sizes)))
    emit(f"  %{name}v = tensor.extract %{name}[{at}] : {bare}")
    emit(f"  %{name}s0 = arith.constant 1 : index")
    for d, factor in zip(range(len(sizes)), [3, 7, 11, 13]):
        emit(f"  %{name}m{d} = arith.muli %{name}j{d}, %c{factor} : index")
        emit(f"  %{name}s{d + 1} = arith.addi %{name}s{d}, %{name}m{d} : index")
    emit(f"  %{name}h = arith.remui %{name}s{len(sizes)}, %c31 : index")
    emit(f"  %{name}w = arith.index_cast %{name}h : index to i64")
    emit(f"  %{name}f = arith.sitofp %{name}w : i64 to {TYPE}")
    emit(f"  %{name}q = arith.mulf %{name}v, %{name}f : {TYPE}")
    emit(f"  %{name}t = arith.addf %{name}a{len(sizes) - 1}, %{name}q : {TYPE}")
    result = f"%{name}t"
    for d in reversed(opened):
        emit(f"  scf.yield {result} : {TYPE}\n  }}")
        result = f"%{name}r{d}"
    emit(f"  %{name}x = arith.constant 8.0 : {TYPE}")
    emit(f"  %{name}y = arith.mulf {result}, %{name}x : {TYPE}")
    emit(f"  %{name}z = arith.fptosi %{name}y : {TYPE} to i64")
    emit(f"  vector.print %{name}z : i64")


for name, sizes, small in cases:
    generate(f"x{name}", sizes)
    generate(f"d{name}", small)
    x, y = tensor(sizes), tensor(small)
    emit(f"  %y{name}, %g{name} = func.call @{name}(%x{name}, %d{name}) : ({x}, {y}) -> ({y}, {x})")
    checksum(f"y{name}", small)
    checksum(f"g{name}", sizes)
emit("  return\n}")
print("\n".join(lines))
