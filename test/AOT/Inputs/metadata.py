"""Prints the vocabularies that weights files note: metadata.py FILE..."""
import json
import sys

for path in sys.argv[1:]:
    data = open(path, "rb").read()
    notes = json.loads(data[8:8 + int.from_bytes(data[:8], "little")])["__metadata__"]
    print(path, *(ascii(text) for key, text in notes.items() if key.startswith("vocabulary.")))
