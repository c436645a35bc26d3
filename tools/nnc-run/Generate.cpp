//===- Generate.cpp - nnc-run generate ------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/Philox.h"
#include "Runtime/Source.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace nnc::run {

using namespace rt;

static const char vocabularyKey[] = "vocabulary.";

/// The characters by number, which `characters` has left in the weights.
static std::u32string vocabularyOf(const TensorFile &file,
                                   const std::string &path) {
  for (const auto &[key, value] : file.metadata)
    if (key.compare(0, sizeof vocabularyKey - 1, vocabularyKey) == 0)
      return decodeText(value, path);
  fail("`", path, "` holds no vocabulary",
       "\n   = help: `nnc-run train` writes one into weights.safetensors if "
       "the section's data come from `characters`");
}

static bool isInteger(const nn_tensor &tensor) {
  return tensor.dtype == NN_I32 || tensor.dtype == NN_I64;
}

namespace {

/// A model that reads tokens [batch, time] or [time] and says how likely each
/// token is to follow.
class Writer {
public:
  Writer(Instance &instance, int64_t characters);

  /// The logits after `tokens`, of which the last that fit are read.
  std::vector<double> read(const std::vector<int64_t> &tokens);

private:
  Instance &instance;
  const nn_entry &entry;
  const nn_tensor *logits = nullptr;
  int output = 0;
  int64_t shortest = 1, longest = 1; // lengths of a window
  int32_t lengthDim = -1;
};

} // namespace

Writer::Writer(Instance &instance, int64_t characters)
    : instance(instance), entry(instance.model().infer) {
  const char *name = instance.model().name;
  if (entry.input_count != 1 || !isInteger(entry.inputs[0]) ||
      entry.inputs[0].rank < 1 || entry.inputs[0].rank > 2) {
    std::vector<std::string> inputs;
    for (int i = 0; i < entry.input_count; ++i)
      inputs.push_back(declared(entry.inputs[i]));
    fail("`", name,
         "` reads no text: its input is not one of tokens, such as "
         "`tokens: i32[batch, time]`\n   = its inputs are ",
         joined(inputs));
  }
  const nn_tensor &tokens = entry.inputs[0];
  const nn_axis &time = tokens.axes[tokens.rank - 1];
  if (tokens.rank == 2) {
    const nn_axis &batch = tokens.axes[0];
    if (batch.dim >= 0 && batch.dim != time.dim)
      instance.dims[size_t(batch.dim)] = 1;
    if (shapeOf(tokens, instance.dims)[0] != 1)
      fail("`", name, "` does not read one text at a time: `", declared(tokens),
           "`\n   = help: a `dim` in place of its first size");
  }
  if (time.dim >= 0) {
    const nn_dim &range = instance.program->dims[time.dim];
    lengthDim = time.dim;
    shortest = std::max<int64_t>(range.minimum, 1);
    longest = range.maximum;
  } else {
    shortest = longest =
        shapeOf(tokens, instance.dims)[size_t(tokens.rank - 1)];
  }

  std::vector<std::string> outputs;
  for (int i = 0; i < entry.output_count; ++i) {
    const nn_tensor &each = entry.outputs[i];
    outputs.push_back(declared(each));
    bool fits = isFloat(Element(each.dtype)) &&
                (each.rank == tokens.rank || each.rank == tokens.rank + 1);
    if (!logits && fits) {
      logits = &each;
      output = i;
    }
  }
  if (!logits)
    fail("`", name,
         "` says nothing of the next token: it has no output such "
         "as `logits: f32[batch, time, vocab]`\n   = its outputs are ",
         joined(outputs));
  int64_t known = shapeOf(*logits, instance.dims).back();
  if (known < characters)
    fail("`", name, "` tells ", known, " tokens apart: `", declared(*logits),
         "`\n   = the weights come with ", characters, " characters");
}

std::vector<double> Writer::read(const std::vector<int64_t> &tokens) {
  int64_t length = std::min(int64_t(tokens.size()), longest);
  const nn_tensor &input = entry.inputs[0];
  if (length < shortest)
    fail("the prompt has ", length, " character", length == 1 ? "" : "s", ", `",
         declared(input), "` needs ", shortest,
         lengthDim < 0 ? cat("\n   = help: `dim time: 1..", shortest,
                             "` in place of the number takes shorter ones")
                       : "");
  if (lengthDim >= 0)
    instance.dims[size_t(lengthDim)] = length;
  Array window(Element(input.dtype), shapeOf(input, instance.dims));
  convert(Element::I64, tokens.data() + tokens.size() - size_t(length),
          window.type, window.bytes.data(), length);
  std::vector<Array> results;
  std::vector<void *> outputs;
  for (int i = 0; i < entry.output_count; ++i)
    results.emplace_back(Element(entry.outputs[i].dtype),
                         shapeOf(entry.outputs[i], instance.dims));
  for (Array &result : results)
    outputs.push_back(result.bytes.data());
  const void *inputs[] = {window.bytes.data()};
  instance.reserve(entry);
  nn_call call = instance.call();
  call.inputs = inputs;
  call.outputs = outputs.data();
  if (int32_t code = instance.run(entry, call))
    failCall(code, instance.status, cat("`", instance.model().name, "`"));

  // The last row: after the last token.
  const Array &all = results[size_t(output)];
  int64_t width = all.shape.back();
  std::vector<double> last(static_cast<size_t>(width));
  convert(all.type,
          all.bytes.data() +
              size_t(all.count() - width) * elementSize(all.type),
          Element::F64, reinterpret_cast<char *>(last.data()), width);
  return last;
}

/// Draws from softmax(logits / temperature), or takes the greatest at 0.
static int64_t choose(const std::vector<double> &logits, double temperature,
                      Draws draws) {
  auto greatest = std::max_element(logits.begin(), logits.end());
  if (temperature == 0)
    return greatest - logits.begin();
  std::vector<double> sums;
  double sum = 0;
  for (double logit : logits)
    sums.push_back(sum += std::exp((logit - *greatest) / temperature));
  double drawn = draws.uniform() * sum;
  auto found = std::upper_bound(sums.begin(), sums.end(), drawn);
  return std::min<int64_t>(found - sums.begin(), int64_t(sums.size()) - 1);
}

int runGenerate(const Arguments &arguments) {
  Loaded loaded = load(arguments);
  Program &program = *loaded.program;
  Instance instance(program, loaded.model(arguments), -1, loaded.parallel());
  TensorFile file = readWeights(instance, arguments);
  std::u32string vocabulary = vocabularyOf(
      file, arguments.weights.empty() ? program.path : arguments.weights);
  Writer writer(instance, int64_t(vocabulary.size()));
  takeWeights(instance, file, arguments);

  std::vector<int64_t> tokens;
  for (char32_t character : decodeText(arguments.prompt, "--prompt")) {
    size_t number = vocabulary.find(character);
    if (number == std::u32string::npos)
      fail("the prompt's `", encodeText({character}),
           "` is not in the vocabulary\n   = its characters are `",
           encodeText(vocabulary), "`");
    tokens.push_back(int64_t(number));
  }
  if (tokens.empty())
    fail("the prompt is empty; the model goes on from a character at least");

  auto seed = uint64_t(arguments.seed.value_or(0));
  for (int64_t i = 0; i < arguments.tokens; ++i) {
    std::vector<double> logits = writer.read(tokens);
    logits.resize(vocabulary.size());
    if (!std::all_of(logits.begin(), logits.end(),
                     [](double each) { return std::isfinite(each); }))
      fail("the logits after character ", tokens.size(), " are not finite");
    int64_t next = choose(logits, arguments.temperature,
                          Draws(seed, Stream::Generate, uint64_t(i)));
    tokens.push_back(next);
    if (i == 0)
      std::fputs(arguments.prompt.c_str(), stdout);
    std::fputs(encodeText({vocabulary[size_t(next)]}).c_str(), stdout);
    std::fflush(stdout);
  }
  std::fputs("\n", stdout);
  return Done;
}

} // namespace nnc::run
