/*===- JIT.h - Compiling a program in memory, as plain C -----------*- C -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * What libnncCompiler.so offers to nnc-run, which loads it only when it is
 * given a `.nn` file, so that a `model.so` runs where no LLVM is installed.
 *
 *===----------------------------------------------------------------------===*/

#ifndef NNC_PIPELINE_JIT_H
#define NNC_PIPELINE_JIT_H

#include "nnrt/program.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint32_t struct_size; /* sizeof(nnc_jit_options) of the caller */
  int32_t threads;      /* 0 off, 1 OpenMP, 2 the host's nn_parallel */
  int32_t f64;          /* not 0: for gradcheck, which reads every float type as
                           f64 and fills nn_train.gradients */
  int32_t no_train;     /* not 0: inference only */
  const char *train;    /* the one section to build, null: all */
  const char *const *sets; /* "NAME=VALUE", as given to --set */
  int32_t set_count;
  int64_t batch;         /* examples of a training step; 0: as written */
  int64_t memory_budget; /* the most bytes that an entry may need; 0: any */
  int32_t time;          /* not 0: report where the time went */
  int32_t profile;       /* not 0: the program tells where its time goes */
  int32_t winograd;      /* not 0: 3x3 convolutions by minimal filtering */
  int32_t explain;       /* not 0: nn_train.inspect shows a step with its
                            derivatives, see nn-explain-step */
  int32_t statistics;    /* 1: with nn_train.statistics; 2: with nothing else,
                            for the memory of the whole program */
  int32_t attention;     /* not 0: infer of the models answers the weights of
                            their attention, see nn-show-attention; where no
                            model has any, nothing is made */
  int32_t no_tune;       /* not 0: leave the choices beside the program */
  const char *library;   /* not null: write a library there, if that can be */
  /* not null: hears of each file that the program imports */
  void (*import)(void *context, const char *path, const char *text,
                 size_t size);
  /* not null: gets what `nnc summary --json` prints, once */
  void (*summary)(void *context, const char *text, size_t size);
} nnc_jit_options;

typedef struct nnc_jit nnc_jit;

/* Hears each diagnostic as text, ready to print. */
typedef void (*nnc_jit_report)(void *context, const char *text);

/* Compiles the file for this machine. Returns an exit code of the tools: 0, and
 * *result is the program, which uses the `threads` that were asked for, or null
 * where it was written to `library` or nothing was made; 1 where the user's
 * program is wrong; 3 or 70. */
int32_t nnc_jit_compile(const char *path, const nnc_jit_options *options,
                        nnc_jit_report report, void *context, nnc_jit **result);

/* The compiled program; valid until nnc_jit_free. */
const nn_program *nnc_jit_program(const nnc_jit *jit);
void nnc_jit_free(nnc_jit *jit);

#ifdef __cplusplus
}
#endif

#endif /* NNC_PIPELINE_JIT_H */
