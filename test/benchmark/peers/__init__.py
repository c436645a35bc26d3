"""Those who are compared: a module each, with a class `Peer`.

`Peer(job)` sets up one cell; `step()` takes a training step or infers a batch,
`value(step())` is its loss or output as an array. `compile_seconds` is the time
until it is ready to run, without imports and data; `version` is whose.
"""

import time

import cells


class Base:
    def __init__(self, job):
        self.job = job
        self.workload = cells.WORKLOADS[job["workload"]]
        self.training = job["mode"] == "train"
        self.threads = job["threads"]
        self.drop = self.workload.drop if job["drop"] else 0.0
        self.batch = cells.batch_of(self.workload, job["batch"])
        self.compile_seconds = 0.0

    def weights(self):
        import numpy as np

        with np.load(self.job["weights"]) as file:
            return {path: file[path] for path in file.files}

    def compiled(self, work):
        """The result of `work`, whose time counts as compile time."""
        start = time.perf_counter()
        result = work()
        self.compile_seconds += time.perf_counter() - start
        return result
