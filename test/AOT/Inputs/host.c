/* Trains one program twice: its loops in order, and by a hook of this file. */
#include "nnrt/program.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#define MODE _mm_getcsr()
#else
#define MODE 0
#endif

enum { Threads = 3, Batch = 37 };

typedef struct {
  void (*body)(void *, int64_t);
  void *context;
  int64_t index;
} Task;

static int regions, changed;

static void *runTask(void *memory) {
  Task *task = memory;
  unsigned before = MODE;
  task->body(task->context, task->index);
  /* Only rounding and masks: the sticky flags may differ. */
  if ((before ^ MODE) & ~0x3fu)
    changed = 1;
  return NULL;
}

/* Last chunk first, each on a thread of its own. */
static void run(void *host, int64_t count,
                void (*body)(void *context, int64_t i), void *context) {
  if (*(int *)host != 42 || count < 2 || count > Threads)
    abort();
  ++regions;
  pthread_t threads[Threads];
  Task tasks[Threads];
  for (int64_t i = count; i-- > 0;) {
    tasks[i] = (Task){body, context, i};
    if (pthread_create(&threads[i], NULL, runTask, &tasks[i]))
      abort();
  }
  for (int64_t i = 0; i < count; ++i)
    pthread_join(threads[i], NULL);
}

static void *block(int64_t bytes) {
  size_t size = (size_t)(bytes + 64) / 64 * 64;
  return memset(aligned_alloc(64, size), 0, size);
}

static float *train(const nn_program *program, const nn_parallel *parallel) {
  const nn_model *model = &program->models[0];
  const nn_train *train = &program->trains[0];
  int64_t dims[4] = {Batch};
  nn_scalar hypers[8];
  for (int i = 0; i < program->hyper_count; ++i)
    hypers[i] = program->hypers[i].value;
  static float pixels[Batch][64];
  static int32_t labels[Batch];
  for (int i = 0; i < Batch; ++i) {
    labels[i] = i % 10;
    for (int j = 0; j < 64; ++j)
      pixels[i][j] = (float)((i * 31 + j * 7) % 17) / 16;
  }
  double values[8];
  const void *inputs[] = {pixels, labels};
  nn_call call = {.struct_size = sizeof call,
                  .parameters = block(model->parameter_bytes),
                  .state = block(model->state_bytes),
                  .optimizer = block(train->optimizer_bytes),
                  .arena = block(1 << 24),
                  .inputs = inputs,
                  .dims = dims,
                  .hypers = hypers,
                  .values = values,
                  .seed = 3,
                  .parallel = parallel};
  if (program->dim_count > 4 || program->hyper_count > 8 ||
      train->train_step.arena_bytes(dims) > 1 << 24 ||
      model->init.function(&call) || train->init.function(&call))
    exit(2);
  for (call.step = 1; call.step <= 20; ++call.step, ++call.batch_counter)
    if (train->train_step.function(&call))
      exit(3);
  return call.parameters;
}

int main(int argc, char **argv) {
  const nn_program *programs[2];
  for (int i = 0; i < 2; ++i) {
    void *library = argc == 3 ? dlopen(argv[i + 1], RTLD_NOW | RTLD_LOCAL) : 0;
    if (!library || !(programs[i] = dlsym(library, "nn_program")))
      return 1;
  }
  printf("threads %d %d\n", programs[0]->threads, programs[1]->threads);
  int check = 42;
  nn_parallel parallel = {run, &check, Threads};
  size_t bytes = (size_t)programs[0]->models[0].parameter_bytes;
  float *off = train(programs[0], NULL), *alone = train(programs[1], NULL);
  if (regions)
    return 4;
  float *hosted = train(programs[1], &parallel);
  printf("%s\n", regions >= 20 ? "regions" : "no regions");
  printf("%s\n", memcmp(off, alone, bytes) ? "different" : "equal in order");
  printf("%s\n", memcmp(off, hosted, bytes) ? "different" : "equal by hook");
  printf("%s\n", changed ? "the mode changed" : "the mode is restored");
  return 0;
}
