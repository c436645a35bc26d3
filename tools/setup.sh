#!/usr/bin/env bash
# Installs what nnc needs on Debian 12 and builds it into build/. Sourced by
# quickstart.sh and test.sh; safe to run again: it does only what is missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${NNC_BUILD:-$root/build}

packages=(cmake ninja-build python3 python3-numpy g++
  llvm-22-dev libmlir-22-dev mlir-22-tools llvm-22-tools clang-22
  clang-format-22 clang-tidy-22 lld-22 liblld-22-dev libomp-22-dev
  libfmt-dev zlib1g-dev libzstd-dev
  libpng-dev libjpeg62-turbo-dev libjs-chart.js)
# What only tests need; those that miss one are skipped.
test_packages=(pkg-config graphviz python3-pygments libonig5 chromium qemu-user gcc-aarch64-linux-gnu libc6-dev-arm64-cross)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null |
      grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "== installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

build_nnc() {
  if [ ! -f "$build/build.ninja" ]; then
    echo "== configuring"
    cmake -G Ninja -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release \
      -DCMAKE_C_COMPILER=clang-22 -DCMAKE_CXX_COMPILER=clang++-22 >/dev/null
  fi
  echo "== building"
  ninja -C "$build" "$@"
}

install_packages "${packages[@]}"
