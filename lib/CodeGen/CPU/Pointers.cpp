//===- Pointers.cpp - Where the elements of buffers lie -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Pointers.h"

#include "mlir/Conversion/LLVMCommon/MemRefBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace nnc::cpu {

/// Right behind what defines `value`.
static OpBuilder after(Value value) {
  OpBuilder builder(value.getContext());
  builder.setInsertionPointAfterValue(value);
  return builder;
}

bool Pointers::hasPointer(MemRefType type) {
  SmallVector<int64_t> strides;
  int64_t offset;
  return type.getElementType().isIntOrFloat() && !type.getMemorySpace() &&
         succeeded(type.getStridesAndOffset(strides, offset));
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

Value Pointers::constant(int64_t number) {
  Value &value = constants[number];
  if (!value) {
    auto builder = OpBuilder::atBlockBegin(&func.front());
    value = LLVM::ConstantOp::create(builder, func.getLoc(),
                                     builder.getI64IntegerAttr(number));
  }
  return value;
}

Value Pointers::asValue(const Extent &extent) {
  return extent.value ? extent.value : constant(extent.number);
}

Extent Pointers::asInteger(Value index) {
  APInt number;
  if (matchPattern(index, m_ConstantInt(&number)))
    return {nullptr, number.getSExtValue()};
  if (auto cast = index.getDefiningOp<UnrealizedConversionCastOp>())
    if (cast.getNumOperands() == 1 &&
        cast.getOperand(0).getType().isInteger(64))
      return {cast.getOperand(0)};
  Value &value = integers[index];
  if (!value) {
    OpBuilder builder = after(index);
    value = UnrealizedConversionCastOp::create(builder, index.getLoc(),
                                               builder.getI64Type(), index)
                .getResult(0);
  }
  return {value};
}

Extent Pointers::asExtent(OpFoldResult value) {
  if (auto attr = dyn_cast<Attribute>(value))
    return {nullptr, cast<IntegerAttr>(attr).getInt()};
  return asInteger(cast<Value>(value));
}

Value Pointers::asIndex(OpBuilder &builder, const Extent &extent) {
  if (!extent.value)
    return arith::ConstantIndexOp::create(builder, func.getLoc(),
                                          extent.number);
  return UnrealizedConversionCastOp::create(
             builder, func.getLoc(), builder.getIndexType(), extent.value)
      .getResult(0);
}

Extent Pointers::multiply(OpBuilder &builder, Extent a, Extent b,
                          LLVM::IntegerOverflowFlags flags) {
  if (!a.value && !b.value)
    return {nullptr, a.number * b.number};
  if (!b.value && b.number == 1)
    return a;
  if (!a.value && a.number == 1)
    return b;
  return {LLVM::MulOp::create(builder, func.getLoc(), asValue(a), asValue(b),
                              flags)};
}

//===----------------------------------------------------------------------===//
// Views
//===----------------------------------------------------------------------===//

Pointers::View *Pointers::viewOf(Value memref) {
  auto found = views.find(memref);
  if (found == views.end()) {
    auto type = dyn_cast<MemRefType>(memref.getType());
    std::unique_ptr<View> made;
    if (type && hasPointer(type))
      made = makeView(memref);
    found = views.try_emplace(memref, std::move(made)).first;
  }
  return found->second.get();
}

std::unique_ptr<Pointers::View> Pointers::makeView(Value memref) {
  std::unique_ptr<View> view;
  if (auto op = memref.getDefiningOp<memref::ViewOp>())
    view = viewOf(op);
  else if (auto op = memref.getDefiningOp<memref::CastOp>())
    view = viewOf(op);
  else if (auto op = memref.getDefiningOp<memref::ReinterpretCastOp>())
    view = viewOf(op);
  else if (auto op = memref.getDefiningOp<memref::ExtractStridedMetadataOp>())
    view = viewOf(op);
  else if (auto op = memref.getDefiningOp<memref::AllocaOp>())
    view = viewOf(op);
  return view ? std::move(view) : viewOfDescriptor(memref);
}

std::unique_ptr<Pointers::View> Pointers::viewOf(memref::ViewOp op) {
  View *source = viewOf(op.getSource());
  if (!source)
    return nullptr;
  auto view = std::make_unique<View>();
  OpBuilder builder = after(op);
  auto pointer = LLVM::LLVMPointerType::get(op.getContext());
  view->base =
      LLVM::GEPOp::create(builder, op.getLoc(), pointer, builder.getI8Type(),
                          source->base, asValue(asInteger(op.getByteShift())));
  auto open = op.getSizes().begin();
  for (int64_t size : op.getType().getShape())
    view->sizes.push_back(ShapedType::isDynamic(size) ? asInteger(*open++)
                                                      : Extent{nullptr, size});
  view->strides.resize(view->sizes.size());
  Extent stride = {nullptr, 1};
  for (size_t i = view->sizes.size(); i-- > 0;) {
    view->strides[i] = stride;
    if (i > 0)
      stride = multiply(builder, stride, view->sizes[i]);
  }
  return view;
}

std::unique_ptr<Pointers::View> Pointers::viewOf(memref::CastOp op) {
  // Both begin at one place.
  if (!start(op.getSource()))
    return nullptr;
  auto view = std::make_unique<View>(*viewOf(op.getSource()));
  MemRefType type = cast<MemRefType>(op.getType());
  SmallVector<int64_t> strides;
  int64_t offset;
  if (failed(type.getStridesAndOffset(strides, offset)))
    return nullptr;
  if (ShapedType::isStatic(offset))
    view->offset = {nullptr, offset};
  for (auto [i, stride] : llvm::enumerate(strides)) {
    if (ShapedType::isStatic(stride))
      view->strides[i] = {nullptr, stride};
    if (!type.isDynamicDim(i))
      view->sizes[i] = {nullptr, type.getDimSize(i)};
  }
  return view;
}

std::unique_ptr<Pointers::View> Pointers::viewOf(memref::ReinterpretCastOp op) {
  View *source = viewOf(op.getSource());
  if (!source)
    return nullptr;
  auto view = std::make_unique<View>();
  view->base = source->base;
  view->offset = asExtent(op.getMixedOffsets().front());
  for (OpFoldResult size : op.getMixedSizes())
    view->sizes.push_back(asExtent(size));
  for (OpFoldResult stride : op.getMixedStrides())
    view->strides.push_back(asExtent(stride));
  return view;
}

std::unique_ptr<Pointers::View>
Pointers::viewOf(memref::ExtractStridedMetadataOp op) {
  View *source = viewOf(op.getSource());
  if (!source)
    return nullptr;
  auto view = std::make_unique<View>();
  view->base = source->base;
  return view;
}

std::unique_ptr<Pointers::View> Pointers::viewOf(memref::AllocaOp op) {
  MemRefType type = op.getType();
  if (!type.hasStaticShape() || !type.getLayout().isIdentity())
    return nullptr;
  auto view = std::make_unique<View>();
  OpBuilder builder = after(op);
  view->base = LLVM::AllocaOp::create(
      builder, op.getLoc(), LLVM::LLVMPointerType::get(op.getContext()),
      type.getElementType(), constant(type.getNumElements()),
      op.getAlignment().value_or(0));
  auto [strides, offset] = type.getStridesAndOffset();
  for (auto [size, stride] : llvm::zip_equal(type.getShape(), strides)) {
    view->sizes.push_back({nullptr, size});
    view->strides.push_back({nullptr, stride});
  }
  return view;
}

std::unique_ptr<Pointers::View> Pointers::viewOfDescriptor(Value memref) {
  auto type = cast<MemRefType>(memref.getType());
  auto [strides, offset] = type.getStridesAndOffset();
  OpBuilder builder = after(memref);
  Location loc = memref.getLoc();
  MemRefDescriptor descriptor(
      UnrealizedConversionCastOp::create(builder, loc,
                                         converter.convertType(type), memref)
          .getResult(0));
  auto view = std::make_unique<View>();
  view->base = descriptor.alignedPtr(builder, loc);
  view->start = view->base;
  view->offset = {nullptr, offset};
  if (ShapedType::isDynamic(offset))
    view->offset = {descriptor.offset(builder, loc)};
  if (offset != 0)
    view->start = LLVM::GEPOp::create(builder, loc, view->base.getType(),
                                      type.getElementType(), view->base,
                                      asValue(view->offset));
  for (auto [i, stride] : llvm::enumerate(strides)) {
    view->sizes.push_back({nullptr, type.getDimSize(i)});
    if (type.isDynamicDim(i))
      view->sizes.back() = {descriptor.size(builder, loc, i)};
    view->strides.push_back({nullptr, stride});
    if (ShapedType::isDynamic(stride))
      view->strides.back() = {descriptor.stride(builder, loc, i)};
  }
  return view;
}

//===----------------------------------------------------------------------===//
// Addresses
//===----------------------------------------------------------------------===//

Value Pointers::start(Value memref) {
  View *view = viewOf(memref);
  if (!view)
    return nullptr;
  if (!view->start) {
    view->start = view->base;
    if (view->offset.value || view->offset.number != 0) {
      OpBuilder builder = after(memref);
      view->start = LLVM::GEPOp::create(
          builder, memref.getLoc(), view->base.getType(),
          cast<MemRefType>(memref.getType()).getElementType(), view->base,
          asValue(view->offset));
    }
  }
  return view->start;
}

/// `index` as another one and a number that is added to it.
static std::pair<Value, int64_t> splitNumber(Value index) {
  int64_t number = 0;
  while (auto sum = index.getDefiningOp<arith::AddIOp>()) {
    APInt added;
    if (matchPattern(sum.getRhs(), m_ConstantInt(&added)))
      index = sum.getLhs();
    else if (matchPattern(sum.getLhs(), m_ConstantInt(&added)))
      index = sum.getRhs();
    else
      break;
    number += added.getSExtValue();
  }
  return {index, number};
}

Value Pointers::elementAt(OpBuilder &builder, Value memref, ValueRange indices,
                          bool isSingle) {
  Value first = start(memref);
  if (!first)
    return nullptr;
  View *view = viewOf(memref);
  Place place{builder.getInsertionBlock(), first.getAsOpaquePointer(), {}};
  SmallVector<Extent> steps;
  int64_t number = 0;
  // What is left of an index may be below zero.
  bool isInside = isSingle;
  for (auto [index, stride] : llvm::zip_equal(indices, view->strides)) {
    auto [open, known] =
        stride.value ? std::pair(index, int64_t(0)) : splitNumber(index);
    number += known * stride.number;
    isInside &= open == index;
    Extent step = asInteger(open);
    if (!step.value && !stride.value) {
      number += step.number * stride.number;
      continue;
    }
    steps.append({step, stride});
    for (const Extent &part : {step, stride})
      place.steps.push_back(part.value
                                ? uintptr_t(part.value.getAsOpaquePointer())
                                : uintptr_t(part.number) << 1 | 1);
  }
  Type element = cast<MemRefType>(memref.getType()).getElementType();
  Value base = first;
  if (!steps.empty()) {
    Value &known = bases[place];
    if (!known)
      known = makeBase(builder, first, element, steps, isInside && number == 0);
    base = known;
  }
  if (number == 0)
    return base;
  LLVM::GEPArg more = int32_t(number);
  if (!llvm::isInt<32>(number))
    more = constant(number);
  return LLVM::GEPOp::create(builder, func.getLoc(), first.getType(), element,
                             base, more);
}

Value Pointers::makeBase(OpBuilder &builder, Value first, Type element,
                         ArrayRef<Extent> steps, bool isInside) {
  auto overflow = LLVM::IntegerOverflowFlags::none;
  auto wrap = LLVM::GEPNoWrapFlags::none;
  if (isInside) {
    overflow =
        LLVM::IntegerOverflowFlags::nsw | LLVM::IntegerOverflowFlags::nuw;
    wrap = LLVM::GEPNoWrapFlags::inbounds | LLVM::GEPNoWrapFlags::nuw;
  }
  Location loc = func.getLoc();
  Value sum;
  for (; !steps.empty(); steps = steps.drop_front(2)) {
    Value step = asValue(multiply(builder, steps[0], steps[1], overflow));
    sum = sum ? LLVM::AddOp::create(builder, loc, sum, step, overflow) : step;
  }
  return LLVM::GEPOp::create(builder, loc, first.getType(), element, first, sum,
                             wrap);
}

Value Pointers::sizeOf(Value memref, int64_t dimension) {
  View *view = viewOf(memref);
  if (!view || dimension < 0 || dimension >= int64_t(view->sizes.size()))
    return nullptr;
  const Extent &size = view->sizes[dimension];
  OpBuilder builder = after(size.value ? size.value : memref);
  return asIndex(builder, size);
}

void Pointers::replaceNumbers(memref::ExtractStridedMetadataOp op) {
  View *view = viewOf(op.getSource());
  if (!view)
    return;
  OpBuilder builder = after(op.getBaseBuffer());
  auto replace = [&](Value number, const Extent &extent) {
    if (!number.use_empty())
      number.replaceAllUsesWith(asIndex(builder, extent));
  };
  replace(op.getOffset(), view->offset);
  for (auto [number, size] : llvm::zip_equal(op.getSizes(), view->sizes))
    replace(number, size);
  for (auto [number, stride] : llvm::zip_equal(op.getStrides(), view->strides))
    replace(number, stride);
}

//===----------------------------------------------------------------------===//
// Arguments
//===----------------------------------------------------------------------===//

/// The offset of a memref that is an argument, if its type says it; then its
/// pointer is that of the buffer, else of the first element.
static bool hasKnownOffset(MemRefType type) {
  return ShapedType::isStatic(type.getStridesAndOffset().second);
}

void Pointers::appendThin(Value memref, SmallVectorImpl<Value> &values) {
  auto type = cast<MemRefType>(memref.getType());
  Value first = start(memref);
  View *view = viewOf(memref);
  values.push_back(hasKnownOffset(type) ? view->base : first);
  for (auto [i, stride] : llvm::enumerate(type.getStridesAndOffset().first)) {
    if (type.isDynamicDim(i))
      values.push_back(asValue(view->sizes[i]));
    if (ShapedType::isDynamic(stride))
      values.push_back(asValue(view->strides[i]));
  }
}

unsigned Pointers::openArgument(unsigned position) {
  Block &entry = func.front();
  BlockArgument argument = entry.getArgument(position);
  auto type = cast<MemRefType>(argument.getType());
  Location loc = argument.getLoc();
  unsigned next = position;
  auto add = [&](Type type) { return entry.insertArgument(next++, type, loc); };
  auto integer = IntegerType::get(func.getContext(), 64);
  auto [strides, offset] = type.getStridesAndOffset();
  auto view = std::make_unique<View>();
  view->base = add(LLVM::LLVMPointerType::get(func.getContext()));
  if (hasKnownOffset(type))
    view->offset.number = offset;
  for (auto [i, stride] : llvm::enumerate(strides)) {
    view->sizes.push_back({nullptr, type.getDimSize(i)});
    if (type.isDynamicDim(i))
      view->sizes.back() = {add(integer)};
    view->strides.push_back({nullptr, stride});
    if (ShapedType::isDynamic(stride))
      view->strides.back() = {add(integer)};
  }
  views[argument] = std::move(view);
  return next - position;
}

void Pointers::rebuild(Value memref) {
  auto type = cast<MemRefType>(memref.getType());
  View *view = viewOf(memref);
  SmallVector<Value> parts = {view->base, view->base, asValue(view->offset)};
  for (const Extent &size : view->sizes)
    parts.push_back(asValue(size));
  for (const Extent &stride : view->strides)
    parts.push_back(asValue(stride));
  OpBuilder builder(func.getContext());
  builder.setInsertionPointAfterValue(view->base);
  if (isa<BlockArgument>(memref)) {
    // Behind the constants, which stand at the beginning.
    auto position = func.front().begin();
    while (isa<LLVM::ConstantOp>(*position))
      ++position;
    builder.setInsertionPoint(&func.front(), position);
  }
  Location loc = memref.getLoc();
  Value descriptor =
      MemRefDescriptor::pack(builder, loc, converter, type, parts);
  memref.replaceAllUsesWith(
      UnrealizedConversionCastOp::create(builder, loc, type, descriptor)
          .getResult(0));
}

} // namespace nnc::cpu
