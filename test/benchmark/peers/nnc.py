"""A library that nnc has made, called through its C interface."""

import os
import sys
import time

from peers import Base

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../Integration/reference"))
from nnprogram import Program  # noqa: E402


class Peer(Base):
    version = "nnc"

    def __init__(self, job):
        super().__init__(job)
        start = time.perf_counter()
        self.program = Program(job["program"])
        model, train = self.program.model, self.program.train
        self.bound = self.program.bind(train.train_step if self.training else model.infer,
                                       self.batch)
        self.bound()
        # What a host in C waits for: Python's own start is not part of it.
        start = time.perf_counter() - start
        flops = (train if self.training else model).flops(self.bound.call.dims)
        self.facts = {"flops": flops, "start_seconds": start}
        self.program.initialize()
        for path, value in self.weights().items():
            self.program.set(path, value)
        self.bound.call.step, self.bound.call.batch_counter = 1, 0

    def step(self):
        self.bound.run()

    def value(self, _):
        return self.bound.values[0] if self.training else self.bound.outputs[0]


def save_weights(program, path):
    """The parameters and statistics that the program starts from."""
    import numpy as np

    program = Program(program)
    own = {name for name, *_ in program.tensors() if not name.startswith("optimizer.")}
    np.savez(path, **{name: program.get(name) for name in own})


if __name__ == "__main__":
    save_weights(*sys.argv[1:])
