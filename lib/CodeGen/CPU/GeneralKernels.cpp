//===- GeneralKernels.cpp - One kernel for many sizes ---------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The layers of a network have the same kernels for other numbers of channels
// and pixels. Two bodies have the same form if they agree in everything but the
// sizes of tensors and index constants; what differs in these becomes unknown
// (a least general generalization; Plotkin 1970).
//
//===----------------------------------------------------------------------===//

#include "SizedKernels.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

/// A kernel's body in the order of its text.
class Form {
public:
  explicit Form(func::FuncOp kernel) {
    add(kernel.getArgAttrsAttr().getAsOpaquePointer());
    add(kernel->getAttr(kKernelAttr).getAsOpaquePointer());
    addRegion(kernel.getBody());
  }

  bool operator==(const Form &other) const { return parts == other.parts; }
  llvm::hash_code hash() const {
    return llvm::hash_combine_range(parts.begin(), parts.end());
  }

  /// All values of the body, as they come.
  SmallVector<Value> values;

private:
  void add(const void *part) { parts.push_back(uintptr_t(part)); }
  void add(size_t number) { parts.push_back(number); }

  void addValue(Value value) {
    numbers[value] = values.size();
    values.push_back(value);
    auto tensor = dyn_cast<RankedTensorType>(value.getType());
    add(tensor ? tensor.getElementType().getAsOpaquePointer()
               : value.getType().getAsOpaquePointer());
    add(tensor ? tensor.getRank() + 1 : 0);
  }

  void addRegion(Region &region) {
    for (Block &block : region) {
      add(block.getNumArguments());
      for (BlockArgument arg : block.getArguments())
        addValue(arg);
      for (Operation &op : block)
        addOp(op);
    }
  }

  void addOp(Operation &op) {
    add(op.getName().getAsOpaquePointer());
    bool isNumber = op.getNumResults() == 1 && op.getNumOperands() == 0 &&
                    getConstantIntValue(op.getResult(0)) &&
                    op.getResult(0).getType().isIndex();
    add(isNumber ? nullptr : op.getAttrDictionary().getAsOpaquePointer());
    add(op.getNumOperands());
    for (Value operand : op.getOperands())
      add(numbers.lookup(operand));
    add(op.getNumResults());
    for (Value result : op.getResults())
      addValue(result);
    add(op.getNumRegions());
    for (Region &region : op.getRegions())
      addRegion(region);
  }

  std::vector<uintptr_t> parts;
  llvm::DenseMap<Value, size_t> numbers;
};

bool hasMultiplyAdds(func::FuncOp kernel) {
  return kernel.getBody()
      .walk([](Operation *op) {
        return isa<vector::FMAOp, math::FmaOp>(op) ? WalkResult::interrupt()
                                                   : WalkResult::advance();
      })
      .wasInterrupted();
}

/// The type of a tensor that may be any of `types`.
Type joinTypes(ArrayRef<Type> types) {
  auto first = dyn_cast<RankedTensorType>(types.front());
  if (!first || llvm::all_equal(types))
    return types.front();
  SmallVector<int64_t> shape(first.getShape());
  for (Type type : types)
    for (auto [size, other] :
         llvm::zip_equal(shape, cast<RankedTensorType>(type).getShape()))
      if (size != other)
        size = ShapedType::kDynamic;
  return first.clone(shape);
}

/// One kernel for `kernels`, all of one form; none if ops refuse it.
std::optional<GeneralKernel> generalize(ArrayRef<func::FuncOp> kernels,
                                        ArrayRef<const Form *> forms) {
  GeneralKernel made;
  func::FuncOp first = kernels.front();
  made.kernel = first.clone();
  made.instances = llvm::to_vector(kernels);
  Form form(made.kernel);
  Block &body = made.kernel.getBody().front();
  auto number = made.kernel->getAttrOfType<IntegerAttr>(kKernelAttr);
  unsigned numRead = body.getNumArguments() - number.getInt(), numNew = 0;
  // Numbers that agree in all instances are one argument.
  llvm::MapVector<SmallVector<int64_t>, BlockArgument> args;
  SmallVector<Operation *> known;
  for (auto [i, value] : llvm::enumerate(form.values)) {
    SmallVector<Type> types;
    for (const Form *instance : forms)
      types.push_back(instance->values[i].getType());
    value.setType(joinTypes(types));
    if (!value.getType().isIndex() || !getConstantIntValue(value))
      continue;
    SmallVector<int64_t> numbers;
    for (const Form *instance : forms)
      numbers.push_back(*getConstantIntValue(instance->values[i]));
    if (llvm::all_equal(numbers))
      continue;
    BlockArgument &arg = args[numbers];
    if (!arg)
      arg = body.insertArgument(numRead + numNew++, value.getType(),
                                value.getLoc());
    value.replaceAllUsesWith(arg);
    known.push_back(value.getDefiningOp());
  }
  for (Operation *op : known)
    op->erase();
  SmallVector<DictionaryAttr> attributes;
  made.kernel.getAllArgAttrs(attributes);
  attributes.insert(attributes.begin() + numRead, numNew,
                    DictionaryAttr::get(made.kernel.getContext()));
  made.kernel.setFunctionType(
      FunctionType::get(made.kernel.getContext(), body.getArgumentTypes(),
                        body.getTerminator()->getOperandTypes()));
  made.kernel.setAllArgAttrs(attributes);
  {
    ScopedDiagnosticHandler quiet(made.kernel.getContext(),
                                  [](Diagnostic &) { return success(); });
    if (failed(verify(made.kernel))) {
      made.kernel.erase();
      return std::nullopt;
    }
  }
  unsigned numOwn = first.getNumArguments();
  for (size_t i = 0; i < kernels.size(); ++i) {
    SmallVector<PassedArgument> &passed = made.passed.emplace_back();
    for (unsigned arg = 0; arg < numOwn; ++arg) {
      if (arg == numRead)
        for (auto &[numbers, inserted] : args)
          passed.push_back({std::nullopt, numbers[i]});
      passed.push_back({arg, 0});
    }
  }
  return made;
}

} // namespace

SmallVector<GeneralKernel> generalizeKernels(ArrayRef<func::FuncOp> kernels) {
  SmallVector<std::pair<func::FuncOp, Form>> forms;
  llvm::MapVector<size_t, SmallVector<size_t>> alike;
  for (func::FuncOp kernel : kernels) {
    if (hasMultiplyAdds(kernel))
      continue;
    forms.emplace_back(kernel, Form(kernel));
    alike[forms.back().second.hash()].push_back(forms.size() - 1);
  }
  SmallVector<GeneralKernel> result;
  for (auto &[hash, members] : alike) {
    SmallVector<func::FuncOp> group;
    SmallVector<const Form *> groupForms;
    for (size_t member : members) {
      if (!groupForms.empty() && !(*groupForms.front() == forms[member].second))
        continue;
      group.push_back(forms[member].first);
      groupForms.push_back(&forms[member].second);
    }
    if (group.size() < 2)
      continue;
    if (auto made = generalize(group, groupForms))
      result.push_back(std::move(*made));
  }
  return result;
}

} // namespace nnc::cpu
