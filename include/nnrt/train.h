/*===- train.h - Data sets and the training loop, as plain C --------*- C
 * -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * What `nnc-run train` and `nnc-run eval` do, for other programs: libnnrt-train
 * reads the data sets that a program declares and runs its training loop. It
 * needs libnnrt, a C++ runtime, zlib, libpng and libjpeg. Comments are to be
 * read as those of nnrt/nnrt.h. What these functions allocate comes from
 * malloc, not from the program's nnrt_memory.
 *
 *===----------------------------------------------------------------------===*/

#ifndef NNRT_TRAIN_H
#define NNRT_TRAIN_H

#include "nnrt/nnrt.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint32_t struct_size; /* sizeof(nnrt_train_options) */
  int32_t resume;       /* go on from OUT/checkpoint, with the same bits */
  const char *data;     /* folder of the data files, null: beside the program */
  const char *out;      /* folder for the results, null: write nothing */
  int64_t epochs;       /* 0: as the program says; so for the next two */
  int64_t steps;
  int64_t batch;
  const int64_t *seed; /* null: the program's */
  /* Hears each line of metrics.jsonl as it is written, and each note and
   * finding. */
  void (*report)(void *context, const char *json_line);
  void (*note)(void *context, const char *text);
  void *context;
  /* Once not 0, the run ends after the step at hand, with a checkpoint. May be
   * set by a signal handler. */
  const volatile int *stop;
} nnrt_train_options;

/* Runs the train section of this name (null: the first) from its initial
 * values, with the program's hypers and threads. The weights are in OUT, not in
 * a model: nnrt_model_load reads them from there.
 *
 * Memory   Options and all that they point to are needed until the call ends.
 *          `report` and `note` get texts that are valid during their call.
 *          *summary is set to the closing line of `nnc-run train`, JSON, which
 *          nnrt_free releases.
 * Returns  NNRT_NOT_FOUND: no section of this name; NNRT_BAD_CALL also for null
 *          options, another struct_size, a number below 0, or `resume` without
 *          `out`; NNRT_BAD_INPUT: data, a checkpoint or a loss that cannot be
 *          gone on with, the message names file and line; NNRT_SYSTEM: files
 *          that cannot be written; NNRT_NO_MEMORY; NNRT_BUG. A run that fails
 *          midway leaves the files of its last good checkpoint.
 * Threads  Any number at once, each with an `out` of its own; callbacks come on
 *          the calling thread. */
NNRT_API int32_t nnrt_train(const nnrt_program *program, const char *section,
                            const nnrt_train_options *options, char **summary,
                            nnrt_error *error);

/* Measures a weights file on the test part, else the validation part, else the
 * data of the section (data: a folder; null: beside the program).
 *
 * Memory   *summary is set to JSON of the shape that nnrt_train has, which
 *          nnrt_free releases.
 * Returns  NNRT_NOT_FOUND: no section of this name; NNRT_BAD_INPUT: data or
 *          weights that do not fit or are not there; NNRT_SYSTEM,
 *          NNRT_NO_MEMORY, NNRT_BUG.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_evaluate(const nnrt_program *program, const char *section,
                               const char *data, const char *weights,
                               char **summary, nnrt_error *error);

/* Releases a summary.
 *
 * Memory   The text is gone; null is nothing.
 * Returns  Nothing.
 * Threads  Any number at once. */
NNRT_API void nnrt_free(char *text);

/* The order in which epoch `epoch` (from 0) of a run visits its `count`
 * examples: permutes `order` as the training loop does.
 *
 * Memory   Reads and writes `count` numbers at order. Null or a count below 1
 *          is nothing.
 * Returns  Nothing.
 * Threads  Any number at once, each on an order of its own. */
NNRT_API void nnrt_shuffle(int64_t *order, int64_t count, int64_t seed,
                           int64_t epoch);

#ifdef __cplusplus
}
#endif

#endif /* NNRT_TRAIN_H */
