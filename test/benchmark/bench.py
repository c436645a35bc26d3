#!/usr/bin/env python3
"""Measures nnc beside its peers and prints one table.

    python3 test/benchmark/bench.py [--workloads W1,W2] [--threads 1,2] [--json FILE]

Run it with a Python that has the peers: PyTorch, JAX, and for inference ONNX
Runtime, OpenVINO and IREE. A peer that is missing or cannot do a cell is named
below the table. All are in strict f32. Every peer is a process of its own, on
the same pinned cores; in each round all are timed in turn, the others stopped.
Everyone starts from the same weights and sees the same batch; the first losses,
or the output, must agree with nnc's.

Times are medians of rounds, of a median of steps each. With --clock cpu, for a
machine that is not quiet, processor time counts where there is one thread.
"""

import argparse
import ctypes
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

import cells
import tables
import worker

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))
INFERENCE = ["onnxruntime_cpu", "openvino_cpu", "iree_cpu"]
PEERS = ["torch_eager", "torch_compile", "jax_jit", *INFERENCE]


def pinned(threads):
    """The last cores: the first has most of the system's own work."""
    cores = sorted(os.sched_getaffinity(0), reverse=True)[:threads]
    return ["taskset", "-c", ",".join(map(str, cores))]


def environment(threads, folder):
    count = str(threads)
    return {**os.environ, "OMP_NUM_THREADS": count, "MKL_NUM_THREADS": count,
            "ONEDNN_DEFAULT_FPMATH_MODE": "STRICT", "JAX_PLATFORMS": "cpu",
            "TORCHINDUCTOR_CACHE_DIR": os.path.join(folder, "inductor"),
            "TF_CPP_MIN_LOG_LEVEL": "2", "PYTHONPATH": FOLDER}


def lead_group():
    """Signals reach what a peer starts as well: some run a compiler."""
    os.setpgid(0, 0)
    end_with_parent()


def end_with_parent():
    """A stopped process would outlive a benchmark that is interrupted."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class Failed(Exception):
    """What a peer said, or how its process ended."""


class Process:
    """A pinned process that answers lines; stopped while it is not asked."""

    def __init__(self, command, threads, folder, log):
        self.started = time.perf_counter()
        self.log = log
        with open(log, "w") as errors:
            self.process = subprocess.Popen(
                pinned(threads) + command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=errors, text=True, env=environment(threads, folder),
                preexec_fn=lead_group)

    def ask(self, line, limit=900):
        self.signal(signal.SIGCONT)
        signal.signal(signal.SIGALRM, self.late)
        signal.alarm(limit)
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            signal.alarm(0)
        if not answer:
            with open(self.log) as file:
                last = file.read().strip().splitlines()[-1:]
            raise Failed(f"ended with status {self.process.wait()}: {' '.join(last)[:200]}")
        answer = json.loads(answer)
        if "error" in answer:
            raise Failed(answer["error"])
        self.signal(signal.SIGSTOP)
        return answer

    def signal(self, number):
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def late(self, *_):
        self.end()
        raise Failed("took longer than 15 minutes")

    def end(self):
        self.signal(signal.SIGKILL)
        self.process.wait()


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.programs, self.exports = {}, {}
        machine = self.at("machine.so")
        subprocess.run([options.cc, "-O3", "-march=native", "-shared", "-fPIC",
                        os.path.join(FOLDER, "machine.c"), "-o", machine], check=True)

    def at(self, name):
        return os.path.join(self.folder, name)

    #===--- What is made once ----------------------------------------------===#

    def program(self, cell, drop=True):
        """The library of a cell and the seconds that nnc took for it."""
        variant = "" if drop or not cell.of.drop else "-drop0"
        batch = cell.batch if cell.mode == "train" else 0
        name = self.at(f"{cell.workload}-{cell.mode}-{batch}-{cell.threads}{variant}.so")
        if name not in self.programs:
            command = [os.path.join(self.options.bin, "nnc"), cell.of.path, "-o", name]
            command += ["--batch", str(batch)] if batch else ["--no-train"]
            command += ["--threads=omp"] if cell.threads > 1 else []
            command += ["--set", "drop=0"] if variant else []
            command += self.options.nnc.split()
            self.programs[name] = usage(pinned(1) + command)
        return name, self.programs[name]

    def weights(self, cell):
        path = self.at(f"{cell.workload}.npz")
        if not os.path.exists(path):
            program, _ = self.program(cell)
            subprocess.run([sys.executable, "-m", "peers.nnc", program, path], check=True,
                           cwd=FOLDER)
        return path

    def onnx(self, cell):
        key = (cell.workload, cell.batch)
        path = self.at(f"{cell.workload}-{cell.batch}.onnx")
        if key not in self.exports:
            done = subprocess.run(
                [sys.executable, os.path.join(FOLDER, "peers/onnx_file.py"), cell.workload,
                 str(cell.batch), self.weights(cell), path], capture_output=True, text=True)
            self.exports[key] = done.stderr.strip()[-200:] if done.returncode else None
        if self.exports[key]:
            raise Failed("no ONNX file: " + self.exports[key])
        return path

    #===--- One cell -------------------------------------------------------===#

    def start(self, peer, cell, drop=True):
        """A process that has taken its first steps, and what is known of it."""
        program, built = self.program(cell, drop) if peer == "nnc" else (None, None)
        result = self.at(f"{peer}.npy")
        job = {"peer": peer, "workload": cell.workload, "mode": cell.mode, "batch": cell.batch,
               "threads": cell.threads, "steps": cell.of.steps, "program": program, "weights": self.weights(cell),
               "drop": drop, "result": result,
               "onnx": self.onnx(cell) if peer in INFERENCE else None}
        process = Process([sys.executable, os.path.join(FOLDER, "worker.py")], cell.threads,
                          self.folder, self.at(peer + ".log"))
        try:
            facts = process.ask(json.dumps(job))
        except Failed:
            process.end()
            raise
        facts.setdefault("start_seconds", time.perf_counter() - process.started)
        if built:
            facts["compile_seconds"] = built["cpu"]
        return process, facts, np.load(result)

    def compared(self, peer, cell, mine, theirs):
        """How far results are apart, relative to the largest of nnc's."""
        if cell.of.drop and cell.mode == "train":  # everyone draws its own numbers
            both = []
            for who in ("nnc", peer):
                process, _, values = self.start(who, cell, drop=False)
                process.end()
                both.append(values)
            mine, theirs = both
        if mine.shape != theirs.shape:
            raise Failed(f"gives {theirs.shape} where nnc gives {mine.shape}")
        return float(np.abs(mine - theirs).max() / np.abs(mine).max())

    def measure(self, cell):
        options, started, results = self.options, {}, {}
        limits = Process([sys.executable, os.path.join(FOLDER, "machine.py"),
                          self.at("machine.so"), str(cell.threads)], cell.threads, self.folder,
                         self.at("machine.log"))
        who = [peer for peer in options.peers if cell.mode == "infer" or peer not in INFERENCE]
        for peer in ["nnc", *who]:
            try:
                process, facts, values = self.start(peer, cell)
                started[peer] = process, values
                results[peer] = {**facts, "wall": [], "cpu": []}
                if peer != "nnc":
                    error = self.compared(peer, cell, started["nnc"][1], values)
                    results[peer]["difference"] = error
                    results[peer]["agrees"] = error <= cell.of.tolerance
            except Failed as failure:
                if peer == "nnc":
                    limits.end()
                    return {"error": str(failure)}
                results[peer] = {"error": str(failure)}
        peaks, rates = [], []
        for _ in range(options.rounds):
            limit = limits.ask("bandwidth" if cell.of.bytes else "peak")
            peaks.append(limit["gflops"])
            rates.append(limit.get("gbytes", 0))
            for peer, (process, _) in list(started.items()):
                try:
                    answer = process.ask(f"time {options.seconds}")
                except Failed as failure:
                    results[peer] = {"error": str(failure)}
                    process.end()
                    del started[peer]
                    continue
                results[peer]["memory"] = answer["memory"]
                results[peer]["wall"].append(answer["wall"])
                results[peer]["cpu"].append(answer["cpu"])
        for process in [limits, *(process for process, _ in started.values())]:
            process.end()
        self.conclude(cell, results, statistics.median(peaks), statistics.median(rates))
        return {"peers": results, "gflops": statistics.median(peaks),
                "gbytes": statistics.median(rates)}

    def conclude(self, cell, results, gflops, gbytes):
        clock = "cpu" if self.options.clock == "cpu" and cell.threads == 1 else "wall"
        mine = results.get("nnc", {})
        if "error" not in mine:
            mine.update(self.alone(cell))
        for result in results.values():
            if "error" in result:
                continue
            result["seconds"] = statistics.median(result[clock])
            if cell.of.bytes:
                result["share"] = cell.of.bytes / result["seconds"] * 1e-9 / gbytes
            elif mine.get("flops"):
                result["share"] = mine["flops"] / result["seconds"] * 1e-9 / gflops

    def alone(self, cell):
        """Memory and start of nnc's library without Python."""
        program, _ = self.program(cell)
        run = pinned(cell.threads) + [os.path.join(self.options.bin, "nnc-run")]
        used = usage(run + ["bench", program, "--entry", cell.mode, "--batch", str(cell.batch),
                            "--threads", str(cell.threads), "--runs", "1"])
        facts = {"memory": used["memory"]}
        if cell.mode == "infer":
            files = []
            for name, array in list(cells.batch_of(cell.of, cell.batch).items())[:1]:
                np.save(self.at(name + ".npy"), array)
                files += ["--input", f"{name}={self.at(name + '.npy')}"]
            weights = self.at(f"{cell.workload}.safetensors")
            if not os.path.exists(weights):
                with np.load(self.weights(cell)) as file:
                    write_safetensors(weights, {path: file[path] for path in file.files})
            command = run + ["predict", program, "--weights", weights, *files, "--output",
                             self.at("y.npy"), "--threads", str(cell.threads)]
            facts["start_seconds"] = min(usage(command)["wall"] for _ in range(3))
        return facts


def usage(command):
    """Runs a command; its seconds, processor seconds and peak memory in bytes."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        memory, ended = 0, 0
        while not ended:
            # Not ru_maxrss, which begins with the memory of this process.
            memory = max(memory, worker.peak_memory(process.pid))
            time.sleep(0.0005)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - start
        process.returncode = status
        if status:
            output.seek(0)
            raise Failed(f"{' '.join(command[3:5])}: {output.read().decode()[:300]}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": memory}


def write_safetensors(path, arrays):
    header, at = {}, 0
    for name, array in arrays.items():
        header[name] = {"dtype": "F32", "shape": list(array.shape),
                        "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array, np.float32).tobytes())


def listed(text):
    """A list after an option; `none` is the empty one."""
    return [] if text == "none" else text.split(",")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=os.path.join(ROOT, "build/bin"))
    parser.add_argument("--workloads", type=listed, default=list(cells.WORKLOADS))
    parser.add_argument("--modes", type=listed, default=["train", "infer"])
    parser.add_argument("--batches", type=listed, help="only these batches")
    parser.add_argument("--threads", type=listed, default=["1", "2"])
    parser.add_argument("--peers", type=listed, default=PEERS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="a turn of a peer")
    parser.add_argument("--clock", choices=["wall", "cpu"], default="wall")
    parser.add_argument("--nnc", default="", help="more options of nnc, such as --nnc=--winograd")
    parser.add_argument("--json", help="write all that was measured to this file")
    parser.add_argument("--work", help="keep libraries and weights in this folder")
    parser.add_argument("--cc", default="cc", help="compiles machine.c")
    options = parser.parse_args()
    unknown = set(options.peers) - set(PEERS) | set(options.workloads) - set(cells.WORKLOADS)
    if unknown:
        parser.error("unknown: " + ", ".join(sorted(unknown)))
    measured = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or temporary
        os.makedirs(folder, exist_ok=True)
        bench = Bench(options, folder)
        threads = [int(count) for count in options.threads]
        for cell in cells.cells(options.workloads, options.modes, threads):
            if options.batches and str(cell.batch) not in options.batches:
                continue
            try:
                result = bench.measure(cell)
            except Failed as failure:
                result = {"error": str(failure)}
            measured.append({"workload": cell.workload, "mode": cell.mode, "batch": cell.batch,
                             "threads": cell.threads, **result})
            print(tables.progress(measured[-1]), file=sys.stderr, flush=True)
            if options.json:
                with open(options.json, "w") as file:
                    json.dump({"clock": options.clock, "cells": measured}, file, indent=1)
    print(tables.table(measured, options.peers))


if __name__ == "__main__":
    main()
