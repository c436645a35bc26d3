//===- ConfigBuilder.cpp - what the runtime is told, as attributes --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigBuilder.h"

#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace nnc {

Attribute ConfigBuilder::strings(ArrayRef<std::string> list) {
  return builder.getStrArrayAttr(
      SmallVector<StringRef>(list.begin(), list.end()));
}

Attribute ConfigBuilder::line(llvm::SMRange range) {
  int64_t line = 0;
  if (range.isValid())
    if (unsigned id = shared.sources.FindBufferContainingLoc(range.Start))
      line = shared.sources.FindLineNumber(range.Start, id);
  return builder.getI64IntegerAttr(line);
}

Attribute ConfigBuilder::duration(const typed::Duration &duration) {
  NamedAttrList list;
  auto set = [&](StringRef unit, double amount) {
    if (amount != 0)
      list.set(unit, builder.getF64FloatAttr(amount));
  };
  set("steps", duration.steps);
  set("epochs", duration.epochs);
  set("examples", duration.examples);
  return list.getDictionary(shared.context);
}

Attribute ConfigBuilder::hyperValue(const typed::Hyper &hyper) {
  switch (hyper.kind) {
  case typed::Hyper::Int:
    return builder.getI64IntegerAttr(hyper.integer);
  case typed::Hyper::Num:
    return builder.getF64FloatAttr(hyper.number);
  case typed::Hyper::Bool:
    return builder.getBoolAttr(hyper.integer != 0);
  case typed::Hyper::Str:
    return builder.getStringAttr(hyper.text);
  case typed::Hyper::DurationKind:
    return duration(hyper.duration);
  }
  llvm_unreachable("covered switch");
}

Attribute ConfigBuilder::argument(const typed::Argument &argument) {
  NamedAttrList list;
  list.set("name", builder.getStringAttr(argument.name));
  auto set = [&](StringRef type, StringRef member, Attribute value) {
    list.set("type", builder.getStringAttr(type));
    list.set(member, value);
  };
  switch (argument.kind) {
  case typed::Argument::Text:
    set("text", "text", builder.getStringAttr(argument.text));
    break;
  case typed::Argument::Number:
    set("number", "number", builder.getF64FloatAttr(argument.number));
    break;
  case typed::Argument::Flag:
    set("flag", "number", builder.getF64FloatAttr(argument.number));
    break;
  case typed::Argument::Texts:
    set("texts", "texts", strings(argument.texts));
    break;
  case typed::Argument::Numbers:
    set("numbers", "numbers", builder.getDenseF64ArrayAttr(argument.numbers));
    break;
  }
  if (!argument.shape.empty())
    list.set("shape", builder.getDenseI64ArrayAttr(argument.shape));
  return list.getDictionary(shared.context);
}

Attribute ConfigBuilder::column(const typed::Column &column) {
  NamedAttrList list;
  list.set("input", builder.getStringAttr(column.input));
  list.set("function", builder.getStringAttr(column.function));
  list.set("columns", strings(column.columns));
  if (!column.categories.empty())
    list.set("categories", strings(column.categories));
  list.set("field", builder.getStringAttr(column.field));
  if (column.truncate)
    list.set("truncate", builder.getBoolAttr(true));
  SmallVector<Attribute> arguments;
  for (const typed::Argument &item : column.arguments)
    arguments.push_back(argument(item));
  if (!arguments.empty())
    list.set("arguments", builder.getArrayAttr(arguments));
  list.set("line", line(column.range));
  return list.getDictionary(shared.context);
}

DictionaryAttr ConfigBuilder::dataset(const typed::Dataset &dataset) {
  NamedAttrList list;
  list.set("source", builder.getStringAttr(dataset.source));
  SmallVector<Attribute> arguments, columns;
  for (const typed::Argument &item : dataset.arguments)
    arguments.push_back(argument(item));
  for (const typed::Column &item : dataset.columns)
    columns.push_back(column(item));
  list.set("arguments", builder.getArrayAttr(arguments));
  list.set("columns", builder.getArrayAttr(columns));
  if (dataset.hasSplit) {
    list.set("has_split", builder.getBoolAttr(true));
    list.set("validation_fraction",
             builder.getF64FloatAttr(dataset.validationFraction));
    list.set("test_fraction", builder.getF64FloatAttr(dataset.testFraction));
  }
  list.set("line", line(dataset.range));
  return list.getDictionary(shared.context);
}

Attribute ConfigBuilder::data(const typed::DataPart &part) {
  static const StringRef parts[] = {"all", "train", "validation", "test"};
  NamedAttrList list;
  list.set("dataset",
           FlatSymbolRefAttr::get(shared.context,
                                  program.datasets[part.dataset]->name));
  list.set("part", builder.getStringAttr(parts[part.part]));
  return list.getDictionary(shared.context);
}

Attribute ConfigBuilder::policy(const typed::Train &train) {
  NamedAttrList list;
  auto flag = [&](StringRef name, bool value) {
    if (value)
      list.set(name, builder.getBoolAttr(true));
  };
  flag("best_higher", train.bestHigher);
  flag("patience_higher", train.patienceHigher);
  flag("restore_best", train.restoreBest);
  if (train.patience.isGiven()) {
    list.set("patience_length", duration(train.patience));
    list.set("min_delta", builder.getF64FloatAttr(train.minDelta));
  }
  if (train.checkpointEvery.isGiven()) {
    list.set("every", duration(train.checkpointEvery));
    list.set("keep", builder.getI64IntegerAttr(train.keep));
  }
  return list.getDictionary(shared.context);
}

DictionaryAttr ConfigBuilder::train(const typed::Train &train) {
  NamedAttrList list;
  list.set("name", builder.getStringAttr(train.name));
  if (train.data.dataset >= 0)
    list.set("data", data(train.data));
  if (train.validation.dataset >= 0)
    list.set("validation", data(train.validation));
  if (train.test.dataset >= 0)
    list.set("test", data(train.test));
  list.set("batch", builder.getI64IntegerAttr(train.batch));
  if (train.epochs.isGiven())
    list.set("length_epochs", duration(train.epochs));
  if (train.steps.isGiven())
    list.set("length_steps", duration(train.steps));
  list.set("validate_every", duration(train.validateEvery));
  list.set("seed", builder.getI64IntegerAttr(train.seed));
  list.set("accumulate", builder.getI64IntegerAttr(train.accumulate));
  list.set("shuffle", builder.getBoolAttr(train.shuffle));
  if (!train.bucketBy.empty())
    list.set("bucket_by", builder.getStringAttr(train.bucketBy));
  list.set("has_optimizer", builder.getBoolAttr(train.hasOptimizer));
  if (!train.startFrom.empty())
    list.set("start_from", builder.getStringAttr(train.startFrom));
  if (!train.renames.empty())
    list.set("renames", strings(train.renames));
  if (!train.lenders.empty())
    list.set("lenders", strings(train.lenders));
  if (!train.freeze.empty())
    list.set("freeze", strings(train.freeze));
  if (!train.precision.empty())
    list.set("precision", builder.getStringAttr(train.precision));
  if (!train.higherMetrics.empty())
    list.set("higher", strings(train.higherMetrics));
  list.set("policy", policy(train));
  list.set("line", line(train.range));
  return list.getDictionary(shared.context);
}

} // namespace nnc
