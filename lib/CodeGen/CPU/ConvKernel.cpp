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

static const char *nameOf(const Convolution &conv) {
  switch (conv.result) {
  case ConvPart::Input:
    return conv.depthwise ? "conv_transpose depthwise" : "conv_transpose";
  case ConvPart::Filter:
    return conv.depthwise ? "conv_filter depthwise" : "conv_filter";
  case ConvPart::Output:
    return conv.depthwise ? "conv depthwise" : "conv";
  }
  llvm_unreachable("no other part");
}

std::string keyOf(const Convolution &conv, int64_t then) {
  std::string key;
  llvm::raw_string_ostream text(key);
  auto both = [&](const char *name, int64_t ConvAxis::*part) {
    text << name << conv.axes[0].*part << 'x' << conv.axes[1].*part;
  };
  text << nameOf(conv) << ' ' << conv.element << ' ' << conv.channels
       << (conv.blockedInput ? " blocked" : "") << " channels";
  both(" ", &ConvAxis::input);
  text << ", " << conv.filters << (conv.blockedOutput ? " blocked" : "")
       << " filters";
  both(" ", &ConvAxis::output);
  both(", kernel ", &ConvAxis::kernel);
  both(" stride ", &ConvAxis::stride);
  both(" dilation ", &ConvAxis::dilation);
  both(" pad ", &ConvAxis::pad);
  if (then >= 0)
    text << ", then " << then + 1 << " to 1";
  return key;
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
