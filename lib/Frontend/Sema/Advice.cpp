//===- Advice.cpp - what explains an error, and one fix -------------------===//
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
using llvm::StringRef;

/// Where what made the node was written, rather than the node itself.
static SMRange originOf(const Node *node) {
  return node->origin.isValid() ? node->origin : node->range;
}

/// `line 12`, of what the user wrote; empty where the library made the node.
std::string Elaborator::lineOf(const Node *node) const {
  SMRange range = originOf(node);
  if (!range.isValid())
    return "";
  unsigned id = sources.FindBufferContainingLoc(range.Start);
  bool isStd = llvm::any_of(files, [&](const auto &file) {
    return file->isStd && file->file->bufferId == id;
  });
  if (!id || isStd)
    return "";
  return "line " + std::to_string(sources.FindLineNumber(range.Start, id));
}

/// `(line 8, Dense(hidden))`: what made an operand, or the layer that gave it
/// its shape. Empty where it is what stands there.
std::string Elaborator::withOrigin(SMRange range, const Value &value) const {
  const Node *node = value.node;
  if (!node || !originOf(node).isValid() || originOf(node).Start == range.Start)
    return "";
  auto isLayer = [&](const Node *node) {
    std::string made = source(originOf(node));
    return !made.empty() && llvm::isUpper(made[0]) && !lineOf(node).empty();
  };
  for (const Node *at = node; at && !isLayer(node);) {
    const Node *before = nullptr;
    for (const Node *operand : at->operands)
      if (!before && operand->op != Op::Splat &&
          operand->type.sameShape(at->type))
        before = operand;
    at = before;
    if (at && isLayer(at))
      node = at;
  }
  std::string line = lineOf(node);
  if (line.empty())
    return "";
  std::string made = source(originOf(node));
  return "(" + line +
         (llvm::isUpper(made[0]) && made.size() <= 40 ? ", " + made : "") + ")";
}

/// Both operands one below the other: what they are called, their types, and
/// where they come from.
void Elaborator::noteSides(SMRange aRange, const Value &a, SMRange bRange,
                           const Value &b, Diagnostic &diag) const {
  std::string names[] = {source(aRange), source(bRange)};
  std::string types[] = {describe(a), describe(b)};
  std::string origins[] = {withOrigin(aRange, a), withOrigin(bRange, b)};
  auto pad = [](std::string(&texts)[2]) {
    size_t width = std::max(texts[0].size(), texts[1].size());
    for (std::string &text : texts)
      text.resize(width, ' ');
  };
  pad(names);
  if (!origins[0].empty() && !origins[1].empty())
    pad(types);
  // After where it is used, before what else there is to say.
  auto *place = llvm::find_if(diag.notes, [](const Diagnostic::Note &note) {
    return note.label != "used";
  });
  for (unsigned i : {1, 0})
    place = diag.notes.insert(
        place, {i ? "right" : "left",
                names[i] + " : " + types[i] +
                    (origins[i].empty() ? "" : "   " + origins[i]),
                {}});
}

/// The name of what is called, in a call.
SMRange Elaborator::calleeOf(SMRange call) {
  std::string text = source(call);
  size_t open = text.find('(');
  if (open == std::string::npos || open == 0 || text.back() != ')' ||
      !llvm::all_of(StringRef(text).take_front(open),
                    [](char c) { return llvm::isAlnum(c) || c == '_'; }))
    return call;
  return SMRange(call.Start,
                 llvm::SMLoc::getFromPointer(call.Start.getPointer() + open));
}

/// `f32[hidden, 10]`: `type` with another size at `axis`.
static std::string withSize(const Type &type, size_t axis, const Axis &size) {
  std::vector<std::string> sizes;
  for (const Axis &other : type.axes)
    sizes.push_back(other.size.str());
  bool named = !size.label.empty();
  sizes[axis] = named ? size.label : size.size.str();
  return spelling(type.element).str() + "[" + llvm::join(sizes, ", ") + "]";
}

/// The name of the user's parameter that a node reads, inside of loops as well.
StringRef Elaborator::parameterOf(const Node *node) const {
  if (!owner || (node->op != Op::Read && node->op != Op::Input))
    return "";
  const Variable *variable = owner->byPath.lookup(node->text);
  if (!variable || variable->isState)
    return "";
  StringRef name = StringRef(variable->path).rsplit('.').second;
  if (name.empty())
    name = variable->path;
  // That of a layer of the library stands where the layer was called.
  return source(variable->range) == name ? name : "";
}

/// `a @ b`, whose inner sizes differ: the transpose of `b` if that fits, or
/// what parameter `b` should be.
void Elaborator::adviseProduct(const Value &a, const Value &b, SMRange bRange,
                               Diagnostic &diag) const {
  if (b.type.rank() > 1 &&
      same(a.type.axes.back().size, b.type.axes.back().size)) {
    std::string spelled = source(bRange);
    diag.help("write `@ " + spelled + ".T`");
    if (llvm::all_of(spelled, [](char c) {
          return llvm::isAlnum(c) || c == '_' || c == '.';
        }))
      diag.insertAfter(bRange, ".T");
    return;
  }
  // `b`, or what `b` is the transpose of.
  const Node *node = b.node;
  bool turned = node->op == Op::Transpose && b.type.rank() == 2;
  if (turned)
    node = node->operands[0];
  StringRef name = parameterOf(node);
  if (name.empty() || b.type.rank() != 2)
    return;
  diag.help("declare `param " + name + ": " +
            withSize(node->type, turned ? 1 : 0, a.type.axes.back()) + "`");
}

/// The next value of a carry has another size along one axis: which parameter
/// gives it that.
void Elaborator::adviseCarry(const Value &start, const Value &next,
                             Diagnostic &diag) const {
  if (!start.isTensor() || !next.isTensor() ||
      start.type.rank() != next.type.rank())
    return;
  std::vector<unsigned> wrong;
  for (unsigned i = 0; i < start.type.rank(); ++i)
    if (!same(start.type.axes[i].size, next.type.axes[i].size))
      wrong.push_back(i);
  if (wrong.size() != 1)
    return;
  const Axis &wanted = start.type.axes[wrong[0]];
  const DimExpr &found = next.type.axes[wrong[0]].size;
  llvm::SmallVector<const Node *> near{next.node};
  for (size_t i = 0; i < near.size() && i < 32; ++i) {
    const Node *node = near[i];
    near.append(node->operands.begin(), node->operands.end());
    StringRef name = parameterOf(node);
    if (name.empty())
      continue;
    for (unsigned k = 0; k < node->type.rank(); ++k)
      if (node->type.axes[k].size == found) {
        diag.help("`" + name + "` is " + node->type.str() +
                  "; the carry needs " + withSize(node->type, k, wanted));
        return;
      }
  }
}

/// `halved by `stride = 2``, where that is what changed the image.
static std::string strideOf(const Node *node, const Node *before) {
  if (node->op != Op::Conv)
    return "";
  int64_t stride = node->ints[0];
  for (unsigned axis : {2, 3}) {
    auto from = before->type.axes[axis].size.constant();
    auto to = node->type.axes[axis].size.constant();
    if (!from || !to || stride < 2 || node->ints[axis - 2] != stride ||
        (*from - 1) / stride + 1 != *to)
      return "";
  }
  std::string text = "`stride = " + std::to_string(stride) + "`";
  return stride == 2 ? "halved by " + text
                     : "divided by " + std::to_string(stride) + ", " + text;
}

/// Where an image on the way to `node` became what it is, back to one of the
/// type `from`.
static std::string
changesOf(const Node *node, const Type &from,
          llvm::function_ref<std::string(const Node *)> lineOf) {
  std::string channels, image;
  for (unsigned i = 0; i < 64 && node && !node->type.sameShape(from); ++i) {
    const Node *before = nullptr;
    for (const Node *operand : node->operands)
      if (!before && operand->type.isTensor() && operand->type.rank() == 4)
        before = operand;
    if (!before)
      break;
    auto changes = [&](unsigned axis) {
      return node->type.axes[axis].size != before->type.axes[axis].size;
    };
    auto text = [](const Node *node, unsigned axis) {
      return node->type.axes[axis].size.str();
    };
    if (std::string line = lineOf(node); !line.empty()) {
      if (changes(1) && channels.empty())
        channels = "channels " + text(before, 1) + " -> " + text(node, 1) +
                   " at " + line;
      if ((changes(2) || changes(3)) && image.empty()) {
        image = strideOf(node, before);
        if (image.empty())
          image = text(before, 2) + "x" + text(before, 3) + " -> " +
                  text(node, 2) + "x" + text(node, 3) + " at " + line;
        image = "height and width " + image;
      }
    }
    node = before;
  }
  return channels + (channels.empty() || image.empty() ? "" : "; ") + image;
}

/// A skip connection from `value`, called `name`, to `sum`.
void Elaborator::adviseSkip(const Value &sum, const Value &value,
                            StringRef name, Diagnostic &diag) const {
  const Type &to = sum.type, &from = value.type;
  auto number = [](const Type &type, unsigned axis) {
    return type.axes[axis].size.constant().value_or(0);
  };
  std::string layer;
  if (to.rank() == 4) {
    std::string changes = changesOf(
        sum.node, from, [&](const Node *node) { return lineOf(node); });
    if (!changes.empty())
      diag.note(changes);
    for (int64_t stride = 1; stride <= 4 && layer.empty(); ++stride) {
      auto fits = [&](unsigned axis) {
        return number(from, axis) > 0 &&
               (number(from, axis) - 1) / stride + 1 == number(to, axis);
      };
      if (number(to, 1) > 0 && fits(2) && fits(3))
        layer = "Conv(" + std::to_string(number(to, 1)) + ", kernel = 1" +
                (stride > 1 ? ", stride = " + std::to_string(stride) : "") +
                ")";
    }
  } else if (int64_t width = number(to, to.rank() - 1)) {
    layer = "Dense(" + std::to_string(width) + ")";
    for (unsigned i = 0; i + 1 < to.rank(); ++i)
      if (!same(to.axes[i].size, from.axes[i].size))
        layer.clear();
  }
  if (layer.empty())
    diag.help("project it to the shape of the other side");
  else
    diag.help("project it: `" + name + " |> " + layer + " as down`");
}
