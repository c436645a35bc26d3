//===- Threads.cpp - How many threads a program uses ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Threads.h"

#include <dlfcn.h>
#include <sched.h>

namespace nnc::rt {

ThreadPool::ThreadPool(int threads) {
  parallel.threads = threads;
  parallel.host = this;
  parallel.run = [](void *host, int64_t count, void (*body)(void *, int64_t),
                    void *context) {
    static_cast<ThreadPool *>(host)->run(count, body, context);
  };
  for (int i = 1; i < threads; ++i)
    workers.emplace_back([this] { work(); });
}

ThreadPool::~ThreadPool() {
  {
    std::lock_guard<std::mutex> lock(mutex);
    closing = true;
  }
  wake.notify_all();
  for (std::thread &worker : workers)
    worker.join();
}

void ThreadPool::drain() {
  for (int64_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < limit;)
    body(context, i);
}

void ThreadPool::work() {
  std::unique_lock<std::mutex> lock(mutex);
  for (uint64_t seen = 0;;) {
    wake.wait(lock, [&] { return closing || round != seen; });
    if (closing)
      return;
    seen = round;
    lock.unlock();
    drain();
    lock.lock();
    if (--busy == 0)
      finished.notify_one();
  }
}

void ThreadPool::run(int64_t count, void (*function)(void *, int64_t),
                     void *argument) {
  {
    std::lock_guard<std::mutex> lock(mutex);
    limit = count;
    body = function;
    context = argument;
    next = 0;
    busy = int(workers.size());
    ++round;
  }
  wake.notify_all();
  drain();
  std::unique_lock<std::mutex> lock(mutex);
  finished.wait(lock, [&] { return busy == 0; });
}

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
