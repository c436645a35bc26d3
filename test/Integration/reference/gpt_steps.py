"""Training steps of examples/gpt against PyTorch's, stored in gpt.npz.

    gpt_steps.py PROGRAM.so VECTORS.npz

From the same weights, on the same batches: every loss, what the weights end as,
and the logits of a text shorter than the context.
"""

import sys

import numpy as np

from nnprogram import Program

program, stored = Program(sys.argv[1]), np.load(sys.argv[2])
names = [name for name, tensor, *_ in program.tensors() if tensor.role == 0]
assert sorted("start/" + name for name in names) == sorted(
    name for name in stored.files if name.startswith("start/")), names
for name in names:
    program.set(name, stored["start/" + name])
tokens, worst = stored["tokens"].astype(np.int32), {}


def compare(what, got, want):
    error = np.linalg.norm((got - want).ravel()) / np.linalg.norm(want.ravel())
    worst[what] = max(worst.get(what, 0), error)


outputs, _ = program.run(program.model.infer, {"tokens": tokens[0, :, :5]})
compare("logits", outputs["logits"], stored["short"])
for i, (batch, want) in enumerate(zip(tokens, stored["losses"])):
    _, values = program.run(program.train.train_step, step=i + 1, batch_counter=i,
                            inputs={"tokens": batch[:, :-1], "next": batch[:, 1:]})
    compare("losses", np.array(values["loss"]), want)
for name in names:
    compare("weights", program.get(name), stored["end/" + name])
for what, error in worst.items():
    print(f"{what}: {error:.1e}")
moved = max(np.abs(stored["end/" + name] - stored["start/" + name]).max() for name in names)
assert moved > 0.05, moved
sys.exit(not all(error < 1e-4 for error in worst.values()))
