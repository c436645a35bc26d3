//===- Attention.cpp - Where a network looks, as pictures -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The weights come from a program of its own (see nn-show-attention), which is
// asked about one example, with the weights that were learned.
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Gatherer.h"
#include "Runtime/LoopPlace.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nnc::rt {

/// What a page has room for: places of a map, maps, heads of a layer.
constexpr int64_t mostPlaces = 64, mostMaps = 64, mostHeads = 16;
/// What all weights may take while they are looked at.
constexpr int64_t mostBytes = int64_t(256) << 20;

namespace {

/// The weights of one layer, `heads` times `rows` times `columns`.
struct Map {
  std::string path;
  int64_t heads = 1, rows = 0, columns = 0;
  const nn_tensor *tensor = nullptr;
  std::vector<double> weights;
};

/// A field of words or characters.
struct Text {
  const nn_tensor *tensor;
  int64_t length;
  std::vector<std::string> names; ///< Of its first places.
};

} // namespace

/// Behind the axes of loops come the batch, the heads, rows and columns.
static void split(const nn_tensor &tensor, const Shape &shape, const void *data,
                  std::vector<Map> &maps) {
  std::string path = tensor.path;
  auto stacked = size_t(std::count(path.begin(), path.end(), '*'));
  if (shape.size() < stacked + 3 || shape[stacked] != 1)
    fail("`", path, "` is no attention of one example");
  Map one;
  one.tensor = &tensor;
  one.columns = shape.back();
  one.rows = shape[shape.size() - 2];
  for (size_t axis = stacked + 1; axis + 2 < shape.size(); ++axis)
    one.heads *= shape[axis];
  int64_t each = one.heads * one.rows * one.columns;
  for (int64_t at = 0; at < countOf(shape); at += each) {
    one.weights = widen(tensor.dtype, data, at, each);
    one.path = placeOf(path, shape, at).path;
    maps.push_back(one);
  }
}

/// One head: a byte for each weight, 255 times the root of its share of the
/// largest: most weights are small, and are told apart that way.
static Json pictureOfHead(const Map &map, int64_t head) {
  int64_t height = std::min(map.rows, mostPlaces);
  int64_t width = std::min(map.columns, mostPlaces);
  std::vector<double> shown;
  double most = 0;
  for (int64_t i = 0; i < height; ++i)
    for (int64_t j = 0; j < width; ++j) {
      double weight =
          map.weights[size_t((head * map.rows + i) * map.columns + j)];
      shown.push_back(std::isfinite(weight) ? std::max(weight, 0.0) : 0);
      most = std::max(most, shown.back());
    }
  std::vector<unsigned char> bytes;
  for (double weight : shown)
    bytes.push_back(static_cast<unsigned char>(
        std::lround(most > 0 ? 255 * std::sqrt(weight / most) : 0)));
  Json picture = Json::object();
  picture.set("height", height).set("width", width).set("most", most);
  return picture.set("roots", base64(bytes));
}

/// The text along an axis: of the only field of words or characters that is as
/// long, by the name of the dim where that tells them apart. Else null.
static Json labelsAlong(const nn_axis &axis, int64_t size,
                        const std::vector<Text> &texts) {
  std::vector<const Text *> byName, bySize;
  for (const Text &text : texts) {
    if (text.length != size)
      continue;
    const char *name = text.tensor->axes[1].name;
    if (axis.name && name && std::strcmp(axis.name, name) == 0)
      byName.push_back(&text);
    bySize.push_back(&text);
  }
  const std::vector<const Text *> &found = byName.empty() ? bySize : byName;
  if (found.size() != 1)
    return {};
  Json names = Json::array();
  for (const std::string &name : found[0]->names)
    names.push(name);
  return names;
}

/// As many layers as there is room for, spread evenly.
static Json writeMaps(const std::vector<Map> &maps,
                      const std::vector<Text> &texts) {
  int64_t heads = 1;
  for (const Map &map : maps)
    heads = std::max(heads, std::min(map.heads, mostHeads));
  auto of = int64_t(maps.size()), count = std::min(of, mostMaps / heads);
  Json layers = Json::array();
  for (int64_t i = 0; i < count; ++i) {
    const Map &map =
        maps[size_t(count > 1 ? i * (of - 1) / (count - 1) : of - 1)];
    Json layer = Json::object(), pictures = Json::array();
    layer.set("path", map.path).set("of", map.heads);
    layer.set("rows", map.rows).set("columns", map.columns);
    const nn_axis *axes = map.tensor->axes;
    Json rows = labelsAlong(axes[map.tensor->rank - 2], map.rows, texts);
    Json columns = labelsAlong(axes[map.tensor->rank - 1], map.columns, texts);
    if (!rows.is(Json::Null))
      layer.set("row_labels", std::move(rows));
    if (!columns.is(Json::Null))
      layer.set("column_labels", std::move(columns));
    for (int64_t head = 0; head < std::min(map.heads, mostHeads); ++head)
      pictures.push(pictureOfHead(map, head));
    layers.push(layer.set("heads", std::move(pictures)));
  }
  return Json::object().set("of", of).set("layers", std::move(layers));
}

/// The weights of all layers for the batch, which is one example.
static std::vector<Map> ask(Instance &shown, const nn_entry &entry,
                            const std::vector<const void *> &inputs) {
  int64_t bytes = 0;
  for (int i = 0; i < entry.output_count; ++i)
    bytes += bytesOf(entry.outputs[i], shown.dims);
  if (bytes > mostBytes)
    fail("the weights of one example take ", bytes >> 20, " MiB");
  std::vector<Block> blocks;
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i) {
    blocks.emplace_back(bytesOf(entry.outputs[i], shown.dims));
    outputs.push_back(blocks.back().data());
  }
  shown.reserve(entry);
  nn_call call = shown.call();
  call.inputs = inputs.data();
  call.outputs = outputs.data();
  if (int32_t code = shown.run(entry, call))
    failCall(code, shown.status, cat("`", shown.model().name, "`"));
  std::vector<Map> maps;
  for (int i = 0; i < entry.output_count; ++i)
    split(entry.outputs[i], shapeOf(entry.outputs[i], shown.dims),
          outputs[size_t(i)], maps);
  return maps;
}

Json Gatherer::attention() {
  if (!answers || !options.attention || order.empty())
    return {};
  std::shared_ptr<Program> program = options.attention();
  int index = program ? 0 : -1;
  while (index >= 0 && std::strcmp((*program)->models[index].name,
                                   instance.model().name) != 0)
    index = index + 1 < (*program)->model_count ? index + 1 : -1;
  if (index < 0 || (*program)->models[index].infer.output_count == 0 ||
      (*program)->models[index].infer.input_count != infer.input_count)
    return {};
  try {
    Instance shown(*program, index, /*train=*/-1);
    loadWeights(shown, weightsOf(instance), /*exact=*/false,
                instance.program.path, [](const std::string &) {});
    Batch batch = load(0, 1);
    for (int i = 0; i < (*program)->dim_count; ++i)
      for (int k = 0; k < instance.program->dim_count; ++k)
        if (std::strcmp((*program)->dims[i].name,
                        instance.program->dims[k].name) == 0)
          shown.dims[size_t(i)] = instance.dims[size_t(k)];
    std::vector<Map> maps = ask(shown, shown.model().infer, modelInputs(batch));
    if (maps.empty()) // An example without places, or a loop without turns.
      return {};
    std::vector<Values> fields = fieldsOf(batch);
    std::vector<Text> texts;
    for (int k : from)
      if (Labels names = labels(fields[size_t(k)]);
          eval.inputs[k].rank == 2 && !names.names.empty()) {
        const std::vector<double> &all = fields[size_t(k)].all;
        Text text{&eval.inputs[k], int64_t(all.size()), {}};
        for (size_t i = 0; i < std::min(all.size(), size_t(mostPlaces)); ++i)
          text.names.push_back(names.name(int64_t(all[i])));
        texts.push_back(std::move(text));
      }
    Json result = writeMaps(maps, texts);
    return result.set("example", order[0]).set("inputs", inputsOf(fields));
  } catch (const Failure &failure) {
    return Json::object().set("missing", failure.what());
  }
}

} // namespace nnc::rt
