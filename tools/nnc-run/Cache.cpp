//===- Cache.cpp - Programs compiled by earlier runs ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cache.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace nnc::run {

using namespace rt;

/// The last bytes of an entry.
struct Footer {
  uint64_t librarySize;
  uint64_t checksum; // CRC-32 of all before the footer
  char magic[8];
};
static constexpr char kMagic[8] = {'n', 'n', 'c', 'a', 'c', 'h', 'e', '2'};

/// How large the folder may grow; what is no number counts as if not set.
static int64_t limitInBytes() {
  constexpr int64_t kMegabyte = int64_t(1) << 20;
  const char *text = std::getenv("NNC_CACHE_MB");
  char *end = nullptr;
  long long megabytes = text ? std::strtoll(text, &end, 10) : 0;
  bool isNumber = text && end != text && !*end && megabytes >= 0 &&
                  megabytes < INT64_MAX / kMegabyte;
  return (isNumber ? megabytes : 1024) * kMegabyte;
}

static std::string cacheFolder() {
  const char *base = std::getenv("XDG_CACHE_HOME");
  if (base && *base == '/')
    return std::string(base) + "/nnc";
  const char *home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.cache/nnc" : "";
}

std::string processorText() {
  std::string text;
#if defined(__x86_64__)
  for (auto [leaf, part] :
       {std::pair(0u, 0u), std::pair(1u, 0u), std::pair(7u, 0u),
        std::pair(7u, 1u), std::pair(0x80000001u, 0u)}) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    __get_cpuid_count(leaf, part, &a, &b, &c, &d);
    // Here the number of the core is among them.
    text += cat(a, ' ', leaf == 1 ? 0 : b, ' ', c, ' ', d, '\n');
  }
#endif
  return text + cat(::getauxval(AT_HWCAP), ' ', ::getauxval(AT_HWCAP2), '\n');
}

/// FNV-1a. Only names files: what decides is whether the keys are equal.
static uint64_t hashOf(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (unsigned char c : text)
    hash = (hash ^ c) * 0x100000001b3;
  return hash;
}

static uint64_t checksumOf(std::string_view bytes) {
  return ::crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()),
                   bytes.size());
}

/// All of a file, as it is; false if there is none or it cannot be read.
static bool readRaw(const std::string &path, std::string &text) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
    return false;
  text.resize(size_t(info.st_size));
  std::ifstream file(path, std::ios::binary);
  return bool(file.read(text.data(), std::streamsize(text.size())));
}

static void putText(std::string &bytes, std::string_view text) {
  uint64_t size = text.size();
  bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
  bytes.append(text);
}

/// Takes one text from the front; false at the end.
static bool takeText(std::string_view &bytes, std::string_view &text) {
  uint64_t size;
  if (bytes.size() < sizeof size)
    return false;
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  if (bytes.size() < size)
    return false;
  text = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return true;
}

/// Removes the entries that were not used for longest, until the rest fits.
static void evict(const std::string &folder) {
  struct Entry {
    std::string path;
    int64_t size;
    timespec used;
  };
  std::vector<Entry> entries;
  int64_t total = 0;
  for (const std::string &name : listFolder(folder)) {
    struct stat info;
    std::string path = folder + "/" + name;
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
      continue;
    entries.push_back({path, int64_t(info.st_size), info.st_mtim});
    total += info.st_size;
  }
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
    return std::pair(a.used.tv_sec, a.used.tv_nsec) <
           std::pair(b.used.tv_sec, b.used.tv_nsec);
  });
  int64_t limit = limitInBytes();
  for (const Entry &entry : entries) {
    if (total <= limit)
      return;
    if (::unlink(entry.path.c_str()) == 0)
      total -= entry.size;
  }
}

CachedProgram::CachedProgram(std::string key)
    : folder(cacheFolder()), key(std::move(key)) {
  char name[24];
  std::snprintf(name, sizeof name, "/%016llx.so",
                static_cast<unsigned long long>(hashOf(this->key)));
  path = folder + name;
}

CachedProgram::~CachedProgram() {
  if (!temporaryPath.empty())
    ::unlink(temporaryPath.c_str());
}

std::unique_ptr<Program> CachedProgram::find(const std::string &name,
                                             std::string &report,
                                             std::string &summary) const {
  std::string bytes;
  Footer footer;
  if (folder.empty() || !readRaw(path, bytes) || bytes.size() < sizeof footer)
    return nullptr;
  std::string_view all(bytes);
  std::memcpy(&footer, all.data() + all.size() - sizeof footer, sizeof footer);
  all.remove_suffix(sizeof footer);
  if (std::memcmp(footer.magic, kMagic, sizeof kMagic) != 0 ||
      footer.librarySize > all.size() || footer.checksum != checksumOf(all))
    return nullptr;
  all.remove_prefix(footer.librarySize);
  std::string_view text, file;
  if (!takeText(all, text) || text != key || !takeText(all, text))
    return nullptr;
  report = text;
  if (!takeText(all, text))
    return nullptr;
  summary = text;
  while (takeText(all, file)) {
    std::string now;
    if (!takeText(all, text) || !readRaw(std::string(file), now) || now != text)
      return nullptr;
  }
  try {
    auto program = Program::open(path, name);
    // The eviction takes what was not used for longest.
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
    return program;
  } catch (const Failure &) {
    return nullptr;
  }
}

int64_t CachedProgram::size() const {
  struct stat found;
  return ::stat(path.c_str(), &found) == 0 ? int64_t(found.st_size) : 0;
}

const std::string &CachedProgram::temporary() {
  if (folder.empty() || !temporaryPath.empty())
    return temporaryPath;
  try {
    makeDirectories(folder);
  } catch (const Failure &) {
    return temporaryPath;
  }
  std::string wanted = path + ".XXXXXX.tmp";
  int descriptor = ::mkstemps(wanted.data(), 4);
  if (descriptor >= 0) {
    ::close(descriptor);
    temporaryPath = wanted;
  }
  return temporaryPath;
}

void CachedProgram::add(
    const std::vector<std::pair<std::string, std::string>> &files,
    const std::string &report, const std::string &summary) {
  std::string bytes;
  if (!readRaw(temporaryPath, bytes))
    return;
  Footer footer{};
  footer.librarySize = bytes.size();
  std::memcpy(footer.magic, kMagic, sizeof kMagic);
  size_t behind = bytes.size();
  putText(bytes, key);
  putText(bytes, report);
  putText(bytes, summary);
  for (const auto &[file, text] : files) {
    putText(bytes, file);
    putText(bytes, text);
  }
  footer.checksum = checksumOf(bytes);
  bytes.append(reinterpret_cast<const char *>(&footer), sizeof footer);
  std::ofstream file(temporaryPath, std::ios::binary | std::ios::app);
  file.write(bytes.data() + behind, std::streamsize(bytes.size() - behind));
  file.close();
  if (!file || ::rename(temporaryPath.c_str(), path.c_str()) != 0)
    return;
  temporaryPath.clear();
  // Another process may be at it.
  (void)succeeds([&] { evict(folder); });
}

} // namespace nnc::run
