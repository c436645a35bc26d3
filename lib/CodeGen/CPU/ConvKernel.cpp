//===- ConvKernel.cpp - what kernels of convolutions share ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"

using namespace mlir;

namespace nnc::cpu {

int64_t tileStepCost(int64_t rows, int64_t vectors) {
  if (rows == 0)
    return 0;
  return std::max({rows * vectors, rows + vectors, int64_t{8}});
}

Value ConvKernel::index(OpBuilder &b, int64_t n) const {
  return arith::ConstantIndexOp::create(b, loc, n);
}

Value ConvKernel::zeros(OpBuilder &b) const {
  return arith::ConstantOp::create(b, loc, b.getZeroAttr(vector));
}

Value ConvKernel::read(OpBuilder &b, Value from, ValueRange at) const {
  return vector::TransferReadOp::create(b, loc, vector, from, at, std::nullopt,
                                        ArrayRef<bool>{true});
}

Value ConvKernel::write(OpBuilder &b, Value value, Value to,
                        ValueRange at) const {
  return vector::TransferWriteOp::create(b, loc, value, to, at,
                                         ArrayRef<bool>{true})
      .getResult();
}

Value ConvKernel::over(
    OpBuilder &b, int64_t count, Value carried,
    llvm::function_ref<Value(OpBuilder &, Value, Value)> body) const {
  return emitSplit(b, loc, count, 1, carried,
                   [&](OpBuilder &inner, Value iv, int64_t, Value value) {
                     return body(inner, iv, value);
                   });
}

Value ConvKernel::overChunks(
    OpBuilder &b, Value images, int64_t chunks, Value carried,
    llvm::function_ref<Value(OpBuilder &, Value, Value, Value, Value)> body)
    const {
  Value batch =
      getValueOrCreateConstantIndexOp(b, loc, sizeOf(b, loc, images, 0));
  Value chunk = arith::CeilDivUIOp::create(b, loc, batch, index(b, chunks));
  return emitLoop(
             b, loc, b.getIndexAttr(0), b.getIndexAttr(chunks), 1, carried,
             [&](OpBuilder &inner, Value number, ValueRange args) {
               Value first = arith::MulIOp::create(inner, loc, number, chunk);
               Value from = arith::MinUIOp::create(inner, loc, first, batch);
               Value to = arith::MinUIOp::create(
                   inner, loc, plus(inner, loc, first, chunk), batch);
               return SmallVector<Value>{
                   body(inner, number, from, to, args[0])};
             },
             /*parallel=*/chunks > 1)
      .front();
}

SmallVector<Value>
ConvKernel::channelInputs(llvm::function_ref<Value(Value)> load) const {
  return llvm::map_to_vector(inputs, [&](Value input) {
    return ConvEpilogue::isImage(input) ? Value() : load(input);
  });
}

Value ConvKernel::finish(OpBuilder &b, Value sum, ArrayRef<Value> channels,
                         ArrayRef<Value> at) const {
  if (!epilogue)
    return sum;
  SmallVector<Value> args(channels);
  auto type = cast<VectorType>(sum.getType());
  for (auto [input, arg] : llvm::zip_equal(inputs, args))
    if (!arg)
      arg = vector::TransferReadOp::create(b, loc, type, input, at,
                                           std::nullopt, ArrayRef<bool>{true});
  return epilogue->apply(b, sum, args, type.getDimSize(0));
}

} // namespace nnc::cpu
