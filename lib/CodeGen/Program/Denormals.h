//===- Denormals.h - Flushing denormals while a program runs ----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_DENORMALS_H
#define NNC_LIB_CODEGEN_PROGRAM_DENORMALS_H

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

namespace nnc {

/// Makes denormal results and operands 0 from here on. Returns what
/// restoreDenormals takes, null where the target has no such mode.
llvm::Value *flushDenormals(llvm::IRBuilderBase &builder);
/// Brings back the mode of the caller.
void restoreDenormals(llvm::IRBuilderBase &builder, llvm::Value *saved);

/// Does both in the functions that parallel regions became: a pool's threads do
/// not inherit the mode of the thread that enters the region.
void flushInParallelRegions(llvm::Module &module);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_DENORMALS_H
