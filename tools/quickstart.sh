#!/usr/bin/env bash
# From a fresh Debian 12 to a trained network in a library: installs, builds,
# trains the digit network on the data in examples/, compiles it, predicts.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
build_nnc

program=$root/examples/digits/digits.nn
out=${NNC_OUT:-$root/runs/quickstart}
rm -rf "$out"
mkdir -p "$out"

echo "== training $program"
"$build/bin/nnc-run" train "$program" --out "$out"

echo "== compiling it to a library"
"$build/bin/nnc" "$program" -o "$out/digits.so"
ls -l "$out/digits.so"

echo "== predicting with the library"
python3 - "$root/examples/data/digits.csv" "$out/digit.npy" <<'PY'
# The first row of the table as a one-image batch, in NumPy's format 1.0.
import csv, struct, sys
row = next(csv.DictReader(open(sys.argv[1])))
pixels = [float(row[f"p{i}"]) / 16 for i in range(64)]
header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 64), }"
header += " " * (-(len(header) + 11) % 64) + "\n"
with open(sys.argv[2], "wb") as f:
    f.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
    f.write(struct.pack("<64f", *pixels))
print("this image shows a", row["label"])
PY
"$build/bin/nnc-run" predict "$out/digits.so" \
  --weights "$out/weights.safetensors" --input "$out/digit.npy"
