/*===- Store.c - Weights and checkpoints, written --------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Where bytes go: into a file, into memory, or only counted. */
typedef struct {
  int file; /* -1: none */
  char *memory;
  size_t written;
  int failed; /* errno */
} Sink;

static void put(Sink *sink, const void *data, size_t size) {
  const char *next = data;
  if (sink->memory)
    memcpy(sink->memory + sink->written, data, size);
  sink->written += size;
  while (sink->file >= 0 && size && !sink->failed) {
    ssize_t count = write(sink->file, next, size);
    if (count < 0 && errno != EINTR)
      sink->failed = errno;
    if (count > 0) {
      next += count;
      size -= (size_t)count;
    }
  }
}

static void putText(Sink *sink, const char *text) {
  put(sink, text, strlen(text));
}

static void putQuoted(Sink *sink, const char *text, size_t length) {
  putText(sink, "\"");
  for (size_t i = 0; i < length; ++i) {
    char escape[8];
    if (text[i] == '"' || text[i] == '\\')
      snprintf(escape, sizeof escape, "\\%c", text[i]);
    else if ((unsigned char)text[i] < 0x20)
      snprintf(escape, sizeof escape, "\\u%04x", (unsigned)text[i]);
    else
      snprintf(escape, sizeof escape, "%c", text[i]);
    putText(sink, escape);
  }
  putText(sink, "\"");
}

static void putString(Sink *sink, const char *text) {
  putQuoted(sink, text, strlen(text));
}

/*===-- Header ------------------------------------------------------------===*/

static void putNote(Sink *sink, const char *key, const char *value) {
  /* The first follows the opening brace. */
  putText(sink, strcmp(key, "format") == 0 ? "" : ", ");
  putString(sink, key);
  putText(sink, ": ");
  putString(sink, value);
}

static void putNumber(Sink *sink, const char *key, int64_t value) {
  char text[24];
  snprintf(text, sizeof text, "%" PRId64, value);
  putNote(sink, key, text);
}

static void putHyper(Sink *sink, const nnrt_program *program, int32_t index) {
  const nn_hyper *hyper = &program->raw->hypers[index];
  nn_scalar value = program->hypers[index];
  char key[160], text[40];
  snprintf(key, sizeof key, "hyper.%.150s", hyper->name);
  int changed = value.i != hyper->value.i;
  if (!changed || hyper->kind > NN_KIND_NUM) {
    putNote(sink, key, hyper->text ? hyper->text : "");
    return;
  }
  if (hyper->kind == NN_KIND_INT)
    snprintf(text, sizeof text, "%" PRId64, value.i);
  else
    snprintf(text, sizeof text, "%.17g", value.f);
  putNote(sink, key, text);
}

static void putNotes(Sink *sink, const nnrt_model *model,
                     const nnrt_trainer *trainer) {
  const nnrt_program *program = model->program;
  putNote(sink, "format", "nnc");
  putNote(sink, "model", model->raw->name);
  putNote(sink, "source_hash", program->raw->source_hash);
  for (int32_t i = 0; i < program->raw->hyper_count; ++i)
    putHyper(sink, program, i);
  for (const nnrt_note *note = model->notes; note; note = note->next) {
    putText(sink, ", ");
    putString(sink, note->name);
    putText(sink, ": ");
    putQuoted(sink, note->text, note->length);
  }
  if (!trainer)
    return;
  /* As checkpoints of the training loop have them. Of the data it knows
   * nothing, so that the loop takes it as weights, not as a run of its own. */
  putNote(sink, "checkpoint", "1");
  putNote(sink, "train", trainer->raw->name);
  putNumber(sink, "seed", trainer->position.seed);
  putNumber(sink, "batch", 0);
  putNumber(sink, "examples", 0);
  putNumber(sink, "accumulate", trainer->raw->accumulate);
  putNumber(sink, "step", trainer->position.step);
  putNumber(sink, "epoch", trainer->position.epoch);
  putNumber(sink, "position", trainer->position.position);
  putNumber(sink, "batch_counter", trainer->position.batch_counter);
}

static void putTensors(Sink *sink, const nn_tensor *tensors, int32_t count,
                       const int64_t *dims, int64_t *offset) {
  static const char *const names[] = {"F32", "F64", "F16", "BF16",
                                      "I8",  "I32", "I64", "BOOL"};
  char text[64];
  for (int32_t i = 0; i < count; ++i) {
    const nn_tensor *tensor = &tensors[i];
    putText(sink, ", ");
    putString(sink, tensor->path);
    putText(sink, ": {\"dtype\": ");
    putString(sink, names[tensor->dtype]);
    putText(sink, ", \"shape\": [");
    for (int32_t k = 0; k < tensor->rank; ++k) {
      snprintf(text, sizeof text, "%s%" PRId64, k ? ", " : "",
               nnrt_axis(&tensor->axes[k], dims));
      putText(sink, text);
    }
    int64_t end = *offset + nnrt_tensor_bytes(tensor, dims);
    snprintf(text, sizeof text,
             "], \"data_offsets\": [%" PRId64 ", %" PRId64 "]}", *offset, end);
    putText(sink, text);
    *offset = end;
  }
}

/* Returns the bytes of the data that follows. */
static int64_t putHeader(Sink *sink, const nnrt_model *model,
                         const nnrt_trainer *trainer, const int64_t *dims) {
  int64_t offset = 0;
  putText(sink, "{\"__metadata__\": {");
  putNotes(sink, model, trainer);
  putText(sink, "}");
  putTensors(sink, model->raw->tensors, model->raw->tensor_count, dims,
             &offset);
  if (trainer)
    putTensors(sink, trainer->raw->tensors, trainer->raw->tensor_count, dims,
               &offset);
  putText(sink, "}");
  return offset;
}

/*===-- Data --------------------------------------------------------------===*/

static int64_t largestPacked(const nn_tensor *tensors, int32_t count,
                             const int64_t *dims) {
  int64_t most = 0;
  for (int32_t i = 0; i < count; ++i) {
    int64_t bytes = nnrt_tensor_bytes(&tensors[i], dims);
    if (tensors[i].packed && bytes > most)
      most = bytes;
  }
  return most;
}

static void putData(Sink *sink, const nnrt_model *model,
                    const nnrt_trainer *trainer, const int64_t *dims,
                    void *scratch) {
  const nn_tensor *tensors =
      trainer ? trainer->raw->tensors : model->raw->tensors;
  int32_t count =
      trainer ? trainer->raw->tensor_count : model->raw->tensor_count;
  for (int32_t i = 0; i < count; ++i) {
    const nn_tensor *tensor = &tensors[i];
    const char *block = tensor->role == NN_OPTIMIZER ? trainer->optimizer
                        : tensor->role == NN_STATE   ? model->state
                                                     : model->parameters;
    const void *data = block + tensor->offset;
    if (tensor->packed) {
      model->raw->unpack(trainer ? trainer->index : -1, i, data, scratch);
      data = scratch;
    }
    put(sink, data, (size_t)nnrt_tensor_bytes(tensor, dims));
  }
}

static void putAll(Sink *sink, const nnrt_model *model,
                   const nnrt_trainer *trainer, const int64_t *dims,
                   uint64_t headerBytes, void *scratch) {
  static const char spaces[] = "       ";
  put(sink, &headerBytes, 8);
  putHeader(sink, model, trainer, dims);
  put(sink, spaces, (size_t)(8 + headerBytes) - sink->written);
  putData(sink, model, NULL, dims, scratch);
  if (trainer)
    putData(sink, model, trainer, dims, scratch);
}

/*===-- Files that appear whole or not at all -----------------------------===*/

/* The rename lasts only once the folder is on the disk; some file systems
 * cannot sync one. */
static void syncFolder(const char *path) {
  char folder[4096] = ".";
  const char *slash = strrchr(path, '/');
  if (slash)
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path + 1), path);
  int descriptor = open(folder, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  fsync(descriptor);
  close(descriptor);
}

static int32_t finish(Sink *sink, const char *path, const char *temporary,
                      nnrt_error *error) {
  if (!sink->failed && fsync(sink->file) != 0)
    sink->failed = errno;
  if (close(sink->file) != 0 && !sink->failed)
    sink->failed = errno;
  if (!sink->failed && rename(temporary, path) != 0)
    sink->failed = errno;
  if (sink->failed) {
    unlink(temporary);
    return nnrt_fail(error, NNRT_SYSTEM, "cannot write `%s`: %s", path,
                     strerror(sink->failed));
  }
  syncFolder(path);
  return nnrt_good(error);
}

int32_t nnrt_store(const nnrt_model *model, const nnrt_trainer *trainer,
                   const char *path, void *data, size_t capacity, size_t *bytes,
                   nnrt_error *error) {
  int64_t dims[NNRT_MAX_DIMS];
  const nn_program *raw = model->program->raw;
  for (int32_t i = 0; i < raw->dim_count; ++i)
    dims[i] = raw->dims[i].minimum;
  Sink counter = {.file = -1};
  size_t dataBytes = (size_t)putHeader(&counter, model, trainer, dims),
         headerBytes = (counter.written + 7) / 8 * 8,
         total = 8 + headerBytes + dataBytes;
  if (bytes)
    *bytes = total;
  if (!path && (!data || capacity < total))
    return nnrt_fail(error, NNRT_TOO_SMALL,
                     "%zu bytes are needed, there are "
                     "%zu",
                     total, data ? capacity : 0);
  int64_t packed =
      largestPacked(model->raw->tensors, model->raw->tensor_count, dims);
  if (trainer) {
    int64_t more =
        largestPacked(trainer->raw->tensors, trainer->raw->tensor_count, dims);
    packed = more > packed ? more : packed;
  }
  const nnrt_memory *memory = &model->program->memory;
  void *scratch = nnrt_take(memory, (size_t)packed, error);
  if (!scratch)
    return NNRT_NO_MEMORY;
  Sink sink = {.file = -1, .memory = path ? NULL : data};
  int32_t code = NNRT_OK;
  char temporary[4096];
  if (path) {
    int length = snprintf(temporary, sizeof temporary, "%s.part", path);
    if (length >= (int)sizeof temporary)
      code = nnrt_fail(error, NNRT_SYSTEM, "the path is too long");
    else
      sink.file =
          open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (!code && sink.file < 0)
      code = nnrt_fail(error, NNRT_SYSTEM, "cannot write `%s`: %s", path,
                       strerror(errno));
  }
  if (!code) {
    putAll(&sink, model, trainer, dims, headerBytes, scratch);
    code = path ? finish(&sink, path, temporary, error) : nnrt_good(error);
  }
  nnrt_release(memory, scratch);
  return code;
}

int32_t nnrt_model_save(const nnrt_model *model, const char *path,
                        nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  if (code)
    return code;
  if (!path)
    return nnrt_fail(error, NNRT_BAD_CALL, "the path is null");
  return nnrt_store(model, NULL, path, NULL, 0, NULL, error);
}

int32_t nnrt_model_save_memory(const nnrt_model *model, void *data,
                               size_t capacity, size_t *bytes,
                               nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  return code ? code
              : nnrt_store(model, NULL, NULL, data, capacity, bytes, error);
}
