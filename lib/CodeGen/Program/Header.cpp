//===- Header.cpp - The typed C interface of a program --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"

#include "nnc/CodeGen/Memory/Passes.h"

#include "llvm/Support/raw_ostream.h"

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
  HeaderWriter(llvm::raw_ostream &os, ModuleOp description,
               const ProgramOptions &options)
      : os(os), layout(description), options(options),
        symbol(options.symbol.empty() ? options.name + "_program"
                                      : options.symbol) {}
  void write();

private:
  void constants(StringRef what, ArrayRef<std::string> names);
  void tensors(const Twine &prefix, const BlockLayout &block);
  void entry(const Twine &name, const Twine &place, FuncOp func);
  void signature(StringRef qualifier, nn::ArgKind kind, FuncOp func);
  unsigned pointers(nn::ArgKind kind, FuncOp func, StringRef type,
                    StringRef variable);

  llvm::raw_ostream &os;
  Layout layout;
  const ProgramOptions &options;
  std::string symbol;
};

} // namespace

/// Indices of a table of the program.
void HeaderWriter::constants(StringRef what, ArrayRef<std::string> names) {
  for (auto [index, name] : llvm::enumerate(names))
    os << "#define " << options.name << "_" << what << "_" << identifier(name)
       << " " << index << "\n";
  if (!names.empty())
    os << "\n";
}

void HeaderWriter::tensors(const Twine &prefix, const BlockLayout &block) {
  for (auto [index, tensor] : llvm::enumerate(block.rows)) {
    os << "#define " << prefix << "_" << identifier(tensor.path) << " " << index
       << " /* " << typeName(tensor.type.getElementType());
    for (int64_t size : tensor.type.getShape())
      os << "[" << size << "]";
    os << (tensor.panels ? ", packed" : "") << " */\n";
  }
  if (!block.rows.empty())
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
       << identifier(name) << " /* [";
    llvm::interleave(
        nn::getSizes(type), os,
        [&](const nn::Size &size) {
          if (size.isDynamic())
            os << size.symbol.getValue();
          else
            os << size.number;
        },
        "][");
    os << "] */";
  });
}

unsigned HeaderWriter::pointers(nn::ArgKind kind, FuncOp func, StringRef type,
                                StringRef variable) {
  SmallVector<std::string> names;
  forEachTensor(kind, func, [&](StringRef name, RankedTensorType) {
    names.push_back(identifier(name));
  });
  if (names.empty())
    return 0;
  os << "  " << type << "nn_" << variable << "[] = {";
  llvm::interleaveComma(names, os);
  os << "};\n  call->" << variable << " = nn_" << variable << ";\n";
  return names.size();
}

/// A function with the entry's own inputs and outputs; all else is in `call`.
void HeaderWriter::entry(const Twine &name, const Twine &place, FuncOp func) {
  if (!func)
    return;
  std::string function = identifier(name.str());
  os << "static inline int32_t " << function << "(nn_call *call";
  signature("const ", nn::ArgKind::input, func);
  signature("", nn::ArgKind::output, func);
  os << ") {\n";
  pointers(nn::ArgKind::input, func, "const void *const ", "inputs");
  pointers(nn::ArgKind::output, func, "void *const ", "outputs");
  os << "  call->struct_size = sizeof *call;\n  return " << place
     << ".function(call);\n}\n"
     << "static inline int64_t " << function
     << "_arena_bytes(const int64_t *dims) {\n  return " << place
     << ".arena_bytes ? " << place << ".arena_bytes(dims) : 0;\n}\n\n";
}

void HeaderWriter::write() {
  std::string guard = StringRef(options.name).upper() + "_NN_H";
  os << "/* Made by " << options.compiler << ". The interface of `"
     << options.name << "`: fill a\n * nn_call (nnrt/program.h) and call an "
     << "entry below. */\n\n#ifndef " << guard << "\n#define " << guard
     << "\n\n#include \"nnrt/program.h\"\n\n#ifdef __cplusplus\nextern \"C\" "
     << "{\n#endif\n\nextern const nn_program " << symbol << ";\n\n";
  SmallVector<std::string> names;
  for (nn::DimOp dim : layout.dims)
    names.push_back(dim.getSymName().str());
  constants("dim", names);
  names.clear();
  for (nn::HyperOp hyper : layout.hypers)
    names.push_back(hyper.getSymName().str());
  constants("hyper", names);
  for (auto [index, model] : llvm::enumerate(layout.models)) {
    StringRef name = nn::ModelOp(model).getSymName();
    std::string prefix = options.name + "_" + identifier(name);
    os << "/* Model " << name << " */\n\n";
    tensors(prefix + "_tensor", layout.blocks.find(name)->second);
    std::string place = symbol + ".models[" + std::to_string(index) + "]";
    entry(prefix + "_init", place + ".init", layout.entry(name, "init"));
    entry(prefix + "_infer", place + ".infer", layout.entry(name, "infer"));
  }
  for (auto [index, train] : llvm::enumerate(layout.trains)) {
    StringRef owner = nn::TrainOp(train).getSymName();
    std::string prefix = options.name + "_" + identifier(owner);
    os << "/* Training section " << owner << " */\n\n";
    tensors(prefix + "_tensor", layout.blocks.find(owner)->second);
    std::string place = symbol + ".trains[" + std::to_string(index) + "].";
    for (StringRef kind :
         {"init", "train_step", "accumulate_step", "eval_step"})
      entry(prefix + "_" + kind, place + kind, layout.entry(owner, kind));
  }
  os << "#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << guard << " */\n";
}

void emitHeader(llvm::raw_ostream &os, ModuleOp description,
                const ProgramOptions &options) {
  HeaderWriter(os, description, options).write();
}

} // namespace nnc
