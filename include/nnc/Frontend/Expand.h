//===- Expand.h - Programs with nothing imported ----------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_EXPAND_H
#define NNC_FRONTEND_EXPAND_H

#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {

class ASTContext;
class DiagnosticEngine;
struct SemaOptions;
struct SourceFile;

/// The program with what it uses of the library and of other files written into
/// it, each block for the configuration and the shapes that it is used with. It
/// means the same: parameters keep their paths, and every number its bits.
///
/// Nothing, with errors in `diags`, where the program has errors. An Error is a
/// fault of the expansion, whose result is checked.
llvm::Expected<std::optional<std::string>>
expandProgram(ASTContext &context, llvm::SourceMgr &sources,
              const SourceFile &file, DiagnosticEngine &diags,
              const SemaOptions &options);

} // namespace nnc

#endif // NNC_FRONTEND_EXPAND_H
