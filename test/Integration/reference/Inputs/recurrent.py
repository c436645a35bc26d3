#!/usr/bin/env python3
"""Writes recurrent.npz: inputs, weights, values and gradients of PyTorch's
recurrent layers. Needs PyTorch; run it again after a change here:

    python3 test/Integration/reference/Inputs/recurrent.py
"""

import os

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence

torch.manual_seed(11)
N, H = 4, 3
rnn = nn.RNN(N, H, batch_first=True)
lstm = nn.LSTM(N, H, batch_first=True)
gru = nn.GRU(N, H, batch_first=True)
padded = nn.LSTM(N, H, batch_first=True)
both = nn.GRU(N, H, batch_first=True, bidirectional=True)
layers = {"rnn": rnn, "lstm": lstm, "gru": gru, "padded": padded, "both": both}
for layer in layers.values():
    for p in layer.parameters():
        nn.init.normal_(p, std=0.6)

weights = {}


def put(path, layer, suffix=""):
    """Our two biases hold what PyTorch's two add up to."""
    value = lambda name: getattr(layer, f"{name}_l0{suffix}")
    weights[f"{path}.weight_x"] = value("weight_ih")
    weights[f"{path}.weight_h"] = value("weight_hh")
    x, h = value("bias_ih"), value("bias_hh")
    if isinstance(layer, nn.GRU):
        weights[f"{path}.bias"] = x + torch.cat([h[:2 * H], torch.zeros(H)])
        weights[f"{path}.bias_h"] = h[2 * H:]
    else:
        weights[f"{path}.bias"] = x + h


for path, layer in list(layers.items())[:4]:
    put(path, layer)
put("both.forward", both)
put("both.backward", both, "_reverse")

x = torch.randn(3, 6, N, requires_grad=True)
lengths = torch.tensor([6, 2, 4])
valid = torch.arange(6)[None, :] < lengths[:, None]

rnn_out, _ = rnn(x)
lstm_out, (_, c) = lstm(x)
gru_out, _ = gru(x)
both_out, both_h = both(x)
_, (last, _) = padded(pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False))
energy = sum(v.square().sum() for v in (rnn_out, lstm_out, c, gru_out, last, both_h))
energy.backward()

arrays = {f"weight/{path}": value for path, value in weights.items()}
arrays |= {"input/x": x, "input/valid": valid}
arrays |= {
    "want/rnn": rnn_out, "want/lstm": lstm_out, "want/c": c[0], "want/gru": gru_out,
    "want/both": both_out, "want/last": last[0], "want/dx": x.grad,
    "want/dh": lstm.weight_hh_l0.grad, "want/dgru": gru.weight_ih_l0.grad,
}
np.savez_compressed(os.path.join(os.path.dirname(__file__), "recurrent.npz"),
                    **{name: value.detach().numpy() for name, value in arrays.items()})
