/* A user's program around nnrt: trains a library, keeps the weights, and asks
 * the model. embed LIBRARY OUT */
#include "nnrt/nnrt.h"
#include <stdio.h>
#include <stdlib.h>

static void check(int good, const nnrt_error *error) {
  if (good)
    return;
  fprintf(stderr, "%d %s\n", error->code, error->message);
  exit(1);
}

static void count(void *context, const char *line) {
  (void)line;
  ++*(int *)context;
}

int main(int argc, char **argv) {
  nnrt_error error;
  if (argc != 3)
    return 2;
  nnrt_program *program = nnrt_open(argv[1], &error);
  check(program != NULL, &error);
  check(nnrt_set(program, "lr", "0.04", &error), &error);
  printf("threads %d\n", nnrt_set_threads(program, 4));

  int lines = 0;
  nnrt_train_options options = {.struct_size = sizeof options,
                                .out = argv[2],
                                .epochs = 30,
                                .report = count,
                                .context = &lines};
  char *summary = nnrt_train(program, NULL, &options, &error);
  check(summary != NULL, &error);
  printf("%d lines\n%s\n", lines, summary);
  nnrt_free(summary);

  nnrt_model *model = nnrt_model_create(program, "Linear", &error);
  check(model != NULL, &error);
  char path[512];
  snprintf(path, sizeof path, "%s/weights.safetensors", argv[2]);
  check(nnrt_model_load(model, path, &error), &error);
  float weight[2];
  check(nnrt_model_read(model, "fc.weight", weight, sizeof weight, &error),
        &error);
  printf("weight %.2f %.2f\n", weight[0], weight[1]);
  weight[0] = 10;
  check(nnrt_model_write(model, "fc.weight", weight, sizeof weight, &error),
        &error);
  float x[3][2] = {{0, 0}, {1, 0}, {0, 1}}, price[3];
  int64_t dims[] = {3};
  const void *inputs[] = {x};
  void *outputs[] = {price};
  check(nnrt_model_infer(model, dims, inputs, outputs, &error), &error);
  printf("price %.2f %.2f %.2f\n", price[0], price[1], price[2]);

  dims[0] = 0;
  printf("refused: %d\n",
         nnrt_model_infer(model, dims, inputs, outputs, &error));
  printf("%d %s\n", error.code, error.message);
  printf("refused: %d\n",
         nnrt_model_read(model, "fc.weight", weight, 4, &error));
  printf("%s\n", error.message);
  nnrt_model_free(model);
  nnrt_close(program);
  return 0;
}
