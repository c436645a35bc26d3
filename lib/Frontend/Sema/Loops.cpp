//===- Loops.cpp - the bodies of scans and rolled repeats -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The body of a loop is a function of its own. What it takes from the function
// around it becomes an input: a slice where the path has one tensor for each
// iteration, a carry where a scan updates a state, else the value as it is.
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

bool nnc::isIn(StringRef prefix, StringRef path) {
  return !prefix.empty() && path.consume_front(prefix) &&
         (path.empty() || path.front() == '.');
}

/// The path with `*` for the numbers of iterations, which enter keys by
/// themselves (rule 53).
std::string Elaborator::keyOf(StringRef path) const {
  std::string key = path.str();
  for (const Loop *loop : llvm::reverse(loops)) {
    StringRef prefix = loop->prefix;
    if (!isIn(prefix, key))
      continue;
    std::string rest = key.substr(prefix.size());
    key = prefix.take_front(prefix.rfind('.')).str() + ".*" + rest;
  }
  return key;
}

llvm::StringMap<unsigned> &Elaborator::draws() {
  FunctionBuild *function = build;
  while (function->outer)
    function = function->outer;
  return function->draws;
}

std::vector<Node *> Elaborator::loopIndices(std::optional<StringRef> path,
                                            SMRange range) {
  std::vector<Node *> indices;
  for (Loop *loop : loops) {
    if (path && !isIn(loop->prefix, *path))
      continue;
    if (Node *index = build->indices.lookup(loop))
      indices.push_back(index);
    else if (loop->index)
      indices.push_back(use(loop->index, range));
    else
      indices.push_back(scalarNode(Value::integer(loop->iteration), range));
  }
  return indices;
}

/// How often the rolled loops run that have their `*` in the path.
llvm::SmallVector<int64_t, 2> Elaborator::stackOf(StringRef path) const {
  llvm::SmallVector<int64_t, 2> stack;
  for (const Loop *loop : loops)
    if (loop->index && isIn(loop->prefix, path))
      stack.push_back(loop->count);
  return stack;
}

/// The rolled loops that give `path` one tensor for each iteration. Their
/// numbers are the inputs of its initial value.
void Elaborator::stackVariable(Variable &variable, FunctionBuild &init,
                               SMRange range) {
  variable.stack = stackOf(variable.path);
  for (Loop *loop : loops) {
    if (!loop->index || !isIn(loop->prefix, variable.path))
      continue;
    Node *index = emit(Op::Input, Type::scalar(Type::Int), {}, range);
    init.function->inputs.push_back(index);
    init.indices[loop] = index;
    init.imported[loop->index] = index;
  }
}

//===----------------------------------------------------------------------===//
// Bodies
//===----------------------------------------------------------------------===//

Node *Elaborator::addInput(Type type, SMRange range) {
  Node *node = emit(Op::Input, std::move(type), {}, range);
  build->function->inputs.push_back(node);
  return node;
}

/// An input of the body that is of the type of `value`.
Value Elaborator::loopInput(Type type, SMRange range) {
  Value value(Value::Tensor);
  value.type = type;
  value.node = addInput(std::move(type), range);
  return value;
}

Node *Elaborator::useOutside(Node *node, SMRange range) {
  FunctionBuild *body = std::exchange(build, build->outer);
  Node *outside = use(node, range);
  build = body;
  return outside;
}

/// Inside a body, the state whose value `node` of the function around it is,
/// null where it is something else.
const Variable *Elaborator::stateOf(const Node *node) const {
  if (!owner || node->text.empty() ||
      (node->op != Op::Read && node->op != Op::Input &&
       node->op != Op::StopGradient))
    return nullptr;
  const Variable *variable = owner->byPath.lookup(node->text);
  if (!variable || !variable->isState)
    return nullptr;
  if (node->op != Op::Input)
    return variable;
  // Not an input of the model that has the name of a state.
  for (const FunctionBuild *around = build->outer; around;
       around = around->outer)
    for (auto *links : {&around->slices, &around->states})
      if (auto it = links->find(variable->path);
          it != links->end() && it->second.inside == node)
        return variable;
  return nullptr;
}

/// Inside a body, the input for a value of the function around it.
Node *Elaborator::capture(Node *node, SMRange range) {
  FunctionBuild &body = *build;
  Node *outside = useOutside(node, range);
  const Variable *state = stateOf(node);
  Node *&inside = body.imported[node];
  if (state && body.states.count(state->path))
    return inside = body.states[state->path].inside;
  inside = addInput(outside->type, range);
  inside->text = outside->text;
  if (state)
    body.states[state->path] = {outside, inside};
  else
    body.captures.push_back({outside, inside});
  return inside;
}

/// Inside a body, the input for a parameter, a state or a scalar.
Node *Elaborator::loopLeaf(Op op, StringRef text, const Type &type,
                           SMRange range) {
  FunctionBuild *body = build;
  Loop &loop = *body->loop;
  const Variable *variable =
      op == Op::Read && owner ? owner->byPath.lookup(text) : nullptr;
  bool sliced = variable && isIn(loop.prefix, text);
  Type outer = type;
  if (sliced)
    outer.axes.insert(outer.axes.begin(), Axis(loop.count));
  bool isState = variable && variable->isState && !sliced;
  if (isState && body->states.count(variable->path))
    return body->states[variable->path].inside;
  build = body->outer;
  auto written = build->writes.find(text);
  Node *outside;
  if (isState && written != build->writes.end()) {
    // An earlier application has made something of it.
    outside = emit(Op::StopGradient, type, {written->second.write->operands[0]},
                   range);
    outside->text = text.str();
  } else {
    outside = leaf(op, text, outer, range);
  }
  build = body;
  Node *inside = addInput(type, range);
  inside->text = text.str();
  FunctionBuild::Link link{outside, inside};
  if (sliced)
    body->slices[variable->path] = link;
  else if (isState)
    body->states[variable->path] = link;
  else
    body->captures.push_back(link);
  return inside;
}

/// What `roots` depend on.
static llvm::DenseSet<const Node *>
liveNodes(const Function &function, llvm::ArrayRef<Function::Result> roots) {
  llvm::DenseSet<const Node *> live;
  for (const Function::Result &root : roots)
    live.insert(root.value);
  for (const auto &node : llvm::reverse(function.nodes))
    if (live.contains(node.get()))
      live.insert(node->operands.begin(), node->operands.end());
  return live;
}

std::vector<Value> Elaborator::endLoop(LoopBody &parts, SMRange range,
                                       Frame &frame) {
  FunctionBuild &body = parts.build;
  Function &function = parts.scan->body;
  Scan &scan = *parts.scan;
  assert(build == &body && "bodies are nested");
  size_t emits = parts.emits.size();
  std::vector<FunctionBuild::Assertion> asserts = std::move(body.asserts);
  for (const FunctionBuild::Assertion &assertion : asserts)
    parts.emits.push_back({assertion.condition, 0});
  // What is stored: one tensor of each iteration, or the last one. Nothing
  // flows back through an update (rule 50).
  struct Stored {
    const Variable *variable;
    SMRange range;
  };
  std::vector<Stored> slices, states;
  std::vector<Node *> lastStates, writes;
  for (const auto &node : function.nodes)
    if (node->op == Op::Write && !node->text.empty())
      writes.push_back(node.get());
  for (Node *write : writes) {
    const Variable &variable = *owner->byPath.lookup(write->text);
    write->text.clear();
    Node *value = write->operands[0];
    if (isIn(body.loop->prefix, variable.path)) {
      parts.emits.push_back({value, 0});
      slices.push_back({&variable, write->range});
      continue;
    }
    loopLeaf(Op::Read, variable.path, value->type, write->range);
    parts.carries.push_back(body.states[variable.path]);
    body.states.erase(variable.path);
    lastStates.push_back(
        emit(Op::StopGradient, value->type, {value}, write->range));
    states.push_back({&variable, write->range});
  }
  for (auto &entry : body.states)
    body.captures.push_back(entry.second);

  for (auto &[node, axis] : parts.emits) {
    function.results.push_back({"", node});
    scan.emitAxes.push_back(axis);
  }
  parts.next.insert(parts.next.end(), lastStates.begin(), lastStates.end());
  checkReaches(parts, frame);
  for (Node *node : parts.next)
    function.results.push_back({"", node});
  scan.carries = parts.carries.size();

  // What only an untaken way looked at is not taken from outside.
  auto live = liveNodes(function, function.results);
  for (auto &entry : body.slices)
    if (live.contains(entry.second.inside)) {
      parts.sequences.push_back(entry.second);
      scan.axes.push_back(0);
    }
  llvm::erase_if(body.captures, [&](const FunctionBuild::Link &link) {
    return !live.contains(link.inside);
  });
  if (parts.sequences.empty())
    scan.count = body.loop->count;
  function.inputs = {body.loop->index};
  llvm::SmallVector<Node *> operands;
  llvm::DenseSet<const Node *> inputs = {body.loop->index};
  for (auto *links : {&parts.sequences, &parts.carries, &body.captures})
    for (const FunctionBuild::Link &link : *links) {
      operands.push_back(link.outside);
      function.inputs.push_back(link.inside);
      inputs.insert(link.inside);
    }
  llvm::erase_if(function.nodes, [&](const std::unique_ptr<Node> &node) {
    return node->op == Op::Input && !inputs.contains(node.get());
  });

  build = body.outer;
  Node *node = emit(Op::Scan, Type(), operands, range, frame.path);
  std::vector<Value> results;
  for (auto [index, result] : llvm::enumerate(function.results)) {
    Type type = result.value->type;
    if (index < scan.emitAxes.size())
      type.axes.insert(type.axes.begin() + scan.emitAxes[index], parts.steps);
    Value value = tensor(Op::ScanResult, type, {node}, range, frame);
    value.node->ints = {int64_t(index)};
    results.push_back(std::move(value));
  }
  node->scan = std::move(parts.scan);

  auto store = [&](llvm::ArrayRef<Stored> list, size_t first) {
    for (auto [index, stored] : llvm::enumerate(list))
      write(stored.variable->path, results[first + index], stored.range, frame);
    results.erase(results.begin() + first,
                  results.begin() + first + list.size());
  };
  store(states, results.size() - states.size());
  store(slices, function.results.size() - scan.carries - slices.size());
  for (auto [index, assertion] : llvm::enumerate(asserts))
    emitAssert(results[emits + index].node, assertion.message, assertion.range,
               assertion.path);
  results.erase(results.begin() + emits,
                results.begin() + emits + asserts.size());
  return results;
}

//===----------------------------------------------------------------------===//
// Iterations by path
//===----------------------------------------------------------------------===//

/// What a loop goes by, whether those around it are rolled or not.
std::string Elaborator::loopName(StringRef path) const {
  std::string name = model ? model->name + ":" : ":";
  for (StringRef part : llvm::split(path, '.')) {
    bool isNumber = llvm::all_of(part, llvm::isDigit);
    name += "." + (isNumber ? "*" : part.str());
  }
  return name;
}

/// Does the glob match `path`, whose `*` are numbers below those of `stack`?
/// Loops whose iterations are told apart are written out.
bool Elaborator::matches(StringRef glob, StringRef path,
                         llvm::ArrayRef<int64_t> stack) {
  // Only a glob with digits tells numbers apart.
  if (stack.empty() || llvm::none_of(glob, llvm::isDigit))
    return globMatches(glob, path);
  bool any = false, all = true;
  std::function<void(StringRef, llvm::ArrayRef<int64_t>)> visit =
      [&](StringRef path, llvm::ArrayRef<int64_t> stack) {
        if (stack.empty()) {
          bool match = globMatches(glob, path);
          any |= match;
          all &= match;
          return;
        }
        auto [head, rest] = path.split(".*");
        for (int64_t i = 0; i < stack[0]; ++i)
          visit((head + "." + llvm::Twine(i) + rest).str(), stack.drop_front());
      };
  visit(path, stack);
  if (any != all)
    for (size_t star = 0; (star = path.find(".*", star)) != StringRef::npos;
         star += 2)
      startAgain |=
          writtenOut.insert(loopName(path.take_front(star + 2))).second;
  return any;
}
