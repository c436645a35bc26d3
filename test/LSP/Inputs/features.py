"""Asks the server about a small program, and prints the answers."""

import os
import subprocess
import sys
import time
from urllib.parse import unquote

from client import Client, place, position

folder = sys.argv[1]
path = os.path.join(folder, "model.nn")
text = open(path, encoding="utf-8").read()


def show(at):
    return "%d:%d" % (at["line"] + 1, at["character"])


def head(title):
    print("== " + title)


# What two other versions of the server have left, one of them long ago.
cache = os.path.join(folder, "cache", "nnc")
for name in ("library-old", "library-new"):
    os.makedirs(os.path.join(cache, name, "std"))
month = 31 * 24 * 3600
os.utime(os.path.join(cache, "library-old"), (time.time() - month, time.time() - month))
os.environ["XDG_CACHE_HOME"] = os.path.dirname(cache)

with Client() as server:
    left = os.listdir(cache)
    assert len(left) == 2 and "library-new" in left, left
    uri = server.open(path)
    found = server.diagnostics[uri][1]
    head("diagnostics")
    print("none" if not found else found)

    def hover(title, mark, after=0, of=text):
        head("hover " + title)
        answer = server.at("hover", uri, place(of, mark, after))
        print(answer["contents"]["value"] if answer else "nothing")

    hover("h", "let h", 4)
    hover("Dense", "Dense(width", 2)
    hover("scale", "h * scale", 5)
    hover("Net", "model Net", 7)
    hover("swish", "|> swish", 4)
    hover("sum", "sum(", 1)
    hover("early_stop", "early_stop", 3)
    hover("accuracy", "metric accuracy", 8)

    def definition(title, mark, after=0):
        head("definition of " + title)
        for location in server.at("definition", uri, place(text, mark, after)):
            file = unquote(location["uri"][len("file://"):])
            start = location["range"]["start"]
            line = open(file, encoding="utf-8").read().split("\n")[start["line"]]
            name = file[file.rindex("/std/") + 1:] if "/std/" in file else os.path.basename(file)
            rest = line if name.startswith("std") and "block Dense" in line and \
                start["character"] == 6 else line[start["character"]:]
            print("%s:%s %s" % (name, show(start), rest))
            if name.startswith("std"):
                assert not os.stat(file).st_mode & 0o222, "the library can be changed"

    definition("h", "h * scale")
    definition("Dense", "Dense(width")
    location, = server.at("definition", uri, place(text, "Dense(width"))
    library = server.open(unquote(location["uri"][len("file://"):]))
    assert server.diagnostics[library][1] == [], "the library is checked like a program"
    answer = server.at("hover", library, location["range"]["start"])
    assert "Every output" in answer["contents"]["value"]
    definition("bias", "bias = true")
    definition("swish", "|> swish", 4)
    definition("Net.fc1", "Net.fc1", 5)
    definition("label", "logits, label", 9)

    head("references to width")
    places = server.at("references", uri, place(text, "hyper width", 7),
                       context={"includeDeclaration": True})
    print(" ".join(show(each["range"]["start"]) for each in places))

    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}
    head("hints")
    hints = server.request("textDocument/inlayHint", {"textDocument": {"uri": uri},
                                                      "range": whole})
    for hint in hints:
        print(show(hint["position"]), hint["label"])

    head("symbols")
    for symbol in server.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}}):
        print(symbol["name"] + ":", " ".join(each["name"] for each in symbol.get("children", [])))

    def complete(title, mark, insert, names_only=True):
        """What is offered where `insert` is written behind a mark."""
        head("complete " + title)
        offset = text.index(mark) + len(mark)
        changed = text[:offset] + insert + text[offset:]
        server.change(uri, [{"text": changed}])
        items = server.at("completion", uri, position(changed, offset + len(insert)),
                          context={"triggerKind": 1})["items"]
        items.sort(key=lambda item: item["sortText"])
        if names_only:
            print(" ".join(item["label"] for item in items) or "nothing")
        else:
            for item in items:
                print(item["label"], item.get("detail", ""))

    complete("body", "as fc1 |> swish\n  ", "", False)
    complete("train", "penalty = l2(1e-4)\n  ", "op")
    complete("Dense(", "  h * scale |> Dense(3", ", ", False)
    complete("metrics.", "batch = 2\n", "  stop_when = metrics.")
    complete("metrics.train.", "batch = 2\n", "  stop_when = metrics.train.")
    complete("Net.", "batch = 2\n", "  metric w = sum(Net.")
    complete("type", "dim batch\n", "fn f(x: ")
    complete("comment", "dim batch", " # ")
    server.change(uri, [{"text": text}])

    head("signature")
    mark = "Dense(width, "
    changed = text.replace(mark, "Dense(width, init = ")
    server.change(uri, [{"text": changed}])
    help_ = server.at("signatureHelp", uri, place(changed, "init = ", 7))
    signature = help_["signatures"][0]
    print(signature["label"])
    print("active:", signature["parameters"][help_["activeParameter"]]["label"])
    server.change(uri, [{"text": text}])

    def rename(title, mark, after, name, uri=uri, text=text):
        head("rename " + title)
        answer = server.answer("textDocument/rename", {
            "textDocument": {"uri": uri}, "position": place(text, mark, after), "newName": name})
        if "error" in answer:
            print(answer["error"]["message"])
            return
        (file, edits), = answer["result"]["changes"].items()
        assert file == uri
        edits.sort(key=lambda edit: (edit["range"]["start"]["line"],
                                     edit["range"]["start"]["character"]))
        for edit in edits:
            print(show(edit["range"]["start"]), edit["newText"])

    rename("h", "let h", 4, "hidden")
    rename("fc1", "as fc1", 4, "first")
    rename("scale", "param scale", 7, "gain")
    rename("to what is taken", "let h", 4, "x")
    rename("to what is called below", "hyper width", 7, "mean")
    rename("to what an import has", "hyper width", 7, "swish")
    rename("to another layer", "as fc1", 4, "head")
    carry = os.path.join(folder, "carry.nn")
    with open(carry, encoding="utf-8") as file:
        loop = file.read()
    inner = server.open(carry)
    rename("what a loop begins with", "let h", 4, "start", inner, loop)
    rename("what a loop carries", "carry h", 6, "next", inner, loop)
    rename("to a word", "let h", 4, "let")
    rename("Dense", "Dense(3", 1, "Linear")

    head("broken")
    server.change(uri, [{"range": {"start": place(text, "Dense(width", 4),
                                   "end": place(text, "Dense(width", 5)}, "text": ""}])
    for found in server.wait(uri):
        start = found["range"]["start"]
        print(show(start), found["code"], found["message"].split("\n")[0],
              os.path.basename(found["codeDescription"]["href"]).split("#")[0])
        for action in server.request("textDocument/codeAction", {
                "textDocument": {"uri": uri}, "range": found["range"],
                "context": {"diagnostics": []}}):
            edit, = action["edit"]["changes"][uri]
            print("fix " + action["title"] + ":", show(edit["range"]["start"]), edit["newText"])
        answer = server.at("hover", uri, start)["contents"]["value"]
        print("hover E0203" if "**E0203**" in answer else answer)
    server.change(uri, [{"text": text}])
    server.wait(uri)

    head("mid-keystroke")
    offset = text.index("h * scale")
    server.change(uri, [{"range": {"start": position(text, offset), "end": position(text, offset)},
                         "text": "let y = ( \n  "}])
    changed = text[:offset] + "let y = ( \n  " + text[offset:]
    print(server.wait(uri)[0]["code"])
    print(server.at("hover", uri, place(changed, "let h", 4))["contents"]["value"].split("\n")[1])
    hints = server.request("textDocument/inlayHint", {
        "textDocument": {"uri": uri},
        "range": {"start": {"line": 0, "character": 0}, "end": position(changed, offset)}})
    print(len(hints), "hints")
    items = server.at("completion", uri, position(changed, offset + 10),
                      context={"triggerKind": 1})["items"]
    print("completes h" if "h" in [item["label"] for item in items] else "does not")

    head("columns")
    changed = text.replace("\n\n\n\n  let h", "\n\n\n\n  assert 1 == 1, \"𝒳é\"; let h")
    server.change(uri, [{"text": changed}])
    answer = server.at("hover", uri, place(changed, "\"; let h", 7))
    print(show(answer["range"]["start"]))
    print("hover", server.at("hover", uri, place(changed, "h * scale", 5))
          ["contents"]["value"].split("\n")[1])

    head("format")
    messy = text.replace("batch = 2", "batch   =    2").replace("let h = ", "let h=")
    server.change(uri, [{"text": messy}])
    edits = server.request("textDocument/formatting", {"textDocument": {"uri": uri},
                                                       "options": {}})
    lines = messy.split("\n")
    edit, = edits

    def offset_of(at):
        start = sum(len(line) + 1 for line in lines[:at["line"]])
        return start + at["character"]

    result = messy[:offset_of(edit["range"]["start"])] + edit["newText"] + \
        messy[offset_of(edit["range"]["end"]):]
    wanted = subprocess.run(["nnc", "fmt", "-"], input=messy.encode(), stdout=subprocess.PIPE,
                            check=True).stdout.decode()
    print("as nnc fmt" if result == wanted else result)

    head("a broken import")
    other = os.path.join(folder, "blocks.nn")
    with open(other, "a", encoding="utf-8") as file:
        file.write("fn wrong(x: float) -> float = y\n")
    server.change(uri, [{"text": text}])
    for found in server.wait(uri):
        location = found["relatedInformation"][0]["location"]
        print(show(found["range"]["start"]), found["code"], os.path.basename(location["uri"]),
              show(location["range"]["start"]))

    head("an import that is not saved")

    def seen(title):
        # An answer comes after the diagnostics of what it is about.
        server.at("hover", uri, {"line": 0, "character": 0})
        print(title + ":", " ".join(show(found["range"]["start"]) + " " + found["code"]
                                    for found in server.diagnostics[uri][1]))

    seen("before")
    good = "edition 1\nfn swish(x: float) -> float = x\n"
    imported = server.open(other, good)
    seen("mended")
    server.change(imported, [{"text": good.replace("float)", "float, y: float)")}])
    seen("with another argument")
    server.notify("textDocument/didClose", {"textDocument": {"uri": imported}})
    seen("closed")

    head("strange")
    server.raw(b"Content-Length: 5\r\n\r\n{]}}}")
    server.notify("textDocument/didChange", {"textDocument": 3})
    server.notify("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 99},
        "contentChanges": [{"range": {"start": {"line": 70000, "character": 5},
                                      "end": {"line": 1, "character": -1}}, "text": "\0\xff"}]})
    server.notify("no/such", {})
    assert "error" in server.answer("no/such", {})
    other = {"textDocument": {"uri": "file:///nowhere.nn"},
             "position": {"line": 0, "character": 0}}
    for method in ("hover", "definition", "completion", "signatureHelp"):
        server.request("textDocument/" + method, dict(other, context={"triggerKind": 1}))
    server.notify("textDocument/didOpen", {"textDocument": {
        "uri": "untitled:Untitled-1", "languageId": "nn", "version": 1, "text": "edition 1\n"}})
    print("alive")
