//===- Walker.cpp - Rewrites the text of declarations ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Expander.h"
#include "nnc/Frontend/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::expand;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

/// The source between two places, with the edits that lie there.
std::string Walker::text(llvm::SMLoc begin, llvm::SMLoc end) {
  llvm::sort(edits, [](const Edit &a, const Edit &b) {
    return std::tie(a.begin, a.end, a.text) < std::tie(b.begin, b.end, b.text);
  });
  std::string result;
  const char *at = begin.getPointer();
  for (const Edit &edit : edits) {
    if (edit.begin < at || edit.end > end.getPointer())
      continue; // within one that was written already
    result.append(at, edit.begin);
    result += edit.text;
    at = edit.end;
  }
  result.append(at, end.getPointer());
  return result;
}

/// The text of a part, whose edits do not count for what is around it.
std::string Walker::separately(llvm::SMLoc begin, llvm::SMLoc end,
                               llvm::function_ref<void()> callback) {
  std::vector<Edit> outer = std::exchange(edits, {});
  callback();
  std::string result = text(begin, end);
  edits = std::move(outer);
  return result;
}

std::string Walker::text(const Expr *expr, bool tight) {
  return separately(expr->range.Start, expr->range.End,
                    [&] { walk(expr, tight); });
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

bool Walker::isLocal(StringRef name) const {
  return llvm::any_of(locals, [&](const llvm::StringSet<> &scope) {
    return scope.contains(name);
  });
}

/// What is to stand for a name that no statement binds.
const Text *Walker::known(StringRef name) const {
  if (isLocal(name) || (closed && closed->contains(name)))
    return nullptr;
  const llvm::StringMap<Text> &names = version ? version->names : renamed;
  auto it = names.find(name);
  return it == names.end() ? nullptr : &it->second;
}

const Stmt *Walker::resolve(const Expr *callee, const FileScope **where) const {
  auto *member = dyn_cast<MemberExpr>(callee);
  if (auto *name = dyn_cast<NameExpr>(member ? member->base : callee)) {
    if (isLocal(name->name))
      return nullptr;
    if (!member &&
        (known(name->name) || (closed && closed->contains(name->name))))
      return nullptr;
  }
  return expander.find(file, *callee, where);
}

void Walker::walkName(const NameExpr &name, bool tight) {
  if (isLocal(name.name))
    return;
  if (closed && closed->contains(name.name)) {
    failed = true;
    return;
  }
  if (const Text *text = known(name.name)) {
    replace(name.range,
            tight && !text->atomic ? "(" + text->text + ")" : text->text);
    return;
  }
  const FileScope *where = &file;
  if (const Stmt *decl = resolve(&name, &where)) {
    std::string mark = expander.referTo(*decl, *where);
    // One of several names that a `let` binds stays.
    auto *let = dyn_cast<LetStmt>(decl);
    if (!let || !let->pattern.isTuple)
      replace(name.range, std::move(mark));
    return;
  }
  // A function without declaration.
  if (expander.primitive.contains(name.name))
    expander.called.insert(name.name);
  static const StringRef running[] = {"step", "epoch", "metrics"};
  if (closed && llvm::is_contained(running, name.name))
    failed = true;
}

void Walker::renameDims(llvm::ArrayRef<Param> params) {
  for (const Param &param : params)
    if (auto *type = dyn_cast<NamedType>(param.type))
      for (const Expr *dim : type->shape)
        if (auto *name = dyn_cast<NameExpr>(dim)) {
          const FileScope *where = &file;
          const Stmt *decl = expander.find(file, name->name, &where);
          bool refers = decl && (isa<HyperDecl>(decl) || isa<LetStmt>(decl)) &&
                        where == &file;
          bool isParam = llvm::any_of(params, [&](const Param &other) {
            return other.name.name == name->name;
          });
          std::string fresh = expander.freshDim(name->name);
          if (!refers && !isParam && fresh != name->name) {
            Text text;
            text.text = fresh;
            text.isName = true;
            renamed[name->name] = text;
          }
        }
}

//===----------------------------------------------------------------------===//
// What is known
//===----------------------------------------------------------------------===//

std::optional<int64_t> Walker::constant(const Expr *expr, bool *replaced) {
  if (auto *number = dyn_cast<NumberExpr>(expr))
    return number->isInteger ? std::optional(number->integer) : std::nullopt;
  if (auto *name = dyn_cast<NameExpr>(expr)) {
    const Text *text = known(name->name);
    if (text && text->number && replaced)
      *replaced = true;
    return text ? text->number : std::nullopt;
  }
  if (auto *unary = dyn_cast<UnaryExpr>(expr)) {
    auto value = constant(unary->operand, replaced);
    return value && unary->op == UnaryOp::Neg ? std::optional(-*value)
                                              : std::nullopt;
  }
  auto *op = dyn_cast<BinaryExpr>(expr);
  if (!op)
    return std::nullopt;
  auto a = constant(op->lhs, replaced), b = constant(op->rhs, replaced);
  int64_t result = 0;
  if (!a || !b)
    return std::nullopt;
  switch (op->op) {
  case BinaryOp::Add:
    return llvm::AddOverflow(*a, *b, result) ? std::nullopt
                                             : std::optional(result);
  case BinaryOp::Sub:
    return llvm::SubOverflow(*a, *b, result) ? std::nullopt
                                             : std::optional(result);
  case BinaryOp::Mul:
    return llvm::MulOverflow(*a, *b, result) ? std::nullopt
                                             : std::optional(result);
  case BinaryOp::FloorDiv:
    return *a >= 0 && *b > 0 ? std::optional(*a / *b) : std::nullopt;
  case BinaryOp::Mod:
    return *a >= 0 && *b > 0 ? std::optional(*a % *b) : std::nullopt;
  default:
    return std::nullopt;
  }
}

/// Whether a condition of numbers alone holds.
std::optional<bool> Walker::truth(const Expr *expr) {
  auto number = [&](const Expr *side) -> std::optional<double> {
    if (auto value = constant(side))
      return double(*value);
    if (auto *literal = dyn_cast<NumberExpr>(side))
      return literal->real;
    auto *name = dyn_cast<NameExpr>(side);
    const Text *text = name ? known(name->name) : nullptr;
    double value;
    if (!text || StringRef(text->text).getAsDouble(value))
      return std::nullopt;
    return value;
  };
  if (auto *flag = dyn_cast<BoolExpr>(expr))
    return flag->value;
  if (auto *name = dyn_cast<NameExpr>(expr)) {
    const Text *text = known(name->name);
    if (text && (text->text == "true" || text->text == "false"))
      return text->text == "true";
    return std::nullopt;
  }
  if (auto *unary = dyn_cast<UnaryExpr>(expr)) {
    auto value = truth(unary->operand);
    return value && unary->op == UnaryOp::Not ? std::optional(!*value)
                                              : std::nullopt;
  }
  auto *op = dyn_cast<BinaryExpr>(expr);
  if (!op)
    return std::nullopt;
  if (op->op == BinaryOp::And || op->op == BinaryOp::Or) {
    auto a = truth(op->lhs), b = truth(op->rhs);
    bool decides = op->op == BinaryOp::Or; // the value that one side suffices
    if ((a && *a == decides) || (b && *b == decides))
      return decides;
    return a && b ? std::optional(!decides) : std::nullopt;
  }
  if (!isComparison(op->op))
    return std::nullopt;
  auto a = number(op->lhs), b = number(op->rhs);
  if (!a || !b)
    return std::nullopt;
  switch (op->op) {
  case BinaryOp::Eq:
    return *a == *b;
  case BinaryOp::Ne:
    return *a != *b;
  case BinaryOp::Lt:
    return *a < *b;
  case BinaryOp::Le:
    return *a <= *b;
  case BinaryOp::Gt:
    return *a > *b;
  default:
    return *a >= *b;
  }
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void Walker::walk(const Expr *expr, bool tight) {
  switch (expr->kind) {
  case Expr::Kind::Name:
    walkName(*cast<NameExpr>(expr), tight);
    break;
  case Expr::Kind::It:
  case Expr::Kind::Training:
    failed |= closed != nullptr;
    break;
  case Expr::Kind::Tuple:
    for (const Expr *element : cast<TupleExpr>(expr)->elements)
      walk(element);
    break;
  case Expr::Kind::Record:
    for (const nnc::Argument &field : cast<RecordExpr>(expr)->fields)
      walk(field.value);
    break;
  case Expr::Kind::List:
    for (const Expr *element : cast<ListExpr>(expr)->elements) {
      auto *range = dyn_cast<RangeExpr>(element);
      if (range && range->isBare() && version && version->further)
        replace(range->range, llvm::join(*version->further, ", "));
      else
        walk(element);
    }
    break;
  case Expr::Kind::Unary:
    walk(cast<UnaryExpr>(expr)->operand, true);
    break;
  case Expr::Kind::Binary: {
    bool replaced = false;
    if (auto value = constant(expr, &replaced); value && replaced) {
      replace(expr->range, *value < 0 && tight
                               ? "(" + std::to_string(*value) + ")"
                               : std::to_string(*value));
      break;
    }
    walk(cast<BinaryExpr>(expr)->lhs, true);
    walk(cast<BinaryExpr>(expr)->rhs, true);
    break;
  }
  case Expr::Kind::Range:
    for (const Expr *end :
         {cast<RangeExpr>(expr)->lower, cast<RangeExpr>(expr)->upper})
      if (end)
        walk(end, true);
    break;
  case Expr::Kind::Call:
    walkCall(*cast<CallExpr>(expr), tight);
    break;
  case Expr::Kind::Index:
    walk(cast<IndexExpr>(expr)->base, true);
    for (const Expr *index : cast<IndexExpr>(expr)->indices)
      walk(index);
    break;
  case Expr::Kind::Member: {
    auto *member = cast<MemberExpr>(expr);
    const FileScope *where = &file;
    if (const Stmt *decl = resolve(expr, &where))
      replace(expr->range, expander.referTo(*decl, *where));
    else
      walk(member->base, true);
    break;
  }
  case Expr::Kind::Pipe:
    walkPipe(*cast<PipeExpr>(expr));
    break;
  case Expr::Kind::If:
    walkIf(*cast<IfExpr>(expr), tight, false, false);
    break;
  case Expr::Kind::Repeat: {
    auto *repeat = cast<RepeatExpr>(expr);
    failed |= closed != nullptr;
    walk(repeat->count);
    locals.emplace_back();
    if (repeat->index)
      bind(repeat->index.name);
    walkCarries(repeat->carries);
    walk(*repeat->body);
    locals.pop_back();
    break;
  }
  case Expr::Kind::Scan: {
    auto *scan = cast<ScanExpr>(expr);
    failed |= closed != nullptr;
    walk(scan->sequence);
    if (const Text *text = known(scan->along.name); text && text->isName)
      replace(scan->along.range, text->text);
    locals.emplace_back();
    for (Identifier name : scan->pattern.names)
      bind(name.name);
    walkCarries(scan->carries);
    walk(*scan->body);
    locals.pop_back();
    break;
  }
  case Expr::Kind::Lambda:
    locals.emplace_back();
    for (Identifier name : cast<LambdaExpr>(expr)->params)
      bind(name.name);
    walk(cast<LambdaExpr>(expr)->body);
    locals.pop_back();
    break;
  default:
    break;
  }
}

void Walker::walkCarries(llvm::ArrayRef<Carry> carries) {
  // What they begin with, and their types, are of the place around the loop.
  llvm::StringSet<> inner = std::move(locals.back());
  locals.pop_back();
  for (const Carry &carry : carries) {
    if (carry.type)
      walkType(carry.type);
    if (carry.init)
      walk(carry.init);
  }
  locals.push_back(std::move(inner));
  for (const Carry &carry : carries)
    bind(carry.name.name);
}

void Walker::walkPipe(const PipeExpr &pipe) {
  walk(pipe.head, true);
  for (const PipeStage &stage : pipe.stages) {
    auto *call = dyn_cast<CallExpr>(stage.expr);
    const FileScope *where = &file;
    auto *block = llvm::dyn_cast_if_present<BlockDecl>(
        call ? resolve(call->callee, &where) : nullptr);
    // A function without name is no stage.
    auto *name = dyn_cast<NameExpr>(stage.expr);
    const Text *stands = name ? known(name->name) : nullptr;
    if (call && block && !stage.mentionsIt)
      replace(call->range, layerText(*call, *block, *where, bool(stage.as)));
    else if (stands && !stands->atomic)
      replace(name->range, "(" + stands->text + ")(it)");
    else
      walk(stage.expr, true);
  }
}

//===----------------------------------------------------------------------===//
// Calls and layers
//===----------------------------------------------------------------------===//

void Walker::walkCall(const CallExpr &call, bool tight) {
  const FileScope *where = &file;
  if (auto *block =
          llvm::dyn_cast_if_present<BlockDecl>(resolve(call.callee, &where))) {
    replace(call.range, layerText(call, *block, *where, true));
    return;
  }
  // A layer that is applied where it is made has no `as`.
  auto *inner = dyn_cast<CallExpr>(call.callee);
  auto *block = llvm::dyn_cast_if_present<BlockDecl>(
      inner ? resolve(inner->callee, &where) : nullptr);
  if (inner && block && call.args.size() == 1 && !call.args[0].name) {
    std::string layer = layerText(*inner, *block, *where, false);
    std::string argument = text(call.args[0].value, true);
    bool isSimple = isa<NameExpr, ItExpr, MemberExpr, CallExpr, IndexExpr>(
        call.args[0].value);
    if (StringRef(layer).ends_with("\2")) {
      std::string piped =
          (isSimple ? argument : "(" + argument + ")") + " |> " + layer;
      replace(call.range, tight ? "(" + piped + ")" : piped);
      return;
    }
    replace(inner->range, layer);
    replace(call.args[0].value->range, text(call.args[0].value));
    return;
  }
  if (inner && block)
    replace(inner->range, layerText(*inner, *block, *where, false, false));
  else
    walk(call.callee, true);
  walkArgs(call);
}

/// The names of the parameters of a function, as far as they are known.
llvm::SmallVector<StringRef, 8> Walker::paramsOf(const Expr *callee) const {
  llvm::SmallVector<StringRef, 8> params;
  const FileScope *where = &file;
  const Stmt *decl = resolve(callee, &where);
  if (auto *fn = llvm::dyn_cast_if_present<FnDecl>(decl))
    for (const Param &param : fn->params)
      params.push_back(param.name.name);
  auto *name = dyn_cast<NameExpr>(callee);
  if (decl || !name || isLocal(name->name) || known(name->name))
    return params;
  if (auto list = primitiveParameters(name->name))
    for (StringRef param : *list)
      params.push_back(param.rtrim('?'));
  return params;
}

void Walker::walkArgs(const CallExpr &call) {
  auto *callee = dyn_cast<NameExpr>(call.callee);
  // An axis is a name of the operand's type alone.
  llvm::SmallVector<StringRef, 8> params = paramsOf(call.callee);
  bool axes = callee && callee->name == "all_but";
  // Numbers that had names are given by name, from where all others are.
  size_t named = call.args.size();
  auto hadName = [&](const nnc::Argument &arg, size_t position) {
    auto *name = dyn_cast<NameExpr>(arg.value);
    const Text *text = name && !arg.name ? known(name->name) : nullptr;
    return text && !text->isName && position < params.size() &&
           params[position] != "..." && params[position] != "axis";
  };
  while (named && (call.args[named - 1].name ||
                   hadName(call.args[named - 1], named - 1)))
    --named;
  for (size_t i = 0; i < call.args.size(); ++i) {
    const nnc::Argument &arg = call.args[i];
    bool isAxis = arg.name.name == "axis" ||
                  (!arg.name && i < params.size() && params[i] == "axis");
    if (isAxis || axes)
      walkAxis(arg.value, call);
    else
      walk(arg.value);
    if (version && i >= named && i && hadName(arg, i))
      edits.back().text = (params[i] + " = " + edits.back().text).str();
  }
}

void Walker::walkAxis(const Expr *expr, const CallExpr &call) {
  if (auto *tuple = dyn_cast<TupleExpr>(expr)) {
    for (const Expr *element : tuple->elements)
      walkAxis(element, call);
    return;
  }
  if (auto *inner = dyn_cast<CallExpr>(expr)) {
    for (const nnc::Argument &arg : inner->args)
      walkAxis(arg.value, call);
    return;
  }
  auto *name = dyn_cast<NameExpr>(expr);
  if (!name)
    return walk(expr);
  const Text *text = known(name->name);
  if (!text)
    return;
  if (text->isName) {
    replace(expr->range, text->text);
    return;
  }
  if (std::optional<int64_t> axis = axisOf(*name, call))
    replace(expr->range, std::to_string(*axis));
  else
    walk(expr);
}

/// Which axis of the operand has this name.
std::optional<int64_t> Walker::axisOf(const NameExpr &name,
                                      const CallExpr &call) {
  if (!version)
    return std::nullopt;
  for (const Evaluation *evaluation : version->evaluations)
    if (auto it = evaluation->axes.find(&name); it != evaluation->axes.end())
      return it->second < 0 ? std::nullopt : std::optional(it->second);
  return axisInInputs(name, call, *version->decl);
}

/// The mark of a version and, where the layer would take the version's name
/// for its own, an `as`.
std::string Walker::layerText(const CallExpr &call, const BlockDecl &block,
                              const FileScope &where, bool named,
                              bool mayVary) {
  Version *made =
      version && mayVary
          ? expander.versionAt(*version, call.range.Start.getPointer())
          : nullptr;
  std::string mark, args;
  if (made) {
    mark = expander.referTo(*made);
    args = "(" + keptArgs(call, block, *made) + ")";
  } else {
    mark = expander.referTo(block, where);
    args = separately(call.callee->range.End, call.range.End,
                      [&] { walkArgs(call); });
  }
  bool owns = made ? made->owns : expander.mayOwn(block, where);
  if (named || !owns)
    return mark + args;
  // `\1aID;NAME\2` becomes ` as name` if the block is not called that.
  return mark + args + "\1a" + mark.substr(1, mark.size() - 2) + ";" +
         block.name.name.str() + "\2";
}

/// The arguments of a call that a version still takes.
std::string Walker::keptArgs(const CallExpr &call, const BlockDecl &block,
                             const Version &made) {
  std::vector<std::string> args;
  size_t position = 0;
  bool inOrder = true;
  for (const nnc::Argument &arg : call.args) {
    StringRef name = arg.name.name;
    if (!arg.name)
      name = block.config[position++].name.name;
    if (!made.kept.contains(name)) {
      inOrder = false;
      continue;
    }
    std::string value = text(arg.value);
    args.push_back(!arg.name && inOrder ? value : (name + " = " + value).str());
  }
  return llvm::join(args, ", ");
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// Whether a bare name in a type is neither configuration nor a value of the
/// file: functions and blocks are no dims.
bool Walker::bindsDim(const NameExpr &name) const {
  if (isLocal(name.name) || known(name.name))
    return false;
  const FileScope *where = &file;
  const Stmt *decl = resolve(&name, &where);
  return !decl || (!isa<HyperDecl>(decl) && !isa<LetStmt>(decl));
}

std::string Walker::typeText(const TypeExpr *type) {
  auto *named = dyn_cast<NamedType>(type);
  if (auto *record = dyn_cast<RecordType>(type)) {
    std::vector<std::string> fields;
    for (const RecordField &field : record->fields)
      fields.push_back(
          (field.name ? field.name.name.str() + ": " : std::string()) +
          typeText(field.type));
    return "(" + llvm::join(fields, ", ") + ")";
  }
  if (!named)
    return between(type->range.Start, type->range.End).str();
  const FileScope *where = &file;
  const Stmt *decl = expander.find(file, named->name.name, &where);
  if (auto *alias = llvm::dyn_cast_if_present<TypeAliasDecl>(decl);
      alias && !named->hasShape) {
    if (!version)
      return expander.referTo(*alias, *where);
    return typeText(alias->type);
  }
  std::string result = named->name.name.str();
  if (result == "float")
    if (const Text *element = known("float"))
      result = element->text;
  if (!named->hasShape)
    return result;
  std::vector<std::string> dims;
  for (const Expr *dim : named->shape) {
    auto *range = dyn_cast<RangeExpr>(dim);
    if (range && range->isBare() && version && version->further) {
      llvm::append_range(dims, *version->further);
      continue;
    }
    auto *name = dyn_cast<NameExpr>(dim);
    auto list = name ? lists.find(name->name) : lists.end();
    if (list != lists.end())
      llvm::append_range(dims, list->second);
    else if (name && bindsDim(*name))
      dims.push_back(name->name.str());
    else
      dims.push_back(text(dim));
  }
  return result + "[" + llvm::join(dims, ", ") + "]";
}

void Walker::walkType(const TypeExpr *type) {
  replace(type->range, typeText(type));
}

void Walker::walkParams(llvm::ArrayRef<Param> params) {
  for (const Param &param : params) {
    walkType(param.type);
    if (param.defaultValue)
      walk(param.defaultValue);
    bind(param.name.name);
  }
}
