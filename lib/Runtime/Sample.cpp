//===- Sample.cpp - What some examples of a part are like -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Sample.h"
#include "Runtime/Philox.h"

#include <algorithm>
#include <cmath>

namespace nnc::rt {

namespace {

/// More values than this are no classes.
constexpr size_t MaxClasses = 65536;
/// More numbers in an example than this are not looked at one by one.
constexpr int64_t MaxColumns = 65536;
/// As many examples are kept whole, and as many numbers of each.
constexpr int64_t KeptExamples = 1000, KeptNumbers = 4096;
constexpr int64_t SampleBytes = 16 << 20;

/// What one field has shown so far. Sums are of differences from the first
/// example, which keeps their digits.
struct Tally {
  FieldFacts facts;
  Element type = Element::F32;
  int64_t examples = 0;
  bool classes = true, fixed = true;
  std::vector<double> first, sum, squares;

  void add(const Shape &shape, const void *data);
  FieldFacts finish();
};

void Tally::add(const Shape &shape, const void *data) {
  int64_t elements = countOf(shape);
  if (examples++ == 0)
    facts.shape = shape;
  fixed &= shape == facts.shape && elements <= MaxColumns;
  bool asColumns = facts.isFloat && fixed;
  bool kept = fixed && examples <= KeptExamples && elements <= KeptNumbers;
  if (!classes && !asColumns && !kept)
    return;
  Array wide(Element::F64, {elements});
  convert(type, data, wide.type, wide.bytes.data(), elements);
  const double *values = wide.as<double>();
  if (kept)
    facts.values.insert(facts.values.end(), values, values + elements);
  for (int64_t i = 0; i < elements && classes; ++i) {
    double value = values[i];
    classes = value == std::floor(value) && facts.counts.size() <= MaxClasses &&
              (!facts.isFloat || value == 0 || value == 1);
    if (classes)
      ++facts.counts[int64_t(value)];
  }
  if (!asColumns)
    return;
  if (examples == 1) {
    first.assign(values, values + elements);
    sum.assign(size_t(elements), 0);
    squares = sum;
    for (double value : first)
      facts.columns.push_back({0, 0, value, value});
  }
  for (size_t i = 0; i < size_t(elements); ++i) {
    double from = values[i] - first[i];
    sum[i] += from;
    squares[i] += from * from;
    ColumnFacts &column = facts.columns[i];
    column.least = std::min(column.least, values[i]);
    column.most = std::max(column.most, values[i]);
  }
}

FieldFacts Tally::finish() {
  if (!classes)
    facts.counts.clear();
  if (!fixed) {
    facts.columns.clear();
    facts.values.clear();
  }
  for (size_t i = 0; i < facts.columns.size(); ++i) {
    double mean = sum[i] / double(examples);
    double variance = squares[i] / double(examples) - mean * mean;
    facts.columns[i].mean = first[i] + mean;
    facts.columns[i].spread = std::sqrt(std::max(0.0, variance));
  }
  return facts;
}

/// Eight bytes at a time; that two examples have one number by chance is as
/// good as impossible.
uint64_t hashOf(uint64_t hash, const void *data, size_t size) {
  const char *bytes = static_cast<const char *>(data);
  auto mix = [&](uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
  };
  for (; size >= 8; bytes += 8, size -= 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    mix(word);
  }
  uint64_t rest = 0;
  copyBytes(&rest, bytes, size);
  mix(rest);
  mix(size);
  return hash;
}

} // namespace

Sample takeSample(const Dataset &set, const nn_entry &entry,
                  std::vector<int64_t> dims, std::vector<int64_t> examples,
                  int64_t seed) {
  Sample sample;
  sample.count = int64_t(examples.size());
  Preparer preparer(set, entry);
  Batch batch = preparer.makeBatch(1);
  int64_t bytes = 1;
  for (const Block &buffer : batch.buffers)
    bytes += buffer.size();
  auto fits = size_t(std::max<int64_t>(64, SampleBytes / bytes));
  Pass pass;
  pass.order = std::move(examples);
  if (pass.order.size() > fits) {
    shuffle(pass.order, Draws(uint64_t(seed), Stream::Sample, 0));
    pass.order.resize(fits);
  }
  pass.seed = seed;
  std::vector<Tally> tallies(size_t(entry.input_count));
  for (size_t k = 0; k < tallies.size(); ++k) {
    tallies[k].type = Element(entry.inputs[k].dtype);
    tallies[k].facts.name = entry.inputs[k].path;
    tallies[k].facts.isFloat = isFloat(tallies[k].type);
  }
  for (int64_t i = 0; i < pass.batches(); ++i) {
    preparer.fill(pass, i, batch);
    preparer.bindDims(batch, dims);
    uint64_t hash = 0;
    for (size_t k = 0; k < tallies.size(); ++k) {
      Shape shape = shapeOf(entry.inputs[k], dims);
      shape.erase(shape.begin()); // the batch
      auto bytes = size_t(countOf(shape)) * elementSize(tallies[k].type);
      hash = hashOf(hash, batch.inputs[k], bytes);
      tallies[k].add(shape, batch.inputs[k]);
    }
    sample.hashes.push_back(hash);
  }
  for (Tally &tally : tallies)
    sample.fields.push_back(tally.finish());
  return sample;
}

} // namespace nnc::rt
