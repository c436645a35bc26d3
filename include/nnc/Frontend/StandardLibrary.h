//===- StandardLibrary.h - lib/std as text in the tools ---------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_STANDARDLIBRARY_H
#define NNC_FRONTEND_STANDARDLIBRARY_H

#include "llvm/ADT/ArrayRef.h"

#include <utility>

namespace nnc {

/// The files of lib/std, which the build embeds: name and text of each.
llvm::ArrayRef<std::pair<const char *, const char *>> standardLibrary();

} // namespace nnc

#endif // NNC_FRONTEND_STANDARDLIBRARY_H
