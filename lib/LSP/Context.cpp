//===- Context.cpp - What is being written at a place ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Context.h"

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Lexer.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

namespace {
class Reader {
public:
  explicit Reader(ArrayRef<Token> tokens) : tokens(tokens) {}
  void run(Context &context);

private:
  /// An open bracket.
  struct Open {
    Tok kind;
    size_t index;
    size_t argument; ///< index of the first token of the last argument
    Context::Call call;
  };
  void open(size_t index);
  void argumentEnds(Open &bracket, size_t index) const;
  void tell(Context &context) const;

  ArrayRef<Token> tokens;
  std::vector<Open> brackets;
  std::vector<Context::Section> sections;
  Context::Section next = Context::File;
  std::vector<size_t> closed; ///< the opening bracket of each closing one
};
} // namespace

void Reader::open(size_t index) {
  Open bracket{tokens[index].kind, index, index + 1, {}};
  size_t before = index;
  if (before > 0 && tokens[before - 1].is(Tok::r_paren) &&
      closed[before - 1] > 0) {
    before = closed[before - 1];
    bracket.call.isSecond = true;
  }
  if (before > 0 && tokens[before - 1].is(Tok::name))
    bracket.call.callee = tokens[before - 1].text.str();
  brackets.push_back(std::move(bracket));
}

/// An argument that begins with `name =` is given.
void Reader::argumentEnds(Open &bracket, size_t index) const {
  size_t first = bracket.argument;
  bool isNamed = first + 1 < index && tokens[first].is(Tok::name) &&
                 tokens[first + 1].is(Tok::equal);
  if (isNamed)
    bracket.call.given.push_back(tokens[first].text.str());
}

void Reader::run(Context &context) {
  closed.resize(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    switch (tokens[i].kind) {
    case Tok::kw_train:
    case Tok::kw_dataset:
    case Tok::kw_model:
    case Tok::kw_block:
    case Tok::kw_fn:
      if (sections.empty())
        next = tokens[i].is(Tok::kw_train)     ? Context::Train
               : tokens[i].is(Tok::kw_dataset) ? Context::Dataset
                                               : Context::Body;
      break;
    case Tok::l_paren:
    case Tok::l_square:
      open(i);
      break;
    case Tok::l_brace:
      brackets.clear(); // what was forgotten above
      sections.push_back(sections.empty() ? next : Context::Body);
      break;
    case Tok::r_paren:
    case Tok::r_square:
      if (!brackets.empty()) {
        closed[i] = brackets.back().index;
        brackets.pop_back();
      }
      break;
    case Tok::r_brace:
      brackets.clear();
      if (!sections.empty())
        sections.pop_back();
      break;
    case Tok::comma:
      if (!brackets.empty()) {
        argumentEnds(brackets.back(), i);
        ++brackets.back().call.argument;
        brackets.back().argument = i + 1;
      }
      break;
    default:
      break;
    }
  }
  tell(context);
}

void Reader::tell(Context &context) const {
  size_t count = tokens.size();
  if (!sections.empty())
    context.section = sections.back();
  Tok last = count ? tokens.back().kind : Tok::newline;
  context.atStatement =
      brackets.empty() && (last == Tok::newline || last == Tok::l_brace);
  // Only there is a colon followed by a type.
  context.isType = last == Tok::colon || last == Tok::arrow;
  context.isNew =
      last == Tok::kw_as ||
      (tokens.empty()
           ? false
           : is_contained({Tok::kw_let, Tok::kw_param, Tok::kw_state,
                           Tok::kw_layer, Tok::kw_hyper, Tok::kw_fn,
                           Tok::kw_block, Tok::kw_model, Tok::kw_dataset,
                           Tok::kw_type, Tok::kw_dim, Tok::kw_metric},
                          last));
  for (size_t i = count;
       i >= 2 && tokens[i - 1].is(Tok::dot) &&
       (tokens[i - 2].is(Tok::name) || tokens[i - 2].isKeyword());
       i -= 2)
    context.chain.insert(context.chain.begin(), tokens[i - 2].text.str());
  if (last == Tok::dot && context.chain.empty())
    context.isNew = true; // of a value that has no name: nothing to offer
  if (brackets.empty() || !is_contained({Tok::l_paren}, brackets.back().kind))
    return;
  const Open &bracket = brackets.back();
  if (bracket.call.callee.empty())
    return;
  context.call = bracket.call;
  size_t first = bracket.argument;
  if (first + 1 < count && tokens[first].is(Tok::name) &&
      tokens[first + 1].is(Tok::equal))
    context.call->named = tokens[first].text.str();
  context.call->atStart = first == count;
}

Context editor::contextAt(StringRef text, size_t offset) {
  Context context;
  StringRef before = text.take_front(offset);
  while (!before.empty() && (isAlnum(before.back()) || before.back() == '_'))
    before = before.drop_back();
  SourceMgr sources;
  ASTContext arena;
  DiagnosticEngine silent(sources);
  unsigned id = sources.AddNewSourceBuffer(
      MemoryBuffer::getMemBufferCopy(before, "before"), SMLoc());
  const MemoryBuffer *buffer = sources.getMemoryBuffer(id);
  std::vector<Token> tokens = lexFile(arena, sources, id, silent);
  tokens.pop_back(); // the end of the file
  const char *end = buffer->getBufferStart();
  for (const Token &token : tokens)
    if (!token.is(Tok::newline))
      end = token.text.end();
  StringRef rest(end, buffer->getBufferEnd() - end);
  bool inComment = rest.rsplit('\n').second.contains('#') ||
                   (!rest.contains('\n') && rest.contains('#'));
  bool inString = !tokens.empty() && tokens.back().is(Tok::error) &&
                  tokens.back().text.starts_with("\"") && !rest.contains('\n');
  context.inText = inComment || inString;
  Reader(tokens).run(context);
  return context;
}
