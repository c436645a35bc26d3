/* Learning on the device: digits from another scanner, which shows them light
 * on dark, are learned from a few batches at a time. A checkpoint is kept, so
 * that the next start goes on where this one ended, to the bit.
 *
 *   finetune scan.so weights.safetensors digits.csv checkpoint steps
 *
 * The first run starts from the weights, later ones from the checkpoint. */
#include "digits.h"
#include "nnrt/nnrt.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BATCH = 32, TAUGHT = 1024 };

static nnrt_error error;

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

static void batchOf(const Digits *digits, int64_t first, int64_t count,
                    nnrt_array inputs[2]) {
  inputs[0] = (nnrt_array){.data = (void *)digits->pixels[first],
                           .bytes = (size_t)count * PIXELS * sizeof(float),
                           .dtype = NN_F32,
                           .rank = 2,
                           .shape = {count, PIXELS}};
  inputs[1] = (nnrt_array){.data = (void *)&digits->labels[first],
                           .bytes = (size_t)count * sizeof(int32_t),
                           .dtype = NN_I32,
                           .rank = 1,
                           .shape = {count}};
}

/* The accuracy on what was not taught. */
static double measure(nnrt_trainer *trainer, const Digits *digits) {
  nnrt_array inputs[2];
  double values[2]; /* loss, accuracy: eval_step.values */
  batchOf(digits, TAUGHT, digits->count - TAUGHT, inputs);
  need(nnrt_eval_step(trainer, inputs, 2, values, 2, &error));
  return values[1];
}

int main(int argc, char **argv) {
  static Digits digits;
  if (argc != 6 || !readDigits(argv[3], &digits) || digits.count <= TAUGHT) {
    fprintf(stderr, "finetune LIBRARY WEIGHTS DIGITS.csv CHECKPOINT STEPS\n");
    return 2;
  }
  for (int64_t i = 0; i < digits.count; ++i)
    for (int k = 0; k < PIXELS; ++k)
      digits.pixels[i][k] = 1 - digits.pixels[i][k];

  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  nnrt_trainer *trainer = NULL;
  need(nnrt_open(argv[1], NULL, &program, &error));
  need(nnrt_set(program, "lr", "0.01", &error));
  need(nnrt_model_create(program, NULL, &model, &error));
  nnrt_trainer_options options = {.struct_size = sizeof options,
                                  .seed = 7,
                                  .batches_per_epoch = TAUGHT / BATCH};
  need(nnrt_trainer_create(model, "field", &options, &trainer, &error));
  if (access(argv[4], F_OK) == 0)
    need(nnrt_trainer_load(trainer, argv[4], &error));
  else
    need(nnrt_model_load(model, argv[2], 0, &error));

  nnrt_position position;
  need(nnrt_trainer_position(trainer, &position, &error));
  printf("step %lld: %.3f right\n", (long long)position.step,
         measure(trainer, &digits));
  for (int step = atoi(argv[5]); step > 0; --step) {
    nnrt_array inputs[2];
    batchOf(&digits, position.position * BATCH, BATCH, inputs);
    need(nnrt_train_step(trainer, inputs, 2, NULL, 0, &error));
    need(nnrt_trainer_position(trainer, &position, &error));
  }
  printf("step %lld: %.3f right\n", (long long)position.step,
         measure(trainer, &digits));
  need(nnrt_trainer_save(trainer, argv[4], &error));

  nnrt_trainer_free(&trainer);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
