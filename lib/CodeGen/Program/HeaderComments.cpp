//===- HeaderComments.cpp - What a generated header says ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An embedder needs no other document than the header: what a function reads
// and writes, who owns it, what it answers and when it may run beside others is
// told here, from the same attributes that the entry's own checks come from.
//
//===----------------------------------------------------------------------===//

#include "HeaderComments.h"

#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using mlir::func::FuncOp;

namespace nnc {

//===----------------------------------------------------------------------===//
// Paragraphs
//===----------------------------------------------------------------------===//

Comment &Comment::line(StringRef text) {
  if (!empty)
    os << "\n *";
  if (!text.empty())
    os << ' ' << text;
  empty = false;
  return *this;
}

Comment &Comment::paragraph(StringRef label, StringRef text) {
  constexpr size_t columns = 73, labelColumns = 9;
  size_t indent = label.empty() ? 0 : labelColumns;
  std::string current = label.str();
  current.resize(std::max(indent, current.size() + !current.empty()), ' ');
  bool fresh = true;
  SmallVector<StringRef> words;
  text.split(words, ' ', -1, /*KeepEmpty=*/false);
  for (StringRef word : words) {
    if (!fresh && current.size() + 1 + word.size() > columns) {
      line(current);
      current.assign(indent, ' ');
      fresh = true;
    }
    if (!fresh)
      current += ' ';
    current += word;
    fresh = false;
  }
  return line(current);
}

std::string describe(mlir::Type type) {
  if (type.isF32())
    return "f32";
  if (type.isF64())
    return "f64";
  if (type.isF16())
    return "f16";
  if (type.isBF16())
    return "bf16";
  unsigned bits = type.getIntOrFloatBitWidth();
  return bits == 1 ? "bool" : "i" + std::to_string(bits);
}

std::string describe(mlir::RankedTensorType type) {
  std::string text = describe(type.getElementType());
  if (!type.getRank())
    return text + "[]";
  char separator = '[';
  for (const nn::Size &size : nn::getSizes(type)) {
    text += separator;
    if (separator == ',')
      text += ' ';
    text += size.isDynamic() ? size.symbol.str() : std::to_string(size.number);
    separator = ',';
  }
  return text + "]";
}

/// "a, b and c"
static std::string join(ArrayRef<std::string> items) {
  std::string text;
  for (auto [index, item] : enumerate(items)) {
    if (index)
      text += index + 1 == items.size() ? " and " : ", ";
    text += item;
  }
  return text;
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

/// Of nn_program.threads.
enum { OpenMP = 1, HostThreads = 2 };

static void commentMembers(Comment &comment, const ProgramOptions &options) {
  const std::string &name = options.name;
  comment.paragraph("", "Members of nn_call. A function says which it needs; "
                        "the others are not looked at. Start from `nn_call "
                        "call = {0}`; struct_size, inputs and outputs are "
                        "filled in for you, in a copy.");
  comment.line("");
  static const char *const rows[][2] = {
      {"parameters", "the block of a model's parameters"},
      {"state", "the block of its states, such as running means"},
      {"optimizer", "the block of a training section: moments, sums"},
      {"arena", "memory for temporaries: FUNCTION_arena_bytes(dims)"},
      {"dims", "int64_t[NAME_dim_count]: sizes, such as the batch"},
      {"hypers", "nn_scalar[NAME_hyper_count]: NAME_hypers() fills it in"},
      {"values", "double[]: where a step leaves its loss and metrics"},
      {"seed", "of initial values, dropout and other draws"},
      {"step", "of the optimizer: 1 in the first step, then 2, ..."},
      {"batch_counter", "batches learned from before: 0, 1, 2, ..."},
      {"epoch", "epochs finished before: 0, 1, ..."},
      {"steps_per_epoch", "for schedules that count in epochs; else 0"},
      {"parallel", "who runs parallel loops; null: they run in order"},
      {"status", "where a fault leaves a sentence, or null"}};
  for (auto [member, text] : rows) {
    if (StringRef(member) == "parallel" && options.threads != HostThreads)
      continue;
    std::string line = "  " + std::string(member);
    line.resize(19, ' ');
    line += text;
    for (size_t at; (at = line.find("NAME")) != std::string::npos;)
      line.replace(at, 4, name);
    comment.line(line);
  }
  comment.line("");
}

void commentHeader(raw_ostream &os, const Layout &layout,
                   const ProgramOptions &options, StringRef symbol) {
  auto hash = layout.module->getAttrOfType<mlir::StringAttr>("nn.source_hash");
  const std::string &name = options.name;
  Comment comment(os);
  comment.paragraph("The C interface of the program `" + name + "`.");
  comment.line("");
  comment.paragraph(
      "Made by " + options.compiler +
      (hash ? " from the source " + hash.getValue().take_front(16).str() : "") +
      (options.target.empty() ? "" : " for " + options.target) +
      "; another source or --target needs another header (" + name +
      "_check()). C99, C11 and C++17.");
  comment.line("");
  comment.paragraph(
      "To build: nnrt/program.h in the include path; link " + name + ".so, " +
      name + ".a or " + name + ".o, libc and libm" +
      (options.threads == OpenMP ? ", and an OpenMP runtime. "
                                 : ", and no other library. ") +
      "libnnrt (nnrt/nnrt.h) does more with the same program, given to "
      "nnrt_wrap(&" +
      symbol.str() +
      ", ...): weights files, checkpoints, memory, threads, and a look at "
      "whether the processor has what the program needs (" +
      symbol.str() + ".cpu_features); the functions here do not look.");
  comment.line("");
  comment.paragraph(
      "Order of calls: the `init` of a model, once, or weights from a file "
      "(each tensor through the model's `pack` where it is packed); then "
      "`infer`. To learn, the `init` of the training section, once; then its "
      "`train_step` for each batch, with step and batch_counter counted up.");
  comment.line("");
  commentMembers(comment, options);
  comment.paragraph(
      "Memory",
      "is the caller's, before and after: no function allocates, frees, or "
      "keeps a pointer. Blocks and the arena start at a multiple of 64 bytes, "
      "inputs and outputs at one of their element. A block is zero before its "
      "`init`, and holds the model from then on; the arena holds nothing "
      "between calls, and one serves all functions in turn. Arrays are dense "
      "and row major: of f32[batch, 64], element (i, k) is at i * 64 + k. f16 "
      "and bf16 are uint16_t with their bits, a bool is a uint8_t of 0 or 1. "
      "Inputs may overlap each other; outputs, blocks and the arena overlap "
      "nothing.");
  comment.paragraph(
      "Units",
      "are the program's: an input is what its `field` or caller in the source "
      "makes of the data, the loss and metrics are those that the section "
      "names.");
  comment.paragraph(
      "Errors",
      "are answered: NN_OK is 0, others are below, with a sentence in *status "
      "where there is one. Then no block and no output was written; the arena "
      "and values may have been.");
  comment.paragraph(
      "Threads",
      "No function has a state of its own: any may run at once on several "
      "threads, as long as what one of them writes is no other's. Many may "
      "infer on the same blocks, each with an arena, outputs and a status of "
      "its own. Denormals are flushed to zero during a call, and the "
      "thread's own setting comes back after it.");
}

//===----------------------------------------------------------------------===//
// A function
//===----------------------------------------------------------------------===//

SmallVector<unsigned> dimsOf(const Layout &layout, FuncOp entry) {
  SmallVector<unsigned> dims;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (nn::ArgAttr key = keyOf(entry, i);
        key && key.getKind() == nn::ArgKind::dim)
      dims.push_back(layout.dimIndex(key.getName()));
  return dims;
}

namespace {

class EntryComment {
public:
  EntryComment(raw_ostream &os, const Layout &layout, FuncOp entry,
               StringRef function)
      : comment(os), layout(layout), entry(entry), function(function) {}
  void write(StringRef kind);

private:
  void arguments();
  void values();
  void members();
  void memory(StringRef kind);
  void answers();
  bool has(nn::ArgKind kind);

  Comment comment;
  const Layout &layout;
  FuncOp entry;
  StringRef function;
};

} // namespace

bool EntryComment::has(nn::ArgKind kind) {
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (nn::ArgAttr key = keyOf(entry, i); key && key.getKind() == kind)
      return true;
  return false;
}

void EntryComment::arguments() {
  for (nn::ArgKind kind : {nn::ArgKind::input, nn::ArgKind::output})
    for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
      auto key = keyOf(entry, i);
      auto type = entry.getArgAttrOfType<mlir::TypeAttr>(i, memory::kTypeAttr);
      if (!key || !type || key.getKind() != kind)
        continue;
      comment.paragraph(
          kind == nn::ArgKind::input ? "Input" : "Output",
          key.getName().str() + ": " +
              describe(cast<mlir::RankedTensorType>(type.getValue())));
    }
}

void EntryComment::values() {
  std::vector<std::string> names;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (auto key = keyOf(entry, i);
        key && key.getKind() == nn::ArgKind::metric && isWritten(entry, i))
      names.push_back("[" + std::to_string(names.size()) + "] " +
                      key.getName().str());
  if (!names.empty())
    comment.paragraph("Values", "f64[" + std::to_string(names.size()) +
                                    "], means over the batch: " + join(names));
}

/// Of the call: what must not be null, and which numbers are read.
void EntryComment::members() {
  SmallVector<FuncOp> bodies = bodiesOf(layout, entry);
  auto needed = neededMembers(entry, bodies);
  std::vector<std::string> names;
  for (Member member :
       {Parameters, State, Optimizer, Arena, Dims, Hypers, Values})
    if (needed.contains(member))
      names.push_back(memberName(member).substr(strlen("nn_call.")));
  for (StringRef scalar :
       {"seed", "step", "batch_counter", "epoch", "steps_per_epoch"})
    for (FuncOp body : bodies) {
      bool reads = false;
      for (unsigned i = 0; i < body.getNumArguments(); ++i)
        if (auto key = keyOf(body, i);
            key && key.getKind() == nn::ArgKind::scalar)
          reads |= key.getName() == scalar;
      if (!reads)
        continue;
      names.push_back(scalar.str());
      break;
    }
  std::vector<std::string> dims;
  for (unsigned index : dimsOf(layout, entry)) {
    nn::DimOp dim = layout.dims[index];
    std::string range = "`" + dim.getSymName().str() + "` ";
    auto maximum = dim.getMax();
    range += maximum ? "from " + std::to_string(dim.getMin()) + " to " +
                           std::to_string(*maximum)
                     : "at least " + std::to_string(dim.getMin());
    dims.push_back(range);
  }
  comment.paragraph("Needs", names.empty()
                                 ? "nothing of the call"
                                 : join(names) + (dims.empty() ? "" : ":") +
                                       " " + join(dims));
}

/// Blocks that learn are updated; which they are follows from the kind.
void EntryComment::memory(StringRef kind) {
  std::vector<std::string> read, updated, written;
  bool trains = kind == "train_step", adds = kind == "accumulate_step",
       fills = kind == "init";
  auto block = [&](nn::ArgKind what, const char *name, bool updates) {
    if (has(what))
      (fills ? written : updates ? updated : read).push_back(name);
  };
  if (has(nn::ArgKind::input))
    read.push_back("inputs");
  block(nn::ArgKind::parameter, "parameters", trains);
  block(nn::ArgKind::state, "state", trains || adds);
  block(nn::ArgKind::optimizer, "optimizer", trains || adds);
  if (has(nn::ArgKind::output))
    written.push_back("outputs");
  if (has(nn::ArgKind::metric))
    written.push_back("values");
  if (neededMembers(entry, bodiesOf(layout, entry)).contains(Arena))
    written.push_back("the arena (" + function.str() + "_arena_bytes)");
  std::string text;
  for (auto [verb, names] :
       {std::pair("Reads ", &read), std::pair("Updates ", &updated),
        std::pair("Writes ", &written)})
    if (!names->empty())
      text += verb + join(*names) + ". ";
  comment.paragraph("Memory", text + "All is the caller's; nothing is kept.");
}

void EntryComment::answers() {
  SmallVector<FuncOp> bodies = bodiesOf(layout, entry);
  std::string text =
      "NN_OK, or NN_BAD_CALL: null, not aligned, overlapping memory, another "
      "version of nn_call";
  if (!dimsOf(layout, entry).empty())
    text += "; NN_BAD_DIM: a dim outside its range";
  bool indices = false, asserts = false;
  for (FuncOp body : bodies)
    if (auto messages =
            body->getAttrOfType<mlir::ArrayAttr>("nn.check_messages"))
      for (mlir::Attribute message : messages)
        (cast<mlir::StringAttr>(message).empty() ? indices : asserts) = true;
  if (indices)
    text += "; NN_BAD_INDEX: an index outside its axis, named in *status";
  if (asserts)
    text += "; NN_ASSERT_FAILED: an `assert` of the program";
  if (entry->hasAttr(memory::kGuardedAttr))
    text += "; NN_NOT_FINITE: the loss is not finite (it is in values)";
  comment.paragraph("Returns", text + ".");
}

void EntryComment::write(StringRef kind) {
  auto owner =
      entry->getAttrOfType<mlir::FlatSymbolRefAttr>("nn.owner").getValue();
  bool ofModel = layout.modelIndex(owner) >= 0;
  comment.paragraph(
      StringSwitch<std::string>(kind)
          .Case("init", ofModel ? "Draws the initial parameters and states of "
                                  "the model from the seed."
                                : "Sets the optimizer's state to that of a "
                                  "run's first step.")
          .Case("infer", "The model's outputs for a batch of inputs.")
          .Case("train_step",
                "Learns from one batch: forward, backward, update.")
          .Case("accumulate_step",
                "Adds the gradient of one batch to sums in the optimizer's "
                "block: for all batches of a group but its last, which "
                "train_step learns from. (nn_train.accumulate is how many "
                "batches a group has.)")
          .Default("Loss and metrics of one batch, as in evaluation: nothing "
                   "is learned."));
  comment.line("");
  arguments();
  values();
  members();
  memory(kind);
  answers();
  bool learns =
      kind == "init" || kind == "train_step" || kind == "accumulate_step";
  comment.paragraph(
      "Threads",
      learns ? "One at a time on the same blocks; others may not use them "
               "meanwhile."
             : "Any number at once on the same blocks, each with an arena and "
               "results of its own.");
}

void commentEntry(raw_ostream &os, const Layout &layout, FuncOp entry,
                  StringRef kind, StringRef function) {
  EntryComment(os, layout, entry, function).write(kind);
}

} // namespace nnc
