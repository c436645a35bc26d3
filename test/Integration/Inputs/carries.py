"""carries.py make | check: inputs of carries.nn, and what it computes."""

import json
import sys

import numpy as np

if sys.argv[1] == "make":
    random = np.random.default_rng(0)
    np.save("x.npy", random.normal(size=(3, 4)).astype(np.float32))
    np.save("times.npy", random.normal(size=(3, 3)).astype(np.float32))
    sys.exit()

with open("run/weights.safetensors", "rb") as file:
    header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
    begin, end = header["gain"]["data_offsets"]
    gain = np.frombuffer(file.read()[begin:end], np.float32)
x, times, outputs = np.load("x.npy"), np.load("times.npy"), np.load("out.npz")
TURNS = 5

a, b = x * gain, x * 0
for _ in range(TURNS):
    a, b = np.tanh(a + b), a
shifted = a + b

a, b, c = x * gain, x + 1, x * x
for _ in range(TURNS):
    a, b, c = c, a * gain, b
ring = np.concatenate([a, b, c], axis=-1)

p, q = x * gain, x + 2
seen = []
for at in times.T:
    seen.append((p - q).sum(axis=-1, keepdims=True) * at[:, None])
    p, q = q, p

a, b, c = x * gain, x, x
for _ in range(TURNS):
    a, b, c = c, c, a
swapped = np.concatenate([p + a, q * b + c], axis=-1)

for name, right in [("shifted", shifted), ("ring", ring), ("swapped", swapped),
                    ("emitted", np.stack(seen, axis=1))]:
    found = outputs[name]
    assert found.shape == right.shape, (name, found.shape, right.shape)
    worst = np.abs(found - right).max()
    assert worst <= 1e-5 * np.abs(right).max(), (name, worst)
print("equal")
