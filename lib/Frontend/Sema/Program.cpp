//===- Program.cpp - files and declarations ------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Trace.h"
#include "nnc/Frontend/Parser.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

std::unique_ptr<Program> nnc::analyze(ASTContext &context,
                                      llvm::SourceMgr &sources,
                                      const SourceFile &file,
                                      DiagnosticEngine &diags,
                                      const SemaOptions &options) {
  return Elaborator(context, sources, diags, options).run(file);
}

static Identifier declaredName(const Stmt &stmt) {
  switch (stmt.kind) {
  case Stmt::Kind::TypeAlias:
    return llvm::cast<TypeAliasDecl>(stmt).name;
  case Stmt::Kind::Hyper:
    return llvm::cast<HyperDecl>(stmt).name;
  case Stmt::Kind::Fn:
    return llvm::cast<FnDecl>(stmt).name;
  case Stmt::Kind::Block:
    return llvm::cast<BlockDecl>(stmt).name;
  case Stmt::Kind::Model:
    return llvm::cast<ModelDecl>(stmt).name;
  case Stmt::Kind::Dataset:
    return llvm::cast<DatasetDecl>(stmt).name;
  case Stmt::Kind::Layer:
    return llvm::cast<LayerStmt>(stmt).name;
  default:
    return {};
  }
}

std::unique_ptr<Program> Elaborator::run(const SourceFile &file) {
  program = std::make_unique<Program>();
  // Numbers outside of functions are computed in a function of their own.
  build = &scratch;
  for (const auto &[name, value] : options.sets)
    sets[name] = {value, false};
  if (options.batch)
    sets["train.batch"] = {std::to_string(*options.batch), /*used=*/true};

  for (auto [name, text] : standardLibrary()) {
    auto buffer =
        llvm::MemoryBuffer::getMemBuffer(text, ("std/" + Twine(name)).str());
    unsigned id = sources.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
    SourceFile *parsed = parseFile(context, sources, id, diags);
    FileScope *scope = loadFile(*parsed, ("std/" + Twine(name)).str(), true);
    if (!stdScope)
      stdScope = scope;
    else
      stdScope->imports.push_back(scope);
  }
  // Within the library every file sees every other.
  for (auto &scope : files)
    if (scope.get() != stdScope)
      scope->imports.push_back(stdScope);

  const llvm::MemoryBuffer *buffer = sources.getMemoryBuffer(file.bufferId);
  root = loadFile(file, buffer->getBufferIdentifier().str(), false);
  for (auto &scope : files)
    checkNames(*scope);
  for (auto &scope : files)
    checkFileAsserts(*scope);

  auto each = [&](auto callback) {
    for (const std::unique_ptr<FileScope> &file : files)
      if (!file->isStd)
        for (const Stmt *decl : file->file->decls)
          callback(decl, *file);
  };
  bool found = options.train.empty();
  auto buildAll = [&] {
    each([&](const Stmt *decl, FileScope &) {
      if (auto *modelDecl = llvm::dyn_cast<ModelDecl>(decl))
        buildModel(*modelDecl);
    });
    each([&](const Stmt *decl, FileScope &scope) {
      if (auto *dataset = llvm::dyn_cast<DatasetDecl>(decl))
        buildDataset(*dataset, scope);
    });
    for (const Stmt *decl : file.decls)
      if (auto *train = llvm::dyn_cast<TrainDecl>(decl)) {
        bool wanted =
            options.train.empty() || options.train == train->sectionName();
        found |= options.train == train->sectionName();
        if (!options.noTrain && wanted)
          buildTrain(*train, *root);
      }
  };
  // A section may tell apart the iterations of a loop that its model rolled.
  size_t findings = diags.all().size();
  for (buildAll(); std::exchange(startAgain, false); buildAll()) {
    diags.forget(findings);
    program->models.clear();
    program->datasets.clear();
    program->trains.clear();
    modelOwners.clear();
    reported.clear();
    failed.clear();
    if (options.observer)
      options.observer->restart();
    if (trace)
      trace->evaluations.clear();
  }
  if (!found)
    diags.error("E0203", SMRange(),
                "there is no `train` section named `" + options.train + "`");
  for (const auto &entry : sets)
    if (!entry.second.second) {
      std::vector<StringRef> names;
      for (const Hyper &hyper : program->hypers)
        names.push_back(hyper.name);
      Diagnostic &diag = diags.error("E0203", SMRange(),
                                     "`--set " + entry.first() +
                                         "` names no hyper or train key");
      StringRef close = closestName(entry.first(), names);
      if (!close.empty())
        diag.help("did you mean `" + close + "`?");
    }
  if (diags.hasErrors())
    return nullptr;
  finishAll();
  endTrace();
  return std::move(program);
}

FileScope *Elaborator::loadFile(const SourceFile &file, const std::string &path,
                                bool isStd, const std::string &prefix) {
  files.push_back(std::make_unique<FileScope>());
  FileScope *scope = files.back().get();
  scope->file = &file;
  scope->isStd = isStd;
  scope->path = path;
  scope->prefix = prefix;
  loading.push_back(path);
  declare(*scope);
  loading.pop_back();
  return scope;
}

std::string nnc::importedPath(StringRef importer, StringRef name) {
  llvm::SmallString<128> path(llvm::sys::path::parent_path(importer));
  llvm::sys::path::append(path, name);
  llvm::sys::path::remove_dots(path);
  llvm::SmallString<128> direct = path;
  llvm::sys::path::remove_dots(direct, /*remove_dot_dot=*/true);
  // Behind a symbolic link `..` is another folder.
  bool isAnother = path != direct && llvm::sys::fs::exists(path) &&
                   !llvm::sys::fs::equivalent(path, direct);
  return std::string(isAnother ? path : direct);
}

void Elaborator::declare(FileScope &scope) {
  Frame frame;
  frame.file = &scope;
  bool first = true;
  for (const Stmt *decl : scope.file->decls) {
    if (auto *editionDecl = llvm::dyn_cast<EditionDecl>(decl)) {
      if (!first)
        error("E0001", decl->range, "`edition` must be the first declaration",
              frame);
      if (editionDecl->edition != 1)
        error("E0001", decl->range,
              "edition " + Twine(editionDecl->edition) + " is not known", frame)
            .help("this nnc knows `edition 1`");
    }
    first = false;
    if (auto *import = llvm::dyn_cast<ImportDecl>(decl)) {
      StringRef name = import->path->value;
      if (name == "std")
        continue;
      std::string path = importedPath(scope.path, name);
      auto known = llvm::find_if(
          files, [&](const auto &other) { return other->path == path; });
      if (llvm::is_contained(loading, path)) {
        error("E0303", import->path->range, "files may not import each other",
              frame);
        continue;
      }
      FileScope *other = nullptr;
      if (known != files.end()) {
        other = known->get();
      } else {
        auto buffer = options.readFile
                          ? options.readFile(path)
                          : llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
        if (!buffer) {
          error("E0203", import->path->range,
                "cannot read `" + Twine(name) + "`", frame)
              .label(buffer.getError().message())
              .note("looked for " + Twine(path));
          continue;
        }
        unsigned id =
            sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
        other = loadFile(*parseFile(context, sources, id, diags), path, false,
                         scope.prefix +
                             (import->as ? import->as.name.str() + "." : ""));
      }
      if (import->as)
        scope.qualified[import->as.name] = other;
      else {
        for (FileScope *earlier : scope.imports)
          for (const auto &entry : other->names)
            if (earlier != stdScope && earlier->names.count(entry.first()))
              error("E0203", import->range,
                    "`" + entry.first() +
                        "` comes from two imports that have no name",
                    frame)
                  .help("write `import \"" + Twine(name) + "\" as b`");
        scope.imports.push_back(other);
      }
      continue;
    }
    if (auto *dim = llvm::dyn_cast<DimDecl>(decl)) {
      declareDims(scope, *dim);
      continue;
    }
    std::vector<Identifier> names;
    if (auto *let = llvm::dyn_cast<LetStmt>(decl))
      names.assign(let->pattern.names.begin(), let->pattern.names.end());
    else if (Identifier name = declaredName(*decl))
      names.push_back(name);
    for (Identifier name : names) {
      auto [it, inserted] = scope.names.try_emplace(name.name, decl);
      if (!inserted) {
        Identifier earlier = declaredName(*it->second);
        Diagnostic &diag =
            error("E0203", name.range, "`" + name.name + "` is declared twice",
                  frame);
        if (earlier)
          diag.secondary(earlier.range, "first");
        continue;
      }
      if (!scope.isStd && stdScope)
        for (FileScope *std : stdScope->imports)
          if (std->names.count(name.name) && !llvm::isa<HyperDecl>(decl) &&
              !llvm::isa<LetStmt>(decl) && !libraryOriginal(*decl, name.name))
            diags.note(name.range,
                       "`" + name.name +
                           "` hides the one of the standard library");
      bool upper = llvm::isUpper(name.name.front());
      bool wantsUpper = llvm::isa<BlockDecl>(decl) ||
                        llvm::isa<ModelDecl>(decl) ||
                        llvm::isa<DatasetDecl>(decl);
      if (upper != wantsUpper && !llvm::isa<TypeAliasDecl>(decl))
        error("E0001", name.range,
              wantsUpper ? "blocks, models and data sets begin with a capital"
                         : "values and functions begin in lower case",
              frame);
      if (auto *hyper = llvm::dyn_cast<HyperDecl>(decl))
        declareHyper(scope, *hyper);
    }
  }
}

void Elaborator::declareDims(FileScope &scope, const DimDecl &decl) {
  Frame frame;
  frame.file = &scope;
  Dim dim;
  dim.range = decl.range;
  if (auto *range = llvm::dyn_cast_if_present<RangeExpr>(decl.bounds)) {
    auto bound = [&](const Expr *expr, int64_t &value) {
      if (!expr)
        return;
      Value v = eval(expr, frame);
      if (v.isUnknown())
        return;
      markStructural(v);
      if (std::optional<int64_t> n = v.constantInt())
        value = *n;
      else
        error("E0205", expr->range, "the bounds of a dim are whole numbers",
              frame)
            .label("found " + describe(v));
    };
    bound(range->lower, dim.minimum);
    bound(range->upper, dim.maximum);
    if (dim.minimum < 0 || dim.maximum < dim.minimum)
      error("E0205", decl.bounds->range, "no size lies in this range", frame);
  } else if (decl.bounds) {
    error("E0205", decl.bounds->range, "a dim is followed by a range", frame)
        .help("write `1..512`; both ends belong to it");
  }
  for (Identifier name : decl.names) {
    if (!scope.dims.try_emplace(name.name, &decl).second) {
      error("E0203", name.range, "`" + name.name + "` is declared twice",
            frame);
      continue;
    }
    dim.name = name.name.str();
    if (llvm::any_of(program->hypers, [&](const Hyper &hyper) {
          return hyper.name == dim.name;
        })) {
      error("E0203", name.range, "`" + name.name + "` is a hyper already",
            frame)
          .help("give one of them another name");
      continue;
    }
    // Files that have a name in common mean one size.
    auto known = llvm::find_if(program->dims, [&](const Dim &other) {
      return other.name == dim.name;
    });
    if (known == program->dims.end()) {
      program->dims.push_back(dim);
      continue;
    }
    known->minimum = std::max(known->minimum, dim.minimum);
    known->maximum = std::min(known->maximum, dim.maximum);
    if (known->maximum < known->minimum)
      error("E0205", name.range,
            "no size of `" + name.name + "` lies in the ranges of both files",
            frame)
          .secondary(known->range, "the other range")
          .help("give one of them another name");
  }
}

void Elaborator::declareHyper(FileScope &scope, const HyperDecl &decl) {
  Frame frame;
  frame.file = &scope;
  Hyper hyper;
  hyper.name = scope.prefix + decl.name.name.str();
  hyper.range = decl.range;
  for (const Hyper &other : program->hypers)
    if (other.name == hyper.name) {
      error("E0203", decl.name.range,
            "a hyper `" + hyper.name + "` exists in another file", frame);
      return;
    }
  for (const Dim &dim : program->dims)
    if (dim.name == hyper.name)
      error("E0203", decl.name.range, "`" + hyper.name + "` is a dim already",
            frame)
          .secondary(dim.range, "the dim")
          .help("give one of them another name");
  const Expr *expr = decl.value;
  hyper.standard = source(expr->range);
  hyper.doc = decl.doc.str();
  auto set = sets.find(hyper.name);
  Value value = eval(decl.value, frame);
  Value::Kind kind = value.kind;
  if (auto *named = llvm::dyn_cast_if_present<NamedType>(decl.type)) {
    StringRef name = named->name.name;
    kind = name == "int"        ? Value::Int
           : name == "num"      ? Value::Num
           : name == "bool"     ? Value::Bool
           : name == "str"      ? Value::Str
           : name == "duration" ? Value::Duration
                                : Value::Unknown;
    if (kind == Value::Unknown || named->hasShape) {
      error("E0205", decl.type->range,
            "a hyper is of kind int, num, bool, str or duration", frame);
      return;
    }
  }
  SMRange range = expr->range;
  if (set != sets.end()) {
    set->second.second = true;
    StringRef text = set->second.first;
    range = SMRange();
    if (kind == Value::Str) {
      value = Value::string(text);
    } else {
      const Expr *given = parseValue(text);
      value = given ? eval(given, frame) : Value();
      if (value.isUnknown() ||
          !(value.kind == kind ||
            (kind == Value::Num && value.kind == Value::Int))) {
        diags.error("E0205", SMRange(),
                    "`--set " + hyper.name + "=" + text + "`: expected " +
                        describe(Value(kind)));
        value = eval(decl.value, frame);
      }
    }
    hyper.text = text.str();
  } else {
    hyper.text = source(expr->range);
  }
  if (value.isUnknown())
    return;
  if (value.kind != kind && !(kind == Value::Num && value.kind == Value::Int)) {
    error("E0205", range, "the default has the wrong kind", frame)
        .label("expected " + describe(Value(kind)) + ", found " +
               describe(value));
    return;
  }
  markStructural(value);
  bool known = true;
  switch (kind) {
  case Value::Int:
    hyper.kind = Hyper::Int;
    known = value.constantInt().has_value();
    hyper.integer = value.constantInt().value_or(0);
    break;
  case Value::Num:
    value = toNum(value, range);
    hyper.kind = Hyper::Num;
    known = value.num.has_value();
    hyper.number = value.num.value_or(0);
    break;
  case Value::Bool:
    hyper.kind = Hyper::Bool;
    known = value.flag.has_value();
    hyper.integer = value.flag.value_or(false);
    hyper.structural = true;
    break;
  case Value::Str:
    hyper.kind = Hyper::Str;
    hyper.text = value.text;
    hyper.structural = true;
    break;
  case Value::Duration:
    hyper.kind = Hyper::DurationKind;
    hyper.duration = value.duration;
    hyper.structural = true;
    break;
  default:
    known = false;
  }
  if (!known) {
    error("E0205", expr->range,
          "the default of a hyper is a number, text, a bool or a duration",
          frame)
        .label("found " + describe(value));
    return;
  }
  scope.hypers[decl.name.name] = program->hypers.size();
  program->hypers.push_back(std::move(hyper));
}

/// A value on the command line is made of literals.
static bool isLiteral(const Expr *expr) {
  if (auto *unary = llvm::dyn_cast<UnaryExpr>(expr))
    return isLiteral(unary->operand);
  if (auto *binary = llvm::dyn_cast<BinaryExpr>(expr))
    return isLiteral(binary->lhs) && isLiteral(binary->rhs);
  return llvm::isa<NumberExpr, UnitExpr, BoolExpr, StringExpr>(expr);
}

const Expr *Elaborator::parseValue(StringRef text) {
  auto buffer = llvm::MemoryBuffer::getMemBufferCopy(
      ("edition 1\nlet value = " + text + "\n").str(), "--set");
  unsigned id = sources.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
  DiagnosticEngine scratch(sources);
  SourceFile *file = parseFile(context, sources, id, scratch);
  if (scratch.hasErrors() || file->decls.size() != 2)
    return nullptr;
  auto *let = llvm::dyn_cast<LetStmt>(file->decls[1]);
  return let && isLiteral(let->value) ? let->value : nullptr;
}

Value Elaborator::hyperValue(unsigned index) {
  const Hyper &hyper = program->hypers[index];
  Value value;
  switch (hyper.kind) {
  case Hyper::Int:
    value = Value::integer(hyper.integer);
    value.text = StringRef(hyper.name).rsplit('.').second.str();
    if (value.text.empty())
      value.text = hyper.name;
    break;
  case Hyper::Num:
    value = Value::number(hyper.number);
    break;
  case Hyper::Bool:
  case Hyper::Str:
  case Hyper::DurationKind:
    value = hyper.kind == Hyper::Bool  ? Value::boolean(hyper.integer)
            : hyper.kind == Hyper::Str ? Value::string(hyper.text)
                                       : Value(Value::Duration);
    value.duration = hyper.duration;
    value.fixed.resize(index + 1);
    value.fixed.set(index);
    return value;
  }
  value.hypers.resize(index + 1);
  value.hypers.set(index);
  value.node =
      leaf(Op::Scalar, "hyper." + hyper.name,
           Type::scalar(hyper.kind == Hyper::Int ? Type::Int : Type::Num),
           hyper.range);
  return value;
}

void Elaborator::markStructural(const Value &value) {
  // Behind the hypers stand the indices of loops.
  for (unsigned index : value.hypers.set_bits())
    if (index < program->hypers.size())
      program->hypers[index].structural = true;
    else if (index - program->hypers.size() < loops.size())
      loops[index - program->hypers.size()]->mustWriteOut = true;
}

void Elaborator::checkFileAsserts(FileScope &scope) {
  Frame frame;
  frame.file = &scope;
  for (const Stmt *decl : scope.file->decls)
    if (auto *assertion = llvm::dyn_cast<AssertStmt>(decl))
      evalAssert(*assertion, frame);
}

void Elaborator::buildModel(const ModelDecl &decl) {
  const FileScope *file = nullptr;
  for (auto &scope : files)
    if (llvm::is_contained(scope->file->decls, &decl))
      file = scope.get();
  unsigned before = diags.errorCount();
  auto result = std::make_unique<Model>();
  result->name = decl.name.name.str();
  result->range = decl.range;
  auto own = std::make_unique<Owner>();
  own->variables = &result->variables;

  Frame frame;
  frame.file = file;
  frame.call = decl.name.range;
  FunctionBuild function{&result->infer};
  build = &function;
  facts = Facts();
  factsOf = function.function;
  owner = own.get();
  model = result.get();
  modelCalls = &result->calls;
  modelDecl = &decl;

  // The inputs, with every declared dim as itself.
  std::vector<std::pair<StringRef, BoundArg>> args;
  bool good = true;
  Frame signature;
  signature.file = file;
  signature.kind = Frame::Model;
  for (const Param &param : decl.inputs) {
    std::optional<Type> type = evalType(param.type, signature, true);
    if (!type) {
      good = false;
      continue;
    }
    if (!type->isTensor()) {
      error("E0205", param.type->range, "the inputs of a model are tensors",
            frame);
      good = false;
      continue;
    }
    Node *node = emit(Op::Input, *type, {}, param.name.range);
    node->text = param.name.name.str();
    function.function->inputs.push_back(node);
    Value value(Value::Tensor);
    value.node = node;
    value.type = *type;
    BoundArg arg;
    arg.value = value;
    arg.range = param.name.range;
    args.push_back({StringRef(), arg});
  }
  if (good) {
    Value value = callModel(decl, *file, args, decl.name.range, frame);
    auto add = [&](StringRef name, const Value &v, SMRange range) {
      if (v.isTensor())
        result->infer.results.push_back({name.str(), use(v.node, range)});
      else if (!v.isUnknown())
        error("E0205", range, "the results of a model are tensors", frame)
            .label("found " + describe(v));
    };
    SMRange range = decl.result ? decl.result->range : decl.name.range;
    if (value.kind == Value::Record)
      for (size_t i = 0; i < value.items.size(); ++i)
        add(value.names[i], value.items[i], range);
    else if (value.kind == Value::Tuple)
      for (size_t i = 0; i < value.items.size(); ++i)
        add("output" + std::to_string(i), value.items[i], range);
    else
      add(value.text.empty() ? StringRef("output") : StringRef(value.text),
          value, range);
  }
  useFacts(result->infer);
  for (Call &call : result->calls)
    for (Call::Result &each : call.results)
      for (Axis &axis : each.type.axes)
        axis.size = facts.reduce(axis.size);
  if (options.observer)
    options.observer->model(*result);
  facts = Facts();
  factsOf = nullptr;
  build = &scratch;
  owner = nullptr;
  model = nullptr;
  modelCalls = nullptr;
  modelDecl = nullptr;
  if (diags.errorCount() != before)
    failed.insert(result->name);
  else
    warnCollapsed(result->infer, frame);
  modelOwners[result->name] = std::move(own);
  program->models.push_back(std::move(result));
}

const Stmt *Elaborator::findDecl(const FileScope &file,
                                 const FileScope *stdScope, StringRef name,
                                 const FileScope **where) {
  auto in = [&](const FileScope &scope) -> const Stmt * {
    auto it = scope.names.find(name);
    if (it == scope.names.end())
      return nullptr;
    *where = &scope;
    return it->second;
  };
  if (const Stmt *decl = in(file))
    return decl;
  for (const FileScope *import : file.imports)
    if (!name.starts_with("_") && import != stdScope)
      if (const Stmt *decl = in(*import))
        return decl;
  if (!stdScope)
    return nullptr;
  if (const Stmt *decl = in(*stdScope))
    return decl;
  for (const FileScope *import : stdScope->imports)
    if (const Stmt *decl = in(*import))
      return decl;
  return nullptr;
}

//===----------------------------------------------------------------------===//
// The finished program
//===----------------------------------------------------------------------===//

static bool hasEffect(Op op) {
  return op == Op::Input || op == Op::Metric || op == Op::Optimize ||
         op == Op::Write || op == Op::Assert;
}

/// Drops what nothing needs, so that a value that was only looked at (the
/// untaken way of computing a number) leaves no trace.
void Elaborator::finish(Function &function) {
  llvm::DenseSet<const Node *> live;
  for (auto &result : function.results)
    live.insert(result.value);
  for (auto it = function.nodes.rbegin(); it != function.nodes.rend(); ++it) {
    Node &node = **it;
    // A write without a path was replaced by that of a later application.
    if (hasEffect(node.op) && !(node.op == Op::Write && node.text.empty()))
      live.insert(&node);
    if (live.contains(&node))
      live.insert(node.operands.begin(), node.operands.end());
  }
  llvm::erase_if(function.nodes, [&](const std::unique_ptr<Node> &node) {
    return !live.contains(node.get());
  });
  std::vector<std::unique_ptr<Node>> ordered;
  for (bool inputs : {true, false})
    for (auto &node : function.nodes)
      if (node && (node->op == Op::Input) == inputs)
        ordered.push_back(std::move(node));
  function.nodes = std::move(ordered);
  for (auto &node : function.nodes) {
    // A hyper that became structural after it was read is a constant.
    if (node->op == Op::Scalar && StringRef(node->text).starts_with("hyper."))
      for (const Hyper &hyper : program->hypers)
        if (hyper.structural && "hyper." + hyper.name == node->text) {
          node->op = Op::Constant;
          node->text.clear();
          node->ints = {hyper.integer};
          node->number = hyper.number;
        }
    if (node->forward)
      finish(*node->forward);
    if (node->vjp)
      finish(*node->vjp);
    if (node->scan)
      finish(node->scan->body);
  }
}

void Elaborator::finishAll() {
  for (auto &item : program->models) {
    finish(item->infer);
    for (auto &variable : item->variables)
      finish(variable->init);
  }
  for (auto &dataset : program->datasets) {
    finish(dataset->prepare);
    finish(dataset->augment);
  }
  for (auto &train : program->trains) {
    finish(train->step);
    finish(train->eval);
    finish(train->control);
    for (auto &optimizer : train->optimizers) {
      finish(optimizer->body);
      for (auto &state : optimizer->states)
        finish(state->init);
    }
  }
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

Node *Elaborator::emit(Op op, Type type, llvm::ArrayRef<Node *> operands,
                       SMRange range, StringRef path) {
  assert(build && "no function is being built");
  auto node = std::make_unique<Node>();
  node->op = op;
  node->type = std::move(type);
  for (Node *operand : operands)
    node->operands.push_back(use(operand, range));
  node->range = range;
  node->path = path.str();
  node->call = currentCall;
  Node *result = node.get();
  owners[result] = build->function;
  build->function->nodes.push_back(std::move(node));
  return result;
}

Value Elaborator::tensor(Op op, Type type, llvm::ArrayRef<Node *> operands,
                         SMRange range, Frame &frame) {
  Value value(Value::Tensor);
  value.type = type;
  value.node = emit(op, std::move(type), operands, range, frame.path);
  value.node->origin = userRange(range, frame);
  return value;
}

Node *Elaborator::leaf(Op op, StringRef text, Type type, SMRange range) {
  std::string key = (Twine(mnemonic(op)) + " " + text).str();
  if (Node *node = build->leaves.lookup(key))
    return node;
  Node *node;
  if (build->outer) {
    node = loopLeaf(op, text, type, range);
  } else {
    node = emit(op, std::move(type), {}, range);
    node->text = text.str();
  }
  return build->leaves[key] = node;
}

Node *Elaborator::use(Node *node, SMRange range) {
  if (!node || owners.lookup(node) == build->function)
    return node;
  if (Node *copy = build->imported.lookup(node))
    return copy;
  if (build->outer)
    return capture(node, range);
  // Scalars may be computed anywhere; a tensor of another function may not.
  if (node->type.isTensor() || node->op == Op::Input) {
    Frame none;
    error("E0205", range, "this must not depend on an input or a parameter",
          none)
        .help("initial values depend on numbers and hypers alone");
    return build->imported[node] = emit(Op::Constant, node->type, {}, range);
  }
  if (node->op == Op::Scalar || node->op == Op::DimSize)
    return leaf(node->op, node->text, node->type, range);
  llvm::SmallVector<Node *> operands;
  for (Node *operand : node->operands)
    operands.push_back(use(operand, range));
  Node *copy = emit(node->op, node->type, operands, node->range, node->path);
  copy->ints = node->ints;
  copy->number = node->number;
  copy->text = node->text;
  build->imported[node] = copy;
  return copy;
}

Value Elaborator::scalarLeaf(StringRef name, Value::Kind kind, SMRange range) {
  Value value(kind);
  value.node =
      leaf(Op::Scalar, name,
           Type::scalar(kind == Value::Num ? Type::Num : Type::Int), range);
  return value;
}

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

Diagnostic &Elaborator::error(StringRef code, SMRange range,
                              const Twine &message, Frame &frame) {
  // The frames of the library are not the user's: tell where it was called.
  const Frame *top = &frame;
  std::string inside;
  while (top->file && top->file->isStd && top->caller) {
    range = top->call;
    inside = top->name.str();
    top = top->caller;
  }
  if (!reported.insert({code.str(), range.Start.getPointer()}).second) {
    discarded = Diagnostic{};
    lastError = nullptr;
    return discarded;
  }
  std::string text = message.str();
  if (code == "E0104")
    range = calleeOf(range); // what does not fit says the message
  else if (!inside.empty())
    text = "in `" + inside + "`: " + text;
  Diagnostic &diag = diags.error(code, range, text);
  lastError = &diag;
  for (const Frame *use = top; use->caller; use = use->caller)
    if (use->caller->file && !use->caller->file->isStd && use->call.isValid() &&
        use->kind != Frame::Model)
      diag.note(
          "used", "`" + use->name + "` at " + [&] {
            auto [line, column] = sources.getLineAndColumn(use->call.Start);
            return "line " + std::to_string(line);
          }());
  return diag;
}

SMRange Elaborator::userRange(SMRange range, const Frame &frame) {
  for (const Frame *top = &frame; top->file && top->file->isStd && top->caller;
       top = top->caller)
    range = top->call;
  return range;
}

Diagnostic &Elaborator::warning(StringRef code, SMRange range,
                                const Twine &message, Frame &frame) {
  range = userRange(range, frame);
  if (!reported.insert({code.str(), range.Start.getPointer()}).second) {
    discarded = Diagnostic{};
    return discarded;
  }
  return diags.warning(code, range, message);
}

std::string Elaborator::source(SMRange range) {
  if (!range.isValid())
    return "";
  const char *begin = range.Start.getPointer();
  return std::string(begin, range.End.getPointer() - begin);
}

std::string Elaborator::describe(const Value &value) {
  switch (value.kind) {
  case Value::Unknown:
    return "an unknown value";
  case Value::None:
    return "nothing";
  case Value::Tensor:
    return value.type.str();
  case Value::Int:
    return value.dim ? value.dim->constant() ? "the int " + value.dim->str()
                                             : "the int " + value.dim->str()
                     : "an int";
  case Value::Num:
    return "a num";
  case Value::Bool:
    return "a bool";
  case Value::Str:
    return "text";
  case Value::Duration:
    return "a duration";
  case Value::Tuple:
    return "a tuple of " + std::to_string(value.items.size());
  case Value::Record:
    return "a record of `" + llvm::join(value.names, "`, `") + "`";
  case Value::List:
    return "a list";
  case Value::Range:
    return "a range";
  case Value::Function:
    switch (value.callable->kind) {
    case Callable::Block:
      return "the block `" + value.callable->name.str() + "`";
    case Callable::Model:
      return "the model `" + value.callable->name.str() + "`";
    case Callable::Lambda:
      return "a function";
    default:
      return "the function `" + value.callable->name.str() + "`";
    }
  case Value::Layer:
    return "a layer";
  case Value::Module:
    return "an imported file";
  case Value::Source:
  case Value::Column:
    return "a column of the source";
  case Value::Parts:
    return "a data set";
  case Value::Penalty:
    return "a penalty";
  case Value::Metrics:
    return "metrics";
  }
  return "";
}

bool nnc::globMatches(StringRef glob, StringRef path) {
  // `star` of one level stops at a dot, of `**` at nothing.
  std::function<bool(StringRef, StringRef)> whole = [&](StringRef g,
                                                        StringRef p) -> bool {
    while (!g.empty()) {
      if (g.starts_with("**.") && whole(g.drop_front(3), p))
        return true;
      if (g.front() == '*') {
        bool deep = g.starts_with("**");
        StringRef rest = g.drop_front(deep ? 2 : 1);
        for (size_t i = 0;; ++i) {
          if (whole(rest, p.drop_front(i)))
            return true;
          if (i == p.size() || (!deep && p[i] == '.'))
            return false;
        }
      }
      if (p.empty() || g.front() != p.front())
        return false;
      g = g.drop_front();
      p = p.drop_front();
    }
    return p.empty();
  };
  for (StringRef layer = path; !layer.empty();
       layer = layer.substr(
           0, layer.rfind('.') == StringRef::npos ? 0 : layer.rfind('.')))
    if (whole(glob, layer))
      return true;
  return false;
}

std::string nnc::snakeCase(StringRef name) {
  std::string result;
  for (size_t i = 0; i < name.size(); ++i) {
    bool upper = llvm::isUpper(name[i]);
    bool afterLower =
        i && (llvm::isLower(name[i - 1]) || llvm::isDigit(name[i - 1]));
    bool beforeLower = i && i + 1 < name.size() && llvm::isLower(name[i + 1]) &&
                       name[i - 1] != '_';
    if (upper && (afterLower || beforeLower))
      result += '_';
    result += llvm::toLower(name[i]);
  }
  return result;
}
