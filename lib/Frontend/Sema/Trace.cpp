//===- Trace.cpp - How the bodies of a program were evaluated -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Trace.h"

#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using llvm::StringRef;

std::unique_ptr<typed::Program>
nnc::analyzeTraced(ASTContext &context, llvm::SourceMgr &sources,
                   const SourceFile &file, DiagnosticEngine &diags,
                   const SemaOptions &options, Trace &trace) {
  Elaborator elaborator(context, sources, diags, options);
  elaborator.keep(trace);
  return elaborator.run(file);
}

void Elaborator::endTrace() {
  if (!trace)
    return;
  trace->files = std::move(files);
  trace->root = root;
  trace->stdScope = stdScope;
}

void Elaborator::traceLayer(const LayerInstance &layer, Frame &body) {
  if (!trace || !layer.site)
    return;
  Evaluation &evaluation = trace->add();
  evaluation.decl = layer.block;
  evaluation.file = layer.file;
  evaluation.caller = layer.site;
  evaluation.isGeneral = layer.site->isGeneral;
  evaluation.site = layer.range.Start.getPointer();
  evaluation.config = layer.config;
  evaluation.given = layer.given;
  evaluation.dims = body.dims;
  evaluation.further = body.further;
  evaluation.floating = body.floating;
  layer.site->uses[evaluation.site].push_back(&evaluation);
  body.evaluation = &evaluation;
}

void Elaborator::traceModel(const ModelDecl &decl, Frame &body) {
  if (!trace)
    return;
  bool isFirst =
      llvm::none_of(trace->evaluations, [&](const Evaluation &other) {
        return other.decl == &decl;
      });
  Evaluation &evaluation = trace->add();
  evaluation.decl = &decl;
  evaluation.isGeneral = isFirst;
  evaluation.file = body.file;
  evaluation.dims = body.dims;
  evaluation.floating = body.floating;
  body.evaluation = &evaluation;
}

void Elaborator::traceBinding(SMRange name, const Value &value,
                              const Frame &frame) {
  if (!frame.evaluation || !name.isValid())
    return;
  auto [it, fresh] =
      frame.evaluation->bindings.try_emplace(name.Start.getPointer(), value);
  if (fresh || !it->second)
    return;
  const Value &before = *it->second;
  bool same = before.kind == value.kind && before.type == value.type &&
              before.text == value.text;
  for (size_t i = 0; same && i < value.type.rank(); ++i)
    same = before.type.axes[i].name == value.type.axes[i].name &&
           before.type.axes[i].label == value.type.axes[i].label;
  if (!same || value.kind != Value::Tensor)
    it->second = std::nullopt;
}

void Elaborator::traceBranch(const IfExpr &expr, const Value &condition,
                             const Frame &frame) {
  if (!frame.evaluation)
    return;
  Evaluation::Branch &branch = frame.evaluation->branches[&expr];
  if (condition.kind != Value::Bool || !condition.flag)
    branch.atRunTime = true;
  else
    (*condition.flag ? branch.yes : branch.no) = true;
  branch.hypers |= condition.hypers;
  branch.hypers |= condition.fixed;
}

void Elaborator::fixBySize(Value &value, const typed::Axis &axis) const {
  if (!trace || !axis.size.constant())
    return;
  std::optional<unsigned> hyper = Trace::hyperOf(axis, *program);
  if (!hyper)
    return;
  if (value.fixed.size() <= *hyper)
    value.fixed.resize(*hyper + 1);
  value.fixed.set(*hyper);
}

/// The int hyper that a size goes by the name of, where it has its value.
std::optional<unsigned> Trace::hyperOf(const typed::Axis &axis,
                                       const typed::Program &program) {
  StringRef label = !axis.label.empty() ? axis.label : axis.name;
  label.consume_front("^");
  for (const auto &[index, hyper] : llvm::enumerate(program.hypers))
    if (hyper.kind == typed::Hyper::Int && label == hyper.name &&
        axis.size.isConstant(hyper.integer))
      return index;
  return std::nullopt;
}

void Elaborator::traceAxis(const Expr *expr, int64_t axis, const Frame &frame) {
  if (!frame.evaluation)
    return;
  auto [it, fresh] = frame.evaluation->axes.try_emplace(expr, axis);
  if (!fresh && it->second != axis)
    it->second = -1;
}

//===----------------------------------------------------------------------===//
// Definitions that are copies of the library's
//===----------------------------------------------------------------------===//

/// The next word, number or sign of a definition; comments are left out.
static StringRef nextToken(StringRef &text) {
  for (text = text.ltrim(); text.consume_front("#"); text = text.ltrim())
    text = text.drop_until([](char c) { return c == '\n'; });
  auto isWord = [](char c) { return llvm::isAlnum(c) || c == '_'; };
  StringRef token = text.take_while(isWord);
  if (token.empty())
    token = text.take_front();
  text = text.drop_front(token.size());
  return token;
}

static void collectDims(llvm::ArrayRef<Param> params, llvm::StringSet<> &dims) {
  for (const Param &param : params)
    if (auto *type = llvm::dyn_cast<NamedType>(param.type))
      for (const Expr *dim : type->shape)
        if (auto *name = llvm::dyn_cast<NameExpr>(dim))
          dims.insert(name->name);
}

/// Whether `copy` is written as `original` is, but for its name and those of
/// the dims that its inputs bind.
static bool isCopy(const Stmt &copy, const Stmt &original) {
  if (copy.kind != original.kind)
    return false;
  StringRef name;
  llvm::StringSet<> dims;
  if (auto *fn = llvm::dyn_cast<FnDecl>(&original)) {
    name = fn->name.name;
    collectDims(fn->params, dims);
  } else if (auto *block = llvm::dyn_cast<BlockDecl>(&original)) {
    name = block->name.name;
    collectDims(block->inputs, dims);
  } else {
    return false;
  }
  auto text = [](const Stmt &stmt) {
    const char *begin = stmt.range.Start.getPointer();
    return StringRef(begin, stmt.range.End.getPointer() - begin);
  };
  StringRef a = text(copy), b = text(original);
  llvm::StringMap<StringRef> renamed;
  llvm::StringSet<> used;
  while (true) {
    StringRef left = nextToken(a), right = nextToken(b);
    if (left.empty() || right.empty())
      return left.empty() && right.empty();
    if (right == name) {
      name = "";
      continue;
    }
    if (dims.contains(right)) {
      auto [it, fresh] = renamed.try_emplace(right, left);
      if (it->second != left || (fresh && !used.insert(left).second))
        return false;
      continue;
    }
    if (left != right)
      return false;
  }
}

const Stmt *Elaborator::libraryOriginal(const Stmt &decl, StringRef name) {
  const FileScope *where = nullptr;
  const Stmt *original = stdScope ? findDecl(*stdScope, name, &where) : nullptr;
  return original && isCopy(decl, *original) ? original : nullptr;
}

StringRef Elaborator::compositeName(const FnDecl &fn, const FileScope &file) {
  static const StringRef names[] = {"softmax", "log_softmax", "cross_entropy",
                                    "binary_cross_entropy"};
  if (file.isStd)
    return llvm::is_contained(names, fn.name.name) ? fn.name.name : "";
  auto [it, fresh] = composites.try_emplace(&fn, "");
  if (fresh)
    for (StringRef name : names)
      if (libraryOriginal(fn, name))
        it->second = name;
  return it->second;
}
