//===- FunctionImporter.cpp - typed functions to regions ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionImporter.h"

#include "nnc/Dialect/NN/NNDims.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace nnc {

using typed::Node;
using typed::Op;

//===----------------------------------------------------------------------===//
// ImportContext
//===----------------------------------------------------------------------===//

Location importLocation(MLIRContext &context, const llvm::SourceMgr &sources,
                        llvm::SMRange range, StringRef path) {
  Location loc = UnknownLoc::get(&context);
  if (range.isValid()) {
    unsigned buffer = sources.FindBufferContainingLoc(range.Start);
    if (buffer) {
      auto [line, column] = sources.getLineAndColumn(range.Start, buffer);
      auto [endLine, endColumn] = sources.getLineAndColumn(range.End, buffer);
      auto file = StringAttr::get(
          &context, sources.getMemoryBuffer(buffer)->getBufferIdentifier());
      loc = FileLineColRange::get(file, line, column, endLine, endColumn);
    }
  }
  if (path.empty())
    return loc;
  return FusedLoc::get(&context, {loc}, StringAttr::get(&context, path));
}

Location ImportContext::location(llvm::SMRange range, StringRef path) const {
  return importLocation(*context, sources, range, path);
}

Type ImportContext::element(typed::Element element) const {
  switch (element) {
  case typed::Element::F16:
    return Float16Type::get(context);
  case typed::Element::BF16:
    return BFloat16Type::get(context);
  case typed::Element::F32:
    return Float32Type::get(context);
  case typed::Element::F64:
    return Float64Type::get(context);
  case typed::Element::I8:
    return IntegerType::get(context, 8);
  case typed::Element::I32:
    return IntegerType::get(context, 32);
  case typed::Element::I64:
    return IntegerType::get(context, 64);
  case typed::Element::Bool:
    return IntegerType::get(context, 1);
  }
  llvm_unreachable("covered switch");
}

Type ImportContext::type(const typed::Type &type) const {
  switch (type.kind) {
  case typed::Type::None:
    return NoneType::get(context);
  case typed::Type::Int:
    return IntegerType::get(context, 64);
  case typed::Type::Num:
    return Float64Type::get(context);
  case typed::Type::Bool:
    return IntegerType::get(context, 1);
  case typed::Type::Tensor:
    break;
  }
  SmallVector<nn::Size> sizes;
  for (const typed::Axis &axis : type.axes) {
    if (std::optional<int64_t> number = axis.size.constant())
      sizes.push_back({*number, StringAttr()});
    else
      sizes.push_back({ShapedType::kDynamic,
                       StringAttr::get(context, axis.size.spelled())});
  }
  return nn::getTensor(sizes, element(type.element));
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

FunctionImporter::FunctionImporter(
    const ImportContext &context, Block &block,
    const llvm::StringMap<const typed::Variable *> &variables,
    ArrayRef<std::unique_ptr<typed::Optimizer>> optimizers)
    : context(context), builder(context.context),
      loc(UnknownLoc::get(context.context)), variables(variables),
      optimizers(optimizers) {
  builder.setInsertionPointToEnd(&block); // it may be in no operation yet
}

static bool hasEffect(const Node &node) {
  return node.op == Op::Metric || node.op == Op::Optimize ||
         node.op == Op::Write || node.op == Op::Assert;
}

void FunctionImporter::importNodes(const typed::Function &function) {
  SmallVector<const Node *> roots;
  for (const typed::Function::Result &result : function.results)
    roots.push_back(result.value);
  for (const auto &node : function.nodes)
    if (hasEffect(*node))
      roots.push_back(node.get());
  importLive(function, roots);
}

Value FunctionImporter::importValue(const typed::Function &function,
                                    const Node *node) {
  importLive(function, {node});
  return value(node);
}

/// Sema leaves behind what a taken branch or a default did not use; only what
/// the roots depend on is translated, in the order of the nodes.
void FunctionImporter::importLive(const typed::Function &function,
                                  ArrayRef<const Node *> roots) {
  llvm::DenseSet<const Node *> live(roots.begin(), roots.end());
  for (const auto &node : llvm::reverse(function.nodes))
    if (live.contains(node.get()))
      live.insert(node->operands.begin(), node->operands.end());
  for (const auto &node : function.nodes) {
    if (!live.contains(node.get()) || values.contains(node.get()))
      continue;
    loc = context.location(node->range, node->path);
    if (hasEffect(*node))
      importEffect(*node);
    else if (node->op == Op::Gradient)
      importGradient(*node);
    else if (node->op == Op::CustomVjp)
      importCustomVjp(*node);
    else if (node->op == Op::Scan)
      importScan(*node);
    else
      values[node.get()] = importNode(*node);
  }
}

void FunctionImporter::importRegion(Region &region,
                                    const typed::Function &function) {
  Block &block = region.emplaceBlock();
  FunctionImporter inner(context, block, variables);
  for (const Node *input : function.inputs)
    inner.bind(input,
               block.addArgument(context.type(input->type),
                                 context.location(input->range, input->path)));
  inner.importNodes(function);
  SmallVector<Value> results;
  for (const typed::Function::Result &result : function.results)
    results.push_back(inner.value(result.value));
  nn::YieldOp::create(inner.builder, loc, results);
}

SmallVector<Value> FunctionImporter::operandsOf(const Node &node) const {
  SmallVector<Value> operands;
  for (const Node *operand : node.operands) {
    operands.push_back(values.lookup(operand));
    assert(operands.back() && "a node stands before its operand");
  }
  return operands;
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

void FunctionImporter::importEffect(const Node &node) {
  SmallVector<Value> operands = operandsOf(node);
  switch (node.op) {
  case Op::Metric:
    nn::MetricOp::create(builder, loc, node.text, operands[0]);
    return;
  case Op::Write:
    nn::WriteOp::create(builder, loc, node.text, operands[0]);
    return;
  case Op::Assert:
    nn::AssertOp::create(builder, loc, operands[0], node.text);
    return;
  case Op::Optimize:
    nn::OptimizeOp::create(builder, loc, node.text, operands[0],
                           optimizers[node.ints[0]]->name,
                           ValueRange(operands).drop_front());
    return;
  default:
    llvm_unreachable("an op without effect");
  }
}

void FunctionImporter::importGradient(const Node &node) {
  SmallVector<Value> operands = operandsOf(node);
  SmallVector<Type> types;
  SmallVector<Attribute> parameters;
  for (const std::string &path : node.names) {
    const typed::Variable *variable = variables.lookup(path);
    assert(variable && "a gradient of an unknown parameter");
    types.push_back(context.type(variable->stored()));
    parameters.push_back(FlatSymbolRefAttr::get(context.context, path));
  }
  ValueRange wrt = ValueRange(operands).drop_front();
  llvm::append_range(types, wrt.getTypes());
  gradients[&node] = nn::GradientOp::create(
      builder, loc, types, operands[0], builder.getArrayAttr(parameters), wrt);
}

Value FunctionImporter::importNode(const Node &node) {
  switch (node.op) {
  case Op::Input:
    llvm_unreachable("inputs are bound");
  case Op::Constant:
    return importConstant(node);
  case Op::Scalar:
    return nn::ScalarOp::create(builder, loc, context.type(node.type),
                                node.text);
  case Op::DimSize:
    return nn::buildDim(builder, loc, node.text); // maybe a quotient of dims
  case Op::GradientResult:
    return gradients.lookup(node.operands[0]).getResult(node.ints[0]);
  case Op::ScanResult:
    return scans.lookup(node.operands[0]).getResult(node.ints[0]);
  case Op::CustomVjpResult:
    return customVjps.lookup(node.operands[0]).getResult(node.ints[0]);
  default:
    return node.type.isTensor() ? importTensorOp(node) : importScalarOp(node);
  }
}

void FunctionImporter::importCustomVjp(const Node &node) {
  SmallVector<Type> types;
  for (const typed::Function::Result &result : node.forward->results)
    types.push_back(context.type(result.value->type));
  auto op = nn::CustomVjpOp::create(builder, loc, types, operandsOf(node));
  customVjps[&node] = op;
  if (types.size() == 1)
    values[&node] = op.getResult(0);
  op->setAttr("nn.name", builder.getStringAttr(node.text));
  importRegion(op.getForward(), *node.forward);
  importRegion(op.getVjp(), *node.vjp);
}

Value FunctionImporter::importConstant(const Node &node) {
  switch (node.type.kind) {
  case typed::Type::Int:
    return integer(node.ints[0]);
  case typed::Type::Bool:
    return arith::ConstantOp::create(builder, loc,
                                     builder.getBoolAttr(node.ints[0]));
  case typed::Type::Num:
    return arith::ConstantOp::create(builder, loc,
                                     builder.getF64FloatAttr(node.number));
  default:
    break;
  }
  auto type = cast<RankedTensorType>(context.type(node.type));
  Type element = type.getElementType();
  SmallVector<Attribute> elements;
  for (double value : node.values) {
    if (isa<FloatType>(element))
      elements.push_back(FloatAttr::get(element, value));
    else
      elements.push_back(
          IntegerAttr::get(element, static_cast<int64_t>(value)));
  }
  return nn::ConstantOp::create(builder, loc,
                                DenseElementsAttr::get(type, elements));
}

Value FunctionImporter::importTensorOp(const Node &node) {
  SmallVector<Value> operands = operandsOf(node);
  Type type = context.type(node.type);
  OperationState state(loc, ("nn." + typed::mnemonic(node.op)).str());
  state.addOperands(operands);
  state.addTypes(type);
  auto axes = [&](StringRef name) {
    state.addAttribute(name, builder.getDenseI64ArrayAttr(node.ints));
  };
  auto axis = [&](StringRef name) {
    state.addAttribute(name, builder.getI64IntegerAttr(node.ints[0]));
  };
  auto numbers = [&](std::initializer_list<StringRef> names) {
    size_t count = cast<RankedTensorType>(type).getRank() - 2, at = 0;
    for (StringRef name : names) {
      ArrayRef<int64_t> part = ArrayRef<int64_t>(node.ints).slice(at, count);
      state.addAttribute(name, builder.getDenseI64ArrayAttr(part));
      at += count;
    }
  };
  switch (node.op) {
  case Op::Read:
    return nn::ReadOp::create(builder, loc, type, node.text);
  case Op::Random:
    return nn::RandomOp::create(builder, loc, type,
                                *nn::symbolizeDistribution(node.text),
                                ValueRange(operands).drop_back(node.ints[2]),
                                ValueRange(operands).take_back(node.ints[2]),
                                node.names[0], node.ints[0], node.ints[1] != 0);
  case Op::Cmp:
    return nn::CmpOp::create(builder, loc, type,
                             *nn::symbolizeCmpPredicate(node.text), operands[0],
                             operands[1]);
  case Op::Pad: {
    ArrayRef<int64_t> sizes = node.ints;
    return nn::PadOp::create(builder, loc, type, operands[0],
                             sizes.take_front(sizes.size() / 2),
                             sizes.drop_front(sizes.size() / 2));
  }
  case Op::Einsum:
    return nn::EinsumOp::create(builder, loc, type, node.text, operands);
  case Op::CrossEntropy:
    return nn::CrossEntropyOp::create(builder, loc, type, operands[0],
                                      operands[1], node.ints[0],
                                      llvm::APFloat(node.number));
  case Op::ReduceMax:
    return nn::ReduceMaxOp::create(builder, loc, type, operands[0], node.ints);
  case Op::ReduceMin:
    return nn::ReduceMinOp::create(builder, loc, type, operands[0], node.ints);
  case Op::Conv:
  case Op::ConvTranspose:
    numbers({"strides", "pads", "dilations"});
    state.addAttribute("groups", builder.getI64IntegerAttr(node.ints.back()));
    break;
  case Op::MaxPool:
  case Op::AvgPool:
    numbers({"kernel", "strides", "pads"});
    break;
  case Op::PowInt:
    axis("exponent");
    break;
  case Op::Broadcast:
    axes("dims");
    break;
  case Op::Transpose:
    axes("perm");
    break;
  case Op::Slice:
    axes("offsets");
    break;
  case Op::Flip:
  case Op::ReduceSum:
  case Op::ReduceMean:
  case Op::ReduceProd:
  case Op::ReduceArgmax:
  case Op::ReduceArgmin:
  case Op::ReduceAny:
  case Op::ReduceAll:
  case Op::ReduceLogSumExp:
    axes("axes");
    break;
  case Op::Concat:
  case Op::Cumsum:
  case Op::Iota:
  case Op::Take:
  case Op::Gather:
  case Op::Softmax:
  case Op::LogSoftmax:
    axis("axis");
    break;
  default:
    break; // operands and result say all
  }
  return builder.create(state)->getResult(0);
}

} // namespace nnc
