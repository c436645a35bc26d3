# check_report.py RUN logits.npy: the data in the page of a run of report.nn are
# those of its files, and of answers that `nnc-run predict` gives.
import base64
import csv
import json
import re
import struct
import sys

import numpy

folder, logits = sys.argv[1], numpy.load(sys.argv[2]).astype(numpy.float64)
page = open(folder + "/report.html", encoding="utf-8").read()
scripts = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
assert len(scripts) == 1 and "<" not in scripts[0]
data = json.loads(scripts[0])
assert "<img" not in page.split("<script>")[0]


def lines(name):
    return [json.loads(line) for line in open(f"{folder}/{name}")]


def weights(name):
    raw = open(folder + "/weights.safetensors", "rb").read()
    size = struct.unpack("<Q", raw[:8])[0]
    entry = json.loads(raw[8:8 + size])[name]
    low, high = entry["data_offsets"]
    return numpy.frombuffer(raw[8 + size + low:8 + size + high],
                            dtype=numpy.float32).reshape(entry["shape"])


def pixels(picture):
    raw = numpy.frombuffer(base64.b64decode(picture["pixels"]), dtype=numpy.uint8)
    return picture["least"] + raw / 255 * (picture["most"] - picture["least"])


# The curves.
assert data["metrics"] == {"total": 6, "lines": lines("metrics.jsonl")}

# What the run was.
run = data["run"]
assert run["stopped"] == "length" and run["seed"] == 1 and run["batch"] == 64
assert run["examples"] == 1200 and run["steps"] == 6 * 19 == run["total_steps"]
assert [(h["name"], h["value"]) for h in run["hypers"]] == [("lr", "0.02"), ("hidden", "24")] or \
    [(h["name"], float(h["value"])) for h in run["hypers"]] == [("lr", .02), ("hidden", 24)]
assert [t["shape"] for t in run["tensors"]] == [[24, 64], [24], [10, 24], [10]]
assert run["memory"]["parameters"] >= 4 * (24 * 64 + 24 + 240 + 10)
assert run["metrics"]["validation"] == lines("metrics.jsonl")[-1]["validation"]
model = data["summary"]["models"][0]
assert model["parameters"] == 24 * 64 + 24 + 240 + 10
assert [layer["path"] for layer in model["layers"]] == ["hidden", "out"]

# The answers against the labels of the file.
names = [name for name in data["answers"]["confusion"]["classes"]]
rows = list(csv.DictReader(open("test.csv")))
truth = numpy.array([names.index(row["label"]) for row in rows])
assert names[0] == "</script><b>" and names[9] == "<img src=x>&amp;"
said = logits.argmax(axis=1)
counts = numpy.zeros((10, 10), dtype=int)
numpy.add.at(counts, (truth, said), 1)
answers = data["answers"]
assert answers["examples"] == answers["of"] == answers["measured"] == len(rows)
assert answers["task"] == "classes" and answers["agrees_with"] in ("loss", "accuracy")
assert answers["confusion"]["counts"] == counts.tolist()
assert answers["confusion"]["right"] == int((truth == said).sum())
accuracy = run["metrics"]["validation"]["accuracy"]
assert abs(answers["confusion"]["right"] / len(rows) - accuracy) < 1e-6

# The worst examples, by the cross entropy of these logits.
shifted = logits - logits.max(axis=1, keepdims=True)
logs = shifted - numpy.log(numpy.exp(shifted).sum(axis=1, keepdims=True))
losses = -logs[numpy.arange(len(rows)), truth]
order = numpy.argsort(-losses)
test = numpy.load("test.npy")
assert len(answers["worst"]) == 12
for found, wanted in zip(answers["worst"], order):
    assert found["example"] == wanted, (found["example"], wanted)
    assert abs(found["loss"] - losses[wanted]) < 1e-4 * losses[wanted]
    assert found["truth"] == names[truth[wanted]]
    assert found["answer"] == names[said[wanted]]
    assert abs(found["share"] - numpy.exp(logs[wanted].max())) < 1e-4
    picture = found["inputs"][0]["picture"]
    assert (picture["height"], picture["width"]) == (8, 8)
    assert abs(pixels(picture) - test[wanted]).max() <= .51 / 255

# The filters are the rows of the first weights.
hidden = weights("hidden.weight")
assert answers["filters"]["tensor"] == "hidden.weight"
assert len(answers["filters"]["pictures"]) == 24 == answers["filters"]["of"]
for picture, row in zip(answers["filters"]["pictures"], hidden):
    scale = abs(row).max()
    assert abs(picture["most"] - scale) < 1e-6 * scale and picture["least"] == -picture["most"]
    assert abs(pixels(picture) - row).max() <= .51 * 2 * scale / 255
print("the page says what the files say:", len(page), "bytes")
assert len(page) < 3_000_000
