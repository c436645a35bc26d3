//===- DiagnosticsTest.cpp - Prints diagnostics for a lit test ------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds the diagnostics of the language reference, section 5, and some that
// are hard to print; diagnostics.test has what is expected, to the character.
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/Diagnostics.h"

#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

/// The first place of `text` in a buffer.
static SMRange find(const SourceMgr &sources, unsigned id, StringRef text) {
  StringRef buffer = sources.getMemoryBuffer(id)->getBuffer();
  size_t place = buffer.find(text);
  assert(place != StringRef::npos);
  const char *start = buffer.data() + place;
  return {SMLoc::getFromPointer(start),
          SMLoc::getFromPointer(start + text.size())};
}

int main(int argc, char **argv) {
  SourceMgr sources;
  auto add = [&](StringRef text, StringRef name) {
    return sources.AddNewSourceBuffer(
        MemoryBuffer::getMemBufferCopy(text, name), SMLoc());
  };
  unsigned mlp = add("\n\n\n\n\n    |> Dense(64) |> relu\n    |> Dense(10)\n\n"
                     "  h @ w2",
                     "mlp.nn");
  unsigned far =
      add(std::string(99, '\n') + "\tlet \xC3\xA9 = \"\xE2\x82\xAC\" + x"
                                  "\r\n\x1B[31mred\n",
          "far.nn");
  nnc::DiagnosticEngine diags(sources);

  diags
      .error("E0101", find(sources, mlp, "@"), "inner dimensions differ in `@`")
      .label("`h` ends with hidden = 800, `w2` starts with 784")
      .note("left", "h  : f32[batch, hidden = 800]   (line 8, Dense(hidden))")
      .note("right", "w2 : f32[784, 10]               (line 5)")
      .help("declare `param w2: f32[hidden, 10]`");
  diags
      .error("E0301", find(sources, mlp, "Dense(10)"),
             "two layers are both named `dense`")
      .label("second")
      .secondary(find(sources, mlp, "Dense(64)"), "first")
      .help("write `Dense(10) as out`; keep `Dense(64) as dense` if you have "
            "saved weights");
  diags.error("E0701", SMRange(), "checkpoint does not fit the model")
      .note("missing", "fc1.weight f32[800, 784], fc1.bias f32[800]")
      .note("unexpected", "dense.weight f32[800, 784], dense.bias f32[800]")
      .help("shapes match; add `rename = [(\"dense.\", \"fc1.\")]`");
  // Another file, lines apart, tabs and characters of several bytes.
  diags.warning("W0000", find(sources, far, "x"), "far away")
      .secondary(find(sources, mlp, "relu"), "elsewhere")
      .secondary(find(sources, far, "\xC3\xA9"), "here");
  diags.note(find(sources, mlp, "w2"), "at the end of the file")
      .secondary(find(sources, mlp, "|>"), "");
  diags.note(find(sources, far, "red"), "no escape reaches the terminal");
  if (argc > 1)
    diags.sort();
  nnc::printDiagnostics(outs(), diags);
  return diags.errorCount() == 3 ? 0 : 1;
}
