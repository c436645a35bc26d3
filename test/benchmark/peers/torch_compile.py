"""PyTorch with torch.compile: the forward pass and its derivative."""

import torch
import torch._inductor.config

from peers import torch_eager
from peers.ops_torch import Ops


class Peer(torch_eager.Peer):
    def __init__(self, job):
        if job["mode"] == "train":
            # Inductor cannot compile oneDNN's LSTM with its derivative.
            Ops.lstm_last = torch.compiler.disable(Ops.lstm_last)
        super().__init__(job)

    def prepared(self, function):
        # Weights become constants, which lets them be packed once.
        torch._inductor.config.freezing = not self.training
        torch._dynamo.reset()
        forward = torch.compile(function, dynamic=False)
        if self.training:
            self.compiled(lambda: forward(*self.inputs).backward())
        else:
            self.compiled(lambda: forward(self.inputs[0]))
        return forward
