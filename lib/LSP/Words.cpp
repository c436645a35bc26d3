//===- Words.cpp - What the words of the language mean --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words.h"

#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace nnc;

static bool isWord(char c) { return isAlnum(c) || c == '_'; }

StringRef editor::wordAt(StringRef text, size_t offset) {
  offset = std::min(offset, text.size());
  size_t begin = offset, end = offset;
  while (begin > 0 && isWord(text[begin - 1]))
    --begin;
  while (end < text.size() && isWord(text[end]))
    ++end;
  // Words in comments are no names.
  StringRef line = text.take_front(begin).rsplit('\n').second;
  if (begin > 0 && line.empty() &&
      text.take_front(begin).find('\n') == StringRef::npos)
    line = text.take_front(begin);
  if (line.contains('#') || (begin < end && isDigit(text[begin])))
    return "";
  return text.slice(begin, end);
}

bool editor::isName(StringRef word) {
  return !word.empty() && !isDigit(word.front()) && all_of(word, isWord) &&
         !is_contained(keywords(), word);
}

std::string editor::primitiveSignature(StringRef name) {
  auto params = primitiveParameters(name);
  return params ? (name + "(" + join(*params, ", ") + ")").str() : "";
}

StringRef editor::describeKey(StringRef key) {
  return StringSwitch<StringRef>(key)
      .Case("data", "what to learn from: `MyData.train`")
      .Case("validation", "what to measure on during the run")
      .Case("test", "what to measure on at the end")
      .Case("batch", "how many examples a batch has")
      .Case("steps", "how many updates the run makes at most")
      .Case("epochs", "how often the run goes through the data at most")
      .Case("seed", "of initial values, draws and the order; 0 by default")
      .Case("loss", "the number to make small, a mean over the batch")
      .Case("penalty", "added to the loss: `l2(1e-4)`")
      .Case("decay", "added to the gradients: `l2(1e-4)`")
      .Case("optimizer", "the block that makes updates: `Adam(1e-3)`")
      .Case("clip", "bounds gradients: `global_norm(1.0)` or `value(1.0)`")
      .Case("precision", "what contractions compute in: `mixed(compute = "
                         "\"bf16\")`")
      .Case("accumulate", "how many batches make one step")
      .Case("freeze", "paths of layers that do not learn: `\"embed.**\"`")
      .Case("start_from", "an earlier section, or `safetensors(\"...\")`")
      .Case("early_stop",
            "`patience(metrics.validation.loss, 5epochs)`: ends the run when "
            "nothing gets better")
      .Case("stop_when", "ends the run when it is true")
      .Case("checkpoint", "`every(1000steps)`, or `best(...)`")
      .Case("validate_every", "how often to measure; `1epochs` by default")
      .Case("bucket_by", "batches of similar length: `length(tokens)`")
      .Case("shuffle", "whether the examples are in another order each epoch")
      .Case("source", "where the examples are: `csv(\"data.csv\")`")
      .Case("split", "`fractions(validation = 0.1, test = 0.1)`")
      .Default("");
}

std::string editor::describeWord(StringRef word, StringRef text, size_t begin) {
  // A key stands at the start of its line and is followed by `=`.
  StringRef before = text.take_front(begin).rsplit('\n').second;
  StringRef after = text.drop_front(begin + word.size()).ltrim(" \t");
  bool isKey = before.trim().empty() && after.starts_with("=") &&
               !after.starts_with("==");
  if (isKey &&
      (is_contained(trainKeys(), word) || is_contained(datasetKeys(), word)))
    return ("```nn\n" + word + " = ...\n```\n\n" + describeKey(word) + "\n")
        .str();
  std::string signature = primitiveSignature(word);
  if (!signature.empty())
    return "```nn\n" + signature + "\n```\n\nA primitive of the language.\n";
  StringRef value = StringSwitch<StringRef>(word)
                        .Case("step", "the number of the update, from 1")
                        .Case("epoch", "how many epochs have ended, from 0")
                        .Case("metrics", "what was measured: "
                                         "`metrics.validation.loss`")
                        .Case("training", "whether the program trains; known "
                                          "when it is compiled")
                        .Case("it", "the value that the stage is given")
                        .Case("pi", "3.141592653589793")
                        .Case("inf", "infinity")
                        .Default("");
  return value.empty() ? "" : ("`" + word + "`: " + value + "\n").str();
}
