//===- Gradcheck.h - What differences must hold constant --------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_IMPORT_GRADCHECK_H
#define NNC_LIB_IMPORT_GRADCHECK_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace nnc {

/// Makes an input `frozen.N` of all that has no derivative although it changes
/// with the inputs, and a result of the same name that holds it as computed, so
/// that differences can hold it constant too. That is what `stop_gradient`
/// takes; and of a surrogate, a function of scalars that has a `grad` clause
/// and reaches a step (rule 49), its value f(x0) and its inputs x0: it becomes
/// f(x0) + clause * (x - x0). Its value is called `frozen.N NAME`.
void freezeConstants(mlir::func::FuncOp function);

} // namespace nnc

#endif // NNC_LIB_IMPORT_GRADCHECK_H
