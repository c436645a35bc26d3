//===- Passes.td - Passes on the nn dialect ----------------*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TRANSFORMS_PASSES
#define NNC_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def AddInspect : Pass<"nn-add-inspect", "::mlir::ModuleOp"> {
  let summary = "Add a function that shows every layer's value";
  let description = [{
    Gives each training section that has `@step` a function `@inspect` with the
    same inputs. It computes the forward part of the step, without effects, and
    returns the last float value of each layer, in order of evaluation, named
    by the layer's path. After a loss that is not finite, the runtime runs the
    batch again through it and names the first layer that went wrong. Layers
    inside a loop show the values of all iterations: those of a rolled `repeat`
    along the first axis, one for each `*` of the path.

    Runs before `nn-autodiff`.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numLayers", "layers", "Number of layers shown">];
}

def ExplainStep : Pass<"nn-explain-step", "::mlir::ModuleOp"> {
  let summary = "Add a function that shows a training step value by value";
  let description = [{
    Like `nn-add-inspect`, for people who follow a step by hand: `@inspect` of
    each training section returns every float value that its loss is made of,
    in order of evaluation, then the loss's derivative by each of them, the
    last one first, then by each parameter; and, where it is another one (it
    was clipped, or decays), the gradient that the optimizer is given. Results
    are called `value NAME = EQUATION`, `derivative NAME`, `gradient PATH` and
    `taken PATH`. Names of values are layer paths, with the op behind all but a
    layer's last one: `fc.einsum`, `fc`.

    A section without an optimizer has values only: those that it writes are
    made of. What is inside of loops is not shown, their results are.

    Runs before `nn-autodiff`.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numValues", "values", "Number of values shown">];
}

def GatherStatistics : Pass<"nn-gather-statistics", "::mlir::ModuleOp"> {
  let summary = "Add a function that says what each layer does in a step";
  let description = [{
    Gives each training section that has `@step` a function `@statistics` with
    the same inputs. It computes what the step does and returns numbers about
    it, called `PATH#KIND`, in order of evaluation:

    - `#loss`;
    - of each float input `input-mean`, `input-spread` (standard deviation),
      `input-least` and `input-most`;
    - of each layer, by its last value and the activation that reads it: `mean`,
      `spread`, `range` (the largest difference between its units for one
      example, before the activation), behind `max(x, 0)` `dead` (the share of
      units that are 0 for the whole batch), behind a sigmoid, `tanh`, `softmax`
      or `clamp` `saturated` (the share of values within a hundredth of a
      bound), and `gradient` (the norm of the loss's gradient by that value);
    - of each parameter that is learned, `parameter-gradient`;
    - `#rate`, what the optimizer's learning rate is in this step: see `nn.rate`
      of `nn.optimizer`, the rate or its position among the numbers.

    Nothing is learned or written: how far the step goes, the runtime sees by
    the parameters before and after it.

    A unit is an element of the last axis, or a channel where convolutions made
    the value. The iterations of a loop over layers are the axes of a result,
    one for each `*` of the path; of loops in time the results are described.
    A program without layers is described by its activations, called by their
    ops: `tanh`, `tanh.2`. What depends on no learned parameter has no
    `gradient`.

    Runs before `nn-autodiff`, after `nn-accumulate`. A gradient's norm is the
    gradient with respect to a probe: an argument, marked `nn.probe`, that a
    `nn.custom_vjp` around the value takes. `nn-drop-probes` removes them.
  }];
  let options = [
    Option<"only", "only", "bool", /*default=*/"false",
           "Of what no layout of a parameter depends on, leave out the rest">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numStatistics", "statistics",
                              "Number of statistics gathered">];
}

def DropProbes : Pass<"nn-drop-probes", "::mlir::ModuleOp"> {
  let summary = "Remove what measured the gradients of layers";
  let description = [{
    Removes the arguments marked `nn.probe` of `@statistics` of each training
    section, and the `nn.custom_vjp` that took them: see `nn-gather-statistics`.
    Runs after `nn-autodiff`.

    ```mlir
    %y = nn.custom_vjp(%x, %probe) { ... } // yields its first operand
    ```
    becomes `%x`.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numProbes", "probes",
                              "Number of probes removed">];
}

def ShowAttention : Pass<"nn-show-attention", "::mlir::ModuleOp"> {
  let summary = "Let a model answer where its attention looks";
  let description = [{
    `@infer` of each model returns the weights of its attentions in place of its
    outputs: of each softmax over scores, made by a contraction with keys that
    belong to the example, that averages values along its axis. A result is
    called by the path of the layer and has the axes `[layers.., batch, heads..,
    row, column]`: the iterations of rolled loops, one for each `*` of the path,
    and at last the places that look and those looked at. Where a loop in time
    computes one row after another, its steps are the rows. A model without
    attention loses `@infer`.

    A report compiles a program by this for its pictures. Runs first of all, as
    `nn-fuse-attention` leaves nothing to return.

    ```mlir
    %p = nn.softmax %scores axis = 3 : tensor<?x4x?x?xf32, #nn.dims<batch, _, time, time>>
    %y = nn.einsum "bhij,bhjc->bhic" %p, %v : ...
    ```
    returns `%p` as `block.attn`.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numMaps", "maps", "Number of attentions shown">];
}

def Accumulate : Pass<"nn-accumulate", "::mlir::ModuleOp"> {
  let summary = "Let a step learn from several batches";
  let description = [{
    A training section with `accumulate = k` in its configuration learns from
    groups of k batches (language 2.8, rule 63). For each parameter that its
    `@step` learns it gets a state `optimizer.<path>.gradient-sum`, and
    `optimizer.example-count`. The new function `@accumulate` does all that
    `@step` does but learn: it adds the gradient, times the examples of the
    batch, to the sums. `@step` adds its own batch, hands the mean over all
    examples on to what follows (clipping, decay, the optimizer), and sets the
    count to zero, which makes the sums start afresh. So a group is k - 1 calls of one and a call of the other, and a
    shorter group has fewer of the first.

    Runs before `nn-autodiff`; whatever is summed is saved with the optimizer.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numSums", "sums", "Number of gradients summed">];
}

def HoistScanContractions
    : Pass<"nn-hoist-scan-contractions", "::mlir::ModuleOp"> {
  let summary = "Contract sequences before the loops that read them";
  let description = [{
    An `nn.einsum` in the body of an `nn.scan` with one operand that is an
    element of a sequence, and another from outside of the loop, becomes one
    contraction of the whole sequence before the loop, whose elements the body
    reads: one large product instead of many small ones. What was hoisted makes
    a sequence that further contractions may start from.

    Runs before `nn-autodiff`, so that the derivative is one contraction after
    the loop.

    ```mlir
    %h1 = nn.scan (%x axis 1) carry (%h) {
    ^bb0(%i: i64, %xt: tensor<4x3xf32>, %ht: tensor<4x8xf32>):
      %a = nn.einsum "bk,nk->bn" %xt, %w : (tensor<4x3xf32>, tensor<8x3xf32>) -> tensor<4x8xf32>
      %s = nn.add %a, %ht : tensor<4x8xf32>
      nn.yield %s : tensor<4x8xf32>
    } : (tensor<4x5x3xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    ```
    becomes
    ```mlir
    %all = nn.einsum "bak,nk->abn" %x, %w : (tensor<4x5x3xf32>, tensor<8x3xf32>) -> tensor<5x4x8xf32>
    %h1 = nn.scan (%all axis 0) carry (%h) {
    ^bb0(%i: i64, %a: tensor<4x8xf32>, %ht: tensor<4x8xf32>):
      %s = nn.add %a, %ht : tensor<4x8xf32>
      nn.yield %s : tensor<4x8xf32>
    } : (tensor<5x4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    ```
  }];
  let dependentDialects = ["::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numHoisted", "hoisted",
                              "Number of contractions hoisted">];
}

def FuseAttention : Pass<"nn-fuse-attention", "::mlir::ModuleOp"> {
  let summary = "Make one op of products, masks and softmax of an attention";
  let description = [{
    A contraction of a softmax with values becomes `nn.attention` where the
    softmax is along what is contracted and its operand is a contraction of two
    tensors along one axis, possibly scaled by a constant and masked by minus
    infinity. A mask that compares two `nn.iota` becomes `causal`; one other mask
    is kept. Where anything else reads the probabilities or the scores (dropout
    of probabilities, a gradient), nothing happens.

    Runs before `nn-autodiff`, so that neither scores nor probabilities are kept
    for the derivative, and after the gradients with respect to values, which
    read them.

    ```mlir
    %s = nn.einsum "bihc,bjhc->bhij" %q, %k : (tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>) -> tensor<2x4x8x8xf32>
    %p = nn.softmax %s axis = 3 : tensor<2x4x8x8xf32>
    %y = nn.einsum "bhij,bjhw->bihw" %p, %v : (tensor<2x4x8x8xf32>, tensor<2x8x4x16xf32>) -> tensor<2x8x4x16xf32>
    ```
    becomes
    ```mlir
    %y, %l = nn.attention "bihc,bjhc,bjhw->bihw" %q, %k, %v scale = 1.000000e+00
        : (tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>, tensor<2x8x4x16xf32>)
        -> (tensor<2x8x4x16xf32>, tensor<2x4x8xf32>)
    ```
  }];
  let dependentDialects = ["::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numFused", "fused", "Number of attentions">];
}

def Autodiff : Pass<"nn-autodiff", "::mlir::ModuleOp"> {
  let summary = "Replace nn.gradient by the ops that compute it";
  let description = [{
    Reverse mode over one block of ops. Activity analysis comes first: a value
    takes part where it depends on what is differentiated and the objective
    depends on it, so frozen parameters and integer inputs cost nothing. Then
    every op that takes part is asked for its rule through
    `DifferentiableOpInterface`; if any has none, all of them are reported, each
    with its layer path, and nothing is rewritten. The reverse walk treats a
    missing cotangent as zero and never materializes one. Contributions to one
    value add up in the order of the text.

    Several gradients in one function are replaced in order, so that one may
    differentiate another. One in a loop is replaced in its body, before the
    loop itself is differentiated.

    A derivative with respect to a value that an op computes or a loop gives
    is lost where a rewrite takes a way around that value. With `of-values`
    those are replaced, and what stands before them, and the others are left
    to a later run.

    A parameter that the objective does not reach has the gradient zero. If an
    optimizer was to update it, a warning says so and the `nn.optimize` is
    removed: neither weight decay nor momentum moves it.

    A loop keeps for its derivative the fewest bytes from which cheap ops give
    the rest. With `effort`, ops that take up to so many operations for each
    byte of their results give it too: less is kept, and more is computed again
    in the loop that runs back, up to all but what an iteration is given
    (checkpoints; Chen et al. 2016). Such ops carry `nn.again` there.

    ```mlir
    %w = nn.read @w : tensor<f32>
    %y = nn.mul %w, %x : tensor<f32>
    %g = nn.gradient %y wrt [@w] : tensor<f32> -> (tensor<f32>)
    ```
    makes `%g` the value `%x`.
  }];
  let options = [
    Option<"ofValues", "of-values", "bool", /*default=*/"false",
           "Only gradients with respect to values inside of functions, and "
           "those before them">,
    Option<"effort", "effort", "int64_t", /*default=*/"0",
           "Operations that a byte which is not kept may take">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::nnc::nn::NNDialect"];
  let statistics = [
    Statistic<"numGradients", "gradients", "Number of gradients expanded">,
    Statistic<"numActive", "active-ops",
              "Number of ops that a cotangent flowed through">,
    Statistic<"numUnreached", "unreached-parameters",
              "Number of parameters that an objective does not reach">
  ];
}

def MixedPrecision : Pass<"nn-mixed-precision", "::mlir::ModuleOp"> {
  let summary = "Round the operands of contractions to the compute type";
  let description = [{
    In the functions of a training section with `precision = "bf16"` or `"f16"`
    in its config, the f32 operands of `nn.einsum` and of the convolutions are
    rounded to that type and back. Sums, parameters, optimizer state and all
    else stay f32 (language 2.8, rule 23). Runs after `nn-autodiff`, so that
    gradients are contracted from rounded operands too. f64 operands stay as
    they are: a program that is checked by differences ignores `precision`.

    ```mlir
    %y = nn.einsum "mk,nk->mn" %x, %w : (tensor<8x4xf32>, tensor<3x4xf32>) -> tensor<8x3xf32>
    ```
    becomes the same `nn.einsum` of two `nn.cast`s each.
  }];
  let dependentDialects = ["::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numRounded", "operands",
                              "Number of operands rounded">];
}

def ExpandOptimizers : Pass<"nn-expand-optimizers", "::mlir::ModuleOp"> {
  let summary = "Inline optimizer blocks where they are applied";
  let description = [{
    Each `nn.optimize @p, %g with @opt` becomes the body of `@opt` for that
    parameter, an `nn.write @p` of what it yields, and one
    `nn.state @optimizer.<p>.<state>` in the training section for each state of
    the optimizer. The `nn.optimizer` ops are removed afterwards. An optimizer
    is a program like any other: this pass knows none by name.

    What an optimizer draws is keyed by the path of the parameter. One that
    draws, or mixes elements, runs over a stacked parameter in a loop.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::nnc::nn::NNDialect"];
  let statistics = [
    Statistic<"numExpanded", "optimizers", "Number of optimizers expanded">,
    Statistic<"numStates", "states", "Number of optimizer states created">
  ];
}

def OutlineEntries : Pass<"nn-outline-entries", "::mlir::ModuleOp"> {
  let summary = "Turn models and training sections into entry functions";
  let description = [{
    Moves every function of an `nn.model` or `nn.train` to the top level as
    `<owner>_<entry>`, and makes what it reads and writes arguments and results:
    `nn.read` becomes an argument, `nn.write` a result, `nn.metric` a result,
    `nn.scalar` and `nn.dim_size` become arguments. Each argument and result
    says what it is by an `nn.arg` or `nn.result` attribute. Arguments that a
    result replaces carry `bufferization.writable = true`, the others `false`.

    Initial values become a function too: `<model>_init` gives those of all
    parameters and states of a model, `<train>_init` those of the optimizer.
    Prepare regions of data sets become `<dataset>_prepare`.

    Afterwards `nn.model`, `nn.train` and `nn.dataset` hold only what the
    program descriptor needs.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::bufferization::BufferizationDialect",
                           "::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numEntries", "entries",
                              "Number of entry functions made">];
}

def ScheduleUpdates
    : Pass<"nn-schedule-updates", "::mlir::func::FuncOp"> {
  let summary = "Move updates of arguments behind every read of the old value";
  let description = [{
    In an entry function, the op that computes the new value of an argument can
    write it in place only if nothing reads the old value later. This pass sinks
    those ops, and what depends on them, to the end of the function, in an order
    in which readers of an argument precede its update. Where two updates read
    each other's old values one copy is unavoidable, and bufferization makes it.

    Where the function has a metric `loss`, an `nn.require_finite` of it stands
    before all of them: a step whose loss is not finite changes nothing. A new
    value that the loss is computed from stays where it is, before the check,
    and `nn-bind-destinations` keeps it out of its argument until the end.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect",
                           "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numMoved", "moved", "Number of ops moved">];
}

def SpecializeDims : Pass<"nn-specialize-dims", "::mlir::ModuleOp"> {
  let summary = "Note the sizes that entries expect, and clone entries";
  let description = [{
    For each function with `nn.entry` equal to `entry` (and `nn.owner` equal to
    `owner`, if that is given), `nn.expected_sizes` records the sizes that
    `dims` gives; memory is planned by them.

    It adds a copy with the suffix `_static` in which the dims have them.
    Signatures keep their arguments, so both forms are called alike;
    `nn.specialized` records the sizes. The dynamic function stays as it is,
    unless there is to be no other: with `in-place` it becomes the one with
    these sizes.

    How a matrix product is divided into tiles depends on its sizes.
    Convolutions take images one by one, so that a copy would call the same
    kernels: there is none where less than `min-percent` of the operations are
    in other products.
  }];
  let options = [
    Option<"inPlace", "in-place", "bool", /*default=*/"false",
           "Change the function itself, and make no copy">,
    Option<"minPercent", "min-percent", "int64_t", /*default=*/"0",
           "Share in all products of those that are no convolutions, below "
           "which there is no copy">,
    Option<"entry", "entry", "std::string", /*default=*/"\"train_step\"",
           "The entry to specialize">,
    Option<"owner", "owner", "std::string", /*default=*/"",
           "Only the function of this model or training section">,
    ListOption<"dims", "dims", "std::string",
               "Sizes, as name:size, separated by commas">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect", "::nnc::nn::NNDialect"];
  let statistics = [Statistic<"numSpecialized", "specialized",
                              "Number of functions specialized">];
}

#endif // NNC_TRANSFORMS_PASSES
