/*===- Core.h - What the parts of libnnrt share --------------------*- C -*-===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * This folder is C11 and needs libc alone. All memory comes from the program's
 * nnrt_memory, and nothing is kept outside of the objects.
 *
 *===----------------------------------------------------------------------===*/

#ifndef NNC_LIB_RUNTIME_CORE_CORE_H
#define NNC_LIB_RUNTIME_CORE_CORE_H

#include "nnrt/nnrt.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The first member of every object, so that what was released, or is something
 * else, is found in most cases. */
enum {
  NNRT_PROGRAM_TAG = 0x6e6e7001,
  NNRT_MODEL_TAG = 0x6e6e7002,
  NNRT_TRAINER_TAG = 0x6e6e7003,
  NNRT_POOL_TAG = 0x6e6e7004
};

struct nnrt_program {
  uint32_t tag;
  int32_t references; /* changed by atomic operations */
  const nn_program *raw;
  void *library; /* of dlopen, or null */
  char *path;    /* of its file; null: linked in */
  nn_scalar *hypers;
  nnrt_memory memory;
  nnrt_pool *pool;
  const nn_parallel *parallel;
};

/* A vocabulary, as weights files note it. The name and the text, which is
 * `length` bytes and a zero, follow in the same block. */
typedef struct nnrt_note {
  struct nnrt_note *next;
  char *name, *text;
  size_t length;
} nnrt_note;

struct nnrt_model {
  uint32_t tag;
  int32_t references;
  nnrt_program *program;
  const nn_model *raw;
  void *parameters, *state;
  nnrt_note *notes;
};

struct nnrt_trainer {
  uint32_t tag;
  nnrt_model *model;
  const nn_train *raw;
  int32_t index; /* in nn_program.trains */
  void *optimizer, *arena;
  size_t arenaBytes;
  int64_t batchesPerEpoch;
  nnrt_position position;
  double *values; /* what an entry writes */
};

/*===-- Errors ------------------------------------------------------------===*/

/* Sets *error, if there is one, and returns `code`. */
int32_t nnrt_fail(nnrt_error *error, int32_t code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int32_t nnrt_good(nnrt_error *error);
/* What an entry has answered. `what` is the call, for the message. */
int32_t nnrt_fail_call(nnrt_error *error, int32_t code, const char *what,
                       const nn_status *status);

/* Each returns NNRT_BAD_CALL where the handle is none. */
int32_t nnrt_need_program(const nnrt_program *program, nnrt_error *error);
int32_t nnrt_need_model(const nnrt_model *model, nnrt_error *error);

/*===-- Memory ------------------------------------------------------------===*/

/* The caller's, or malloc; NNRT_BAD_CALL where it lacks a function. */
int32_t nnrt_take_memory(const nnrt_memory *given, nnrt_memory *memory,
                         nnrt_error *error);
/* Zeroed, aligned to NN_BLOCK_ALIGNMENT; null, with an error, where there is
 * none left. */
void *nnrt_allocate(const nnrt_memory *memory, size_t bytes, nnrt_error *error);
/* The same with whatever is in it, for an arena. */
void *nnrt_take(const nnrt_memory *memory, size_t bytes, nnrt_error *error);
void nnrt_release(const nnrt_memory *memory, void *block);

/* The version, the magic and the processor; `path` is for messages. */
int32_t nnrt_check(const nn_program *compiled, const char *path,
                   nnrt_error *error);

void nnrt_program_release(nnrt_program *program);
void nnrt_model_release(nnrt_model *model);

/*===-- Calls -------------------------------------------------------------===*/

/* Values of dims in the caller's frame: more would have to be allocated. */
enum { NNRT_MAX_DIMS = 64, NNRT_MAX_ARRAYS = 64 };

int64_t nnrt_axis(const nn_axis *axis, const int64_t *dims);
/* The bytes of a tensor under `dims`, -1 where that overflows. */
int64_t nnrt_tensor_bytes(const nn_tensor *tensor, const int64_t *dims);

/* Checks arrays against an entry's inputs and sets all dims of the program;
 * those that no input names are at their minimum. `pointers` (of
 * NNRT_MAX_ARRAYS, or null: data is not looked at) gets the inputs. */
int32_t nnrt_bind(const nnrt_program *program, const nn_entry *entry,
                  const nnrt_array *inputs, int32_t count, int64_t *dims,
                  const void **pointers, nnrt_error *error);
/* A call with blocks, hypers and threads filled in. */
nn_call nnrt_make_call(const nnrt_model *model, const int64_t *dims,
                       nn_status *status);
/* Runs an entry that fills blocks, in an arena taken for it. */
int32_t nnrt_run_init(const nnrt_model *model, const nn_entry *entry,
                      nn_call *call, const char *what, nnrt_error *error);

/*===-- Weights -----------------------------------------------------------===*/

/* Reads a file into memory that nnrt_unmap gives back. */
int32_t nnrt_map(const char *path, const void **data, size_t *bytes,
                 nnrt_error *error);
void nnrt_unmap(const void *data, size_t bytes);

/* Loads a model and, where `trainer` is not null, its optimizer and position.
 * `name` is for messages. */
int32_t nnrt_load(nnrt_model *model, nnrt_trainer *trainer, const void *data,
                  size_t bytes, const char *name, uint32_t flags,
                  nnrt_error *error);
/* To a file, or into memory where `path` is null. */
int32_t nnrt_store(const nnrt_model *model, const nnrt_trainer *trainer,
                   const char *path, void *data, size_t capacity, size_t *bytes,
                   nnrt_error *error);

/* Is it what a file notes a vocabulary by? */
int nnrt_is_vocabulary(const char *name);
/* With a text of zeros to be filled in; null, with an error, for no memory. */
nnrt_note *nnrt_make_note(const nnrt_memory *memory, const char *name,
                          size_t length, nnrt_error *error);
/* Puts it last. */
void nnrt_add_note(nnrt_note **notes, nnrt_note *note);
void nnrt_release_notes(const nnrt_memory *memory, nnrt_note **notes);

/*===-- JSON --------------------------------------------------------------===*/

/* A reader over text that stays where it is. Every function answers 0 where the
 * text is not what was asked for; `next` is then where. */
typedef struct {
  const char *next, *end;
} nnrt_json;

int nnrt_json_accept(nnrt_json *json, char c);
/* A string, unescaped; `*length` is its length, also where it is longer than
 * `capacity` - 1 and cut. */
int nnrt_json_string(nnrt_json *json, char *text, size_t capacity,
                     size_t *length);
/* A whole number that is not negative. */
int nnrt_json_count(nnrt_json *json, int64_t *value);
/* Any value. */
int nnrt_json_skip(nnrt_json *json);

#ifdef __cplusplus
}
#endif

#endif /* NNC_LIB_RUNTIME_CORE_CORE_H */
