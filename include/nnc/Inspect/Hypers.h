//===- Hypers.h - What can be set, as a table -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_INSPECT_HYPERS_H
#define NNC_INSPECT_HYPERS_H

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace nnc {

namespace typed {
struct Program;
} // namespace typed

/// A line for each hyper: name, kind, value, default, whether it is structural,
/// and what its `##` lines say.
void printHypers(llvm::raw_ostream &os, const typed::Program &program);
/// The same as one JSON array; values as they are written in programs.
void printHypersAsJson(llvm::raw_ostream &os, const typed::Program &program);

} // namespace nnc

#endif // NNC_INSPECT_HYPERS_H
