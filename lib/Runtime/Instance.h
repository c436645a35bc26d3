//===- Instance.h - The memory of a model and its entries -------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_INSTANCE_H
#define NNC_RUNTIME_INSTANCE_H

#include "Runtime/Program.h"
#include "Runtime/Safetensors.h"

#include <functional>
#include <string>
#include <vector>

namespace nnc::rt {

/// A tensor of a model or, where `train` >= 0, of its optimizer.
struct TensorRef {
  const nn_tensor *tensor;
  int train, index;
};

/// The blocks of one model, with the optimizer of one train section if
/// `train` >= 0, and all that a call needs beside them.
class Instance {
public:
  Instance(Program &program, int model, int train,
           const nn_parallel *parallel = nullptr);

  const nn_model &model() const { return program->models[modelIndex]; }
  const nn_train &train() const { return program->trains[trainIndex]; }

  /// Fills parameters, state and optimizer from the seed.
  void initialize(int64_t seed);

  /// All tensors of the blocks: the model's, then the optimizer's.
  std::vector<TensorRef> tensors() const;
  /// In the file's form, row major.
  Array read(const TensorRef &ref) const;
  void write(const TensorRef &ref, const Array &array);
  /// The first parameter or state with a value that is not finite, or "".
  std::string firstNotFinite() const;

  /// Makes sure the arena suffices for `entry` under `dims`.
  void reserve(const nn_entry &entry);
  int64_t arenaBytes() const { return arena.size(); }
  /// A call with blocks, arena, dims and hypers filled in.
  nn_call call();
  /// Runs `entry`; what went wrong is in `status`.
  int32_t run(const nn_entry &entry, nn_call &call);

  Program &program;
  int modelIndex, trainIndex;
  Block parameters, state, optimizer;
  std::vector<int64_t> dims; ///< One for each of the program's.
  nn_status status{};

private:
  char *at(const TensorRef &ref) const;

  Block arena;
  const nn_parallel *parallel;
};

/// The model's weights, parameters and states, with metadata that says where
/// they come from.
TensorFile weightsOf(const Instance &instance);

/// Gives the tensors of a file the paths that `rename` of the section says. A
/// pair that fits no path is a note; two tensors of one path are an error.
void renameTensors(TensorFile &file, const nn_train &section,
                   const std::string &path,
                   const std::function<void(const std::string &)> &note);

/// Puts weights into `instance`. With `exact`, every path must be on both
/// sides; without, what both have is loaded and `note` is told of the rest. A
/// shape that differs, or no common path, is E0701 either way.
void loadWeights(Instance &instance, const TensorFile &file, bool exact,
                 const std::string &path,
                 const std::function<void(const std::string &)> &note);

} // namespace nnc::rt

#endif // NNC_RUNTIME_INSTANCE_H
