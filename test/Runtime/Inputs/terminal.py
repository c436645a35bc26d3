"""Runs a command on a terminal of COLUMNS by LINES, and tells what it drew."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios

columns, lines = int(sys.argv[1]), int(sys.argv[2])
pid, master = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    os.execvp(sys.argv[3], sys.argv[3:])
output = b""
while True:
    try:
        part = os.read(master, 65536)
    except OSError:  # the other end is closed
        break
    if not part:
        break
    output += part
_, status = os.waitpid(pid, 0)
assert status == 0, status

text = output.decode()
plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text).replace("\r\n", "\n")
drawn = [part for part in re.split(r"[\r\n]", plain) if part]
print("widest", max(len(part) for part in drawn if not part.startswith("{")))
bars = [part for part in drawn if re.search(r"\[[#.]+\]", part)]
print("bar:", bars[-1] if bars else None)
titles = [m.group(1) for m in map(re.compile(r"(\w+)(?: \(log\))?  train").match, drawn) if m]
dots = re.search("[\u2801-\u28ff]", plain)
print("curves:", " ".join(dict.fromkeys(titles)) if dots else "no")
print("last line:", plain.rstrip().split("\n")[-1])
