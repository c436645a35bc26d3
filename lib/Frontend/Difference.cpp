//===- Difference.cpp - Whether two programs mean the same ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each program becomes a list of facts, and the lists are compared. Values are
// numbered by what they are computed from, in one table for both programs, so
// that equal numbers are equal terms wherever they stand. How often a function
// computes a value is a fact too: gradients are summed over uses, and the order
// of a sum is seen in its last bits.
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Difference.h"
#include "Fold.h"
#include "nnc/Frontend/TypedAST.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;

namespace {

using Numbers = llvm::StringMap<unsigned>;
using Names = llvm::StringMap<std::string>;

struct Fact {
  std::string about; ///< for the reader
  std::string text;
};

/// Text with nothing in it that does not count.
class Text {
public:
  Text &operator<<(StringRef word) {
    // Words come from programs: their lengths keep them apart.
    os << word.size() << ':' << word << ' ';
    return *this;
  }
  Text &operator<<(int64_t value) {
    os << value << ' ';
    return *this;
  }
  /// To the last bit; which NaN it is does not count.
  Text &operator<<(double value) {
    return *this << llvm::bit_cast<int64_t>(value != value ? NAN : value);
  }
  Text &operator<<(bool value) { return *this << int64_t(value); }
  Text &operator<<(unsigned value) { return *this << int64_t(value); }
  Text &operator<<(size_t value) { return *this << int64_t(value); }
  Text &operator<<(int value) { return *this << int64_t(value); }
  Text &operator<<(const DimExpr &size) { return *this << size.spelled(); }
  Text &operator<<(const std::string &word) { return *this << StringRef(word); }
  Text &operator<<(const char *word) { return *this << StringRef(word); }
  Text &operator<<(const Type &type) {
    *this << int(type.kind);
    if (!type.isTensor())
      return *this;
    *this << spelling(type.element) << type.axes.size();
    for (const Axis &axis : type.axes)
      *this << axis.size;
    return *this;
  }
  Text &operator<<(const Duration &each) {
    return *this << each.steps << each.epochs << each.examples;
  }
  Text &operator<<(const DataPart &part) {
    return *this << int(part.part) << part.dataset;
  }
  Text &operator<<(const Argument &each) {
    return *this << int(each.kind) << each.name << each.text << each.number
                 << each.texts << each.numbers << each.shape;
  }
  template <typename T> Text &operator<<(const std::optional<T> &value) {
    return value ? *this << true << *value : *this << false;
  }
  template <typename T> Text &operator<<(const std::vector<T> &list) {
    return *this << llvm::ArrayRef<T>(list);
  }
  template <typename T> Text &operator<<(const llvm::SmallVectorImpl<T> &list) {
    return *this << llvm::ArrayRef<T>(list);
  }
  template <typename T> Text &operator<<(llvm::ArrayRef<T> list) {
    *this << list.size();
    for (const T &each : list)
      *this << each;
    return *this;
  }

  std::string str() { return std::move(text); }

private:
  std::string text;
  llvm::raw_string_ostream os{text};
};

class Facts {
public:
  Facts(const Program &program, Numbers &numbers, const Names &newNames)
      : numbers(numbers), newNames(newNames) {
    add(program);
  }
  const std::vector<Fact> &all() const { return facts; }

private:
  void add(const Program &program);
  void add(const Model &model);
  void add(const Dataset &dataset);
  void add(const Train &train);
  void add(const std::string &about, const Variable &variable);
  void add(const std::string &about, const Function &function);
  std::optional<double> scalarOf(const Node &node) const;
  unsigned number(const Node &node);
  unsigned numberFor(Text &key) {
    return numbers.try_emplace(key.str(), numbers.size()).first->second;
  }
  std::string closed(const Function &function);
  std::string hyperName(StringRef name) const {
    auto it = newNames.find(name);
    return it == newNames.end() ? name.str() : it->second;
  }
  void fact(std::string about, Text &text) {
    facts.push_back({std::move(about), text.str()});
  }

  Numbers &numbers;
  const Names &newNames;
  std::vector<Fact> facts;
  llvm::DenseMap<const Node *, unsigned> numberOf;
  llvm::DenseMap<const Node *, double> scalars; ///< that are known
  /// How often a variable was written above, in the function at hand.
  llvm::StringMap<unsigned> writes;
};

} // namespace

static bool hasEffect(Op op) {
  return op == Op::Metric || op == Op::Optimize || op == Op::Write ||
         op == Op::Assert;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

/// The scalar that a node is, where that is known when the program is compiled.
/// What a hyper made known in one program may be a number in the other.
std::optional<double> Facts::scalarOf(const Node &node) const {
  bool isWhole = node.type.kind != Type::Num;
  if (node.type.isTensor() || node.type.kind == Type::None)
    return std::nullopt;
  // Whole numbers that a double does not hold are left as they are.
  auto fits = [&](double value) {
    return !isWhole || std::fabs(value) < double(int64_t(1) << 53);
  };
  if (node.op == Op::Constant) {
    double value = isWhole ? double(node.ints[0]) : node.number;
    return fits(value) ? std::optional(value) : std::nullopt;
  }
  llvm::SmallVector<double, 3> known;
  for (const Node *operand : node.operands) {
    auto it = scalars.find(operand);
    if (it == scalars.end())
      return std::nullopt;
    known.push_back(it->second);
  }
  if (known.empty())
    return std::nullopt;
  double x = known[0], y = known.size() > 1 ? known[1] : 0;
  switch (node.op) {
  case Op::ToNum:
    return x;
  case Op::Not:
    return !x;
  case Op::And:
    return x && y;
  case Op::Or:
    return x || y;
  case Op::Where:
    return x ? y : known[2];
  case Op::Cmp: {
    StringRef sign = node.text;
    return sign == "eq"   ? x == y
           : sign == "ne" ? x != y
           : sign == "lt" ? x < y
           : sign == "le" ? x <= y
           : sign == "gt" ? x > y
                          : x >= y;
  }
  default:
    break;
  }
  std::optional<double> result =
      known.size() == 1 ? fold(node.op, x) : fold(node.op, x, y);
  return result && fits(*result) ? result : std::nullopt;
}

/// The number of a value whose operands have theirs.
unsigned Facts::number(const Node &node) {
  Text key;
  if (std::optional<double> known = scalarOf(node)) {
    scalars[&node] = *known;
    key << "known" << node.type << *known;
    return numberOf[&node] = numberFor(key);
  }
  // A mask that lets everything pass, or nothing.
  if (node.op == Op::Where && node.operands[0]->op == Op::Splat)
    if (auto it = scalars.find(node.operands[0]->operands[0]);
        it != scalars.end()) {
      const Node *taken = node.operands[it->second ? 1 : 2];
      if (taken->type == node.type)
        return numberOf[&node] = numberOf.lookup(taken);
    }
  key << int(node.op) << node.type << node.ints << node.sizes << node.number
      << node.names << node.values << node.path;
  StringRef text = node.text;
  if (node.op == Op::Scalar && text.consume_front("hyper."))
    key << "hyper." + hyperName(text);
  else if (node.op != Op::CustomVjp) // the name of a function
    key << text;
  if (node.op == Op::Read)
    key << writes.lookup(node.text);
  if (node.op == Op::Write)
    ++writes[node.text];
  const Scan *scan = node.scan.get();
  llvm::ArrayRef<Node *> operands = node.operands;
  if (scan) {
    // What a loop takes from outside stands in any order: inside, it is what it
    // is outside.
    size_t own = scan->axes.size() + scan->carries;
    for (auto [i, taken] : llvm::enumerate(operands.drop_front(own))) {
      const Node *inside = scan->body.inputs[1 + own + i];
      numberOf[inside] = numberOf.lookup(taken);
      if (auto it = scalars.find(taken); it != scalars.end())
        scalars[inside] = it->second;
    }
    operands = operands.take_front(own);
  }
  for (const Node *operand : operands)
    key << numberOf.lookup(operand);
  for (const Function *inner : {node.forward.get(), node.vjp.get()})
    if (inner)
      key << closed(*inner);
  if (scan)
    key << closed(scan->body) << scan->axes << scan->emitAxes << scan->carries
        << scan->count;
  return numberOf[&node] = numberFor(key);
}

/// A function inside of a value, as part of its key.
std::string Facts::closed(const Function &function) {
  auto around = std::exchange(writes, {});
  auto outer = std::exchange(facts, {});
  add("", function);
  writes = std::move(around);
  Text text;
  for (const Fact &each : std::exchange(facts, std::move(outer)))
    text << each.text;
  return text.str();
}

void Facts::add(const std::string &about, const Function &function) {
  writes.clear();
  Text order;
  std::map<unsigned, std::pair<const Node *, unsigned>> tensors;
  for (const auto &node : function.nodes) {
    if (numberOf.count(node.get()))
      continue; // taken from outside
    unsigned value = number(*node);
    if (hasEffect(node->op) || node->op == Op::Input)
      order << value;
    // What is a number or a constant is not summed over.
    else if (node->type.isTensor() && node->op != Op::Constant &&
             node->op != Op::Splat && node->op != Op::Where)
      ++tensors.try_emplace(value, node.get(), 0).first->second.second;
  }
  for (const auto &[value, uses] : tensors) {
    const auto &[node, count] = uses;
    std::string place = "`" + mnemonic(node->op).str() + "` " +
                        node->type.str() + ", " + std::to_string(count) +
                        " of it";
    if (!node->path.empty())
      place += ", in layer `" + node->path + "`";
    Text text;
    text << value << count;
    fact(about + ": " + place, text);
  }
  for (const Function::Result &result : function.results)
    order << result.name << numberOf.lookup(result.value);
  fact(about + ": the order of effects and results", order);
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

void Facts::add(const std::string &about, const Variable &variable) {
  std::string name = about + (variable.isState ? "state" : "parameter") + " `" +
                     variable.path + "` " + variable.type.str();
  Text text;
  text << variable.path << variable.type << variable.stack << variable.isState
       << variable.frozen
       << (variable.origin ? variable.origin->path : std::string());
  fact(name, text);
  add("initial value of " + name, variable.init);
}

void Facts::add(const Model &model) {
  std::string name = "model `" + model.name + "`";
  Text text;
  text << model.name;
  fact(name, text);
  for (const auto &variable : model.variables)
    add(name + ", ", *variable);
  for (const Call &call : model.calls) {
    Text text;
    text << call.path << call.isBlock << call.parent << call.stack;
    for (const Call::Result &result : call.results)
      text << result.name << result.type;
    fact(name + ", use of `" + call.name + "` at `" + call.path + "`", text);
  }
  add(name, model.infer);
}

void Facts::add(const Dataset &dataset) {
  std::string name = "data set `" + dataset.name + "`";
  Text text;
  text << dataset.name << dataset.source << dataset.arguments
       << dataset.hasSplit << dataset.validationFraction
       << dataset.testFraction;
  fact(name, text);
  for (const Column &column : dataset.columns) {
    Text text;
    text << column.input << column.function << column.columns
         << column.categories << column.arguments << column.field
         << column.truncate << column.type;
    fact(name + ", column `" + column.input + "`", text);
  }
  for (const Dataset::Field &field : dataset.fields) {
    Text text;
    text << field.name << field.type;
    fact(name + ", field `" + field.name + "` " + field.type.str(), text);
  }
  add(name, dataset.prepare);
  add(name + ", augmented", dataset.augment);
}

void Facts::add(const Train &train) {
  std::string name = "section `" + train.name + "`";
  auto key = [&](const char *key, const auto &value) {
    Text text;
    text << key << value;
    fact(name + ", `" + key + "`", text);
  };
  key("name", train.name);
  key("model", train.model);
  key("data", train.data);
  key("validation", train.validation);
  key("test", train.test);
  key("batch", train.batch);
  key("epochs", train.epochs);
  key("steps", train.steps);
  key("validate_every", train.validateEvery);
  key("seed", train.seed);
  key("accumulate", train.accumulate);
  key("shuffle", train.shuffle);
  key("bucket_by", train.bucketBy);
  key("start_from", train.startFrom);
  key("rename", train.renames);
  key("freeze", train.freeze);
  key("lenders", train.lenders);
  key("precision", train.precision);
  key("higher", train.higherMetrics);
  key("patience", train.patience);
  key("min_delta", train.minDelta);
  key("checkpoint_every", train.checkpointEvery);
  key("keep", train.keep);
  Text text;
  text << train.bestHigher << train.patienceHigher << train.restoreBest;
  fact(name + ", which metric is best", text);
  for (const auto &optimizer : train.optimizers) {
    std::string about = name + ", optimizer `" + optimizer->name + "`";
    Text text;
    text << optimizer->name << optimizer->type << optimizer->arguments
         << optimizer->rate << optimizer->rateArgument;
    fact(about, text);
    for (const auto &state : optimizer->states)
      add(about + ", ", *state);
    add(about, optimizer->body);
  }
  add(name + ", step", train.step);
  add(name + ", evaluation", train.eval);
  add(name + ", control", train.control);
}

void Facts::add(const Program &program) {
  Text edition;
  edition << program.edition;
  fact("edition", edition);
  // What comes from other files may stand elsewhere.
  std::map<std::string, Fact> sorted;
  for (const Dim &dim : program.dims) {
    Text text;
    text << dim.name << dim.minimum << dim.maximum;
    sorted[dim.name] = {"dim `" + dim.name + "`", text.str()};
  }
  for (const Hyper &hyper : program.hypers) {
    std::string name = hyperName(hyper.name);
    Text text;
    text << name << int(hyper.kind) << hyper.integer << hyper.number
         << hyper.duration << hyper.structural << hyper.doc
         << (hyper.kind == Hyper::Str ? hyper.text : std::string());
    sorted[name] = {"hyper `" + hyper.name + "`", text.str()};
  }
  for (auto &each : sorted)
    facts.push_back(std::move(each.second));
  for (const auto &model : program.models)
    add(*model);
  for (const auto &dataset : program.datasets)
    add(*dataset);
  for (const auto &train : program.trains)
    add(*train);
}

std::optional<std::string> nnc::difference(const Program &before,
                                           const Program &after,
                                           const Names &newNames) {
  Numbers numbers;
  Facts had(before, numbers, newNames);
  Facts has(after, numbers, {});
  size_t count = std::min(had.all().size(), has.all().size());
  size_t i = 0;
  while (i < count && had.all()[i].text == has.all()[i].text)
    ++i;
  if (i == had.all().size() && i == has.all().size())
    return std::nullopt;
  auto what = [&](const std::vector<Fact> &facts) {
    return i < facts.size() ? facts[i].about : std::string("nothing");
  };
  std::string first = what(had.all()), second = what(has.all());
  return first == second ? first + " is not the same"
                         : first + " against " + second;
}
