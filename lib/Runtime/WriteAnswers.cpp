//===- WriteAnswers.cpp - What a trained network answers, as JSON ---------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Gatherer.h"

#include <algorithm>
#include <cmath>

namespace nnc::rt {

/// What a page has room for.
constexpr size_t mostWorst = 12, mostNumbers = 32, mostTokens = 200;

Totals Gatherer::totals() const {
  Totals all;
  all.values.resize(size_t(eval.value_count));
  for (const Seen &one : seen) {
    if (one.values.empty())
      continue;
    ++all.count;
    all.loss += one.loss;
    for (size_t i = 0; i < all.values.size(); ++i)
      all.values[i] += one.values[i];
    all.right += one.compared.right;
    all.crossEntropy += one.compared.crossEntropy;
    all.squared += one.compared.squared;
    all.absolute += one.compared.absolute;
  }
  return all;
}

/// The program's value that the answers explain: an accuracy, or a usual loss.
/// Where none does, the section may use the model in another way.
Json Gatherer::agreement(const Totals &all) const {
  for (double each : {all.right, all.crossEntropy, all.squared, all.absolute})
    for (size_t i = 0; i < all.values.size() && all.count > 0; ++i)
      if (std::fabs(each - all.values[i]) <=
          1e-3 * std::max(std::fabs(each), 1e-3 * double(all.count)))
        return eval.values[i];
  return {};
}

/// What the program's loss is of these answers, or null where it is not seen.
Json Gatherer::lossMeasure(const Totals &all) {
  auto same = [&](double sum) {
    return std::fabs(sum - all.loss) <= 1e-3 * std::fabs(sum);
  };
  return same(all.crossEntropy) ? Json("cross entropy")
         : same(all.squared)    ? Json("squared error")
                                : Json();
}

Json Gatherer::inputsOf(const std::vector<Values> &fields) const {
  Json inputs = Json::array();
  for (size_t k = 0; k < fields.size(); ++k) {
    const Values &field = fields[k];
    bool isTarget =
        answers && std::find(from.begin(), from.end(), int(k)) == from.end();
    if (isTarget)
      continue;
    Json input = Json::object();
    input.set("name", field.name);
    Labels names = labels(field);
    if (int(k) == pictureField) {
      input.set("picture", pictureOf(*form, field.all.data()));
    } else if (!names.names.empty()) {
      std::vector<int64_t> tokens(field.all.begin(), field.all.end());
      tokens.resize(std::min(tokens.size(), mostTokens));
      input.set("text", names.text(tokens));
    } else {
      Json numbers = Json::array();
      for (size_t i = 0; i < std::min(field.all.size(), mostNumbers); ++i)
        numbers.push(field.all[i]);
      input.set("values", std::move(numbers));
      input.set("of", int64_t(field.all.size()));
    }
    inputs.push(std::move(input));
  }
  return inputs;
}

static Json numbersOf(const std::vector<double> &values) {
  Json numbers = Json::array();
  for (size_t i = 0; i < std::min<size_t>(values.size(), 8); ++i)
    numbers.push(values[i]);
  return numbers;
}

Json Gatherer::worst() {
  // What has no finite loss comes first.
  std::vector<std::pair<double, size_t>> ranks;
  for (size_t i = 0; i < seen.size(); ++i)
    if (!seen[i].values.empty())
      ranks.emplace_back(
          std::isfinite(seen[i].loss) ? -seen[i].loss : -HUGE_VAL, i);
  std::sort(ranks.begin(), ranks.end());
  ranks.resize(std::min(ranks.size(), mostWorst));
  Json list = Json::array();
  for (auto [negative, i] : ranks) {
    Batch batch = load(int64_t(i), 1);
    std::vector<Values> fields = fieldsOf(batch);
    Json one = Json::object();
    one.set("example", seen[i].number).set("loss", seen[i].loss);
    one.set("inputs", inputsOf(fields));
    const Compared &compared = seen[i].compared;
    std::vector<Values> outputs;
    if (answers)
      outputs = answer(modelInputs(batch), 1);
    if (comparison.task == Task::Numbers) {
      int target = targetFields[size_t(comparison.target)];
      one.set("truth", numbersOf(fields[size_t(target)].all));
      one.set("answer", numbersOf(outputs[size_t(comparison.output)].all));
    } else if (comparison.task != Task::None) {
      auto cut = [](std::vector<int64_t> all) {
        all.resize(std::min(all.size(), mostTokens));
        return all;
      };
      one.set("truth", targetLabels.text(cut(compared.truths)));
      one.set("answer", targetLabels.text(cut(compared.answers)));
      one.set("places", int64_t(compared.truths.size()));
      one.set("right", compared.right);
      if (compared.shares.size() == 1)
        one.set("share", compared.shares[0]);
    } else if (form) {
      for (const Values &output : outputs)
        if (output.each() == form->pixels() && !one.find("output"))
          one.set("output",
                  Json::object()
                      .set("name", output.name)
                      .set("picture", pictureOf(*form, output.all.data())));
    }
    list.push(std::move(one));
  }
  return list;
}

Json Gatherer::plane() {
  // Two numbers: one input of two, or two of one.
  bool isPlane = comparison.task != Task::None && from.size() <= 2 &&
                 points.size() == 2 * seen.size() && !samples.empty();
  for (int field : from)
    isPlane = isPlane && isFloat(Element(eval.inputs[field].dtype)) &&
              samples[0][size_t(field)].each() == int64_t(2 / from.size());
  if (!isPlane)
    return {};
  auto ask = [&](const std::vector<double> &grid) {
    std::vector<double> said;
    for (size_t at = 0; at < grid.size() / 2;) {
      auto size = int64_t(
          std::min<size_t>(size_t(options.batch), grid.size() / 2 - at));
      // Dims as a batch of that size has them.
      Batch shape;
      shape.size = size;
      for (int i = 0; i < instance.program->dim_count; ++i)
        shape.dims.push_back(instance.program->dims[i].minimum);
      preparer.bindDims(shape, instance.dims);
      bindModel();
      std::vector<Array> arrays;
      for (size_t k = 0; k < from.size(); ++k) {
        auto each = int64_t(2 / from.size());
        std::vector<double> values;
        for (int64_t i = 0; i < size * each; ++i)
          values.push_back(from.size() == 1 ? grid[2 * at + size_t(i)]
                                            : grid[2 * (at + size_t(i)) + k]);
        Element type = Element(eval.inputs[from[k]].dtype);
        arrays.emplace_back(type, Shape{size * each});
        convert(Element::F64, values.data(), type, arrays.back().bytes.data(),
                size * each);
      }
      std::vector<const void *> inputs;
      for (const Array &array : arrays)
        inputs.push_back(array.bytes.data());
      std::vector<Values> outputs = answer(inputs, size);
      const Values &output = outputs[size_t(comparison.output)];
      for (int64_t i = 0; i < size; ++i) {
        const double *row = &output.all[size_t(i * output.each())];
        said.push_back(
            comparison.task == Task::Classes
                ? double(std::max_element(row, row + output.each()) - row)
                : row[0]);
      }
      at += size_t(size);
    }
    return said;
  };
  Json plane = decisionPlane(points, pointTargets, comparison, ask);
  if (plane.is(Json::Null))
    return plane;
  Json names = Json::array();
  for (int field : from)
    for (size_t i = 0; i < 2 / from.size(); ++i)
      names.push(from.size() == 2
                     ? Json(eval.inputs[field].path)
                     : Json(cat(eval.inputs[field].path, "[", i, "]")));
  plane.set("names", std::move(names));
  Json classes = Json::array();
  for (int64_t i = 0; i < comparison.classes; ++i)
    classes.push(targetLabels.name(i));
  return plane.set("labels", std::move(classes));
}

Json Gatherer::scatter() const {
  Json points = Json::array();
  for (const auto &[truth, answer] : scattered)
    points.push(Json::array().push(truth).push(answer));
  return points;
}

} // namespace nnc::rt
