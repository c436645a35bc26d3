#!/usr/bin/env python3
"""Trains examples/gpt in nnc and in PyTorch and compares the losses.

    python3 test/benchmark/gpt.py --data FOLDER_OF_KJV [--steps 2000] [--threads 1]

Both start from the same weights (those that nnc draws, handed over in a
safetensors file), see the same batches in the same order (the runtime's shuffle
is computed again here), and use the same optimizer; both measure the loss of the
whole validation part. Prints both curves, the last difference and the seconds.
Needs PyTorch and NumPy, and takes about half an hour on one core. With
--torch-only, an earlier run of nnc in --out is compared with.
"""

import argparse
import gzip
import json
import math
import os
import subprocess
import time

import numpy as np
import torch
import torch.nn.functional as F

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, "examples/gpt/gpt.nn")
SEED, BATCH, CONTEXT, HEADS, PEAK, WARMUP = 1337, 32, 128, 4, 1e-3, 100


def philox(counter, key):
    """Philox4x32-10 of arrays of counters."""
    c = [np.asarray(each, np.uint64) for each in counter]
    k = list(key)
    low = np.uint64(0xFFFFFFFF)
    for _ in range(10):
        first = c[0] * np.uint64(0xD2511F53)
        second = c[2] * np.uint64(0xCD9E8D57)
        c = [(second >> np.uint64(32)) ^ c[1] ^ np.uint64(k[0]), second & low,
             (first >> np.uint64(32)) ^ c[3] ^ np.uint64(k[1]), first & low]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def shuffled(count, seed, epoch):
    """The order of examples in an epoch, as lib/Runtime/Philox.cpp has it."""
    blocks = np.arange((count + 1) // 2, dtype=np.uint64)
    zero = np.zeros_like(blocks)
    v = philox([blocks, zero + np.uint64(epoch), zero, zero + np.uint64(1)],
               (seed & 0xFFFFFFFF, seed >> 32))
    high, low = v[3] << np.uint64(32) | v[2], v[1] << np.uint64(32) | v[0]
    draws = np.stack([high, low], 1).ravel()[: count - 1]
    # Rejection is left out: it hits once in 10^12 draws.
    targets = (draws % np.arange(count, 1, -1, dtype=np.uint64)).tolist()
    order = list(range(count))
    for i, target in enumerate(targets):
        last = count - 1 - i
        order[last], order[target] = order[target], order[last]
    return order


def read_safetensors(path):
    with open(path, "rb") as file:
        content = file.read()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F32", name
        begin, end = (start + each for each in entry["data_offsets"])
        array = np.frombuffer(content[begin:end], np.float32).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(array.copy())
    return tensors


def logits_of(w, tokens, heads=HEADS):
    """The network of gpt.nn, on its weights by path."""
    time, width = tokens.shape[1], w["position"].shape[1]
    x = w["embed.weight"][tokens] + w["position"][:time]
    past = torch.ones(time, time, dtype=torch.bool).tril()

    def norm(x, path):
        return F.layer_norm(x, [width], w[path + ".weight"], w[path + ".bias"])

    def split(x, path):
        return F.linear(x, w[path + ".weight"]).unflatten(-1, (heads, -1)).transpose(1, 2)

    for layer in range(sum(name.endswith("up.bias") for name in w)):
        at = f"block.{layer}."
        a = norm(x, at + "norm1")
        q, k, v = (split(a, f"{at}attn.{each}") for each in "qkv")
        scores = q @ k.transpose(-1, -2) / math.sqrt(width / heads)
        seen = torch.softmax(scores.masked_fill(~past, -math.inf), -1) @ v
        seen = seen.transpose(1, 2).flatten(2)
        x = x + F.linear(seen, w[at + "attn.proj.weight"], w[at + "attn.proj.bias"])
        up = F.gelu(F.linear(norm(x, at + "norm2"), w[at + "up.weight"], w[at + "up.bias"]))
        x = x + F.linear(up, w[at + "down.weight"], w[at + "down.bias"])
    return norm(x, "norm") @ w["embed.weight"].T


def rate(step, total, peak=PEAK):
    """warmup_cosine of lib/std/schedules.nn; the first step is 1."""
    floor = peak / 10
    if step < WARMUP:
        return peak * step / WARMUP
    done = min((step - WARMUP) / (total - WARMUP), 1)
    return floor + (peak - floor) * 0.5 * (1 + math.cos(math.pi * done))


def optimizer_of(weights):
    for tensor in weights.values():
        tensor.requires_grad_()
    groups = [{"params": [t for n, t in weights.items() if n.endswith("weight")], "weight_decay": 0.1},
              {"params": [t for n, t in weights.items() if not n.endswith("weight")], "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.99))


def learn(optimizer, weights, loss, lr):
    for group in optimizer.param_groups:
        group["lr"] = lr
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(weights.values(), 1.0)
    optimizer.step()


def train_torch(weights, text, args):
    cut = len(text) - round(len(text) * 0.1)
    train, held = text[:cut], text[cut:]
    order = shuffled(len(train) - CONTEXT, SEED, 0)
    inside = np.arange(CONTEXT + 1)
    places = np.arange(0, len(held) - CONTEXT, CONTEXT)

    def windows(data, starts):
        w = torch.from_numpy(data[np.asarray(starts)[:, None] + inside].astype(np.int64))
        return w[:, :-1], w[:, 1:]

    def loss_of(tokens, following):
        return F.cross_entropy(logits_of(weights, tokens).flatten(0, 1), following.flatten())

    optimizer = optimizer_of(weights)
    curve, seconds = {}, 0.0
    for step in range(1, args.steps + 1):
        start = time.perf_counter()
        loss = loss_of(*windows(train, order[(step - 1) * BATCH : step * BATCH]))
        learn(optimizer, weights, loss, rate(step, args.total))
        seconds += time.perf_counter() - start
        if step % args.every == 0 or step == args.steps:
            with torch.no_grad():
                parts = [loss_of(*windows(held, places[i : i + BATCH])).item() * len(places[i : i + BATCH])
                         for i in range(0, len(places), BATCH)]
            curve[step] = sum(parts) / len(places)
            print(f"torch  step {step:5}  validation loss {curve[step]:.4f}  {seconds:.0f} s", flush=True)
    return curve, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nnc-run", default=os.path.join(ROOT, "build/bin/nnc-run"))
    parser.add_argument("--data", required=True, help="the folder of kjv.txt or kjv.txt.gz")
    parser.add_argument("--out", default="gpt-comparison")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--total", type=int, default=2000, help="the length of the schedule in gpt.nn")
    parser.add_argument("--every", type=int, default=500, help="validate_every of gpt.nn")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--torch-only", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)

    def nnc(out, *options):
        command = [args.nnc_run, "train", PROGRAM, "--data", args.data, "--threads", str(args.threads)]
        subprocess.run(command + ["--out", os.path.join(args.out, out), *options], check=True)

    # A step of length 0 leaves the weights as they were drawn.
    first = os.path.join(args.out, "first/weights.safetensors")
    if not os.path.exists(first):
        nnc("first", "--steps", "1", "--set", "lr=0")
    if not args.torch_only:
        nnc("run", "--steps", str(args.steps))

    packed = os.path.join(args.data, "kjv.txt.gz")
    with gzip.open(packed, "rt") if os.path.exists(packed) else open(packed[:-3]) as file:
        text = file.read()
    known = sorted(set(text))
    number = {c: i for i, c in enumerate(known)}
    text = np.array([number[c] for c in text], np.uint8)
    curve, seconds = train_torch(read_safetensors(first), text, args)

    with open(os.path.join(args.out, "run/metrics.jsonl")) as file:
        ours = [json.loads(line) for line in file]
    for line in ours:
        loss, step = line["validation"]["loss"], line["step"]
        if step in curve:
            print(f"step {step:5}  nnc {loss:.4f}  torch {curve[step]:.4f}  {loss / curve[step] - 1:+.2%}")
    print(f"{ours[-1]['seconds']:.0f} s with validation in nnc, {seconds:.0f} s without in PyTorch")


if __name__ == "__main__":
    main()
