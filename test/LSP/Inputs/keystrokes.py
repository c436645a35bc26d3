"""Types into every program that it is given: words are deleted, written and cut
in the middle, also by several changes at once. After each round the server still
answers, and what it says is what `nnc check --json` says of the same text."""

import json
import os
import random
import subprocess
import sys

from client import Client, position

ROUNDS = 6
PIECES = ["(", ")", "[", "]", "{", "}", "\n", " ", "|>", "let ", "x", "1", "\"", "#", ".", "..",
          "=", "é", "𝒳", "Dense(", "as ", "\r\n", "500steps", "1.", ",", "fn(", "train ", "\t"]


def edit(random_, text):
    """A change of a text, as the protocol has it, and its result."""
    begin = random_.randrange(len(text) + 1)
    # A keystroke, a word, or a longer piece.
    length = random_.choice([0, 0, 1, random_.randrange(8), random_.randrange(60)])
    end = min(len(text), begin + length)
    # Inside of a line break or of a pair of surrogates there is no place.
    while 0 < begin < len(text) and text[begin - 1:begin + 1] == "\r\n":
        begin -= 1
    while end < len(text) and text[end - 1:end + 1] == "\r\n":
        end += 1
    new = "".join(random_.choice(PIECES) for _ in range(random_.choice([0, 1, 1, 3])))
    change = {"range": {"start": position(text, begin), "end": position(text, end)}, "text": new}
    return change, text[:begin] + new + text[end:]


def checked(path, text):
    """What the compiler finds in a text: code, severity and place of each."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    run = subprocess.run(["nnc", "check", "--json", path], stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, check=False)
    assert run.returncode in (0, 1), run
    found = []
    for line in run.stderr.decode().splitlines():
        entry = json.loads(line)
        where = None
        if os.path.abspath(entry.get("file", path)) == path and "line" in entry:
            where = (entry["line"], entry["column"])
        found.append((entry["severity"], entry["code"], entry["message"], where))
    return found


def published(server, uri, text):
    """The same from the server; columns in characters, as the compiler counts."""
    names = {1: "error", 2: "warning", 3: "note"}
    # A place behind the end of a line is its end, of which `\r` is a part.
    lines = text.replace("\r\n", "\n").split("\n")
    found = []
    for entry in server.wait(uri):
        start = entry["range"]["start"]
        units = lines[start["line"]].encode("utf-16-le")[:2 * start["character"]]
        column = len(units.decode("utf-16-le")) + 1
        found.append((names[entry["severity"]], entry.get("code", ""),
                      entry["message"].split("\n")[0], (start["line"] + 1, column)))
    return found


def same(said, expected):
    if len(said) != len(expected):
        return False
    return all(a[:3] == (b[0], b[1], b[2].split("\n")[0]) and b[3] in (None, a[3])
               for a, b in zip(said, expected))


def main():
    seed, folder = int(sys.argv[1]), sys.argv[2]
    count = broken = 0
    with Client() as server:
        for path in sys.argv[3:]:
            random_ = random.Random("%d %s" % (seed, os.path.basename(path)))
            whole = text = open(path, encoding="utf-8", newline="").read()
            copy = os.path.join(os.path.abspath(folder), os.path.basename(path))
            uri = server.open(copy, text)
            for _ in range(ROUNDS):
                changes = []
                for _ in range(random_.choice([1, 1, 2, 5])):
                    change, text = edit(random_, text)
                    changes.append(change)
                server.change(uri, changes)
                at = position(text, random_.randrange(len(text) + 1))
                for method in ("hover", "definition", "signatureHelp", "completion", "references"):
                    server.at(method, uri, at, context={"triggerKind": 1,
                                                        "includeDeclaration": True})
                server.answer("textDocument/rename", {"textDocument": {"uri": uri},
                                                      "position": at, "newName": "fresh"})
                everything = {"start": {"line": 0, "character": 0},
                              "end": {"line": 9999, "character": 0}}
                for method in ("inlayHint", "documentSymbol", "codeAction", "formatting"):
                    server.request("textDocument/" + method, {
                        "textDocument": {"uri": uri}, "range": everything, "options": {},
                        "context": {"diagnostics": []}})
                said, expected = published(server, uri, text), checked(copy, text)
                if not same(said, expected):
                    sys.exit("%s: the server says\n%s\nand nnc check\n%s" % (copy, said, expected))
                count += 1
                broken += bool(expected)
                if random_.random() < 0.3:
                    text = whole
                    server.change(uri, [{"text": text}])
            server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    print("%d texts, %s of them broken: the server says what nnc check says"
          % (count, "most" if broken > count / 2 else "few"))


main()
