//===- Assemble.cpp - Puts an expanded program together -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The user's declarations stay in their order. What comes from elsewhere is put
// before the first that may use it: what models use before these, what only
// data sets or training sections use before those.
//
//===----------------------------------------------------------------------===//

#include "Expander.h"
#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::expand;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

/// What of a program stands where.
static unsigned phaseOf(const Stmt &decl) {
  if (isa<DatasetDecl>(decl))
    return 1;
  return isa<TrainDecl>(decl) ? 2 : 0;
}

static std::string documentation(const Stmt &decl) {
  std::string result;
  llvm::SmallVector<StringRef, 4> lines;
  if (!decl.doc.empty())
    decl.doc.split(lines, '\n');
  for (StringRef line : lines)
    result += (line.empty() ? "##" : "## ") + line.str() + "\n";
  return result;
}

std::string Expander::run() {
  // Whatever of these files counts without being named.
  for (unsigned each : {0u, 1u, 2u}) {
    phase = each;
    for (const FileScope *file : files)
      for (const Stmt *decl : file->file->decls) {
        bool isRoot = file == trace.root;
        if (phaseOf(*decl) != phase || isa<EditionDecl, ImportDecl>(decl))
          continue;
        if (isa<TrainDecl, HyperDecl, DimDecl, AssertStmt>(decl)) {
          if (isRoot || !isa<TrainDecl>(decl))
            fileText[decl] = renderCopy(*decl, *file);
        } else if (isa<ModelDecl>(decl)) {
          renderModel(*decl, *file);
        } else if (isa<DatasetDecl, LayerStmt>(decl)) {
          referTo(*decl, *file);
        } else if (isRoot && !evaluated.count(decl)) {
          referTo(*decl, *file);
        }
      }
  }
  nameItems();

  std::string out;
  std::set<unsigned> inserted;
  const SourceFile &root = *trace.root->file;
  const char *at = rootText;
  // Asserts about hypers stand behind the last of them.
  const Stmt *lastHyper = nullptr, *lastModel = nullptr;
  for (const Stmt *decl : root.decls)
    if (isa<HyperDecl, DimDecl, EditionDecl>(decl))
      lastHyper = decl;
    else if (isa<ModelDecl>(decl))
      lastModel = decl;
  bool importsDone = false;
  for (const Stmt *decl : root.decls) {
    const char *begin = decl->range.Start.getPointer();
    StringRef gap(at, begin - at);
    at = decl->range.End.getPointer();
    if (isa<ImportDecl>(decl)) {
      // A comment above an import goes with it.
      if (!std::exchange(importsDone, true))
        for (const FileScope *file : files)
          if (file != trace.root)
            out += importedText(*file);
      continue;
    }
    // What is behind a declaration on its line stays there.
    size_t line = gap.find('\n');
    out += gap.take_front(line);
    gap = gap.drop_front(std::min(line, gap.size()));
    if (!isa<EditionDecl, HyperDecl, DimDecl, TypeAliasDecl>(decl))
      for (unsigned each = 0; each <= phaseOf(*decl); ++each)
        if (inserted.insert(each).second)
          out +=
              insertedItems(each) + (each || lastModel ? "" : importedModels());
    out += declText(*decl, gap);
    if (decl == lastHyper)
      out += guards();
    if (decl == lastModel)
      out += importedModels();
  }
  for (unsigned each : {0u, 1u, 2u})
    if (inserted.insert(each).second)
      out += insertedItems(each) + (each || lastModel ? "" : importedModels());
  out += StringRef(at).str();
  return resolveMarks(out);
}

void Expander::renderModel(const Stmt &decl, const FileScope &file) {
  for (Version &version : versions)
    if (version.decl == &decl) {
      // Calls of the model by sections mean the same item.
      auto [it, fresh] = itemOf.try_emplace(&decl, items.size());
      if (!fresh)
        return;
      items.push_back({&decl, &file, &version, "", "", phase});
      render(it->second);
      return;
    }
  referTo(decl, file);
}

/// A declaration of the program, or what has become of it.
std::string Expander::declText(const Stmt &decl, StringRef gap) {
  if (auto it = fileText.find(&decl); it != fileText.end())
    return gap.str() + it->second;
  std::string result;
  for (const Item &item : items) {
    if (item.decl != &decl)
      continue;
    result += result.empty() ? gap.str() : "\n\n" + documentation(decl);
    result += item.text;
  }
  if (isa<EditionDecl>(decl))
    return gap.str() + between(decl.range.Start, decl.range.End).str();
  return result;
}

/// What of an imported file counts without being named.
std::string Expander::importedText(const FileScope &file) {
  std::string result;
  for (const Stmt *decl : file.file->decls)
    if (auto it = fileText.find(decl);
        it != fileText.end() && !it->second.empty())
      result += "\n\n" + documentation(*decl) + it->second;
  return result;
}

/// The dims that the program gets from this declaration. Files that have a name
/// in common mean one size, which lies in all the ranges that they give.
std::string Expander::dimText(const DimDecl &decl, const FileScope &file) {
  auto textOf = [](const DimDecl &decl) {
    return decl.bounds
               ? between(decl.bounds->range.Start, decl.bounds->range.End)
               : StringRef();
  };
  // The ranges as they are written, with the names that have each.
  std::vector<std::pair<std::string, std::string>> ranges;
  for (Identifier name : decl.names) {
    if (&file != trace.root && (trace.root->dims.count(name.name) ||
                                !writtenDims.insert(name.name).second))
      continue;
    Walker walker(*this, file, nullptr);
    std::string range = decl.bounds ? walker.text(decl.bounds) : "";
    bool agree = llvm::all_of(files, [&](const FileScope *other) {
      const DimDecl *its = other->dims.lookup(name.name);
      return !its || its == &decl ||
             (textOf(*its) == textOf(decl) &&
              llvm::none_of(textOf(decl), llvm::isAlpha));
    });
    if (!agree)
      for (const typed::Dim &dim : program.dims)
        if (dim.name == name.name)
          range = std::to_string(dim.minimum) + ".." +
                  (dim.maximum == INT64_MAX ? std::string()
                                            : std::to_string(dim.maximum));
    auto it = llvm::find_if(
        ranges, [&](const auto &each) { return each.first == range; });
    if (it == ranges.end())
      ranges.push_back({std::move(range), name.name.str()});
    else
      it->second += (", " + name.name).str();
  }
  std::vector<std::string> lines;
  for (const auto &[range, names] : ranges)
    lines.push_back("dim " + names + (range.empty() ? "" : ": " + range));
  return llvm::join(lines, "\n");
}

/// What comes from elsewhere, each behind what it uses.
std::string Expander::insertedItems(unsigned of) {
  std::string result;
  for (unsigned index : order) {
    const Item &item = items[index];
    // Data sets stand behind those of the program.
    unsigned at = isa<DatasetDecl>(item.decl) ? 2 : item.phase;
    if (at == of && item.file != trace.root && !isa<ModelDecl>(item.decl))
      result += "\n\n" + documentation(*item.decl) + item.text;
  }
  return result.empty() ? result : result + "\n";
}

/// Models of other files stand behind those of the program, as they are
/// numbered.
std::string Expander::importedModels() {
  std::string result;
  for (const Item &item : items)
    if (item.file != trace.root && isa<ModelDecl>(item.decl))
      result += "\n\n" + documentation(*item.decl) + item.text;
  return result.empty() ? result : result + "\n";
}

/// What says that a hyper has its value; a value that was written may depend on
/// other hypers.
static std::string fact(const std::string &name, const typed::Hyper &hyper) {
  switch (hyper.kind) {
  case typed::Hyper::Int:
    return name + " == " + std::to_string(hyper.integer);
  case typed::Hyper::Num:
    return name + " == " + numberText(hyper.number);
  case typed::Hyper::Bool:
    return hyper.integer ? name : "not " + name;
  case typed::Hyper::Str:
    return name + " == " + quoted(hyper.text);
  case typed::Hyper::DurationKind:
    break;
  }
  const typed::Duration &duration = hyper.duration;
  std::vector<std::string> terms;
  for (auto [amount, unit] : {std::pair(duration.steps, "steps"),
                              std::pair(duration.epochs, "epochs"),
                              std::pair(duration.examples, "examples")})
    if (amount != 0)
      terms.push_back(numberText(amount) + unit);
  return name + " == " + (terms.empty() ? "0steps" : llvm::join(terms, " + "));
}

/// The hypers by whose values branches were decided keep these.
std::string Expander::guards() const {
  std::string result;
  for (unsigned index : decidedBy) {
    const typed::Hyper &hyper = program.hypers[index];
    result += "\nassert " + fact(hyperNames.lookup(hyper.name), hyper) +
              ", \"written for this value\"";
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

bool Expander::isDimElsewhere(StringRef name, const FileScope &file) const {
  return llvm::any_of(files, [&](const FileScope *other) {
    return other != &file && other->dims.count(name);
  });
}

/// A hyper keeps its name where it can: without the dot that one of a file has
/// that is imported `as b`, and unless it would hide what it did not before.
void Expander::nameHypers(const llvm::StringSet<> &functions) {
  llvm::StringSet<> taken;
  for (const FileScope *file : files) {
    for (const Stmt *decl : file->file->decls)
      if (!isa<LetStmt, LayerStmt>(decl))
        for (const auto &names : {namesBoundIn(*decl), namesInSignature(*decl)})
          for (const auto &entry : names)
            locals.insert(entry.first());
    for (const auto &entry : file->dims)
      taken.insert(entry.first());
  }
  for (const llvm::StringSet<> &names : {primitive, locals})
    for (const auto &entry : names)
      taken.insert(entry.first());
  for (const auto &entry : trace.root->names)
    taken.insert(entry.first());
  for (const typed::Hyper &hyper : program.hypers)
    taken.insert(hyper.name);
  for (const FileScope *file : files)
    for (const Stmt *decl : file->file->decls) {
      auto *hyper = dyn_cast<HyperDecl>(decl);
      if (!hyper)
        continue;
      std::string set = (file->prefix + hyper->name.name).str(), name = set;
      std::replace(name.begin(), name.end(), '.', '_');
      bool stays = file->prefix.empty() && !functions.contains(name);
      std::string base = name;
      for (unsigned i = 2; !stays && !taken.insert(name).second; ++i)
        name = base + "_" + std::to_string(i);
      hyperNames[set] = name;
    }
}

llvm::StringSet<> Expander::hiddenByHypers() const {
  llvm::StringSet<> result;
  for (const auto &hyper : hyperNames)
    if (called.contains(hyper.second))
      result.insert(hyper.second);
  return result;
}

std::optional<Identifier> Expander::hiding() const {
  for (const Stmt *decl : trace.root->file->decls)
    if (auto *let = dyn_cast<LetStmt>(decl); let && let->pattern.isTuple)
      for (Identifier name : let->pattern.names)
        if (called.contains(name.name))
          return name;
  return std::nullopt;
}

void Expander::nameItems() {
  llvm::StringSet<> taken, library;
  for (const auto &entry : primitive)
    taken.insert(entry.first());
  for (const auto &entry : trace.root->names)
    taken.insert(entry.first());
  for (const auto &entry : trace.root->dims)
    taken.insert(entry.first());
  for (const auto &hyper : hyperNames)
    taken.insert(hyper.second);
  for (FileScope *file : trace.stdScope->imports)
    for (const auto &entry : file->names)
      library.insert(entry.first());
  for (const auto &entry : trace.stdScope->names)
    library.insert(entry.first());

  auto fresh = [&](const Item &item, std::string name) {
    std::string base = name;
    StringRef mark = llvm::isUpper(base.front()) ? "v" : "_";
    // Below a local `scale` the program may call `b.scale`.
    bool isQualified = !item.file->prefix.empty();
    for (unsigned i = 2;
         (isQualified && locals.contains(name)) || !taken.insert(name).second;
         ++i)
      name = (base + mark + llvm::Twine(i)).str();
    return name;
  };
  // What copies call, or types of theirs mention, means something else.
  auto wouldHide = [&](const Item &item) {
    StringRef name = nameOf(*item.decl).name;
    if (isa<FnDecl>(item.decl))
      return primitive.contains(name);
    auto *let = dyn_cast<LetStmt>(item.decl);
    return let && !let->pattern.isTuple &&
           (called.contains(name) || isDimElsewhere(name, *item.file));
  };
  llvm::DenseMap<const Stmt *, unsigned> uses;
  for (const Item &item : items)
    ++uses[item.decl];
  // Names that stay first.
  for (Item &item : items)
    if (item.file == trace.root && (!item.version || uses[item.decl] == 1) &&
        !wouldHide(item))
      item.name = nameOf(*item.decl).name.str();
  for (Item &item : items)
    if (item.name.empty() && !item.version)
      item.name = fresh(item, nameOf(*item.decl).name.str());
  for (unsigned index : order) {
    Item &item = items[index];
    if (!item.name.empty())
      continue;
    std::string name = nameOf(*item.decl).name.str();
    bool isLibrary = library.contains(name);
    if (!item.version->block() ||
        (!isLibrary && uses[item.decl] == 1 && !taken.contains(name)))
      item.name = fresh(item, name);
    else
      item.name = fresh(
          item,
          name + (item.version->suffix.empty() ? "1" : item.version->suffix));
  }
}

/// The text with what `replace` makes of each mark, `\1MARK\2`.
static std::string
replaceMarks(StringRef text,
             llvm::function_ref<std::string(StringRef mark)> replace) {
  std::string result;
  while (true) {
    size_t begin = text.find('\1');
    result += text.take_front(begin);
    if (begin == StringRef::npos)
      return result;
    StringRef mark = text.slice(begin + 1, text.find('\2', begin));
    text = text.drop_front(begin + mark.size() + 2);
    result += replace(mark);
  }
}

/// The text with the names that its marks had.
std::string Expander::withOldNames(StringRef text) const {
  return replaceMarks(text, [&](StringRef mark) {
    unsigned index = 0;
    return mark.getAsInteger(10, index) ? std::string()
                                        : nameOf(*items[index].decl).name.str();
  });
}

/// Puts names in place of marks: `\1ID\2`, and ` as NAME` for `\1aID;NAME\2`
/// where the block is not called that.
std::string Expander::resolveMarks(StringRef text) const {
  return replaceMarks(text, [&](StringRef mark) {
    bool isLayer = mark.consume_front("a");
    auto [id, name] = mark.split(';');
    unsigned index = 0;
    id.getAsInteger(10, index);
    const std::string &to = items[index].name;
    if (!isLayer)
      return to;
    return snakeCase(to) == snakeCase(name) ? std::string()
                                            : " as " + snakeCase(name);
  });
}
