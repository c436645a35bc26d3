/* freeze lenet.so: the arena and the time of a step of the section `last`,
 * which learns in one layer, in hundredths of those of `whole`. */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCH = 128, ROUNDS = 25 };

static nnrt_error error;

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

int main(int argc, char **argv) {
  static float images[BATCH][28][28];
  static int32_t labels[BATCH];
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  static const char *const names[] = {"whole", "last"};
  nnrt_trainer *trainers[2] = {NULL, NULL};
  double best[2] = {1e9, 1e9};
  if (argc != 2)
    return 2;
  for (int i = 0; i < BATCH * 784; ++i)
    images[i / 784][i / 28 % 28][i % 28] = (float)(i * 2654435761u >> 24) / 256;
  for (int i = 0; i < BATCH; ++i)
    labels[i] = i % 10;
  need(nnrt_open(argv[1], NULL, &program, &error));
  need(nnrt_model_create(program, NULL, &model, &error));
  need(nnrt_model_init(model, 1, &error));
  nnrt_array inputs[2] = {
      {images, sizeof images, NN_F32, 4, {BATCH, 1, 28, 28}},
      {labels, sizeof labels, NN_I32, 1, {BATCH}}};
  const nn_program *raw = nnrt_descriptor(program);
  int64_t dims[] = {BATCH}, arena[2];
  for (int i = 0; i < 2; ++i) {
    need(nnrt_trainer_create(model, names[i], NULL, &trainers[i], &error));
    arena[i] = raw->trains[i].train_step.arena_bytes(dims);
  }
  for (int round = 0; round < ROUNDS; ++round)
    for (int i = 0; i < 2; ++i) {
      double start = now();
      need(nnrt_train_step(trainers[i], inputs, 2, NULL, 0, &error));
      double seconds = now() - start;
      if (seconds < best[i])
        best[i] = seconds;
    }
  fprintf(stderr, "whole %.3f ms, last %.3f ms\n", best[0] * 1e3,
          best[1] * 1e3);
  printf("arena %d\n", (int)(100 * arena[1] / arena[0]));
  printf("time %d\n", (int)(100 * best[1] / best[0]));
  for (int i = 0; i < 2; ++i)
    nnrt_trainer_free(&trainers[i]);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
