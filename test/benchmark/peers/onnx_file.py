"""Writes a workload's network as ONNX, from PyTorch.

    python onnx_file.py WORKLOAD BATCH WEIGHTS.npz OUT.onnx
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np
import torch

import cells
from peers.ops_torch import Ops, tensors


class Network(torch.nn.Module):
    def __init__(self, workload, weights):
        super().__init__()
        self.workload, self.names = workload, {}
        for path, weight in weights.items():
            self.names[path] = path.replace(".", "_")
            self.register_buffer(self.names[path], weight)

    def forward(self, x):
        weights = {path: getattr(self, name) for path, name in self.names.items()}
        return self.workload.network(Ops(weights), x)


def main(name, batch, weights, out):
    workload = cells.WORKLOADS[name]
    with np.load(weights) as file:
        network = Network(workload, tensors({path: file[path] for path in file.files}))
    x = torch.from_numpy(next(iter(cells.batch_of(workload, int(batch)).values())))
    torch.onnx.export(network.eval(), (x,), out, input_names=["x"], output_names=["y"],
                      dynamo=True, external_data=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
