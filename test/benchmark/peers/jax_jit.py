"""JAX, the whole step under jit with its weights donated."""

import os

import jax
import jax.numpy as jnp
import numpy as np

from peers import Base
from peers.ops_jax import Ops, arrays

jax.config.update("jax_default_matmul_precision", "highest")


class Peer(Base):
    version = "JAX " + jax.__version__

    def __init__(self, job):
        super().__init__(job)
        if len(os.sched_getaffinity(0)) != self.threads:
            raise RuntimeError("XLA takes its threads from the cores it may use")
        weights = arrays(self.weights())
        running = {path: weights.pop(path) for path in list(weights) if ".running_" in path}
        self.inputs = [jnp.asarray(array) for array in self.batch.values()]
        if self.training:
            zeros = {path: jnp.zeros_like(weight) for path, weight in weights.items()}
            copies = jax.tree.map(jnp.copy, zeros)
            self.carried = (weights, running, (zeros, copies), jnp.int32(0))
            function = jax.jit(self.train_step, donate_argnums=0)
            self.run = self.compiled(lambda: function.lower(self.carried, *self.inputs).compile())
        else:
            self.all = weights | running
            function = jax.jit(lambda w, x: self.workload.network(Ops(w), x))
            self.run = self.compiled(lambda: function.lower(self.all, self.inputs[0]).compile())

    def train_step(self, carried, x, target):
        weights, running, moments, count = carried

        def loss_of(weights):
            key = jax.random.fold_in(jax.random.key(0), count)
            ops = Ops(weights | running, True, self.drop, key)
            logits = self.workload.network(ops, x)
            likely = jax.nn.log_softmax(logits)
            hit = jnp.take_along_axis(likely, target[..., None], -1)
            return -hit.mean(), running | ops.running

        (loss, running), gradients = jax.value_and_grad(loss_of, has_aux=True)(weights)
        weights, moments = self.update(weights, gradients, moments, count + 1)
        return (weights, running, moments, count + 1), loss

    def update(self, weights, gradients, moments, count):
        name, rate, more = self.workload.optimizer
        first, second = moments
        if name == "sgd":
            first = jax.tree.map(lambda v, g: more["momentum"] * v + g, first, gradients)
            return jax.tree.map(lambda p, v: p - rate * v, weights, first), (first, second)
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradients)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradients)
        kept = 1 - rate * more.get("weight_decay", 0.0)
        step = rate / (1 - 0.9**count)
        correction = 1 / (1 - 0.999**count)
        weights = jax.tree.map(
            lambda p, m, v: kept * p - step * m / (jnp.sqrt(correction * v) + 1e-8),
            weights, first, second)
        return weights, (first, second)

    def step(self):
        if self.training:
            self.carried, result = self.run(self.carried, *self.inputs)
        else:
            result = self.run(self.all, self.inputs[0])
        return result.block_until_ready()

    def value(self, result):
        return np.asarray(result)
