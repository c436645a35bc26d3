"""Whether every function of a C header is documented: documented.py HEADER...

A comment stands before each declaration, or before several that follow each
other without a blank line. It has the parts `Returns` and `Threads`, and `Memory`
where a function takes a pointer; of a header that nnc wrote also a line `Input`
or `Output` with element type and shape for each array. Prints what is missing.
"""
import re
import sys

TYPES = {"float": "f32", "double": "f64", "uint16_t": "(f16|bf16)", "int8_t": "i8",
         "int32_t": "i32", "int64_t": "i64", "uint8_t": "bool"}
problems = []


def parts(comment):
    lines = [re.sub(r"^ ?\*/?|\*/$", "", line[2:] if n == 0 else line.lstrip(" "))
             for n, line in enumerate(comment.splitlines())]
    return [line.strip() for line in lines]


def check(header, generated, name, parameters, comment):
    def complain(what):
        problems.append(f"{header}: {name}: {what}")

    if not comment:
        return complain("no comment")
    lines = parts(comment)
    labels = {line.split(" ", 1)[0].rstrip(":") for line in lines if line}
    for label in ("Returns", "Threads") + (("Memory",) if "*" in parameters else ()):
        if label not in labels:
            complain(f"no part `{label}`")
    if len(lines[0].split()) < 3:
        complain("it is not said what it does")
    if not generated:
        return None
    for parameter in parameters.split(","):
        match = re.fullmatch(r"\s*(const )?(\w+) \*(\w+)", parameter)
        if not match or match[2] in ("nn_call", "nn_scalar") or match[3] == "dims":
            continue
        label = "Input" if match[1] else "Output"
        path = re.escape(match[3].removesuffix("_"))
        shape = rf"{label} +{path}_?: {TYPES[match[2]]}\[[^\]]*\]"
        if not any(re.match(shape, line) for line in lines):
            complain(f"the shape of `{match[3]}` is missing")
    return None


def functions(header):
    text = open(header, encoding="utf-8").read()
    generated = "/* Made by" in text or "Made by nnc" in text
    pattern = (r"static inline \w+ (\w+)\(([^)]*)\) \{" if generated else
               r"NNRT_API [\w ]+?\*?(\w+)\(([^;]*)\);")
    count, comment, end = 0, None, 0
    for match in re.finditer(r"(/\*.*?\*/)\n|" + pattern, text, re.S):
        if match[1]:
            comment, end = match[1], match.end()
            continue
        # What lies between is a comment's own declaration, or one more.
        if "\n\n" in text[end:match.start()]:
            comment = None
        check(header, generated, match[2], re.sub(r"\s+", " ", match[3]), comment)
        end = match.end()
        count += 1
    for macro in re.findall(r"^#define (\w+_\w+ -?\d+)$", text, re.M) if generated else ():
        problems.append(f"{header}: {macro}: no comment")
    return count


for path in sys.argv[1:]:
    found = functions(path)
    print(f"{found} functions")
    if not found:
        problems.append(f"{path}: no function was found")
print(*problems, sep="\n")
sys.exit(bool(problems))
