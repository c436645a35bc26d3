//===- Explanations.cpp - what the codes mean -----------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Explanations.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace nnc {

std::vector<Explanation> explanations() {
  std::vector<Explanation> result;
  StringRef rest = diagnosticsPage();
  const StringRef mark = "\n## ";
  for (size_t at = rest.find(mark); at != StringRef::npos;) {
    rest = rest.drop_front(at + mark.size());
    at = rest.find(mark);
    auto [heading, text] = rest.take_front(at).split('\n');
    auto [code, title] = heading.split(' ');
    result.push_back({code, title, text.trim()});
  }
  return result;
}

/// A paragraph in lines of at most `width` bytes, where words allow it.
static void wrapParagraph(StringRef paragraph, unsigned width,
                          std::string &text) {
  SmallVector<StringRef> words;
  paragraph.split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  size_t column = 0;
  for (StringRef word : words) {
    if (column && column + 1 + word.size() > width) {
      text += '\n';
      column = 0;
    }
    if (column) {
      text += ' ';
      ++column;
    }
    text += word;
    column += word.size();
  }
  text += '\n';
}

std::string plainText(const Explanation &explanation, unsigned width) {
  std::string text =
      (Twine(explanation.code) + ": " + explanation.title + "\n\n").str();
  SmallVector<StringRef> lines;
  explanation.text.split(lines, '\n');
  bool inProgram = false;
  for (StringRef line : lines) {
    if (line.starts_with("```"))
      inProgram = !inProgram;
    else if (inProgram)
      text += (Twine("    ") + line + "\n").str();
    else
      wrapParagraph(line, width, text);
  }
  return text;
}

} // namespace nnc
