/*===- Model.c - Models: weights and inference -----------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <string.h>

int32_t nnrt_need_model(const nnrt_model *model, nnrt_error *error) {
  if (model && model->tag == NNRT_MODEL_TAG)
    return NNRT_OK;
  return nnrt_fail(error, NNRT_BAD_CALL, "the model is null, or was freed");
}

void nnrt_model_release(nnrt_model *model) {
  if (__atomic_sub_fetch(&model->references, 1, __ATOMIC_ACQ_REL) > 0)
    return;
  nnrt_program *program = model->program;
  model->tag = 0;
  nnrt_release(&program->memory, model->parameters);
  nnrt_release(&program->memory, model->state);
  nnrt_release_notes(&program->memory, &model->notes);
  nnrt_release(&program->memory, model);
  nnrt_program_release(program);
}

int32_t nnrt_model_create(nnrt_program *program, const char *name,
                          nnrt_model **result, nnrt_error *error) {
  int32_t code = nnrt_need_program(program, error), index = 0;
  if (code)
    return code;
  if (!result)
    return nnrt_fail(error, NNRT_BAD_CALL, "the place for the model is null");
  const nn_program *raw = program->raw;
  while (index < raw->model_count && name &&
         strcmp(raw->models[index].name, name) != 0)
    ++index;
  if (index >= raw->model_count)
    return nnrt_fail(error, NNRT_NOT_FOUND, "the program has no model `%s`",
                     name ? name : "");
  const nnrt_memory *memory = &program->memory;
  nnrt_model *model = nnrt_allocate(memory, sizeof *model, error);
  if (!model)
    return NNRT_NO_MEMORY;
  __atomic_add_fetch(&program->references, 1, __ATOMIC_RELAXED);
  model->tag = NNRT_MODEL_TAG;
  model->references = 1;
  model->program = program;
  model->raw = &raw->models[index];
  model->parameters =
      nnrt_allocate(memory, (size_t)model->raw->parameter_bytes, error);
  if (model->parameters)
    model->state =
        nnrt_allocate(memory, (size_t)model->raw->state_bytes, error);
  if (!model->parameters || !model->state) {
    nnrt_model_release(model);
    return NNRT_NO_MEMORY;
  }
  if (model->raw->embedded)
    memcpy(model->parameters, model->raw->embedded,
           (size_t)model->raw->parameter_bytes);
  if (model->raw->embedded_state)
    memcpy(model->state, model->raw->embedded_state,
           (size_t)model->raw->state_bytes);
  for (int64_t i = 0; i < model->raw->vocabulary_count; ++i) {
    const char *const *pair = model->raw->vocabularies + 2 * i;
    int32_t code = nnrt_model_set_vocabulary(model, pair[0], pair[1], error);
    if (code) {
      nnrt_model_release(model);
      return code;
    }
  }
  *result = model;
  return nnrt_good(error);
}

void nnrt_model_free(nnrt_model **place) {
  if (!place || nnrt_need_model(*place, NULL))
    return;
  nnrt_model *model = *place;
  *place = NULL;
  nnrt_model_release(model);
}

static void minimumDims(const nn_program *raw, int64_t *dims) {
  for (int32_t i = 0; i < raw->dim_count; ++i)
    dims[i] = raw->dims[i].minimum;
}

int32_t nnrt_model_init(nnrt_model *model, int64_t seed, nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  if (code)
    return code;
  int64_t dims[NNRT_MAX_DIMS];
  nn_status status;
  minimumDims(model->program->raw, dims);
  nn_call call = nnrt_make_call(model, dims, &status);
  call.seed = seed;
  code =
      nnrt_run_init(model, &model->raw->init, &call, "initial values", error);
  return code ? code : nnrt_good(error);
}

/*===-- One tensor --------------------------------------------------------===*/

static int32_t findTensor(const nnrt_model *model, const char *path,
                          const void *data, size_t bytes, int32_t *index,
                          nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  if (code)
    return code;
  if (!path || !data)
    return nnrt_fail(error, NNRT_BAD_CALL, "the path or the data is null");
  int64_t dims[NNRT_MAX_DIMS];
  minimumDims(model->program->raw, dims);
  for (*index = 0; *index < model->raw->tensor_count; ++*index) {
    const nn_tensor *tensor = &model->raw->tensors[*index];
    if (strcmp(tensor->path, path) != 0)
      continue;
    int64_t size = nnrt_tensor_bytes(tensor, dims);
    if (size != (int64_t)bytes)
      return nnrt_fail(error, NNRT_BAD_SHAPE, "`%s` has %lld bytes, not %zu",
                       path, (long long)size, bytes);
    return NNRT_OK;
  }
  return nnrt_fail(error, NNRT_NOT_FOUND,
                   "the model has no parameter or state `%s`", path);
}

static char *resident(const nnrt_model *model, const nn_tensor *tensor) {
  return (char *)(tensor->role == NN_STATE ? model->state : model->parameters) +
         tensor->offset;
}

int32_t nnrt_model_read(const nnrt_model *model, const char *path, void *data,
                        size_t bytes, nnrt_error *error) {
  int32_t index = 0, code = findTensor(model, path, data, bytes, &index, error);
  if (code)
    return code;
  const nn_tensor *tensor = &model->raw->tensors[index];
  if (tensor->packed)
    model->raw->unpack(-1, index, resident(model, tensor), data);
  else
    memcpy(data, resident(model, tensor), bytes);
  return nnrt_good(error);
}

int32_t nnrt_model_write(nnrt_model *model, const char *path, const void *data,
                         size_t bytes, nnrt_error *error) {
  int32_t index = 0, code = findTensor(model, path, data, bytes, &index, error);
  if (code)
    return code;
  const nn_tensor *tensor = &model->raw->tensors[index];
  if (tensor->packed)
    model->raw->pack(-1, index, data, resident(model, tensor));
  else
    memcpy(resident(model, tensor), data, bytes);
  return nnrt_good(error);
}

/*===-- Inference ---------------------------------------------------------===*/

/* Dims and inputs; the outputs that they lead to are in `planned`. */
static int32_t plan(const nnrt_model *model, const nnrt_array *inputs,
                    int32_t inputCount, int32_t outputCount, int64_t *dims,
                    const void **pointers, nnrt_array *planned,
                    nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  if (code)
    return code;
  const nn_entry *entry = &model->raw->infer;
  if (!entry->function)
    return nnrt_fail(error, NNRT_NOT_FOUND, "`%s` cannot infer",
                     model->raw->name);
  code = nnrt_bind(model->program, entry, inputs, inputCount, dims, pointers,
                   error);
  if (code)
    return code;
  if (outputCount != entry->output_count || outputCount > NNRT_MAX_ARRAYS)
    return nnrt_fail(error, NNRT_BAD_SHAPE, "%d outputs are given, it has %d",
                     outputCount, entry->output_count);
  for (int32_t i = 0; i < outputCount; ++i) {
    const nn_tensor *tensor = &entry->outputs[i];
    int64_t bytes = nnrt_tensor_bytes(tensor, dims);
    if (bytes < 0)
      return nnrt_fail(error, NNRT_BAD_DIM, "`%s` is too large", tensor->path);
    planned[i] = (nnrt_array){
        .bytes = (size_t)bytes, .dtype = tensor->dtype, .rank = tensor->rank};
    for (int32_t k = 0; k < tensor->rank; ++k)
      planned[i].shape[k] = nnrt_axis(&tensor->axes[k], dims);
  }
  return NNRT_OK;
}

static size_t arenaFor(const nn_entry *entry, const int64_t *dims) {
  return entry->arena_bytes ? (size_t)entry->arena_bytes(dims) : 0;
}

int32_t nnrt_infer_plan(const nnrt_model *model, const nnrt_array *inputs,
                        int32_t inputCount, nnrt_array *outputs,
                        int32_t outputCount, size_t *arenaBytes,
                        nnrt_error *error) {
  int64_t dims[NNRT_MAX_DIMS];
  nnrt_array planned[NNRT_MAX_ARRAYS];
  int32_t code =
      plan(model, inputs, inputCount, outputCount, dims, NULL, planned, error);
  if (code)
    return code;
  if ((outputCount && !outputs) || !arenaBytes)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the outputs, or the place for the arena's size, are "
                     "null");
  for (int32_t i = 0; i < outputCount; ++i) {
    planned[i].data = outputs[i].data;
    outputs[i] = planned[i];
  }
  *arenaBytes = arenaFor(&model->raw->infer, dims);
  return nnrt_good(error);
}

int32_t nnrt_infer(const nnrt_model *model, const nnrt_array *inputs,
                   int32_t inputCount, nnrt_array *outputs, int32_t outputCount,
                   void *arena, size_t arenaBytes, nnrt_error *error) {
  int64_t dims[NNRT_MAX_DIMS];
  const void *from[NNRT_MAX_ARRAYS];
  void *to[NNRT_MAX_ARRAYS];
  nnrt_array planned[NNRT_MAX_ARRAYS];
  int32_t code =
      plan(model, inputs, inputCount, outputCount, dims, from, planned, error);
  if (code)
    return code;
  if (outputCount && !outputs)
    return nnrt_fail(error, NNRT_BAD_CALL, "the outputs are null");
  const nn_entry *entry = &model->raw->infer;
  for (int32_t i = 0; i < outputCount; ++i) {
    const char *path = entry->outputs[i].path;
    if (!outputs[i].data)
      return nnrt_fail(error, NNRT_BAD_CALL, "the data of `%s` is null", path);
    if (outputs[i].bytes < planned[i].bytes)
      return nnrt_fail(error, NNRT_TOO_SMALL,
                       "`%s` needs %zu bytes, there are %zu", path,
                       planned[i].bytes, outputs[i].bytes);
    if ((uintptr_t)outputs[i].data % nnrt_element_bytes(planned[i].dtype))
      return nnrt_fail(error, NNRT_BAD_CALL,
                       "the data of `%s` is not aligned to its element", path);
    to[i] = outputs[i].data;
  }
  const nnrt_memory *memory = &model->program->memory;
  size_t needed = arenaFor(entry, dims);
  void *taken = NULL;
  if (arena && arenaBytes < needed)
    return nnrt_fail(error, NNRT_TOO_SMALL,
                     "the arena needs %zu bytes, there are %zu", needed,
                     arenaBytes);
  if (!arena && needed) {
    taken = nnrt_take(memory, needed, error);
    if (!taken)
      return NNRT_NO_MEMORY;
  }
  nn_status status;
  nn_call call = nnrt_make_call(model, dims, &status);
  call.inputs = from;
  call.outputs = to;
  call.arena = arena ? arena : taken;
  code = entry->function(&call);
  nnrt_release(memory, taken);
  if (code)
    return nnrt_fail_call(error, code, model->raw->name, &status);
  for (int32_t i = 0; i < outputCount; ++i) {
    planned[i].data = outputs[i].data;
    outputs[i] = planned[i];
  }
  return nnrt_good(error);
}
