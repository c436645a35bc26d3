/* Inference in C: loads a library and its weights, and reads digits.
 *
 *   infer scan.so weights.safetensors digits.csv */
#include "digits.h"
#include "nnrt/nnrt.h"

#include <stdlib.h>

static nnrt_error error;

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

int main(int argc, char **argv) {
  static Digits digits;
  if (argc != 4 || !readDigits(argv[3], &digits)) {
    fprintf(stderr, "infer LIBRARY WEIGHTS DIGITS.csv\n");
    return 2;
  }
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  need(nnrt_open(argv[1], NULL, &program, &error));
  need(nnrt_model_create(program, NULL, &model, &error));
  need(nnrt_model_load(model, argv[2], 0, &error));

  /* All digits in one call: the batch is as large as the input says. */
  static float logits[MAX_DIGITS][10];
  nnrt_array input = {.data = digits.pixels,
                      .bytes = (size_t)digits.count * PIXELS * sizeof(float),
                      .dtype = NN_F32,
                      .rank = 2,
                      .shape = {digits.count, PIXELS}};
  nnrt_array output = {.data = logits, .bytes = sizeof logits};
  need(nnrt_infer(model, &input, 1, &output, 1, NULL, 0, &error));

  int64_t right = 0;
  for (int64_t i = 0; i < digits.count; ++i)
    right += likeliest(logits[i]) == digits.labels[i];
  printf("%lld of %lld digits are read right\n", (long long)right,
         (long long)digits.count);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
