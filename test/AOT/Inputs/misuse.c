/* Calls every function of nnrt.h wrongly, and sees that each answers with the
 * code that its comment names and changes nothing.
 *
 *   misuse FOLDER: scan.so, xor.so, other.so (another version), cpu.so (of
 *   another processor), plain.so (no program), scan.safetensors,
 * xor.safetensors
 */
#include "nnrt/nnrt.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCH = 3, SAVED = 1 << 20 };

static int calls, wrong;
static nnrt_error error;
static nnrt_program *program;
static nnrt_model *model;
static nnrt_trainer *trainer;
static float pixels[BATCH][64], logits[BATCH][10];
static int32_t labels[BATCH];
static char before[SAVED], after[SAVED];

/* The checkpoint, which is everything a model and a trainer hold. */
static size_t snapshot(char *memory) {
  size_t bytes = 0;
  if (trainer && nnrt_trainer_save_memory(trainer, memory, SAVED, &bytes, NULL))
    exit(3);
  return bytes;
}

static void judge(int line, int32_t code, int32_t expected) {
  ++calls;
  size_t bytes = snapshot(after);
  int same = memcmp(before, after, bytes) == 0;
  int told = error.code == code && (code == NNRT_OK || *error.message);
  if (code == expected && same && told)
    return;
  ++wrong;
  printf("line %d: %s, not %s%s: %s\n", line, nnrt_code_name(code),
         nnrt_code_name(expected), same ? "" : ", and something changed",
         error.message);
}

#define EXPECT(expected, call)                                                 \
  do {                                                                         \
    memset(&error, 0x55, sizeof error);                                        \
    snapshot(before);                                                          \
    judge(__LINE__, call, expected);                                           \
  } while (0)
#define TRUE(condition)                                                        \
  do {                                                                         \
    ++calls;                                                                   \
    if (!(condition)) {                                                        \
      ++wrong;                                                                 \
      printf("line %d: not so: %s\n", __LINE__, #condition);                   \
    }                                                                          \
  } while (0)

/*===-- Memory that runs out ----------------------------------------------===*/

static int allowed, live;

static void *allocate(void *host, size_t alignment, size_t bytes) {
  (void)host;
  if (allowed-- <= 0)
    return NULL;
  ++live;
  return aligned_alloc(alignment, bytes);
}

static void release(void *host, void *memory) {
  (void)host;
  --live;
  free(memory);
}

static const nnrt_memory scarce = {allocate, release, NULL};

/*===-- The calls ---------------------------------------------------------===*/

static nnrt_array input(void) {
  return (nnrt_array){pixels, sizeof pixels, NN_F32, 2, {BATCH, 64}};
}

static nnrt_array output(void) {
  return (nnrt_array){logits, sizeof logits, 0, 0, {0}};
}

static void programs(void) {
  nnrt_program *none = NULL;
  EXPECT(NNRT_BAD_CALL, nnrt_open(NULL, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_open("scan.so", NULL, NULL, &error));
  EXPECT(NNRT_SYSTEM, nnrt_open("missing.so", NULL, &none, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_open("scan.safetensors", NULL, &none, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_open(".", NULL, &none, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_open("plain.so", NULL, &none, &error));
  EXPECT(NNRT_BAD_VERSION, nnrt_open("other.so", NULL, &none, &error));
  EXPECT(NNRT_WRONG_CPU, nnrt_open("cpu.so", NULL, &none, &error));
  nnrt_memory half = {allocate, NULL, NULL};
  EXPECT(NNRT_BAD_CALL, nnrt_open("scan.so", &half, &none, &error));
  allowed = 0;
  EXPECT(NNRT_NO_MEMORY, nnrt_open("scan.so", &scarce, &none, &error));
  nn_program garbage = {.magic = 1};
  EXPECT(NNRT_BAD_FILE, nnrt_wrap(&garbage, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_wrap(NULL, NULL, &none, &error));
  TRUE(none == NULL);
  TRUE(nnrt_descriptor(NULL) == NULL);
  TRUE(nnrt_version() == NNRT_VERSION);
  TRUE(strcmp(nnrt_code_name(NNRT_BAD_DIM), "NNRT_BAD_DIM") == 0);
  TRUE(strcmp(nnrt_code_name(-1), "no nnrt_code") == 0);
  TRUE(strcmp(nnrt_code_name(17), "no nnrt_code") == 0);
  TRUE(nnrt_element_bytes(-1) == 0 && nnrt_element_bytes(8) == 0);
  nnrt_close(NULL);
  nnrt_close(&none);

  nn_scalar value = {.f = -1};
  EXPECT(NNRT_BAD_CALL, nnrt_set(NULL, "lr", "1", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_set(program, NULL, "1", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_set(program, "lr", NULL, &error));
  EXPECT(NNRT_NOT_FOUND, nnrt_set(program, "speed", "1", &error));
  const char *const bad[] = {"",   "x",    "1e-3x", "nan", "inf", "1e999",
                             " 1", "0x10", "1 2",   "--1", "_"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i)
    EXPECT(NNRT_BAD_VALUE, nnrt_set(program, "lr", bad[i], &error));
  EXPECT(NNRT_BAD_VALUE, nnrt_set(program, "hidden", "64", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_get(NULL, "lr", &value, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_get(program, "lr", NULL, &error));
  EXPECT(NNRT_NOT_FOUND, nnrt_get(program, "speed", &value, &error));
  TRUE(value.f == -1);
  EXPECT(NNRT_OK, nnrt_get(program, "lr", &value, &error));
  TRUE(value.f == 1e-3);
  int32_t used = -1;
  EXPECT(NNRT_BAD_CALL, nnrt_set_threads(NULL, 1, &used, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_set_threads(program, 0, &used, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_set_threads(program, 1 << 20, &used, &error));
  TRUE(used == -1);
  nn_parallel idle = {NULL, NULL, 4};
  EXPECT(NNRT_BAD_CALL, nnrt_set_parallel(program, &idle, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_set_parallel(NULL, NULL, &error));
}

static void models(void) {
  nnrt_model *none = NULL;
  EXPECT(NNRT_BAD_CALL, nnrt_model_create(NULL, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_create(program, NULL, NULL, &error));
  EXPECT(NNRT_NOT_FOUND, nnrt_model_create(program, "Cats", &none, &error));
  /* A handle of another kind. */
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_create((nnrt_program *)model, NULL, &none, &error));
  TRUE(none == NULL);
  nnrt_model_free(NULL);
  nnrt_model_free(&none);
  EXPECT(NNRT_BAD_CALL, nnrt_model_init(NULL, 1, &error));

  float weight[10];
  for (int i = 0; i < 10; ++i)
    weight[i] = 7;
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_read(NULL, "out.bias", weight, sizeof weight, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_read(model, NULL, weight, sizeof weight, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_read(model, "out.bias", NULL, sizeof weight, &error));
  EXPECT(NNRT_NOT_FOUND,
         nnrt_model_read(model, "in.bias", weight, sizeof weight, &error));
  EXPECT(NNRT_BAD_SHAPE,
         nnrt_model_read(model, "out.bias", weight, 36, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_write(NULL, "out.bias", weight, sizeof weight, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_write(model, "out.bias", NULL, sizeof weight, &error));
  EXPECT(NNRT_NOT_FOUND,
         nnrt_model_write(model, "in.bias", weight, sizeof weight, &error));
  EXPECT(NNRT_BAD_SHAPE,
         nnrt_model_write(model, "out.bias", weight, 44, &error));
  for (int i = 0; i < 10; ++i)
    TRUE(weight[i] == 7);
}

static void vocabularies(void) {
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_set_vocabulary(NULL, "vocabulary.A", "ab", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_set_vocabulary(model, NULL, "ab", &error));
  EXPECT(NNRT_BAD_VALUE,
         nnrt_model_set_vocabulary(model, "hyper.lr", "1", &error));
  EXPECT(NNRT_BAD_VALUE, nnrt_model_set_vocabulary(model, "", "1", &error));
  EXPECT(NNRT_OK,
         nnrt_model_set_vocabulary(model, "vocabulary.A", NULL, &error));
  TRUE(nnrt_model_vocabulary(NULL, "vocabulary.A") == NULL);
  TRUE(nnrt_model_vocabulary(model, NULL) == NULL);
  TRUE(nnrt_model_vocabulary(model, "vocabulary.A") == NULL);
  /* What is there stays where another cannot be set or loaded. */
  TRUE(nnrt_model_set_vocabulary(model, "vocabulary.A",
                                 "a\"\n\\\x01b\U0001f600", NULL) == NNRT_OK);
  EXPECT(NNRT_BAD_VALUE,
         nnrt_model_set_vocabulary(model, "vocabularyA", "c", &error));
  EXPECT(NNRT_WRONG_WEIGHTS,
         nnrt_model_load(model, "xor.safetensors", 0, &error));
  TRUE(strcmp(nnrt_model_vocabulary(model, "vocabulary.A"),
              "a\"\n\\\x01b\U0001f600") == 0);
  size_t bytes = 0;
  char *saved = malloc(SAVED);
  EXPECT(NNRT_OK, nnrt_model_save_memory(model, saved, SAVED, &bytes, &error));
  TRUE(nnrt_model_set_vocabulary(model, "vocabulary.A", "other", NULL) == 0);
  TRUE(nnrt_model_set_vocabulary(model, "words.B.c", "new", NULL) == 0);
  TRUE(nnrt_model_load_memory(model, saved, bytes, 0, NULL) == NNRT_OK);
  TRUE(strcmp(nnrt_model_vocabulary(model, "vocabulary.A"),
              "a\"\n\\\x01b\U0001f600") == 0);
  TRUE(nnrt_model_vocabulary(model, "words.B.c") == NULL);
  /* Partial weights without one leave it; whole ones do not. */
  TRUE(nnrt_model_load(model, "scan.safetensors", NNRT_PARTIAL, NULL) == 0);
  TRUE(nnrt_model_vocabulary(model, "vocabulary.A") != NULL);
  TRUE(nnrt_model_load(model, "scan.safetensors", 0, NULL) == NNRT_OK);
  TRUE(nnrt_model_vocabulary(model, "vocabulary.A") == NULL);
  free(saved);
}

static void files(void) {
  EXPECT(NNRT_BAD_CALL, nnrt_model_load(NULL, "scan.safetensors", 0, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_load(model, NULL, 0, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_load(model, "scan.safetensors", 8, &error));
  EXPECT(NNRT_SYSTEM, nnrt_model_load(model, "missing", 0, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_model_load(model, ".", 0, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_model_load(model, "/dev/null", 0, &error));
  EXPECT(NNRT_BAD_FILE, nnrt_model_load(model, "scan.so", 0, &error));
  EXPECT(NNRT_WRONG_WEIGHTS,
         nnrt_model_load(model, "xor.safetensors", 0, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_save(NULL, "new", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_save(model, NULL, &error));
  EXPECT(NNRT_SYSTEM, nnrt_model_save(model, "missing/new", &error));
  EXPECT(NNRT_SYSTEM, nnrt_model_save(model, "folder", &error));
  EXPECT(NNRT_SYSTEM, nnrt_trainer_save(trainer, "folder", &error));
  TRUE(access("folder.part", F_OK) != 0);
  size_t bytes = 0;
  char *small = malloc(100);
  memset(small, 1, 100);
  EXPECT(NNRT_BAD_CALL,
         nnrt_model_save_memory(NULL, small, 100, &bytes, &error));
  EXPECT(NNRT_TOO_SMALL,
         nnrt_model_save_memory(model, small, 100, &bytes, &error));
  EXPECT(NNRT_TOO_SMALL,
         nnrt_model_save_memory(model, NULL, 0, &bytes, &error));
  EXPECT(NNRT_TOO_SMALL,
         nnrt_trainer_save_memory(trainer, small, 100, NULL, &error));
  for (int i = 0; i < 100; ++i)
    TRUE(small[i] == 1);
  free(small);

  /* Cut short at any place, and with any byte of the header wrong. Memory of
   * just that size, so that a sanitizer sees a read behind its end. */
  char *whole = malloc(bytes);
  EXPECT(NNRT_OK, nnrt_model_save_memory(model, whole, bytes, NULL, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_model_load_memory(model, NULL, bytes, 0, &error));
  size_t header = 0;
  memcpy(&header, whole, 8);
  for (size_t size = 0; size < bytes; size += size < header + 64 ? 1 : 997) {
    char *part = malloc(size ? size : 1);
    memcpy(part, whole, size);
    EXPECT(NNRT_BAD_FILE, nnrt_model_load_memory(model, part, size, 0, &error));
    free(part);
  }
  int refused = 0;
  for (size_t at = 0; at < header + 8; ++at)
    for (int bit = 0; bit < 8; ++bit) {
      whole[at] ^= (char)(1 << bit);
      snapshot(before);
      int32_t code = nnrt_model_load_memory(model, whole, bytes, 0, &error);
      /* A letter of a note may be another one; then the same is loaded. */
      refused += code != NNRT_OK;
      TRUE(code == NNRT_OK || code == NNRT_BAD_FILE ||
           code == NNRT_WRONG_WEIGHTS);
      TRUE(memcmp(before, after, snapshot(after)) == 0);
      whole[at] ^= (char)(1 << bit);
    }
  TRUE(refused > 100);
  free(whole);
}

static void inference(void) {
  nnrt_array in = input(), out = output();
  for (int i = 0; i < BATCH * 10; ++i)
    logits[i / 10][i % 10] = 5;
#define INFER(expected)                                                        \
  do {                                                                         \
    EXPECT(expected, nnrt_infer(model, &in, 1, &out, 1, NULL, 0, &error));     \
    in = input();                                                              \
    out = output();                                                            \
  } while (0)
  EXPECT(NNRT_BAD_CALL, nnrt_infer(NULL, &in, 1, &out, 1, NULL, 0, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_infer(model, NULL, 1, &out, 1, NULL, 0, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_infer(model, &in, 1, NULL, 1, NULL, 0, &error));
  EXPECT(NNRT_BAD_SHAPE, nnrt_infer(model, &in, 0, &out, 1, NULL, 0, &error));
  EXPECT(NNRT_BAD_SHAPE, nnrt_infer(model, &in, 1, &out, 2, NULL, 0, &error));
  EXPECT(NNRT_BAD_SHAPE, nnrt_infer(model, &in, -1, &out, 1, NULL, 0, &error));
  in.dtype = NN_F64;
  INFER(NNRT_BAD_SHAPE);
  in.dtype = 99;
  INFER(NNRT_BAD_SHAPE);
  in.rank = 1;
  INFER(NNRT_BAD_SHAPE);
  in.rank = 1000000;
  INFER(NNRT_BAD_SHAPE);
  in.shape[1] = 63;
  INFER(NNRT_BAD_SHAPE);
  in.shape[0] = 0;
  INFER(NNRT_BAD_DIM);
  in.shape[0] = -1;
  INFER(NNRT_BAD_DIM);
  in.shape[0] = INT64_MAX / 8;
  INFER(NNRT_BAD_DIM);
  in.bytes -= 4;
  INFER(NNRT_BAD_SHAPE);
  in.data = NULL;
  INFER(NNRT_BAD_CALL);
  in.data = (char *)pixels + 1;
  INFER(NNRT_BAD_CALL);
  out.data = NULL;
  INFER(NNRT_BAD_CALL);
  out.data = (char *)logits + 2;
  INFER(NNRT_BAD_CALL);
  out.data = pixels;
  INFER(NNRT_BAD_CALL);
  out.bytes -= 4;
  INFER(NNRT_TOO_SMALL);
  size_t arenaBytes = 0;
  EXPECT(NNRT_OK, nnrt_infer_plan(model, &in, 1, &out, 1, &arenaBytes, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_infer_plan(model, &in, 1, NULL, 1, &arenaBytes, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_infer_plan(model, &in, 1, &out, 1, NULL, &error));
  char *arena = aligned_alloc(64, arenaBytes / 64 * 64 + 128);
  TRUE(arenaBytes > 0);
  EXPECT(NNRT_TOO_SMALL,
         nnrt_infer(model, &in, 1, &out, 1, arena, arenaBytes - 1, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_infer(model, &in, 1, &out, 1, arena + 4, arenaBytes, &error));
  for (int i = 0; i < BATCH * 10; ++i)
    TRUE(logits[i / 10][i % 10] == 5);
  EXPECT(NNRT_OK,
         nnrt_infer(model, &in, 1, &out, 1, arena, arenaBytes, &error));
  TRUE(out.rank == 2 && out.shape[0] == BATCH && out.shape[1] == 10);
  free(arena);
}

static void training(void) {
  nnrt_trainer *none = NULL;
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_create(NULL, NULL, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_create(model, NULL, NULL, NULL, &error));
  EXPECT(NNRT_NOT_FOUND,
         nnrt_trainer_create(model, "night", NULL, &none, &error));
  nnrt_trainer_options options = {.struct_size = 4};
  EXPECT(NNRT_BAD_CALL,
         nnrt_trainer_create(model, NULL, &options, &none, &error));
  options = (nnrt_trainer_options){sizeof options, 0, 1, -5};
  EXPECT(NNRT_BAD_CALL,
         nnrt_trainer_create(model, NULL, &options, &none, &error));
  TRUE(none == NULL);
  nnrt_trainer_free(NULL);
  nnrt_trainer_free(&none);
  nnrt_position position = {.step = -3};
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_position(NULL, &position, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_position(trainer, NULL, &error));
  TRUE(position.step == -3);

  double values[2];
  nnrt_array in[2] = {input(), {labels, sizeof labels, NN_I32, 1, {BATCH}}};
#define BOTH(expected)                                                         \
  do {                                                                         \
    EXPECT(expected, nnrt_train_step(trainer, in, 2, values, 2, &error));      \
    EXPECT(expected, nnrt_eval_step(trainer, in, 2, values, 2, &error));       \
    in[0] = input();                                                           \
    in[1].shape[0] = BATCH;                                                    \
    in[1].bytes = sizeof labels;                                               \
  } while (0)
  EXPECT(NNRT_BAD_CALL, nnrt_train_step(NULL, in, 2, values, 2, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_eval_step(NULL, in, 2, values, 2, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_train_step(trainer, NULL, 2, values, 2, &error));
  EXPECT(NNRT_BAD_SHAPE, nnrt_train_step(trainer, in, 1, values, 2, &error));
  EXPECT(NNRT_TOO_SMALL, nnrt_train_step(trainer, in, 2, values, 1, &error));
  EXPECT(NNRT_TOO_SMALL, nnrt_eval_step(trainer, in, 2, values, 0, &error));
  in[1].shape[0] = 2; /* another batch than the pixels have */
  BOTH(NNRT_BAD_SHAPE);
  in[0].rank = 3;
  BOTH(NNRT_BAD_SHAPE);
  in[0].bytes = 8;
  BOTH(NNRT_BAD_SHAPE);
  in[0].data = NULL;
  BOTH(NNRT_BAD_CALL);
  labels[1] = 10;
  BOTH(NNRT_BAD_INDEX);
  labels[1] = -1;
  BOTH(NNRT_BAD_INDEX);
  labels[1] = 1;
  pixels[1][3] = NAN;
  EXPECT(NNRT_NOT_FINITE, nnrt_train_step(trainer, in, 2, values, 2, &error));
  pixels[1][3] = 0;

  EXPECT(NNRT_BAD_CALL, nnrt_trainer_save(NULL, "new", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_save(trainer, NULL, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_load(NULL, "scan.safetensors", &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_load(trainer, NULL, &error));
  EXPECT(NNRT_SYSTEM, nnrt_trainer_load(trainer, "missing", &error));
  EXPECT(NNRT_WRONG_WEIGHTS,
         nnrt_trainer_load(trainer, "scan.safetensors", &error));
  EXPECT(NNRT_WRONG_WEIGHTS,
         nnrt_trainer_load(trainer, "xor.safetensors", &error));
  nnrt_trainer *other = NULL;
  char *saved = malloc(SAVED);
  size_t bytes = 0;
  EXPECT(NNRT_OK, nnrt_trainer_create(model, "field", NULL, &other, &error));
  EXPECT(NNRT_OK,
         nnrt_trainer_save_memory(other, saved, SAVED, &bytes, &error));
  EXPECT(NNRT_WRONG_WEIGHTS,
         nnrt_trainer_load_memory(trainer, saved, bytes, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_load_memory(trainer, NULL, 9, &error));
  EXPECT(NNRT_OK, nnrt_trainer_load_memory(other, saved, bytes, &error));
  EXPECT(NNRT_BAD_FILE,
         nnrt_trainer_load_memory(other, saved, bytes - 1, &error));
  nnrt_trainer_free(&other);
  free(saved);
}

static void pools(void) {
  nnrt_pool *none = NULL;
  EXPECT(NNRT_BAD_CALL, nnrt_pool_create(0, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_pool_create(-7, NULL, &none, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_pool_create(2, NULL, NULL, &error));
  allowed = 0;
  EXPECT(NNRT_NO_MEMORY, nnrt_pool_create(2, &scarce, &none, &error));
  TRUE(none == NULL);
  TRUE(nnrt_pool_parallel(NULL) == NULL);
  nnrt_pool_free(NULL);
  nnrt_pool_free(&none);
}

/* All of a life with memory for 0, 1, 2 ... blocks: each time the call that has
 * none says so, and in the end nothing is left over. */
static int life(void) {
  nnrt_program *p = NULL;
  nnrt_model *m = NULL;
  nnrt_trainer *t = NULL;
  double values[2];
  nnrt_array in[2] = {input(), {labels, sizeof labels, NN_I32, 1, {BATCH}}};
  nnrt_array out = output();
  int32_t code = nnrt_open("scan.so", &scarce, &p, &error);
  if (!code)
    code = nnrt_model_create(p, NULL, &m, &error);
  if (!code)
    code = nnrt_model_init(m, 3, &error);
  if (!code)
    code = nnrt_model_load(m, "scan.safetensors", 0, &error);
  if (!code)
    code = nnrt_model_set_vocabulary(m, "vocabulary.A", "abc", &error);
  if (!code)
    code = nnrt_trainer_create(m, "field", NULL, &t, &error);
  if (!code)
    code = nnrt_train_step(t, in, 2, values, 2, &error);
  if (!code)
    code = nnrt_infer(m, in, 1, &out, 1, NULL, 0, &error);
  if (!code)
    code = nnrt_trainer_save(t, "life", &error);
  if (!code)
    code = nnrt_trainer_load(t, "life", &error);
  /* In the wrong order: what is still used stays. */
  nnrt_close(&p);
  nnrt_model_free(&m);
  nnrt_trainer_free(&t);
  TRUE(!p && !m && !t && live == 0);
  TRUE(code == NNRT_OK || code == NNRT_NO_MEMORY);
  return code == NNRT_OK;
}

int main(int argc, char **argv) {
  if (argc != 2 || chdir(argv[1]) != 0)
    return 2;
  mkdir("folder", 0777);
  if (nnrt_open("scan.so", NULL, &program, &error) ||
      nnrt_model_create(program, NULL, &model, &error) ||
      nnrt_model_load(model, "scan.safetensors", 0, &error) ||
      nnrt_trainer_create(model, "desk", NULL, &trainer, &error)) {
    printf("%s\n", error.message);
    return 3;
  }
  programs();
  models();
  vocabularies();
  files();
  inference();
  training();
  pools();
  int blocks = 0;
  do
    allowed = blocks++;
  while (blocks < 1000 && !life());
  TRUE(blocks > 8 && blocks < 1000);

  /* Closed handles, whose objects others still use. */
  nnrt_close(&program);
  TRUE(program == NULL);
  EXPECT(NNRT_BAD_CALL, nnrt_set(program, "lr", "1", &error));
  nnrt_model_free(&model);
  EXPECT(NNRT_BAD_CALL, nnrt_model_init(model, 1, &error));
  nnrt_trainer_free(&trainer);
  EXPECT(NNRT_BAD_CALL, nnrt_trainer_position(trainer, NULL, &error));
  printf("%s: %d wrong\n", calls > 3000 ? "thousands of calls" : "few calls",
         wrong);
  return wrong != 0;
}
