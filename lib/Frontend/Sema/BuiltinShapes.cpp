//===- BuiltinShapes.cpp - shapes and indices ----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::Twine;

std::optional<llvm::SmallVector<Axis, 4>>
Elaborator::shapeOf(const std::optional<BoundArg> &arg, Frame &frame) {
  llvm::SmallVector<Axis, 4> axes;
  auto addValue = [&](const Value &value, SMRange range) {
    if (value.isUnknown())
      return false;
    if (value.kind != Value::Int || !value.dim) {
      error("E0205", range, "a size is an int known at compile time", frame)
          .label("found " + describe(value));
      return false;
    }
    markStructural(value);
    Axis axis(*value.dim);
    axis.stretches = value.literalOne;
    axes.push_back(axis);
    return true;
  };
  if (!arg || !arg->expr) {
    if (arg && arg->value)
      for (const Value &item : arg->value->items)
        if (!addValue(item, arg->range))
          return std::nullopt;
    return axes;
  }
  llvm::ArrayRef<Expr *> elements;
  if (auto *list = dyn_cast<ListExpr>(arg->expr))
    elements = list->elements;
  else if (auto *tuple = dyn_cast<TupleExpr>(arg->expr))
    elements = tuple->elements;
  else {
    error("E0205", arg->range, "a shape is a list of sizes", frame)
        .help("write `[4, n]`");
    return std::nullopt;
  }
  for (const Expr *element : elements) {
    if (!addValue(eval(element, frame), element->range))
      return std::nullopt;
    if (auto *name = dyn_cast<NameExpr>(element))
      axes.back().name = name->name.str();
  }
  if (axes.size() > 8) {
    error("E0205", arg->range, "a tensor has at most 8 axes", frame);
    return std::nullopt;
  }
  return axes;
}

static DimExpr count(const Type &type) {
  DimExpr size = 1;
  for (const Axis &axis : type.axes)
    size = size * axis.size;
  return size;
}

Value Elaborator::builtinReshape(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  std::optional<llvm::SmallVector<Axis, 4>> shape;
  if (call.has(1)) {
    shape = shapeOf(call.args[1], call.frame);
  } else if (!call.has(2)) {
    error("E0204", call.range, "`reshape` needs a shape, or `like`",
          call.frame);
  } else if (needTensor(call, 2)) {
    shape = call.values[2].type.axes;
  }
  if (!shape)
    return Value();
  const Value &x = call.values[0];
  // One size may be -1: what remains.
  DimExpr known = 1;
  Axis *open = nullptr;
  for (Axis &axis : *shape) {
    if (!axis.size.isConstant(-1)) {
      known = known * axis.size;
      continue;
    }
    if (open) {
      error("E0204", call.rangeOf(1), "only one size may be -1", call.frame);
      return Value();
    }
    open = &axis;
  }
  DimExpr total = count(x.type);
  if (open)
    if (std::optional<DimExpr> rest = facts.divide(total, known)) {
      open->size = *rest;
      known = total;
    }
  if (!same(known, total)) {
    error("E0202", call.rangeOf(1),
          "cannot prove " + total.str() + " = " + known.str(), call.frame)
        .label("the number of elements changes")
        .note("from", x.type.str());
    // What both have in common does not matter.
    for (const Axis &axis : x.type.axes)
      if (std::optional<DimExpr> a = total.dividedBy(axis.size),
          b = known.dividedBy(axis.size);
          a && b) {
        total = *a;
        known = *b;
      }
    if (lastError && !(total - known).constant())
      lastError->help("where it always holds: `assert " + total.str() +
                      " == " + known.str() + "`");
    return Value();
  }
  return reshape(x, Type::tensor(x.type.element, *shape), call.range,
                 call.frame);
}

Value Elaborator::builtinFlatten(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  bool whole = call.frame.kind == Frame::Dataset;
  if (x.type.rank() == 0) {
    error("E0102", call.range, "a scalar has no axes to join", call.frame);
    return Value();
  }
  Type type = Type::tensor(x.type.element);
  DimExpr rest = 1;
  for (unsigned i = 0; i < x.type.rank(); ++i) {
    if (i == 0 && !whole)
      type.axes.push_back(x.type.axes[0]);
    else
      rest = rest * x.type.axes[i].size;
  }
  if (whole || x.type.rank() > 1)
    type.axes.push_back(Axis(rest));
  return reshape(x, type, call.range, call.frame);
}

Value Elaborator::builtinSqueeze(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  auto axes = axesOf(call, 1, x.type);
  if (!axes)
    return Value();
  Type type = Type::tensor(x.type.element);
  for (unsigned i = 0; i < x.type.rank(); ++i) {
    if (!llvm::is_contained(*axes, i)) {
      type.axes.push_back(x.type.axes[i]);
    } else if (!x.type.axes[i].size.isConstant(1)) {
      error("E0102", call.range, "only an axis of size 1 can be squeezed",
            call.frame)
          .label("axis " + Twine(i) + " of " + x.type.str());
      return Value();
    }
  }
  return reshape(x, type, call.range, call.frame);
}

Value Elaborator::builtinUnsqueeze(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  // Positions are those of the result.
  Type wider = x.type;
  wider.axes.push_back(Axis(1));
  auto axis =
      resolveAxis(call.args[1]->expr, wider, call.rangeOf(1), call.frame);
  if (!axis)
    return Value();
  Type type = x.type;
  Axis one(1);
  one.stretches = true;
  type.axes.insert(type.axes.begin() + *axis, one);
  return reshape(x, type, call.range, call.frame);
}

Value Elaborator::builtinTranspose(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  int64_t axes[2];
  for (unsigned i = 0; i < 2; ++i) {
    std::optional<int64_t> axis = call.values[i + 1].constantInt();
    int64_t rank = x.type.rank();
    if (call.values[i + 1].kind != Value::Int || !axis || *axis < -rank ||
        *axis >= rank) {
      error("E0204", call.rangeOf(i + 1), "there is no such axis", call.frame)
          .label("in " + x.type.str());
      return Value();
    }
    axes[i] = *axis < 0 ? *axis + rank : *axis;
  }
  Type type = x.type;
  std::swap(type.axes[axes[0]], type.axes[axes[1]]);
  Value result = tensor(Op::Transpose, type, {x.node}, call.range, call.frame);
  for (unsigned i = 0; i < x.type.rank(); ++i)
    result.node->ints.push_back(i);
  std::swap(result.node->ints[axes[0]], result.node->ints[axes[1]]);
  return result;
}

Value Elaborator::builtinBroadcast(BuiltinCall &call) {
  auto shape = shapeOf(call.args[1], call.frame);
  if (!shape)
    return Value();
  if (call.values[0].isScalar())
    return splat(call.values[0], Type::tensor(real(call.frame), *shape),
                 call.range, call.frame);
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  Type type = Type::tensor(x.type.element, *shape);
  std::optional<Type> joint = broadcastType(
      type, x.type, call.range, call.rangeOf(1), call.rangeOf(0), call.frame);
  if (!joint)
    return Value();
  if (!sameShape(*joint, type)) {
    error("E0102", call.range, "the tensor does not fit this shape", call.frame)
        .label(x.type.str() + " and " + type.str());
    return Value();
  }
  Value result = broadcastTo(x, type, call.range, call.frame);
  result.type = type;
  return result;
}

Value Elaborator::concat(llvm::ArrayRef<Value> parts, int64_t axis,
                         SMRange range, Frame &frame) {
  Type type = parts[0].type;
  llvm::SmallVector<Node *, 4> nodes;
  DimExpr size = 0;
  for (const Value &part : parts) {
    bool fits =
        part.type.element == type.element && part.type.rank() == type.rank();
    for (unsigned i = 0; fits && i < type.rank(); ++i)
      fits =
          int64_t(i) == axis || same(part.type.axes[i].size, type.axes[i].size);
    if (!fits) {
      error("E0102", range, "these tensors do not join", frame)
          .label(type.str() + " and " + part.type.str());
      return Value();
    }
    size = size + part.type.axes[axis].size;
    nodes.push_back(part.node);
  }
  if (parts.size() == 1)
    return parts[0];
  type.axes[axis] = Axis(size);
  Value result = tensor(Op::Concat, type, nodes, range, frame);
  result.node->ints = {axis};
  return result;
}

/// A list of at least one.
static bool areTensors(const Value &parts) {
  return (parts.kind == Value::List || parts.kind == Value::Tuple) &&
         !parts.items.empty() &&
         llvm::all_of(parts.items, [](const Value &v) { return v.isTensor(); });
}

Value Elaborator::builtinConcat(BuiltinCall &call) {
  const Value &parts = call.values[0];
  if (!areTensors(parts) || parts.items[0].type.rank() == 0) {
    error("E0205", call.rangeOf(0), "expected a list of tensors", call.frame);
    return Value();
  }
  std::optional<int64_t> axis = 0;
  if (call.has(1))
    axis = resolveAxis(call.args[1]->expr, parts.items[0].type, call.rangeOf(1),
                       call.frame);
  if (!axis)
    return Value();
  return concat(parts.items, *axis, call.range, call.frame);
}

Value Elaborator::builtinStack(BuiltinCall &call) {
  const Value &parts = call.values[0];
  if (!areTensors(parts)) {
    error("E0205", call.rangeOf(0), "expected a list of tensors", call.frame);
    return Value();
  }
  Type wider = parts.items[0].type;
  wider.axes.push_back(Axis(1));
  std::optional<int64_t> axis = 0;
  if (call.has(1))
    axis = resolveAxis(call.args[1]->expr, wider, call.rangeOf(1), call.frame);
  if (!axis)
    return Value();
  std::vector<Value> items;
  for (const Value &item : parts.items) {
    if (!sameShape(item.type, parts.items[0].type)) {
      error("E0102", call.range, "these tensors do not stack", call.frame)
          .label(parts.items[0].type.str() + " and " + item.type.str());
      return Value();
    }
    Type type = item.type;
    type.axes.insert(type.axes.begin() + *axis, Axis(1));
    items.push_back(reshape(item, type, call.range, call.frame));
  }
  return concat(items, *axis, call.range, call.frame);
}

Value Elaborator::builtinSplit(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  std::optional<int64_t> axis = 0;
  if (call.has(2))
    axis = resolveAxis(call.args[2]->expr, x.type, call.rangeOf(2), call.frame);
  if (!axis || !x.type.rank())
    return Value();
  const DimExpr &size = x.type.axes[*axis].size;
  std::vector<DimExpr> sizes;
  const Value &parts = call.values[1];
  DimExpr total;
  if (std::optional<int64_t> n =
          parts.kind == Value::Int ? parts.constantInt() : std::nullopt) {
    markStructural(parts);
    std::optional<DimExpr> part;
    if (*n > 0 && *n <= 4096)
      part = facts.divide(size, *n);
    if (!part) {
      Diagnostic &diag = error("E0202", call.rangeOf(1),
                               "cannot prove that " + size.str() +
                                   " is a multiple of " + Twine(*n),
                               call.frame);
      if (!size.constant() && *n > 0)
        diag.help("where it always is: `assert " + size.str() + " % " +
                  Twine(*n) + " == 0`");
      return Value();
    }
    sizes.assign(*n, *part);
  } else if (parts.kind == Value::List) {
    for (const Value &part : parts.items) {
      markStructural(part);
      sizes.push_back(part.dim.value_or(-1));
      total = total + sizes.back();
    }
    if (!same(size, total) || llvm::any_of(sizes, [&](const DimExpr &s) {
          return !proveNotNegative(s);
        })) {
      error("E0202", call.rangeOf(1),
            "the sizes do not add up to " + size.str(), call.frame);
      return Value();
    }
  } else {
    error("E0205", call.rangeOf(1), "`split` takes a count or a list of sizes",
          call.frame);
    return Value();
  }
  Value result(Value::Tuple);
  DimExpr offset;
  for (const DimExpr &part : sizes) {
    std::optional<int64_t> start = offset.constant();
    Value first = Value::integer(offset);
    offset = offset + part;
    if (!start) {
      result.items.push_back(
          gatherAt(x, *axis, first, part, call.range, call.frame));
      continue;
    }
    Type type = x.type;
    type.axes[*axis] = Axis(part);
    Value slice = tensor(Op::Slice, type, {x.node}, call.range, call.frame);
    slice.node->ints.assign(x.type.rank(), 0);
    slice.node->ints[*axis] = *start;
    for (const Axis &a : type.axes)
      slice.node->sizes.push_back(a.size);
    result.items.push_back(slice);
  }
  return result;
}

Value Elaborator::builtinFlip(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  auto axes = axesOf(call, 1, call.values[0].type);
  if (!axes)
    return Value();
  Value result = tensor(Op::Flip, call.values[0].type, {call.values[0].node},
                        call.range, call.frame);
  result.node->ints.assign(axes->begin(), axes->end());
  return result;
}

Value Elaborator::builtinTake(BuiltinCall &call) {
  if (!needTensor(call, 0) || !needTensor(call, 1))
    return Value();
  const Value &x = call.values[0], &index = call.values[1];
  std::optional<int64_t> axis =
      resolveAxis(call.args[2]->expr, x.type, call.rangeOf(2), call.frame);
  if (!axis)
    return Value();
  Type type = x.type;
  type.axes.erase(type.axes.begin() + *axis);
  if (!isInteger(index.type.element) || !sameShape(index.type, type)) {
    error("E0102", call.rangeOf(1),
          "`take` needs an index for each place without the axis", call.frame)
        .label(index.type.str() + " for " + x.type.str());
    return Value();
  }
  Value result =
      tensor(Op::Take, type, {x.node, index.node}, call.range, call.frame);
  result.node->ints = {*axis};
  return result;
}

Value Elaborator::builtinGather(BuiltinCall &call) {
  if (!needTensor(call, 0) || !needTensor(call, 1))
    return Value();
  const Value &x = call.values[0], &index = call.values[1];
  std::optional<int64_t> axis = 0;
  if (call.has(2))
    axis = resolveAxis(call.args[2]->expr, x.type, call.rangeOf(2), call.frame);
  if (!axis)
    return Value();
  if (!isInteger(index.type.element) || !x.type.rank()) {
    error("E0106", call.rangeOf(1), "an index is an integer tensor", call.frame)
        .label("found " + index.type.str());
    return Value();
  }
  Type type = x.type;
  type.axes.erase(type.axes.begin() + *axis);
  type.axes.insert(type.axes.begin() + *axis, index.type.axes.begin(),
                   index.type.axes.end());
  Value result =
      tensor(Op::Gather, type, {x.node, index.node}, call.range, call.frame);
  result.node->ints = {*axis};
  return result;
}

Value Elaborator::builtinOneHot(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &index = call.values[0], &classes = call.values[1];
  if (!isInteger(index.type.element)) {
    error("E0106", call.rangeOf(0), "an index is an integer tensor", call.frame)
        .label("found " + index.type.str());
    return Value();
  }
  if (classes.kind != Value::Int || !classes.dim) {
    error("E0205", call.rangeOf(1), "the number of classes is an int",
          call.frame);
    return Value();
  }
  markStructural(classes);
  Type type = index.type;
  type.element = options.doubles ? Element::F64 : Element::F32;
  type.axes.push_back(Axis(*classes.dim));
  return tensor(Op::OneHot, type, {index.node}, call.range, call.frame);
}

Value Elaborator::builtinRange(BuiltinCall &call) {
  Value from = call.has(1) ? call.values[0] : Value::integer(0);
  Value to = call.values[call.has(1) ? 1 : 0];
  for (const Value &end : {from, to}) {
    if (end.kind != Value::Int || !end.dim) {
      error("E0205", call.range,
            "the ends of a range are ints known at "
            "compile time",
            call.frame);
      return Value();
    }
    markStructural(end);
  }
  Type type = Type::tensor(Element::I32, {Axis(*to.dim - *from.dim)});
  Value result = tensor(Op::Iota, type, {}, call.range, call.frame);
  result.node->ints = {0};
  if (from.dim->isConstant(0))
    return result;
  return binary(BinaryOp::Add, result, from, call.range, call.range, call.range,
                call.frame);
}

Value Elaborator::builtinTriangle(BuiltinCall &call) {
  const Value &n = call.values[0];
  if (n.kind != Value::Int || !n.dim) {
    error("E0205", call.rangeOf(0), "the size is an int", call.frame);
    return Value();
  }
  markStructural(n);
  Type type = Type::tensor(Element::I32, {Axis(*n.dim), Axis(*n.dim)});
  if (auto *name = llvm::dyn_cast_if_present<NameExpr>(call.args[0]->expr))
    for (Axis &axis : type.axes)
      axis.name = name->name.str();
  Value row = tensor(Op::Iota, type, {}, call.range, call.frame);
  row.node->ints = {0};
  Value column = tensor(Op::Iota, type, {}, call.range, call.frame);
  column.node->ints = {1};
  return binary(BinaryOp::Ge, row, column, call.range, call.range, call.range,
                call.frame);
}

Value Elaborator::builtinAlign(BuiltinCall &call) {
  if (!needTensor(call, 0) || !needTensor(call, 1))
    return Value();
  const Value &v = call.values[0], &x = call.values[1];
  std::optional<int64_t> axis =
      resolveAxis(call.args[2]->expr, x.type, call.rangeOf(2), call.frame);
  if (!axis)
    return Value();
  if (v.type.rank() != 1 ||
      !same(v.type.axes[0].size, x.type.axes[*axis].size)) {
    error("E0102", call.range, "`align` needs one value per place of the axis",
          call.frame)
        .label(v.type.str() + " for axis " + Twine(*axis) + " of " +
               x.type.str());
    return Value();
  }
  Type type = v.type;
  Axis one(1);
  one.stretches = true;
  type.axes.assign(x.type.rank(), one);
  type.axes[*axis] = x.type.axes[*axis];
  return reshape(v, type, call.range, call.frame);
}

/// PyTorch's order: pairs of before and after, from the last axis on.
Value Elaborator::builtinPad(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0], &sizes = call.values[1];
  int64_t rank = x.type.rank();
  std::vector<int64_t> widths;
  if (sizes.kind == Value::List || sizes.kind == Value::Tuple)
    for (const Value &item : sizes.items) {
      widths.push_back(item.constantInt().value_or(-1));
      markStructural(item);
    }
  if (widths.empty() || widths.size() % 2 ||
      int64_t(widths.size()) > 2 * rank ||
      llvm::any_of(widths, [](int64_t w) { return w < 0; })) {
    error("E0204", call.rangeOf(1),
          "`pad` takes pairs of widths, those of the last axis first",
          call.frame)
        .help("`pad(x, [1, 1, 2, 2])` adds 1 on both sides of the last axis "
              "and 2 on both sides of the one before");
    return Value();
  }
  Type type = x.type;
  llvm::SmallVector<int64_t, 8> low(rank, 0), high(rank, 0);
  for (size_t i = 0; i < widths.size() / 2; ++i) {
    int64_t axis = rank - 1 - int64_t(i);
    low[axis] = widths[2 * i];
    high[axis] = widths[2 * i + 1];
    if (low[axis] + high[axis])
      type.axes[axis] = Axis(type.axes[axis].size + low[axis] + high[axis]);
  }
  auto padded = [&](const Value &value, const Type &padType) {
    Value result =
        tensor(Op::Pad, padType, {value.node}, call.range, call.frame);
    result.node->ints.assign(low.begin(), low.end());
    result.node->ints.append(high.begin(), high.end());
    return result;
  };
  Value result = padded(x, type);
  if (!call.has(2) || call.values[2].constantInt() == 0)
    return result;
  // Another value than 0: chosen where a padded mask says so.
  Type inside = x.type, mask = type;
  inside.element = mask.element = Element::Bool;
  Value here =
      padded(splat(Value::boolean(true), inside, call.range, call.frame), mask);
  return select(here, result, call.values[2], call.range, call.frame);
}

Value Elaborator::builtinCumsum(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  std::optional<int64_t> axis =
      resolveAxis(call.args[1]->expr, x.type, call.rangeOf(1), call.frame);
  if (!axis)
    return Value();
  if (x.type.element == Element::Bool) {
    error("E0106", call.rangeOf(0), "`cumsum` does not fit bools", call.frame)
        .help("cast to an integer: `cast(x, i32)`");
    return Value();
  }
  Value result = tensor(Op::Cumsum, x.type, {x.node}, call.range, call.frame);
  result.node->ints = {*axis};
  return result;
}

Value Elaborator::builtinOrthonormalize(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &x = call.values[0];
  bool fits = x.type.rank() == 2 && isFloat(x.type.element) &&
              x.type.axes[0].size.constant() && x.type.axes[1].size.constant();
  if (!fits ||
      *x.type.axes[0].size.constant() > *x.type.axes[1].size.constant()) {
    error("E0205", call.rangeOf(0),
          "`orthonormalize` needs a matrix with no more rows than columns",
          call.frame)
        .label("found " + x.type.str());
    return Value();
  }
  return tensor(Op::Orthonormalize, x.type, {x.node}, call.range, call.frame);
}
