//===- Fold.h - Ops on numbers that are known -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_FOLD_H
#define NNC_LIB_FRONTEND_FOLD_H

#include "nnc/Frontend/TypedAST.h"

namespace nnc {

/// What an op makes of one number, or of two; none where it is not for them.
std::optional<double> fold(typed::Op op, double x);
std::optional<double> fold(typed::Op op, double x, double y);

} // namespace nnc

#endif // NNC_LIB_FRONTEND_FOLD_H
