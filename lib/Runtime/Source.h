//===- Source.h - Reading data files ----------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_SOURCE_H
#define NNC_RUNTIME_SOURCE_H

#include "Runtime/Array.h"
#include "Runtime/File.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace nnc::rt {

/// What a data set needs of a source for one input of its `prepare`, as an
/// array with the examples leading. Where a conversion cannot fail, the array
/// keeps the file's element type, and examples are converted as they are used.
struct LoadedColumn {
  Array data;
  Element target = Element::F32;
  bool truncate = false;
  int64_t elements = 0; ///< Of one example, where all have as many.
  /// From the start of one example to that of the next; less than `elements`
  /// where they are windows of a stream.
  int64_t step = 0;

  /// Where examples differ in length: example i is starts[i] to starts[i + 1],
  /// `dim` of the program is its length, and `pad` fills a batch. Else empty.
  std::vector<int64_t> starts;
  int32_t dim = -1;
  int64_t pad = 0;
  std::string vocabulary; ///< Of words, a line each; empty elsewhere.

  bool varies() const { return !starts.empty(); }
  int64_t length(int64_t example) const {
    return starts[size_t(example) + 1] - starts[size_t(example)];
  }
  /// Writes one example, converted; one that varies is padded to `length`.
  void get(int64_t example, void *result, int64_t length = 0) const;
};

/// What was numbered and how, by field: words, a line each. That of a stream of
/// characters, under no field, is its symbols in UTF-8.
using Vocabularies = std::map<std::string, std::string>;

/// The tables and arrays behind a `source`.
class Source {
public:
  virtual ~Source() = default;
  virtual LoadedColumn load(const nn_column &column) const = 0;
  /// Where messages say that an example stands.
  virtual std::string place(const nn_column &column, int64_t example) const {
    return "example " + std::to_string(example);
  }

  int64_t count = 0; ///< Examples; of a stream, places where one may start.
  /// The symbols of a stream by number, in UTF-8; empty elsewhere.
  std::string vocabulary;
};

/// Where messages say that a declaration stands, such as "mlp.nn:19".
struct Place {
  std::string file;
  int line = 0;
  std::string text() const {
    return line > 0 ? file + ":" + std::to_string(line) : file;
  }
};

/// Opens what `dataset` names. `file` is the program's, for messages. What
/// `known` holds is numbered as it says, not anew.
std::unique_ptr<Source> openSource(const nn_dataset &dataset,
                                   const DataPlaces &places,
                                   const std::string &file,
                                   const Vocabularies &known = {});

/// The argument of that name, or null.
const nn_argument *findArgument(const nn_dataset &dataset, const char *name);
/// The first text among the arguments: the name of a file or folder.
std::string pathArgument(const nn_dataset &dataset, const std::string &file);

/// Throws E0503: what `held` says is not what `column` declares. `details` are
/// lines of the message.
[[noreturn]] void failShape(const nn_column &column, const std::string &file,
                            const Shape &held, const std::string &details);

/// The sources that have files of their own.
std::unique_ptr<Source> openTable(const nn_dataset &dataset,
                                  const std::string &path, char separator,
                                  const DataPlaces &places,
                                  const std::string &file,
                                  const Vocabularies &known);
std::unique_ptr<Source> openCharacters(const nn_dataset &dataset,
                                       const DataPlaces &places,
                                       const std::string &file,
                                       const Vocabularies &known);
std::unique_ptr<Source> openImages(const nn_dataset &dataset,
                                   const DataPlaces &places,
                                   const std::string &file);

/// The image [channels, height, width] in a PNG or JPEG, u8; one channel where
/// it is grey, else three. `path` names it in messages.
Array decodeImage(const std::string &content, const std::string &path);
/// The last two axes brought to `height` and `width` by bilinear interpolation
/// between the centres of pixels, as f32.
Array resizeImages(const Array &images, int64_t height, int64_t width);

/// The code points of UTF-8 text, and the reverse. A byte that belongs to none
/// is an error that names `path` and the byte's line.
std::u32string decodeText(const std::string &text, const std::string &path);
std::string encodeText(const std::u32string &text);

/// One array in the IDX form of MNIST, big-endian in the file.
Array readIdx(const std::string &path);

/// The cells of a csv or tsv file.
struct Table {
  std::string path;
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
  std::vector<int64_t> lines; ///< Where each row starts in the file, from 1.
};

/// `names` are used for a file without header. Quotes are as in RFC 4180, for
/// commas only. Every row must have as many cells as the first.
Table readTable(const std::string &path, char separator, bool header,
                std::vector<std::string> names);
/// "iris.csv:7: row 6, column `petal_width`".
std::string cellPlace(const Table &table, size_t row, size_t position);

/// `words` or `length` of the texts in one column. `where` is the field's place
/// in the program, `known` a vocabulary to use instead of what it names.
LoadedColumn loadWords(const nn_column &column, const Table &table,
                       size_t position, const std::string &where,
                       const DataPlaces &places, const std::string *known);

} // namespace nnc::rt

#endif // NNC_RUNTIME_SOURCE_H
