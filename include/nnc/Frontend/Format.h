//===- Format.h - the one style of .nn files --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_FORMAT_H
#define NNC_FRONTEND_FORMAT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {

class ASTContext;
class DiagnosticEngine;

/// Lines of code are broken where they would be wider than this, in characters.
constexpr unsigned kFormatWidth = 100;

/// The text of a buffer in the one style of the language: two blanks for each
/// level, one blank around operators, at most one empty line between two
/// statements. Comments stay; so do the line breaks that the author has chosen
/// where a choice is left. Formatting the result again changes nothing.
///
/// Nothing, with an error in `diags`, where the buffer has a syntax error; an
/// Error is a fault of the formatter, which never changes what is read.
llvm::Expected<std::optional<std::string>>
formatBuffer(ASTContext &context, const llvm::SourceMgr &sources,
             unsigned bufferId, DiagnosticEngine &diags);

} // namespace nnc

#endif // NNC_FRONTEND_FORMAT_H
