"""OpenVINO on the CPU, in f32."""

import openvino

from peers import Base


class Peer(Base):
    version = "OpenVINO " + openvino.__version__.split("-")[0]

    def __init__(self, job):
        super().__init__(job)
        config = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY",
                  "INFERENCE_NUM_THREADS": self.threads, "NUM_STREAMS": 1}
        model = self.compiled(lambda: openvino.Core().compile_model(job["onnx"], "CPU", config))
        self.request = model.create_infer_request()
        self.request.set_input_tensor(openvino.Tensor(next(iter(self.batch.values()))))

    def step(self):
        self.request.infer()
        return self.request.get_output_tensor().data

    def value(self, result):
        return result.copy()
