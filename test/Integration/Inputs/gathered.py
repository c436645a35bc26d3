"""gathered.py WEIGHTS ROWS: the first row of statistics of statistics.nn, with all
examples in a batch and no dropout, is what NumPy gets in f64 from these weights."""
import json
import sys

import numpy as np

X = np.array([[0.1, -1, 2], [1, 0.5, -0.3], [-2, 1, 0], [0.7, 0.2, 0.9], [-0.4, -0.6, 1.5],
              [1.2, -1.1, 0.3], [0, 0.8, -1]])
T = np.array([[1], [0], [2], [0.5], [1.5], [-1], [0.25]])
RATE = 0.1
bad = 0


def read(path):
    content = open(path, "rb").read()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    return {name: np.frombuffer(content[start + entry["data_offsets"][0]:start + entry["data_offsets"][1]],
                                np.float32).reshape(entry["shape"]).astype(float)
            for name, entry in header.items()}


def same(what, ours, theirs):
    global bad
    if abs(ours - theirs) > 2e-5 * max(1e-3, abs(theirs)):
        bad += 1
        print(f"{what}: {ours}, and by NumPy {theirs}")


w = read(sys.argv[1])
row = json.loads(open(sys.argv[2]).readline())
layers = ["first", "loop.0.inner", "loop.1.inner"]
values, befores = [X], []
for path, act in zip(layers, [lambda z: np.maximum(z, 0), np.tanh, np.tanh]):
    befores.append(values[-1] @ w[path + ".weight"].T + w[path + ".bias"])
    values.append(act(befores[-1]))
y = values[-1] @ w["last.weight"].T + w["last.bias"]
loss = np.mean((y - T) ** 2)
dy = 2 * (y - T) / y.size
gradients = {"last.weight": dy.T @ values[-1], "last.bias": dy.sum(0)}
outputs, d = {"last": dy}, dy @ w["last.weight"]
for i in (2, 1, 0):
    outputs[layers[i]] = d
    d = d * (values[i + 1] > 0 if i == 0 else 1 - values[i + 1] ** 2)
    gradients[layers[i] + ".weight"] = d.T @ values[i]
    gradients[layers[i] + ".bias"] = d.sum(0)
    d = d @ w[layers[i] + ".weight"]

same("loss", row["loss"], loss)
same("gradient_norm", row["gradient_norm"], np.sqrt(sum((g ** 2).sum() for g in gradients.values())))
assert [layer["path"] for layer in row["layers"]] == layers + ["last"], row["layers"]
for depth, (layer, value) in enumerate(zip(row["layers"], values[1:] + [y])):
    path = layer["path"]
    assert layer["depth"] == depth
    same(f"{path} mean", layer["mean"], value.mean())
    same(f"{path} spread", layer["spread"], value.std())
    same(f"{path} gradient", layer["gradient"], np.linalg.norm(outputs[path]))
    if depth == 0:
        same(f"{path} dead", layer["dead"], (value.max(0) == 0).mean())
    assert ("dead" in layer) == (depth == 0) and ("saturated" in layer) == (depth in (1, 2)), layer
    if "saturated" in layer:
        same(f"{path} saturated", layer["saturated"], (abs(value) > 0.98).mean())
    assert ("alike" in layer) == (depth < 3) and not layer.get("alike"), layer
assert {each["name"] for each in row["parameters"]} == set(gradients), row["parameters"]
for each in row["parameters"]:
    name = each["name"]
    same(f"{name} norm", each["norm"], np.linalg.norm(w[name]))
    same(f"{name} gradient", each["gradient"], np.linalg.norm(gradients[name]))
    same(f"{name} update", each["update"], RATE * np.linalg.norm(gradients[name]))
assert [each["name"] for each in row["inputs"]] == ["x", "t"]
for each, value in zip(row["inputs"], [X, T]):
    for kind, number in [("mean", value.mean()), ("spread", value.std()), ("least", value.min()),
                         ("most", value.max())]:
        same(f"{each['name']} {kind}", each[kind], number)
print("all the same" if not bad else f"{bad} differ")
sys.exit(bad != 0)
