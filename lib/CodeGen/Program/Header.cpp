//===- Header.cpp - The typed C interface of a program --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeaderComments.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;
using mlir::func::FuncOp;

namespace nnc {

namespace {

/// Text as part of a C name.
std::string identifier(StringRef text) {
  std::string name;
  for (char c : text)
    name += llvm::isAlnum(c) ? c : '_';
  return name;
}

/// A name for an argument: none that C or C++ has taken, or the wrapper itself.
std::string argumentName(StringRef text) {
  static const llvm::StringSet<> taken = {
      "alignas",  "alignof",   "and",      "asm",      "auto",     "bool",
      "break",    "call",      "case",     "catch",    "char",     "class",
      "const",    "constexpr", "continue", "decltype", "default",  "delete",
      "do",       "double",    "else",     "enum",     "explicit", "export",
      "extern",   "false",     "float",    "for",      "friend",   "goto",
      "if",       "inline",    "int",      "long",     "mutable",  "namespace",
      "new",      "noexcept",  "not",      "nullptr",  "operator", "or",
      "private",  "protected", "public",   "register", "restrict", "return",
      "short",    "signed",    "sizeof",   "static",   "struct",   "switch",
      "template", "this",      "throw",    "true",     "try",      "typedef",
      "typeid",   "typename",  "union",    "unsigned", "using",    "virtual",
      "void",     "volatile",  "while",    "xor"};
  std::string name = identifier(text);
  return taken.contains(name) ? name + "_" : name;
}

StringRef typeName(Type type) {
  if (type.isF32())
    return "float";
  if (type.isF64())
    return "double";
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return "uint8_t";
  case 8:
    return "int8_t";
  case 16:
    return "uint16_t"; // the bits of an f16 or bf16
  case 32:
    return "int32_t";
  default:
    return "int64_t";
  }
}

class HeaderWriter {
public:
  HeaderWriter(llvm::raw_ostream &os, ArrayRef<ModuleOp> descriptions,
               const ProgramOptions &options)
      : os(os), layout(descriptions.front()), options(options),
        symbol(options.symbol.empty() ? options.name + "_program"
                                      : options.symbol) {
    for (ModuleOp other : descriptions.drop_front())
      others.push_back(std::make_unique<Layout>(other));
  }
  void write();

private:
  void define(const std::string &name, int64_t value, const Twine &comment);
  void dims();
  void hypers();
  void check();
  void tensors(const std::string &prefix, const std::string &table,
               StringRef owner);
  /// Of a block, at the level where it is largest.
  int64_t bytes(StringRef owner, int64_t BlockLayout::*block) const;
  void entry(const std::string &prefix, StringRef kind, const Twine &place,
             FuncOp func);
  void arena(const std::string &function, const Twine &place, FuncOp func);
  void signature(StringRef qualifier, nn::ArgKind kind, FuncOp func);
  void pointers(nn::ArgKind kind, FuncOp func, StringRef variable);
  std::string modelOf(nn::ModelOp model) const {
    return options.name + "_" + identifier(model.getSymName());
  }
  std::string sectionOf(nn::TrainOp train) const {
    return options.name + "_" + identifier(train.getSymName());
  }

  llvm::raw_ostream &os;
  Layout layout;
  /// Of the other levels: sizes and packing may differ, all else does not.
  SmallVector<std::unique_ptr<Layout>> others;
  const ProgramOptions &options;
  std::string symbol;
  llvm::StringSet<> defined;
};

} // namespace

/// Paths that differ in a dot alone get a number.
void HeaderWriter::define(const std::string &name, int64_t value,
                          const Twine &comment) {
  std::string unique = name;
  for (int i = 2; !defined.insert(unique).second; ++i)
    unique = name + "_" + std::to_string(i);
  os << "#define " << unique << " " << value << " /* " << comment << " */\n";
}

void HeaderWriter::dims() {
  define(options.name + "_dim_count", int64_t(layout.dims.size()),
         "of nn_call.dims");
  for (auto [index, dim] : llvm::enumerate(layout.dims)) {
    auto maximum = nn::DimOp(dim).getMax();
    define(options.name + "_dim_" + identifier(dim.getSymName()), index,
           Twine(dim.getMin()) + " or more" +
               (maximum ? ", at most " + Twine(*maximum) : Twine()));
  }
  os << "\n";
}

/// Indices, and a function that fills in what the program was compiled with.
void HeaderWriter::hypers() {
  const std::string &name = options.name;
  define(name + "_hyper_count", int64_t(layout.hypers.size()),
         "of nn_call.hypers");
  for (auto [index, hyper] : llvm::enumerate(layout.hypers)) {
    Attribute value = hyper.getValue();
    auto written = hyper->getAttrOfType<StringAttr>("text");
    std::string text = "no number: its text is in the table";
    if (isa<FloatAttr, IntegerAttr>(value))
      text = std::string(isa<FloatAttr>(value) ? "f" : "i") +
             (written ? ", " + written.getValue().str() : "") +
             (hyper.getStructural() ? ", fixed in the code"
                                    : ", may change between calls");
    define(name + "_hyper_" + identifier(hyper.getSymName()), index, text);
  }
  os << "\n";
  Comment(os)
      .paragraph("The hypers of the program as they were compiled, for "
                 "nn_call.hypers.")
      .line("")
      .paragraph("Output", "hypers: nn_scalar[" + name + "_hyper_count]")
      .paragraph("Memory", "Writes all of hypers, which is the caller's; "
                           "nothing is kept.")
      .paragraph("Returns", "Nothing. Null for hypers: nothing is done.")
      .paragraph("Threads", "Any number at once, each on hypers of its own.");
  os << "static inline void " << name << "_hypers(nn_scalar *hypers) {\n"
     << "  int32_t nn_i;\n"
     << "  for (nn_i = 0; hypers && nn_i < " << symbol
     << ".hyper_count; ++nn_i)\n"
     << "    hypers[nn_i] = " << symbol << ".hypers[nn_i].value;\n}\n\n";
}

void HeaderWriter::check() {
  auto hash = layout.module->getAttrOfType<StringAttr>("nn.source_hash");
  Comment(os)
      .paragraph("Whether the linked program is the one that this header "
                 "describes. To be called once, before all others.")
      .line("")
      .paragraph("Memory", "Reads constants; nothing is kept.")
      .paragraph("Returns",
                 "NN_OK, or NN_BAD_CALL: its interface, its source, or the "
                 "size of a block is another; compile both again, with one "
                 "--target.")
      .paragraph("Threads", "Any number at once.");
  os << "static inline int32_t " << options.name << "_check(void) {\n"
     << "  return " << symbol << ".magic == NN_PROGRAM_MAGIC &&\n"
     << "                 " << symbol << ".abi_version == NN_ABI_VERSION &&\n"
     << "                 " << symbol << ".struct_size == sizeof(nn_program)";
  StringRef equal = " == ", fits = others.empty() ? equal : " <= ";
  auto compare = [&](const Twine &member, StringRef how, int64_t number) {
    os << " &&\n                 " << symbol << "." << member << how << number;
  };
  compare("model_count", equal, int64_t(layout.models.size()));
  compare("train_count", equal, int64_t(layout.trains.size()));
  for (auto [index, model] : llvm::enumerate(layout.models)) {
    StringRef name = nn::ModelOp(model).getSymName();
    std::string place = "models[" + std::to_string(index) + "].";
    compare(place + "parameter_bytes", fits,
            bytes(name, &BlockLayout::parameterBytes));
    compare(place + "state_bytes", fits, bytes(name, &BlockLayout::stateBytes));
  }
  for (auto [index, train] : llvm::enumerate(layout.trains))
    compare(
        "trains[" + Twine(index) + "].optimizer_bytes", fits,
        bytes(nn::TrainOp(train).getSymName(), &BlockLayout::optimizerBytes));
  if (hash)
    os << " &&\n                 strcmp(" << symbol << ".source_hash,\n"
       << "                        \"" << hash.getValue() << "\") == 0";
  os << "\n             ? NN_OK\n             : NN_BAD_CALL;\n}\n\n";
}

int64_t HeaderWriter::bytes(StringRef owner,
                            int64_t BlockLayout::*block) const {
  int64_t most = layout.blocks.find(owner)->second.*block;
  for (const std::unique_ptr<Layout> &other : others)
    most = std::max(most, other->blocks.find(owner)->second.*block);
  return most;
}

/// Indices of the tensors of a block.
void HeaderWriter::tensors(const std::string &prefix, const std::string &table,
                           StringRef owner) {
  const BlockLayout &block = layout.blocks.find(owner)->second;
  if (block.rows.empty())
    return;
  Comment(os).paragraph(
      "Indices in " + table +
      ".tensors, which says where in its block each lies. A packed one goes "
      "from and to the row-major form of files through the model's pack and "
      "unpack, others are so as they are.");
  for (auto [index, tensor] : llvm::enumerate(block.rows)) {
    bool packed = bool(tensor.panels);
    for (const std::unique_ptr<Layout> &other : others)
      packed |= bool(other->blocks.find(owner)->second.rows[index].panels);
    define(prefix + "_tensor_" + identifier(tensor.path), index,
           tensor.path + ": " + describe(tensor.type) +
               (packed ? ", packed" : "") +
               (tensor.kind == nn::ArgKind::state ? ", state" : ""));
  }
  os << "\n";
}

template <class Visit>
static void forEachTensor(nn::ArgKind kind, FuncOp func, Visit visit) {
  for (unsigned i = 0; i < func.getNumArguments(); ++i) {
    auto key = func.getArgAttrOfType<nn::ArgAttr>(i, "nn.arg");
    auto type = func.getArgAttrOfType<TypeAttr>(i, memory::kTypeAttr);
    if (key && type && key.getKind() == kind)
      visit(key.getName().getValue(), cast<RankedTensorType>(type.getValue()));
  }
}

void HeaderWriter::signature(StringRef qualifier, nn::ArgKind kind,
                             FuncOp func) {
  forEachTensor(kind, func, [&](StringRef name, RankedTensorType type) {
    os << ",\n    " << qualifier << typeName(type.getElementType()) << " *"
       << argumentName(name);
  });
}

void HeaderWriter::pointers(nn::ArgKind kind, FuncOp func, StringRef variable) {
  unsigned count = 0;
  forEachTensor(kind, func, [&](StringRef name, RankedTensorType) {
    os << "  nn_" << variable << "[" << count++ << "] = " << argumentName(name)
       << ";\n";
  });
  if (count)
    os << "  nn_made." << variable << " = nn_" << variable << ";\n";
}

/// A function with the entry's own inputs and outputs; all else is in `call`.
void HeaderWriter::entry(const std::string &prefix, StringRef kind,
                         const Twine &place, FuncOp func) {
  if (!func)
    return;
  std::string function = prefix + "_" + kind.str();
  commentEntry(os, layout, func, kind, function);
  os << "static inline int32_t " << function << "(const nn_call *call";
  signature("const ", nn::ArgKind::input, func);
  signature("", nn::ArgKind::output, func);
  os << ") {\n  nn_call nn_made;\n";
  auto declare = [&](nn::ArgKind kind, StringRef array) {
    unsigned count = 0;
    forEachTensor(kind, func, [&](StringRef, RankedTensorType) { ++count; });
    if (count)
      os << "  " << array << "[" << count << "];\n";
  };
  declare(nn::ArgKind::input, "const void *nn_inputs");
  declare(nn::ArgKind::output, "void *nn_outputs");
  os << "  if (!call)\n    return NN_BAD_CALL;\n  nn_made = *call;\n"
     << "  nn_made.struct_size = sizeof nn_made;\n";
  pointers(nn::ArgKind::input, func, "inputs");
  pointers(nn::ArgKind::output, func, "outputs");
  os << "  return " << place << ".function(&nn_made);\n}\n\n";
  arena(function, place, func);
}

void HeaderWriter::arena(const std::string &function, const Twine &place,
                         FuncOp func) {
  SmallVector<unsigned> dims = dimsOf(layout, func);
  Comment(os)
      .paragraph("The bytes of the arena that " + function +
                 " needs at these sizes.")
      .line("")
      .paragraph("Input", "dims: int64_t[" + options.name +
                              "_dim_count], as in nn_call" +
                              (dims.empty() ? "; may be null" : ""))
      .paragraph("Memory", "Reads dims, which is the caller's; nothing is "
                           "kept.")
      .paragraph("Returns",
                 dims.empty()
                     ? "The bytes, 0 or more."
                     : "The bytes, 0 or more; -1 where dims is null or a dim "
                       "is outside its range.")
      .paragraph("Threads", "Any number at once.");
  os << "static inline int64_t " << function
     << "_arena_bytes(const int64_t *dims) {\n";
  if (!dims.empty()) {
    os << "  if (!dims";
    for (unsigned index : dims) {
      nn::DimOp dim = layout.dims[index];
      os << " || dims[" << index << "] < " << dim.getMin();
      if (auto maximum = dim.getMax())
        os << " || dims[" << index << "] > " << *maximum;
    }
    os << ")\n    return -1;\n";
  }
  os << "  return " << place << ".arena_bytes\n             ? " << place
     << ".arena_bytes(dims)\n             : 0;\n}\n\n";
}

void HeaderWriter::write() {
  std::string guard = StringRef(options.name).upper() + "_NN_H";
  commentHeader(os, layout, options, symbol);
  os << "\n#ifndef " << guard << "\n#define " << guard
     << "\n\n#include \"nnrt/program.h\"\n\n#include <string.h>\n\n"
     << "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "/* The program: its tables, and the entries that are called below. "
        "Constant; it\n * stays as long as the library does. */\n"
     << "extern const nn_program " << symbol << ";\n\n";
  dims();
  hypers();
  check();
  for (auto [index, model] : llvm::enumerate(layout.models)) {
    StringRef name = nn::ModelOp(model).getSymName();
    std::string prefix = modelOf(model),
                place = symbol + ".models[" + std::to_string(index) + "]";
    os << "/*===-- Model " << name << " --===*/\n\n";
    define(prefix + "_parameter_bytes",
           bytes(name, &BlockLayout::parameterBytes), "of nn_call.parameters");
    define(prefix + "_state_bytes", bytes(name, &BlockLayout::stateBytes),
           "of nn_call.state");
    os << "\n";
    tensors(prefix, place, name);
    for (StringRef kind : {"init", "infer"})
      entry(prefix, kind, place + "." + kind, layout.entry(name, kind));
  }
  for (auto [index, train] : llvm::enumerate(layout.trains)) {
    StringRef owner = nn::TrainOp(train).getSymName();
    std::string prefix = sectionOf(train),
                place = symbol + ".trains[" + std::to_string(index) + "]";
    os << "/*===-- Training section " << owner << " of the model "
       << nn::TrainOp(train).getModel() << " --===*/\n\n";
    define(prefix + "_optimizer_bytes",
           bytes(owner, &BlockLayout::optimizerBytes), "of nn_call.optimizer");
    os << "\n";
    tensors(prefix, place, owner);
    for (StringRef kind :
         {"init", "train_step", "accumulate_step", "eval_step"})
      entry(prefix, kind, place + "." + kind, layout.entry(owner, kind));
  }
  os << "#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << guard << " */\n";
}

void emitHeader(llvm::raw_ostream &os, ArrayRef<ModuleOp> descriptions,
                const ProgramOptions &options) {
  HeaderWriter(os, descriptions, options).write();
}

} // namespace nnc
