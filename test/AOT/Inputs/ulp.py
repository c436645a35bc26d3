"""ulp.py A B: how far two files of f32 are apart, in units of the last place of
the largest number of A."""
import math
import struct
import sys

a, b = (struct.unpack(f"<{len(text) // 4}f", text)
        for text in (open(path, "rb").read() for path in sys.argv[1:3]))
assert len(a) == len(b) and len(a) > 0
largest = max(map(abs, a))
assert math.isfinite(largest) and largest > 0
unit = 2.0 ** (math.frexp(largest)[1] - 24)
print(f"{max(abs(x - y) for x, y in zip(a, b)) / unit:.1f} ulp")
