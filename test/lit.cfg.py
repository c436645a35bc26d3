"""How lit runs the tests of nnc: every .mlir, .nn and .test file below here."""

import os
import platform
import shutil
import subprocess
import sys

import lit.formats
from lit.llvm import llvm_config

config.name = "nnc"
config.test_format = lit.formats.ShTest(not llvm_config.use_lit_shell)
config.suffixes = [".mlir", ".nn", ".test"]
config.excludes = ["Inputs", "benchmark"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.nnc_obj_root, "test")

config.substitutions.append(("%nnc_src", config.nnc_src_root))
config.substitutions.append(("%nnc_obj", config.nnc_obj_root))
config.substitutions.append(("%examples", os.path.join(config.nnc_src_root, "examples")))
config.substitutions.append(("%python", config.python_executable))
config.substitutions.append(("%cxx", config.host_cxx))
config.substitutions.append(("%cc", config.host_cc))
llvm_config.with_environment("PATH", config.nnc_tools_dir, append_path=True)
llvm_config.with_environment("PATH", config.llvm_tools_dir, append_path=True)
config.environment["NNC_VERIFY_PASSES"] = "1"  # Debian's MLIR has no assertions
config.environment["XDG_CACHE_HOME"] = "/dev/null"  # every run compiles
llvm_config.with_system_environment(["HOME", "NNC_DATA", "OMP_NUM_THREADS"])

# Where libnncCompiler.so was built, nnc-run takes source files.
if os.path.exists(os.path.join(config.nnc_obj_root, "lib", "libnncCompiler.so")):
    config.available_features.add("compiler")

# Debian's Clang comes without the runtimes of the sanitizers, GCC with them.
gcc = shutil.which("gcc")
if gcc:
    config.available_features.add("sanitizers")
    config.substitutions.append(("%sanitizing_cc", gcc))

# Another machine: tools/setup.sh installs what runs its programs here.
if all(map(shutil.which, ("qemu-aarch64", "aarch64-linux-gnu-gcc"))):
    config.available_features.add("aarch64")

# Other processors of this machine's kind.
if platform.machine() == "x86_64" and shutil.which("qemu-x86_64"):
    config.available_features.add("qemu-x86_64")

if shutil.which("pkg-config"):
    config.available_features.add("pkg-config")

# What draws the graphs of `nnc graph`.
if shutil.which("dot"):
    config.available_features.add("graphviz")

# What opens the reports of runs.
if shutil.which("chromium"):
    config.available_features.add("chromium")

# An editor that speaks with the server; `vim.lsp.config` came with 0.11.
if shutil.which("nvim") and subprocess.run(
        ["nvim", "--headless", "--clean", "+lua if not vim.lsp.config then vim.cmd.cquit() end", "+q"],
        capture_output=True).returncode == 0:
    config.available_features.add("neovim")

# What makes a parser of the Tree-sitter grammar; Debian has it not.
if shutil.which("tree-sitter"):
    config.available_features.add("tree-sitter")

# A Python with Pygments, if there is one.
for python in ("/usr/bin/python3", config.python_executable):
    if subprocess.run([python, "-c", "import pygments"], capture_output=True).returncode == 0:
        break
config.substitutions.append(("%pygments_python", python))

# A root folder of one's own, for root or where the kernel lets others have one.
for chroot in (["chroot"], ["unshare", "-r", "chroot"]):
    if shutil.which(chroot[0]) and subprocess.run(
            chroot + ["/", "/bin/true"], capture_output=True).returncode == 0:
        config.available_features.add("chroot")
        config.substitutions.append(("%chroot", " ".join(chroot)))
        break

# The independent references are written with NumPy.
for python in (config.python_executable, "/usr/bin/python3", sys.executable):
    if subprocess.run([python, "-c", "import numpy"], capture_output=True).returncode == 0:
        config.available_features.add("numpy")
        config.substitutions.append(("%numpy_python", python))
        break

# Data that is too large or not ours to ship: a test that needs it says
# `REQUIRES: mnist` (or text), and is skipped where it is absent.
for root in (os.environ.get("NNC_DATA"), os.path.join(config.nnc_src_root, "..", "shared", "data")):
    if not root:
        continue
    for name in ("mnist", "text"):
        if os.path.isdir(os.path.join(root, name)) and name not in config.available_features:
            config.available_features.add(name)
            config.substitutions.append(("%" + name, os.path.realpath(os.path.join(root, name))))

# `tools/test.sh --full`: the examples train to the accuracies they state, which
# takes hours; a test of that kind says `REQUIRES: full`.
if lit_config.params.get("full"):
    config.available_features.add("full")
