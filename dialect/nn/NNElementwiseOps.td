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

class NN_Unary<string mnemonic, string what, string details,
               Type type = NN_FloatTensor,
               list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure, SameOperandsAndResultType, NN_Elementwise] # traits> {
  let summary = what;
  let description = details # [{

    ```mlir
    %y = nn.}] # mnemonic # [{ %x : tensor<?x}] #
    !if(!eq(mnemonic, "not"), "i1", "f32") # [{, #nn.dims<batch>>
    ```
  }];
  let arguments = (ins type:$input);
  let results = (outs type:$result);
  let assemblyFormat = "$input attr-dict `:` type($result)";
}

def NN_NegOp : NN_Unary<"neg", "minus x",
    "-x; integers wrap. dx = -dy.", NN_NumberTensor> { let hasFolder = 1; }
def NN_AbsOp : NN_Unary<"abs", "absolute value; its gradient is 0 at 0",
    "|x|; the least integer stays itself. dx = dy * sign(x), 0 at 0.", NN_NumberTensor>;
def NN_ExpOp : NN_Unary<"exp", "e to the x",
    "e^x. dx = dy * y.">;
def NN_Expm1Op : NN_Unary<"expm1", "e to the x, minus 1, precise near 0",
    "e^x - 1 without cancellation near 0. dx = dy * (y + 1).">;
def NN_LogOp : NN_Unary<"log", "natural logarithm",
    "ln x: -inf at 0, NaN below. dx = dy / x, 0 where dy is 0.">;
def NN_Log1pOp : NN_Unary<"log1p", "logarithm of 1 + x, precise near 0",
    "ln(1 + x) without cancellation near 0. dx = dy / (1 + x), 0 where dy is 0.">;
def NN_SqrtOp : NN_Unary<"sqrt", "square root",
    "NaN for negative x. dx = dy / (2 y), 0 where dy is 0.">;
def NN_RsqrtOp : NN_Unary<"rsqrt", "1 over the square root",
    "1 / sqrt(x): inf at 0, NaN below. dx = -dy * y^3 / 2, 0 where dy is 0.">;
def NN_SinOp : NN_Unary<"sin", "sine",
    "Of radians. dx = dy * cos(x).">;
def NN_CosOp : NN_Unary<"cos", "cosine",
    "Of radians. dx = -dy * sin(x).">;
def NN_TanhOp : NN_Unary<"tanh", "hyperbolic tangent",
    "dx = dy * (1 - y^2): the rule reads the result.">;
def NN_ErfOp : NN_Unary<"erf", "error function",
    "2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. dx = dy * 2/sqrt(pi) * exp(-x^2).">;
def NN_SigmoidOp : NN_Unary<"sigmoid", "1 / (1 + exp(-x))",
    "1 / (1 + e^-x), computed without overflow. dx = dy * y * (1 - y): the rule reads the result.">;
def NN_FloorOp : NN_Unary<"floor", "round down",
    "The greatest integer not above x. Its gradient is zero.", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_CeilOp : NN_Unary<"ceil", "round up",
    "The least integer not below x. Its gradient is zero.", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_RoundOp : NN_Unary<"round", "round, half to even",
    "The nearest integer, halves to the even one. Its gradient is zero.", NN_FloatTensor, [NN_ZeroGradient]>;
def NN_SignOp : NN_Unary<"sign", "-1, 0 or 1; NaN stays",
    "-1 below 0, 1 above, 0 at both zeros; NaN stays. Its gradient is zero.", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_NotOp : NN_Unary<"not", "logical not",
    "True where x is false.", NN_BoolTensor, [NN_ZeroGradient]>;

def NN_PowIntOp : NN_Op<"pow_int", [Pure, SameOperandsAndResultType,
                                    NN_Elementwise, NN_Differentiable<>]> {
  let summary = "x multiplied by itself, for a constant integer exponent";
  let description = [{
    x * x * ... for `exponent` > 0, 1 for 0, 1 / x^-n below: negative x is fine,
    and 0^0 is 1 (language 2.8, rule 22). dx = dy * n * x^(n-1).

    ```mlir
    %y = nn.pow_int %x, 2 : tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_NumberTensor:$input, I64Attr:$exponent);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$input `,` $exponent attr-dict `:` type($result)";
}

def NN_IsNanOp : NN_Op<"is_nan", [Pure, NN_Elementwise, SameOperandsAndResultShape, NN_ZeroGradient]> {
  let summary = "whether x is not a number";
  let description = [{
    ```mlir
    %nan = nn.is_nan %x : tensor<3xf32> -> tensor<3xi1>
    ```
  }];
  let arguments = (ins NN_FloatTensor:$input);
  let results = (outs NN_BoolTensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
}

def NN_CastOp : NN_Op<"cast", [Pure, NN_Elementwise, SameOperandsAndResultShape,
                               NN_Differentiable<>]> {
  let summary = "change the element type";
  let description = [{
    To an integer it truncates, saturates, and sends NaN to 0; to bool it tells
    whether the element is not 0. From a float to a float, dx = cast(dy); else
    the gradient is zero.

    ```mlir
    %y = nn.cast %x : tensor<3xi32> -> tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let hasFolder = 1;
}

class NN_Binary<string mnemonic, string what, string details,
                Type type = NN_NumberTensor,
                list<Trait> traits = [NN_Differentiable<>]>
    : NN_Op<mnemonic, [Pure, SameOperandsAndResultType, NN_Elementwise] # traits> {
  let summary = what;
  let description = details # [{

    ```mlir
    %z = nn.}] # mnemonic # [{ %x, %y : tensor<3x4x}] #
    !cond(!eq(mnemonic, "and") : "i1", !eq(mnemonic, "or") : "i1",
          true : "f32") # [{>
    ```
  }];
  let arguments = (ins type:$lhs, type:$rhs);
  let results = (outs type:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($result)";
}

def NN_AddOp : NN_Binary<"add", "x + y",
    "Integers wrap. dx = dz, dy = dz."> { let hasFolder = 1; }
def NN_SubOp : NN_Binary<"sub", "x - y",
    "Integers wrap. dx = dz, dy = -dz."> { let hasFolder = 1; }
def NN_MulOp : NN_Binary<"mul", "x * y",
    "Integers wrap. dx = dz * y, dy = dz * x."> { let hasFolder = 1; }
def NN_DivOp : NN_Binary<"div", "x / y",
    "IEEE division. dx = dz / y, dy = -dz * z / y; both 0 where dz is 0.", NN_FloatTensor> { let hasFolder = 1; }
def NN_PowOp : NN_Binary<"pow", "x to the y; NaN for negative x",
    "NaN for negative x, 1 for y = 0. dx = dz * y * x^(y-1), dy = dz * z * ln x; both 0 where dz is 0. A constant integer exponent is `nn.pow_int`.", NN_FloatTensor>;
def NN_FloorDivOp : NN_Binary<"floordiv", "x / y rounded down",
    "floor(x / y); on integers 0 where y is 0. Its gradient is zero.", NN_NumberTensor, [NN_ZeroGradient]>;
def NN_ModOp : NN_Binary<"mod", "x - y * floordiv(x, y)",
    "The remainder of `nn.floordiv`, with the sign of y; on integers 0 where y is 0. dx = dz, dy = -dz * floordiv(x, y).">;
def NN_MaxOp : NN_Binary<"max", "the greater; NaN passes, a tie takes y",
    "A NaN on either side passes on. At a tie the gradient goes to y, so that relu'(0) = 0.">;
def NN_MinOp : NN_Binary<"min", "the lesser; NaN passes, a tie takes y",
    "A NaN on either side passes on. At a tie the gradient goes to y.">;
def NN_AndOp : NN_Binary<"and", "logical and",
    "True where both are.", NN_BoolTensor, [NN_ZeroGradient]>;
def NN_OrOp : NN_Binary<"or", "logical or",
    "True where one is.", NN_BoolTensor, [NN_ZeroGradient]>;

def NN_CmpOp : NN_Op<"cmp", [Pure, NN_Elementwise, SameTypeOperands,
                             SameOperandsAndResultShape, NN_ZeroGradient]> {
  let summary = "compare, as IEEE does";
  let description = [{
    Every comparison with NaN but `ne` is false. Bools are ordered false < true.

    ```mlir
    %less = nn.cmp lt %x, %y : tensor<3xf32> -> tensor<3xi1>
    ```
  }];
  let arguments = (ins NN_CmpPredicateAttr:$predicate, NN_Tensor:$lhs, NN_Tensor:$rhs);
  let results = (outs NN_BoolTensor:$result);
  let assemblyFormat = "$predicate $lhs `,` $rhs attr-dict `:` type($lhs) `->` type($result)";
}

def NN_WhereOp : NN_Op<"where", [Pure, NN_Elementwise, SameOperandsAndResultShape,
    AllTypesMatch<["on_true", "on_false", "result"]>,
    NN_Differentiable<>]> {
  let summary = "choose by a condition";
  let description = [{
    Takes `on_true` where the condition holds, else `on_false`. A cotangent goes to
    the branch taken; the other one gets 0, never NaN.

    ```mlir
    %z = nn.where %c, %x, %y : tensor<3xi1>, tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_BoolTensor:$condition, NN_Tensor:$on_true, NN_Tensor:$on_false);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$condition `,` $on_true `,` $on_false attr-dict `:` type($condition) `,` type($result)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def NN_ClampOp : NN_Op<"clamp", [Pure, SameOperandsAndResultType, NN_Elementwise, NN_Differentiable<>]> {
  let summary = "min(max(x, low), high); NaN passes";
  let description = [{
    The gradient goes to x strictly between the bounds and is 0 at both ends
    (language 2.8, rule 47).

    ```mlir
    %y = nn.clamp %x, %low, %high : tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_NumberTensor:$input, NN_NumberTensor:$low, NN_NumberTensor:$high);
  let results = (outs NN_NumberTensor:$result);
  let assemblyFormat = "$input `,` $low `,` $high attr-dict `:` type($result)";
}

def NN_StopGradientOp : NN_Op<"stop_gradient", [Pure, SameOperandsAndResultType, NN_Elementwise, NN_ZeroGradient]> {
  let summary = "x, as a constant to gradients";
  let description = [{
    ```mlir
    %c = nn.stop_gradient %x : tensor<3xf32>
    ```
  }];
  let arguments = (ins NN_Tensor:$input);
  let results = (outs NN_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($result)";
}

#endif // NN_ELEMENTWISE_OPS
