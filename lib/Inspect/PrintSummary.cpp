//===- PrintSummary.cpp - Summaries as text and as JSON -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Summary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

#include <array>

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

/// `61,728`
static std::string grouped(int64_t number) {
  std::string text = std::to_string(number);
  for (int at = int(text.size()) - 3; at > (number < 0); at -= 3)
    text.insert(at, ",");
  return text;
}

/// `150`, `12 (+12)` with states, `(+12)`.
static std::string counts(int64_t parameters, int64_t states) {
  std::string text = parameters ? grouped(parameters) : "";
  if (states)
    text += (text.empty() ? "(+" : " (+") + grouped(states) + ")";
  return text;
}

/// With three decimals, or three digits where that would show none.
static std::string decimals(double number) {
  std::string text;
  const char *form = number == 0 || number >= 0.001 ? "%.3f" : "%.3g";
  llvm::raw_string_ostream(text) << llvm::format(form, number);
  return text;
}

static std::string millions(double number) { return decimals(number / 1e6); }

/// In millions; with dims by name where they have no value: `0.098 * time`.
static std::string megaFlops(const DimExpr &flops) {
  if (std::optional<int64_t> number = flops.constant())
    return *number ? millions(double(*number)) : "";
  std::string text;
  for (const auto &[monomial, coefficient] : flops.getTerms())
    text += (text.empty() ? "" : " + ") + millions(double(coefficient)) +
            (monomial.empty() ? "" : " * " + llvm::join(monomial, " * "));
  return text;
}

static std::string resultsText(llvm::ArrayRef<Call::Result> results,
                               const DimValues &dims) {
  auto texts = llvm::map_range(results, [&](const Call::Result &result) {
    std::string name = result.name.empty() ? "" : result.name + " ";
    return name + shapeText(result.type, dims);
  });
  return llvm::join(texts, ", ");
}

/// `image f32[batch, 1, 28, 28], ...`
static std::string valuesText(llvm::ArrayRef<Call::Result> values,
                              const DimValues &dims) {
  auto texts = llvm::map_range(values, [&](const Call::Result &value) {
    std::string shape = shapeText(value.type, dims);
    bool isFloating = isFloat(value.type.element);
    if (isFloating && value.type.axes.empty())
      shape = "";
    return value.name + " " +
           (isFloating ? spelling(value.type.element).str() : "") + shape;
  });
  return llvm::join(texts, ", ");
}

static std::vector<Call::Result> inputsOf(const Model &model) {
  std::vector<Call::Result> inputs;
  for (const Node *input : model.infer.inputs)
    inputs.push_back({input->text, input->type});
  return inputs;
}

static std::vector<Call::Result> outputsOf(const Model &model) {
  std::vector<Call::Result> outputs;
  for (const Function::Result &result : model.infer.results)
    outputs.push_back({result.name, result.value->type});
  return outputs;
}

static std::string nameColumn(const SummaryRow &row) {
  std::string text(size_t(2) * row.level, ' ');
  text += row.name;
  for (int64_t count : row.stack)
    text += (text.empty() || text.back() == ' ' ? "x" : " x") +
            std::to_string(count);
  return text;
}

static void printTable(llvm::raw_ostream &os, const ModelSummary &summary,
                       const SummaryOptions &options) {
  using Line = std::array<std::string, 5>;
  std::vector<Line> lines;
  lines.push_back({"name", "layer", "output", "params",
                   summary.isPerExample ? "MFLOP/example" : "MFLOP"});
  for (const SummaryRow &row : summary.rows)
    lines.push_back(
        {nameColumn(row), row.what, resultsText(row.results, options.dims),
         row.isShared ? "(shared)" : counts(row.parameters, row.states),
         megaFlops(row.flops)});
  size_t widths[5] = {};
  for (const Line &line : lines)
    for (size_t i = 0; i < 5; ++i)
      widths[i] = std::max(widths[i], line[i].size());
  for (const Line &line : lines) {
    std::string text;
    for (size_t i = 0; i < 5; ++i) {
      // Words to the left, numbers to the right.
      std::string space(widths[i] - line[i].size(), ' ');
      text += (i ? "  " : "") + (i < 3 ? line[i] + space : space + line[i]);
    }
    os << StringRef(text).rtrim() << '\n';
  }
}

static void printModel(llvm::raw_ostream &os, const ModelSummary &summary,
                       const SummaryOptions &options) {
  const Model &model = *summary.model;
  os << model.name << "   " << valuesText(inputsOf(model), options.dims)
     << " -> " << valuesText(outputsOf(model), options.dims) << '\n';
  printTable(os, summary, options);
  os << "total   " << grouped(summary.parameters) << " trainable, "
     << grouped(summary.states) << " state, "
     << decimals(double(summary.bytes) / (1 << 20)) << " MiB; ";
  std::string flops = megaFlops(summary.flops);
  os << (flops.empty() ? "0" : flops) << " MFLOP"
     << (summary.isPerExample ? "/example" : "");
  os << " (matrix and convolution only)\n";
  for (const auto &[name, size] : summary.assumed)
    os << "        with " << name << " = " << size << ", its most\n";
}

void nnc::printSummary(llvm::raw_ostream &os, const Program &program,
                       const SummaryOptions &options) {
  for (const auto &model : program.models) {
    if (model != program.models.front())
      os << '\n';
    printModel(os, summarize(program, *model, options), options);
  }
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

namespace {

class JsonSummary {
public:
  JsonSummary(llvm::raw_ostream &os, const SummaryOptions &options)
      : json(os, 2), options(options) {}

  void print(const Program &program) {
    json.object([&] {
      json.attributeArray("models", [&] {
        for (const auto &model : program.models)
          print(summarize(program, *model, options));
      });
    });
  }

private:
  void print(const ModelSummary &summary) {
    json.object([&] {
      json.attribute("model", summary.model->name);
      values("inputs", inputsOf(*summary.model));
      values("outputs", outputsOf(*summary.model));
      json.attributeArray("layers", [&] {
        for (const SummaryRow &row : summary.rows)
          print(row);
      });
      json.attribute("parameters", summary.parameters);
      json.attribute("states", summary.states);
      json.attribute("bytes", summary.bytes);
      flops(summary.flops);
      json.attribute("flops_per", summary.isPerExample ? "example" : "call");
      json.attributeObject("assumed", [&] {
        for (const auto &[name, size] : summary.assumed)
          json.attribute(name, size);
      });
    });
  }

  void print(const SummaryRow &row) {
    json.object([&] {
      json.attribute("path", row.path);
      json.attribute("layer", row.what);
      json.attribute("level", row.level);
      values("outputs", row.results);
      if (!row.stack.empty())
        json.attributeArray("repeats", [&] {
          for (int64_t count : row.stack)
            json.value(count);
        });
      json.attribute("parameters", row.parameters);
      json.attribute("states", row.states);
      flops(row.flops);
      if (row.isShared)
        json.attribute("shared", true);
    });
  }

  /// A number, or a formula of dims.
  void flops(const DimExpr &flops) {
    if (std::optional<int64_t> number = flops.constant())
      json.attribute("flops", *number);
    else
      json.attribute("flops", flops.str());
  }

  void values(StringRef key, llvm::ArrayRef<Call::Result> values) {
    json.attributeArray(key, [&] {
      for (const Call::Result &value : values)
        json.object([&] {
          json.attribute("name", value.name);
          json.attribute("type", spelling(value.type.element));
          json.attributeArray("shape", [&] {
            for (const Axis &axis : value.type.axes)
              size(substitute(axis.size, options.dims));
          });
        });
    });
  }

  void size(const DimExpr &size) {
    if (std::optional<int64_t> number = size.constant())
      json.value(*number);
    else
      json.value(size.str());
  }

  llvm::json::OStream json;
  const SummaryOptions &options;
};

} // namespace

void nnc::printSummaryAsJson(llvm::raw_ostream &os, const Program &program,
                             const SummaryOptions &options) {
  JsonSummary(os, options).print(program);
  os << '\n';
}
