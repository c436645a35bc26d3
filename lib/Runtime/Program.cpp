//===- Program.cpp - A compiled program and how it is called --------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Program.h"
#include "Runtime/Core/Core.h"
#include "Runtime/Failure.h"
#include "Runtime/File.h"
#include "Runtime/Json.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/mman.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace nnc::rt {

//===----------------------------------------------------------------------===//
// Opening
//===----------------------------------------------------------------------===//

void checkProgram(const nn_program *program, const std::string &path) {
  nnrt_error error;
  if (int32_t code = nnrt_check(program, path.c_str(), &error))
    throw Failure(code == NNRT_WRONG_CPU ? OutsideFault : UserError,
                  error.message);
}

std::unique_ptr<Program> Program::open(const std::string &path,
                                       const std::string &name) {
  if (!fileExists(path))
    fail("cannot read `", path,
         "`: ", describeErrno(folderExists(path) ? EISDIR : ENOENT));
  // Without a slash dlopen would search the system's folders.
  std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  void *handle = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    fail("cannot load `", path, "`: ", ::dlerror());
  std::shared_ptr<void> owner(handle,
                              [](void *library) { ::dlclose(library); });
  void *symbol = ::dlsym(handle, "nn_program");
  if (!symbol)
    fail("`", path,
         "` is not a program compiled by nnc: it has no symbol "
         "`nn_program`");
  return std::make_unique<Program>(static_cast<const nn_program *>(symbol),
                                   name.empty() ? path : name, handle, owner);
}

Program::Program(const nn_program *program, std::string path, void *handle,
                 std::shared_ptr<void> owner)
    : raw((checkProgram(program, path), *program)), path(std::move(path)),
      handle(handle), owner(std::move(owner)) {
  for (int i = 0; i < raw.hyper_count; ++i) {
    hypers.push_back(raw.hypers[i].value);
    hyperTexts.push_back(raw.hypers[i].text ? raw.hypers[i].text : "");
  }
}

std::string Program::sourceName() const {
  bool source = path.size() > 3 && path.compare(path.size() - 3, 3, ".nn") == 0;
  return source ? path : std::string(raw.name) + ".nn";
}

//===----------------------------------------------------------------------===//
// Hypers and lengths
//===----------------------------------------------------------------------===//

int64_t stepsOf(const nn_duration &duration, int64_t stepsPerEpoch,
                int64_t examplesPerStep) {
  double examples = duration.examples / double(examplesPerStep);
  // Part of a step counts as one, added or taken away.
  examples = std::copysign(std::ceil(std::fabs(examples)), examples);
  double steps = duration.steps + duration.epochs * double(stepsPerEpoch);
  return int64_t(std::ceil(steps + examples - 1e-9));
}

bool Program::set(const std::string &name, const std::string &value) {
  for (int i = 0; i < raw.hyper_count; ++i) {
    const nn_hyper &hyper = raw.hypers[i];
    if (name != hyper.name)
      continue;
    if (hyper.structural)
      fail("hyper `", name, "` shapes the program and is fixed at ",
           hyper.text ? hyper.text : "its value", " in `", path,
           "`\n   = help: compile it with `nnc --set ", name, "=", value, "`");
    std::string digits;
    for (char c : value)
      if (c != '_')
        digits += c;
    const char *begin = digits.data(), *end = begin + digits.size();
    nn_scalar result{};
    bool good = false;
    if (hyper.kind == NN_KIND_NUM)
      good = std::from_chars(begin, end, result.f).ptr == end &&
             std::isfinite(result.f);
    else if (hyper.kind == NN_KIND_INT)
      good = std::from_chars(begin, end, result.i).ptr == end;
    const char *kinds[] = {"an int", "a num", "a bool", "a str", "a duration"};
    if (!good || digits.empty())
      fail("`--set ", name, "=", value, "`: `", name, "` is ",
           kinds[hyper.kind], ", such as ", hyper.text);
    hypers[size_t(i)] = result;
    hyperTexts[size_t(i)] = value;
    return true;
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Memory and calls
//===----------------------------------------------------------------------===//

Shape shapeOf(const nn_tensor &tensor, const std::vector<int64_t> &dims) {
  Shape shape;
  for (int i = 0; i < tensor.rank; ++i) {
    const nn_axis &axis = tensor.axes[i];
    shape.push_back(axis.size >= 0  ? axis.size
                    : axis.evaluate ? axis.evaluate(dims.data())
                                    : dims.at(size_t(axis.dim)));
  }
  return shape;
}

int64_t bytesOf(const nn_tensor &tensor, const std::vector<int64_t> &dims) {
  return countOf(shapeOf(tensor, dims)) *
         int64_t(elementSize(Element(tensor.dtype)));
}

void Block::Free::operator()(void *pointer) const { std::free(pointer); }

Block::Block(int64_t size) { reserve(std::max<int64_t>(size, 1)); }

void Block::reserve(int64_t size) {
  if (size <= bytes)
    return;
  // Large blocks on huge pages: fewer misses in the address translation.
  const size_t hugePage = size_t(2) << 20;
  size_t alignment =
      size_t(size) >= 2 * hugePage ? hugePage : size_t(NN_BLOCK_ALIGNMENT);
  size_t rounded = (size_t(size) + alignment - 1) / alignment * alignment;
  memory.reset(std::aligned_alloc(alignment, rounded));
  if (!memory)
    throw Failure(OutsideFault,
                  cat("out of memory: ", rounded, " bytes are needed at once"));
  if (alignment == hugePage)
    ::madvise(memory.get(), rounded, MADV_HUGEPAGE);
  std::memset(memory.get(), 0, rounded);
  bytes = size;
}

int32_t invoke(const nn_entry &entry, nn_call &call) {
#if defined(__x86_64__)
  // Flush results (bit 15) and operands (bit 6) to zero: one denormal in a
  // padding lane can slow a kernel a hundredfold.
  unsigned control = _mm_getcsr();
  _mm_setcsr(control | 0x8040);
  int32_t code = entry.function(&call);
  _mm_setcsr(control);
  return code;
#else
  return entry.function(&call);
#endif
}

void failCall(int32_t code, const nn_status &status, const std::string &what) {
  std::string text = status.message[0] ? status.message : "";
  if (text.empty())
    switch (code) {
    case NN_BAD_DIM:
      text = cat("a dim is ", status.value, ", outside its range");
      break;
    case NN_BAD_INDEX:
      text = cat("index ", status.value, " is outside 0..", status.limit);
      break;
    case NN_NOT_FINITE:
      text = "the loss is not finite";
      break;
    case NN_ASSERT_FAILED:
      text = "an `assert` of the program does not hold";
      break;
    default:
      text = cat("the entry answered ", code);
    }
  if (status.path && *status.path)
    text += cat("\n   = in: ", status.path);
  bool ours = code == NN_BAD_CALL || code < 0 || code > NN_WRONG_CPU;
  throw Failure(ours ? OurBug : UserError, cat(what, ": ", text));
}

} // namespace nnc::rt
