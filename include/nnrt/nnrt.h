/*===- nnrt.h - The runtime, as plain C -----------------------------*- C
 * -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * libnnrt runs, trains and saves compiled programs in somebody else's process.
 * It needs libc alone: no C++ runtime, no data loaders (those are in
 * nnrt/train.h). It keeps no global state, prints nothing and never ends the
 * process.
 *
 * Each comment has the parts that apply:
 *
 * Memory   Whose the buffers are and how long they are needed. What is not
 *          mentioned (names, paths, arrays, *error) is the caller's, is only
 *          read or filled in during the call, and not kept.
 * Returns  The codes that can come. A function that can fail returns an
 *          nnrt_code, NNRT_OK where all is well, and says the same with a
 *          sentence in *error, which may be null. NNRT_BAD_CALL can come from
 *          all of them, for a null argument or handle, and is not listed. A
 *          call that fails changes nothing: no object, no file, no output.
 * Threads  "One at a time" is: while no other call uses the object, or one that
 *          it was made from or that was made from it. "Any number at once" is:
 *          beside calls that say the same.
 *
 * Handles: made by open, wrap and create, and released by the function that
 * takes the address of the handle and sets it to null; released twice it is
 * nothing. An object that others were made from stays in memory until they are
 * released too, in any order. A copy of a handle that was released is not valid
 * any more: it is found out in most cases, not in all.
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

/* Grows with every change of what this header declares; the library's file name
 * carries it (libnnrt.so.3), so that a program meets the one it was built for.
 */
#define NNRT_VERSION 3

/* NNRT_VERSION of the library that is really there.
 *
 * Returns  The number; another than NNRT_VERSION fits another header.
 * Threads  Any number at once. */
NNRT_API uint32_t nnrt_version(void);

/*===----------------------------------------------------------------------===*
 * Errors
 *===----------------------------------------------------------------------===*/

typedef enum {
  NNRT_OK = 0,
  /* As entries return them (nnrt/program.h). */
  NNRT_BAD_CALL = 1, /* a null argument, a handle that was released, memory that
                        overlaps or is not aligned, another struct_size */
  NNRT_BAD_DIM = 2,  /* a dim outside its range */
  NNRT_BAD_INDEX = 3,     /* an index in the data outside its axis */
  NNRT_NOT_FINITE = 4,    /* the loss is not finite */
  NNRT_ASSERT_FAILED = 5, /* an `assert` of the program */
  NNRT_WRONG_CPU = 6,     /* the processor lacks what the program needs */
  /* Of this library. */
  NNRT_BAD_SHAPE = 7, /* an array's type, rank or size, or how many there are */
  NNRT_TOO_SMALL = 8, /* a buffer of the caller */
  NNRT_NOT_FOUND = 9, /* no model, section, tensor or hyper of this name */
  NNRT_BAD_VALUE = 10,     /* not a value of this hyper, or it is structural */
  NNRT_BAD_FILE = 11,      /* damaged, cut short or not of this kind */
  NNRT_WRONG_WEIGHTS = 12, /* of another model, or of another run */
  NNRT_BAD_VERSION = 13,   /* program and library do not fit */
  NNRT_NO_MEMORY = 14,
  NNRT_SYSTEM = 15,    /* a file or library that cannot be opened or written */
  NNRT_BAD_INPUT = 16, /* data or a program that cannot be trained on */
  NNRT_BUG = 70        /* ours */
} nnrt_code;

typedef struct {
  int32_t code; /* nnrt_code */
  char message[1020];
} nnrt_error;

/* The name of a code, such as "NNRT_BAD_DIM".
 *
 * Returns  A constant text; "no nnrt_code" where it is none.
 * Threads  Any number at once. */
NNRT_API const char *nnrt_code_name(int32_t code);

/*===----------------------------------------------------------------------===*
 * Memory and arrays
 *===----------------------------------------------------------------------===*/

/* Where a library gets memory from, instead of malloc: `bytes` at a multiple of
 * `alignment` (a power of two, at least NN_BLOCK_ALIGNMENT), with any content,
 * or null where there is none left. What was allocated is released with the
 * object that needs it, never moved. Both may be called by any thread that uses
 * the program or what is made from it. */
typedef struct {
  void *(*allocate)(void *host, size_t alignment, size_t bytes);
  void (*release)(void *host, void *memory);
  void *host;
} nnrt_memory;

/* A dense row-major array in memory of the caller's, aligned to its element: of
 * f32[batch, 64], element (i, k) is data[i * 64 + k]. f16 and bf16 are their
 * bits, a bool is a byte of 0 or 1. */
typedef struct {
  void *data;
  size_t bytes;  /* of an input its size, of an output what there is room for */
  int32_t dtype; /* nn_dtype */
  int32_t rank;
  int64_t shape[NN_MAX_RANK];
} nnrt_array;

/* The bytes of one element.
 *
 * Returns  1, 2, 4 or 8; 0 for what is no nn_dtype.
 * Threads  Any number at once. */
NNRT_API size_t nnrt_element_bytes(int32_t dtype);

/*===----------------------------------------------------------------------===*
 * Programs
 *===----------------------------------------------------------------------===*/

/* A compiled program with the values of its hypers and its threads. */
typedef struct nnrt_program nnrt_program;

/* Loads a model.so. The version of its interface and the processor are checked.
 * One file may be opened several times; each has hypers of its own.
 *
 * Memory   *memory is copied; null: malloc. What it points to, and the
 *          functions, stay until the program and all that was made from it are
 *          released. *program is set to what nnrt_close releases.
 * Returns  NNRT_SYSTEM: no such file; NNRT_BAD_FILE: not a library, or not of
 *          nnc; NNRT_BAD_VERSION: of another nnc; NNRT_WRONG_CPU: the message
 *          says what the processor lacks; NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_open(const char *path, const nnrt_memory *memory,
                           nnrt_program **program, nnrt_error *error);
/* Takes a program that is linked in (`<stem>_program`); else as nnrt_open.
 *
 * Memory   As of nnrt_open; *compiled stays where it is while the program is
 *          open.
 * Returns  NNRT_BAD_FILE: not a program; NNRT_BAD_VERSION, NNRT_WRONG_CPU,
 *          NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_wrap(const nn_program *compiled,
                           const nnrt_memory *memory, nnrt_program **program,
                           nnrt_error *error);
/* Releases a program, and its library once nothing made from it is left.
 *
 * Memory   *program becomes null; null, or a place that holds it, is nothing.
 * Returns  Nothing.
 * Threads  One at a time; other threads may use models of it meanwhile. */
NNRT_API void nnrt_close(nnrt_program **program);
/* Its tables: dims, models with their inputs and outputs, sections.
 *
 * Memory   Constant, and valid while the program, or what was made from it,
 *          is open.
 * Returns  The tables; null where the handle is none.
 * Threads  Any number at once. */
NNRT_API const nn_program *nnrt_descriptor(const nnrt_program *program);

/* Sets a hyper that is not structural, such as ("lr", "3e-4"), for all models
 * of the program, from the next call on. An `assert` about it answers in that
 * call.
 *
 * Memory   Name and value are not kept.
 * Returns  NNRT_NOT_FOUND: no hyper of this name; NNRT_BAD_VALUE: not a value
 *          of its type, or the hyper is structural.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_set(nnrt_program *program, const char *name,
                          const char *value, nnrt_error *error);
/* The value in force, of any hyper that is a number: an int or bool in `i`, a
 * num in `f`.
 *
 * Memory   *value is filled in.
 * Returns  NNRT_NOT_FOUND: no hyper of this name; NNRT_BAD_VALUE: it is a str
 *          or a duration, whose text is in the tables.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_get(const nnrt_program *program, const char *name,
                          nn_scalar *value, nnrt_error *error);

/* Parallel loops of a program compiled with --threads=host run on `threads`
 * threads of this library (the caller's is one of them), those of one with
 * --threads=omp on as many of OpenMP's, where this thread calls them. The bits
 * of a result do not depend on their number.
 *
 * Memory   The threads belong to the program and end with it. *used (may be
 *          null) is how many there really will be: 1 for --threads=off.
 * Returns  NNRT_BAD_CALL also for less than 1 or more than 4096;
 *          NNRT_NO_MEMORY: no memory, or the system gives no such number.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_set_threads(nnrt_program *program, int32_t threads,
                                  int32_t *used, nnrt_error *error);
/* The same on the host's own threads. Several of them may call run() at once,
 * where several use models of the program.
 *
 * Memory   *parallel is not copied: it stays where it is while the program is
 *          open, or until another takes its place; null: loops run in order.
 * Returns  NNRT_BAD_CALL also where `run` is null or `threads` below 1.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_set_parallel(nnrt_program *program,
                                   const nn_parallel *parallel,
                                   nnrt_error *error);

/*===----------------------------------------------------------------------===*
 * Models
 *===----------------------------------------------------------------------===*/

/* A model's parameters and state. */
typedef struct nnrt_model nnrt_model;

/* The model of this name, or the first if null. Its parameters are those that
 * were embedded, else zero until they are loaded or initialized.
 *
 * Memory   *model is set to what nnrt_model_free releases; its blocks are of
 *          the program's memory.
 * Returns  NNRT_NOT_FOUND: no model of this name; NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_model_create(nnrt_program *program, const char *name,
                                   nnrt_model **model, nnrt_error *error);
/* Releases a model, once no trainer that was made from it is left.
 *
 * Memory   *model becomes null; null, or a place that holds it, is nothing.
 * Returns  Nothing.
 * Threads  One at a time; other models of the program may be in use. */
NNRT_API void nnrt_model_free(nnrt_model **model);
/* Draws its initial values: what `nnc-run train` starts from with this seed.
 *
 * Memory   Writes parameters and state of the model.
 * Returns  NNRT_ASSERT_FAILED, NNRT_NO_MEMORY.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_model_init(nnrt_model *model, int64_t seed,
                                 nnrt_error *error);

/* For nnrt_model_load: tensors that only the file or only the model has are
 * passed over, as where a new last layer is put on trained ones. At least one
 * must be on both sides. */
#define NNRT_PARTIAL 1u

/* Weights in safetensors form, from a file. Every tensor of the model must be
 * there with its type and shape, and no others but `optimizer.*` and `best.*`
 * of a checkpoint. All is checked before the first write. The vocabularies of
 * the model become those of the file (with NNRT_PARTIAL: where it has any).
 * `flags`: 0 or NNRT_PARTIAL.
 *
 * Memory   The file is not needed any more after the call.
 * Returns  NNRT_SYSTEM: it cannot be read; NNRT_BAD_FILE: not a safetensors
 *          file, damaged or cut short; NNRT_WRONG_WEIGHTS: of another model,
 *          the message names the tensors; NNRT_BAD_CALL also for an unknown
 *          flag; NNRT_NO_MEMORY.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_model_load(nnrt_model *model, const char *path,
                                 uint32_t flags, nnrt_error *error);
/* The same from memory.
 *
 * Memory   Reads `bytes` of data, at any alignment; they are not kept.
 * Returns  As of nnrt_model_load, but for NNRT_SYSTEM.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_model_load_memory(nnrt_model *model, const void *data,
                                        size_t bytes, uint32_t flags,
                                        nnrt_error *error);
/* Writes parameters, states, hypers and vocabularies in safetensors form. The
 * file is replaced whole or not at all: it is written as PATH.part, which no
 * other call may write at the same time, and renamed.
 *
 * Memory   As of the model.
 * Returns  NNRT_SYSTEM: the file cannot be written; NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_model_save(const nnrt_model *model, const char *path,
                                 nnrt_error *error);
/* The same into memory. To learn the size first, call it with null for data.
 *
 * Memory   Writes *bytes (may be null), the size of what is written, also where
 *          it does not fit; and so many bytes of data.
 * Returns  NNRT_TOO_SMALL: `capacity` is less, or data null; NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_model_save_memory(const nnrt_model *model, void *data,
                                        size_t capacity, size_t *bytes,
                                        nnrt_error *error);

/* One parameter or state by its path, such as "hidden.weight"; types and shapes
 * are in the tables (nn_model.tensors).
 *
 * Memory   Fills all `bytes` of data, row major, at any alignment.
 * Returns  NNRT_NOT_FOUND: no tensor of this path; NNRT_BAD_SHAPE: `bytes` is
 *          not its size.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_model_read(const nnrt_model *model, const char *path,
                                 void *data, size_t bytes, nnrt_error *error);
/* Sets one parameter or state.
 *
 * Memory   Reads all `bytes` of data, row major, at any alignment.
 * Returns  As of nnrt_model_read.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_model_write(nnrt_model *model, const char *path,
                                  const void *data, size_t bytes,
                                  nnrt_error *error);

/* The words or characters that the numbers of a text stand for, under the name
 * that weights files note them by: "vocabulary.DATASET" for characters, in the
 * order of their numbers, "words.DATASET.FIELD" for words, a line each.
 * nnrt_model_load finds them, nnrt_model_save and nnrt_trainer_save write them,
 * and `nnc-run generate` and `eval` read them there.
 *
 * Memory   The text, UTF-8, is copied; null: there is none of this name.
 * Returns  NNRT_BAD_VALUE: a name that begins otherwise; NNRT_NO_MEMORY.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_model_set_vocabulary(nnrt_model *model, const char *name,
                                           const char *text, nnrt_error *error);
/* The text that is set, or was loaded.
 *
 * Memory   The text is the model's, until it is set again, loaded or freed.
 * Returns  The text; null where there is none, or the handle is none.
 * Threads  Any number at once. */
NNRT_API const char *nnrt_model_vocabulary(const nnrt_model *model,
                                           const char *name);

/* Runs the model on arrays in the order of the descriptor's `infer` entry.
 * Named dims, such as the batch, follow from the inputs' shapes.
 *
 * Memory   Of an input all members are given, of an output data and bytes (the
 *          room there is): its dtype, rank, shape and bytes are filled in.
 *          Outputs overlap neither each other nor an input. `arena` is
 *          scratch memory, NN_BLOCK_ALIGNMENT aligned, of at least what
 *          nnrt_infer_plan says; null: taken from the program's memory for the
 *          time of the call.
 * Returns  NNRT_BAD_SHAPE: type, rank, size or number of arrays;
 *          NNRT_BAD_DIM: a dim outside its range; NNRT_TOO_SMALL: an output, or
 *          the arena;
 *          NNRT_BAD_CALL also for memory that overlaps or is not aligned;
 *          NNRT_BAD_INDEX, NNRT_ASSERT_FAILED: the program refuses the data;
 *          NNRT_NOT_FOUND: the program was compiled without inference;
 *          NNRT_NO_MEMORY.
 * Threads  Any number at once on one model, each with an arena (or null) and
 *          outputs of its own. */
NNRT_API int32_t nnrt_infer(const nnrt_model *model, const nnrt_array *inputs,
                            int32_t input_count, nnrt_array *outputs,
                            int32_t output_count, void *arena,
                            size_t arena_bytes, nnrt_error *error);
/* What nnrt_infer would need for inputs of these shapes.
 *
 * Memory   The data of inputs and outputs may be null, and is not looked at;
 *          dtype, rank, shape and bytes of the outputs and *arena_bytes are
 *          filled in.
 * Returns  NNRT_BAD_SHAPE, NNRT_BAD_DIM, NNRT_NOT_FOUND, as of nnrt_infer.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_infer_plan(const nnrt_model *model,
                                 const nnrt_array *inputs, int32_t input_count,
                                 nnrt_array *outputs, int32_t output_count,
                                 size_t *arena_bytes, nnrt_error *error);

/*===----------------------------------------------------------------------===*
 * Training, step by step
 *===----------------------------------------------------------------------===*/

/* A run of a `train` section: the optimizer's state, the position, and the
 * arena. The model that it learns on may be read, saved and inferred from
 * between steps. */
typedef struct nnrt_trainer nnrt_trainer;

typedef struct {
  uint32_t struct_size; /* sizeof(nnrt_trainer_options) */
  uint32_t reserved;
  int64_t seed;              /* of dropout and other draws */
  int64_t batches_per_epoch; /* 0: one endless epoch. Schedules that count in
                                epochs, and the shorter last group of a section
                                that accumulates, need it. */
} nnrt_trainer_options;

/* Where a run is. */
typedef struct {
  int64_t step;          /* updates done */
  int64_t epoch;         /* epochs finished */
  int64_t position;      /* batches done in this epoch */
  int64_t batch_counter; /* batches done in all */
  int64_t seed;
} nnrt_position;

/* A run of the section of this name (null: the first) on `model`, which must be
 * of the section's model and keeps its weights. Options may be null: the
 * section's seed, one endless epoch.
 *
 * Memory   *options is not kept. *trainer is set to what nnrt_trainer_free
 *          releases; it keeps the model in memory.
 * Returns  NNRT_NOT_FOUND: no section of this name; NNRT_WRONG_WEIGHTS: it
 *          trains another model; NNRT_BAD_CALL also for another struct_size or
 *          a count below 0; NNRT_NO_MEMORY.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_trainer_create(nnrt_model *model, const char *section,
                                     const nnrt_trainer_options *options,
                                     nnrt_trainer **trainer, nnrt_error *error);
/* Ends a run. What was learned is in the model.
 *
 * Memory   *trainer becomes null; null, or a place that holds it, is nothing.
 * Returns  Nothing.
 * Threads  One at a time. */
NNRT_API void nnrt_trainer_free(nnrt_trainer **trainer);
/* Where the run is.
 *
 * Memory   *position is filled in.
 * Returns  Nothing but NNRT_BAD_CALL.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_trainer_position(const nnrt_trainer *trainer,
                                       nnrt_position *position,
                                       nnrt_error *error);

/* Learns from one batch: all that the section reads, in the order of its
 * train_step's inputs, with the batch as first dim. In a section that
 * accumulates, each batch is given to this function, and the last one of a
 * group makes the update. Memory is allocated at the first step, and where a
 * batch needs a larger arena than all before.
 *
 * Memory   Inputs are read. `values` (may be null, for any value_count) gets
 *          the loss and the metrics, means over the batch, in the order of
 *          train_step.values. The weights in the model change.
 * Returns  NNRT_BAD_SHAPE, NNRT_BAD_DIM, NNRT_BAD_INDEX, NNRT_ASSERT_FAILED: as
 *          of nnrt_infer; NNRT_NOT_FINITE: the loss is not; NNRT_TOO_SMALL:
 *          value_count is less than the values there are; NNRT_NOT_FOUND: the
 *          section has no such step; NNRT_NO_MEMORY. Nothing is learned then.
 * Threads  One at a time: no other call may use the model or another trainer of
 *          it meanwhile. */
NNRT_API int32_t nnrt_train_step(nnrt_trainer *trainer,
                                 const nnrt_array *inputs, int32_t input_count,
                                 double *values, int32_t value_count,
                                 nnrt_error *error);
/* Loss and metrics of one batch in evaluation mode; nothing is learned.
 *
 * Memory   As of nnrt_train_step, with the inputs and values of eval_step; the
 *          weights stay.
 * Returns  As of nnrt_train_step, but a loss may be anything.
 * Threads  One at a time on one trainer; the model may be read and inferred
 *          from meanwhile. */
NNRT_API int32_t nnrt_eval_step(nnrt_trainer *trainer, const nnrt_array *inputs,
                                int32_t input_count, double *values,
                                int32_t value_count, nnrt_error *error);

/* A checkpoint: weights, state, optimizer, position and vocabularies, in
 * safetensors form; a run that is loaded goes on with the same bits.
 * nnrt_model_load reads it too. The file is written as by nnrt_model_save.
 *
 * Memory   As of the trainer.
 * Returns  As of nnrt_model_save.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_trainer_save(const nnrt_trainer *trainer,
                                   const char *path, nnrt_error *error);
/* The same into memory.
 *
 * Memory   As of nnrt_model_save_memory.
 * Returns  As of nnrt_model_save_memory.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_trainer_save_memory(const nnrt_trainer *trainer,
                                          void *data, size_t capacity,
                                          size_t *bytes, nnrt_error *error);
/* Takes up the run of a checkpoint: weights and vocabularies of the model,
 * optimizer and position become those of the file. All is checked before the
 * first write.
 *
 * Memory   The file is not needed any more after the call.
 * Returns  As of nnrt_model_load; NNRT_WRONG_WEIGHTS also for weights without a
 *          run, the run of another section, or a position that an epoch of
 *          these options does not have.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_trainer_load(nnrt_trainer *trainer, const char *path,
                                   nnrt_error *error);
/* The same from memory.
 *
 * Memory   Reads `bytes` of data, at any alignment; they are not kept.
 * Returns  As of nnrt_trainer_load, but for NNRT_SYSTEM.
 * Threads  One at a time. */
NNRT_API int32_t nnrt_trainer_load_memory(nnrt_trainer *trainer,
                                          const void *data, size_t bytes,
                                          nnrt_error *error);

/*===----------------------------------------------------------------------===*
 * Threads for programs that are called without the functions above
 *===----------------------------------------------------------------------===*/

typedef struct nnrt_pool nnrt_pool;

/* A pool of `threads` threads in all, the caller's among them: at least 1, at
 * most 4096.
 *
 * Memory   As of nnrt_open. *pool is set to what nnrt_pool_free releases.
 * Returns  NNRT_BAD_CALL also for another number; NNRT_NO_MEMORY: no memory, or
 *          the system gives no such number of threads.
 * Threads  Any number at once. */
NNRT_API int32_t nnrt_pool_create(int32_t threads, const nnrt_memory *memory,
                                  nnrt_pool **pool, nnrt_error *error);
/* Waits for the threads to end, and releases the pool.
 *
 * Memory   *pool becomes null; null, or a place that holds it, is nothing.
 * Returns  Nothing.
 * Threads  One at a time, while none runs a loop on it. */
NNRT_API void nnrt_pool_free(nnrt_pool **pool);
/* The pool as nn_call.parallel and nnrt_set_parallel take it. A thread that
 * finds it busy, or is inside of a body, runs its loop alone.
 *
 * Memory   The pool's; valid until it is freed.
 * Returns  Null where the handle is none.
 * Threads  Any number at once; so may run() be called. */
NNRT_API const nn_parallel *nnrt_pool_parallel(const nnrt_pool *pool);

#ifdef __cplusplus
}
#endif

#endif /* NNRT_NNRT_H */
