#!/usr/bin/env python3
"""Writes sentiment.npz: twenty steps of PyTorch on the sentence classifier of
test/Integration/programs/6-sentiment.nn, without dropout, on batches whose
sizes and lengths differ. Needs PyTorch; run it again after a change here:

    python3 test/Integration/reference/Inputs/sentiment.py
"""

import os

import numpy as np
import torch
from torch.nn import functional as F

torch.manual_seed(6)
VOCAB, WIDTH = 12, 5
paths = {
    "lstm.weight_x": (4 * WIDTH, WIDTH), "lstm.weight_h": (4 * WIDTH, WIDTH),
    "lstm.bias": (4 * WIDTH,), "embed.weight": (VOCAB, WIDTH),
    "head.weight": (1, WIDTH), "head.bias": (1,),
}
p = {path: (0.5 * torch.randn(shape)).requires_grad_() for path, shape in paths.items()}
arrays = {f"weight/{path}": value.detach().clone() for path, value in p.items()}


def model(tokens):
    x, valid = p["embed.weight"][tokens], tokens != 0
    h = c = torch.zeros(len(tokens), WIDTH)
    for t in range(tokens.shape[1]):
        gates = x[:, t] @ p["lstm.weight_x"].T + h @ p["lstm.weight_h"].T + p["lstm.bias"]
        i, f, g, o = gates.chunk(4, dim=-1)
        c_next = torch.sigmoid(f + 1) * c + torch.sigmoid(i) * torch.tanh(g)
        h_next = torch.sigmoid(o) * torch.tanh(c_next)
        live = valid[:, t, None]
        h, c = torch.where(live, h_next, h), torch.where(live, c_next, c)
    return (h @ p["head.weight"].T + p["head.bias"]).squeeze(-1)


def batch(size, time):
    """Examples of 1 to `time` words, the first of `time`."""
    lengths = torch.randint(1, time + 1, (size,))
    lengths[0] = time
    tokens = torch.randint(1, VOCAB, (size, time))
    tokens[torch.arange(time)[None, :] >= lengths[:, None]] = 0
    return tokens.int(), torch.randint(0, 2, (size,)).float()


optimizer = torch.optim.Adam(p.values(), lr=2e-3)
for step in range(20):
    tokens, label = batch(size=4 if step % 7 else 3, time=1 + 5 * step % 9)
    optimizer.zero_grad()
    loss = F.binary_cross_entropy_with_logits(model(tokens), label)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(p.values(), 1.0)
    optimizer.step()
    arrays |= {f"step/{step}/tokens": tokens, f"step/{step}/label": label, f"loss/{step}": loss}
tokens, _ = batch(5, 7)
arrays |= {"input/tokens": tokens, "output/logit": model(tokens)}
arrays |= {f"want/{path}": value for path, value in p.items()}
for path, value in p.items():
    arrays[f"want/optimizer.{path}.m"] = optimizer.state[value]["exp_avg"]
    arrays[f"want/optimizer.{path}.v"] = optimizer.state[value]["exp_avg_sq"]
np.savez_compressed(os.path.join(os.path.dirname(__file__), "sentiment.npz"),
                    **{name: value.detach().numpy() for name, value in arrays.items()})
