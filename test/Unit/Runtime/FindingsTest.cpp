//===- FindingsTest.cpp - Tests of what a run finds -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/FindCurves.h"
#include "Runtime/Report.h"
#include "Testing.h"

using namespace nnc::rt;
using nnc::rt::test::scratchFolder;

//===----------------------------------------------------------------------===//
// The log
//===----------------------------------------------------------------------===//

static std::string folder(const char *name) {
  std::string path = scratchFolder() + "/" + name;
  makeDirectories(path);
  return path;
}

TEST(findings_render) {
  EXPECT_EQ((Finding{"F0201", "a.fc", 3, "dead", "do"}.render()),
            std::string("finding[F0201] a.fc: dead\n  help: do"));
  EXPECT_EQ((Finding{"F0401", "", 3, "text", "do"}.render()),
            std::string("finding[F0401]: text\n  help: do"));
}

TEST(findings_once) {
  FindingLog log;
  log.open("", -1);
  EXPECT_EQ(log.add({{"F0201", "a", 1}, {"F0201", "a", 2}}).size(), 1u);
  EXPECT_EQ(log.add({{"F0201", "b", 3}, {"F0202", "a", 3}}).size(), 2u);
  EXPECT_EQ(log.add({{"F0201", "b", 4}}).size(), 0u);
  EXPECT_EQ(log.all().size(), 3u);
  EXPECT_EQ(log.json().items[1].find("step")->integer, 3);
}

TEST(findings_file) {
  std::string out = folder("findings");
  {
    FindingLog log;
    log.open(out, -1);
    log.add({{"F0502", "x", 0, "wide"}, {"F0201", "a", 10, "dead \"now\""}});
    log.add({{"F0201", "b", 21}, {"F0403", "", 20}});
  }
  // What came later is forgotten, and what is said of the end.
  FindingLog log;
  log.open(out, 20);
  EXPECT_EQ(log.all().size(), 2u);
  EXPECT_EQ(log.all()[1].text, std::string("dead \"now\""));
  EXPECT_EQ(log.add({{"F0201", "a", 22}}).size(), 0u);
  EXPECT_EQ(log.add({{"F0201", "b", 23}}).size(), 1u);
  std::vector<Json> lines = readLines(out + "/findings.jsonl");
  EXPECT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2].find("step")->integer, 23);
  log.open(out, -1);
  EXPECT_EQ(log.all().size(), 0u);
  EXPECT_EQ(readLines(out + "/findings.jsonl").size(), 0u);
}
