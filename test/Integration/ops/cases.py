"""The cases of generate.py: inputs, ops, and what NumPy computes."""

import numpy as np
import torch
from scipy import special

from generate import BF16, File

INF, NAN = np.inf, np.nan
rng = np.random.default_rng(20260401)
f32, f64, f16 = np.float32, np.float64, np.float16


def normal(*sizes, dtype=f32, scale=1.0):
    return (scale * rng.standard_normal(sizes)).astype(dtype)


def wide(x):
    return x.astype(f64)


def rounded(x, dtype):
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(x).astype(dtype)


EDGES = np.array([0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-6, -1e-6,
                  20.0, -20.0, 100.0, -100.0, INF, -INF, NAN], dtype=f32)


def unary_cases(file, dtype, tolerance):
    x = np.concatenate([EDGES, normal(14, scale=3)]).astype(dtype).reshape(4, 8)
    with np.errstate(all="ignore"):
        w = wide(x)
        table = {
            "neg": -w, "abs": np.abs(w), "exp": np.exp(w), "expm1": np.expm1(w),
            "log": np.log(w), "log1p": np.log1p(w), "sqrt": np.sqrt(w),
            "rsqrt": 1 / np.sqrt(w), "sin": np.sin(w), "cos": np.cos(w),
            "tanh": np.tanh(w), "erf": special.erf(w), "sigmoid": special.expit(w),
            "floor": np.floor(w), "ceil": np.ceil(w), "round": np.round(w),
            "sign": np.sign(w),
        }
        tag = "f64" if dtype == f64 else {f16: "f16", BF16: "bf16", f32: "f32"}[dtype]
        for op, want in table.items():
            # exp(-100) and sigmoid(-100) are denormal in f32: the floor covers them.
            file.case(f"{op}_{tag}", f"%r = nn.{op} %a : {{A}}", [x],
                      rounded(want, dtype), tolerance=tolerance, floor=1e-30)
        file.case(f"is_nan_{tag}", "%r = nn.is_nan %a : {A} -> {R}", [x], np.isnan(w))
        for n in (0, 1, 2, 3, 7, -1, -2):
            file.case(f"pow_int_{tag}_{n}".replace("-", "m"),
                      f"%r = nn.pow_int %a, {n} : {{A}}", [x],
                      rounded(w ** n, dtype), tolerance=4 * tolerance, floor=1e-30)


def floor_divide(x, y):
    """Language 2.8: rounded down, and what x / y gives where y is 0."""
    with np.errstate(all="ignore"):
        return np.where(y == 0, x / y, np.floor_divide(x, y))


def binary_cases(file, dtype, tolerance):
    tag = {f16: "f16", BF16: "bf16", f32: "f32", f64: "f64"}[dtype]
    values = np.array([0, -0.0, 1, -1, 2.5, -2.5, 3, 0.3, INF, NAN], dtype=f32).astype(dtype)
    a, b = [v.copy() for v in np.meshgrid(values, values)]
    x, y = wide(a), wide(b)
    with np.errstate(all="ignore"):
        power = np.where(x < 0, NAN, x ** y)
        table = {
            "add": x + y, "sub": x - y, "mul": x * y, "div": x / y, "pow": power,
            "max": np.maximum(x, y), "min": np.minimum(x, y),
        }
        finite = np.isfinite(x) & np.isfinite(y)
        for op, want in table.items():
            file.case(f"{op}_{tag}", f"%r = nn.{op} %a, %b : {{A}}", [a, b],
                      rounded(want, dtype), tolerance=tolerance)
        fa, fb = a[finite].reshape(8, 8), b[finite].reshape(8, 8)
        fx, fy = wide(fa), wide(fb)
        file.case(f"floordiv_{tag}", "%r = nn.floordiv %a, %b : {A}", [fa, fb],
                  rounded(floor_divide(fx, fy), dtype), tolerance=tolerance)
        file.case(f"mod_{tag}", "%r = nn.mod %a, %b : {A}", [fa, fb],
                  rounded(np.mod(fx, fy), dtype), tolerance=4 * tolerance)
        for op, want in {"eq": x == y, "ne": x != y, "lt": x < y, "le": x <= y,
                         "gt": x > y, "ge": x >= y}.items():
            file.case(f"cmp_{op}_{tag}", f"%r = nn.cmp {op} %a, %b : {{A}} -> {{R}}", [a, b], want)


def elementwise():
    for dtype, tag, tolerance in ((f32, "f32", 5e-7), (f64, "f64", 1e-14)):
        file = File(f"unary-{tag}")
        unary_cases(file, dtype, tolerance)
        yield file
        file = File(f"binary-{tag}")
        binary_cases(file, dtype, tolerance)
        yield file
    file = File("narrow-floats")
    for dtype, tag, ulp in ((f16, "f16", 2.0 ** -11), (BF16, "bf16", 2.0 ** -8)):
        x, y = normal(3, 4).astype(dtype), normal(3, 4).astype(dtype)
        # One rounding: exactly the nearest narrow number.
        for op, want in {"add": wide(x) + wide(y), "mul": wide(x) * wide(y),
                         "div": wide(x) / wide(y)}.items():
            file.case(f"{op}_{tag}", f"%r = nn.{op} %a, %b : {{A}}", [x, y],
                      rounded(rounded(want, f32), dtype), tolerance=0)
        file.case(f"exp_{tag}", "%r = nn.exp %a : {A}", [x],
                  rounded(np.exp(wide(x)), dtype), tolerance=ulp)
        # Sums keep f32: 1 + 4096 * 2^-12 would stay 1 in bf16 and f16.
        ones = np.full((4097,), 2.0 ** -12).astype(dtype)
        ones[0] = 1
        file.case(f"sum_{tag}", "%r = nn.sum %a axes = [0] : {A} -> {R}", [ones],
                  np.asarray(2.0).astype(dtype), tolerance=0)
        file.case(f"einsum_{tag}", '%r = nn.einsum "k,k->" %a, %b : ({A}, {B}) -> {R}',
                  [ones, np.ones(4097).astype(dtype)], np.asarray(2.0).astype(dtype), tolerance=0)
        file.case(f"softmax_{tag}", "%r = nn.softmax %a axis = 1 : {A}", [x],
                  rounded(special.softmax(wide(x), axis=1), dtype), tolerance=2 * ulp)
    yield file


def selections():
    file = File("selections")
    x = np.concatenate([EDGES, normal(6)]).astype(f32)
    low, high = np.full_like(x, -1), np.full_like(x, 2)
    file.case("clamp_f32", "%r = nn.clamp %a, %b, %c : {A}", [x, low, high],
              np.clip(x, -1, 2), tolerance=0)
    c = rng.random(24) < 0.5
    file.case("where_f32", "%r = nn.where %a, %b, %c : {A}, {B}", [c, x, high],
              np.where(c, x, high), tolerance=0)
    d = rng.random(24) < 0.5
    file.case("and_i1", "%r = nn.and %a, %b : {A}", [c, d], c & d)
    file.case("or_i1", "%r = nn.or %a, %b : {A}", [c, d], c | d)
    file.case("not_i1", "%r = nn.not %a : {A}", [c], ~c)
    file.case("max_i1", "%r = nn.max %a, %b : {A}", [c, d], c | d)
    file.case("cmp_lt_i1", "%r = nn.cmp lt %a, %b : {A} -> {R}", [c, d], ~c & d)
    file.case("stop_gradient", "%r = nn.stop_gradient %a : {A}", [x], x, tolerance=0)
    file.case("custom_vjp", """%r = nn.custom_vjp (%a) {{
  ^bb0(%u: {A}):
    %v = nn.abs %u : {A}
    nn.yield %v : {A}
  }} vjp {{
  ^bb0(%u: {A}, %g: {A}):
    nn.yield %g : {A}
  }} : ({A}) -> {R}""", [x], np.abs(x), tolerance=0)
    yield file


def integers():
    file = File("integers")
    for dtype, tag in ((np.int8, "i8"), (np.int32, "i32"), (np.int64, "i64")):
        info = np.iinfo(dtype)
        values = np.array([0, 1, -1, 2, 3, -3, 7, -7, info.max, info.min], dtype=dtype)
        a, b = [v.copy() for v in np.meshgrid(values, values)]
        with np.errstate(all="ignore"):
            quotient = np.where(b == 0, 0, np.floor_divide(a, np.where(b == 0, 1, b))).astype(dtype)
            remainder = np.where(b == 0, 0, np.mod(a, np.where(b == 0, 1, b))).astype(dtype)
            table = {"add": a + b, "sub": a - b, "mul": a * b, "floordiv": quotient,
                     "mod": remainder, "max": np.maximum(a, b), "min": np.minimum(a, b)}
            for op, want in table.items():
                file.case(f"{op}_{tag}", f"%r = nn.{op} %a, %b : {{A}}", [a, b], want)
            for op, want in {"neg": -values, "abs": np.abs(values), "sign": np.sign(values)}.items():
                file.case(f"{op}_{tag}", f"%r = nn.{op} %a : {{A}}", [values], want)
            file.case(f"pow_int_{tag}", "%r = nn.pow_int %a, 5 : {A}", [values], values ** 5)
        for op, want in {"lt": a < b, "ge": a >= b, "eq": a == b, "ne": a != b}.items():
            file.case(f"cmp_{op}_{tag}", f"%r = nn.cmp {op} %a, %b : {{A}} -> {{R}}", [a, b], want)
    yield file


def casts():
    """To integers: truncated, saturated, NaN is 0 (language 2.8, rule 18)."""
    file = File("casts")
    floats = np.array([0.0, -0.0, 0.9, -0.9, 1.5, -1.5, 126.9, 127.0, 127.5, 128.0, -128.0,
                       -128.9, -129.0, 2147483520.0, 2147483648.0, -2147483648.0, -3e9,
                       9.2e18, 9.3e18, -9.3e18, 1e30, INF, -INF, NAN])

    def to_int(x, dtype):
        info = np.iinfo(dtype)
        out = []
        for v in x.astype(f64):
            if np.isnan(v):
                out.append(0)
            elif np.isinf(v):
                out.append(info.max if v > 0 else info.min)
            else:
                out.append(min(max(int(v), info.min), info.max))
        return np.array(out, dtype=dtype)

    cast = "%r = nn.cast %a : {A} -> {R}"
    for source, tag in ((f32, "f32"), (f64, "f64"), (f16, "f16"), (BF16, "bf16")):
        x = rounded(floats, source)
        for dtype, to in ((np.int8, "i8"), (np.int32, "i32"), (np.int64, "i64")):
            file.case(f"{tag}_to_{to}", cast, [x], to_int(x, dtype))
        file.case(f"{tag}_to_i1", cast, [x], wide(x) != 0)
        for dtype, to in ((f32, "f32"), (f64, "f64"), (f16, "f16"), (BF16, "bf16")):
            if dtype != source:
                through = rounded(x, f32) if {dtype, source} == {f16, BF16} else x
                file.case(f"{tag}_to_{to}", cast, [x], rounded(through, dtype), tolerance=0)
    for source, tag in ((np.int8, "i8"), (np.int32, "i32"), (np.int64, "i64")):
        info = np.iinfo(source)
        x = np.array([0, 1, -1, 100, -100, info.max, info.min], dtype=source)
        for dtype, to in ((np.int8, "i8"), (np.int32, "i32"), (np.int64, "i64")):
            if dtype != source:
                limits = np.iinfo(dtype)
                want = np.array([min(max(int(v), limits.min), limits.max) for v in x], dtype=dtype)
                file.case(f"{tag}_to_{to}", cast, [x], want)
        file.case(f"{tag}_to_f32", cast, [x], x.astype(f32), tolerance=0)
        file.case(f"{tag}_to_i1", cast, [x], x != 0)
    b = np.array([True, False, True])
    file.case("i1_to_f32", cast, [b], b.astype(f32), tolerance=0)
    file.case("i1_to_i32", cast, [b], b.astype(np.int32))
    file.case("splat_f64_to_f32", "%r = nn.splat %n : f64 -> {R}", [], np.full((2, 3), 0.1, f32),
              tolerance=0, extra=[("n", "f64", "", "1.000000e-01")])
    file.case("splat_i64_to_i32", "%r = nn.splat %n : i64 -> {R}", [], np.full((3,), -7, np.int32),
              extra=[("n", "i64", "", "-7")])
    file.case("splat_i1", "%r = nn.splat %n : i1 -> {R}", [], np.full((3,), True),
              extra=[("n", "i1", "", "true")])
    yield file


def shapes():
    file = File("shapes")
    exact = dict(tolerance=0)
    x = normal(3, 4)
    b = "batch"
    file.case("transpose", "%r = nn.transpose %a perm = [2, 0, 1] : {A} -> {R}",
              [y := normal(2, 3, 4)], y.transpose(2, 0, 1), **exact)
    file.case("broadcast_suffix", "%r = nn.broadcast %a dims = [1] : {A} -> {R}",
              [v := normal(4)], np.broadcast_to(v, (3, 4)).copy(), **exact)
    file.case("broadcast_dynamic", """%s = nn.broadcast %b dims = [1] : {B} -> {A}
%r = nn.add %a, %s : {A}""", [x, v], x + v, dims=[(b, None), None], want_dims=[(b, None)], **exact)
    file.case("broadcast_stretch", "%r = nn.broadcast %a dims = [0, 1] : {A} -> {R}",
              [c := normal(3, 1)], np.broadcast_to(c, (3, 5)).copy(), **exact)
    file.case("broadcast_scalar", "%r = nn.broadcast %a dims = [] : {A} -> {R}",
              [s := normal()], np.full((2, 2), s, f32), **exact)
    file.case("broadcast_ones", "%r = nn.broadcast %a dims = [0, 2] : {A} -> {R}",
              [o := normal(1, 1)], np.full((2, 3, 4), o[0, 0], f32), **exact)
    reshape = "%r = nn.reshape %a : {A} -> {R}"
    for name, source, target in (
            ("flatten", (2, 3, 4), (2, 12)), ("split", (2, 12), (2, 3, 4)),
            ("regroup", (4, 6), (3, 8)), ("unsqueeze", (3,), (3, 1)),
            ("unsqueeze_front", (3,), (1, 3)), ("squeeze", (2, 1, 3), (2, 3)),
            ("to_scalar", (1, 1), ()), ("from_scalar", (), (1, 1)),
            ("middle", (2, 6, 5), (2, 2, 3, 5))):
        z = normal(*source)
        file.case(f"reshape_{name}", reshape, [z], z.reshape(target), **exact)
    z = normal(3, 2, 4)
    file.case("reshape_batch", reshape, [z], z.reshape(3, 8),
              dims=[(b, None, None)], want_dims=[(b, None)], **exact)
    z = normal(6, 4)
    file.case("reshape_double", reshape, [z], z.reshape(3, 2, 4), dims=[("2*batch", None)],
              want_dims=[(b, None, None)],
              extra=[("batch", "index", '{nn.arg = #nn.arg<dim, "batch">}', "3")], **exact)
    z = normal(3, 2)
    file.case("reshape_join", reshape, [z], z.reshape(6), dims=[(b, None)],
              want_dims=[("2*batch",)], **exact)
    file.case("reshape_unsqueeze_dynamic", reshape, [q := normal(3)], q.reshape(3, 1),
              dims=[(b,)], want_dims=[(b, None)], **exact)
    z = normal(5, 6)
    file.case("slice", "%r = nn.slice %a at [1, 2] : {A} -> {R}", [z], z[1:4, 2:6].copy(), **exact)
    z = normal(5, 6)
    file.case("slice_dynamic", "%r = nn.slice %a at [0, 2] : {A} -> {R}", [z], z[:, 2:5].copy(),
              dims=[(b, None)], want_dims=[(b, None)], **exact)
    p, q = normal(3, 2), normal(3, 4)
    file.case("concat", "%r = nn.concat %a, %b axis = 1 : ({A}, {B}) -> {R}", [p, q],
              np.concatenate([p, q], 1), **exact)
    p, q = normal(2, 2), normal(3, 2)
    file.case("concat_dynamic", "%r = nn.concat %a, %b axis = 0 : ({A}, {B}) -> {R}", [p, q],
              np.concatenate([p, q], 0), dims=[None, (b, None)], want_dims=[("batch+2", None)], **exact)
    file.case("pad", "%r = nn.pad %a low [1, 0] high [0, 2] : {A} -> {R}", [x],
              np.pad(x, [(1, 0), (0, 2)]), **exact)
    file.case("flip", "%r = nn.flip %a axes = [1] : {A}", [x], x[:, ::-1].copy(), **exact)
    file.case("flip_both", "%r = nn.flip %a axes = [0, 1] : {A}", [x], x[::-1, ::-1].copy(),
              dims=[(b, None)], want_dims=[(b, None)], **exact)
    file.case("iota_i32", "%r = nn.iota axis = 1 : {R}", [],
              np.broadcast_to(np.arange(4, dtype=np.int32), (3, 4)).copy())
    file.case("iota_f32", "%r = nn.iota axis = 0 : {R}", [], np.arange(5, dtype=f32), **exact)
    k = normal(2, 2)
    file.case("constant", f"%r = nn.constant dense<{k.tolist()}> : {{R}}", [], k, tolerance=1e-7)
    k = normal(3, 5)
    file.case("cumsum", "%r = nn.cumsum %a axis = 1 : {A}", [k], np.cumsum(k, 1),
              dims=[(b, None)], want_dims=[(b, None)])
    file.case("cumsum_reverse", "%r = nn.cumsum %a axis = 0 reverse : {A}", [k],
              np.cumsum(k[::-1], 0)[::-1].copy(), dims=[(b, None)], want_dims=[(b, None)])
    k = normal(4, 6)
    q, r = np.linalg.qr(k.T.astype(np.float64))
    file.case("orthonormalize", "%r = nn.orthonormalize %a : {A}", [k],
              (q * np.sign(np.diag(r))).T.astype(f32), tolerance=1e-4)
    yield file


def indexing():
    file = File("indexing")
    x = normal(3, 4)
    rows = np.array([2, 0, 3], dtype=np.int32)
    file.case("take", "%r = nn.take %a, %b axis = 1 : ({A}, {B}) -> {R}", [x, rows],
              x[np.arange(3), rows], tolerance=0)
    columns = np.array([2, 0, 1, 1], dtype=np.int64)
    file.case("take_front", "%r = nn.take %a, %b axis = 0 : ({A}, {B}) -> {R}", [x, columns],
              x[columns, np.arange(4)], tolerance=0)
    which = np.array([[1, 0], [2, 2]], dtype=np.int32)
    file.case("gather", "%r = nn.gather %a, %b axis = 0 : ({A}, {B}) -> {R}", [x, which],
              x[which], tolerance=0)
    file.case("gather_last", "%r = nn.gather %a, %b axis = 1 : ({A}, {B}) -> {R}", [x, which],
              x[:, which], tolerance=0)
    one = np.asarray(3, dtype=np.int32)
    file.case("gather_scalar", "%r = nn.gather %a, %b axis = 1 : ({A}, {B}) -> {R}", [x, one],
              x[:, 3].copy(), tolerance=0)
    file.case("gather_dynamic", "%r = nn.gather %a, %b axis = 0 : ({A}, {B}) -> {R}", [x, rows[:2]],
              x[rows[:2]], tolerance=0, dims=[None, ("batch",)], want_dims=[("batch", None)])
    file.case("one_hot_f32", "%r = nn.one_hot %a : {A} -> {R}", [rows], np.eye(4, dtype=f32)[rows],
              tolerance=0)
    file.case("one_hot_i1", "%r = nn.one_hot %a : {A} -> {R}", [rows], np.eye(4)[rows] == 1)
    updates = normal(2, 2, 4)
    want = np.zeros((3, 4), f32)
    for index in np.ndindex(2, 2):
        want[which[index]] += updates[index]
    file.case("scatter_add", "%r = nn.scatter_add %a, %b axis = 0 : ({A}, {B}) -> {R}",
              [updates, which], want, tolerance=0)
    updates = normal(3, 2, 2)
    want = np.zeros((3, 4), f32)
    for index in np.ndindex(2, 2):
        want[:, which[index]] += updates[(slice(None),) + index]
    file.case("scatter_add_last", "%r = nn.scatter_add %a, %b axis = 1 : ({A}, {B}) -> {R}",
              [updates, which], want, tolerance=0)
    yield file


def contractions():
    file = File("contractions")
    for pattern, a, b in (
            ("mk,nk->mn", (5, 7), (3, 7)), ("mk,kn->mn", (5, 7), (7, 3)),
            ("km,kn->mn", (7, 5), (7, 3)), ("bik,bkj->bij", (2, 3, 4), (2, 4, 5)),
            ("k,k->", (9,), (9,)), ("i,j->ij", (3,), (4,)), ("bhqd,bkhd->bhqk", (2, 2, 3, 4), (2, 5, 2, 4)),
            ("abc,bc->a", (3, 4, 5), (4, 5)), ("ab,cd->ac", (2, 3), (2, 3))):
        x, y = normal(*a), normal(*b)
        want = np.einsum(pattern, wide(x), wide(y))
        file.case(f"einsum_{pattern.replace(',', '_').replace('->', '_to_')}",
                  f'%r = nn.einsum "{pattern}" %a, %b : ({{A}}, {{B}}) -> {{R}}', [x, y],
                  rounded(want, f32), tolerance=2e-6, floor=1.0)
    x = normal(3, 4)
    file.case("einsum_one", '%r = nn.einsum "ab->b" %a : ({A}) -> {R}', [x],
              rounded(wide(x).sum(0), f32), tolerance=1e-6, floor=1.0)
    x, y = normal(4, 6), normal(3, 6)
    file.case("einsum_batch", '%r = nn.einsum "mk,nk->mn" %a, %b : ({A}, {B}) -> {R}', [x, y],
              rounded(wide(x) @ wide(y).T, f32), tolerance=1e-6, floor=1.0,
              dims=[("batch", None), None], want_dims=[("batch", None)])
    i = rng.integers(-9, 9, (3, 4)).astype(np.int32)
    j = rng.integers(-9, 9, (4, 2)).astype(np.int32)
    file.case("einsum_i32", '%r = nn.einsum "mk,kn->mn" %a, %b : ({A}, {B}) -> {R}', [i, j], i @ j)
    x = normal(3, 4, dtype=f64)
    y = normal(4, 2, dtype=f64)
    file.case("einsum_f64", '%r = nn.einsum "mk,kn->mn" %a, %b : ({A}, {B}) -> {R}', [x, y], x @ y,
              tolerance=1e-14, floor=1.0)
    yield file


def first(x, axis, greatest):
    """argmax and argmin by rule 20: the first NaN, else the first extreme."""
    nan = np.isnan(x)
    filled = np.where(nan, INF if greatest else -INF, x)
    plain = np.argmax(x, axis) if greatest else np.argmin(x, axis)
    del filled
    return np.where(nan.any(axis), np.argmax(nan, axis), plain).astype(np.int32)


def reductions():
    file = File("reductions")
    x = normal(3, 4, 5)
    w = wide(x)
    loose = dict(tolerance=2e-6, floor=1.0)
    for axes in ((0,), (1,), (2,), (0, 2), (0, 1, 2)):
        tag = "".join(map(str, axes))
        text = list(axes)
        for op, want in {"sum": w.sum(axes), "mean": w.mean(axes), "prod": w.prod(axes),
                         "reduce_max": w.max(axes), "reduce_min": w.min(axes),
                         "log_sum_exp": special.logsumexp(w, axis=axes)}.items():
            file.case(f"{op}_{tag}", f"%r = nn.{op} %a axes = {text} : {{A}} -> {{R}}", [x],
                      rounded(want, f32), **loose)
    file.case("mean_dynamic", "%r = nn.mean %a axes = [0, 1] : {A} -> {R}", [x],
              rounded(w.mean((0, 1)), f32), dims=[("batch", None, None)], **loose)
    y = np.array([[1, NAN, 3, NAN], [2, 5, 5, 1], [-INF, -INF, -INF, -INF], [INF, 1, INF, 0]], f32)
    with np.errstate(all="ignore"):
        file.case("max_nan", "%r = nn.reduce_max %a axes = [1] : {A} -> {R}", [y], y.max(1))
        file.case("min_nan", "%r = nn.reduce_min %a axes = [1] : {A} -> {R}", [y], y.min(1))
        shift = np.array([[1000, 1001], [-1000, -1001], [-INF, -INF], [INF, 0], [NAN, 0]], f32)
        file.case("log_sum_exp_range", "%r = nn.log_sum_exp %a axes = [1] : {A} -> {R}", [shift],
                  rounded(np.logaddexp(wide(shift)[:, 0], wide(shift)[:, 1]), f32))
    for op, greatest in (("argmax", True), ("argmin", False)):
        file.case(op, f"%r = nn.{op} %a axes = [1] : {{A}} -> {{R}}", [y], first(y, 1, greatest))
        file.case(f"{op}_all", f"%r = nn.{op} %a axes = [1, 2] : {{A}} -> {{R}}", [x],
                  first(x.reshape(3, 20), 1, greatest))
    i = np.array([[3, 7, 7], [-5, -5, -9]], np.int32)
    file.case("argmax_i32", "%r = nn.argmax %a axes = [1] : {A} -> {R}", [i],
              i.argmax(1).astype(np.int32))
    file.case("argmin_i32", "%r = nn.argmin %a axes = [1] : {A} -> {R}", [i],
              i.argmin(1).astype(np.int32))
    file.case("sum_i32", "%r = nn.sum %a axes = [1] : {A} -> {R}", [i], i.sum(1).astype(np.int32))
    file.case("prod_i32", "%r = nn.prod %a axes = [1] : {A} -> {R}", [i], i.prod(1).astype(np.int32))
    file.case("max_i32", "%r = nn.reduce_max %a axes = [1] : {A} -> {R}", [i], i.max(1))
    file.case("min_i32", "%r = nn.reduce_min %a axes = [1] : {A} -> {R}", [i], i.min(1))
    c = np.array([[True, False], [False, False], [True, True]])
    file.case("any", "%r = nn.any %a axes = [1] : {A} -> {R}", [c], c.any(1))
    file.case("all", "%r = nn.all %a axes = [1] : {A} -> {R}", [c], c.all(1))
    yield file


def losses():
    file = File("losses")
    x = normal(5, 4, scale=3)
    w = wide(x)
    for axis in (0, 1):
        file.case(f"softmax_{axis}", f"%r = nn.softmax %a axis = {axis} : {{A}}", [x],
                  rounded(special.softmax(w, axis=axis), f32), tolerance=2e-6)
        file.case(f"log_softmax_{axis}", f"%r = nn.log_softmax %a axis = {axis} : {{A}}", [x],
                  rounded(special.log_softmax(w, axis=axis), f32), tolerance=2e-6, floor=1.0)
    large = np.array([[1000, 999, 0], [-1000, -1000, -1000], [INF, 0, 0], [-INF, 0, 1],
                      [NAN, 0, 0]], f32)
    with np.errstate(all="ignore"):
        want = special.softmax(wide(large), axis=1)
        want[2] = [NAN, 0, 0]  # inf / inf beside 0 / inf
        file.case("softmax_large", "%r = nn.softmax %a axis = 1 : {A}", [large],
                  rounded(want, f32), tolerance=1e-6, floor=1e-30)
    labels = np.array([0, 3, 1, 1, 2], np.int32)
    rows = -special.log_softmax(w, axis=1)
    loss = rows[np.arange(5), labels].mean()
    smooth = 0.9 * loss + 0.1 * rows.mean()
    entropy = "%r = nn.cross_entropy %a, %b axis = 1 {x} : ({A}, {B}) -> {R}"
    file.case("cross_entropy", entropy.replace("{x}", ""), [x, labels], np.asarray(loss, f32),
              tolerance=2e-6)
    file.case("cross_entropy_batch", entropy.replace("{x}", ""), [x, labels], np.asarray(loss, f32),
              tolerance=2e-6, dims=[("batch", None), ("batch",)])
    file.case("cross_entropy_smooth", entropy.replace("{x}", "{{smoothing = 1.0e-01 : f64}}"),
              [x, labels], np.asarray(smooth, f32), tolerance=2e-6)
    y = normal(2, 3, 4)
    which = rng.integers(0, 3, (2, 4)).astype(np.int64)
    rows = -special.log_softmax(wide(y), axis=1)
    picked = np.take_along_axis(rows, which[:, None, :], 1)
    file.case("cross_entropy_axis", entropy.replace("{x}", ""), [y, which],
              np.asarray(picked.mean(), f32), tolerance=2e-6)
    logits = np.concatenate([normal(6), [100, -100]]).astype(f32)
    targets = np.array([0, 1, 0.3, 1, 0, 0.5, 1, 0], f32)
    z, t = wide(logits), wide(targets)
    bce = (np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z)))).mean()
    file.case("binary_cross_entropy", "%r = nn.binary_cross_entropy %a, %b : {A} -> {R}",
              [logits, targets], np.asarray(bce, f32), tolerance=2e-6)
    yield file


def torch_results(function, inputs, dtype):
    """What `function` gives in f64, and its gradients for a cotangent of ones
    weighted by their position; PyTorch's own rules."""
    tensors = [torch.tensor(wide(x), requires_grad=True) for x in inputs]
    y = function(*tensors)
    dy = torch.linspace(-1, 1, y.numel(), dtype=torch.float64).reshape(y.shape)
    dy = torch.tensor(rounded(dy.numpy(), dtype).astype(f64))
    gradients = torch.autograd.grad(y, tensors, dy)
    return [rounded(t.detach().numpy(), dtype) for t in (y, dy, *gradients)]


def convolutions():
    file = File("convolutions")
    names = ["batch", None, None, None]
    for name, x, w, stride, pad, dilation, groups in [
            ("plain", (2, 3, 6, 7), (4, 3, 3, 3), 1, 0, 1, 1),
            ("same", (2, 1, 5, 18), (3, 1, 5, 5), 1, 2, 1, 1),
            ("strided", (2, 2, 7, 6), (3, 2, 3, 3), 2, 1, 1, 1),
            ("dilated", (1, 2, 7, 6), (3, 2, 3, 2), 1, 2, 2, 1),
            ("uneven", (1, 2, 8, 7), (3, 2, 4, 3), (3, 2), (2, 0), (1, 2), 1),
            ("pointwise", (2, 5, 3, 3), (7, 5, 1, 1), 1, 0, 1, 1),
            ("projected", (2, 3, 4, 4), (5, 3, 1, 1), 2, 0, 1, 1),
            ("grouped", (1, 4, 5, 6), (6, 2, 3, 3), 1, 1, 1, 2),
            ("depthwise", (1, 3, 4, 18), (3, 1, 3, 3), 1, 1, 1, 3),
            ("multiplied", (1, 3, 6, 7), (6, 1, 3, 3), 2, 1, 1, 3),
            ("line", (2, 3, 12), (4, 3, 5), 1, 2, 1, 1),
            ("line_strided", (2, 4, 11), (6, 2, 3), 3, 1, 2, 2)]:
        for dtype, tolerance in ((f32, 2e-6), (f64, 1e-13))[:1 + (name == "grouped")]:
            axes = len(x) - 2
            stride, pad, dilation = (n if isinstance(n, tuple) else (n,) * axes
                                     for n in (stride, pad, dilation))
            a, b = normal(*x, dtype=dtype), normal(*w, dtype=dtype)
            run = torch.nn.functional.conv2d if axes == 2 else torch.nn.functional.conv1d
            y, dy, dx, dw = torch_results(
                lambda a, b: run(a, b, None, stride, pad, dilation, groups), [a, b], dtype)
            text = (f"strides {list(stride)} pads {list(pad)} dilations {list(dilation)} "
                    f"groups {groups} : ({{A}}, {{B}}) -> {{R}}")
            tag = name if dtype == f32 else name + "_f64"
            more = dict(tolerance=tolerance, floor=8.0)
            file.case(f"conv_{tag}", f"%r = nn.conv %a, %b {text}", [a, b], y, **more)
            file.case(f"conv_transpose_{tag}", f"%r = nn.conv_transpose %a, %b {text}", [dy, b], dx, **more)
            file.case(f"conv_filter_{tag}", f"%r = nn.conv_filter %a, %b {text}", [a, dy], dw, **more)
            if name == "strided":
                part = names[:axes + 2]
                file.case(f"conv_{tag}_batch", f"%r = nn.conv %a, %b {text}", [a, b], y,
                          dims=[part, None], want_dims=[part], **more)
                file.case(f"conv_transpose_{tag}_batch", f"%r = nn.conv_transpose %a, %b {text}",
                          [dy, b], dx, dims=[part, None], want_dims=[part], **more)
                file.case(f"conv_filter_{tag}_batch", f"%r = nn.conv_filter %a, %b {text}",
                          [a, dy], dw, dims=[part, part], **more)
    yield file


def pools():
    file = File("pools")
    functional = torch.nn.functional
    for name, x, kernel, stride, pad in [
            ("halved", (2, 2, 4, 6), 2, 2, 0), ("rest", (1, 2, 5, 7), 2, 2, 0),
            ("overlapping", (1, 2, 7, 8), 3, 2, 1), ("uneven", (1, 2, 9, 8), (3, 2), (1, 3), (1, 0)),
            ("whole", (2, 2, 5, 5), 5, 5, 0), ("line", (2, 3, 11), 3, 2, 1)]:
        for dtype, tolerance in ((f32, 5e-7), (f16, 1e-3))[:1 + (name == "overlapping")]:
            axes = len(x) - 2
            kernel, stride, pad = (n if isinstance(n, tuple) else (n,) * axes
                                   for n in (kernel, stride, pad))
            # Halves, so that there are ties.
            a = np.round(normal(*x, dtype=dtype) * 2) / 2
            text = f"kernel {list(kernel)} strides {list(stride)} pads {list(pad)} :"
            tag = name if dtype == f32 else name + "_f16"
            more = dict(tolerance=tolerance, floor=1.0)
            run = functional.max_pool2d if axes == 2 else functional.max_pool1d
            y, dy, dx = torch_results(lambda a: run(a, kernel, stride, pad), [a], dtype)
            file.case(f"max_pool_{tag}", f"%r = nn.max_pool %a {text} ({{A}}) -> {{R}}", [a], y, **more)
            index = f"tensor<{'x'.join(map(str, y.shape))}xi32>"
            file.case(f"max_pool_grad_{tag}",
                      f"%i = nn.max_pool_index %a {text} ({{A}}) -> {index}\n"
                      f"%r = nn.max_pool_grad %b, %i {text} ({{B}}, {index}) -> {{R}}", [a, dy], dx, **more)
            file.case(f"max_pool_pick_{tag}",
                      f"%i = nn.max_pool_index %a {text} ({{A}}) -> {index}\n"
                      f"%r = nn.max_pool_pick %a, %i {text} ({{A}}, {index}) -> {{R}}", [a], y, **more)
            run = functional.avg_pool2d if axes == 2 else functional.avg_pool1d
            y, dy, dx = torch_results(lambda a: run(a, kernel, stride, pad), [a], dtype)
            file.case(f"avg_pool_{tag}", f"%r = nn.avg_pool %a {text} ({{A}}) -> {{R}}", [a], y, **more)
            file.case(f"avg_pool_grad_{tag}", f"%r = nn.avg_pool_grad %a {text} ({{A}}) -> {{R}}", [dy], dx,
                      **more)
    a = np.array([[[1, NAN, 2, 3, -INF, -INF, NAN, NAN]]], f32)
    dy = np.array([[[1, 2, 3, 4]]], f32)
    text = "kernel [2] strides [2] pads [0] :"
    file.case("max_pool_nan", f"%r = nn.max_pool %a {text} ({{A}}) -> {{R}}", [a],
              np.array([[[NAN, 3, -INF, NAN]]], f32))
    file.case("max_pool_grad_nan",
              f"%i = nn.max_pool_index %a {text} ({{A}}) -> tensor<1x1x4xi32>\n"
              f"%r = nn.max_pool_grad %b, %i {text} ({{B}}, tensor<1x1x4xi32>) -> {{R}}", [a, dy],
              np.array([[[0, 1, 0, 2, 3, 0, 4, 0]]], f32))
    yield file


MASK32, MASK64 = 0xFFFFFFFF, (1 << 64) - 1


def philox(counter, key):
    """Philox4x32-10 of Salmon et al., SC 2011, in Python's integers."""
    c, (k0, k1) = list(counter), key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k0, p1 & MASK32, (p0 >> 32) ^ c[3] ^ k1, p0 & MASK32]
        k0, k1 = (k0 + 0x9E3779B9) & MASK32, (k1 + 0xBB67AE85) & MASK32
    return c


def check_known_answers():
    """The answers that Random123 publishes (kat_vectors, philox4x32 10)."""
    assert philox([0] * 4, [0] * 2) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]
    assert philox([MASK32] * 4, [MASK32] * 2) == [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]
    assert philox([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], [0xA4093822, 0x299F31D0]) == [
        0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1]


def draw(path, seed, number, count, batch=None):
    """The words of the first `count` elements; see Random.cpp for the keys."""
    fnv = 0xCBF29CE484222325
    for byte in path.encode():
        fnv = ((fnv ^ byte) * 0x100000001B3) & MASK64
    z = (seed + 0x9E3779B97F4A7C15) & MASK64
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
    key = z ^ (z >> 31) ^ fnv
    third, fourth = (0, number) if batch is None else (batch & MASK32, number | 1 << 31)
    return np.array([philox([e & MASK32, e >> 32, third, fourth], [key & MASK32, key >> 32])
                     for e in range(count)], dtype=np.uint64)


def random():
    check_known_answers()
    file = File("random")
    scalars = [("seed", "i64", '{nn.arg = #nn.arg<scalar, "seed">}', "42"),
               ("batch", "i64", '{nn.arg = #nn.arg<scalar, "batch_counter">}', "7"),
               ("p", "f64", "", "2.500000e-01"), ("q", "f64", "", "7.500000e-01")]
    count, sizes = 48, (6, 8)

    def uniform(words, i):
        return (words[:, i] >> np.uint64(8)).astype(f64) * 2.0 ** -24

    for tag, dtype, tolerance in (("f32", f32, 3e-6), ("f64", f64, 1e-6)):
        words = draw("hidden.weight", 42, 0, count)
        u = uniform(words, 0)
        file.case(f"uniform_{tag}", '%r = nn.random uniform(%p, %q) key "hidden.weight" draw 0 : {R}',
                  [], (0.25 + 0.5 * u).reshape(sizes).astype(dtype), tolerance=3e-7, extra=scalars)
        first_u = ((words[:, 0] >> np.uint64(8)).astype(f64) + 1) * 2.0 ** -24
        z = np.sqrt(-2 * np.log(first_u)) * np.cos(2 * np.pi * uniform(words, 1))
        file.case(f"normal_{tag}", '%r = nn.random normal(%p, %q) key "hidden.weight" draw 0 : {R}',
                  [], (0.25 + 0.75 * z).reshape(sizes).astype(dtype), tolerance=tolerance, floor=1.0,
                  extra=scalars)
        limit = special.erf(np.sqrt(2.0))
        t = np.sqrt(2.0) * special.erfinv((2 * u - 1) * limit)
        file.case(f"truncated_{tag}",
                  '%r = nn.random truncated_normal(%p, %q) key "hidden.weight" draw 0 : {R}',
                  [], (0.25 + 0.75 * t).reshape(sizes).astype(dtype), tolerance=tolerance, floor=1.0,
                  extra=scalars)
    words = draw("dropout", 42, 3, count, batch=7)
    file.case("bernoulli", '%r = nn.random bernoulli(%p) key "dropout" draw 3 per_batch : {R}', [],
              (uniform(words, 0) < 0.25).astype(f32).reshape(sizes), tolerance=0, extra=scalars)
    yield file


def attend(q, k, v, scale, mask=None, lse=False):
    """softmax(scale * q k') v over [b, h, i, c]; `mask` is over [b, h, i, j]."""
    with np.errstate(all="ignore"):
        s = scale * np.einsum("bhic,bhjc->bhij", wide(q), wide(k))
        s = s if mask is None else np.where(mask, s, -INF)
        m = s.max(axis=-1, keepdims=True)
        m = np.where(np.isfinite(m), m, 0)
        e = np.exp(s - m)
        total = e.sum(axis=-1, keepdims=True)
        if lse:
            return (m + np.log(total))[..., 0]
        return np.einsum("bhij,bhjw->bhiw", e / total, wide(v))


def attentions():
    """One block and several, of known and unknown size; edges; masks."""
    file = File("attention")
    heads = "%r, %l = nn.attention \"bihc,bjhc,bjhw->bihw\" %a, %b, %c {x} scale = 5.0e-01 : ({A}, {B}, {C}) -> ({R}, {L})"

    def turned(x):
        return np.ascontiguousarray(x.transpose(0, 2, 1, 3))

    def case(name, b, i, j, h, c, w, causal=False, dtype=f32, tolerance=2e-6, dims=None):
        q, k, v = (normal(b, n, h, m).astype(dtype) for n, m in ((i, c), (j, c), (j, w)))
        mask = np.tril(np.ones((i, j), bool)) if causal else None
        want = turned(attend(turned(q), turned(k), turned(v), 0.5, mask))
        rows = f"tensor<{b}x{h}x{i}x{'f64' if dtype == f64 else 'f32'}>"
        if dims:
            rows = 'tensor<?x{}x?xf32, #nn.dims<"n", _, "t">>'.format(h)
        op = heads.replace("{x}", "causal" if causal else "").replace("{L}", rows)
        file.case(name, op, [q, k, v], rounded(want, dtype), tolerance=tolerance, floor=1.0,
                  dims=dims and [("n", d, None, None) for d in dims],
                  want_dims=dims and [("n", dims[0], None, None)])

    case("heads", 2, 3, 5, 2, 4, 6)
    case("causal", 1, 7, 7, 2, 16, 16, causal=True)
    case("blocks", 1, 70, 130, 1, 3, 5)
    case("blocks_causal", 1, 130, 130, 1, 4, 17, causal=True)
    case("more_keys_causal", 1, 3, 70, 1, 2, 2, causal=True)
    case("unknown", 1, 70, 70, 2, 2, 3, dims=("t", "t", "t"))
    case("unknown_causal", 1, 70, 70, 1, 2, 3, causal=True, dims=("t", "t", "t"))
    case("f64", 1, 18, 5, 1, 3, 9, dtype=f64, tolerance=1e-13)
    case("bf16", 1, 5, 18, 2, 4, 8, dtype=BF16, tolerance=2.0 ** -8)
    # Keys that are padding; a row that may look at nothing; what is not finite.
    q, k, v = normal(2, 4, 3), normal(2, 6, 3), normal(2, 6, 4)
    valid = np.array([[1, 1, 1, 1, 0, 0], [1, 0, 1, 0, 1, 0]], bool)
    masked = '%r, %l = nn.attention "bic,bjc,bjw,{m}->biw" %a, %b, %c mask %d scale = 2.0e+00 : ({A}, {B}, {C}, {D}) -> ({R}, tensor<2x4xf32>)'
    want = attend(q[:, None], k[:, None], v[:, None], 2.0, valid[:, None, None])[:, 0]
    file.case("padding", masked.replace("{m}", "bj"),
              [q, k, v, valid], rounded(want, f32), tolerance=2e-6, floor=1.0)
    some = rng.random((4, 6)) < 0.7
    some[2] = False
    want = attend(q[:, None], k[:, None], v[:, None], 2.0, some)[:, 0]
    file.case("nothing", masked.replace("{m}", "ij"),
              [q, k, v, some], rounded(want, f32), tolerance=2e-6, floor=1.0)
    q[0, 1, 0], q[1, 2, 0], k[0, :, 0] = INF, NAN, np.abs(k[0, :, 0]) + 1
    plain = '%r, %l = nn.attention "bic,bjc,bjw->biw" %a, %b, %c scale = 2.0e+00 : ({A}, {B}, {C}) -> ({R}, tensor<2x4xf32>)'
    want = attend(q[:, None], k[:, None], v[:, None], 2.0)[:, 0]
    file.case("not_finite", plain, [q, k, v], rounded(want, f32), tolerance=2e-6, floor=1.0)
    q, k = normal(1, 70, 3, scale=20), normal(1, 70, 3, scale=20)
    sums = '%y, %r = nn.attention "bic,bjc,bjw->biw" %a, %b, %b scale = 1.0e+00 : ({A}, {B}, {B}) -> (tensor<1x70x3xf32>, {R})'
    file.case("sums", sums, [q, k], rounded(attend(q[None], k[None], k[None], 1.0, lse=True)[0], f32),
              tolerance=2e-6, floor=1.0)
    yield file


def files():
    for group in (elementwise, selections, integers, casts, shapes, indexing, contractions,
                  reductions, losses, convolutions, pools, random, attentions):
        yield from group()
