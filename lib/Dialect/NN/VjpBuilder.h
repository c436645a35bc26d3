//===- VjpBuilder.h - Shorthand for derivative rules ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lets a rule read like the formula it implements. A null value stands for a
// cotangent that is zero everywhere.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_DIALECT_NN_VJPBUILDER_H
#define NNC_LIB_DIALECT_NN_VJPBUILDER_H

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/IR/Builders.h"

namespace nnc::nn {

class VjpBuilder {
public:
  VjpBuilder(mlir::OpBuilder &builder, mlir::Location loc)
      : b(builder), loc(loc) {}

  mlir::Value add(mlir::Value x, mlir::Value y);
  mlir::Value sub(mlir::Value x, mlir::Value y);
  mlir::Value mul(mlir::Value x, mlir::Value y);
  mlir::Value div(mlir::Value x, mlir::Value y);
  mlir::Value neg(mlir::Value x);
  mlir::Value exp(mlir::Value x);
  mlir::Value square(mlir::Value x) { return mul(x, x); }
  /// `x * factor`, with the factor rounded once to the element type.
  mlir::Value scale(mlir::Value x, double factor);

  mlir::Value cmp(CmpPredicate predicate, mlir::Value x, mlir::Value y);
  mlir::Value cmp(CmpPredicate predicate, mlir::Value x, double y);
  mlir::Value where(mlir::Value condition, mlir::Value x, mlir::Value y);
  mlir::Value where(mlir::Value condition, mlir::Value x, double y);
  mlir::Value where(mlir::Value condition, double x, mlir::Value y);
  /// `x` where the cotangent is not 0, else 0: what keeps a NaN of a branch
  /// that was not taken out of a gradient (language 2.8, rule 46).
  mlir::Value guard(mlir::Value cotangent, mlir::Value x);

  /// A tensor of type `type` filled with `value`.
  mlir::Value fill(mlir::Type type, double value);
  mlir::Value fill(mlir::Type type, mlir::Value number);
  mlir::Value cast(mlir::Value x, mlir::Type elementType);

  mlir::Value sum(mlir::Value x, llvm::ArrayRef<int64_t> axes);
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm);
  mlir::Value reshape(mlir::Value x, mlir::Type type);
  mlir::Value broadcast(mlir::Value x, llvm::ArrayRef<int64_t> dims,
                        mlir::Type type);
  /// Undoes the reduction of `axes`: `x` lacks them, `type` has them.
  mlir::Value spread(mlir::Value x, llvm::ArrayRef<int64_t> axes,
                     mlir::Type type);

  /// The number of elements of `type` along `axes`, as an f64.
  mlir::Value count(mlir::RankedTensorType type, llvm::ArrayRef<int64_t> axes);
  mlir::Value reciprocal(mlir::Value number);

  mlir::OpBuilder &b;
  mlir::Location loc;
};

} // namespace nnc::nn

#endif // NNC_LIB_DIALECT_NN_VJPBUILDER_H
