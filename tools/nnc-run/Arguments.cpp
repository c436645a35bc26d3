//===- Arguments.cpp - The command line of nnc-run ------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Arguments.h"
#include "Runtime/Failure.h"
#include "nnc/Support/ByteSize.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace nnc::run {

using rt::cat;
using rt::Failure;
using rt::UsageError;

static const char helpText[] =
    R"(usage: nnc-run COMMAND model.nn|model.so [options]

  train      [--data DIR] [--out DIR] [--resume] [--epochs N] [--steps N]
             [--overfit N] [--dry-run] [--watch] [--tensorboard]
             [--statistics N]
             learns, and writes weights, checkpoints, metrics and a report;
             or learns only N examples; or takes one step and prints memory.
             Every N steps it looks at each layer (50; more often in a short
             run; 0: never).
             --watch draws curves in the terminal, --tensorboard writes what
             TensorBoard reads into the folder
  eval       --weights FILE [--data DIR]
             measures weights on the test or validation part
  predict    [--weights FILE] --input x.npy|name=x.npy ...
             [--output y.npy|y.npz]
             answers; without a file, by the weights inside of a library
  generate   [--weights FILE] --prompt TEXT [--tokens N] [--temperature T]
             goes on with a text; T = 0 always takes the likeliest character
  step       [--examples N] [--data DIR]
             prints one training step as a book would: every value, the loss,
             its derivatives, and the new weights (model.nn)
  gradcheck  compares every derivative with differences, in f64 (model.nn)
  bench      [--batch N] [--entry train|infer] [--runs N] [--json]
             [--dim NAME=N] [--profile] [--trace FILE]
             times a step beside the machine's peak, and its kernels; writes
             one step for a trace viewer
  report FOLDER                  writes report.html of a run again
  keys FILE.safetensors          lists what a weights file holds
  diff A.safetensors B.safetensors

  --set NAME=VALUE   a hyper, or train.KEY
  --train NAME       one training section; all by default
  --model NAME       for predict and bench; the first by default
  --threads N        all processors by default
  --memory-budget SIZE   the most that an entry may need, as 64MB (model.nn)
  --seed N           in place of the program's seed; generate draws by it
  --winograd         3x3 convolutions with fewer products and a larger error
                     (model.nn)
  --no-cache         compile model.nn, whatever earlier runs have compiled
  --no-tune          leave what `nnc tune` has found, model.tune.json
  --time             say where compile time goes (model.nn)
  --help, --version
)";

namespace {

struct Option {
  const char *name;
  bool takesValue;
  std::function<void(const std::string &)> apply;
};

template <class Number>
void parseNumber(const char *name, const std::string &text, int64_t least,
                 Number &result) {
  int64_t value = 0;
  const char *end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || stop != end || error != std::errc() || value < least)
    throw Failure(UsageError, cat("`", name, "` needs a whole number, ", least,
                                  " or more, found `", text, "`"));
  result = typename Number::value_type(value);
}

void checkCommand(const Arguments &arguments) {
  const std::string &command = arguments.command;
  auto need = [&](bool good, const char *what) {
    if (!good)
      throw Failure(UsageError, cat("`nnc-run ", command, "` needs ", what));
  };
  size_t files = arguments.files.size();
  if (command == "keys")
    return need(files >= 1, "a .safetensors file");
  if (command == "report")
    return need(files == 1, "the folder of a run");
  if (command == "diff")
    return need(files == 2, "two .safetensors files");
  for (const char *known :
       {"train", "eval", "predict", "generate", "step", "gradcheck", "bench"})
    if (command == known) {
      need(files == 1, "one model.nn or model.so");
      if (command == "eval")
        need(!arguments.weights.empty(), "--weights FILE");
      if (command == "generate")
        need(!arguments.prompt.empty(), "--prompt TEXT");
      if (command == "predict")
        need(!arguments.inputs.empty(), "--input x.npy");
      need(!arguments.statistics.value_or(0) || !arguments.memoryBudget,
           "--statistics 0 with --memory-budget: what gathers them would need "
           "memory of its own");
      need(!arguments.resume || !arguments.out.empty(),
           "--out DIR with --resume: the folder of the run to go on with");
      return;
    }
  throw Failure(UsageError, cat("unknown command `", command,
                                "`\n   = help: `nnc-run --help` lists them"));
}

} // namespace

Arguments parseArguments(int argc, char **argv) {
  Arguments result;
  auto text = [](std::string &target) {
    return [&target](const std::string &value) { target = value; };
  };
  auto number = [](const char *name, std::optional<int64_t> &target,
                   int64_t least) {
    return [=, &target](const std::string &value) {
      parseNumber(name, value, least, target);
    };
  };
  std::optional<int> runs;
  std::optional<int64_t> tokens;
  const Option options[] = {
      {"--data", true, text(result.data)},
      {"--out", true, text(result.out)},
      {"--weights", true, text(result.weights)},
      {"--output", true, text(result.output)},
      {"--train", true, text(result.train)},
      {"--model", true, text(result.model)},
      {"--input", true,
       [&](const std::string &value) { result.inputs.push_back(value); }},
      {"--epochs", true, number("--epochs", result.epochs, 1)},
      {"--steps", true, number("--steps", result.steps, 1)},
      {"--overfit", true, number("--overfit", result.overfit, 1)},
      {"--examples", true, number("--examples", result.examples, 1)},
      {"--statistics", true, number("--statistics", result.statistics, 0)},
      {"--dry-run", false, [&](const std::string &) { result.dryRun = true; }},
      {"--watch", false, [&](const std::string &) { result.watch = true; }},
      {"--tensorboard", false,
       [&](const std::string &) { result.tensorboard = true; }},
      {"--batch", true, number("--batch", result.batch, 1)},
      {"--seed", true, number("--seed", result.seed, 0)},
      {"--prompt", true, text(result.prompt)},
      {"--tokens", true, number("--tokens", tokens, 1)},
      {"--temperature", true,
       [&](const std::string &value) {
         char *end = nullptr;
         double parsed = std::strtod(value.c_str(), &end);
         if (value.empty() || *end || !(parsed >= 0) || std::isinf(parsed))
           throw Failure(UsageError,
                         cat("`--temperature` needs a number, 0 or more, "
                             "found `",
                             value, "`"));
         result.temperature = parsed;
       }},
      {"--threads", true,
       [&](const std::string &value) {
         parseNumber("--threads", value, 1, result.threads);
       }},
      {"--memory-budget", true,
       [&](const std::string &value) {
         result.memoryBudget = parseByteSize(value);
         if (!result.memoryBudget)
           throw Failure(UsageError, cat("`--memory-budget` ", byteSizeForms,
                                         ", found `", value, "`"));
       }},
      {"--runs", true,
       [&](const std::string &value) {
         parseNumber("--runs", value, 1, runs);
       }},
      {"--entry", true,
       [&](const std::string &value) {
         if (value != "train" && value != "infer")
           throw Failure(UsageError, "`--entry` is train or infer");
         result.entry = value;
       }},
      {"--device", true,
       [&](const std::string &value) {
         if (value != "cpu")
           throw Failure(UsageError, cat("`--device ", value,
                                         "`: only cpu is built so far"));
       }},
      {"--set", true,
       [&](const std::string &value) {
         size_t equals = value.find('=');
         if (equals == 0 || equals == std::string::npos)
           throw Failure(UsageError,
                         cat("`--set` needs NAME=VALUE, found `", value, "`"));
         result.sets.emplace_back(value.substr(0, equals),
                                  value.substr(equals + 1));
       }},
      {"--dim", true,
       [&](const std::string &value) {
         std::optional<int64_t> size;
         size_t equals = std::min(value.find('='), value.size() - 1);
         parseNumber("--dim NAME=N", value.substr(equals + 1), 0, size);
         result.dims.emplace_back(value.substr(0, equals), *size);
       }},
      {"--resume", false, [&](const std::string &) { result.resume = true; }},
      {"--json", false, [&](const std::string &) { result.json = true; }},
      {"--profile", false, [&](const std::string &) { result.profile = true; }},
      {"--trace", true, text(result.trace)},
      {"--no-cache", false,
       [&](const std::string &) { result.noCache = true; }},
      {"--winograd", false,
       [&](const std::string &) { result.winograd = true; }},
      {"--no-tune", false, [&](const std::string &) { result.noTune = true; }},
      {"--time", false, [&](const std::string &) { result.time = true; }},
  };
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (argument == "--help" || argument == "-h") {
      std::fputs(helpText, stdout);
      return {};
    }
    if (argument == "--version") {
      std::puts("nnc-run " NNC_VERSION);
      return {};
    }
    if (argument.compare(0, 1, "-") != 0) {
      if (result.command.empty())
        result.command = argument;
      else
        result.files.push_back(argument);
      continue;
    }
    size_t equals = argument.find('=');
    std::string name = argument.substr(0, equals);
    const Option *found = nullptr;
    for (const Option &option : options)
      if (name == option.name)
        found = &option;
    if (!found)
      throw Failure(UsageError,
                    cat("unknown option `", name,
                        "`\n   = help: `nnc-run --help` lists them"));
    bool joined = equals != std::string::npos;
    if (!found->takesValue && joined)
      throw Failure(UsageError, cat("`", name, "` takes no value"));
    if (found->takesValue && !joined && i + 1 == argc)
      throw Failure(UsageError, cat("`", name, "` needs a value"));
    found->apply(!found->takesValue ? ""
                 : joined           ? argument.substr(equals + 1)
                                    : argv[++i]);
  }
  result.runs = runs.value_or(result.runs);
  result.tokens = tokens.value_or(result.tokens);
  if (result.command.empty())
    throw Failure(
        UsageError,
        "a command is missing\n   = help: `nnc-run --help` lists them");
  checkCommand(result);
  return result;
}

} // namespace nnc::run
