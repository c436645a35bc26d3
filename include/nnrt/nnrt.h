/*===- nnrt.h - The runtime, as plain C -----------------------------*- C
 * -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * libnnrt runs compiled programs: it owns their memory, reads data and weights,
 * and drives the training loop. It needs libc, libm, zlib and a C++ runtime; a
 * program that does without it calls the entries of program.h itself.
 *
 * Functions that can fail return 0 or null on failure, and say why in *error
 * (which may be null). None of them prints, or ends the process. One object may
 * be used by one thread at a time; different objects by different threads.
 *
 *===----------------------------------------------------------------------===*/

#ifndef NNRT_NNRT_H
#define NNRT_NNRT_H

#include "nnrt/program.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define NNRT_API __attribute__((visibility("default")))
#else
#define NNRT_API
#endif

/* Why a call failed: a code as the tools exit with (1 the input was wrong, 3 a
 * fault outside, 70 a bug) and the diagnostic. */
typedef struct {
  int32_t code;
  char message[1020];
} nnrt_error;

/*===----------------------------------------------------------------------===*
 * Programs
 *===----------------------------------------------------------------------===*/

typedef struct nnrt_program nnrt_program;

/* Loads a model.so, or takes a program that is linked in (`<stem>_program`).
 * Both check the version of the interface and the processor. */
NNRT_API nnrt_program *nnrt_open(const char *path, nnrt_error *error);
NNRT_API nnrt_program *nnrt_wrap(const nn_program *program, nnrt_error *error);
NNRT_API void nnrt_close(nnrt_program *program);
NNRT_API const nn_program *nnrt_descriptor(const nnrt_program *program);

/* Sets a hyper that is not structural, such as ("lr", "3e-4"). */
NNRT_API int32_t nnrt_set(nnrt_program *program, const char *name,
                          const char *value, nnrt_error *error);
/* How many threads its parallel loops use; returns how many they really will,
 * which is 1 for a program compiled with --threads=off. */
NNRT_API int32_t nnrt_set_threads(nnrt_program *program, int32_t threads);

/*===----------------------------------------------------------------------===*
 * Models
 *===----------------------------------------------------------------------===*/

/* A model's parameters and state. */
typedef struct nnrt_model nnrt_model;

/* The model of this name, or the first if null; from a seed, or zero until
 * weights are loaded. The program must outlive it. */
NNRT_API nnrt_model *nnrt_model_create(nnrt_program *program, const char *name,
                                       nnrt_error *error);
NNRT_API void nnrt_model_free(nnrt_model *model);
NNRT_API int32_t nnrt_model_init(nnrt_model *model, int64_t seed,
                                 nnrt_error *error);

/* Weights in safetensors form. A file that does not fit changes nothing; saving
 * replaces the file whole or not at all. */
NNRT_API int32_t nnrt_model_load(nnrt_model *model, const char *path,
                                 nnrt_error *error);
NNRT_API int32_t nnrt_model_save(const nnrt_model *model, const char *path,
                                 nnrt_error *error);

/* One tensor, row major, by its path; `bytes` must be its size. */
NNRT_API int32_t nnrt_model_read(const nnrt_model *model, const char *path,
                                 void *data, size_t bytes, nnrt_error *error);
NNRT_API int32_t nnrt_model_write(nnrt_model *model, const char *path,
                                  const void *data, size_t bytes,
                                  nnrt_error *error);

/* Runs the model. One pointer for each input and output of the descriptor's
 * `infer` entry, one value for each of its dims, in that order. */
NNRT_API int32_t nnrt_model_infer(nnrt_model *model, const int64_t *dims,
                                  const void *const *inputs,
                                  void *const *outputs, nnrt_error *error);

/*===----------------------------------------------------------------------===*
 * Training
 *===----------------------------------------------------------------------===*/

typedef struct {
  uint32_t struct_size; /* sizeof(nnrt_train_options) */
  int32_t resume;       /* go on from OUT/checkpoint, with the same bits */
  const char *data;     /* folder of the data files, null: beside the program */
  const char *out;      /* folder for the results, null: write nothing */
  int64_t epochs;       /* 0: as the program says; so for the next two */
  int64_t steps;
  int64_t batch;
  const int64_t *seed; /* null: the program's */
  /* Hears each line of metrics.jsonl as it is written, and each note. */
  void (*report)(void *context, const char *json_line);
  void (*note)(void *context, const char *text);
  void *context;
  /* Once not 0, the run ends after the step at hand, with a checkpoint. May be
   * set by a signal handler. */
  const volatile int *stop;
} nnrt_train_options;

/* Runs the train section of this name (null: the first). Returns the closing
 * line of `nnc-run train` as JSON, to be released with nnrt_free. */
NNRT_API char *nnrt_train(nnrt_program *program, const char *section,
                          const nnrt_train_options *options, nnrt_error *error);

/* Measures weights on the test part, else the validation part, else the data
 * of the section. Returns JSON of the same shape. */
NNRT_API char *nnrt_evaluate(nnrt_program *program, const char *section,
                             const char *data, const char *weights,
                             nnrt_error *error);

NNRT_API void nnrt_free(char *text);

/* The order in which epoch `epoch` (from 0) of a run visits its examples:
 * permutes `order` as the training loop does. */
NNRT_API void nnrt_shuffle(int64_t *order, int64_t count, int64_t seed,
                           int64_t epoch);

#ifdef __cplusplus
}
#endif

#endif /* NNRT_NNRT_H */
