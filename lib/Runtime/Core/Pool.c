/*===- Pool.c - Threads for parallel loops ---------------------------------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*
 *
 * Threads look for work a little while before they sleep, since the loops of a
 * step follow each other closely.
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

/* Looks at a flag before sleeping: some tens of microseconds. */
enum { SPINS = 4000 };

typedef struct {
  nnrt_pool *pool;
  pthread_t thread;
  int32_t index;
} Worker;

struct nnrt_pool {
  uint32_t tag;
  int32_t workerCount, spins;
  nnrt_memory memory;
  nn_parallel parallel;
  pthread_mutex_t running; /* held by the thread in run() */
  pthread_mutex_t mutex;   /* for sleeping only */
  pthread_cond_t wake, finished;
  atomic_int sleepingWorkers, sleepingCaller, busy, closing;
  atomic_uint_fast64_t round;
  int64_t limit;
  void (*body)(void *, int64_t);
  void *context;
  Worker workers[];
};

static void rest(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/* Waits for another round than `seen`, first by looking. */
static void awaitRound(nnrt_pool *pool, uint64_t seen) {
  for (int32_t i = 0; i < pool->spins; ++i) {
    if (pool->round != seen)
      return;
    rest();
  }
  pthread_mutex_lock(&pool->mutex);
  ++pool->sleepingWorkers;
  while (pool->round == seen)
    pthread_cond_wait(&pool->wake, &pool->mutex);
  --pool->sleepingWorkers;
  pthread_mutex_unlock(&pool->mutex);
}

static void awaitWorkers(nnrt_pool *pool) {
  for (int32_t i = 0; i < pool->spins; ++i) {
    if (pool->busy == 0)
      return;
    rest();
  }
  pthread_mutex_lock(&pool->mutex);
  ++pool->sleepingCaller;
  while (pool->busy != 0)
    pthread_cond_wait(&pool->finished, &pool->mutex);
  --pool->sleepingCaller;
  pthread_mutex_unlock(&pool->mutex);
}

/* Called after what the sleeper looks at has changed. Either it has seen that,
 * or it is counted already: all of these are sequentially consistent. */
static void notify(nnrt_pool *pool, pthread_cond_t *signal,
                   atomic_int *sleepers) {
  if (*sleepers == 0)
    return;
  pthread_mutex_lock(&pool->mutex);
  pthread_mutex_unlock(&pool->mutex);
  pthread_cond_broadcast(signal);
}

static void share(nnrt_pool *pool, int32_t index) {
  for (int64_t i = index; i < pool->limit; i += pool->parallel.threads)
    pool->body(pool->context, i);
}

static void *work(void *argument) {
  Worker *worker = argument;
  nnrt_pool *pool = worker->pool;
  for (uint64_t seen = 0;; ++seen) {
    awaitRound(pool, seen);
    if (pool->closing)
      return NULL;
    share(pool, worker->index);
    if (--pool->busy == 0)
      notify(pool, &pool->finished, &pool->sleepingCaller);
  }
}

static void run(void *host, int64_t count, void (*body)(void *, int64_t),
                void *context) {
  /* Only the pool's own call may hold the lock: a body that comes back here
   * would wait for itself. Of this model, since another needs the loader. */
  static _Thread_local const nnrt_pool *inside
      __attribute__((tls_model("initial-exec"))) = NULL;
  nnrt_pool *pool = host;
  if (inside == pool || pthread_mutex_trylock(&pool->running) != 0) {
    for (int64_t i = 0; i < count; ++i)
      body(context, i);
    return;
  }
  const nnrt_pool *outer = inside;
  inside = pool;
  pool->limit = count;
  pool->body = body;
  pool->context = context;
  pool->busy = pool->workerCount;
  ++pool->round;
  notify(pool, &pool->wake, &pool->sleepingWorkers);
  share(pool, 0);
  awaitWorkers(pool);
  inside = outer;
  pthread_mutex_unlock(&pool->running);
}

static int32_t availableThreads(void) {
  cpu_set_t set;
  CPU_ZERO(&set);
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

int32_t nnrt_pool_create(int32_t threads, const nnrt_memory *memory,
                         nnrt_pool **result, nnrt_error *error) {
  nnrt_memory taken;
  if (!result)
    return nnrt_fail(error, NNRT_BAD_CALL, "the place for the pool is null");
  if (threads < 1 || threads > 4096)
    return nnrt_fail(error, NNRT_BAD_CALL,
                     "a pool has 1 to 4096 threads, not %d", threads);
  int32_t code = nnrt_take_memory(memory, &taken, error);
  if (code)
    return code;
  size_t bytes = sizeof(nnrt_pool) + (size_t)(threads - 1) * sizeof(Worker);
  nnrt_pool *pool = nnrt_allocate(&taken, bytes, error);
  if (!pool)
    return NNRT_NO_MEMORY;
  pool->tag = NNRT_POOL_TAG;
  pool->memory = taken;
  /* Where threads share a processor, looking keeps others from working. */
  pool->spins = threads <= availableThreads() ? SPINS : 0;
  pool->parallel = (nn_parallel){run, pool, threads};
  pthread_mutex_init(&pool->running, NULL);
  pthread_mutex_init(&pool->mutex, NULL);
  pthread_cond_init(&pool->wake, NULL);
  pthread_cond_init(&pool->finished, NULL);
  for (int32_t i = 0; i + 1 < threads; ++i) {
    pool->workers[i].pool = pool;
    pool->workers[i].index = i + 1;
    if (pthread_create(&pool->workers[i].thread, NULL, work,
                       &pool->workers[i]) != 0) {
      nnrt_pool_free(&pool);
      return nnrt_fail(error, NNRT_NO_MEMORY, "the system gives no %d threads",
                       threads);
    }
    ++pool->workerCount;
  }
  *result = pool;
  return nnrt_good(error);
}

void nnrt_pool_free(nnrt_pool **place) {
  if (!place || !*place || (*place)->tag != NNRT_POOL_TAG)
    return;
  nnrt_pool *pool = *place;
  *place = NULL;
  pool->closing = 1;
  ++pool->round;
  notify(pool, &pool->wake, &pool->sleepingWorkers);
  for (int32_t i = 0; i < pool->workerCount; ++i)
    pthread_join(pool->workers[i].thread, NULL);
  pthread_cond_destroy(&pool->finished);
  pthread_cond_destroy(&pool->wake);
  pthread_mutex_destroy(&pool->mutex);
  pthread_mutex_destroy(&pool->running);
  pool->tag = 0;
  nnrt_memory memory = pool->memory;
  nnrt_release(&memory, pool);
}

const nn_parallel *nnrt_pool_parallel(const nnrt_pool *pool) {
  return pool && pool->tag == NNRT_POOL_TAG ? &pool->parallel : NULL;
}
