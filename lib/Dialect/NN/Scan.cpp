//===- Scan.cpp - Loops over an axis --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/Scan.h"
#include "nnc/Dialect/NN/NNDims.h"

using namespace mlir;
using namespace nnc::nn;

static RankedTensorType tensorOf(Type type) {
  return cast<RankedTensorType>(type);
}

YieldOp ScanOp::getYield() {
  return cast<YieldOp>(getBody().front().getTerminator());
}

OperandRange ScanOp::getYieldedEmits() {
  return getYield()->getOperands().take_front(getNumEmits());
}

OperandRange ScanOp::getYieldedCarries() {
  return getYield()->getOperands().drop_front(getNumEmits());
}

//===----------------------------------------------------------------------===//
// Building
//===----------------------------------------------------------------------===//

void ScanOp::build(OpBuilder &builder, OperationState &state,
                   ValueRange sequences, ArrayRef<int64_t> axes,
                   ValueRange carries, ArrayRef<int64_t> emitAxes,
                   std::optional<int64_t> count, bool reverse,
                   BodyBuilder body) {
  state.addOperands(sequences);
  state.addOperands(carries);
  Properties &properties = state.getOrAddProperties<Properties>();
  properties.operandSegmentSizes = {static_cast<int32_t>(sequences.size()),
                                    static_cast<int32_t>(carries.size())};
  properties.axes = builder.getDenseI64ArrayAttr(axes);
  properties.emit_axes = builder.getDenseI64ArrayAttr(emitAxes);
  if (count)
    properties.count = builder.getI64IntegerAttr(*count);
  if (reverse)
    properties.reverse = builder.getUnitAttr();

  Block &block = state.addRegion()->emplaceBlock();
  block.addArgument(builder.getI64Type(), state.location);
  Size steps{count.value_or(0), {}};
  for (auto [sequence, axis] : llvm::zip_equal(sequences, axes)) {
    RankedTensorType type = tensorOf(sequence.getType());
    block.addArgument(withoutAxis(type, axis), state.location);
    steps = getSizes(type)[axis];
  }
  for (Value carry : carries)
    block.addArgument(carry.getType(), state.location);

  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToStart(&block);
  ValueRange arguments = block.getArguments();
  SmallVector<Value> yielded =
      body(builder, arguments[0], arguments.slice(1, sequences.size()),
           arguments.drop_front(1 + sequences.size()));
  assert(yielded.size() == emitAxes.size() + carries.size() &&
         "a body yields its emits and the next carries");
  builder.setInsertionPointToEnd(&block);
  YieldOp::create(builder, state.location, yielded);
  for (auto [value, axis] : llvm::zip(yielded, emitAxes))
    state.addTypes(withAxis(tensorOf(value.getType()), axis, steps));
  state.addTypes(carries.getTypes());
}

ScanParts::ScanParts(ScanOp scan)
    : sequences(scan.getSequences()), axes(scan.getAxes()),
      carries(scan.getCarries()), emits(scan.getYieldedEmits()),
      emitAxes(scan.getEmitAxes()), nexts(scan.getYieldedCarries()) {
  if (IntegerAttr attribute = scan.getCountAttr())
    count = attribute.getInt();
}

BlockArgument ScanParts::addSequence(ScanOp scan, Value sequence,
                                     int64_t axis) {
  sequences.push_back(sequence);
  axes.push_back(axis);
  count.reset();
  return scan.getBody().insertArgument(
      sequences.size(), withoutAxis(tensorOf(sequence.getType()), axis),
      scan.getLoc());
}

unsigned ScanParts::addEmit(Value value) {
  for (auto [number, emit] : llvm::enumerate(emits))
    if (emit == value)
      return number;
  emits.push_back(value);
  emitAxes.push_back(0);
  return emits.size() - 1;
}

ScanOp ScanParts::build(OpBuilder &builder, ScanOp scan) const {
  Size steps = getSteps(scan);
  OperationState state(scan.getLoc(), ScanOp::getOperationName());
  state.addOperands(sequences);
  state.addOperands(carries);
  auto &properties = state.getOrAddProperties<ScanOp::Properties>();
  properties.operandSegmentSizes = {static_cast<int32_t>(sequences.size()),
                                    static_cast<int32_t>(carries.size())};
  properties.axes = builder.getDenseI64ArrayAttr(axes);
  properties.emit_axes = builder.getDenseI64ArrayAttr(emitAxes);
  if (count)
    properties.count = builder.getI64IntegerAttr(*count);
  properties.reverse = scan.getReverseAttr();
  state.attributes.append(scan->getDiscardableAttrDictionary().getValue());
  for (auto [value, axis] : llvm::zip_equal(emits, emitAxes))
    state.addTypes(withAxis(tensorOf(value.getType()), axis, steps));
  state.addTypes(ValueRange(carries).getTypes());

  SmallVector<Value> yielded(emits);
  llvm::append_range(yielded, nexts);
  scan.getYield()->setOperands(yielded);
  state.addRegion()->takeBody(scan.getBody());
  return cast<ScanOp>(builder.create(state));
}

ScanOp ScanParts::replace(ScanOp scan) const {
  OpBuilder builder(scan);
  unsigned before = scan.getNumEmits();
  ScanOp with = build(builder, scan);
  unsigned added = emits.size() - before;
  for (auto [i, result] : llvm::enumerate(scan->getResults()))
    result.replaceAllUsesWith(with->getResult(i < before ? i : i + added));
  scan.erase();
  return with;
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

ParseResult ScanOp::parse(OpAsmParser &parser, OperationState &state) {
  SmallVector<OpAsmParser::UnresolvedOperand> sequences, carries;
  SmallVector<int64_t> axes;
  auto parseSequence = [&]() -> ParseResult {
    return failure(parser.parseOperand(sequences.emplace_back()) ||
                   parser.parseKeyword("axis") ||
                   parser.parseInteger(axes.emplace_back()));
  };
  using Delimiter = OpAsmParser::Delimiter;
  if (parser.parseCommaSeparatedList(Delimiter::Paren, parseSequence))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("carry")) &&
      parser.parseOperandList(carries, Delimiter::Paren))
    return failure();
  Properties &properties = state.getOrAddProperties<Properties>();
  Builder &builder = parser.getBuilder();
  properties.axes = builder.getDenseI64ArrayAttr(axes);
  SmallVector<int64_t> emits;
  if (succeeded(parser.parseOptionalKeyword("emit")) &&
      parser.parseCommaSeparatedList(Delimiter::Square, [&]() {
        return parser.parseInteger(emits.emplace_back());
      }))
    return failure();
  properties.emit_axes = builder.getDenseI64ArrayAttr(emits);
  if (succeeded(parser.parseOptionalKeyword("reverse")))
    properties.reverse = builder.getUnitAttr();
  if (succeeded(parser.parseOptionalKeyword("count")) &&
      (parser.parseEqual() || parser.parseAttribute(properties.count)))
    return failure();
  FunctionType type;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseOptionalAttrDictWithKeyword(state.attributes) ||
      parser.parseRegion(*state.addRegion()) || parser.parseColon() ||
      parser.parseType(type))
    return failure();
  properties.operandSegmentSizes = {static_cast<int32_t>(sequences.size()),
                                    static_cast<int32_t>(carries.size())};
  llvm::append_range(sequences, carries);
  state.addTypes(type.getResults());
  return parser.resolveOperands(sequences, type.getInputs(), loc,
                                state.operands);
}

void ScanOp::print(OpAsmPrinter &printer) {
  printer << " (";
  llvm::interleaveComma(
      llvm::zip(getSequences(), getAxes()), printer, [&](auto pair) {
        printer << std::get<0>(pair) << " axis " << std::get<1>(pair);
      });
  printer << ')';
  if (!getCarries().empty())
    printer << " carry (" << getCarries() << ')';
  if (!getEmitAxes().empty()) {
    printer << " emit [";
    llvm::interleaveComma(getEmitAxes(), printer);
    printer << ']';
  }
  if (getReverse())
    printer << " reverse";
  if (getCountAttr())
    printer << " count = " << getCountAttr();
  printer.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(),
      {getOperandSegmentSizesAttrName(), getAxesAttrName(),
       getEmitAxesAttrName(), getReverseAttrName(), getCountAttrName()});
  printer << ' ';
  printer.printRegion(getBody());
  printer << " : ";
  printer.printFunctionalType(*this);
}

//===----------------------------------------------------------------------===//
// Verification
//===----------------------------------------------------------------------===//

/// Whether one size may stand for the other: equal, or one of them unknown.
static bool fits(const Size &x, const Size &y) {
  auto isUnknown = [](const Size &size) {
    return size.symbol && size.symbol.getValue() == "?";
  };
  return x == y || (isUnknown(x) && y.isDynamic()) ||
         (isUnknown(y) && x.isDynamic());
}

LogicalResult ScanOp::verify() {
  if (getAxes().size() != getSequences().size())
    return emitOpError("names one axis for each sequence");
  if (getCount().has_value() == !getSequences().empty())
    return emitOpError("has sequences or a count, and not both");
  if (IntegerAttr count = getCountAttr(); count && count.getInt() < 0)
    return emitOpError("cannot run ") << count.getInt() << " times";

  SmallVector<Type> arguments = {IntegerType::get(getContext(), 64)};
  for (auto [sequence, axis] : llvm::zip(getSequences(), getAxes())) {
    RankedTensorType type = tensorOf(sequence.getType());
    if (axis < 0 || axis >= type.getRank())
      return emitOpError("axis ") << axis << " is none of " << type;
    if (!fits(getSizes(type)[axis], getSteps(*this)))
      return emitOpError("runs along axes of one size, found ")
             << getSequences().front().getType() << " and " << type;
    arguments.push_back(withoutAxis(type, axis));
  }
  llvm::append_range(arguments, getCarries().getTypes());
  if (!llvm::equal(getBody().getArgumentTypes(), arguments))
    return emitOpError("expects the arguments of its body to be ") << arguments;

  Block &body = getBody().front();
  auto yield =
      body.empty() ? YieldOp() : dyn_cast<YieldOp>(body.getTerminator());
  if (!yield || yield->getNumOperands() != getNumResults() ||
      getNumResults() != getNumEmits() + getCarries().size())
    return emitOpError("yields its emits and the next carries, and has one "
                       "result for each");
  Size steps = getSteps(*this);
  for (auto [value, axis, result] :
       llvm::zip(getYieldedEmits(), getEmitAxes(), getEmits())) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    if (!type || axis < 0 || axis > type.getRank() ||
        withAxis(type, axis, steps) != result.getType())
      return emitOpError("emits ") << value.getType() << " along axis " << axis
                                   << ", which is not " << result.getType();
  }
  for (auto [start, next, last] :
       llvm::zip(getCarries(), getYieldedCarries(), getFinals()))
    if (start.getType() != next.getType() || start.getType() != last.getType())
      return emitOpError("carries one type, found ")
             << start.getType() << ", " << next.getType() << " and "
             << last.getType();
  WalkResult effects = getBody().walk([&](Operation *op) {
    // A step has derivatives with respect to its values.
    auto gradient = dyn_cast<GradientOp>(op);
    bool ofParameters = gradient && !gradient.getParameters().empty();
    if (!isa<ReadOp, WriteOp, MetricOp, OptimizeOp, AssertOp>(op) &&
        !ofParameters)
      return WalkResult::advance();
    op->emitOpError("cannot stand in a scan");
    return WalkResult::interrupt();
  });
  return failure(effects.wasInterrupted());
}
