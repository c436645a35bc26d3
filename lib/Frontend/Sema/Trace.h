//===- Trace.h - How the bodies of a program were evaluated -----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A block is evaluated at each of its uses, and what was found out there is
// lost in the typed program. Expansion writes blocks down as they were used, so
// it has Sema keep, for each evaluation of the body of a block or model, what
// the names stood for and which branches were taken.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_SEMA_TRACE_H
#define NNC_LIB_FRONTEND_SEMA_TRACE_H

#include "Elaborator.h"

#include <deque>

namespace nnc {

/// One evaluation of the body of a block or model.
struct Evaluation {
  const Stmt *decl = nullptr; ///< BlockDecl or ModelDecl
  const FileScope *file = nullptr;
  Evaluation *caller = nullptr; ///< the body that built the layer
  const char *site = nullptr;   ///< where it did: the start of the call
  llvm::StringMap<Value> config;
  llvm::StringMap<const Expr *> given; ///< arguments that the caller wrote
  llvm::StringMap<typed::Axis> dims;   ///< as the caller sees them
  std::optional<std::vector<typed::Axis>> further;
  std::optional<typed::Element> floating;
  bool owns = false; ///< parameters or states
  /// Of a model by itself, where its dims have any size. A section may pass one
  /// that is known.
  bool isGeneral = false;
  Value result;

  /// The layers that the body has built, by the start of the call.
  llvm::DenseMap<const char *, llvm::SmallVector<Evaluation *, 2>> uses;
  struct Branch {
    bool yes = false, no = false, atRunTime = false;
    llvm::SmallBitVector hypers; ///< that the condition depends on
  };
  llvm::DenseMap<const Expr *, Branch> branches;
  /// What a `let`, `param` or `state` has bound, by where the name stands. None
  /// where that differed between iterations.
  llvm::DenseMap<const char *, std::optional<Value>> bindings;
  /// Axes that were given by name, and which these are; -1: now this, now that.
  llvm::DenseMap<const Expr *, int64_t> axes;
};

struct Trace {
  std::deque<Evaluation> evaluations;
  std::vector<std::unique_ptr<FileScope>> files;
  FileScope *root = nullptr;
  FileScope *stdScope = nullptr;

  Evaluation &add() { return evaluations.emplace_back(); }
  static std::optional<unsigned> hyperOf(const typed::Axis &axis,
                                         const typed::Program &program);
};

/// `analyze`, keeping a trace.
std::unique_ptr<typed::Program>
analyzeTraced(ASTContext &context, llvm::SourceMgr &sources,
              const SourceFile &file, DiagnosticEngine &diags,
              const SemaOptions &options, Trace &trace);

} // namespace nnc

#endif // NNC_LIB_FRONTEND_SEMA_TRACE_H
