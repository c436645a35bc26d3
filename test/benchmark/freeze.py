#!/usr/bin/env python3
"""What a step needs where a `freeze` leaves little to learn.

    python3 test/benchmark/freeze.py [BUILD] [ROUNDS]

For LeNet at batch 128, one thread: arena, optimizer state, operations and time of
a step of the last layer alone and of the biases alone, in hundredths of those of
a whole step. The steps are taken in turn; the fastest of each counts.
"""
import pathlib
import subprocess
import sys
import tempfile

source = pathlib.Path(__file__).resolve().parents[2]
build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else source / "build").resolve()
rounds = sys.argv[2] if len(sys.argv) > 2 else "100"
inputs = source / "test/AOT/Inputs"

with tempfile.TemporaryDirectory() as folder:
    program, library = f"{folder}/freeze", f"{folder}/lenet.so"
    subprocess.run([build / "bin/nnc", inputs / "lenet.nn", "--target=native", "-o", library],
                   check=True)
    subprocess.run(["cc", "-std=gnu11", "-O1", f"-I{source}/include", inputs / "freeze.c",
                    build / "lib/libnnrt.a", "-o", program], check=True)
    sys.exit(subprocess.run([program, library, rounds]).returncode)
