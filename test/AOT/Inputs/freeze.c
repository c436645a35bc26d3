/* freeze LIBRARY [ROUNDS]: what a step of each section but the first needs, in
 * hundredths of the first's, and what it learns: with a `freeze`, less.
 *
 *   SECTION: arena A, optimizer O, flops F
 *   SECTION learns: the parameters that one step has changed
 *   SECTION: as SECTION does, where these are equal bits
 *   SECTION: time T, of the fastest of ROUNDS steps, in turn with the others
 */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 128, SECTIONS = 4, TENSORS = 32 };

static nnrt_error error;
static nnrt_program *program;
static const nn_program *raw;
static nnrt_array inputs[2];
/* Of each section: its model, and its parameters after one step from the same
 * initial ones; the last are those initial ones. */
static nnrt_model *models[SECTIONS];
static nnrt_trainer *trainers[SECTIONS];
static char *tensors[SECTIONS + 1][TENSORS];

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Any numbers, and labels below ten. */
static nnrt_array made(const nn_tensor *tensor) {
  nnrt_array array = {.dtype = tensor->dtype, .rank = tensor->rank};
  size_t count = 1;
  for (int i = 0; i < tensor->rank; ++i) {
    array.shape[i] = i ? tensor->axes[i].size : BATCH;
    count *= (size_t)array.shape[i];
  }
  array.bytes = 4 * count;
  array.data = malloc(array.bytes);
  for (size_t i = 0; i < count; ++i)
    if (tensor->dtype == NN_F32)
      ((float *)array.data)[i] = (float)((uint32_t)i * 2654435761u >> 24) / 256;
    else
      ((int32_t *)array.data)[i] = (int32_t)(i % 10);
  return array;
}

static size_t bytesOf(const nn_tensor *tensor) {
  size_t bytes = nnrt_element_bytes(tensor->dtype);
  for (int k = 0; k < tensor->rank; ++k)
    bytes *= (size_t)tensor->axes[k].size;
  return bytes;
}

static void copyAll(nnrt_model *model, char **copies) {
  const nn_model *tables = &raw->models[0];
  for (int i = 0; i < tables->tensor_count; ++i) {
    size_t bytes = bytesOf(&tables->tensors[i]);
    copies[i] = malloc(bytes);
    need(nnrt_model_read(model, tables->tensors[i].path, copies[i], bytes,
                         &error));
  }
}

static void compare(int section) {
  const nn_model *tables = &raw->models[0];
  const char *name = raw->trains[section].name;
  int same = 1;
  printf("%s learns:", name);
  for (int i = 0; i < tables->tensor_count; ++i) {
    const nn_tensor *tensor = &tables->tensors[i];
    size_t bytes = bytesOf(tensor);
    if (tensor->role != NN_PARAMETER ||
        memcmp(tensors[section][i], tensors[SECTIONS][i], bytes) == 0)
      continue;
    same &= memcmp(tensors[section][i], tensors[0][i], bytes) == 0;
    printf(" %s", tensor->path);
  }
  printf("\n");
  if (same)
    printf("%s: as %s does\n", name, raw->trains[0].name);
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[2]) : 0;
  int64_t dims[] = {BATCH};
  double best[SECTIONS] = {0};
  if (argc < 2)
    return 2;
  need(nnrt_open(argv[1], NULL, &program, &error));
  raw = nnrt_descriptor(program);
  const nn_train *first = &raw->trains[0];
  if (raw->train_count > SECTIONS || raw->models[0].tensor_count > TENSORS)
    return 3;
  for (int i = 0; i < 2; ++i)
    inputs[i] = made(&first->train_step.inputs[i]);
  nnrt_trainer_options options = {.struct_size = sizeof options, .seed = 1};
  for (int i = 0; i < raw->train_count; ++i) {
    need(nnrt_model_create(program, NULL, &models[i], &error));
    need(nnrt_model_init(models[i], 1, &error));
    need(nnrt_trainer_create(models[i], raw->trains[i].name, &options,
                             &trainers[i], &error));
    if (!i)
      copyAll(models[i], tensors[SECTIONS]);
    need(nnrt_train_step(trainers[i], inputs, 2, NULL, 0, &error));
    copyAll(models[i], tensors[i]);
  }
  for (int i = 1; i < raw->train_count; ++i) {
    const nn_train *train = &raw->trains[i];
    printf("%s: arena %d, optimizer %d, flops %d\n", train->name,
           (int)(100 * train->train_step.arena_bytes(dims) /
                 first->train_step.arena_bytes(dims)),
           (int)(100 * train->optimizer_bytes / first->optimizer_bytes),
           (int)(100 * train->flops(dims) / first->flops(dims)));
    compare(i);
  }
  for (int round = 0; round < rounds; ++round)
    for (int i = 0; i < raw->train_count; ++i) {
      double start = now();
      need(nnrt_train_step(trainers[i], inputs, 2, NULL, 0, &error));
      double seconds = now() - start;
      if (!round || seconds < best[i])
        best[i] = seconds;
    }
  for (int i = 0; rounds && i < raw->train_count; ++i)
    printf("%s: time %d, %.3f ms\n", raw->trains[i].name,
           (int)(100 * best[i] / best[0]), best[i] * 1e3);
  for (int i = 0; i < raw->train_count; ++i) {
    nnrt_trainer_free(&trainers[i]);
    nnrt_model_free(&models[i]);
  }
  nnrt_close(&program);
  return 0;
}
