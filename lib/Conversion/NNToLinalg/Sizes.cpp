//===- Sizes.cpp - Values of symbolic sizes -------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sizes.h"

#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace nnc {

namespace {

/// sum = ['-'] product {('+' | '-') product}; product = atom {'*' atom};
/// atom = NUMBER | NAME | '(' sum ')'.
class ExpressionBuilder {
public:
  ExpressionBuilder(OpBuilder &b, Location loc, StringRef text,
                    llvm::function_ref<Value(StringRef)> symbol)
      : b(b), loc(loc), rest(text), symbol(symbol) {}

  Value build() {
    Value value = sum();
    return rest.empty() ? value : Value();
  }

private:
  Value constant(int64_t value) {
    return arith::ConstantIndexOp::create(b, loc, value);
  }

  bool take(char c) {
    rest = rest.ltrim();
    bool found = rest.consume_front(StringRef(&c, 1));
    rest = rest.ltrim();
    return found;
  }

  Value sum() {
    Value value;
    if (take('-')) {
      Value first = product();
      value = first ? Value(arith::SubIOp::create(b, loc, constant(0), first))
                    : Value();
    } else {
      value = product();
    }
    while (value) {
      bool plus = take('+');
      if (!plus && !take('-'))
        break;
      Value next = product();
      if (!next)
        return {};
      value = plus ? Value(arith::AddIOp::create(b, loc, value, next))
                   : Value(arith::SubIOp::create(b, loc, value, next));
    }
    return value;
  }

  Value product() {
    Value value = atom();
    while (value && take('*')) {
      Value next = atom();
      if (!next)
        return {};
      value = arith::MulIOp::create(b, loc, value, next);
    }
    return value;
  }

  Value atom() {
    if (take('(')) {
      Value value = sum();
      return take(')') ? value : Value();
    }
    rest = rest.ltrim();
    int64_t number;
    if (!rest.empty() && llvm::isDigit(rest.front()))
      return rest.consumeInteger(10, number) ? Value() : constant(number);
    StringRef name =
        rest.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    if (name.empty())
      return {};
    rest = rest.drop_front(name.size());
    return symbol(name);
  }

  OpBuilder &b;
  Location loc;
  StringRef rest;
  llvm::function_ref<Value(StringRef)> symbol;
};

StringRef dimName(RankedTensorType type, int64_t axis) {
  auto dims = dyn_cast_or_null<nn::DimsAttr>(type.getEncoding());
  return dims ? dims.getEntries()[axis].getValue() : StringRef();
}

} // namespace

Value buildDimExpression(OpBuilder &b, Location loc, StringRef text,
                         llvm::function_ref<Value(StringRef)> symbol) {
  return ExpressionBuilder(b, loc, text, symbol).build();
}

SizeTable::SizeTable(ModuleOp module) {
  module.walk([&](func::FuncOp func) {
    Sources &sources = functions[func];
    for (unsigned i = 0; i < func.getNumArguments(); ++i) {
      auto arg = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
      if (arg && arg.getKind() == nn::ArgKind::dim)
        sources[arg.getName().getValue()] = {i, -1};
    }
    for (unsigned i = 0; i < func.getNumArguments(); ++i) {
      auto type = dyn_cast<RankedTensorType>(func.getArgumentTypes()[i]);
      if (!type)
        continue;
      for (int64_t axis = 0; axis < type.getRank(); ++axis)
        if (type.isDynamicDim(axis))
          sources.try_emplace(dimName(type, axis), Source{i, axis});
    }
  });
}

Value SizeTable::symbol(OpBuilder &b, Operation *op, StringRef name) const {
  auto func = op->getParentOfType<func::FuncOp>();
  auto table = functions.find(func);
  if (table == functions.end())
    return {};
  auto it = table->second.find(name);
  if (it == table->second.end())
    return {};
  Value argument = func.getArgument(it->second.argument);
  if (it->second.axis < 0)
    return argument;
  return tensor::DimOp::create(b, op->getLoc(), argument, it->second.axis);
}

LogicalResult SizeTable::verify(Operation *op, RankedTensorType type) const {
  auto table = functions.find(op->getParentOfType<func::FuncOp>());
  for (int64_t axis = 0; axis < type.getRank(); ++axis) {
    if (!type.isDynamicDim(axis))
      continue;
    StringRef text = dimName(type, axis);
    if (table != functions.end() && table->second.contains(text))
      continue;
    // Whether an expression can be built shows when it is: into a module that
    // is thrown away.
    Location loc = op->getLoc();
    OwningOpRef<ModuleOp> scratch = ModuleOp::create(loc);
    OpBuilder b = OpBuilder::atBlockEnd(scratch->getBody());
    Value value = buildDimExpression(b, loc, text, [&](StringRef name) {
      bool known = table != functions.end() && table->second.contains(name);
      return known ? Value(arith::ConstantIndexOp::create(b, loc, 1)) : Value();
    });
    if (!value)
      return op->emitError("no argument of the function gives the size '")
             << text << "' of axis " << axis;
  }
  return success();
}

SmallVector<OpFoldResult> SizeTable::sizesOf(OpBuilder &b, Operation *op,
                                             Type type) const {
  auto tensor = cast<RankedTensorType>(type);
  SmallVector<OpFoldResult> sizes;
  for (auto [axis, size] : llvm::enumerate(tensor.getShape())) {
    if (!ShapedType::isDynamic(size)) {
      sizes.push_back(b.getIndexAttr(size));
      continue;
    }
    StringRef text = dimName(tensor, axis);
    // An axis that an argument has, whatever its expression, is asked first.
    Value value = symbol(b, op, text);
    if (!value)
      value = buildDimExpression(b, op->getLoc(), text, [&](StringRef name) {
        return symbol(b, op, name);
      });
    assert(value && "SizeTable::verify lets no such axis pass");
    sizes.push_back(value);
  }
  return sizes;
}

} // namespace nnc
