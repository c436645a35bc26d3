"""Trains programs as they are and expanded, and compares weights and metrics."""

import json
import os
import subprocess
import sys


def trained(path, data, out):
    subprocess.run(["nnc-run", "train", path, "--data", data, "--out", out, "--steps", "3"],
                   check=True, capture_output=True)
    results = {}
    for folder, _, files in os.walk(out):
        for name in files:
            file = os.path.join(folder, name)
            key = os.path.relpath(file, out)
            if name == "metrics.jsonl":
                with open(file, encoding="utf-8") as lines:
                    results[key] = [{k: v for k, v in json.loads(line).items() if "second" not in k}
                                    for line in lines]
            elif name == "weights.safetensors":
                with open(file, "rb") as bytes_:
                    size = int.from_bytes(bytes_.read(8), "little")
                    header = json.loads(bytes_.read(size))
                    header.pop("__metadata__", None)
                    results[key] = header, bytes_.read()
    assert any(key.endswith("weights.safetensors") for key in results), "nothing was learned"
    return results


scratch = sys.argv[1]
for path in sys.argv[2:]:
    name = os.path.basename(path)
    expanded = os.path.join(scratch, name)
    with open(expanded, "wb") as file:
        subprocess.run(["nnc", "expand", path], check=True, stdout=file, stderr=subprocess.DEVNULL)
    data = os.path.dirname(path)
    stem = os.path.join(scratch, os.path.splitext(name)[0])
    same = trained(path, data, stem + "-1") == trained(expanded, data, stem + "-2")
    print(f"{name}: {'the same' if same else 'not the same'}")
