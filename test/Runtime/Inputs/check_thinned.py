# check_thinned.py FOLDER: the page of report_fixture.py's files shows each peak
# that one line alone has, whole lines, and of each tenth of the run a tenth.
import json
import re
import sys

folder = sys.argv[1]
page = open(folder + "/report.html", encoding="utf-8").read()
data = json.loads(re.search(
    r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
for name in ("metrics", "statistics"):
    lines = [json.loads(line) for line in open(f"{folder}/{name}.jsonl")]
    shown = {line["step"]: line for line in data[name]["lines"]}
    assert data[name]["total"] == len(lines) and list(shown) == sorted(shown)
    assert all(shown[line["step"]] == line for line in lines if line["step"] in shown)
    assert lines[0]["step"] in shown and lines[-1]["step"] in shown
    print(name, len(shown), "of", len(lines))
    tenths = [sum(line["step"] in shown for line in lines[i * len(lines) // 10:
                                                           (i + 1) * len(lines) // 10])
              for i in range(10)]
    assert min(tenths) > len(shown) / 20, tenths
    peaks = ([i for i in range(1, 20_001) if i % 1000 in (457, 811) or i == 19_000]
             if name == "metrics" else [137, 251])
    for i in peaks:
        at = 10 * i if name == "metrics" else 50 * i
        assert at in shown, (name, at)
assert len(data["metrics"]["lines"]) <= 1000
print("all peaks are there")
