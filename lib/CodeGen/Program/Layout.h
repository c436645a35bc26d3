//===- Layout.h - Where the tensors of a program lie ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_PROGRAM_LAYOUT_H
#define NNC_LIB_CODEGEN_PROGRAM_LAYOUT_H

#include "nnc/CodeGen/Program/Program.h"
#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinTypes.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"

#include <optional>

namespace nnc {

int64_t elementBytes(mlir::Type type);

/// How a packed tensor is cut into panels: `dim` by `tile`, the last one padded
/// with zeros.
struct Panels {
  int64_t dim;
  int64_t tile;
};

/// A tensor of a block.
struct Stored {
  nn::ArgKind kind;
  std::string path;
  mlir::RankedTensorType type;
  int64_t offset = 0;
  int64_t bytes = 0; // in its block
  std::optional<Panels> panels;
  llvm::SmallVector<int64_t> stack; // sizes of the loops it is stacked over
  int64_t stackIndex = -1;          // of one iteration of such a tensor

  /// Its iterations, as tensors with paths of their own; else itself.
  std::vector<Stored> iterations() const;
};

/// The tensors of a model (parameters, then states) or of a training section.
struct BlockLayout {
  std::vector<Stored> tensors; // as functions take them, stacks whole
  std::vector<Stored> rows;    // as files know them, one for each iteration
  int64_t parameterBytes = 0;
  int64_t stateBytes = 0;
  int64_t optimizerBytes = 0;

  const Stored *find(nn::ArgKind kind, llvm::StringRef path) const;
  /// Gives tensors their offsets, once it is known which are packed.
  void place();
};

/// Reads a description.
class Layout {
public:
  explicit Layout(mlir::ModuleOp description);

  mlir::ModuleOp module;
  std::vector<nn::DimOp> dims;
  std::vector<nn::HyperOp> hypers;
  std::vector<nn::ModelOp> models;
  std::vector<nn::TrainOp> trains;
  std::vector<nn::DatasetOp> datasets;
  llvm::StringMap<BlockLayout> blocks; // by symbol of the section

  int dimIndex(llvm::StringRef name) const;
  int hyperIndex(llvm::StringRef name) const;
  int modelIndex(llvm::StringRef symbol) const;
  int datasetIndex(llvm::StringRef symbol) const;

  /// The function of an entry, with any sizes; null if there is none.
  mlir::func::FuncOp entry(llvm::StringRef owner, llvm::StringRef kind) const;
  /// Its form for the sizes of the training section, or null.
  mlir::func::FuncOp specialized(mlir::func::FuncOp entry) const;
  /// Where an argument of a block lies.
  const Stored &stored(llvm::StringRef owner, nn::ArgAttr key) const;

private:
  void addBlock(llvm::StringRef owner, mlir::Region &region,
                nn::ArgKind stateKind);
};

/// The function that computes an expression over all dims of the program.
std::string sizeFunctionName(llvm::StringRef expression);

} // namespace nnc

#endif // NNC_LIB_CODEGEN_PROGRAM_LAYOUT_H
