//===- Builtins.cpp - primitive functions --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "../Fold.h"
#include "Elaborator.h"
#include "nnc/Frontend/Vocabulary.h"
#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;
using llvm::Twine;

const llvm::StringMap<Elaborator::Builtin> &Elaborator::builtins() {
  using E = Elaborator;
  static const llvm::StringMap<Builtin> *table = [] {
    auto *map = new llvm::StringMap<Builtin>();
    auto add = [&](StringRef name, const char *params,
                   Value (Elaborator::*function)(BuiltinCall &),
                   Op op = Op::Constant) {
      (*map)[name] = {params, function, op};
    };
    for (Op op : {Op::Abs, Op::Exp, Op::Expm1, Op::Log, Op::Log1p, Op::Sqrt,
                  Op::Rsqrt, Op::Sin, Op::Cos, Op::Tanh, Op::Erf, Op::Sigmoid,
                  Op::Floor, Op::Ceil, Op::Round, Op::Sign, Op::IsNan})
      add(mnemonic(op), "x", &E::builtinUnary, op);
    add("max", "x,other?,axis?,keep?", &E::builtinMinMax, Op::Max);
    add("min", "x,other?,axis?,keep?", &E::builtinMinMax, Op::Min);
    add("where", "condition,a,b", &E::builtinWhere);
    add("clamp", "x,low,high", &E::builtinClamp);
    add("cast", "x,type", &E::builtinCast);
    for (Op op :
         {Op::ReduceSum, Op::ReduceMean, Op::ReduceProd, Op::ReduceArgmax,
          Op::ReduceArgmin, Op::ReduceAny, Op::ReduceAll, Op::ReduceLogSumExp})
      add(mnemonic(op), "x,axis?,keep?", &E::builtinReduce, op);
    add("moments", "x,axis?,keep?", &E::builtinMoments);
    add("einsum", "pattern,...", &E::builtinEinsum);
    add("rearrange", "x,pattern,...", &E::builtinRearrange);
    add("pad", "x,sizes,value?", &E::builtinPad);
    add("cumsum", "x,axis", &E::builtinCumsum);
    add("orthonormalize", "x", &E::builtinOrthonormalize);
    add("reshape", "x,shape?,like?", &E::builtinReshape);
    add("conv", "x,weight,stride?,pad?,dilation?,groups?", &E::builtinConv,
        Op::Conv);
    add("conv_transpose", "x,weight,stride?,pad?,dilation?,groups?",
        &E::builtinConv, Op::ConvTranspose);
    add("max_pool", "x,size,stride?,pad?", &E::builtinPool, Op::MaxPool);
    add("avg_pool", "x,size,stride?,pad?", &E::builtinPool, Op::AvgPool);
    add("spatial", "x,numbers", &E::builtinSpatial);
    add("flatten", "x", &E::builtinFlatten);
    add("squeeze", "x,axis", &E::builtinSqueeze);
    add("unsqueeze", "x,axis", &E::builtinUnsqueeze);
    add("transpose", "x,a,b", &E::builtinTranspose);
    add("broadcast", "x,shape", &E::builtinBroadcast);
    add("concat", "parts,axis?", &E::builtinConcat);
    add("stack", "parts,axis?", &E::builtinStack);
    add("split", "x,parts,axis?", &E::builtinSplit);
    add("flip", "x,axis", &E::builtinFlip);
    add("take", "x,index,axis", &E::builtinTake);
    add("gather", "x,index,axis?", &E::builtinGather);
    add("one_hot", "index,classes", &E::builtinOneHot);
    add("range", "from,to?", &E::builtinRange);
    add("lower_triangle", "n", &E::builtinTriangle);
    add("align", "v,x,axis", &E::builtinAlign);
    add("uniform", "low?,high?,like?,shape?", &E::builtinRandom);
    add("normal", "mean?,std?,like?,shape?", &E::builtinRandom);
    add("truncated_normal", "mean?,std?,like?,shape?", &E::builtinRandom);
    add("bernoulli", "p,unused?,like?,shape?", &E::builtinRandom);
    add("stop_gradient", "x", &E::builtinStopGradient);
    add("gradient", "y,shape", &E::builtinGradient);
    add("rank", "x", &E::builtinRank);
    add("size", "x", &E::builtinSize);
    add("matches", "glob", &E::builtinMatches);
    add("l1", "strength,on?,except?", &E::builtinPenalty);
    add("l2", "strength,on?,except?", &E::builtinPenalty);
    for (const char *name :
         {"resize",      "windows",  "fractions",   "patience",   "best",
          "every",       "mixed",    "global_norm", "value",      "rows",
          "csv",         "tsv",      "idx",         "npy",        "npz",
          "safetensors", "images",   "cifar10",     "characters", "column",
          "columns",     "category", "words",       "length",     "all_but"})
      add(name, "...", &E::builtinMisplaced);
    return map;
  }();
  return *table;
}

llvm::ArrayRef<std::pair<StringRef, StringRef>> Elaborator::primitives() {
  static const auto table = [] {
    std::vector<std::pair<StringRef, StringRef>> result;
    for (const auto &entry : builtins())
      result.push_back({entry.first(), entry.second.params});
    llvm::sort(result);
    return result;
  }();
  return table;
}

llvm::ArrayRef<std::pair<StringRef, StringRef>> nnc::primitives() {
  return Elaborator::primitives();
}

std::optional<std::vector<StringRef>> nnc::primitiveParameters(StringRef name) {
  for (auto [primitive, params] : primitives())
    if (primitive == name) {
      llvm::SmallVector<StringRef> parts;
      params.split(parts, ',');
      return std::vector<StringRef>(parts.begin(), parts.end());
    }
  return std::nullopt;
}

/// What has a meaning in one place only.
Value Elaborator::builtinMisplaced(BuiltinCall &call) {
  static const char *const keys[] = {"fractions", "patience", "best",
                                     "every",     "mixed",    "global_norm",
                                     "value"};
  if (llvm::is_contained(keys, call.name))
    error("E0205", call.range,
          "`" + call.name + "` is the value of a key, not a part of one",
          call.frame);
  else if (call.name == "all_but")
    error("E0205", call.range, "`all_but` is an `axis`", call.frame);
  else
    error("E0205", call.range, "`" + call.name + "` belongs to a `dataset`",
          call.frame);
  return Value();
}

Value Elaborator::callBuiltin(StringRef name, CallArgs args, SMRange range,
                              Frame &frame) {
  const Builtin &builtin = builtins().find(name)->second;
  BuiltinCall call{name, builtin.op, range, frame, {}, {}, {}, {}};
  llvm::SmallVector<StringRef, 6> params;
  StringRef(builtin.params).split(params, ',');
  bool variadic = params.back() == "...";
  if (variadic)
    params.pop_back();
  call.args.resize(params.size());
  call.values.resize(params.size());
  size_t next = 0;
  std::vector<BoundArg> rest;
  for (const auto &[argName, arg] : args) {
    size_t index = params.size();
    if (argName.empty()) {
      // Reductions take one operand without name, and an axis by name alone.
      bool reduction = builtin.function == &Elaborator::builtinReduce ||
                       builtin.function == &Elaborator::builtinMoments ||
                       builtin.function == &Elaborator::builtinMinMax;
      if (next < params.size() && reduction &&
          params[next].starts_with("axis")) {
        error("E0204", arg.range, "the axis is given by name", frame)
            .help("write `axis = " + source(arg.range) + "`")
            .insertBefore(arg.range, "axis = ");
        return Value();
      }
      if (next < params.size())
        index = next++;
      else if (variadic) {
        rest.push_back(arg);
        continue;
      }
    } else {
      for (size_t i = 0; i < params.size(); ++i)
        if (params[i].rtrim('?') == argName)
          index = i;
      if (variadic && index == params.size() &&
          builtin.function == &Elaborator::builtinMisplaced)
        continue;
      if (index == params.size() &&
          builtin.function == &Elaborator::builtinRearrange) {
        call.named.push_back({argName, arg});
        continue;
      }
    }
    if (index == params.size()) {
      std::vector<StringRef> names;
      for (StringRef param : params)
        names.push_back(param.rtrim('?'));
      Diagnostic &diag = error(
          "E0204", arg.range,
          argName.empty()
              ? "`" + name + "` takes " + Twine(params.size()) + " arguments"
              : "`" + name + "` has no argument `" + argName + "`",
          frame);
      if (StringRef close = closestName(argName, names);
          !argName.empty() && !close.empty())
        diag.suggest(argName, close);
      return Value();
    }
    if (call.args[index]) {
      error("E0204", arg.range,
            "`" + params[index].rtrim('?') + "` is given twice", frame);
      return Value();
    }
    call.args[index] = arg;
  }
  bool random = builtin.function == &Elaborator::builtinRandom;
  bool good = true;
  for (size_t i = 0; i < params.size(); ++i) {
    if (!call.args[i]) {
      if (params[i].ends_with("?"))
        continue;
      Diagnostic &diag =
          error("E0204", range,
                "`" + name + "` lacks the argument `" + params[i] + "`", frame);
      (void)diag;
      return Value();
    }
    StringRef param = params[i].rtrim('?');
    if (param == "axis" || param == "type" || param == "shape")
      continue;
    call.values[i] = argValue(*call.args[i], frame);
    good &= !call.values[i].hasUnknown();
  }
  for (const BoundArg &arg : rest) {
    if (builtin.function == &Elaborator::builtinMisplaced)
      continue;
    call.rest.push_back(argValue(arg, frame));
    good &= !call.rest.back().hasUnknown();
  }
  if (!good)
    return Value();
  if (frame.elementwise &&
      (random || builtin.function == &Elaborator::builtinReduce ||
       builtin.function == &Elaborator::builtinMoments)) {
    error("E0205", range,
          "`" + name + "` looks beyond one element, in an elementwise function",
          frame)
        .help("give the inputs shapes: `x: float[..]`");
    return Value();
  }
  return (this->*builtin.function)(call);
}

bool Elaborator::needTensor(BuiltinCall &call, size_t index) {
  Value &value = call.values[index];
  if (value.kind == Value::List)
    value =
        listToTensor(value, real(call.frame), call.rangeOf(index), call.frame);
  if (value.isTensor())
    return true;
  if (!value.isUnknown())
    error("E0205", call.rangeOf(index), "`" + call.name + "` needs a tensor",
          call.frame)
        .label("found " + describe(value));
  return false;
}

//===----------------------------------------------------------------------===//
// Axes
//===----------------------------------------------------------------------===//

std::optional<llvm::SmallVector<int64_t, 4>>
Elaborator::resolveAxes(const Expr *expr, const Type &type, SMRange range,
                        Frame &frame, bool *many) {
  llvm::SmallVector<int64_t, 4> result;
  int64_t rank = type.rank();
  auto add = [&](const Value &value) {
    if (value.isUnknown())
      return false;
    std::optional<int64_t> axis =
        value.kind == Value::Int ? value.constantInt() : std::nullopt;
    if (!axis) {
      error("E0205", range, "an axis is a position or a dim's name", frame)
          .label("found " + describe(value));
      return false;
    }
    markStructural(value);
    if (*axis < -rank || *axis >= rank) {
      error("E0204", range, "there is no axis " + Twine(*axis), frame)
          .label("in " + type.str());
      return false;
    }
    int64_t position = *axis < 0 ? *axis + rank : *axis;
    if (llvm::is_contained(result, position)) {
      error("E0204", range, "an axis is named twice", frame);
      return false;
    }
    result.push_back(position);
    return true;
  };
  if (auto *tuple = dyn_cast<TupleExpr>(expr)) {
    if (many)
      *many = true;
    for (const Expr *element : tuple->elements) {
      auto axes = resolveAxes(element, type, element->range, frame);
      if (!axes)
        return std::nullopt;
      for (int64_t axis : *axes)
        if (!add(Value::integer(axis)))
          return std::nullopt;
    }
    return result;
  }
  if (auto *call = dyn_cast<CallExpr>(expr))
    if (auto *name = dyn_cast<NameExpr>(call->callee);
        name && name->name == "all_but" && call->args.size() == 1) {
      if (many)
        *many = true;
      auto axes = resolveAxes(call->args[0].value, type, range, frame);
      if (!axes)
        return std::nullopt;
      for (int64_t i = 0; i < rank; ++i)
        if (!llvm::is_contained(*axes, i))
          result.push_back(i);
      return result;
    }
  auto *name = dyn_cast<NameExpr>(expr);
  if (name && !frame.axisNames.contains(name->name)) {
    for (int64_t i = 0; i < rank; ++i)
      if (type.axes[i].name == name->name)
        result.push_back(i);
    if (result.size() == 1) {
      traceAxis(expr, result[0], frame);
      return result;
    }
    std::vector<StringRef> names;
    for (const Axis &axis : type.axes)
      names.push_back(axis.name);
    Diagnostic &diag =
        error("E0204", range,
              result.empty() ? "there is no axis `" + name->name + "`"
                             : "the axis `" + name->name + "` is ambiguous",
              frame);
    diag.label("in " + type.str());
    if (StringRef close = closestName(name->name, names);
        result.empty() && !close.empty())
      diag.suggest(name->range, name->name, close);
    return std::nullopt;
  }
  Value value = eval(expr, frame);
  if (value.kind == Value::Tuple) {
    if (many)
      *many = true;
    for (const Value &item : value.items)
      if (!add(item))
        return std::nullopt;
    return result;
  }
  if (!add(value))
    return std::nullopt;
  return result;
}

std::optional<int64_t> Elaborator::resolveAxis(const Expr *expr,
                                               const Type &type, SMRange range,
                                               Frame &frame) {
  auto axes = resolveAxes(expr, type, range, frame);
  if (!axes)
    return std::nullopt;
  if (axes->size() == 1)
    return axes->front();
  error("E0204", range, "one axis is wanted", frame);
  return std::nullopt;
}

/// The axes of an argument; all of them where it is absent.
std::optional<llvm::SmallVector<int64_t, 4>>
Elaborator::axesOf(BuiltinCall &call, size_t index, const Type &type) {
  if (call.has(index) && call.args[index]->expr)
    return resolveAxes(call.args[index]->expr, type, call.rangeOf(index),
                       call.frame);
  llvm::SmallVector<int64_t, 4> axes;
  for (unsigned i = 0; i < type.rank(); ++i)
    axes.push_back(i);
  return axes;
}

//===----------------------------------------------------------------------===//
// Elementwise functions and reductions
//===----------------------------------------------------------------------===//

Value Elaborator::builtinUnary(BuiltinCall &call) {
  return unaryOp(call.op, call.values[0], call.range, call.frame);
}

Value Elaborator::builtinStopGradient(BuiltinCall &call) {
  if (call.values[0].isScalar())
    return call.values[0];
  return unaryOp(Op::StopGradient, call.values[0], call.range, call.frame);
}

Value Elaborator::builtinMinMax(BuiltinCall &call) {
  bool isMax = call.op == Op::Max;
  if (!call.has(1)) {
    call.args.erase(call.args.begin() + 1);
    call.values.erase(call.values.begin() + 1);
    call.op = isMax ? Op::ReduceMax : Op::ReduceMin;
    if (call.frame.elementwise) {
      error("E0205", call.range, "an elementwise function does not reduce",
            call.frame);
      return Value();
    }
    return builtinReduce(call);
  }
  Value a = call.values[0], b = call.values[1];
  if (a.isScalar() && b.isScalar() && a.kind != Value::Bool &&
      b.kind != Value::Bool) {
    Value::Kind kind =
        a.kind == Value::Int && b.kind == Value::Int ? Value::Int : Value::Num;
    if (kind == Value::Num) {
      a = toNum(a, call.rangeOf(0));
      b = toNum(b, call.rangeOf(1));
    }
    Value result(kind);
    result.dependOn(a);
    result.dependOn(b);
    if (kind == Value::Num && a.num && b.num)
      result.num = fold(call.op, *a.num, *b.num);
    if (kind == Value::Int && a.constantInt() && b.constantInt())
      result.dim = isMax ? std::max(*a.constantInt(), *b.constantInt())
                         : std::min(*a.constantInt(), *b.constantInt());
    if ((!result.num && !result.dim) || result.hypers.any())
      result.node = emit(
          call.op, Type::scalar(kind == Value::Num ? Type::Num : Type::Int),
          {scalarNode(a, call.range), scalarNode(b, call.range)}, call.range,
          call.frame.path);
    return result;
  }
  bool tensors = a.isTensor() || b.isTensor();
  if (!tensors) {
    error("E0205", call.range, "`" + call.name + "` compares numbers",
          call.frame)
        .label("found " + describe(a) + " and " + describe(b));
    return Value();
  }
  Value values[] = {a, b};
  SMRange ranges[] = {call.rangeOf(0), call.rangeOf(1)};
  if (!unify(values, call.range, ranges, call.frame))
    return Value();
  if (values[0].type.element == Element::Bool) {
    error("E0106", call.range, "`" + call.name + "` does not fit bools",
          call.frame);
    return Value();
  }
  return tensor(call.op, values[0].type, {values[0].node, values[1].node},
                call.range, call.frame);
}

Value Elaborator::builtinWhere(BuiltinCall &call) {
  Value &condition = call.values[0];
  bool fits = condition.kind == Value::Bool ||
              (condition.isTensor() && condition.type.element == Element::Bool);
  if (!fits) {
    error("E0106", call.rangeOf(0), "the condition of `where` is bool",
          call.frame)
        .label("found " + describe(condition));
    return Value();
  }
  return select(condition, call.values[1], call.values[2], call.range,
                call.frame);
}

Value Elaborator::builtinClamp(BuiltinCall &call) {
  if (!call.values[0].isTensor()) {
    BuiltinCall low{"max",
                    Op::Max,
                    call.range,
                    call.frame,
                    {call.args[0], call.args[1]},
                    {call.values[0], call.values[1]},
                    {},
                    {}};
    Value inner = builtinMinMax(low);
    if (inner.isUnknown())
      return inner;
    BuiltinCall high{"min",
                     Op::Min,
                     call.range,
                     call.frame,
                     {call.args[0], call.args[2]},
                     {inner, call.values[2]},
                     {},
                     {}};
    return builtinMinMax(high);
  }
  SMRange ranges[] = {call.rangeOf(0), call.rangeOf(1), call.rangeOf(2)};
  if (!unify(call.values, call.range, ranges, call.frame))
    return Value();
  return tensor(Op::Clamp, call.values[0].type,
                {call.values[0].node, call.values[1].node, call.values[2].node},
                call.range, call.frame);
}

Value Elaborator::builtinCast(BuiltinCall &call) {
  auto *name = llvm::dyn_cast_if_present<NameExpr>(call.args[1]->expr);
  std::optional<Element> wanted =
      name ? element(name->name, call.frame) : std::nullopt;
  if (!wanted) {
    error("E0205", call.rangeOf(1), "`cast` needs an element type", call.frame)
        .help("write `cast(x, f32)`");
    return Value();
  }
  Value value = call.values[0];
  if (value.isScalar()) {
    Type type = Type::tensor(*wanted);
    if (value.kind == Value::Num && !isFloat(*wanted)) {
      type.element = Element::F64;
      value = splat(value, type, call.range, call.frame);
    } else if (value.kind == Value::Bool && *wanted != Element::Bool) {
      type.element = Element::Bool;
      value = splat(value, type, call.range, call.frame);
    } else {
      return splat(value, type, call.range, call.frame);
    }
  }
  call.values[0] = value;
  if (!needTensor(call, 0))
    return Value();
  Type type = call.values[0].type;
  if (type.element == *wanted)
    return call.values[0];
  type.element = *wanted;
  return tensor(Op::Cast, type, {call.values[0].node}, call.range, call.frame);
}

Value Elaborator::reshape(Value x, Type type, SMRange range, Frame &frame) {
  type.element = x.type.element;
  if (sameShape(x.type, type)) {
    x.type = type;
    return x;
  }
  if (x.node && x.node->op == Op::Splat)
    return tensor(Op::Splat, type, {x.node->operands[0]}, range, frame);
  return tensor(Op::Reshape, type, {x.node}, range, frame);
}

Value Elaborator::reduce(Op op, Value x, llvm::ArrayRef<int64_t> axes,
                         bool keep, SMRange range, Frame &frame) {
  Type type = x.type, kept = x.type;
  type.axes.clear();
  bool index = op == Op::ReduceArgmax || op == Op::ReduceArgmin;
  if (index)
    type.element = kept.element = Element::I32;
  for (unsigned i = 0; i < x.type.rank(); ++i) {
    if (!llvm::is_contained(axes, i)) {
      type.axes.push_back(x.type.axes[i]);
      continue;
    }
    Axis one(1, x.type.axes[i].name);
    one.stretches = true;
    kept.axes[i] = one;
  }
  Value result = x;
  result.text.clear();
  if (!axes.empty() || index) {
    result = tensor(op, type, {x.node}, range, frame);
    result.node->ints.assign(axes.begin(), axes.end());
  }
  return keep ? reshape(result, kept, range, frame) : result;
}

Value Elaborator::builtinReduce(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  Value x = call.values[0];
  Op op = call.op;
  auto axes = axesOf(call, 1, x.type);
  if (!axes)
    return Value();
  bool keep = false;
  if (call.has(2)) {
    if (call.values[2].kind != Value::Bool || !call.values[2].flag) {
      error("E0205", call.rangeOf(2), "`keep` is true or false", call.frame);
      return Value();
    }
    keep = *call.values[2].flag;
  }
  bool isBool = x.type.element == Element::Bool;
  auto castTo = [&](Element wanted) {
    Type type = x.type;
    type.element = wanted;
    x = tensor(Op::Cast, type, {x.node}, call.range, call.frame);
  };
  if (op == Op::ReduceAny || op == Op::ReduceAll) {
    if (!isBool) {
      error("E0106", call.rangeOf(0), "`" + call.name + "` needs bools",
            call.frame)
          .label("found " + x.type.str());
      return Value();
    }
  } else if (isBool && op == Op::ReduceMean) {
    castTo(options.doubles ? Element::F64 : Element::F32);
  } else if (isBool && op == Op::ReduceSum) {
    castTo(Element::I64);
  } else if (isBool || (!isFloat(x.type.element) &&
                        (op == Op::ReduceMean || op == Op::ReduceLogSumExp))) {
    error("E0106", call.rangeOf(0),
          "`" + call.name + "` does not fit " + x.type.str(), call.frame)
        .help("cast to a float: `cast(x, f32)`");
    return Value();
  }
  for (int64_t axis : *axes)
    if (x.type.axes[axis].size.isConstant(0) && op != Op::ReduceSum &&
        op != Op::ReduceProd) {
      error("E0102", call.range, "this axis has no elements", call.frame);
      return Value();
    }
  if (op == Op::ReduceArgmax || op == Op::ReduceArgmin) {
    if (!call.has(1) && x.type.rank() != 1) {
      Type flat = x.type;
      DimExpr size = 1;
      for (const Axis &axis : flat.axes)
        size = size * axis.size;
      flat.axes.assign({Axis(size)});
      Type kept = x.type;
      Axis one(1);
      one.stretches = true;
      kept.axes.assign(kept.rank(), one);
      x = reshape(x, flat, call.range, call.frame);
      Value place = reduce(op, x, {0}, /*keep=*/false, call.range, call.frame);
      return keep ? reshape(place, kept, call.range, call.frame) : place;
    } else if (axes->size() != 1) {
      error("E0204", call.rangeOf(1), "one axis is wanted", call.frame);
      return Value();
    }
  }
  return reduce(op, x, *axes, keep, call.range, call.frame);
}

Value Elaborator::builtinMoments(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  Value x = call.values[0];
  if (!isFloat(x.type.element)) {
    error("E0106", call.rangeOf(0), "`moments` needs floats", call.frame)
        .label("found " + x.type.str());
    return Value();
  }
  auto axes = axesOf(call, 1, x.type);
  if (!axes)
    return Value();
  bool keep = call.has(2) && call.values[2].flag.value_or(false);
  Value kept = reduce(Op::ReduceMean, x, *axes, true, call.range, call.frame);
  Value mean =
      keep ? kept
           : reduce(Op::ReduceMean, x, *axes, false, call.range, call.frame);
  Value shift = binary(BinaryOp::Sub, x, kept, call.range, call.range,
                       call.range, call.frame);
  Value square = power(shift, Value::integer(2), call.range, call.frame);
  Value variance =
      reduce(Op::ReduceMean, square, *axes, keep, call.range, call.frame);
  Value result(Value::Tuple);
  result.items = {mean, variance};
  return result;
}

//===----------------------------------------------------------------------===//
// Sizes and parameters
//===----------------------------------------------------------------------===//

Value Elaborator::builtinRank(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  return Value::integer(call.values[0].type.rank());
}

Value Elaborator::builtinSize(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  Value size = Value::integer(1);
  for (const Axis &axis : call.values[0].type.axes) {
    size.dim = *size.dim * axis.size;
    fixBySize(size, axis);
  }
  return size;
}

Value Elaborator::builtinMatches(BuiltinCall &call) {
  if (!call.frame.inOptimizer || !matchLog) {
    error("E0205", call.range, "`matches` belongs to optimizer blocks",
          call.frame);
    return Value();
  }
  const Value &glob = call.values[0];
  std::vector<Value> globs{glob};
  if (glob.kind == Value::List)
    globs = glob.items;
  bool any = false;
  for (const Value &item : globs) {
    if (item.kind != Value::Str) {
      error("E0205", call.range, "`matches` takes a pattern of paths",
            call.frame);
      return Value();
    }
    bool match = matches(item.text, *matchVariable);
    matchLog->push_back({item.text, match});
    any |= match;
  }
  return Value::boolean(any);
}

Value Elaborator::builtinPenalty(BuiltinCall &call) {
  PenaltyTerm term;
  term.isL1 = call.name == "l1";
  term.strength = toNum(call.values[0], call.rangeOf(0));
  term.range = call.range;
  if (term.strength.kind != Value::Num) {
    error("E0205", call.rangeOf(0), "the strength is a num", call.frame)
        .label("found " + describe(call.values[0]));
    return Value();
  }
  for (unsigned i = 1; i < 3; ++i) {
    if (!call.has(i))
      continue;
    std::vector<Value> globs{call.values[i]};
    if (call.values[i].kind == Value::List)
      globs = call.values[i].items;
    for (const Value &glob : globs) {
      if (glob.kind != Value::Str) {
        error("E0205", call.rangeOf(i), "expected a pattern of paths",
              call.frame)
            .help("`on = \"**.weight\"`");
        return Value();
      }
      bool found =
          !owner || (modelDecl && failed.contains(modelDecl->name.name));
      if (owner)
        for (auto &variable : *owner->variables)
          found |= !variable->isState && matches(glob.text, *variable);
      if (!found) {
        error("E0203", call.rangeOf(i),
              "no parameter matches \"" + glob.text + "\"", call.frame);
        return Value();
      }
      (i == 1 ? term.on : term.except).push_back(glob.text);
    }
  }
  Value result(Value::Penalty);
  result.penalty.push_back(std::move(term));
  return result;
}
