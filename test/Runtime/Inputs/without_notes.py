"""Copies a safetensors file without its metadata."""

import json
import sys

content = open(sys.argv[1], "rb").read()
start = 8 + int.from_bytes(content[:8], "little")
header = json.loads(content[8:start])
del header["__metadata__"]
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open(sys.argv[2], "wb") as out:
    out.write(len(text).to_bytes(8, "little") + text + content[start:])
