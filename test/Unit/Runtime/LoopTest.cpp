//===- LoopTest.cpp - Tests of what the training loop is made of ----------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Bench.h"
#include "Runtime/Checkpoint.h"
#include "Runtime/GradCheck.h"
#include "Runtime/Philox.h"
#include "Runtime/Policy.h"
#include "Runtime/Threads.h"
#include "Testing.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <numeric>
#include <thread>

using namespace nnc::rt;

//===----------------------------------------------------------------------===//
// Random numbers
//===----------------------------------------------------------------------===//

TEST(philox_known_answers) {
  // The vectors of the authors' Random123 library.
  using Four = std::array<uint32_t, 4>;
  EXPECT((philox({0, 0, 0, 0}, {0, 0}) ==
          Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  uint32_t ones = 0xffffffff;
  EXPECT((philox({ones, ones, ones, ones}, {ones, ones}) ==
          Four{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT((philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                 {0xa4093822, 0x299f31d0}) ==
          Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

static std::vector<int64_t> permuted(uint64_t seed, Stream stream,
                                     uint64_t index, size_t count = 100) {
  std::vector<int64_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, Draws(seed, stream, index));
  return order;
}

TEST(shuffle_is_keyed) {
  auto order = permuted(1, Stream::Shuffle, 0);
  EXPECT(order == permuted(1, Stream::Shuffle, 0));
  EXPECT(order != permuted(1, Stream::Shuffle, 1));
  EXPECT(order != permuted(2, Stream::Shuffle, 0));
  EXPECT(order != permuted(1, Stream::Split, 0));
  EXPECT(order != permuted(uint64_t(1) << 32 | 1, Stream::Shuffle, 0));
  std::sort(order.begin(), order.end());
  for (int64_t i = 0; i < 100; ++i)
    EXPECT_EQ(order[size_t(i)], i);
}

TEST(shuffle_is_fair) {
  // Every element lands everywhere about equally often: 24,000 shuffles of 4,
  // 1,000 of each of the 24 orders within six standard deviations.
  std::vector<int> seen(256);
  for (uint64_t i = 0; i < 24000; ++i) {
    auto order = permuted(7, Stream::Shuffle, i, 4);
    ++seen[size_t(order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3])];
  }
  int orders = 0;
  for (int count : seen) {
    orders += count > 0;
    EXPECT(count == 0 || std::abs(count - 1000) < 186);
  }
  EXPECT_EQ(orders, 24);
}

TEST(draws_have_their_moments) {
  Draws draws(3, Stream::Input, 0);
  double sum = 0, squares = 0, uniform = 0;
  const int count = 20000;
  for (int i = 0; i < count; ++i) {
    double value = draws.normal();
    sum += value;
    squares += value * value;
    uniform += draws.uniform();
  }
  EXPECT(std::fabs(sum / count) < 0.03);
  EXPECT(std::fabs(squares / count - 1) < 0.05);
  EXPECT(std::fabs(uniform / count - 0.5) < 0.01);
}

//===----------------------------------------------------------------------===//
// Durations, sums and policies
//===----------------------------------------------------------------------===//

TEST(durations) {
  EXPECT_EQ(stepsOf({1500, 0, 0}, 10, 32), int64_t(1500));
  EXPECT_EQ(stepsOf({0, 2, 0}, 10, 32), int64_t(20));
  EXPECT_EQ(stepsOf({0, 0.25, 0}, 10, 32), int64_t(3));
  EXPECT_EQ(stepsOf({0, 0, 65}, 10, 32), int64_t(3));
  EXPECT_EQ(stepsOf({100, 1, 65}, 10, 32), int64_t(113));
  EXPECT_EQ(stepsOf({-4, 1, -65}, 10, 32), int64_t(3));
  EXPECT_EQ(stepsOf({-100, 1, 0}, 10, 32), int64_t(-90));
}

TEST(metric_sums) {
  MetricSums sums;
  sums.add({1, 10}, 3);
  sums.add({5, 2}, 1);
  EXPECT_EQ(sums.means()[0], 2.0);
  EXPECT_EQ(sums.means()[1], 8.0);
  sums.clear();
  EXPECT_EQ(sums.means()[0], 0.0);
}

static nn_policy policyOf(int best, int patience) {
  nn_policy policy{};
  policy.stop_when = -1;
  policy.best = best;
  policy.patience = patience;
  return policy;
}

TEST(policy_best) {
  RunState state;
  nn_policy policy = policyOf(0, -1);
  EXPECT(!judge(policy, {NAN}, 1, state).improved);
  EXPECT(judge(policy, {2}, 1, state).improved);
  EXPECT(!judge(policy, {2}, 1, state).improved);
  EXPECT(judge(policy, {1}, 1, state).improved);
  policy.best_higher = 1;
  EXPECT(judge(policy, {1.5}, 1, state).improved);
  EXPECT(!judge(policy, {NAN}, 1, state).improved);
}

TEST(policy_patience) {
  RunState state;
  nn_policy policy = policyOf(-1, 0);
  policy.min_delta = 0.1;
  policy.restore_best = 1;
  state.step = 10;
  EXPECT(judge(policy, {1}, 20, state).improved);
  state.step = 20;
  EXPECT(!judge(policy, {0.95}, 20, state).improved);
  EXPECT(!judge(policy, {0.95}, 20, state).earlyStop);
  state.step = 30;
  EXPECT(judge(policy, {0.95}, 20, state).earlyStop);
  EXPECT(judge(policy, {0.8}, 20, state).improved);
  EXPECT(!judge(policy, {0.8}, 20, state).earlyStop);
}

//===----------------------------------------------------------------------===//
// Differences
//===----------------------------------------------------------------------===//

TEST(differences_of_smooth_functions) {
  auto check = [](double (*function)(double), double x, double derivative) {
    Difference found = differentiate(function, x, 1e-5);
    EXPECT(!found.kink);
    EXPECT(std::fabs(found.value - derivative) <=
           1e-8 * std::max(1e-3, std::fabs(derivative)));
  };
  check([](double x) { return std::exp(x); }, 1, std::exp(1.0));
  check([](double x) { return std::sin(40 * x); }, 0.3, 40 * std::cos(12.0));
  check([](double x) { return x * x * x; }, 0, 0);
  check([](double x) { return 1 / x; }, 0.05, -400);
  check([](double x) { return std::log(x); }, 1000, 1e-3);
}

TEST(differences_see_kinks) {
  auto relu = [](double x) { return std::max(x, 0.0); };
  EXPECT(differentiate(relu, 0, 1e-5).kink);
  EXPECT(differentiate([](double x) { return std::fabs(x - 1) + x; }, 1, 1e-5)
             .kink);
  EXPECT(!differentiate(relu, 0.5, 1e-5).kink);
  EXPECT_EQ(differentiate(relu, -0.5, 1e-5).value, 0.0);
}

TEST(differences_beside_kinks) {
  // So slight that sides of large steps look alike.
  auto bent = [](double x) { return x + 0.005 * std::max(x - 1e-3, 0.0); };
  EXPECT(!differentiate(bent, 0, 1e-5).kink);
  Difference near = differentiateNear(bent, 0);
  EXPECT(!near.kink);
  EXPECT(std::fabs(near.value - 1) < 1e-9);
  EXPECT(near.uncertainty < 1e-9);
  // At the kink itself.
  EXPECT(differentiateNear(bent, 1e-3).kink);
  Difference smooth =
      differentiateNear([](double x) { return std::sin(40 * x); }, 0.3);
  EXPECT(!smooth.kink);
  EXPECT(std::fabs(smooth.value - 40 * std::cos(12.0)) < 1e-5);
}

//===----------------------------------------------------------------------===//
// Threads
//===----------------------------------------------------------------------===//

static void run(const ThreadPool &pool, int64_t count,
                void (*body)(void *, int64_t), void *context) {
  pool.hook()->run(pool.hook()->host, count, body, context);
}

TEST(pool_runs_each_index_once) {
  for (int threads : {1, 2, 4}) {
    ThreadPool pool(threads);
    for (int64_t count : {0, 1, 3, 1000}) {
      std::vector<std::atomic<int>> hits(size_t(count) + 1);
      run(
          pool, count,
          [](void *context, int64_t i) {
            ++(*static_cast<std::vector<std::atomic<int>> *>(
                context))[size_t(i)];
          },
          &hits);
      for (int64_t i = 0; i < count; ++i)
        EXPECT_EQ(hits[size_t(i)].load(), 1);
    }
  }
}

TEST(pool_sleeps_and_wakes) {
  ThreadPool pool(3);
  std::atomic<int64_t> sum{0};
  for (int round = 0; round < 50; ++round) {
    if (round % 10 == 0) // long enough for the workers to sleep
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    run(
        pool, 3,
        [](void *to, int64_t i) {
          *static_cast<std::atomic<int64_t> *>(to) += i;
        },
        &sum);
  }
  EXPECT_EQ(sum.load(), 150);
}

TEST(pool_is_shared_and_nested) {
  struct Shared {
    ThreadPool pool{2};
    std::atomic<int> inner{0};
  } shared;
  auto outer = [](void *context, int64_t) {
    auto *shared = static_cast<Shared *>(context);
    run(
        shared->pool, 5,
        [](void *to, int64_t) { ++*static_cast<std::atomic<int> *>(to); },
        &shared->inner);
  };
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i)
    callers.emplace_back([&] {
      for (int round = 0; round < 20; ++round)
        run(shared.pool, 4, outer, &shared);
    });
  for (std::thread &caller : callers)
    caller.join();
  EXPECT_EQ(shared.inner.load(), 3 * 20 * 4 * 5);
}

TEST(peak_is_plausible) {
  double peak = measureFmaPeak(0.01);
  EXPECT(peak == 0 || (peak > 1 && peak < 10000));
}
