"""PyTorch, one op after the other."""

import torch
from torch.nn import functional as F

from peers import Base
from peers.ops_torch import Ops, tensors

torch.backends.mkldnn.allow_tf32 = False


class Peer(Base):
    version = "PyTorch " + torch.__version__

    def __init__(self, job):
        super().__init__(job)
        torch.set_num_threads(self.threads)
        torch.manual_seed(0)
        torch.set_grad_enabled(self.training)
        self.images = "image" in self.batch and self.batch["image"].ndim == 4
        self.inputs = [torch.from_numpy(array) for array in self.batch.values()]
        # Which layout suits depends on shapes: the quicker one is kept.
        self.build(False)
        if self.images:
            import worker

            def quick():
                self.step()
                return worker.timed(self.step, 0.3)["least"]

            rows = quick()
            self.build(True)
            self.build(rows > quick())

    def build(self, channels_last):
        weights = tensors(self.weights())
        parameters = [weight for path, weight in weights.items()
                      if ".running_" not in path and not path.endswith("no_bias")]
        self.ops = Ops(weights, self.training, self.drop, channels_last)
        self.inputs[0] = self.ops.image(self.inputs[0].contiguous()) if self.images else self.inputs[0]
        if self.training:
            for weight in parameters:
                weight.requires_grad_()
            self.optimizer = self.optimizer_of(parameters)
        self.forward = self.prepared(self.loss if self.training else self.output)

    def optimizer_of(self, parameters):
        name, rate, more = self.workload.optimizer
        kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}
        return kind[name](parameters, lr=rate, fused=True, **more)

    def prepared(self, function):
        return function

    def output(self, x):
        return self.workload.network(self.ops, x)

    def loss(self, x, target):
        return F.cross_entropy(self.output(x).flatten(0, -2), target.flatten().long())

    def step(self):
        if not self.training:
            return self.forward(self.inputs[0])
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.forward(*self.inputs)
        loss.backward()
        self.optimizer.step()
        return loss

    def value(self, result):
        return result.detach().numpy()
