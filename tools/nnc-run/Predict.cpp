//===- Predict.cpp - nnc-run predict --------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/Npy.h"

#include <cstdio>
#include <cstring>

namespace nnc::run {

using namespace rt;

static bool endsWith(const std::string &text, const char *ending) {
  size_t length = std::strlen(ending);
  return text.size() >= length &&
         text.compare(text.size() - length, length, ending) == 0;
}

/// The arrays of --input by name; a file without a name is the only input's.
static NamedArrays readInputs(const Arguments &arguments,
                              const nn_entry &entry) {
  NamedArrays arrays;
  for (const std::string &text : arguments.inputs) {
    size_t equals = text.find('=');
    std::string name =
        equals == std::string::npos ? "" : text.substr(0, equals);
    std::string path =
        equals == std::string::npos ? text : text.substr(equals + 1);
    if (endsWith(path, ".npz")) {
      for (auto &each : readNpz(path))
        arrays.push_back(std::move(each));
      continue;
    }
    if (name.empty() && entry.input_count > 1)
      fail("the model has ", entry.input_count,
           " inputs\n   = help: write `--input ", entry.inputs[0].path, "=",
           path, "`");
    if (name.empty() && entry.input_count == 1)
      name = entry.inputs[0].path;
    arrays.emplace_back(name, readNpy(path));
  }
  return arrays;
}

std::string declared(const nn_tensor &tensor) {
  std::vector<std::string> dims;
  for (int i = 0; i < tensor.rank; ++i)
    dims.push_back(tensor.axes[i].name ? tensor.axes[i].name
                                       : std::to_string(tensor.axes[i].size));
  std::string type = elementName(Element(tensor.dtype));
  return cat(tensor.path, " ", type,
             dims.empty() ? "" : "[" + joined(dims) + "]");
}

/// Binds the dims that the inputs name, and checks every axis.
static void bindDims(const Program &program, const nn_entry &entry,
                     const std::vector<const Array *> &inputs,
                     std::vector<int64_t> &dims) {
  std::vector<bool> bound(dims.size());
  for (int pass = 0; pass < 2; ++pass)
    for (int i = 0; i < entry.input_count; ++i) {
      const nn_tensor &input = entry.inputs[i];
      const Shape &found = inputs[size_t(i)]->shape;
      if (found.size() != size_t(input.rank))
        fail("input `", declared(input), "` was given ",
             inputs[size_t(i)]->describe());
      for (int k = 0; k < input.rank; ++k) {
        const nn_axis &axis = input.axes[k];
        auto dim = size_t(axis.dim);
        if (pass == 0 && axis.dim >= 0 && !bound[dim]) {
          const nn_dim &range = program->dims[dim];
          dims[dim] = found[size_t(k)];
          bound[dim] = true;
          if (dims[dim] < range.minimum || dims[dim] > range.maximum)
            fail("input `", declared(input), "`: `", range.name, "` is ",
                 dims[dim], ", outside its range ", range.minimum, "..",
                 range.maximum);
        }
      }
      if (pass == 1 && shapeOf(input, dims) != found)
        fail("input `", declared(input), "` was given ",
             inputs[size_t(i)]->describe(), ", expected [",
             joined(shapeOf(input, dims)), "]");
    }
}

TensorFile readWeights(const Instance &instance, const Arguments &arguments) {
  if (!arguments.weights.empty())
    return readSafetensors(arguments.weights);
  const nn_model &model = instance.model();
  if (!model.embedded)
    throw Failure(UsageError, cat("`nnc-run ", arguments.command,
                                  "` needs --weights FILE: `",
                                  instance.program.path, "` has none inside"));
  TensorFile notes;
  for (int64_t i = 0; i < model.vocabulary_count; ++i)
    notes.set(model.vocabularies[2 * i], model.vocabularies[2 * i + 1]);
  return notes;
}

void takeWeights(Instance &instance, const TensorFile &file,
                 const Arguments &arguments) {
  const nn_model &model = instance.model();
  if (!arguments.weights.empty())
    return loadWeights(instance, file, /*exact=*/true, arguments.weights,
                       printNote);
  copyBytes(instance.parameters.data(), model.embedded,
            size_t(model.parameter_bytes));
  if (model.embedded_state)
    copyBytes(instance.state.data(), model.embedded_state,
              size_t(model.state_bytes));
}

int runPredict(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  Instance instance(program, loaded.model(arguments), -1, loaded.parallel());
  const nn_entry &entry = instance.model().infer;
  takeWeights(instance, readWeights(instance, arguments), arguments);

  NamedArrays given = readInputs(arguments, entry);
  std::vector<const Array *> found;
  for (int i = 0; i < entry.input_count; ++i) {
    const Array *array = nullptr;
    for (const auto &[name, each] : given)
      if (name == entry.inputs[i].path)
        array = &each;
    if (!array)
      fail("input `", declared(entry.inputs[i]), "` is missing");
    found.push_back(array);
  }
  for (const auto &named : given) {
    bool known = false;
    for (int i = 0; i < entry.input_count; ++i)
      known |= named.first == entry.inputs[i].path;
    if (!known)
      fail("the model has no input `", named.first, "`");
  }
  bindDims(program, entry, found, instance.dims);

  std::vector<Array> converted;
  std::vector<const void *> inputs;
  for (int i = 0; i < entry.input_count; ++i) {
    const Array &from = *found[size_t(i)];
    Array &to =
        converted.emplace_back(Element(entry.inputs[i].dtype), from.shape);
    int64_t bad = convert(from.type, from.bytes.data(), to.type,
                          to.bytes.data(), from.count());
    if (bad >= 0)
      fail("input `", declared(entry.inputs[i]), "`: element ", bad, " is ",
           elementText(from.type, from.bytes.data(), bad), ", which is no ",
           elementName(to.type));
  }
  for (const Array &array : converted)
    inputs.push_back(array.bytes.data());
  NamedArrays results;
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i)
    results.emplace_back(entry.outputs[i].path,
                         Array(Element(entry.outputs[i].dtype),
                               shapeOf(entry.outputs[i], instance.dims)));
  for (auto &result : results)
    outputs.push_back(result.second.bytes.data());

  instance.reserve(entry);
  nn_call call = instance.call();
  call.inputs = inputs.data();
  call.outputs = outputs.data();
  if (int32_t code = instance.run(entry, call))
    failCall(code, instance.status, cat("`", instance.model().name, "`"));

  if (arguments.output.empty()) {
    Json object = Json::object();
    for (const auto &[name, array] : results) {
      Json values = Json::array();
      Array wide(Element::F64, array.shape);
      convert(array.type, array.bytes.data(), wide.type, wide.bytes.data(),
              array.count());
      for (int64_t i = 0; i < array.count(); ++i)
        values.push(isFloat(array.type) ? Json(wide.as<double>()[i])
                                        : Json(int64_t(wide.as<double>()[i])));
      Json shape = Json::array();
      for (int64_t size : array.shape)
        shape.push(size);
      object.set(name, Json::object()
                           .set("shape", std::move(shape))
                           .set("values", std::move(values)));
    }
    std::puts(object.write().c_str());
  } else if (endsWith(arguments.output, ".npz")) {
    writeNpz(arguments.output, results);
  } else if (results.size() == 1) {
    writeNpy(arguments.output, results[0].second);
  } else {
    fail("the model has ", results.size(),
         " outputs, which need an .npz: --output ", arguments.output);
  }
  return Done;
}

} // namespace nnc::run
