/* once MODEL.so LOGITS WEIGHTS: initial values, inference, one step of
 * training, inference; writes what was inferred both times, and the weights
 * learned. Inputs are made up from their types: any model with one batch dim
 * will do. */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>

enum { BATCH = 12, MOST = 4 };

static nnrt_error error;

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

static nnrt_array room(const nn_tensor *tensor) {
  nnrt_array array = {NULL,
                      nnrt_element_bytes(tensor->dtype),
                      tensor->dtype,
                      tensor->rank,
                      {0}};
  for (int32_t i = 0; i < tensor->rank; ++i) {
    int64_t size = tensor->axes[i].size;
    array.shape[i] = size < 0 ? BATCH : size;
    array.bytes *= (size_t)array.shape[i];
  }
  array.data = calloc(1, array.bytes);
  if (!array.data)
    exit(3);
  return array;
}

static nnrt_array input(const nn_tensor *tensor) {
  nnrt_array array = room(tensor);
  size_t count = array.bytes / nnrt_element_bytes(array.dtype);
  for (size_t i = 0; i < count; ++i)
    if (array.dtype == NN_F32)
      ((float *)array.data)[i] = (float)((i * 31 + i / 7) % 17) / 16;
    else if (array.dtype == NN_I32)
      ((int32_t *)array.data)[i] = (int32_t)(i * 7 % 10);
    else
      exit(2);
  return array;
}

int main(int argc, char **argv) {
  if (argc < 4)
    return 2;
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  nnrt_trainer *trainer = NULL;
  need(nnrt_open(argv[1], NULL, &program, &error));
  const nn_program *tables = nnrt_descriptor(program);
  const nn_entry *infer = &tables->models[0].infer,
                 *step = &tables->trains[0].train_step;
  if (infer->input_count > MOST || step->input_count > MOST ||
      infer->output_count != 1)
    return 2;
  nnrt_array inputs[MOST], fields[MOST], output = room(&infer->outputs[0]);
  for (int32_t i = 0; i < infer->input_count; ++i)
    inputs[i] = input(&infer->inputs[i]);
  for (int32_t i = 0; i < step->input_count; ++i)
    fields[i] = input(&step->inputs[i]);
  need(nnrt_model_create(program, NULL, &model, &error));
  need(nnrt_model_init(model, 1, &error));
  need(nnrt_trainer_create(model, NULL, NULL, &trainer, &error));
  FILE *file = fopen(argv[2], "wb");
  size_t bytes = output.bytes;
  for (int turn = 0; turn < 2; ++turn) {
    output.bytes = bytes;
    need(nnrt_infer(model, inputs, infer->input_count, &output, 1, NULL, 0,
                    &error));
    if (!file || fwrite(output.data, output.bytes, 1, file) != 1)
      return 3;
    if (turn == 0)
      need(
          nnrt_train_step(trainer, fields, step->input_count, NULL, 0, &error));
  }
  if (fclose(file))
    return 3;
  need(nnrt_model_save(model, argv[3], &error));
  for (int32_t i = 0; i < infer->input_count; ++i)
    free(inputs[i].data);
  for (int32_t i = 0; i < step->input_count; ++i)
    free(fields[i].data);
  free(output.data);
  nnrt_trainer_free(&trainer);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
