//===- NNElementwiseOps.td - Element by element -*- tablegen -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NN_ELEMENTWISE_OPS
#define NN_ELEMENTWISE_OPS

include "nn/NNAttrs.td"
include "nn/NNInterfaces.td"

class NN_Unary<string mnemonic, string what, Type type = NN_FloatTensor,
               list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure, SameOperandsAndResultType, NN_Elementwise] # traits> {
  let summary = what;
  let arguments = (ins type:$input);
  let results = (outs type:$result);
  let assemblyFormat = "$input attr-dict `:` type($result)";
}

def NN_NegOp : NN_Unary<"neg", "minus x", NN_NumberTensor> { let hasFolder = 1; }
def NN_AbsOp : NN_Unary<"abs", "absolute value; its gradient is 0 at 0", NN_NumberTensor>;
def NN_ExpOp : NN_Unary<"exp", "e to the x">;
def NN_Expm1Op : NN_Unary<"expm1", "e to the x, minus 1, precise near 0">;
def NN_LogOp : NN_Unary<"log", "natural logarithm">;
def NN_Log1pOp : NN_Unary<"log1p", "logarithm of 1 + x, precise near 0">;
def NN_SqrtOp : NN_Unary<"sqrt", "square root">;
def NN_RsqrtOp : NN_Unary<"rsqrt", "1 over the square root">;
def NN_SinOp : NN_Unary<"sin", "sine">;
def NN_CosOp : NN_Unary<"cos", "cosine">;
def NN_TanhOp : NN_Unary<"tanh", "hyperbolic tangent">;
def NN_ErfOp : NN_Unary<"erf", "error function">;
def NN_SigmoidOp : NN_Unary<"sigmoid", "1 / (1 + exp(-x))">;
def NN_FloorOp : NN_Unary<"floor", "round down", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_CeilOp : NN_Unary<"ceil", "round up", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_RoundOp : NN_Unary<"round", "round, half to even", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_SignOp : NN_Unary<"sign", "-1, 0 or 1; NaN stays", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_NotOp : NN_Unary<"not", "logical not", NN_BoolTensor, [NN_ZeroGradient]>;

def NN_PowIntOp : NN_Op<"pow_int", [Pure, SameOperandsAndResultType,
                                    NN_Elementwise, NN_Differentiable<>]> {
  let summary = "x multiplied by itself, for a constant integer exponent";
  let arguments = (ins NN_NumberTensor:$input, I64Attr:$exponent);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$input `,` $exponent attr-dict `:` type($result)";
}

def NN_IsNanOp : NN_Op<"is_nan", [Pure, NN_Elementwise, SameOperandsAndResultShape, NN_ZeroGradient]> {
  let summary = "whether x is not a number";
  let arguments = (ins NN_FloatTensor:$input);
  let results = (outs NN_BoolTensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
}

def NN_CastOp : NN_Op<"cast", [Pure, NN_Elementwise, SameOperandsAndResultShape,
                               NN_Differentiable<>]> {
  let summary = "change the element type";
  let description = [{
    To an integer it truncates, saturates, and sends NaN to 0; to bool it tells
    whether the element is not 0.
  }];
  let arguments = (ins NN_Tensor:$input);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let hasFolder = 1;
}

class NN_Binary<string mnemonic, string what, Type type = NN_NumberTensor,
                list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure, SameOperandsAndResultType, NN_Elementwise] # traits> {
  let summary = what;
  let arguments = (ins type:$lhs, type:$rhs);
  let results = (outs type:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($result)";
}

def NN_AddOp : NN_Binary<"add", "x + y">;
def NN_SubOp : NN_Binary<"sub", "x - y"> { let hasFolder = 1; }
def NN_MulOp : NN_Binary<"mul", "x * y"> { let hasFolder = 1; }
def NN_DivOp : NN_Binary<"div", "x / y", NN_FloatTensor> { let hasFolder = 1; }
def NN_PowOp : NN_Binary<"pow", "x to the y; NaN for negative x", NN_FloatTensor>;
def NN_FloorDivOp : NN_Binary<"floordiv", "x / y rounded down", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_ModOp : NN_Binary<"mod", "x - y * floordiv(x, y)">;
def NN_MaxOp : NN_Binary<"max", "the greater; NaN passes, a tie takes y">;
def NN_MinOp : NN_Binary<"min", "the lesser; NaN passes, a tie takes y">;
def NN_AndOp : NN_Binary<"and", "logical and", NN_BoolTensor, [NN_ZeroGradient]>;
def NN_OrOp : NN_Binary<"or", "logical or", NN_BoolTensor, [NN_ZeroGradient]>;

def NN_CmpOp : NN_Op<"cmp", [Pure, NN_Elementwise, SameTypeOperands,
                             SameOperandsAndResultShape, NN_ZeroGradient]> {
  let summary = "compare, as IEEE does";
  let arguments = (ins NN_CmpPredicateAttr:$predicate, NN_Tensor:$lhs, NN_Tensor:$rhs);
  let results = (outs NN_BoolTensor:$result);
  let assemblyFormat = "$predicate $lhs `,` $rhs attr-dict `:` type($lhs) `->` type($result)";
}

def NN_WhereOp : NN_Op<"where", [Pure, NN_Elementwise, SameOperandsAndResultShape,
    AllTypesMatch<["on_true", "on_false", "result"]>,
    NN_Differentiable<>]> {
  let summary = "choose by a condition";
  let arguments = (ins NN_BoolTensor:$condition, NN_Tensor:$on_true, NN_Tensor:$on_false);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$condition `,` $on_true `,` $on_false attr-dict `:` type($condition) `,` type($result)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def NN_ClampOp : NN_Op<"clamp", [Pure, SameOperandsAndResultType, NN_Elementwise, NN_Differentiable<>]> {
  let summary = "min(max(x, low), high); NaN passes";
  let arguments = (ins NN_NumberTensor:$input, NN_NumberTensor:$low, NN_NumberTensor:$high);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$input `,` $low `,` $high attr-dict `:` type($result)";
}

def NN_StopGradientOp : NN_Op<"stop_gradient", [Pure, SameOperandsAndResultType, NN_Elementwise, NN_ZeroGradient]> {
  let summary = "x, as a constant to gradients";
  let arguments = (ins NN_Tensor:$input);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($result)";
}

#endif // NN_ELEMENTWISE_OPS
