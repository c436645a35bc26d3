#!/usr/bin/env python3
"""Writes programs.npz: what PyTorch makes, in double precision, of 20 training
steps of the programs of the language's design and of the examples. Needs
PyTorch; run it again after a change here or in ../drawn.py:

    python3 test/Integration/reference/Inputs/programs.py
"""

import math
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import drawn
from cases import CASES, STEPS


class Net:
    """Parameters by path, drawn where they are first used, and states."""

    def __init__(self):
        self.p, self.states, self.training = {}, {}, True

    def param(self, path, *shape):
        if path not in self.p:
            value = torch.from_numpy(drawn.weight(path, shape)).double()
            self.p[path] = value.requires_grad_()
        return self.p[path]

    def dense(self, path, x, out, bias=True):
        y = x @ self.param(path + ".weight", out, x.shape[-1]).T
        return y + self.param(path + ".bias", out) if bias else y

    def conv(self, path, x, out, kernel, stride=1, pad=0, groups=1, bias=False):
        w = self.param(path + ".weight", out, x.shape[1] // groups, kernel, kernel)
        b = self.param(path + ".bias", out) if bias else None
        return F.conv2d(x, w, b, stride, pad, groups=groups)

    def conv_transpose(self, path, x, out, kernel, stride):
        w = self.param(path + ".weight", out, x.shape[1], kernel, kernel)
        return F.conv_transpose2d(x, w.transpose(0, 1), self.param(path + ".bias", out), stride)

    def batch_norm(self, path, x, affine=True):
        axes = [i for i in range(x.dim()) if i != 1]
        shape = [1, -1] + [1] * (x.dim() - 2)
        mean = self.states.setdefault(path + ".running_mean", torch.zeros(x.shape[1]).double())
        var = self.states.setdefault(path + ".running_var", torch.ones(x.shape[1]).double())
        if self.training:
            m, v = x.mean(axes), x.var(axes, unbiased=False)
            self.states[path + ".running_mean"] = (0.9 * mean + 0.1 * m).detach()
            self.states[path + ".running_var"] = (0.9 * var + 0.1 * v).detach()
            mean, var = m, v
        y = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + 1e-5)
        if not affine:
            return y
        weight, bias = (self.param(f"{path}.{part}", x.shape[1]).view(shape)
                        for part in ("weight", "bias"))
        return y * weight + bias

    def layer_norm(self, path, x):
        d = x.shape[-1]
        return F.layer_norm(x, (d,), self.param(path + ".weight", d), self.param(path + ".bias", d))

    def attention(self, path, x, heads, bias, causal=False):
        b, t, d = x.shape
        q, k, v = (self.dense(f"{path}.{part}", x, d, bias).view(b, t, heads, -1).transpose(1, 2)
                   for part in "qkv")
        y = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        return self.dense(path + ".proj", y.transpose(1, 2).reshape(b, t, d), d)

    def transformer(self, path, x, heads, bias, causal=False):
        x = x + self.attention(path + ".attn", self.layer_norm(path + ".norm1", x), heads, bias, causal)
        h = F.gelu(self.dense(path + ".up", self.layer_norm(path + ".norm2", x), 4 * x.shape[-1]))
        return x + self.dense(path + ".down", h, x.shape[-1])


# The networks.

def gate(n, x):
    return (x @ n.param("weight", 2) + n.param("bias") >= 0).double()


def mlp(hidden, out, act, names=("hidden", "out")):
    def net(n, x):
        return n.dense(names[1], act(n.dense(names[0], x.flatten(1), hidden)), out)
    return net


def scaled(hidden, out, act):
    net = mlp(hidden, out, act)
    return lambda n, x: net(n, n.batch_norm("scale", x, affine=False))


def price(n, x):
    x = n.dense("fc1", n.batch_norm("scale", x, affine=False), 64)
    x = x.clamp(min=0) + n.param("act1.slope", 64) * x.clamp(max=0)
    x = n.dense("fc2", x, 64)
    x = x * torch.sigmoid(1.5 * x)
    return n.dense("price", x, 1)[:, 0], F.softplus(n.dense("spread", x, 1)[:, 0])


def lenet(n, x):
    x = F.relu(n.batch_norm("norm1", n.conv("conv1", x, 6, 5, pad=2)))
    x = F.relu(n.batch_norm("norm2", n.conv("conv2", F.max_pool2d(x, 2), 16, 5)))
    x = F.relu(n.dense("fc1", F.max_pool2d(x, 2).flatten(1), 120))
    return n.dense("fc3", F.relu(n.dense("fc2", x, 84)), 10)


def basic(n, path, x, out, stride=1):
    skip = x
    if stride != 1 or x.shape[1] != out:
        skip = n.batch_norm(path + ".down_norm", n.conv(path + ".down", x, out, 1, stride))
    x = F.relu(n.batch_norm(path + ".norm1", n.conv(path + ".conv1", x, out, 3, stride, 1)))
    return F.relu(n.batch_norm(path + ".norm2", n.conv(path + ".conv2", x, out, 3, 1, 1)) + skip)


def resnet(n, x):
    x = F.relu(n.batch_norm("stem_norm", n.conv("stem", x, 16, 3, pad=1)))
    x = basic(n, "stage1.0", x, 16)
    x = basic(n, "shrink3", basic(n, "shrink2", x, 32, 2), 64, 2)
    return n.dense("head", x.mean((-2, -1)), 10)


def efficient(separable, wide):
    def plain(n, path, x, out):
        return F.relu(n.batch_norm(path + ".norm", n.conv(path + ".conv", x, out, 3, pad=1)))

    def mix(n, path, x, out):
        if not separable:
            return plain(n, path, x, out)
        x = n.conv(path + ".depthwise", x, x.shape[1], 3, pad=1, groups=x.shape[1])
        return F.relu(n.batch_norm(path + ".norm", n.conv(path + ".pointwise", x, out, 1)))

    def net(n, x):
        x = mix(n, "mix1", plain(n, "stem", x.view(-1, 1, 8, 8), 16), wide)
        return n.dense("head", mix(n, "mix2", F.max_pool2d(x, 2), 2 * wide).mean((-2, -1)), 10)
    return net


def autoencoder(n, x):
    x = F.relu(n.conv("down1", x.view(-1, 1, 8, 8), 16, 3, 2, 1, bias=True))
    x = F.relu(n.conv("down2", x, 32, 3, 2, 1, bias=True))
    x = F.relu(n.dense("open", n.dense("code", x.flatten(1), 4), 128)).view(-1, 32, 2, 2)
    return n.conv_transpose("up2", F.relu(n.conv_transpose("up1", x, 16, 2, 2)), 1, 2, 2).flatten(1)


def vae(n, x):
    h = F.relu(n.dense("encode", x.flatten(1), 6))
    center, log_variance = n.dense("center", h, 3), n.dense("log_variance", h, 3)
    code = center + 0.3 * torch.exp(log_variance / 2) if n.training else center
    return n.dense("pixels", F.relu(n.dense("decode", code, 6)), 784), center, log_variance


def encoder(n, x):
    x = n.dense("embed", x, 8) + n.param("position", 28, 8)
    for i in range(2):
        x = n.transformer(f"block.{i}", x, 2, bias=True)
    return n.dense("out", n.layer_norm("norm", x).mean(1), 10)


def gpt(n, tokens):
    embed, position = n.param("embed.weight", 11, 8), n.param("position", 9, 8)
    x = embed[tokens] + position[: tokens.shape[1]]
    for i in range(2):
        x = n.transformer(f"block.{i}", x, 2, bias=False, causal=True)
    return n.layer_norm("norm", x) @ embed.T


def features(n, x):
    for layer in ("features.one", "features.two"):
        x = F.relu(n.dense(layer, x, 5))
    return x


def rows(kind, gates):
    def net(n, x):
        w = n.param(f"{kind}.weight_x", gates * 4, x.shape[-1])
        u = n.param(f"{kind}.weight_h", gates * 4, 4)
        b = n.param(f"{kind}.bias", gates * 4)
        h = c = torch.zeros(len(x), 4).double()
        for t in range(x.shape[1]):
            a, z = x[:, t] @ w.T + b, h @ u.T
            if kind == "rnn":
                h = torch.tanh(a + z)
            elif kind == "lstm":
                i, f, g, o = (a + z).chunk(4, -1)
                c = torch.sigmoid(f + 1) * c + torch.sigmoid(i) * torch.tanh(g)
                h = torch.sigmoid(o) * torch.tanh(c)
            else:
                (ra, za, na), (rz, zz, nz) = a.chunk(3, -1), z.chunk(3, -1)
                new = torch.tanh(na + torch.sigmoid(ra + rz) * (nz + n.param("gru.bias_h", 4)))
                gate = torch.sigmoid(za + zz)
                h = (1 - gate) * new + gate * h
        return n.dense("out", h, 10)
    return net


def deep(block):
    def net(n, x):
        x = n.dense("first", x, 64)
        for i in range(3):
            x = block(n, f"block.{i}", x)
        return n.dense("out", x, 10)
    return net


def residual(n, path, x):
    return x + torch.tanh(n.dense(path + ".fc", n.layer_norm(path + ".norm", x), 64))


# The losses.

def classes(logits, label):
    return F.cross_entropy(logits.flatten(0, -2), label.flatten())


def smoothed(logits, label):
    return F.cross_entropy(logits, label, label_smoothing=0.05)


def price_loss(out, target):
    return F.mse_loss(out[0], target) + 0.1 * F.mse_loss(out[1], (out[0].detach() - target).abs())


def elastic(p):
    w, v = p["fc1.weight"], p["fc2.weight"]
    return 1e-5 * w.abs().sum() + 0.5e-4 * ((w ** 2).sum() + (v ** 2).sum())


def vae_loss(out, image):
    logits, center, log_variance = out
    pixels = F.binary_cross_entropy_with_logits(logits, image.flatten(1), reduction="sum")
    divergence = 0.5 * (center ** 2 + log_variance.exp() - 1 - log_variance).sum()
    return (pixels + divergence) / len(image)


# The optimizers: (parameter, gradient, its states, step, path) -> parameter.

def sgd(rate, nesterov=False):
    def step(p, g, s, t, path):
        s["velocity"] = 0.9 * s.get("velocity", 0) + g
        return p - rate(t) * (g + 0.9 * s["velocity"] if nesterov else s["velocity"])
    return step


def adam(rate, beta2=0.999, decay=0.0):
    def step(p, g, s, t, path):
        s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
        s["v"] = beta2 * s.get("v", 0) + (1 - beta2) * g ** 2
        if decay and path.endswith(".weight"):
            p = p * (1 - rate(t) * decay)
        root = (s["v"] / (1 - beta2 ** t)).sqrt() + 1e-8
        return p - rate(t) * s["m"] / (1 - 0.9 ** t) / root
    return step


def rms_prop(rate):
    def step(p, g, s, t, path):
        s["square"] = 0.99 * s.get("square", 0) + 0.01 * g ** 2
        return p - rate * g / (s["square"].sqrt() + 1e-8)
    return step


def at(value):
    return lambda step: value


def weights_only(path):
    return path.endswith(".weight") and "norm" not in path


RELU, LOGIT = F.relu, lambda net: lambda n, x: net(n, x)[:, 0]
DENSE_LOSS = dict(loss=classes, step=adam(at(1e-3)))
DEPTH = dict(loss=classes, step=adam(lambda t: 4e-3 * t / 50))


def recurrent(cell, gates, rate):
    return dict(net=rows(cell, gates), loss=classes, clip=1.0, step=adam(lambda t: rate * t / 200))


MODELS = {
    "1-and": dict(net=gate, rule=True),
    "2-xor": dict(net=LOGIT(mlp(8, 1, torch.tanh)), step=sgd(at(0.5)),
                  loss=F.binary_cross_entropy_with_logits),
    "3-mnist": dict(DENSE_LOSS, net=mlp(6, 10, RELU)),
    "4-lenet": dict(net=lenet, loss=smoothed, step=sgd(at(0.05)), decay=weights_only),
    "5-resnet-cifar": dict(net=resnet, loss=classes, decay=weights_only,
                           step=sgd(lambda t: 0.1 * t / 20, nesterov=True)),
    "7-tiny-gpt": dict(net=gpt, loss=classes, clip=1.0,
                       step=adam(lambda t: 1e-3 * t / 100, 0.99, 0.1)),
    "8-houses": dict(net=price, loss=price_loss, penalty=elastic, step=rms_prop(1e-3)),
    "autoencoder": dict(net=autoencoder, loss=F.mse_loss, step=adam(at(2e-3))),
    "deep_residual": dict(net=deep(residual), loss=classes, step=adam(at(1e-4))),
    "depth-plain": dict(DEPTH, net=deep(lambda n, path, x: torch.sigmoid(
        n.dense(path + ".fc", x, 64)))),
    "depth-skips": dict(DEPTH, net=deep(lambda n, path, x: x + torch.sigmoid(
        n.dense(path + ".fc", x, 64)))),
    "diabetes": dict(net=LOGIT(scaled(32, 1, RELU)), loss=F.mse_loss, step=adam(at(3e-3)),
                     penalty=lambda p: 0.5e-2 * sum((w ** 2).sum() for path, w in p.items()
                                                    if path.endswith(".weight"))),
    "digits": dict(DENSE_LOSS, net=mlp(6, 10, RELU)),
    "efficient": dict(net=efficient(True, 64), loss=classes, step=adam(lambda t: 4e-3 * t / 40)),
    "efficient-usual": dict(net=efficient(False, 32), loss=classes,
                            step=adam(lambda t: 4e-3 * t / 40)),
    "iris": dict(net=scaled(16, 3, torch.tanh), loss=classes, step=adam(at(0.01))),
    "lenet": dict(net=lenet, loss=smoothed, step=sgd(at(0.05)), decay=weights_only),
    "resnet": dict(net=resnet, loss=classes, step=sgd(lambda t: 0.05 * t / 100),
                   decay=weights_only),
    "mnist-augmented": dict(net=mlp(6, 10, RELU), loss=classes,
                            step=adam(lambda t: 2.5e-3 * t / STEPS)),
    "rows-gru": recurrent("gru", 3, 3e-3),
    "rows-lstm": recurrent("lstm", 4, 3e-3),
    "rows-rnn": recurrent("rnn", 1, 1e-3),
    "transfer-digits": dict(DENSE_LOSS, net=lambda n, x: n.dense("out", features(n, x), 10)),
    "transfer-parity": dict(net=LOGIT(lambda n, x: n.dense("odd", features(n, x), 1)),
                            loss=lambda y, label: F.binary_cross_entropy_with_logits(
                                y, (label % 2).double()),
                            step=adam(at(1e-2)), frozen="features."),
    "transformer": dict(net=encoder, loss=classes, clip=1.0,
                        step=adam(lambda t: 1e-3 * t / 200, decay=0.01)),
    "vae": dict(net=vae, loss=vae_loss, step=adam(at(1e-3))),
}


def train(n, model, fields, t, states):
    """A step; returns its loss."""
    x, *rest = fields
    if model.get("rule"):  # Rosenblatt's: an error of -1, 0 or +1
        error = rest[0] - model["net"](n, x)
        n.p = {"weight": n.p["weight"].detach() + error @ x,
               "bias": n.p["bias"].detach() + error.sum()}
        return None
    loss = model["loss"](model["net"](n, x), *(rest or [x]))
    live = {path: w for path, w in n.p.items() if not path.startswith(model.get("frozen", "?"))}
    total = loss + (model["penalty"](n.p) if "penalty" in model else 0)
    grads = dict(zip(live, torch.autograd.grad(total, list(live.values()))))
    norm = math.sqrt(sum((g ** 2).sum().item() for g in grads.values()))
    for path, g in grads.items():
        if "clip" in model:
            g = g * min(1, model["clip"] / norm)
        if "decay" in model and model["decay"](path):
            g = g + 1e-4 * live[path].detach()
        state = states.setdefault(path, {})
        new = model["step"](live[path].detach(), g, state, t, path)
        n.p[path] = new.requires_grad_()
    return loss.item()


stored = {}
for name, case in CASES.items():
    model, n, states = MODELS[name], Net(), {}

    def batch(step):
        fields = (torch.from_numpy(drawn.field(field, [case.batch, *shape], count, step))
                  for field, (shape, count) in case.fields.items())
        return [x.double() if case.real or x.is_floating_point() else x for x in fields]

    def note(when):
        tensors = {} if when == "first" else {path: w.detach() for path, w in n.p.items()} | n.states
        tensors |= {f"optimizer.{path}.{key}": s for path, state in states.items()
                    for key, s in state.items()}
        for path, value in tensors.items():
            if case.free and case.free in path:
                continue
            stored[f"{name}/{when}/{path}"] = drawn.sketch(value)

    for step in range(STEPS):
        loss = train(n, model, batch(step), step + 1, states)
        if loss is not None:
            stored[f"{name}/loss/{step}"] = loss
        if step == 0:
            note("first")
    note("last")
    n.training = False
    out = model["net"](n, batch(STEPS)[0])
    for i, value in enumerate(out if isinstance(out, tuple) else [out]):
        stored[f"{name}/output/{i}"] = drawn.sketch(value.detach())
values = [np.ravel(value).astype(np.float32) for value in stored.values()]
np.savez_compressed(os.path.join(HERE, "programs.npz"), names="\n".join(stored).encode(),
                    sizes=np.array([len(value) for value in values], np.int32),
                    values=np.concatenate(values))
