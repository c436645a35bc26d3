//===- Lexer.cpp - text to tokens -----------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Lexer.h"
#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;

namespace nnc {

StringRef describe(Tok kind) {
  switch (kind) {
#define NNC_TOKEN(NAME, TEXT)                                                  \
  case Tok::NAME:                                                              \
    return TEXT;
#include "nnc/Frontend/TokenKinds.def"
  }
  llvm_unreachable("covered switch");
}

static Tok wordKind(StringRef word) {
  return StringSwitch<Tok>(word)
#define NNC_KEYWORD(NAME, GROUP) .Case(#NAME, Tok::kw_##NAME)
#include "nnc/Frontend/TokenKinds.def"
      .Default(Tok::name);
}

/// Whether a line may end after this token.
static bool mayEndStatement(Tok kind) {
  switch (kind) {
  case Tok::error:
  case Tok::name:
  case Tok::number:
  case Tok::unit:
  case Tok::string:
  case Tok::r_paren:
  case Tok::r_square:
  case Tok::r_brace:
  case Tok::dot_dot:
  case Tok::kw_true:
  case Tok::kw_false:
  case Tok::kw_it:
  case Tok::kw_training:
  case Tok::kw_fn: // as kinds
  case Tok::kw_layer:
    return true;
  default:
    return false;
  }
}

/// Whether the line before this token goes on.
static bool continuesLine(Tok kind) {
  switch (kind) {
  case Tok::pipe:
  case Tok::kw_else:
  case Tok::kw_grad:
  case Tok::kw_carry:
  case Tok::arrow:
  case Tok::r_brace:
    return true;
  default:
    return false;
  }
}

/// Whether this word at the start of a line shows that a bracket above was
/// forgotten, since it can stand in no expression.
static bool endsBrackets(Tok kind) {
  switch (kind) {
  case Tok::kw_edition:
  case Tok::kw_import:
  case Tok::kw_dim:
  case Tok::kw_type:
  case Tok::kw_hyper:
  case Tok::kw_block:
  case Tok::kw_model:
  case Tok::kw_dataset:
  case Tok::kw_train:
  case Tok::kw_let:
  case Tok::kw_param:
  case Tok::kw_state:
  case Tok::kw_update:
  case Tok::kw_emit:
  case Tok::kw_assert:
  case Tok::kw_field:
  case Tok::kw_augment:
  case Tok::kw_metric:
    return true;
  default:
    return false;
  }
}

namespace {
class Lexer {
public:
  Lexer(ASTContext &context, StringRef buffer, DiagnosticEngine &diags)
      : context(context), diags(diags), cur(buffer.begin()), end(buffer.end()) {
  }

  std::vector<Token> run();

private:
  /// A file with more unreadable places than this is not a program.
  static constexpr unsigned kMaxErrors = 20;

  void skipBlanks();
  void skipComment();
  void lexToken();
  void lexWord();
  void lexNumber();
  void lexString();
  void lexUnreadable();
  void push(Tok kind, const char *start);
  Diagnostic &fail(const char *start, const Twine &message,
                   const Twine &help = "");
  void trackBrackets(Tok kind);
  char peek(unsigned ahead = 0) const {
    return static_cast<size_t>(end - cur) > ahead ? cur[ahead] : '\0';
  }
  StringRef from(const char *start) const {
    return StringRef(start, cur - start);
  }
  SMRange rangeFrom(const char *start) const {
    return {SMLoc::getFromPointer(start), SMLoc::getFromPointer(cur)};
  }
  /// The digits from here on, each `_` between two of them.
  bool skipDigits();

  ASTContext &context;
  DiagnosticEngine &diags;
  const char *cur, *end;
  std::vector<Token> tokens;
  std::vector<Tok> brackets; ///< the open ones, by their opening token
  std::string doc;
  const char *lineEnd = nullptr; ///< of the first line end before this token
  unsigned errors = 0;
};
} // namespace

std::vector<Token> Lexer::run() {
  if (StringRef(cur, end - cur).starts_with("\xEF\xBB\xBF"))
    cur += 3; // a byte order mark
  for (skipBlanks(); cur != end && errors < kMaxErrors; skipBlanks())
    lexToken();
  if (errors == kMaxErrors)
    cur = end;
  push(Tok::eof, cur);
  return std::move(tokens);
}

void Lexer::skipBlanks() {
  lineEnd = nullptr;
  unsigned newlines = 0;
  for (; cur != end; ++cur) {
    if (*cur == '\n') {
      if (!lineEnd)
        lineEnd = cur;
      // A `##` belongs to what follows directly.
      if (++newlines > 1)
        doc.clear();
    } else if (*cur == '#') {
      newlines = 0;
      skipComment();
      if (cur == end)
        return;
      --cur;
    } else if (*cur != ' ' && *cur != '\t' && *cur != '\r') {
      return;
    }
  }
}

void Lexer::skipComment() {
  const char *start = cur;
  while (cur != end && *cur != '\n')
    ++cur;
  StringRef text = from(start).rtrim("\r\t ");
  if (!text.consume_front("##")) {
    doc.clear();
    return;
  }
  if (!doc.empty())
    doc += '\n';
  text.consume_front(" ");
  doc += json::isUTF8(text) ? text.str() : json::fixUTF8(text);
}

void Lexer::push(Tok kind, const char *start) {
  Tok last = tokens.empty() ? Tok::newline : tokens.back().kind;
  if (lineEnd && !brackets.empty() && brackets.back() != Tok::l_brace &&
      endsBrackets(kind))
    while (!brackets.empty() && brackets.back() != Tok::l_brace)
      brackets.pop_back();
  bool inside = !brackets.empty() && brackets.back() != Tok::l_brace;
  if (lineEnd && !inside && mayEndStatement(last) && !continuesLine(kind))
    tokens.push_back({Tok::newline, StringRef(lineEnd, 0), {}});
  trackBrackets(kind);
  StringRef kept;
  if (!doc.empty()) {
    kept = context.copy(StringRef(doc));
    doc.clear();
  }
  tokens.push_back({kind, from(start), kept});
}

void Lexer::trackBrackets(Tok kind) {
  switch (kind) {
  case Tok::l_paren:
  case Tok::l_square:
  case Tok::l_brace:
    brackets.push_back(kind);
    break;
  case Tok::r_paren:
  case Tok::r_square:
    if (!brackets.empty() && brackets.back() != Tok::l_brace)
      brackets.pop_back();
    break;
  case Tok::r_brace:
    // A brace closes whatever bracket was forgotten inside it.
    while (!brackets.empty() && brackets.back() != Tok::l_brace)
      brackets.pop_back();
    if (!brackets.empty())
      brackets.pop_back();
    break;
  default:
    break;
  }
}

Diagnostic &Lexer::fail(const char *start, const Twine &message,
                        const Twine &help) {
  ++errors;
  SMRange range(SMLoc::getFromPointer(start), SMLoc::getFromPointer(cur));
  Diagnostic &diagnostic = diags.error("E0001", range, message);
  if (!help.isTriviallyEmpty())
    diagnostic.help(help);
  push(Tok::error, start);
  return diagnostic;
}

void Lexer::lexToken() {
  const char *start = cur;
  char c = *cur;
  if (isAlpha(c) || c == '_')
    return lexWord();
  if (isDigit(c))
    return lexNumber();
  if (c == '"')
    return lexString();

  static const struct {
    StringRef text;
    Tok kind;
  } punctuation[] = {
#define NNC_PUNCT(NAME, TEXT) {TEXT, Tok::NAME},
#include "nnc/Frontend/TokenKinds.def"
  };
  StringRef rest(cur, end - cur);
  Tok kind = Tok::error;
  size_t length = 0;
  for (const auto &p : punctuation)
    if (p.text.size() > length && rest.starts_with(p.text)) {
      kind = p.kind;
      length = p.text.size();
    }
  if (kind == Tok::dot && isDigit(peek(1))) {
    ++cur;
    skipDigits();
    std::string text = "0" + from(start).str();
    fail(start, "a number has digits on both sides of its point",
         "write `" + text + "`")
        .edit(rangeFrom(start), text);
    return;
  }
  if (length) {
    cur += length;
    return push(kind, start);
  }
  if (c == ';') {
    ++cur;
    if (!tokens.empty() && !tokens.back().is(Tok::newline))
      push(Tok::newline, start);
    return;
  }
  lexUnreadable();
}

void Lexer::lexWord() {
  const char *start = cur;
  while (isAlnum(peek()) || peek() == '_')
    ++cur;
  bool afterDot = !tokens.empty() &&
                  (tokens.back().is(Tok::dot) || tokens.back().is(Tok::kw_as));
  push(afterDot ? Tok::name : wordKind(from(start)), start);
}

bool Lexer::skipDigits() {
  bool good = isDigit(peek());
  while (isDigit(peek()) || peek() == '_') {
    if (peek() == '_' && !(isDigit(cur[-1]) && isDigit(peek(1))))
      good = false;
    ++cur;
  }
  return good;
}

void Lexer::lexNumber() {
  const char *start = cur;
  bool good = skipDigits();
  if (peek() == '.' && peek(1) != '.') {
    if (!isDigit(peek(1))) {
      ++cur;
      std::string text = from(start).str() + "0";
      fail(start, "a number has digits on both sides of its point",
           "write `" + text + "`")
          .edit(rangeFrom(start), text);
      return;
    }
    ++cur;
    good &= skipDigits();
  }
  if ((peek() == 'e' || peek() == 'E') &&
      (isDigit(peek(1)) || peek(1) == '+' || peek(1) == '-')) {
    ++cur;
    if (!isDigit(peek()))
      ++cur;
    if (!isDigit(peek()))
      return void(fail(start, "the exponent has no digits"));
    good &= skipDigits();
  }
  const char *suffix = cur;
  while (isAlnum(peek()) || peek() == '_')
    ++cur;
  if (!good)
    return void(fail(start, "in a number `_` stands only between digits"));
  if (suffix == cur)
    return push(Tok::number, start);
  StringRef unit = from(suffix);
  if (is_contained(units(), unit))
    return push(Tok::unit, start);
  StringRef close = closestName(unit, units());
  SMRange range(SMLoc::getFromPointer(suffix), SMLoc::getFromPointer(cur));
  ++errors;
  Diagnostic &diagnostic =
      diags.error("E0001", range, "unknown unit `" + unit + "`");
  if (close.empty())
    diagnostic.help("units are `steps`, `epochs`, `examples`, `deg`, `KiB`, "
                    "`MiB` and `GiB`");
  else
    diagnostic
        .help("did you mean `" + StringRef(start, suffix - start) + close +
              "`?")
        .edit(range, close);
  push(Tok::error, start);
}

void Lexer::lexString() {
  const char *start = cur++;
  bool good = true;
  while (cur != end && *cur != '"' && *cur != '\n') {
    if (*cur == '\\') {
      char escaped = peek(1);
      if (escaped != '\\' && escaped != '"' && escaped != 'n' &&
          escaped != 't') {
        if (good) {
          SMRange range(SMLoc::getFromPointer(cur),
                        SMLoc::getFromPointer(cur + 1));
          ++errors;
          diags.error("E0001", range, "unknown escape in a string")
              .help("the escapes are `\\\\`, `\\\"`, `\\n` and `\\t`");
        }
        good = false;
      } else {
        ++cur;
      }
    }
    ++cur;
  }
  if (cur == end || *cur != '"')
    return void(fail(start, "this string has no end",
                     "strings end on the line they start on"));
  ++cur;
  if (good && !json::isUTF8(from(start)))
    return void(fail(start, "this string is not UTF-8"));
  push(good ? Tok::string : Tok::error, start);
}

void Lexer::lexUnreadable() {
  const char *start = cur;
  char c = *cur++;
  if ((c == '|' || c == '&') && peek() == c)
    ++cur;
  std::string text = from(start).str();
  if (c == '|') {
    Diagnostic &diagnostic = fail(start, "unexpected `" + text + "`",
                                  "a pipe is `|>`, a choice is `or`");
    if (text.size() == 2)
      diagnostic.edit(rangeFrom(start), "or");
    return;
  }
  if (c == '&')
    return void(fail(start, "unexpected `" + text + "`", "write `and`")
                    .edit(rangeFrom(start), "and"));
  if (c == '!')
    return void(fail(start, "unexpected `!`", "write `not`")
                    .edit(rangeFrom(start), "not "));
  if (isPrint(c))
    return void(fail(start, "unexpected `" + Twine(c) + "`"));
  if (static_cast<unsigned char>(c) < 0x80)
    return void(fail(start, "unexpected control character 0x" +
                                utohexstr(static_cast<unsigned char>(c))));
  while (cur != end && static_cast<unsigned char>(*cur) >= 0x80)
    ++cur;
  if (!json::isUTF8(from(start)))
    return void(fail(start, "this is not UTF-8 text"));
  fail(start, "unexpected `" + from(start) + "`",
       "outside strings and comments a program is plain ASCII");
}

std::vector<Token> lexFile(ASTContext &context, const SourceMgr &sources,
                           unsigned bufferId, DiagnosticEngine &diags) {
  StringRef buffer = sources.getMemoryBuffer(bufferId)->getBuffer();
  return Lexer(context, buffer, diags).run();
}

} // namespace nnc
