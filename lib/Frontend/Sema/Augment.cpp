//===- Augment.cpp - changes to training examples ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;

/// The field of an example as `prepare` left it.
Value Elaborator::augmentInput(const Dataset::Field &field) {
  Value value(Value::Tensor);
  value.type = field.type;
  value.node = emit(Op::Input, field.type, {}, field.range);
  value.node->text = field.name;
  build->function->inputs.push_back(value.node);
  return value;
}

/// Builds the data set's `augment` from all its items, in text order: each sees
/// the fields as the ones before it left them (rule 59).
void Elaborator::evalAugments(const DatasetDecl &decl, Frame &around) {
  if (llvm::none_of(decl.section->stmts, [](const Stmt *item) {
        return item->kind == Stmt::Kind::Augment;
      }))
    return;
  FunctionBuild function(&dataset->augment);
  FunctionBuild *prepare = std::exchange(build, &function);
  llvm::scope_exit restore([&] {
    build = prepare;
    augmentKey.clear();
  });
  Frame frame;
  frame.file = around.file;
  frame.kind = Frame::Dataset;
  frame.name = around.name;
  frame.training = true;
  llvm::MapVector<StringRef, Value> current; // inputs are made where needed
  frame.resolve = [&](StringRef name) -> std::optional<Value> {
    if (auto it = current.find(name); it != current.end())
      return it->second;
    for (const Dataset::Field &field : dataset->fields)
      if (field.name == name)
        return current[name] = augmentInput(field);
    if (failed.contains((dataset->name + "." + name).str()))
      return Value();
    return std::nullopt;
  };
  llvm::StringMap<SMRange> changed;
  unsigned number = 0;
  for (const Stmt *item : decl.section->stmts) {
    if (auto *let = dyn_cast<LetStmt>(item)) {
      // What a source gives is of `prepare`; other values can be used in both.
      bool ofSource = llvm::any_of(let->pattern.names, [&](auto &name) {
        auto it = around.scopes.back().find(name.name);
        return it == around.scopes.back().end() ||
               it->second.kind == Value::Column;
      });
      if (!ofSource)
        evalLet(*let, frame);
      continue;
    }
    auto *augment = dyn_cast<AugmentItem>(item);
    if (!augment)
      continue;
    StringRef name = augment->name.name;
    augmentKey = "augment:" + dataset->name + ":" + std::to_string(number++);
    auto field =
        llvm::find_if(dataset->fields, [&](const Dataset::Field &field) {
          return field.name == name;
        });
    if (field == dataset->fields.end()) {
      if (failed.contains((dataset->name + "." + name).str()))
        continue;
      std::vector<StringRef> known;
      for (const Dataset::Field &other : dataset->fields)
        known.push_back(other.name);
      Diagnostic &diag =
          error("E0203", augment->name.range,
                "the data set has no field `" + name + "`", frame);
      if (StringRef close = closestName(name, known); !close.empty())
        diag.suggest(augment->name.range, name, close);
      continue;
    }
    Value value = eval(augment->value, frame);
    if (value.isUnknown())
      continue;
    value = asDeclared(field->type, value, augment->value->range, frame,
                       ("`" + name + "`").str());
    if (!value.isTensor())
      continue;
    current[field->name] = value;
    changed.try_emplace(name, augment->range);
  }
  for (const Dataset::Field &field : dataset->fields)
    if (auto it = changed.find(field.name); it != changed.end())
      dataset->augment.results.push_back(
          {field.name, use(current[field.name].node, it->second)});
}
