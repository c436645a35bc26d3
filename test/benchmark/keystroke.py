"""How long nnc-lsp-server takes for a keystroke in a program of 500 lines.

    keystroke.py [--server PATH] [--count N]

Types letters and deletes them again, each time in another place of a program of
all kinds of layers, and measures from the change to the diagnostics, and from a
request to its answer, for a hover and a completion right behind it. Prints the
median and the worst in milliseconds.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "LSP", "Inputs"))
from client import Client, position  # noqa: E402

LINES = 500


def program():
    """Blocks of their own, a model that applies them, a data set and a section."""
    lines = ["edition 1", "hyper lr = 1e-3", "hyper width: int = 64", "dim batch", ""]
    names = []
    while len(lines) < LINES - 45:
        name = "Part%d" % len(names)
        names.append(name)
        lines += ["## Two layers with a shortcut around them.",
                  "block %s(drop: num)(x: float[batch, d]) -> float[batch, d] {" % name,
                  "  let h = x", "    |> LayerNorm() as norm", "    |> Dense(4 * d) as up |> gelu",
                  "    |> Dropout(drop)", "    |> Dense(d) as down", "  param scale: float[d] = 1",
                  "  # The shortcut.", "  let gate = sigmoid(h * scale)", "  x + gate * h", "}", ""]
    body = ["  let x = x |> Dense(width) as first |> relu"]
    for i, name in enumerate(names):
        body.append("  let x = x |> %s(0.1) as part%d" % (name, i))
    lines += ["model Net(x: f32[batch, 8]) -> (y: f32[batch, 3]) {"] + body
    lines += ["  x |> Dense(3) as last", "}", "", "dataset Points {",
              "  source = rows(x = [[0, 1, 0, 1, 0, 1, 0, 1]], label = [1])",
              "  field x: f32[8] = source.x", "  field label: i32 = source.label", "}", "",
              "train Net {", "  data = Points", "  batch = 1", "  epochs = 1", "  let y = Net(x)",
              "  loss = cross_entropy(y, label)", "  optimizer = AdamW(lr)",
              "  metric accuracy = mean(argmax(y, axis = -1) == label)", "}"]
    while len(lines) < LINES:
        lines.append("# The end.")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--server", default="nnc-lsp-server")
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    text = program()
    times = {"diagnostics": [], "hover": [], "completion": []}
    with tempfile.TemporaryDirectory() as folder, Client(options.server) as server:
        uri = server.open(os.path.join(folder, "model.nn"), text)
        if server.diagnostics[uri][1]:
            sys.exit("the program is wrong: %s" % server.diagnostics[uri][1])
        marks = [at for at in range(len(text)) if text.startswith("gelu", at)
                 or text.startswith("Dense(", at) or text.startswith("scale: ", at)]

        def measure(name, action):
            start = time.perf_counter()
            action()
            times[name].append(1000 * (time.perf_counter() - start))

        for i in range(options.count):
            at = marks[i * 7 % len(marks)] + 2
            where = position(text, at)
            behind = dict(where, character=where["character"] + 1)
            # A letter: a name that nobody knows. Then it is taken back.
            for change in ({"range": {"start": where, "end": where}, "text": "q"},
                           {"range": {"start": where, "end": behind}, "text": ""}):
                def keystroke(change=change):
                    server.change(uri, [change])
                    server.wait(uri)
                measure("diagnostics", keystroke)
                measure("hover", lambda: server.at("hover", uri, where))
                measure("completion", lambda: server.at("completion", uri, where,
                                                        context={"triggerKind": 1}))
    print("%d keystrokes in %d lines, %d bytes; milliseconds: median, worst"
          % (2 * options.count, text.count("\n"), len(text)))
    for name, values in times.items():
        print("%-12s %7.2f %7.2f" % (name, statistics.median(values), max(values)))
    both = [sum(each) for each in zip(*times.values())]
    print("%-12s %7.2f %7.2f" % ("all of them", statistics.median(both), max(both)))


if __name__ == "__main__":
    main()
