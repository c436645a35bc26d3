//===- Features.h - What the server answers ---------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each is a function of the file and a place in it, in bytes.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_FEATURES_H
#define NNC_LIB_LSP_FEATURES_H

#include "View.h"

#include "llvm/Support/JSON.h"

namespace nnc::editor {

using URI = llvm::lsp::URIForFile;

/// The diagnostics as the protocol has them. LLVM's structure lacks the code
/// and the link to what explains it.
llvm::json::Array diagnosticsOf(const Analysis &file, const URI &uri,
                                const Library &library);
/// The fixes of diagnostics that touch an extent.
llvm::json::Array actionsFor(const Analysis &file, const URI &uri, size_t begin,
                             size_t end);

std::optional<llvm::lsp::Hover> hover(const View &file, size_t offset);

std::vector<llvm::lsp::Location> definitionOf(const View &file, const URI &uri,
                                              size_t offset);
std::vector<llvm::lsp::Location> referencesTo(const View &file, const URI &uri,
                                              size_t offset,
                                              bool includeDeclaration);

/// The extent of the name that can be given another one.
llvm::Expected<NamedPlace> renamed(const View &file, size_t offset);
llvm::Expected<llvm::lsp::WorkspaceEdit> rename(const View &file,
                                                const URI &uri, size_t offset,
                                                llvm::StringRef newName);

std::vector<llvm::lsp::CompletionItem> complete(const View &file,
                                                size_t offset);
llvm::lsp::SignatureHelp signatureHelp(const View &file, size_t offset);

std::vector<llvm::lsp::InlayHint> inlayHints(const View &file, size_t begin,
                                             size_t end);
std::vector<llvm::lsp::DocumentSymbol> outline(const Analysis &file);

} // namespace nnc::editor

#endif // NNC_LIB_LSP_FEATURES_H
