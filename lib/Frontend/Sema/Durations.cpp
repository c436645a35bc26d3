//===- Durations.cpp - lengths of training --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A duration is so many steps, epochs and examples (rule 62). How many steps
// that is, only the run knows: in a schedule it is a number on scalars, a key
// of a section hands it over as it is.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

/// A duration as a number of steps (rule 62), which remembers what it was.
Value Elaborator::inSteps(const Value &value, SMRange range, Frame &frame) {
  if (value.kind != Value::Duration)
    return value;
  const Duration &duration = value.duration;
  double examples = duration.examples / double(examplesPerStep);
  examples = std::copysign(std::ceil(std::fabs(examples)), examples);
  Value steps = Value::number(duration.steps + examples);
  if (duration.epochs) {
    Value epoch =
        toNum(scalarLeaf("steps_per_epoch", Value::Int, range), range);
    epoch = scalarBinary(BinaryOp::Mul, Value::number(duration.epochs), epoch,
                         range, frame);
    steps = *steps.num ? scalarBinary(BinaryOp::Add, epoch, steps, range, frame)
                       : epoch;
  }
  steps.isSteps = true;
  steps.duration = duration;
  return steps;
}

/// A number stands where a duration is wanted.
Value Elaborator::lacksUnit(SMRange range, Frame &frame) {
  std::string text = source(range);
  error("E0502", range, text + " what?", frame)
      .label("expected a duration")
      .help("`" + text + "steps` or `" + text + "epochs`");
  if (llvm::all_of(text, llvm::isDigit) && lastError)
    lastError->insertAfter(range, unitNear(range));
  return Value();
}

/// Two durations; none where `op` is not for them.
std::optional<Value> Elaborator::durationBinary(BinaryOp op, const Value &a,
                                                const Value &b, SMRange range,
                                                SMRange aRange, SMRange bRange,
                                                Frame &frame) {
  auto isTime = [](const Value &v) {
    return v.kind == Value::Duration || v.isSteps;
  };
  bool isSum = op == BinaryOp::Add || op == BinaryOp::Sub;
  bool fits = isSum || isComparison(op) || op == BinaryOp::Div;
  const Value &other = isTime(a) ? b : a;
  bool isNumber = other.kind == Value::Int || other.kind == Value::Num;
  if (isNumber && !isTime(other) &&
      (a.kind == Value::Duration || b.kind == Value::Duration)) {
    // Inside of functions a duration is a number of steps.
    if (frame.kind == Frame::Fn) {
      Value x = inSteps(a, aRange, frame), y = inSteps(b, bRange, frame);
      x.isSteps = y.isSteps = false;
      return scalarBinary(op, x, y, range, frame);
    }
    if (fits)
      return lacksUnit(isTime(a) ? bRange : aRange, frame);
  }
  if (!fits || !isTime(a) || !isTime(b))
    return std::nullopt;
  const Duration &x = a.duration, &y = b.duration;
  bool literal = a.kind == Value::Duration && b.kind == Value::Duration;
  if (isSum) {
    Duration sum = x;
    sum.add(y, op == BinaryOp::Add ? 1 : -1);
    Value result = literal
                       ? a
                       : scalarBinary(op, inSteps(a, range, frame),
                                      inSteps(b, range, frame), range, frame);
    result.dependOn(b);
    result.isSteps = !literal;
    result.duration = sum;
    return result;
  }
  // Of one unit, the answer is the same in every run.
  for (double Duration::*unit :
       {&Duration::steps, &Duration::epochs, &Duration::examples}) {
    Duration rest = x, other = y;
    rest.*unit = other.*unit = 0;
    if (!literal || rest.isGiven() || other.isGiven())
      continue;
    Value p = Value::number(x.*unit), q = Value::number(y.*unit);
    p.fixBy(a);
    q.fixBy(b);
    return scalarBinary(op, p, q, range, frame);
  }
  return scalarBinary(op, inSteps(a, range, frame), inSteps(b, range, frame),
                      range, frame);
}

/// The duration `value` as that of `key`; none after an error.
std::optional<Duration> Elaborator::durationOf(const Value &value,
                                               SMRange range, StringRef key,
                                               Frame &frame) {
  if (value.isUnknown())
    return std::nullopt;
  if (value.duration.isUnknown()) {
    error("E0502", range, "`" + key + "` is a duration that is known before",
          frame)
        .label("only the run knows which one this is");
  } else if (value.kind == Value::Duration || value.isSteps) {
    // Whether a difference of units is positive, the run finds out.
    if (value.duration.mayBePositive())
      return value.duration;
    error("E0502", range, "`" + key + "` takes no time", frame)
        .label("expected at least `1steps`");
  } else if (value.kind == Value::Int || value.kind == Value::Num) {
    lacksUnit(range, frame);
  } else {
    error("E0205", range, "`" + key + "` is a duration", frame)
        .label("found " + describe(value));
  }
  return std::nullopt;
}

std::optional<Duration> Elaborator::readDuration(const Expr *expr,
                                                 StringRef key, Frame &frame) {
  return durationOf(eval(expr, frame), expr->range, key, frame);
}
