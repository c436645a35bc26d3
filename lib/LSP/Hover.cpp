//===- Hover.cpp - What stands at a place ---------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Features.h"
#include "Words.h"

#include "nnc/Frontend/Explanations.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;

/// `1,234,567`
static std::string withCommas(int64_t number) {
  std::string digits = std::to_string(number);
  for (int at = int(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(at, ",");
  return digits;
}

static std::string countText(int64_t parameters, int64_t states) {
  std::string text =
      withCommas(parameters) + (parameters == 1 ? " parameter" : " parameters");
  if (states)
    text += ", " + withCommas(states) + " of state";
  return text;
}

static std::string program(StringRef text) {
  return ("```nn\n" + text + "\n```\n").str();
}

/// The paths of the parameters that a `param` of a body has become.
static void addPaths(const View &file, const Definition &definition,
                     std::string &text) {
  unsigned shown = 0;
  for (const VariableInfo &variable : file.variables()) {
    if (variable.range.Start != definition.id.range.Start)
      continue;
    if (++shown > 4) {
      text += "\n…";
      return;
    }
    text += "\n`" + variable.path + ": " + variable.type + "`, " +
            (variable.isState ? withCommas(variable.count) + " of state"
                              : countText(variable.count, 0)) +
            "  ";
  }
}

static void addLayer(const LayerUse &use, std::string &text) {
  if (!use.isBlock || use.path.empty() || !(use.parameters || use.states))
    return;
  text += "\npath `" + use.path + "`, " +
          countText(use.parameters, use.states) + "\n";
}

/// The stage of a pipeline that begins or ends with a name.
static const StagePlace *stageAround(const Analysis &file, size_t begin) {
  const StagePlace *best = nullptr;
  for (const StagePlace &stage : file.symbols().stages())
    if (file.offset(stage.range.Start) <= begin &&
        begin <= file.offset(stage.end) &&
        (!best ||
         stage.range.Start.getPointer() >= best->range.Start.getPointer()))
      best = &stage;
  return best;
}

static std::string describe(const View &file, const NamedPlace &place) {
  const Definition &definition = *place.definition;
  std::string head = signatureOf(definition);
  StringRef type = file.typeOf(definition);
  if (type.empty() || definition.kind != Definition::Let)
    if (StringRef here =
            file.typeOf(SemaObserver::Expression, place.begin, place.end);
        !here.empty() && here.contains('['))
      type = here;
  bool isValue = definition.kind == Definition::Let ||
                 definition.kind == Definition::Variable ||
                 definition.kind == Definition::Metric;
  if (isValue && !definition.type && !type.empty()) {
    head += ": " + type.str();
    type = "";
  }
  std::string text = program(head);
  bool isUse = definition.kind == Definition::Block ||
               definition.kind == Definition::LayerName ||
               definition.kind == Definition::Fn;
  if (isUse)
    type = "";
  if (!type.empty() && !StringRef(head).contains(type) && type != "layer")
    text += "\n`" + type.str() + "`\n";
  StringRef doc = definition.doc;
  if (definition.block && doc.empty())
    doc = definition.block->doc;
  if (!doc.empty())
    text += "\n" + doc.str() + "\n";
  if (definition.kind == Definition::Param ||
      definition.kind == Definition::State)
    addPaths(file, definition, text);
  // What the layer or function gives here.
  if (const StagePlace *stage =
          isUse ? stageAround(file.now, place.begin) : nullptr) {
    size_t begin = file.now.offset(stage->range.Start),
           end = file.now.offset(stage->range.End);
    bool isHead =
        begin == place.begin || definition.kind == Definition::LayerName;
    StringRef result = file.typeOf(SemaObserver::Stage, begin, end);
    if (isHead && !result.empty())
      text += "\ngives `" + result.str() + "`\n";
    if (const LayerUse *use = isHead ? file.layerAt(begin, end) : nullptr)
      addLayer(*use, text);
  }
  if (definition.kind == Definition::Model) {
    int64_t parameters = 0, states = 0;
    for (const VariableInfo &variable : file.variables())
      if (variable.model == definition.id.name)
        (variable.isState ? states : parameters) += variable.count;
    if (parameters || states)
      text += "\n" + countText(parameters, states) + "\n";
  }
  if (definition.kind == Definition::Layer)
    for (const VariableInfo &variable : file.variables())
      if (StringRef(variable.path)
              .starts_with((definition.id.name + ".").str()))
        text += "\n`" + variable.path + ": " + variable.type + "`  ";
  return text;
}

/// What the codes of the diagnostics at a place mean.
static void addExplanations(const Analysis &file, size_t offset,
                            std::string &text) {
  for (const Diagnostic &diagnostic : file.diagnostics().all()) {
    if (!file.contains(diagnostic.range) ||
        file.offset(diagnostic.range.Start) > offset ||
        offset > file.offset(diagnostic.range.End))
      continue;
    for (const Explanation &explanation : explanations())
      if (explanation.code == diagnostic.code) {
        // The examples of the page would hide the rest.
        StringRef first = explanation.text.split("\n```").first.trim();
        text += (text.empty() ? "" : "\n---\n") +
                ("**" + explanation.code + "** " + explanation.title + "\n\n" +
                 first + "\n")
                    .str();
      }
  }
}

std::optional<lsp::Hover> editor::hover(const View &file, size_t offset) {
  std::string text;
  size_t begin = 0, end = 0;
  if (auto place = file.nameAt(offset)) {
    begin = place->begin;
    end = place->end;
    text = describe(file, *place);
  } else if (auto word = wordAt(file.now.text, offset); !word.empty()) {
    begin = word.begin() - file.now.text.data();
    end = begin + word.size();
    if (std::string what = describeWord(word, file.now.text, begin);
        !what.empty())
      text = what;
    StringRef type = file.typeOf(SemaObserver::Expression, begin, end);
    if (!type.empty() && type != "fn" && type != "block")
      text += "\n`" + type.str() + "`\n";
  } else if (auto extent = file.now.expressionAt(offset)) {
    std::tie(begin, end) = *extent;
    StringRef type = file.typeOf(SemaObserver::Expression, begin, end);
    text = "`" + type.str() + "`\n";
  }
  addExplanations(file.now, offset, text);
  if (text.empty())
    return std::nullopt;
  lsp::Hover result(file.now.lines.range(begin, end));
  result.contents.kind = lsp::MarkupKind::Markdown;
  result.contents.value = json::isUTF8(text) ? text : json::fixUTF8(text);
  if (begin == end)
    result.range = std::nullopt;
  return result;
}
