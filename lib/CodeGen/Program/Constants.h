//===- Constants.h - The structures of nnrt/program.h as LLVM IR -*- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_CONSTANTS_H
#define NNC_LIB_CODEGEN_PROGRAM_CONSTANTS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DerivedTypes.h"
#include "llvm/IR/Module.h"

namespace nnc {

/// Builds constants of a module. All data is private and unnamed.
class Constants {
public:
  explicit Constants(llvm::Module &module)
      : module(module), context(module.getContext()),
        pointer(llvm::PointerType::get(context, 0)),
        int8(llvm::Type::getInt8Ty(context)),
        int32(llvm::Type::getInt32Ty(context)),
        int64(llvm::Type::getInt64Ty(context)),
        float64(llvm::Type::getDoubleTy(context)) {}

  llvm::Constant *i32(int64_t value) {
    return llvm::ConstantInt::get(int32, value, /*IsSigned=*/true);
  }
  llvm::Constant *i64(int64_t value) {
    return llvm::ConstantInt::get(int64, value, /*IsSigned=*/true);
  }
  llvm::Constant *f64(double value) {
    return llvm::ConstantFP::get(float64, value);
  }
  llvm::Constant *null() { return llvm::ConstantPointerNull::get(pointer); }
  /// A pointer to zero-terminated text; equal texts are one.
  llvm::Constant *text(llvm::StringRef value);
  /// A structure laid out like the C structure of these members.
  llvm::Constant *structure(llvm::ArrayRef<llvm::Constant *> members) {
    return llvm::ConstantStruct::getAnon(context, members);
  }
  llvm::Constant *inlineArray(llvm::ArrayRef<llvm::Constant *> elements) {
    return llvm::ConstantArray::get(
        llvm::ArrayType::get(elements.front()->getType(), elements.size()),
        elements);
  }
  /// A pointer to an array; null where it is empty.
  llvm::Constant *array(llvm::ArrayRef<llvm::Constant *> elements);
  llvm::GlobalVariable *global(llvm::Constant *value);

  llvm::Module &module;
  llvm::LLVMContext &context;
  llvm::PointerType *pointer;
  llvm::IntegerType *int8, *int32, *int64;
  llvm::Type *float64;

private:
  llvm::StringMap<llvm::Constant *> texts;
};

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_CONSTANTS_H
