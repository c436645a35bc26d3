"""Damages every entry of a cache folder: FOLDER HOW."""
import os
import sys

folder, how = sys.argv[1:]
for name in os.listdir(folder):
    path = os.path.join(folder, name)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    if how == "folder":
        os.remove(path)
        os.mkdir(path)
        continue
    if how == "byte":
        data[len(data) // 3] ^= 1
    if how == "cut":
        del data[len(data) // 2 :]
    if how == "empty":
        data.clear()
    if how == "half-full":  # something old that fills most of a megabyte
        continue
    with open(path, "wb") as file:
        file.write(data)
if how == "half-full":
    sizes = [os.stat(os.path.join(folder, name)) for name in os.listdir(folder)]
    newest = max(info.st_mtime_ns for info in sizes)
    filler = os.path.join(folder, "filler")
    # Two entries stay beside it: the new one and the one used last.
    keep = 5 * max(info.st_size for info in sizes) // 2
    with open(filler, "wb") as file:
        file.write(bytes((1 << 20) - keep))
    os.utime(filler, ns=(newest + 1, newest + 1))
