"""Runs the grammars that editors have over programs, and holds them against the
compiler's lexer: every token begins and ends where it says, words and numbers
are of its class, and comments are where it sees nothing."""

import ctypes
import ctypes.util
import json
import re
import subprocess
import sys

source = sys.argv[1]
sys.path.insert(0, source + "/tools/editors/pygments")

try:
    import nn_lexer
    from pygments.token import Comment, Error, Keyword, Name, Number, Operator, String, Token
except ImportError:
    nn_lexer = None


def compiled(path):
    """(offset, class, text) of each token of the compiler; none of a bad text."""
    run = subprocess.run(["nnc", "--emit=tokens", path], stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, check=False)
    if run.returncode:
        return None
    text = open(path, "rb").read()
    starts = [0]
    for line in text.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    tokens = []
    for line in run.stdout.decode().splitlines():
        where, rest = line.split(" ", 1)
        kind, token = rest.split("\t", 1)
        row, column = map(int, where.split(":"))
        if kind not in ("newline", "end"):
            tokens.append((starts[row - 1] + column - 1, kind, token))
    return tokens


def pygments_tokens(text):
    """(offset in bytes, class, text), classes as the compiler names them."""
    for offset, kind, value in nn_lexer.NnLexer(stripnl=False, ensurenl=False) \
            .get_tokens_unprocessed(text):
        if not value.strip() or kind in Comment:
            continue
        if kind in Error:
            what = "error"
        elif kind in String:
            what = "string"
        elif kind in Number:
            what = "unit" if value[-1].isalpha() else "number"
        elif kind in Operator.Word or kind in Keyword and kind not in Keyword.Type:
            what = "keyword"
        elif kind in Keyword.Type or kind in Name:
            what = "name"
        else:
            what = "punctuation"
        yield len(text[:offset].encode()), what, value


class Oniguruma:
    """A pattern as VS Code reads it, with as much of `re.Pattern` as is needed."""

    name = ctypes.util.find_library("onig")
    library = ctypes.CDLL(name) if name else None

    class Region(ctypes.Structure):
        _fields_ = [("allocated", ctypes.c_int), ("count", ctypes.c_int),
                    ("begin", ctypes.POINTER(ctypes.c_int)), ("end", ctypes.POINTER(ctypes.c_int))]

    class Match:
        def __init__(self, text, region):
            self.text = text
            # Four bytes to a character.
            self.spans = [(region.begin[i] // 4, region.end[i] // 4) for i in range(region.count)]

        def start(self, number=0):
            return self.spans[number][0]

        def end(self, number=0):
            return self.spans[number][1]

        def group(self, number=0):
            return self.text[slice(*self.spans[number])]

    def __init__(self, pattern):
        self.library.onig_region_new.restype = ctypes.POINTER(self.Region)
        self.region = self.library.onig_region_new()
        self.pattern = ctypes.c_void_p()
        begin, end = self.extent(pattern)
        code = self.library.onig_new(
            ctypes.byref(self.pattern), begin, end, 0, self.symbol("OnigEncodingUTF32_LE"),
            self.symbol("OnigSyntaxRuby"), None)
        assert code == 0, "Oniguruma cannot read %s: %d" % (pattern, code)

    def symbol(self, name):
        return ctypes.byref(ctypes.c_char.in_dll(self.library, name))

    def extent(self, text):
        """The addresses of a text, which is kept."""
        self.bytes = ctypes.create_string_buffer(text.encode("utf-32-le"))
        begin = ctypes.addressof(self.bytes)
        return ctypes.c_void_p(begin), ctypes.c_void_p(begin + 4 * len(text))

    def search(self, text, at):
        begin, end = self.extent(text)
        found = self.library.onig_search(self.pattern, begin, end,
                                         ctypes.c_void_p(begin.value + 4 * at), end, self.region, 0)
        return self.Match(text, self.region.contents) if found >= 0 else None


class TextMate:
    """As much of an engine as the grammar needs: patterns in order, at each place
    the first that matches earliest; `begin` and `end` within a line."""

    def __init__(self, path, compile_pattern):
        self.patterns = json.load(open(path, encoding="utf-8"))["patterns"]
        for pattern in self.patterns:
            for each in [pattern, *pattern.get("patterns", [])]:
                for key in ("match", "begin", "end"):
                    if key in each:
                        each[key + "_"] = compile_pattern(each[key])

    def line(self, text):
        """(column, scope, text) of a line."""
        at = 0
        ahead = [None] * len(self.patterns)  # the next match of each, False: none
        while at < len(text):
            best = None
            for i, pattern in enumerate(self.patterns):
                found = ahead[i]
                if found is None or found and found.start() < at:
                    found = pattern.get("match_", pattern.get("begin_")).search(text, at) or False
                    ahead[i] = found
                if found and (best is None or found.start() < best[0].start()):
                    best = (found, pattern)
            if best is None:
                break
            found, pattern = best
            if text[at:found.start()].strip():
                yield at, "none", text[at:found.start()]
            if "begin" in pattern:
                # Escapes may hold the mark of the end.
                end = found.end()
                inner = pattern["patterns"]
                while True:
                    close = pattern["end_"].search(text, end)
                    skip = [m for m in (p["match_"].search(text, end) for p in inner)
                            if m and m.start() < close.start()]
                    if not skip:
                        break
                    end = min(skip, key=lambda m: m.start()).end()
                yield found.start(), pattern["name"], text[found.start():close.end()]
                at = close.end()
                continue
            captures = pattern.get("captures")
            if captures:
                for number in sorted(captures):
                    yield (found.start(int(number)), captures[number]["name"],
                           found.group(int(number)))
            else:
                yield found.start(), pattern["name"], found.group()
            at = max(found.end(), at + 1)

    def tokens(self, text):
        """As pygments_tokens."""
        start = 0
        pending = None  # a number that its unit may follow
        for line in text.split("\n"):
            for column, scope, value in self.line(line.rstrip("\r")):
                offset = start + len(line[:column].encode())
                if scope.startswith("comment"):
                    continue
                if scope == "keyword.other.unit.nn":
                    yield pending[0], "unit", pending[2] + value
                    pending = None
                    continue
                if pending:
                    yield pending
                    pending = None
                if scope.startswith("string"):
                    yield offset, "string", value
                elif scope == "constant.numeric.nn":
                    pending = (offset, "number", value)
                elif scope.startswith(("storage", "keyword.control", "constant.language",
                                       "keyword.operator.word")):
                    yield offset, "keyword", value
                elif scope.startswith(("support", "entity", "variable")):
                    yield offset, "name", value
                elif scope.startswith(("keyword.operator", "punctuation")):
                    yield offset, "punctuation", value
                else:
                    yield offset, "error", value
            start += len(line.encode()) + 1
        if pending:
            yield pending


def compare(which, path, found, expected):
    for mine, theirs in zip(found, expected):
        if mine != theirs:
            sys.exit("%s: %s has %s where the compiler has %s" % (path, which, mine, theirs))
    if len(found) != len(expected):
        sys.exit("%s: %s has %d tokens, the compiler %d"
                 % (path, which, len(found), len(expected)))


def main():
    textmate = TextMate(source + "/tools/editors/vscode/syntaxes/nn.tmLanguage.json",
                        Oniguruma if Oniguruma.library else re.compile)
    count = skipped = 0
    for path in sys.argv[2:]:
        expected = compiled(path)
        if expected is None:
            skipped += 1
            continue
        count += 1
        text = open(path, encoding="utf-8", newline="").read()
        mark = len("\ufeff".encode()) if text.startswith("\ufeff") else 0
        text = text.lstrip("\ufeff")
        expected = [(at - mark, kind, token) for at, kind, token in expected if token != ";"]
        checks = [("TextMate", textmate.tokens(text))]
        if nn_lexer:
            checks.append(("Pygments", pygments_tokens(text)))
        for which, found in checks:
            compare(which, path, [each for each in found if each[2] != ";"], expected)
    print("%s programs, %s" % ("hundreds of" if count > 200 else count,
                               "some with unreadable tokens" if skipped else "all readable"))
    print("TextMate agrees with the compiler, by "
          + ("Oniguruma" if Oniguruma.library else "Python's patterns"))
    print("Pygments agrees with the compiler" if nn_lexer else "Pygments is missing")


main()
