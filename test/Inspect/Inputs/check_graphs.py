"""Draws each program below some folders, and reads the picture's data back."""

import glob
import os
import re
import subprocess
import sys
import tempfile

drawn = 0
for folder in sys.argv[1:]:
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.nn"), recursive=True)):
        if " model " not in open(path).read().replace("\n", " "):
            continue
        with tempfile.TemporaryDirectory() as out:
            picture = os.path.join(out, "x.svg")
            subprocess.run(["nnc", "graph", path, "-o", picture], check=True, capture_output=True)
            svg = open(picture).read()
        titles = re.findall(r'<g id="node\d+" class="node">\s*<title>(.*?)</title>', svg)
        edges = re.findall(r'class="edge">\s*<title>(.*?)&#45;&gt;(.*?)</title>', svg)
        connected = {end for edge in edges for end in edge}
        assert titles and set(titles) == connected, (path, set(titles) - connected)
        drawn += 1
print(f"{drawn} programs drawn, none broken")
