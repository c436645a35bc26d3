//===- Import.cpp - typed program to nn dialect ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Import/Import.h"
#include "ConfigBuilder.h"
#include "FunctionImporter.h"
#include "Gradcheck.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/Verifier.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/SHA256.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace nnc {

using typed::Node;
using typed::Op;
using Variables = llvm::StringMap<const typed::Variable *>;

namespace {
class ProgramImporter {
public:
  ProgramImporter(MLIRContext &context, const typed::Program &program,
                  const llvm::SourceMgr &sources, const ImportOptions &options)
      : shared{&context, sources}, program(program), options(options),
        builder(&context), config(shared, program) {}

  OwningOpRef<ModuleOp> run();

private:
  void importDim(const typed::Dim &dim);
  void importHyper(const typed::Hyper &hyper);
  void importModel(const typed::Model &model);
  void importDataset(const typed::Dataset &dataset);
  void importTrain(const typed::Train &train, StringRef symbol);
  void importOptimizer(const typed::Optimizer &optimizer);
  template <typename T> void importVariable(const typed::Variable &variable);
  /// A func.func whose inputs and results carry `nn.name`.
  void
  importFunction(StringRef name, const typed::Function &function,
                 llvm::SMRange range, const Variables &variables,
                 ArrayRef<std::unique_ptr<typed::Optimizer>> optimizers = {});
  void importGradients(const typed::Train &train, const Variables &variables);

  Variables variablesOf(const typed::Model &model) const {
    Variables variables;
    for (const auto &variable : model.variables)
      variables[variable->path] = variable.get();
    return variables;
  }
  std::string sourceHash() const;

  ImportContext shared;
  const typed::Program &program;
  const ImportOptions &options;
  OpBuilder builder;
  ConfigBuilder config;
};
} // namespace

/// Of the file and all that it imports, in the order of their loading.
std::string ProgramImporter::sourceHash() const {
  llvm::SHA256 hash;
  for (unsigned id = 1; id <= shared.sources.getNumBuffers(); ++id)
    hash.update(shared.sources.getMemoryBuffer(id)->getBuffer());
  return llvm::toHex(hash.final(), /*LowerCase=*/true);
}

OwningOpRef<ModuleOp> ProgramImporter::run() {
  OwningOpRef<ModuleOp> module =
      ModuleOp::create(builder.getUnknownLoc(), options.name);
  (*module)->setAttr("nn.edition", builder.getI64IntegerAttr(program.edition));
  (*module)->setAttr("nn.source_hash", builder.getStringAttr(sourceHash()));
  builder.setInsertionPointToEnd(module->getBody());

  llvm::StringSet<> taken;
  for (const typed::Dim &dim : program.dims) {
    taken.insert(dim.name);
    importDim(dim);
  }
  for (const typed::Hyper &hyper : program.hypers) {
    taken.insert(hyper.name);
    importHyper(hyper);
  }
  for (const auto &model : program.models) {
    taken.insert(model->name);
    importModel(*model);
  }
  for (const auto &dataset : program.datasets) {
    taken.insert(dataset->name);
    importDataset(*dataset);
  }
  for (const auto &train : program.trains) {
    std::string symbol = train->name;
    while (!taken.insert(symbol).second)
      symbol += "_train";
    importTrain(*train, symbol);
  }
  if (failed(verify(*module)))
    return nullptr;
  return module;
}

void ProgramImporter::importDim(const typed::Dim &dim) {
  IntegerAttr max;
  if (dim.maximum != INT64_MAX)
    max = builder.getI64IntegerAttr(dim.maximum);
  nn::DimOp::create(builder, shared.location(dim.range),
                    builder.getStringAttr(dim.name),
                    builder.getI64IntegerAttr(dim.minimum), max);
}

void ProgramImporter::importHyper(const typed::Hyper &hyper) {
  auto op = nn::HyperOp::create(builder, shared.location(hyper.range),
                                builder.getStringAttr(hyper.name),
                                config.hyperValue(hyper), hyper.structural);
  op->setAttr("text", builder.getStringAttr(hyper.text));
}

template <typename T>
void ProgramImporter::importVariable(const typed::Variable &variable) {
  Location loc = shared.location(variable.range, variable.path);
  auto op = T::create(builder, loc, builder.getStringAttr(variable.path),
                      TypeAttr::get(shared.type(variable.stored())),
                      variable.stack.empty()
                          ? DenseI64ArrayAttr()
                          : builder.getDenseI64ArrayAttr(variable.stack));
  Block &block = op.getInit().emplaceBlock();
  Value value = importInitialValue(shared, block, variable, loc);
  OpBuilder atEnd = OpBuilder::atBlockEnd(&block);
  nn::YieldOp::create(atEnd, loc, value);
}

void ProgramImporter::importFunction(
    StringRef name, const typed::Function &function, llvm::SMRange range,
    const Variables &variables,
    ArrayRef<std::unique_ptr<typed::Optimizer>> optimizers) {
  Location loc = shared.location(range);
  SmallVector<Type> inputs, results;
  for (const Node *input : function.inputs)
    inputs.push_back(shared.type(input->type));
  for (const typed::Function::Result &result : function.results)
    results.push_back(shared.type(result.value->type));
  auto op = func::FuncOp::create(builder, loc, name,
                                 builder.getFunctionType(inputs, results));
  Block &block = *op.addEntryBlock();
  FunctionImporter importer(shared, block, variables, optimizers);
  for (auto [index, input] : llvm::enumerate(function.inputs)) {
    op.setArgAttr(index, "nn.name", builder.getStringAttr(input->text));
    importer.bind(input, block.getArgument(index));
  }
  importer.importNodes(function);
  SmallVector<Value> values;
  for (auto [index, result] : llvm::enumerate(function.results)) {
    op.setResultAttr(index, "nn.name", builder.getStringAttr(result.name));
    values.push_back(importer.value(result.value));
  }
  func::ReturnOp::create(importer.getBuilder(), loc, values);
}

void ProgramImporter::importModel(const typed::Model &model) {
  auto op = nn::ModelOp::create(builder, shared.location(model.range),
                                builder.getStringAttr(model.name));
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(&op.getBody().emplaceBlock());
  for (const auto &variable : model.variables) {
    if (variable->isState)
      importVariable<nn::StateOp>(*variable);
    else
      importVariable<nn::ParameterOp>(*variable);
  }
  importFunction("infer", model.infer, model.range, variablesOf(model));
}

void ProgramImporter::importDataset(const typed::Dataset &dataset) {
  auto op = nn::DatasetOp::create(builder, shared.location(dataset.range),
                                  builder.getStringAttr(dataset.name),
                                  config.dataset(dataset));
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(&op.getBody().emplaceBlock());
  importFunction("prepare", dataset.prepare, dataset.range, {});
  if (!dataset.augment.results.empty())
    importFunction("augment", dataset.augment, dataset.range, {});
}

void ProgramImporter::importOptimizer(const typed::Optimizer &optimizer) {
  Location loc = shared.location(optimizer.range);
  auto op = nn::OptimizerOp::create(builder, loc,
                                    builder.getStringAttr(optimizer.name));
  if (optimizer.rate)
    op->setAttr("nn.rate", builder.getF64FloatAttr(*optimizer.rate));
  else if (optimizer.rateArgument)
    op->setAttr("nn.rate",
                builder.getI64IntegerAttr(int64_t(*optimizer.rateArgument)));
  Block &block = op.getBody().emplaceBlock();
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(&block);
  Variables states;
  for (const auto &state : optimizer.states) {
    importVariable<nn::StateOp>(*state);
    states[state->path] = state.get();
  }
  FunctionImporter importer(shared, block, states);
  for (const Node *input : optimizer.body.inputs)
    importer.bind(input, block.addArgument(shared.type(input->type),
                                           shared.location(input->range)));
  importer.importNodes(optimizer.body);
  nn::YieldOp::create(importer.getBuilder(), loc,
                      importer.value(optimizer.body.results[0].value));
}

void ProgramImporter::importTrain(const typed::Train &train, StringRef symbol) {
  const typed::Model &model = *program.models[train.model];
  auto op = nn::TrainOp::create(builder, shared.location(train.range), symbol,
                                model.name, config.train(train));
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(&op.getBody().emplaceBlock());
  for (const auto &optimizer : train.optimizers)
    importOptimizer(*optimizer);
  Variables variables = variablesOf(model);
  importFunction("step", train.step, train.range, variables, train.optimizers);
  importFunction("eval", train.eval, train.range, variables);
  if (!train.control.results.empty())
    importFunction("control", train.control, train.range, {});
  if (options.gradcheck)
    importGradients(train, variables);
}

/// @gradients: the objective of @step and its derivatives, without effects;
/// @objective: the same without derivatives, for the many values of
/// differences.
void ProgramImporter::importGradients(const typed::Train &train,
                                      const Variables &variables) {
  // The gradient that the optimizers take, not one inside the loss: the last.
  const Node *gradient = nullptr;
  for (const auto &node : train.step.nodes)
    if (node->op == Op::Gradient)
      gradient = node.get();
  if (!train.hasOptimizer || !gradient)
    return;
  Location loc = shared.location(train.range);
  SmallVector<Type> inputs, results;
  SmallVector<Attribute> parameters;
  SmallVector<std::string> names;
  for (const auto &variable : program.models[train.model]->variables) {
    if (variable->isState)
      continue;
    parameters.push_back(
        FlatSymbolRefAttr::get(shared.context, variable->path));
    results.push_back(shared.type(variable->stored()));
    names.push_back(variable->path);
  }
  SmallVector<unsigned> floats;
  for (auto [index, input] : llvm::enumerate(train.step.inputs)) {
    inputs.push_back(shared.type(input->type));
    if (!typed::isFloat(input->type.element))
      continue;
    floats.push_back(index);
    results.push_back(inputs.back());
    names.push_back(input->text);
  }
  auto op = func::FuncOp::create(builder, loc, "gradients",
                                 builder.getFunctionType(inputs, results));
  Block &block = *op.addEntryBlock();
  FunctionImporter importer(shared, block, variables);
  for (auto [index, input] : llvm::enumerate(train.step.inputs)) {
    op.setArgAttr(index, "nn.name", builder.getStringAttr(input->text));
    importer.bind(input, block.getArgument(index));
  }
  Value objective = importer.importValue(train.step, gradient->operands[0]);
  SmallVector<Value> wrt;
  for (unsigned index : floats)
    wrt.push_back(block.getArgument(index));
  OpBuilder &inner = importer.getBuilder();
  nn::MetricOp::create(inner, loc, "loss", objective);
  auto gradients = nn::GradientOp::create(inner, loc, results, objective,
                                          inner.getArrayAttr(parameters), wrt);
  func::ReturnOp::create(inner, loc, gradients.getResults());
  for (auto [index, name] : llvm::enumerate(names))
    op.setResultAttr(index, "nn.name", builder.getStringAttr(name));
  freezeConstants(op);

  auto bare = llvm::cast<func::FuncOp>(builder.clone(*op));
  bare.setSymName("objective");
  bare.setFunctionType(
      builder.getFunctionType(op.getFunctionType().getInputs(), {}));
  bare.removeResAttrsAttr();
  bare.front().getTerminator()->setOperands({});
  SmallVector<nn::GradientOp> derivatives(bare.getOps<nn::GradientOp>());
  derivatives.back().erase();
}

OwningOpRef<ModuleOp> importProgram(MLIRContext &context,
                                    const typed::Program &program,
                                    const llvm::SourceMgr &sources,
                                    const ImportOptions &options) {
  context.loadDialect<nn::NNDialect, func::FuncDialect, arith::ArithDialect,
                      math::MathDialect>();
  return ProgramImporter(context, program, sources, options).run();
}

} // namespace nnc
