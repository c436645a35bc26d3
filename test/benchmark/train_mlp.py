#!/usr/bin/env python3
"""Times the MNIST network's training step in nnc and in PyTorch, side by side.

    python3 test/benchmark/train_mlp.py [--rounds 5] [--batch 128 1024] [--threads 1 2]

784-800-10, ReLU, softmax cross-entropy, Adam, strict f32, synthetic batches.
The two run in turn, each round in a process of its own on the same cores, so
that a slow phase of the machine hits both. Needs PyTorch for the peer's column;
without it only nnc is timed. Prints a table and, with --json, one object a line.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

PEER = r"""
import json, sys, time
import torch
batch, threads = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)
torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(784, 800), torch.nn.ReLU(), torch.nn.Linear(800, 10))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3, fused=True)
loss_of = torch.nn.CrossEntropyLoss()
x, y = torch.rand(batch, 784), torch.randint(0, 10, (batch,))
def step():
    optimizer.zero_grad(set_to_none=True)
    loss_of(net(x), y).backward()
    optimizer.step()
for _ in range(20): step()
times = []
until = time.perf_counter() + 2
while time.perf_counter() < until:
    t = time.perf_counter(); step(); times.append(time.perf_counter() - t)
times.sort()
print(json.dumps({"seconds_per_step": times[len(times) // 2]}))
"""


def last_object(command, env=None):
    """Runs a command on its cores and returns the last JSON object it prints."""
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])}… failed:\n{done.stderr}")
    return json.loads([l for l in done.stdout.splitlines() if l.startswith("{")][-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nnc-run", default=os.path.join(ROOT, "build/bin/nnc-run"))
    parser.add_argument("--program", default=os.path.join(ROOT, "examples/mnist/mlp.nn"))
    parser.add_argument("--python", default=sys.executable, help="the one that has PyTorch")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, nargs="+", default=[128, 1024])
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()

    has_peer = subprocess.run([args.python, "-c", "import torch"], capture_output=True).returncode == 0
    if not has_peer:
        print(f"{args.python} has no PyTorch: its column stays empty", file=sys.stderr)

    if not args.json:
        print(f"{'batch':>6} {'threads':>7} {'nnc ms':>9} {'GFLOP/s':>8} {'of peak':>8} {'torch ms':>9} {'ratio':>6}")
    for threads in args.threads:
        pin = ["taskset", "-c", ",".join(map(str, sorted(os.sched_getaffinity(0), reverse=True)[:threads]))]
        for batch in args.batch:
            ours, peers = [], []
            for _ in range(args.rounds):
                ours.append(last_object(pin + [
                    args.nnc_run, "bench", args.program, "--json", "--entry", "train",
                    "--batch", str(batch), "--threads", str(threads)]))
                if has_peer:
                    peers.append(last_object(pin + [args.python, "-c", PEER, str(batch), str(threads)]))
            best = max(ours, key=lambda r: r["peak_share"])
            time = statistics.median(r["seconds_per_step"] for r in ours)
            peer = statistics.median(r["seconds_per_step"] for r in peers) if peers else None
            row = {
                "batch": batch, "threads": threads, "nnc_seconds": time,
                "gflops": best["gflops"], "peak_share": best["peak_share"],
                "peer_seconds": peer, "ratio": peer / time if peer else None,
            }
            if args.json:
                print(json.dumps(row), flush=True)
                continue
            print(f"{batch:6} {threads:7} {time * 1e3:9.3f} {row['gflops']:8.1f} {row['peak_share']:8.1%}", end="")
            print(f" {peer * 1e3:9.3f} {row['ratio']:6.2f}" if peer else "         -      -", flush=True)


if __name__ == "__main__":
    main()
