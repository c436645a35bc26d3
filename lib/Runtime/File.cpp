//===- File.cpp - Reading, and writing without leaving halves -------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/File.h"
#include "Runtime/Failure.h"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace nnc::rt {

std::string describeErrno(int error) {
  return error == EFBIG ? "File too large (a limit of this account)"
                        : std::strerror(error);
}

std::string readFile(const std::string &path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0)
    throw Failure(UserError,
                  cat("cannot read `", path, "`: ", describeErrno(errno)));
  if (S_ISDIR(info.st_mode))
    fail("cannot read `", path, "`: it is a folder");
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file)
    fail("cannot read `", path, "`: ", describeErrno(errno));
  gzbuffer(file, 1 << 17);
  std::string content;
  content.reserve(size_t(info.st_size) + 1);
  char block[1 << 16];
  int count;
  while ((count = gzread(file, block, sizeof block)) > 0)
    content.append(block, size_t(count));
  int zlibCode = Z_OK;
  std::string reason = count < 0 ? gzerror(file, &zlibCode) : "";
  if (zlibCode == Z_ERRNO)
    reason = describeErrno(errno);
  int closed = gzclose_r(file);
  if (count < 0)
    fail("cannot read `", path, "`: ", reason);
  if (closed == Z_BUF_ERROR)
    fail("cannot read `", path, "`: the gzip stream ends too early, after ",
         content.size(), " bytes of content\n   = help: fetch it again");
  return content;
}

PartedFile::PartedFile(std::string path)
    : path(std::move(path)), descriptor(::open(this->path.c_str(), O_RDONLY)) {
  struct stat info;
  unsigned char magic[2];
  if (descriptor >= 0 && ::fstat(descriptor, &info) == 0 &&
      S_ISREG(info.st_mode) &&
      (::pread(descriptor, magic, 2, 0) != 2 || magic[0] != 0x1f ||
       magic[1] != 0x8b)) {
    bytes = size_t(info.st_size);
    return;
  }
  if (descriptor >= 0)
    ::close(descriptor);
  descriptor = -1;
  unpacked = readFile(this->path);
  bytes = unpacked.size();
}

PartedFile::~PartedFile() {
  if (descriptor >= 0)
    ::close(descriptor);
}

void PartedFile::read(size_t at, void *result, size_t count) const {
  if (at > bytes || count > bytes - at)
    fail("cannot read `", path, "`: it ends too early");
  if (descriptor < 0) {
    unpacked.copy(static_cast<char *>(result), count, at);
    return;
  }
  for (char *to = static_cast<char *>(result); count > 0;) {
    ssize_t part = ::pread(descriptor, to, count, off_t(at));
    if (part < 0 && errno == EINTR)
      continue;
    if (part < 0)
      failOutside(errno, "cannot read `", path, "`");
    if (part == 0)
      fail("cannot read `", path, "`: it ends too early");
    to += part;
    at += size_t(part);
    count -= size_t(part);
  }
}

bool fileExists(const std::string &path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode);
}

bool folderExists(const std::string &path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

void makeDirectories(const std::string &path) {
  for (size_t at = 1; at <= path.size(); ++at) {
    if (at != path.size() && path[at] != '/')
      continue;
    std::string part = path.substr(0, at);
    if (::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST)
      failOutside(errno, "cannot make the folder `", part, "`");
  }
  if (!folderExists(path))
    failOutside(ENOTDIR, "cannot make the folder `", path, "`");
}

bool makeNewDirectory(const std::string &path) {
  if (::mkdir(path.c_str(), 0777) == 0)
    return true;
  if (errno != EEXIST)
    failOutside(errno, "cannot make the folder `", path, "`");
  return false;
}

std::vector<std::string> listFolder(const std::string &path) {
  std::vector<std::string> names;
  if (DIR *folder = ::opendir(path.c_str())) {
    while (const dirent *entry = ::readdir(folder))
      names.push_back(entry->d_name);
    ::closedir(folder);
  }
  return names;
}

std::string baseName(const std::string &path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string directoryOf(const std::string &path) {
  size_t slash = path.rfind('/');
  if (slash == std::string::npos)
    return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string DataPlaces::find(const std::string &path, bool folder) const {
  std::vector<std::string> tries;
  if (!path.empty() && path[0] == '/' && directory.empty())
    tries = {path};
  else if (!directory.empty())
    tries = {directory + "/" + path, directory + "/" + baseName(path)};
  else
    tries = {beside + "/" + path};
  std::string tried;
  for (const std::string &each : tries)
    for (const char *ending : {"", ".gz"}) {
      std::string candidate = each + ending;
      if (fileExists(candidate) || (folder && folderExists(candidate)))
        return candidate;
      tried += "\n   = tried: " + candidate;
    }
  fail("the data file `", path, "` is missing", tried,
       directory.empty() ? "\n   = help: name its folder with --data DIR" : "");
}

//===----------------------------------------------------------------------===//
// AtomicFile
//===----------------------------------------------------------------------===//

AtomicFile::AtomicFile(std::string place)
    : path(std::move(place)), temporary(path + ".part") {
  descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0)
    failOutside(errno, "cannot write `", path, "`");
}

AtomicFile::~AtomicFile() {
  if (descriptor < 0)
    return;
  ::close(descriptor);
  ::unlink(temporary.c_str());
}

static bool writeAll(int descriptor, const void *data, size_t size) {
  const char *next = static_cast<const char *>(data);
  while (size > 0) {
    ssize_t count = ::write(descriptor, next, size);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return false;
    next += count;
    size -= size_t(count);
  }
  return true;
}

void AtomicFile::write(const void *data, size_t size) {
  if (!writeAll(descriptor, data, size))
    failOutside(errno, "cannot write `", path, "`");
}

void AtomicFile::commit() {
  if (::fsync(descriptor) != 0 ||
      ::rename(temporary.c_str(), path.c_str()) != 0)
    failOutside(errno, "cannot write `", path, "`");
  ::close(descriptor);
  descriptor = -1;
  // The rename itself lasts only once the folder is on the disk. Some file
  // systems cannot sync a folder; then there is nothing more to do.
  int folder = ::open(directoryOf(path).c_str(), O_RDONLY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
}

//===----------------------------------------------------------------------===//
// FolderLock
//===----------------------------------------------------------------------===//

FolderLock::FolderLock(const std::string &path)
    : descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ||
      errno != EWOULDBLOCK)
    return;
  ::close(descriptor);
  fail("another run is writing into `", path,
       "`\n   = help: give this one a folder of its own, with `--out`");
}

FolderLock::~FolderLock() {
  if (descriptor >= 0)
    ::close(descriptor);
}

//===----------------------------------------------------------------------===//
// LineFile
//===----------------------------------------------------------------------===//

LineFile::LineFile(std::string place, bool keep) : path(std::move(place)) {
  descriptor =
      ::open(path.c_str(),
             O_WRONLY | O_CREAT | O_CLOEXEC | (keep ? 0 : O_TRUNC), 0666);
  if (descriptor < 0 || ::lseek(descriptor, 0, SEEK_END) < 0)
    failOutside(errno, "cannot write `", path, "`");
}

LineFile::~LineFile() { ::close(descriptor); }

void LineFile::write(const std::string &bytes) {
  off_t before = ::lseek(descriptor, 0, SEEK_CUR);
  if (writeAll(descriptor, bytes.data(), bytes.size()))
    return;
  int error = errno;
  if (before >= 0 && ::ftruncate(descriptor, before) == 0)
    ::lseek(descriptor, before, SEEK_SET);
  failOutside(error, "cannot write `", path, "`");
}

} // namespace nnc::rt
