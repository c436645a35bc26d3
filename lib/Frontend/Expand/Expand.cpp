//===- Expand.cpp - Programs with nothing imported ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Expand.h"
#include "Expander.h"
#include "nnc/Frontend/Difference.h"
#include "nnc/Frontend/Format.h"
#include "nnc/Frontend/Parser.h"
#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

using namespace nnc;
using namespace nnc::expand;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

Expander::Expander(Trace &trace, const typed::Program &program,
                   const SemaOptions &options, const char *text,
                   const llvm::StringSet<> &functions)
    : trace(trace), program(program), options(options), rootText(text) {
  for (auto &file : trace.files)
    if (!file->isStd)
      files.push_back(file.get());
  for (auto [name, params] : primitives())
    primitive.insert(name);
  nameHypers(functions);
  for (const Evaluation &evaluation : trace.evaluations) {
    evaluated.insert(evaluation.decl);
    versionOf(evaluation);
  }
}

//===----------------------------------------------------------------------===//
// What is to be written
//===----------------------------------------------------------------------===//

/// The mark of a declaration, which is to be written then.
std::string Expander::referTo(const Stmt &decl, const FileScope &file) {
  if (isa<HyperDecl>(decl))
    return hyperName(decl, file);
  auto [it, fresh] = itemOf.try_emplace(&decl, items.size());
  if (fresh) {
    items.push_back({&decl, &file, nullptr, "", "", phase});
    render(it->second);
  }
  return "\1" + std::to_string(it->second) + "\2";
}

std::string Expander::referTo(Version &version) {
  auto [it, fresh] = itemOf.try_emplace(&version, items.size());
  if (fresh) {
    items.push_back({version.decl, version.file, &version, "", "", phase});
    render(it->second);
  }
  return "\1" + std::to_string(it->second) + "\2";
}

/// Puts an item behind those that it uses. What refers to itself was reported.
void Expander::render(unsigned index) {
  Item &item = items[index];
  std::string text = item.version ? renderVersion(*item.version)
                                  : renderCopy(*item.decl, *item.file);
  items[index].text = std::move(text);
  order.push_back(index);
}

std::string Expander::renderVersion(Version &version) {
  Walker walker(*this, *version.file, &version);
  auto *block = version.block();
  if (!block) {
    auto &model = *cast<ModelDecl>(version.decl);
    walker.walkParams(model.inputs);
    if (model.result)
      walker.replace(model.result->range, walker.typeText(model.result));
    walker.walk(*model.body);
    return walker.text(model.range.Start, model.range.End);
  }
  auto params = [&](llvm::ArrayRef<Param> list, bool isConfig) {
    std::vector<std::string> texts;
    for (const Param &param : list) {
      if (isConfig && !version.kept.contains(param.name.name))
        continue;
      std::string text =
          param.name.name.str() + ": " + walker.typeText(param.type);
      if (param.defaultValue)
        text += " = " + walker.text(param.defaultValue);
      texts.push_back(std::move(text));
      walker.bind(param.name.name);
    }
    return "(" + llvm::join(texts, ", ") + ")";
  };
  std::string header = "block \1" + std::to_string(itemOf[&version]) + "\2" +
                       params(block->config, true) +
                       params(block->inputs, false);
  // The type of the result, where its axes can be said.
  std::optional<std::string> result;
  if (block->result) {
    result = walker.typeText(block->result);
  } else {
    for (const Evaluation *evaluation : version.evaluations) {
      if (!evaluation->isGeneral)
        continue;
      std::optional<std::string> type = typeText(evaluation->result, version);
      if (evaluation != version.evaluations.front() && type != result)
        type = std::nullopt;
      result = type;
      if (!type)
        break;
    }
  }
  if (result)
    header += " -> " + *result;
  std::string layers;
  for (auto &[name, text] : version.layers) {
    layers += "\n  layer " + name.str() + " = " + text;
    walker.bind(name);
  }
  walker.walk(*block->body);
  if (!layers.empty()) {
    const char *inside = block->body->range.Start.getPointer() + 1;
    bool onOneLine = StringRef(inside).ltrim(' ').front() != '\n';
    walker.insert(llvm::SMLoc::getFromPointer(inside),
                  onOneLine ? layers + "\n" : layers);
  }
  return header + " " +
         walker.text(block->body->range.Start, block->body->range.End);
}

/// The name that a declaration gives, empty where that is several or none.
Identifier expand::nameOf(const Stmt &decl) {
  switch (decl.kind) {
  case Stmt::Kind::Fn:
    return cast<FnDecl>(decl).name;
  case Stmt::Kind::Block:
    return cast<BlockDecl>(decl).name;
  case Stmt::Kind::TypeAlias:
    return cast<TypeAliasDecl>(decl).name;
  case Stmt::Kind::Model:
    return cast<ModelDecl>(decl).name;
  case Stmt::Kind::Dataset:
    return cast<DatasetDecl>(decl).name;
  case Stmt::Kind::Layer:
    return cast<LayerStmt>(decl).name;
  case Stmt::Kind::Let:
    return cast<LetStmt>(decl).pattern.names[0];
  default:
    return {};
  }
}

/// Names that a section has in scope besides those of its own statements.
static void bindSection(Walker &walker, const Body &section,
                        const FileScope &file) {
  for (const Stmt *item : section.stmts) {
    if (auto *let = dyn_cast<LetStmt>(item))
      for (Identifier name : let->pattern.names)
        walker.bind(name.name);
    if (auto *field = dyn_cast<FieldItem>(item))
      walker.bind(field->name.name);
    auto *key = dyn_cast<KeyItem>(item);
    if (!key)
      continue;
    if (key->name.name == "source" || key->name.name == "batch" ||
        key->name.name == "loss")
      walker.bind(key->name.name);
    const Expr *data = key->value;
    if (auto *member = dyn_cast<MemberExpr>(data))
      data = member->base;
    auto *name = dyn_cast<NameExpr>(data);
    if (key->name.name != "data" || !name)
      continue;
    auto found = file.names.find(name->name);
    if (found != file.names.end())
      if (auto *dataset = dyn_cast<DatasetDecl>(found->second))
        for (const Stmt *each : dataset->section->stmts)
          if (auto *field = dyn_cast<FieldItem>(each))
            walker.bind(field->name.name);
  }
}

std::string expand::quoted(StringRef text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\')
      result += '\\';
    result += c;
  }
  return result + '"';
}

/// `--set`, as far as it is about this section.
void Expander::setKeys(Walker &walker, const TrainDecl &train) const {
  for (const auto &[name, value] : options.sets) {
    auto [section, key] = StringRef(name).split('.');
    if (key.empty() || (section != "train" && section != train.sectionName()))
      continue;
    const KeyItem *item = nullptr;
    for (const Stmt *stmt : train.section->stmts)
      if (auto *each = dyn_cast<KeyItem>(stmt); each && each->name.name == key)
        item = each;
    if (item)
      walker.replace(item->value->range, value);
    else
      walker.insert(llvm::SMLoc::getFromPointer(
                        train.section->range.End.getPointer() - 1),
                    ("\n" + key + " = " + value + "\n").str());
  }
}

std::string Expander::renderCopy(const Stmt &decl, const FileScope &file) {
  Walker walker(*this, file, nullptr);
  if (Identifier name = nameOf(decl))
    if (auto it = itemOf.find(&decl); it != itemOf.end())
      walker.replace(name.range, "\1" + std::to_string(it->second) + "\2");
  switch (decl.kind) {
  case Stmt::Kind::Fn: {
    auto &fn = cast<FnDecl>(decl);
    walker.renameDims(fn.params);
    walker.walkParams(fn.params);
    if (fn.result)
      walker.replace(fn.result->range, walker.typeText(fn.result));
    walker.walk(fn.body);
    for (Identifier name : fn.cotangents)
      walker.bind(name.name);
    if (fn.hasGrad)
      walker.walk(fn.grad);
    break;
  }
  case Stmt::Kind::Block: {
    auto &block = cast<BlockDecl>(decl);
    walker.renameDims(block.inputs);
    walker.walkParams(block.config);
    walker.walkParams(block.inputs);
    if (block.result)
      walker.replace(block.result->range, walker.typeText(block.result));
    walker.walk(*block.body);
    break;
  }
  case Stmt::Kind::Model: {
    auto &model = cast<ModelDecl>(decl);
    walker.walkParams(model.inputs);
    walker.walk(*model.body);
    break;
  }
  case Stmt::Kind::Dataset:
    bindSection(walker, *cast<DatasetDecl>(decl).section, file);
    walker.walk(*cast<DatasetDecl>(decl).section);
    break;
  case Stmt::Kind::Train: {
    auto &train = cast<TrainDecl>(decl);
    bindSection(walker, *train.section, file);
    setKeys(walker, train);
    walker.walk(*train.section);
    break;
  }
  case Stmt::Kind::Hyper: {
    auto &hyper = cast<HyperDecl>(decl);
    std::string name = (file.prefix + hyper.name.name).str();
    walker.replace(hyper.name.range, hyperName(decl, file));
    std::string value;
    for (const auto &[set, text] : options.sets)
      if (set == name)
        value = text;
    auto it = llvm::find_if(program.hypers, [&](const typed::Hyper &each) {
      return each.name == name;
    });
    bool isText = it != program.hypers.end() && it->kind == typed::Hyper::Str;
    if (value.empty())
      walker.walk(hyper.value);
    else
      walker.replace(hyper.value->range, isText ? quoted(value) : value);
    break;
  }
  case Stmt::Kind::TypeAlias:
    walker.replace(cast<TypeAliasDecl>(decl).type->range,
                   walker.typeText(cast<TypeAliasDecl>(decl).type));
    break;
  case Stmt::Kind::Dim:
    return dimText(cast<DimDecl>(decl), file);
  default:
    walker.walkStmt(decl);
  }
  return walker.text(decl.range.Start, decl.range.End);
}

//===----------------------------------------------------------------------===//
// The result
//===----------------------------------------------------------------------===//

llvm::Expected<std::optional<std::string>>
nnc::expandProgram(ASTContext &context, llvm::SourceMgr &sources,
                   const SourceFile &file, DiagnosticEngine &diags,
                   const SemaOptions &options) {
  Trace trace;
  std::unique_ptr<typed::Program> program =
      analyzeTraced(context, sources, file, diags, options, trace);
  if (!program)
    return std::nullopt;
  const llvm::MemoryBuffer &buffer = *sources.getMemoryBuffer(file.bufferId);
  const char *source = buffer.getBufferStart();
  auto expander = std::make_unique<Expander>(trace, *program, options, source);
  std::string text = expander->run();
  // Which functions the result calls is known when it is written.
  if (llvm::StringSet<> hidden = expander->hiddenByHypers(); !hidden.empty()) {
    expander =
        std::make_unique<Expander>(trace, *program, options, source, hidden);
    text = expander->run();
  }
  if (std::optional<Identifier> name = expander->hiding()) {
    diags
        .error("E0203", name->range,
               "`" + name->name +
                   "` hides a function that the library calls here")
        .help("give it another name");
    return std::nullopt;
  }

  // What a reader gets is a program.
  std::string name = buffer.getBufferIdentifier().str();
  llvm::SourceMgr after;
  DiagnosticEngine found(after);
  auto fault = [&](const char *step) {
    std::string message;
    llvm::raw_string_ostream os(message);
    os << "the expanded program " << step;
    for (const Diagnostic &diag : found.all())
      if (diag.severity == Severity::Error)
        os << "\n  " << diag.message;
    return llvm::createStringError(message);
  };
  unsigned id = after.AddNewSourceBuffer(
      llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
  auto formatted = formatBuffer(context, after, id, found);
  if (!formatted)
    return formatted.takeError();
  if (!*formatted)
    return fault("cannot be parsed");
  id = after.AddNewSourceBuffer(
      llvm::MemoryBuffer::getMemBufferCopy(**formatted, name), llvm::SMLoc());
  const SourceFile *again = parseFile(context, after, id, found);
  SemaOptions plain;
  plain.train = options.train;
  plain.noTrain = options.noTrain;
  std::unique_ptr<typed::Program> written =
      analyze(context, after, *again, found, plain);
  if (!written)
    return fault("has errors");
  if (std::optional<std::string> what =
          difference(*program, *written, expander->newNames()))
    return llvm::createStringError("the expanded program is another: " + *what);
  return formatted;
}
