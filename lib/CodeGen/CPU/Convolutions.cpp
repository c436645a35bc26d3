//===- Convolutions.cpp - convolutions become calls of kernels ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conv.h"
#include "nnc/CodeGen/CPU/Passes.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/IR/SymbolTable.h"

#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace nnc::cpu {

#define GEN_PASS_DEF_CONVOLUTIONS
#include "CPUPasses.h.inc"

namespace {

struct Convolutions : impl::ConvolutionsBase<Convolutions> {
  using ConvolutionsBase::ConvolutionsBase;

  void runOnOperation() override {
    SmallVector<linalg::GenericOp> ops;
    getOperation().walk([&](linalg::GenericOp op) { ops.push_back(op); });
    IRRewriter rewriter(&getContext());
    SymbolTable symbols(getOperation());
    kernels.clear();
    llvm::SmallPtrSet<Operation *, 8> plain;
    for (linalg::GenericOp op : ops)
      if (isOverWindows(op) && !matchConvolution(op) && !blockedDepthwise(op))
        plain.insert(op->getParentOfType<func::FuncOp>());
    llvm::SmallPtrSet<Operation *, 8> taken; // and erased, as epilogues
    for (linalg::GenericOp op : ops) {
      if (taken.contains(op))
        continue;
      bool isPlain = plain.contains(op->getParentOfType<func::FuncOp>());
      auto given = op->getAttrOfType<DictionaryAttr>(kTilingAttr);
      std::optional<Convolution> conv = matchConvolution(op);
      bool dropped = false; // and erased
      if (!conv && !isPlain && (conv = blockedDepthwise(op))) {
        dropped = conv->result == ConvPart::Output;
        if (dropped) {
          dropUnitAxis(rewriter, *conv);
          rewriter.eraseOp(op);
        }
      }
      if (!conv)
        continue;
      ConvTarget target = targetFor(*conv);
      bool isFilter = conv->result == ConvPart::Filter;
      if (target.lanes > 1 && !isPlain && !conv->depthwise)
        chooseBlocks(*conv, target);
      conv->winograd = winograd && prefersWinograd(*conv, target);
      if (target.lanes < 2 ||
          !(isFilter ? conv->blockedInput || fitsFilter(*conv, target)
                     : conv->depthwise || conv->winograd ||
                           fitsGather(*conv, target)))
        continue;
      conv->tiling = given;
      if (isFilter) {
        setTiling(*conv, nullptr);
        rewriter.setInsertionPoint(conv->last);
        rewriter.replaceOp(conv->last,
                           filterGradient(rewriter, *conv, target, symbols));
      } else {
        std::optional<ConvEpilogue> epilogue = ConvEpilogue::match(*conv);
        if (epilogue)
          taken.insert(epilogue->getOp());
        setTiling(*conv, epilogue ? &*epilogue : nullptr);
        replaceByGather(rewriter, *conv, target,
                        epilogue ? &*epilogue : nullptr, symbols);
        numEpilogues += epilogue.has_value();
        numWinograd += conv->winograd;
      }
      if (conv->last != op && !dropped)
        eraseDead(rewriter, op);
      ++numCalls;
    }
  }

private:
  /// Erases `op` with the views of it that nobody reads.
  static void eraseDead(RewriterBase &b, Operation *op) {
    for (Operation *user : llvm::make_early_inc_range(op->getUsers()))
      eraseDead(b, user);
    b.eraseOp(op);
  }

  /// Whether `op` is a convolution with groups. Kernels over windows read
  /// pixels side by side: between them, blocks would be undone every time.
  static bool isOverWindows(linalg::GenericOp op) {
    return op.getNumDpsInputs() == 2 &&
           linalg::detail::isContractionBody(
               *op.getBlock(),
               [](Operation *multiply, Operation *add) {
                 return isa<arith::MulFOp>(multiply) && isa<arith::AddFOp>(add);
               }) &&
           llvm::any_of(op.getIndexingMapsArray(), [](AffineMap map) {
             return !map.isProjectedPermutation();
           });
  }

  static std::string keyFor(const Convolution &conv,
                            const ConvEpilogue *epilogue) {
    return keyOf(conv, epilogue ? int64_t(epilogue->getInputs().size()) : -1);
  }

  /// What `nn.tuning` says, where nothing was said by hand.
  void setTiling(Convolution &conv, const ConvEpilogue *epilogue) {
    if (conv.tiling || !hasChoices(conv))
      return;
    conv.tiling = tunedTiling(conv.last, keyFor(conv, epilogue));
    numTuned += conv.tiling != nullptr;
  }

  static bool hasChoices(const Convolution &conv) {
    return !conv.winograd &&
           !(conv.depthwise && conv.result == ConvPart::Filter);
  }

  static ConvChoices choicesOf(const Convolution &conv,
                               const ConvTarget &target) {
    if (conv.result == ConvPart::Filter)
      return conv.blockedInput ? blockedFilterChoices(conv, target)
                               : filterChoices(conv, target);
    return conv.depthwise ? depthwiseChoices(conv, target)
                          : gatherChoices(conv, target);
  }

  ConvTarget targetFor(const Convolution &conv) const {
    int64_t bytes = conv.element.getIntOrFloatBitWidth() / 8;
    return {std::max<int64_t>(1, vectorBytes / bytes), int64_t(vectorRegisters),
            cacheBytes};
  }

  /// A depthwise convolution that a kernel can compute from blocked images.
  std::optional<Convolution> blockedDepthwise(linalg::GenericOp op) const {
    std::optional<Convolution> conv = matchDepthwise(op);
    if (!conv)
      return std::nullopt;
    ConvTarget target = targetFor(*conv);
    bool known = llvm::all_of(op->getUsers(), [](Operation *user) {
      auto view = dyn_cast<tensor::CollapseShapeOp>(user);
      return view && (view.getReassociationIndices() == unitGroups(false) ||
                      view.getReassociationIndices() == unitGroups(true));
    });
    bool fits = conv->result == ConvPart::Filter
                    ? fitsDepthwiseFilter(*conv, target)
                    : fitsDepthwise(*conv, target);
    if ((!known && conv->result == ConvPart::Output) || target.lanes < 2 ||
        !fits)
      return std::nullopt;
    conv->blockedInput = conv->blockedOutput = true;
    return conv;
  }

  /// [n, channel, 1, y, x] without the unit axis, and with `joined` pixels.
  static SmallVector<ReassociationIndices> unitGroups(bool joined) {
    if (joined)
      return {{0}, {1, 2}, {3, 4}};
    return {{0}, {1, 2}, {3}, {4}};
  }

  /// Makes `conv.last` stand for a result [n, channel, y, x].
  static void dropUnitAxis(RewriterBase &b, Convolution &conv) {
    Operation *op = conv.last;
    b.setInsertionPoint(op);
    Location loc = op->getLoc();
    auto type = cast<RankedTensorType>(op->getResult(0).getType());
    SmallVector<OpFoldResult> sizes{sizeOf(b, loc, conv.input, 0)};
    for (int64_t dim : {1, 3, 4})
      sizes.push_back(b.getIndexAttr(type.getDimSize(dim)));
    auto made = tensor::EmptyOp::create(b, loc, sizes, conv.element);
    for (Operation *user : llvm::make_early_inc_range(op->getUsers())) {
      Value value = made;
      if (cast<tensor::CollapseShapeOp>(user).getReassociationIndices() ==
          unitGroups(true)) {
        b.setInsertionPoint(user);
        value = joinPixels(b, loc, value, conv);
      }
      b.replaceOp(user, value);
    }
    conv.last = made;
  }

  /// Images of whole vectors of channels are blocked. Where every pixel is for
  /// itself, blocked images are one row.
  static void chooseBlocks(Convolution &conv, const ConvTarget &target) {
    conv.blockedInput = conv.channels % target.lanes == 0;
    conv.blockedOutput = conv.filters % target.lanes == 0;
    if (conv.result == ConvPart::Filter && !fitsBlockedFilter(conv, target))
      conv.blockedInput = conv.blockedOutput = false;
    if (conv.blockedInput && conv.blockedOutput &&
        llvm::all_of(conv.axes, [](const ConvAxis &axis) {
          return axis.kernel == 1 && axis.stride == 1 && axis.pad == 0;
        })) {
      int64_t pixels = conv.axes[0].output * conv.axes[1].output;
      conv.axes = {ConvAxis{}, ConvAxis{pixels, pixels, 1, 1, 1, 0}};
    }
  }

  /// [n, channel, pixel] as [n, channel / lanes, pixel, lane].
  static Value block(OpBuilder &b, Location loc, Value images,
                     const ConvTarget &target) {
    int64_t dim = 1;
    OpFoldResult tile = b.getIndexAttr(target.lanes);
    auto type = cast<RankedTensorType>(images.getType());
    SmallVector<OpFoldResult> sizes{
        sizeOf(b, loc, images, 0),
        b.getIndexAttr(type.getDimSize(1) / target.lanes),
        b.getIndexAttr(type.getDimSize(2)), tile};
    Value dest = tensor::EmptyOp::create(b, loc, sizes, type.getElementType());
    return linalg::PackOp::create(b, loc, images, dest, dim, tile)
        ->getResult(0);
  }

  static Value unblock(OpBuilder &b, Location loc, Value blocked, Value dest,
                       const ConvTarget &target) {
    int64_t dim = 1;
    OpFoldResult tile = b.getIndexAttr(target.lanes);
    return linalg::UnPackOp::create(b, loc, blocked, dest, dim, tile)
        ->getResult(0);
  }

  /// [n, channel, y, x] as [n, channel, pixel].
  static SmallVector<ReassociationIndices> pixelGroups(int64_t spatial) {
    if (spatial == 1)
      return {{0}, {1}, {2}};
    return {{0}, {1}, {2, 3}};
  }

  static Value joinPixels(OpBuilder &b, Location loc, Value images,
                          const Convolution &conv) {
    if (cast<RankedTensorType>(images.getType()).getRank() == 3)
      return images;
    return tensor::CollapseShapeOp::create(b, loc, images,
                                           pixelGroups(conv.spatial));
  }

  /// The filter in panels along `dim`, [panel][the other][ky][kx][lane].
  static Value packFilter(OpBuilder &b, Location loc, Value filter, int64_t dim,
                          const ConvTarget &target) {
    auto type = cast<RankedTensorType>(filter.getType());
    if (type.getRank() == 3) {
      auto square = RankedTensorType::get(
          {type.getDimSize(0), type.getDimSize(1), 1, type.getDimSize(2)},
          type.getElementType());
      filter = tensor::ExpandShapeOp::create(
          b, loc, square, filter,
          SmallVector<ReassociationIndices>{{0}, {1}, {2, 3}});
      type = square;
    }
    int64_t order[] = {dim, 1 - dim, 2, 3};
    RankedTensorType packed =
        linalg::PackOp::inferPackedType(type, target.lanes, dim, order);
    Value dest = tensor::EmptyOp::create(b, loc, packed.getShape(),
                                         packed.getElementType());
    std::optional<Value> padding;
    if (type.getDimSize(dim) % target.lanes != 0)
      padding = arith::ConstantOp::create(b, loc,
                                          b.getZeroAttr(type.getElementType()));
    return linalg::PackOp::create(b, loc, filter, dest, dim,
                                  OpFoldResult(b.getIndexAttr(target.lanes)),
                                  padding, order)
        ->getResult(0);
  }

  /// Replaces `conv.last`, and the epilogue if there is one, by a call.
  void replaceByGather(RewriterBase &b, const Convolution &conv,
                       const ConvTarget &target, const ConvEpilogue *epilogue,
                       SymbolTable &symbols) {
    Location loc = conv.last->getLoc();
    bool forward = conv.result == ConvPart::Output;
    Value images = forward ? conv.input : conv.output;
    Value sums = conv.last->getResult(0);
    // Sizes of what is not stored are those of the images.
    if (epilogue)
      for (Operation *user : llvm::make_early_inc_range(sums.getUsers()))
        replaceSizes(b, user, images);
    Operation *last = epilogue ? epilogue->getOp().getOperation() : conv.last;
    b.setInsertionPoint(last);
    Value source = joinPixels(b, loc, images, conv);
    int64_t panelDim = forward || conv.depthwise ? 0 : 1;
    Value filter = packFilter(b, loc, conv.filter, panelDim, target);
    auto type = cast<RankedTensorType>(sums.getType());
    SmallVector<OpFoldResult> sizes{sizeOf(b, loc, source, 0)};
    for (int64_t size : type.getShape().drop_front())
      sizes.push_back(b.getIndexAttr(size));
    SmallVector<OpFoldResult> flat{sizes[0], sizes[1], sizes.back()};
    if (conv.spatial == 2)
      flat[2] = b.getIndexAttr(type.getDimSize(2) * type.getDimSize(3));
    Value dest = tensor::EmptyOp::create(b, loc, flat, conv.element);
    Value results = dest;
    if (forward ? conv.blockedInput : conv.blockedOutput)
      source = block(b, loc, source, target);
    bool blocked = forward ? conv.blockedOutput : conv.blockedInput;
    if (blocked) {
      flat[1] = b.getIndexAttr(type.getDimSize(1) / target.lanes);
      flat.push_back(b.getIndexAttr(target.lanes));
      results = tensor::EmptyOp::create(b, loc, flat, conv.element);
    }
    SmallVector<Value> args{source, filter}, allImages{source, results};
    if (epilogue)
      for (Value input : epilogue->getInputs()) {
        if (ConvEpilogue::isImage(input)) {
          if (cast<RankedTensorType>(input.getType()).getRank() == 4)
            input = joinPixels(b, loc, input, conv);
          if (blocked)
            input = block(b, loc, input, target);
          allImages.push_back(input);
        }
        args.push_back(input);
      }
    args.push_back(results);
    Value made =
        call(b, loc, conv, args, allImages, epilogue, symbols,
             [&](OpBuilder &body, ValueRange parts) {
               auto emit = conv.depthwise  ? emitDepthwiseKernel
                           : conv.winograd ? emitWinogradKernel
                                           : emitGatherKernel;
               return emit(body, conv, target, epilogue, parts[0], parts[1],
                           parts.drop_front(2).drop_back(), parts.back());
             });
    if (blocked)
      made = unblock(b, loc, made, dest, target);
    auto wanted = cast<RankedTensorType>(last->getResult(0).getType());
    if (wanted.getRank() == 4)
      made = tensor::ExpandShapeOp::create(b, loc, wanted, made,
                                           pixelGroups(conv.spatial), sizes);
    b.replaceOp(last, made);
    if (!epilogue)
      return;
    for (Operation *user : llvm::make_early_inc_range(sums.getUsers()))
      b.eraseOp(user);
    b.eraseOp(conv.last);
  }

  /// Makes `user`, if it reads the batch's size, read it from `images`; so do
  /// those of a view.
  static void replaceSizes(RewriterBase &b, Operation *user, Value images) {
    if (isa<tensor::CollapseShapeOp>(user)) {
      for (Operation *next :
           llvm::make_early_inc_range(user->getResult(0).getUsers()))
        replaceSizes(b, next, images);
      return;
    }
    auto dim = dyn_cast<tensor::DimOp>(user);
    if (!dim)
      return;
    int64_t number = *dim.getConstantIndex();
    auto type = cast<RankedTensorType>(dim.getSource().getType());
    b.setInsertionPoint(dim);
    Value size =
        type.isDynamicDim(number)
            ? tensor::DimOp::create(b, dim.getLoc(), images, 0).getResult()
            : arith::ConstantIndexOp::create(b, dim.getLoc(),
                                             type.getDimSize(number))
                  .getResult();
    b.replaceOp(dim, size);
  }

  /// Sums of chunks, then their sum in order, with the filter in panels.
  Value blockedFilterGradient(OpBuilder &b, const Convolution &conv,
                              const ConvTarget &target, SymbolTable &symbols) {
    Location loc = conv.last->getLoc();
    auto type = cast<RankedTensorType>(conv.last->getResult(0).getType());
    SmallVector<int64_t> shape{conv.depthwise ? kFilterChunks
                                              : blockedFilterChunks(conv),
                               conv.filters / target.lanes,
                               type.getDimSize(1),
                               conv.axes[0].kernel,
                               conv.axes[1].kernel,
                               target.lanes};
    Value partial = tensor::EmptyOp::create(b, loc, shape, conv.element);
    Value input = block(b, loc, joinPixels(b, loc, conv.input, conv), target);
    Value output = block(b, loc, joinPixels(b, loc, conv.output, conv), target);
    partial = call(b, loc, conv, {input, output, partial}, {input, output},
                   nullptr, symbols, [&](OpBuilder &body, ValueRange args) {
                     auto emit = conv.depthwise ? emitDepthwiseFilterKernel
                                                : emitBlockedFilterKernel;
                     return emit(body, conv, target, args[0], args[1], args[2]);
                   });
    Value panels;
    if (shape[0] == 1) {
      panels = tensor::CollapseShapeOp::create(
          b, loc, partial,
          SmallVector<ReassociationIndices>{{0, 1}, {2}, {3}, {4}, {5}});
    } else {
      Value empty = tensor::EmptyOp::create(
          b, loc, ArrayRef(shape).drop_front(), conv.element);
      Value zero =
          arith::ConstantOp::create(b, loc, b.getZeroAttr(conv.element));
      Value zeros = linalg::FillOp::create(b, loc, zero, empty).getResult(0);
      panels = sumOfChunks(b, loc, partial, zeros, b.getMultiDimIdentityMap(5));
    }
    if (conv.spatial == 1)
      panels = tensor::CollapseShapeOp::create(
          b, loc, panels,
          SmallVector<ReassociationIndices>{{0}, {1}, {2, 3}, {4}});
    Value dest = tensor::EmptyOp::create(b, loc, type.getShape(), conv.element);
    auto order = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
    int64_t dim = 0;
    return linalg::UnPackOp::create(b, loc, panels, dest, dim,
                                    OpFoldResult(b.getIndexAttr(target.lanes)),
                                    order)
        ->getResult(0);
  }

  /// Adds up partial[chunk, from(d)...] in order.
  static Value sumOfChunks(OpBuilder &b, Location loc, Value partial,
                           Value zeros, AffineMap from) {
    auto type = cast<RankedTensorType>(zeros.getType());
    int64_t rank = type.getRank();
    SmallVector<AffineExpr> reads{b.getAffineDimExpr(rank)}, to;
    llvm::append_range(reads, from.getResults());
    for (int64_t dim = 0; dim < rank; ++dim)
      to.push_back(b.getAffineDimExpr(dim));
    SmallVector<utils::IteratorType> kinds(rank, utils::IteratorType::parallel);
    kinds.push_back(utils::IteratorType::reduction);
    AffineMap maps[] = {AffineMap::get(rank + 1, 0, reads, b.getContext()),
                        AffineMap::get(rank + 1, 0, to, b.getContext())};
    return linalg::GenericOp::create(
               b, loc, type, partial, zeros, maps, kinds,
               [](OpBuilder &b, Location loc, ValueRange args) {
                 Value sum = arith::AddFOp::create(b, loc, args[1], args[0]);
                 linalg::YieldOp::create(b, loc, sum);
               })
        .getResult(0);
  }

  /// Sums of chunks, then their sum in order.
  Value filterGradient(OpBuilder &b, const Convolution &conv,
                       const ConvTarget &target, SymbolTable &symbols) {
    if (conv.blockedInput)
      return blockedFilterGradient(b, conv, target, symbols);
    Location loc = conv.last->getLoc();
    int64_t padded = llvm::alignTo(conv.filters, target.lanes);
    SmallVector<int64_t> shape{kFilterChunks, conv.channels,
                               conv.axes[0].kernel, conv.axes[1].kernel,
                               padded};
    Value partial = tensor::EmptyOp::create(b, loc, shape, conv.element);
    Value input = joinPixels(b, loc, conv.input, conv);
    Value output = joinPixels(b, loc, conv.output, conv);
    partial = call(b, loc, conv, {input, output, partial}, {input, output},
                   nullptr, symbols, [&](OpBuilder &body, ValueRange args) {
                     return emitFilterKernel(body, conv, target, args[0],
                                             args[1], args[2]);
                   });
    if (padded != conv.filters) {
      SmallVector<OpFoldResult> offsets(5, b.getIndexAttr(0)), sizes,
          strides(5, b.getIndexAttr(1));
      for (int64_t size : shape)
        sizes.push_back(b.getIndexAttr(size));
      sizes.back() = b.getIndexAttr(conv.filters);
      partial = tensor::ExtractSliceOp::create(b, loc, partial, offsets, sizes,
                                               strides);
    }
    if (conv.spatial == 1)
      partial = tensor::CollapseShapeOp::create(
          b, loc, partial,
          SmallVector<ReassociationIndices>{{0}, {1}, {2, 3}, {4}});
    auto type = cast<RankedTensorType>(conv.last->getResult(0).getType());
    Value zeros = conv.last->getOperand(2);
    int64_t rank = type.getRank();
    SmallVector<AffineExpr> from;
    for (int64_t dim = 1; dim < rank; ++dim)
      from.push_back(b.getAffineDimExpr(dim));
    from.push_back(b.getAffineDimExpr(0));
    return sumOfChunks(b, loc, partial, zeros,
                       AffineMap::get(rank, 0, from, b.getContext()));
  }

  /// Calls the kernel for `conv` on `args`, the last of which it updates; those
  /// in `images` are images. Equal kernels are made once.
  Value call(OpBuilder &b, Location loc, const Convolution &conv,
             ArrayRef<Value> args, ArrayRef<Value> images,
             const ConvEpilogue *epilogue, SymbolTable &symbols,
             llvm::function_ref<Value(OpBuilder &, ValueRange)> body) {
    std::string key;
    llvm::raw_string_ostream text(key);
    text << int(conv.result) << conv.depthwise << conv.winograd;
    for (const ConvAxis &axis : conv.axes)
      text << ' ' << axis.input << ' ' << axis.output << ' ' << axis.kernel
           << ' ' << axis.stride << ' ' << axis.dilation << ' ' << axis.pad;
    // Images may be of any number, in all of the program's entries.
    auto types = llvm::map_to_vector(args, [&](Value arg) -> Type {
      auto type = cast<RankedTensorType>(arg.getType());
      if (!llvm::is_contained(images, arg))
        return type;
      SmallVector<int64_t> shape(type.getShape());
      shape.front() = ShapedType::kDynamic;
      return RankedTensorType::get(shape, type.getElementType());
    });
    for (Type type : types)
      text << ' ' << type;
    if (epilogue)
      text << epilogue->getKey();
    DictionaryAttr tiling;
    if (hasChoices(conv)) {
      ConvChoices choices = choicesOf(conv, targetFor(conv));
      tiling =
          makeTiling(&getContext(), keyFor(conv, epilogue), choices.chosen);
      if (alternatives)
        tiling = withAlternatives(tiling, choices.alternatives);
      text << tiling;
    }
    func::FuncOp &kernel = kernels[key];
    if (!kernel) {
      static constexpr StringRef kNames[] = {"conv_transpose", "conv_filter",
                                             "conv"};
      std::string name = kNames[int(conv.result)].str();
      if (conv.winograd)
        name += "_winograd";
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToEnd(getOperation().getBody());
      kernel = func::FuncOp::create(b, loc, name,
                                    b.getFunctionType(types, types.back()));
      kernel.setPrivate();
      kernel->setAttr(kKernelAttr, b.getI64IntegerAttr(1));
      if (tiling)
        addTiling(kernel, tiling);
      for (unsigned i = 0; i + 1 < args.size(); ++i)
        kernel.setArgAttr(i, "bufferization.writable", b.getBoolAttr(false));
      symbols.insert(kernel);
      Block *block = kernel.addEntryBlock();
      b.setInsertionPointToStart(block);
      Value made = body(b, block->getArguments());
      func::ReturnOp::create(b, loc, made);
    }
    Location origin =
        epilogue
            ? b.getFusedLoc({loc, originOf(epilogue->getOp().getOperation())})
            : loc;
    auto run = nn::RunKernelOp::create(b, origin, args.back().getType(),
                                       kernel.getSymName(), args.drop_back(),
                                       args.back());
    int64_t batch =
        cast<RankedTensorType>(args.front().getType()).getDimSize(0);
    if (!ShapedType::isDynamic(batch))
      run->setAttr(nn::kFlopsAttr,
                   b.getI64IntegerAttr(2 * batch * conv.products()));
    return run.getResult(0);
  }

  llvm::StringMap<func::FuncOp> kernels;
};

} // namespace
} // namespace nnc::cpu
