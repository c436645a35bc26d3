//===- Constants.cpp - Constants of a module
//-------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Constants.h"

using namespace llvm;

namespace nnc {

GlobalVariable *Constants::global(Constant *value) {
  auto *variable =
      new GlobalVariable(module, value->getType(), /*isConstant=*/true,
                         GlobalValue::PrivateLinkage, value);
  variable->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
  return variable;
}

Constant *Constants::text(StringRef value) {
  Constant *&known = texts[value];
  if (!known)
    known = global(ConstantDataArray::getString(context, value));
  return known;
}

Constant *Constants::array(ArrayRef<Constant *> elements) {
  if (elements.empty())
    return null();
  return global(inlineArray(elements));
}

} // namespace nnc
