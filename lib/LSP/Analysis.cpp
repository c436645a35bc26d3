//===- Analysis.cpp - What is known about one version of a file -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Analysis.h"

#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/Sema.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

Analysis::Analysis(std::string filePath, std::string fileText,
                   const Library &library, bool isLibrary, ReadFile readFile)
    : path(std::move(filePath)), text(std::move(fileText)), lines(text) {
  unsigned id = sources.AddNewSourceBuffer(
      MemoryBuffer::getMemBuffer(text, path, false), SMLoc());
  start = sources.getMemoryBuffer(id)->getBufferStart();
  root = parseFile(context, sources, id, diags);
  parsed = !diags.hasErrors();
  if (parsed && !isLibrary) {
    SemaOptions options;
    options.observer = this;
    options.readFile = readFile;
    program = analyze(context, sources, *root, diags, options);
    good = program != nullptr;
  }
  diags.sort();
  loadImports(library, readFile);
}

/// The files that the tree names, for their names alone.
void Analysis::loadImports(const Library &library, ReadFile readFile) {
  std::vector<const SymbolTable *> outer;
  StringMap<const SymbolTable *> qualified;
  DiagnosticEngine silent(sources);
  for (const Stmt *decl : root->decls) {
    auto *import = dyn_cast<ImportDecl>(decl);
    if (!import || !import->path || import->path->value == "std")
      continue;
    std::string other = importedPath(path, import->path->value);
    auto buffer = readFile(other);
    if (!buffer)
      continue;
    unsigned id = sources.AddNewSourceBuffer(std::move(*buffer), SMLoc());
    imports.push_back(std::make_unique<SymbolTable>(
        other, sources.getMemoryBuffer(id)->getBuffer(),
        *parseFile(context, sources, id, silent), library.tables(),
        StringMap<const SymbolTable *>()));
    if (import->as)
      qualified[import->as.name] = imports.back().get();
    else
      outer.push_back(imports.back().get());
  }
  llvm::append_range(outer, library.tables());
  table = std::make_unique<SymbolTable>(path, StringRef(start, text.size()),
                                        *root, outer, qualified);
}

std::vector<const SymbolTable *> Analysis::importedFiles() const {
  std::vector<const SymbolTable *> result;
  for (const auto &import : imports)
    result.push_back(import.get());
  return result;
}

const ImportDecl *Analysis::importOf(StringRef other) const {
  for (const Stmt *decl : root->decls)
    if (auto *import = dyn_cast<ImportDecl>(decl))
      if (import->path && importedPath(path, import->path->value) == other)
        return import;
  return nullptr;
}

bool Analysis::dependsOn(StringRef other) const {
  // Also a file that an imported one imports, or that was not there.
  for (unsigned id = 1; id <= sources.getNumBuffers(); ++id)
    if (other != path &&
        sources.getMemoryBuffer(id)->getBufferIdentifier() == other)
      return true;
  return importOf(other);
}

//===----------------------------------------------------------------------===//
// What Sema says
//===----------------------------------------------------------------------===//

bool Analysis::contains(SMRange range) const {
  return range.isValid() && range.Start.getPointer() >= start &&
         range.End.getPointer() <= start + text.size();
}

bool Analysis::wants(Place place, SMRange range) {
  return contains(range) &&
         !types[place].count({offset(range.Start), offset(range.End)});
}

void Analysis::place(Place place, SMRange range, std::string type,
                     StringRef path) {
  types[place][{offset(range.Start), offset(range.End)}] = std::move(type);
}

void Analysis::restart() {
  for (auto &each : types)
    each.clear();
  layers.clear();
  owned.clear();
}

/// How many numbers a variable has, over all iterations of loops.
static int64_t countOf(const typed::Variable &variable) {
  int64_t count = 1;
  for (const typed::Axis &axis : variable.type.axes)
    count *= axis.size.constant().value_or(1);
  for (int64_t times : variable.stack)
    count *= times;
  return count;
}

void Analysis::model(const typed::Model &model) {
  for (const auto &variable : model.variables)
    owned.push_back({model.name, variable->path, variable->type.str(),
                     variable->isState, countOf(*variable), variable->range});
  for (const typed::Call &call : model.calls) {
    if (!contains(call.range))
      continue;
    LayerUse use{call.name, call.path, call.isBlock};
    bool owns = call.isBlock && !call.path.empty() &&
                (call.parent < 0 || model.calls[call.parent].path != call.path);
    for (const auto &variable : model.variables)
      if (owns && StringRef(variable->path).starts_with(call.path + "."))
        (variable->isState ? use.states : use.parameters) += countOf(*variable);
    layers.try_emplace({offset(call.range.Start), offset(call.range.End)},
                       std::move(use));
  }
}

StringRef Analysis::typeOf(Place place, size_t begin, size_t end) const {
  auto it = types[place].find({begin, end});
  return it == types[place].end() ? StringRef() : it->second;
}

std::optional<std::pair<size_t, size_t>>
Analysis::expressionAt(size_t offset) const {
  std::optional<Extent> best;
  for (auto &[extent, type] : types[Expression])
    if (extent.first <= offset && offset < extent.second &&
        (!best || extent.second - extent.first < best->second - best->first))
      best = extent; // no two that hold it are of one length
  return best;
}

const LayerUse *Analysis::layerAt(size_t begin, size_t end) const {
  auto it = layers.find({begin, end});
  return it == layers.end() ? nullptr : &it->second;
}
