/* Two programs in one process, each with its descriptor. */
#include "nnrt/program.h"
#include <stdio.h>

extern const nn_program xor_program, iris_program;

static int tensors(const nn_program *program) {
  return program->magic == NN_PROGRAM_MAGIC ? program->models[0].tensor_count
                                            : -1;
}

int main(void) {
  printf("xor: %d tensors, iris: %d tensors\n", tensors(&xor_program),
         tensors(&iris_program));
  return 0;
}
