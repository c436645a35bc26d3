//===- Gradient.cpp - derivatives as values -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;

/// The derivative of a scalar with respect to any value or parameter (rule 72).
Value Elaborator::builtinGradient(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  const Value &y = call.values[0];
  if (y.type.rank() || !isFloat(y.type.element)) {
    Diagnostic &diag = error("E0205", call.rangeOf(0),
                             "`gradient` is of one real number", call.frame);
    diag.label("found " + y.type.str());
    if (y.type.rank())
      diag.help("take its `sum` or `mean`");
    return Value();
  }
  Value x = argValue(*call.args[1], call.frame);
  if (x.isUnknown())
    return x;
  if (!x.isTensor() || !x.node || !isFloat(x.type.element)) {
    error("E0205", call.rangeOf(1),
          "`gradient` is with respect to a tensor of reals", call.frame)
        .label("found " + describe(x));
    return Value();
  }
  if (call.frame.elementwise) {
    error("E0205", call.range,
          "`gradient` looks beyond one element, in an elementwise function",
          call.frame)
        .help("give the inputs shapes: `x: float[..]`");
    return Value();
  }
  for (const FunctionBuild *body = build; body->outer; body = body->outer) {
    body->loop->mustWriteOut = true;
    if (body->loop->isScan) {
      unbuilt("`gradient` in a `scan`", call.range, call.frame);
      return Value();
    }
  }
  Node *gradient =
      emit(Op::Gradient, Type(), {y.node}, call.range, call.frame.path);
  if (x.node->op == Op::Read)
    gradient->names = {x.node->text};
  else
    gradient->operands.push_back(use(x.node, call.range));
  Value result =
      tensor(Op::GradientResult, x.type, {gradient}, call.range, call.frame);
  result.node->ints = {0};
  return result;
}
