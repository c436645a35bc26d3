//===- NNProgramOps.td - Models, training sections and what they own -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_PROGRAM_OPS
#define NN_PROGRAM_OPS

include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"

//===----------------------------------------------------------------------===//
// Numbers that are not tensors
//===----------------------------------------------------------------------===//

def NN_ScalarOp : NN_Op<"scalar", [Pure]> {
  let summary = "a number that the caller of an entry sets";
  let description = [{
    `step`, `epoch`, `batch_counter`, `steps_per_epoch`, `seed` and `example`
    (its number, for `@prepare`) are i64; `hyper.NAME` has the type of the hyper.

    ```mlir
    %step = nn.scalar "step" : i64
    %lr = nn.scalar "hyper.lr" : f64
    ```
  }];
  let arguments = (ins StrAttr:$name);
  let results = (outs NN_Number:$result);
  let assemblyFormat = "$name attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def NN_DimSizeOp : NN_Op<"dim_size", [Pure]> {
  let summary = "the size of a declared dim";
  let description = [{
    ```mlir
    %n = nn.dim_size "batch" : i64
    ```
  }];
  let arguments = (ins StrAttr:$name);
  let results = (outs I64:$result);
  let assemblyFormat = "$name attr-dict `:` type($result)";
}

def NN_RandomOp : NN_Op<"random", [Pure, NN_ZeroGradient, AttrSizedOperandSegments]> {
  let summary = "random numbers, a function of their key alone";
  let description = [{
    Counter-based. Keyed by the seed, `key` (a layer path) and `draw`; inside a
    step (`per_batch`) also by the batch counter. In a loop, `index` gives the
    numbers of the iterations, from the outermost one, which the key spells `*`;
    a constant index draws what that iteration of a rolled loop draws.

    ```mlir
    %w = nn.random normal(%mean, %deviation) key "fc.weight" draw 0 : tensor<10x784xf32>
    %keep = nn.random bernoulli(%p) key "drop" draw 0 per_batch : tensor<?x64xf32, #nn.dims<batch, _>>
    %mask = nn.random bernoulli(%p) key "block.*.drop" index(%i) draw 0 per_batch : tensor<64xf32>
    ```
  }];
  let arguments = (ins NN_DistributionAttr:$distribution, Variadic<F64>:$arguments,
                       Variadic<I64>:$indices, StrAttr:$key, I64Attr:$draw, UnitAttr:$per_batch);
  let results = (outs NN_FloatTensor:$result);
  let assemblyFormat = [{
    $distribution `(` $arguments `)` `key` $key (`index` `(` $indices^ `)`)?
    `draw` $draw
    (`per_batch` $per_batch^)? attr-dict `:` type($result)
  }];
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

def NN_DimOp : NN_Op<"dim", [Symbol]> {
  let summary = "a declared dim and its range, both ends included";
  let description = [{
    ```mlir
    nn.dim @batch
    nn.dim @time {max = 400 : i64}
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, DefaultValuedAttr<I64Attr, "1">:$min,
                       OptionalAttr<I64Attr>:$max);
  let assemblyFormat = "$sym_name attr-dict";
  let hasVerifier = 1;
}

def NN_HyperOp : NN_Op<"hyper", [Symbol]> {
  let summary = "a number of the program with its effective value";
  let description = [{
    ```mlir
    nn.hyper @lr = 1.0e-03 : f64
    nn.hyper @hidden structural = 800 : i64
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, AnyAttr:$value, UnitAttr:$structural);
  let assemblyFormat = "$sym_name (`structural` $structural^)? `=` $value attr-dict";
}

def NN_YieldOp : NN_Op<"yield", [Pure, Terminator]> {
  let summary = "the values of a region";
  let description = [{
    ```mlir
    nn.yield %w : tensor<10x784xf32>
    ```
  }];
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "($values^ `:` type($values))? attr-dict";
}

class NN_Stored<string mnemonic, string what> : NN_Op<mnemonic, [Symbol, IsolatedFromAbove]> {
  let summary = what;
  let description = [{
    Its name is its path, the key in weight files. The region yields the value
    before training; it is empty once the entries are outlined. With `stack` it
    holds one tensor for each iteration of the loops that its path spells `*`:
    the first axes count them, and files know them one by one.

    ```mlir
    nn.}] # mnemonic # [{ @fc.bias : tensor<10xf32> init {
      %zero = arith.constant 0.0 : f64
      %t = nn.splat %zero : f64 -> tensor<10xf32>
      nn.yield %t : tensor<10xf32>
    }
    nn.}] # mnemonic # [{ @"block.*.bias" : tensor<6x10xf32> stack [6]
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttr:$type,
                       OptionalAttr<DenseI64ArrayAttr>:$stack);
  let regions = (region AnyRegion:$init);
  let assemblyFormat = [{
    $sym_name `:` $type (`stack` $stack^)? attr-dict-with-keyword (`init` $init^)?
  }];
  let hasVerifier = 1;
}
def NN_ParameterOp : NN_Stored<"parameter", "a tensor that learning changes">;
def NN_StateOp : NN_Stored<"state", "a tensor that a block or an optimizer keeps">;

class NN_Section<string mnemonic, string what, list<Trait> traits = []>
    : NN_Op<mnemonic, [Symbol, SymbolTable, IsolatedFromAbove, NoTerminator,
                       SingleBlock, NoRegionArguments] # traits> {
  let summary = what;
}

def NN_ModelOp : NN_Section<"model", "parameters, states and the function of a model"> {
  let description = [{
    ```mlir
    nn.model @Double {
      nn.parameter @scale : tensor<f32>
      func.func @infer(%x: tensor<f32> {nn.name = "x"}) -> (tensor<f32> {nn.name = "output"}) {
        %s = nn.read @scale : tensor<f32>
        %y = nn.mul %x, %s : tensor<f32>
        return %y : tensor<f32>
      }
    }
    ```

    ```mlir
    nn.optimizer @sgd_0(%p: tensor<3xf32>, %g: tensor<3xf32>, %lr: f64) {
      %rate = nn.splat %lr : f64 -> tensor<3xf32>
      %d = nn.mul %rate, %g : tensor<3xf32>
      %new = nn.sub %p, %d : tensor<3xf32>
      nn.yield %new : tensor<3xf32>
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $body";
}

def NN_TrainOp : NN_Section<"train", "a training section",
    [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `@step` is one step of training, `@eval` one batch of evaluation,
    `@control` answers the runtime's policies, `@gradients` and `@objective`
    are for gradcheck.
    They read and write the parameters and states of the model named by `on`.

    ```mlir
    nn.train @fit on @Double config {batch = 1 : i64} {
      func.func @step(%x: tensor<f32> {nn.name = "x"}) {
        nn.write @scale, %x : tensor<f32>
        return
      }
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$model,
                       DictionaryAttr:$config);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name `on` $model `config` $config attr-dict-with-keyword $body";
}

def NN_DatasetOp : NN_Section<"dataset", "a data set and what prepares an example"> {
  let description = [{
    Its function `@prepare` maps the columns of one example to its fields.

    ```mlir
    nn.dataset @Table config {} {
      func.func @prepare(%x: tensor<2xf32> {nn.name = "x"}) -> (tensor<2xf32> {nn.name = "x"}) {
        return %x : tensor<2xf32>
      }
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, DictionaryAttr:$config);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name `config` $config attr-dict-with-keyword $body";
}

def NN_OptimizerOp : NN_Op<"optimizer", [Symbol, SymbolTable, IsolatedFromAbove,
    SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "an optimizer for one type of parameter";
  let description = [{
    A function of the parameter, its gradient and some numbers, with states of
    its own. It yields the new parameter.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Inside the functions of models and training sections
//===----------------------------------------------------------------------===//

def NN_ReadOp : NN_Op<"read", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the value of a parameter or state from before this call";
  let description = [{
    ```mlir
    %w = nn.read @fc.weight : tensor<10x784xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$target);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$target attr-dict `:` type($result)";
}

def NN_WriteOp : NN_Op<"write", [MemoryEffects<[MemWrite]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the value of a parameter or state after this call";
  let description = [{
    ```mlir
    nn.write @norm.running_mean, %mean : tensor<16xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$target, NN_Tensor:$value);
  let assemblyFormat = "$target `,` $value attr-dict `:` type($value)";
}

def NN_MetricOp : NN_Op<"metric", [MemoryEffects<[MemWrite]>]> {
  let summary = "a mean over the batch that the runtime reports";
  let description = [{
    ```mlir
    nn.metric "accuracy", %hits : tensor<f32>
    ```
  }];
  let arguments = (ins StrAttr:$name, NN_FloatTensor:$value);
  let assemblyFormat = "$name `,` $value attr-dict `:` type($value)";
  let hasVerifier = 1;
}

def NN_AssertOp : NN_Op<"assert", [MemoryEffects<[MemWrite]>]> {
  let summary = "end the call with an error unless every element is true";
  let description = [{
    Nothing is written by a call that fails; the entry returns
    `NN_ASSERT_FAILED` with the message and the layer path of the location.
    `nn-index-checks` moves it to the function that is run first. It cannot
    stand in a scan: what is asserted of each step is emitted and asserted
    behind it.

    ```mlir
    nn.assert %positive, "weights are positive" : tensor<3xi1>
    ```
  }];
  let arguments = (ins NN_BoolTensor:$condition, StrAttr:$message);
  let assemblyFormat = "$condition `,` $message attr-dict `:` type($condition)";
  let hasCanonicalizeMethod = 1;
}

def NN_RequireFiniteOp : NN_Op<"require_finite", [MemoryEffects<[MemWrite]>]> {
  let summary = "stop this call unless a number is finite";
  let description = [{
    What stands behind it in the function does not happen if the number is NaN
    or infinite; the entry returns `NN_NOT_FINITE`. `nn-schedule-updates` puts
    one before the updates of a training step.

    ```mlir
    nn.require_finite %loss : f32
    ```
  }];
  let arguments = (ins AnyFloat:$value);
  let assemblyFormat = "$value attr-dict `:` type($value)";
}

def NN_RunKernelOp : NN_Op<"run_kernel", [Pure, AttrSizedOperandSegments,
    DestinationStyleOpInterface,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "compute tensors by a function that many ops may share";
  let description = [{
    The function takes the inputs, which it only reads, and then one destination
    for each result. It becomes a `func.call` on buffers: what a slice names is
    handed over as it lies, and the results are the destinations themselves.
    A size that is known here may be unknown to the function.

    ```mlir
    %y = nn.run_kernel @relu(%x) into(%empty)
        : (tensor<?x8xf32>, tensor<?x8xf32>) -> tensor<?x8xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<AnyType>:$inputs,
                       Variadic<AnyRankedTensor>:$outputs);
  let results = (outs Variadic<AnyRankedTensor>:$results);
  let assemblyFormat = [{
    $kernel `(` $inputs `)` `into` `(` $outputs `)` attr-dict `:`
    functional-type(operands, results)
  }];
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() {
      return getOutputsMutable();
    }
  }];
}

def NN_GradientOp : NN_Op<"gradient", [Pure,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the derivative of a scalar";
  let description = [{
    One result per parameter, then one per value.

    ```mlir
    %g = nn.gradient %loss wrt [@w] : tensor<f32> -> tensor<3xf32>
    %h = nn.gradient %loss wrt [] of (%x : tensor<3xf32>) : tensor<f32> -> tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$objective, ArrayAttr:$parameters, Variadic<NN_FloatTensor>:$values);
  let results = (outs Variadic<NN_FloatTensor>:$gradients);
  let assemblyFormat = [{
    $objective `wrt` $parameters (`of` `(` $values^ `:` type($values) `)`)? attr-dict
    `:` type($objective) `->` type($gradients)
  }];
  let hasVerifier = 1;
}

def NN_OptimizeOp : NN_Op<"optimize", [MemoryEffects<[MemWrite]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "apply an optimizer to a parameter";
  let description = [{
    ```mlir
    nn.optimize @fc.weight, %g with @sgd_0(%lr : f64) : tensor<10x784xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$parameter, NN_FloatTensor:$gradient,
                       FlatSymbolRefAttr:$optimizer, Variadic<NN_Number>:$arguments);
  let assemblyFormat = [{
    $parameter `,` $gradient `with` $optimizer (`(` $arguments^ `:` type($arguments) `)`)?
    attr-dict `:` type($gradient)
  }];
}

def NN_CustomVjpOp : NN_Op<"custom_vjp", [Pure, NN_Differentiable<>]> {
  let summary = "a function with a derivative rule of its own";
  let description = [{
    The first region computes the results from the inputs. The second one takes
    the inputs and a cotangent for each result and yields one cotangent per
    float input (language 2.8, rule 45).

    ```mlir
    %y = nn.custom_vjp(%x) {
    ^bb0(%a: tensor<3xf32>):
      %s = nn.sign %a : tensor<3xf32>
      nn.yield %s : tensor<3xf32>
    } vjp {
    ^bb0(%a: tensor<3xf32>, %dy: tensor<3xf32>):
      nn.yield %dy : tensor<3xf32>
    } : (tensor<3xf32>) -> tensor<3xf32>
    ```
  }];
  let arguments = (ins Variadic<NN_Tensor>:$inputs);
  let results = (outs Variadic<NN_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$forward, SizedRegion<1>:$vjp);
  let assemblyFormat = [{
    `(` $inputs `)` $forward `vjp` $vjp attr-dict `:` functional-type($inputs, $outputs)
  }];
  let hasVerifier = 1;
}

#endif // NN_PROGRAM_OPS
