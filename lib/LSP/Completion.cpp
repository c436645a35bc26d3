//===- Completion.cpp - What can be written at a place --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Context.h"
#include "Features.h"
#include "Words.h"

#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;
using llvm::lsp::CompletionItem;
using llvm::lsp::CompletionItemKind;

namespace {
class Completion {
public:
  Completion(const View &file, size_t offset)
      : file(file), offset(offset), context(contextAt(file.now.text, offset)) {}
  std::vector<CompletionItem> run();

private:
  /// What stands first in the list; names of the same rank by letters.
  enum Rank : char { Best = '0', Own = '1', Library = '2', Word = '3' };
  void add(StringRef label, CompletionItemKind kind, Rank rank,
           StringRef detail = "", StringRef doc = "", StringRef insert = "");
  void add(const Definition &definition, Rank rank);
  void words(ArrayRef<StringRef> list, CompletionItemKind kind, Rank rank) {
    for (StringRef word : list)
      add(word, kind, rank);
  }
  void members();
  void arguments();
  void keys(ArrayRef<StringRef> list);
  void names();
  void statements();

  const View &file;
  size_t offset;
  Context context;
  std::vector<CompletionItem> items;
  StringSet<> seen;
};
} // namespace

void Completion::add(StringRef label, CompletionItemKind kind, Rank rank,
                     StringRef detail, StringRef doc, StringRef insert) {
  if (!seen.insert(label).second)
    return;
  CompletionItem item(label, kind, (Twine(char(rank)) + label).str());
  item.detail = detail.str();
  item.insertText = insert.str();
  if (!doc.empty()) {
    item.documentation.emplace();
    item.documentation->kind = llvm::lsp::MarkupKind::Markdown;
    item.documentation->value = doc.str();
  }
  items.push_back(std::move(item));
}

static CompletionItemKind kindOf(const Definition &definition) {
  switch (definition.kind) {
  case Definition::Hyper:
  case Definition::Dim:
    return CompletionItemKind::Constant;
  case Definition::TypeAlias:
    return CompletionItemKind::Struct;
  case Definition::Fn:
    return CompletionItemKind::Function;
  case Definition::Block:
  case Definition::Model:
    return CompletionItemKind::Class;
  case Definition::Dataset:
  case Definition::Import:
    return CompletionItemKind::Module;
  case Definition::Layer:
  case Definition::LayerName:
  case Definition::Param:
  case Definition::State:
  case Definition::Field:
    return CompletionItemKind::Field;
  default:
    return CompletionItemKind::Variable;
  }
}

void Completion::add(const Definition &definition, Rank rank) {
  std::string detail = signatureOf(definition);
  if (StringRef type = file.typeOf(definition);
      !type.empty() && !definition.type)
    detail += ": " + type.str();
  add(definition.id.name, kindOf(definition), rank, detail, definition.doc);
}

/// The names of the fields of `(a: f32[n], b: (c: f32))`.
static std::vector<StringRef> fieldsOf(StringRef type) {
  std::vector<StringRef> result;
  if (!type.consume_front("("))
    return result;
  int depth = 0;
  size_t start = 0;
  for (size_t i = 0; i < type.size(); ++i) {
    char c = type[i];
    depth += (c == '(' || c == '[') - (c == ')' || c == ']');
    if (c == ':' && depth == 0)
      result.push_back(type.slice(start, i).trim());
    if (c == ',' && depth == 0)
      start = i + 1;
  }
  return result;
}

void Completion::members() {
  ArrayRef<std::string> chain = context.chain;
  auto parts = [&] {
    words({"train", "validation", "test"}, CompletionItemKind::Property, Best);
  };
  if (chain[0] == "metrics") {
    if (chain.size() == 1)
      return parts();
    add("loss", CompletionItemKind::Field, Best);
    for (const Definition &definition : file.now.symbols().definitions())
      if (definition.kind == Definition::Metric)
        add(definition, Best);
    return;
  }
  const Definition *base = file.find(chain[0], offset);
  if (!base)
    return;
  if (base->kind == Definition::Dataset)
    return parts();
  if (base->kind == Definition::Import) {
    if (const SymbolTable *imported = file.now.symbols().import(base->id.name))
      for (const Definition &definition : imported->definitions())
        if (imported->global(definition.id.name) == &definition &&
            !definition.id.name.starts_with("_"))
          add(definition, Best);
    return;
  }
  // A path in the parameter tree.
  const Definition *owner =
      base->kind == Definition::Model ? base : base->block;
  for (StringRef name : chain.drop_front()) {
    const Definition *next =
        owner ? owner->table->member(owner->decl, name) : nullptr;
    owner = next ? next->block : nullptr;
  }
  if (owner) {
    for (const Definition *member : owner->table->members(owner->decl))
      if (member->isPath())
        add(*member, Best);
    return;
  }
  StringRef type = file.typeOf(*base);
  if (chain.size() > 1)
    return;
  for (StringRef field : fieldsOf(type))
    add(field, CompletionItemKind::Field, Best);
  if (type.contains('[') && !type.starts_with("("))
    add("T", CompletionItemKind::Property, Best,
        "the last two axes in the other order");
}

/// The function, block or layer that a call names, null where it is a primitive
/// or unknown, and those of its parameters that stand between these brackets.
static std::pair<const Definition *, ArrayRef<const Definition *>>
calleeOf(const View &file, const Context::Call &call, size_t offset) {
  const Definition *callee = file.find(call.callee, offset);
  if (callee && callee->kind == Definition::Layer)
    callee = callee->block;
  if (!callee)
    return {};
  ArrayRef<const Definition *> params = callee->table->parameters(callee->decl);
  if (auto *block = dyn_cast_if_present<BlockDecl>(callee->decl)) {
    size_t config = std::min(block->config.size(), params.size());
    params =
        call.isSecond ? params.drop_front(config) : params.take_front(config);
  }
  return {callee, params};
}

void Completion::arguments() {
  const Context::Call &call = *context.call;
  if (!call.named.empty())
    return;
  auto offer = [&](StringRef name, StringRef detail) {
    if (!is_contained(call.given, name))
      add(name, CompletionItemKind::Property, Best, detail, "",
          (name + " = ").str());
  };
  auto [callee, params] = calleeOf(file, call, offset);
  for (const Definition *param : params)
    offer(param->id.name, signatureOf(*param));
  if (callee)
    return;
  if (auto primitive = primitiveParameters(call.callee))
    for (StringRef param : *primitive)
      if (param.consume_back("?"))
        offer(param, "");
}

void Completion::keys(ArrayRef<StringRef> list) {
  for (StringRef key : list)
    if (key != "metric")
      add(key, CompletionItemKind::Property, Best, describeKey(key), "",
          (key + " = ").str());
}

void Completion::statements() {
  switch (context.section) {
  case Context::File:
    words({"edition", "import", "dim", "type", "hyper", "let", "layer", "fn",
           "block", "model", "dataset", "train", "assert"},
          CompletionItemKind::Keyword, Best);
    return;
  case Context::Train:
    keys(trainKeys());
    words({"let", "metric", "update", "assert"}, CompletionItemKind::Keyword,
          Own);
    return;
  case Context::Dataset:
    keys(datasetKeys());
    words({"field", "augment", "let", "assert"}, CompletionItemKind::Keyword,
          Own);
    return;
  case Context::Body:
    words({"let", "param", "state", "layer", "update", "assert", "emit", "if",
           "repeat", "scan"},
          CompletionItemKind::Keyword, Own);
    names();
  }
}

void Completion::names() {
  std::vector<const Definition *> visible = file.visibleAt(offset);
  for (const Definition *definition : llvm::reverse(visible))
    add(*definition, Own);
  for (const SymbolTable *table : file.now.symbols().outerTables())
    for (const Definition &definition : table->definitions())
      if (table->global(definition.id.name) == &definition &&
          !definition.id.name.starts_with("_"))
        add(definition, table->isStd ? Library : Own);
  for (auto [name, params] : primitives())
    add(name, CompletionItemKind::Function, Library, primitiveSignature(name));
  words(predefinedValues(), CompletionItemKind::Constant, Word);
  words(
      {"it", "training", "true", "false", "if", "not", "fn", "repeat", "scan"},
      CompletionItemKind::Keyword, Word);
}

std::vector<CompletionItem> Completion::run() {
  if (context.inText || context.isNew)
    return {};
  if (!context.chain.empty()) {
    members();
  } else if (context.isType) {
    words(typeNames(), CompletionItemKind::TypeParameter, Best);
    auto aliases = [&](const SymbolTable &table) {
      for (const Definition &definition : table.definitions())
        if (definition.kind == Definition::TypeAlias)
          add(definition, Best);
    };
    aliases(file.now.symbols());
    for (const SymbolTable *table : file.now.symbols().outerTables())
      aliases(*table);
  } else if (context.atStatement) {
    statements();
  } else {
    if (context.call && context.call->atStart)
      arguments();
    names();
  }
  return std::move(items);
}

std::vector<CompletionItem> editor::complete(const View &file, size_t offset) {
  return Completion(file, offset).run();
}

llvm::lsp::SignatureHelp editor::signatureHelp(const View &file,
                                               size_t offset) {
  llvm::lsp::SignatureHelp result;
  Context context = contextAt(file.now.text, offset);
  if (context.inText || !context.call)
    return result;
  const Context::Call &call = *context.call;
  llvm::lsp::SignatureInformation signature;
  std::vector<std::string> names;
  auto parameter = [&](StringRef name, std::string label) {
    signature.parameters.emplace_back();
    signature.parameters.back().labelString = std::move(label);
    names.push_back(name.str());
  };
  auto [callee, params] = calleeOf(file, call, offset);
  if (callee) {
    signature.label = signatureOf(*callee);
    signature.documentation = callee->doc.str();
    for (const Definition *param : params)
      parameter(param->id.name, signatureOf(*param));
  } else if (auto primitive = primitiveParameters(call.callee)) {
    signature.label = primitiveSignature(call.callee);
    for (StringRef param : *primitive)
      parameter(param.rtrim('?'), param.str());
  }
  if (signature.label.empty())
    return result;
  result.activeParameter = int(call.argument);
  if (auto it = llvm::find(names, call.named); it != names.end())
    result.activeParameter = int(it - names.begin());
  result.signatures.push_back(std::move(signature));
  return result;
}
