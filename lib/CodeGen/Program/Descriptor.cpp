//===- Descriptor.cpp - The constant nn_program ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Constants.h"
#include "Denormals.h"
#include "Embed.h"
#include "Entry.h"
#include "Layout.h"
#include "Profile.h"

#include "nnc/CodeGen/Memory/Passes.h"
#include "nnrt/program.h"

#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using mlir::func::FuncOp;

namespace nnc {

namespace {

/// Reads a `config` with the defaults of nnc/Import/Import.h.
class Config {
public:
  Config(mlir::Attribute attribute)
      : dictionary(dyn_cast_or_null<mlir::DictionaryAttr>(attribute)) {}
  explicit operator bool() const { return bool(dictionary); }

  mlir::Attribute get(StringRef name) const {
    return dictionary ? dictionary.get(name) : mlir::Attribute();
  }
  int64_t integer(StringRef name, int64_t otherwise = 0) const {
    mlir::Attribute value = get(name);
    if (auto flag = dyn_cast_or_null<mlir::BoolAttr>(value))
      return flag.getValue();
    auto number = dyn_cast_or_null<mlir::IntegerAttr>(value);
    return number ? number.getInt() : otherwise;
  }
  double number(StringRef name) const {
    auto value = dyn_cast_or_null<mlir::FloatAttr>(get(name));
    return value ? value.getValueAsDouble() : 0;
  }
  StringRef text(StringRef name) const {
    if (auto symbol = dyn_cast_or_null<mlir::FlatSymbolRefAttr>(get(name)))
      return symbol.getValue();
    auto value = dyn_cast_or_null<mlir::StringAttr>(get(name));
    return value ? value.getValue() : StringRef();
  }
  ArrayRef<mlir::Attribute> list(StringRef name) const {
    auto value = dyn_cast_or_null<mlir::ArrayAttr>(get(name));
    return value ? value.getValue() : ArrayRef<mlir::Attribute>();
  }

private:
  mlir::DictionaryAttr dictionary;
};

int dtypeOf(mlir::Type type) {
  if (type.isF32())
    return NN_F32;
  if (type.isF64())
    return NN_F64;
  if (type.isF16())
    return NN_F16;
  if (type.isBF16())
    return NN_BF16;
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return NN_BOOL;
  case 8:
    return NN_I8;
  case 32:
    return NN_I32;
  default:
    return NN_I64;
  }
}

class DescriptorBuilder {
public:
  DescriptorBuilder(llvm::Module &module, mlir::ModuleOp description,
                    const ProgramOptions &options)
      : c(module), layout(description), entries(c, layout), options(options) {}

  Constant *program();
  /// Nothing, or why no model takes the weights.
  Error checkEmbedded() const;

private:
  Constant *textOrNull(StringRef text) {
    return text.empty() ? c.null() : c.text(text);
  }
  Constant *texts(ArrayRef<mlir::Attribute> list);
  Constant *numbers(ArrayRef<double> list);
  Constant *axes(mlir::RankedTensorType type);
  Constant *tensor(StringRef path, nn_role role, mlir::RankedTensorType type,
                   const Stored *stored = nullptr);
  Constant *tensors(const BlockLayout &block);
  Constant *entry(StringRef owner, StringRef kind);
  Constant *noEntry() { return describe({}); }
  Constant *describe(FuncOp func);
  Constant *duration(Config config);
  Constant *data(Config config);
  Constant *policy(Config config, FuncOp control);
  Constant *shape(ArrayRef<int64_t> sizes);
  Constant *dimIndices(mlir::RankedTensorType type);
  Constant *argument(Config config);
  Constant *column(Config config, FuncOp prepare);
  Constant *dim(nn::DimOp op);
  Constant *hyper(nn::HyperOp op);
  Constant *model(nn::ModelOp op);
  Constant *embed(ArrayRef<char> block);
  Constant *flops(FuncOp func);
  Constant *train(nn::TrainOp op);
  Constant *dataset(nn::DatasetOp op);

  template <class Op>
  Constant *table(ArrayRef<Op> ops, Constant *(DescriptorBuilder::*build)(Op)) {
    SmallVector<Constant *> rows;
    for (Op op : ops)
      rows.push_back((this->*build)(op));
    return c.array(rows);
  }

  Constants c;
  Layout layout;
  EntryEmitter entries;
  const ProgramOptions &options;
  int embeddedModels = 0;
};

} // namespace

Constant *DescriptorBuilder::texts(ArrayRef<mlir::Attribute> list) {
  SmallVector<Constant *> all;
  for (mlir::Attribute text : list)
    all.push_back(c.text(cast<mlir::StringAttr>(text).getValue()));
  return c.array(all);
}

Constant *DescriptorBuilder::numbers(ArrayRef<double> list) {
  SmallVector<Constant *> all;
  for (double number : list)
    all.push_back(c.f64(number));
  return c.array(all);
}

Constant *DescriptorBuilder::axes(mlir::RankedTensorType type) {
  SmallVector<Constant *> all;
  for (const nn::Size &size : nn::getSizes(type)) {
    if (!size.isDynamic()) {
      all.push_back(
          c.structure({c.i64(size.number), c.null(), c.i32(-1), c.null()}));
      continue;
    }
    StringRef symbol = size.symbol;
    int index = layout.dimIndex(symbol);
    all.push_back(
        c.structure({c.i64(-1), c.text(symbol), c.i32(index),
                     index < 0 ? entries.emitSize(symbol) : c.null()}));
  }
  while (all.size() < NN_MAX_RANK)
    all.push_back(c.structure({c.i64(0), c.null(), c.i32(0), c.null()}));
  return c.inlineArray(all);
}

Constant *DescriptorBuilder::tensor(StringRef path, nn_role role,
                                    mlir::RankedTensorType type,
                                    const Stored *stored) {
  return c.structure(
      {c.text(path), c.i32(role), c.i32(dtypeOf(type.getElementType())),
       c.i32(type.getRank()), c.i32(0), axes(type),
       c.i64(stored ? stored->offset : 0), c.i64(stored ? stored->bytes : 0),
       c.i32(stored && stored->panels),
       c.i32(stored ? stored->stackIndex : -1)});
}

Constant *DescriptorBuilder::tensors(const BlockLayout &block) {
  SmallVector<Constant *> rows;
  for (const Stored &stored : block.rows)
    rows.push_back(
        tensor(stored.path, nn_role(stored.kind), stored.type, &stored));
  return c.array(rows);
}

Constant *DescriptorBuilder::describe(FuncOp func) {
  SmallVector<Constant *> inputs, outputs, values, metrics;
  for (unsigned i = 0; func && i < func.getNumArguments(); ++i) {
    auto key = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
    if (!key)
      continue;
    auto type = func.getArgAttrOfType<mlir::TypeAttr>(i, memory::kTypeAttr);
    auto add = [&](SmallVectorImpl<Constant *> &list, nn_role role) {
      list.push_back(tensor(key.getName(), role,
                            cast<mlir::RankedTensorType>(type.getValue())));
    };
    if (key.getKind() == nn::ArgKind::input)
      add(inputs, NN_INPUT);
    else if (key.getKind() == nn::ArgKind::output)
      add(outputs, NN_OUTPUT);
    else if (key.getKind() == nn::ArgKind::metric)
      (type ? values : metrics).push_back(c.text(key.getName()));
  }
  for (unsigned i = 0; func && i < func.getNumResults(); ++i)
    if (auto key = func.getResultAttrOfType<nn::ArgAttr>(i, "nn.result"))
      values.push_back(c.text(key.getName()));
  Constant *function = func ? entries.emitCall(func) : c.null();
  Constant *bytes = func ? entries.emitArenaBytes(func) : c.null();
  return c.structure({function, bytes, c.array(inputs), c.array(outputs),
                      c.array(values), c.array(metrics), c.i32(inputs.size()),
                      c.i32(outputs.size()), c.i32(values.size()),
                      c.i32(metrics.size())});
}

Constant *DescriptorBuilder::entry(StringRef owner, StringRef kind) {
  return describe(layout.entry(owner, kind));
}

Constant *DescriptorBuilder::duration(Config config) {
  return c.structure({c.f64(config.number("steps")),
                      c.f64(config.number("epochs")),
                      c.f64(config.number("examples"))});
}

Constant *DescriptorBuilder::data(Config config) {
  int part = StringSwitch<int>(config.text("part"))
                 .Case("train", NN_TRAIN_PART)
                 .Case("validation", NN_VALIDATION_PART)
                 .Case("test", NN_TEST_PART)
                 .Default(NN_ALL);
  int index = config ? layout.datasetIndex(config.text("dataset")) : -1;
  return c.structure({c.i32(index), c.i32(part)});
}

Constant *DescriptorBuilder::policy(Config config, FuncOp control) {
  auto answer = [&](StringRef name) -> Constant * {
    for (unsigned i = 0; control && i < control.getNumResults(); ++i) {
      auto key = control.getResultAttrOfType<nn::ArgAttr>(i, "nn.result");
      if (key && key.getName() == name)
        return c.i32(i);
    }
    return c.i32(-1);
  };
  return c.structure({answer("stop_when"), answer("best"),
                      c.i32(config.integer("best_higher")), answer("patience"),
                      c.i32(config.integer("patience_higher")),
                      c.i32(config.integer("restore_best")),
                      duration(config.get("patience_length")),
                      c.f64(config.number("min_delta")),
                      duration(config.get("every")),
                      c.i32(config.integer("keep")), c.i32(0)});
}

Constant *DescriptorBuilder::shape(ArrayRef<int64_t> sizes) {
  SmallVector<Constant *> all;
  for (unsigned i = 0; i < NN_MAX_RANK; ++i)
    all.push_back(c.i64(i < sizes.size() ? sizes[i] : 0));
  return c.inlineArray(all);
}

Constant *DescriptorBuilder::dimIndices(mlir::RankedTensorType type) {
  SmallVector<Constant *> all;
  for (const nn::Size &size : nn::getSizes(type))
    all.push_back(c.i32(size.isDynamic() ? layout.dimIndex(size.symbol) : -1));
  while (all.size() < NN_MAX_RANK)
    all.push_back(c.i32(-1));
  return c.inlineArray(all);
}

Constant *DescriptorBuilder::argument(Config config) {
  int type = StringSwitch<int>(config.text("type"))
                 .Case("number", NN_NUMBER)
                 .Case("flag", NN_FLAG)
                 .Case("texts", NN_TEXTS)
                 .Case("numbers", NN_NUMBERS)
                 .Default(NN_TEXT);
  auto values =
      dyn_cast_or_null<mlir::DenseF64ArrayAttr>(config.get("numbers"));
  SmallVector<int64_t> sizes;
  if (auto given =
          dyn_cast_or_null<mlir::DenseI64ArrayAttr>(config.get("shape")))
    llvm::append_range(sizes, given.asArrayRef());
  if (sizes.empty() && type == NN_TEXTS)
    sizes.push_back(config.list("texts").size());
  return c.structure(
      {c.text(config.text("name")), c.i32(type), c.i32(sizes.size()),
       type == NN_TEXT ? c.text(config.text("text")) : c.null(),
       c.f64(config.number("number")), texts(config.list("texts")),
       numbers(values ? values.asArrayRef() : ArrayRef<double>()),
       shape(sizes)});
}

Constant *DescriptorBuilder::column(Config config, FuncOp prepare) {
  mlir::RankedTensorType type;
  for (unsigned i = 0; prepare && i < prepare.getNumArguments(); ++i) {
    auto key = prepare.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
    if (key && key.getName() == config.text("input"))
      type = cast<mlir::RankedTensorType>(
          prepare.getArgAttrOfType<mlir::TypeAttr>(i, memory::kTypeAttr)
              .getValue());
  }
  assert(type && "every column is an input of prepare");
  SmallVector<int64_t> sizes;
  for (const nn::Size &size : nn::getSizes(type))
    sizes.push_back(size.isDynamic() ? -1 : size.number);
  SmallVector<Constant *> arguments;
  for (mlir::Attribute item : config.list("arguments"))
    arguments.push_back(argument(item));
  return c.structure(
      {c.text(config.text("function")), texts(config.list("columns")),
       texts(config.list("categories")), c.text(config.text("field")),
       c.i32(config.list("columns").size()),
       c.i32(config.list("categories").size()),
       c.i32(config.integer("truncate")), c.i32(dtypeOf(type.getElementType())),
       c.i32(type.getRank()), c.i32(config.integer("line")), shape(sizes),
       c.array(arguments), c.i32(arguments.size()), dimIndices(type)});
}

Constant *DescriptorBuilder::dim(nn::DimOp op) {
  return c.structure({c.text(op.getSymName()), c.i64(op.getMin()),
                      c.i64(op.getMax().value_or(INT64_MAX))});
}

Constant *DescriptorBuilder::hyper(nn::HyperOp op) {
  int kind = NN_KIND_STR;
  int64_t bits = 0;
  mlir::Attribute value = op.getValue();
  std::string text;
  if (auto written = op->getAttrOfType<mlir::StringAttr>("text"))
    text = written.getValue();
  if (auto flag = dyn_cast<mlir::BoolAttr>(value)) {
    kind = NN_KIND_BOOL;
    bits = flag.getValue();
  } else if (auto number = dyn_cast<mlir::IntegerAttr>(value)) {
    kind = NN_KIND_INT;
    bits = number.getInt();
  } else if (auto number = dyn_cast<mlir::FloatAttr>(value)) {
    kind = NN_KIND_NUM;
    bits = number.getValue().bitcastToAPInt().getZExtValue();
  } else if (isa<mlir::DictionaryAttr>(value)) {
    kind = NN_KIND_DURATION;
  } else if (auto string = dyn_cast<mlir::StringAttr>(value)) {
    text = string.getValue();
  }
  return c.structure({c.text(op.getSymName()), c.i32(kind),
                      c.i32(op.getStructural()), c.i64(bits), c.text(text)});
}

Constant *DescriptorBuilder::flops(FuncOp func) {
  auto flops = func ? func->getAttrOfType<mlir::StringAttr>(nn::kFlopsAttr)
                    : mlir::StringAttr();
  return flops ? entries.emitSize(flops) : c.null();
}

/// A pointer to a block in read-only data, or null.
Constant *DescriptorBuilder::embed(ArrayRef<char> block) {
  if (block.empty())
    return c.null();
  GlobalVariable *data = c.global(ConstantDataArray::get(
      c.context,
      ArrayRef<uint8_t>(reinterpret_cast<const uint8_t *>(block.data()),
                        block.size())));
  data->setAlignment(Align(NN_BLOCK_ALIGNMENT));
  return data;
}

Constant *DescriptorBuilder::model(nn::ModelOp op) {
  StringRef name = op.getSymName();
  const BlockLayout &block = layout.blocks.find(name)->second;
  EmbeddedBlocks embedded;
  SmallVector<Constant *> vocabularies;
  if (!options.weights.empty() && !misfit(block, options.weights)) {
    embedded = packWeights(block, options.weights);
    ++embeddedModels;
    for (const auto &[name, text] : options.vocabularies) {
      vocabularies.push_back(c.text(name));
      vocabularies.push_back(c.text(text));
    }
  }
  auto [pack, unpack] = entries.emitPack(name);
  return c.structure({c.text(name), tensors(block), c.i64(block.parameterBytes),
                      c.i64(block.stateBytes), c.i32(block.rows.size()),
                      c.i32(0), entry(name, "init"), entry(name, "infer"), pack,
                      unpack, embed(embedded.parameters), embed(embedded.state),
                      flops(layout.entry(name, "infer")), c.array(vocabularies),
                      c.i64(vocabularies.size() / 2)});
}

Constant *DescriptorBuilder::train(nn::TrainOp op) {
  StringRef owner = op.getSymName();
  Config config(op.getConfig());
  const BlockLayout &block = layout.blocks.find(owner)->second;
  return c.structure(
      {c.text(config.text("name")),
       tensors(block),
       c.i64(block.optimizerBytes),
       c.i32(layout.modelIndex(op.getModel())),
       c.i32(block.rows.size()),
       entry(owner, "init"),
       entry(owner, "train_step"),
       entry(owner, "accumulate_step"),
       entry(owner, "eval_step"),
       entry(owner, "control"),
       entry(owner, "inspect"),
       entry(owner, "statistics"),
       entry(owner, "gradients"),
       entry(owner, "objective"),
       data(config.get("data")),
       data(config.get("validation")),
       data(config.get("test")),
       c.i64(config.integer("batch")),
       duration(config.get("length_epochs")),
       duration(config.get("length_steps")),
       duration(config.get("validate_every")),
       policy(config.get("policy"), layout.entry(owner, "control")),
       c.i64(config.integer("seed")),
       c.i64(config.integer("accumulate", 1)),
       c.i32(config.integer("shuffle")),
       c.i32(config.integer("has_optimizer")),
       textOrNull(config.text("start_from")),
       texts(config.list("higher")),
       c.i32(config.list("higher").size()),
       c.i32(0),
       flops(layout.entry(owner, "train_step")),
       textOrNull(config.text("bucket_by")),
       texts(config.list("renames")),
       c.i64(config.list("renames").size() / 2),
       texts(config.list("lenders")),
       c.i64(config.list("lenders").size() / 2)});
}

Constant *DescriptorBuilder::dataset(nn::DatasetOp op) {
  Config config(op.getConfig());
  FuncOp prepare = layout.entry(op.getSymName(), "prepare");
  SmallVector<Constant *> arguments, columns;
  for (mlir::Attribute item : config.list("arguments"))
    arguments.push_back(argument(item));
  for (mlir::Attribute item : config.list("columns"))
    columns.push_back(column(item, prepare));
  return c.structure({c.text(op.getSymName()), c.text(config.text("source")),
                      c.array(arguments), c.array(columns), describe(prepare),
                      c.f64(config.number("validation_fraction")),
                      c.f64(config.number("test_fraction")),
                      c.i32(arguments.size()), c.i32(columns.size()),
                      c.i32(config.integer("has_split")),
                      c.i32(config.integer("line")),
                      describe(layout.entry(op.getSymName(), "augment"))});
}

Constant *DescriptorBuilder::program() {
  using D = DescriptorBuilder;
  SmallVector<Constant *> features;
  for (const std::string &feature : options.cpuFeatures)
    features.push_back(c.text(feature));
  auto attribute = [&](StringRef name) {
    auto value = layout.module->getAttrOfType<mlir::StringAttr>(name);
    return value ? value.getValue() : StringRef();
  };
  auto edition = layout.module->getAttrOfType<mlir::IntegerAttr>("nn.edition");
  return c.structure({c.i64(int64_t(NN_PROGRAM_MAGIC)),
                      c.i32(NN_ABI_VERSION),
                      c.i32(sizeof(nn_program)),
                      c.text(options.name),
                      c.text(attribute("nn.source_hash")),
                      c.text(options.compiler),
                      c.text(options.target),
                      c.array(features),
                      table<nn::DimOp>(layout.dims, &D::dim),
                      table<nn::HyperOp>(layout.hypers, &D::hyper),
                      table<nn::ModelOp>(layout.models, &D::model),
                      table<nn::TrainOp>(layout.trains, &D::train),
                      table<nn::DatasetOp>(layout.datasets, &D::dataset),
                      c.i32(features.size()),
                      c.i32(layout.dims.size()),
                      c.i32(layout.hypers.size()),
                      c.i32(layout.models.size()),
                      c.i32(layout.trains.size()),
                      c.i32(layout.datasets.size()),
                      c.i32(edition ? edition.getInt() : 0),
                      c.i32(options.threads),
                      c.null(),
                      c.i64(0),
                      emitProfile(c, layout.module)});
}

Error DescriptorBuilder::checkEmbedded() const {
  if (options.weights.empty() || embeddedModels)
    return Error::success();
  std::string text = "the weights fit no model of the program";
  for (nn::ModelOp model : layout.models) {
    StringRef name = model.getSymName();
    const BlockLayout &block = layout.blocks.find(name)->second;
    text += ("\n   = `" + name + "`: " + *misfit(block, options.weights)).str();
  }
  return createStringError(text);
}

Error emitProgram(llvm::Module &module, mlir::ModuleOp description,
                  const ProgramOptions &options) {
  for (Function &function : module)
    if (!function.isDeclaration())
      function.setLinkage(GlobalValue::InternalLinkage);
  flushInParallelRegions(module);
  DescriptorBuilder builder(module, description, options);
  Constant *value = builder.program();
  if (Error error = builder.checkEmbedded())
    return error;
  assert(module.getDataLayout().getTypeAllocSize(value->getType()) ==
             sizeof(nn_program) &&
         "the descriptor has the layout of the C structure");
  std::string symbol =
      options.symbol.empty() ? options.name + "_program" : options.symbol;
  bool isLevel = !options.level.empty();
  auto *program =
      new GlobalVariable(module, value->getType(), /*isConstant=*/true,
                         GlobalValue::ExternalLinkage, value,
                         isLevel ? levelSymbol(symbol, options.level) : symbol);
  if (symbol != "nn_program" && !isLevel)
    GlobalAlias::create(value->getType(), 0, GlobalValue::WeakAnyLinkage,
                        "nn_program", program, &module);
  return Error::success();
}

} // namespace nnc
