//===- Parser.h - text to syntax tree ---------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_PARSER_H
#define NNC_FRONTEND_PARSER_H

#include "nnc/Frontend/AST.h"

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {

class DiagnosticEngine;

/// Parses one buffer of `sources`. Always returns a tree: what could not be
/// read is an ErrorExpr or left out, with at least one error in `diags`. The
/// nodes live as long as `context` and `sources`.
SourceFile *parseFile(ASTContext &context, const llvm::SourceMgr &sources,
                      unsigned bufferId, DiagnosticEngine &diags);

} // namespace nnc

#endif // NNC_FRONTEND_PARSER_H
