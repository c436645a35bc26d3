//===- Filters.cpp - Weights and decisions as pictures --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Answers.h"

#include <algorithm>
#include <cmath>

namespace nnc::rt {

/// As many as fit on a page.
constexpr int64_t mostFilters = 48;

Json firstFilters(const Instance &instance, const PictureForm &form) {
  for (const TensorRef &ref : instance.tensors()) {
    const nn_tensor &tensor = *ref.tensor;
    if (ref.train >= 0 || tensor.role != NN_PARAMETER ||
        tensor.stack_index >= 0 || !isFloat(Element(tensor.dtype)))
      continue;
    Shape shape = shapeOf(tensor, instance.dims);
    bool convolves = shape.size() == 4 && shape[1] == form.channels &&
                     shape[2] >= 2 && shape[3] >= 2;
    bool isDense = shape.size() == 2 && shape[1] == form.pixels();
    if (!convolves && !isDense)
      continue;
    PictureForm each = form;
    if (convolves)
      each = {shape[2], shape[3], form.channels, true};
    Array array = instance.read(ref);
    int64_t shown = std::min(shape[0], mostFilters);
    std::vector<double> values =
        widen(tensor.dtype, array.bytes.data(), 0, shown * each.pixels());
    Json pictures = Json::array();
    for (int64_t i = 0; i < shown; ++i)
      pictures.push(pictureOf(each, &values[size_t(i * each.pixels())], true));
    Json filters = Json::object();
    filters.set("tensor", tensor.path).set("of", shape[0]);
    return filters.set("pictures", std::move(pictures));
  }
  return {};
}

Json decisionPlane(const std::vector<double> &points,
                   const std::vector<double> &targets,
                   const Comparison &comparison, const Infer &infer) {
  constexpr int64_t side = 64;
  double low[2] = {HUGE_VAL, HUGE_VAL}, high[2] = {-HUGE_VAL, -HUGE_VAL};
  for (size_t i = 0; i < points.size(); ++i) {
    if (!std::isfinite(points[i]))
      return {};
    low[i % 2] = std::min(low[i % 2], points[i]);
    high[i % 2] = std::max(high[i % 2], points[i]);
  }
  if (points.empty())
    return {};
  for (int k = 0; k < 2; ++k) {
    double margin = high[k] > low[k] ? 0.15 * (high[k] - low[k]) : 1;
    low[k] -= margin;
    high[k] += margin;
  }
  std::vector<double> grid;
  for (int64_t i = 0; i < side * side; ++i) // Rows from the top down.
    for (int64_t k = 0; k < 2; ++k) {
      int64_t cell = k == 0 ? i % side : side - 1 - i / side;
      grid.push_back(low[k] +
                     (high[k] - low[k]) * (double(cell) + 0.5) / double(side));
    }
  std::vector<double> answers = infer(grid);
  if (answers.size() != grid.size() / 2)
    return {};
  Json plane = Json::object();
  for (int k = 0; k < 2; ++k)
    plane.set(k == 0 ? "x" : "y", Json::array().push(low[k]).push(high[k]));
  plane.set("side", side);
  double least, most;
  if (comparison.task == Task::Classes) {
    // The page has ten colours for classes, one after the other.
    std::vector<unsigned char> classes;
    for (double answer : answers)
      classes.push_back(static_cast<unsigned char>(int64_t(answer) % 250));
    plane.set("classes", base64(classes));
  } else {
    std::vector<unsigned char> bytes = quantized(answers, least, most);
    plane.set("least", least).set("most", most);
    plane.set("values", base64(bytes));
    if (comparison.task == Task::Binary)
      plane.set("threshold", comparison.threshold);
  }
  Json data = Json::array();
  size_t count = points.size() / 2, shown = std::min<size_t>(count, 500);
  for (size_t i = 0; i < shown; ++i) {
    size_t at = i * count / shown;
    Json point = Json::array().push(points[2 * at]).push(points[2 * at + 1]);
    data.push(point.push(at < targets.size() ? Json(targets[at]) : Json()));
  }
  return plane.set("points", std::move(data)).set("of", int64_t(count));
}

} // namespace nnc::rt
