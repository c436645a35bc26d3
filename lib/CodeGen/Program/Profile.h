//===- Profile.h - Telling a host where time goes ---------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_PROFILE_H
#define NNC_LIB_CODEGEN_PROGRAM_PROFILE_H

#include "Constants.h"

#include "mlir/IR/BuiltinOps.h"

namespace nnc {

/// The nn_profile of a program compiled with it, and the body of the function
/// that its sites call; null for other programs.
llvm::Constant *emitProfile(Constants &constants, mlir::ModuleOp description);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_PROFILE_H
