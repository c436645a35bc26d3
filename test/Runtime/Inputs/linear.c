/* A program as nnc would compile it, by hand: linear regression with momentum,
 * so that the runtime can be tested without the compiler. Macros vary it:
 *   ABI=N        its interface version      FEATURE="x"  a CPU feature it needs
 *   STOP_WHEN    stop when train.loss < 1e-4
 *   BEST         checkpoint = best(metrics.validation.loss)
 *   PATIENCE=N   early_stop after N epochs without a better validation loss
 *   ROWS         data in the program instead of points.csv
 *   EPOCHS=N     20 by default
 *   ALLOCATES    calls malloc in each step
 *   EVERY=N      checkpoint = every(N steps, keep = 2)
 *   TWO          a second section, Later, that starts from the first
 *   HOST         --threads=host: predicts through nn_call.parallel */
#define _DEFAULT_SOURCE
#include "nnrt/program.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef ABI
#define ABI NN_ABI_VERSION
#endif
#ifndef EPOCHS
#define EPOCHS 20
#endif

#ifdef STOP_WHEN
#define STOP_INDEX 0
#else
#define STOP_INDEX -1
#endif
#ifdef BEST
#define BEST_INDEX 1
#else
#define BEST_INDEX -1
#endif
#ifdef PATIENCE
#define PATIENCE_INDEX 2
#else
#define PATIENCE_INDEX -1
#define PATIENCE 0
#endif
#ifndef EVERY
#define EVERY 0
#endif
#ifdef HOST
#define THREADS 2
#else
#define THREADS 0
#endif

#define FIXED(n) {n, 0, -1, 0}
#define BATCH {-1, "batch", 0, 0}

enum { LR, POISON, NAP, WIDTH };

/* Resident form of the weight: reversed and padded, to need pack. */
typedef struct {
  float weight[16], bias[16];
} Parameters;

static void pack(int32_t train, int32_t index, const void *file,
                 void *resident) {
  const float *from = file;
  float *to = resident;
  (void)train, (void)index;
  to[0] = from[1];
  to[1] = from[0];
}

static void unpack(int32_t train, int32_t index, const void *resident,
                   void *file) {
  pack(train, index, resident, file);
}

static int32_t init_model(const nn_call *call) {
  Parameters *p = call->parameters;
  p->weight[0] = 0.01f * (float)call->seed;
  p->weight[1] = -0.5f;
  p->bias[0] = 0;
  *(float *)call->state = 0;
  return NN_OK;
}

static int32_t init_train(const nn_call *call) {
  memset(call->optimizer, 0, sizeof(Parameters));
  return NN_OK;
}

/* A fault at one step: a NaN in `scaled`, the second layer. */
static int poisoned(const nn_call *call) {
  return call->hypers[POISON].i == call->step && call->step != 0;
}

typedef struct {
  const nn_call *call;
  const float *x;
  float *y;
} Work;

static void predict_one(void *context, int64_t i) {
  const Work *work = context;
  const Parameters *p = work->call->parameters;
  const float *x = work->x + 2 * i;
  work->y[i] = x[0] * p->weight[1] + x[1] * p->weight[0] + p->bias[0];
}

static void predict(const nn_call *call, const float *x, float *y) {
  Work work = {call, x, y};
  if (call->parallel) {
    call->parallel->run(call->parallel->host, call->dims[0], predict_one,
                        &work);
    return;
  }
  for (int64_t i = 0; i < call->dims[0]; ++i)
    predict_one(&work, i);
}

static void measure(const nn_call *call, double *loss, double *mae) {
  const float *x = call->inputs[0], *target = call->inputs[1];
  float *y = call->arena;
  predict(call, x, y);
  *loss = *mae = 0;
  for (int64_t i = 0; i < call->dims[0]; ++i) {
    double error = (double)y[i] - target[i];
    *loss += error * error / (double)call->dims[0];
    *mae += fabs(error) / (double)call->dims[0];
  }
}

static int32_t step(const nn_call *call) {
  Parameters *p = call->parameters, *m = call->optimizer;
  const float *x = call->inputs[0], *target = call->inputs[1];
  float *y = call->arena, lr = (float)call->hypers[LR].f, g0 = 0, g1 = 0,
        gb = 0;
  if (call->struct_size != sizeof(nn_call))
    return NN_BAD_CALL;
  if (call->hypers[NAP].i)
    usleep((useconds_t)call->hypers[NAP].i * 1000);
#ifdef ALLOCATES
  free(malloc(64 + (size_t)call->step % 2));
#endif
  measure(call, &call->values[0], &call->values[1]);
  if (poisoned(call))
    call->values[0] = NAN;
  if (!isfinite(call->values[0]))
    return NN_NOT_FINITE;
  for (int64_t i = 0; i < call->dims[0]; ++i) {
    float g = 2 * (y[i] - target[i]) / (float)call->dims[0];
    g1 += g * x[2 * i];
    g0 += g * x[2 * i + 1];
    gb += g;
  }
  m->weight[0] = 0.9f * m->weight[0] + g0;
  m->weight[1] = 0.9f * m->weight[1] + g1;
  m->bias[0] = 0.9f * m->bias[0] + gb;
  p->weight[0] -= lr * m->weight[0];
  p->weight[1] -= lr * m->weight[1];
  p->bias[0] -= lr * m->bias[0];
  *(float *)call->state += 1;
  return NN_OK;
}

static int32_t evaluate(const nn_call *call) {
  measure(call, &call->values[0], &call->values[1]);
  return NN_OK;
}

static int32_t infer(const nn_call *call) {
  predict(call, call->inputs[0], call->outputs[0]);
  return NN_OK;
}

static int32_t inspect(const nn_call *call) {
  float *raw = call->outputs[0], *scaled = call->outputs[1];
  predict(call, call->inputs[0], raw);
  for (int64_t i = 0; i < call->dims[0]; ++i)
    scaled[i] = poisoned(call) && i == 1 ? NAN : 3 * raw[i];
  return NN_OK;
}

/* stop_when, best, patience */
static int32_t control(const nn_call *call) {
  call->values[0] = call->metrics[0] < 1e-4;
  call->values[1] = call->values[2] = call->metrics[1];
  return NN_OK;
}

static int32_t prepare(const nn_call *call) {
  const float *x = call->inputs[0];
  float *out = call->outputs[0];
  out[0] = x[0];
  out[1] = x[1];
  *(float *)call->outputs[1] = *(const float *)call->inputs[1];
  return NN_OK;
}

static int64_t arena(const int64_t *dims) { return 4 * dims[0]; }
static int64_t flops_infer(const int64_t *dims) { return 4 * dims[0]; }
static int64_t flops_step(const int64_t *dims) { return 12 * dims[0]; }

static const nn_dim dims[] = {{"batch", 1, INT64_MAX}};
static const nn_hyper hypers[] = {
    {"lr", NN_KIND_NUM, 0, {.f = 0.05}, "0.05"},
    {"poison", NN_KIND_INT, 0, {.i = 0}, "0"},
    {"nap", NN_KIND_INT, 0, {.i = 0}, "0"},
    {"width", NN_KIND_INT, 1, {.i = 2}, "2"},
};
static const nn_tensor model_tensors[] = {
    {"fc.weight", NN_PARAMETER, NN_F32, 1, 0, {FIXED(2)}, 0, 64, 1, -1},
    {"fc.bias", NN_PARAMETER, NN_F32, 0, 0, {{0}}, 64, 64, 0, -1},
    {"seen", NN_STATE, NN_F32, 0, 0, {{0}}, 0, 64, 0, -1},
};
static const nn_tensor train_tensors[] = {
    {"optimizer.fc.weight.m",
     NN_OPTIMIZER,
     NN_F32,
     1,
     0,
     {FIXED(2)},
     0,
     64,
     1,
     -1},
    {"optimizer.fc.bias.m", NN_OPTIMIZER, NN_F32, 0, 0, {{0}}, 64, 64, 0, -1},
};
static const nn_tensor batch_inputs[] = {
    {"x", NN_INPUT, NN_F32, 2, 0, {BATCH, FIXED(2)}, 0, 0, 0, -1},
    {"y", NN_INPUT, NN_F32, 1, 0, {BATCH}, 0, 0, 0, -1},
};
static const nn_tensor predictions[] = {
    {"price", NN_OUTPUT, NN_F32, 1, 0, {BATCH}, 0, 0, 0, -1}};
static const nn_tensor layers[] = {
    {"fc", NN_OUTPUT, NN_F32, 1, 0, {BATCH}, 0, 0, 0, -1},
    {"scaled", NN_OUTPUT, NN_F32, 1, 0, {BATCH}, 0, 0, 0, -1},
};
static const nn_tensor example_inputs[] = {
    {"x", NN_INPUT, NN_F32, 1, 0, {FIXED(2)}, 0, 0, 0, -1},
    {"y", NN_INPUT, NN_F32, 0, 0, {{0}}, 0, 0, 0, -1},
};
static const char *const names[] = {"loss", "mae"};
static const char *const answers[] = {"stop_when", "best", "patience"};
static const char *const asked[] = {"train.loss", "validation.loss"};

static const nn_model models[] = {{
    .name = "Linear",
    .tensors = model_tensors,
    .parameter_bytes = sizeof(Parameters),
    .state_bytes = 64,
    .tensor_count = 3,
    .init = {.function = init_model},
    .infer = {.function = infer,
              .inputs = batch_inputs,
              .outputs = predictions,
              .input_count = 1,
              .output_count = 1},
    .pack = pack,
    .unpack = unpack,
    .flops = flops_infer,
}};

/* clang-format off */
#define SECTION(section_name, from)                                            \
  {                                                                            \
    .name = section_name,                                                      \
    .tensors = train_tensors,                                                  \
    .optimizer_bytes = sizeof(Parameters),                                     \
    .tensor_count = 2,                                                         \
    .init = {.function = init_train},                                          \
    .train_step = {.function = step, .arena_bytes = arena,                     \
                   .inputs = batch_inputs, .values = names,                    \
                   .input_count = 2, .value_count = 2},                        \
    .eval_step = {.function = evaluate, .arena_bytes = arena,                  \
                  .inputs = batch_inputs, .values = names,                     \
                  .input_count = 2, .value_count = 2},                         \
    .control = {.function = control, .values = answers, .metrics = asked,      \
                .value_count = 3, .metric_count = 2},                          \
    .inspect = {.function = inspect, .inputs = batch_inputs,                   \
                .outputs = layers, .input_count = 2, .output_count = 2},       \
    .data = {0, NN_TRAIN_PART},                                                \
    .validation = {0, NN_VALIDATION_PART},                                     \
    .test = {0, NN_TEST_PART},                                                 \
    .batch = 16,                                                               \
    .length_epochs = {.epochs = EPOCHS},                                   \
    .policy = {.stop_when = STOP_INDEX,                                        \
               .best = BEST_INDEX,                                             \
               .patience = PATIENCE_INDEX,                                     \
               .patience_length = {.epochs = PATIENCE},                    \
               .restore_best = PATIENCE_INDEX >= 0,                            \
               .every = {.steps = EVERY},                                  \
               .keep = 2},                                                     \
    .seed = 3,                                                                 \
    .accumulate = 1,                                                           \
    .shuffle = 1,                                                              \
    .has_optimizer = 1,                                                        \
    .start_from = from,                                                        \
    .flops = flops_step,                                                       \
  }
/* clang-format on */

static const nn_train trains[] = {
    SECTION("Linear", 0),
#ifdef TWO
    SECTION("Later", "Linear"),
#endif
};

#ifdef ROWS
static const double row_values[] = {0, 0, 0, 1, 1, 0, 1, 1, 2, 1};
static const double target_values[] = {0.5, -2.5, 2.5, -0.5, 1.5};
static const nn_argument arguments[] = {
    {"point", NN_NUMBERS, 2, 0, 0, 0, row_values, {5, 2}},
    {"price", NN_NUMBERS, 1, 0, 0, 0, target_values, {5}}};
static const char *const x_columns[] = {"point"};
#define SOURCE "rows"
#define X_COUNT 1
#define FRACTION 0.2
#else
static const nn_argument arguments[] = {
    {"", NN_TEXT, 0, "data/points.csv", 0, 0, 0, {0}},
    {"header", NN_FLAG, 0, 0, 1, 0, 0, {0}}};
static const char *const x_columns[] = {"a", "b"};
#define SOURCE "csv"
#define X_COUNT 2
#define FRACTION 0.1
#endif
static const char *const y_columns[] = {"price"};
static const nn_column columns[] = {
    {"column", x_columns, 0, "x", X_COUNT, 0, 0, NN_F32, 1, 12, {2}},
    {"column", y_columns, 0, "y", 1, 0, 0, NN_F32, 0, 13, {0}},
};
static const nn_dataset datasets[] = {{
    .name = "Points",
    .source = SOURCE,
    .arguments = arguments,
    .columns = columns,
    .prepare = {.function = prepare,
                .inputs = example_inputs,
                .outputs = example_inputs,
                .input_count = 2,
                .output_count = 2},
    .validation_fraction = 0.2,
    .test_fraction = FRACTION,
    .argument_count = 2,
    .column_count = 2,
    .has_split = 1,
    .line = 11,
}};

#ifdef FEATURE
static const char *const features[] = {FEATURE};
#endif

/* `nn_program` is also the type's name, hence the label. */
extern const nn_program program __asm__("nn_program");
const nn_program program = {
    .magic = NN_PROGRAM_MAGIC,
    .abi_version = ABI,
    .struct_size = sizeof(nn_program),
    .name = "linear",
    .source_hash = "0123456789abcdef",
    .compiler = "by hand",
    .target = "any",
    .dims = dims,
    .hypers = hypers,
    .models = models,
    .trains = trains,
    .datasets = datasets,
#ifdef FEATURE
    .cpu_features = features,
    .cpu_feature_count = 1,
#endif
    .dim_count = 1,
    .hyper_count = 4,
    .model_count = 1,
    .train_count = sizeof trains / sizeof trains[0],
    .dataset_count = 1,
    .edition = 1,
    .threads = THREADS,
};
