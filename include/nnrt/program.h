/*===- program.h - What a compiled program is, as plain C -----------*- C
 * -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * A compiled `.nn` file is one constant `nn_program`: tables that describe its
 * tensors, and entry points that compute on memory its caller owns.
 * Just-in-time compiled code and `model.so` use this same interface.
 *
 * Every entry is `int32_t f(const nn_call *)`. It allocates nothing, keeps no
 * state of its own, and may run on several threads at once on different blocks.
 *
 *===----------------------------------------------------------------------===*/

#ifndef NNRT_PROGRAM_H
#define NNRT_PROGRAM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Changes whenever a structure below does. A reader refuses any other. */
#define NN_ABI_VERSION 8u
/* The first eight bytes of every program. */
#define NN_PROGRAM_MAGIC UINT64_C(0x676f72502d636e6e) /* "nnc-Prog" */
/* Blocks and arenas are aligned to this many bytes; inputs and outputs to the
 * size of their element. */
#define NN_BLOCK_ALIGNMENT 64
#define NN_MAX_RANK 8

/* What an entry returns. */
enum {
  NN_OK = 0,
  NN_BAD_CALL = 1,      /* null, unaligned or overlapping memory, wrong
                           struct_size; nothing was written */
  NN_BAD_DIM = 2,       /* a dim outside its range */
  NN_BAD_INDEX = 3,     /* an index outside its axis (language 2.8, rule 29) */
  NN_NOT_FINITE = 4,    /* the loss is not finite; nothing was written */
  NN_ASSERT_FAILED = 5, /* an `assert` of the program */
  NN_WRONG_CPU = 6      /* the processor lacks a feature of `cpu_features` */
};

typedef enum {
  NN_F32 = 0,
  NN_F64 = 1,
  NN_F16 = 2,
  NN_BF16 = 3,
  NN_I8 = 4,
  NN_I32 = 5,
  NN_I64 = 6,
  NN_BOOL = 7 /* one byte, 0 or 1 */
} nn_dtype;

typedef enum {
  NN_PARAMETER = 0,
  NN_STATE = 1,
  NN_OPTIMIZER = 2,
  NN_INPUT = 3,
  NN_OUTPUT = 4,
  NN_METRIC = 5
} nn_role;

/* One axis of a tensor. */
typedef struct {
  int64_t size; /* -1: known at run time only */
  const char
      *name;   /* the dim's name or expression, null where it is a number */
  int32_t dim; /* index in nn_program.dims where the axis is just that dim,
                  else -1 */
  int64_t (*evaluate)(const int64_t *dims); /* for expressions, else null */
} nn_axis;

/* A tensor of a block, or an input or output of an entry. */
typedef struct {
  const char *path; /* parameter path, input or output name */
  int32_t role;     /* nn_role */
  int32_t dtype;    /* nn_dtype */
  int32_t rank;
  int32_t reserved;
  nn_axis axes[NN_MAX_RANK]; /* row major, as in files */
  int64_t offset;            /* in its block, in bytes; 0 elsewhere */
  int64_t resident_bytes;    /* in its block, padding included; 0 elsewhere */
  int32_t packed;            /* not 0: the resident form differs from the
                                file's; go through pack and unpack */
  int32_t stack_index;       /* which slice of a stacked tensor, -1: none */
} nn_tensor;

/* A message the caller may show. `path` is a layer path, the input, output or
 * block that overlaps what the message names, or null. */
typedef struct {
  int32_t code;
  const char *path;
  int64_t value; /* the index, dim or element that was wrong */
  int64_t limit; /* what bounds it */
  char message[232];
} nn_status;

/* A value of kind int or bool is `i`, of kind num `f`. */
typedef union {
  int64_t i;
  double f;
} nn_scalar;

/* How a host runs the parallel loops of a program compiled with
 * --threads=host: call body(context, i) once for each i in [0, count), in any
 * order and on any threads, and return when all are done. */
typedef struct {
  void (*run)(void *host, int64_t count, void (*body)(void *context, int64_t i),
              void *context);
  void *host;
  int32_t threads;
} nn_parallel;

/* All that an entry reads and writes. Unused members are null or 0. Outputs,
 * blocks and the arena overlap neither each other nor an input; inputs may
 * overlap each other. */
typedef struct {
  uint32_t struct_size; /* sizeof(nn_call) of the caller */
  uint32_t training;    /* 1 where the call learns */
  void *parameters;     /* blocks, laid out by the tensors of the model */
  void *state;
  void *optimizer;           /* laid out by the tensors of the train section */
  void *arena;               /* at least arena_bytes(dims) of the entry */
  const void *const *inputs; /* one for each of the entry's inputs */
  void *const *outputs;      /* one for each of the entry's outputs */
  const int64_t *dims;       /* one for each of nn_program.dims */
  const nn_scalar *hypers;   /* one for each of nn_program.hypers */
  int64_t step;              /* optimizer updates, from 1 */
  int64_t epoch;             /* finished epochs, from 0 */
  int64_t batch_counter;     /* batches so far; 0 in evaluation */
  int64_t steps_per_epoch;
  int64_t seed;
  int64_t example;             /* augment: number of the example */
  const double *metrics;       /* control: one for each of its inputs */
  double *values;              /* metrics of a step, or what control answers */
  nn_status *status;           /* may be null */
  const nn_parallel *parallel; /* may be null: then loops run in order */
} nn_call;

typedef int32_t (*nn_function)(const nn_call *);

/* An entry point. `function` is null where the program has none of its kind. */
typedef struct {
  nn_function function;
  int64_t (*arena_bytes)(const int64_t *dims); /* null: none needed */
  const nn_tensor *inputs;
  const nn_tensor *outputs;
  const char *const *values;  /* names of what is written to nn_call.values, or,
                                 for control, answered */
  const char *const *metrics; /* control: names of what it reads, such as
                                 "train.loss" */
  int32_t input_count;
  int32_t output_count;
  int32_t value_count;
  int32_t metric_count;
} nn_entry;

typedef struct {
  const char *name;
  int64_t minimum; /* both ends included */
  int64_t maximum; /* INT64_MAX: no limit */
} nn_dim;

typedef enum {
  NN_KIND_INT = 0,
  NN_KIND_NUM = 1,
  NN_KIND_BOOL = 2,
  NN_KIND_STR = 3,
  NN_KIND_DURATION = 4
} nn_kind;

typedef struct {
  const char *name;
  int32_t kind;       /* nn_kind */
  int32_t structural; /* fixed when the program was compiled */
  nn_scalar value;    /* the effective value; of strings and durations `text` */
  const char *text;   /* the value as written */
} nn_hyper;

/* So many steps, epochs and examples, one after another. All 0: not given. */
typedef struct {
  double steps;
  double epochs;
  double examples;
} nn_duration;

typedef enum {
  NN_TEXT = 0,
  NN_NUMBER = 1,
  NN_FLAG = 2,
  NN_TEXTS = 3,  /* a list, shape[0] long */
  NN_NUMBERS = 4 /* an array of `rank`, row major */
} nn_argument_type;

/* An argument of a data source, constant at compile time. */
typedef struct {
  const char *name;
  int32_t type; /* nn_argument_type */
  int32_t rank;
  const char *text;
  double number; /* NN_NUMBER and NN_FLAG */
  const char *const *texts;
  const double *numbers;
  int64_t shape[NN_MAX_RANK];
} nn_argument;

/* One thing that the data source yields per example: an input of `prepare`. */
typedef struct {
  const char *function;       /* "column" (one or several), "category",
                                 "resize", "windows", "words" or "length" */
  const char *const *columns; /* names, or "a..b" for a range of positions */
  const char *const *categories;
  const char *field; /* the field it is for */
  int32_t column_count;
  int32_t category_count;
  int32_t truncate; /* not 0: inside a cast, read as f64 */
  int32_t dtype;    /* converted to this type */
  int32_t rank;
  int32_t line;                 /* of the field, for messages */
  int64_t shape[NN_MAX_RANK];   /* -1: differs between examples */
  const nn_argument *arguments; /* of "words" and "length" */
  int32_t argument_count;
  int32_t dims[NN_MAX_RANK]; /* where shape is -1: index in nn_program.dims */
} nn_column;

typedef struct {
  const char *name;
  const char *source; /* rows, idx, csv, tsv, ... */
  const nn_argument *arguments;
  const nn_column *columns;
  nn_entry
      prepare; /* inputs are the columns, outputs the fields, one example */
  double validation_fraction; /* of the split; 0 where there is none */
  double test_fraction;
  int32_t argument_count;
  int32_t column_count;
  int32_t has_split;
  int32_t line;     /* of the declaration */
  nn_entry augment; /* of training examples only: from the fields that it reads
                       to those that it changes, keyed by seed, epoch and
                       example */
} nn_dataset;

typedef enum {
  NN_ALL = 0,
  NN_TRAIN_PART = 1,
  NN_VALIDATION_PART = 2,
  NN_TEST_PART = 3
} nn_part;

/* A data set, or a part of one. */
typedef struct {
  int32_t dataset; /* index in nn_program.datasets, -1: none */
  int32_t part;    /* nn_part */
} nn_data;

/* What to do with the values that `control` answers: indices into them, -1
 * where the section does not ask for it. */
typedef struct {
  int32_t stop_when;   /* stop where the value is not 0 */
  int32_t best;        /* checkpoint = best(x) */
  int32_t best_higher; /* larger is better */
  int32_t patience;    /* early_stop = patience(x, length, ...) */
  int32_t patience_higher;
  int32_t restore_best;
  nn_duration patience_length;
  double min_delta;
  nn_duration every; /* checkpoint = every(length, keep) */
  int32_t keep;      /* 0: all */
  int32_t reserved;
} nn_policy;

typedef struct {
  const char *name;
  const nn_tensor *tensors; /* of the optimizer block */
  int64_t optimizer_bytes;
  int32_t model; /* index in nn_program.models */
  int32_t tensor_count;
  nn_entry init;            /* fills the optimizer block */
  nn_entry train_step;      /* inputs are the fields that the section reads */
  nn_entry accumulate_step; /* a batch of a group, all but its last: adds its
                               gradient to sums in the optimizer block;
                               train_step learns from them and its own batch */
  nn_entry eval_step;
  nn_entry control;
  nn_entry inspect; /* outputs: every layer's value, in order of evaluation */
  nn_entry statistics; /* of a step, which it does not take: outputs are numbers
                          called PATH#KIND, see nn-gather-statistics; of layers
                          in a loop arrays, with an axis for each `*` of PATH */
  nn_entry gradients;  /* gradcheck: the value is the loss, outputs one gradient
                          per parameter, then one per float input, then what
                          differences hold constant, each an input as well:
                          `frozen.N`, or `frozen.N NAME` of a surrogate */
  nn_entry objective;  /* gradcheck: gradients without its outputs */
  nn_data data;
  nn_data validation;
  nn_data test;
  int64_t batch;
  nn_duration length_epochs; /* not given: not limited that way */
  nn_duration length_steps;
  nn_duration validate_every;
  nn_policy policy;
  int64_t seed;
  int64_t accumulate; /* batches a step; a shorter group ends the epoch */
  int32_t shuffle;
  int32_t has_optimizer;     /* 0: learns by `update` rules */
  const char *start_from;    /* null, an earlier section, or a weights file */
  const char *const *higher; /* metrics that are better when larger */
  int32_t higher_count;
  int32_t reserved;
  /* 2 per multiply-add of contractions of a step; null: it has none */
  int64_t (*flops)(const int64_t *dims);
  const char *bucket_by; /* a field: batches of similar length; or null */
  /* Of paths in the file `start_from`: what they start with, and what they
   * start with in this program, in turn; the first that fits counts. */
  const char *const *renames;
  int64_t rename_count; /* pairs */
  /* Other models that the section calls, and the section that each has learned
   * in before or "", in turn. Their tensors are states of this model, below
   * their name. */
  const char *const *lenders;
  int64_t lender_count; /* pairs */
} nn_train;

typedef struct {
  const char *name;
  const nn_tensor *tensors; /* parameters, then states */
  int64_t parameter_bytes;
  int64_t state_bytes;
  int32_t tensor_count;
  int32_t reserved;
  nn_entry init; /* fills the parameter and state blocks from the seed */
  nn_entry infer;
  /* Between the file's form and the resident form of tensor `index` (in
   * `tensors`, or in `trains[train].tensors` where train >= 0). */
  void (*pack)(int32_t train, int32_t index, const void *file, void *resident);
  void (*unpack)(int32_t train, int32_t index, const void *resident,
                 void *file);
  /* Blocks with weights, read-only, in the library itself, aligned as blocks
   * are; or null. `infer` may be called on them as they are. */
  const void *embedded;
  const void *embedded_state;
  int64_t (*flops)(const int64_t *dims); /* of infer, as of a step */
  /* Vocabularies of the embedded weights, name and text in turn; see
   * nnrt_model_set_vocabulary. */
  const char *const *vocabularies;
  int64_t vocabulary_count; /* pairs */
} nn_model;

/* A part of an entry that takes time: a call of a kernel, or a loop. */
typedef struct {
  const char *entry;  /* the function it is in */
  const char *layer;  /* path of the layer it computes for, or a line */
  const char *kernel; /* the function that is called, or what is done */
  int64_t flops;      /* 2 per multiply-add of a contraction, 0 elsewhere */
  int64_t bytes;      /* of the tensors read and written, 0 where unknown */
} nn_site;

/* How a host hears where time goes: where `mark` is set, entries call it
 * before (begins = 1) and after each site, on the thread that runs the entry.
 * Sites do not nest. */
typedef struct {
  const nn_site *sites;
  int64_t site_count;
  void (*mark)(void *host, int64_t site, int32_t begins);
  void *host;
} nn_profile;

typedef struct nn_program {
  uint64_t magic;
  uint32_t abi_version;
  uint32_t struct_size;    /* sizeof(nn_program) */
  const char *name;        /* the stem of the file */
  const char *source_hash; /* of the source and all it imports, in hex */
  const char *compiler;    /* version */
  const char *target;      /* triple and cpu */
  const char *const *cpu_features; /* required, by the names of LLVM */
  const nn_dim *dims;
  const nn_hyper *hypers;
  const nn_model *models;
  const nn_train *trains;
  const nn_dataset *datasets;
  int32_t cpu_feature_count;
  int32_t dim_count;
  int32_t hyper_count;
  int32_t model_count;
  int32_t train_count;
  int32_t dataset_count;
  int32_t edition;
  int32_t threads;       /* 0 off, 1 OpenMP, 2 the host's nn_parallel */
  const void *gpu_image; /* null: none */
  int64_t gpu_image_bytes;
  nn_profile *profile; /* null: compiled without */
} nn_program;

#ifdef __cplusplus
}
#endif

#endif /* NNRT_PROGRAM_H */
