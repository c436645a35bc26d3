/* One model, many threads, and two runs at once.
 *
 *   concurrent scan.so SECONDS THREADS
 *
 * THREADS threads infer on one model, with batches of several sizes, and get
 * the bits that one alone gets. Then two trainers learn at once, on models of
 * their own, and end as each does alone. With 0 threads, two learn on one
 * model, which is not allowed: ThreadSanitizer has to see it in the generated
 * code. */
#include "nnrt/nnrt.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 64, CASES = 4, STEPS = 30, SAVED = 1 << 20 };

static nnrt_program *program;
static nnrt_model *model;
static float pixels[BATCH][64];
static int32_t labels[BATCH];
static float expected[CASES][BATCH][10];
static atomic_int stop, different;
static atomic_long inferences;

#ifdef __SANITIZE_THREAD__
/* LLVM calls these, which GCC's runtime does not have; what they call is looked
 * at there. */
void *__tsan_memcpy(void *to, const void *from, size_t size) {
  return memcpy(to, from, size);
}
void *__tsan_memmove(void *to, const void *from, size_t size) {
  return memmove(to, from, size);
}
void *__tsan_memset(void *to, int value, size_t size) {
  return memset(to, value, size);
}
#endif

static void need(int32_t code, const nnrt_error *error) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error->message);
  exit(3);
}

static void infer(int which, float (*logits)[10], void *arena, size_t bytes) {
  nnrt_error error;
  int64_t batch = 1 + which * 21;
  nnrt_array input = {pixels, (size_t)batch * 64 * 4, NN_F32, 2, {batch, 64}};
  nnrt_array output = {logits, BATCH * 10 * 4, 0, 0, {0}};
  need(nnrt_infer(model, &input, 1, &output, 1, arena, bytes, &error), &error);
}

static void *work(void *argument) {
  int which = (int)(intptr_t)argument;
  static _Thread_local float logits[BATCH][10];
  _Alignas(64) static _Thread_local char arena[1 << 18];
  /* Some threads with an arena of their own, some without. */
  void *own = which % 2 ? arena : NULL;
  while (!stop) {
    which = (which + 1) % CASES;
    infer(which, logits, own, sizeof arena);
    if (memcmp(logits, expected[which], (size_t)(1 + which * 21) * 40) != 0)
      different = 1;
    ++inferences;
  }
  return NULL;
}

typedef struct {
  nnrt_model *shared; /* null: one of its own */
  int64_t seed;
  char *saved;
  size_t bytes;
} Run;

static void *learn(void *argument) {
  Run *run = argument;
  nnrt_error error;
  nnrt_model *own = run->shared;
  nnrt_trainer *trainer = NULL;
  nnrt_trainer_options options = {sizeof options, 0, run->seed, 10};
  if (!own) {
    need(nnrt_model_create(program, NULL, &own, &error), &error);
    need(nnrt_model_init(own, run->seed, &error), &error);
  }
  need(nnrt_trainer_create(own, "desk", &options, &trainer, &error), &error);
  nnrt_array inputs[2] = {{pixels, sizeof pixels, NN_F32, 2, {BATCH, 64}},
                          {labels, sizeof labels, NN_I32, 1, {BATCH}}};
  for (int step = 0; step < STEPS; ++step)
    need(nnrt_train_step(trainer, inputs, 2, NULL, 0, &error), &error);
  run->saved = malloc(SAVED);
  need(
      nnrt_trainer_save_memory(trainer, run->saved, SAVED, &run->bytes, &error),
      &error);
  nnrt_trainer_free(&trainer);
  if (!run->shared)
    nnrt_model_free(&own);
  return NULL;
}

int main(int argc, char **argv) {
  nnrt_error error;
  int threads = argc == 4 ? atoi(argv[3]) : -1;
  if (threads < 0 || threads > 64)
    return 2;
  for (int i = 0; i < BATCH; ++i) {
    labels[i] = i % 10;
    for (int k = 0; k < 64; ++k)
      pixels[i][k] = (float)((i * 31 + k * 7) % 17) / 16;
  }
  need(nnrt_open(argv[1], NULL, &program, &error), &error);
  need(nnrt_set_threads(program, 2, NULL, &error), &error);
  need(nnrt_model_create(program, NULL, &model, &error), &error);
  need(nnrt_model_init(model, 5, &error), &error);
  if (threads == 0) {
    Run run = {.shared = model, .seed = 1};
    pthread_t other;
    if (pthread_create(&other, NULL, learn, &run))
      return 3;
    Run mine = run;
    learn(&mine);
    pthread_join(other, NULL);
    return 0;
  }
  for (int which = 0; which < CASES; ++which)
    infer(which, expected[which], NULL, 0);

  pthread_t running[64];
  for (intptr_t i = 0; i < threads; ++i)
    if (pthread_create(&running[i], NULL, work, (void *)i))
      return 3;
  struct timespec time = {atoi(argv[2]), 0};
  nanosleep(&time, NULL);
  stop = 1;
  for (int i = 0; i < threads; ++i)
    pthread_join(running[i], NULL);
  printf("%d threads, %s inferences: %s\n", threads,
         inferences > 2 * threads ? "many" : "few",
         different ? "different" : "equal");

  Run alone[2] = {{.seed = 1}, {.seed = 2}},
      together[2] = {{.seed = 1}, {.seed = 2}};
  for (int i = 0; i < 2; ++i)
    learn(&alone[i]);
  for (int i = 0; i < 2; ++i)
    if (pthread_create(&running[i], NULL, learn, &together[i]))
      return 3;
  for (int i = 0; i < 2; ++i) {
    pthread_join(running[i], NULL);
    printf("run %d: %s\n", i + 1,
           together[i].bytes == alone[i].bytes &&
                   memcmp(together[i].saved, alone[i].saved, alone[i].bytes) ==
                       0
               ? "as alone"
               : "different");
  }
  printf("the two differ: %d\n",
         memcmp(alone[0].saved, alone[1].saved, alone[0].bytes) != 0);
  for (int i = 0; i < 2; ++i)
    free(alone[i].saved), free(together[i].saved);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
