"""Measures the machine's limits when asked, pinned like the peers.

    python machine.py MACHINE.so THREADS

Each line on standard input asks once; the answer is an object with the GFLOP/s
of f32 multiply-adds, one thread's times the threads, and with GB/s of a loop
that reads 64 MB and writes as much, the best form of it.
"""

import ctypes as C
import json
import sys
import threading
import time

import numpy as np

COUNT = 1 << 24


def multiply_adds(library, seconds):
    best, until = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        flops = library.multiply_adds(100_000)
        best = max(best, flops / (time.perf_counter() - start))
    return best * 1e-9


def bandwidth(library, threads, source, target, seconds):
    part = COUNT // threads

    def run(scale, i):
        at = 4 * part * i
        scale(C.c_void_p(target.ctypes.data + at), C.c_void_p(source.ctypes.data + at),
              C.c_size_t(part))

    best, until = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        for scale in (library.scale, library.scale_past_caches):
            others = [threading.Thread(target=run, args=(scale, i)) for i in range(1, threads)]
            start = time.perf_counter()
            for other in others:
                other.start()
            run(scale, 0)
            for other in others:
                other.join()
            best = max(best, 8 * COUNT / (time.perf_counter() - start))
    return best * 1e-9


def aligned(count):
    raw = np.ones(count + 16, np.float32)
    return raw[-raw.ctypes.data % 64 // 4 :][:count]


def main():
    library, threads = C.CDLL(sys.argv[1]), int(sys.argv[2])
    library.multiply_adds.restype = C.c_double
    library.multiply_adds.argtypes = [C.c_int64]
    source, target = aligned(COUNT), aligned(COUNT)
    for line in sys.stdin:
        answer = {"gflops": threads * multiply_adds(library, 0.05)}
        if "bandwidth" in line:
            answer["gbytes"] = bandwidth(library, threads, source, target, 0.3)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
