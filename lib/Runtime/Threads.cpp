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

/// Looks at a flag before sleeping: some tens of microseconds.
static constexpr int kSpins = 4000;

static void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

ThreadPool::ThreadPool(int threads)
    // Where threads share a processor, looking keeps others from working.
    : spins(threads <= availableThreads() ? kSpins : 0) {
  parallel.threads = threads;
  parallel.host = this;
  parallel.run = [](void *host, int64_t count, void (*body)(void *, int64_t),
                    void *context) {
    static_cast<ThreadPool *>(host)->run(count, body, context);
  };
  for (int i = 1; i < threads; ++i)
    workers.emplace_back([this, i] { work(i); });
}

ThreadPool::~ThreadPool() {
  closing = true;
  ++round;
  notify(wake, sleepingWorkers);
  for (std::thread &worker : workers)
    worker.join();
}

template <class Ready>
void ThreadPool::await(std::condition_variable &signal,
                       std::atomic<int> &sleepers, Ready ready) {
  for (int i = 0; i < spins; ++i) {
    if (ready())
      return;
    pause();
  }
  std::unique_lock<std::mutex> lock(mutex);
  ++sleepers;
  signal.wait(lock, ready);
  --sleepers;
}

/// Called after what `ready` looks at has changed. Either the sleeper has seen
/// that, or it is counted already: all of these are sequentially consistent.
void ThreadPool::notify(std::condition_variable &signal,
                        std::atomic<int> &sleepers) {
  if (sleepers == 0)
    return;
  {
    std::lock_guard<std::mutex> lock(mutex);
  }
  signal.notify_all();
}

void ThreadPool::share(int index) {
  for (int64_t i = index; i < limit; i += parallel.threads)
    body(context, i);
}

void ThreadPool::work(int index) {
  for (uint64_t seen = 0;; ++seen) {
    await(wake, sleepingWorkers, [&] { return round != seen; });
    if (closing)
      return;
    share(index);
    if (--busy == 0)
      notify(finished, sleepingCaller);
  }
}

void ThreadPool::run(int64_t count, void (*function)(void *, int64_t),
                     void *argument) {
  // Only the pool's own call may hold the lock: a body that comes back here
  // would wait for itself.
  static thread_local const ThreadPool *inside = nullptr;
  std::unique_lock<std::mutex> own(running, std::defer_lock);
  if (inside == this || !own.try_lock()) {
    for (int64_t i = 0; i < count; ++i)
      function(argument, i);
    return;
  }
  inside = this;
  limit = count;
  body = function;
  context = argument;
  busy = int(workers.size());
  ++round;
  notify(wake, sleepingWorkers);
  share(0);
  await(finished, sleepingCaller, [&] { return busy == 0; });
  inside = nullptr;
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
