//===- Dataset.h - Examples, parts and batches ------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_DATASET_H
#define NNC_RUNTIME_DATASET_H

#include "Runtime/Program.h"
#include "Runtime/Source.h"

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace nnc::rt {

/// A data set in memory: the columns of its source, and the compiled `prepare`
/// that makes an example of them.
class Dataset {
public:
  /// Words and characters in `known` are numbered as it says.
  Dataset(const Program &program, int index, const DataPlaces &places,
          const Vocabularies &known = {});

  /// The numbers of the examples of a part (rule 58 of the language). Those of
  /// a stream are where its windows start: everywhere for `training`.
  std::vector<int64_t> part(int32_t which, bool training = false) const;
  /// `part`, or a message that says why it is empty.
  std::vector<int64_t> needPart(int32_t which, bool training) const;
  const char *name() const { return raw.name; }
  /// Examples are windows, which overlap.
  bool isStream() const { return stream; }

  /// How many words each example of a field of `words` has.
  std::vector<int64_t> lengths(const char *field) const;
  /// Sets the dims that differ between examples to the longest of some.
  void bindLengths(const int64_t *examples, int64_t size,
                   std::vector<int64_t> &dims) const;

  /// The vocabularies under the keys of a weight file's metadata:
  /// "vocabulary.Text" for characters, "words.Reviews.tokens" for words.
  std::map<std::string, std::string> notes() const;
  /// Those of a data set among the metadata of weights.
  static Vocabularies
  vocabulariesIn(const std::vector<std::pair<std::string, std::string>> &notes,
                 const std::string &name);

  int64_t count = 0;
  Vocabularies vocabularies;

private:
  friend class Preparer;
  std::vector<int64_t> cut(int32_t which, bool training) const;
  void checkLengths(const Source &source, const nn_column &column,
                    const LoadedColumn &loaded) const;

  bool stream = false;
  int64_t window = 1, stride = 0; ///< Of a stream.
  const Program &program;
  const nn_dataset &raw;
  std::vector<LoadedColumn> columns;
};

/// Which examples a pass takes, in which order, and how.
struct Pass {
  /// Puts examples of similar length into one batch (rule 57): sorts each run
  /// of 64 batches, then draws the order of those batches. A smaller batch
  /// stays the last.
  void bucket(const std::vector<int64_t> &lengths, bool drawn);

  std::vector<int64_t> order;
  int64_t batch = 1;
  int64_t first = 0; ///< The batch to start with.
  bool training = false;
  int64_t epoch = 0, seed = 0;

  int64_t batches() const {
    return (int64_t(order.size()) + batch - 1) / batch;
  }
};

/// Examples side by side: one buffer for each input of an entry.
struct Batch {
  int64_t index = 0, size = 0;
  std::vector<int64_t> dims; ///< Of the program, but for those of the entry.
  std::vector<Block> buffers;
  std::vector<const void *> inputs;
};

/// Makes batches for the inputs of one entry, one example a call of `prepare`.
class Preparer {
public:
  Preparer(const Dataset &dataset, const nn_entry &entry);

  /// Sets the program's dims to what a batch binds; without one, to what `size`
  /// of the longest examples bind.
  void bindDims(const Batch &batch, std::vector<int64_t> &bound) const {
    bindDims(batch.size, batch.dims, bound);
  }
  void bindDims(int64_t size, std::vector<int64_t> &bound) const {
    bindDims(size, longest, bound);
  }
  Batch makeBatch(int64_t size) const;
  /// Fills `batch`, which must have been made for at least `pass.batch`.
  void fill(const Pass &pass, int64_t index, Batch &batch);

private:
  struct Field {
    const nn_tensor *tensor; ///< As `prepare` writes it.
    int input;               ///< Of the entry, -1 where it is not read.
  };

  /// Replaces the fields of the call's example that `augment` changes.
  void augment(nn_call call, const std::vector<int64_t> &dims);

  void bindDims(int64_t size, const std::vector<int64_t> &dims,
                std::vector<int64_t> &bound) const;

  const Dataset &dataset;
  const nn_entry &entry;
  std::vector<Field> fields;
  std::vector<Block> columns, unused;
  std::vector<const void *> inputs;
  std::vector<void *> outputs;
  std::vector<size_t> read, changed; ///< Fields of `augment`.
  std::vector<Block> augmented;      ///< One for each of `changed`.
  std::vector<int64_t> longest;      ///< The program's dims for any example.
  Block arena;
};

/// Runs a pass over the data, preparing the next batch on a thread of its own
/// while this one is used.
class Loader {
public:
  Loader(Preparer &preparer, Pass pass);
  Loader(const Loader &) = delete;
  Loader &operator=(const Loader &) = delete;
  ~Loader();

  /// The next batch, valid until the next call; null at the end. Throws what
  /// went wrong in preparing it.
  const Batch *next();

private:
  void work();

  Preparer &preparer;
  Pass pass;
  Batch slots[2];
  std::mutex mutex;
  std::condition_variable changed;
  int64_t made = 0, used = 0; ///< Batches filled, and given back.
  bool holding = false, closing = false;
  std::exception_ptr error;
  std::thread thread;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_DATASET_H
