//===- Threads.h - How many threads a program uses --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_THREADS_H
#define NNC_RUNTIME_THREADS_H

#include "Runtime/Program.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace nnc::rt {

/// Threads for the parallel loops of a program compiled with --threads=host.
class ThreadPool {
public:
  explicit ThreadPool(int threads);
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;
  ~ThreadPool();

  const nn_parallel *hook() const { return &parallel; }
  /// Calls body(context, i) for each i below `count`.
  void run(int64_t count, void (*body)(void *, int64_t), void *context);

private:
  void work();
  void drain();

  std::vector<std::thread> workers;
  std::mutex mutex;
  std::condition_variable wake, finished;
  uint64_t round = 0;
  int busy = 0;
  bool closing = false;
  int64_t limit = 0;
  std::atomic<int64_t> next{0};
  void (*body)(void *, int64_t) = nullptr;
  void *context = nullptr;
  nn_parallel parallel{};
};

/// Processors that this process may use.
int availableThreads();

/// Gives `program` its threads. Returns the pool where it needs one, else
/// null. `threads` is set to what the program will really use.
std::unique_ptr<ThreadPool> setThreads(const Program &program, int &threads);

} // namespace nnc::rt

#endif // NNC_RUNTIME_THREADS_H
