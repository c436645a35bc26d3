/* Compiles in memory as nnc-run does: LIBRARY SOURCE THREADS. */
#include "nnc/Pipeline/JIT.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static void report(void *context, const char *text) {
  (void)context;
  fputs(text, stdout);
}

int main(int argc, char **argv) {
  void *library = argc == 4 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
  if (!library)
    return 2;
  int32_t (*compile)(const char *, const nnc_jit_options *, nnc_jit_report,
                     void *, nnc_jit **) =
      (int32_t (*)(const char *, const nnc_jit_options *, nnc_jit_report,
                   void *, nnc_jit **))dlsym(library, "nnc_jit_compile");
  const nn_program *(*get)(const nnc_jit *) =
      (const nn_program *(*)(const nnc_jit *))dlsym(library, "nnc_jit_program");
  void (*release)(nnc_jit *) =
      (void (*)(nnc_jit *))dlsym(library, "nnc_jit_free");
  nnc_jit_options options = {.struct_size = sizeof options,
                             .threads = atoi(argv[3])};
  nnc_jit *jit = NULL;
  int32_t code = compile(argv[2], &options, report, NULL, &jit);
  printf("code %d", code);
  if (jit) {
    printf(", threads %d", get(jit)->threads);
    release(jit);
  }
  printf("\n");
  return 0;
}
