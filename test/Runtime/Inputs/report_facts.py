# report_facts.py FOLDER KEY...: the data of a page, one value a line; a key may
# be a path such as run.stopped or metrics.lines
import json
import re
import sys

page = open(sys.argv[1] + "/report.html", encoding="utf-8").read()
data = json.loads(re.search(
    r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
print("bytes:", len(page.encode()))
assert len(page.encode()) < 3_000_000
for path in sys.argv[2:]:
    value = data
    for key in path.split("."):
        value = value[key] if isinstance(value, dict) else value
    print(path + ":", len(value) if isinstance(value, list) else value)
