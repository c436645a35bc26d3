"""Inputs that asserts.nn takes and refuses: asserts.py FOLDER."""

import os
import sys

import numpy as np


def save(name, value):
    np.save(os.path.join(sys.argv[1], name + ".npy"), value)


x = np.ones((2, 4, 2), np.float32)
save("good", x)
for name, value in {"eleven": 11, "three": 3, "zero": 0}.items():
    y = x.copy()
    y[1, 2, 0] = value
    save(name, y)
save("mixed", np.where(np.arange(4)[:, None] == 3, 2, 9).astype(np.float32) * x)
save("large", 9 * x)
save("long", np.ones((2, 7, 2), np.float32))
save("i", np.array([1, 0], np.int32))
save("outside", np.array([1 << 30, 0], np.int32))
save("j", np.array([0, 1, 2], np.int32))
