# check_attention.py RUN: the attention in answers.json of a run of attention.nn
# is softmax(q k' / sqrt(c)) of its weights, for the example that is named.
import base64
import json
import struct
import sys

import numpy

folder = sys.argv[1]
answers = json.load(open(folder + "/answers.json"))
found = answers["attention"]
raw = open(folder + "/weights.safetensors", "rb").read()
size = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8:8 + size])


def weights(name):
    low, high = header[name]["data_offsets"]
    values = numpy.frombuffer(raw[8 + size + low:8 + size + high], dtype=numpy.float32)
    return values.reshape(header[name]["shape"]).astype(numpy.float64)


def dense(x, name):
    y = x @ weights(name + ".weight").T
    return y + weights(name + ".bias") if name + ".bias" in header else y


def heads_of(x, heads):
    return x.reshape(x.shape[0], heads, -1).transpose(1, 0, 2)


def attend(x, memory, name, heads, causal):
    q, k, v = (heads_of(dense(one, f"{name}.{part}"), heads)
               for one, part in ((x, "q"), (memory, "k"), (memory, "v")))
    scores = q @ k.transpose(0, 2, 1) / numpy.sqrt(q.shape[2])
    if causal:
        scores[:, numpy.triu_indices(len(x), 1)[0], numpy.triu_indices(len(x), 1)[1]] = -numpy.inf
    p = numpy.exp(scores - scores.max(axis=2, keepdims=True))
    p /= p.sum(axis=2, keepdims=True)
    y = (p @ v).transpose(1, 0, 2).reshape(x.shape)
    return p, dense(y, name + ".proj")


vocabulary = header["__metadata__"]["vocabulary.Text"]
layers = {layer["path"]: layer for layer in found["layers"]}
assert list(layers) == ["block.0.attn", "block.1.attn", "cross"], list(layers)
assert found["of"] == 3
text = found["inputs"][0]["text"]
assert len(text) == 6 and list(text) == layers["cross"]["row_labels"]

table = weights("embed.weight")[[vocabulary.index(letter) for letter in text]]
h, expected = table, {}
for layer in ("block.0.attn", "block.1.attn"):
    expected[layer], y = attend(h, h, layer, 2, True)
    h = h + y
expected["cross"], _ = attend(h, table[:4], "cross", 1, False)
for path, p in expected.items():
    layer = layers[path]
    assert (layer["of"], layer["rows"], layer["columns"]) == p.shape, (path, p.shape)
    assert len(layer["heads"]) == len(p)
    # Six characters are the text, four are not.
    assert layer.get("column_labels") == (list(text) if p.shape[2] == 6 else None)
    for head, exact in zip(layer["heads"], p):
        assert (head["height"], head["width"]) == exact.shape
        assert abs(head["most"] - exact.max()) < 1e-5, (path, head["most"], exact.max())
        roots = numpy.frombuffer(base64.b64decode(head["roots"]), dtype=numpy.uint8)
        shown = (roots.reshape(exact.shape) / 255) ** 2 * head["most"]
        # Half a step of a byte, at the root.
        error = numpy.abs(numpy.sqrt(shown) - numpy.sqrt(exact))
        assert error.max() < 0.51 / 255 * numpy.sqrt(head["most"]) + 1e-4, (path, error.max())
        assert numpy.abs(shown.sum(axis=1) - 1).max() < 0.02
        if path != "cross":
            assert (shown[numpy.triu_indices(6, 1)] == 0).all()
print("the maps are those of the weights, of example", found["example"])
