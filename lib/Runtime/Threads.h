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
#include "nnrt/nnrt.h"

#include <memory>

namespace nnc::rt {

/// Threads for the parallel loops of a program compiled with --threads=host:
/// libnnrt's.
class ThreadPool {
public:
  explicit ThreadPool(int threads);
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;
  ~ThreadPool();

  const nn_parallel *hook() const { return nnrt_pool_parallel(pool); }

private:
  nnrt_pool *pool = nullptr;
};

/// Processors that this process may use.
int availableThreads();

/// Gives `program` its threads. Returns the pool where it needs one, else
/// null. `threads` is set to what the program will really use.
std::unique_ptr<ThreadPool> setThreads(const Program &program, int &threads);

} // namespace nnc::rt

#endif // NNC_RUNTIME_THREADS_H
