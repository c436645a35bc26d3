#!/usr/bin/env python3
"""Writes convolution.npz: inputs, weights, values and gradients of PyTorch's
convolutions, pools and normalisations of channels. Needs PyTorch; run it again
after a change here:

    python3 test/Integration/reference/Inputs/convolution.py
"""

import os

import numpy as np
import torch
from torch import nn

torch.manual_seed(11)
conv = nn.Conv2d(4, 8, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2)
up = nn.ConvTranspose2d(8, 4, (3, 2), stride=(2, 1), padding=(1, 0), groups=2, bias=False)
batch_norm = nn.BatchNorm2d(8).eval()
group_norm = nn.GroupNorm(3, 6)
row = nn.Conv1d(6, 4, 3, stride=2, padding=1)
for layer in (batch_norm, group_norm):
    nn.init.normal_(layer.weight, mean=1)
    nn.init.normal_(layer.bias)
nn.init.normal_(batch_norm.running_mean)
nn.init.uniform_(batch_norm.running_var, 0.5, 2)

image = torch.randn(3, 4, 9, 8, requires_grad=True)
line = torch.randn(3, 6, 11, requires_grad=True)
y = batch_norm(conv(image))
y = up(nn.functional.max_pool2d(y, (2, 3), (1, 2), (1, 0)))
y = nn.functional.avg_pool2d(y, (6, 2), 1, (0, 1))
norm = group_norm(line)
rows = row(norm)
(y.square().sum() + rows.square().sum()).backward()


def ours(weight, groups=2):
    """[in, out // groups, ...] as the [out, in // groups, ...] of the language."""
    return torch.cat([part.transpose(0, 1) for part in weight.chunk(groups)])


weights = {"conv.weight": conv.weight, "conv.bias": conv.bias, "up.weight": ours(up.weight),
           "group_norm.weight": group_norm.weight, "group_norm.bias": group_norm.bias,
           "row.weight": row.weight, "row.bias": row.bias}
for name in ("weight", "bias", "running_mean", "running_var"):
    weights["batch_norm." + name] = getattr(batch_norm, name)
wants = dict(y=y, norm=norm, rows=rows, dimage=image.grad, dline=line.grad, dconv=conv.weight.grad,
             dup=ours(up.weight.grad), dgroup=group_norm.weight.grad, drow=row.weight.grad)
stored = {"input/image": image, "input/line": line,
          **{"weight/" + k: v for k, v in weights.items()},
          **{"want/" + k: v for k, v in wants.items()}}
here = os.path.dirname(os.path.abspath(__file__))
np.savez_compressed(os.path.join(here, "convolution.npz"),
                    **{k: v.detach().numpy() for k, v in stored.items()})
print({k: tuple(v.shape) for k, v in wants.items()})
