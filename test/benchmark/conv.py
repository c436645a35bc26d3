#!/usr/bin/env python3
"""Times the training steps of LeNet and ResNet-20 in nnc and in PyTorch, side by
side.

    python3 test/benchmark/conv.py [--rounds 3] [--threads 1 2]

Batch 128, strict f32, SGD with momentum, synthetic images of 28x28. The two run
in turn, each round in a process of its own. Needs PyTorch for the peer's column;
without it only nnc is timed. Prints a table.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

from train_mlp import ROOT, last_object

PEER = r"""
import json, sys, time
import torch
from torch import nn
from torch.nn import functional as F
name, threads = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(threads)
torch.manual_seed(0)

class Basic(nn.Module):
    def __init__(self, c, out, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(c, out, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(out)
        self.skip = nn.Identity() if stride == 1 else nn.Sequential(
            nn.Conv2d(c, out, 1, stride, bias=False), nn.BatchNorm2d(out))
    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)))
        return F.relu(self.norm2(self.conv2(y)) + self.skip(x))

def conv(c, out, kernel, pad=0):
    return [nn.Conv2d(c, out, kernel, padding=pad, bias=False), nn.BatchNorm2d(out), nn.ReLU()]

if name == "lenet":
    net = nn.Sequential(
        *conv(1, 6, 5, 2), nn.MaxPool2d(2), *conv(6, 16, 5), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(120, 84), nn.ReLU(), nn.Dropout(0.5), nn.Linear(84, 10))
else:
    stages = [Basic(16, 16), Basic(16, 16), Basic(16, 16), Basic(16, 32, 2), Basic(32, 32),
              Basic(32, 32), Basic(32, 64, 2), Basic(64, 64), Basic(64, 64)]
    net = nn.Sequential(*conv(1, 16, 3, 1), *stages, nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                        nn.Linear(64, 10))
optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
x, y = torch.rand(128, 1, 28, 28), torch.randint(0, 10, (128,))
def step():
    optimizer.zero_grad(set_to_none=True)
    F.cross_entropy(net(x), y).backward()
    optimizer.step()
for _ in range(3): step()
times = []
until = time.perf_counter() + 2
while time.perf_counter() < until or len(times) < 5:
    t = time.perf_counter(); step(); times.append(time.perf_counter() - t)
times.sort()
print(json.dumps({"seconds_per_step": times[len(times) // 2]}))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default=os.path.join(ROOT, "build/bin"))
    parser.add_argument("--python", default=sys.executable, help="the one that has PyTorch")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    torch = subprocess.run([options.python, "-c", "import torch"], capture_output=True)
    print("| network | threads | nnc, ms | GFLOP/s | PyTorch, ms | PyTorch / nnc |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("lenet", "resnet"):
            library = os.path.join(folder, name + ".so")
            program = os.path.join(ROOT, "examples", name, name + ".nn")
            subprocess.run([os.path.join(options.bin, "nnc"), program, "-o", library], check=True)
            for threads in options.threads:
                ours, peers = [], []
                for _ in range(options.rounds):
                    ours.append(last_object([
                        os.path.join(options.bin, "nnc-run"), "bench", library, "--entry", "train",
                        "--threads", str(threads), "--runs", "2", "--json"]))
                    if torch.returncode == 0:
                        peers.append(last_object(
                            [options.python, "-c", PEER, name, str(threads)])["seconds_per_step"])
                best = sorted(ours, key=lambda o: o["seconds_per_step"])[len(ours) // 2]
                mine = best["seconds_per_step"]
                row = [name, threads, f"{1e3 * mine:.1f}", f"{best['gflops']:.0f}"]
                if peers:
                    peer = statistics.median(peers)
                    row += [f"{1e3 * peer:.1f}", f"{peer / mine:.2f}"]
                else:
                    row += ["", ""]
                print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()
