//===- Start.cpp - What a training section starts from ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;

/// `rename = [("dense.", "fc1.")]`: what paths of the file start with, and what
/// they start with here.
void Elaborator::readRenames(const Expr *expr, typed::Train &train,
                             Frame &frame) {
  Value list = eval(expr, frame);
  if (list.isUnknown())
    return;
  bool fits = list.kind == Value::List || list.kind == Value::Tuple;
  for (const Value &pair : list.items) {
    fits &= pair.kind == Value::Tuple && pair.items.size() == 2 &&
            pair.items[0].kind == Value::Str &&
            pair.items[1].kind == Value::Str && !pair.items[0].text.empty();
    if (!fits)
      break;
    train.renames.push_back(pair.items[0].text);
    train.renames.push_back(pair.items[1].text);
  }
  if (!fits)
    error("E0205", expr->range, "`rename` is a list of pairs of texts", frame)
        .label("what paths of the file start with, and what they shall")
        .help("`rename = [(\"dense.\", \"fc1.\")]`");
}

void Elaborator::readStart(const Expr *expr, typed::Train &train,
                           Frame &frame) {
  if (auto *section = dyn_cast<NameExpr>(expr)) {
    if (llvm::none_of(program->trains, [&](const auto &earlier) {
          return earlier->name == section->name;
        }))
      error("E0203", expr->range,
            "there is no earlier section `" + section->name + "`", frame);
    train.startFrom = section->name.str();
    return;
  }
  auto *call = dyn_cast<CallExpr>(expr);
  auto *callee = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
  const Expr *file = nullptr, *renames = nullptr;
  bool fits = callee && callee->name == "safetensors";
  for (size_t i = 0; fits && i < call->args.size(); ++i) {
    const nnc::Argument &argument = call->args[i];
    if (!argument.name && i == 0)
      file = argument.value;
    else if (argument.name.name == "rename" && !renames)
      renames = argument.value;
    else
      fits = false;
  }
  auto *path = file ? dyn_cast<StringExpr>(file) : nullptr;
  if (!fits || !path || path->value.empty()) {
    error("E0205", expr->range,
          "`start_from` is an earlier section or `safetensors(\"...\")`", frame)
        .help("`start_from = safetensors(\"weights.safetensors\", rename = "
              "[(\"dense.\", \"fc1.\")])`");
    return;
  }
  train.startFrom = path->value.str();
  if (renames)
    readRenames(renames, train, frame);
}
