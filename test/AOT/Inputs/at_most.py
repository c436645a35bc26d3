"""at_most.py LIMIT: fails where the number on standard input is larger."""
import sys

size, limit = int(sys.stdin.read()), int(sys.argv[1])
print(size)
sys.exit(size > limit)
