"""What both sides of programs.test draw, so that no vectors of it are stored.

NumPy keeps the stream of RandomState as it is, whatever its version.
"""

import zlib

import numpy as np


def stream(*key):
    return np.random.RandomState(zlib.crc32(repr(key).encode()))


def weight(path, shape):
    """Weights of a size at which values neither vanish nor grow; norms near 1."""
    x = stream(path).standard_normal(shape)
    if len(shape) > 1:
        x /= np.sqrt(np.prod(shape[1:]))
    else:
        x = 0.2 * x + path.endswith("norm.weight")
    return np.asarray(x, np.float32)


def field(name, shape, classes, step):
    """Numbers below `classes`, without it near 0."""
    draws = stream(name, step)
    if classes:
        return np.asarray(draws.randint(classes, size=shape))
    return np.asarray(draws.standard_normal(shape), np.float32)


def sketch(x, rows=8):
    """x, or where it is large some sums of its elements with random signs and its
    norm: the difference of two sketches is, on average, that of the tensors."""
    x = np.asarray(x, np.float64).ravel()
    if x.size <= rows:
        return x
    signs = 2.0 * stream(x.size).randint(2, size=(rows, x.size)) - 1
    return signs @ x / np.sqrt(rows)
