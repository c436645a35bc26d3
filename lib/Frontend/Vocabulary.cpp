//===- Vocabulary.cpp - The names that the language itself has ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Vocabulary.h"

#include "nnc/Frontend/Observer.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace nnc {

SemaObserver::~SemaObserver() = default;

ArrayRef<StringRef> keywords() {
  static const StringRef words[] = {
#define NNC_KEYWORD(NAME, GROUP) #NAME,
#include "nnc/Frontend/TokenKinds.def"
  };
  return words;
}

ArrayRef<StringRef> units() {
  static const StringRef words[] = {
#define NNC_UNIT(NAME) #NAME,
#include "nnc/Frontend/TokenKinds.def"
  };
  return words;
}

ArrayRef<StringRef> typeNames() {
  static const StringRef words[] = {
#define NNC_TYPE(NAME) #NAME,
#include "nnc/Frontend/TokenKinds.def"
  };
  return words;
}

ArrayRef<StringRef> predefinedValues() {
  static const StringRef words[] = {
#define NNC_VALUE(NAME) #NAME,
#include "nnc/Frontend/TokenKinds.def"
  };
  return words;
}

} // namespace nnc
