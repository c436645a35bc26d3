//===- Symbols.cpp - What the names of a file stand for -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Symbols.h"
#include "SymbolBuilder.h"

#include "llvm/ADT/STLExtras.h"

using namespace nnc;
using namespace nnc::editor;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::SMRange;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Declarations of a file
//===----------------------------------------------------------------------===//

Definition &SymbolBuilder::defineGlobal(Kind kind, Identifier id,
                                        const Stmt &decl) {
  Definition &definition = table.defined.emplace_back();
  definition.kind = kind;
  definition.id = id;
  definition.table = &table;
  definition.decl = &decl;
  definition.doc = decl.doc;
  definition.from = table.text.begin();
  definition.to = table.text.end();
  if (kind != Kind::Train)
    table.globals.try_emplace(id.name, &definition);
  return definition;
}

void SymbolBuilder::declare(const Stmt &stmt) {
  switch (stmt.kind) {
  case Stmt::Kind::Dim:
    for (Identifier name : cast<DimDecl>(stmt).names)
      defineGlobal(Kind::Dim, name, stmt).value = cast<DimDecl>(stmt).bounds;
    break;
  case Stmt::Kind::TypeAlias:
    defineGlobal(Kind::TypeAlias, cast<TypeAliasDecl>(stmt).name, stmt).type =
        cast<TypeAliasDecl>(stmt).type;
    break;
  case Stmt::Kind::Hyper: {
    auto &hyper = cast<HyperDecl>(stmt);
    Definition &definition = defineGlobal(Kind::Hyper, hyper.name, stmt);
    definition.type = hyper.type;
    definition.value = hyper.value;
    break;
  }
  case Stmt::Kind::Let:
    for (Identifier name : cast<LetStmt>(stmt).pattern.names)
      defineGlobal(Kind::Let, name, stmt).value = cast<LetStmt>(stmt).value;
    break;
  case Stmt::Kind::Layer:
    defineGlobal(Kind::Layer, cast<LayerStmt>(stmt).name, stmt).value =
        cast<LayerStmt>(stmt).value;
    break;
  case Stmt::Kind::Fn:
    defineGlobal(Kind::Fn, cast<FnDecl>(stmt).name, stmt);
    break;
  case Stmt::Kind::Block:
    defineGlobal(Kind::Block, cast<BlockDecl>(stmt).name, stmt);
    break;
  case Stmt::Kind::Model:
    defineGlobal(Kind::Model, cast<ModelDecl>(stmt).name, stmt);
    break;
  case Stmt::Kind::Dataset:
    defineGlobal(Kind::Dataset, cast<DatasetDecl>(stmt).name, stmt);
    break;
  case Stmt::Kind::Import:
    if (Identifier as = cast<ImportDecl>(stmt).as)
      defineGlobal(Kind::Import, as, stmt);
    break;
  case Stmt::Kind::Train:
    if (Identifier as = cast<TrainDecl>(stmt).as)
      defineGlobal(Kind::Train, as, stmt);
    break;
  default:
    break;
  }
}

void SymbolBuilder::visitDataset(const DatasetDecl &dataset) {
  open();
  // The columns are `source.NAME` wherever the key stands.
  for (const Stmt *item : dataset.section->stmts)
    if (auto *key = dyn_cast<KeyItem>(item); key && key->name.name == "source")
      define(Kind::Key, key->name, item, dataset.range.Start.getPointer())
          .value = key->value;
  for (const Stmt *item : dataset.section->stmts)
    visitStmt(*item);
  close(dataset.range.End.getPointer());
}

void SymbolBuilder::visitTrain(const TrainDecl &train) {
  use(train.model);
  open();
  // The fields of the data are names of the section.
  for (const Stmt *item : train.section->stmts) {
    auto *key = dyn_cast<KeyItem>(item);
    if (!key || key->name.name != "data")
      continue;
    const Expr *data = key->value;
    if (auto *member = dyn_cast<MemberExpr>(data))
      data = member->base;
    auto *name = dyn_cast<NameExpr>(data);
    const Definition *dataset = name ? table.lookup(name->name) : nullptr;
    if (!dataset || dataset->kind != Kind::Dataset)
      continue;
    for (const Definition *field : dataset->table->members(dataset->decl))
      locals.push_back(const_cast<Definition *>(field));
  }
  for (const Stmt *item : train.section->stmts)
    visitStmt(*item);
  // Fields keep their own extent.
  size_t mark = marks.back();
  llvm::erase_if(locals, [&](const Definition *local) {
    return local->kind == Kind::Field;
  });
  marks.back() = std::min(mark, locals.size());
  close(train.range.End.getPointer());
}

void SymbolBuilder::visitDecl(const Stmt &stmt) {
  current = &stmt;
  const char *end = stmt.range.End.getPointer();
  switch (stmt.kind) {
  case Stmt::Kind::Dim:
    visit(cast<DimDecl>(stmt).bounds);
    break;
  case Stmt::Kind::TypeAlias:
    type(cast<TypeAliasDecl>(stmt).type, false);
    break;
  case Stmt::Kind::Hyper:
    visit(cast<HyperDecl>(stmt).value);
    break;
  case Stmt::Kind::Let:
    visit(cast<LetStmt>(stmt).value);
    break;
  case Stmt::Kind::Layer:
    visit(cast<LayerStmt>(stmt).value);
    break;
  case Stmt::Kind::Assert:
    visit(cast<AssertStmt>(stmt).condition);
    break;
  case Stmt::Kind::Fn: {
    auto &fn = cast<FnDecl>(stmt);
    open();
    signature(fn.params, stmt, true);
    type(fn.result, false);
    visit(fn.body);
    if (fn.hasGrad) {
      for (Identifier name : fn.cotangents)
        define(Kind::Variable, name, nullptr, name.range.End.getPointer());
      visit(fn.grad);
    }
    close(end);
    break;
  }
  case Stmt::Kind::Block: {
    auto &block = cast<BlockDecl>(stmt);
    open();
    signature(block.config, stmt, true);
    signature(block.inputs, stmt, true);
    type(block.result, false);
    visit(*block.body);
    close(end);
    break;
  }
  case Stmt::Kind::Model: {
    auto &model = cast<ModelDecl>(stmt);
    open();
    signature(model.inputs, stmt, false);
    type(model.result, false);
    visit(*model.body);
    close(end);
    break;
  }
  case Stmt::Kind::Dataset:
    visitDataset(cast<DatasetDecl>(stmt));
    break;
  case Stmt::Kind::Train:
    visitTrain(cast<TrainDecl>(stmt));
    break;
  default:
    break;
  }
}

/// `Gate.weight`, `e.attn.q.weight`, `b.Attention`, `metrics.train.accuracy`.
void SymbolBuilder::resolvePath(const Path &path) {
  llvm::ArrayRef<Identifier> names = path.names;
  auto refer = [&](Identifier name, const Definition *definition) {
    if (definition && name.range.isValid())
      table.used.push_back({name.range, definition});
  };
  if (!path.base) {
    if (names.size() == 2)
      refer(names[1], table.member(path.section, names[1].name));
    return;
  }
  if (path.base->kind == Kind::Import) {
    if (const SymbolTable *file = table.import(path.base->id.name))
      refer(names[0], file->global(names[0].name));
    return;
  }
  const Definition *owner =
      path.base->kind == Kind::Model ? path.base : path.base->block;
  for (Identifier name : names) {
    const Definition *next =
        owner ? owner->table->member(owner->decl, name.name) : nullptr;
    if (!next || !next->isPath())
      return;
    refer(name, next);
    owner = next->block;
  }
}

void SymbolBuilder::run(const SourceFile &file) {
  for (const Stmt *decl : file.decls)
    declare(*decl);
  for (auto &entry : table.globals)
    if (entry.second->kind == Kind::Layer)
      entry.second->block = blockOf(entry.second->value);
  // Data sets first: sections use their fields.
  for (bool data : {true, false})
    for (const Stmt *decl : file.decls)
      if (isa<DatasetDecl>(decl) == data)
        visitDecl(*decl);
  for (const NamedArgument &argument : arguments)
    for (const Definition *param :
         argument.callee->table->parameters(argument.callee->decl))
      if (param->id.name == argument.name.name)
        table.used.push_back({argument.name.range, param});
  for (const Path &path : paths)
    resolvePath(path);
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

SymbolTable::SymbolTable(std::string path, StringRef text,
                         const SourceFile &file,
                         llvm::ArrayRef<const SymbolTable *> outer,
                         const llvm::StringMap<const SymbolTable *> &qualified,
                         bool isStd)
    : path(std::move(path)), text(text), isStd(isStd), outer(outer),
      qualified(qualified) {
  SymbolBuilder(*this).run(file);
  llvm::sort(used, [](const Reference &a, const Reference &b) {
    return a.range.Start.getPointer() < b.range.Start.getPointer();
  });
}

const Definition *SymbolTable::global(StringRef name) const {
  return globals.lookup(name);
}

const Definition *SymbolTable::lookup(StringRef name) const {
  if (const Definition *own = global(name))
    return own;
  for (const SymbolTable *file : outer)
    if (file->isStd || !name.starts_with("_"))
      if (const Definition *found = file->global(name))
        return found;
  return nullptr;
}

static bool touches(SMRange range, const char *place) {
  return range.isValid() && range.Start.getPointer() <= place &&
         place <= range.End.getPointer();
}

const Definition *SymbolTable::at(const char *place, SMRange *range) const {
  for (const Definition &definition : defined)
    if (touches(definition.id.range, place)) {
      if (range)
        *range = definition.id.range;
      return &definition;
    }
  for (const Reference &reference : used)
    if (touches(reference.range, place)) {
      if (range)
        *range = reference.range;
      return reference.definition;
    }
  return nullptr;
}

std::vector<const Definition *>
SymbolTable::visibleAt(const char *place) const {
  std::vector<const Definition *> result;
  for (const Definition &definition : defined)
    if (definition.kind != Definition::LayerName &&
        definition.kind != Definition::Train && definition.from <= place &&
        place <= definition.to)
      result.push_back(&definition);
  return result;
}

llvm::ArrayRef<const Definition *>
SymbolTable::parameters(const Stmt *decl) const {
  auto it = signatures.find(decl);
  if (it == signatures.end())
    return {};
  return it->second;
}

llvm::ArrayRef<const Definition *>
SymbolTable::members(const Stmt *decl) const {
  auto it = inside.find(decl);
  if (it == inside.end())
    return {};
  return it->second;
}

const Definition *SymbolTable::member(const Stmt *decl, StringRef name) const {
  for (const Definition *definition : members(decl))
    if (definition->id.name == name)
      return definition;
  return nullptr;
}

std::string nnc::editor::signatureOf(const Definition &definition) {
  auto text = [](const char *from, const char *to) {
    // On one line.
    std::string result;
    for (StringRef rest(from, to - from); !rest.empty();) {
      auto [line, after] = rest.split('\n');
      line = line.split('#').first.trim();
      bool isTight = result.empty() || line.empty() || result.back() == '(' ||
                     line.starts_with(")");
      if (!isTight)
        result += ' ';
      result += line.str();
      rest = after;
    }
    return result;
  };
  const Stmt *decl = definition.decl;
  auto head = [&](const TypeExpr *result, const char *body) {
    const char *end = result ? result->range.End.getPointer() : body;
    StringRef head(decl->range.Start.getPointer(),
                   end - decl->range.Start.getPointer());
    head = head.rtrim();
    if (!result && head.consume_back("="))
      head = head.rtrim();
    return text(head.begin(), head.end());
  };
  auto after = [&](StringRef word) {
    std::string result = word.str() + " " + definition.id.name.str();
    if (definition.type)
      result += ": " + text(definition.type->range.Start.getPointer(),
                            definition.type->range.End.getPointer());
    if (definition.value && definition.kind != Definition::Let &&
        definition.kind != Definition::Metric)
      result += (definition.kind == Definition::Dim ? ": " : " = ") +
                text(definition.value->range.Start.getPointer(),
                     definition.value->range.End.getPointer());
    return result;
  };
  switch (definition.kind) {
  case Definition::Fn: {
    auto *fn = cast<FnDecl>(decl);
    return head(fn->result, fn->body.expr
                                ? fn->body.expr->range.Start.getPointer()
                                : fn->body.body->range.Start.getPointer());
  }
  case Definition::Block: {
    auto *block = cast<BlockDecl>(decl);
    return head(block->result, block->body->range.Start.getPointer());
  }
  case Definition::Model: {
    auto *model = cast<ModelDecl>(decl);
    return head(model->result, model->body->range.Start.getPointer());
  }
  case Definition::Hyper:
    return after("hyper");
  case Definition::Dim:
    return after("dim");
  case Definition::TypeAlias:
    return "type " + definition.id.name.str() + " = " +
           text(definition.type->range.Start.getPointer(),
                definition.type->range.End.getPointer());
  case Definition::Dataset:
    return "dataset " + definition.id.name.str();
  case Definition::Train:
    return "train ... as " + definition.id.name.str();
  case Definition::Import:
    return text(decl->range.Start.getPointer(), decl->range.End.getPointer());
  case Definition::Let:
    return after("let");
  case Definition::Layer:
    return after("layer");
  case Definition::Param:
    return after("param");
  case Definition::State:
    return after("state");
  case Definition::Field:
    return after("field");
  case Definition::Metric:
    return after("metric");
  case Definition::LayerName:
    return definition.block ? signatureOf(*definition.block)
                            : "as " + definition.id.name.str();
  case Definition::Argument: {
    std::string result = after("");
    return result.substr(1);
  }
  default:
    return definition.id.name.str();
  }
}
