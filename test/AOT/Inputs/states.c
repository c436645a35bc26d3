/* states LIBRARY RESULT [WEIGHTS]: writes the weights that the first model of a
 * library has at first, or those of a file. */
#include "nnrt/nnrt.h"

#include <stdio.h>

int main(int argc, char **argv) {
  nnrt_error error;
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  if (argc < 3)
    return 2;
  if (nnrt_open(argv[1], NULL, &program, &error) ||
      nnrt_model_create(program, NULL, &model, &error) ||
      (argc > 3 && nnrt_model_load(model, argv[3], 0, &error)) ||
      nnrt_model_save(model, argv[2], &error)) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
