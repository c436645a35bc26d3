"""What statistics of layers cost W1 while it trains.

    looks.py [--nnc-run PATH] [--batch N]... [--every N] [--steps N] [--rounds N]

Trains on one thread with statistics and without, in turn, on examples that are
drawn at random. A look is what the run says that its looks took (run.json); runs
as a whole, which vary by some per cent where a machine has other things to do,
are compared beside it. Prints milliseconds, and what looks add to the rest.
"""

import argparse
import array
import json
import os
import random
import statistics
import struct
import subprocess
import tempfile
import zipfile

EXAMPLES = 4096
WORKLOAD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "workloads", "w1-mlp.nn")


def npy(kind, shape, values):
    header = repr({"descr": kind, "fortran_order": False, "shape": shape})
    header = header.ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + values.tobytes()


def write_data(folder):
    draw = random.Random(0)
    image = array.array("f", (draw.random() for _ in range(784 * EXAMPLES)))
    label = array.array("i", (draw.randrange(10) for _ in range(EXAMPLES)))
    with zipfile.ZipFile(os.path.join(folder, "digits.npz"), "w") as file:
        file.writestr("image.npy", npy("<f4", (EXAMPLES, 784), image))
        file.writestr("label.npy", npy("<i4", (EXAMPLES,), label))


def train(options, folder, batch, every):
    """Seconds of the run, its steps, and what it says of its statistics."""
    out = os.path.join(folder, "run")
    epochs = max(1, options.steps * batch // EXAMPLES)
    run = subprocess.run(
        [options.nnc_run, "train", WORKLOAD, "--data", folder, "--batch", str(batch), "--epochs", str(epochs),
         "--threads", "1", "--statistics", str(every), "--out", out], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stderr)
    with open(os.path.join(out, "run.json")) as file:
        facts = json.load(file)
    return facts["seconds"], facts["steps"], facts["statistics"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nnc-run", default="nnc-run")
    parser.add_argument("--batch", type=int, action="append")
    parser.add_argument("--every", type=int, default=50)
    parser.add_argument("--steps", type=int, default=1024)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_data(folder)
        for batch in options.batch or [16, 128, 1024]:
            train(options, folder, batch, options.every)  # Compiles both programs.
            looks, steps, shares, runs = [], [], [], []
            for turn in range(options.rounds):
                order = [options.every, 0] if turn % 2 else [0, options.every]
                results = {every: train(options, folder, batch, every) for every in order}
                seconds, count, cost = results[options.every]
                look = cost["seconds"] / cost["looks"]
                step = (seconds - cost["seconds"]) / count
                looks.append(look)
                steps.append(step)
                shares.append(look / step / options.every)
                runs.append(seconds / results[0][0] - 1)
            print("batch %d: %d steps of %.3f ms, %d looks of %.3f ms: %.2f %% (%.2f to %.2f); "
                  "run with to run without %+.1f %% (%+.1f to %+.1f)" % (
                      batch, count, 1e3 * statistics.median(steps), cost["looks"], 1e3 * statistics.median(looks),
                      100 * statistics.median(shares), 100 * min(shares), 100 * max(shares),
                      100 * statistics.median(runs), 100 * min(runs), 100 * max(runs)), flush=True)


if __name__ == "__main__":
    main()
