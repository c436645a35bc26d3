"""Convolutions and their adjoints, and what they compute.

Usage: convolutions.py CASES [f64] [--dynamic] [--epilogue] [--expect]

CASES names a list below. Every tensor holds small integers, so sums are exact
in any order and a checksum of each result decides; elements are rounded to
integers first, where a kernel is not exact. Without --expect the module
is printed, with it the checksums, computed here. With --epilogue, a number for
each channel and another image are added to images, and what is negative is 0.
"""

import itertools
import sys

TYPE = "f64" if "f64" in sys.argv else "f32"
DYNAMIC = "--dynamic" in sys.argv
EPILOGUE = "--epilogue" in sys.argv

# n, c, sizes, f, kernel, strides, pads, dilations, groups
CASES = {
    "small": [
        (2, 3, (7, 5), 4, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (1, 1, (5, 6), 2, (2, 3), (1, 1), (0, 0), (1, 1), 1),
        (2, 2, (7, 6), 3, (3, 2), (2, 2), (1, 1), (1, 1), 1),
        (1, 2, (9, 8), 3, (3, 3), (1, 2), (2, 1), (2, 1), 1),
        (2, 4, (5, 5), 6, (3, 3), (1, 1), (1, 1), (1, 1), 2),
        (2, 4, (6, 5), 4, (3, 3), (2, 1), (1, 1), (1, 1), 4),
        (2, 3, (6, 6), 5, (1, 1), (1, 1), (0, 0), (1, 1), 1),
        (2, 3, (7, 7), 5, (1, 1), (2, 2), (0, 0), (1, 1), 1),
        (2, 3, (11,), 4, (5,), (1,), (2,), (1,), 1),
        (2, 4, (13,), 4, (3,), (2,), (2,), (2,), 2),
    ],
    # Full tiles, what is left of them in each direction, and padded lanes.
    "ragged": [
        (3, 5, (28, 28), 6, (5, 5), (1, 1), (2, 2), (1, 1), 1),
        (2, 3, (9, 14), 37, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 17, (8, 19), 18, (3, 3), (2, 2), (1, 1), (1, 1), 1),
        (3, 9, (7, 7), 33, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 20, (6, 6), 40, (1, 1), (1, 1), (0, 0), (1, 1), 1),
        (2, 18, (7, 8), 17, (1, 1), (2, 2), (0, 0), (1, 1), 1),
        (1, 1, (40, 33), 16, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 4, (10, 12), 16, (3, 3), (3, 2), (2, 0), (2, 3), 1),
        (2, 4, (45,), 20, (5,), (2,), (1,), (1,), 1),
        (2, 3, (70,), 17, (9,), (1,), (4,), (2,), 1),
        (2, 3, (6, 6), 4, (3, 3), (1, 1), (4, 3), (1, 1), 1),
        (1, 2, (9, 9), 3, (3, 3), (4, 4), (0, 0), (2, 2), 1),
    ],
    # Strips of rows, since an image is too large for a buffer.
    "strips": [
        (1, 24, (37, 70), 3, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (1, 24, (41, 70), 3, (3, 3), (2, 2), (1, 1), (1, 1), 1),
        (1, 3, (41, 70), 24, (3, 3), (2, 2), (1, 1), (1, 1), 1),
    ],
    # Images in blocks of channels: alone, on one side only, in strips, as one
    # row of pixels, and with a filter that is one chunk.
    "blocked": [
        (3, 16, (9, 7), 32, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 32, (8, 9), 16, (3, 3), (2, 2), (1, 1), (1, 1), 1),
        (9, 16, (5, 5), 48, (1, 1), (1, 1), (0, 0), (1, 1), 1),
        (2, 16, (7, 8), 32, (1, 1), (2, 2), (0, 0), (1, 1), 1),
        (1, 16, (6, 19), 16, (3, 3), (1, 1), (2, 2), (2, 2), 1),
        (2, 16, (45,), 32, (5,), (2,), (1,), (1,), 1),
        (1, 16, (30, 21), 16, (5, 3), (1, 1), (2, 1), (1, 1), 1),
        (2, 16, (6, 6), 5, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 3, (6, 6), 16, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 384, (2, 2), 352, (1, 1), (1, 1), (0, 0), (1, 1), 1),
    ],
    "grouped": [
        (2, 17, (9, 21), 17, (3, 3), (1, 1), (1, 1), (1, 1), 17),
        (2, 16, (9, 19), 16, (5, 3), (2, 2), (2, 1), (1, 1), 16),
        (2, 6, (9, 9), 12, (3, 3), (1, 1), (1, 1), (1, 1), 6),
        (2, 8, (9, 17), 36, (3, 3), (1, 1), (1, 1), (1, 1), 2),
        (2, 9, (40,), 9, (5,), (1,), (2,), (1,), 9),
    ],
    # Tiles of 4 by 4 that fit and that reach over edges, with padding and
    # without. In a small cache, blocks do not hold all lines of tiles, a line
    # does not hold all tiles of a row, and a filter is taken in parts.
    "winograd": [
        (2, 16, (16, 16), 16, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (5, 32, (7, 7), 32, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 16, (14, 14), 48, (3, 3), (1, 1), (0, 0), (1, 1), 1),
        (1, 32, (30, 17), 16, (3, 3), (1, 1), (1, 0), (1, 1), 1),
        (1, 16, (5, 9), 16, (3, 3), (1, 1), (2, 3), (1, 1), 1),
        (1, 32, (4, 101), 16, (3, 3), (1, 1), (1, 1), (1, 1), 1),
        (2, 64, (4, 8), 128, (3, 3), (1, 1), (1, 1), (1, 1), 1),
    ],
    # A filter for each channel of blocked images: in strips of rows, without
    # padding, with gaps between taps.
    "depthwise": [
        (2, 32, (9, 33), 32, (3, 3), (1, 1), (1, 1), (1, 1), 32),
        (3, 16, (30, 60), 16, (3, 3), (2, 2), (1, 1), (1, 1), 16),
        (1, 16, (9, 8), 16, (5, 3), (1, 2), (0, 0), (1, 1), 16),
        (2, 48, (7, 7), 48, (3, 3), (1, 1), (2, 2), (2, 2), 48),
    ],
}


def outputs(case):
    _, _, sizes, _, kernel, strides, pads, dilations, _ = case
    return tuple((s + 2 * p - d * (k - 1) - 1) // t + 1
                 for s, k, t, p, d in zip(sizes, kernel, strides, pads, dilations))


def shapes(case):
    n, c, sizes, f, kernel, _, _, _, groups = case
    return ((n, c, *sizes), (f, c // groups, *kernel), (n, f, *outputs(case)))


FACTORS = (5, 3, 7, 2)


def value(index, modulus):
    """A small integer; `modulus` tells the tensors apart."""
    mixed = sum(i * f for i, f in zip(index, FACTORS)) * 37 % 101
    return mixed % modulus - modulus // 2


MODULI = (5, 3, 4)  # of x, w, dy


def indices(shape):
    return itertools.product(*map(range, shape))


def checksum(shape, values):
    return sum(v * value(index, 7) for index, v in zip(indices(shape), values))


def strided(shape):
    result = [1]
    for size in reversed(shape[1:]):
        result.insert(0, result[0] * size)
    return result


def expected(case):
    n, c, sizes, f, kernel, strides, pads, dilations, groups = case
    tensors = [[value(i, m) for i in indices(s)] for s, m in zip(shapes(case), MODULI)]
    (x, w, dy), (xs, ws, ys) = tensors, map(strided, shapes(case))
    results = [[0] * len(t) for t in tensors]  # dx, dw, y
    dx, dw, y = results
    channels, filters = c // groups, f // groups
    # Pairs of offsets in space: output, tap, input.
    taps = []
    for o in indices(outputs(case)):
        for k in indices(kernel):
            i = [a * t + b * d - p for a, b, t, d, p in zip(o, k, strides, dilations, pads)]
            if all(0 <= a < s for a, s in zip(i, sizes)):
                taps.append((sum(map(int.__mul__, o, ys[2:])),
                             sum(map(int.__mul__, k, ws[2:])),
                             sum(map(int.__mul__, i, xs[2:]))))
    for image, filt, channel in indices((n, f, channels)):
        at_y = image * ys[0] + filt * ys[1]
        at_w = filt * ws[0] + channel * ws[1]
        at_x = image * xs[0] + (filt // filters * channels + channel) * xs[1]
        for o, k, i in taps:
            a, b, d = x[at_x + i], w[at_w + k], dy[at_y + o]
            y[at_y + o] += a * b
            dx[at_x + i] += d * b
            dw[at_w + k] += a * d
    if EPILOGUE:
        for number, tensor, stride in (0, x, xs), (2, dy, ys):
            of_channel = [0] * shapes(case)[number][1]
            for image, channel, *at in indices(shapes(case)[number]):
                of_channel[channel] += (image == 0) * tensor[
                    channel * stride[1] + sum(map(int.__mul__, at, stride[2:]))]
            results[number] = [
                max(r + b + of_channel[i // stride[1] % len(of_channel)], 0)
                for i, (r, b) in enumerate(zip(results[number], tensor))]
    return [checksum(s, v) for s, v in zip(shapes(case), results)]


cases = CASES[sys.argv[1]]
if "--expect" in sys.argv:
    for case in cases:
        for total in expected(case):
            print(total)
    sys.exit()


def tensor(shape, batch, dims=False):
    sizes = [str(s) for s in shape]
    encoding = ""
    if DYNAMIC and batch:
        sizes[0] = "?"
        if dims:
            encoding = f", #nn.dims<n{', _' * (len(shape) - 1)}>"
    return f"tensor<{'x'.join(sizes)}x{TYPE}{encoding}>"


HAS_BATCH = (True, False, True)
lines = []
emit = lines.append
for number, case in enumerate(cases):
    _, _, _, _, _, strides, pads, dilations, groups = case
    x, w, y = (tensor(s, b, True) for s, b in zip(shapes(case), HAS_BATCH))
    attributes = (f"strides {list(strides)} pads {list(pads)} "
                  f"dilations {list(dilations)} groups {groups}")
    for name, operands, types, result in [
            ("conv_transpose", "%y, %w", (y, w), x),
            ("conv_filter", "%x, %y", (x, y), w),
            ("conv", "%x, %w", (x, w), y)]:
        emit(f"""
func.func private @{name}{number}(%x: {x}, %w: {w}, %y: {y}) -> {result} attributes {{no_inline}} {{
  %r = nn.{name} {operands} {attributes} : ({', '.join(types)}) -> {result}""")
        returned = "%r"
        if EPILOGUE and name != "conv_filter":
            image, number_of = ("%x", 0) if name == "conv_transpose" else ("%y", 2)
            shape = shapes(case)[number_of]
            first = tensor((1, *shape[1:]), False)
            numbers = tensor(shape[1:2], False)
            axes = [0, *range(2, len(shape))]
            emit(f"""  %first = nn.slice {image} at {[0] * len(shape)} : {result} -> {first}
  %numbers = nn.sum %first axes = {axes} : {first} -> {numbers}
  %spread = nn.broadcast %numbers dims = [1] : {numbers} -> {result}
  %a = nn.add %r, %spread : {result}
  %b = nn.add %a, {image} : {result}
  %n = arith.constant 0.0 : f64
  %zero = nn.splat %n : f64 -> {result}
  %c = nn.max %b, %zero : {result}""")
            returned = "%c"
        emit(f"""  return {returned} : {result}
}}""")

emit("""
func.func @entry() {""")
constants = {0, 1, 2, 3, 4, 5, 7, 37, 101} | {s for c in cases for t in shapes(c) for s in t}
for constant in sorted(constants):
    emit(f"  %c{constant} = arith.constant {constant} : index")
emit(f"  %start = arith.constant 0.0 : {TYPE}")


def emit_value(names, modulus):
    """Computes value() of the indices `names` into %g."""
    emit("    %u0 = arith.constant 0 : index")
    for i, (name, factor) in enumerate(zip(names, FACTORS)):
        emit(f"    %p{i} = arith.muli {name}, %c{factor} : index")
        emit(f"    %u{i + 1} = arith.addi %u{i}, %p{i} : index")
    emit(f"    %s = arith.muli %u{len(names)}, %c37 : index")
    emit("    %h = arith.remui %s, %c101 : index")
    emit(f"    %q = arith.remui %h, %c{modulus} : index")
    emit(f"    %w = arith.subi %q, %c{modulus // 2} : index")
    emit("    %v = arith.index_cast %w : index to i64")
    emit(f"    %g = arith.sitofp %v : i64 to {TYPE}")


for number, case in enumerate(cases):
    all_types = []
    for name, shape, modulus, batch in zip("xwy", shapes(case), MODULI, HAS_BATCH):
        plain, typed = tensor(shape, batch), tensor(shape, batch, True)
        names = [f"%i{d}" for d in range(len(shape))]
        dynamic = f"%c{shape[0]}" if DYNAMIC and batch else ""
        result = f"%{name}{number}" if plain == typed else f"%{name}p{number}"
        emit(f"  {result} = tensor.generate {dynamic} {{")
        emit(f"  ^bb0({', '.join(i + ': index' for i in names)}):")
        emit_value(names, modulus)
        emit(f"    tensor.yield %g : {TYPE}")
        emit(f"  }} : {plain}")
        if plain != typed:
            emit(f"  %{name}{number} = tensor.cast {result} : {plain} to {typed}")
        all_types.append(typed)
    for name, shape, typed in zip(("conv_transpose", "conv_filter", "conv"),
                                  shapes(case), all_types):
        r = f"%{name}{number}"
        emit(f"  {r} = func.call @{name}{number}(%x{number}, %w{number}, %y{number}) "
             f": ({', '.join(all_types)}) -> {typed}")
        names = [f"%i{d}" for d in range(len(shape))]
        carried = "%start"
        for d, size in enumerate(shape):
            head = f"{r}s = " if d == 0 else f"%t{d} = "
            emit(f"  {head}scf.for %i{d} = %c0 to %c{size} step %c1 "
                 f"iter_args(%o{d} = {carried}) -> {TYPE} {{")
            carried = f"%o{d}"
        emit_value(names, 7)
        emit(f"    %e = tensor.extract {r}[{', '.join(names)}] : {typed}")
        emit(f"    %i = math.roundeven %e : {TYPE}")
        emit(f"    %m = arith.mulf %i, %g : {TYPE}")
        emit(f"    %a = arith.addf {carried}, %m : {TYPE}")
        emit(f"    scf.yield %a : {TYPE}")
        emit("  }")
        for d in range(len(shape) - 1, 0, -1):
            emit(f"    scf.yield %t{d} : {TYPE}")
            emit("  }")
        emit(f"  {r}n = arith.fptosi {r}s : {TYPE} to i64")
        emit(f"  vector.print {r}n : i64")
emit("  return\n}")
print("\n".join(lines))
