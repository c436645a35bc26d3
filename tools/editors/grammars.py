#!/usr/bin/env python3
"""Makes what editors and documents highlight .nn files with from one source.

The words and the punctuation are those that the compiler's lexer is built from
(include/nnc/Frontend/TokenKinds.def); the few patterns below are checked against
that lexer by test/LSP/grammars.test. Writes into this folder, or into the one
that is named:

    vscode/syntaxes/nn.tmLanguage.json   TextMate: VS Code, Sublime, GitHub
    tree-sitter-nn/tokens.js             of grammar.js beside it
    tree-sitter-nn/queries/highlights.scm
    pygments/nn_lexer.py                 Pygments: documents
"""

import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DEFINITIONS = os.path.join(HERE, "..", "..", "include", "nnc", "Frontend", "TokenKinds.def")

DIGITS = r"[0-9]+(?:_[0-9]+)*"
NUMBER = DIGITS + r"(?:\.%s)?(?:[eE][+-]?%s)?" % (DIGITS, DIGITS)
NAME = r"[A-Za-z_][A-Za-z0-9_]*"
BLOCK = r"[A-Z][A-Za-z0-9_]*"
ESCAPE = r'\\[\\"nt]'
STRING = r'"(?:[^"\\\n]|%s)*"' % ESCAPE

NOTICE = "Made by tools/editors/grammars.py from TokenKinds.def. Do not edit."


def tokens():
    """The lists of TokenKinds.def by macro; keywords by group."""
    text = open(DEFINITIONS, encoding="utf-8").read()
    lists = {"punctuation": re.findall(r'^NNC_PUNCT\(\w+, "(.+)"\)$', text, re.M)}
    for macro in ("UNIT", "TYPE", "VALUE"):
        lists[macro.lower()] = re.findall(r"^NNC_%s\((\w+)\)$" % macro, text, re.M)
    lists["keywords"] = {}
    for word, group in re.findall(r"^NNC_KEYWORD\((\w+), (\w+)\)$", text, re.M):
        lists["keywords"].setdefault(group, []).append(word)
    lists["punctuation"].append(";")
    return lists


def words(list_):
    return r"\b(?:%s)\b" % "|".join(list_)


def operators(list_):
    """The longest first, so that `|>` is not taken for `|`."""
    ordered = sorted(list_, key=lambda text: (-len(text), text))
    return "|".join(re.escape(text) for text in ordered)


BRACKETS = ["(", ")", "[", "]", "{", "}", ",", ":", ";", "."]


def textmate(lists):
    names = {"declaration": "storage.type.nn", "control": "keyword.control.nn",
             "operator": "keyword.operator.word.nn", "constant": "constant.language.nn"}
    signs = [text for text in lists["punctuation"] if text not in BRACKETS]
    patterns = [
        {"name": "comment.line.documentation.nn", "match": "##.*$"},
        {"name": "comment.line.number-sign.nn", "match": "#.*$"},
        {"name": "string.quoted.double.nn", "begin": '"', "end": '"|$',
         "patterns": [{"name": "constant.character.escape.nn", "match": ESCAPE},
                      {"name": "invalid.illegal.nn", "match": r"\\."}]},
        {"match": r"\b(%s)(%s)\b" % (NUMBER, "|".join(lists["unit"])),
         "captures": {"1": {"name": "constant.numeric.nn"},
                      "2": {"name": "keyword.other.unit.nn"}}},
        {"name": "constant.numeric.nn", "match": r"\b%s(?![A-Za-z_])" % NUMBER},
        # Behind a point or `as` every word is a name.
        {"match": r"(?<!\.)(\.)\s*(%s)" % NAME,
         "captures": {"1": {"name": "punctuation.accessor.nn"},
                      "2": {"name": "variable.other.member.nn"}}},
        {"match": r"\b(as)\s+(%s)" % NAME,
         "captures": {"1": {"name": "keyword.control.nn"},
                      "2": {"name": "entity.name.tag.nn"}}},
        {"match": r"\b(fn|block|model|dataset)\s+(%s)" % NAME,
         "captures": {"1": {"name": "storage.type.nn"},
                      "2": {"name": "entity.name.function.nn"}}},
    ]
    for group in sorted(lists["keywords"]):
        patterns.append({"name": names[group], "match": words(lists["keywords"][group])})
    patterns += [
        {"name": "support.type.nn", "match": words(lists["type"])},
        {"name": "support.constant.nn", "match": words(lists["value"])},
        {"name": "entity.name.class.nn", "match": r"\b%s\b" % BLOCK},
        {"name": "entity.name.function.call.nn", "match": r"\b%s(?=\()" % NAME},
        {"name": "variable.other.nn", "match": r"\b%s\b" % NAME},
        {"name": "keyword.operator.nn", "match": operators(signs)},
        {"name": "punctuation.nn", "match": operators(BRACKETS)},
    ]
    grammar = {"$comment": NOTICE, "name": "nn", "scopeName": "source.nn",
               "fileTypes": ["nn"], "patterns": patterns}
    return json.dumps(grammar, indent=2) + "\n"


def tree_sitter(lists):
    plain = NUMBER.replace("(?:", "(")  # JavaScript and Rust know both; shorter
    table = {"keywords": lists["keywords"], "units": lists["unit"], "number": plain,
             "name": NAME, "string": STRING.replace("(?:", "(")}
    return "// %s\nmodule.exports = %s;\n" % (NOTICE, json.dumps(table, indent=2))


def highlights(lists):
    names = {"declaration": "@keyword", "control": "@keyword.control",
             "operator": "@keyword.operator", "constant": "@constant.builtin"}
    signs = [text for text in lists["punctuation"] if text not in BRACKETS]
    lines = ["; " + NOTICE, "", "(name) @variable", "",
             '((name) @constant.builtin', ' (#any-of? @constant.builtin %s))'
             % " ".join('"%s"' % word for word in lists["value"]),
             '((name) @type', ' (#match? @type "^[A-Z]"))', ""]
    for group in sorted(lists["keywords"]):
        # `it`, `true` and the like are nodes of their own.
        if group == "constant":
            lines.append("[(true) (false) (it) (training)] " + names[group])
            continue
        lines.append("[%s] %s" % (" ".join('"%s"' % word for word in lists["keywords"][group]),
                                  names[group]))
    lines += ["", "(comment) @comment", "(string) @string", "(number) @number",
              "(quantity) @number",
              "(type_name) @type", '((type_name) @type.builtin',
              ' (#any-of? @type.builtin %s))' % " ".join('"%s"' % word for word in lists["type"]),
              "(call function: (name) @function.call)",
              "(function_declaration name: (name) @function)",
              "(block_declaration name: (name) @type)",
              "(model_declaration name: (name) @type)",
              "(dataset_declaration name: (name) @type)",
              "(member field: (name) @property)", "(argument name: (name) @property)",
              "(key name: (name) @property)", "(layer_name (name) @label)",
              "(parameter name: (name) @variable.parameter)", "",
              "[%s] @operator" % " ".join('"%s"' % text for text in signs),
              '["(" ")" "[" "]" "{" "}"] @punctuation.bracket',
              '["," ":" "." ";"] @punctuation.delimiter']
    return "\n".join(lines) + "\n"


def pygments(lists):
    groups = lists["keywords"]
    signs = [text for text in lists["punctuation"] if text not in BRACKETS]
    kinds = {"declaration": "Keyword.Declaration", "control": "Keyword",
             "operator": "Operator.Word", "constant": "Keyword.Constant"}
    rules = [(r"##.*$", "Comment.Special"), (r"#.*$", "Comment.Single"), (r"\s+", "Whitespace"),
             (STRING, "String.Double"),
             (r"%s(?:%s)\b" % (NUMBER, "|".join(lists["unit"])), "Number"),
             (r"%s(?![A-Za-z_0-9])" % NUMBER, "Number")]
    text = ['"""A Pygments lexer of .nn files.', "", NOTICE, '"""', "",
            "from pygments.lexer import RegexLexer, bygroups",
            "from pygments.token import (Comment, Keyword, Name, Number, Operator, Punctuation, "
            "String,", "                            Whitespace)", "", '__all__ = ["NnLexer"]', "",
            "", "class NnLexer(RegexLexer):", '    """Programs of the nnc compiler."""', "",
            '    name = "nn"', '    aliases = ["nn"]', '    filenames = ["*.nn"]', "",
            "    tokens = {", '        "root": [']
    for pattern, kind in rules:
        text.append("            (%s, %s)," % (quoted(pattern), kind))
    text.append("            (%s, bygroups(Punctuation, Whitespace, Name.Attribute)),"
                % quoted(r"(\.)(\s*)(?!\.)(%s)" % NAME))
    text.append("            (%s, bygroups(Keyword, Whitespace, Name.Label)),"
                % quoted(r"\b(as)([ \t]+)(%s)" % NAME))
    for group in sorted(groups):
        text.append("            (%s, %s)," % (quoted(words(groups[group])), kinds[group]))
    for pattern, kind in [(words(lists["type"]), "Keyword.Type"),
                          (words(lists["value"]), "Name.Builtin.Pseudo"),
                          (r"%s\b" % BLOCK, "Name.Class"), (r"%s(?=\()" % NAME, "Name.Function"),
                          (NAME, "Name"), (operators(signs), "Operator"),
                          (operators(BRACKETS), "Punctuation")]:
        text.append("            (%s, %s)," % (quoted(pattern), kind))
    text += ["        ]", "    }", ""]
    return "\n".join(text)


def quoted(pattern):
    """As a raw string, in lines of at most a hundred characters."""
    quote = "'" if '"' in pattern else '"'
    pieces = [pattern[at:at + 70] for at in range(0, len(pattern), 70)]
    # A piece may not end in an odd number of backslashes.
    for i in range(len(pieces) - 1):
        while (len(pieces[i]) - len(pieces[i].rstrip("\\"))) % 2:
            pieces[i + 1] = pieces[i][-1] + pieces[i + 1]
            pieces[i] = pieces[i][:-1]
    return "\n             ".join("r" + quote + piece + quote for piece in pieces)


def main():
    target = sys.argv[1] if len(sys.argv) > 1 else HERE
    lists = tokens()
    files = {"vscode/syntaxes/nn.tmLanguage.json": textmate(lists),
             "tree-sitter-nn/tokens.js": tree_sitter(lists),
             "tree-sitter-nn/queries/highlights.scm": highlights(lists),
             "pygments/nn_lexer.py": pygments(lists)}
    for name, text in files.items():
        path = os.path.join(target, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
