//===- Dot.h - How pictures of programs look --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_INSPECT_DOT_H
#define NNC_LIB_INSPECT_DOT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GraphWriter.h"

#include <string>

namespace nnc::dot {

/// What begins a graph in the DOT language: its fonts and colours.
inline constexpr llvm::StringLiteral head =
    "digraph {\n"
    "  graph [fontname=\"Helvetica\" fontsize=11 labeljust=l "
    "color=\"#999999\" style=rounded]\n"
    "  node [fontname=\"Helvetica\" fontsize=10 shape=box "
    "style=\"rounded,filled\" color=\"#666666\"]\n"
    "  edge [fontname=\"Helvetica\" fontsize=8 color=\"#666666\" "
    "fontcolor=\"#444444\"]\n";

/// Attributes of what comes in and goes out, of layers, of functions.
inline constexpr llvm::StringLiteral endLooks =
                                         "shape=ellipse fillcolor=\"#e8f3e4\"",
                                     layerLooks = "fillcolor=\"#dde9f7\"",
                                     functionLooks = "fillcolor=\"#f1f1f1\"";

inline std::string quoted(llvm::StringRef text) {
  return "\"" + llvm::DOT::EscapeString(text.str()) + "\"";
}

} // namespace nnc::dot

#endif // NNC_LIB_INSPECT_DOT_H
