"""Checks what the sections of a run have found: found.py SECTION=CODE,... ...

Each section of the log on standard input has to be named, with exactly the codes
that it has found; `healthy=` expects none.
"""

import json
import sys

found = {}
for line in sys.stdin:
    if line.startswith("{"):
        summary = json.loads(line)
        found[summary["train"]] = {finding["code"] for finding in summary["findings"]}
expected = {}
for argument in sys.argv[1:]:
    section, codes = argument.split("=")
    expected[section] = set(filter(None, codes.split(",")))
assert set(found) == set(expected), f"the sections are {sorted(found)}"
wrong = {section: sorted(found[section]) for section, codes in expected.items()
         if found[section] != codes}
sys.exit(f"found {wrong}" if wrong else 0)
