/*===- Check.c - Does a program fit this library and processor -------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <stdio.h>
#include <string.h>

/* Whether the processor has a feature by LLVM's name. One that is not known
 * here is of a later compiler, and refused. */
static int cpuHas(const char *feature) {
#if defined(__x86_64__)
#define NNRT_FEATURE(name)                                                     \
  if (strcmp(feature, name) == 0)                                              \
    return __builtin_cpu_supports(name) != 0;
  NNRT_FEATURE("sse4.2")
  NNRT_FEATURE("popcnt")
  NNRT_FEATURE("avx")
  NNRT_FEATURE("avx2")
  NNRT_FEATURE("fma")
  NNRT_FEATURE("f16c")
  NNRT_FEATURE("bmi")
  NNRT_FEATURE("bmi2")
  NNRT_FEATURE("avx512f")
  NNRT_FEATURE("avx512bw")
  NNRT_FEATURE("avx512cd")
  NNRT_FEATURE("avx512dq")
  NNRT_FEATURE("avx512vl")
  NNRT_FEATURE("avx512vnni")
  NNRT_FEATURE("avx512bf16")
  NNRT_FEATURE("avx512vbmi")
  NNRT_FEATURE("avx512vbmi2")
  NNRT_FEATURE("avx512ifma")
  NNRT_FEATURE("avx512bitalg")
  NNRT_FEATURE("avx512vpopcntdq")
#undef NNRT_FEATURE
#endif
  (void)feature;
  return 0;
}

int32_t nnrt_check(const nn_program *compiled, const char *path,
                   nnrt_error *error) {
  if (!compiled || compiled->magic != NN_PROGRAM_MAGIC)
    return nnrt_fail(error, NNRT_BAD_FILE,
                     "`%s` is not a program compiled by nnc", path);
  if (compiled->abi_version != NN_ABI_VERSION ||
      compiled->struct_size != sizeof(nn_program))
    return nnrt_fail(
        error, NNRT_BAD_VERSION,
        "`%s` has version %u of the program interface, this runtime reads "
        "version %u\n   = help: compile it again with this nnc",
        path, compiled->abi_version, NN_ABI_VERSION);
  char missing[256] = "";
  size_t length = 0;
  for (int32_t i = 0; i < compiled->cpu_feature_count; ++i)
    if (!cpuHas(compiled->cpu_features[i]) && length < sizeof missing)
      length +=
          (size_t)snprintf(missing + length, sizeof missing - length, "%s%s",
                           length ? ", " : "", compiled->cpu_features[i]);
  if (length)
    return nnrt_fail(error, NNRT_WRONG_CPU,
                     "`%s` was compiled for %s; this processor lacks %s\n   = "
                     "help: compile it for a lower level as well, as with "
                     "--target=x86-64,x86-64-v3",
                     path, compiled->target, missing);
  return NNRT_OK;
}
