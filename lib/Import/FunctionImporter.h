//===- FunctionImporter.h - typed functions to regions ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_IMPORT_FUNCTIONIMPORTER_H
#define NNC_LIB_IMPORT_FUNCTIONIMPORTER_H

#include "nnc/Dialect/NN/NNOps.h"
#include "nnc/Frontend/TypedAST.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace llvm {
class SourceMgr;
} // namespace llvm

namespace nnc {

/// What the translation of all functions of a module shares.
struct ImportContext {
  mlir::MLIRContext *context;
  const llvm::SourceMgr &sources;

  /// The source range, fused with the layer path where there is one.
  mlir::Location location(llvm::SMRange range, llvm::StringRef path = {}) const;
  /// A tensor type, with the names of its dynamic sizes, or i64, f64, i1.
  mlir::Type type(const typed::Type &type) const;
  mlir::Type element(typed::Element element) const;
};

/// The initial value of a parameter or state, at the end of `block`: that of
/// all its iterations where it is stacked (ScanImporter.cpp).
mlir::Value importInitialValue(const ImportContext &context, mlir::Block &block,
                               const typed::Variable &variable,
                               mlir::Location loc);

/// Translates the nodes of one function, at the end of one block.
class FunctionImporter {
public:
  /// `variables`: the parameters and states in reach, by path.
  FunctionImporter(
      const ImportContext &context, mlir::Block &block,
      const llvm::StringMap<const typed::Variable *> &variables,
      llvm::ArrayRef<std::unique_ptr<typed::Optimizer>> optimizers = {});

  /// Makes `value` the n-th input.
  void bind(const typed::Node *node, mlir::Value value) {
    values[node] = value;
  }
  /// Translates the effects of a function and what its results depend on.
  void importNodes(const typed::Function &function);
  /// Translates `node` and what it depends on, among the nodes of `function`.
  mlir::Value importValue(const typed::Function &function,
                          const typed::Node *node);
  mlir::Value value(const typed::Node *node) const {
    return values.lookup(node);
  }
  mlir::OpBuilder &getBuilder() { return builder; }

private:
  void importLive(const typed::Function &function,
                  llvm::ArrayRef<const typed::Node *> roots);
  mlir::Value importNode(const typed::Node &node);
  void importEffect(const typed::Node &node);
  mlir::Value importConstant(const typed::Node &node);
  mlir::Value importTensorOp(const typed::Node &node);
  void importCustomVjp(const typed::Node &node);
  void importGradient(const typed::Node &node);
  void importScan(const typed::Node &node); // ScanImporter.cpp
  void importRegion(mlir::Region &region, const typed::Function &function);

  // Numbers that are not tensors (ScalarImporter.cpp).
  mlir::Value importScalarOp(const typed::Node &node);
  mlir::Value importIntOp(const typed::Node &node, mlir::ValueRange operands);
  mlir::Value importNumOp(const typed::Node &node, mlir::ValueRange operands);
  mlir::Value importBoolOp(const typed::Node &node, mlir::ValueRange operands);
  mlir::Value importComparison(const typed::Node &node,
                               mlir::ValueRange operands);
  mlir::Value floorDivide(mlir::Value lhs, mlir::Value rhs, bool remainder);
  mlir::Value integer(int64_t value);

  llvm::SmallVector<mlir::Value> operandsOf(const typed::Node &node) const;

  const ImportContext &context;
  mlir::OpBuilder builder;
  mlir::Location loc;
  const llvm::StringMap<const typed::Variable *> &variables;
  llvm::ArrayRef<std::unique_ptr<typed::Optimizer>> optimizers;
  llvm::DenseMap<const typed::Node *, mlir::Value> values;
  llvm::DenseMap<const typed::Node *, nn::GradientOp> gradients;
  llvm::DenseMap<const typed::Node *, nn::ScanOp> scans;
  llvm::DenseMap<const typed::Node *, nn::CustomVjpOp> customVjps;
};

} // namespace nnc

#endif // NNC_LIB_IMPORT_FUNCTIONIMPORTER_H
