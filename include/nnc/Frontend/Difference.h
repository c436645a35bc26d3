//===- Difference.h - Whether two programs mean the same --------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_DIFFERENCE_H
#define NNC_FRONTEND_DIFFERENCE_H

#include "llvm/ADT/StringMap.h"

#include <optional>
#include <string>

namespace nnc {

namespace typed {
struct Program;
} // namespace typed

/// The first thing in which two programs differ, in words; none where they are
/// one program: the same parameters and states with their paths, shapes and
/// initial values, the same hypers, data sets, sections and optimizers, and in
/// each function the same operations with the same effects in the same order.
///
/// Names of blocks, functions, locals and axes do not count, nor does where a
/// value stands that has no effect. `newNames` says what hypers of `before`
/// are called in `after`, where that is something else.
std::optional<std::string>
difference(const typed::Program &before, const typed::Program &after,
           const llvm::StringMap<std::string> &newNames = {});

} // namespace nnc

#endif // NNC_FRONTEND_DIFFERENCE_H
