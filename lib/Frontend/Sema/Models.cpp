//===- Models.cpp - calls of models ---------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A section calls its own model, and others, whose parameters are constant
// there (rule 51). What those hold is stored with the section's model, as
// states below the name of theirs: `Teacher.fc.weight`.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/ScopeExit.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

Value Elaborator::callModel(const ModelDecl &decl, const FileScope &file,
                            CallArgs args, SMRange range, Frame &frame) {
  if (&decl != modelDecl)
    return callOther(decl, file, args, range, frame);
  llvm::StringMap<BoundArg> bound;
  if (!bindArgs(decl.name.name, decl.inputs, args, range, frame, bound, 1000))
    return Value();
  llvm::StringMap<Value> given;
  for (const Param &param : decl.inputs)
    if (auto it = bound.find(param.name.name); it != bound.end())
      given[param.name.name] = argValue(it->second, frame);
  if (!enter(&decl, decl.name.name, range, frame))
    return Value();
  llvm::scope_exit leaveScope([&] { entered.pop_back(); });
  Frame body;
  body.caller = &frame;
  body.file = &file;
  body.call = range;
  body.name = decl.name.name;
  body.kind = Frame::Model;
  body.training = frame.training;
  body.application = ++applications;
  bool good = true;
  for (const Param &param : decl.inputs) {
    auto it = bound.find(param.name.name);
    if (it == bound.end()) {
      error("E0204", range,
            "`" + decl.name.name + "` lacks the input `" + param.name.name +
                "`",
            frame);
      return Value();
    }
    Value value = given[param.name.name];
    if (!matchInput(param, value, it->second.range, body, frame)) {
      good = false;
      continue;
    }
    body.scopes.back()[param.name.name] = value;
  }
  if (!good)
    return Value();
  traceModel(decl, body);
  return closeBody(decl, evalBody(*decl.body, body), body);
}

/// Puts what `function` does from node `first` on below the name of a model.
static void moveBelow(StringRef model, Function &function, size_t first) {
  for (size_t i = first; i < function.nodes.size(); ++i) {
    Node &node = *function.nodes[i];
    node.path = (node.path.empty() ? model : model + "." + node.path).str();
    if (node.op == Op::Read)
      node.text = (model + "." + node.text).str();
    if (node.scan)
      moveBelow(model, node.scan->body, 0);
  }
}

/// The section's model holds what another one has learned.
void Elaborator::lend(const typed::Model &other) {
  for (const auto &variable : other.variables) {
    std::string path = other.name + "." + variable->path;
    if (owner->byPath.count(path))
      continue;
    auto lent = std::make_unique<Variable>();
    lent->path = path;
    lent->type = variable->type;
    lent->stack = variable->stack;
    lent->isState = true;
    lent->range = variable->range;
    lent->origin = variable.get();
    owner->byPath[path] = lent.get();
    owner->variables->push_back(std::move(lent));
  }
  auto &lenders = section->lenders;
  if (llvm::is_contained(lenders, other.name))
    return;
  // From the last section before this one that is about it.
  StringRef from;
  for (const Stmt *decl : root->file->decls) {
    auto *train = llvm::dyn_cast<TrainDecl>(decl);
    if (train && train->sectionName() == section->name)
      break;
    if (train && train->model.name == other.name)
      from = train->sectionName();
  }
  lenders.push_back(other.name);
  lenders.push_back(from.str());
}

Value Elaborator::callOther(const ModelDecl &decl, const FileScope &file,
                            CallArgs args, SMRange range, Frame &frame) {
  StringRef name = decl.name.name;
  bool inModel = !section;
  for (const Frame *at = &frame; at; at = at->caller)
    inModel |= at->kind == Frame::Model;
  if (inModel) {
    error("E0205", range, "a model is called in a `train` section", frame)
        .help("what two models share is a `block` that both apply");
    return Value();
  }
  if (build->outer || build->drawer) {
    error("E0205", range, "another model is called outside of loops", frame)
        .help("call it before: `let y = " + source(range) + "`");
    return Value();
  }
  auto other = llvm::find_if(
      program->models, [&](const auto &each) { return each->name == name; });
  if (failed.contains(name) || other == program->models.end())
    return Value();
  // Arguments are of the section.
  std::vector<std::pair<StringRef, BoundArg>> given(args.begin(), args.end());
  for (auto &[argument, bound] : given)
    bound.value = argValue(bound, frame);
  size_t first = build->function->nodes.size();
  Value value;
  {
    auto leaves = std::exchange(build->leaves, {});
    auto writes = std::exchange(build->writes, {});
    Owner *outerOwner = std::exchange(owner, modelOwners[name].get());
    typed::Model *outerModel = std::exchange(model, other->get());
    const ModelDecl *outerDecl = std::exchange(modelDecl, &decl);
    auto outerFrozen = std::exchange(frozen, {});
    llvm::scope_exit restore([&] {
      build->leaves = std::move(leaves);
      build->writes = std::move(writes);
      owner = outerOwner;
      model = outerModel;
      modelDecl = outerDecl;
      frozen = std::move(outerFrozen);
    });
    Frame constant = frame;
    constant.training = false;
    value = callModel(decl, file, given, range, constant);
  }
  moveBelow(name, *build->function, first);
  lend(**other);
  return value;
}
