//===- Documents.h - The files that are open --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_DOCUMENTS_H
#define NNC_LIB_LSP_DOCUMENTS_H

#include "Features.h"

#include <functional>
#include <map>

namespace nnc::editor {

class Documents {
public:
  /// Hears the diagnostics of a version of a file.
  using Publish = std::function<void(const URI &uri, int64_t version,
                                     llvm::json::Array diagnostics)>;
  explicit Documents(Publish publish) : publish(std::move(publish)) {}

  void open(const URI &uri, std::string text, int64_t version);
  void
  change(const URI &uri, int64_t version,
         llvm::ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> changes);
  void close(const URI &uri);
  /// Others may import what was saved.
  void saved(const URI &uri);

  /// Checks what has changed, and publishes.
  void update();
  /// The file as it is now; none where it is not open.
  std::optional<View> view(const URI &uri);
  /// Its text; null where it is not open.
  const std::string *text(const URI &uri) const;

private:
  struct Document {
    URI uri;
    std::string text;
    int64_t version = 0;
    bool changed = true;
    std::unique_ptr<Analysis> now;
    std::unique_ptr<Analysis> whole; ///< the last one that was
  };
  void update(Document &document);
  /// Has those checked again that import a file, itself or through others.
  void changed(llvm::StringRef path);

  Library library;
  Publish publish;
  std::map<std::string, Document> documents; ///< by path
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_DOCUMENTS_H
