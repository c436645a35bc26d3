//===- Conv.h - direct convolution -------------------------------*- C++
//-*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels of convolutions see images as [n, channel, pixel] with all pixels of
// a plane in one axis, or blocked, as [n, channel / lanes, pixel, lane], and
// filters as [panel][channel][ky][kx][lane]. Two spatial axes always; with one,
// the first has size 1.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_CODEGEN_CPU_CONV_H
#define NNC_LIB_CODEGEN_CPU_CONV_H

#include "Emit.h"
#include "Tiling.h"
#include <array>

namespace nnc::cpu {

enum class ConvPart { Input, Filter, Output };

/// One spatial axis of a convolution.
struct ConvAxis {
  int64_t input = 1, output = 1, kernel = 1, stride = 1, dilation = 1, pad = 0;
};

/// A convolution or one of its adjoints, found among structured ops.
struct Convolution {
  /// What is computed, and the operands; null for the result.
  ConvPart result;
  mlir::Value input, filter, output;
  /// The op whose only result `result` is.
  mlir::Operation *last;
  std::array<ConvAxis, 2> axes;
  int64_t spatial, channels, filters;
  mlir::Type element;
  /// Whether kernels see these images blocked.
  bool blockedInput = false, blockedOutput = false;
  /// Whether each channel has one filter, for itself.
  bool depthwise = false;
  /// Whether products are saved by minimal filtering.
  bool winograd = false;
  /// Numbers that count more than what a kernel's model chooses; may be null.
  mlir::DictionaryAttr tiling = {};

  /// Multiply-adds for one image.
  int64_t products() const {
    int64_t count = depthwise ? channels : channels * filters;
    for (const ConvAxis &axis : axes)
      count *= axis.output * axis.kernel;
    return count;
  }
};

/// What the choices of a kernel can depend on, in words; `then` is what its
/// epilogue reads besides the sums, -1 without one.
std::string keyOf(const Convolution &conv, int64_t then);

/// Matches a sum of products with the maps of a convolution without groups, the
/// padding of its input, and the slice of its result. Sizes other than the
/// batch are known.
std::optional<Convolution> matchConvolution(mlir::linalg::GenericOp op);

/// The same for a convolution with a group for each channel, or one of its
/// adjoints; of the former `last` is still the op on [n, channel, 1, y, x].
/// Images without the unit axis may have all pixels in one axis.
std::optional<Convolution> matchDepthwise(mlir::linalg::GenericOp op);

/// What becomes of the sums of a convolution before they are stored: an
/// elementwise op that is their only reader. Its other inputs are images like
/// the result, or have a number for each channel.
class ConvEpilogue {
public:
  /// Matches the reader of `conv.last`; constants move into its body.
  static std::optional<ConvEpilogue> match(const Convolution &conv);

  mlir::linalg::GenericOp getOp() const { return op; }
  /// The inputs other than the sums, outside of the kernel.
  llvm::SmallVector<mlir::Value> getInputs() const;
  static bool isImage(mlir::Value input);
  /// Equal for epilogues that compute the same from the same kinds of inputs.
  std::string getKey() const;
  /// The epilogue of `sum`, a vector of `lanes`, with vectors or scalars for
  /// the other inputs.
  mlir::Value apply(mlir::OpBuilder &b, mlir::Value sum,
                    llvm::ArrayRef<mlir::Value> inputs, int64_t lanes) const;

private:
  mutable mlir::linalg::GenericOp op; // its accessors are not const
  unsigned sums = 0;                  // which of its inputs they are
};

/// What a kernel has chosen, and what else can be tried.
struct ConvChoices {
  TilingNumbers chosen;
  llvm::SmallVector<llvm::SmallVector<TilingNumbers>> alternatives = {};
};

/// What a kernel may use of the processor.
struct ConvTarget {
  int64_t lanes, registers;
  int64_t cacheBytes; // of the second level
};

/// What copies of a strip's source and results may take together, so that both
/// stay in the first-level cache, and what they may take at all.
inline constexpr int64_t kStripBytes = 40 << 10, kMaxStripBytes = 192 << 10;

/// The filter taps that reach one phase of the results: tap number j is filter
/// index filter + j * filterStep, and reads at + j * atStep.
struct Taps {
  int64_t count = 0, filter = 0, filterStep = 0, at = 0, atStep = 0;

  int64_t lastAt() const {
    return at + std::max<int64_t>(count - 1, 0) * atStep;
  }
};

/// Results `first + t * outStep` for t < count have the same taps, relative to
/// t * inStep.
struct Phase {
  int64_t first, count;
  Taps taps;
};

/// How results along an axis gather from a source with `low` zeros in front.
struct GatherAxis {
  int64_t inSize, outSize, inStep, outStep, low = 0;
  llvm::SmallVector<Phase, 2> phases;

  static GatherAxis forward(const ConvAxis &axis);
  static GatherAxis transposed(const ConvAxis &axis);
  int64_t longestPhase() const;
  int64_t mostTaps() const;
  /// Positions of the source that `count` steps of each phase read.
  int64_t span(int64_t count) const;
};

/// One image, or a strip of its rows, as a kernel reads it: in place, or as a
/// copy with the zeros around it.
class ImageStrip {
public:
  /// Reads [n, channel, pixel] `source` in place.
  static ImageStrip inPlace(mlir::Value source, mlir::Value n, int64_t width,
                            mlir::Value firstPixel);
  /// Copies `rows` rows, the first of which is row `firstRow - y.low`.
  static ImageStrip copy(mlir::OpBuilder &b, mlir::Location loc,
                         mlir::Value source, mlir::Value n, const GatherAxis &y,
                         const GatherAxis &x, int64_t rows,
                         mlir::Value firstRow, int64_t lanes);
  /// Whether `y` and `x` can be read in place.
  static bool isInPlace(const GatherAxis &y, const GatherAxis &x);

  int64_t getWidth() const { return width; }
  mlir::Value load(mlir::OpBuilder &b, mlir::Location loc, mlir::Value channel,
                   int64_t moreChannels, mlir::Value pixel,
                   int64_t morePixels) const;

private:
  mlir::Value storage, n, firstPixel;
  int64_t width = 0, plane = 0;
};

/// The same for blocked images: some of them, some of their blocks of
/// channels.
class BlockedStrip {
public:
  /// `images` of at most `mostImages` images, `rows` rows from `firstRow` on.
  struct Part {
    mlir::Value firstImage, firstBlock;
    mlir::OpFoldResult images;
    int64_t mostImages, blocks, rows;
    mlir::Value firstRow;
  };

  /// `acrossPixels`: whether loads go on past the lanes of a pixel.
  static BlockedStrip inPlace(mlir::OpBuilder &b, mlir::Location loc,
                              mlir::Value source, const Part &part,
                              int64_t width, mlir::Value firstPixel,
                              bool acrossPixels);
  static BlockedStrip copy(mlir::OpBuilder &b, mlir::Location loc,
                           mlir::Value source, const Part &part,
                           const GatherAxis &y, const GatherAxis &x);

  int64_t getWidth() const { return width; }
  /// Element `lane + moreLanes` of pixel `pixel + morePixels`; past its lanes,
  /// a pixel goes on with the next one.
  mlir::Value load(mlir::OpBuilder &b, mlir::Location loc, mlir::Value image,
                   mlir::Value block, mlir::Value pixel, int64_t morePixels,
                   mlir::Value lane, int64_t moreLanes) const;
  /// All lanes of a pixel.
  mlir::Value loadPixel(mlir::OpBuilder &b, mlir::Location loc,
                        mlir::Value image, mlir::Value block, mlir::Value pixel,
                        int64_t morePixels) const;

private:
  mlir::Value storage; // [n, block, pixel * lanes], or [n, block, pixel, lane]
  mlir::Value firstImage, firstBlock, firstPixel; // null: 0
  int64_t lanes = 1;
  int64_t width = 0;
  bool joined = true; // pixels and lanes are one axis
};

/// Blocked images whose pixels a kernel fetches before it uses them.
class ImageLines {
public:
  ImageLines(mlir::OpBuilder &b, mlir::Location loc, mlir::Value images,
             bool isWritten);
  /// The lanes of a pixel, into the second-level cache.
  void fetch(mlir::OpBuilder &b, mlir::Location loc, mlir::Value n,
             mlir::Value block, mlir::Value pixel) const;

private:
  mlir::Value buffer;
  bool isWritten;
};

/// Index arithmetic that folds constants.
mlir::Value plus(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x,
                 mlir::Value y);
mlir::Value plus(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x,
                 int64_t n);
mlir::Value times(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x,
                  int64_t n);

/// Runs `body` over [0, count) in steps, with what is left over at the end.
mlir::Value
emitSplit(mlir::OpBuilder &b, mlir::Location loc, int64_t count, int64_t step,
          mlir::Value carried,
          llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::Value iv,
                                         int64_t extent, mlir::Value carried)>
              body);

/// A buffer of the iteration that it is made in.
mlir::Value emitLocal(mlir::OpBuilder &b, mlir::Location loc,
                      llvm::ArrayRef<int64_t> shape, mlir::Type element);

/// What all kernels of convolutions write the same way.
class ConvKernel {
protected:
  ConvKernel(mlir::Location loc, mlir::Type element, int64_t lanes,
             const ConvEpilogue *epilogue = nullptr,
             mlir::ValueRange inputs = {})
      : loc(loc), element(element),
        vector(mlir::VectorType::get(lanes, element)), epilogue(epilogue),
        inputs(inputs) {}

  mlir::Value index(mlir::OpBuilder &b, int64_t n) const;
  mlir::Value zeros(mlir::OpBuilder &b) const;
  mlir::Value read(mlir::OpBuilder &b, mlir::Value from,
                   mlir::ValueRange at) const;
  mlir::Value write(mlir::OpBuilder &b, mlir::Value value, mlir::Value to,
                    mlir::ValueRange at) const;
  /// A loop over [0, count) that carries one value.
  mlir::Value over(mlir::OpBuilder &b, int64_t count, mlir::Value carried,
                   llvm::function_ref<mlir::Value(mlir::OpBuilder &,
                                                  mlir::Value iv, mlir::Value)>
                       body) const;
  /// `chunks` parts [from, to) of the images of `images`, as even as can be,
  /// one a thread if there are several.
  mlir::Value overChunks(
      mlir::OpBuilder &b, mlir::Value images, int64_t chunks,
      mlir::Value carried,
      llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::Value number,
                                     mlir::Value from, mlir::Value to,
                                     mlir::Value carried)>
          body) const;

  /// What `load` makes of each input of the epilogue that has a number for each
  /// channel; null for the others.
  llvm::SmallVector<mlir::Value>
  channelInputs(llvm::function_ref<mlir::Value(mlir::Value)> load) const;
  /// What is stored at `at` for `sum`.
  mlir::Value finish(mlir::OpBuilder &b, mlir::Value sum,
                     llvm::ArrayRef<mlir::Value> channels,
                     llvm::ArrayRef<mlir::Value> at) const;

  mlir::Location loc;
  mlir::Type element;
  mlir::VectorType vector;
  const ConvEpilogue *epilogue;
  llvm::SmallVector<mlir::Value> inputs; // of the epilogue
};

/// Starts of accesses of one width that cover `n` elements, the last of which
/// may overlap the one before.
llvm::SmallVector<int64_t> coverWith(int64_t n, int64_t width);

/// Whether the temporaries of the kernels below fit on a thread's stack.
bool fitsGather(const Convolution &conv, const ConvTarget &target);
bool fitsFilter(const Convolution &conv, const ConvTarget &target);
/// Whether the gradient of the filter can be computed from blocked images.
bool fitsBlockedFilter(const Convolution &conv, const ConvTarget &target);

/// What the kernels below choose, each for itself: pixels (`rows`, `columns`)
/// by vectors of channels (`panels`) of a tile, rows of a strip, the panels
/// that all images pass by (`panel_block`), and whether sums run over channels
/// outside of taps, which changes their order. No other choice changes bits.
ConvChoices gatherChoices(const Convolution &conv, const ConvTarget &target);
ConvChoices depthwiseChoices(const Convolution &conv, const ConvTarget &target);
/// `tap_rows` by `tap_columns` by `channels` by `panels`.
ConvChoices filterChoices(const Convolution &conv, const ConvTarget &target);
/// `rows` (of taps and channels) by `panels`, and the block of panels.
ConvChoices blockedFilterChoices(const Convolution &conv,
                                 const ConvTarget &target);

/// Fills in the body of a kernel: results[n, filter, pixel] (or, of the
/// transposed one, [n, channel, pixel]) from images and a packed filter, with
/// the inputs of the epilogue, if there is one. Returns `results` after the
/// writes.
mlir::Value emitGatherKernel(mlir::OpBuilder &b, const Convolution &conv,
                             const ConvTarget &target,
                             const ConvEpilogue *epilogue, mlir::Value source,
                             mlir::Value filter, mlir::ValueRange inputs,
                             mlir::Value results);

/// Half cycles that it takes for one image, if all that it reads is near.
int64_t gatherCost(const Convolution &conv, const ConvTarget &target);

/// The same kernel for 3x3 filters without a stride on blocked images, with a
/// quarter of the multiply-adds, and a rounding error that is larger.
mlir::Value emitWinogradKernel(mlir::OpBuilder &b, const Convolution &conv,
                               const ConvTarget &target,
                               const ConvEpilogue *epilogue, mlir::Value source,
                               mlir::Value filter, mlir::ValueRange inputs,
                               mlir::Value results);
/// Whether there is one for `conv`, and it should be the faster one.
bool prefersWinograd(const Convolution &conv, const ConvTarget &target);

/// The same for a depthwise convolution of blocked images, and for the
/// gradient of its input.
mlir::Value emitDepthwiseKernel(mlir::OpBuilder &b, const Convolution &conv,
                                const ConvTarget &target,
                                const ConvEpilogue *epilogue,
                                mlir::Value source, mlir::Value filter,
                                mlir::ValueRange inputs, mlir::Value results);
bool fitsDepthwise(const Convolution &conv, const ConvTarget &target);

/// Sums of the filter's gradient over kFilterChunks chunks of the batch:
/// partial[chunk][channel][ky][kx][filter, padded to lanes].
mlir::Value emitFilterKernel(mlir::OpBuilder &b, const Convolution &conv,
                             const ConvTarget &target, mlir::Value input,
                             mlir::Value output, mlir::Value partial);
inline constexpr int64_t kFilterChunks = 8;

/// The same from blocked images: partial[chunk][panel][channel][ky][kx][lane].
/// A large filter has one chunk: its parts are work enough for threads.
mlir::Value emitBlockedFilterKernel(mlir::OpBuilder &b, const Convolution &conv,
                                    const ConvTarget &target, mlir::Value input,
                                    mlir::Value output, mlir::Value partial);
int64_t blockedFilterChunks(const Convolution &conv);

/// The same for the filter of a depthwise convolution, in kFilterChunks chunks:
/// partial[chunk][panel][1][ky][kx][lane].
mlir::Value emitDepthwiseFilterKernel(mlir::OpBuilder &b,
                                      const Convolution &conv,
                                      const ConvTarget &target,
                                      mlir::Value input, mlir::Value output,
                                      mlir::Value partial);
bool fitsDepthwiseFilter(const Convolution &conv, const ConvTarget &target);

} // namespace nnc::cpu

#endif // NNC_LIB_CODEGEN_CPU_CONV_H
