//===- Instance.cpp - The memory of a model and its entries ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Instance.h"
#include "Runtime/Failure.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

namespace nnc::rt {

Instance::Instance(Program &program, int model, int train,
                   const nn_parallel *parallel)
    : program(program), modelIndex(model), trainIndex(train),
      parameters(program->models[model].parameter_bytes),
      state(program->models[model].state_bytes),
      optimizer(train < 0 ? 0 : program->trains[train].optimizer_bytes),
      parallel(parallel) {
  for (int i = 0; i < program->dim_count; ++i)
    dims.push_back(program->dims[i].minimum);
}

void Instance::initialize(int64_t seed) {
  nn_call request = call();
  request.seed = seed;
  reserve(model().init);
  if (model().init.function)
    if (int32_t code = run(model().init, request))
      failCall(code, status, cat("initial values of ", model().name));
  if (trainIndex >= 0 && train().init.function) {
    reserve(train().init);
    if (int32_t code = run(train().init, request))
      failCall(code, status, cat("initial optimizer state of ", train().name));
  }
}

std::vector<TensorRef> Instance::tensors() const {
  std::vector<TensorRef> all;
  for (int i = 0; i < model().tensor_count; ++i)
    all.push_back({&model().tensors[i], -1, i});
  if (trainIndex >= 0)
    for (int i = 0; i < train().tensor_count; ++i)
      all.push_back({&train().tensors[i], trainIndex, i});
  return all;
}

char *Instance::at(const TensorRef &ref) const {
  const Block &block = ref.tensor->role == NN_OPTIMIZER ? optimizer
                       : ref.tensor->role == NN_STATE   ? state
                                                        : parameters;
  return static_cast<char *>(block.data()) + ref.tensor->offset;
}

Array Instance::read(const TensorRef &ref) const {
  Array array(Element(ref.tensor->dtype), shapeOf(*ref.tensor, dims));
  if (ref.tensor->packed)
    model().unpack(ref.train, ref.index, at(ref), array.bytes.data());
  else
    copyBytes(array.bytes.data(), at(ref), array.bytes.size());
  return array;
}

void Instance::write(const TensorRef &ref, const Array &array) {
  if (ref.tensor->packed)
    model().pack(ref.train, ref.index, array.bytes.data(), at(ref));
  else
    copyBytes(at(ref), array.bytes.data(), array.bytes.size());
}

std::string Instance::firstNotFinite() const {
  for (const TensorRef &ref : tensors()) {
    Array array = read(ref);
    if (!isFloat(array.type))
      continue;
    Array wide(Element::F64, array.shape);
    convert(array.type, array.bytes.data(), wide.type, wide.bytes.data(),
            array.count());
    const double *values = wide.as<double>();
    if (!std::all_of(values, values + wide.count(),
                     [](double value) { return std::isfinite(value); }))
      return ref.tensor->path;
  }
  return "";
}

void Instance::reserve(const nn_entry &entry) {
  if (entry.arena_bytes)
    arena.reserve(entry.arena_bytes(dims.data()));
}

nn_call Instance::call() {
  nn_call request{};
  request.struct_size = sizeof(nn_call);
  request.parameters = parameters.data();
  request.state = state.data();
  request.optimizer = optimizer.data();
  request.dims = dims.data();
  request.hypers = program.hypers.data();
  request.status = &status;
  request.parallel = parallel;
  return request;
}

int32_t Instance::run(const nn_entry &entry, nn_call &request) {
  status = {};
  request.arena = arena.data();
  return invoke(entry, request);
}

//===----------------------------------------------------------------------===//
// Weights
//===----------------------------------------------------------------------===//

TensorFile weightsOf(const Instance &instance) {
  TensorFile file;
  const Program &program = instance.program;
  file.set("format", "nnc");
  file.set("model", instance.model().name);
  file.set("source_hash", program->source_hash);
  for (size_t i = 0; i < program.hyperTexts.size(); ++i)
    file.set(cat("hyper.", program->hypers[i].name), program.hyperTexts[i]);
  for (const TensorRef &ref : instance.tensors())
    if (ref.train < 0)
      file.tensors.emplace_back(ref.tensor->path, instance.read(ref));
  return file;
}

namespace {

using Names = std::vector<std::pair<std::string, std::string>>;

std::string listing(const Names &names) {
  std::string text;
  size_t shown = 0;
  for (const auto &[path, type] : names) {
    if (++shown > 8)
      return text + cat(" and ", names.size() - 8, " more");
    text += (text.empty() ? "" : ", ") + path + " " + type;
  }
  return text;
}

/// Is it of another model, which a section calls? Its section tells what it is.
bool isLent(const Program &program, const std::string &path) {
  for (int i = 0; i < program->model_count; ++i)
    if (path.compare(0, path.find('.'), program->models[i].name) == 0)
      return true;
  return false;
}

/// The help that would make the names meet, if the tensors on both sides have
/// the same types in the same order and differ in a first part only.
std::string renameHelp(const Names &missing, const Names &unexpected) {
  if (missing.empty() || missing.size() != unexpected.size())
    return "";
  Names renames;
  for (size_t i = 0; i < missing.size(); ++i) {
    if (missing[i].second != unexpected[i].second)
      return "";
    std::string to = missing[i].first, from = unexpected[i].first;
    // Cut the common end, then widen to whole names.
    size_t same = 0;
    while (same < std::min(to.size(), from.size()) &&
           to[to.size() - 1 - same] == from[from.size() - 1 - same])
      ++same;
    size_t dot = to.find('.', to.size() - same);
    if (dot == std::string::npos)
      return "";
    std::pair<std::string, std::string> rename(
        from.substr(0, dot + 1 + from.size() - to.size()),
        to.substr(0, dot + 1));
    if (std::find(renames.begin(), renames.end(), rename) == renames.end())
      renames.push_back(rename);
  }
  std::string text;
  for (const auto &[from, to] : renames)
    text += (text.empty() ? "" : ", ") + cat("(\"", from, "\", \"", to, "\")");
  return "\n   = help: shapes match; add `rename = [" + text + "]`";
}

} // namespace

void renameTensors(TensorFile &file, const nn_train &section,
                   const std::string &path,
                   const std::function<void(const std::string &)> &note) {
  std::vector<bool> used(size_t(section.rename_count));
  std::set<std::string> paths;
  for (auto &[name, array] : file.tensors) {
    for (int64_t i = 0; i < section.rename_count; ++i) {
      std::string from = section.renames[2 * i];
      if (name.compare(0, from.size(), from) != 0)
        continue;
      name = section.renames[2 * i + 1] + name.substr(from.size());
      used[size_t(i)] = true;
      break;
    }
    if (!paths.insert(name).second)
      fail("`rename` gives two tensors of ", path, " the path `", name, "`");
  }
  for (size_t i = 0; i < used.size(); ++i)
    if (!used[i])
      note(cat("no path of ", path, " starts with `", section.renames[2 * i],
               "`, which `rename` names"));
}

void loadWeights(Instance &instance, const TensorFile &file, bool exact,
                 const std::string &path,
                 const std::function<void(const std::string &)> &note) {
  Names missing, unexpected, different;
  std::vector<std::pair<TensorRef, const Array *>> common;
  for (const TensorRef &ref : instance.tensors()) {
    if (ref.train >= 0)
      continue;
    Element type = Element(ref.tensor->dtype);
    std::string wanted = describe(type, shapeOf(*ref.tensor, instance.dims));
    const Array *found = file.find(ref.tensor->path);
    if (!found)
      missing.emplace_back(ref.tensor->path, wanted);
    else if (found->describe() != wanted)
      different.emplace_back(ref.tensor->path, found->describe() +
                                                   " (the model has " + wanted +
                                                   ")");
    else
      common.emplace_back(ref, found);
  }
  for (const auto &[name, array] : file.tensors) {
    // A checkpoint also holds what only training needs.
    if (name.compare(0, 10, "optimizer.") == 0 ||
        name.compare(0, 5, "best.") == 0 || isLent(instance.program, name))
      continue;
    bool known = false;
    for (int i = 0; i < instance.model().tensor_count; ++i)
      known |= name == instance.model().tensors[i].path;
    if (!known)
      unexpected.emplace_back(name, array.describe());
  }
  bool strict = exact && (!missing.empty() || !unexpected.empty());
  if (strict || !different.empty() ||
      (common.empty() && instance.model().tensor_count > 0)) {
    std::string text =
        cat("checkpoint does not fit the model\n   = file: ", path);
    if (!different.empty())
      text += "\n   = different:  " + listing(different);
    if (!missing.empty())
      text += "\n   = missing:    " + listing(missing);
    if (!unexpected.empty())
      text += "\n   = unexpected: " + listing(unexpected);
    throw Failure(UserError, text + renameHelp(missing, unexpected), "E0701");
  }
  for (const auto &[ref, array] : common)
    instance.write(ref, *array);
  for (const auto &[name, type] : missing)
    if (!isLent(instance.program, name))
      note(cat("`", name, "` ", type, " is not in ", path,
               "; it starts afresh"));
  for (const auto &[name, type] : unexpected)
    note(cat("`", name, "` ", type, " of ", path, " is not in the model"));
}

} // namespace nnc::rt
