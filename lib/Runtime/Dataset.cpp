//===- Dataset.cpp - Examples, parts and batches --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Dataset.h"
#include "Runtime/Failure.h"
#include "Runtime/Philox.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nnc::rt {

Dataset::Dataset(const Program &program, int index, const DataPlaces &places,
                 const Vocabularies &known)
    : program(program), raw(program->datasets[index]) {
  auto source = openSource(raw, places, program.sourceName(), known);
  count = source->count;
  if (!source->vocabulary.empty())
    vocabularies[""] = source->vocabulary;
  if (const nn_argument *length = findArgument(raw, "length")) {
    stream = !source->vocabulary.empty();
    window = int64_t(length->number);
    if (const nn_argument *given = findArgument(raw, "stride"))
      stride = int64_t(given->number);
  }
  if (count == 0)
    fail(Place{program.sourceName(), raw.line}.text(), ": `", raw.name,
         "` holds no examples");
  for (int i = 0; i < raw.column_count; ++i) {
    const nn_column &column = raw.columns[i];
    columns.push_back(source->load(column));
    checkLengths(*source, column, columns.back());
    if (!columns.back().vocabulary.empty())
      vocabularies[column.field] = columns.back().vocabulary;
  }
}

void Dataset::checkLengths(const Source &source, const nn_column &column,
                           const LoadedColumn &loaded) const {
  if (!loaded.varies())
    return;
  const nn_dim &dim = program->dims[loaded.dim];
  for (int64_t i = 0; i < count; ++i) {
    int64_t length = loaded.length(i);
    if (length > dim.maximum)
      fail(source.place(column, i), " has ", length, " words, `", dim.name,
           "` is at most ", dim.maximum, "\n   = help: `max = ", dim.maximum,
           "` in `words` leaves out the rest");
    if (length < dim.minimum)
      fail(source.place(column, i), " has ", length, " words, `", dim.name,
           "` is at least ", dim.minimum,
           "\n   = help: leave this row out of the data");
  }
}

std::map<std::string, std::string> Dataset::notes() const {
  std::map<std::string, std::string> notes;
  for (const auto &[field, text] : vocabularies)
    notes[field.empty() ? cat("vocabulary.", name())
                        : cat("words.", name(), ".", field)] = text;
  return notes;
}

Vocabularies Dataset::vocabulariesIn(
    const std::vector<std::pair<std::string, std::string>> &notes,
    const std::string &name) {
  Vocabularies found;
  std::string words = "words." + name + ".";
  for (const auto &[key, text] : notes)
    if (key == "vocabulary." + name)
      found[""] = text;
    else if (key.compare(0, words.size(), words) == 0)
      found[key.substr(words.size())] = text;
  return found;
}

std::vector<int64_t> Dataset::lengths(const char *field) const {
  std::vector<int64_t> all;
  for (size_t i = 0; i < columns.size() && all.empty(); ++i)
    if (columns[i].varies() && std::strcmp(raw.columns[i].field, field) == 0)
      for (int64_t example = 0; example < count; ++example)
        all.push_back(columns[i].length(example));
  return all;
}

void Dataset::bindLengths(const int64_t *examples, int64_t size,
                          std::vector<int64_t> &dims) const {
  for (const LoadedColumn &column : columns)
    if (column.varies())
      for (int64_t i = 0; i < size; ++i) {
        int64_t &dim = dims[size_t(column.dim)];
        dim = std::max(dim, column.length(examples[i]));
      }
}

/// The windows of one part of a stream, which is cut in place: training first,
/// then validation, then test. None crosses a cut.
std::vector<int64_t> Dataset::cut(int32_t which, bool training) const {
  int64_t length = count + window - 1, from = 0, to = length;
  if (which != NN_ALL && raw.has_split) {
    auto share = [&](double fraction) {
      return int64_t(std::nearbyint(double(length) * fraction));
    };
    int64_t test = std::min(share(raw.test_fraction), length);
    int64_t validation =
        std::min(share(raw.validation_fraction), length - test);
    from = which == NN_TRAIN_PART        ? 0
           : which == NN_VALIDATION_PART ? length - test - validation
                                         : length - test;
    to = which == NN_TRAIN_PART        ? length - test - validation
         : which == NN_VALIDATION_PART ? length - test
                                       : length;
  }
  // A training part keeps its windows where its loss is only measured.
  bool everywhere = training || (which == NN_TRAIN_PART && raw.has_split);
  int64_t by = stride > 0   ? stride
               : everywhere ? 1
                            : std::max<int64_t>(1, window - 1);
  std::vector<int64_t> starts;
  for (int64_t at = from; at + window <= to; at += by)
    starts.push_back(at);
  return starts;
}

std::vector<int64_t> Dataset::needPart(int32_t which, bool training) const {
  static const char *const names[] = {"data", "training part",
                                      "validation part", "test part"};
  std::vector<int64_t> order = part(which, training);
  if (order.empty())
    fail(Place{program.sourceName(), raw.line}.text(), ": the ", names[which],
         " of `", raw.name, "` holds no examples",
         stream ? cat("\n   = a window has ", window, " characters") : "",
         "\n   = help: a larger share in `split = fractions(...)`");
  return order;
}

std::vector<int64_t> Dataset::part(int32_t which, bool training) const {
  if (stream)
    return cut(which, training);
  std::vector<int64_t> order(static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i)
    order[size_t(i)] = i;
  if (which == NN_ALL || !raw.has_split)
    return order;
  // Keyed by the number of examples only, so that every run and every seed
  // sees the same parts.
  shuffle(order, Draws(0, Stream::Split, uint64_t(count)));
  auto share = [&](double fraction) {
    return int64_t(std::nearbyint(double(count) * fraction));
  };
  int64_t test = std::min(share(raw.test_fraction), count);
  int64_t validation = std::min(share(raw.validation_fraction), count - test);
  auto begin = order.begin();
  if (which == NN_TEST_PART)
    return {begin, begin + test};
  if (which == NN_VALIDATION_PART)
    return {begin + test, begin + test + validation};
  return {begin + test + validation, order.end()};
}

void Pass::bucket(const std::vector<int64_t> &lengths, bool drawn) {
  const size_t size = size_t(batch), whole = order.size() / size;
  for (size_t from = 0; from < order.size(); from += 64 * size) {
    size_t to = std::min(from + 64 * size, order.size());
    std::vector<std::pair<int64_t, size_t>> sorted; // Ties as they were.
    for (size_t i = from; i < to; ++i)
      sorted.emplace_back(lengths[size_t(order[i])], i);
    std::sort(sorted.begin(), sorted.end());
    std::vector<int64_t> run;
    for (const auto &[length, position] : sorted)
      run.push_back(order[position]);
    std::vector<int64_t> places;
    for (size_t i = from / size; i < std::min(from / size + 64, whole); ++i)
      places.push_back(int64_t(i - from / size));
    if (drawn)
      shuffle(places, Draws(uint64_t(seed), Stream::Buckets,
                            uint64_t(epoch) << 32 | from / size));
    std::copy(run.begin(), run.end(), order.begin() + long(from));
    for (size_t i = 0; i < places.size(); ++i)
      std::copy_n(run.begin() + places[i] * batch, size,
                  order.begin() + long(from + i * size));
  }
}

//===----------------------------------------------------------------------===//
// Preparer
//===----------------------------------------------------------------------===//

Preparer::Preparer(const Dataset &dataset, const nn_entry &entry)
    : dataset(dataset), entry(entry) {
  const Program &program = dataset.program;
  const nn_entry &prepare = dataset.raw.prepare;
  for (int i = 0; i < program->dim_count; ++i)
    longest.push_back(program->dims[i].minimum);
  for (int64_t i = 0; i < dataset.count; ++i)
    dataset.bindLengths(&i, 1, longest);
  for (const LoadedColumn &column : dataset.columns) {
    int64_t elements =
        column.varies() ? longest[size_t(column.dim)] : column.elements;
    columns.emplace_back(elements * int64_t(elementSize(column.target)));
    inputs.push_back(columns.back().data());
  }
  for (int i = 0; i < prepare.output_count; ++i) {
    const nn_tensor &output = prepare.outputs[i];
    Field field{&output, -1};
    for (int k = 0; k < entry.input_count; ++k)
      if (std::strcmp(entry.inputs[k].path, output.path) == 0)
        field.input = k;
    unused.emplace_back(field.input < 0 ? bytesOf(output, longest) : 0);
    fields.push_back(field);
  }
  outputs.resize(fields.size());
  for (int k = 0; k < entry.input_count; ++k)
    if (std::none_of(fields.begin(), fields.end(),
                     [&](const Field &field) { return field.input == k; }))
      fail("data set `", dataset.name(), "` has no field `",
           entry.inputs[k].path, "`, which the program reads");
  const nn_entry &augment = dataset.raw.augment;
  auto fieldOf = [&](const nn_tensor &tensor) {
    size_t k = 0;
    while (std::strcmp(fields[k].tensor->path, tensor.path) != 0)
      ++k;
    return k;
  };
  for (int i = 0; i < augment.input_count; ++i)
    read.push_back(fieldOf(augment.inputs[i]));
  for (int i = 0; i < augment.output_count; ++i) {
    changed.push_back(fieldOf(augment.outputs[i]));
    augmented.emplace_back(bytesOf(augment.outputs[i], longest));
  }
  for (const nn_entry *each : {&prepare, &augment})
    if (each->arena_bytes)
      arena.reserve(each->arena_bytes(longest.data()));
}

void Preparer::bindDims(int64_t size, const std::vector<int64_t> &dims,
                        std::vector<int64_t> &bound) const {
  for (const Field &field : fields) {
    if (field.input < 0)
      continue;
    const nn_tensor &input = entry.inputs[field.input];
    Shape shape = shapeOf(*field.tensor, dims);
    shape.insert(shape.begin(), size);
    for (int i = 0; i < input.rank; ++i)
      if (input.axes[i].dim >= 0 && size_t(i) < shape.size())
        bound[size_t(input.axes[i].dim)] = shape[size_t(i)];
  }
}

Batch Preparer::makeBatch(int64_t size) const {
  Batch batch;
  batch.buffers.resize(size_t(entry.input_count));
  for (const Field &field : fields)
    if (field.input >= 0)
      batch.buffers[size_t(field.input)] =
          Block(bytesOf(*field.tensor, longest) * size);
  for (const Block &buffer : batch.buffers)
    batch.inputs.push_back(buffer.data());
  return batch;
}

void Preparer::fill(const Pass &pass, int64_t index, Batch &batch) {
  const Program &program = dataset.program;
  int64_t start = index * pass.batch;
  batch.index = index;
  batch.size = std::min(pass.batch, int64_t(pass.order.size()) - start);
  batch.dims.clear();
  for (int i = 0; i < program->dim_count; ++i)
    batch.dims.push_back(program->dims[i].minimum);
  dataset.bindLengths(&pass.order[size_t(start)], batch.size, batch.dims);
  nn_status status{};
  nn_call call{};
  call.struct_size = sizeof call;
  call.training = pass.training;
  call.arena = arena.data();
  call.inputs = inputs.data();
  call.outputs = outputs.data();
  call.dims = batch.dims.data();
  call.hypers = program.hypers.data();
  call.epoch = pass.epoch;
  call.seed = pass.seed;
  call.status = &status;
  for (int64_t i = 0; i < batch.size; ++i) {
    int64_t example = pass.order[size_t(start + i)];
    for (size_t k = 0; k < columns.size(); ++k) {
      const LoadedColumn &column = dataset.columns[k];
      column.get(example, columns[k].data(),
                 column.varies() ? batch.dims[size_t(column.dim)] : 0);
    }
    for (size_t k = 0; k < fields.size(); ++k) {
      const Field &field = fields[k];
      outputs[k] =
          field.input < 0
              ? unused[k].data()
              : static_cast<char *>(batch.buffers[size_t(field.input)].data()) +
                    i * bytesOf(*field.tensor, batch.dims);
    }
    call.example = example;
    if (int32_t code = invoke(dataset.raw.prepare, call))
      failCall(code, status,
               cat("example ", example, " of `", dataset.name(), "`"));
    if (pass.training && !changed.empty())
      augment(call, batch.dims);
  }
}

void Preparer::augment(nn_call call, const std::vector<int64_t> &dims) {
  std::vector<const void *> from;
  std::vector<void *> to;
  for (size_t field : read)
    from.push_back(outputs[field]);
  for (Block &block : augmented)
    to.push_back(block.data());
  call.inputs = from.data();
  call.outputs = to.data();
  if (int32_t code = invoke(dataset.raw.augment, call))
    failCall(code, *call.status,
             cat("`augment` of example ", call.example, " of `", dataset.name(),
                 "`"));
  // An entry's outputs overlap none of its inputs, so they are copied back.
  for (size_t i = 0; i < changed.size(); ++i)
    std::memcpy(outputs[changed[i]], to[i],
                size_t(bytesOf(*fields[changed[i]].tensor, dims)));
}

//===----------------------------------------------------------------------===//
// Loader
//===----------------------------------------------------------------------===//

Loader::Loader(Preparer &preparer, Pass plan)
    : preparer(preparer), pass(std::move(plan)), made(pass.first),
      used(pass.first) {
  int64_t size = std::min(pass.batch, int64_t(pass.order.size()));
  for (Batch &slot : slots)
    slot = preparer.makeBatch(size);
  thread = std::thread([this] { work(); });
}

Loader::~Loader() {
  {
    std::lock_guard<std::mutex> lock(mutex);
    closing = true;
  }
  changed.notify_all();
  thread.join();
}

void Loader::work() {
  try {
    for (int64_t index = pass.first; index < pass.batches(); ++index) {
      {
        std::unique_lock<std::mutex> lock(mutex);
        changed.wait(lock, [&] { return closing || index - used < 2; });
        if (closing)
          return;
      }
      preparer.fill(pass, index, slots[index & 1]);
      std::lock_guard<std::mutex> lock(mutex);
      made = index + 1;
      changed.notify_all();
    }
  } catch (...) {
    std::lock_guard<std::mutex> lock(mutex);
    error = std::current_exception();
    changed.notify_all();
  }
}

const Batch *Loader::next() {
  std::unique_lock<std::mutex> lock(mutex);
  if (holding) {
    ++used;
    changed.notify_all();
  }
  holding = used < pass.batches();
  if (!holding)
    return nullptr;
  changed.wait(lock, [&] { return made > used || error; });
  if (made <= used)
    std::rethrow_exception(error);
  return &slots[used & 1];
}

} // namespace nnc::rt
