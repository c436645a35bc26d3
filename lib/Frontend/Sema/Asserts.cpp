//===- Asserts.cpp - facts, known or checked by each call -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;

void Elaborator::evalAssert(const AssertStmt &stmt, Frame &frame) {
  Value value = eval(stmt.condition, frame);
  if (value.isUnknown())
    return;
  std::string message = stmt.message
                            ? stmt.message->value.str()
                            : std::string("this assertion does not hold");
  if (value.kind == Value::Bool && value.flag) {
    // The fact must keep holding: what it is about is fixed with the program.
    markStructural(value);
    if (!*value.flag && holdsWhere.empty()) {
      error("E0202", stmt.condition->range, message, frame)
          .label("this is false");
      return;
    }
    if (*value.flag)
      return;
  }
  bool isTensor = value.isTensor() && value.type.element == Element::Bool;
  if (value.kind != Value::Bool && !isTensor) {
    error("E0402", stmt.condition->range,
          "`assert` needs one true or false, found " + describe(value), frame);
    return;
  }
  if (isTensor && value.type.rank() && !frame.elementwise) {
    error("E0402", stmt.condition->range,
          "`assert` needs one true or false, found " + describe(value), frame)
        .label("one answer per element")
        .help("`assert all(" + source(stmt.condition->range) + ")`");
    return;
  }
  if (!build || build->initialises) {
    error("E0205", stmt.range,
          "an `assert` that is decided at run time stands where no call "
          "checks it",
          frame);
    return;
  }
  if (!stmt.message)
    message = "`assert " + source(stmt.condition->range) + "` does not hold";
  // Under a condition that is decided at run time: the condition implies it.
  for (const Value &condition : holdsWhere) {
    Value no = unaryOp(Op::Not, condition, stmt.range, frame);
    value = binary(BinaryOp::Or, no, value, stmt.range, stmt.range, stmt.range,
                   frame);
  }
  if (value.kind == Value::Bool)
    value = splat(value, Type::tensor(Element::Bool), stmt.range, frame);
  if (value.isTensor())
    emitAssert(use(value.node, stmt.range), message, stmt.range, frame.path);
}

/// An iteration of a loop hands its answer out, and all are looked at behind
/// the loop (endLoop).
void Elaborator::emitAssert(Node *condition, const std::string &message,
                            SMRange range, llvm::StringRef path) {
  if (build->loop) {
    build->asserts.push_back({condition, message, range, path.str()});
    return;
  }
  emit(Op::Assert, Type(), {condition}, range, path)->text = message;
}
