"""ONNX Runtime on the CPU."""

import onnxruntime

from peers import Base


class Peer(Base):
    version = "ONNX Runtime " + onnxruntime.__version__

    def __init__(self, job):
        super().__init__(job)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = self.compiled(lambda: onnxruntime.InferenceSession(
            job["onnx"], options, providers=["CPUExecutionProvider"]))
        self.feed = {"x": next(iter(self.batch.values()))}

    def step(self):
        return self.session.run(None, self.feed)[0]

    def value(self, result):
        return result
