//===- Pointers.h - Where the elements of buffers lie ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_CPU_POINTERS_H
#define NNC_CODEGEN_CPU_POINTERS_H

#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

#include <map>

namespace nnc::cpu {

/// A size, stride or offset, in elements: an i64, or a number where `value` is
/// null.
struct Extent {
  mlir::Value value;
  int64_t number = 0;
};

/// The memrefs of a function as pointers. What they are views of is followed up
/// to an allocation, an argument, or what only the conversion of memrefs to
/// LLVM knows, which is then asked for the parts of its descriptor.
class Pointers {
public:
  Pointers(mlir::func::FuncOp func, const mlir::LLVMTypeConverter &converter)
      : func(func), converter(converter) {}

  /// Whether elements of such a memref lie at a pointer, by strides.
  static bool hasPointer(mlir::MemRefType type);

  /// The address of an element, null if `memref` has no pointer. An access to a
  /// single element says that it lies inside; a vector may begin where the
  /// conversion of its dialect promises nothing. Addresses that are known steps
  /// apart share what they are steps from, if they are asked for in one block,
  /// in its order.
  mlir::Value elementAt(mlir::OpBuilder &builder, mlir::Value memref,
                        mlir::ValueRange indices, bool isSingle);

  /// The address of the first element, null if `memref` has no pointer.
  mlir::Value start(mlir::Value memref);

  /// Adds what stands for `memref` in a call: a pointer, and the sizes and
  /// strides that its type leaves open.
  void appendThin(mlir::Value memref,
                  llvm::SmallVectorImpl<mlir::Value> &values);

  /// Inserts block arguments as those of `appendThin` in front of argument
  /// number `position` of the function; returns how many.
  unsigned openArgument(unsigned position);

  /// Lets ops that are lowered later read a memref that is made of the parts of
  /// `memref`, an argument or an allocation.
  void rebuild(mlir::Value memref);

  /// The size of a dimension as an index, null if `memref` has no pointer.
  mlir::Value sizeOf(mlir::Value memref, int64_t dimension);

  /// Replaces the offset, the sizes and the strides that `op` extracts.
  void replaceNumbers(mlir::memref::ExtractStridedMetadataOp op);

  /// An i64, at the beginning of the function.
  mlir::Value constant(int64_t number);

private:
  struct View {
    mlir::Value base;
    Extent offset;
    llvm::SmallVector<Extent> sizes, strides;
    mlir::Value start;
  };

  View *viewOf(mlir::Value memref);
  std::unique_ptr<View> makeView(mlir::Value memref);
  std::unique_ptr<View> viewOf(mlir::memref::ViewOp op);
  std::unique_ptr<View> viewOf(mlir::memref::CastOp op);
  std::unique_ptr<View> viewOf(mlir::memref::ReinterpretCastOp op);
  std::unique_ptr<View> viewOf(mlir::memref::ExtractStridedMetadataOp op);
  std::unique_ptr<View> viewOf(mlir::memref::AllocaOp op);
  std::unique_ptr<View> viewOfDescriptor(mlir::Value memref);

  /// What elements have in common that are known steps apart: the block that
  /// asks, the first element, and indices with strides.
  struct Place {
    const mlir::Block *block;
    const void *first;
    std::vector<uintptr_t> steps;

    bool operator<(const Place &other) const {
      return std::tie(block, first, steps) <
             std::tie(other.block, other.first, other.steps);
    }
  };

  /// `first` and the sum of the products of pairs in `steps`. `isInside`: that
  /// is an element.
  mlir::Value makeBase(mlir::OpBuilder &builder, mlir::Value first,
                       mlir::Type element, llvm::ArrayRef<Extent> steps,
                       bool isInside);
  mlir::Value asValue(const Extent &extent);
  Extent asExtent(mlir::OpFoldResult value);
  Extent asInteger(mlir::Value index);
  mlir::Value asIndex(mlir::OpBuilder &builder, const Extent &extent);
  Extent multiply(mlir::OpBuilder &builder, Extent a, Extent b,
                  mlir::LLVM::IntegerOverflowFlags flags =
                      mlir::LLVM::IntegerOverflowFlags::none);

  mlir::func::FuncOp func;
  const mlir::LLVMTypeConverter &converter;
  llvm::DenseMap<mlir::Value, std::unique_ptr<View>> views;
  llvm::DenseMap<mlir::Value, mlir::Value> integers;
  llvm::DenseMap<int64_t, mlir::Value> constants;
  std::map<Place, mlir::Value> bases;
};

} // namespace nnc::cpu

#endif // NNC_CODEGEN_CPU_POINTERS_H
