//===- Threads.cpp - How many threads a program uses ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Threads.h"
#include "Runtime/Failure.h"

#include <dlfcn.h>
#include <sched.h>
#include <thread>

namespace nnc::rt {

ThreadPool::ThreadPool(int threads) {
  nnrt_error error;
  if (nnrt_pool_create(threads, nullptr, &pool, &error) != NNRT_OK)
    throw Failure(OutsideFault, error.message);
}

ThreadPool::~ThreadPool() { nnrt_pool_free(&pool); }

int availableThreads() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(0, sizeof set, &set) == 0)
    return std::max(1, CPU_COUNT(&set));
  return std::max(1, int(std::thread::hardware_concurrency()));
}

std::unique_ptr<ThreadPool> setThreads(const Program &program, int &threads) {
  if (program->threads == 1) {
    using Set = void (*)(int);
    void *symbol = nullptr;
    if (program.handle)
      symbol = ::dlsym(program.handle, "omp_set_num_threads");
    if (!symbol)
      symbol = ::dlsym(RTLD_DEFAULT, "omp_set_num_threads");
    if (symbol)
      reinterpret_cast<Set>(symbol)(threads);
    return nullptr;
  }
  if (program->threads == 2 && threads > 1)
    return std::make_unique<ThreadPool>(threads);
  if (program->threads == 0)
    threads = 1;
  return nullptr;
}

} // namespace nnc::rt
