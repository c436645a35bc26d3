"""What networks.py asks for, in JAX.

Images are [n, y, x, channel] inside, which is what XLA's convolutions on CPUs
are made for.
"""

import jax
import jax.numpy as jnp
from jax import lax


class Ops:
    """Weights are arrays by path; `running` collects new running statistics."""

    def __init__(self, weights, training=False, drop=0.0, key=None):
        self.weights, self.training, self.drop, self.key = weights, training, drop, key
        self.running = {}

    relu = staticmethod(jax.nn.relu)
    relu6 = staticmethod(jax.nn.relu6)
    abs = staticmethod(jnp.abs)
    clip = staticmethod(jnp.clip)

    def gelu(self, x):
        return jax.nn.gelu(x, approximate=False)

    def has(self, path):
        return path in self.weights

    def weight(self, path):
        return self.weights[path]

    def outputs(self, path):
        return self.weights[path + ".weight"].shape[-1]

    def image(self, x):
        return x.transpose(0, 2, 3, 1)

    def flatten(self, x):
        return x.transpose(0, 3, 1, 2).reshape(x.shape[0], -1)

    def dense(self, x, path):
        y = x @ self.weights[path + ".weight"].T
        return y + self.weights[path + ".bias"] if self.has(path + ".bias") else y

    def times_transposed(self, x, path):
        return x @ self.weights[path].T

    def conv(self, x, path, stride=1, pad=0, groups=1):
        return lax.conv_general_dilated(
            x, self.weights[path + ".weight"], (stride, stride), [(pad, pad)] * 2,
            dimension_numbers=("NHWC", "HWIO", "NHWC"), feature_group_count=groups)

    def max_pool(self, x, size, stride=None, pad=0):
        step = stride or size
        return lax.reduce_window(x, -jnp.inf, lax.max, (1, size, size, 1), (1, step, step, 1),
                                 [(0, 0), (pad, pad), (pad, pad), (0, 0)])

    def mean_of_pixels(self, x):
        return x.mean((1, 2))

    def mean_of_rows(self, x):
        return x.mean(1, keepdims=True)

    def batch_norm(self, x, path):
        w = self.weights
        mean, variance = w[path + ".running_mean"], w[path + ".running_var"]
        if self.training:
            count = x.size // x.shape[-1]
            fresh = x.mean((0, 1, 2)), x.var((0, 1, 2))
            self.running[path + ".running_mean"] = 0.9 * mean + 0.1 * fresh[0]
            self.running[path + ".running_var"] = (
                0.9 * variance + 0.1 * fresh[1] * count / (count - 1))
            mean, variance = fresh
        scale = w[path + ".weight"] * lax.rsqrt(variance + 1e-5)
        return x * scale + (w[path + ".bias"] - mean * scale)

    def layer_norm(self, x, path):
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        y = (x - mean) * lax.rsqrt(variance + 1e-5)
        return y * self.weights[path + ".weight"] + self.weights[path + ".bias"]

    def dropout(self, x):
        if not self.training or not self.drop:
            return x
        self.key, key = jax.random.split(self.key)
        return x * jax.random.bernoulli(key, 1 - self.drop, x.shape) / (1 - self.drop)

    def embedding(self, tokens, path):
        return self.weights[path + ".weight"][tokens]

    def attention(self, x, path, heads, causal=False):
        batch, time, width = x.shape
        q, k, v = (self.dense(x, f"{path}.{each}").reshape(batch, time, heads, -1)
                   for each in "qkv")
        y = jax.nn.dot_product_attention(q, k, v, is_causal=causal)
        return self.dense(y.reshape(batch, time, width), path + ".proj")

    def lstm_last(self, x, path):
        w = self.weights
        from_x = x.transpose(1, 0, 2) @ w[path + ".weight_x"].T + w[path + ".bias"]
        zero = jnp.zeros((x.shape[0], w[path + ".weight_h"].shape[1]), x.dtype)

        def step(carry, now):
            h, c = carry
            i, f, g, o = jnp.split(now + h @ w[path + ".weight_h"].T, 4, -1)
            c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
            h = jax.nn.sigmoid(o) * jnp.tanh(c)
            return (h, c), None

        return lax.scan(step, (zero, zero), from_x)[0][0]


def arrays(weights):
    """Weights from NumPy; filters become [y, x, in, out]."""
    return {path: jnp.asarray(array.transpose(2, 3, 1, 0) if array.ndim == 4 else array)
            for path, array in weights.items()}
