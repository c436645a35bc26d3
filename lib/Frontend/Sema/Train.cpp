//===- Train.cpp - training sections -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Train.h"
#include "nnc/Frontend/Vocabulary.h"
#include "llvm/ADT/ScopeExit.h"

#include <cmath>

using namespace nnc;
using namespace nnc::typed;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;
using llvm::Twine;

static constexpr StringRef kKeys[] = {
    "data",           "validation", "test",       "batch",     "steps",
    "epochs",         "seed",       "loss",       "penalty",   "decay",
    "optimizer",      "clip",       "metric",     "precision", "accumulate",
    "freeze",         "start_from", "early_stop", "stop_when", "checkpoint",
    "validate_every", "bucket_by",  "shuffle"};

llvm::ArrayRef<StringRef> nnc::trainKeys() { return kKeys; }

//===----------------------------------------------------------------------===//
// Keys
//===----------------------------------------------------------------------===//

std::optional<DataPart> Elaborator::readPart(const Expr *expr, Frame &frame) {
  Value value = eval(expr, frame);
  if (value.isUnknown())
    return std::nullopt;
  if (value.kind != Value::Parts) {
    error("E0205", expr->range, "expected a data set or a part of one", frame)
        .label("found " + describe(value));
    return std::nullopt;
  }
  DataPart part;
  part.dataset = value.index;
  part.part = value.text == "train"        ? DataPart::Train
              : value.text == "validation" ? DataPart::Validation
              : value.text == "test"       ? DataPart::Test
                                           : DataPart::All;
  const Dataset &data = *program->datasets[value.index];
  bool exists = part.part == DataPart::All || data.hasSplit;
  if (part.part == DataPart::Validation)
    exists = data.validationFraction > 0;
  if (part.part == DataPart::Test)
    exists = data.testFraction > 0;
  if (!exists) {
    error("E0203", expr->range,
          "`" + data.name + "` has no part `" + value.text + "`", frame)
        .help("`split = fractions(" +
              (value.text == "train" ? std::string("validation") : value.text) +
              " = 0.1)`");
    return std::nullopt;
  }
  return part;
}

std::optional<int64_t> Elaborator::readCount(const Expr *expr, StringRef key,
                                             int64_t least, Frame &frame) {
  Value value = eval(expr, frame);
  if (value.isUnknown())
    return std::nullopt;
  std::optional<int64_t> count =
      value.kind == Value::Int ? value.constantInt() : std::nullopt;
  if (!count || *count < least) {
    error("E0205", expr->range, "`" + key + "` is an int from " + Twine(least),
          frame)
        .label("found " + describe(value));
    if (value.kind == Value::Num && lastError)
      adviseInt(expr->range, frame, *lastError);
    return std::nullopt;
  }
  markStructural(value);
  return count;
}

bool Elaborator::readKeys(TrainBuild &train, Frame &frame) {
  typed::Train &result = *train.result;
  StringRef name = train.decl->sectionName();
  bool updates = false;
  for (const Stmt *item : train.decl->section->stmts) {
    updates |= isa<UpdateStmt>(item);
    auto *key = dyn_cast<KeyItem>(item);
    if (!key)
      continue;
    StringRef keyName = key->name.name;
    if (!llvm::is_contained(kKeys, keyName)) {
      Diagnostic &diag =
          error("E0501", key->name.range,
                "unknown key `" + keyName + "` in `train`", frame);
      StringRef close = closestName(keyName, kKeys);
      if (keyName == "learning_rate" || keyName == "lr" || keyName == "rate")
        adviseRate(*train.decl, *key, diag);
      else if (isUsedAfter(*train.decl, *key)) {
        diag.help("to bind a name, write `let " + keyName + " = ...`")
            .insertBefore(key->range, "let ");
      } else if (!close.empty())
        diag.suggest(key->name.range, keyName, close);
      continue;
    }
    auto [it, inserted] = train.keys.try_emplace(keyName, key->value);
    if (!inserted)
      error("E0501", key->name.range, "`" + keyName + "` is given twice",
            frame);
  }
  for (auto &entry : sets) {
    auto [section, key] = entry.first().split('.');
    if (key.empty() || (section != "train" && section != name))
      continue;
    static const StringRef settable[] = {
        "batch",      "steps",          "epochs", "seed",
        "accumulate", "validate_every", "shuffle"};
    if (!llvm::is_contained(settable, key))
      continue;
    entry.second.second = true;
    if (const Expr *expr = parseValue(entry.second.first))
      train.keys[key] = expr;
    else
      diags.error("E0205", SMRange(),
                  "`--set " + entry.first() + "=" + entry.second.first +
                      "`: this is no value");
  }
  auto key = [&](StringRef name) { return train.keys.lookup(name); };
  auto require = [&](StringRef name, const Twine &help) {
    if (!key(name))
      error("E0501", train.decl->model.range,
            "this section has no `" + name + "`", frame)
          .help(help);
    adviseKey(*train.decl, name);
  };
  require("data", "`data = MyData.train`");
  require("batch", "`batch = 32`");
  if (!key("epochs") && !key("steps"))
    require("epochs", "`epochs = 10`, or `steps = 5000`");
  if (updates && (key("optimizer") || key("decay") || key("clip")))
    error("E0501", train.decl->model.range,
          "a section learns by `optimizer` or by `update`, not both", frame);
  if (!updates && (!key("loss") || !key("optimizer")))
    error("E0501", train.decl->model.range,
          "this section does not say how to learn", frame)
        .help("give `loss` and `optimizer`, or `update` rules");
  if (!updates)
    for (StringRef name : {"loss", "optimizer"})
      if (!key(name))
        adviseKey(*train.decl, name);

  if (const Expr *expr = key("data"))
    if (auto part = readPart(expr, frame))
      result.data = *part;
  if (const Expr *expr = key("validation"))
    if (auto part = readPart(expr, frame))
      result.validation = *part;
  if (const Expr *expr = key("test"))
    if (auto part = readPart(expr, frame))
      result.test = *part;
  if (const Expr *expr = key("batch"))
    result.batch = readCount(expr, "batch", 1, frame).value_or(1);
  if (const Expr *expr = key("seed"))
    result.seed = readCount(expr, "seed", 0, frame).value_or(0);
  if (const Expr *expr = key("accumulate"))
    result.accumulate = readCount(expr, "accumulate", 1, frame).value_or(1);
  if (updates && result.accumulate > 1)
    error("E0501", key("accumulate")->range,
          "`accumulate` adds up gradients, and `update` has none", frame)
        .help("a section with an `optimizer` accumulates");
  examplesPerStep = result.batch * result.accumulate;
  // Lengths are counts of their own unit, or durations.
  auto length = [&](StringRef name, double Duration::*unit,
                    Duration &duration) {
    const Expr *expr = key(name);
    if (!expr)
      return;
    Value value = eval(expr, frame);
    if (value.isUnknown())
      return;
    markStructural(value);
    std::optional<int64_t> count =
        value.kind == Value::Int ? value.constantInt() : std::nullopt;
    if (value.kind == Value::Duration || value.isSteps)
      duration = durationOf(value, expr->range, name, frame).value_or(duration);
    else if (count && *count > 0)
      duration.*unit = double(*count);
    else
      error("E0205", expr->range, "`" + name + "` is an int from 1", frame)
          .label("found " + describe(value));
  };
  length("epochs", &Duration::epochs, result.epochs);
  length("steps", &Duration::steps, result.steps);
  if (const Expr *expr = key("validate_every"))
    if (auto duration = readDuration(expr, "validate_every", frame))
      result.validateEvery = *duration;
  if (const Expr *expr = key("bucket_by"))
    readBuckets(expr, result, frame);
  if (const Expr *expr = key("shuffle")) {
    Value value = eval(expr, frame);
    if (value.kind == Value::Bool && value.flag)
      result.shuffle = *value.flag;
    else if (!value.isUnknown())
      error("E0205", expr->range, "`shuffle` is true or false", frame);
  }
  if (const Expr *expr = key("precision")) {
    auto *call = dyn_cast<CallExpr>(expr);
    auto *callee = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
    Value compute;
    if (callee && callee->name == "mixed" && call->args.size() == 1 &&
        (!call->args[0].name || call->args[0].name.name == "compute"))
      compute = eval(call->args[0].value, frame);
    if (compute.kind == Value::Str &&
        (compute.text == "bf16" || compute.text == "f16"))
      result.precision = compute.text;
    else
      error("E0205", expr->range,
            "`precision` is `mixed(compute = \"bf16\")` or \"f16\"", frame);
  }
  if (const Expr *expr = key("freeze")) {
    Value value = eval(expr, frame);
    std::vector<Value> globs{value};
    if (value.kind == Value::List)
      globs = value.items;
    for (const Value &glob : globs) {
      if (glob.isUnknown())
        continue;
      if (glob.kind != Value::Str) {
        error("E0205", expr->range, "expected a pattern of paths", frame)
            .help("`freeze = \"embed.**\"`");
        continue;
      }
      if (llvm::none_of(model->variables, [&](const auto &variable) {
            return matches(glob.text, *variable);
          }))
        error("E0203", expr->range,
              "no parameter matches \"" + glob.text + "\"", frame);
      result.freeze.push_back(glob.text);
    }
  }
  if (const Expr *expr = key("start_from"))
    readStart(expr, result, frame);
  return result.data.dataset >= 0;
}

//===----------------------------------------------------------------------===//
// The section
//===----------------------------------------------------------------------===//

void Elaborator::buildTrain(const TrainDecl &decl, FileScope &scope) {
  Frame frame;
  frame.file = &scope;
  frame.kind = Frame::Train;
  frame.name = decl.sectionName();
  const FileScope *where = nullptr;
  auto *found = llvm::dyn_cast_if_present<ModelDecl>(
      findDecl(scope, decl.model.name, &where));
  int index = -1;
  std::vector<StringRef> names;
  for (size_t i = 0; i < program->models.size(); ++i) {
    names.push_back(program->models[i]->name);
    if (names.back() == decl.model.name)
      index = i;
  }
  if (!found || index < 0) {
    Diagnostic &diag = error("E0203", decl.model.range,
                             "unknown model `" + decl.model.name + "`", frame);
    if (StringRef close = closestName(decl.model.name, names); !close.empty())
      diag.suggest(decl.model.range, decl.model.name, close);
    return;
  }
  for (const auto &other : program->trains)
    if (other->name == decl.sectionName()) {
      error("E0203", decl.model.range,
            "two sections are named `" + other->name + "`", frame)
          .help("name one: `train " + decl.model.name + " as again`");
      return;
    }
  auto result = std::make_unique<typed::Train>();
  result->name = decl.sectionName().str();
  result->model = index;
  result->range = decl.model.range;
  TrainBuild train{&decl, result.get(), {}, {}, {}, {}};
  model = program->models[index].get();
  modelDecl = found;
  owner = modelOwners[model->name].get();
  section = result.get();
  llvm::scope_exit restore([&] {
    model = nullptr;
    modelDecl = nullptr;
    section = nullptr;
    owner = nullptr;
    build = &scratch;
    frozen.clear();
    examplesPerStep = 1;
  });
  if (!readKeys(train, frame) || result->data.dataset < 0)
    return;
  frozen = result->freeze;
  for (bool training : {true, false})
    buildSection(train, training);
  buildControl(train);
  program->trains.push_back(std::move(result));
}

void Elaborator::buildSection(TrainBuild &train, bool training) {
  typed::Train &result = *train.result;
  FunctionBuild function(training ? &result.step : &result.eval);
  build = &function;
  facts = Facts();
  factsOf = function.function;
  llvm::scope_exit forget([&] {
    useFacts(*function.function);
    facts = Facts();
    factsOf = nullptr;
  });
  const Dataset &data = *program->datasets[result.data.dataset];
  if (llvm::none_of(program->dims,
                    [](const Dim &dim) { return dim.name == "batch"; })) {
    Dim dim;
    dim.name = "batch";
    program->dims.push_back(dim);
  }

  Frame frame;
  frame.file = root;
  frame.kind = Frame::Train;
  frame.name = train.decl->sectionName();
  frame.training = training;
  llvm::StringMap<Value> inputs;
  Axis batch(DimExpr::symbol("batch"), "batch");
  frame.resolve = [&](StringRef name) -> std::optional<Value> {
    if (name == "step" || name == "epoch")
      return scalarLeaf(name, Value::Int, train.decl->range);
    if (name == "batch")
      return Value::integer(DimExpr::symbol("batch"));
    if (auto it = inputs.find(name); it != inputs.end())
      return it->second;
    for (const Dataset::Field &field : data.fields) {
      if (field.name != name)
        continue;
      Value value(Value::Tensor);
      value.type = field.type;
      value.type.axes.insert(value.type.axes.begin(), batch);
      value.node = emit(Op::Input, value.type, {}, field.range);
      value.node->text = field.name;
      inputs[name] = value;
      return value;
    }
    if (failed.contains(data.name + "." + name.str()))
      return Value();
    return std::nullopt;
  };

  Value loss, penalty;
  auto metric = [&](StringRef name, Value value, SMRange range) {
    if (value.isUnknown()) {
      if (training) // `metrics` has it nevertheless
        train.metrics.push_back(name.str());
      return Value();
    }
    if (value.isScalar() && value.kind != Value::Bool)
      value =
          splat(toNum(value, range), Type::tensor(real(frame)), range, frame);
    if (value.isTensor() && isInteger(value.type.element)) {
      Type type = value.type;
      type.element = real(frame);
      value = tensor(Op::Cast, type, {value.node}, range, frame);
    }
    if (!value.isTensor() || value.type.rank() ||
        !isFloat(value.type.element)) {
      Diagnostic &diag =
          error("E0205", range, "`" + name + "` is one number", frame);
      diag.label("found " + describe(value));
      if (value.isTensor() && value.type.rank())
        diag.help("take its `mean`");
      return Value();
    }
    emit(Op::Metric, Type(), {value.node}, range)->text = name.str();
    if (training) {
      if (llvm::is_contained(train.metrics, name))
        error("E0501", range, "`" + name + "` is given twice", frame);
      train.metrics.push_back(name.str());
      // A share of right answers is better when larger (rule 67).
      const Node *node = value.node;
      if (node->op == Op::ReduceMean && node->operands[0]->op == Op::Cast &&
          node->operands[0]->operands[0]->type.element == Element::Bool)
        result.higherMetrics.push_back(name.str());
    }
    return value;
  };

  for (const Stmt *item : train.decl->section->stmts) {
    switch (item->kind) {
    case Stmt::Kind::Let:
      evalLet(*cast<LetStmt>(item), frame);
      break;
    case Stmt::Kind::Assert:
      evalAssert(*cast<AssertStmt>(item), frame);
      break;
    case Stmt::Kind::Update:
      evalUpdate(*cast<UpdateStmt>(item), frame);
      break;
    case Stmt::Kind::Metric: {
      auto &declared = *cast<MetricItem>(item);
      Value value = eval(declared.value, frame);
      metric(declared.name.name, value, declared.value->range);
      break;
    }
    case Stmt::Kind::Key: {
      auto &key = *cast<KeyItem>(item);
      if (key.name.name == "loss") {
        loss = metric("loss", eval(key.value, frame), key.value->range);
        frame.scopes.back()["loss"] = loss;
      } else if (key.name.name == "penalty" && training) {
        penalty = eval(key.value, frame);
        train.penaltyRange = key.value->range;
      } else if (!llvm::is_contained(kKeys, key.name.name) &&
                 isUsedAfter(*train.decl, key)) {
        frame.scopes.back()[key.name.name] = Value(); // meant as a `let`
      }
      break;
    }
    default:
      error("E0501", item->range, "this cannot stand in a `train` section",
            frame);
    }
  }
  if (training && train.keys.count("optimizer") && loss.isTensor())
    buildLearning(train, loss, penalty, frame);

  // The runtime hands over fields in the order of the data set.
  for (const Dataset::Field &field : data.fields) {
    auto it = inputs.find(field.name);
    if (it == inputs.end())
      continue;
    function.function->inputs.push_back(it->second.node);
    for (const DataPart *part : {&result.validation, &result.test}) {
      if (part->dataset < 0 || part->dataset == result.data.dataset)
        continue;
      const Dataset &other = *program->datasets[part->dataset];
      auto same = llvm::find_if(other.fields, [&](const Dataset::Field &f) {
        return f.name == field.name && f.type == field.type;
      });
      if (same == other.fields.end())
        error("E0503",
              train.keys[part == &result.test ? "test" : "validation"]->range,
              "`" + other.name + "` has no field `" + field.name + ": " +
                  field.type.str() + "`",
              frame)
            .secondary(field.range, "declared here");
    }
  }
}

//===----------------------------------------------------------------------===//
// Conditions on metrics
//===----------------------------------------------------------------------===//

void Elaborator::buildControl(TrainBuild &train) {
  typed::Train &result = *train.result;
  FunctionBuild function(&result.control);
  build = &function;
  Frame frame;
  frame.file = root;
  frame.kind = Frame::Train;
  frame.name = train.decl->sectionName();
  llvm::StringMap<Value> inputs;
  frame.resolve = [&](StringRef name) -> std::optional<Value> {
    if (name == "metrics")
      return Value(Value::Metrics);
    if (!name.consume_front("metrics."))
      return std::nullopt;
    auto [part, metric] = name.split('.');
    bool exists = part == "train" ||
                  (part == "validation" && result.validation.dataset >= 0);
    if (!exists || !llvm::is_contained(train.metrics, metric))
      return std::nullopt;
    Value &value = inputs[name];
    if (value.isUnknown()) {
      value = Value(Value::Num);
      value.node =
          emit(Op::Input, Type::scalar(Type::Num), {}, train.decl->range);
      value.node->text = name.str();
      function.function->inputs.push_back(value.node);
    }
    return value;
  };
  auto answer = [&](StringRef name, const Value &value, SMRange range) {
    result.control.results.push_back({name.str(), scalarNode(value, range)});
  };
  // `best(metrics.validation.accuracy)`: is larger better?
  auto isHigher = [&](const Expr *expr) {
    auto *member = dyn_cast<MemberExpr>(expr);
    return member &&
           llvm::is_contained(result.higherMetrics, member->member.name);
  };
  auto number = [&](const Expr *expr, StringRef name) {
    Value value = eval(expr, frame);
    if (value.isUnknown())
      return;
    if (value.kind != Value::Num && value.kind != Value::Int) {
      error("E0205", expr->range, "expected a number made of metrics", frame)
          .label("found " + describe(value));
      return;
    }
    answer(name, toNum(value, expr->range), expr->range);
  };
  auto named = [&](const CallExpr &call, const nnc::Argument &arg,
                   llvm::ArrayRef<StringRef> names) {
    if (arg.name && llvm::is_contained(names, arg.name.name))
      return true;
    Diagnostic &diag = error(
        "E0204", arg.value->range,
        "`" + source(call.callee->range) + "` has no such argument", frame);
    if (StringRef close = closestName(arg.name.name, names); !close.empty())
      diag.suggest(arg.name.range, arg.name.name, close);
    return false;
  };
  auto flag = [&](const Expr *expr) {
    Value value = eval(expr, frame);
    if (value.kind == Value::Bool && value.flag)
      return *value.flag;
    if (!value.isUnknown())
      error("E0205", expr->range, "expected true or false", frame);
    return false;
  };

  if (const Expr *expr = train.keys.lookup("stop_when")) {
    Value value = eval(expr, frame);
    if (value.kind == Value::Bool)
      answer("stop_when", value, expr->range);
    else if (!value.isUnknown())
      error("E0402", expr->range,
            "`stop_when` needs one true or false, found " + describe(value),
            frame);
  }
  auto callOf = [](const Expr *expr, StringRef name) -> const CallExpr * {
    auto *call = llvm::dyn_cast_if_present<CallExpr>(expr);
    auto *callee = call ? dyn_cast<NameExpr>(call->callee) : nullptr;
    return callee && callee->name == name && !call->args.empty() &&
                   !call->args[0].name
               ? call
               : nullptr;
  };
  if (const Expr *expr = train.keys.lookup("checkpoint")) {
    if (const CallExpr *call = callOf(expr, "best")) {
      result.bestHigher = isHigher(call->args[0].value);
      number(call->args[0].value, "best");
      for (const nnc::Argument &arg : call->args.drop_front())
        if (named(*call, arg, {"higher"}))
          result.bestHigher = flag(arg.value);
    } else if (const CallExpr *call = callOf(expr, "every")) {
      if (auto duration = readDuration(call->args[0].value, "every", frame))
        result.checkpointEvery = *duration;
      for (const nnc::Argument &arg : call->args.drop_front())
        if (named(*call, arg, {"keep"}))
          result.keep = readCount(arg.value, "keep", 1, frame).value_or(0);
    } else {
      error("E0205", expr->range, "`checkpoint` is `best(...)` or `every(...)`",
            frame)
          .help("`checkpoint = best(metrics.validation.loss)`");
    }
  }
  if (const Expr *expr = train.keys.lookup("early_stop")) {
    const CallExpr *call = callOf(expr, "patience");
    if (!call || call->args.size() < 2 || call->args[1].name) {
      error("E0205", expr->range, "`early_stop` is `patience(metric, length)`",
            frame)
          .help("`early_stop = patience(metrics.validation.loss, 5epochs)`");
      return;
    }
    result.patienceHigher = isHigher(call->args[0].value);
    number(call->args[0].value, "patience");
    if (auto duration = readDuration(call->args[1].value, "patience", frame))
      result.patience = *duration;
    for (const nnc::Argument &arg : call->args.drop_front(2)) {
      if (!named(*call, arg, {"higher", "min_delta", "restore"}))
        continue;
      if (arg.name.name == "higher") {
        result.patienceHigher = flag(arg.value);
        continue;
      }
      Value value = eval(arg.value, frame);
      if (value.isUnknown())
        continue;
      if (arg.name.name == "restore") {
        if (value.kind == Value::Str &&
            (value.text == "best" || value.text == "last"))
          result.restoreBest = value.text == "best";
        else
          error("E0205", arg.value->range, "`restore` is \"best\" or \"last\"",
                frame);
        continue;
      }
      markStructural(value);
      value = toNum(value, arg.value->range);
      if (value.kind == Value::Num && value.num)
        result.minDelta = *value.num;
      else
        error("E0205", arg.value->range, "`min_delta` is a num", frame);
    }
  }
}
