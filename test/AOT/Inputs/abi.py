"""The binary interface as text: abi.py CLANG INCLUDE LIBRARY EXPECTED [--update]

Prints nothing and exits with 0 where structures, constants, functions and
exported symbols are those of EXPECTED. Where they are not, NN_ABI_VERSION
(nnrt/program.h) or NNRT_VERSION (nnrt/nnrt.h) has to grow, and `--update` writes
EXPECTED anew; it refuses while both are as they were.
"""
import difflib
import re
import subprocess
import sys

clang, include, library, expected, *options = sys.argv[1:]
SOURCE = "#include <nnrt/train.h>\n"


def run(*command):
    return subprocess.run(command, input=SOURCE, capture_output=True, text=True, check=True).stdout


def front(*flags):
    return run(clang, "-x", "c", "-std=c11", "-I", include, "-fsyntax-only", *flags, "-")


def macros():
    text = run(clang, "-x", "c", "-dM", "-E", "-I", include, "-")
    wanted = re.findall(r"^#define (NNR?T?_[A-Z_]+) (\S.*)$", text, re.M)
    return [f"{name} {value}" for name, value in sorted(wanted)
            if not name.endswith("_H") and name not in ("NNRT_API", "NN_API")]


def declarations():
    lines = []
    for line in front("-Xclang", "-ast-dump", "-fno-color-diagnostics").splitlines():
        line = re.sub(r"0x[0-9a-f]+ |<[^>]*> |(line|col):[0-9:]+ |prev ", "", line)
        line = re.sub(r"^[ |`-]*", "", line).replace("referenced ", "").replace("used ", "")
        if re.match(r"(FunctionDecl|EnumConstantDecl) \S*?nn", line, re.I):
            lines.append(line)
        elif re.match(r"(value: Int|ConstantExpr)", line) and lines and "Enum" in lines[-1]:
            lines[-1] += " " + line
    return [line for line in lines if " nn" in line.lower()]


def layouts():
    records, keep = [], False
    for line in front("-Xclang", "-fdump-record-layouts-complete").splitlines():
        if line.startswith("*** Dumping"):
            keep = False
        elif re.match(r" +0 \| (struct|union) (nn|\(unnamed at \S*/nnrt/)", line):
            keep = True
        if keep and "|" in line:  # most have no name but that of their typedef
            records.append(re.sub(r" \(unnamed at [^)]*\)", "", line.rstrip()))
    return records


def symbols():
    lines = run("llvm-nm", "-D", "--defined-only", library).splitlines()
    return sorted(line.split(" ", 1)[1] for line in lines)


def main():
    now = "\n".join(macros() + [""] + declarations() + [""] + layouts() + [""] + symbols()) + "\n"
    try:
        before = open(expected).read()
    except FileNotFoundError:
        before = ""
    if now == before:
        return 0

    def version(text):
        return re.findall(r"^(?:NN_ABI_VERSION|NNRT_VERSION) .*$", text, re.M)

    if version(now) == version(before):
        sys.stdout.writelines(difflib.unified_diff(
            before.splitlines(True), now.splitlines(True), "before", "now", n=0))
        print("the interface has changed: raise NN_ABI_VERSION or NNRT_VERSION, then --update")
        return 1
    if "--update" not in options:
        print("the version has changed: run this with --update")
        return 1
    with open(expected, "w") as file:
        file.write(now)
    return 0


sys.exit(main())
