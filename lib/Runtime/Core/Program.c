/*===- Program.c - Programs, their hypers and threads ----------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int32_t nnrt_need_program(const nnrt_program *program, nnrt_error *error) {
  if (program && program->tag == NNRT_PROGRAM_TAG)
    return NNRT_OK;
  return nnrt_fail(error, NNRT_BAD_CALL, "the program is null, or was closed");
}

/* Takes over `library`, also where it fails. */
static int32_t make(const nn_program *raw, const char *path, void *library,
                    const nnrt_memory *given, nnrt_program **result,
                    nnrt_error *error) {
  nnrt_memory memory;
  int32_t code = nnrt_check(raw, path ? path : "the program", error);
  if (!code && (raw->dim_count > NNRT_MAX_DIMS))
    code = nnrt_fail(error, NNRT_BAD_VERSION, "`%s` has %d dims; at most %d",
                     raw->name, raw->dim_count, NNRT_MAX_DIMS);
  if (!code)
    code = nnrt_take_memory(given, &memory, error);
  nnrt_program *program = NULL;
  if (!code) {
    size_t length = path ? strlen(path) + 1 : 0,
           hypers = (size_t)raw->hyper_count * sizeof(nn_scalar);
    program = nnrt_allocate(&memory, sizeof *program + hypers + length, error);
    code = program ? NNRT_OK : NNRT_NO_MEMORY;
    if (program) {
      program->tag = NNRT_PROGRAM_TAG;
      program->references = 1;
      program->raw = raw;
      program->library = library;
      program->memory = memory;
      program->hypers = (nn_scalar *)(program + 1);
      for (int32_t i = 0; i < raw->hyper_count; ++i)
        program->hypers[i] = raw->hypers[i].value;
      if (path) {
        program->path = (char *)(program + 1) + hypers;
        memcpy(program->path, path, length);
      }
    }
  }
  if (code) {
    if (library)
      dlclose(library);
    return code;
  }
  *result = program;
  return nnrt_good(error);
}

int32_t nnrt_open(const char *path, const nnrt_memory *memory,
                  nnrt_program **program, nnrt_error *error) {
  struct stat info;
  if (!path || !program)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the path, or the place for the program, is null");
  if (stat(path, &info) != 0)
    return nnrt_fail(error, NNRT_SYSTEM, "cannot read `%s`: %s", path,
                     strerror(errno));
  /* Without a slash dlopen would search the system's folders. */
  char local[4096] = "./";
  const char *file = path;
  if (!strchr(path, '/')) {
    if (strlen(path) > sizeof local - 3)
      return nnrt_fail(error, NNRT_BAD_CALL, "the path is too long");
    file = strcat(local, path);
  }
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    return nnrt_fail(error, NNRT_BAD_FILE, "cannot load `%s`: %s", path,
                     dlerror());
  const nn_program *raw = dlsym(library, "nn_program");
  if (!raw) {
    dlclose(library);
    return nnrt_fail(error, NNRT_BAD_FILE,
                     "`%s` is not a program compiled by nnc: it has no symbol "
                     "`nn_program`",
                     path);
  }
  return make(raw, path, library, memory, program, error);
}

int32_t nnrt_wrap(const nn_program *compiled, const nnrt_memory *memory,
                  nnrt_program **program, nnrt_error *error) {
  if (!compiled || !program)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the compiled program, or the place for the program, is "
                     "null");
  return make(compiled, NULL, NULL, memory, program, error);
}

void nnrt_program_release(nnrt_program *program) {
  if (__atomic_sub_fetch(&program->references, 1, __ATOMIC_ACQ_REL) > 0)
    return;
  nnrt_pool_free(&program->pool);
  program->tag = 0;
  if (program->library)
    dlclose(program->library);
  nnrt_memory memory = program->memory;
  nnrt_release(&memory, program);
}

void nnrt_close(nnrt_program **place) {
  if (!place || nnrt_need_program(*place, NULL))
    return;
  nnrt_program *program = *place;
  *place = NULL;
  nnrt_program_release(program);
}

const nn_program *nnrt_descriptor(const nnrt_program *program) {
  return nnrt_need_program(program, NULL) ? NULL : program->raw;
}

/*===-- Hypers ------------------------------------------------------------===*/

static int32_t findHyper(const nnrt_program *program, const char *name,
                         int32_t *index, nnrt_error *error) {
  for (*index = 0; *index < program->raw->hyper_count; ++*index)
    if (strcmp(program->raw->hypers[*index].name, name) == 0)
      return NNRT_OK;
  return nnrt_fail(error, NNRT_NOT_FOUND, "the program has no hyper `%s`",
                   name);
}

/* A number as programs write it, with `_` between digits, whatever the locale.
 */
static int parse(const char *text, int32_t kind, nn_scalar *result) {
  char digits[64], *end = digits;
  size_t length = 0;
  for (; *text; ++text)
    if (*text != '_') {
      if (length + 1 == sizeof digits || !strchr("+-.0123456789eE", *text))
        return 0;
      digits[length++] = *text;
    }
  digits[length] = '\0';
  if (!length)
    return 0;
  errno = 0;
  if (kind == NN_KIND_INT) {
    result->i = strtoll(digits, &end, 10);
  } else {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
      return 0;
    result->f = strtod_l(digits, &end, plain);
    freelocale(plain);
    if (!isfinite(result->f))
      return 0;
    errno = 0; /* what is too small becomes 0 or a denormal */
  }
  return !*end && errno == 0;
}

int32_t nnrt_set(nnrt_program *program, const char *name, const char *value,
                 nnrt_error *error) {
  int32_t code = nnrt_need_program(program, error), index = 0;
  if (code)
    return code;
  if (!name || !value)
    return nnrt_fail(error, NNRT_BAD_CALL, "the name or the value is null");
  code = findHyper(program, name, &index, error);
  if (code)
    return code;
  static const char *const kinds[] = {"an int", "a num", "a bool", "a str",
                                      "a duration"};
  const nn_hyper *hyper = &program->raw->hypers[index];
  if (hyper->structural)
    return nnrt_fail(error, NNRT_BAD_VALUE,
                     "hyper `%s` shapes the program and is fixed at %s\n   = "
                     "help: compile it with `nnc --set %s=%s`",
                     name, hyper->text ? hyper->text : "its value", name,
                     value);
  nn_scalar parsed;
  if ((hyper->kind != NN_KIND_INT && hyper->kind != NN_KIND_NUM) ||
      !parse(value, hyper->kind, &parsed))
    return nnrt_fail(error, NNRT_BAD_VALUE, "`%s` = %s: it is %s, such as %s",
                     name, value, kinds[hyper->kind],
                     hyper->text ? hyper->text : "its value");
  program->hypers[index] = parsed;
  return nnrt_good(error);
}

int32_t nnrt_get(const nnrt_program *program, const char *name,
                 nn_scalar *value, nnrt_error *error) {
  int32_t code = nnrt_need_program(program, error), index = 0;
  if (code)
    return code;
  if (!name || !value)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "the name, or the place for the value, is null");
  code = findHyper(program, name, &index, error);
  if (code)
    return code;
  if (program->raw->hypers[index].kind >= NN_KIND_STR)
    return nnrt_fail(error, NNRT_BAD_VALUE,
                     "`%s` is no number; its text is in the descriptor", name);
  *value = program->hypers[index];
  return nnrt_good(error);
}

/*===-- Threads -----------------------------------------------------------===*/

int32_t nnrt_set_threads(nnrt_program *program, int32_t threads, int32_t *used,
                         nnrt_error *error) {
  int32_t code = nnrt_need_program(program, error);
  if (code)
    return code;
  if (threads < 1 || threads > 4096)
    return nnrt_fail(error, NNRT_BAD_CALL, "1 to 4096 threads, not %d",
                     threads);
  nnrt_pool *pool = NULL;
  if (program->raw->threads == 2 && threads > 1) {
    code = nnrt_pool_create(threads, &program->memory, &pool, error);
    if (code)
      return code;
  }
  if (program->raw->threads == 1) {
    void *symbol = dlsym(program->library ? program->library : RTLD_DEFAULT,
                         "omp_set_num_threads");
    void (*set)(int) = NULL;
    memcpy(&set, &symbol, sizeof set);
    if (set)
      set(threads);
  }
  nnrt_pool_free(&program->pool);
  program->pool = pool;
  program->parallel = nnrt_pool_parallel(pool);
  if (used)
    *used = program->raw->threads ? threads : 1;
  return nnrt_good(error);
}

int32_t nnrt_set_parallel(nnrt_program *program, const nn_parallel *parallel,
                          nnrt_error *error) {
  int32_t code = nnrt_need_program(program, error);
  if (code)
    return code;
  if (parallel && (!parallel->run || parallel->threads < 1))
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "nn_parallel has no `run`, or less than one thread");
  nnrt_pool_free(&program->pool);
  program->parallel = parallel;
  return nnrt_good(error);
}
