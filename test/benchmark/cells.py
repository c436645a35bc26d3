"""What is measured: workloads, and a cell for each mode, batch and thread count."""

import dataclasses
import os

import numpy as np

import networks

FOLDER = os.path.dirname(os.path.abspath(__file__))


@dataclasses.dataclass(frozen=True)
class Workload:
    """A program of workloads/ and the same network in networks.py."""

    program: str
    network: object
    inputs: dict  # name: (shape of an example, or limit of whole numbers)
    train: tuple = ()  # batches
    infer: tuple = ()
    optimizer: tuple = ()  # name, rate, and what else differs from defaults
    drop: float = 0.0
    bytes: int = 0  # of memory traffic, where that is the limit
    has_batch: bool = True
    tolerance: float = 1e-3
    steps: int = 3  # of training whose losses are compared

    @property
    def path(self):
        return os.path.join(FOLDER, "workloads", self.program)


def images(size, channels=3, classes=10):
    return {"image": ((channels, size, size), None), "label": ((), classes)}


SGD = ("sgd", 0.05, {"momentum": 0.9})

WORKLOADS = {
    "W1": Workload("w1-mlp.nn", networks.mlp, {"image": ((784,), None), "label": ((), 10)},
                   (16, 128, 1024), (1, 64, 1024), ("adam", 1e-3, {})),
    "W2": Workload("w2-lenet.nn", networks.lenet, images(28, 1), (128,), (1, 64), SGD, drop=0.5),
    "W3": Workload("w3-resnet20.nn", networks.resnet20, images(32), (64,), (1, 32), SGD),
    "W4": Workload("w4-resnet50.nn", networks.resnet50, images(224, classes=1000), (8,), (1, 8),
                   # In f32 the loss after one update is 1 % off that in f64,
                   # whoever computes it, and after two no two peers agree.
                   ("sgd", 0.01, {"momentum": 0.9}), steps=2, tolerance=2e-2),
    "W5": Workload("w5-lstm.nn", networks.lstm, {"image": ((28, 28), None), "label": ((), 10)},
                   (128,), (1, 64), ("adam", 3e-3, {})),
    "W6": Workload("w6-gpt.nn", networks.gpt, {"tokens": ((256,), 65), "next": ((256,), 65)},
                   (4,), (1,), ("adamw", 1e-3, {"weight_decay": 0.1})),
    "W7": Workload("w7-bert.nn", networks.bert, {"tokens": ((128,), 30522)}, (), (1, 8)),
    "W8": Workload("w8-mobilenet.nn", networks.mobilenet, images(224, classes=1000), (8,), (1,),
                   # In f32 PyTorch's two layouts of images are 0.1 % apart after
                   # one update, 0.9 % after two; nnc is no further from f64.
                   ("sgd", 0.01, {"momentum": 0.9}), steps=2, tolerance=5e-3),
    # Each of 100 groups reads and writes the matrix once.
    "W9": Workload("w9-memory.nn", networks.memory, {"x": ((4096, 4096), None)}, (), (1,),
                   bytes=100 * 2 * 4 * 4096**2, has_batch=False),
}


@dataclasses.dataclass(frozen=True)
class Cell:
    """One number of the table: a workload in a mode with a batch and threads."""

    workload: str
    mode: str
    batch: int
    threads: int

    @property
    def of(self):
        return WORKLOADS[self.workload]

    def __str__(self):
        return f"{self.workload} {self.mode} {self.batch}"


def cells(names, modes, threads):
    return [Cell(name, mode, batch, count) for name in names for mode in modes
            for batch in getattr(WORKLOADS[name], mode) for count in threads]


def batch_of(workload, batch):
    """The one batch that everybody sees: {name: array}, the network's input first."""
    random = np.random.default_rng(1)
    arrays = {}
    for name, (shape, limit) in workload.inputs.items():
        shape = (batch, *shape) if workload.has_batch else shape
        arrays[name] = (random.random(shape, np.float32) if limit is None
                        else random.integers(0, limit, shape, np.int32))
    return arrays
