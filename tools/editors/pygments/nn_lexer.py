"""A Pygments lexer of .nn files.

Made by tools/editors/grammars.py from TokenKinds.def. Do not edit.
"""

from pygments.lexer import RegexLexer, bygroups
from pygments.token import (Comment, Keyword, Name, Number, Operator, Punctuation, String,
                            Whitespace)

__all__ = ["NnLexer"]


class NnLexer(RegexLexer):
    """Programs of the nnc compiler."""

    name = "nn"
    aliases = ["nn"]
    filenames = ["*.nn"]

    tokens = {
        "root": [
            (r"##.*$", Comment.Special),
            (r"#.*$", Comment.Single),
            (r"\s+", Whitespace),
            (r'"(?:[^"\\\n]|\\[\\"nt])*"', String.Double),
            (r"[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE][+-]?[0-9]+(?:_[0-9]"
             r"+)*)?(?:steps|epochs|examples|deg|KiB|MiB|GiB)\b", Number),
            (r"[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE][+-]?[0-9]+(?:_[0-9]"
             r"+)*)?(?![A-Za-z_0-9])", Number),
            (r"(\.)(\s*)(?!\.)([A-Za-z_][A-Za-z0-9_]*)", bygroups(Punctuation, Whitespace, Name.Attribute)),
            (r"\b(as)([ \t]+)([A-Za-z_][A-Za-z0-9_]*)", bygroups(Keyword, Whitespace, Name.Label)),
            (r"\b(?:false|it|training|true)\b", Keyword.Constant),
            (r"\b(?:along|as|assert|carry|edition|else|emit|if|import|in|repeat|scan|"
             r"update)\b", Keyword),
            (r"\b(?:augment|block|dataset|dim|field|fn|grad|hyper|layer|let|metric|mo"
             r"del|param|state|train|type)\b", Keyword.Declaration),
            (r"\b(?:and|not|or)\b", Operator.Word),
            (r"\b(?:f16|bf16|f32|f64|i8|i32|i64|bool|float|int|ints|num|str|duration)"
             r"\b", Keyword.Type),
            (r"\b(?:inf|pi|step|epoch|metrics)\b", Name.Builtin.Pseudo),
            (r"[A-Z][A-Za-z0-9_]*\b", Name.Class),
            (r"[A-Za-z_][A-Za-z0-9_]*(?=\()", Name.Function),
            (r"[A-Za-z_][A-Za-z0-9_]*", Name),
            (r"!=|\->|\.\.|//|<=|==|=>|>=|\|>|%|\*|\+|\-|/|<|=|>|@|\^", Operator),
            (r"\(|\)|,|\.|:|;|\[|\]|\{|\}", Punctuation),
        ]
    }
