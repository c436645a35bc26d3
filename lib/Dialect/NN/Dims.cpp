//===- Dims.cpp - Symbolic sizes of tensor types --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace nnc::nn {

SmallVector<Size> getSizes(RankedTensorType type) {
  SmallVector<Size> sizes;
  auto dims = dyn_cast_or_null<DimsAttr>(type.getEncoding());
  for (auto [axis, number] : llvm::enumerate(type.getShape())) {
    Size size;
    size.number = number;
    if (ShapedType::isDynamic(number)) {
      bool isNamed = dims && dims.getEntries()[axis].getValue() != "_";
      size.symbol = isNamed ? dims.getEntries()[axis]
                            : StringAttr::get(type.getContext(), "?");
    }
    sizes.push_back(size);
  }
  return sizes;
}

RankedTensorType getTensor(ArrayRef<Size> sizes, Type elementType) {
  MLIRContext *context = elementType.getContext();
  SmallVector<int64_t> shape;
  SmallVector<StringAttr> entries;
  auto none = StringAttr::get(context, "_");
  bool named = false;
  for (const Size &size : sizes) {
    shape.push_back(size.isDynamic() ? ShapedType::kDynamic : size.number);
    bool isNamed = size.symbol && size.symbol.getValue() != "?";
    entries.push_back(isNamed ? size.symbol : none);
    named |= isNamed;
  }
  return RankedTensorType::get(
      shape, elementType,
      named ? Attribute(DimsAttr::get(context, entries)) : Attribute());
}

RankedTensorType withElementType(RankedTensorType type, Type elementType) {
  return RankedTensorType::get(type.getShape(), elementType,
                               type.getEncoding());
}

RankedTensorType permuted(RankedTensorType type, ArrayRef<int64_t> perm) {
  SmallVector<Size> sizes = getSizes(type), result;
  for (int64_t axis : perm)
    result.push_back(sizes[axis]);
  return getTensor(result, type.getElementType());
}

RankedTensorType withoutAxis(RankedTensorType type, int64_t axis) {
  SmallVector<Size> sizes = getSizes(type);
  sizes.erase(sizes.begin() + axis);
  return getTensor(sizes, type.getElementType());
}

RankedTensorType withAxis(RankedTensorType type, int64_t axis, Size size) {
  SmallVector<Size> sizes = getSizes(type);
  sizes.insert(sizes.begin() + axis, size);
  return getTensor(sizes, type.getElementType());
}

Size getSteps(ScanOp scan) {
  if (scan.getSequences().empty())
    return {static_cast<int64_t>(scan.getCount().value_or(0)), {}};
  auto type = cast<RankedTensorType>(scan.getSequences().front().getType());
  return getSizes(type)[scan.getAxes().front()];
}

Size joinSizes(MLIRContext *context, ArrayRef<Size> sizes) {
  int64_t number = 1;
  SmallVector<std::string> factors;
  for (const Size &size : sizes) {
    if (!size.isDynamic()) {
      number *= size.number;
      continue;
    }
    StringRef text = size.symbol.getValue();
    bool isSum = text.contains('+') || text.contains('-');
    factors.push_back(isSum ? ("(" + text + ")").str() : text.str());
  }
  if (factors.empty())
    return {number, {}};
  llvm::sort(factors);
  if (number != 1)
    factors.insert(factors.begin(), std::to_string(number));
  return {ShapedType::kDynamic,
          StringAttr::get(context, llvm::join(factors, "*"))};
}

namespace {

/// Reads `sum := product { (+|-) product }`, `product := factor { * factor }`
/// with factors that are numbers, names or sums in parentheses; `//` divides
/// and rounds down. What is done with it is up to `Actions`.
template <typename Value, typename Actions> class DimReader {
public:
  DimReader(StringRef text, Actions &actions) : text(text), actions(actions) {}

  std::optional<Value> read() {
    std::optional<Value> value = sum();
    skip();
    return text.empty() ? value : std::nullopt;
  }

private:
  void skip() { text = text.ltrim(); }
  bool eat(StringRef token) {
    skip();
    return text.consume_front(token);
  }

  std::optional<Value> sum() {
    std::optional<Value> left =
        eat("-") ? binary('-', actions.number(0), product()) : product();
    while (left) {
      if (eat("+"))
        left = binary('+', left, product());
      else if (eat("-"))
        left = binary('-', left, product());
      else
        break;
    }
    return left;
  }

  std::optional<Value> product() {
    std::optional<Value> left = factor();
    while (left) {
      if (eat("*"))
        left = binary('*', left, factor());
      else if (eat("//"))
        left = binary('/', left, factor());
      else
        break;
    }
    return left;
  }

  std::optional<Value> factor() {
    skip();
    if (eat("(")) {
      std::optional<Value> value = sum();
      return eat(")") ? value : std::nullopt;
    }
    int64_t number;
    if (!text.empty() && llvm::isDigit(text.front()) &&
        !text.consumeInteger(10, number))
      return actions.number(number);
    StringRef name = text.take_while(
        [](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; });
    if (name.empty())
      return std::nullopt;
    text = text.drop_front(name.size());
    return actions.name(name);
  }

  std::optional<Value> binary(char op, std::optional<Value> left,
                              std::optional<Value> right) {
    if (!left || !right)
      return std::nullopt;
    return actions.binary(op, *left, *right);
  }

  StringRef text;
  Actions &actions;
};

struct Evaluator {
  llvm::function_ref<std::optional<int64_t>(StringRef)> lookup;
  std::optional<int64_t> number(int64_t value) { return value; }
  std::optional<int64_t> name(StringRef text) { return lookup(text); }
  std::optional<int64_t> binary(char op, int64_t x, int64_t y) {
    switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    default:
      if (y == 0)
        return std::nullopt;
      return llvm::divideFloorSigned(x, y);
    }
  }
};

struct Names {
  SmallVector<StringRef> names;
  std::optional<bool> number(int64_t) { return true; }
  std::optional<bool> name(StringRef text) {
    if (!llvm::is_contained(names, text))
      names.push_back(text);
    return true;
  }
  std::optional<bool> binary(char, bool, bool) { return true; }
};

struct Emitter {
  OpBuilder &builder;
  Location loc;
  llvm::function_ref<Value(StringRef)> lookup;
  std::optional<Value> number(int64_t value) {
    return Value(arith::ConstantOp::create(builder, loc,
                                           builder.getI64IntegerAttr(value)));
  }
  std::optional<Value> name(StringRef text) { return lookup(text); }
  std::optional<Value> binary(char op, Value x, Value y) {
    switch (op) {
    case '+':
      return Value(arith::AddIOp::create(builder, loc, x, y));
    case '-':
      return Value(arith::SubIOp::create(builder, loc, x, y));
    case '*':
      return Value(arith::MulIOp::create(builder, loc, x, y));
    default:
      return Value(arith::FloorDivSIOp::create(builder, loc, x, y));
    }
  }
};

} // namespace

std::optional<int64_t>
evaluateDim(StringRef expression,
            llvm::function_ref<std::optional<int64_t>(StringRef)> lookup) {
  Evaluator evaluator{lookup};
  return DimReader<int64_t, Evaluator>(expression, evaluator).read();
}

SmallVector<StringRef> getDimNames(StringRef expression) {
  Names names;
  DimReader<bool, Names>(expression, names).read();
  return names.names;
}

StringAttr getBatchDim(TypeRange inputs) {
  for (Type type : inputs) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor || tensor.getRank() == 0)
      continue;
    Size size = getSizes(tensor).front();
    if (!size.isDynamic())
      continue;
    SmallVector<StringRef> names = getDimNames(size.symbol);
    if (names.size() == 1 && names.front() == size.symbol.getValue())
      return size.symbol;
  }
  return {};
}

Value buildDim(OpBuilder &builder, Location loc, StringRef expression) {
  return buildDim(builder, loc, expression, [&](StringRef name) -> Value {
    return DimSizeOp::create(builder, loc, builder.getI64Type(),
                             builder.getStringAttr(name));
  });
}

Value buildDim(OpBuilder &builder, Location loc, StringRef expression,
               llvm::function_ref<Value(StringRef)> lookup) {
  Emitter emitter{builder, loc, lookup};
  std::optional<Value> value =
      DimReader<Value, Emitter>(expression, emitter).read();
  assert(value && "the verifier of #nn.dims accepts no other expression");
  return *value;
}

} // namespace nnc::nn
