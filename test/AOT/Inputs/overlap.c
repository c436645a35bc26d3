/* Memory that a call must not hand over: an error each, and nothing changes. */
#include "xor.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { Bytes = 1 << 16 };

static char *memory[4];
static nn_call call;
static nn_status status;
static float x[64], target[32], logit[32];
static const void *inputs[2];
static void *outputs[1];

static void reset(void) {
  call.parameters = memory[0];
  call.state = memory[1];
  call.optimizer = memory[2];
  call.arena = memory[3];
  inputs[0] = x;
  inputs[1] = target;
  outputs[0] = logit;
}

static void expect(nn_function entry) {
  static char before[4][Bytes];
  for (int i = 0; i < 4; ++i)
    memcpy(before[i], memory[i], Bytes);
  status.path = NULL;
  int32_t code = entry(&call);
  int same = 1;
  for (int i = 0; i < 4; ++i)
    same &= memcmp(before[i], memory[i], Bytes) == 0;
  printf("%d %s: %s%s\n", code, status.path ? status.path : "-",
         code ? status.message : "fine", same || !code ? "" : ", changed");
  reset();
}

int main(void) {
  for (int i = 0; i < 4; ++i)
    memset(memory[i] = aligned_alloc(64, Bytes), 0, Bytes);
  int64_t dims[1] = {4};
  nn_scalar hypers[8];
  for (int i = 0; i < xor_program.hyper_count; ++i)
    hypers[i] = xor_program.hypers[i].value;
  double values[4];
  call.struct_size = sizeof call;
  call.dims = dims;
  call.hypers = hypers;
  call.values = values;
  call.status = &status;
  call.step = 1;
  call.inputs = inputs;
  call.outputs = outputs;
  reset();
  const nn_model *model = &xor_program.models[0];
  const nn_train *train = &xor_program.trains[0];
  if (model->init.function(&call) || train->init.function(&call))
    return 1;
  nn_function infer = model->infer.function, step = train->train_step.function;
  expect(infer);
  outputs[0] = x + 7; /* the last of 8 floats */
  expect(infer);
  outputs[0] = x + 8; /* just behind them */
  expect(infer);
  outputs[0] = memory[0] + model->parameter_bytes - 4;
  expect(infer);
  inputs[0] = memory[3] + 4;
  expect(step);
  inputs[1] = memory[2];
  expect(step);
  inputs[1] = x; /* two inputs may be one */
  expect(step);
  call.optimizer = memory[0];
  expect(step);
  call.arena = memory[0] + 64;
  expect(step);
  call.arena = memory[3] + 4;
  expect(step);
  inputs[1] = NULL;
  expect(step);
  outputs[0] = NULL;
  expect(infer);

  /* An entry with many outputs, which are checked in a loop. */
  static float layers[16][64];
  static void *many[16];
  for (int i = 0; i < 16; ++i)
    many[i] = layers[i];
  call.outputs = many;
  nn_function inspect = train->inspect.function;
  expect(inspect);
  many[8] = NULL;
  expect(inspect);
  many[8] = layers[7] + 31; /* the last of 8 by 4 floats */
  expect(inspect);
  many[8] = layers[7] + 32;
  expect(inspect);
  many[8] = x;
  expect(inspect);
  return 0;
}
