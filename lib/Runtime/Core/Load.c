/*===- Load.c - Weights and checkpoints, read ------------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME = 512 };

/* What a safetensors header calls a type. */
static const struct {
  char name[8];
  int8_t dtype, bytes;
} types[] = {{"F32", NN_F32, 4},   {"F64", NN_F64, 8},   {"F16", NN_F16, 2},
             {"BF16", NN_BF16, 2}, {"I8", NN_I8, 1},     {"I32", NN_I32, 4},
             {"I64", NN_I64, 8},   {"BOOL", NN_BOOL, 1}, {"U8", -1, 1},
             {"I16", -1, 2},       {"U16", -1, 2},       {"U32", -1, 4},
             {"U64", -1, 8}};

/* Names in a message: the first, and how many there are. */
typedef struct {
  char first[NAME];
  int32_t count;
} Names;

typedef struct {
  nnrt_model *model;
  nnrt_trainer *trainer; /* or null */
  const char *name;
  nnrt_error *error;
  nnrt_json json;
  const char *header, *data;
  size_t dataBytes, covered;
  int64_t dims[NNRT_MAX_DIMS];
  const char **found; /* of the model's tensors, then the optimizer's */
  Names missing, unexpected, different;
  char section[NAME];
  nnrt_position position;
  nnrt_note *notes;        /* vocabularies of the file */
  int isCheckpoint, known; /* the notes of a checkpoint: a bit each */
} Loader;

static void add(Names *names, const char *name) {
  if (!names->count++)
    snprintf(names->first, sizeof names->first, "%s", name);
}

static int32_t damaged(const Loader *loader, const char *what,
                       const char *name) {
  return nnrt_fail(loader->error, NNRT_BAD_FILE,
                   "`%s` is not a safetensors file, or is damaged: %s%s%s%s",
                   loader->name, what, name ? " `" : "", name ? name : "",
                   name ? "`" : "");
}

static int32_t badJson(const Loader *loader) {
  return nnrt_fail(
      loader->error, NNRT_BAD_FILE,
      "`%s` is not a safetensors file, or is damaged: its header is not valid "
      "JSON of that kind at byte %zu",
      loader->name, (size_t)(loader->json.next - loader->header));
}

/*===-- Header ------------------------------------------------------------===*/

/* The text that starts at `json`, of `length` bytes, kept under `name`. */
static int32_t keepVocabulary(Loader *loader, nnrt_json json, const char *name,
                              size_t length) {
  for (const nnrt_note *note = loader->notes; note; note = note->next)
    if (strcmp(note->name, name) == 0)
      return damaged(loader, "twice there is", name);
  nnrt_note *note = nnrt_make_note(&loader->model->program->memory, name,
                                   length, loader->error);
  if (!note)
    return NNRT_NO_MEMORY;
  nnrt_json_string(&json, note->text, length + 1, &length);
  nnrt_add_note(&loader->notes, note);
  return NNRT_OK;
}

static int32_t readNotes(Loader *loader) {
  static const char *const keys[] = {"seed", "step", "epoch", "position",
                                     "batch_counter"};
  int64_t *const values[] = {
      &loader->position.seed, &loader->position.step, &loader->position.epoch,
      &loader->position.position, &loader->position.batch_counter};
  nnrt_json *json = &loader->json;
  if (!nnrt_json_accept(json, '{'))
    return badJson(loader);
  for (int first = 1; !nnrt_json_accept(json, '}'); first = 0) {
    char key[NAME], text[NAME];
    size_t length, keyLength;
    if ((!first && !nnrt_json_accept(json, ',')) ||
        !nnrt_json_string(json, key, sizeof key, &keyLength) ||
        !nnrt_json_accept(json, ':'))
      return badJson(loader);
    nnrt_json start = *json;
    if (!nnrt_json_string(json, text, sizeof text, &length))
      return badJson(loader);
    if (nnrt_is_vocabulary(key) && keyLength < sizeof key) {
      int32_t code = keepVocabulary(loader, start, key, length);
      if (code)
        return code;
    }
    loader->isCheckpoint |= strcmp(key, "checkpoint") == 0;
    if (strcmp(key, "train") == 0)
      memcpy(loader->section, text, sizeof text);
    for (int i = 0; i < 5; ++i) {
      char *end = text;
      if (strcmp(key, keys[i]) != 0)
        continue;
      errno = 0;
      *values[i] = strtoll(text, &end, 10);
      /* Any number can be a seed. */
      if (*end || end == text || errno || (i && *values[i] < 0))
        return damaged(loader, "it notes no number for", key);
      loader->known |= 1 << i;
    }
  }
  return NNRT_OK;
}

/* The list of a shape or of offsets; at most `capacity` are kept. */
static int readCounts(nnrt_json *json, int64_t *values, int32_t capacity,
                      int32_t *count) {
  if (!nnrt_json_accept(json, '['))
    return 0;
  *count = 0;
  if (nnrt_json_accept(json, ']'))
    return 1;
  do {
    int64_t value;
    if (!nnrt_json_count(json, &value))
      return 0;
    if (*count < capacity)
      values[*count] = value;
    ++*count;
  } while (nnrt_json_accept(json, ','));
  return nnrt_json_accept(json, ']');
}

static int startsWith(const char *text, const char *prefix) {
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* Is it of a model of this program that a section calls? */
static int isLent(const nn_program *program, const char *path) {
  for (int32_t i = 0; i < program->model_count; ++i) {
    const char *name = program->models[i].name;
    if (startsWith(path, name) && path[strlen(name)] == '.')
      return 1;
  }
  return 0;
}

/* The tensor number `index`, counted over the model and the optimizer. */
static const nn_tensor *tensorAt(const Loader *loader, int32_t index) {
  int32_t count = loader->model->raw->tensor_count;
  return index < count ? &loader->model->raw->tensors[index]
                       : &loader->trainer->raw->tensors[index - count];
}

static int32_t tensorCount(const Loader *loader) {
  return loader->model->raw->tensor_count +
         (loader->trainer ? loader->trainer->raw->tensor_count : 0);
}

static int32_t place(Loader *loader, const char *name, int8_t dtype,
                     const int64_t *shape, int32_t rank, const char *data) {
  for (int32_t i = 0; i < tensorCount(loader); ++i) {
    const nn_tensor *tensor = tensorAt(loader, i);
    if (strcmp(tensor->path, name) != 0)
      continue;
    if (loader->found[i])
      return damaged(loader, "twice there is", name);
    loader->found[i] = data;
    int same = tensor->dtype == dtype && tensor->rank == rank;
    for (int32_t k = 0; same && k < rank; ++k)
      same = shape[k] == nnrt_axis(&tensor->axes[k], loader->dims);
    if (!same)
      add(&loader->different, name);
    return NNRT_OK;
  }
  /* A checkpoint also holds what only training needs. */
  if (!startsWith(name, "optimizer.") && !startsWith(name, "best.") &&
      !isLent(loader->model->program->raw, name))
    add(&loader->unexpected, name);
  return NNRT_OK;
}

static int32_t readTensor(Loader *loader, const char *name) {
  nnrt_json *json = &loader->json;
  char type[NAME] = "";
  int64_t shape[NN_MAX_RANK], offsets[2];
  int32_t rank = -1, offsetCount = 0;
  if (!nnrt_json_accept(json, '{'))
    return badJson(loader);
  for (int first = 1; !nnrt_json_accept(json, '}'); first = 0) {
    char key[NAME];
    size_t length;
    if ((!first && !nnrt_json_accept(json, ',')) ||
        !nnrt_json_string(json, key, sizeof key, &length) ||
        !nnrt_json_accept(json, ':'))
      return badJson(loader);
    int good = strcmp(key, "dtype") == 0
                   ? nnrt_json_string(json, type, sizeof type, &length)
               : strcmp(key, "shape") == 0
                   ? readCounts(json, shape, NN_MAX_RANK, &rank)
               : strcmp(key, "data_offsets") == 0
                   ? readCounts(json, offsets, 2, &offsetCount)
                   : nnrt_json_skip(json);
    if (!good)
      return badJson(loader);
  }
  if (!*type || rank < 0 || offsetCount != 2)
    return damaged(loader, "dtype, shape or data_offsets is missing for", name);
  int8_t dtype = -2;
  int64_t size = 0;
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i)
    if (strcmp(types[i].name, type) == 0) {
      dtype = types[i].dtype;
      size = types[i].bytes;
    }
  if (dtype == -2)
    return damaged(loader, "there is an unknown type for", name);
  for (int32_t i = 0; i < rank && i < NN_MAX_RANK; ++i)
    if (__builtin_mul_overflow(size, shape[i], &size))
      return damaged(loader, "there is an impossible shape for", name);
  if (offsets[1] < offsets[0] || (uint64_t)offsets[1] > loader->dataBytes)
    return damaged(loader, "outside of the file lies", name);
  /* No tensor of a program has so many axes that the size is not known. */
  if (rank <= NN_MAX_RANK && offsets[1] - offsets[0] != size)
    return damaged(loader, "shape and data_offsets differ for", name);
  loader->covered += (size_t)(offsets[1] - offsets[0]);
  return place(loader, name, dtype, shape, rank, loader->data + offsets[0]);
}

static int32_t readHeader(Loader *loader) {
  nnrt_json *json = &loader->json;
  if (!nnrt_json_accept(json, '{'))
    return badJson(loader);
  for (int first = 1; !nnrt_json_accept(json, '}'); first = 0) {
    char name[NAME];
    size_t length;
    if ((!first && !nnrt_json_accept(json, ',')) ||
        !nnrt_json_string(json, name, sizeof name, &length) ||
        !nnrt_json_accept(json, ':'))
      return badJson(loader);
    int32_t code = strcmp(name, "__metadata__") == 0 ? readNotes(loader)
                                                     : readTensor(loader, name);
    if (code)
      return code;
  }
  while (json->next != json->end)
    if (!strchr(" \n\t\r", *json->next) || !*json->next++)
      return badJson(loader);
  if (loader->covered != loader->dataBytes)
    return damaged(loader, "its tensors do not cover its data", NULL);
  return NNRT_OK;
}

/*===-- Does it fit -------------------------------------------------------===*/

static size_t list(char *text, size_t at, size_t capacity, const char *what,
                   const Names *names) {
  if (!names->count || at >= capacity)
    return at;
  at += (size_t)snprintf(text + at, capacity - at, "\n   = %s %.80s", what,
                         names->first);
  if (names->count > 1 && at < capacity)
    at += (size_t)snprintf(text + at, capacity - at, " and %d more",
                           names->count - 1);
  return at;
}

static int32_t checkFit(Loader *loader, uint32_t flags) {
  int32_t common = 0, count = tensorCount(loader);
  for (int32_t i = 0; i < count; ++i)
    if (loader->found[i])
      ++common;
    else
      add(&loader->missing, tensorAt(loader, i)->path);
  int strict = !(flags & NNRT_PARTIAL) &&
               (loader->missing.count || loader->unexpected.count);
  if (strict || loader->different.count || (!common && count)) {
    char text[512] = "";
    size_t at =
        list(text, 0, sizeof text, "other type or shape: ", &loader->different);
    at = list(text, at, sizeof text, "missing:    ", &loader->missing);
    list(text, at, sizeof text, "unexpected: ", &loader->unexpected);
    return nnrt_fail(loader->error, NNRT_WRONG_WEIGHTS,
                     "`%s` does not fit the model `%s`%s", loader->name,
                     loader->model->raw->name, text);
  }
  const nnrt_trainer *trainer = loader->trainer;
  if (!trainer)
    return NNRT_OK;
  if (!loader->isCheckpoint || loader->known != 0x1f)
    return nnrt_fail(loader->error, NNRT_WRONG_WEIGHTS,
                     "`%s` holds weights, not a checkpoint of a run",
                     loader->name);
  if (strcmp(loader->section, trainer->raw->name) != 0)
    return nnrt_fail(loader->error, NNRT_WRONG_WEIGHTS,
                     "`%s` continues the section `%s`, not `%s`", loader->name,
                     loader->section, trainer->raw->name);
  if (trainer->batchesPerEpoch &&
      loader->position.position >= trainer->batchesPerEpoch)
    return nnrt_fail(loader->error, NNRT_WRONG_WEIGHTS,
                     "`%s` stands at batch %lld, where an epoch has %lld",
                     loader->name, (long long)loader->position.position,
                     (long long)trainer->batchesPerEpoch);
  return NNRT_OK;
}

/*===-- Into the blocks ---------------------------------------------------===*/

/* Memory for one tensor that a file has at an odd address. Taken before the
 * first write, so that nothing can fail midway. */
static int32_t scratchFor(const Loader *loader, void **scratch) {
  int64_t most = 0;
  for (int32_t i = 0; i < tensorCount(loader); ++i) {
    const nn_tensor *tensor = tensorAt(loader, i);
    int64_t bytes = nnrt_tensor_bytes(tensor, loader->dims);
    if (loader->found[i] && tensor->packed && bytes > most &&
        (uintptr_t)loader->found[i] % nnrt_element_bytes(tensor->dtype))
      most = bytes;
  }
  *scratch = NULL;
  if (most)
    *scratch =
        nnrt_take(&loader->model->program->memory, (size_t)most, loader->error);
  return most && !*scratch ? NNRT_NO_MEMORY : NNRT_OK;
}

static void writeTensor(const Loader *loader, int32_t index, void *scratch) {
  const nnrt_model *model = loader->model;
  const nn_tensor *tensor = tensorAt(loader, index);
  const void *data = loader->found[index];
  char *block = tensor->role == NN_OPTIMIZER ? loader->trainer->optimizer
                : tensor->role == NN_STATE   ? model->state
                                             : model->parameters;
  size_t bytes = (size_t)nnrt_tensor_bytes(tensor, loader->dims);
  if (!tensor->packed) {
    memcpy(block + tensor->offset, data, bytes);
    return;
  }
  if ((uintptr_t)data % nnrt_element_bytes(tensor->dtype))
    data = memcpy(scratch, data, bytes);
  int32_t count = model->raw->tensor_count;
  int ofTrainer = index >= count;
  model->raw->pack(ofTrainer ? loader->trainer->index : -1,
                   ofTrainer ? index - count : index, data,
                   block + tensor->offset);
}

static int32_t load(Loader *loader, const char *bytes, size_t size,
                    uint32_t flags) {
  uint64_t headerBytes = 0;
  if (size >= 8)
    memcpy(&headerBytes, bytes, 8);
  if (size < 8 || headerBytes > size - 8)
    return damaged(loader, "it is shorter than its header", NULL);
  loader->header = bytes + 8;
  loader->json = (nnrt_json){bytes + 8, bytes + 8 + headerBytes};
  loader->data = bytes + 8 + headerBytes;
  loader->dataBytes = size - 8 - (size_t)headerBytes;
  int32_t code = readHeader(loader);
  if (!code)
    code = checkFit(loader, flags);
  void *scratch = NULL;
  if (!code)
    code = scratchFor(loader, &scratch);
  if (code)
    return code;
  for (int32_t i = 0; i < tensorCount(loader); ++i)
    if (loader->found[i])
      writeTensor(loader, i, scratch);
  nnrt_release(&loader->model->program->memory, scratch);
  /* What is partial may come without: then the model keeps its own. */
  if (loader->notes || !(flags & NNRT_PARTIAL)) {
    nnrt_note *old = loader->model->notes;
    loader->model->notes = loader->notes;
    loader->notes = old;
  }
  if (loader->trainer)
    loader->trainer->position = loader->position;
  return nnrt_good(loader->error);
}

int32_t nnrt_load(nnrt_model *model, nnrt_trainer *trainer, const void *data,
                  size_t bytes, const char *name, uint32_t flags,
                  nnrt_error *error) {
  if (!data)
    return nnrt_fail(error, NNRT_BAD_CALL, "the data is null");
  if (flags & ~NNRT_PARTIAL)
    return nnrt_fail(error, NNRT_BAD_CALL, "there is no flag %#x", flags);
  const nnrt_memory *memory = &model->program->memory;
  Loader *loader = nnrt_allocate(memory, sizeof *loader, error);
  if (!loader)
    return NNRT_NO_MEMORY;
  loader->model = model;
  loader->trainer = trainer;
  loader->name = name;
  loader->error = error;
  for (int32_t i = 0; i < model->program->raw->dim_count; ++i)
    loader->dims[i] = model->program->raw->dims[i].minimum;
  loader->found = nnrt_allocate(
      memory, (size_t)tensorCount(loader) * sizeof *loader->found, error);
  int32_t code =
      loader->found ? load(loader, data, bytes, flags) : NNRT_NO_MEMORY;
  nnrt_release_notes(memory, &loader->notes);
  nnrt_release(memory, loader->found);
  nnrt_release(memory, loader);
  return code;
}

/*===-- Files -------------------------------------------------------------===*/

int32_t nnrt_map(const char *path, const void **data, size_t *bytes,
                 nnrt_error *error) {
  int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  struct stat info;
  if (!path)
    return nnrt_fail(error, NNRT_BAD_CALL, "the path is null");
  if (file < 0)
    return nnrt_fail(error, NNRT_SYSTEM, "cannot read `%s`: %s", path,
                     strerror(errno));
  void *map = MAP_FAILED;
  int regular = fstat(file, &info) == 0 && S_ISREG(info.st_mode);
  if (regular && info.st_size > 0)
    map = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (!regular || info.st_size == 0)
    return nnrt_fail(error, NNRT_BAD_FILE,
                     regular ? "`%s` is empty" : "`%s` is not a file", path);
  if (map == MAP_FAILED)
    return nnrt_fail(error, NNRT_SYSTEM, "cannot read `%s`: %s", path,
                     strerror(errno));
  *data = map;
  *bytes = (size_t)info.st_size;
  return NNRT_OK;
}

void nnrt_unmap(const void *data, size_t bytes) {
  munmap((void *)(uintptr_t)data, bytes);
}

int32_t nnrt_model_load(nnrt_model *model, const char *path, uint32_t flags,
                        nnrt_error *error) {
  const void *data;
  size_t bytes;
  int32_t code = nnrt_need_model(model, error);
  if (!code)
    code = nnrt_map(path, &data, &bytes, error);
  if (code)
    return code;
  code = nnrt_load(model, NULL, data, bytes, path, flags, error);
  nnrt_unmap(data, bytes);
  return code;
}

int32_t nnrt_model_load_memory(nnrt_model *model, const void *data,
                               size_t bytes, uint32_t flags,
                               nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  return code
             ? code
             : nnrt_load(model, NULL, data, bytes, "the weights", flags, error);
}
