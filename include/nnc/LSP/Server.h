//===- Server.h - The language server of .nn files --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LSP_SERVER_H
#define NNC_LSP_SERVER_H

namespace nnc {

struct ServerOptions {
  /// Messages are separated by `// -----`, and answers are printed to be read.
  bool litTest = false;
  /// Write what happens to standard error.
  bool verbose = false;
};

/// Speaks the language server protocol over standard input and output until the
/// client says `exit` or goes away. What the process is to exit with.
int runLanguageServer(const ServerOptions &options);

} // namespace nnc

#endif // NNC_LSP_SERVER_H
