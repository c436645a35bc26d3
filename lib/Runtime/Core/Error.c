/*===- Error.c - Codes, messages and memory --------------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

uint32_t nnrt_version(void) { return NNRT_VERSION; }

int32_t nnrt_good(nnrt_error *error) {
  if (error) {
    error->code = NNRT_OK;
    error->message[0] = '\0';
  }
  return NNRT_OK;
}

int32_t nnrt_fail(nnrt_error *error, int32_t code, const char *format, ...) {
  if (!error)
    return code;
  error->code = code;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  return code;
}

int32_t nnrt_fail_call(nnrt_error *error, int32_t code, const char *what,
                       const nn_status *status) {
  if (code < 0 || code > NN_WRONG_CPU)
    return nnrt_fail(error, NNRT_BUG, "%s: the entry answered %d", what, code);
  const char *text = status->message;
  if (!*text)
    text = code == NN_BAD_DIM         ? "a dim is outside its range"
           : code == NN_BAD_INDEX     ? "an index is outside its axis"
           : code == NN_NOT_FINITE    ? "the loss is not finite"
           : code == NN_ASSERT_FAILED ? "an `assert` of the program does not "
                                        "hold"
                                      : "wrong memory";
  if (status->path && *status->path)
    return nnrt_fail(error, code, "%s: %s, in `%s`", what, text, status->path);
  return nnrt_fail(error, code, "%s: %s", what, text);
}

const char *nnrt_code_name(int32_t code) {
  static const char *const names[] = {"NNRT_OK",
                                      "NNRT_BAD_CALL",
                                      "NNRT_BAD_DIM",
                                      "NNRT_BAD_INDEX",
                                      "NNRT_NOT_FINITE",
                                      "NNRT_ASSERT_FAILED",
                                      "NNRT_WRONG_CPU",
                                      "NNRT_BAD_SHAPE",
                                      "NNRT_TOO_SMALL",
                                      "NNRT_NOT_FOUND",
                                      "NNRT_BAD_VALUE",
                                      "NNRT_BAD_FILE",
                                      "NNRT_WRONG_WEIGHTS",
                                      "NNRT_BAD_VERSION",
                                      "NNRT_NO_MEMORY",
                                      "NNRT_SYSTEM",
                                      "NNRT_BAD_INPUT"};
  if (code == NNRT_BUG)
    return "NNRT_BUG";
  if (code < 0 || code >= (int32_t)(sizeof names / sizeof *names))
    return "no nnrt_code";
  return names[code];
}

size_t nnrt_element_bytes(int32_t dtype) {
  static const uint8_t sizes[] = {4, 8, 2, 2, 1, 4, 8, 1};
  return dtype < 0 || dtype > NN_BOOL ? 0 : sizes[dtype];
}

/*===-- Memory ------------------------------------------------------------===*/

static void *fromMalloc(void *host, size_t alignment, size_t bytes) {
  /* Large blocks on huge pages: fewer misses in the address translation. */
  const size_t hugePage = (size_t)2 << 20;
  int large = bytes >= 2 * hugePage && bytes < SIZE_MAX - hugePage;
  (void)host;
  if (large) {
    alignment = hugePage;
    bytes = (bytes + hugePage - 1) / hugePage * hugePage;
  }
  void *block = aligned_alloc(alignment, bytes);
  if (block && large)
    madvise(block, bytes, MADV_HUGEPAGE);
  return block;
}

static void toFree(void *host, void *block) {
  (void)host;
  free(block);
}

int32_t nnrt_take_memory(const nnrt_memory *given, nnrt_memory *memory,
                         nnrt_error *error) {
  static const nnrt_memory standard = {fromMalloc, toFree, NULL};
  *memory = given ? *given : standard;
  if (!memory->allocate || !memory->release)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "nnrt_memory lacks allocate or release");
  return NNRT_OK;
}

/* What is asked for, in whole units of the alignment; 0 where that overflows.
 */
static size_t rounded(size_t bytes) {
  return (bytes / NN_BLOCK_ALIGNMENT + 1) * NN_BLOCK_ALIGNMENT;
}

void *nnrt_take(const nnrt_memory *memory, size_t bytes, nnrt_error *error) {
  size_t size = rounded(bytes);
  void *block = size > bytes
                    ? memory->allocate(memory->host, NN_BLOCK_ALIGNMENT, size)
                    : NULL;
  if (!block)
    nnrt_fail(error, NNRT_NO_MEMORY, "out of memory: %zu bytes are needed",
              bytes);
  return block;
}

void *nnrt_allocate(const nnrt_memory *memory, size_t bytes,
                    nnrt_error *error) {
  void *block = nnrt_take(memory, bytes, error);
  return block ? memset(block, 0, rounded(bytes)) : NULL;
}

void nnrt_release(const nnrt_memory *memory, void *block) {
  if (block)
    memory->release(memory->host, block);
}
