//===- Thin.h - Fewer lines of a file of measurements -----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TOOLS_NNCRUN_THIN_H
#define NNC_TOOLS_NNCRUN_THIN_H

#include <cstddef>
#include <string>
#include <vector>

namespace nnc::run {

/// Which of `lines`, JSON objects as a run writes them, stand for all: in
/// order, the first and the last among them, no more than `most` and
/// `mostBytes` together. The file is cut into as many stretches of the same
/// number of lines as there is room for, and of each is kept where a number has
/// its least and its greatest value, so that no peak is lost. Numbers are those
/// of the line and of the objects in it, and of a list of objects the least and
/// greatest of each key.
std::vector<size_t> thin(const std::vector<std::string> &lines, size_t most,
                         size_t mostBytes);

} // namespace nnc::run

#endif // NNC_TOOLS_NNCRUN_THIN_H
