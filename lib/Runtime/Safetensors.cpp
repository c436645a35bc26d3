//===- Safetensors.cpp - Weight files -------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Safetensors.h"
#include "Runtime/Core/Core.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/Json.h"

#include <algorithm>
#include <cstring>

namespace nnc::rt {

/// A plain structure, so that it needs no constructor at start-up.
struct TypeName {
  const char *first;
  Element second;
};
static constexpr TypeName typeNames[] = {
    {"F32", Element::F32},   {"F64", Element::F64},   {"F16", Element::F16},
    {"BF16", Element::BF16}, {"I8", Element::I8},     {"I32", Element::I32},
    {"I64", Element::I64},   {"BOOL", Element::Bool}, {"U8", Element::U8},
    {"I16", Element::I16},   {"U16", Element::U16},   {"U32", Element::U32},
    {"U64", Element::U64}};

const Array *TensorFile::find(const std::string &name) const {
  for (const auto &[path, array] : tensors)
    if (path == name)
      return &array;
  return nullptr;
}

bool TensorFile::isVocabulary(const std::string &key) {
  return nnrt_is_vocabulary(key.c_str());
}

const std::string *TensorFile::note(const std::string &key) const {
  for (const auto &[name, value] : metadata)
    if (name == key)
      return &value;
  return nullptr;
}

namespace {

class Reader {
public:
  explicit Reader(const std::string &path) : path(path), content(path) {}

  TensorFile read() {
    uint64_t headerSize = 0;
    if (content.size() < 8)
      complain("it has ", content.size(), " bytes, the header alone needs 8");
    content.read(0, &headerSize, 8);
    if (headerSize > content.size() - 8)
      complain("its first 8 bytes announce a header of ", headerSize,
               " bytes, the file has ", content.size());
    dataStart = 8 + headerSize;
    std::string text(headerSize, '\0');
    content.read(8, text.data(), headerSize);
    Json header = Json::parse(text, "the header of `" + path + "`");
    if (!header.is(Json::Object))
      complain("its header is no JSON object");
    for (const auto &[name, value] : header.members)
      if (name == "__metadata__")
        readMetadata(value);
      else
        readTensor(name, value);
    if (covered != content.size() - dataStart)
      complain("its tensors cover ", covered, " bytes of data, the file holds ",
               content.size() - dataStart);
    return std::move(file);
  }

private:
  template <class... Args> [[noreturn]] void complain(const Args &...args) {
    fail("`", path, "` is not a safetensors file, or is damaged: ", args...);
  }

  void readMetadata(const Json &value) {
    for (const auto &[key, text] : value.members)
      file.set(key, text.text);
  }

  void readTensor(const std::string &name, const Json &value) {
    const Json *type = value.find("dtype"), *shape = value.find("shape"),
               *offsets = value.find("data_offsets");
    if (!type || !shape || !offsets || offsets->items.size() != 2)
      complain("tensor `", name, "` lacks dtype, shape or data_offsets");
    auto *known =
        std::find_if(std::begin(typeNames), std::end(typeNames),
                     [&](auto &each) { return each.first == type->text; });
    if (known == std::end(typeNames))
      complain("tensor `", name, "` has the unknown type `", type->text, "`");
    Shape dims;
    int64_t size = int64_t(elementSize(known->second));
    for (const Json &dim : shape->items) {
      if (!dim.is(Json::Integer) || dim.integer < 0 ||
          __builtin_mul_overflow(size, dim.integer, &size))
        complain("tensor `", name, "` has an impossible shape");
      dims.push_back(dim.integer);
    }
    int64_t begin = offsets->items[0].integer, end = offsets->items[1].integer;
    if (begin < 0 || end < begin || uint64_t(end) > content.size() - dataStart)
      complain("tensor `", name, "` lies outside the file, which ends after ",
               content.size() - dataStart, " bytes of data");
    if (end - begin != size)
      complain("tensor `", name, "` is ", describe(known->second, dims), " = ",
               size, " bytes, but has ", end - begin);
    if (file.find(name))
      complain("tensor `", name, "` occurs twice");
    Array array(known->second, dims);
    content.read(dataStart + size_t(begin), array.bytes.data(), size_t(size));
    covered += size_t(size);
    file.tensors.emplace_back(name, std::move(array));
  }

  const std::string &path;
  PartedFile content;
  size_t dataStart = 0, covered = 0;
  TensorFile file;
};

} // namespace

TensorFile readSafetensors(const std::string &path) {
  return Reader(path).read();
}

void writeSafetensors(const std::string &path, const TensorFile &file) {
  Json header = Json::object();
  if (!file.metadata.empty()) {
    Json metadata = Json::object();
    for (const auto &[key, value] : file.metadata)
      metadata.set(key, value);
    header.set("__metadata__", std::move(metadata));
  }
  int64_t offset = 0;
  for (const auto &[name, array] : file.tensors) {
    Json entry = Json::object(), shape = Json::array(), offsets = Json::array();
    for (const auto &[text, type] : typeNames)
      if (type == array.type)
        entry.set("dtype", text);
    for (int64_t size : array.shape)
      shape.push(size);
    offsets.push(offset);
    offset += int64_t(array.bytes.size());
    offsets.push(offset);
    entry.set("shape", std::move(shape));
    entry.set("data_offsets", std::move(offsets));
    header.set(name, std::move(entry));
  }
  std::string text = header.write();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  uint64_t size = text.size();
  AtomicFile out(path);
  out.write(&size, 8);
  out.write(text);
  for (const auto &named : file.tensors)
    out.write(named.second.bytes.data(), named.second.bytes.size());
  out.commit();
}

} // namespace nnc::rt
