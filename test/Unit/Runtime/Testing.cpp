//===- Testing.cpp - Runs the unit tests of the runtime -------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Testing.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace nnc::rt::test {

static int complaints = 0;

static std::vector<std::pair<std::string, void (*)()>> &tests() {
  static std::vector<std::pair<std::string, void (*)()>> list;
  return list;
}

Registration::Registration(const char *name, void (*body)()) {
  tests().emplace_back(name, body);
}

void complain(const char *file, int line, const std::string &text) {
  ++complaints;
  std::fprintf(stderr, "%s:%d: %s\n", file, line, text.c_str());
}

const std::string &scratchFolder() {
  static const struct Folder {
    Folder() {
      char name[] = "/tmp/nnrt-unit-XXXXXX";
      path = ::mkdtemp(name);
    }
    ~Folder() {
      if (std::system(("rm -r '" + path + "'").c_str()) != 0)
        std::fprintf(stderr, "cannot remove %s\n", path.c_str());
    }
    std::string path;
  } folder;
  return folder.path;
}

static int run(const std::string &prefix) {
  int count = 0;
  for (const auto &[name, body] : tests()) {
    if (name.compare(0, prefix.size(), prefix) != 0)
      continue;
    ++count;
    try {
      body();
    } catch (const Failure &failure) {
      complain(name.c_str(), 0, failure.render());
    }
  }
  std::printf("%d tests, %d failed expectations\n", count, complaints);
  return complaints > 0 || count == 0;
}

} // namespace nnc::rt::test

/// With an argument, only the tests whose names start with it.
int main(int argc, char **argv) {
  return nnc::rt::test::run(argc > 1 ? argv[1] : "");
}
