//===- BuiltinConv.cpp - convolution and pooling --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rule 33: windows slide over the axes behind [n, c], one or two of them. Sizes
// round down and may be symbolic; channels and kernels are numbers.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

/// `7x7`
static std::string joined(llvm::ArrayRef<std::string> sizes) {
  return llvm::join(sizes, "x");
}

/// The sizes of an image behind its first `skip` axes.
static llvm::SmallVector<std::string, 4> sizesOf(const Type &type,
                                                 unsigned skip) {
  llvm::SmallVector<std::string, 4> sizes;
  for (const Axis &axis : llvm::ArrayRef<Axis>(type.axes).drop_front(skip))
    sizes.push_back(axis.size.str());
  return sizes;
}

/// Whether `x` can be slid over; says so if not.
bool Elaborator::needImage(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return false;
  const Type &type = call.values[0].type;
  if (call.frame.elementwise) {
    error("E0205", call.range,
          "`" + call.name +
              "` looks beyond one element, in an elementwise "
              "function",
          call.frame)
        .help("give the inputs shapes: `x: float[..]`");
    return false;
  }
  if (!isFloat(type.element)) {
    error("E0106", call.rangeOf(0), "`" + call.name + "` works on floats",
          call.frame)
        .label("found " + type.str())
        .help("cast first: `cast(x, f32)`");
    return false;
  }
  if (type.rank() == 3 || type.rank() == 4)
    return true;
  Diagnostic &diag =
      error("E0105", call.rangeOf(0),
            "an image is [batch, channels, width] or [batch, channels, height, "
            "width]",
            call.frame);
  diag.label("found " + type.str());
  if (type.rank() == 2)
    diag.help("give it a channel: `unsqueeze(x, axis = 1)`");
  return false;
}

/// An argument with one int for all axes or a list of one per axis, of at least
/// `least`; `absent` where it is not given.
std::optional<llvm::SmallVector<int64_t, 2>>
Elaborator::perAxis(BuiltinCall &call, size_t index, unsigned axes,
                    StringRef name, int64_t least, int64_t absent) {
  if (!call.has(index))
    return llvm::SmallVector<int64_t, 2>(axes, absent);
  const Value &value = call.values[index];
  llvm::ArrayRef<Value> items = value;
  bool isList = value.kind == Value::List || value.kind == Value::Tuple;
  if (isList)
    items = value.items;
  llvm::SmallVector<int64_t, 2> numbers;
  for (const Value &item : items) {
    std::optional<int64_t> number =
        item.kind == Value::Int ? item.constantInt() : std::nullopt;
    if (!number || *number < least) {
      error("E0205", call.rangeOf(index),
            "`" + name + "` is an int of at least " + Twine(least) +
                " known at compile time, or a list of them",
            call.frame)
          .label("found " + describe(item));
      return std::nullopt;
    }
    markStructural(item);
    numbers.push_back(*number);
  }
  if (!isList)
    numbers.assign(axes, numbers.front());
  if (numbers.size() == axes)
    return numbers;
  error("E0204", call.rangeOf(index),
        "`" + name + "` has one number for each of " + Twine(axes) +
            (axes == 1 ? " axis" : " axes"),
        call.frame)
      .label("found " + Twine(numbers.size()));
  return std::nullopt;
}

/// How the image came to its size: the windows between an input and `node`.
std::string Elaborator::traceOf(const Node *node) const {
  std::vector<std::string> steps;
  const Node *at = node;
  auto shape = [](const Node *node) {
    return "[" + llvm::join(sizesOf(node->type, 1), ",") + "]";
  };
  while (at) {
    bool isConv = at->op == Op::Conv || at->op == Op::ConvTranspose;
    if (isConv || at->op == Op::MaxPool || at->op == Op::AvgPool) {
      std::string name = isConv && !at->path.empty()
                             ? StringRef(at->path).rsplit('.').second.str()
                             : source(at->range);
      if (isConv && name.empty())
        name = at->path;
      steps.push_back(name + " " + shape(at));
    }
    const Node *next = nullptr;
    for (const Node *operand : at->operands)
      if (!next && operand->type.isTensor() &&
          operand->type.rank() == node->type.rank())
        next = operand;
    if (!next)
      break;
    at = next;
  }
  steps.push_back(shape(at));
  return llvm::join(llvm::reverse(steps), " -> ");
}

/// The type of `x` after windows of `kernel` slid over it; none after an error.
std::optional<Type> Elaborator::slide(BuiltinCall &call,
                                      llvm::ArrayRef<int64_t> kernel,
                                      llvm::ArrayRef<int64_t> strides,
                                      llvm::ArrayRef<int64_t> pads,
                                      llvm::ArrayRef<int64_t> dilations) {
  const Value &x = call.values[0];
  Type type = x.type;
  for (unsigned i = 0; i < kernel.size(); ++i) {
    const Axis &axis = x.type.axes[2 + i];
    int64_t extent = dilations[i] * (kernel[i] - 1) + 1;
    DimExpr room = axis.size + (2 * pads[i] - extent);
    if (proveNotNegative(room)) {
      type.axes[2 + i] = Axis(floorDivide(room, strides[i]) + 1);
      if (same(type.axes[2 + i].size, axis.size))
        type.axes[2 + i] = axis;
      continue;
    }
    if (std::optional<int64_t> number = room.constant()) {
      llvm::SmallVector<std::string, 2> window;
      for (int64_t size : kernel)
        window.push_back(Twine(size).str());
      int64_t size = *axis.size.constant();
      Diagnostic &diag =
          error("E0104", call.range,
                "a " + joined(window) + " kernel does not fit a " +
                    joined(sizesOf(x.type, 2)) + " image",
                call.frame);
      diag.label(
          "output size (" + Twine(size) + " + 2*" + Twine(pads[i]) + " - " +
          Twine(extent) + ") // " + Twine(strides[i]) +
          " + 1 = " + Twine(llvm::divideFloorSigned(*number, strides[i]) + 1));
      diag.note("trace", traceOf(x.node) + " -> here");
      int64_t fits = (size + 2 * pads[i] - 1) / dilations[i] + 1;
      if (kernel[i] % 2 && fits % 2 == 0)
        --fits;
      int64_t pad = (extent - size + 1) / 2;
      bool isPool = call.name.ends_with("pool");
      if (fits >= 1)
        diag.help((isPool ? "use a size of " : "use `kernel = ") + Twine(fits) +
                  (isPool ? Twine("") : "`, or `pad = " + Twine(pad) + "`"));
      return std::nullopt;
    }
    Diagnostic &diag = error("E0202", call.range,
                             "cannot prove " + axis.size.str() +
                                 " >= " + Twine(extent - 2 * pads[i]),
                             call.frame);
    diag.label("a window of " + Twine(extent) + " has to fit");
    if (std::optional<std::string> symbol = axis.size.asSymbol())
      diag.help("declare `dim " + *symbol + ": " + Twine(extent - 2 * pads[i]) +
                "..`");
    return std::nullopt;
  }
  return type;
}

Value Elaborator::builtinConv(BuiltinCall &call) {
  bool isTranspose = call.op == Op::ConvTranspose;
  if (!needImage(call) || !needTensor(call, 1))
    return Value();
  Value &x = call.values[0], &w = call.values[1];
  unsigned axes = x.type.rank() - 2;
  auto strides = perAxis(call, 2, axes, "stride", 1, 1);
  auto pads = perAxis(call, 3, axes, "pad", 0, 0);
  auto dilations = perAxis(call, 4, axes, "dilation", 1, 1);
  auto groupCount = perAxis(call, 5, 1, "groups", 1, 1);
  if (!strides || !pads || !dilations || !groupCount)
    return Value();
  int64_t groups = groupCount->front();
  if (w.type.rank() != x.type.rank() || w.type.element != x.type.element) {
    error("E0105", call.rangeOf(1),
          "a weight here is " + StringRef(spelling(x.type.element)).str() +
              (axes == 1 ? "[out, in // groups, kernel]"
                         : "[out, in // groups, height, width]"),
          call.frame)
        .label("found " + w.type.str());
    return Value();
  }
  std::optional<int64_t> in = x.type.axes[1].size.constant();
  llvm::SmallVector<int64_t, 4> shape;
  for (const Axis &axis : w.type.axes)
    if (std::optional<int64_t> size = axis.size.constant())
      shape.push_back(*size);
  if (!in || shape.size() != w.type.rank()) {
    error("E0202", call.range, "channels and kernel are numbers", call.frame)
        .label("found " + x.type.str() + " and " + w.type.str());
    return Value();
  }
  int64_t out = shape[0];
  auto divides = [&](int64_t count, StringRef which) {
    if (count % groups == 0)
      return true;
    error("E0101", call.range,
          Twine(count) + " " + which + " channels do not divide into " +
              Twine(groups) + " groups",
          call.frame)
        .label("groups = " + Twine(groups))
        .help("choose `groups` from the divisors of " + Twine(count));
    return false;
  };
  if (!divides(*in, "input") || !divides(out, "output"))
    return Value();
  if (shape[1] * groups != *in) {
    error("E0101", call.range, "channels differ in `" + call.name + "`",
          call.frame)
        .label("`x` has " + Twine(*in) + ", the weight reads " +
               Twine(shape[1] * groups))
        .note("x", x.type.str())
        .note("weight", w.type.str())
        .help("a weight is [out, in // groups, kernel...]: here [" +
              Twine(out) + ", " + Twine(*in / groups) + ", ...]");
    return Value();
  }
  llvm::ArrayRef<int64_t> kernel = llvm::ArrayRef<int64_t>(shape).drop_front(2);
  Type type = x.type;
  if (!isTranspose) {
    std::optional<Type> slid = slide(call, kernel, *strides, *pads, *dilations);
    if (!slid)
      return Value();
    type = *slid;
  }
  for (unsigned i = 0; isTranspose && i < axes; ++i) {
    DimExpr size = (type.axes[2 + i].size - 1) * (*strides)[i] +
                   ((*dilations)[i] * (kernel[i] - 1) + 1 - 2 * (*pads)[i]);
    if (!proveNotNegative(size - 1)) {
      error("E0104", call.range, "nothing is left of the image", call.frame)
          .label("output size " + size.str())
          .help("use a smaller `pad`");
      return Value();
    }
    type.axes[2 + i] = Axis(size);
  }
  type.axes[1] = w.type.axes[0];
  type.axes[1].size = out;
  Value weight = w;
  if (isTranspose)
    weight = adjointWeight(w, groups, call.range, call.frame);
  Value result =
      tensor(call.op, type, {x.node, weight.node}, call.range, call.frame);
  for (const auto *numbers : {&*strides, &*pads, &*dilations})
    result.node->ints.append(numbers->begin(), numbers->end());
  result.node->ints.push_back(groups);
  return result;
}

/// The weight [out, in // groups, ...] of a transposed convolution as that of
/// the convolution whose adjoint it is, [in, out // groups, ...].
Value Elaborator::adjointWeight(Value w, int64_t groups, SMRange range,
                                Frame &frame) {
  Type type = w.type;
  int64_t out = *type.axes[0].size.constant() / groups;
  int64_t in = *type.axes[1].size.constant();
  auto shaped = [&](std::initializer_list<int64_t> first) {
    Type result = Type::tensor(type.element);
    for (int64_t size : first)
      result.axes.push_back(Axis(size));
    for (size_t i = 2; i < type.axes.size(); ++i)
      result.axes.push_back(Axis(type.axes[i].size));
    return result;
  };
  if (groups > 1)
    w = reshape(w, shaped({groups, out, in}), range, frame);
  Type swapped = groups > 1 ? shaped({groups, in, out}) : shaped({in, out});
  Value moved = tensor(Op::Transpose, swapped, {w.node}, range, frame);
  for (unsigned i = 0; i < swapped.rank(); ++i)
    moved.node->ints.push_back(i);
  unsigned first = groups > 1 ? 1 : 0;
  std::swap(moved.node->ints[first], moved.node->ints[first + 1]);
  return groups > 1 ? reshape(moved, shaped({groups * in, out}), range, frame)
                    : moved;
}

Value Elaborator::builtinPool(BuiltinCall &call) {
  if (!needImage(call))
    return Value();
  unsigned axes = call.values[0].type.rank() - 2;
  auto kernel = perAxis(call, 1, axes, "size", 1, 1);
  if (!kernel)
    return Value();
  // A stride of 0, the blocks' default, means the size.
  bool isSize = !call.has(2) || call.values[2].constantInt() == 0;
  auto strides = isSize ? kernel : perAxis(call, 2, axes, "stride", 1, 1);
  auto pads = perAxis(call, 3, axes, "pad", 0, 0);
  if (!strides || !pads)
    return Value();
  for (unsigned i = 0; i < axes; ++i)
    if (2 * (*pads)[i] > (*kernel)[i]) {
      error("E0204", call.rangeOf(3), "a pool pads at most half of its size",
            call.frame)
          .label("size " + Twine((*kernel)[i]) + ", pad " + Twine((*pads)[i]));
      return Value();
    }
  llvm::SmallVector<int64_t, 2> dilations(axes, 1);
  std::optional<Type> type = slide(call, *kernel, *strides, *pads, dilations);
  if (!type)
    return Value();
  // The user's range names the pool in a trace.
  Value result = tensor(call.op, *type, {call.values[0].node},
                        userRange(call.range, call.frame), call.frame);
  for (const auto *numbers : {&*kernel, &*strides, &*pads})
    result.node->ints.append(numbers->begin(), numbers->end());
  return result;
}

/// One number per axis behind the first two, of an int or a list.
Value Elaborator::builtinSpatial(BuiltinCall &call) {
  if (!needImage(call))
    return Value();
  auto numbers =
      perAxis(call, 1, call.values[0].type.rank() - 2, "kernel", 1, 1);
  if (!numbers)
    return Value();
  Value list(Value::List);
  for (int64_t number : *numbers)
    list.items.push_back(Value::integer(number));
  return list;
}
