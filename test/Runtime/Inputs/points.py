"""Writes points.csv: price = 2 a - 3 b + 0.5, with a little fixed noise."""
import random
import sys

random.seed(1)
noise = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
with open(sys.argv[1], "w") as out:
    out.write("a,b,price\n")
    for _ in range(200):
        a, b = random.uniform(-1, 1), random.uniform(-1, 1)
        out.write(f"{a:.6f},{b:.6f},{2 * a - 3 * b + 0.5 + random.gauss(0, noise):.6f}\n")
