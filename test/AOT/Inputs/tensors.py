"""tensors.py FILE.safetensors RESULT: writes the data of a weights file alone."""
import sys

content = open(sys.argv[1], "rb").read()
open(sys.argv[2], "wb").write(content[8 + int.from_bytes(content[:8], "little"):])
