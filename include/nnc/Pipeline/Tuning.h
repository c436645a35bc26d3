//===- Tuning.h - The file of choices beside a program ----------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `nnc tune model.nn` measures what the tile models can only guess and writes
// `model.tune.json`; a compilation of `model.nn` reads it.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_PIPELINE_TUNING_H
#define NNC_PIPELINE_TUNING_H

#include "nnc/CodeGen/Object/Object.h"

#include "mlir/IR/BuiltinOps.h"

#include <map>
#include <string>

namespace nnc {

/// Numbers of one kernel's choices (rows of a tile, say), by name.
using KernelChoices = std::map<std::string, int64_t>;

/// What was found out about a kernel.
struct TunedKernel {
  KernelChoices standard; ///< All that the model has chosen.
  KernelChoices tuned;    ///< What is better otherwise; may be empty.
  /// Of a step, with each of them.
  double standardSeconds = 0, tunedSeconds = 0;
};

/// The content of the file.
struct Tuning {
  std::string compiler; ///< "nnc 0.1.0"
  std::string target;   ///< As tuningTarget says.
  std::map<std::string, TunedKernel> kernels;
  /// A name that this compiler does not know; empty if there is none.
  std::string unknown;
};

/// `model.tune.json` for `model.nn`; empty for what is no such file.
std::string tuningPath(llvm::StringRef input);

/// What the times depend on: triple, processor and its registers. `name` is
/// that of the target.
std::string tuningTarget(llvm::StringRef name, const Target &target);

/// Reads the text of a file. An error tells the place of what is wrong.
llvm::Expected<Tuning> parseTuning(llvm::StringRef text);
std::string writeTuning(const Tuning &tuning);

/// Gives `module` the choices of `kernels`, for its kernels to be made by.
void setTuning(mlir::ModuleOp module,
               const std::map<std::string, KernelChoices> &kernels);
/// How many of `kernels` are among those of `module`, which have been made.
size_t countTuned(mlir::ModuleOp module,
                  const std::map<std::string, KernelChoices> &kernels);

} // namespace nnc

#endif // NNC_PIPELINE_TUNING_H
