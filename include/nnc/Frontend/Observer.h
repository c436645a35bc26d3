//===- Observer.h - Hears what Sema finds out -------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For editors: a typed program is there only where nothing is wrong, and it has
// lost what its nodes were in the text. An observer hears the type of each
// place of the user's files while it is found, whether errors follow or not.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_OBSERVER_H
#define NNC_FRONTEND_OBSERVER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/SMLoc.h"

#include <string>

namespace nnc {

namespace typed {
struct Model;
} // namespace typed

class SemaObserver {
public:
  enum Place : unsigned char {
    Expression, ///< its value
    Stage,      ///< of a pipeline: the value behind it
    Binding,    ///< a name where it is declared
  };
  virtual ~SemaObserver();

  /// Whether place() would be of use; a body is evaluated at each of its uses.
  virtual bool wants(Place place, llvm::SMRange range) = 0;
  /// `type` is written as in the language; a number that is known follows it
  /// (`int = 800`). `path` is of the layer whose body the place is in.
  virtual void place(Place place, llvm::SMRange range, std::string type,
                     llvm::StringRef path) = 0;
  /// A model, its parameters and uses of layers, complete or not.
  virtual void model(const typed::Model &model) = 0;
  /// All that was said is void: the program is evaluated again.
  virtual void restart() = 0;
};

} // namespace nnc

#endif // NNC_FRONTEND_OBSERVER_H
