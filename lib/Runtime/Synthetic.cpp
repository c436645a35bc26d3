//===- Synthetic.cpp - Inputs for calls that need no data -----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Synthetic.h"
#include "Runtime/Philox.h"

#include <algorithm>

namespace nnc::rt {

void bindFreeDims(const Program &program, const nn_entry &entry, int64_t batch,
                  int64_t least, std::vector<int64_t> &dims) {
  for (size_t i = 0; i < dims.size(); ++i) {
    const nn_dim &dim = program->dims[i];
    dims[i] = std::min(std::max(least, dim.minimum), dim.maximum);
  }
  bindBatch(entry, batch, dims);
}

void bindBatch(const nn_entry &entry, int64_t batch,
               std::vector<int64_t> &dims) {
  for (int i = 0; i < entry.input_count; ++i)
    if (entry.inputs[i].rank > 0 && entry.inputs[i].axes[0].dim >= 0)
      dims[size_t(entry.inputs[i].axes[0].dim)] = batch;
}

std::optional<int64_t> boundBatch(const nn_entry &entry,
                                  const std::vector<int64_t> &dims) {
  for (int i = 0; i < entry.input_count; ++i)
    if (entry.inputs[i].rank > 0 && entry.inputs[i].axes[0].dim >= 0)
      return dims[size_t(entry.inputs[i].axes[0].dim)];
  return std::nullopt;
}

std::vector<Array> syntheticInputs(const nn_entry &entry,
                                   const std::vector<int64_t> &dims) {
  std::vector<Array> arrays;
  for (int i = 0; i < entry.input_count; ++i) {
    const nn_tensor &input = entry.inputs[i];
    Array wide(Element::F64, shapeOf(input, dims));
    Draws draws(0, Stream::Input, uint64_t(i));
    for (int64_t k = 0; k < wide.count(); ++k)
      wide.as<double>()[k] = isFloat(Element(input.dtype))
                                 ? draws.normal()
                                 : double(draws.below(2));
    Array &array = arrays.emplace_back(Element(input.dtype), wide.shape);
    convert(wide.type, wide.bytes.data(), array.type, array.bytes.data(),
            wide.count());
  }
  return arrays;
}

std::vector<const void *> addresses(const std::vector<Array> &arrays) {
  std::vector<const void *> pointers;
  for (const Array &array : arrays)
    pointers.push_back(array.bytes.data());
  return pointers;
}

} // namespace nnc::rt
