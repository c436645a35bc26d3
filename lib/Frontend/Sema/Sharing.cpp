//===- Sharing.cpp - layers that are applied more than once ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

/// A layer that a file declares belongs, under its name, to each model that
/// applies it (rule 39).
Value Elaborator::fileLayer(const LayerStmt &decl, const FileScope &file,
                            SMRange range, Frame &frame) {
  if (!owner) {
    error("E0205", range,
          "`" + decl.name.name + "` belongs to the models that apply it", frame)
        .label("there is no model here");
    return Value();
  }
  if (auto it = owner->fileLayers.find(&decl); it != owner->fileLayers.end())
    return it->second;
  Frame place;
  place.file = &file;
  Value value = eval(decl.value, place);
  if (value.isUnknown())
    return value;
  if (value.kind != Value::Layer) {
    error("E0205", decl.value->range, "`layer` names a layer", frame)
        .label("found " + describe(value));
    return Value();
  }
  value.layer->declared = true;
  value.layer->path = decl.name.name.str();
  for (Frame *outer = &frame; outer; outer = outer->caller)
    if (outer->kind == Frame::Model)
      if (auto it = outer->layers.find(decl.name.name);
          it != outer->layers.end()) {
        error("E0301", range,
              "two layers are both named `" + decl.name.name + "`", frame)
            .label("this is the layer of the file")
            .secondary(it->second, "first");
        return Value();
      }
  owner->fileNames[decl.name.name] = decl.name.range;
  return owner->fileLayers[&decl] = value;
}

/// Reserves the name of a layer in its body, which the user wrote as `call`.
/// False after an error.
bool Elaborator::takeLayerName(Identifier name, StringRef call, Frame &frame) {
  auto [it, fresh] = frame.layers.try_emplace(name.name, name.range);
  SMRange first = it->second;
  if (fresh) {
    if (!owner || frame.kind != Frame::Model || !frame.path.empty())
      return true;
    auto file = owner->fileNames.find(name.name);
    if (file == owner->fileNames.end())
      return true;
    first = file->second;
  }
  Diagnostic &diag =
      error("E0301", name.range,
            "two layers are both named `" + name.name + "`", frame);
  diag.label("second").secondary(first, "first");
  if (call.empty())
    return false;
  std::string other =
      frame.layers.count("out") ? name.name.str() + "_2" : "out";
  std::string text = source(first);
  diag.help("write `" + call + " as " + other + "`" +
            (StringRef(text).ends_with(")")
                 ? "; keep `" + text + " as " + name.name.str() +
                       "` if you have saved weights"
                 : ""));
  // Behind a stage of a pipeline, or in place of the name that stands there.
  if (source(name.range) == name.name)
    diag.edit(name.range, other);
  else if (isStage(name.range))
    diag.insertAfter(name.range, " as " + other);
  return false;
}

/// The value of a variable from before this application: that of the call, or
/// what an earlier application has made of it (rule 50).
Value Elaborator::readVariable(const Variable &variable, Type type,
                               SMRange range, Frame &frame) {
  Value value(Value::Tensor);
  value.type = std::move(type);
  auto written = build->writes.find(variable.path);
  if (variable.isState && written != build->writes.end() &&
      written->second.application != frame.application) {
    // Nothing flows back through an update.
    value.node = emit(Op::StopGradient, variable.type,
                      {written->second.write->operands[0]}, range, frame.path);
    value.node->text = variable.path;
    return value;
  }
  value.node = leaf(Op::Read, variable.path, variable.type, range);
  return value;
}

/// What the variable holds after this call; the last application decides.
void Elaborator::write(StringRef path, const Value &value, SMRange range,
                       Frame &frame) {
  auto earlier = build->writes.find(path);
  if (earlier != build->writes.end())
    earlier->second.write->text.clear();
  Node *node = emit(Op::Write, Type(), {value.node}, range, frame.path);
  node->text = path.str();
  build->writes[path] = {range, frame.application, node};
  ++build->updates;
}
