# browse.py REPORT.html [--width N] [--dark] [--picture FILE.png]
#
# Opens a report in a headless Chromium and prints what is to be seen there: the
# headings, each canvas with the number of colours in it, the labels of each
# chart's vertical axis, errors, and every address that the page asked for. Exit
# code 1 where the page has an error, asks for anything, leaves a canvas empty,
# has one label twice on an axis, or is wider than the screen.
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("page")
parser.add_argument("--width", type=int, default=1200)
parser.add_argument("--height", type=int, default=3000)
parser.add_argument("--dark", action="store_true")
parser.add_argument("--picture")
arguments = parser.parse_args()

BEFORE = """<script>
window.seen = [];
addEventListener('error', event => seen.push(String(event.message)));
addEventListener('unhandledrejection', event => seen.push(String(event.reason)));
document.addEventListener('securitypolicyviolation', event =>
  seen.push('asked for ' + event.blockedURI));
</script>
"""
AFTER = """<script>
setTimeout(() => {
  const colours = canvas => {
    const {width, height} = canvas;
    if (!width || !height) return 0;
    const pixels = new Uint32Array(
      canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer);
    return new Set(pixels).size;
  };
  const result = {
    errors: seen,
    width: innerWidth,
    headings: [...document.querySelectorAll('h1, h2')].map(each => each.textContent),
    titles: [...document.querySelectorAll('figcaption h3')].map(each => each.textContent),
    findings: [...document.querySelectorAll('.finding')].map(each => each.textContent),
    texts: [...document.querySelectorAll('figure > p')].map(each => each.textContent),
    canvases: [...document.querySelectorAll('canvas')].map(each =>
      [each.getAttribute('aria-label'), colours(each)]),
    facts: [...document.querySelectorAll('table.pairs tr')].map(each =>
      [...each.children].map(cell => cell.textContent).join(': ')),
    axes: [...document.querySelectorAll('canvas')].map(each => Chart.getChart(each))
      .filter(chart => chart).map(chart =>
        chart.scales.y.ticks.map(tick => tick.label).filter(label => label !== '')),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    wide: [...document.querySelectorAll('body *')].filter(each =>
      each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
      !each.closest('.scroll')).map(each => each.tagName + '.' + each.className).slice(0, 5),
    asked: performance.getEntriesByType('resource').map(each => each.name),
  };
  parent.postMessage(JSON.stringify(result), '*');
}, 300);
</script>
"""
# A window cannot be as narrow as a phone, a frame can.
FRAME = """<!doctype html><style>body{margin:0}iframe{border:0;display:block}</style>
<iframe src="report.html" width="%d" height="%d"></iframe>
<pre id="measured"></pre>
<script>
addEventListener('message', event => {
  document.getElementById('measured').textContent = event.data.replace(
    /[\\u0080-\\uffff<>&]/g, c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
});
</script>
"""

page = open(arguments.page, encoding="utf-8", errors="replace").read()
assert page.count("</body>") == 1 and page.count("<head>") == 1
seen = page.replace("<head>", "<head>" + BEFORE).replace("</body>", AFTER + "</body>")

with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, "report.html")
    with open(copy, "w", encoding="utf-8") as file:
        file.write(seen)
    frame = os.path.join(folder, "frame.html")
    with open(frame, "w", encoding="utf-8") as file:
        file.write(FRAME % (arguments.width, arguments.height))
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-default-apps", "--no-first-run", "--no-pings", "--hide-scrollbars",
        "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={folder}/profile", f"--window-size={arguments.width},{arguments.height}",
        "--virtual-time-budget=5000", "--enable-logging=stderr",
    ]
    if arguments.dark:
        command.append("--blink-settings=preferredColorScheme=0")
    environment = dict(os.environ, HOME=folder, XDG_CACHE_HOME=folder, XDG_CONFIG_HOME=folder)
    run = subprocess.run(command + ["--dump-dom", "file://" + frame],
                         capture_output=True, env=environment, timeout=120)
    if arguments.picture:
        with open(copy, "w", encoding="utf-8") as file:
            file.write(page)
        subprocess.run(command + [f"--screenshot={os.path.abspath(arguments.picture)}",
                                  "file://" + frame],
                       capture_output=True, env=environment, timeout=120, check=True)

log = run.stderr.decode(errors="replace")
found = re.search(r'<pre id="measured">(.+?)</pre>', run.stdout.decode(errors="replace"), re.S)
if not found:
    sys.exit("the page did not come to its end\n" + log[-3000:])
result = json.loads(found.group(1))
console = [line for line in log.splitlines() if "CONSOLE" in line]
for heading in result["headings"]:
    print("heading:", heading)
for title in result["titles"]:
    print("figure:", title)
for text in result["texts"]:
    print("text:", text)
for finding in result["findings"]:
    print("finding:", finding)
for label, colours in result["canvases"]:
    print(f"canvas: {label} ({'drawn' if colours > 1 else 'EMPTY'})")
for fact in result["facts"]:
    print("fact:", fact)
bad = False
for labels in result["axes"]:
    print("axis:", " ".join(labels))
    if len(set(labels)) < len(labels):
        bad = True
        print("a label stands twice on one axis")
for kind, lines in (("error", result["errors"]), ("console", console), ("asked", result["asked"])):
    for line in lines:
        bad = True
        print(f"{kind}: {line}")
if result["overflow"] > 0:
    bad = True
    print(f"wider than the screen by {result['overflow']} pixels: {result['wide']}")
if any(colours < 2 for _, colours in result["canvases"]) or any(
        not label for label, _ in result["canvases"]):
    bad = True
    print("a canvas is empty or says nothing")
if result["width"] != arguments.width:
    print(f"the window is {result['width']} pixels wide")
print("canvases:", len(result["canvases"]))
sys.exit(bad)
