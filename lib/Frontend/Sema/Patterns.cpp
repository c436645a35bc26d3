//===- Patterns.cpp - einsum and rearrange --------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names in patterns are words separated by spaces, each once per operand; in
// `(h k)` the last name varies fastest (rule 31).
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/ADT/StringExtras.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

using Words = llvm::SmallVector<StringRef, 4>;

static Words split(StringRef text) {
  Words words;
  text.trim().split(words, ' ', -1, /*KeepEmpty=*/false);
  return words;
}

static bool isWord(StringRef text) {
  return !text.empty() && !llvm::isDigit(text.front()) &&
         llvm::all_of(text,
                      [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

//===----------------------------------------------------------------------===//
// einsum
//===----------------------------------------------------------------------===//

/// The contraction of two operands among others: an axis stays that the result
/// or another operand has.
static std::string keptAxes(StringRef a, StringRef b, StringRef rest) {
  std::string kept;
  for (char c : (a + b).str())
    if (rest.contains(c) && !StringRef(kept).contains(c))
      kept += c;
  return kept;
}

Value Elaborator::builtinEinsum(BuiltinCall &call) {
  if (call.values[0].kind != Value::Str) {
    error("E0205", call.rangeOf(0), "the pattern is text", call.frame)
        .help("`einsum(\"b i, i j -> b j\", x, w)`");
    return Value();
  }
  StringRef pattern = call.values[0].text;
  auto bad = [&](const Twine &message) {
    error("E0204", call.rangeOf(0), message, call.frame);
    return Value();
  };
  if (!pattern.contains("->"))
    return bad("the pattern has no `->`");
  auto [inputs, output] = pattern.split("->");
  llvm::SmallVector<StringRef, 2> operands;
  inputs.split(operands, ',');
  if (operands.size() != call.rest.size())
    return bad("the pattern names " + Twine(operands.size()) +
               " operands, given are " + Twine(call.rest.size()));
  // Each word becomes a letter, in order of appearance.
  std::vector<std::pair<StringRef, Axis>> seen;
  std::vector<std::string> letters(operands.size());
  Element element = real(call.frame);
  for (size_t i = 0; i < operands.size(); ++i) {
    Value &value = call.rest[i];
    if (value.kind == Value::List)
      value = listToTensor(value, element, call.range, call.frame);
    if (value.isUnknown())
      return value;
    if (!value.isTensor()) {
      error("E0205", call.range, "`einsum` needs tensors", call.frame)
          .label("found " + describe(value));
      return Value();
    }
    if (i == 0)
      element = value.type.element;
    if (element != value.type.element || element == Element::Bool) {
      error("E0106", call.range, "`einsum` needs one type of numbers",
            call.frame)
          .label(call.rest[0].type.str() + " and " + value.type.str());
      return Value();
    }
    Words words = split(operands[i]);
    if (words.size() != value.type.rank())
      return bad("`" + operands[i].trim() + "` has " + Twine(words.size()) +
                 " names, the operand is " + value.type.str());
    for (size_t k = 0; k < words.size(); ++k) {
      if (!isWord(words[k]))
        return bad("`" + words[k] + "` is not a name");
      if (llvm::is_contained(llvm::ArrayRef(words).take_front(k), words[k]))
        return bad("`" + words[k] + "` stands twice in one operand");
      size_t index = 0;
      while (index < seen.size() && seen[index].first != words[k])
        ++index;
      if (index == seen.size())
        seen.push_back({words[k], value.type.axes[k]});
      else if (!same(seen[index].second.size, value.type.axes[k].size)) {
        error("E0101", call.range,
              "`" + words[k] + "` has two sizes in `einsum`", call.frame)
            .label(seen[index].second.size.str() + " and " +
                   value.type.axes[k].size.str());
        return Value();
      }
      if (seen.size() > 26)
        return bad("a pattern has at most 26 names");
      letters[i] += char('a' + index);
    }
  }
  std::string result;
  for (StringRef word : split(output)) {
    size_t index = 0;
    while (index < seen.size() && seen[index].first != word)
      ++index;
    bool twice =
        index < seen.size() && StringRef(result).contains(char('a' + index));
    if (index == seen.size() || twice)
      return bad("`" + word + "` of the result is " +
                 (twice ? "there twice" : "in no operand"));
    result += char('a' + index);
  }
  auto typeOf = [&](StringRef axes) {
    Type type = Type::tensor(element);
    for (char c : axes)
      type.axes.push_back(seen[c - 'a'].second);
    return type;
  };
  // From left to right, two at a time.
  Value sum = call.rest[0];
  std::string have = letters[0];
  for (size_t i = 1; i < operands.size(); ++i) {
    std::string rest = result;
    for (size_t k = i + 1; k < operands.size(); ++k)
      rest += letters[k];
    std::string out =
        i + 1 == operands.size() ? result : keptAxes(have, letters[i], rest);
    Value pair[] = {sum, call.rest[i]};
    sum = einsum(have + "," + letters[i] + "->" + out, pair, typeOf(out),
                 call.range, call.frame);
    have = out;
  }
  if (operands.size() == 1)
    sum = einsum(have + "->" + result, call.rest, typeOf(result), call.range,
                 call.frame);
  return sum;
}

//===----------------------------------------------------------------------===//
// rearrange
//===----------------------------------------------------------------------===//

namespace {
/// One side of a pattern: for each axis its names.
struct Side {
  std::vector<Words> groups;
  Words names;
  std::string problem;
};
} // namespace

static Side readSide(StringRef text) {
  Side side;
  bool open = false;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
    } else if (text[i] == '(' && !open) {
      open = true;
      side.groups.emplace_back();
      ++i;
    } else if (text[i] == ')' && open) {
      open = false;
      ++i;
    } else {
      StringRef word = text.substr(i).take_until(
          [](char c) { return c == ' ' || c == '(' || c == ')'; });
      if (!isWord(word)) {
        side.problem = ("`" + (word.empty() ? text.substr(i, 1) : word) +
                        "` is not a name")
                           .str();
        return side;
      }
      if (llvm::is_contained(side.names, word)) {
        side.problem = ("`" + word + "` stands twice on one side").str();
        return side;
      }
      side.names.push_back(word);
      if (!open)
        side.groups.emplace_back();
      side.groups.back().push_back(word);
      i += word.size();
    }
  }
  if (open)
    side.problem = "a `(` is not closed";
  return side;
}

/// `1, 2, 3, 4, 6, 8, 12, 16`: divisors of a size, for a help line.
static std::string divisors(int64_t size) {
  std::string text;
  unsigned count = 0;
  for (int64_t d = 1; d <= std::min<int64_t>(size, 4096) && count < 8; ++d)
    if (size % d == 0) {
      text += (count ? ", " : "") + std::to_string(d);
      ++count;
    }
  return text;
}

/// `d = 384`, or `384` where it has no name.
static std::string named(StringRef name, const DimExpr &size) {
  if (name.empty() || name.starts_with("^") || name == size.str())
    return size.str();
  return (name + " = " + size.str()).str();
}

/// Says that `divisor`, an argument written as `name`, does not divide a size.
void Elaborator::reportDivision(const Axis &axis, const DimExpr &divisor,
                                StringRef name, const Value &given,
                                SMRange range, Frame &frame) {
  StringRef whole = axis.name;
  if (whole.empty() || whole.starts_with("^"))
    whole = axis.label.empty() ? StringRef("n") : axis.label;
  Diagnostic &diag = error("E0202", range,
                           "cannot prove " + whole + " = " + name + " * (" +
                               whole + " // " + name + ")",
                           frame);
  diag.label(named(whole == "n" ? "" : whole, axis.size) +
             " is not a multiple of " + named(name, divisor));
  for (unsigned index : given.hypers.set_bits()) {
    if (index >= program->hypers.size())
      continue; // the index of a loop
    const Hyper &hyper = program->hypers[index];
    if (auto set = sets.find(hyper.name); set != sets.end())
      diag.note(hyper.name + " was set by `--set " + hyper.name + "=" +
                set->second.first + "`" + hyperDefault(hyper));
  }
  if (std::optional<int64_t> size = axis.size.constant(); size && *size > 0)
    diag.help("choose " + name + " from " + divisors(*size));
  else if (divisor.constant())
    diag.help("where it always is: `assert " + axis.size.str() + " % " +
              divisor.str() + " == 0`");
}

Value Elaborator::builtinRearrange(BuiltinCall &call) {
  if (!needTensor(call, 0))
    return Value();
  Value x = call.values[0];
  if (call.values[1].kind != Value::Str) {
    error("E0205", call.rangeOf(1), "the pattern is text", call.frame)
        .help("`rearrange(x, \"b t (h k) -> b h t k\", h = 8)`");
    return Value();
  }
  StringRef pattern = call.values[1].text;
  // A place in the pattern, where it is spelled out at the call.
  auto place = [&](StringRef part) {
    SMRange whole = call.rangeOf(1);
    const Expr *expr = call.args[1]->expr;
    if (!llvm::isa_and_present<StringExpr>(expr) ||
        source(whole) != "\"" + pattern.str() + "\"")
      return whole;
    const char *begin =
        whole.Start.getPointer() + 1 + (part.data() - pattern.data());
    return SMRange(llvm::SMLoc::getFromPointer(begin),
                   llvm::SMLoc::getFromPointer(begin + part.size()));
  };
  auto bad = [&](const Twine &message) {
    error("E0204", call.rangeOf(1), message, call.frame);
    return Value();
  };
  if (pattern.count("->") != 1)
    return bad("the pattern has one `->`");
  auto [left, right] = pattern.split("->");
  Side from = readSide(left), to = readSide(right);
  for (const Side *side : {&from, &to})
    if (!side->problem.empty())
      return bad(side->problem);
  if (from.groups.size() != x.type.rank())
    return bad("`" + left.trim() + "` has " + Twine(from.groups.size()) +
               " axes, the tensor is " + x.type.str());
  for (StringRef word : from.names)
    if (!llvm::is_contained(to.names, word))
      return bad("`" + word + "` is missing on the right");
  for (StringRef word : to.names)
    if (!llvm::is_contained(from.names, word))
      return bad("`" + word + "` is missing on the left");

  // The size of every name: given, or what remains of its axis.
  llvm::StringMap<Axis> axes;
  llvm::StringMap<std::pair<DimExpr, Value>> given;
  for (const auto &[name, arg] : call.named) {
    Value value = argValue(arg, call.frame);
    if (value.isUnknown())
      return value;
    if (value.kind != Value::Int || !value.dim) {
      error("E0205", arg.range, "a size is an int known at compile time",
            call.frame)
          .label("found " + describe(value));
      return Value();
    }
    if (!llvm::is_contained(from.names, name)) {
      Diagnostic &diag = error("E0204", arg.range,
                               "the pattern has no `" + name + "`", call.frame);
      if (StringRef close = closestName(name, from.names); !close.empty())
        diag.suggest(name, close);
      return Value();
    }
    markStructural(value);
    given[name] = {*value.dim, value};
  }
  Type expanded = Type::tensor(x.type.element);
  for (size_t i = 0; i < from.groups.size(); ++i) {
    const Axis &axis = x.type.axes[i];
    const Words &group = from.groups[i];
    DimExpr known = 1;
    StringRef open;
    size_t openCount = 0;
    std::string knownText;
    Value reason;
    for (StringRef word : group) {
      auto it = given.find(word);
      if (it == given.end()) {
        open = word;
        ++openCount;
        continue;
      }
      known = known * it->second.first;
      for (const auto &[name, arg] : call.named)
        if (name == word)
          knownText += (knownText.empty() ? "" : " * ") + source(arg.range);
      reason = it->second.second;
      axes[word] = Axis(it->second.first, "");
    }
    if (openCount > 1)
      return bad("the sizes of all but one name in `(" +
                 llvm::join(group, " ") + ")` must be given");
    SMRange where = call.rangeOf(1);
    if (!group.empty()) {
      const char *begin = group.front().begin(), *end = group.back().end();
      if (group.size() > 1) {
        while (*begin != '(')
          --begin;
        while (*end++ != ')')
          ;
      }
      where = place(StringRef(begin, end - begin));
    }
    if (openCount == 0) {
      if (same(known, axis.size)) {
        if (group.size() == 1)
          axes[group[0]] = axis;
      } else {
        error("E0202", where,
              "cannot prove " + axis.size.str() + " = " + known.str(),
              call.frame)
            .label("the axis has " + axis.size.str() + " elements");
        return Value();
      }
    } else if (group.size() == 1) {
      axes[open] = axis;
    } else {
      std::optional<DimExpr> rest = facts.divide(axis.size, known);
      if (!rest || known.isConstant(0)) {
        reportDivision(axis, known, knownText, reason, where, call.frame);
        return Value();
      }
      axes[open] = Axis(*rest);
    }
  }
  for (StringRef word : from.names)
    expanded.axes.push_back(axes[word]);
  if (expanded.rank() > 8) {
    error("E0205", call.rangeOf(1), "a tensor has at most 8 axes", call.frame);
    return Value();
  }
  Value result = reshape(x, expanded, call.range, call.frame);
  result.text.clear();
  if (from.names != to.names) {
    Type moved = Type::tensor(x.type.element);
    llvm::SmallVector<int64_t, 8> order;
    for (StringRef word : to.names) {
      moved.axes.push_back(axes[word]);
      order.push_back(llvm::find(from.names, word) - from.names.begin());
    }
    result =
        tensor(Op::Transpose, moved, {result.node}, call.range, call.frame);
    result.node->ints.assign(order.begin(), order.end());
  }
  Type joined = Type::tensor(x.type.element);
  for (const Words &group : to.groups) {
    if (group.size() == 1) {
      joined.axes.push_back(axes[group[0]]);
      continue;
    }
    DimExpr size = 1;
    for (StringRef word : group)
      size = size * axes[word].size;
    joined.axes.push_back(Axis(size));
  }
  return reshape(result, joined, call.range, call.frame);
}
