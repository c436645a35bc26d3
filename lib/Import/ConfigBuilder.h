//===- ConfigBuilder.h - what the runtime is told, as attributes *- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_IMPORT_CONFIGBUILDER_H
#define NNC_LIB_IMPORT_CONFIGBUILDER_H

#include "FunctionImporter.h"

namespace nnc {

/// Builds the `config` dictionaries that Import.h describes.
class ConfigBuilder {
public:
  ConfigBuilder(const ImportContext &shared, const typed::Program &program)
      : shared(shared), program(program), builder(shared.context) {}

  mlir::DictionaryAttr dataset(const typed::Dataset &dataset);
  mlir::DictionaryAttr train(const typed::Train &train);
  mlir::Attribute hyperValue(const typed::Hyper &hyper);

private:
  mlir::Attribute argument(const typed::Argument &argument);
  mlir::Attribute column(const typed::Column &column);
  mlir::Attribute data(const typed::DataPart &part);
  mlir::Attribute duration(const typed::Duration &duration);
  mlir::Attribute policy(const typed::Train &train);
  mlir::Attribute strings(llvm::ArrayRef<std::string> list);
  mlir::Attribute line(llvm::SMRange range);

  const ImportContext &shared;
  const typed::Program &program;
  mlir::Builder builder;
};

} // namespace nnc

#endif // NNC_LIB_IMPORT_CONFIGBUILDER_H
