//===- Npy.cpp - NumPy's files --------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Npy.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"

#include <cstring>
#include <zlib.h>

namespace nnc::rt {

//===----------------------------------------------------------------------===//
// .npy
//===----------------------------------------------------------------------===//

/// A plain structure, so that it needs no constructor at start-up.
struct TypeName {
  const char *first;
  Element second;
};
static constexpr TypeName typeNames[] = {
    {"f4", Element::F32},  {"f8", Element::F64}, {"f2", Element::F16},
    {"i1", Element::I8},   {"i4", Element::I32}, {"i8", Element::I64},
    {"b1", Element::Bool}, {"u1", Element::U8},  {"i2", Element::I16},
    {"u2", Element::U16},  {"u4", Element::U32}, {"u8", Element::U64}};

/// The text after `'key':` in the header, a Python dictionary.
static std::string headerValue(const std::string &header,
                               const std::string &key) {
  size_t at = header.find("'" + key + "':");
  if (at == std::string::npos)
    return "";
  at = header.find_first_not_of(' ', at + key.size() + 3);
  return at == std::string::npos ? "" : header.substr(at);
}

Array parseNpy(const std::string &content, const std::string &what) {
  auto complain = [&](const auto &...args) {
    fail("`", what, "` is not an .npy file, or is damaged: ", args...);
  };
  if (content.size() < 10 || content.compare(0, 6, "\x93NUMPY") != 0)
    complain("it does not start with \\x93NUMPY");
  bool large = content[6] >= 2;
  size_t start = large ? 12 : 10, length = uint8_t(content[8]);
  for (size_t i = 1; i < start - 8 && start <= content.size(); ++i)
    length |= size_t(uint8_t(content[8 + i])) << 8 * i;
  if (start + length > content.size())
    complain("it ends inside its header");
  std::string header = content.substr(start, length);
  std::string descr = headerValue(header, "descr");
  std::string order = headerValue(header, "fortran_order");
  std::string dims = headerValue(header, "shape");
  if (descr.size() < 5 || descr[0] != '\'' || dims.empty() || dims[0] != '(')
    complain("its header names no simple type and shape");
  if (descr[1] == '>' && descr[3] != '1')
    fail("`", what,
         "` is big-endian\n   = help: save it with "
         "`x.astype(x.dtype.newbyteorder('<'))`");
  const Element *type = nullptr;
  for (const auto &[name, element] : typeNames)
    if (descr.compare(2, 3, std::string(name) + "'") == 0)
      type = &element;
  if (!type)
    fail("`", what, "` holds elements of type ", descr.substr(0, 6),
         ", which no program reads");
  if (order.compare(0, 4, "True") == 0)
    fail("`", what,
         "` is stored column by column\n   = help: save "
         "`numpy.ascontiguousarray(x)`");
  Shape shape;
  int64_t size = int64_t(elementSize(*type));
  for (size_t at = 1; at < dims.size() && dims[at] != ')';) {
    if (dims[at] < '0' || dims[at] > '9') {
      ++at;
      continue;
    }
    int64_t dim = 0;
    for (; at < dims.size() && dims[at] >= '0' && dims[at] <= '9'; ++at)
      if (__builtin_mul_overflow(dim, int64_t(10), &dim) ||
          __builtin_add_overflow(dim, int64_t(dims[at] - '0'), &dim))
        complain("its shape is impossible");
    if (__builtin_mul_overflow(size, dim, &size))
      complain("its shape is impossible");
    shape.push_back(dim);
  }
  size_t data = start + length;
  if (content.size() - data != size_t(size))
    complain(describe(*type, shape), " needs ", size, " bytes, found ",
             content.size() - data);
  Array array(*type, shape);
  copyBytes(array.bytes.data(), content.data() + data, size_t(size));
  return array;
}

std::string renderNpy(const Array &array) {
  // NumPy has no bf16; every bf16 is an f32.
  if (array.type == Element::BF16) {
    Array wide(Element::F32, array.shape);
    convert(array.type, array.bytes.data(), wide.type, wide.bytes.data(),
            array.count());
    return renderNpy(wide);
  }
  std::string type;
  for (const auto &[name, element] : typeNames)
    if (element == array.type)
      type = name;
  std::string header =
      cat("{'descr': '", type[1] == '1' ? "|" : "<", type,
          "', 'fortran_order': False, 'shape': (", joined(array.shape),
          array.shape.size() == 1 ? ",), }" : "), }");
  header.resize((header.size() + 1 + 10 + 63) / 64 * 64 - 11, ' ');
  header += '\n';
  std::string out("\x93NUMPY\x01\x00", 8);
  out += char(header.size() & 255);
  out += char(header.size() >> 8);
  out += header;
  return out.append(array.bytes.data(), array.bytes.size());
}

Array readNpy(const std::string &path) {
  return parseNpy(readFile(path), path);
}

void writeNpy(const std::string &path, const Array &array) {
  AtomicFile out(path);
  out.write(renderNpy(array));
  out.commit();
}

//===----------------------------------------------------------------------===//
// .npz: a zip archive of .npy files
//===----------------------------------------------------------------------===//

namespace {

/// Little-endian fields of a zip record.
struct Record {
  std::string bytes;
  Record &add(uint64_t value, int size) {
    for (int i = 0; i < size; ++i)
      bytes += char(value >> 8 * i);
    return *this;
  }
};

class ZipReader {
public:
  explicit ZipReader(const std::string &path)
      : path(path), content(readFile(path)) {}

  NamedArrays read() {
    // The directory is found from the end, where only a comment may follow.
    size_t end = content.rfind(std::string("PK\x05\x06", 4));
    if (end == std::string::npos || end + 22 > content.size())
      complain("it has no zip directory");
    size_t at = number(end + 16, 4);
    NamedArrays arrays;
    for (size_t left = number(end + 10, 2); left > 0; --left) {
      need(at, 46);
      if (number(at, 4) != 0x02014b50)
        complain("its zip directory is damaged");
      size_t nameSize = number(at + 28, 2);
      need(at + 46, nameSize);
      std::string name = content.substr(at + 46, nameSize);
      std::string data = member(at, name);
      if (name.size() > 4 && name.compare(name.size() - 4, 4, ".npy") == 0)
        name.resize(name.size() - 4);
      arrays.emplace_back(name, parseNpy(data, path + ":" + name));
      at += 46 + nameSize + number(at + 30, 2) + number(at + 32, 2);
    }
    return arrays;
  }

private:
  [[noreturn]] void complain(const std::string &problem) {
    fail("`", path, "` is not an .npz file, or is damaged: ", problem);
  }

  void need(size_t at, size_t size) {
    if (at > content.size() || size > content.size() - at)
      complain("it ends too early");
  }

  size_t number(size_t at, int size) {
    need(at, size_t(size));
    size_t value = 0;
    for (int i = size; i-- > 0;)
      value = value << 8 | uint8_t(content[at + size_t(i)]);
    return value;
  }

  std::string member(size_t entry, const std::string &name) {
    size_t method = number(entry + 10, 2), checksum = number(entry + 16, 4);
    size_t packed = number(entry + 20, 4), plain = number(entry + 24, 4);
    size_t local = number(entry + 42, 4);
    if (packed == 0xffffffff || plain == 0xffffffff || local == 0xffffffff)
      complain("`" + name + "` is over 4 GB, which is not read");
    size_t start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    need(start, packed);
    std::string data;
    if (method == 0) {
      data = content.substr(start, packed);
    } else if (method == 8) {
      // Deflate cannot do better than 1032 to 1.
      if (plain / 1032 > packed + 1)
        complain("`" + name + "` claims an impossible size");
      data.resize(plain);
      z_stream stream{};
      stream.next_in = reinterpret_cast<Bytef *>(&content[start]);
      stream.avail_in = uInt(packed);
      stream.next_out = reinterpret_cast<Bytef *>(data.data());
      stream.avail_out = uInt(plain);
      bool good = inflateInit2(&stream, -MAX_WBITS) == Z_OK &&
                  inflate(&stream, Z_FINISH) == Z_STREAM_END &&
                  stream.total_out == plain;
      inflateEnd(&stream);
      if (!good)
        complain("`" + name + "` does not unpack");
    } else {
      complain("`" + name + "` is packed in an unknown way");
    }
    auto found = crc32(0, reinterpret_cast<const Bytef *>(data.data()),
                       uInt(data.size()));
    if (found != checksum)
      complain("the checksum of `" + name + "` is wrong");
    return data;
  }

  const std::string &path;
  std::string content;
};

} // namespace

NamedArrays readNpz(const std::string &path) { return ZipReader(path).read(); }

void writeNpz(const std::string &path, const NamedArrays &arrays) {
  AtomicFile out(path);
  std::string directory;
  uint64_t offset = 0;
  for (const auto &[name, array] : arrays) {
    std::string data = renderNpy(array), file = name + ".npy";
    if (data.size() >= 0xffffffff || offset >= 0xffffffff)
      fail("`", path, "` would be over 4 GB: write the outputs apart");
    auto checksum = crc32(0, reinterpret_cast<const Bytef *>(data.data()),
                          uInt(data.size()));
    // Version, flags, method "stored", and 1980-01-01 as the date, so that
    // equal arrays make equal files.
    Record common;
    common.add(20, 2).add(0, 2).add(0, 2).add(0, 2).add(0x21, 2);
    common.add(checksum, 4).add(data.size(), 4).add(data.size(), 4);
    common.add(file.size(), 2).add(0, 2);
    std::string local = Record().add(0x04034b50, 4).bytes + common.bytes + file;
    directory += Record().add(0x02014b50, 4).add(20, 2).bytes + common.bytes +
                 Record().add(0, 6).add(0, 4).add(offset, 4).bytes + file;
    out.write(local);
    out.write(data);
    offset += local.size() + data.size();
  }
  size_t count = arrays.size();
  Record end;
  end.add(0x06054b50, 4).add(0, 4).add(count, 2).add(count, 2);
  end.add(directory.size(), 4).add(offset, 4).add(0, 2);
  out.write(directory + end.bytes);
  out.commit();
}

} // namespace nnc::rt
