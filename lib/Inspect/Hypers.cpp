//===- Hypers.cpp - What can be set, as a table ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Inspect/Hypers.h"

#include "nnc/Frontend/TypedAST.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <array>

using namespace llvm;

namespace nnc {

using typed::Hyper;

static StringRef kindOf(const Hyper &hyper) {
  switch (hyper.kind) {
  case Hyper::Int:
    return "int";
  case Hyper::Num:
    return "num";
  case Hyper::Bool:
    return "bool";
  case Hyper::Str:
    return "str";
  case Hyper::DurationKind:
    return "duration";
  }
  llvm_unreachable("covered switch");
}

/// The value as a program would write it.
static std::string valueOf(const Hyper &hyper) {
  return hyper.kind == Hyper::Str ? "\"" + hyper.text + "\"" : hyper.text;
}

void printHypers(raw_ostream &os, const typed::Program &program) {
  if (program.hypers.empty()) {
    os << "no hypers\n";
    return;
  }
  using Row = std::array<std::string, 6>;
  std::vector<Row> rows{{"name", "kind", "value", "default", "structural", ""}};
  for (const Hyper &hyper : program.hypers) {
    std::string value = valueOf(hyper), doc = hyper.doc;
    std::replace(doc.begin(), doc.end(), '\n', ' ');
    rows.push_back({hyper.name, kindOf(hyper).str(), value,
                    value == hyper.standard ? "" : hyper.standard,
                    hyper.structural ? "yes" : "no", doc});
  }
  std::array<size_t, 6> widths{};
  for (const Row &row : rows)
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  for (const Row &row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      line.append(widths[i] - row[i].size() + 2, ' ');
    }
    os << StringRef(line).rtrim() << '\n';
  }
}

void printHypersAsJson(raw_ostream &os, const typed::Program &program) {
  json::Array array;
  for (const Hyper &hyper : program.hypers)
    array.push_back(json::Object{{"name", hyper.name},
                                 {"kind", kindOf(hyper)},
                                 {"value", valueOf(hyper)},
                                 {"default", hyper.standard},
                                 {"structural", hyper.structural},
                                 {"doc", hyper.doc}});
  os << json::Value(std::move(array)) << '\n';
}

} // namespace nnc
