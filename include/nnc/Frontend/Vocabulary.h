//===- Vocabulary.h - The names that the language itself has ----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What editors offer beside the names of a program and of lib/std, which say
// themselves what they are.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_VOCABULARY_H
#define NNC_FRONTEND_VOCABULARY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <utility>
#include <vector>

namespace nnc {

/// The words that TokenKinds.def reserves.
llvm::ArrayRef<llvm::StringRef> keywords();
/// What may follow a number: `steps`, `GiB`.
llvm::ArrayRef<llvm::StringRef> units();
/// Element types and kinds: `f32`, `int`.
llvm::ArrayRef<llvm::StringRef> typeNames();
/// Values that need no declaration: `pi`, `step`.
llvm::ArrayRef<llvm::StringRef> predefinedValues();

/// The keys of a `train` section.
llvm::ArrayRef<llvm::StringRef> trainKeys();
/// The keys of a `dataset`.
llvm::ArrayRef<llvm::StringRef> datasetKeys();

/// The functions that are no library code, by name, and the names of their
/// parameters with a `?` behind those that may be left out (`x,axis?,keep?`;
/// `...` stands for any number).
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>> primitives();
/// The parameters of one of them, each as it is written there; none where there
/// is no such function.
std::optional<std::vector<llvm::StringRef>>
primitiveParameters(llvm::StringRef name);

} // namespace nnc

#endif // NNC_FRONTEND_VOCABULARY_H
