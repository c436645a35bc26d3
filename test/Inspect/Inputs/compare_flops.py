"""FLOPs of an example by `nnc summary` and by `nnc-run bench`."""

import json
import os
import subprocess
import sys


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


for path in sys.argv[1:]:
    model = json.loads(output("nnc", "summary", path, "--json"))["models"][0]
    bench = json.loads(output("nnc-run", "bench", path, "--entry", "infer", "--batch", "1",
                              "--runs", "1", "--json").splitlines()[0])
    assert model["flops"] == bench["flops_per_step"], (path, model["flops"], bench)
    print(f"{os.path.basename(path)}: {model['flops']}")
