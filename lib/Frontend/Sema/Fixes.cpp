//===- Fixes.cpp - changes of the source that mend an error ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::dyn_cast;
using llvm::StringRef;

static StringRef textOf(SMRange range) {
  return StringRef(range.Start.getPointer(),
                   range.End.getPointer() - range.Start.getPointer());
}

static SMRange placeOf(StringRef text) {
  return {llvm::SMLoc::getFromPointer(text.begin()),
          llvm::SMLoc::getFromPointer(text.end())};
}

/// The first argument of a call, as it is written; empty where there is none.
static StringRef firstArgument(StringRef call) {
  size_t open = call.find('(');
  if (open == StringRef::npos)
    return "";
  unsigned depth = 0;
  for (size_t i = open + 1; i < call.size(); ++i) {
    char c = call[i];
    if (depth == 0 && (c == ',' || c == ')'))
      return call.slice(open + 1, i).trim();
    if (c == '(' || c == '[' || c == '{')
      ++depth;
    else if (c == ')' || c == ']' || c == '}')
      --depth;
  }
  return "";
}

/// The text of the file before a range; empty where it is in none.
static StringRef before(const llvm::SourceMgr &sources, SMRange range) {
  unsigned id = sources.FindBufferContainingLoc(range.Start);
  if (!id)
    return "";
  const char *start = sources.getMemoryBuffer(id)->getBufferStart();
  return StringRef(start, range.Start.getPointer() - start);
}

/// Whether a stage of a pipeline begins here, so that `as` may follow it.
bool Elaborator::isStage(SMRange range) const {
  return before(sources, range).rtrim().ends_with("|>");
}

/// `steps`, or the unit of another duration on the line.
StringRef Elaborator::unitNear(SMRange range) const {
  StringRef line = before(sources, range).rsplit('\n').second;
  const char *end = range.End.getPointer();
  StringRef rest = StringRef(end).take_until([](char c) { return c == '\n'; });
  for (StringRef part : {line, rest})
    for (size_t at = part.find("epochs"); at != StringRef::npos;
         at = part.find("epochs", at + 1))
      if (at && llvm::isDigit(part[at - 1]))
        return "epochs";
  return "steps";
}

std::string Elaborator::closestVariable(StringRef name, const Frame &frame) {
  std::vector<StringRef> names;
  for (const auto &entry : frame.variables)
    names.push_back(entry.first());
  llvm::sort(names);
  return closestName(name, names).str();
}

/// `8.0` as an int; empty where that is not what the text says.
static StringRef asInt(StringRef text) {
  auto [whole, rest] = text.split('.');
  bool isReal = whole.size() + rest.size() + 1 == text.size();
  return isReal && !whole.empty() && llvm::all_of(whole, llvm::isDigit) &&
                 !rest.empty() && rest.find_first_not_of('0') == StringRef::npos
             ? whole
             : "";
}

/// A num stands where an int is wanted: `8.0`, or a hyper whose default is
/// that.
void Elaborator::adviseInt(SMRange range, const Frame &frame,
                           Diagnostic &diag) const {
  StringRef text = textOf(range);
  if (StringRef whole = asInt(text); !whole.empty()) {
    diag.help("write `" + whole + "`").edit(range, whole);
    return;
  }
  auto *hyper = llvm::dyn_cast_if_present<HyperDecl>(
      frame.file ? frame.file->names.lookup(text) : nullptr);
  if (!hyper || hyper->type)
    return;
  if (StringRef whole = asInt(textOf(hyper->value->range)); !whole.empty())
    diag.help("write `hyper " + text + " = " + whole + "`")
        .edit(hyper->value->range, whole);
}

/// 0 or 1 where a bool is wanted.
void Elaborator::adviseBool(SMRange range, Diagnostic &diag) const {
  StringRef text = textOf(range);
  if (text == "0" || text == "1") {
    StringRef value = text == "1" ? "true" : "false";
    diag.help("write `" + value + "`").edit(range, value);
  }
}

/// A bool without name behind named arguments: the one that is not given yet.
void Elaborator::adviseFlag(llvm::ArrayRef<Param> params, CallArgs args,
                            SMRange range, Diagnostic &diag) {
  const Param *flag = nullptr;
  for (const Param &param : params) {
    auto *type = dyn_cast<NamedType>(param.type);
    if (!type || type->name.name != "bool" || type->hasShape ||
        llvm::any_of(args, [&](const auto &arg) {
          return arg.first == param.name.name;
        }))
      continue;
    if (flag)
      return;
    flag = &param;
  }
  if (flag)
    diag.help("write `" + flag->name.name + " = " + textOf(range) + "`")
        .insertBefore(range, flag->name.name + " = ");
}

/// One size differs from what is declared, and a layer whose first argument is
/// that size gave it: `Dense(12)`.
void Elaborator::adviseWidth(const Value &value, const Type &declared,
                             Diagnostic &diag) const {
  if (!value.isTensor() || value.type.rank() != declared.rank())
    return;
  std::vector<unsigned> wrong;
  for (unsigned i = 0; i < declared.rank(); ++i)
    if (!same(value.type.axes[i].size, declared.axes[i].size))
      wrong.push_back(i);
  if (wrong.size() != 1)
    return;
  unsigned axis = wrong[0];
  const DimExpr size = value.type.axes[axis].size;
  const Axis &wanted = declared.axes[axis];
  if (!size.constant())
    return;
  std::string found = size.str(),
              fits = wanted.label.empty() ? wanted.size.str() : wanted.label;
  const Node *node = value.node;
  for (unsigned i = 0; i < 64 && node; ++i) {
    SMRange range = node->origin.isValid() ? node->origin : node->range;
    StringRef made = range.isValid() ? textOf(range) : "";
    if (!made.empty() && llvm::isUpper(made[0]) && !lineOf(node).empty()) {
      StringRef argument = firstArgument(made);
      if (argument == found) {
        diag.help("write `" + made.take_front(argument.begin() - made.begin()) +
                  fits + made.drop_front(argument.end() - made.begin()) + "`")
            .edit(placeOf(argument), fits);
        return;
      }
    }
    const Node *from = nullptr;
    for (const Node *operand : node->operands)
      if (!from && operand->type.rank() == value.type.rank() &&
          operand->type.axes[axis].size == size)
        from = operand;
    node = from;
  }
}

/// `x |> softmax(it, axis = -1)` or `softmax(x)` where logits are wanted.
void Elaborator::adviseLogits(const Node *node, Diagnostic &diag) const {
  SMRange range = node->origin.isValid() ? node->origin : node->range;
  if (lineOf(node).empty())
    return;
  StringRef text = textOf(range);
  if (isStage(range)) {
    StringRef kept =
        before(sources, range).rtrim().drop_back(strlen("|>")).rtrim();
    diag.edit({llvm::SMLoc::getFromPointer(kept.end()), range.End}, "");
  } else if (StringRef argument = firstArgument(text);
             !argument.empty() && text.ends_with(")") &&
             StringRef(text).contains("softmax(")) {
    diag.edit(range, argument);
  }
}

/// A tensor of integers meets one of floats.
void Elaborator::adviseCast(const Value &a, SMRange aRange, const Value &b,
                            SMRange bRange, Diagnostic &diag) const {
  Element x = a.type.element, y = b.type.element;
  if (isFloat(x) == isFloat(y) || !aRange.isValid() || !bRange.isValid())
    return;
  SMRange range = isFloat(x) ? bRange : aRange;
  diag.insertBefore(range, "cast(")
      .insertAfter(range, ", " + spelling(isFloat(x) ? x : y) + ")");
}

/// `learning_rate = 0.1` as a key.
void Elaborator::adviseRate(const TrainDecl &decl, const KeyItem &key,
                            Diagnostic &diag) const {
  std::string optimizer = "optimizer = Adam(" + source(key.value->range) + ")";
  diag.help("the rate belongs to the optimizer: `" + optimizer + "`");
  bool given = llvm::any_of(decl.section->stmts, [](const Stmt *item) {
    auto *other = dyn_cast<KeyItem>(item);
    return other && other->name.name == "optimizer";
  });
  if (!given)
    diag.edit(key.range, optimizer);
}

/// Whether what stands below in the section mentions the name of a key.
bool Elaborator::isUsedAfter(const TrainDecl &decl, const KeyItem &key) {
  const char *start = key.range.End.getPointer();
  StringRef rest(start, decl.section->range.End.getPointer() - start);
  StringRef name = key.name.name;
  auto isLetter = [](char c) { return llvm::isAlnum(c) || c == '_'; };
  for (size_t at = rest.find(name); at != StringRef::npos;
       at = rest.find(name, at + 1)) {
    StringRef after = rest.drop_front(at + name.size());
    if (at && !isLetter(rest[at - 1]) && rest[at - 1] != '.' &&
        !after.empty() && !isLetter(after.front()) &&
        !after.ltrim(' ').starts_with("="))
      return true;
  }
  return false;
}

/// A key is missing: the last error says that it is there, as a `let`.
void Elaborator::adviseKey(const TrainDecl &decl, StringRef name) {
  if (!lastError)
    return;
  for (const Stmt *item : decl.section->stmts) {
    auto *let = dyn_cast<LetStmt>(item);
    if (let && !let->type && let->pattern.range.isValid() &&
        textOf(let->pattern.range) == name) {
      lastError->help("a key has no `let`: `" + name + " = ...`")
          .edit({let->range.Start, let->pattern.range.Start}, "");
      return;
    }
  }
}
