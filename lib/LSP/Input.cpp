//===- Input.cpp - Messages, and the time between them --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Input.h"

#include <poll.h>

using namespace nnc::editor;

Input::Input(std::FILE *file, llvm::lsp::JSONStreamStyle style,
             std::function<void()> idle)
    : JSONTransportInput(style), file(file), input(file, style),
      idle(std::move(idle)) {
  // Nothing may wait in a buffer where poll() does not see it.
  std::setvbuf(file, nullptr, _IONBF, 0);
}

bool Input::isWaiting() const {
  pollfd descriptor{fileno(file), POLLIN, 0};
  return poll(&descriptor, 1, 0) > 0;
}

llvm::LogicalResult Input::readStandardMessage(std::string &message) {
  if (!isWaiting())
    idle();
  return input.readStandardMessage(message);
}

llvm::LogicalResult Input::readDelimitedMessage(std::string &message) {
  idle();
  return input.readDelimitedMessage(message);
}
