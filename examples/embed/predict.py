"""Inference from Python, with nothing but ctypes and NumPy.

    predict.py libnnrt.so scan.so weights.safetensors digits.csv

Arrays are not copied: the network reads NumPy's memory and writes into it.
"""
import ctypes as c
import sys

import numpy as np

DTYPES = [np.float32, np.float64, np.float16, None, np.int8, np.int32, np.int64, np.bool_]


class Error(c.Structure):
    _fields_ = [("code", c.c_int32), ("message", c.c_char * 1020)]


class Array(c.Structure):
    _fields_ = [("data", c.c_void_p), ("bytes", c.c_size_t), ("dtype", c.c_int32),
                ("rank", c.c_int32), ("shape", c.c_int64 * 8)]

    @classmethod
    def of(cls, array):
        """A view of a C-contiguous array, which must outlive it."""
        if not array.flags.c_contiguous:
            raise ValueError("the array is not C-contiguous")
        return cls(array.ctypes.data, array.nbytes, DTYPES.index(array.dtype), array.ndim,
                   (c.c_int64 * 8)(*array.shape))


class Model:
    """The first model of a library, with weights from a file."""

    def __init__(self, runtime, library, weights):
        self.runtime = c.CDLL(runtime)
        self.program, self.model = c.c_void_p(), c.c_void_p()
        self.call("nnrt_open", library.encode(), None, c.byref(self.program))
        self.call("nnrt_model_create", self.program, None, c.byref(self.model))
        self.call("nnrt_model_load", self.model, weights.encode(), c.c_uint32(0))

    def call(self, name, *arguments):
        error = Error()
        if getattr(self.runtime, name)(*arguments, c.byref(error)):
            raise RuntimeError(error.message.decode())

    def infer(self, *inputs, outputs):
        """Fills in `outputs`, arrays that have room for what comes."""
        given = (Array * len(inputs))(*map(Array.of, inputs))
        wanted = (Array * len(outputs))(*map(Array.of, outputs))
        self.call("nnrt_infer", self.model, given, len(inputs), wanted, len(outputs), None,
                  c.c_size_t(0))

    def close(self):
        self.runtime.nnrt_model_free(c.byref(self.model))
        self.runtime.nnrt_close(c.byref(self.program))


def main():
    runtime, library, weights, path = sys.argv[1:]
    table = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.float32)
    pixels = np.ascontiguousarray(table[:, :64] / 16)
    logits = np.empty((len(pixels), 10), np.float32)
    model = Model(runtime, library, weights)
    model.infer(pixels, outputs=[logits])
    right = int((logits.argmax(axis=1) == table[:, 64]).sum())
    print(f"{right} of {len(pixels)} digits are read right")
    try:
        model.infer(pixels[:, :63].copy(), outputs=[logits])
    except RuntimeError as error:
        print(error)
    model.close()


main()
