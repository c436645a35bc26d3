//===- AllocationCount.cpp - How often memory was asked for ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AllocationCount.h"

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define NNC_NO_COUNT
#endif
#endif
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__)
#define NNC_NO_COUNT
#endif

#ifdef NNC_NO_COUNT

int64_t nnc::run::allocationCount() { return -1; }

#else

static std::atomic<int64_t> count{0};

int64_t nnc::run::allocationCount() {
  return count.load(std::memory_order_relaxed);
}

// A program may define these itself (glibc manual, "Replacing malloc"); each
// counts and passes on to glibc's own.
#define NNC_EXPORT extern "C" __attribute__((visibility("default")))

// NOLINTBEGIN(bugprone-reserved-identifier): the names are glibc's.
extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);
}
// NOLINTEND(bugprone-reserved-identifier)

static void countOne() { count.fetch_add(1, std::memory_order_relaxed); }

NNC_EXPORT void *malloc(size_t size) {
  countOne();
  return __libc_malloc(size);
}

NNC_EXPORT void *calloc(size_t items, size_t size) {
  countOne();
  return __libc_calloc(items, size);
}

NNC_EXPORT void *realloc(void *old, size_t size) {
  countOne();
  return __libc_realloc(old, size);
}

NNC_EXPORT void *memalign(size_t alignment, size_t size) {
  countOne();
  return __libc_memalign(alignment, size);
}

NNC_EXPORT void *aligned_alloc(size_t alignment, size_t size) {
  countOne();
  return __libc_memalign(alignment, size);
}

NNC_EXPORT int posix_memalign(void **result, size_t alignment, size_t size) {
  countOne();
  void *memory = __libc_memalign(alignment, size);
  if (!memory)
    return ENOMEM;
  *result = memory;
  return 0;
}

NNC_EXPORT void free(void *memory) { __libc_free(memory); }

#endif
