//===- Step.cpp - nnc-run step --------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One update as a textbook would print it. The numbers are those that the
// compiled program computes; nothing is calculated here.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Console.h"
#include "Runtime/Failure.h"

#include <cstdio>
#include <cstring>

namespace nnc::run {

using namespace rt;

namespace {

/// Rows and columns that are printed of a large array.
constexpr int64_t most = 8;

std::string numberText(const Array &array, int64_t position) {
  if (!isFloat(array.type))
    return elementText(array.type, array.bytes.data(), position);
  double value = 0;
  size_t size = elementSize(array.type);
  convert(array.type, array.bytes.data() + size_t(position) * size,
          Element::F64, &value, 1);
  char text[32];
  // A minus before a zero would only puzzle.
  std::snprintf(text, sizeof text, "%.6g", value == 0 ? 0 : value);
  return text;
}

/// The part of `array` from `axis` on, as nested brackets; below the outermost
/// axes, one line each.
void arrayText(const Array &array, size_t axis, int64_t offset,
               const std::string &indent, std::string &text) {
  if (axis == array.shape.size()) {
    text += numberText(array, offset);
    return;
  }
  int64_t stride = 1;
  for (size_t i = axis + 1; i < array.shape.size(); ++i)
    stride *= array.shape[i];
  bool isLast = axis + 1 == array.shape.size();
  text += "[";
  for (int64_t i = 0; i < array.shape[axis]; ++i) {
    if (i)
      text += isLast ? ", " : ",\n" + indent + std::string(axis + 1, ' ');
    if (i == most && array.shape[axis] > most) {
      text += "...";
      break;
    }
    arrayText(array, axis + 1, offset + i * stride, indent, text);
  }
  text += "]";
}

void print(const std::string &name, const Array &array) {
  std::string text = "  " + name + " =";
  // Matrices begin under their name.
  const std::string indent = "    ";
  text += array.shape.size() > 1 ? "\n" + indent : " ";
  arrayText(array, 0, 0, indent, text);
  std::puts(text.c_str());
}

/// Prints those values whose names begin with `kind`, what is left of a name
/// after `before` under a title.
void printValues(const std::vector<NamedArray> &values, const char *kind,
                 const char *title, const char *before) {
  bool first = true;
  for (const auto &[name, value] : values) {
    size_t length = std::strlen(kind);
    if (name.compare(0, length, kind) != 0)
      continue;
    if (first)
      std::printf("\n%s\n", title);
    first = false;
    print(before + name.substr(length), value);
  }
}

void printAll(const std::vector<NamedArray> &values, const char *title) {
  if (!values.empty())
    std::printf("\n%s\n", title);
  for (const auto &[name, value] : values)
    print(name, value);
}

} // namespace

int runStep(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  DataStore store(program, placesFor(arguments));
  Console console(/*watch=*/false);
  for (int index : loaded.sections(arguments)) {
    TrainOptions options;
    options.batch = arguments.examples ? arguments.examples : arguments.batch;
    options.seed = arguments.seed;
    options.parallel = loaded.parallel();
    ShownStep step = showStep(program, index, store, options, console);
    std::printf("%s: one step on %lld example%s\n", program->trains[index].name,
                static_cast<long long>(step.examples),
                step.examples == 1 ? "" : "s");
    printAll(step.inputs, "Inputs");
    printAll(step.before, "Parameters and states before");
    printValues(step.values, "value ", "Forward, in order of evaluation", "");
    printValues(step.values, "derivative ",
                "Backward: the loss's derivative by each value", "d loss / d ");
    printValues(step.values, "gradient ", "and by each parameter",
                "d loss / d ");
    printValues(step.values, "taken ",
                "What the optimizer is given, after clipping or decay", "");
    printAll(step.metrics, "The step reports");
    printAll(step.after, "Parameters and states after");
  }
  return Done;
}

} // namespace nnc::run
