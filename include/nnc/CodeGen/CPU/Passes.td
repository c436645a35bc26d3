//===- Passes.td - CPU kernel passes -----------------------*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_CPU_PASSES
#define NNC_CODEGEN_CPU_PASSES

include "mlir/Pass/PassBase.td"

def FuseElementwise : Pass<"nn-cpu-fuse-elementwise", "mlir::func::FuncOp"> {
  let summary = "Fuse elementwise ops, but never into a contraction";
  let description = [{
    Named elementwise ops become `linalg.generic`, and a producer with a single
    use is merged into its elementwise or reducing consumer. A producer with
    several uses is merged too and its result kept, by a reduction only where
    that runs along rows. Contractions keep their body, so that they are recognised later; what follows them is fused
    into their tiles by `nn-cpu-generate-kernels`.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect"];
}

def TurnContractions : Pass<"nn-cpu-turn-contractions", "mlir::func::FuncOp"> {
  let summary = "Compute narrow products with vectors along their longer side";
  let description = [{
    A contraction whose result has rows of few elements that are no whole
    vectors, and many rows (the gradient of a layer with 28 inputs), is computed
    transposed where one operand has the rows side by side. Its elementwise
    readers read the transpose.
  }];
  let options = [
    Option<"vectorBytes", "vector-bytes", "unsigned", "64", "Bytes of a vector register">
  ];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
  let statistics = [Statistic<"numTurned", "turned", "Contractions computed transposed">];
}

def JoinSums : Pass<"nn-cpu-join-sums", "mlir::func::FuncOp"> {
  let summary = "Sum two products of a step of a loop in one kernel";
  let description = [{
    `x[t] @ W + b + h @ V` in a loop over `t`, where the first product was
    computed for all steps before the loop: it is computed in the loop instead,
    and the second starts from it, so that a tile is summed over both in
    registers (see `nn-cpu-generate-kernels`), then the bias is added. What
    would have been written for all steps, and read again, never is. The weights
    pass by once for each step, so they have to fit in half of the second-level
    cache.
  }];
  let options = [
    Option<"cacheBytes", "cache-bytes", "int64_t", "2 << 20",
           "Bytes of the second-level cache">
  ];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
  let statistics = [Statistic<"numJoined", "joined", "Sums of two products">];
}

def Recompute : Pass<"nn-cpu-recompute", "mlir::func::FuncOp"> {
  let summary = "Compute cheap values where they are read";
  let description = [{
    An elementwise op of a few instructions that reads one number from memory
    for each that it writes (the centred and scaled values of a normalisation)
    is cloned for each elementwise op or reduction that reads it, and merged
    into it by `nn-cpu-fuse-elementwise`: then its result is never written. So
    it stays where anything else reads the result too.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect"];
  let statistics = [Statistic<"numCopies", "copies", "Number of ops cloned">];
}

def MergeReductions : Pass<"nn-cpu-merge-reductions", "mlir::func::FuncOp"> {
  let summary = "Compute several sums over one tensor in one pass over it";
  let description = [{
    Reductions over the same loops that read a tensor there, none of which
    needs another's sum, become one op with up to four sums. What one of them
    keeps (see `nn-cpu-fuse-elementwise`) is such a tensor as well.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect"];
  let statistics = [Statistic<"numMerged", "merged", "Number of ops merged">];
}

def CollapseLoops : Pass<"nn-cpu-collapse-loops", "mlir::func::FuncOp"> {
  let summary = "Make one loop of inner loops that run over one stretch of memory";
  let description = [{
    An elementwise op or reduction over [n, c, h, w] in which every operand has
    h and w side by side or not at all becomes one over [n, c, h*w], so that
    vectors need not end with a row of an image. Sizes must be known, and the
    outermost loop stays. The op reads and gives views; so one that a contraction
    could have as its epilogue, or whose result a contraction could read in
    panels, keeps its loops.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
  let statistics = [Statistic<"numCollapsed", "collapsed", "Ops with fewer loops">];
}

def BindResults : Pass<"nn-cpu-bind-results", "mlir::func::FuncOp"> {
  let summary = "Compute updated tensors into the arguments they replace";
  let description = [{
    A result with `nn.result` of the same kind and name as a writable
    argument's `nn.arg` is that argument's new value. The op that makes it gets
    the argument as its destination, and moves to the end of the function, so
    that every read of the old value comes before the update and bufferization
    needs no copy. So it is with what a loop carries, if nothing else in the
    body reads the old value after that op has begun.
  }];
}

def ResidentLayout : Pass<"nn-cpu-resident-layout", "mlir::ModuleOp"> {
  let summary = "Keep parameters in the packed layout that contractions read";
  let description = [{
    A parameter that is the wide operand of large contractions is kept as
    `[N/16][K][16]` in every entry of the program, and so are the optimizer
    tensors that are updated with it. Arguments and results change type and
    carry `nn.layout = {dim = 0, tile = 16}`: the logical dim that is cut into
    panels and their width. Runs after `nn-cpu-choose-tiling`. Only sizes that the tile divides are packed, so
    that there is no padding. Files never see this form.

    What `statistics` reads has no say: a program has the same layouts with and
    without that entry.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
}

def KeepEntry : Pass<"nn-cpu-keep-entry", "mlir::ModuleOp"> {
  let summary = "Drop all entries but one";
  let description = [{
    Erases every function that is another entry than `entry`, or checks another.
    Where their
    arguments said how a tensor is packed, `nn.layouts` of the module does from
    now on: a list of owner, `nn.arg` and `nn.layout`. So the entry is compiled
    for the memory of the whole program. Runs after `nn-cpu-resident-layout`.
  }];
  let options = [
    Option<"entry", "entry", "std::string", "", "The entry that stays">
  ];
  let statistics = [Statistic<"numDropped", "dropped", "Number of entries dropped">];
}

def Convolutions : Pass<"nn-cpu-convolutions", "mlir::ModuleOp"> {
  let summary = "Turn convolutions into calls of kernels";
  let description = [{
    A sum of products with the maps of a convolution, of its input's gradient or
    of its filter's gradient becomes an `nn.run_kernel` of a private function marked
    `nn.kernel`, one for each distinct shape, together with the padding of its
    input or the slice of its result. Kernels copy one image, or a strip of its
    rows, with the padding around it; the filter is packed first
    (`linalg.pack`). An elementwise op that is the only reader of a convolution
    or of its input's gradient, and reads besides images like it and numbers for
    each channel, is computed by the kernel before it stores. A depthwise
    convolution of whole vectors of channels and its gradients have kernels too,
    if its function has no other convolutions with groups. These, and those with
    sizes in space that are known at run time only, or too large for a thread's
    stack, stay as they are.

    With `winograd`, a 3x3 convolution without stride and dilation, or its
    input's gradient, on images of whole vectors of channels is computed by
    Winograd's minimal filtering in tiles of 4 by 4 results, where that should
    take less time.

    What a kernel's model has chosen (tiles, strips, blocks of panels) stands in
    `nn.tilings` of its function, with a `key` that says what it computes.
    Numbers in `nn.tiling` of the op, or in `nn.tuning` of the module for that
    key, count more than the model.
  }];
  let options = [
    Option<"vectorBytes", "vector-bytes", "unsigned", "64", "Bytes of a vector register">,
    Option<"vectorRegisters", "vector-registers", "unsigned", "32", "Number of vector registers">,
    Option<"cacheBytes", "cache-bytes", "int64_t", "2097152", "Bytes of the second-level cache">,
    Option<"winograd", "winograd", "bool", "false", "Minimal filtering where it is faster, with a larger rounding error">,
    Option<"alternatives", "alternatives", "bool", "false", "List what else can be tried">
  ];
  let statistics = [
    Statistic<"numCalls", "num-calls", "Convolutions that call a kernel">,
    Statistic<"numEpilogues", "num-epilogues", "Those with an epilogue">,
    Statistic<"numWinograd", "num-winograd", "Those with minimal filtering">,
    Statistic<"numTuned", "num-tuned", "Those that `nn.tuning` knows">
  ];
  let dependentDialects = ["mlir::arith::ArithDialect",
    "mlir::bufferization::BufferizationDialect", "mlir::func::FuncDialect",
    "mlir::linalg::LinalgDialect", "mlir::scf::SCFDialect",
    "mlir::tensor::TensorDialect", "mlir::vector::VectorDialect",
    "nnc::nn::NNDialect"];
}

def ImageLayout : Pass<"nn-cpu-image-layout", "mlir::func::FuncOp"> {
  let summary = "Keep images between kernels in blocks of channels";
  let description = [{
    Kernels of convolutions read and write `[n, channel / lanes, pixel, lane]`,
    through `linalg.pack` and `linalg.unpack`. This pass moves packs up to what
    makes an image and unpacks down to what reads it, over reshapes, slices,
    what loops carry and what they stack, until they meet. An elementwise op
    that reads a blocked image has blocked results. What remains is executed.
  }];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
  let statistics = [
    Statistic<"numLeft", "left", "Packs and unpacks that remain, those of filters included">
  ];
}

def ChooseTiling : Pass<"nn-cpu-choose-tiling", "mlir::func::FuncOp"> {
  let summary = "Choose the register tile of every contraction";
  let description = [{
    Sets `nn.tiling = {lanes, mr, nv, mc}` where it is absent: vectors of `lanes`
    elements, `mr` rows by `nv` vectors of accumulators such that mr*nv + nv + 1
    registers suffice, and blocks of `mc` rows whose operand stays in the
    second-level cache (0: no blocking). The attribute also has a `key`, which
    says in words what is computed; numbers that the module has in `nn.tuning`
    for this key count more than the model's.
  }];
  let options = [
    Option<"vectorBytes", "vector-bytes", "unsigned", "64", "Bytes of a vector register">,
    Option<"vectorRegisters", "vector-registers", "unsigned", "32", "Number of vector registers">,
    Option<"cacheBytes", "cache-bytes", "int64_t", "2097152", "Bytes of the second-level cache">
  ];
  let statistics = [Statistic<"numTuned", "tuned", "Contractions that `nn.tuning` knows">];
}

def PackOperands : Pass<"nn-cpu-pack-operands", "mlir::func::FuncOp"> {
  let summary = "Pack operands of contractions inside the step";
  let description = [{
    An operand that a tile would read with strides is packed into panels first
    (`linalg.pack`) and read through the matching `linalg.unpack`, which kernel
    generation looks through. So is one whose rows lie a multiple of a page
    apart, where a kernel makes it and can write panels at once: the rows of a
    tile would share sets of a cache. Where packing is a matter of speed,
    `pack_wide` and `pack_narrow` of `nn.tiling` decide, and else tell what was
    decided. With `alternatives`, `nn.tiling` also lists what else can be tried:
    tiles, blocks of rows, packing.
  }];
  let options = [
    Option<"vectorRegisters", "vector-registers", "unsigned", "32", "Number of vector registers">,
    Option<"alternatives", "alternatives", "bool", "false", "List what else can be tried">
  ];
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::tensor::TensorDialect"];
}

def GenerateKernels : Pass<"nn-cpu-generate-kernels", "mlir::func::FuncOp"> {
  let summary = "Turn structured ops into loops over vectors";
  let description = [{
    Contractions become register-tiled loops with their elementwise consumer as
    epilogue; elementwise ops and reductions become loops over vectors. Edges
    are peeled, never masked. An op outside of these forms is left alone and
    becomes scalar loops after bufferization. The order of every sum depends on
    shapes only. Outermost loops whose iterations write disjoint parts carry
    `nn.parallel`. With `wrap`, the loops made for one op are put into an
    `scf.execute_region` marked `nn.kernel`, for `nn-cpu-share-kernels`.
  }];
  let options = [
    Option<"vectorBytes", "vector-bytes", "unsigned", "64", "Bytes of a vector register">,
    Option<"wrap", "wrap", "bool", "false", "Mark what belongs to one kernel">
  ];
  let dependentDialects = ["mlir::vector::VectorDialect", "mlir::scf::SCFDialect",
    "mlir::math::MathDialect", "mlir::tensor::TensorDialect", "mlir::ub::UBDialect",
    "mlir::bufferization::BufferizationDialect", "mlir::memref::MemRefDialect"];
}

def WrapLoops : Pass<"nn-cpu-wrap-loops", "mlir::func::FuncOp"> {
  let summary = "Let a loop of independent iterations be one kernel";
  let description = [{
    A loop on tensors that is marked `nn.parallel` before kernels are generated
    (those of an attention) is put into an `scf.execute_region` marked
    `nn.kernel`, of which `nn-cpu-share-kernels` makes a function: what an
    iteration needs then lies on the stack of the thread that runs it, and the
    kernels of its ops are generated inside. An empty tensor that the body shares
    with what is around the loop is made anew in the body.
  }];
  let dependentDialects = ["mlir::scf::SCFDialect"];
  let statistics = [Statistic<"numWrapped", "wrapped", "Number of loops">];
}

def OwnScratch : Pass<"nn-cpu-own-scratch", "mlir::func::FuncOp"> {
  let summary = "Give iterations of parallel loops memory of their own";
  let description = [{
    A `tensor.empty` that is used in the body of a loop marked `nn.parallel`
    becomes a `bufferization.alloc_tensor` for each op there that writes to it:
    outside of the loop, threads would share one buffer. A
    size that is the remainder by a block gets the memory of a block, since what
    lies on a stack has a known size. Runs before loop-invariant code motion.
  }];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect"];
  let statistics = [Statistic<"numBuffers", "buffers", "Number of buffers">];
}

def ShareKernels : Pass<"nn-cpu-share-kernels", "mlir::ModuleOp"> {
  let summary = "Make functions of kernels, one for all that are equal";
  let description = [{
    Each `scf.execute_region` marked `nn.kernel` becomes an `nn.run_kernel` of a
    private function, and equal bodies share one, within an entry and between entries:
    then they are compiled once, and bufferization, whose time grows faster than
    the number of accesses, sees small functions. A function takes what it
    reads and then, in the order of its results, what it writes. Kernels without
    multiply-adds that differ in sizes alone become one for any sizes. A kernel
    that reads a slice that is not one stretch of memory is given the whole; one
    that writes such a slice stays in its place.
  }];
  let dependentDialects = ["mlir::func::FuncDialect", "nnc::nn::NNDialect"];
  let statistics = [
    Statistic<"numKernels", "kernels", "Number of functions made">,
    Statistic<"numCalls", "calls", "Number of calls of them">
  ];
}

def ExpandMath : Pass<"nn-cpu-expand-math", "mlir::func::FuncOp"> {
  let summary = "Replace f32 functions by polynomials, for vectors and scalars alike";
  let dependentDialects = ["mlir::vector::VectorDialect", "mlir::math::MathDialect"];
}

def SplitBlocks : Pass<"nn-cpu-split-blocks", "mlir::func::FuncOp"> {
  let summary = "Write blocks of vectors row by row";
  let description = [{
    Kernels write a transposed block as one value, so that tensors need one
    update for it. In memory it is written by rows, whose vectors are known: a
    block is otherwise taken apart and put together by elements.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::vector::VectorDialect"];
  let statistics = [
    Statistic<"numBlocks", "blocks", "Number of blocks split">
  ];
}

def LowerTiles : Pass<"nn-cpu-lower-tiles", "mlir::func::FuncOp"> {
  let summary = "Access tiles by rows, in the buffers that they are parts of";
  let description = [{
    What `convert-linalg-to-loops`, `convert-vector-to-scf{full-unroll}` and
    `fold-memref-alias-ops` do, for the ops that it concerns alone: functions
    are not gone through again and again, nothing else is folded, no block is
    looked for to be merged.
  }];
  let dependentDialects = ["mlir::affine::AffineDialect", "mlir::arith::ArithDialect",
                           "mlir::memref::MemRefDialect", "mlir::scf::SCFDialect",
                           "mlir::ub::UBDialect", "mlir::vector::VectorDialect"];
}

def LowerViews : Pass<"nn-cpu-lower-views", "mlir::func::FuncOp"> {
  let summary = "Compute offsets, sizes and strides of views";
  let description = [{
    The patterns of `expand-strided-metadata`, for the ops on memrefs alone.
  }];
  let dependentDialects = ["mlir::affine::AffineDialect", "mlir::arith::ArithDialect",
                           "mlir::memref::MemRefDialect"];
}

def ParallelLoops : Pass<"nn-cpu-parallel-loops", "mlir::func::FuncOp"> {
  let summary = "Turn loops marked nn.parallel into scf.forall";
  let description = [{
    Runs after bufferization, when such a loop carries no value any more. A
    marked loop inside another one, or one that still carries values, stays
    sequential.
  }];
  let dependentDialects = ["mlir::scf::SCFDialect"];
}

def Profile : Pass<"nn-cpu-profile", "mlir::ModuleOp"> {
  let summary = "Tell the caller of an entry when its kernels begin and end";
  let description = [{
    Runs after memory planning. Each call of a kernel, copy and loop nest of an
    entry, those inside of a loop that calls kernels too, stands between two
    calls of `nn_profile_mark(site, begins)`. What the sites are stands in
    `nn.sites` at the module: the entry, the path of the layer, the kernel's
    name, multiplications and additions, bytes.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::func::FuncDialect"];
  let statistics = [Statistic<"numSites", "sites", "Number of sites">];
}

def JoinRegions : Pass<"nn-cpu-join-regions", "mlir::ModuleOp"> {
  let summary = "Put several kernels of an entry into one parallel region";
  let description = [{
    Neighbours in an entry become one `omp.parallel`: each thread computes
    indices and views for itself, the `scf.forall` of kernels become
    `omp.wsloop`, and what has none is done by one thread, in `omp.single`. Both
    end with a barrier, which costs a third of a region. A loop of an entry (of
    layers, or steps in time) is in the region if all of its body can be. The
    kernel for threads of a region is a copy, `KERNEL.team`; stack that they
    share is an argument of it. Iterations are dealt out as before, so results
    stay the same, bit by bit.
  }];
  let dependentDialects = ["mlir::memref::MemRefDialect",
                           "mlir::omp::OpenMPDialect"];
  let statistics = [
    Statistic<"numRegions", "regions", "Number of joint regions">,
    Statistic<"numKernels", "kernels", "Number of kernels for their threads">
  ];
}

def HostThreads : Pass<"nn-cpu-host-threads", "mlir::ModuleOp"> {
  let summary = "Let the caller of an entry run its parallel loops";
  let description = [{
    The body of each outermost `scf.forall` becomes a function `(closure, chunk)`,
    and the loop a call of `nn_run_parallel`, which hands it to the `run` of
    `nn_parallel`: one chunk of neighbouring iterations a thread. Without an
    `nn_parallel`, or with one thread, the body is called at once. What the body
    uses travels in a closure on the stack, so a region allocates nothing, and
    constants are repeated. Functions with such loops get an `nn_parallel` as
    their last argument.

    Each iteration is computed as before: the bits do not depend on the threads.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::func::FuncDialect",
                           "mlir::LLVM::LLVMDialect", "mlir::scf::SCFDialect"];
  let statistics = [
    Statistic<"numOutlined", "outlined", "Number of loops outlined">
  ];
}

def HoistScratch : Pass<"nn-cpu-hoist-scratch", "mlir::func::FuncOp"> {
  let summary = "Allocate what an iteration keeps on the stack once a thread";
  let description = [{
    A parallel loop in the `omp` dialect wraps its body in `memref.alloca_scope`,
    which may hold one block only, so it has to be gone before loops become
    branches. Allocations of static size move to the start of `omp.parallel`:
    each thread makes them once, instead of once an iteration; what is then left
    of the scopes is inlined. Without threads they move to the start of the
    function: each iteration of a loop would take more stack. So they do in a
    kernel that the threads of a region call.
  }];
  let dependentDialects = ["mlir::memref::MemRefDialect"];
  let statistics = [
    Statistic<"numHoisted", "hoisted", "Number of allocations hoisted">
  ];
}

def LowerAccesses : Pass<"nn-cpu-lower-accesses", "mlir::ModuleOp"> {
  let summary = "Let loads and stores use pointers in place of memrefs";
  let description = [{
    Views of a buffer are followed to where it comes from, and what reads or
    writes an element, a vector of neighbours or a stretch of memory becomes a
    load or store of the `llvm` dialect. The conversion of memrefs makes and
    takes apart a descriptor with all sizes and strides for each view and each
    argument, which is most of the code at that point, and is cleaned away
    later. Private functions take pointers, and the sizes and strides that are
    not known. What is left is for that conversion.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::LLVM::LLVMDialect"];
  let statistics = [
    Statistic<"numAccesses", "accesses", "Number of accesses lowered">,
    Statistic<"numThin", "thin", "Number of functions that take pointers">
  ];
}

def SimplifyOps : Pass<"nn-cpu-simplify-ops", "mlir::func::FuncOp"> {
  let summary = "Rewrite what LLVM has no counterpart of";
  let description = [{
    The rewriting that `convert-vector-to-llvm`, `arith-expand` and
    `memref-expand` begin with, for the ops that it can concern alone: nothing
    is folded, no block is looked for to be merged.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::memref::MemRefDialect",
                           "mlir::scf::SCFDialect", "mlir::ub::UBDialect",
                           "mlir::vector::VectorDialect"];
}

def ToLLVM : Pass<"nn-cpu-to-llvm", "mlir::ModuleOp"> {
  let summary = "Make LLVM of all that is left, in one conversion";
  let description = [{
    The patterns of the conversions of all dialects that kernels and entries end
    in, together: numbers, vectors, mathematics, buffers, branches, functions,
    and OpenMP. Nothing is folded or undone on the way.
  }];
  let dependentDialects = ["mlir::LLVM::LLVMDialect"];
}

#endif // NNC_CODEGEN_CPU_PASSES
