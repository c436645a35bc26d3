/* Trains XOR through the generated header alone. */
#include "xor.h"
#include <stdio.h>
#include <stdlib.h>

static void *block(int64_t bytes) {
  void *memory = aligned_alloc(64, (size_t)(bytes + 64) / 64 * 64);
  return memory;
}

int main(void) {
  const nn_model *model = &xor_program.models[0];
  const nn_train *train = &xor_program.trains[0];
  int64_t dims[1] = {4};
  nn_scalar hypers[8];
  for (int i = 0; i < xor_program.hyper_count; ++i)
    hypers[i] = xor_program.hypers[i].value;
  double values[4];
  nn_status status = {0};
  nn_call call = {0};
  call.parameters = block(model->parameter_bytes);
  call.state = block(model->state_bytes);
  call.optimizer = block(train->optimizer_bytes);
  call.arena = block(1 << 20);
  call.dims = dims;
  call.hypers = hypers;
  call.values = values;
  call.status = &status;
  call.seed = 7;
  if (xor_Xor_init(&call) || xor_Xor_train_init(&call))
    return 1;
  float x[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, target[4] = {0, 1, 1, 0};
  if (xor_Xor_train_train_step_arena_bytes(dims) > 1 << 20)
    return 2;
  for (call.step = 1; call.step <= 500; ++call.step, ++call.batch_counter)
    if (xor_Xor_train_train_step(&call, x[0], target))
      return 3;
  printf("loss %s\n", values[0] < 0.05 ? "small" : "large");
  float logit[4];
  if (xor_Xor_infer(&call, x[0], logit))
    return 4;
  printf("answers %d %d %d %d\n", logit[0] > 0, logit[1] > 0, logit[2] > 0,
         logit[3] > 0);
  dims[0] = 0;
  int32_t code = xor_Xor_infer(&call, x[0], logit);
  printf("code %d: %s\n", code, status.message);
  call.parameters = NULL;
  dims[0] = 3;
  code = xor_Xor_infer(&call, x[0], logit);
  printf("code %d: %s\n", code, status.message);
  return 0;
}
