#!/usr/bin/env python3
"""Writes gpt.npz: weights, batches, and what PyTorch makes of them in 20 steps of
examples/gpt at a width of 8. Needs PyTorch; run it again after a change here or
in test/benchmark/gpt.py:

    python3 test/Integration/reference/Inputs/gpt.py
"""

import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../../benchmark"))
from gpt import learn, logits_of, optimizer_of, rate

VOCAB, CONTEXT, WIDTH, HEADS, LAYERS, BATCH, STEPS, PEAK = 11, 9, 8, 2, 2, 3, 20, 0.1

torch.manual_seed(5)
shapes = {"position": (CONTEXT, WIDTH), "embed.weight": (VOCAB, WIDTH),
          "norm.weight": (WIDTH,), "norm.bias": (WIDTH,)}
for layer in range(LAYERS):
    at = f"block.{layer}."
    shapes |= {f"{at}attn.{each}.weight": (WIDTH, WIDTH) for each in ("q", "k", "v", "proj")}
    shapes |= {at + "attn.proj.bias": (WIDTH,), at + "up.weight": (4 * WIDTH, WIDTH),
               at + "up.bias": (4 * WIDTH,), at + "down.weight": (WIDTH, 4 * WIDTH),
               at + "down.bias": (WIDTH,)}
    shapes |= {f"{at}norm{i}.{part}": (WIDTH,) for i in (1, 2) for part in ("weight", "bias")}
start = {path: 0.5 * torch.randn(shape) for path, shape in shapes.items()}
tokens = torch.randint(0, VOCAB, (STEPS, BATCH, CONTEXT + 1))

weights = {path: value.double() for path, value in start.items()}
with torch.no_grad():
    short = logits_of(weights, tokens[0, :, :5], HEADS)
optimizer, losses = optimizer_of(weights), []
for step in range(1, STEPS + 1):
    batch = tokens[step - 1]
    logits = logits_of(weights, batch[:, :-1], HEADS)
    loss = F.cross_entropy(logits.flatten(0, 1), batch[:, 1:].flatten())
    learn(optimizer, weights, loss, rate(step, 2000, PEAK))
    losses.append(loss.item())

arrays = {"start/" + path: value for path, value in start.items()}
arrays |= {"end/" + path: value.detach().float() for path, value in weights.items()}
np.savez_compressed(os.path.join(HERE, "gpt.npz"), tokens=tokens.to(torch.int8).numpy(),
                    short=short.float().numpy(), losses=np.array(losses),
                    **{name: value.numpy() for name, value in arrays.items()})
