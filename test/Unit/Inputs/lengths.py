"""Reads what `wc -l` prints; prints the longest file and the median length."""

import statistics
import sys

lengths = []
for line in sys.stdin:
    count, name = line.split(maxsplit=1)
    if name.strip() != "total":
        lengths.append((int(count), name.strip()))
longest, name = max(lengths)
print(f"longest: {longest} lines ({name})")
median = statistics.median(count for count, _ in lengths)
print("median below 200" if median < 200 else f"median {median}")
