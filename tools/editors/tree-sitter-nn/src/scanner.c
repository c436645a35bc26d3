//===- scanner.c - Where a line ends a statement ------------------*- C -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tree-sitter asks only where the grammar lets a statement end, so that
// brackets and operators need no thought here. A line goes on where the next
// token that is no comment is `|>`, `else`, `grad`, `carry`, `->` or `}`.
//
//===----------------------------------------------------------------------===//

#include "tree_sitter/parser.h"

#include <string.h>

enum TokenType { LINE_END };

void *tree_sitter_nn_external_scanner_create(void) { return NULL; }
void tree_sitter_nn_external_scanner_destroy(void *payload) {}
unsigned tree_sitter_nn_external_scanner_serialize(void *payload,
                                                   char *buffer) {
  return 0;
}
void tree_sitter_nn_external_scanner_deserialize(void *payload,
                                                 const char *buffer,
                                                 unsigned length) {}

static bool is_word(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

static bool continues_line(TSLexer *lexer) {
  int32_t first = lexer->lookahead;
  if (first == '}')
    return true;
  if (first == '|' || first == '-') {
    lexer->advance(lexer, true);
    return lexer->lookahead == '>';
  }
  char word[8];
  unsigned length = 0;
  for (; is_word(lexer->lookahead); lexer->advance(lexer, true))
    if (length < sizeof word - 1)
      word[length++] = (char)lexer->lookahead;
    else
      return false;
  word[length] = 0;
  return !strcmp(word, "else") || !strcmp(word, "grad") ||
         !strcmp(word, "carry");
}

bool tree_sitter_nn_external_scanner_scan(void *payload, TSLexer *lexer,
                                          const bool *valid) {
  if (!valid[LINE_END])
    return false;
  while (lexer->lookahead == ' ' || lexer->lookahead == '\t' ||
         lexer->lookahead == '\r')
    lexer->advance(lexer, true);
  if (lexer->lookahead != '\n')
    return false;
  lexer->advance(lexer, true);
  lexer->mark_end(lexer);
  for (;;) {
    int32_t c = lexer->lookahead;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
      lexer->advance(lexer, true);
    else if (c == '#')
      while (lexer->lookahead != '\n' && !lexer->eof(lexer))
        lexer->advance(lexer, true);
    else
      break;
  }
  if (continues_line(lexer))
    return false;
  lexer->result_symbol = LINE_END;
  return true;
}
