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
  int64_t elements = 0; ///< Of one example.

  /// Writes one example, converted.
  void get(int64_t example, void *result) const;
};

/// The tables and arrays behind a `source`.
class Source {
public:
  virtual ~Source() = default;
  virtual LoadedColumn load(const nn_column &column) const = 0;

  int64_t count = 0; ///< Examples.
};

/// Where messages say that a declaration stands, such as "mlp.nn:19".
struct Place {
  std::string file;
  int line = 0;
  std::string text() const {
    return line > 0 ? file + ":" + std::to_string(line) : file;
  }
};

/// Opens what `dataset` names. `file` is the program's, for messages.
std::unique_ptr<Source> openSource(const nn_dataset &dataset,
                                   const DataPlaces &places,
                                   const std::string &file);

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

} // namespace nnc::rt

#endif // NNC_RUNTIME_SOURCE_H
