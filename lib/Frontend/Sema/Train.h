//===- Train.h - A training section while it is built -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_SEMA_TRAIN_H
#define NNC_LIB_FRONTEND_SEMA_TRAIN_H

#include "Elaborator.h"

namespace nnc {

struct Elaborator::TrainBuild {
  const TrainDecl *decl;
  typed::Train *result;
  llvm::StringMap<const Expr *> keys; ///< with `--set` applied
  std::vector<std::string> metrics;
  SMRange penaltyRange;
  /// What each optimizer instance asked of its parameter's path.
  std::vector<std::vector<std::pair<std::string, bool>>> matches;
};

} // namespace nnc

#endif // NNC_LIB_FRONTEND_SEMA_TRAIN_H
