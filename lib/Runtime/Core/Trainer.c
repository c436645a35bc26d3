/*===- Trainer.c - Training, step by step ----------------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <string.h>

static int32_t need(const nnrt_trainer *trainer, nnrt_error *error) {
  if (trainer && trainer->tag == NNRT_TRAINER_TAG)
    return NNRT_OK;
  return nnrt_fail(error, NNRT_BAD_CALL, "the trainer is null, or was freed");
}

static void release(nnrt_trainer *trainer) {
  nnrt_model *model = trainer->model;
  const nnrt_memory *memory = &model->program->memory;
  trainer->tag = 0;
  nnrt_release(memory, trainer->optimizer);
  nnrt_release(memory, trainer->arena);
  nnrt_release(memory, trainer->values);
  nnrt_release(memory, trainer);
  nnrt_model_release(model);
}

static int32_t findSection(const nnrt_model *model, const char *name,
                           int32_t *index, nnrt_error *error) {
  const nn_program *raw = model->program->raw;
  for (*index = 0; *index < raw->train_count; ++*index) {
    const nn_train *train = &raw->trains[*index];
    if (name && strcmp(train->name, name) != 0)
      continue;
    if (&raw->models[train->model] != model->raw)
      return nnrt_fail(error, NNRT_WRONG_WEIGHTS,
                       "section `%s` trains the model `%s`, not `%s`",
                       train->name, raw->models[train->model].name,
                       model->raw->name);
    return NNRT_OK;
  }
  return nnrt_fail(error, NNRT_NOT_FOUND,
                   "the program has no train section `%s`", name ? name : "");
}

int32_t nnrt_trainer_create(nnrt_model *model, const char *section,
                            const nnrt_trainer_options *options,
                            nnrt_trainer **result, nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error), index = 0;
  if (code)
    return code;
  if (!result)
    return nnrt_fail(error, NNRT_BAD_CALL, "the place for the trainer is null");
  if (options && (options->struct_size != sizeof *options ||
                  options->batches_per_epoch < 0))
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the options have another struct_size, or a count below "
                     "0");
  code = findSection(model, section, &index, error);
  if (code)
    return code;
  const nnrt_memory *memory = &model->program->memory;
  nnrt_trainer *trainer = nnrt_allocate(memory, sizeof *trainer, error);
  if (!trainer)
    return NNRT_NO_MEMORY;
  __atomic_add_fetch(&model->references, 1, __ATOMIC_RELAXED);
  trainer->tag = NNRT_TRAINER_TAG;
  trainer->model = model;
  trainer->index = index;
  const nn_train *raw = trainer->raw = &model->program->raw->trains[index];
  trainer->batchesPerEpoch = options ? options->batches_per_epoch : 0;
  trainer->position.seed = options ? options->seed : raw->seed;
  int32_t values = raw->train_step.value_count > raw->eval_step.value_count
                       ? raw->train_step.value_count
                       : raw->eval_step.value_count;
  trainer->values =
      nnrt_allocate(memory, (size_t)values * sizeof(double), error);
  if (trainer->values)
    trainer->optimizer =
        nnrt_allocate(memory, (size_t)raw->optimizer_bytes, error);
  code = trainer->optimizer ? NNRT_OK : NNRT_NO_MEMORY;
  if (!code) {
    int64_t dims[NNRT_MAX_DIMS];
    nn_status status;
    for (int32_t i = 0; i < model->program->raw->dim_count; ++i)
      dims[i] = model->program->raw->dims[i].minimum;
    nn_call call = nnrt_make_call(model, dims, &status);
    call.optimizer = trainer->optimizer;
    call.seed = trainer->position.seed;
    code = nnrt_run_init(model, &raw->init, &call, "optimizer state", error);
  }
  if (code) {
    release(trainer);
    return code;
  }
  *result = trainer;
  return nnrt_good(error);
}

void nnrt_trainer_free(nnrt_trainer **place) {
  if (!place || need(*place, NULL))
    return;
  nnrt_trainer *trainer = *place;
  *place = NULL;
  release(trainer);
}

int32_t nnrt_trainer_position(const nnrt_trainer *trainer,
                              nnrt_position *position, nnrt_error *error) {
  int32_t code = need(trainer, error);
  if (code)
    return code;
  if (!position)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the place for the position is null");
  *position = trainer->position;
  return nnrt_good(error);
}

/*===-- Steps -------------------------------------------------------------===*/

static int32_t step(nnrt_trainer *trainer, const nn_entry *entry, int training,
                    const nnrt_array *inputs, int32_t inputCount,
                    double *values, int32_t valueCount, nnrt_error *error) {
  int64_t dims[NNRT_MAX_DIMS];
  const void *pointers[NNRT_MAX_ARRAYS];
  const nnrt_model *model = trainer->model;
  const char *name = trainer->raw->name;
  if (!entry->function)
    return nnrt_fail(error, NNRT_NOT_FOUND, "`%s` has no such step", name);
  int32_t code = nnrt_bind(model->program, entry, inputs, inputCount, dims,
                           pointers, error);
  if (code)
    return code;
  if (values && valueCount < entry->value_count)
    return nnrt_fail(error, NNRT_TOO_SMALL,
                     "`%s` has %d values, there is room for %d", name,
                     entry->value_count, valueCount);
  size_t needed = entry->arena_bytes ? (size_t)entry->arena_bytes(dims) : 0;
  if (needed > trainer->arenaBytes || !trainer->arena) {
    const nnrt_memory *memory = &model->program->memory;
    nnrt_release(memory, trainer->arena);
    trainer->arenaBytes = 0;
    trainer->arena = nnrt_take(memory, needed, error);
    if (!trainer->arena)
      return NNRT_NO_MEMORY;
    trainer->arenaBytes = needed;
  }
  nn_status status;
  nn_call call = nnrt_make_call(model, dims, &status);
  call.training = (uint32_t)training;
  call.optimizer = trainer->optimizer;
  call.arena = trainer->arena;
  call.inputs = pointers;
  call.values = trainer->values;
  call.step = trainer->position.step + training;
  call.epoch = trainer->position.epoch;
  call.batch_counter = training ? trainer->position.batch_counter : 0;
  int64_t group = trainer->raw->accumulate > 1 ? trainer->raw->accumulate : 1;
  call.steps_per_epoch = (trainer->batchesPerEpoch + group - 1) / group;
  call.seed = trainer->position.seed;
  code = entry->function(&call);
  if (code)
    return nnrt_fail_call(error, code, name, &status);
  if (values)
    memcpy(values, trainer->values,
           (size_t)entry->value_count * sizeof(double));
  return nnrt_good(error);
}

int32_t nnrt_train_step(nnrt_trainer *trainer, const nnrt_array *inputs,
                        int32_t inputCount, double *values, int32_t valueCount,
                        nnrt_error *error) {
  int32_t code = need(trainer, error);
  if (code)
    return code;
  const nn_train *raw = trainer->raw;
  nnrt_position *position = &trainer->position;
  /* Batches of a group are added up; the last of an epoch ends its group. */
  int endsEpoch = position->position + 1 == trainer->batchesPerEpoch;
  int endsGroup = raw->accumulate <= 1 || endsEpoch ||
                  (position->position + 1) % raw->accumulate == 0;
  code = step(trainer, endsGroup ? &raw->train_step : &raw->accumulate_step, 1,
              inputs, inputCount, values, valueCount, error);
  if (code)
    return code;
  position->step += endsGroup;
  ++position->batch_counter;
  ++position->position;
  if (endsEpoch) {
    position->position = 0;
    ++position->epoch;
  }
  return NNRT_OK;
}

int32_t nnrt_eval_step(nnrt_trainer *trainer, const nnrt_array *inputs,
                       int32_t inputCount, double *values, int32_t valueCount,
                       nnrt_error *error) {
  int32_t code = need(trainer, error);
  return code ? code
              : step(trainer, &trainer->raw->eval_step, 0, inputs, inputCount,
                     values, valueCount, error);
}

/*===-- Checkpoints -------------------------------------------------------===*/

int32_t nnrt_trainer_save(const nnrt_trainer *trainer, const char *path,
                          nnrt_error *error) {
  int32_t code = need(trainer, error);
  if (code)
    return code;
  if (!path)
    return nnrt_fail(error, NNRT_BAD_CALL, "the path is null");
  return nnrt_store(trainer->model, trainer, path, NULL, 0, NULL, error);
}

int32_t nnrt_trainer_save_memory(const nnrt_trainer *trainer, void *data,
                                 size_t capacity, size_t *bytes,
                                 nnrt_error *error) {
  int32_t code = need(trainer, error);
  return code ? code
              : nnrt_store(trainer->model, trainer, NULL, data, capacity, bytes,
                           error);
}

int32_t nnrt_trainer_load(nnrt_trainer *trainer, const char *path,
                          nnrt_error *error) {
  const void *data;
  size_t bytes;
  int32_t code = need(trainer, error);
  if (!code)
    code = nnrt_map(path, &data, &bytes, error);
  if (code)
    return code;
  code = nnrt_load(trainer->model, trainer, data, bytes, path, 0, error);
  nnrt_unmap(data, bytes);
  return code;
}

int32_t nnrt_trainer_load_memory(nnrt_trainer *trainer, const void *data,
                                 size_t bytes, nnrt_error *error) {
  int32_t code = need(trainer, error);
  return code ? code
              : nnrt_load(trainer->model, trainer, data, bytes,
                          "the checkpoint", 0, error);
}
