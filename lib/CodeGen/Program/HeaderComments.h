//===- HeaderComments.h - What a generated header says ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_HEADERCOMMENTS_H
#define NNC_LIB_CODEGEN_PROGRAM_HEADERCOMMENTS_H

#include "EntryFrame.h"

#include "llvm/Support/raw_ostream.h"

namespace nnc {

/// A C comment of paragraphs, broken into lines of at most 80 columns.
class Comment {
public:
  explicit Comment(llvm::raw_ostream &os) : os(os) { os << "/*"; }
  ~Comment() { os << " */\n"; }

  /// Text after a label in a column of its own; both may be empty.
  Comment &paragraph(llvm::StringRef label, llvm::StringRef text);
  Comment &paragraph(llvm::StringRef text) { return paragraph("", text); }
  /// A line as it is.
  Comment &line(llvm::StringRef text);

private:
  llvm::raw_ostream &os;
  bool empty = true;
};

/// An element type or a tensor as the language writes it: "f32[batch, 64]".
std::string describe(mlir::Type type);
std::string describe(mlir::RankedTensorType type);

/// What all functions of the header have in common. `prefix` begins their
/// names, `symbol` is that of the program.
void commentHeader(llvm::raw_ostream &os, const Layout &layout,
                   const ProgramOptions &options, llvm::StringRef symbol);

/// Of the wrapper `function` of `entry`, of the kind "infer", "train_step", ...
void commentEntry(llvm::raw_ostream &os, const Layout &layout,
                  mlir::func::FuncOp entry, llvm::StringRef kind,
                  llvm::StringRef function);

/// The dims that an entry takes, as indices.
llvm::SmallVector<unsigned> dimsOf(const Layout &layout,
                                   mlir::func::FuncOp entry);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_HEADERCOMMENTS_H
