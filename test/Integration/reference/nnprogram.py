"""Calls a compiled program through its C interface, from Python with ctypes.

A second reader of include/nnrt/program.h, independent of the runtime: the tests
compare what a library computes with NumPy, with nothing of ours in between.
"""

import ctypes as C
import numpy as np

MAX_RANK = 8
DTYPES = [np.float32, np.float64, np.float16, None, np.int8, np.int32, np.int64, np.bool_]
ROLES = ["parameter", "state", "optimizer", "input", "output", "metric"]
SIZE = C.CFUNCTYPE(C.c_int64, C.POINTER(C.c_int64))


class Axis(C.Structure):
    _fields_ = [("size", C.c_int64), ("name", C.c_char_p), ("dim", C.c_int32), ("evaluate", SIZE)]


class Tensor(C.Structure):
    _fields_ = [
        ("path", C.c_char_p), ("role", C.c_int32), ("dtype", C.c_int32), ("rank", C.c_int32),
        ("reserved", C.c_int32), ("axes", Axis * MAX_RANK), ("offset", C.c_int64),
        ("resident_bytes", C.c_int64), ("packed", C.c_int32), ("stack_index", C.c_int32),
    ]

    def shape(self, dims):
        sizes = []
        for axis in self.axes[: self.rank]:
            if axis.size >= 0:
                sizes.append(axis.size)
            elif axis.dim >= 0:
                sizes.append(dims[axis.dim])
            else:
                sizes.append(axis.evaluate(dims))
        return tuple(sizes)

    @property
    def name(self):
        return self.path.decode()


class Status(C.Structure):
    _fields_ = [("code", C.c_int32), ("path", C.c_char_p), ("value", C.c_int64),
                ("limit", C.c_int64), ("message", C.c_char * 232)]


class Scalar(C.Union):
    _fields_ = [("i", C.c_int64), ("f", C.c_double)]


class Call(C.Structure):
    _fields_ = [
        ("struct_size", C.c_uint32), ("training", C.c_uint32), ("parameters", C.c_void_p),
        ("state", C.c_void_p), ("optimizer", C.c_void_p),
        ("arena", C.c_void_p), ("inputs", C.POINTER(C.c_void_p)), ("outputs", C.POINTER(C.c_void_p)),
        ("dims", C.POINTER(C.c_int64)), ("hypers", C.POINTER(Scalar)), ("step", C.c_int64),
        ("epoch", C.c_int64), ("batch_counter", C.c_int64), ("steps_per_epoch", C.c_int64),
        ("seed", C.c_int64), ("example", C.c_int64), ("metrics", C.POINTER(C.c_double)),
        ("values", C.POINTER(C.c_double)), ("status", C.POINTER(Status)), ("parallel", C.c_void_p),
    ]


class Entry(C.Structure):
    _fields_ = [
        ("function", C.CFUNCTYPE(C.c_int32, C.POINTER(Call))), ("arena_bytes", SIZE),
        ("inputs", C.POINTER(Tensor)), ("outputs", C.POINTER(Tensor)),
        ("values", C.POINTER(C.c_char_p)), ("metrics", C.POINTER(C.c_char_p)),
        ("input_count", C.c_int32), ("output_count", C.c_int32),
        ("value_count", C.c_int32), ("metric_count", C.c_int32),
    ]


class Dim(C.Structure):
    _fields_ = [("name", C.c_char_p), ("minimum", C.c_int64), ("maximum", C.c_int64)]


class Hyper(C.Structure):
    _fields_ = [("name", C.c_char_p), ("kind", C.c_int32), ("structural", C.c_int32),
                ("value", Scalar), ("text", C.c_char_p)]


class Duration(C.Structure):
    _fields_ = [("steps", C.c_double), ("epochs", C.c_double), ("examples", C.c_double)]


class Data(C.Structure):
    _fields_ = [("dataset", C.c_int32), ("part", C.c_int32)]


class Policy(C.Structure):
    _fields_ = [
        ("stop_when", C.c_int32), ("best", C.c_int32), ("best_higher", C.c_int32),
        ("patience", C.c_int32), ("patience_higher", C.c_int32), ("restore_best", C.c_int32),
        ("patience_length", Duration), ("min_delta", C.c_double), ("every", Duration),
        ("keep", C.c_int32), ("reserved", C.c_int32),
    ]


class Train(C.Structure):
    _fields_ = [
        ("name", C.c_char_p), ("tensors", C.POINTER(Tensor)), ("optimizer_bytes", C.c_int64),
        ("model", C.c_int32), ("tensor_count", C.c_int32), ("init", Entry), ("train_step", Entry),
        ("accumulate_step", Entry), ("eval_step", Entry), ("control", Entry), ("inspect", Entry),
        ("statistics", Entry), ("gradients", Entry), ("objective", Entry), ("data", Data), ("validation", Data),
        ("test", Data), ("batch", C.c_int64), ("length_epochs", Duration),
        ("length_steps", Duration), ("validate_every", Duration), ("policy", Policy),
        ("seed", C.c_int64), ("accumulate", C.c_int64), ("shuffle", C.c_int32),
        ("has_optimizer", C.c_int32), ("start_from", C.c_char_p),
        ("higher", C.POINTER(C.c_char_p)), ("higher_count", C.c_int32), ("reserved", C.c_int32),
        ("flops", SIZE), ("bucket_by", C.c_char_p),
        ("renames", C.POINTER(C.c_char_p)), ("rename_count", C.c_int64),
        ("lenders", C.POINTER(C.c_char_p)), ("lender_count", C.c_int64),
    ]


COPY = C.CFUNCTYPE(None, C.c_int32, C.c_int32, C.c_void_p, C.c_void_p)


class Model(C.Structure):
    _fields_ = [
        ("name", C.c_char_p), ("tensors", C.POINTER(Tensor)), ("parameter_bytes", C.c_int64),
        ("state_bytes", C.c_int64), ("tensor_count", C.c_int32), ("reserved", C.c_int32),
        ("init", Entry), ("infer", Entry), ("pack", COPY), ("unpack", COPY),
        ("embedded", C.c_void_p), ("embedded_state", C.c_void_p),
        ("flops", SIZE), ("vocabularies", C.POINTER(C.c_char_p)), ("vocabulary_count", C.c_int64),
    ]


class Descriptor(C.Structure):
    _fields_ = [
        ("magic", C.c_uint64), ("abi_version", C.c_uint32), ("struct_size", C.c_uint32),
        ("name", C.c_char_p), ("source_hash", C.c_char_p), ("compiler", C.c_char_p),
        ("target", C.c_char_p), ("cpu_features", C.POINTER(C.c_char_p)), ("dims", C.POINTER(Dim)),
        ("hypers", C.POINTER(Hyper)), ("models", C.POINTER(Model)), ("trains", C.POINTER(Train)),
        ("datasets", C.c_void_p), ("cpu_feature_count", C.c_int32), ("dim_count", C.c_int32),
        ("hyper_count", C.c_int32), ("model_count", C.c_int32), ("train_count", C.c_int32),
        ("dataset_count", C.c_int32), ("edition", C.c_int32), ("threads", C.c_int32),
        ("gpu_image", C.c_void_p), ("gpu_image_bytes", C.c_int64),
        ("profile", C.c_void_p),
    ]


def aligned(size):
    """A zeroed buffer on a 64-byte boundary."""
    raw = np.zeros(size + 64, np.uint8)
    start = -raw.ctypes.data % 64
    return raw[start : start + max(size, 1)]


class Program:
    """A loaded library with one model's blocks, initialised from `seed`."""

    def __init__(self, path, train=0, seed=0):
        self.library = C.CDLL(path)
        self.d = Descriptor.in_dll(self.library, "nn_program")
        assert self.d.magic == 0x676F72502D636E6E and self.d.abi_version == 8
        assert self.d.struct_size == C.sizeof(Descriptor), "program.h and nnprogram.py differ"
        self.train = self.d.trains[train] if self.d.train_count else None
        self.train_index = train
        self.model = self.d.models[self.train.model if self.train else 0]
        self.seed = seed
        self.parameters = aligned(self.model.parameter_bytes)
        self.state = aligned(self.model.state_bytes)
        self.optimizer = aligned(self.train.optimizer_bytes if self.train else 0)
        self.hypers = (Scalar * max(1, self.d.hyper_count))()
        for i in range(self.d.hyper_count):
            self.hypers[i] = self.d.hypers[i].value
        self.initialize()

    def initialize(self):
        """Draws the parameters and clears what the optimizer keeps."""
        self.run(self.model.init, {})
        if self.train and self.train.init.function:
            self.run(self.train.init, {})

    def tensors(self):
        """(path, descriptor, block, train index, index) of every stored tensor."""
        for i in range(self.model.tensor_count):
            t = self.model.tensors[i]
            yield t.name, t, self.state if t.role == 1 else self.parameters, -1, i
        if self.train:
            for i in range(self.train.tensor_count):
                t = self.train.tensors[i]
                yield t.name, t, self.optimizer, self.train_index, i

    def get(self, path):
        for name, t, block, train, index in self.tensors():
            if name == path:
                value = np.zeros(t.shape([]), DTYPES[t.dtype])
                resident = block.ctypes.data + t.offset
                if t.packed:
                    self.model.unpack(train, index, resident, value.ctypes.data)
                else:
                    C.memmove(value.ctypes.data, resident, value.nbytes)
                return value
        raise KeyError(path)

    def set(self, path, value):
        for name, t, block, train, index in self.tensors():
            if name == path:
                value = np.asarray(value, DTYPES[t.dtype], order="C")
                assert value.shape == t.shape([]), (path, value.shape, t.shape([]))
                resident = block.ctypes.data + t.offset
                if t.packed:
                    self.model.pack(train, index, value.ctypes.data, resident)
                else:
                    C.memmove(resident, value.ctypes.data, value.nbytes)
                return
        raise KeyError(path)

    def bind(self, entry, inputs, step=1, epoch=0, batch_counter=0, steps_per_epoch=1, seed=None):
        """An entry with its memory: each call runs it, the first one at `step`,
        and returns ({output: array}, {value: float})."""
        return Bound(self, entry, inputs, step, epoch, batch_counter, steps_per_epoch, seed)

    def run(self, entry, inputs, **place):
        """Calls an entry once; returns ({output: array}, {value: float})."""
        return self.bind(entry, inputs, **place)()


class Bound:
    """An entry of a program, and all that a call of it reads and writes."""

    def __init__(self, program, entry, inputs, step, epoch, batch_counter, steps_per_epoch, seed):
        self.entry = entry
        d = program.d
        dims = (C.c_int64 * max(1, d.dim_count))(
            *[max(1, d.dims[i].minimum) for i in range(d.dim_count)])
        arrays = []
        for i in range(entry.input_count):
            t = entry.inputs[i]
            array = np.ascontiguousarray(inputs[t.name], DTYPES[t.dtype])
            assert array.ndim == t.rank, (t.name, array.shape)
            for axis, size in zip(t.axes[: t.rank], array.shape):
                if axis.dim >= 0:
                    dims[axis.dim] = size
            arrays.append(array)
        self.outputs = [np.zeros(entry.outputs[i].shape(dims), DTYPES[entry.outputs[i].dtype])
                        for i in range(entry.output_count)]
        self.values = (C.c_double * max(1, entry.value_count))()
        arena = aligned(entry.arena_bytes(dims) if entry.arena_bytes else 0)
        self.status = Status()

        def pointers(a):
            return (C.c_void_p * max(1, len(a)))(*[x.ctypes.data for x in a])

        self.call = Call(
            struct_size=C.sizeof(Call), parameters=program.parameters.ctypes.data,
            state=program.state.ctypes.data, optimizer=program.optimizer.ctypes.data,
            arena=arena.ctypes.data, inputs=pointers(arrays), outputs=pointers(self.outputs),
            dims=dims, hypers=program.hypers, step=step, epoch=epoch, batch_counter=batch_counter,
            steps_per_epoch=steps_per_epoch, seed=program.seed if seed is None else seed,
            values=self.values, status=C.pointer(self.status))
        self.kept = (program, arrays, arena)  # the call has their addresses only
        self.function, self.reference = entry.function, C.byref(self.call)

    def run(self):
        """One call, whose results the next one overwrites."""
        code = self.function(self.reference)
        if code:
            raise RuntimeError(f"status {code}: {self.status.message.decode()}")
        self.call.step += 1
        self.call.batch_counter += 1

    def __call__(self):
        self.run()
        entry = self.entry
        return ({entry.outputs[i].name: self.outputs[i] for i in range(entry.output_count)},
                {entry.values[i].decode(): self.values[i] for i in range(entry.value_count)})
