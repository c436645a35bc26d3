//===- GradCheckTest.cpp - Tests of gradcheck on a program by hand --------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/GradCheck.h"
#include "Testing.h"

#include <cmath>
#include <cstring>

using namespace nnc::rt;

namespace {

/// What the derivative of `weight` is multiplied with: 1 is right.
double factor = 1;
/// Whether the loss has a kink wherever its inputs are.
bool rough = false;

constexpr int width = 3;

/// loss = mean over the batch of tanh(x . weight) * (1 + label) + state, with
/// the weight stored in reverse, and a state that each call changes.
int32_t gradients(const nn_call *call) {
  auto *weight = static_cast<const double *>(call->parameters);
  auto *state = static_cast<double *>(call->state);
  auto *x = static_cast<const double *>(call->inputs[0]);
  auto *label = static_cast<const int32_t *>(call->inputs[1]);
  auto *dWeight = static_cast<double *>(call->outputs[0]);
  auto *dX = static_cast<double *>(call->outputs[1]);
  int64_t batch = call->dims[0];
  std::fill(dWeight, dWeight + width, 0);
  call->values[0] = *state;
  *state += 1;
  for (int64_t i = 0; i < batch; ++i) {
    double sum = 0, scale = double(1 + label[i]) / double(batch);
    for (int k = 0; k < width; ++k)
      sum += x[i * width + k] * weight[width - 1 - k];
    double y = std::tanh(sum);
    call->values[0] += y * scale;
    if (rough)
      call->values[0] += std::fabs(std::remainder(sum, 1e-7));
    for (int k = 0; k < width; ++k) {
      double slope = (1 - y * y) * scale;
      dWeight[k] += factor * slope * x[i * width + k];
      dX[i * width + k] = slope * weight[width - 1 - k];
    }
  }
  return NN_OK;
}

int32_t objective(const nn_call *call) {
  double dWeight[width], dX[16 * width];
  void *const outputs[] = {dWeight, dX};
  nn_call inner = *call;
  inner.outputs = outputs;
  return gradients(&inner);
}

int32_t init(const nn_call *call) {
  auto *weight = static_cast<double *>(call->parameters);
  for (int k = 0; k < width; ++k)
    weight[k] = 0.3 * k - 0.2;
  return NN_OK;
}

void reverse(int32_t, int32_t, const void *from, void *to) {
  for (int k = 0; k < width; ++k)
    static_cast<double *>(to)[k] =
        static_cast<const double *>(from)[width - 1 - k];
}

nn_tensor tensor(const char *path, int32_t role, int32_t dtype, bool batch,
                 bool wide) {
  nn_tensor result{};
  result.path = path;
  result.role = role;
  result.dtype = dtype;
  result.stack_index = -1;
  if (batch)
    result.axes[result.rank++] = {-1, "batch", 0, nullptr};
  if (wide)
    result.axes[result.rank++] = {width, nullptr, -1, nullptr};
  return result;
}

GradCheckResult check() {
  nn_dim dim{"batch", 1, INT64_MAX};
  nn_tensor tensors[] = {tensor("weight", NN_PARAMETER, NN_F64, false, true),
                         tensor("state", NN_STATE, NN_F64, false, false)};
  tensors[0].packed = 1;
  nn_tensor inputs[] = {tensor("x", NN_INPUT, NN_F64, true, true),
                        tensor("label", NN_INPUT, NN_I32, true, false)};
  nn_tensor outputs[] = {tensor("weight", NN_PARAMETER, NN_F64, false, true),
                         tensor("x", NN_INPUT, NN_F64, true, true)};
  nn_model model{};
  model.name = "M";
  model.tensors = tensors;
  model.tensor_count = 2;
  model.parameter_bytes = 64;
  model.state_bytes = 64;
  model.init.function = init;
  model.pack = model.unpack = reverse;
  nn_train train{};
  train.name = "M";
  const char *names[] = {"loss"};
  train.gradients = {gradients, nullptr, inputs, outputs, names,
                     nullptr,   2,       2,      1,       0};
  train.objective = {objective, nullptr, inputs, nullptr, names,
                     nullptr,   2,       0,      1,       0};
  nn_program raw{};
  raw.magic = NN_PROGRAM_MAGIC;
  raw.abi_version = NN_ABI_VERSION;
  raw.struct_size = sizeof raw;
  raw.name = "m";
  raw.dims = &dim;
  raw.models = &model;
  raw.trains = &train;
  raw.dim_count = raw.model_count = raw.train_count = 1;
  Program program(&raw, "m.nn");
  return checkGradients(program, 0);
}

} // namespace

TEST(gradcheck_accepts_right_derivatives) {
  GradCheckResult result = check();
  EXPECT(result.passed);
  EXPECT_EQ(result.tensors.size(), size_t(2));
  EXPECT_EQ(result.tensors[0].elements, 3);
  EXPECT_EQ(result.tensors[1].elements, 8); // Of 3 x 3.
  EXPECT(result.worst < 1e-8);
}

TEST(gradcheck_finds_wrong_derivatives) {
  factor = 1 + 1e-5;
  GradCheckResult result = check();
  EXPECT(!result.passed);
  EXPECT(std::fabs(result.tensors[0].worst - 1e-5) < 1e-7);
  EXPECT(result.tensors[1].worst < 1e-8);
  factor = -1;
  EXPECT(!check().passed);
  factor = 0;
  EXPECT(!check().passed);
  factor = NAN;
  EXPECT(!check().passed);
  factor = 1;
}

TEST(gradcheck_fails_on_too_many_kinks) {
  rough = true;
  GradCheckResult result = check();
  EXPECT(!result.passed);
  EXPECT(result.kinks > 1);
  rough = false;
}
