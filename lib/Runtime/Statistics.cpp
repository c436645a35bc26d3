//===- Statistics.cpp - What each layer does, now and then ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Statistics.h"
#include "Runtime/LoopPlace.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <tuple>

namespace nnc::rt {

int64_t statisticsInterval(int64_t totalSteps) {
  // As many points as a curve needs, and no more than one can show.
  const int64_t usual = 50, fewest = 40, most = 1000;
  if (totalSteps < fewest)
    return 0;
  auto intervalFor = [&](int64_t points) {
    return (totalSteps + points - 1) / points;
  };
  return std::clamp(usual, intervalFor(most), intervalFor(fewest));
}

//===----------------------------------------------------------------------===//
// Lines
//===----------------------------------------------------------------------===//

static void setIf(Json &object, const char *key, std::optional<double> value) {
  if (value)
    object.set(key, *value);
}

Json StatisticsRow::json() const {
  Json line = Json::object();
  line.set("step", step).set("epoch", epoch);
  setIf(line, "loss", loss);
  setIf(line, "gradient_norm", gradientNorm);
  setIf(line, "learning_rate", learningRate);
  Json list = Json::array();
  int64_t depth = 0;
  for (const LayerStatistics &layer : layers) {
    Json item = Json::object();
    item.set("path", layer.path).set("depth", depth++);
    item.set("mean", layer.mean).set("spread", layer.spread);
    setIf(item, "dead", layer.dead);
    setIf(item, "saturated", layer.saturated);
    if (layer.alike)
      item.set("alike", *layer.alike);
    setIf(item, "gradient", layer.gradient);
    list.push(std::move(item));
  }
  line.set("layers", std::move(list));
  list = Json::array();
  for (const ParameterStatistics &parameter : parameters) {
    Json item = Json::object();
    item.set("name", parameter.name);
    setIf(item, "norm", parameter.norm);
    setIf(item, "gradient", parameter.gradient);
    setIf(item, "update", parameter.update);
    list.push(std::move(item));
  }
  line.set("parameters", std::move(list));
  list = Json::array();
  for (const InputStatistics &input : inputs) {
    Json item = Json::object();
    item.set("name", input.name);
    item.set("mean", input.mean).set("spread", input.spread);
    item.set("least", input.least).set("most", input.most);
    list.push(std::move(item));
  }
  line.set("inputs", std::move(list));
  return line;
}

/// A number that JSON could not write comes back as NaN.
static std::optional<double> numberIn(const Json &object, const char *key) {
  const Json *value = object.find(key);
  if (!value)
    return std::nullopt;
  return value->is(Json::Null) ? std::nan("") : value->asNumber();
}

static const std::vector<Json> &itemsIn(const Json &object, const char *key) {
  static const std::vector<Json> none;
  const Json *value = object.find(key);
  return value ? value->items : none;
}

static std::string textIn(const Json &object, const char *key) {
  const Json *value = object.find(key);
  return value ? value->text : "";
}

StatisticsRow StatisticsRow::parse(const Json &line) {
  StatisticsRow row;
  row.step = int64_t(numberIn(line, "step").value_or(0));
  row.epoch = int64_t(numberIn(line, "epoch").value_or(0));
  row.loss = numberIn(line, "loss");
  row.gradientNorm = numberIn(line, "gradient_norm");
  row.learningRate = numberIn(line, "learning_rate");
  for (const Json &item : itemsIn(line, "layers")) {
    LayerStatistics layer;
    layer.path = textIn(item, "path");
    layer.mean = numberIn(item, "mean").value_or(0);
    layer.spread = numberIn(item, "spread").value_or(0);
    layer.dead = numberIn(item, "dead");
    layer.saturated = numberIn(item, "saturated");
    layer.gradient = numberIn(item, "gradient");
    if (const Json *alike = item.find("alike"))
      layer.alike = alike->integer != 0;
    row.layers.push_back(std::move(layer));
  }
  for (const Json &item : itemsIn(line, "parameters"))
    row.parameters.push_back({textIn(item, "name"), numberIn(item, "norm"),
                              numberIn(item, "gradient"),
                              numberIn(item, "update")});
  for (const Json &item : itemsIn(line, "inputs"))
    row.inputs.push_back({textIn(item, "name"),
                          numberIn(item, "mean").value_or(0),
                          numberIn(item, "spread").value_or(0),
                          numberIn(item, "least").value_or(0),
                          numberIn(item, "most").value_or(0)});
  return row;
}

//===----------------------------------------------------------------------===//
// From results
//===----------------------------------------------------------------------===//

namespace {

/// One number, of one iteration of the loops that its path is in.
struct Number {
  std::string loop, path, kind;
  std::vector<int64_t> iterations;
  double value;
};

} // namespace

static void spell(const NamedNumbers &numbers, std::vector<Number> &all) {
  size_t hash = numbers.name.rfind('#');
  std::string path = numbers.name.substr(0, hash);
  std::string kind = numbers.name.substr(hash + 1);
  for (size_t i = 0; i < numbers.values.size(); ++i) {
    LoopPlace place = placeOf(path, numbers.shape, int64_t(i));
    all.push_back({std::move(place.loop), std::move(place.path), kind,
                   std::move(place.iterations), numbers.values[i]});
  }
}

/// Layers of a loop in order of evaluation: by iterations, then as in its body.
static std::vector<const Number *> inOrder(const std::vector<Number> &numbers) {
  std::vector<const Number *> order;
  for (const Number &number : numbers)
    order.push_back(&number);
  for (auto first = order.begin(); first != order.end();) {
    auto last = std::find_if(first, order.end(), [&](const Number *number) {
      return number->loop != (*first)->loop;
    });
    if (!(*first)->loop.empty())
      std::sort(first, last, [](const Number *one, const Number *other) {
        return std::tie(one->iterations, one) <
               std::tie(other->iterations, other);
      });
    first = last;
  }
  return order;
}

namespace {

/// The element called so, new where there is none yet.
template <class Element, std::string Element::*name> class Named {
public:
  explicit Named(std::vector<Element> &elements) : elements(elements) {}
  Element &operator[](const std::string &wanted) {
    auto [it, isNew] = places.emplace(wanted, elements.size());
    if (isNew) {
      elements.emplace_back();
      elements.back().*name = wanted;
    }
    return elements[it->second];
  }

private:
  std::vector<Element> &elements;
  std::map<std::string, size_t> places;
};

} // namespace

StatisticsRow rowOf(const std::vector<NamedNumbers> &numbers) {
  std::vector<Number> all;
  for (const NamedNumbers &each : numbers)
    spell(each, all);
  StatisticsRow row;
  Named<LayerStatistics, &LayerStatistics::path> layers(row.layers);
  Named<ParameterStatistics, &ParameterStatistics::name> parameters(
      row.parameters);
  Named<InputStatistics, &InputStatistics::name> inputs(row.inputs);
  std::map<std::string, double> ranges;
  double squares = 0;
  bool learns = false;
  for (const Number *number : inOrder(all)) {
    const auto &[loop, path, kind, iterations, value] = *number;
    if (kind == "loss")
      row.loss = value;
    else if (kind == "input-mean")
      inputs[path].mean = value;
    else if (kind == "input-spread")
      inputs[path].spread = value;
    else if (kind == "input-least")
      inputs[path].least = value;
    else if (kind == "input-most")
      inputs[path].most = value;
    else if (kind == "rate")
      row.learningRate = value;
    else if (kind == "parameter-gradient") {
      parameters[path].gradient = value;
      squares += value * value;
      learns = true;
    } else if (kind == "mean")
      layers[path].mean = value;
    else if (kind == "spread")
      layers[path].spread = value;
    else if (kind == "dead")
      layers[path].dead = value;
    else if (kind == "saturated")
      layers[path].saturated = value;
    else if (kind == "gradient")
      layers[path].gradient = value;
    else if (kind == "range")
      ranges[path] = value;
  }
  // Sums of several orders differ in their last bits.
  const double rounding = 1e-5;
  for (LayerStatistics &layer : row.layers)
    if (auto range = ranges.find(layer.path); range != ranges.end())
      layer.alike =
          range->second <= rounding * std::hypot(layer.mean, layer.spread);
  if (learns)
    row.gradientNorm = std::sqrt(squares);
  return row;
}

//===----------------------------------------------------------------------===//
// Updates
//===----------------------------------------------------------------------===//

namespace {

struct Squares {
  double norm = 0, update = 0;
};

} // namespace

/// In an order of its own, which depends on nothing but the count.
template <class T>
static Squares squaresOf(const void *before, const void *after, size_t count) {
  constexpr size_t lanes = 8;
  const T *old = static_cast<const T *>(before);
  const T *now = static_cast<const T *>(after);
  double norms[lanes] = {}, updates[lanes] = {};
  size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    for (size_t k = 0; k < lanes; ++k) {
      double value = double(old[i + k]), change = double(now[i + k]) - value;
      norms[k] += value * value;
      updates[k] += change * change;
    }
  for (; i < count; ++i) {
    double value = double(old[i]), change = double(now[i]) - value;
    norms[i % lanes] += value * value;
    updates[i % lanes] += change * change;
  }
  Squares squares;
  for (size_t k = 0; k < lanes; ++k) {
    squares.norm += norms[k];
    squares.update += updates[k];
  }
  return squares;
}

/// Of the form in memory: what fills up panels is 0 and stays 0.
static Squares squaresOf(const nn_tensor &tensor, const char *before,
                         const char *after) {
  Element type = Element(tensor.dtype);
  size_t count = size_t(tensor.resident_bytes) / elementSize(type);
  if (type == Element::F32)
    return squaresOf<float>(before, after, count);
  if (type == Element::F64)
    return squaresOf<double>(before, after, count);
  std::vector<double> old(count), now(count);
  convert(type, before, Element::F64, old.data(), int64_t(count));
  convert(type, after, Element::F64, now.data(), int64_t(count));
  return squaresOf<double>(old.data(), now.data(), count);
}

void addUpdates(StatisticsRow &row, const Instance &instance,
                const Block &before, bool learned) {
  std::map<std::string, const nn_tensor *> tensors;
  const nn_model &model = instance.model();
  bool all = row.parameters.empty();
  for (int32_t i = 0; i < model.tensor_count; ++i) {
    const nn_tensor &tensor = model.tensors[i];
    if (tensor.role != NN_PARAMETER)
      continue;
    tensors.emplace(tensor.path, &tensor);
    if (all)
      row.parameters.push_back({tensor.path, {}, {}, {}});
  }
  for (ParameterStatistics &parameter : row.parameters) {
    auto found = tensors.find(parameter.name);
    if (found == tensors.end())
      continue;
    const nn_tensor &tensor = *found->second;
    Squares squares = squaresOf(
        tensor, static_cast<const char *>(before.data()) + tensor.offset,
        static_cast<const char *>(instance.parameters.data()) + tensor.offset);
    parameter.norm = std::sqrt(squares.norm);
    if (learned)
      parameter.update = std::sqrt(squares.update);
  }
}

//===----------------------------------------------------------------------===//
// The entry
//===----------------------------------------------------------------------===//

StatisticsEntry::StatisticsEntry(const Program &program, int section,
                                 std::shared_ptr<Program> beside)
    : program(program), beside(std::move(beside)),
      train((this->beside ? *this->beside : program)->trains[section]) {}

bool StatisticsEntry::takes(int64_t examples) const {
  return !beside || examples == train.batch;
}

/// Whether the tensors lie at the same places, and are packed in the same way,
/// which is seen by packing numbers that all differ.
static bool agree(const nn_model &one, const nn_model &other,
                  const std::vector<int64_t> &dims) {
  for (int32_t i = 0; i < one.tensor_count; ++i) {
    const nn_tensor &tensor = one.tensors[i], &twin = other.tensors[i];
    if (std::strcmp(tensor.path, twin.path) != 0 ||
        tensor.offset != twin.offset ||
        tensor.resident_bytes != twin.resident_bytes ||
        !tensor.packed != !twin.packed)
      return false;
    if (!tensor.packed)
      continue;
    Array numbers(Element(tensor.dtype), shapeOf(tensor, dims));
    // Whatever the type, neighbours differ in their bytes.
    for (size_t k = 0; k < numbers.bytes.size(); ++k)
      numbers.bytes[k] = char((k * 2654435761u) >> 13 & 63);
    Block first(tensor.resident_bytes), second(tensor.resident_bytes);
    one.pack(-1, i, numbers.bytes.data(), first.data());
    other.pack(-1, i, numbers.bytes.data(), second.data());
    if (std::memcmp(first.data(), second.data(),
                    size_t(tensor.resident_bytes)) != 0)
      return false;
  }
  return true;
}

bool StatisticsEntry::fits(const Instance &instance) const {
  if (!train.statistics.function)
    return false;
  if (!beside)
    return true;
  const nn_model &model = instance.model();
  const nn_model &other = (*beside)->models[train.model];
  return program->dim_count == (*beside)->dim_count &&
         program->hyper_count == (*beside)->hyper_count &&
         model.parameter_bytes == other.parameter_bytes &&
         model.state_bytes == other.state_bytes &&
         model.tensor_count == other.tensor_count &&
         agree(model, other, instance.dims);
}

std::optional<StatisticsRow> StatisticsEntry::gather(Instance &instance,
                                                     nn_call call) const {
  const nn_entry &entry = train.statistics;
  std::vector<Array> arrays;
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i)
    arrays.emplace_back(Element(entry.outputs[i].dtype),
                        shapeOf(entry.outputs[i], instance.dims));
  for (Array &array : arrays)
    outputs.push_back(array.bytes.data());
  instance.reserve(entry);
  call.outputs = outputs.data();
  call.values = nullptr;
  if (instance.run(entry, call) != NN_OK)
    return std::nullopt;
  std::vector<NamedNumbers> numbers;
  for (size_t i = 0; i < arrays.size(); ++i) {
    Array wide(Element::F64, arrays[i].shape);
    convert(arrays[i].type, arrays[i].bytes.data(), wide.type,
            wide.bytes.data(), wide.count());
    const double *values = wide.as<double>();
    numbers.push_back({entry.outputs[i].path,
                       arrays[i].shape,
                       {values, values + wide.count()}});
  }
  return rowOf(numbers);
}

} // namespace nnc::rt
