//===- View.h - A file as an editor sees it ---------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In mid-keystroke a file is broken more often than not. What the last whole
// version was known to be still holds for those parts of the text that have not
// changed since.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_LSP_VIEW_H
#define NNC_LIB_LSP_VIEW_H

#include "Analysis.h"

namespace nnc::editor {

/// A name at a place of the current text.
struct NamedPlace {
  const Definition *definition;
  size_t begin, end;
};

class View {
public:
  /// `earlier` may be null.
  View(const Analysis &now, const Analysis *earlier)
      : now(now), earlier(earlier),
        common(earlier ? earlier->text : now.text, now.text) {}

  const Analysis &now;

  /// What Sema said of a place, of this version or of the earlier one.
  llvm::StringRef typeOf(SemaObserver::Place place, size_t begin,
                         size_t end) const;
  const LayerUse *layerAt(size_t begin, size_t end) const;
  llvm::ArrayRef<VariableInfo> variables() const {
    return now.good || !earlier ? now.variables() : earlier->variables();
  }

  std::optional<NamedPlace> nameAt(size_t offset) const;
  /// What names can be used at a place, inner ones last; those of the
  /// standard library and of imports are not among them.
  std::vector<const Definition *> visibleAt(size_t offset) const;
  /// By its name, as it is seen at a place.
  const Definition *find(llvm::StringRef name, size_t offset) const;
  /// The type that is known of a declared name.
  llvm::StringRef typeOf(const Definition &definition) const;
  /// The extent of a declared name in the current text; none where it is not in
  /// this file or has gone.
  std::optional<std::pair<size_t, size_t>>
  extentOf(const Definition &definition) const;

private:
  std::optional<std::pair<size_t, size_t>> toEarlier(size_t begin,
                                                     size_t end) const;

  const Analysis *earlier;
  Common common;
};

} // namespace nnc::editor

#endif // NNC_LIB_LSP_VIEW_H
