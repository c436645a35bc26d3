"""What networks.py asks for, in PyTorch."""

import torch
from torch.nn import functional as F


class Ops:
    """Weights are tensors by path; running statistics are updated in place."""

    def __init__(self, weights, training=False, drop=0.0, channels_last=False):
        self.weights, self.training, self.drop = weights, training, drop
        self.channels_last = channels_last
        for path, weight in weights.items():
            if channels_last and weight.dim() == 4:
                weight.data = weight.data.contiguous(memory_format=torch.channels_last)

    relu = staticmethod(F.relu)
    relu6 = staticmethod(F.relu6)
    gelu = staticmethod(F.gelu)
    abs = staticmethod(torch.abs)
    clip = staticmethod(torch.clamp)

    def has(self, path):
        return path in self.weights

    def weight(self, path):
        return self.weights[path]

    def outputs(self, path):
        return self.weights[path + ".weight"].shape[0]

    def image(self, x):
        return x.contiguous(memory_format=torch.channels_last) if self.channels_last else x

    def flatten(self, x):
        return x.flatten(1)

    def dense(self, x, path):
        return F.linear(x, self.weights[path + ".weight"], self.weights.get(path + ".bias"))

    def times_transposed(self, x, path):
        return F.linear(x, self.weights[path])

    def conv(self, x, path, stride=1, pad=0, groups=1):
        return F.conv2d(x, self.weights[path + ".weight"], None, stride, pad, 1, groups)

    def max_pool(self, x, size, stride=None, pad=0):
        return F.max_pool2d(x, size, stride or size, pad)

    def mean_of_pixels(self, x):
        return x.mean((-2, -1))

    def mean_of_rows(self, x):
        return x.mean(1, keepdim=True)

    def batch_norm(self, x, path):
        w = self.weights
        return F.batch_norm(x, w[path + ".running_mean"], w[path + ".running_var"],
                            w[path + ".weight"], w[path + ".bias"], self.training, 0.1, 1e-5)

    def layer_norm(self, x, path):
        scale = self.weights[path + ".weight"]
        return F.layer_norm(x, scale.shape, scale, self.weights[path + ".bias"])

    def dropout(self, x):
        return F.dropout(x, self.drop, self.training)

    def embedding(self, tokens, path):
        return F.embedding(tokens, self.weights[path + ".weight"])

    def attention(self, x, path, heads, causal=False):
        q, k, v = (self.dense(x, f"{path}.{each}").unflatten(-1, (heads, -1)).transpose(1, 2)
                   for each in "qkv")
        y = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        return self.dense(y.transpose(1, 2).flatten(2), path + ".proj")

    def lstm_last(self, x, path):
        w = [self.weights[path + each] for each in (".weight_x", ".weight_h", ".bias")]
        w.append(self.weights[path + ".no_bias"])
        zero = x.new_zeros(1, x.shape[0], w[1].shape[1])
        _, h, _ = torch._VF.lstm(x, (zero, zero), w, True, 1, 0.0, self.training, False, True)
        return h[0]


def tensors(arrays):
    """Weights from NumPy; PyTorch's LSTM has a second bias, which stays zero."""
    weights = {path: torch.from_numpy(array.copy()) for path, array in arrays.items()}
    for path in [path for path in weights if path.endswith(".weight_h")]:
        base = path.removesuffix(".weight_h")
        weights[base + ".no_bias"] = torch.zeros_like(weights[base + ".bias"])
    return weights
