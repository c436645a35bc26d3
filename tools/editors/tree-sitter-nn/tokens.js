// Made by tools/editors/grammars.py from TokenKinds.def. Do not edit.
module.exports = {
  "keywords": {
    "control": [
      "along",
      "as",
      "assert",
      "carry",
      "edition",
      "else",
      "emit",
      "if",
      "import",
      "in",
      "repeat",
      "scan",
      "update"
    ],
    "operator": [
      "and",
      "not",
      "or"
    ],
    "declaration": [
      "augment",
      "block",
      "dataset",
      "dim",
      "field",
      "fn",
      "grad",
      "hyper",
      "layer",
      "let",
      "metric",
      "model",
      "param",
      "state",
      "train",
      "type"
    ],
    "constant": [
      "false",
      "it",
      "training",
      "true"
    ]
  },
  "units": [
    "steps",
    "epochs",
    "examples",
    "deg",
    "KiB",
    "MiB",
    "GiB"
  ],
  "number": "[0-9]+(_[0-9]+)*(\\.[0-9]+(_[0-9]+)*)?([eE][+-]?[0-9]+(_[0-9]+)*)?",
  "name": "[A-Za-z_][A-Za-z0-9_]*",
  "string": "\"([^\"\\\\\\n]|\\\\[\\\\\"nt])*\""
};
