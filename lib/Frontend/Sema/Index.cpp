//===- Index.cpp - indices and slices -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rule 27: what is known when the program is compiled must be provably inside
// and becomes `nn.slice`; what is computed at run time becomes `nn.gather`,
// which checks its indices (rule 29).
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;

/// Where `x[start..start + n]` ends, if it is spelled that way: a size that is
/// known although `start` is not.
static const Expr *sizeAfterStart(const RangeExpr &range) {
  auto *sum = llvm::dyn_cast_if_present<BinaryExpr>(range.upper);
  if (!sum || sum->op != BinaryOp::Add || !range.lower)
    return nullptr;
  auto text = [](const Expr *expr) {
    const char *begin = expr->range.Start.getPointer();
    return StringRef(begin, expr->range.End.getPointer() - begin);
  };
  return text(sum->lhs) == text(range.lower) ? sum->rhs : nullptr;
}

/// The slices of `x` that start at `first` along an axis, `count` of them, or
/// the one at `first` without the axis.
Value Elaborator::gatherAt(const Value &x, unsigned axis, const Value &first,
                           std::optional<DimExpr> count, SMRange range,
                           Frame &frame) {
  Type type = Type::tensor(Element::I64);
  if (first.isTensor())
    type.element = first.type.element;
  if (count)
    type.axes.push_back(Axis(*count));
  Value index = first.isTensor() ? broadcastTo(first, type, range, frame)
                                 : splat(first, type, range, frame);
  if (count) {
    Value offsets = tensor(Op::Iota, type, {}, range, frame);
    offsets.node->ints = {0};
    index = binary(BinaryOp::Add, index, offsets, range, range, range, frame);
  }
  if (index.isUnknown())
    return index;
  Type result = x.type;
  if (count)
    result.axes[axis] = Axis(*count);
  else
    result.axes.erase(result.axes.begin() + axis);
  Value picked = tensor(Op::Gather, result, {x.node, index.node}, range, frame);
  picked.node->ints = {int64_t(axis)};
  return picked;
}

/// An end of a range or a single index; none after an error. Negative constants
/// count from the end.
std::optional<Value> Elaborator::evalPosition(const Expr *expr,
                                              const Axis &axis, Frame &frame) {
  Value value = eval(expr, frame);
  if (value.isUnknown())
    return std::nullopt;
  if (value.kind == Value::Int) {
    if (!value.dim)
      return value;
    markStructural(value);
    value.node = nullptr;
    value.hypers.reset();
    if (std::optional<int64_t> n = value.constantInt(); n && *n < 0)
      value.dim = axis.size + *value.dim;
    return value;
  }
  if (value.isTensor() && isInteger(value.type.element)) {
    if (value.type.rank() == 0)
      return value;
    error("E0205", expr->range, "an index is one int or a range", frame)
        .label("found " + describe(value))
        .help("`gather(x, " + source(expr->range) +
              ", axis = ...)` picks many");
    return std::nullopt;
  }
  error("E0205", expr->range, "an index is an int or a range", frame)
      .label("found " + describe(value));
  return std::nullopt;
}

/// One axis of an index expression that is not whole. `axis` moves on to the
/// next axis of `x`. Unknown after an error.
Value Elaborator::indexAxis(Value x, unsigned &axis, const Expr *index,
                            Frame &frame) {
  const Axis whole = x.type.axes[axis];
  auto *range = dyn_cast<RangeExpr>(index);
  Value low = Value::integer(0), high = Value::integer(whole.size);
  const Expr *lowExpr = range ? range->lower : index;
  if (lowExpr) {
    auto value = evalPosition(lowExpr, whole, frame);
    if (!value)
      return Value();
    low = *value;
  }
  if (low.isTensor() || !low.dim) {
    // Decided at run time.
    if (!range)
      return gatherAt(x, axis, low, std::nullopt, index->range, frame);
    const Expr *sizeExpr = sizeAfterStart(*range);
    Value size = sizeExpr ? eval(sizeExpr, frame) : Value();
    if (size.kind != Value::Int || !size.dim) {
      error("E0202", index->range, "the size of this slice is not known", frame)
          .help("write `x[i..i + n]` with an `n` known at compile time");
      return Value();
    }
    markStructural(size);
    return gatherAt(x, axis++, low, size.dim, index->range, frame);
  }
  if (range && range->upper) {
    auto value = evalPosition(range->upper, whole, frame);
    if (!value)
      return Value();
    high = *value;
    if (high.isTensor() || !high.dim) {
      error("E0202", range->upper->range, "the size of this slice is not known",
            frame)
          .help("write `x[i..i + n]` with an `n` known at compile time");
      return Value();
    }
  } else if (!range) {
    high = Value::integer(*low.dim + 1);
  }
  if (!proveNotNegative(*low.dim) ||
      !proveNotNegative(whole.size - *high.dim) ||
      !proveNotNegative(*high.dim - *low.dim)) {
    Diagnostic &diag = error("E0202", index->range,
                             "cannot prove that this index is inside", frame);
    diag.label("the axis has " + whole.size.str() + " elements");
    suggestRange(whole.size - *high.dim, diag);
    return Value();
  }
  std::optional<int64_t> first = low.dim->constant();
  DimExpr count = *high.dim - *low.dim;
  if (!first)
    return gatherAt(x, range ? axis++ : axis, low,
                    range ? std::optional<DimExpr>(count) : std::nullopt,
                    index->range, frame);
  if (range && same(count, whole.size)) {
    ++axis;
    return x;
  }
  Type sliced = x.type;
  Axis part(count);
  if (range && range->upper)
    if (auto *name = dyn_cast<NameExpr>(range->upper); name && *first == 0)
      part.name = name->name.str();
  sliced.axes[axis] = part;
  Value result = tensor(Op::Slice, sliced, {x.node}, index->range, frame);
  result.node->ints.assign(sliced.rank(), 0);
  result.node->ints[axis] = *first;
  for (const Axis &a : sliced.axes)
    result.node->sizes.push_back(a.size);
  if (range) {
    ++axis;
    return result;
  }
  Type dropped = sliced;
  dropped.axes.erase(dropped.axes.begin() + axis);
  return reshape(result, dropped, index->range, frame);
}

Value Elaborator::evalIndex(const IndexExpr &expr, Frame &frame) {
  Value base = eval(expr.base, frame);
  if (base.isUnknown())
    return base;
  if (base.kind == Value::List || base.kind == Value::Tuple) {
    Value index = expr.indices.size() == 1 ? eval(expr.indices[0], frame)
                                           : Value(Value::None);
    if (index.isUnknown())
      return index;
    int64_t count = base.items.size();
    int64_t i = index.constantInt().value_or(INT64_MIN);
    if (i >= -count && i < count) {
      markStructural(index);
      Value item = base.items[i < 0 ? i + count : i];
      item.fixBy(index);
      return item;
    }
  }
  if (!base.isTensor()) {
    error("E0205", expr.base->range, describe(base) + " has no such element",
          frame);
    return Value();
  }
  if (frame.elementwise) {
    error("E0205", expr.range, "an elementwise function cannot index", frame);
    return Value();
  }
  if (expr.indices.size() > base.type.rank()) {
    error("E0102", expr.range, "more indices than axes", frame)
        .label(base.type.str());
    return Value();
  }
  base.text.clear();
  unsigned axis = 0;
  for (const Expr *index : expr.indices) {
    auto *range = dyn_cast<RangeExpr>(index);
    if (range && range->isBare()) {
      ++axis;
      continue;
    }
    base = indexAxis(std::move(base), axis, index, frame);
    if (base.isUnknown())
      return base;
  }
  return base;
}
