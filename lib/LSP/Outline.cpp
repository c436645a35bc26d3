//===- Outline.cpp - Hints in the text, and a list of what is in it -------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Features.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;
using llvm::lsp::DocumentSymbol;
using llvm::lsp::InlayHint;
using llvm::lsp::SymbolKind;

std::vector<InlayHint> editor::inlayHints(const View &file, size_t begin,
                                          size_t end) {
  std::vector<InlayHint> result;
  const Analysis &now = file.now;
  auto add = [&](size_t at, StringRef type, const Twine &label) {
    // Tensors, and records and tuples of them.
    if (at < begin || at > end || !type.contains('['))
      return;
    InlayHint hint(llvm::lsp::InlayHintKind::Type, now.lines.position(at));
    hint.label = label.str();
    hint.paddingLeft = !StringRef(hint.label).starts_with(":");
    result.push_back(std::move(hint));
  };
  for (const StagePlace &stage : now.symbols().stages()) {
    StringRef type =
        file.typeOf(SemaObserver::Stage, now.offset(stage.range.Start),
                    now.offset(stage.range.End));
    add(now.offset(stage.end), type, type);
  }
  for (const Definition &definition : now.symbols().definitions()) {
    if (definition.kind != Definition::Let || definition.type)
      continue;
    StringRef type = file.typeOf(definition);
    add(now.offset(definition.id.range.End), type, ": " + type);
  }
  llvm::sort(result, [](const InlayHint &a, const InlayHint &b) {
    return a.position < b.position;
  });
  return result;
}

static std::optional<SymbolKind> kindOf(Definition::Kind kind) {
  switch (kind) {
  case Definition::Hyper:
  case Definition::Dim:
    return SymbolKind::Constant;
  case Definition::TypeAlias:
    return SymbolKind::Struct;
  case Definition::Fn:
    return SymbolKind::Function;
  case Definition::Block:
  case Definition::Model:
    return SymbolKind::Class;
  case Definition::Dataset:
    return SymbolKind::Object;
  case Definition::Import:
    return SymbolKind::Module;
  case Definition::Layer:
  case Definition::LayerName:
    return SymbolKind::Object;
  case Definition::Param:
  case Definition::State:
  case Definition::Field:
    return SymbolKind::Field;
  case Definition::Let:
  case Definition::Metric:
  case Definition::Train:
    return SymbolKind::Variable;
  default:
    return std::nullopt;
  }
}

std::vector<DocumentSymbol> editor::outline(const Analysis &file) {
  std::vector<DocumentSymbol> result;
  auto rangeOf = [&](SMRange range) {
    return file.lines.range(file.offset(range.Start), file.offset(range.End));
  };
  const SymbolTable &table = file.symbols();
  auto begin = [](const Definition *definition) {
    return definition->id.range.Start.getPointer();
  };
  std::vector<const Definition *> shown;
  for (const Definition &definition : table.definitions())
    if (file.contains(definition.id.range))
      shown.push_back(&definition);
  llvm::sort(shown, [&](const Definition *a, const Definition *b) {
    return begin(a) < begin(b);
  });
  for (const Stmt *decl : file.file().decls) {
    const DocumentSymbol *opened = nullptr;
    if (auto *train = dyn_cast<TrainDecl>(decl);
        train && !train->sectionName().empty())
      opened = &result.emplace_back(
          ("train " + train->sectionName()).str(), SymbolKind::Event,
          rangeOf(decl->range),
          rangeOf(train->as ? train->as.range : train->model.range));
    for (const Definition *definition : shown) {
      if (begin(definition) < decl->range.Start.getPointer() ||
          begin(definition) >= decl->range.End.getPointer())
        continue;
      bool isGlobal = table.global(definition->id.name) == definition;
      std::optional<SymbolKind> kind = kindOf(definition->kind);
      if (!kind || definition->kind == Definition::Train ||
          (definition->kind == Definition::Dim && !isGlobal))
        continue;
      lsp::Range name = rangeOf(definition->id.range);
      if (isGlobal)
        opened = &result.emplace_back(
            definition->id.name, *kind,
            isa<DimDecl>(decl) ? name : rangeOf(decl->range), name);
      else if (opened)
        result.back().children.emplace_back(definition->id.name, *kind, name,
                                            name);
    }
  }
  return result;
}
