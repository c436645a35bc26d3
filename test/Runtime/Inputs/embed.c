/* A user's program around nnrt: trains a library, keeps the weights, and asks
 * the model. embed LIBRARY OUT */
#include "nnrt/train.h"
#include <stdio.h>
#include <stdlib.h>

static nnrt_error error;

static void check(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%d %s\n", code, error.message);
  exit(1);
}

static void count(void *context, const char *line) {
  (void)line;
  ++*(int *)context;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  nnrt_program *program = NULL;
  check(nnrt_open(argv[1], NULL, &program, &error));
  check(nnrt_set(program, "lr", "0.04", &error));
  int32_t threads;
  check(nnrt_set_threads(program, 4, &threads, &error));
  printf("threads %d\n", threads);

  int lines = 0;
  nnrt_train_options options = {.struct_size = sizeof options,
                                .out = argv[2],
                                .epochs = 30,
                                .report = count,
                                .context = &lines};
  char *summary;
  check(nnrt_train(program, NULL, &options, &summary, &error));
  printf("%d lines\n%s\n", lines, summary);
  nnrt_free(summary);

  nnrt_model *model = NULL;
  check(nnrt_model_create(program, "Linear", &model, &error));
  char path[512];
  snprintf(path, sizeof path, "%s/weights.safetensors", argv[2]);
  check(nnrt_evaluate(program, NULL, NULL, path, &summary, &error));
  printf("%s\n", summary);
  nnrt_free(summary);
  check(nnrt_model_load(model, path, 0, &error));
  float weight[2];
  check(nnrt_model_read(model, "fc.weight", weight, sizeof weight, &error));
  printf("weight %.2f %.2f\n", weight[0], weight[1]);
  weight[0] = 10;
  check(nnrt_model_write(model, "fc.weight", weight, sizeof weight, &error));
  float x[3][2] = {{0, 0}, {1, 0}, {0, 1}}, price[3];
  nnrt_array input = {x, sizeof x, NN_F32, 2, {3, 2}};
  nnrt_array output = {price, sizeof price, 0, 0, {0}};
  check(nnrt_infer(model, &input, 1, &output, 1, NULL, 0, &error));
  printf("price %.2f %.2f %.2f of %d\n", price[0], price[1], price[2],
         (int)output.shape[0]);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
