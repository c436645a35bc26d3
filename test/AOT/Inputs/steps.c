/* steps scan.so STEPS LOGITS WEIGHTS: trains from initial values, then infers;
 * writes the logits as they are in memory. With -DLINKED=NAME the program is
 * linked in, and the first argument is not used; STEPS 0 keeps the weights that
 * are embedded, or with a fifth argument those of that file. */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>

enum { BATCH = 50 };

#ifdef LINKED
extern const nn_program LINKED;
#define OPEN(path) nnrt_wrap(&LINKED, NULL, &program, &error)
#else
#define OPEN(path) nnrt_open(path, NULL, &program, &error)
#endif

static nnrt_error error;

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

int main(int argc, char **argv) {
  static float pixels[BATCH][64], logits[BATCH][10];
  static int32_t labels[BATCH];
  if (argc < 5)
    return 2;
  for (int i = 0; i < BATCH; ++i) {
    labels[i] = i % 10;
    for (int k = 0; k < 64; ++k)
      pixels[i][k] = (float)((i * 31 + k * 7) % 17) / 16;
  }
  nnrt_array inputs[2] = {{pixels, sizeof pixels, NN_F32, 2, {BATCH, 64}},
                          {labels, sizeof labels, NN_I32, 1, {BATCH}}};
  nnrt_array output = {logits, sizeof logits, 0, 0, {0}};
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  nnrt_trainer *trainer = NULL;
  need(OPEN(argv[1]));
  need(nnrt_model_create(program, NULL, &model, &error));
  if (argc > 5)
    need(nnrt_model_load(model, argv[5], 0, &error));
  if (atoi(argv[2]) > 0) {
    need(nnrt_model_init(model, 1, &error));
    need(nnrt_trainer_create(model, NULL, NULL, &trainer, &error));
  }
  for (int step = atoi(argv[2]); step > 0; --step)
    need(nnrt_train_step(trainer, inputs, 2, NULL, 0, &error));
  need(nnrt_infer(model, inputs, 1, &output, 1, NULL, 0, &error));
  FILE *file = fopen(argv[3], "wb");
  if (!file || fwrite(logits, sizeof logits, 1, file) != 1 || fclose(file))
    return 3;
  need(nnrt_model_save(model, argv[4], &error));
  nnrt_trainer_free(&trainer);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
