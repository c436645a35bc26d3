// The grammar of .nn files for Tree-sitter (docs/Language.md). The words come
// from tokens.js, which tools/editors/grammars.py makes; where a line ends a
// statement is told by src/scanner.c.

const tokens = require('./tokens.js');

const PREC = {
  pipe: 1, or: 2, and: 3, not: 4, compare: 5, range: 6, add: 7, multiply: 8,
  negate: 9, power: 10, postfix: 11,
};

const list = (rule) => optional(list1(rule));
const list1 = (rule) => seq(rule, repeat(seq(',', rule)), optional(','));
const allKeywords = Object.values(tokens.keywords).flat();

module.exports = grammar({
  name: 'nn',

  extras: ($) => [/[ \t\r\n]/, $.comment, '\uFEFF'],
  externals: ($) => [$._line_end],
  word: ($) => $.name,
  supertypes: ($) => [$._expression, $._declaration, $._statement],
  inline: ($) => [$._end],

  rules: {
    source_file: ($) =>
      seq(repeat($._end), optional(seq($._declaration,
        repeat(seq(repeat1($._end), $._declaration)), repeat($._end)))),
    _end: ($) => choice($._line_end, ';'),

    // Declarations

    _declaration: ($) => choice(
      $.edition_declaration, $.import_declaration, $.dim_declaration,
      $.type_declaration, $.hyper_declaration, $.let, $.layer, $.assert,
      $.function_declaration, $.block_declaration, $.model_declaration,
      $.dataset_declaration, $.train_declaration),
    edition_declaration: ($) => seq('edition', $.number),
    import_declaration: ($) => seq('import', $.string, optional($.layer_name)),
    dim_declaration: ($) =>
      seq('dim', $.name, repeat(seq(',', $.name)), optional(seq(':', $._expression))),
    type_declaration: ($) => seq('type', field('name', $.name), '=', $._type),
    hyper_declaration: ($) =>
      seq('hyper', field('name', $.name), optional(seq(':', $._type)), '=', $._expression),
    function_declaration: ($) => prec.right(seq(
      'fn', field('name', $.name), $.parameters, optional($._result), $._function_body,
      optional(seq('grad', '(', list($.name), ')', $._function_body)))),
    _function_body: ($) => choice(seq('=', $._expression), $.body),
    block_declaration: ($) =>
      seq('block', field('name', $.name), $.parameters, $.parameters, optional($._result), $.body),
    model_declaration: ($) =>
      seq('model', field('name', $.name), $.parameters, optional($._result), $.body),
    dataset_declaration: ($) => seq('dataset', field('name', $.name), $.section),
    train_declaration: ($) =>
      seq('train', field('model', $.name), optional($.layer_name), $.section),
    _result: ($) => seq('->', $._type),
    parameters: ($) => seq('(', list($.parameter), ')'),
    parameter: ($) =>
      seq(field('name', $.name), ':', $._type, optional(seq('=', $._expression))),

    // Types

    _type: ($) => choice($.tensor_type, $.record_type, $.kind),
    kind: ($) => choice('fn', 'layer'),
    // Names of types are not reserved.
    tensor_type: ($) => prec.right(seq(alias($.name, $.type_name), optional($.shape))),
    shape: ($) => seq('[', list($._index), ']'),
    record_type: ($) => seq('(', list($.record_field), ')'),
    record_field: ($) => choice(
      seq(field('name', $.name), ':', $._type), $.tensor_type, $.record_type),

    // Statements

    body: ($) => seq('{', repeat($._end), optional(seq($._statement,
      repeat(seq(repeat1($._end), $._statement)), repeat($._end))), '}'),
    section: ($) => seq('{', repeat($._end), optional(seq($._item,
      repeat(seq(repeat1($._end), $._item)), repeat($._end))), '}'),
    _statement: ($) => choice(
      $.let, $.layer, $.assert, $.update, $.param, $.state, $.emit, $._expression),
    _item: ($) => choice($.let, $.update, $.assert, $.field, $.augment, $.metric, $.key),
    let: ($) => seq('let', $._pattern, optional(seq(':', $._type)), '=', $._expression),
    _pattern: ($) => choice($.name, seq('(', list1($.name), ')')),
    layer: ($) => seq('layer', field('name', $.name), '=', $._expression),
    assert: ($) => prec.right(seq('assert', $._expression, optional(seq(',', $.string)))),
    update: ($) => seq('update', $.name, repeat(seq('.', $._word)), '=', $._expression),
    param: ($) => seq('param', field('name', $.name), ':', $._type, '=', $._expression),
    state: ($) => seq('state', field('name', $.name), ':', $._type, '=', $._expression),
    emit: ($) => seq('emit', field('name', $.name), '=', $._expression),
    field: ($) =>
      seq('field', field('name', $.name), ':', $._type, optional(seq('=', $._expression))),
    augment: ($) => seq('augment', field('name', $.name), '=', $._expression),
    metric: ($) => seq('metric', field('name', $.name), '=', $._expression),
    key: ($) => seq(field('name', $.name), '=', $._expression),

    // Expressions

    _expression: ($) => choice(
      $.pipe, $.lambda, $.binary, $.unary, $.range, $.call, $.index, $.member,
      $.group, $.list, $.if, $.repeat, $.scan, $.number, $.quantity, $.string,
      $.name, $.true, $.false, $.it, $.training),
    pipe: ($) => prec.left(PREC.pipe,
      seq($._expression, '|>', $._expression, optional($.layer_name))),
    layer_name: ($) => seq('as', $._word),
    lambda: ($) => prec.right(PREC.or, seq('fn', '(', list($.name), ')', '=>', $._expression)),
    binary: ($) => choice(
      ...[['or', PREC.or], ['and', PREC.and], ['+', PREC.add], ['-', PREC.add],
        ['*', PREC.multiply], ['/', PREC.multiply], ['//', PREC.multiply],
        ['%', PREC.multiply], ['@', PREC.multiply], ['==', PREC.compare],
        ['!=', PREC.compare], ['<', PREC.compare], ['<=', PREC.compare],
        ['>', PREC.compare], ['>=', PREC.compare],
      ].map(([sign, level]) =>
        prec.left(level, seq($._expression, sign, $._expression))),
      prec.right(PREC.power, seq($._expression, '^', $._expression))),
    unary: ($) => choice(
      prec(PREC.negate, seq('-', $._expression)),
      prec(PREC.not, seq('not', $._expression))),
    range: ($) => prec.right(PREC.range, seq($._expression, '..', optional($._expression))),
    call: ($) => prec(PREC.postfix,
      seq(field('function', $._expression), '(', list($.argument), ')')),
    argument: ($) => choice(seq(field('name', $.name), '=', $._expression), $._expression),
    index: ($) => prec(PREC.postfix, seq($._expression, '[', list1($._index), ']')),
    _index: ($) => choice($.open_range, $._expression),
    open_range: ($) => prec.right(PREC.range, seq('..', optional($._expression))),
    member: ($) => prec(PREC.postfix, seq($._expression, '.', field('field', $._word))),
    group: ($) => seq('(', list($.argument), ')'),
    list: ($) => seq('[', list($._expression), ']'),
    if: ($) => prec.right(seq('if', $._expression, $.body,
      optional(seq('else', choice($.body, $.if))))),
    repeat: ($) => seq('repeat', choice($._expression, seq($.name, 'in', $._expression)),
      optional($.layer_name), optional($.carry), $.body),
    scan: ($) => seq('scan', $._pattern, 'in', $._expression, 'along', $.name, $.carry, $.body),
    carry: ($) => seq('carry', $.binding, repeat(seq(',', $.binding))),
    binding: ($) => seq($.name, optional(seq(':', $._type)), optional(seq('=', $._expression))),

    // Tokens

    // Behind `.` and `as` every word is a name.
    _word: ($) => choice($.name, ...allKeywords.map((word) => alias(word, $.name))),
    true: () => 'true',
    false: () => 'false',
    it: () => 'it',
    training: () => 'training',
    name: () => new RegExp(tokens.name),
    number: () => token(new RegExp(tokens.number)),
    quantity: () => token(seq(new RegExp(tokens.number), choice(...tokens.units))),
    string: () => token(new RegExp(tokens.string)),
    comment: () => token(seq('#', /[^\n]*/)),
  },
});
