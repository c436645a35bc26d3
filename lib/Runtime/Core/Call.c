/*===- Call.c - Arrays of a call, checked against its entry ----------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <stdio.h>

static const char *const dtypeNames[] = {"f32", "f64", "f16", "bf16",
                                         "i8",  "i32", "i64", "bool"};

int64_t nnrt_axis(const nn_axis *axis, const int64_t *dims) {
  if (axis->size >= 0)
    return axis->size;
  return axis->evaluate ? axis->evaluate(dims) : dims[axis->dim];
}

int64_t nnrt_tensor_bytes(const nn_tensor *tensor, const int64_t *dims) {
  int64_t bytes = (int64_t)nnrt_element_bytes(tensor->dtype);
  for (int32_t i = 0; i < tensor->rank; ++i) {
    int64_t size = nnrt_axis(&tensor->axes[i], dims);
    if (size < 0 || __builtin_mul_overflow(bytes, size, &bytes))
      return -1;
  }
  return bytes;
}

/* "x is f64[3, 4], not f32[batch, 4]" */
static int32_t differs(const nn_tensor *tensor, const nnrt_array *array,
                       nnrt_error *error) {
  char found[160], wanted[320];
  size_t at = 0, to = 0;
  int known = array->dtype >= 0 && array->dtype <= NN_BOOL;
  at += (size_t)snprintf(found, sizeof found, "%s[",
                         known ? dtypeNames[array->dtype] : "?");
  for (int32_t i = 0; i < array->rank && i < NN_MAX_RANK && at < sizeof found;
       ++i)
    at += (size_t)snprintf(found + at, sizeof found - at, "%s%lld",
                           i ? ", " : "", (long long)array->shape[i]);
  to +=
      (size_t)snprintf(wanted, sizeof wanted, "%s[", dtypeNames[tensor->dtype]);
  for (int32_t i = 0; i < tensor->rank && to < sizeof wanted; ++i) {
    const nn_axis *axis = &tensor->axes[i];
    if (axis->name)
      to += (size_t)snprintf(wanted + to, sizeof wanted - to, "%s%s",
                             i ? ", " : "", axis->name);
    else
      to += (size_t)snprintf(wanted + to, sizeof wanted - to, "%s%lld",
                             i ? ", " : "", (long long)axis->size);
  }
  return nnrt_fail(error, NNRT_BAD_SHAPE, "`%s` is %s], not %s]", tensor->path,
                   found, wanted);
}

int32_t nnrt_bind(const nnrt_program *program, const nn_entry *entry,
                  const nnrt_array *inputs, int32_t count, int64_t *dims,
                  const void **pointers, nnrt_error *error) {
  const nn_program *raw = program->raw;
  if (count != entry->input_count)
    return nnrt_fail(error, NNRT_BAD_SHAPE, "%d inputs are given, it takes %d",
                     count, entry->input_count);
  if (count > NNRT_MAX_ARRAYS)
    return nnrt_fail(error, NNRT_BAD_VERSION, "more than %d inputs",
                     NNRT_MAX_ARRAYS);
  if (count && !inputs)
    return nnrt_fail(error, NNRT_BAD_CALL, "the inputs are null");
  for (int32_t i = 0; i < raw->dim_count; ++i)
    dims[i] = INT64_MIN;
  for (int32_t i = 0; i < count; ++i) {
    const nn_tensor *tensor = &entry->inputs[i];
    const nnrt_array *array = &inputs[i];
    if (array->dtype != tensor->dtype || array->rank != tensor->rank)
      return differs(tensor, array, error);
    for (int32_t k = 0; k < tensor->rank; ++k) {
      int32_t dim = tensor->axes[k].dim;
      if (dim < 0)
        continue;
      if (dims[dim] != INT64_MIN && dims[dim] != array->shape[k])
        return nnrt_fail(error, NNRT_BAD_SHAPE,
                         "`%s` is %lld in `%s`, and %lld in another input",
                         raw->dims[dim].name, (long long)array->shape[k],
                         tensor->path, (long long)dims[dim]);
      dims[dim] = array->shape[k];
    }
  }
  for (int32_t i = 0; i < raw->dim_count; ++i) {
    const nn_dim *dim = &raw->dims[i];
    if (dims[i] == INT64_MIN)
      dims[i] = dim->minimum;
    if (dims[i] < dim->minimum || dims[i] > dim->maximum)
      return nnrt_fail(error, NNRT_BAD_DIM,
                       "`%s` is %lld, outside its range %lld..%lld", dim->name,
                       (long long)dims[i], (long long)dim->minimum,
                       (long long)dim->maximum);
  }
  for (int32_t i = 0; i < count; ++i) {
    const nn_tensor *tensor = &entry->inputs[i];
    const nnrt_array *array = &inputs[i];
    for (int32_t k = 0; k < tensor->rank; ++k)
      if (array->shape[k] != nnrt_axis(&tensor->axes[k], dims))
        return differs(tensor, array, error);
    int64_t bytes = nnrt_tensor_bytes(tensor, dims);
    if (bytes < 0)
      return nnrt_fail(error, NNRT_BAD_DIM, "`%s` is too large", tensor->path);
    if (!pointers)
      continue;
    if (array->bytes != (size_t)bytes)
      return nnrt_fail(error, NNRT_BAD_SHAPE, "`%s` has %zu bytes, not %lld",
                       tensor->path, array->bytes, (long long)bytes);
    if (!array->data && bytes)
      return nnrt_fail(error, NNRT_BAD_CALL, "the data of `%s` is null",
                       tensor->path);
    if ((uintptr_t)array->data % nnrt_element_bytes(tensor->dtype))
      return nnrt_fail(error, NNRT_BAD_CALL,
                       "the data of `%s` is not aligned to its element",
                       tensor->path);
    pointers[i] = array->data;
  }
  return NNRT_OK;
}

nn_call nnrt_make_call(const nnrt_model *model, const int64_t *dims,
                       nn_status *status) {
  nn_call call = {.struct_size = sizeof call,
                  .parameters = model->parameters,
                  .state = model->state,
                  .dims = dims,
                  .hypers = model->program->hypers,
                  .status = status,
                  .parallel = model->program->parallel};
  *status = (nn_status){0};
  return call;
}

int32_t nnrt_run_init(const nnrt_model *model, const nn_entry *entry,
                      nn_call *call, const char *what, nnrt_error *error) {
  if (!entry->function)
    return NNRT_OK;
  const nnrt_memory *memory = &model->program->memory;
  void *arena = NULL;
  if (entry->arena_bytes) {
    arena = nnrt_take(memory, (size_t)entry->arena_bytes(call->dims), error);
    if (!arena)
      return NNRT_NO_MEMORY;
  }
  call->arena = arena;
  int32_t code = entry->function(call);
  nnrt_release(memory, arena);
  return code ? nnrt_fail_call(error, code, what, call->status) : NNRT_OK;
}
