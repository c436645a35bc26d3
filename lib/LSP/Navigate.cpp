//===- Navigate.cpp - Where names are declared and used -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Features.h"
#include "Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;
using llvm::lsp::Location;

/// A place of another file than the one that is open.
static std::optional<Location> locate(const SymbolTable &table, SMRange range) {
  Expected<URI> uri = URI::fromFile(table.path);
  if (!uri) {
    consumeError(uri.takeError());
    return std::nullopt;
  }
  return Location(*uri,
                  Lines(table.text)
                      .range(range.Start.getPointer() - table.text.begin(),
                             range.End.getPointer() - table.text.begin()));
}

static std::optional<Location> locate(const View &file, const URI &uri,
                                      const Definition &definition) {
  if (auto extent = file.extentOf(definition))
    return Location(uri, file.now.lines.range(extent->first, extent->second));
  if (definition.table->path == file.now.path)
    return std::nullopt; // it has gone
  return locate(*definition.table, definition.id.range);
}

/// `import "blocks.nn"`: the file.
static std::optional<Location> importAt(const View &file, size_t offset) {
  for (const Stmt *decl : file.now.file().decls) {
    auto *import = dyn_cast<ImportDecl>(decl);
    if (!import || !import->path || !file.now.contains(import->path->range) ||
        file.now.offset(import->path->range.Start) > offset ||
        offset > file.now.offset(import->path->range.End))
      continue;
    for (const SymbolTable *table : file.now.importedFiles())
      if (file.now.importOf(table->path) == import)
        return locate(*table,
                      SMRange(SMLoc::getFromPointer(table->text.begin()),
                              SMLoc::getFromPointer(table->text.begin())));
  }
  return std::nullopt;
}

std::vector<Location> editor::definitionOf(const View &file, const URI &uri,
                                           size_t offset) {
  std::optional<Location> location;
  if (auto place = file.nameAt(offset))
    location = locate(file, uri, *place->definition);
  else
    location = importAt(file, offset);
  if (!location)
    return {};
  return {*location};
}

/// The extents in the current text where a name is used.
static std::vector<std::pair<size_t, size_t>> usesOf(const View &file,
                                                     const Definition &name) {
  std::vector<std::pair<size_t, size_t>> result;
  for (const Reference &reference : file.now.symbols().references())
    if (reference.definition == &name && file.now.contains(reference.range))
      result.push_back({file.now.offset(reference.range.Start),
                        file.now.offset(reference.range.End)});
  result.erase(llvm::unique(result), result.end());
  return result;
}

std::vector<Location> editor::referencesTo(const View &file, const URI &uri,
                                           size_t offset,
                                           bool includeDeclaration) {
  std::vector<Location> result;
  auto place = file.nameAt(offset);
  if (!place)
    return result;
  if (includeDeclaration)
    if (auto own = locate(file, uri, *place->definition))
      result.push_back(*own);
  for (auto [begin, end] : usesOf(file, *place->definition))
    result.push_back(Location(uri, file.now.lines.range(begin, end)));
  return result;
}

//===----------------------------------------------------------------------===//
// Rename
//===----------------------------------------------------------------------===//

static Error refuse(const Twine &message) {
  return make_error<llvm::lsp::LSPError>(message.str(),
                                         llvm::lsp::ErrorCode::RequestFailed);
}

Expected<NamedPlace> editor::renamed(const View &file, size_t offset) {
  auto place = file.nameAt(offset);
  if (!place)
    return refuse("there is no name here");
  const Definition &definition = *place->definition;
  if (definition.table->isStd)
    return refuse("`" + definition.id.name +
                  "` belongs to the standard library");
  if (!file.now.contains(definition.id.range))
    return refuse(definition.table->path == file.now.path
                      ? "the file has a syntax error before this name"
                      : "`" + definition.id.name +
                            "` is declared in another file: rename it there");
  if (definition.kind == Definition::Key)
    return refuse("`" + definition.id.name + "` is a word of the language");
  return *place;
}

/// Whether another part of the parameter tree that stands in the same
/// declaration has the name.
static bool isTakenByPath(const View &file, const Definition &definition,
                          StringRef name) {
  if (!definition.isPath() || !definition.decl)
    return false;
  for (const Stmt *decl : file.now.file().decls) {
    ArrayRef<const Definition *> members = definition.table->members(decl);
    if (is_contained(members, &definition))
      return any_of(members, [&](const Definition *other) {
        return other->isPath() && other->id.name == name;
      });
  }
  return false;
}

/// Whether the name stands for something else where the old one is declared or
/// used.
static bool isHidden(const View &file, const Definition &definition,
                     StringRef name) {
  auto isVisible = [&](size_t at) {
    return any_of(file.visibleAt(at), [&](const Definition *other) {
      return other != &definition && other->id.name == name;
    });
  };
  return isVisible(file.now.offset(definition.id.range.Start)) ||
         any_of(usesOf(file, definition),
                [&](auto extent) { return isVisible(extent.first); });
}

/// Whether something else of the name, such as a function of the library, is
/// used where the definition would be seen instead.
static bool hides(const View &file, const Definition &definition,
                  StringRef name) {
  auto isInside = [&](SMRange range) {
    const char *at = range.Start.getPointer();
    return file.now.contains(range) && definition.from <= at &&
           at <= definition.to && at > file.now.pointer(0) && at[-1] != '.';
  };
  // What is declared further inside is seen before.
  auto isOuter = [&](const Definition &other) {
    return other.table != definition.table ||
           (other.from <= definition.from && definition.to <= other.to);
  };
  const SymbolTable &symbols = file.now.symbols();
  return any_of(symbols.references(),
                [&](const Reference &use) {
                  // An argument's name is looked up in what is called.
                  return use.definition->id.name == name &&
                         use.definition->kind != Definition::Argument &&
                         isOuter(*use.definition) && isInside(use.range);
                }) ||
         any_of(symbols.unresolved(), [&](const Identifier &use) {
           return use.name == name && isInside(use.range);
         });
}

static Error checkName(const View &file, const Definition &definition,
                       StringRef name) {
  bool wantsUpper = definition.kind == Definition::Block ||
                    definition.kind == Definition::Model ||
                    definition.kind == Definition::Dataset;
  if (!isName(name))
    return refuse("`" + name + "` is no name");
  if (definition.kind != Definition::TypeAlias &&
      isUpper(name.front()) != wantsUpper)
    return refuse(wantsUpper
                      ? "blocks, models and data sets begin with a capital"
                      : "values and functions begin in lower case");
  if (definition.id.name != name &&
      (isTakenByPath(file, definition, name) ||
       (definition.kind != Definition::LayerName &&
        (isHidden(file, definition, name) || hides(file, definition, name)))))
    return refuse("there is a `" + name + "` here already");
  return Error::success();
}

namespace {
/// Writes what has another path now into the `rename` of the checkpoints that a
/// section starts from.
class CheckpointRename {
public:
  CheckpointRename(const View &file, std::vector<llvm::lsp::TextEdit> &edits)
      : file(file), edits(edits) {}
  void run(const Definition &definition, StringRef newName);

private:
  void change(StringRef model, const std::string &from, const std::string &to);
  void change(const CallExpr &call, const std::string &from,
              const std::string &to);
  void edit(SMLoc begin, SMLoc end, const Twine &text) {
    edits.push_back(
        {file.now.lines.range(file.now.offset(begin), file.now.offset(end)),
         text.str()});
  }

  const View &file;
  std::vector<llvm::lsp::TextEdit> &edits;
};
} // namespace

void CheckpointRename::change(const CallExpr &call, const std::string &from,
                              const std::string &to) {
  std::string pair = "(\"" + from + "\", \"" + to + "\")";
  SMLoc close = SMLoc::getFromPointer(call.range.End.getPointer() - 1);
  for (const Argument &argument : call.args) {
    if (argument.name.name != "rename")
      continue;
    auto *list = dyn_cast<ListExpr>(argument.value);
    if (!list)
      return;
    for (const Expr *element : list->elements) {
      auto *tuple = dyn_cast<TupleExpr>(element);
      auto *second = tuple && tuple->elements.size() == 2
                         ? dyn_cast<StringExpr>(tuple->elements[1])
                         : nullptr;
      if (second && second->value == from)
        return edit(second->range.Start, second->range.End, "\"" + to + "\"");
    }
    SMLoc end = SMLoc::getFromPointer(list->range.End.getPointer() - 1);
    return edit(end, end, (list->elements.empty() ? "" : ", ") + pair);
  }
  edit(close, close, ", rename = [" + pair + "]");
}

void CheckpointRename::change(StringRef model, const std::string &from,
                              const std::string &to) {
  for (const Stmt *decl : file.now.file().decls) {
    auto *train = dyn_cast<TrainDecl>(decl);
    if (!train || train->model.name != model)
      continue;
    for (const Stmt *item : train->section->stmts) {
      auto *key = dyn_cast<KeyItem>(item);
      auto *call = key && key->name.name == "start_from"
                       ? dyn_cast<CallExpr>(key->value)
                       : nullptr;
      if (call)
        change(*call, from, to);
    }
  }
}

void CheckpointRename::run(const Definition &definition, StringRef newName) {
  StringRef old = definition.id.name;
  bool isLayer = definition.kind == Definition::Layer ||
                 definition.kind == Definition::LayerName;
  if (isLayer) {
    // A layer of a model; those of blocks have as many paths as uses.
    for (const Stmt *decl : file.now.file().decls)
      if (auto *model = dyn_cast<ModelDecl>(decl))
        if (is_contained(definition.table->members(model), &definition))
          change(model->name.name, (old + ".").str(), (newName + ".").str());
    return;
  }
  if (!definition.isPath())
    return;
  for (const VariableInfo &variable : file.variables()) {
    if (variable.range.Start != definition.id.range.Start)
      continue;
    // An entry is about all paths that start with it.
    bool isAlone = llvm::count_if(file.variables(), [&](const auto &other) {
                     return StringRef(other.path).starts_with(variable.path);
                   }) == 1;
    StringRef around = StringRef(variable.path).drop_back(old.size());
    if (isAlone)
      change(variable.model, variable.path, (around + newName).str());
  }
}

Expected<llvm::lsp::WorkspaceEdit> editor::rename(const View &file,
                                                  const URI &uri, size_t offset,
                                                  StringRef newName) {
  Expected<NamedPlace> place = renamed(file, offset);
  if (!place)
    return place.takeError();
  const Definition &definition = *place->definition;
  if (Error error = checkName(file, definition, newName))
    return std::move(error);
  std::vector<llvm::lsp::TextEdit> edits;
  auto edit = [&](size_t begin, size_t end, const Twine &text) {
    edits.push_back({file.now.lines.range(begin, end), text.str()});
  };
  // `carry h` is `carry h = h`, of which one is another name now.
  auto writeOut = [&](const Definition &carry, StringRef init) {
    SMLoc end = carry.type ? carry.type->range.End : carry.id.range.End;
    edit(file.now.offset(end), file.now.offset(end), " = " + init);
  };
  const SymbolTable &symbols = file.now.symbols();
  for (auto [begin, end] : usesOf(file, definition)) {
    const char *place = file.now.pointer(begin);
    auto carry = find_if(symbols.definitions(), [&](const Definition &each) {
      return each.id.range.Start.getPointer() == place;
    });
    if (carry != symbols.definitions().end())
      writeOut(*carry, newName);
    else
      edit(begin, end, newName);
  }
  SMRange own = definition.id.range;
  edit(file.now.offset(own.Start), file.now.offset(own.End), newName);
  if (any_of(symbols.references(), [&](const Reference &use) {
        return use.range.Start == own.Start && use.definition != &definition;
      }))
    writeOut(definition, definition.id.name);
  CheckpointRename(file, edits).run(definition, newName);
  llvm::lsp::WorkspaceEdit result;
  result.changes[uri.uri().str()] = std::move(edits);
  return result;
}
