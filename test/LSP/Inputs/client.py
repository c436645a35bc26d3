"""A client of nnc-lsp-server for tests and for the benchmark."""

import json
import os
import subprocess


class Client:
    """Starts a server; a context manager that stops it and asks for exit code 0."""

    def __init__(self, server="nnc-lsp-server"):
        self.process = subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.next = 0
        self.diagnostics = {}  # by URI: (version, list)
        self.versions = {}
        self.capabilities = self.request("initialize", {"capabilities": {}})["capabilities"]
        self.notify("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            self.process.kill()
            return
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        code = self.process.wait(timeout=20)
        assert code == 0, "the server ended with %d" % code

    def send(self, message):
        text = json.dumps(dict(message, jsonrpc="2.0")).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def receive(self):
        length = None
        while True:
            line = self.process.stdout.readline()
            assert line, "the server is gone"
            if line.strip() == b"":
                break
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = (params["version"], params["diagnostics"])
        return message

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def answer(self, method, params):
        """The whole answer, an error or not."""
        self.next += 1
        self.send({"id": self.next, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.next:
                return message

    def request(self, method, params):
        message = self.answer(method, params)
        assert "error" not in message, message
        return message["result"]

    # Files.

    def open(self, path, text=None):
        """Opens a file and waits for its diagnostics. Its URI."""
        uri = "file://" + os.path.abspath(path)
        if text is None:
            text = open(path, encoding="utf-8", newline="").read()
        self.versions[uri] = 1
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "nn", "version": 1, "text": text}})
        self.wait(uri)
        return uri

    def change(self, uri, changes):
        """Sends changes and does not wait."""
        self.versions[uri] += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.versions[uri]},
            "contentChanges": changes})

    def wait(self, uri):
        """The diagnostics of the current version."""
        while self.diagnostics.get(uri, (0,))[0] != self.versions[uri]:
            self.receive()
        return self.diagnostics[uri][1]

    def at(self, method, uri, position, **more):
        return self.request("textDocument/" + method,
                            dict(textDocument={"uri": uri}, position=position, **more))


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def position(text, offset):
    """Of a character of a text, as the protocol counts."""
    start = text.rfind("\n", 0, offset) + 1
    return {"line": text.count("\n", 0, offset), "character": utf16(text[start:offset])}


def place(text, mark, after=0):
    """The position `after` characters behind the start of a text's `mark`."""
    offset = text.index(mark)
    return position(text, offset + after)
