//===- ConvMatch.cpp - find convolutions among structured ops -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conv.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace nnc::cpu {
namespace {

bool isZero(Value value) {
  return value && matchPattern(value, m_AnyZeroFloat());
}

/// `loop * factor`, or a loop by itself.
struct Term {
  int64_t loop = -1, factor = 1;

  static std::optional<Term> of(AffineExpr expr) {
    Term term;
    if (auto product = dyn_cast<AffineBinaryOpExpr>(expr);
        product && product.getKind() == AffineExprKind::Mul) {
      auto factor = dyn_cast<AffineConstantExpr>(product.getRHS());
      if (!factor)
        return std::nullopt;
      term.factor = factor.getValue();
      expr = product.getLHS();
    }
    auto dim = dyn_cast<AffineDimExpr>(expr);
    if (!dim)
      return std::nullopt;
    term.loop = dim.getPosition();
    return term;
  }
};

/// The position on two loops, o * stride + k * dilation, in either order.
std::optional<std::pair<Term, Term>> windowOf(AffineExpr expr) {
  auto sum = dyn_cast<AffineBinaryOpExpr>(expr);
  if (!sum || sum.getKind() != AffineExprKind::Add)
    return std::nullopt;
  std::optional<Term> first = Term::of(sum.getLHS());
  std::optional<Term> second = Term::of(sum.getRHS());
  if (!first || !second)
    return std::nullopt;
  return std::make_pair(*first, *second);
}

/// The offsets of a slice of a whole batch and all channels, without steps.
template <typename SliceOp>
std::optional<ArrayRef<int64_t>> spatialOffsets(SliceOp slice) {
  ArrayRef<int64_t> offsets = slice.getStaticOffsets();
  if (slice.getSourceType().getRank() != slice.getResultType().getRank() ||
      !llvm::all_of(slice.getStaticStrides(),
                    [](int64_t s) { return s == 1; }) ||
      llvm::any_of(offsets, ShapedType::isDynamic) || offsets[0] != 0 ||
      offsets[1] != 0)
    return std::nullopt;
  return offsets.drop_front(2);
}

class Matcher {
public:
  explicit Matcher(linalg::GenericOp op) : op(op) {}

  std::optional<Convolution> match() {
    if (!isSumOfProducts() || !assignParts() || !readAxes())
      return std::nullopt;
    conv.last = op;
    if (conv.result == ConvPart::Input)
      readSlice();
    else
      readPadding();
    return readSizes() ? std::optional(conv) : std::nullopt;
  }

private:
  bool isSumOfProducts() {
    return op.getNumDpsInputs() == 2 && op.getNumDpsInits() == 1 &&
           op.hasPureTensorSemantics() &&
           linalg::detail::isContractionBody(
               *op.getBlock(),
               [](Operation *multiply, Operation *add) {
                 return isa<arith::MulFOp>(multiply) && isa<arith::AddFOp>(add);
               }) &&
           isZero(filledWith(op.getDpsInitOperand(0)->get()));
  }

  /// Which operand is the input, the filter and the output: by their maps.
  bool assignParts() {
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    int64_t rank = maps[0].getNumResults();
    if (rank < 3 || rank > 4)
      return false;
    std::array<int64_t, 3> numbers{-1, -1, -1};
    for (auto [i, map] : llvm::enumerate(maps)) {
      if (int64_t(map.getNumResults()) != rank)
        return false;
      if (!map.isProjectedPermutation())
        numbers[0] = i;
    }
    if (numbers[0] < 0)
      return false;
    xMap = maps[numbers[0]];
    for (auto [i, map] : llvm::enumerate(maps)) {
      if (!map.isProjectedPermutation())
        continue;
      if (map.getResult(0) == xMap.getResult(0)) {
        numbers[2] = i;
        yMap = map;
      } else if (map.getResult(1) == xMap.getResult(1)) {
        numbers[1] = i;
        wMap = map;
      }
    }
    if (numbers[1] < 0 || numbers[2] < 0 ||
        wMap.getResult(0) != yMap.getResult(1))
      return false;
    auto *result = llvm::find(numbers, int64_t(2));
    conv.result = static_cast<ConvPart>(result - numbers.begin());
    Value *operands[] = {&conv.input, &conv.filter, &conv.output};
    for (auto [operand, number] : llvm::zip_equal(operands, numbers)) {
      types.push_back(cast<RankedTensorType>(op->getOperand(number).getType()));
      if (number != 2)
        *operand = op->getOperand(number);
    }
    conv.element = types[0].getElementType();
    conv.spatial = rank - 2;
    return (conv.element.isF32() || conv.element.isF64()) &&
           llvm::all_of(types, [&](RankedTensorType type) {
             return type.getElementType() == conv.element;
           });
  }

  /// With one spatial axis, it is the second one of the kernels.
  ConvAxis &axis(int64_t number) {
    return conv.axes[number + 2 - conv.spatial];
  }

  bool readAxes() {
    for (int64_t i = 0; i < conv.spatial; ++i) {
      auto window = windowOf(xMap.getResult(2 + i));
      if (!window)
        return false;
      auto [output, kernel] = *window;
      if (yMap.getDimPosition(2 + i) != unsigned(output.loop))
        std::swap(output, kernel);
      if (yMap.getDimPosition(2 + i) != unsigned(output.loop) ||
          wMap.getDimPosition(2 + i) != unsigned(kernel.loop))
        return false;
      axis(i).stride = output.factor;
      axis(i).dilation = kernel.factor;
    }
    return true;
  }

public:
  /// [n, channel, 1, y + ky, x + kx] by [channel, 1, 1, ky, kx] to
  /// [n, channel, 1, y, x], or the gradient of one of the former.
  std::optional<Convolution> matchDepthwise() {
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    if (!isSumOfProducts() || maps[0].getNumDims() != 8)
      return std::nullopt;
    std::array<int64_t, 3> numbers{-1, -1, -1};
    for (auto [i, map] : llvm::enumerate(maps)) {
      if (map.getNumResults() != 5)
        return std::nullopt;
      if (!map.isProjectedPermutation())
        numbers[0] = i;
    }
    if (numbers[0] < 0)
      return std::nullopt;
    xMap = maps[numbers[0]];
    for (auto [i, map] : llvm::enumerate(maps))
      if (map.isProjectedPermutation())
        numbers[map.getResult(0) == xMap.getResult(0) ? 2 : 1] = i;
    if (numbers[1] < 0 || numbers[2] < 0)
      return std::nullopt;
    wMap = maps[numbers[1]];
    yMap = maps[numbers[2]];
    return hasOneFilterEach() && readDepthwise(numbers) ? std::optional(conv)
                                                        : std::nullopt;
  }

private:
  /// Whether the maps are those of a group for each channel; reads the axes.
  bool hasOneFilterEach() {
    SmallVector<int64_t> ranges = op.getStaticLoopRanges();
    auto loop = [](AffineMap map, unsigned result) -> int64_t {
      auto dim = dyn_cast<AffineDimExpr>(map.getResult(result));
      return dim ? int64_t(dim.getPosition()) : -1;
    };
    if (loop(xMap, 0) < 0 || loop(xMap, 1) < 0 || loop(xMap, 2) < 0 ||
        loop(yMap, 1) != loop(xMap, 1) || loop(wMap, 0) != loop(xMap, 1) ||
        loop(wMap, 1) != loop(yMap, 2) || loop(wMap, 2) != loop(xMap, 2) ||
        ranges[loop(xMap, 2)] != 1 || ranges[loop(yMap, 2)] != 1)
      return false;
    conv.spatial = 2;
    for (unsigned i = 0; i < 2; ++i) {
      auto window = windowOf(xMap.getResult(3 + i));
      if (!window)
        return false;
      auto [output, kernel] = *window;
      if (output.loop != loop(yMap, 3 + i))
        std::swap(output, kernel);
      if (output.loop != loop(yMap, 3 + i) || kernel.loop != loop(wMap, 3 + i))
        return false;
      axis(i).stride = output.factor;
      axis(i).dilation = kernel.factor;
    }
    return true;
  }

  /// The operands without the unit axis, and what the result is without it.
  bool readDepthwise(ArrayRef<int64_t> numbers) {
    const SmallVector<ReassociationIndices> rows{{0}, {1, 2}, {3}, {4}};
    const SmallVector<ReassociationIndices> pixels{{0}, {1, 2}, {3, 4}};
    const SmallVector<ReassociationIndices> taps{{0, 1}, {2}, {3}, {4}};
    Value *operands[] = {&conv.input, &conv.filter, &conv.output};
    for (auto [part, number] : llvm::enumerate(numbers)) {
      auto type = cast<RankedTensorType>(op->getOperand(number).getType());
      SmallVector<int64_t> shape(type.getShape());
      shape.erase(shape.begin() + (part == 1 ? 1 : 2));
      types.push_back(type.clone(shape));
      if (number == 2) {
        conv.result = static_cast<ConvPart>(part);
        continue;
      }
      auto view = op->getOperand(number).getDefiningOp<tensor::ExpandShapeOp>();
      if (!view)
        return false;
      SmallVector<ReassociationIndices> groups = view.getReassociationIndices();
      if (part == 1 ? groups != taps : groups != rows && groups != pixels)
        return false;
      *operands[part] = view.getSrc();
    }
    conv.element = types[0].getElementType();
    if (!conv.element.isF32() && !conv.element.isF64())
      return false;
    conv.last = op;
    conv.depthwise = true;
    if (conv.result != ConvPart::Output) {
      auto view = op->hasOneUse()
                      ? dyn_cast<tensor::CollapseShapeOp>(*op->user_begin())
                      : tensor::CollapseShapeOp();
      if (!view || view.getReassociationIndices() !=
                       (conv.result == ConvPart::Filter ? taps : rows))
        return false;
      conv.last = view;
    }
    if (conv.result == ConvPart::Input)
      readSlice();
    else
      readPadding();
    if (!readSizes())
      return false;
    conv.channels = conv.filters;
    return true;
  }

  void readPadding() {
    auto insert = conv.input.getDefiningOp<tensor::InsertSliceOp>();
    if (!insert || !isZero(filledWith(insert.getDest())))
      return;
    if (auto offsets = spatialOffsets(insert)) {
      conv.input = insert.getSource();
      types[0] = insert.getSourceType();
      for (auto [i, offset] : llvm::enumerate(*offsets))
        axis(i).pad = offset;
    }
  }

  void readSlice() {
    if (!conv.last->hasOneUse())
      return;
    auto slice = dyn_cast<tensor::ExtractSliceOp>(*conv.last->user_begin());
    if (!slice)
      return;
    auto offsets = spatialOffsets(slice);
    if (!offsets || slice.getType().getDimSize(1) != types[0].getDimSize(1))
      return;
    conv.last = slice;
    types[0] = slice.getType();
    for (auto [i, offset] : llvm::enumerate(*offsets))
      axis(i).pad = offset;
  }

  bool readSizes() {
    for (auto [part, type] : llvm::enumerate(types))
      for (int64_t dim = part == 1 ? 0 : 1; dim < type.getRank(); ++dim)
        if (type.isDynamicDim(dim))
          return false;
    conv.channels = types[1].getDimSize(1);
    conv.filters = types[1].getDimSize(0);
    for (int64_t i = 0; i < conv.spatial; ++i) {
      axis(i).input = types[0].getDimSize(2 + i);
      axis(i).kernel = types[1].getDimSize(2 + i);
      axis(i).output = types[2].getDimSize(2 + i);
    }
    return llvm::all_of(types, [](RankedTensorType type) {
      return type.isDynamicDim(0) || type.getNumElements() > 0;
    });
  }

  linalg::GenericOp op;
  Convolution conv;
  AffineMap xMap, wMap, yMap;
  SmallVector<RankedTensorType> types;
};

} // namespace

std::optional<Convolution> matchConvolution(linalg::GenericOp op) {
  return Matcher(op).match();
}

std::optional<Convolution> matchDepthwise(linalg::GenericOp op) {
  return Matcher(op).matchDepthwise();
}

} // namespace nnc::cpu
