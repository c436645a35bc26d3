"""Whether a program calls every function of a list: called.py SOURCE... < NAMES

NAMES is the output of `nm`, or one name a line. Prints those that no source
calls.
"""
import re
import sys

names = {line.split()[-1].split("@")[0] for line in sys.stdin if line.strip()}
text = " ".join(open(path, encoding="utf-8").read() for path in sys.argv[1:])
text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
# Called, or handed to a macro that calls it.
missing = sorted(name for name in names if not re.search(rf"\b{name}(\(|\);)", text))
print(f"{len(names)} functions")
print(*missing, sep="\n")
sys.exit(bool(missing) or not names)
