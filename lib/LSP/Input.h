//===- Input.h - Messages, and the time between them ------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_INPUT_H
#define NNC_LIB_LSP_INPUT_H

#include "llvm/Support/LSP/Transport.h"

#include <functional>

namespace nnc::editor {

/// Reads messages, and calls `idle` whenever none is waiting: who types fast is
/// not behind the checks of what was there before.
class Input : public llvm::lsp::JSONTransportInput {
public:
  Input(std::FILE *file, llvm::lsp::JSONStreamStyle style,
        std::function<void()> idle);

  bool hasError() const override { return input.hasError(); }
  bool isEndOfInput() const override { return input.isEndOfInput(); }
  llvm::LogicalResult readDelimitedMessage(std::string &message) override;
  llvm::LogicalResult readStandardMessage(std::string &message) override;

private:
  bool isWaiting() const;

  std::FILE *file;
  llvm::lsp::JSONTransportInputOverFile input;
  std::function<void()> idle;
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_INPUT_H
