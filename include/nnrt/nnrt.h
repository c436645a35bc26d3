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
 * Errors: a function that can fail returns an nnrt_code, NNRT_OK where all is
 * well, and says the same with a sentence in *error, which may be null. A call
 * that fails changes nothing, neither the object nor a file, unless its comment
 * says otherwise.
 *
 * Handles: made by open, wrap and create, and released by the function that
 * takes the address of the handle and sets it to null; a null handle is
 * NNRT_BAD_CALL, released twice it is nothing. An object that others were made
 * from stays in memory until they are released too, in any order.
 *
 * Threads: an object may be used by one thread at a time, and different objects
 * of one program by different threads. Functions that take a const handle may
 * run on several threads at once on one object, while none changes it.
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
 * carries it (libnnrt.so.2), so that a program meets the one it was built for.
 */
#define NNRT_VERSION 2

/* NNRT_VERSION of the library that is really there. */
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

/* The name of a code, such as "NNRT_BAD_DIM". */
NNRT_API const char *nnrt_code_name(int32_t code);

/*===----------------------------------------------------------------------===*
 * Memory and arrays
 *===----------------------------------------------------------------------===*/

/* Where a library gets memory from, instead of malloc. `allocate` answers null
 * where there is none left; both may be called by any thread that uses the
 * program or what is made from it. */
typedef struct {
  void *(*allocate)(void *host, size_t alignment, size_t bytes);
  void (*release)(void *host, void *memory);
  void *host;
} nnrt_memory;

/* A dense row-major array in memory of the caller's, aligned to its element. */
typedef struct {
  void *data;
  size_t bytes;  /* of an input its size, of an output what there is room for */
  int32_t dtype; /* nn_dtype */
  int32_t rank;
  int64_t shape[NN_MAX_RANK];
} nnrt_array;

/* The bytes of one element; 0 for what is no nn_dtype. */
NNRT_API size_t nnrt_element_bytes(int32_t dtype);

/*===----------------------------------------------------------------------===*
 * Programs
 *===----------------------------------------------------------------------===*/

/* A compiled program with the values of its hypers and its threads. */
typedef struct nnrt_program nnrt_program;

/* Loads a model.so, or takes a program that is linked in (`<stem>_program`),
 * which must stay where it is. Both check the version of the interface and the
 * processor. `memory` is copied; null: malloc. One library may be opened
 * several times; each has hypers of its own.
 * NNRT_SYSTEM, NNRT_BAD_FILE, NNRT_BAD_VERSION, NNRT_WRONG_CPU. */
NNRT_API int32_t nnrt_open(const char *path, const nnrt_memory *memory,
                           nnrt_program **program, nnrt_error *error);
NNRT_API int32_t nnrt_wrap(const nn_program *compiled,
                           const nnrt_memory *memory, nnrt_program **program,
                           nnrt_error *error);
NNRT_API void nnrt_close(nnrt_program **program);
/* Its tables: models, inputs, sections. Null for null. */
NNRT_API const nn_program *nnrt_descriptor(const nnrt_program *program);

/* Sets a hyper that is not structural, such as ("lr", "3e-4"): from the next
 * call on. An `assert` about it answers in that call.
 * NNRT_NOT_FOUND, NNRT_BAD_VALUE. */
NNRT_API int32_t nnrt_set(nnrt_program *program, const char *name,
                          const char *value, nnrt_error *error);
/* The value in force, of any hyper: an int or bool in `i`, a num in `f`. */
NNRT_API int32_t nnrt_get(const nnrt_program *program, const char *name,
                          nn_scalar *value, nnrt_error *error);

/* Parallel loops of a program compiled with --threads=host run on `threads`
 * threads of this library (the caller's is one of them), those of one with
 * --threads=omp on as many of OpenMP's. *used (may be null) is how many they
 * really will be: 1 for --threads=off. NNRT_NO_MEMORY. */
NNRT_API int32_t nnrt_set_threads(nnrt_program *program, int32_t threads,
                                  int32_t *used, nnrt_error *error);
/* The same on the host's own threads: `parallel` stays where it is while the
 * program is open; null: loops run in order. */
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
 * NNRT_NOT_FOUND, NNRT_NO_MEMORY. */
NNRT_API int32_t nnrt_model_create(nnrt_program *program, const char *name,
                                   nnrt_model **model, nnrt_error *error);
NNRT_API void nnrt_model_free(nnrt_model **model);
/* Draws its initial values: what `nnc-run train` starts from with this seed. */
NNRT_API int32_t nnrt_model_init(nnrt_model *model, int64_t seed,
                                 nnrt_error *error);

/* For nnrt_model_load: tensors that only the file or only the model has are
 * passed over, as where a new last layer is put on trained ones. At least one
 * must be on both sides. */
#define NNRT_PARTIAL 1u

/* Weights in safetensors form, from a file or from memory. Every tensor of the
 * model must be there with its type and shape, and no others but `optimizer.*`
 * and `best.*` of a checkpoint. The whole header is checked before the first
 * write. NNRT_SYSTEM, NNRT_BAD_FILE, NNRT_WRONG_WEIGHTS, NNRT_NO_MEMORY. */
NNRT_API int32_t nnrt_model_load(nnrt_model *model, const char *path,
                                 uint32_t flags, nnrt_error *error);
NNRT_API int32_t nnrt_model_load_memory(nnrt_model *model, const void *data,
                                        size_t bytes, uint32_t flags,
                                        nnrt_error *error);
/* The reverse. A file is replaced whole or not at all. *bytes (may be null) is
 * the size of what is written; into memory, where `capacity` is less than that
 * or `data` null, nothing is: NNRT_TOO_SMALL. */
NNRT_API int32_t nnrt_model_save(const nnrt_model *model, const char *path,
                                 nnrt_error *error);
NNRT_API int32_t nnrt_model_save_memory(const nnrt_model *model, void *data,
                                        size_t capacity, size_t *bytes,
                                        nnrt_error *error);

/* One parameter or state, row major, by its path; `bytes` is its size.
 * NNRT_NOT_FOUND, NNRT_BAD_SHAPE. */
NNRT_API int32_t nnrt_model_read(const nnrt_model *model, const char *path,
                                 void *data, size_t bytes, nnrt_error *error);
NNRT_API int32_t nnrt_model_write(nnrt_model *model, const char *path,
                                  const void *data, size_t bytes,
                                  nnrt_error *error);

/* Runs the model on arrays in the order of the descriptor's `infer` entry.
 * Named dims, such as the batch, follow from the inputs' shapes. Of an output
 * the caller gives data and bytes (the room there is); dtype, rank and shape
 * are filled in. `arena` is scratch memory, NN_BLOCK_ALIGNMENT aligned, of at
 * least what nnrt_infer_plan says; null: taken from the program's memory for
 * the time of the call. Several threads may infer on one model at once, each
 * with arrays and an arena of its own.
 * NNRT_BAD_SHAPE, NNRT_BAD_DIM, NNRT_TOO_SMALL, NNRT_BAD_CALL, NNRT_BAD_INDEX,
 * NNRT_ASSERT_FAILED, NNRT_NO_MEMORY; outputs are undefined after the last
 * three. */
NNRT_API int32_t nnrt_infer(const nnrt_model *model, const nnrt_array *inputs,
                            int32_t input_count, nnrt_array *outputs,
                            int32_t output_count, void *arena,
                            size_t arena_bytes, nnrt_error *error);
/* What nnrt_infer would need for inputs of these shapes (their data may be
 * null): fills in dtype, rank, shape and bytes of the outputs, and the size of
 * the arena. */
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
 * NNRT_NOT_FOUND, NNRT_BAD_CALL, NNRT_WRONG_WEIGHTS, NNRT_NO_MEMORY. */
NNRT_API int32_t nnrt_trainer_create(nnrt_model *model, const char *section,
                                     const nnrt_trainer_options *options,
                                     nnrt_trainer **trainer, nnrt_error *error);
NNRT_API void nnrt_trainer_free(nnrt_trainer **trainer);
NNRT_API int32_t nnrt_trainer_position(const nnrt_trainer *trainer,
                                       nnrt_position *position,
                                       nnrt_error *error);

/* Learns from one batch; inputs in the order of the section's train_step (the
 * fields it reads). `values` (may be null) gets the loss and the metrics, means
 * over the batch, in the order of train_step.values. Nothing is learned where
 * the code is not NNRT_OK. NNRT_BAD_SHAPE, NNRT_BAD_DIM, NNRT_BAD_INDEX,
 * NNRT_NOT_FINITE, NNRT_ASSERT_FAILED, NNRT_TOO_SMALL, NNRT_NO_MEMORY. */
NNRT_API int32_t nnrt_train_step(nnrt_trainer *trainer,
                                 const nnrt_array *inputs, int32_t input_count,
                                 double *values, int32_t value_count,
                                 nnrt_error *error);
/* Loss and metrics in evaluation mode, in the order of eval_step.values. */
NNRT_API int32_t nnrt_eval_step(nnrt_trainer *trainer, const nnrt_array *inputs,
                                int32_t input_count, double *values,
                                int32_t value_count, nnrt_error *error);

/* A checkpoint: weights, state, optimizer and position, in safetensors form; a
 * run that is loaded goes on with the same bits. nnrt_model_load reads it too.
 * Errors as of nnrt_model_load; another section is NNRT_WRONG_WEIGHTS. */
NNRT_API int32_t nnrt_trainer_save(const nnrt_trainer *trainer,
                                   const char *path, nnrt_error *error);
NNRT_API int32_t nnrt_trainer_save_memory(const nnrt_trainer *trainer,
                                          void *data, size_t capacity,
                                          size_t *bytes, nnrt_error *error);
NNRT_API int32_t nnrt_trainer_load(nnrt_trainer *trainer, const char *path,
                                   nnrt_error *error);
NNRT_API int32_t nnrt_trainer_load_memory(nnrt_trainer *trainer,
                                          const void *data, size_t bytes,
                                          nnrt_error *error);

/*===----------------------------------------------------------------------===*
 * Threads for programs that are called without the functions above
 *===----------------------------------------------------------------------===*/

typedef struct nnrt_pool nnrt_pool;

/* `threads` in all, the caller's among them; at least 1. Memory as above. */
NNRT_API int32_t nnrt_pool_create(int32_t threads, const nnrt_memory *memory,
                                  nnrt_pool **pool, nnrt_error *error);
/* Waits for the threads to end. */
NNRT_API void nnrt_pool_free(nnrt_pool **pool);
/* For nn_call.parallel; null for null. Several threads may call it at once:
 * whoever finds it busy, or is inside of a body, runs its loop alone. */
NNRT_API const nn_parallel *nnrt_pool_parallel(const nnrt_pool *pool);

#ifdef __cplusplus
}
#endif

#endif /* NNRT_NNRT_H */
