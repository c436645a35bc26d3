//===- Program.h - A compiled program and how it is called ------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_PROGRAM_H
#define NNC_RUNTIME_PROGRAM_H

#include "Runtime/Array.h"
#include "nnrt/program.h"

#include <memory>
#include <string>
#include <vector>

namespace nnc::rt {

/// Throws unless this runtime and this processor can run `program`. `path`
/// names it in messages.
void checkProgram(const nn_program *program, const std::string &path);

/// A checked program with the values of its hypers.
class Program {
public:
  /// A `model.so`, called `name` in messages, or by its path.
  static std::unique_ptr<Program> open(const std::string &path,
                                       const std::string &name = "");
  /// One that is in memory, and stays there as long as `owner` lives. `handle`
  /// is the library (of dlopen) whose OpenMP runtime it uses, or null.
  Program(const nn_program *program, std::string path, void *handle = nullptr,
          std::shared_ptr<void> owner = nullptr);

  /// Sets a hyper that is not structural: `--set name=value`. False if there
  /// is no such hyper.
  bool set(const std::string &name, const std::string &value);

  const nn_program *operator->() const { return &raw; }
  /// What to call the source in messages: "mlp.nn".
  std::string sourceName() const;

  const nn_program &raw;
  std::string path;
  void *handle;
  std::vector<nn_scalar> hypers;
  std::vector<std::string> hyperTexts; ///< As written, effective.

private:
  std::shared_ptr<void> owner;
};

/// A length in steps (rule 62 of the language). Below 1 where a difference of
/// several units is.
int64_t stepsOf(const nn_duration &duration, int64_t stepsPerEpoch,
                int64_t examplesPerStep);

/// The sizes of a tensor under `dims`.
Shape shapeOf(const nn_tensor &tensor, const std::vector<int64_t> &dims);
int64_t bytesOf(const nn_tensor &tensor, const std::vector<int64_t> &dims);

/// 64-byte aligned memory, zero at first.
class Block {
public:
  Block() = default;
  explicit Block(int64_t size);
  /// Grows, dropping the content.
  void reserve(int64_t size);
  void *data() const { return memory.get(); }
  int64_t size() const { return bytes; }

private:
  struct Free {
    void operator()(void *pointer) const;
  };
  std::unique_ptr<void, Free> memory;
  int64_t bytes = 0;
};

/// Calls an entry with denormals flushed to zero. Returns its code.
int32_t invoke(const nn_entry &entry, nn_call &call);
/// Throws what a code other than NN_OK means. `what` is "training step 12".
[[noreturn]] void failCall(int32_t code, const nn_status &status,
                           const std::string &what);

} // namespace nnc::rt

#endif // NNC_RUNTIME_PROGRAM_H
