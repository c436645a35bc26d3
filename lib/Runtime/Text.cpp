//===- Text.cpp - Streams of characters ---------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Source.h"

#include <algorithm>
#include <cstring>

namespace nnc::rt {

std::u32string decodeText(const std::string &text, const std::string &path) {
  std::u32string result;
  result.reserve(text.size());
  int64_t line = 1;
  for (size_t at = 0; at < text.size();) {
    auto first = uint8_t(text[at]);
    int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    char32_t point = first < 0x80 ? first : first & (0x3f >> more);
    bool good = first < 0x80 || (first >= 0xc2 && first <= 0xf4);
    good = good && at + size_t(more) < text.size();
    for (int i = 1; good && i <= more; ++i) {
      auto next = uint8_t(text[at + size_t(i)]);
      good = (next & 0xc0) == 0x80;
      point = point << 6 | (next & 0x3f);
    }
    // Longer than needed, a surrogate, or beyond the last code point.
    if (good && more == 2)
      good = point >= 0x800 && (point < 0xd800 || point > 0xdfff);
    if (good && more == 3)
      good = point >= 0x10000 && point <= 0x10ffff;
    if (!good)
      fail(path, ":", line, ": byte ", at, " is no UTF-8 text",
           "\n   = help: `iconv -t UTF-8` converts a file");
    line += point == '\n';
    result.push_back(point);
    at += size_t(more) + 1;
  }
  return result;
}

std::string encodeText(const std::u32string &text) {
  std::string result;
  for (char32_t point : text) {
    int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const uint8_t marks[] = {0, 0xc0, 0xe0, 0xf0};
    result += char(marks[more] | point >> 6 * more);
    while (more-- > 0)
      result += char(0x80 | (point >> 6 * more & 0x3f));
  }
  return result;
}

namespace {

/// `characters`: one long example, until it is cut into windows.
class CharacterSource : public Source {
public:
  CharacterSource(const nn_dataset &dataset, const std::string &path,
                  std::string program, const Vocabularies &known)
      : dataset(dataset), program(std::move(program)) {
    std::u32string text = decodeText(readFile(path), path);
    std::u32string symbols = text;
    auto given = known.find("");
    if (given != known.end())
      symbols = decodeText(given->second, "the vocabulary of the weights");
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    if (given != known.end())
      checkCovered(text, symbols, path);
    const nn_argument *limit = findArgument(dataset, "vocab");
    if (limit && double(symbols.size()) > limit->number)
      fail(where(dataset.line), ": `", path, "` has ", symbols.size(),
           " distinct characters, the vocabulary of `", dataset.name, "` has ",
           limit->number, "\n   = help: `vocab = ", symbols.size(), "`");
    vocabulary = encodeText(symbols);
    bool narrow = symbols.size() <= 256;
    tokens = Array(narrow ? Element::U8 : Element::I32, {int64_t(text.size())});
    for (size_t i = 0; i < text.size(); ++i) {
      auto number = std::lower_bound(symbols.begin(), symbols.end(), text[i]) -
                    symbols.begin();
      if (narrow)
        tokens.as<uint8_t>()[i] = uint8_t(number);
      else
        tokens.as<int32_t>()[i] = int32_t(number);
    }
    const nn_argument *length = findArgument(dataset, "length");
    int64_t window = length ? int64_t(length->number) : 1;
    if (tokens.count() < window)
      fail(where(dataset.line), ": `", path, "` has ", tokens.count(),
           " characters, a window of `", dataset.name, "` has ", window,
           "\n   = help: a smaller `length` in `windows`");
    count = tokens.count() - window + 1;
  }

  LoadedColumn load(const nn_column &column) const override {
    if (std::strcmp(column.function, "windows") != 0)
      fail(where(column.line), ": `", dataset.name,
           "` is a stream; `windows` cuts it");
    LoadedColumn loaded;
    loaded.data = tokens;
    loaded.target = Element(column.dtype);
    loaded.truncate = column.truncate != 0;
    loaded.elements = column.shape[0];
    loaded.step = 1;
    int64_t last = int64_t(decodeText(vocabulary, "the vocabulary").size()) - 1;
    std::vector<char> room(elementSize(loaded.target));
    if (convert(Element::I64, &last, loaded.target, room.data(), 1) >= 0)
      fail(where(column.line), ": field `", column.field, "` is ",
           elementName(loaded.target), ", which does not hold ", last);
    return loaded;
  }

private:
  std::string where(int line) const { return Place{program, line}.text(); }

  static void checkCovered(const std::u32string &text,
                           const std::u32string &symbols,
                           const std::string &path) {
    int64_t line = 1;
    for (char32_t point : text) {
      if (!std::binary_search(symbols.begin(), symbols.end(), point))
        fail(path, ":", line, ": `", encodeText({point}),
             "` is not in the vocabulary of the training data");
      line += point == '\n';
    }
  }

  const nn_dataset &dataset;
  std::string program;
  Array tokens;
};

} // namespace

std::unique_ptr<Source> openCharacters(const nn_dataset &dataset,
                                       const DataPlaces &places,
                                       const std::string &file,
                                       const Vocabularies &known) {
  return std::make_unique<CharacterSource>(
      dataset, places.find(pathArgument(dataset, file)), file, known);
}

} // namespace nnc::rt
