# report_fixture.py FOLDER: a long run of a deep network, as its files would be:
# 20,000 measurements, statistics of 60 layers, and findings. Peaks of a single
# line are at those that check_thinned.py looks for.
import json
import math
import os
import sys

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)


def write(name, lines):
    with open(os.path.join(folder, name), "w") as file:
        for line in lines:
            file.write(json.dumps(line) + "\n")


write("metrics.jsonl", (
    {"epoch": i, "step": 10 * i, "seconds": i / 10,
     # Once it is not finite, as the loop writes that.
     "train": {"loss": None if i == 19_000 else 9 if i % 1000 == 457 else 2 / math.sqrt(i),
               "accuracy": 1 - 1 / (1 + i)},
     "validation": {"loss": 2 / math.sqrt(i) + i / 1e5,
                    "accuracy": .2 if i % 1000 == 811 else .9 - 1 / (1 + i)}}
    for i in range(1, 20_001)))

depth = 60
write("statistics.jsonl", (
    {"step": 50 * i, "epoch": i // 10, "loss": 1 / (1 + i), "gradient_norm": 30 if i == 251 else 1 + math.sin(i) / 2,
     "learning_rate": 1e-3 / (1 + i),
     "layers": [{"path": f"block.{k}.fc", "layer": "Dense", "depth": k, "mean": math.sin(i / 9) / (1 + k),
                 "spread": .97 ** k, "dead": 1 if (i, k) == (137, 30) else k / 100, "saturated": min(1, k * i / 20_000),
                 "alike": False, "gradient": 10 ** (-(depth - k) / 6)} for k in range(depth)],
     "parameters": [{"name": f"block.{k}.fc.weight", "norm": 3 + k, "gradient": .1,
                     "update": (3 + k) * 10 ** (-2 - k / 20) if i else 0} for k in range(depth)],
     "inputs": [{"name": "<i>x</i>", "mean": 120, "spread": 70, "least": 0, "most": 255}]}
    for i in range(400)))

write("findings.jsonl", [
    {"code": "F0101", "path": "block.0.fc", "step": 100,
     "text": "the gradient is 1e-10 of that of the last layer", "help": "use relu, or skips"},
    {"code": "F0502", "path": "<script>alert(1)</script>", "step": 1,
     "text": "mean 120 & spread 70", "help": "divide by 255"}])
