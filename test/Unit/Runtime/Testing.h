//===- Testing.h - The little that unit tests need --------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NNC_TEST_UNIT_RUNTIME_TESTING_H
#define NNC_TEST_UNIT_RUNTIME_TESTING_H

#include "Runtime/Failure.h"

#include <string>

namespace nnc::rt::test {

/// Counts and prints a failed expectation.
void complain(const char *file, int line, const std::string &text);

/// Adds a test to the list of the program.
struct Registration {
  Registration(const char *name, void (*body)());
};

/// A folder that is removed when the program ends.
const std::string &scratchFolder();

/// The message of the Failure that `body` throws, with its code, or "".
template <class Body> std::string failureOf(Body body) {
  try {
    body();
  } catch (const Failure &failure) {
    return failure.render();
  }
  return "";
}

} // namespace nnc::rt::test

#define TEST(name)                                                             \
  static void test_##name();                                                   \
  static ::nnc::rt::test::Registration add_##name(#name, test_##name);         \
  static void test_##name()

#define EXPECT(condition)                                                      \
  do {                                                                         \
    if (!(condition))                                                          \
      ::nnc::rt::test::complain(__FILE__, __LINE__, #condition);               \
  } while (false)

#define EXPECT_EQ(found, wanted)                                               \
  do {                                                                         \
    auto foundValue = (found);                                                 \
    const auto &wantedValue = decltype(foundValue)(wanted);                    \
    if (!(foundValue == wantedValue))                                          \
      ::nnc::rt::test::complain(                                               \
          __FILE__, __LINE__,                                                  \
          ::nnc::rt::cat(#found, " is ", foundValue, ", not ", wantedValue));  \
  } while (false)

/// The body throws a Failure whose text contains `part`.
#define EXPECT_FAILURE(body, part)                                             \
  do {                                                                         \
    std::string failureText = ::nnc::rt::test::failureOf([&] { body; });       \
    if (failureText.find(part) == std::string::npos)                           \
      ::nnc::rt::test::complain(__FILE__, __LINE__,                            \
                                "expected a failure with `" +                  \
                                    std::string(part) + "`, found `" +         \
                                    failureText + "`");                        \
  } while (false)

#endif // NNC_TEST_UNIT_RUNTIME_TESTING_H
