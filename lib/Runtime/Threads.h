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
/// They look for work a little while before they sleep, since the loops of a
/// step follow each other closely.
class ThreadPool {
public:
  explicit ThreadPool(int threads);
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;
  ~ThreadPool();

  const nn_parallel *hook() const { return &parallel; }
  /// Calls body(context, i) for each i below `count`, thread t those that are
  /// t modulo the number of threads. While another thread is in it, or from
  /// inside of a body, the caller does all of them.
  void run(int64_t count, void (*body)(void *, int64_t), void *context);

private:
  void work(int index);
  void share(int index);
  /// Waits for `ready`, first by looking `spins` times.
  template <class Ready>
  void await(std::condition_variable &signal, std::atomic<int> &sleepers,
             Ready ready);
  void notify(std::condition_variable &signal, std::atomic<int> &sleepers);

  std::vector<std::thread> workers;
  int spins;
  std::mutex running; ///< Held by the thread in run().
  std::mutex mutex;   ///< For sleeping only.
  std::condition_variable wake, finished;
  std::atomic<int> sleepingWorkers{0}, sleepingCaller{0};
  std::atomic<uint64_t> round{0};
  std::atomic<int> busy{0};
  std::atomic<bool> closing{false};
  int64_t limit = 0;
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
