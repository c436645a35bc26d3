//===- Fold.cpp - Ops on numbers that are known ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fold.h"

#include <cmath>

using namespace nnc;
using typed::Op;

std::optional<double> nnc::fold(Op op, double x) {
  switch (op) {
  case Op::Neg:
    return -x;
  case Op::Abs:
    return std::fabs(x);
  case Op::Exp:
    return std::exp(x);
  case Op::Expm1:
    return std::expm1(x);
  case Op::Log:
    return std::log(x);
  case Op::Log1p:
    return std::log1p(x);
  case Op::Sqrt:
    return std::sqrt(x);
  case Op::Rsqrt:
    return 1 / std::sqrt(x);
  case Op::Sin:
    return std::sin(x);
  case Op::Cos:
    return std::cos(x);
  case Op::Tanh:
    return std::tanh(x);
  case Op::Erf:
    return std::erf(x);
  case Op::Sigmoid:
    return 1 / (1 + std::exp(-x));
  case Op::Floor:
    return std::floor(x);
  case Op::Ceil:
    return std::ceil(x);
  case Op::Round:
    return std::nearbyint(x);
  case Op::Sign:
    return double((x > 0) - (x < 0));
  default:
    return std::nullopt;
  }
}

std::optional<double> nnc::fold(Op op, double x, double y) {
  switch (op) {
  case Op::Add:
    return x + y;
  case Op::Sub:
    return x - y;
  case Op::Mul:
    return x * y;
  case Op::Div:
    return x / y;
  case Op::FloorDiv:
    return std::floor(x / y);
  case Op::Mod:
    return x - y * std::floor(x / y);
  case Op::Pow:
    return std::pow(x, y);
  case Op::Max:
    return std::max(x, y);
  case Op::Min:
    return std::min(x, y);
  default:
    return std::nullopt;
  }
}
