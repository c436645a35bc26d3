//===- Npy.h - NumPy's files ------------------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_NPY_H
#define NNC_RUNTIME_NPY_H

#include "Runtime/Array.h"

#include <string>
#include <utility>
#include <vector>

namespace nnc::rt {

using NamedArrays = std::vector<std::pair<std::string, Array>>;

/// `what` names the content in messages.
Array parseNpy(const std::string &content, const std::string &what);
std::string renderNpy(const Array &array);

/// One array of an .npy, or all of an .npz (stored or deflated).
Array readNpy(const std::string &path);
NamedArrays readNpz(const std::string &path);

/// Appear whole or not at all.
void writeNpy(const std::string &path, const Array &array);
void writeNpz(const std::string &path, const NamedArrays &arrays);

} // namespace nnc::rt

#endif // NNC_RUNTIME_NPY_H
