//===- Passes.td - From the nn dialect to linalg -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_CONVERSION_PASSES
#define NNC_CONVERSION_PASSES

include "mlir/Pass/PassBase.td"

def NNToLinalg : Pass<"nn-to-linalg", "mlir::ModuleOp"> {
  let summary = "Turn tensor ops of the nn dialect into linalg on tensors";
  let description = [{
    Elementwise ops, broadcasts and transposes become `linalg.generic` with
    projected permutations as maps, so that elementwise fusion can merge them;
    an einsum becomes one contraction. f16 and bf16 compute in f32 and round once an op.

    The encodings `#nn.dims` disappear. A dynamic size is computed from the
    function's `dim` arguments (`nn.arg = #nn.arg<dim, batch>`), or, in a
    function without them, from an argument that has an axis of that name.

    Random numbers become Philox4x32-10 in the element's loop; see
    `lib/Conversion/NNToLinalg/Random.cpp` for the key and the counter.
  }];
  let dependentDialects = [
    "mlir::affine::AffineDialect", "mlir::arith::ArithDialect",
    "mlir::linalg::LinalgDialect", "mlir::math::MathDialect",
    "mlir::scf::SCFDialect", "mlir::tensor::TensorDialect"
  ];
}

def IndexChecks : Pass<"nn-index-checks", "mlir::ModuleOp"> {
  let summary = "Give every entry that can refuse its inputs a function that checks";
  let description = [{
    An index outside its axis must end the call before anything is written
    (language 2.8, rule 29), and so must an `assert` that does not hold. For
    each function that contains `nn.take`, `nn.gather`, `nn.one_hot`,
    `nn.cross_entropy` or `nn.assert`, this makes a function
    `<name>_check` with the same arguments, in which only what the indices
    and assertions depend on is computed. It returns three i64: the number of the
    first check that fails, or -1, the index, and the size of the axis. The
    function that is checked names it in `nn.check`; the layer paths of the
    checks stand in `nn.check_paths` of the new function, the messages of
    assertions in `nn.check_messages`. A caller runs the check first.

    Indices that the ops which make them keep inside, as `nn.clamp`, `nn.mod`,
    `nn.iota` and `nn.argmax` do, are not checked.

    What an assertion says of sizes the program counts on. Where there are other
    checks too, those of sizes stand in a function that is the check of the
    check, and runs before it.

    ```mlir
    func.func @m_train_step(...) attributes {nn.check = @m_train_step_check, ...}
    func.func @m_train_step_check(...) -> (i64, i64, i64)
      attributes {nn.check_messages = [""], nn.check_paths = ["loss"],
                  nn.entry = "check"}
    ```

    Runs before `nn-to-linalg`.
  }];
  let dependentDialects = [
    "mlir::arith::ArithDialect", "mlir::scf::SCFDialect",
    "mlir::tensor::TensorDialect"
  ];
}

#endif // NNC_CONVERSION_PASSES
