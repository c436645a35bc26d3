//===- File.h - Reading, and writing without leaving halves -----*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_RUNTIME_FILE_H
#define NNC_RUNTIME_FILE_H

#include <cstddef>
#include <string>
#include <vector>

namespace nnc::rt {

/// The whole file; one that is gzipped comes back unpacked.
std::string readFile(const std::string &path);

/// A file that is read in parts, wherever they are to lie. One that is gzipped
/// is unpacked first.
class PartedFile {
public:
  explicit PartedFile(std::string path);
  PartedFile(const PartedFile &) = delete;
  PartedFile &operator=(const PartedFile &) = delete;
  ~PartedFile();

  size_t size() const { return bytes; }
  /// Throws where the part is not inside the file.
  void read(size_t at, void *result, size_t count) const;

private:
  std::string path, unpacked;
  int descriptor = -1; // or the file is in `unpacked`
  size_t bytes = 0;
};

bool fileExists(const std::string &path);
bool folderExists(const std::string &path);
void makeDirectories(const std::string &path);
/// Makes the one folder; false where something of that name is there.
bool makeNewDirectory(const std::string &path);
/// The names in a folder, in no order.
std::vector<std::string> listFolder(const std::string &path);
/// The part after the last slash, and the part before it ("." if none).
std::string baseName(const std::string &path);
std::string directoryOf(const std::string &path);

/// Where a program's data files are looked for: `directory/path`, then
/// `directory/file name` if a directory was given, else beside the program.
struct DataPlaces {
  std::string directory; ///< Of --data, or empty.
  std::string beside;    ///< The folder of the program.

  /// The first that exists, each also tried with ".gz"; with `folder`, one that
  /// is a folder will do.
  std::string find(const std::string &path, bool folder = false) const;
};

/// A file that appears complete or not at all: written beside its place,
/// synced, then renamed. Dropped unless `commit` is reached.
class AtomicFile {
public:
  explicit AtomicFile(std::string path);
  AtomicFile(const AtomicFile &) = delete;
  AtomicFile &operator=(const AtomicFile &) = delete;
  ~AtomicFile();

  void write(const void *data, size_t size);
  void write(const std::string &text) { write(text.data(), text.size()); }
  void commit();

private:
  std::string path, temporary;
  int descriptor;
};

/// Keeps other runs out of a folder as long as it lives; fails where one is in
/// it. On a file system without locks it does nothing.
class FolderLock {
public:
  explicit FolderLock(const std::string &path);
  FolderLock(const FolderLock &) = delete;
  FolderLock &operator=(const FolderLock &) = delete;
  ~FolderLock();

private:
  int descriptor;
};

/// Adds lines to a file; a line that does not fit on the disk is taken back.
class LineFile {
public:
  LineFile(std::string path, bool keep);
  LineFile(const LineFile &) = delete;
  LineFile &operator=(const LineFile &) = delete;
  ~LineFile();

  void append(const std::string &line) { write(line + "\n"); }
  /// All of it or, where the disk is full, nothing.
  void write(const std::string &bytes);

private:
  std::string path;
  int descriptor;
};

} // namespace nnc::rt

#endif // NNC_RUNTIME_FILE_H
