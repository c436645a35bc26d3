//===- Attention.cpp - Attention to loops over blocks of scores -----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each element of the batch, a block of queries meets one block of keys
// after the other, with a running maximum and sum (Dao et al. 2022,
// "FlashAttention"). Scores are kept turned, keys by queries: maxima and sums
// then run over whole vectors of queries, keys and values are read as they lie,
// and only the block of queries is transposed. Blocks of keys behind all of a
// block of queries are not visited in a causal attention.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "nnc/Dialect/NN/AttentionAxes.h"
#include "nnc/Dialect/NN/Flops.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include <limits>

using namespace mlir;

namespace nnc {

namespace {

/// Queries and keys of a block: its scores, and what they are made of, stay in
/// caches next to the core.
constexpr int64_t kBlock = 64;

/// A tensor whose axes have letters.
struct Named {
  Value value;
  std::string letters;
};

using LoopBody = llvm::function_ref<Values(OpBuilder &, Value, ValueRange)>;
using BlockBody =
    llvm::function_ref<Values(OpBuilder &, Value from, ValueRange)>;

/// What the loops of an attention and of its gradient are built from. `sizes`
/// has the size of each letter: of a whole axis, inside of `overBlocks` that of
/// the block.
class AttentionLoops {
public:
  /// `mask` may be null; the elements of `result` are those of the operands.
  template <typename OpT>
  AttentionLoops(OpT op, nn::AttentionAxes of, Value mask,
                 RankedTensorType result)
      : loc(op.getLoc()), axes(std::move(of)), mask(mask),
        causal(op.getCausal()), scale(op.getScale().convertToDouble()),
        sum(accumulatorType(result.getElementType())),
        name(OpT::getOperationName().drop_front(strlen("nn."))) {
    RankedTensorType query = op.getQuery().getType(),
                     key = op.getKey().getType();
    if (query.hasStaticShape() && key.hasStaticShape() &&
        result.hasStaticShape())
      flops = nn::countFlops(op);
    row = axes.row;
    column = axes.column;
    scores = {column, row};
  }

  void setSizes(StringRef letters, ArrayRef<OpFoldResult> found) {
    for (auto [letter, size] : llvm::zip_equal(letters, found))
      sizes[letter] = size;
  }

  Value emptyOf(OpBuilder &b, StringRef letters) {
    return emptyTensor(b, loc, sizesOf(letters), sum);
  }

  Values forward(OpBuilder &b, Value query, Value key, Value value,
                 ValueRange results);
  Values backward(OpBuilder &b, Value query, Value key, Value value,
                  Value cotangent, Value logSumExp, Value delta,
                  ValueRange results);

private:
  Values forwardRows(OpBuilder &b, const Named &query, const Named &key,
                     const Named &value, Value from, ValueRange results);
  Values backwardRows(OpBuilder &b, const Named &query, const Named &key,
                      const Named &value, const Named &cotangent,
                      const Named &logSumExp, const Named &delta, Value from,
                      ValueRange results);

  SmallVector<OpFoldResult> sizesOf(StringRef letters) const {
    return llvm::map_to_vector(
        letters, [&](char letter) { return sizes.lookup(letter); });
  }

  Values loop(OpBuilder &b, Value from, Value to, int64_t step,
              ValueRange carried, LoopBody body);
  Values overBatch(OpBuilder &b, ValueRange carried,
                   llvm::function_ref<Values(OpBuilder &, ValueRange)> body);
  Values overBlocks(OpBuilder &b, char letter, Value end, ValueRange carried,
                    BlockBody body);

  std::string lettersInside(StringRef letters) const {
    std::string inside;
    for (char letter : letters)
      if (!StringRef(axes.batch).contains(letter))
        inside.push_back(letter);
    return inside;
  }
  void place(OpBuilder &b, StringRef letters,
             SmallVector<OpFoldResult> &offsets,
             SmallVector<OpFoldResult> &extents) const;
  Named read(OpBuilder &b, const Named &whole) const;
  Named readWide(OpBuilder &b, const Named &whole);
  Value write(OpBuilder &b, Value block, const Named &whole) const;

  Value scratch(OpBuilder &b, StringRef letters);
  Named filled(OpBuilder &b, StringRef letters, double value);
  Named contract(OpBuilder &b, const Named &x, const Named &y,
                 const Named &init);
  Named combine(OpBuilder &b, const Named &x, const Named &init,
                BodyBuilder body);
  Named map(OpBuilder &b, StringRef letters, ArrayRef<Named> inputs,
            BodyBuilder body, Value init = {});
  AffineMap mapOf(OpBuilder &b, StringRef letters, StringRef loops) const;

  Value isAllowed(OpBuilder &b, ValueRange masks);
  SmallVector<Named> masks(OpBuilder &b);
  Named masked(OpBuilder &b, const Named &scores);
  Value number(OpBuilder &b, double x) { return constantOf(b, loc, sum, x); }
  Value finiteOr0(OpBuilder &b, Value x);

  Location loc;
  nn::AttentionAxes axes;
  Value mask;
  bool causal;
  double scale;
  Type sum;
  StringRef name;
  int64_t flops = 0;
  char row, column;
  std::string scores;
  llvm::SmallDenseMap<char, OpFoldResult> sizes;
  /// Where the blocks of letters begin.
  llvm::SmallDenseMap<char, OpFoldResult> starts;
};

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

Values AttentionLoops::loop(OpBuilder &b, Value from, Value to, int64_t step,
                            ValueRange carried, LoopBody body) {
  auto made = scf::ForOp::create(
      b, loc, from, to, constantIndex(b, loc, step), carried,
      [&](OpBuilder &inner, Location, Value iv, ValueRange args) {
        scf::YieldOp::create(inner, loc, body(inner, iv, args));
      });
  return made.getResults();
}

Values AttentionLoops::overBatch(
    OpBuilder &b, ValueRange carried,
    llvm::function_ref<Values(OpBuilder &, ValueRange)> body) {
  Value count = constantIndex(b, loc, 1);
  for (char letter : axes.batch)
    count = b.createOrFold<arith::MulIOp>(
        loc, count, getValueOrCreateConstantIndexOp(b, loc, sizes[letter]));
  auto outer = sizes;
  Values results =
      loop(b, constantIndex(b, loc, 0), count, 1, carried,
           [&](OpBuilder &inner, Value iv, ValueRange args) {
             Value rest = iv;
             for (char letter : llvm::reverse(axes.batch)) {
               Value size =
                   getValueOrCreateConstantIndexOp(inner, loc, sizes[letter]);
               if (letter == axes.batch.front()) {
                 starts[letter] = rest;
               } else {
                 starts[letter] =
                     arith::RemUIOp::create(inner, loc, rest, size).getResult();
                 rest = arith::DivUIOp::create(inner, loc, rest, size);
               }
               sizes[letter] = inner.getIndexAttr(1);
             }
             return body(inner, args);
           });
  Operation *made = results.front().getDefiningOp();
  made->setAttr(nn::kParallelAttr, b.getUnitAttr());
  made->setAttr(nn::kKernelNameAttr, b.getStringAttr(name));
  if (flops)
    made->setAttr(nn::kFlopsAttr, b.getI64IntegerAttr(flops));
  sizes = outer;
  return results;
}

/// Runs `body` for each block along `letter` that begins before `end` (null:
/// for all): whole ones, and a shorter one at last.
Values AttentionLoops::overBlocks(OpBuilder &b, char letter, Value end,
                                  ValueRange carried, BlockBody body) {
  OpFoldResult size = sizes[letter], whole, rest;
  std::optional<int64_t> known = getConstantIntValue(size);
  Value all = getValueOrCreateConstantIndexOp(b, loc, size);
  if (known) {
    whole = b.getIndexAttr(*known / kBlock * kBlock);
    rest = b.getIndexAttr(*known % kBlock);
  } else {
    Value over =
        arith::RemUIOp::create(b, loc, all, constantIndex(b, loc, kBlock));
    whole = arith::SubIOp::create(b, loc, all, over).getResult();
    rest = over;
  }
  auto upTo = [&](Value limit) -> Value {
    return end ? b.createOrFold<arith::MinUIOp>(loc, end, limit) : limit;
  };
  auto run = [&](Value from, Value to, OpFoldResult extent, ValueRange values) {
    return loop(b, from, to, kBlock, values,
                [&](OpBuilder &inner, Value iv, ValueRange args) {
                  starts[letter] = iv;
                  sizes[letter] = extent;
                  return body(inner, iv, args);
                });
  };
  Values values(carried);
  Value middle = getValueOrCreateConstantIndexOp(b, loc, whole);
  if (!known || *known >= kBlock)
    values = run(constantIndex(b, loc, 0), upTo(middle), b.getIndexAttr(kBlock),
                 values);
  if (getConstantIntValue(rest) != 0)
    values = run(middle, upTo(all), rest, values);
  sizes[letter] = size;
  starts.erase(letter);
  return values;
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void AttentionLoops::place(OpBuilder &b, StringRef letters,
                           SmallVector<OpFoldResult> &offsets,
                           SmallVector<OpFoldResult> &extents) const {
  for (char letter : letters) {
    auto start = starts.find(letter);
    offsets.push_back(start == starts.end() ? b.getIndexAttr(0)
                                            : start->second);
    extents.push_back(sizes.lookup(letter));
  }
}

/// The present block of a tensor, without the axes of the batch.
Named AttentionLoops::read(OpBuilder &b, const Named &whole) const {
  SmallVector<OpFoldResult> offsets, extents,
      strides(whole.letters.size(), b.getIndexAttr(1));
  place(b, whole.letters, offsets, extents);
  std::string inside = lettersInside(whole.letters);
  auto kept = sizesOf(inside);
  SmallVector<int64_t> shape;
  SmallVector<Value> dynamic;
  dispatchIndexOpFoldResults(kept, dynamic, shape);
  auto type = RankedTensorType::get(
      shape, cast<RankedTensorType>(whole.value.getType()).getElementType());
  return {tensor::ExtractSliceOp::create(b, loc, type, whole.value, offsets,
                                         extents, strides),
          inside};
}

/// The same in the type of sums.
Named AttentionLoops::readWide(OpBuilder &b, const Named &whole) {
  Named block = read(b, whole);
  if (cast<RankedTensorType>(block.value.getType()).getElementType() == sum)
    return block;
  return map(b, block.letters, block,
             [&](OpBuilder &b, Location loc, ValueRange args) {
               return toFloat(b, loc, args[0], sum);
             });
}

Value AttentionLoops::write(OpBuilder &b, Value block,
                            const Named &whole) const {
  SmallVector<OpFoldResult> offsets, extents,
      strides(whole.letters.size(), b.getIndexAttr(1));
  place(b, whole.letters, offsets, extents);
  return tensor::InsertSliceOp::create(b, loc, block, whole.value, offsets,
                                       extents, strides);
}

Value AttentionLoops::scratch(OpBuilder &b, StringRef letters) {
  return emptyTensor(b, loc, sizesOf(letters), sum);
}

Named AttentionLoops::filled(OpBuilder &b, StringRef letters, double value) {
  Value memory = scratch(b, letters);
  return {linalg::FillOp::create(b, loc, number(b, value), memory).getResult(0),
          letters.str()};
}

//===----------------------------------------------------------------------===//
// Structured ops by letters
//===----------------------------------------------------------------------===//

AffineMap AttentionLoops::mapOf(OpBuilder &b, StringRef letters,
                                StringRef loops) const {
  SmallVector<AffineExpr> dims;
  for (char letter : letters)
    dims.push_back(b.getAffineDimExpr(loops.find(letter)));
  return AffineMap::get(loops.size(), 0, dims, b.getContext());
}

/// init + x y, summed over the letter that `init` does not have.
Named AttentionLoops::contract(OpBuilder &b, const Named &x, const Named &y,
                               const Named &init) {
  std::string loops = init.letters;
  for (char letter : x.letters)
    if (loops.find(letter) == std::string::npos)
      loops.push_back(letter);
  SmallVector<utils::IteratorType> kinds(loops.size(),
                                         utils::IteratorType::parallel);
  kinds.back() = utils::IteratorType::reduction;
  AffineMap maps[] = {mapOf(b, x.letters, loops), mapOf(b, y.letters, loops),
                      mapOf(b, init.letters, loops)};
  Value result =
      linalg::GenericOp::create(
          b, loc, init.value.getType(), ValueRange{x.value, y.value},
          init.value, maps, kinds,
          [](OpBuilder &b, Location loc, ValueRange args) {
            Value product = arith::MulFOp::create(b, loc, args[0], args[1]);
            Value sum = arith::AddFOp::create(b, loc, args[2], product);
            linalg::YieldOp::create(b, loc, sum);
          })
          .getResult(0);
  return {result, init.letters};
}

/// Combines all columns of `x` into `init`, a number for each row.
Named AttentionLoops::combine(OpBuilder &b, const Named &x, const Named &init,
                              BodyBuilder body) {
  SmallVector<utils::IteratorType> kinds;
  for (char letter : x.letters)
    kinds.push_back(letter == column ? utils::IteratorType::reduction
                                     : utils::IteratorType::parallel);
  AffineMap maps[] = {mapOf(b, x.letters, x.letters),
                      mapOf(b, init.letters, x.letters)};
  Value result =
      linalg::GenericOp::create(
          b, loc, init.value.getType(), x.value, init.value, maps, kinds,
          [&](OpBuilder &b, Location loc, ValueRange args) {
            linalg::YieldOp::create(b, loc, body(b, loc, args));
          })
          .getResult(0);
  return {result, init.letters};
}

Named AttentionLoops::map(OpBuilder &b, StringRef letters,
                          ArrayRef<Named> inputs, BodyBuilder body,
                          Value init) {
  if (!init)
    init = scratch(b, letters);
  SmallVector<AffineMap> maps;
  Values values;
  for (const Named &input : inputs) {
    values.push_back(input.value);
    maps.push_back(mapOf(b, input.letters, letters));
  }
  maps.push_back(b.getMultiDimIdentityMap(letters.size()));
  SmallVector<utils::IteratorType> kinds(letters.size(),
                                         utils::IteratorType::parallel);
  Value result =
      linalg::GenericOp::create(
          b, loc, init.getType(), values, init, maps, kinds,
          [&](OpBuilder &b, Location loc, ValueRange args) {
            linalg::YieldOp::create(b, loc, body(b, loc, args.drop_back()));
          })
          .getResult(0);
  return {result, letters.str()};
}

//===----------------------------------------------------------------------===//
// Scores
//===----------------------------------------------------------------------===//

SmallVector<Named> AttentionLoops::masks(OpBuilder &b) {
  if (!mask)
    return {};
  return {read(b, {mask, axes.mask.str()})};
}

/// Whether a row may look at a column, in an op over the scores; null: always.
Value AttentionLoops::isAllowed(OpBuilder &b, ValueRange masks) {
  Value allowed = masks.empty() ? Value() : masks.front();
  if (!causal)
    return allowed;
  auto startOf = [&](char letter) {
    return getValueOrCreateConstantIndexOp(b, loc, starts[letter]);
  };
  Value at = linalg::IndexOp::create(b, loc, scores.find(row));
  Value first = linalg::IndexOp::create(b, loc, scores.find(column));
  first = arith::AddIOp::create(b, loc, first, startOf(column));
  first = arith::SubIOp::create(b, loc, first, startOf(row));
  Value past =
      arith::CmpIOp::create(b, loc, arith::CmpIPredicate::sge, at, first);
  return allowed ? arith::AndIOp::create(b, loc, allowed, past).getResult()
                 : past;
}

/// Scores that may not be looked at count as minus infinity.
Named AttentionLoops::masked(OpBuilder &b, const Named &scores) {
  SmallVector<Named> inputs{scores};
  llvm::append_range(inputs, masks(b));
  if (inputs.size() == 1 && !causal)
    return scores;
  return map(b, scores.letters, inputs,
             [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
               Value never =
                   number(b, -std::numeric_limits<double>::infinity());
               return arith::SelectOp::create(
                   b, loc, isAllowed(b, args.drop_front()), args[0], never);
             });
}

/// What exponents are relative to, from the greatest score.
Value AttentionLoops::finiteOr0(OpBuilder &b, Value x) {
  Value size = math::AbsFOp::create(b, loc, x);
  Value finite =
      arith::CmpFOp::create(b, loc, arith::CmpFPredicate::OLT, size,
                            number(b, std::numeric_limits<double>::infinity()));
  return arith::SelectOp::create(b, loc, finite, x, number(b, 0));
}

//===----------------------------------------------------------------------===//
// Forward
//===----------------------------------------------------------------------===//

Values AttentionLoops::forward(OpBuilder &b, Value query, Value key,
                               Value value, ValueRange results) {
  return overBatch(b, results, [&](OpBuilder &b, ValueRange carried) {
    return overBlocks(
        b, row, {}, carried, [&](OpBuilder &b, Value from, ValueRange args) {
          return forwardRows(b, {query, axes.query.str()},
                             {key, axes.key.str()}, {value, axes.value.str()},
                             from, args);
        });
  });
}

Values AttentionLoops::forwardRows(OpBuilder &b, const Named &query,
                                   const Named &key, const Named &value,
                                   Value from, ValueRange results) {
  std::string rows(1, row), turned{axes.inner, row}, wide{row, axes.width};
  auto scaled = [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
    return arith::MulFOp::create(b, loc, toFloat(b, loc, args[0], sum),
                                 number(b, scale));
  };
  Named q = map(b, turned, read(b, query), scaled);
  Value end;
  if (causal)
    end = arith::AddIOp::create(
        b, loc, from, getValueOrCreateConstantIndexOp(b, loc, sizes[row]));
  Values start{filled(b, wide, 0).value,
               filled(b, rows, -std::numeric_limits<double>::infinity()).value,
               filled(b, rows, 0).value};
  Values last = overBlocks(
      b, column, end, start,
      [&](OpBuilder &b, Value, ValueRange args) -> Values {
        Named average{args[0], wide}, most{args[1], rows}, total{args[2], rows};
        Named k = readWide(b, key), v = readWide(b, value);
        Named s = masked(b, contract(b, k, q, filled(b, scores, 0)));
        // What goes on is computed in its place, after all that reads it.
        auto larger = [&](OpBuilder &b, Location loc, ValueRange args) {
          return arith::MaximumFOp::create(b, loc, args[1], args[0]);
        };
        auto relative = [](OpBuilder &b, Location loc, ValueRange args) {
          Value x = arith::SubFOp::create(b, loc, args[0], args[1]);
          return math::ExpOp::create(b, loc, x);
        };
        auto times = [](OpBuilder &b, Location loc, ValueRange args) {
          return arith::MulFOp::create(b, loc, args[0], args[1]);
        };
        Named here = combine(
            b, s, filled(b, rows, -std::numeric_limits<double>::infinity()),
            larger);
        Named shift = map(b, rows, {most, here},
                          [&](OpBuilder &b, Location loc, ValueRange args) {
                            return finiteOr0(b, larger(b, loc, args));
                          });
        Named decay = map(b, rows, {most, shift}, relative);
        most = map(b, rows, {most, here}, larger, most.value);
        Named p = map(b, scores, {s, shift}, relative, s.value);
        total = map(b, rows, {total, decay}, times, total.value);
        total = combine(
            b, p, total, [](OpBuilder &b, Location loc, ValueRange args) {
              return arith::AddFOp::create(b, loc, args[1], args[0]);
            });
        average = map(b, wide, {average, decay}, times, average.value);
        average = contract(b, p, v, average);
        return {average.value, most.value, total.value};
      });

  Named average{last[0], wide}, most{last[1], rows}, total{last[2], rows};
  Named result{results[0], axes.result.str()};
  Named sums{results[1], axes.rows()};
  Named block = read(b, result);
  block = map(
      b, block.letters, {average, total},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Value mean = arith::DivFOp::create(b, loc, args[0], args[1]);
        Type element =
            cast<RankedTensorType>(result.value.getType()).getElementType();
        return toFloat(b, loc, mean, element);
      },
      block.value);
  Named logs = map(
      b, rows, {most, total},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Value log = math::LogOp::create(b, loc, args[1]);
        return arith::AddFOp::create(b, loc, finiteOr0(b, args[0]), log);
      },
      read(b, sums).value);
  return {write(b, block.value, result), write(b, logs.value, sums)};
}

//===----------------------------------------------------------------------===//
// Backward
//===----------------------------------------------------------------------===//

Values AttentionLoops::backward(OpBuilder &b, Value query, Value key,
                                Value value, Value cotangent, Value logSumExp,
                                Value delta, ValueRange results) {
  return overBatch(b, results, [&](OpBuilder &b, ValueRange carried) {
    // The cotangents of keys and values are sums over blocks of queries.
    Values started(carried);
    for (unsigned i : {1u, 2u}) {
      Named whole{started[i], (i == 1 ? axes.key : axes.value).str()};
      Value zeros =
          linalg::FillOp::create(b, loc, number(b, 0), read(b, whole).value)
              .getResult(0);
      started[i] = write(b, zeros, whole);
    }
    return overBlocks(
        b, row, {}, started, [&](OpBuilder &b, Value from, ValueRange args) {
          return backwardRows(
              b, {query, axes.query.str()}, {key, axes.key.str()},
              {value, axes.value.str()}, {cotangent, axes.result.str()},
              {logSumExp, axes.rows()}, {delta, axes.rows()}, from, args);
        });
  });
}

Values AttentionLoops::backwardRows(OpBuilder &b, const Named &query,
                                    const Named &key, const Named &value,
                                    const Named &cotangent,
                                    const Named &logSumExp, const Named &delta,
                                    Value from, ValueRange results) {
  auto scaled = [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
    return arith::MulFOp::create(b, loc, toFloat(b, loc, args[0], sum),
                                 number(b, scale));
  };
  auto plain = [&](OpBuilder &b, Location loc, ValueRange args) {
    return toFloat(b, loc, args[0], sum);
  };
  Named q = readWide(b, query), g = readWide(b, cotangent);
  Named qTurned = map(b, std::string{axes.inner, row}, q, scaled);
  Named gTurned = map(b, std::string{axes.width, row}, g, plain);
  Named l = read(b, logSumExp), d = read(b, delta);
  Value end;
  if (causal)
    end = arith::AddIOp::create(
        b, loc, from, getValueOrCreateConstantIndexOp(b, loc, sizes[row]));
  Values start{filled(b, q.letters, 0).value, results[1], results[2]};
  Values last = overBlocks(
      b, column, end, start,
      [&](OpBuilder &b, Value, ValueRange args) -> Values {
        Named k = readWide(b, key), v = readWide(b, value);
        Named dq{args[0], q.letters};
        Named dk{args[1], axes.key.str()}, dv{args[2], axes.value.str()};
        Named s = masked(b, contract(b, k, qTurned, filled(b, scores, 0)));
        Named p = map(
            b, scores, {s, l}, [](OpBuilder &b, Location loc, ValueRange args) {
              Value x = arith::SubFOp::create(b, loc, args[0], args[1]);
              return math::ExpOp::create(b, loc, x);
            });
        Named dvBlock = contract(b, p, g, read(b, dv));
        Named dp = contract(b, v, gTurned, filled(b, scores, 0));
        SmallVector<Named> inputs{p, dp, d};
        llvm::append_range(inputs, masks(b));
        Named ds = map(
            b, scores, inputs,
            [&](OpBuilder &b, Location loc, ValueRange args) -> Value {
              Value x = arith::SubFOp::create(b, loc, args[1], args[2]);
              x = arith::MulFOp::create(b, loc, args[0], x);
              x = arith::MulFOp::create(b, loc, x, number(b, scale));
              // A row that may look at nothing has probabilities of NaN.
              if (mask)
                x = arith::SelectOp::create(b, loc, args[3], x, number(b, 0));
              return x;
            });
        Named dkBlock = contract(b, ds, q, read(b, dk));
        dq = contract(b, ds, k, dq);
        return {dq.value, write(b, dkBlock.value, dk),
                write(b, dvBlock.value, dv)};
      });
  Named dq{results[0], axes.query.str()};
  Named block = read(b, dq);
  block = map(b, block.letters, Named{last[0], q.letters}, plain, block.value);
  return {write(b, block.value, dq), last[1], last[2]};
}

//===----------------------------------------------------------------------===//
// Patterns
//===----------------------------------------------------------------------===//

/// `x` in the elements of `type`.
Value inElementsOf(OpBuilder &b, Location loc, Value x, RankedTensorType type,
                   ArrayRef<OpFoldResult> sizes) {
  Type element = type.getElementType();
  if (cast<RankedTensorType>(x.getType()).getElementType() == element)
    return x;
  return elementwise(b, loc, sizes, element, x,
                     [&](OpBuilder &b, Location loc, ValueRange args) {
                       return toFloat(b, loc, args[0], element);
                     });
}

class AttentionLowering : public OpLowering<nn::AttentionOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::AttentionOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    nn::AttentionAxes axes = *nn::AttentionAxes::parse(op.getPattern());
    RankedTensorType type = op.getResult().getType();
    AttentionLoops loops(op, axes, adaptor.getMask(), type);
    auto resultSizes = sizes.sizesOf(rewriter, op, type);
    loops.setSizes(axes.query,
                   sizes.sizesOf(rewriter, op, op.getQuery().getType()));
    loops.setSizes(axes.key,
                   sizes.sizesOf(rewriter, op, op.getKey().getType()));
    loops.setSizes(axes.result, resultSizes);
    Values results = loops.forward(
        rewriter, adaptor.getQuery(), adaptor.getKey(), adaptor.getValue(),
        {emptyTensor(rewriter, loc, resultSizes, type.getElementType()),
         loops.emptyOf(rewriter, axes.rows())});
    rewriter.replaceOp(op, results);
    return success();
  }
};

class AttentionGradLowering : public OpLowering<nn::AttentionGradOp> {
public:
  using OpLowering::OpLowering;

  LogicalResult
  matchAndRewrite(nn::AttentionGradOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    nn::AttentionAxes axes = *nn::AttentionAxes::parse(op.getPattern());
    RankedTensorType type = op.getCotangent().getType();
    AttentionLoops loops(op, axes, adaptor.getMask(), type);
    StringRef letters[] = {axes.query, axes.key, axes.value};
    SmallVector<SmallVector<OpFoldResult>> found;
    for (auto [names, result] : llvm::zip_equal(letters, op.getResults())) {
      found.push_back(sizes.sizesOf(rewriter, op, result.getType()));
      loops.setSizes(names, found.back());
    }
    Values empty;
    for (StringRef names : letters)
      empty.push_back(loops.emptyOf(rewriter, names));
    Values results =
        loops.backward(rewriter, adaptor.getQuery(), adaptor.getKey(),
                       adaptor.getValue(), adaptor.getCotangent(),
                       adaptor.getLogSumExp(), adaptor.getDelta(), empty);
    for (auto [result, value, size] :
         llvm::zip_equal(op.getResults(), results, found))
      value = inElementsOf(rewriter, loc, value,
                           cast<RankedTensorType>(result.getType()), size);
    rewriter.replaceOp(op, results);
    return success();
  }
};

} // namespace

void populateAttention(RewritePatternSet &patterns, const TypeConverter &types,
                       const SizeTable &sizes) {
  patterns.add<AttentionLowering, AttentionGradLowering>(
      types, patterns.getContext(), sizes);
}

} // namespace nnc
