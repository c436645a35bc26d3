; Made by tools/editors/grammars.py from TokenKinds.def. Do not edit.

(name) @variable

((name) @constant.builtin
 (#any-of? @constant.builtin "inf" "pi" "step" "epoch" "metrics"))
((name) @type
 (#match? @type "^[A-Z]"))

[(true) (false) (it) (training)] @constant.builtin
["along" "as" "assert" "carry" "edition" "else" "emit" "if" "import" "in" "repeat" "scan" "update"] @keyword.control
["augment" "block" "dataset" "dim" "field" "fn" "grad" "hyper" "layer" "let" "metric" "model" "param" "state" "train" "type"] @keyword
["and" "not" "or"] @keyword.operator

(comment) @comment
(string) @string
(number) @number
(quantity) @number
(type_name) @type
((type_name) @type.builtin
 (#any-of? @type.builtin "f16" "bf16" "f32" "f64" "i8" "i32" "i64" "bool" "float" "int" "ints" "num" "str" "duration"))
(call function: (name) @function.call)
(function_declaration name: (name) @function)
(block_declaration name: (name) @type)
(model_declaration name: (name) @type)
(dataset_declaration name: (name) @type)
(member field: (name) @property)
(argument name: (name) @property)
(key name: (name) @property)
(layer_name (name) @label)
(parameter name: (name) @variable.parameter)

[".." "->" "=>" "|>" "=" "==" "!=" "<" "<=" ">" ">=" "+" "-" "*" "/" "//" "%" "@" "^"] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "." ";"] @punctuation.delimiter
