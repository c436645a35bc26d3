//===- Random.cpp - nn.random to Philox4x32-10 in the elements loop -------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
// SC 2011) maps a 128-bit counter and a 64-bit key to four 32-bit words. Here
//
//   key     = splitmix64(seed) xor mixed(fnv1a64(key string), indices...)
//   counter = (element, low), (element, high), batch counter, draw
//
// where `element` is the row-major number of the element, so that a value does
// not depend on how the loop is tiled, fused or shared among threads. The
// batch counter is 0 outside of steps, and inside of them bit 31 of the last
// word is set, so that initial values and draws never meet. The indices of the
// loops around the op are mixed into the hash of the key string one by one, as
// splitmix64(hash xor index + 1), from the outermost loop.
//
// A word's upper 24 bits make a uniform number u in [0, 1), which is exact in
// every type from f32 on, so an f64 program draws what its f32 form draws.
// Words 0 and 1 make a normal number by Box and Muller; a truncated one, cut at
// two standard deviations, is the inverse distribution function of one word.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Math/IR/Math.h"

#include <array>

using namespace mlir;

namespace nnc {

namespace {

uint64_t fnv1a64(StringRef text) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (unsigned char byte : text.bytes())
    hash = (hash ^ byte) * UINT64_C(0x100000001b3);
  return hash;
}

/// Integer arithmetic at one place.
struct Ints {
  OpBuilder &b;
  Location loc;

  Value i32(uint32_t value) {
    return arith::ConstantOp::create(
        b, loc, b.getI32IntegerAttr(static_cast<int32_t>(value)));
  }
  Value i64(uint64_t value) {
    return arith::ConstantOp::create(
        b, loc, b.getI64IntegerAttr(static_cast<int64_t>(value)));
  }
  Value add(Value x, Value y) { return arith::AddIOp::create(b, loc, x, y); }
  Value mul(Value x, Value y) { return arith::MulIOp::create(b, loc, x, y); }
  Value exclusiveOr(Value x, Value y) {
    return arith::XOrIOp::create(b, loc, x, y);
  }
  Value shift(Value x, Value bits) {
    return arith::ShRUIOp::create(b, loc, x, bits);
  }
  Value low(Value x) {
    return arith::TruncIOp::create(b, loc, b.getI32Type(), x);
  }
  Value high(Value x) { return low(shift(x, i64(32))); }
  Value wide(Value x) {
    return arith::ExtUIOp::create(b, loc, b.getI64Type(), x);
  }

  /// The finalizer of splitmix64.
  Value mix(Value x) {
    x = add(x, i64(UINT64_C(0x9e3779b97f4a7c15)));
    x = mul(exclusiveOr(x, shift(x, i64(30))),
            i64(UINT64_C(0xbf58476d1ce4e5b9)));
    x = mul(exclusiveOr(x, shift(x, i64(27))),
            i64(UINT64_C(0x94d049bb133111eb)));
    return exclusiveOr(x, shift(x, i64(31)));
  }
};

using Words = std::array<Value, 4>;
constexpr unsigned rounds = 10;
using RoundKeys = std::array<std::pair<Value, Value>, rounds>;

/// The keys of all rounds, which are the same for all elements.
RoundKeys roundKeys(Ints ints, Value key) {
  RoundKeys keys;
  Value low = ints.low(key), high = ints.high(key);
  for (auto &[first, second] : keys) {
    first = low;
    second = high;
    low = ints.add(low, ints.i32(0x9e3779b9));
    high = ints.add(high, ints.i32(0xbb67ae85));
  }
  return keys;
}

Words philox(Ints ints, Words counter, const RoundKeys &keys) {
  Value first = ints.i64(0xd2511f53), second = ints.i64(0xcd9e8d57);
  for (auto [low, high] : keys) {
    Value x = ints.mul(ints.wide(counter[0]), first);
    Value y = ints.mul(ints.wide(counter[2]), second);
    counter = {
        ints.exclusiveOr(ints.exclusiveOr(ints.high(y), counter[1]), low),
        ints.low(y),
        ints.exclusiveOr(ints.exclusiveOr(ints.high(x), counter[3]), high),
        ints.low(x)};
  }
  return counter;
}

/// Float arithmetic of one type at one place.
struct Floats {
  OpBuilder &b;
  Location loc;
  Type type;

  Value constant(double value) { return constantOf(b, loc, type, value); }
  Value add(Value x, Value y) { return arith::AddFOp::create(b, loc, x, y); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(b, loc, x, y); }
  Value mul(Value x, Value y) { return arith::MulFOp::create(b, loc, x, y); }

  /// The upper 24 bits of a word, as a number in [0, 2^24).
  Value upper(Value word) {
    Value bits = Ints{b, loc}.shift(word, Ints{b, loc}.i32(8));
    // 24 bits are never negative, and the signed conversion is one instruction.
    return arith::SIToFPOp::create(b, loc, type, bits);
  }
  /// In [0, 1).
  Value uniform(Value word) { return mul(upper(word), constant(0x1p-24)); }

  Value normal(Value first, Value second) {
    // In (0, 1], so that the logarithm is finite.
    Value u = mul(add(upper(first), constant(1)), constant(0x1p-24));
    Value log = math::LogOp::create(b, loc, u);
    Value radius = math::SqrtOp::create(b, loc, mul(log, constant(-2)));
    Value angle = mul(uniform(second), constant(6.283185307179586));
    return mul(radius, math::CosOp::create(b, loc, angle));
  }

  /// sqrt(2) erfinv(x) for |x| <= erf(sqrt(2)), by the central polynomial of
  /// Giles, "Approximating the erfinv function", GPU Computing Gems, 2011.
  Value truncatedNormal(Value word) {
    constexpr double limit = 0.9544997361036416; // erf(2 / sqrt(2))
    Value x = sub(mul(uniform(word), constant(2 * limit)), constant(limit));
    Value one = constant(1);
    Value inside = mul(sub(one, x), add(one, x));
    Value w = math::LogOp::create(b, loc, inside);
    w = sub(constant(-2.5), w);
    Value p = constant(2.81022636e-08);
    for (double coefficient :
         {3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087,
          -0.00125372503, -0.00417768164, 0.246640727, 1.50140941})
      p = add(mul(p, w), constant(coefficient));
    return mul(mul(p, x), constant(1.4142135623730951));
  }
};

class RandomLowering : public OpLowering<nn::RandomOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::RandomOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Value seed = scalarArgument(op, "seed");
    Value batch = op.getPerBatch() ? scalarArgument(op, "batch_counter") : seed;
    if (!seed || !batch)
      return failure(); // diagnosed before the conversion

    auto type = cast<RankedTensorType>(op.getResult().getType());
    Type element = type.getElementType();
    Type compute = accumulatorType(element);
    auto all = sizes.sizesOf(rewriter, op, type);

    Ints ints{rewriter, loc};
    Value hash = ints.i64(fnv1a64(op.getKey()));
    for (Value index : adaptor.getIndices())
      hash = ints.mix(ints.exclusiveOr(hash, ints.add(index, ints.i64(1))));
    RoundKeys keys = roundKeys(ints, ints.exclusiveOr(ints.mix(seed), hash));
    uint32_t draw = static_cast<uint32_t>(op.getDraw()) & 0x7fffffff;
    Value batchWord = ints.i32(0);
    Value drawWord = ints.i32(draw);
    if (op.getPerBatch()) {
      batchWord = ints.low(batch);
      drawWord = ints.i32(draw | 0x80000000u);
    }
    Values extents;
    for (OpFoldResult size : all)
      extents.push_back(arith::IndexCastOp::create(
          rewriter, loc, rewriter.getI64Type(),
          getValueOrCreateConstantIndexOp(rewriter, loc, size)));
    Values arguments = transformedArguments(op, adaptor, rewriter, compute);

    rewriter.replaceOp(
        op, elementwise(rewriter, loc, all, element, {},
                        [&](OpBuilder &b, Location loc, ValueRange) {
                          Ints ints{b, loc};
                          Value number = elementNumber(ints, extents);
                          Words words =
                              philox(ints,
                                     {ints.low(number), ints.high(number),
                                      batchWord, drawWord},
                                     keys);
                          Value x = shape(op.getDistribution(),
                                          {b, loc, compute}, words, arguments);
                          return toFloat(b, loc, x, element);
                        }));
    return success();
  }

  /// The function's argument `name` of kind scalar, or null.
  static Value scalarArgument(Operation *op, StringRef name) {
    auto func = op->getParentOfType<func::FuncOp>();
    for (unsigned i = 0; func && i < func.getNumArguments(); ++i) {
      auto arg = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
      if (arg && arg.getKind() == nn::ArgKind::scalar &&
          arg.getName().getValue() == name)
        return func.getArgument(i);
    }
    return {};
  }

private:
  /// The number of the element in row-major order.
  static Value elementNumber(Ints ints, ArrayRef<Value> extents) {
    Value number;
    for (auto [axis, extent] : llvm::enumerate(extents)) {
      Value i = arith::IndexCastOp::create(
          ints.b, ints.loc, ints.b.getI64Type(),
          linalg::IndexOp::create(ints.b, ints.loc, axis));
      number = number ? ints.add(ints.mul(number, extent), i) : i;
    }
    return number ? number : ints.i64(0);
  }

  /// What scales and shifts each element, rounded once: (low, high - low) of a
  /// uniform distribution, else the arguments.
  static Values transformedArguments(nn::RandomOp op, OpAdaptor adaptor,
                                     OpBuilder &b, Type type) {
    Values arguments(adaptor.getArguments());
    if (op.getDistribution() == nn::Distribution::uniform)
      arguments[1] =
          arith::SubFOp::create(b, op.getLoc(), arguments[1], arguments[0]);
    for (Value &argument : arguments)
      argument = toFloat(b, op.getLoc(), argument, type);
    return arguments;
  }

  static Value shape(nn::Distribution distribution, Floats f,
                     const Words &words, ArrayRef<Value> arguments) {
    switch (distribution) {
    case nn::Distribution::uniform:
      return f.add(arguments[0], f.mul(f.uniform(words[0]), arguments[1]));
    case nn::Distribution::normal:
      return f.add(arguments[0],
                   f.mul(f.normal(words[0], words[1]), arguments[1]));
    case nn::Distribution::truncated_normal:
      return f.add(arguments[0],
                   f.mul(f.truncatedNormal(words[0]), arguments[1]));
    case nn::Distribution::bernoulli: {
      Value hit = arith::CmpFOp::create(f.b, f.loc, arith::CmpFPredicate::OLT,
                                        f.uniform(words[0]), arguments[0]);
      return arith::SelectOp::create(f.b, f.loc, hit, f.constant(1),
                                     f.constant(0));
    }
    }
    llvm_unreachable("all distributions are handled");
  }
};

} // namespace

LogicalResult verifyRandom(nn::RandomOp op) {
  size_t expected = op.getDistribution() == nn::Distribution::bernoulli ? 1 : 2;
  if (op.getArguments().size() != expected)
    return op.emitError("expects ") << expected << " arguments";
  SmallVector<StringRef> needed = {"seed"};
  if (op.getPerBatch())
    needed.push_back("batch_counter");
  for (StringRef name : needed)
    if (!RandomLowering::scalarArgument(op, name))
      return op.emitError("the function has no scalar argument '")
             << name << "'";
  return success();
}

void populateRandom(RewritePatternSet &patterns, const TypeConverter &types,
                    const SizeTable &sizes) {
  patterns.add<RandomLowering>(types, patterns.getContext(), sizes);
}

} // namespace nnc
