//===- Arith.cpp - operators on numbers and tensors ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../Fold.h"
#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

std::string nnc::axisText(const Axis &axis) {
  StringRef name = axis.label.empty() ? StringRef(axis.name) : axis.label;
  if (axis.size.constant() && !name.empty() && !name.starts_with("^"))
    return (name + " = " + axis.size.str()).str();
  return axis.size.str();
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

Node *Elaborator::dimNode(const DimExpr &dim, SMRange range) {
  Type type = Type::scalar(Type::Int);
  auto constant = [&](int64_t value) {
    Node *node = emit(Op::Constant, type, {}, range);
    node->ints = {value};
    return node;
  };
  if (auto value = dim.constant())
    return constant(*value);
  Node *sum = nullptr;
  for (const auto &[monomial, coefficient] : dim.getTerms()) {
    Node *term = nullptr;
    for (const std::string &symbol : monomial) {
      Node *factor = leaf(Op::DimSize, symbol, type, range);
      term = term ? emit(Op::Mul, type, {term, factor}, range) : factor;
    }
    if (!term)
      term = constant(coefficient);
    else if (coefficient != 1)
      term = emit(Op::Mul, type, {term, constant(coefficient)}, range);
    sum = sum ? emit(Op::Add, type, {sum, term}, range) : term;
  }
  return sum;
}

Node *Elaborator::scalarNode(const Value &value, SMRange range) {
  if (value.node)
    return use(value.node, range);
  if (value.kind == Value::Int)
    return dimNode(*value.dim, range);
  Node *node =
      emit(Op::Constant,
           Type::scalar(value.kind == Value::Num ? Type::Num : Type::Bool), {},
           range);
  node->number = value.num.value_or(0);
  node->ints = {value.flag.value_or(false)};
  return node;
}

Value Elaborator::toNum(Value value, SMRange range) {
  if (value.kind != Value::Int)
    return value;
  Value result(Value::Num);
  result.dependOn(value);
  if (std::optional<int64_t> known = value.constantInt())
    result.num = double(*known);
  if (!result.num || result.hypers.any())
    result.node = emit(Op::ToNum, Type::scalar(Type::Num),
                       {scalarNode(value, range)}, range);
  return result;
}

static Op arithmeticOp(BinaryOp op) {
  switch (op) {
  case BinaryOp::Add:
    return Op::Add;
  case BinaryOp::Sub:
    return Op::Sub;
  case BinaryOp::Mul:
    return Op::Mul;
  case BinaryOp::Div:
    return Op::Div;
  case BinaryOp::FloorDiv:
    return Op::FloorDiv;
  case BinaryOp::Mod:
    return Op::Mod;
  case BinaryOp::Pow:
    return Op::Pow;
  case BinaryOp::And:
    return Op::And;
  case BinaryOp::Or:
    return Op::Or;
  default:
    return Op::Cmp;
  }
}

const char *nnc::predicate(BinaryOp op) {
  switch (op) {
  case BinaryOp::Eq:
    return "eq";
  case BinaryOp::Ne:
    return "ne";
  case BinaryOp::Lt:
    return "lt";
  case BinaryOp::Le:
    return "le";
  case BinaryOp::Gt:
    return "gt";
  default:
    return "ge";
  }
}

template <typename T> static bool compare(BinaryOp op, T a, T b) {
  switch (op) {
  case BinaryOp::Eq:
    return a == b;
  case BinaryOp::Ne:
    return a != b;
  case BinaryOp::Lt:
    return a < b;
  case BinaryOp::Le:
    return a <= b;
  case BinaryOp::Gt:
    return a > b;
  default:
    return a >= b;
  }
}

Value Elaborator::scalarBinary(BinaryOp op, Value a, Value b, SMRange range,
                               Frame &frame) {
  Value result;
  result.dependOn(a);
  result.dependOn(b);
  auto withNode = [&](Op nodeOp, Type::Kind kind, bool known) {
    if (known && result.hypers.none())
      return;
    Node *left = scalarNode(a, range), *right = scalarNode(b, range);
    result.node = emit(nodeOp, Type::scalar(kind), {left, right}, range);
    if (nodeOp == Op::Cmp)
      result.node->text = predicate(op);
  };
  bool logical = op == BinaryOp::And || op == BinaryOp::Or;
  if (a.kind == Value::Bool || b.kind == Value::Bool) {
    bool equality = op == BinaryOp::Eq || op == BinaryOp::Ne;
    if (a.kind != b.kind || (!logical && !equality)) {
      error("E0205", range,
            "`" + spelling(op) + "` does not fit " + describe(a) + " and " +
                describe(b),
            frame);
      return Value();
    }
    result.kind = Value::Bool;
    if (a.flag && b.flag)
      result.flag = op == BinaryOp::And  ? *a.flag && *b.flag
                    : op == BinaryOp::Or ? *a.flag || *b.flag
                    : op == BinaryOp::Eq ? *a.flag == *b.flag
                                         : *a.flag != *b.flag;
    else if (logical) // one side may decide alone
      for (const Value *side : {&a, &b})
        if (side->flag && *side->flag == (op == BinaryOp::Or)) {
          return *side;
        }
    // What both sides say of sizes, where that is all they say.
    auto says = [](const Value &side) {
      return !side.comparisons.empty() || (side.flag && *side.flag);
    };
    if (op == BinaryOp::And && !result.flag && says(a) && says(b)) {
      result.comparisons = a.comparisons;
      llvm::append_range(result.comparisons, b.comparisons);
    }
    withNode(arithmeticOp(op), Type::Bool, result.flag.has_value());
    return result;
  }
  if (logical) {
    error("E0205", range,
          "`" + spelling(op) + "` joins bools, found " + describe(a) + " and " +
              describe(b),
          frame);
    return Value();
  }
  bool ints = a.kind == Value::Int && b.kind == Value::Int;
  if (isComparison(op)) {
    result.kind = Value::Bool;
    if (ints && a.dim && b.dim) {
      // A fact about dims may hold whatever their values.
      result.flag = decide(op, *a.dim, *b.dim);
      if (!result.flag)
        result.comparisons = {{op, *a.dim, *b.dim}};
    } else if (!ints) {
      a = toNum(a, range);
      b = toNum(b, range);
      if (a.num && b.num)
        result.flag = compare(op, *a.num, *b.num);
    }
    withNode(Op::Cmp, Type::Bool, result.flag.has_value());
    return result;
  }
  if (ints && op == BinaryOp::Pow) {
    std::optional<int64_t> base = a.constantInt(), exponent = b.constantInt();
    if (base && exponent && *exponent >= 0) {
      int64_t value = 1;
      bool overflow = false;
      for (int64_t i = 0; i < *exponent && !overflow; ++i) {
        overflow = __builtin_mul_overflow(value, *base, &value);
        if (*base == 0 || *base == 1)
          break;
        if (*base == -1) {
          value = *exponent % 2 ? -1 : 1;
          break;
        }
      }
      if (!overflow) {
        result.kind = Value::Int;
        result.dim = value;
        markStructural(a);
        markStructural(b);
        result.fixBy(result);
        result.hypers.reset();
        return result;
      }
      error("E0205", range, "this int is too large", frame);
      return Value();
    }
    ints = false;
  }
  if (ints && op != BinaryOp::Div) {
    result.kind = Value::Int;
    std::optional<int64_t> x = a.constantInt(), y = b.constantInt();
    bool byZero = false, overflow = false;
    if (x && y) {
      int64_t value = 0;
      switch (op) {
      case BinaryOp::Add:
        overflow = __builtin_add_overflow(*x, *y, &value);
        break;
      case BinaryOp::Sub:
        overflow = __builtin_sub_overflow(*x, *y, &value);
        break;
      case BinaryOp::Mul:
        overflow = __builtin_mul_overflow(*x, *y, &value);
        break;
      default:
        byZero = *y == 0;
        overflow = *x == INT64_MIN && *y == -1;
        if (!byZero && !overflow)
          value = op == BinaryOp::FloorDiv
                      ? llvm::divideFloorSigned(*x, *y)
                      : *x - *y * llvm::divideFloorSigned(*x, *y);
      }
      if (byZero || overflow) {
        error("E0205", range,
              byZero ? "division by zero" : "this int is too large", frame);
        return Value();
      }
      result.dim = value;
    } else if (a.dim && b.dim) {
      switch (op) {
      case BinaryOp::Add:
        result.dim = *a.dim + *b.dim;
        break;
      case BinaryOp::Sub:
        result.dim = *a.dim - *b.dim;
        break;
      case BinaryOp::Mul:
        result.dim = *a.dim * *b.dim;
        break;
      case BinaryOp::FloorDiv:
        result.dim = facts.divide(*a.dim, *b.dim);
        if (!result.dim && y && *y > 0)
          result.dim = floorDivide(*a.dim, *y);
        break;
      default:
        if (facts.divide(*a.dim, *b.dim))
          result.dim = 0;
        else if (y && *y > 0)
          result.dim = *a.dim - floorDivide(*a.dim, *y) * *y;
      }
    }
    withNode(arithmeticOp(op), Type::Int, result.dim.has_value());
    return result;
  }
  a = toNum(a, range);
  b = toNum(b, range);
  result.kind = Value::Num;
  if (a.num && b.num)
    result.num = fold(arithmeticOp(op), *a.num, *b.num);
  withNode(arithmeticOp(op), Type::Num, result.num.has_value());
  return result;
}

//===----------------------------------------------------------------------===//
// Broadcasting
//===----------------------------------------------------------------------===//

Value Elaborator::splat(const Value &scalar, const Type &type, SMRange range,
                        Frame &frame) {
  bool fits = type.element == Element::Bool ? scalar.kind == Value::Bool
              : isFloat(type.element)
                  ? scalar.kind == Value::Int || scalar.kind == Value::Num
                  : scalar.kind == Value::Int;
  if (!fits) {
    Diagnostic &diag =
        error("E0106", range,
              describe(scalar) + " meets a tensor of " + spelling(type.element),
              frame);
    if (scalar.kind == Value::Num)
      diag.help("cast the tensor: `cast(x, f32)`");
    return Value();
  }
  Value number = isFloat(type.element) ? toNum(scalar, range) : scalar;
  return tensor(Op::Splat, type, {scalarNode(number, range)}, range, frame);
}

static bool flatten(const Value &list, std::vector<double> &values,
                    std::vector<int64_t> &shape, size_t depth, bool &whole) {
  if (list.kind != Value::List) {
    std::optional<double> number = list.num;
    if (list.kind == Value::Int && list.constantInt())
      number = double(*list.constantInt());
    whole &= list.kind == Value::Int;
    if (list.kind == Value::Bool && list.flag)
      number = *list.flag;
    if (!number || depth != shape.size())
      return false;
    values.push_back(*number);
    return true;
  }
  if (depth == shape.size() && values.empty())
    shape.push_back(list.items.size());
  if (depth >= shape.size() || shape[depth] != int64_t(list.items.size()))
    return false;
  for (const Value &item : list.items)
    if (!flatten(item, values, shape, depth + 1, whole))
      return false;
  return true;
}

Value Elaborator::listToTensor(const Value &list, Element element,
                               SMRange range, Frame &frame) {
  std::vector<double> values;
  std::vector<int64_t> shape;
  bool whole = true;
  if (list.items.empty() || !flatten(list, values, shape, 0, whole)) {
    error("E0205", range, "this list is not an array of numbers", frame);
    return Value();
  }
  if (!whole && isInteger(element)) {
    error("E0106", range,
          "a list of reals meets a tensor of " + spelling(element), frame);
    return Value();
  }
  for (const Value &item : list.items)
    markStructural(item);
  Type type = Type::tensor(element);
  for (int64_t size : shape)
    type.axes.push_back(Axis(size));
  Value result = tensor(Op::Constant, type, {}, range, frame);
  result.node->values = std::move(values);
  return result;
}

std::optional<Type> Elaborator::broadcastType(const Type &a, const Type &b,
                                              SMRange range, SMRange aRange,
                                              SMRange bRange, Frame &frame,
                                              bool report) {
  const Type &large = a.rank() >= b.rank() ? a : b;
  const Type &small = a.rank() >= b.rank() ? b : a;
  Type result = large;
  unsigned offset = large.rank() - small.rank();
  bool stretched = false, fits = true;
  for (unsigned i = 0; i < small.rank(); ++i) {
    const Axis &x = large.axes[offset + i], &y = small.axes[i];
    Axis &axis = result.axes[offset + i];
    if (same(x.size, y.size)) {
      // Keep a name that only one side knows; a 1 stays one that stretches
      // only where both may.
      if (axis.name.empty())
        axis.name = y.name;
      if (axis.label.empty())
        axis.label = y.label;
      axis.stretches = x.stretches && y.stretches;
      continue;
    }
    if (x.stretches)
      axis = y;
    else if (!y.stretches)
      fits = false;
    stretched = true;
  }
  if (fits && !(stretched && offset))
    return result;
  if (!report)
    return std::nullopt;
  auto types = [](const Type &x, const Type &y) {
    return x.str() + " and " + y.str();
  };
  std::string left = source(aRange), right = source(bRange);
  if (!offset && a.rank() > 1 && source(range) == "+" &&
      (left == "it" || right == "it")) {
    error("E0103", range, "the skip connection changes shape", frame)
        .label(left + ": " + a.str() + ", " + right + ": " + b.str());
    return std::nullopt;
  }
  Diagnostic &diag =
      error("E0102", range, "these shapes do not broadcast", frame);
  diag.label(types(a, b));
  if (offset && stretched && fits) {
    std::vector<std::string> sizes;
    for (const Axis &axis : result.axes)
      sizes.push_back(axis.size.str());
    diag.note("a missing dim and a dim of 1 are never stretched together; the "
              "result would be [" +
              llvm::join(sizes, ", ") + "]");
    std::string op = source(range);
    if (large.axes.back().stretches && offset == 1 && op.size() <= 2) {
      bool isLeft = a.rank() >= b.rank();
      std::string &side = isLeft ? left : right;
      side = "squeeze(" + side + ", axis = -1)";
      diag.help("write `" + left + " " + op + " " + right + "`")
          .edit(isLeft ? aRange : bRange, side);
    }
  } else {
    for (unsigned i = 0; i < small.rank(); ++i) {
      const Axis &x = a.axes[a.rank() - 1 - i], &y = b.axes[b.rank() - 1 - i];
      if (!same(x.size, y.size) && !x.stretches && !y.stretches) {
        diag.note(axisText(x) + " against " + axisText(y));
        if (x.size.isConstant(1) || y.size.isConstant(1))
          diag.note("only a literal 1 stretches");
        else if (!x.size.constant() && !y.size.constant())
          diag.help("where they are always equal: `assert " + x.size.str() +
                    " == " + y.size.str() + "`");
        break;
      }
    }
  }
  return std::nullopt;
}

Value Elaborator::broadcastTo(Value value, const Type &type, SMRange range,
                              Frame &frame) {
  if (sameShape(value.type, type))
    return value;
  Type result = type;
  result.element = value.type.element;
  if (value.node && value.node->op == Op::Splat)
    return tensor(Op::Splat, result, {value.node->operands[0]}, range, frame);
  unsigned offset = type.rank() - value.type.rank();
  Value stretched = tensor(Op::Broadcast, result, {value.node}, range, frame);
  for (unsigned i = 0; i < value.type.rank(); ++i)
    stretched.node->ints.push_back(offset + i);
  return stretched;
}

bool Elaborator::unify(llvm::MutableArrayRef<Value> values, SMRange range,
                       llvm::ArrayRef<SMRange> ranges, Frame &frame) {
  const Value *first = nullptr;
  for (Value &value : values) {
    if (value.isUnknown())
      return false;
    if (!value.isTensor())
      continue;
    if (!first) {
      first = &value;
    } else if (first->type.element != value.type.element) {
      error("E0106", range, "these tensors have different element types", frame)
          .label(first->type.str() + " and " + value.type.str())
          .help("`cast(x, " + spelling(first->type.element) + ")`");
      if (lastError && ranges.size() == values.size())
        adviseCast(*first, ranges[first - values.data()], value,
                   ranges[&value - values.data()], *lastError);
      return false;
    }
  }
  assert(first && "no tensor among the values");
  Element element = first->type.element;
  for (size_t i = 0; i < values.size(); ++i)
    if (values[i].kind == Value::List) {
      values[i] = listToTensor(values[i], element, ranges[i], frame);
      if (values[i].isUnknown())
        return false;
    }
  size_t start =
      llvm::find_if(values,
                    [](const Value &value) { return value.isTensor(); }) -
      values.begin();
  std::optional<Type> joint = values[start].type;
  SMRange jointRange = ranges[start];
  for (size_t i = start + 1; i < values.size(); ++i) {
    if (!values[i].isTensor())
      continue;
    joint = broadcastType(*joint, values[i].type, range, jointRange, ranges[i],
                          frame);
    if (!joint) {
      // Where the two shapes come from.
      if (lastError && values.size() == 2 && lastError->code == "E0103") {
        bool sumFirst = source(ranges[0]) == "it";
        adviseSkip(values[!sumFirst], values[sumFirst],
                   source(ranges[sumFirst]), *lastError);
      } else if (lastError && values.size() == 2) {
        noteSides(ranges[0], values[0], ranges[1], values[1], *lastError);
      }
      return false;
    }
  }
  for (Value &value : values) {
    if (value.isTensor()) {
      value = broadcastTo(value, *joint, range, frame);
      // Names of the joint type hold for every value.
      for (unsigned k = 0; k < joint->rank(); ++k)
        value.type.axes[k] = joint->axes[k];
    } else if (value.isScalar()) {
      value = splat(value, Type::tensor(element, joint->axes), range, frame);
    } else {
      error("E0205", range, describe(value) + " is not a tensor", frame);
      return false;
    }
    if (value.isUnknown())
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

Value Elaborator::binary(BinaryOp op, Value a, Value b, SMRange opRange,
                         SMRange aRange, SMRange bRange, Frame &frame) {
  if (a.isUnknown() || b.isUnknown())
    return Value();
  if (a.kind == Value::Penalty && b.kind == Value::Penalty &&
      op == BinaryOp::Add) {
    a.penalty.insert(a.penalty.end(), b.penalty.begin(), b.penalty.end());
    return a;
  }
  if (a.kind == Value::Str && b.kind == Value::Str &&
      (op == BinaryOp::Eq || op == BinaryOp::Ne)) {
    Value result = Value::boolean((a.text == b.text) == (op == BinaryOp::Eq));
    result.dependOn(a);
    result.dependOn(b);
    return result;
  }
  if (auto duration = durationBinary(op, a, b, opRange, aRange, bRange, frame))
    return *duration;
  if (op == BinaryOp::MatMul)
    return matmul(std::move(a), std::move(b), opRange, aRange, bRange, frame);
  if (op == BinaryOp::Pow && a.isTensor())
    return power(std::move(a), std::move(b), opRange, frame);
  if (a.isScalar() && b.isScalar())
    return scalarBinary(op, std::move(a), std::move(b), opRange, frame);
  auto operand = [](const Value &value) {
    return value.isTensor() || value.isScalar() || value.kind == Value::List;
  };
  if (operand(a) && operand(b))
    return tensorBinary(op, std::move(a), std::move(b), opRange, aRange, bRange,
                        frame);
  Diagnostic &diag = error("E0205", opRange,
                           "`" + spelling(op) + "` does not fit " +
                               describe(a) + " and " + describe(b),
                           frame);
  if (a.kind == Value::Column || b.kind == Value::Column)
    diag.help("the shape of a column follows from its field; here it is "
              "ambiguous");
  return Value();
}

Value Elaborator::tensorBinary(BinaryOp op, Value a, Value b, SMRange opRange,
                               SMRange aRange, SMRange bRange, Frame &frame) {
  if (!a.isTensor() && !b.isTensor()) {
    // Two lists, or a list and a number: a tensor of the default type.
    if (a.kind == Value::List)
      a = listToTensor(a, real(frame), aRange, frame);
    else
      b = listToTensor(b, real(frame), bRange, frame);
    if (a.isUnknown() || b.isUnknown())
      return Value();
  }
  Value values[] = {std::move(a), std::move(b)};
  SMRange ranges[] = {aRange, bRange};
  if (!unify(values, opRange, ranges, frame))
    return Value();
  Type type = values[0].type;
  bool logical = op == BinaryOp::And || op == BinaryOp::Or;
  bool isBool = type.element == Element::Bool;
  if (logical != isBool &&
      !(isBool && (op == BinaryOp::Eq || op == BinaryOp::Ne))) {
    Diagnostic &diag = error("E0106", opRange,
                             "`" + spelling(op) + "` does not fit tensors of " +
                                 spelling(type.element),
                             frame);
    if (isBool)
      diag.help("`cast(x, f32)` counts with bools");
    return Value();
  }
  if (op == BinaryOp::Div && isInteger(type.element)) {
    error("E0106", opRange, "`/` does not divide integer tensors", frame)
        .help("use `//`, or cast to a float");
    return Value();
  }
  Op nodeOp = arithmeticOp(op);
  if (nodeOp == Op::Cmp)
    type.element = Element::Bool;
  Value result =
      tensor(nodeOp, type, {values[0].node, values[1].node}, opRange, frame);
  if (nodeOp == Op::Cmp)
    result.node->text = predicate(op);
  return result;
}

Value Elaborator::power(Value a, Value b, SMRange range, Frame &frame) {
  if (a.type.element == Element::Bool) {
    error("E0106", range, "`^` does not fit tensors of bool", frame);
    return Value();
  }
  std::optional<int64_t> exponent =
      b.kind == Value::Int ? b.constantInt() : std::nullopt;
  if (exponent && std::abs(*exponent) <= 64) {
    markStructural(b);
    if (*exponent < 0 && !isFloat(a.type.element)) {
      error("E0106", range, "a negative power of an integer tensor", frame);
      return Value();
    }
    Value result = tensor(Op::PowInt, a.type, {a.node}, range, frame);
    result.node->ints = {std::abs(*exponent)};
    if (*exponent >= 0)
      return result;
    Value one = splat(Value::integer(1), a.type, range, frame);
    return tensor(Op::Div, a.type, {one.node, result.node}, range, frame);
  }
  if (!isFloat(a.type.element)) {
    error("E0106", range, "this power of an integer tensor is not an integer",
          frame)
        .help("cast to a float");
    return Value();
  }
  return tensorBinary(BinaryOp::Pow, std::move(a), std::move(b), range, range,
                      range, frame);
}

Value Elaborator::unary(UnaryOp op, Value a, SMRange range, Frame &frame) {
  return unaryOp(op == UnaryOp::Neg ? Op::Neg : Op::Not, std::move(a), range,
                 frame);
}

Value Elaborator::unaryOp(Op op, Value a, SMRange range, Frame &frame) {
  if (a.isUnknown())
    return a;
  if (a.kind == Value::List)
    a = listToTensor(a, real(frame), range, frame);
  if (a.kind == Value::Bool || op == Op::Not) {
    bool isTensor = a.isTensor() && a.type.element == Element::Bool;
    if (op != Op::Not || (a.kind != Value::Bool && !isTensor)) {
      error("E0205", range,
            "`" + (op == Op::Neg ? StringRef("-") : mnemonic(op)) +
                "` does not fit " + describe(a),
            frame);
      return Value();
    }
    if (isTensor)
      return tensor(op, a.type, {a.node}, range, frame);
    Value result(Value::Bool);
    result.dependOn(a);
    if (a.flag)
      result.flag = !*a.flag;
    if (!a.flag || a.hypers.any())
      result.node =
          emit(op, Type::scalar(Type::Bool), {scalarNode(a, range)}, range);
    return result;
  }
  if (a.kind == Value::Duration && op == Op::Neg) {
    Value negative(Value::Duration);
    negative.dependOn(a);
    negative.duration.add(a.duration, -1);
    return negative;
  }
  if (a.kind == Value::Int) {
    if (op == Op::Neg)
      return scalarBinary(BinaryOp::Sub, Value::integer(0), a, range, frame);
    if (op == Op::Floor || op == Op::Ceil || op == Op::Round)
      return a;
    if (op == Op::Abs && a.constantInt() && a.hypers.none() &&
        *a.constantInt() != INT64_MIN) {
      Value result = Value::integer(std::abs(*a.constantInt()));
      result.dependOn(a);
      return result;
    }
    a = toNum(a, range);
  }
  if (a.kind == Value::Num) {
    Value result(Value::Num);
    result.dependOn(a);
    if (a.num)
      result.num = fold(op, *a.num);
    if (result.num && result.hypers.none())
      return result;
    if (op == Op::Sigmoid) {
      Value e =
          unaryOp(Op::Exp, unaryOp(Op::Neg, a, range, frame), range, frame);
      Value sum =
          scalarBinary(BinaryOp::Add, Value::number(1), e, range, frame);
      return scalarBinary(BinaryOp::Div, Value::number(1), sum, range, frame);
    }
    if (op == Op::StopGradient)
      return a;
    if (op == Op::IsNan) // what does not equal itself
      return scalarBinary(BinaryOp::Ne, a, a, range, frame);
    if (op == Op::Sign) {
      // Zero and NaN stay as they are.
      Value zero = Value::number(0);
      Value less = select(scalarBinary(BinaryOp::Lt, a, zero, range, frame),
                          Value::number(-1), a, range, frame);
      return select(scalarBinary(BinaryOp::Gt, a, zero, range, frame),
                    Value::number(1), less, range, frame);
    }
    result.node =
        emit(op, Type::scalar(Type::Num), {scalarNode(a, range)}, range);
    return result;
  }
  if (!a.isTensor()) {
    error("E0205", range,
          "`" + (op == Op::Neg ? StringRef("-") : mnemonic(op)) +
              "` does not fit " + describe(a),
          frame);
    return Value();
  }
  bool integers = op == Op::Neg || op == Op::Abs || op == Op::Sign ||
                  op == Op::StopGradient;
  if (!isFloat(a.type.element) && !(integers && isInteger(a.type.element)) &&
      op != Op::StopGradient) {
    error("E0106", range,
          "`" + (op == Op::Neg ? StringRef("-") : mnemonic(op)) +
              "` does not fit " + describe(a),
          frame)
        .help("cast to a float: `cast(x, f32)`");
    return Value();
  }
  Type type = a.type;
  if (op == Op::IsNan)
    type.element = Element::Bool;
  return tensor(op, type, {a.node}, range, frame);
}
