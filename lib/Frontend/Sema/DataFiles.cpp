//===- DataFiles.cpp - what data files say about themselves ---------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a data file lies beside the program, its header is compared with the
// declared fields. A file that is absent, packed or unreadable says nothing: it
// is the runtime's business, and never a reason not to compile (rule 15).
//
//===----------------------------------------------------------------------===//

#include "Elaborator.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace nnc;
using namespace nnc::typed;
using llvm::StringRef;
using llvm::Twine;

/// The first bytes of a file named in a program; null where there is none.
static std::unique_ptr<llvm::MemoryBuffer> readHead(StringRef program,
                                                    StringRef name) {
  StringRef folder = llvm::sys::path::parent_path(program);
  for (StringRef tail : {name, llvm::sys::path::filename(name)}) {
    llvm::SmallString<128> path(folder);
    llvm::sys::path::append(path, tail);
    if (!llvm::sys::fs::is_regular_file(path))
      continue;
    uint64_t size = 0;
    if (llvm::sys::fs::file_size(path, size))
      continue;
    auto buffer = llvm::MemoryBuffer::getFileSlice(
        path, std::min<uint64_t>(size, 1 << 16), 0);
    if (buffer)
      return std::move(*buffer);
  }
  return nullptr;
}

namespace {
struct IdxHeader {
  StringRef element;
  std::vector<int64_t> shape; ///< the number of examples first

  static std::optional<IdxHeader> read(StringRef bytes) {
    if (bytes.size() < 4 || bytes[0] || bytes[1])
      return std::nullopt;
    IdxHeader header;
    switch (uint8_t(bytes[2])) {
    case 0x08:
      header.element = "u8";
      break;
    case 0x09:
      header.element = "i8";
      break;
    case 0x0b:
      header.element = "i16";
      break;
    case 0x0c:
      header.element = "i32";
      break;
    case 0x0d:
      header.element = "f32";
      break;
    case 0x0e:
      header.element = "f64";
      break;
    default:
      return std::nullopt;
    }
    size_t rank = uint8_t(bytes[3]);
    if (rank == 0 || bytes.size() < 4 + 4 * rank)
      return std::nullopt;
    for (size_t i = 0; i < rank; ++i)
      header.shape.push_back(
          llvm::support::endian::read32be(bytes.data() + 4 + 4 * i));
    return header;
  }
};
} // namespace

static std::string shapeText(llvm::ArrayRef<int64_t> shape) {
  std::string text = "[";
  for (size_t i = 0; i < shape.size(); ++i)
    text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

void Elaborator::checkDataFiles(const Dataset &data, const DatasetDecl &decl,
                                Frame &frame) {
  auto argument = [&](StringRef name) -> const typed::Argument * {
    for (const typed::Argument &each : data.arguments)
      if (each.name == name)
        return &each;
    return nullptr;
  };
  auto typeRange = [&](const Column &column) {
    for (const Stmt *item : decl.section->stmts)
      if (auto *field = llvm::dyn_cast<FieldItem>(item))
        if (field->name.name == column.field)
          return field->type->range;
    return column.range;
  };
  if (data.source == "idx") {
    for (const Column &column : data.columns) {
      const typed::Argument *file = argument(column.columns[0]);
      if (!file) {
        std::vector<StringRef> names;
        for (const typed::Argument &each : data.arguments)
          names.push_back(each.name);
        Diagnostic &diag = error(
            "E0203", column.range,
            "the source has no column `" + column.columns[0] + "`", frame);
        if (StringRef close = closestName(column.columns[0], names);
            !close.empty())
          diag.suggest(column.range, column.columns[0], close);
        continue;
      }
      auto head = readHead(frame.file->path, file->text);
      auto header = head ? IdxHeader::read(head->getBuffer()) : std::nullopt;
      if (!header)
        continue;
      llvm::ArrayRef<int64_t> held = llvm::ArrayRef(header->shape).drop_front();
      std::vector<int64_t> declared;
      for (const Axis &axis : column.type.axes)
        declared.push_back(axis.size.constant().value_or(-1));
      if (held == llvm::ArrayRef(declared) || column.function == "resize")
        continue;
      error("E0503", typeRange(column),
            "dataset does not match its declaration", frame)
          .label("declared " + shapeText(declared) + "; file holds " +
                 shapeText(held))
          .note("file", file->text + ", " + Twine(header->shape[0]) +
                            " examples of " + header->element +
                            (held.empty() ? "" : shapeText(held)))
          .help("declare " + spelling(column.type.element) +
                (held.empty() ? "" : shapeText(held)) +
                (held.size() < 2 || column.columns.empty()
                     ? ""
                     : ", or `resize(source." + column.columns[0] + ", " +
                           shapeText(declared) + ")`"));
    }
    return;
  }
  if (data.source != "csv" && data.source != "tsv")
    return;
  const typed::Argument *file = argument("path");
  const typed::Argument *columns = argument("columns");
  const typed::Argument *flag = argument("header");
  std::vector<std::string> names;
  if (columns) {
    names = columns->texts;
  } else if (file && (!flag || flag->number != 0)) {
    auto head = readHead(frame.file->path, file->text);
    if (!head)
      return;
    StringRef line = head->getBuffer().take_until(
        [](char c) { return c == '\n' || c == '\r'; });
    // A packed file or a quoted separator: left to the runtime.
    if (line.contains('\0') || line.contains('"') || line.size() == 1 << 16)
      return;
    llvm::SmallVector<StringRef> words;
    line.split(words, data.source == "tsv" ? '\t' : ',');
    for (StringRef word : words)
      names.push_back(word.trim().str());
  }
  if (names.empty())
    return;
  std::vector<StringRef> known(names.begin(), names.end());
  for (const Column &column : data.columns)
    for (const std::string &name : column.columns) {
      auto [low, high] = StringRef(name).split("..");
      size_t end = 0;
      if (!high.empty() && !high.getAsInteger(10, end)) {
        if (end > names.size())
          error("E0503", column.range, "dataset does not match its declaration",
                frame)
              .label("the table has " + Twine(names.size()) + " columns");
        continue;
      }
      if (llvm::is_contained(known, name))
        continue;
      Diagnostic &diag = error("E0503", column.range,
                               "the table has no column `" + name + "`", frame);
      if (StringRef close = closestName(name, known); !close.empty())
        diag.suggest(column.range, name, close);
    }
}
