/* Calls every function of the header that nnc wrote for names.nn, rightly and
 * wrongly: each answers with a code that its comment names, and a wrong call
 * changes no block and no output. All memory is static. For C99, C11 and C++17.
 */
#include "names.h"

#include <math.h>
#include <stdio.h>

enum { BATCH = 4, TIME = 3 };

/* A block, in the middle of what must stay as it is. */
#define BLOCK(name, size)                                                      \
  static union {                                                               \
    char bytes[(size) + 128];                                                  \
    double align;                                                              \
  } name##_memory;                                                             \
  static char *name(void) {                                                    \
    return name##_memory.bytes + 64 - (size_t)name##_memory.bytes % 64;        \
  }
BLOCK(parameters, names_Names_parameter_bytes)
BLOCK(state, names_Names_state_bytes)
BLOCK(optimizer, names_new_optimizer_bytes)
BLOCK(arena, 1 << 16)

static float in[BATCH][TIME], wanted[BATCH], number[BATCH];
static int32_t kind[BATCH];
static double twice[BATCH][2 * TIME];
static uint8_t larger[BATCH];
static int64_t dims[names_dim_count];
static nn_scalar hypers[names_hyper_count];
static double values[2];
static nn_status status;
static nn_call call;
static int wrong, calls;

static void reset(void) {
  memset(&call, 0, sizeof call);
  call.parameters = parameters();
  call.state = state();
  call.optimizer = optimizer();
  call.arena = arena();
  call.dims = dims;
  call.hypers = hypers;
  call.values = values;
  call.status = &status;
  call.seed = 3;
  call.step = 1;
  dims[names_dim_batch] = BATCH;
  dims[names_dim_time] = TIME;
  kind[1] = 2;
  in[1][1] = 0.5f;
}

/* Blocks and outputs, one behind the other. */
static size_t snapshot(char *to) {
  size_t at = 0;
#define KEEP(memory, size) memcpy(to + at, memory, size), at += (size)
  KEEP(parameters_memory.bytes, sizeof parameters_memory.bytes);
  KEEP(state_memory.bytes, sizeof state_memory.bytes);
  KEEP(optimizer_memory.bytes, sizeof optimizer_memory.bytes);
  KEEP(twice, sizeof twice);
  KEEP(larger, sizeof larger);
  KEEP(number, sizeof number);
  return at;
}

static char before[1 << 16], after[1 << 16];

static void judge(int line, int32_t code, int32_t expected) {
  int same = memcmp(before, after, snapshot(after)) == 0;
  ++calls;
  if (code != expected || (code && !same)) {
    ++wrong;
    printf("line %d: %d, not %d%s\n", line, (int)code, (int)expected,
           same ? "" : "; something changed");
  }
  reset();
}

#define EXPECT(expected, expression)                                           \
  do {                                                                         \
    snapshot(before);                                                          \
    judge(__LINE__, expression, expected);                                     \
  } while (0)
#define TRUE(condition) EXPECT(1, (condition) ? 1 : 0)
#define INFER names_Names_infer(&call, in[0], kind, twice[0], larger, number)
/* Everything that a function with inputs refuses. */
#define REFUSES(step, null)                                                    \
  do {                                                                         \
    EXPECT(NN_BAD_CALL, null);                                                 \
    call.parameters = NULL;                                                    \
    EXPECT(NN_BAD_CALL, step);                                                 \
    call.dims = NULL;                                                          \
    EXPECT(NN_BAD_CALL, step);                                                 \
    call.arena = NULL;                                                         \
    EXPECT(NN_BAD_CALL, step);                                                 \
    call.arena = arena() + 8;                                                  \
    EXPECT(NN_BAD_CALL, step);                                                 \
    call.arena = parameters();                                                 \
    EXPECT(NN_BAD_CALL, step);                                                 \
    call.hypers = NULL;                                                        \
    EXPECT(NN_BAD_CALL, step);                                                 \
    dims[names_dim_batch] = 0;                                                 \
    EXPECT(NN_BAD_DIM, step);                                                  \
    dims[names_dim_batch] = 65;                                                \
    EXPECT(NN_BAD_DIM, step);                                                  \
    dims[names_dim_batch] = INT64_MIN;                                         \
    EXPECT(NN_BAD_DIM, step);                                                  \
    kind[1] = 5;                                                               \
    EXPECT(NN_BAD_INDEX, step);                                                \
    kind[1] = -1;                                                              \
    EXPECT(NN_BAD_INDEX, step);                                                \
    in[1][1] = -101;                                                           \
    EXPECT(NN_ASSERT_FAILED, step);                                            \
    TRUE(strcmp(status.message, "a temperature below -100") == 0);             \
    call.status = NULL;                                                        \
    in[1][1] = -101;                                                           \
    EXPECT(NN_ASSERT_FAILED, step);                                            \
  } while (0)
#define ARENA(function)                                                        \
  do {                                                                         \
    TRUE(function(dims) >= 0 && function(dims) <= 1 << 16);                    \
    TRUE(function(NULL) == -1);                                                \
    dims[names_dim_batch] = 0;                                                 \
    TRUE(function(dims) == -1);                                                \
    dims[names_dim_batch] = 65;                                                \
    TRUE(function(dims) == -1);                                                \
  } while (0)

static void blocks(void) {
  EXPECT(NN_OK, names_check());
  names_hypers(NULL);
  names_hypers(hypers);
  TRUE(hypers[names_hyper_rate].f == 0.1);
  TRUE(names_Names_init_arena_bytes(NULL) == 0);
  TRUE(names_new_init_arena_bytes(NULL) == 0);
  EXPECT(NN_BAD_CALL, names_Names_init(NULL));
  EXPECT(NN_BAD_CALL, names_new_init(NULL));
  call.parameters = NULL;
  EXPECT(NN_BAD_CALL, names_Names_init(&call));
  call.state = state() + 32;
  EXPECT(NN_BAD_CALL, names_Names_init(&call));
  call.state = parameters();
  EXPECT(NN_BAD_CALL, names_Names_init(&call));
  call.optimizer = NULL;
  EXPECT(NN_BAD_CALL, names_new_init(&call));
  EXPECT(NN_OK, names_Names_init(&call));
  EXPECT(NN_OK, names_new_init(&call));
}

int main(void) {
  int i;
  reset();
  blocks();
  for (i = 0; i < BATCH * TIME; ++i)
    in[i / TIME][i % TIME] = (float)i * 0.25f;
  for (i = 0; i < BATCH; ++i) {
    kind[i] = i;
    wanted[i] = (float)i;
  }
  reset();
  REFUSES(INFER,
          names_Names_infer(NULL, in[0], kind, twice[0], larger, number));
  EXPECT(NN_BAD_CALL,
         names_Names_infer(&call, NULL, kind, twice[0], larger, number));
  EXPECT(NN_BAD_CALL,
         names_Names_infer(&call, in[0], kind, twice[0], larger, NULL));
  EXPECT(NN_BAD_CALL,
         names_Names_infer(&call, in[0], kind, twice[0], larger, in[1]));
  dims[names_dim_time] = 0;
  EXPECT(NN_BAD_DIM, INFER);
  ARENA(names_Names_infer_arena_bytes);
  EXPECT(NN_OK, INFER);
  TRUE(twice[2][5] == in[2][2] && larger[0] <= 1);

  REFUSES(names_new_train_step(&call, in[0], kind, wanted),
          names_new_train_step(NULL, in[0], kind, wanted));
  REFUSES(names_new_accumulate_step(&call, in[0], kind, wanted),
          names_new_accumulate_step(NULL, in[0], kind, wanted));
  REFUSES(names_new_eval_step(&call, in[0], kind, wanted),
          names_new_eval_step(NULL, in[0], kind, wanted));
  ARENA(names_new_train_step_arena_bytes);
  ARENA(names_new_accumulate_step_arena_bytes);
  ARENA(names_new_eval_step_arena_bytes);
  call.optimizer = NULL;
  EXPECT(NN_BAD_CALL, names_new_train_step(&call, in[0], kind, wanted));
  call.optimizer = state();
  EXPECT(NN_BAD_CALL, names_new_accumulate_step(&call, in[0], kind, wanted));
  call.values = NULL;
  EXPECT(NN_BAD_CALL, names_new_train_step(&call, in[0], kind, wanted));
  call.values = NULL;
  EXPECT(NN_BAD_CALL, names_new_eval_step(&call, in[0], kind, wanted));
  EXPECT(NN_BAD_CALL, names_new_train_step(&call, in[0], kind, NULL));
  wanted[1] = INFINITY;
  EXPECT(NN_NOT_FINITE, names_new_train_step(&call, in[0], kind, wanted));
  TRUE(!isfinite(values[0]));
  EXPECT(NN_NOT_FINITE, names_new_accumulate_step(&call, in[0], kind, wanted));
  EXPECT(NN_OK, names_new_eval_step(&call, in[0], kind, wanted));
  wanted[1] = 1;
  EXPECT(NN_OK, names_new_accumulate_step(&call, in[0], kind, wanted));
  call.batch_counter = 1;
  EXPECT(NN_OK, names_new_train_step(&call, in[0], kind, wanted));
  TRUE(isfinite(values[0]) && values[0] > 0);
  EXPECT(NN_OK, names_new_eval_step(&call, in[0], kind, wanted));
  printf("%s: %d wrong\n", calls > 100 ? "a hundred calls" : "few calls",
         wrong);
  return wrong != 0;
}
