//===- Keys.cpp - nnc-run keys and diff -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Runtime/Failure.h"
#include "Runtime/Safetensors.h"

#include <cmath>
#include <cstdio>

namespace nnc::run {

using namespace rt;

static Array widened(const Array &array) {
  Array wide(Element::F64, array.shape);
  convert(array.type, array.bytes.data(), wide.type, wide.bytes.data(),
          array.count());
  return wide;
}

int runKeys(const Arguments &arguments) {
  for (const std::string &path : arguments.files) {
    TensorFile file = readSafetensors(path);
    if (arguments.files.size() > 1)
      std::printf("%s\n", path.c_str());
    int64_t count = 0;
    for (const auto &[name, array] : file.tensors) {
      std::printf("%-40s %s\n", name.c_str(), array.describe().c_str());
      count += array.count();
    }
    for (const auto &[key, value] : file.metadata)
      std::printf("# %s = %s\n", key.c_str(), value.c_str());
    std::printf("%zu tensors, %lld elements\n", file.tensors.size(),
                static_cast<long long>(count));
  }
  return Done;
}

int runDiff(const Arguments &arguments) {
  TensorFile left = readSafetensors(arguments.files[0]);
  TensorFile right = readSafetensors(arguments.files[1]);
  int differences = 0;
  for (const auto &[name, array] : left.tensors) {
    const Array *other = right.find(name);
    if (!other || other->describe() != array.describe()) {
      std::printf("%-40s %s, %s\n", name.c_str(), array.describe().c_str(),
                  other ? other->describe().c_str() : "missing");
      ++differences;
      continue;
    }
    if (other->bytes == array.bytes)
      continue;
    ++differences;
    Array a = widened(array), b = widened(*other);
    double largest = 0, distance = 0, norm = 0;
    for (int64_t i = 0; i < a.count(); ++i) {
      double delta = a.as<double>()[i] - b.as<double>()[i];
      largest = std::fmax(largest, std::fabs(delta));
      distance += delta * delta;
      norm += a.as<double>()[i] * a.as<double>()[i];
    }
    std::printf("%-40s %s largest difference %.3g, relative norm %.3g\n",
                name.c_str(), array.describe().c_str(), largest,
                norm > 0 ? std::sqrt(distance / norm) : std::sqrt(distance));
  }
  for (const auto &[name, array] : right.tensors)
    if (!left.find(name)) {
      std::printf("%-40s missing, %s\n", name.c_str(),
                  array.describe().c_str());
      ++differences;
    }
  std::printf("%d of %zu tensors differ\n", differences, left.tensors.size());
  return differences ? UserError : Done;
}

} // namespace nnc::run
