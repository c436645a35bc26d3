//===- Passes.td - Memory of a program -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CODEGEN_MEMORY_PASSES
#define NNC_CODEGEN_MEMORY_PASSES

include "mlir/Pass/PassBase.td"

def RecordTypes : Pass<"nn-record-types", "mlir::func::FuncOp"> {
  let summary = "Remember the types of an entry's tensors with their dims";
  let description = [{
    Each tensor argument and result of an entry gets `nn.type`, its type with
    the encoding `#nn.dims`, which later passes drop or change.
  }];
}

def SeparateUpdates : Pass<"nn-separate-updates", "mlir::func::FuncOp"> {
  let summary = "Keep new values that the loss needs out of their arguments";
  let description = [{
    A new value that is computed before `nn.require_finite` must not be in its
    argument yet: another may take its place. The function gets a copy of the
    old value to work on, and copies the new one at its end. These are states;
    what a step learns is computed behind the check.
  }];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect"];
  let statistics = [
    Statistic<"numSeparated", "separated", "Number of values copied">
  ];
}

def GuardUpdates : Pass<"nn-guard-updates", "mlir::func::FuncOp"> {
  let summary = "Make what follows nn.require_finite depend on it";
  let description = [{
    All ops behind `nn.require_finite` move into an `scf.if`, and the function
    returns whether they ran. That nothing before it writes a parameter, state
    or optimizer state is verified.
  }];
  let dependentDialects = ["mlir::math::MathDialect", "mlir::scf::SCFDialect"];
}

def BindDestinations : Pass<"nn-bind-destinations", "mlir::func::FuncOp"> {
  let summary = "Give every tensor result of an entry an argument to be written to";
  let description = [{
    A result that is the new value of an argument is written to it, any other
    to a new argument, which carries the result's `nn.result` as `nn.arg`. After
    bufferization the results are these arguments, and `nn-drop-results`
    removes them.
  }];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect",
                           "mlir::tensor::TensorDialect"];
}

def ReleaseDestinations : Pass<"nn-release-destinations", "mlir::func::FuncOp"> {
  let summary = "Return what is computed into its destination as it is";
  let description = [{
    Where the elimination of empty tensors has made the destination the start of
    the computation, writing the result there again says nothing, and the
    analysis of bufferization does not see that for results of loops.
  }];
}

def BindCarries : Pass<"nn-bind-carries", "mlir::func::FuncOp"> {
  let summary = "Keep what a loop carries in one place";
  let description = [{
    Iterations share their temporaries, so none of them may be handed to the
    next iteration: a carried tensor that is not computed in place is copied at
    the end of the body. What moves on from one place to another does so before
    the first is written; where they change places, one is set aside. Runs after
    the elimination of empty tensors, which would compute a tensor in place
    while it is still read.
  }];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect"];
}

def EliminateEmpty : Pass<"nn-eliminate-empty", "mlir::ModuleOp"> {
  let summary = "Compute tensors where they will be inserted";
  let description = [{
    `eliminate-empty-tensors` on everything but kernels: they have none, and to
    analyse them takes long. Each use of new memory gets its own, right before
    it, so that the memory lives no longer than what is in it.
  }];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect"];
}

def Rematerialize : Pass<"nn-rematerialize", "mlir::ModuleOp"> {
  let summary = "Run kernels again whose results would wait for their readers";
  let description = [{
    Where an entry needs more than `arena-bytes`, a tensor that is alive at the
    peak and not read there is computed again right before its next reader: its
    kernel runs twice, and so do those that made its inputs, where these are gone
    by then and not small. Of all such tensors the one is taken that frees most
    bytes for its work, if the peak does not grow and less of the text is above
    the limit (a heuristic as in XLA; exact: Checkmate, Jain et al. 2020). The
    work for a byte is at most `effort` operations.

    An input must not have been overwritten by then, so nothing is copied for
    it. The same kernel on the same inputs gives the same bits.

    ```mlir
    %y = nn.run_kernel @relu(%x) into(%e) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %a = nn.run_kernel @first(%y) into(%f) : (tensor<8xf32>, tensor<9xf32>) -> tensor<9xf32>
    ...
    %b = nn.run_kernel @last(%y, %x) into(%g) : (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    ```
    becomes
    ```mlir
    %y = nn.run_kernel @relu(%x) into(%e) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %a = nn.run_kernel @first(%y) into(%f) : (tensor<8xf32>, tensor<9xf32>) -> tensor<9xf32>
    ...
    %h = tensor.empty() : tensor<8xf32>
    %z = nn.run_kernel @relu(%x) into(%h) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %b = nn.run_kernel @last(%z, %x) into(%g) : (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    ```
  }];
  let options = [
    Option<"arenaBytes", "arena-bytes", "int64_t", /*default=*/"-1",
           "What is needed for temporaries at most; negative: as it is">,
    Option<"effort", "effort", "int64_t", /*default=*/"1000000",
           "Operations that a byte which is freed may take">
  ];
  let dependentDialects = ["::nnc::nn::NNDialect",
                           "mlir::tensor::TensorDialect"];
  let statistics = [
    Statistic<"numKernels", "kernels", "Number of kernels that run again">
  ];
}

def Bufferize : Pass<"nn-bufferize", "mlir::ModuleOp"> {
  let summary = "Turn tensors into buffers, in place wherever that is right";
  let description = [{
    One-shot bufferization across functions. Entries get buffers of identity
    layout. An argument of a kernel lies in rows as well, but may start
    anywhere, so that a slice along the first axis is passed as it is. Kernels
    whose tensors follow one another need no analysis: their loops carry no
    buffers, and one walk turns them.
  }];
  let statistics = [
    Statistic<"numLinear", "linear", "Number of kernels without an analysis">
  ];
  let dependentDialects = ["mlir::bufferization::BufferizationDialect",
                           "mlir::memref::MemRefDialect"];
}

def DropResults : Pass<"nn-drop-results", "mlir::func::FuncOp"> {
  let summary = "Remove results that are arguments";
  let description = [{
    Of an entry, whose results have destinations, and of a kernel, which returns
    what it was given to write. What is called keeps its attributes.
  }];
}

def RotateCarries : Pass<"nn-rotate-carries", "mlir::func::FuncOp"> {
  let summary = "Let iterations take turns in two buffers instead of copying";
  let description = [{
    What a loop of an entry carries is copied to its place at the end of each
    iteration. Where the new value has memory of its own, the two buffers change
    places instead: the loop carries both. Where the old value of each iteration
    is stacked, for a gradient, iteration i reads it on the stack and writes the
    new one where iteration i + 1 will read it; the last one writes the place.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect",
                           "mlir::memref::MemRefDialect",
                           "mlir::scf::SCFDialect"];
  let statistics = [
    Statistic<"numRotated", "rotated", "Number of carries that take turns">,
    Statistic<"numStacked", "stacked", "Number of carries on a stack">
  ];
}

def PlanArena : Pass<"nn-plan-arena", "mlir::ModuleOp"> {
  let summary = "Place every temporary of an entry in one arena argument";
  let description = [{
    A buffer lives from the first to the last op that touches it or a view of
    it: within an iteration, if a loop allocates it and does not carry it on;
    all of a loop, if the loop is given it. Buffers of known size go first fit, largest
    first, to fixed offsets. Buffers whose size depends on dims follow, those
    with one product of dims together: they are placed in the same way for one
    unit of it, an example say, and that plan is stretched. `nn.arena_plan` tells
    the bytes of each part and the most that are alive together, the least that
    any plan needs.
    A function `<entry>_arena` computes the size of the arena from the dims.

    A buffer of a parallel loop's body is one per iteration and stays on the
    stack. If it is too large for that, or its size is not known, the loop runs
    in order, with one place in the arena.
  }];
  let dependentDialects = ["mlir::memref::MemRefDialect",
                           "mlir::arith::ArithDialect"];
  let statistics = [
    Statistic<"numPlaced", "placed", "Number of buffers placed">,
    Statistic<"numSequential", "sequential",
              "Number of parallel loops that run in order">
  ];
}

def CheckMemory : Pass<"nn-check-memory", "mlir::func::FuncOp"> {
  let summary = "Refuse an entry that allocates, returns memory or copies a block";
  let description = [{
    These would be faults of the compiler. A parameter that is only read is
    never copied whole to a temporary, in a loop or outside, and no large part
    of any is; one that is updated may be if it is small, since two updates may
    need each other's old values.
  }];
}

def ExpandCopies : Pass<"nn-expand-copies", "mlir::func::FuncOp"> {
  let summary = "Turn copies of strided buffers into loops over moves of bytes";
  let dependentDialects = ["mlir::linalg::LinalgDialect", "mlir::memref::MemRefDialect",
                           "mlir::scf::SCFDialect"];
}

#endif // NNC_CODEGEN_MEMORY_PASSES
