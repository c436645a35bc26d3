//===- Words.cpp - Texts as numbers of words ------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A word is what stands between white space, as it is written. A vocabulary has
// one word on each line; its number is that line's, counted from 0. An empty
// line is a number that no word has.
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Source.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <unordered_map>

namespace nnc::rt {

namespace {

using Words = std::vector<std::string_view>;

/// The first `limit` words.
Words splitWords(std::string_view text, size_t limit) {
  Words words;
  const std::string_view blank = " \t\n\v\f\r";
  for (size_t at = 0; words.size() < limit;) {
    at = text.find_first_not_of(blank, at);
    if (at == std::string_view::npos)
      break;
    size_t end = std::min(text.find_first_of(blank, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

Words splitLines(std::string_view text) {
  Words lines;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r')
      line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class WordLoader {
public:
  WordLoader(const nn_column &column, const Table &table, size_t position,
             std::string where)
      : column(column), table(table), position(position),
        where(std::move(where)) {
    if (const nn_argument *max = argument("max"))
      limit = size_t(max->number);
    if (const nn_argument *given = argument("pad"))
      pad = int64_t(given->number);
    if (const nn_argument *given = argument("unknown"))
      unknown = given->text;
    for (const auto &row : table.rows)
      texts.push_back(splitWords(row[position], limit));
  }

  LoadedColumn lengths() const;
  LoadedColumn numbers(const DataPlaces &places, const std::string *known);

private:
  const nn_argument *argument(const char *name) const {
    for (int i = 0; i < column.argument_count; ++i)
      if (std::strcmp(column.arguments[i].name, name) == 0)
        return &column.arguments[i];
    return nullptr;
  }
  std::string cell(size_t row) const { return cellPlace(table, row, position); }

  void chooseVocabulary(const DataPlaces &places, const std::string *known);
  std::string mostFrequent(size_t size) const;
  void numberWords();
  int32_t numberOf(size_t row, std::string_view word) const;
  void checkTarget(const LoadedColumn &loaded) const;
  LoadedColumn start() const {
    LoadedColumn loaded;
    loaded.target = Element(column.dtype);
    loaded.truncate = column.truncate != 0;
    return loaded;
  }

  const nn_column &column;
  const Table &table;
  size_t position;
  std::string where; ///< The field, in the program.
  size_t limit = SIZE_MAX;
  int64_t pad = 0;
  std::string unknown;
  std::vector<Words> texts;

  std::string vocabulary, origin;
  std::unordered_map<std::string_view, int32_t> positions;
  int32_t unknownNumber = -1;
  int64_t largest = 0;
};

} // namespace

LoadedColumn WordLoader::lengths() const {
  LoadedColumn loaded = start();
  loaded.elements = loaded.step = 1;
  loaded.data = Array(Element::I64, {int64_t(texts.size())});
  Array room(loaded.target, {1});
  for (size_t row = 0; row < texts.size(); ++row) {
    int64_t length = int64_t(texts[row].size());
    loaded.data.as<int64_t>()[row] = length;
    if (convert(Element::I64, &length, loaded.target, room.bytes.data(), 1,
                loaded.truncate) >= 0)
      fail(cell(row), " has ", length, " words, field `", column.field, "` is ",
           elementName(loaded.target));
  }
  return loaded;
}

/// The words that occur most, by falling count, then by their bytes. `pad` and
/// `unknown` take the first of the numbers that are left to them.
std::string WordLoader::mostFrequent(size_t size) const {
  std::unordered_map<std::string_view, int64_t> counts;
  for (const Words &words : texts)
    for (std::string_view word : words)
      ++counts[word];
  counts.erase(unknown);
  std::vector<std::pair<std::string_view, int64_t>> order(counts.begin(),
                                                          counts.end());
  std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  size_t reserved = size_t(size_t(pad) < size) + size_t(!unknown.empty());
  if (order.size() + reserved > size) {
    if (unknown.empty())
      fail(where, ": column `", table.names[position], "` of `", table.path,
           "` has ", order.size(), " distinct words, and with the padding ",
           order.size() + reserved, " numbers are needed; `vocab` is ", size,
           "\n   = help: `vocab = ", order.size() + reserved,
           "`, or `unknown = \"<unk>\"` for the rare ones");
    if (size < reserved)
      fail(where, ": `vocab = ", size, "` leaves no number for a word");
    order.resize(size - reserved);
  }
  std::string lines;
  size_t number = 0;
  auto add = [&](std::string_view word) {
    if (int64_t(number) == pad) {
      lines += '\n';
      ++number;
    }
    lines.append(word).append("\n");
    ++number;
  };
  if (!unknown.empty())
    add(unknown);
  for (const auto &[word, count] : order)
    add(word);
  return lines;
}

void WordLoader::chooseVocabulary(const DataPlaces &places,
                                  const std::string *known) {
  const nn_argument *given = argument("vocab");
  if (known) {
    vocabulary = *known;
    origin = "the vocabulary of the training data";
  } else if (given && given->type == NN_TEXT) {
    origin = places.find(given->text);
    vocabulary = readFile(origin);
    origin = "`" + origin + "`";
  } else {
    vocabulary = mostFrequent(given ? size_t(given->number) : 0);
    origin = "the vocabulary of the text";
  }
}

void WordLoader::numberWords() {
  Words lines = splitLines(vocabulary);
  for (size_t i = 0; i < lines.size(); ++i) {
    decodeText(std::string(lines[i]), origin);
    auto [found, isNew] = positions.try_emplace(lines[i], int32_t(i));
    if (!isNew && !lines[i].empty())
      fail(where, ": line ", i + 1, " of ", origin, " repeats `", lines[i],
           "` of line ", found->second + 1);
  }
  positions.erase("");
  largest = std::max(pad, int64_t(lines.size()) - 1);
  if (unknown.empty())
    return;
  auto found = positions.find(unknown);
  if (found == positions.end())
    fail(where, ": `unknown` is `", unknown, "`, which is not in ", origin);
  unknownNumber = found->second;
}

int32_t WordLoader::numberOf(size_t row, std::string_view word) const {
  auto found = positions.find(word);
  int32_t number = found != positions.end() ? found->second : unknownNumber;
  if (number < 0)
    fail(cell(row), ": `", word, "` is not in ", origin,
         "\n   = help: add it there, or let `unknown = \"<unk>\"` in `words` "
         "stand for such words");
  if (number == pad && number != unknownNumber)
    fail(cell(row), ": `", word, "` has number ", pad, " in ", origin,
         ", which `pad` takes",
         "\n   = help: a first line such as `<pad>` that is no word");
  return number;
}

void WordLoader::checkTarget(const LoadedColumn &loaded) const {
  Array room(loaded.target, {1});
  if (convert(Element::I64, &largest, loaded.target, room.bytes.data(), 1) >= 0)
    fail(where, ": field `", column.field, "` is ", elementName(loaded.target),
         ", which does not hold ", largest);
}

LoadedColumn WordLoader::numbers(const DataPlaces &places,
                                 const std::string *known) {
  chooseVocabulary(places, known);
  numberWords();
  LoadedColumn loaded = start();
  checkTarget(loaded);
  loaded.vocabulary = vocabulary;
  loaded.pad = pad;
  std::vector<int32_t> all;
  int64_t fixed = column.shape[0];
  for (size_t row = 0; row < texts.size(); ++row) {
    loaded.starts.push_back(int64_t(all.size()));
    for (std::string_view word : texts[row])
      all.push_back(numberOf(row, word));
    if (fixed < 0)
      continue;
    int64_t length = int64_t(texts[row].size());
    if (length > fixed)
      fail(cell(row), " has ", length, " words, field `", column.field,
           "` holds ", fixed, "\n   = help: `max = ", fixed,
           "` in `words` leaves out the rest");
    all.insert(all.end(), size_t(fixed - length), int32_t(pad));
  }
  if (fixed < 0) {
    loaded.starts.push_back(int64_t(all.size()));
    loaded.dim = column.dims[0];
  } else {
    loaded.starts.clear();
    loaded.elements = loaded.step = fixed;
  }
  loaded.data = Array(Element::I32, {int64_t(all.size())});
  copyBytes(loaded.data.bytes.data(), all.data(), all.size() * sizeof(int32_t));
  return loaded;
}

LoadedColumn loadWords(const nn_column &column, const Table &table,
                       size_t position, const std::string &where,
                       const DataPlaces &places, const std::string *known) {
  WordLoader loader(column, table, position, where);
  return std::strcmp(column.function, "length") == 0
             ? loader.lengths()
             : loader.numbers(places, known);
}

} // namespace nnc::rt
