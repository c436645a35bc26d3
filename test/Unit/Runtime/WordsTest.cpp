//===- WordsTest.cpp - Tests of words, lengths and buckets ----------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Dataset.h"
#include "Runtime/Failure.h"
#include "Runtime/Philox.h"
#include "Testing.h"

#include <algorithm>
#include <numeric>

using namespace nnc::rt;

namespace {

/// A table of one column, and the field `tokens: i32[time]` made of it.
struct Texts {
  explicit Texts(const std::vector<std::string> &texts) {
    table.path = "t.tsv";
    table.names = {"text"};
    for (const std::string &text : texts) {
      table.rows.push_back({text});
      table.lines.push_back(int64_t(table.rows.size()));
    }
    column.function = "words";
    column.field = "tokens";
    column.dtype = NN_I32;
    column.rank = 1;
    column.shape[0] = -1;
    column.arguments = arguments;
    column.argument_count = 4;
    arguments[0] = {"vocab", NN_NUMBER, 0, nullptr, 6, nullptr, nullptr, {}};
    arguments[1] = {"max", NN_NUMBER, 0, nullptr, 9, nullptr, nullptr, {}};
    arguments[2] = {"pad", NN_NUMBER, 0, nullptr, 0, nullptr, nullptr, {}};
    arguments[3] = {"unknown", NN_TEXT, 0, "?", 0, nullptr, nullptr, {}};
  }

  LoadedColumn load(const std::string *known = nullptr) const {
    return loadWords(column, table, 0, "m.nn:3", {}, known);
  }

  Table table;
  nn_column column{};
  nn_argument arguments[4];
};

} // namespace

static std::vector<int32_t> numbersOf(const LoadedColumn &loaded, int64_t i,
                                      int64_t length) {
  std::vector<int32_t> numbers(static_cast<size_t>(length), -1);
  loaded.get(i, numbers.data(), length);
  return numbers;
}

TEST(words_by_frequency) {
  using Numbers = std::vector<int32_t>;
  Texts texts({"b a b", "  c\ta  b\v", "", "d e f g a"});
  LoadedColumn loaded = texts.load();
  // Two of the six numbers are taken; ties are in the order of their bytes.
  EXPECT_EQ(loaded.vocabulary, std::string("\n?\na\nb\nc\nd\n"));
  EXPECT(loaded.varies());
  EXPECT_EQ(loaded.length(2), int64_t(0));
  EXPECT(numbersOf(loaded, 0, 5) == (Numbers{3, 2, 3, 0, 0}));
  EXPECT(numbersOf(loaded, 1, 3) == (Numbers{4, 2, 3}));
  EXPECT(numbersOf(loaded, 3, 5) == (Numbers{5, 1, 1, 1, 2}));

  texts.arguments[2].number = 3; // The padding in the middle.
  texts.arguments[1].number = 2; // Two words of each.
  loaded = texts.load();
  EXPECT_EQ(loaded.vocabulary, std::string("?\na\nb\n\nc\nd\n"));
  EXPECT(numbersOf(loaded, 3, 4) == (Numbers{5, 0, 3, 3}));

  std::string known = "up\nb\n?\n";
  texts.arguments[2].number = 9;
  loaded = texts.load(&known);
  EXPECT(numbersOf(loaded, 0, 3) == (Numbers{1, 2, 9}));

  texts.column.function = "length";
  texts.column.rank = 0;
  loaded = texts.load();
  EXPECT(!loaded.varies());
  EXPECT_EQ(loaded.data.as<int64_t>()[0], int64_t(2));
}

TEST(words_errors) {
  Texts texts({"a b", "c"});
  texts.arguments[0].number = 1;
  EXPECT_FAILURE(texts.load(), "m.nn:3: `vocab = 1` leaves no number");
  std::string known = "a\nb\nb\n";
  EXPECT_FAILURE(texts.load(&known), "line 3 of the vocabulary");
  known = "x\na\nb\n";
  EXPECT_FAILURE(texts.load(&known), "m.nn:3: `unknown` is `?`");
  texts.column.argument_count = 3;
  EXPECT_FAILURE(texts.load(&known),
                 "t.tsv:2: row 2, column `text`: `c` is not in");
  known = "c\na\nb\n";
  EXPECT_FAILURE(texts.load(&known), "`c` has number 0");
  texts.column.dtype = NN_I8;
  known = "x\na\nb\nc\n" + std::string(200, '\n');
  EXPECT_FAILURE(texts.load(&known), "is i8, which does not hold 203");
  EXPECT_FAILURE(Texts({"a \xff"}).load(), "is no UTF-8 text");
}

TEST(buckets) {
  const int64_t count = 4 * 150 + 3; // Two runs of 64, one of 22 and a rest.
  std::vector<int64_t> lengths;
  Draws draws(1, Stream::Check, 0);
  for (int64_t i = 0; i < count; ++i)
    lengths.push_back(1 + int64_t(draws.below(50)));
  auto made = [&](int64_t seed, int64_t epoch, bool drawn = true) {
    Pass pass;
    pass.order.resize(count);
    std::iota(pass.order.begin(), pass.order.end(), 0);
    pass.batch = 4;
    pass.seed = seed;
    pass.epoch = epoch;
    pass.bucket(lengths, drawn);
    return pass.order;
  };
  std::vector<int64_t> order = made(1, 0), sorted = made(1, 0, false);
  EXPECT(order == made(1, 0));
  EXPECT(order != made(2, 0));
  EXPECT(order != made(1, 1));
  auto once = order;
  std::sort(once.begin(), once.end());
  for (int64_t i = 0; i < count; ++i)
    EXPECT_EQ(once[size_t(i)], i);
  // A run is in order of length; ties keep theirs.
  for (size_t i = 1; i < 256; ++i) {
    int64_t a = sorted[i - 1], b = sorted[i];
    EXPECT(lengths[size_t(a)] < lengths[size_t(b)] ||
           (lengths[size_t(a)] == lengths[size_t(b)] && a < b));
  }
  // Whole batches of a run trade places, and the last, smaller one stays.
  auto batches = [&](const std::vector<int64_t> &all, size_t from, size_t to) {
    std::vector<std::vector<int64_t>> result;
    for (size_t i = from; i < to; i += 4)
      result.emplace_back(all.begin() + long(i), all.begin() + long(i + 4));
    std::sort(result.begin(), result.end());
    return result;
  };
  for (auto [from, to] : {std::pair(0, 256), {256, 512}, {512, 600}})
    EXPECT(batches(order, size_t(from), size_t(to)) ==
           batches(sorted, size_t(from), size_t(to)));
  EXPECT(std::equal(order.begin() + 600, order.end(), sorted.begin() + 600));
  EXPECT(order != sorted);
}
