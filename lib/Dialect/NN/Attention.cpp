//===- Attention.cpp - Types and derivatives of attention -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VjpBuilder.h"

#include "nnc/Dialect/NN/AttentionAxes.h"
#include "nnc/Dialect/NN/NNDims.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace nnc::nn {

using Values = SmallVector<Value>;
using Types = SmallVectorImpl<Type>;
using MaybeLoc = std::optional<Location>;
using Sizes = llvm::SmallDenseMap<char, Size>;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

//===----------------------------------------------------------------------===//
// Axes
//===----------------------------------------------------------------------===//

std::optional<AttentionAxes> AttentionAxes::parse(StringRef pattern) {
  AttentionAxes axes;
  auto [sources, result] = pattern.split("->");
  SmallVector<StringRef> parts;
  sources.split(parts, ',');
  if (parts.size() < 3 || parts.size() > 4)
    return std::nullopt;
  axes.query = parts[0];
  axes.key = parts[1];
  axes.value = parts[2];
  axes.result = result;
  axes.hasMask = parts.size() == 4;
  if (axes.hasMask)
    axes.mask = parts[3];

  auto isDistinct = [](StringRef letters) {
    return llvm::all_of(letters, [&](char c) { return letters.count(c) == 1; });
  };
  for (StringRef letters : parts)
    if (!isDistinct(letters))
      return std::nullopt;
  if (!isDistinct(result))
    return std::nullopt;
  // The letter that these two share and the batch does not have.
  auto shared = [&](StringRef a, StringRef b, char &letter) {
    for (char c : a) {
      if (!b.contains(c) || StringRef(axes.batch).contains(c))
        continue;
      if (letter)
        return false;
      letter = c;
    }
    return letter != 0;
  };
  for (char c : result)
    if (axes.query.contains(c) && axes.key.contains(c) &&
        axes.value.contains(c))
      axes.batch.push_back(c);
  size_t rank = axes.batch.size() + 2;
  if (!shared(axes.query, result, axes.row) ||
      !shared(axes.key, axes.value, axes.column) ||
      !shared(axes.query, axes.key, axes.inner) ||
      !shared(axes.value, result, axes.width) || axes.query.size() != rank ||
      axes.key.size() != rank || axes.value.size() != rank ||
      result.size() != rank)
    return std::nullopt;
  std::string scores = axes.rows() + axes.column;
  if (!llvm::all_of(axes.mask,
                    [&](char c) { return StringRef(scores).contains(c); }))
    return std::nullopt;
  return axes;
}

/// Notes the sizes of `letters`; fails where one has another size already.
static LogicalResult note(MaybeLoc loc, StringRef letters, Value tensor,
                          Sizes &sizes) {
  RankedTensorType type = typeOf(tensor);
  if (int64_t(letters.size()) != type.getRank())
    return emitOptionalError(loc, "\"", letters, "\" does not fit ", type);
  for (auto [letter, size] : llvm::zip_equal(letters, getSizes(type))) {
    auto [it, isNew] = sizes.try_emplace(letter, size);
    if (!isNew && !(it->second == size))
      return emitOptionalError(loc, "axis `", StringRef(&letter, 1),
                               "` has two sizes");
  }
  return success();
}

/// The axes, checked against the operands, whose sizes are noted.
template <typename Adaptor>
static std::optional<AttentionAxes> check(MaybeLoc loc, Adaptor op,
                                          Sizes &sizes) {
  std::optional<AttentionAxes> axes = AttentionAxes::parse(op.getPattern());
  if (!axes || axes->hasMask != bool(op.getMask())) {
    (void)emitOptionalError(loc, "pattern \"", op.getPattern(),
                            "\" does not name the axes of an attention");
    return std::nullopt;
  }
  Type element = typeOf(op.getQuery()).getElementType();
  if (typeOf(op.getKey()).getElementType() != element ||
      typeOf(op.getValue()).getElementType() != element) {
    (void)emitOptionalError(loc, "multiplies elements of two types");
    return std::nullopt;
  }
  if (failed(note(loc, axes->query, op.getQuery(), sizes)) ||
      failed(note(loc, axes->key, op.getKey(), sizes)) ||
      failed(note(loc, axes->value, op.getValue(), sizes)) ||
      (op.getMask() && failed(note(loc, axes->mask, op.getMask(), sizes))))
    return std::nullopt;
  return axes;
}

static RankedTensorType makeType(StringRef letters, const Sizes &sizes,
                                 Type element) {
  auto found = llvm::map_to_vector(
      letters, [&](char letter) { return sizes.lookup(letter); });
  return getTensor(found, element);
}

/// What sums of elements of this type are kept in.
static Type sumType(Type element) {
  return element.getIntOrFloatBitWidth() < 32
             ? Float32Type::get(element.getContext())
             : element;
}

LogicalResult AttentionOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                            Adaptor op, Types &types) {
  Sizes sizes;
  std::optional<AttentionAxes> axes = check(loc, op, sizes);
  if (!axes)
    return failure();
  Type element = typeOf(op.getQuery()).getElementType();
  types.push_back(makeType(axes->result, sizes, element));
  types.push_back(makeType(axes->rows(), sizes, sumType(element)));
  return success();
}

LogicalResult AttentionGradOp::inferReturnTypes(MLIRContext *, MaybeLoc loc,
                                                Adaptor op, Types &types) {
  Sizes sizes;
  std::optional<AttentionAxes> axes = check(loc, op, sizes);
  if (!axes || failed(note(loc, axes->result, op.getCotangent(), sizes)) ||
      failed(note(loc, axes->rows(), op.getLogSumExp(), sizes)) ||
      failed(note(loc, axes->rows(), op.getDelta(), sizes)))
    return failure();
  for (Value operand : {op.getQuery(), op.getKey(), op.getValue()})
    types.push_back(operand.getType());
  return success();
}

//===----------------------------------------------------------------------===//
// Derivatives
//===----------------------------------------------------------------------===//

Values AttentionOp::buildVjp(OpBuilder &builder, ArrayRef<Value> cotangents) {
  VjpBuilder b(builder, getLoc());
  AttentionAxes axes = *AttentionAxes::parse(getPattern());
  RankedTensorType rows = getLogSumExp().getType();
  Value g = cotangents[0];
  // sum(dy * y) - dl, the part of all scores of a row in common.
  Value delta;
  if (g) {
    auto wide = [&](Value x) { return b.cast(x, rows.getElementType()); };
    delta = b.sum(b.mul(wide(g), wide(getResult())),
                  int64_t(axes.result.find(axes.width)));
    SmallVector<int64_t> perm;
    std::string from;
    for (char letter : axes.result)
      if (letter != axes.width)
        from.push_back(letter);
    for (char letter : axes.rows())
      perm.push_back(from.find(letter));
    delta = b.transpose(delta, perm);
  } else {
    g = b.fill(getResult().getType(), 0.0);
  }
  if (Value dl = cotangents[1])
    delta = delta ? b.sub(delta, dl) : b.neg(dl);
  auto grad = AttentionGradOp::create(
      builder, getLoc(), getPatternAttr(), getQuery(), getKey(), getValue(), g,
      getLogSumExp(), delta, getMask(), getCausalAttr(), getScaleAttr());
  Values result(grad->getResults());
  if (getMask())
    result.push_back(Value());
  return result;
}

namespace {

/// The products of a gradient written out, over axes "batch, row, column".
class ScoreBuilder {
public:
  ScoreBuilder(OpBuilder &builder, AttentionGradOp op)
      : b(builder, op.getLoc()), op(op),
        axes(*AttentionAxes::parse(op.getPattern())),
        scores(axes.rows() + axes.column),
        sum(typeOf(op.getLogSumExp()).getElementType()) {}

  Value wide(Value x) { return b.cast(x, sum); }
  Value product(StringRef left, Value x, StringRef right, Value y,
                StringRef result) {
    return EinsumOp::create(b.b, b.loc,
                            (left + "," + right + "->" + result).str(),
                            ValueRange{wide(x), wide(y)});
  }
  /// One number for each row, for all of its scores.
  Value spread(Value rows, RankedTensorType type) {
    return b.spread(rows, type.getRank() - 1, type);
  }
  Value sumOfRows(Value x) { return b.sum(x, typeOf(x).getRank() - 1); }

  Value probabilities() {
    Value s = b.scale(
        product(axes.query, op.getQuery(), axes.key, op.getKey(), scores),
        op.getScale().convertToDouble());
    RankedTensorType type = typeOf(s);
    Value p = b.exp(b.sub(s, spread(op.getLogSumExp(), type)));
    RankedTensorType bools = withElementType(type, b.b.getI1Type());
    if (op.getMask()) {
      SmallVector<int64_t> dims;
      for (char letter : axes.mask)
        dims.push_back(scores.find(letter));
      p = b.where(b.broadcast(op.getMask(), dims, bools), p, 0.0);
    }
    if (op.getCausal()) {
      Type places = withElementType(type, b.b.getI32Type());
      int64_t last = type.getRank() - 1;
      Value row = IotaOp::create(b.b, b.loc, places, last - 1);
      Value column = IotaOp::create(b.b, b.loc, places, last);
      p = b.where(b.cmp(CmpPredicate::ge, row, column), p, 0.0);
    }
    return p;
  }

  VjpBuilder b;
  AttentionGradOp op;
  AttentionAxes axes;
  std::string scores;
  Type sum;
};

} // namespace

/// With e = dy v' - delta and s = scale * p * e the results are s k, s' q and
/// p' dy. For cotangents a, b, c of them, u = scale * (a k' + q b') is what
/// reaches p * e, and h = p * (u * e + dy c') what reaches the scores.
Values AttentionGradOp::buildVjp(OpBuilder &builder,
                                 ArrayRef<Value> cotangents) {
  ScoreBuilder s(builder, *this);
  VjpBuilder &b = s.b;
  const AttentionAxes &axes = s.axes;
  double scale = getScale().convertToDouble();
  auto orZero = [&](Value cotangent, Value like) {
    return cotangent ? cotangent : b.fill(like.getType(), 0.0);
  };
  Value dq = orZero(cotangents[0], getQuery());
  Value dk = orZero(cotangents[1], getKey());
  Value dv = orZero(cotangents[2], getValue());
  Value g = getCotangent();

  Value p = s.probabilities();
  RankedTensorType type = typeOf(p);
  Value e = b.sub(s.product(axes.result, g, axes.value, getValue(), s.scores),
                  s.spread(getDelta(), type));
  Value u =
      b.scale(b.add(s.product(axes.query, dq, axes.key, getKey(), s.scores),
                    s.product(axes.query, getQuery(), axes.key, dk, s.scores)),
              scale);
  Value up = b.mul(u, p);
  Value h = b.mul(p, b.add(b.mul(u, e), s.product(axes.result, g, axes.value,
                                                  dv, s.scores)));
  Value hs = b.scale(h, scale), ps = b.scale(b.mul(p, e), scale);

  auto like = [&](Value x, Value operand) {
    return b.cast(x, typeOf(operand).getElementType());
  };
  Value toQuery = b.add(s.product(s.scores, hs, axes.key, getKey(), axes.query),
                        s.product(s.scores, ps, axes.key, dk, axes.query));
  Value toKey = b.add(s.product(s.scores, hs, axes.query, getQuery(), axes.key),
                      s.product(s.scores, ps, axes.query, dq, axes.key));
  Value toValue = s.product(s.scores, up, axes.result, g, axes.value);
  Value toCotangent =
      b.add(s.product(s.scores, up, axes.value, getValue(), axes.result),
            s.product(s.scores, p, axes.value, dv, axes.result));
  Values result = {like(toQuery, getQuery()), like(toKey, getKey()),
                   like(toValue, getValue()), like(toCotangent, g),
                   b.neg(s.sumOfRows(h)),     b.neg(s.sumOfRows(up))};
  if (getMask())
    result.push_back(Value());
  return result;
}

} // namespace nnc::nn
