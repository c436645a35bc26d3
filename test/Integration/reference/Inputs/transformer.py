#!/usr/bin/env python3
"""Writes transformer.npz: inputs, weights, values and gradients of PyTorch's
transformer layers. Needs PyTorch; run it again after a change here:

    python3 test/Integration/reference/Inputs/transformer.py
"""

import math
import os

import numpy as np
import torch
from torch import nn

torch.manual_seed(7)
D, HEADS = 8, {"encoder": 2, "decoder": 4}
ARGS = dict(dim_feedforward=4 * D, dropout=0.0, activation="gelu", batch_first=True,
            norm_first=True)
encoder = nn.TransformerEncoderLayer(D, HEADS["encoder"], **ARGS)
decoder = nn.TransformerDecoderLayer(D, HEADS["decoder"], **ARGS)
for p in [*encoder.parameters(), *decoder.parameters()]:
    nn.init.normal_(p, std=0.4)

x = torch.randn(3, 5, D, requires_grad=True)
source = torch.randn(3, 7, D, requires_grad=True)
valid = torch.arange(7)[None, :] < torch.tensor([7, 4, 1])[:, None]


def attention(path, layer):
    """The paths of our layer for those of `nn.MultiheadAttention`."""
    found = {}
    for part, weight, bias in zip("qkv", layer.in_proj_weight.chunk(3), layer.in_proj_bias.chunk(3)):
        found[f"{path}.{part}.weight"], found[f"{path}.{part}.bias"] = weight, bias
    found[f"{path}.proj.weight"] = layer.out_proj.weight
    found[f"{path}.proj.bias"] = layer.out_proj.bias
    return found


def plain(path, layer):
    return {f"{path}.weight": layer.weight, f"{path}.bias": layer.bias}


weights = {
    **attention("encoder.attn", encoder.self_attn),
    **plain("encoder.norm1", encoder.norm1), **plain("encoder.norm2", encoder.norm2),
    **plain("encoder.up", encoder.linear1), **plain("encoder.down", encoder.linear2),
    **attention("decoder.attn", decoder.self_attn),
    **attention("decoder.cross_attn", decoder.multihead_attn),
    **plain("decoder.norm1", decoder.norm1), **plain("decoder.norm_cross", decoder.norm2),
    **plain("decoder.norm2", decoder.norm3),
    **plain("decoder.up", decoder.linear1), **plain("decoder.down", decoder.linear2),
}

encoded = encoder(source, src_key_padding_mask=~valid)
causal = nn.Transformer.generate_square_subsequent_mask(5)
decoded = decoder(x, encoded, tgt_mask=causal, tgt_is_causal=True, memory_key_padding_mask=~valid)
decoded.square().sum().backward()

place = torch.arange(7, dtype=torch.float64)[:, None]
rate = torch.exp(torch.arange(0, D, 2, dtype=torch.float64) * (-math.log(10000.0) / D))
places = torch.zeros(7, D, dtype=torch.float64)
places[:, 0::2], places[:, 1::2] = torch.sin(place * rate), torch.cos(place * rate)

arrays = {f"weight/{path}": value for path, value in weights.items()}
arrays |= {"input/x": x, "input/source": source, "input/valid": valid}
arrays |= {
    "want/plain": nn.functional.scaled_dot_product_attention(x, source, source),
    "want/encoded": encoded,
    "want/decoded": decoded,
    "want/dx": x.grad,
    "want/dsource": source.grad,
    "want/dq": encoder.self_attn.in_proj_weight.grad[:D],
    "want/places": places.float(),
}
np.savez_compressed(os.path.join(os.path.dirname(__file__), "transformer.npz"),
                    **{name: value.detach().numpy() for name, value in arrays.items()})
