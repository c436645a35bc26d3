/* A step whose loss is not finite changes nothing. */
#include "guard.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *block(int64_t bytes) {
  void *memory = aligned_alloc(64, (size_t)(bytes + 64) / 64 * 64);
  memset(memory, 0, (size_t)(bytes + 64) / 64 * 64);
  return memory;
}

/* All blocks, one after the other. */
static size_t copy(const nn_call *call, char *to) {
  const nn_model *model = &guard_program.models[0];
  const nn_train *train = &guard_program.trains[0];
  size_t at = 0;
  memcpy(to, call->parameters, (size_t)model->parameter_bytes);
  at += (size_t)model->parameter_bytes;
  memcpy(to + at, call->state, (size_t)model->state_bytes);
  at += (size_t)model->state_bytes;
  memcpy(to + at, call->optimizer, (size_t)train->optimizer_bytes);
  return at + (size_t)train->optimizer_bytes;
}

int main(void) {
  const nn_model *model = &guard_program.models[0];
  const nn_train *train = &guard_program.trains[0];
  int64_t dims[1] = {4};
  double values[2];
  nn_status status = {0};
  nn_call call = {0};
  call.struct_size = sizeof call;
  call.parameters = block(model->parameter_bytes);
  call.state = block(model->state_bytes);
  call.optimizer = block(train->optimizer_bytes);
  call.arena = block(1 << 20);
  call.dims = dims;
  call.values = values;
  call.status = &status;
  call.seed = 7;
  if (model->init.function(&call) || train->init.function(&call))
    return 1;
  static char before[1 << 16], after[1 << 16];
  float good[4][2] = {{1, 2}, {3, 4}, {-1, 0}, {2, 2}};
  float bad[3][2] = {{NAN, 1}, {1e30f, 1}, {1, -INFINITY}};
  const void *inputs[1];
  call.inputs = inputs;
  for (int i = 0; i < 12; ++i) {
    /* The body of the section's batch and the one of any batch. */
    dims[0] = 4 - i % 2;
    call.step = ++call.batch_counter;
    inputs[0] = good;
    if (train->train_step.function(&call))
      return 2;
    size_t bytes = copy(&call, before);
    float x[4][2];
    memcpy(x, good, sizeof x);
    memcpy(x[1], bad[i / 2 % 3], sizeof x[1]);
    inputs[0] = x;
    values[1] = 0;
    int32_t code = train->train_step.function(&call);
    copy(&call, after);
    if (code != NN_NOT_FINITE || status.code != code ||
        memcmp(before, after, bytes) != 0 || isfinite(values[0]))
      return 3;
    if (!i)
      printf("code %d: %s\n", code, status.message);
    inputs[0] = good;
    if (train->train_step.function(&call) || !isfinite(values[0]))
      return 4;
    copy(&call, after);
    if (memcmp(before, after, bytes) == 0)
      return 5;
  }
  printf("unchanged\n");
  return 0;
}
