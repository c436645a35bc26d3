//===- Tuning.cpp - The file of choices beside a program ------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Pipeline/Tuning.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/TargetParser/Host.h"

using namespace mlir;
namespace json = llvm::json;

namespace nnc {

std::string tuningPath(StringRef input) {
  if (!input.consume_back(".nn"))
    return "";
  return (input + ".tune.json").str();
}

std::string tuningTarget(StringRef name, const Target &target) {
  std::string text = target.describe();
  if (name == "native")
    text += " on " + llvm::sys::getHostCPUName().str();
  return text + ", " + std::to_string(target.vectorRegisters) + " vectors of " +
         std::to_string(target.vectorBytes) + " bytes";
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

/// No number of a choice is larger, nor is a tile of more accumulators.
static constexpr int64_t kMostNumber = 1 << 24, kMostAccumulators = 256;

namespace {

/// Reads values, and remembers the first name that it does not know.
class Reader {
public:
  explicit Reader(std::string &unknown) : unknown(unknown) {}

  void known(const json::Object &object, ArrayRef<StringRef> names) {
    for (const auto &member : object)
      if (!llvm::is_contained(names, StringRef(member.first)) &&
          unknown.empty())
        unknown = member.first.str();
  }

  bool choices(const json::Value &value, KernelChoices &result,
               json::Path path) {
    static const StringRef names[] = {
        "lanes",    "mr",        "nv",          "mr1",
        "mc",       "pack_wide", "pack_narrow", "rows",
        "columns",  "panels",    "strip_rows",  "panel_block",
        "channels", "tap_rows",  "tap_columns", "channels_outside"};
    const json::Object *object = value.getAsObject();
    if (!object) {
      path.report("expected object");
      return false;
    }
    known(*object, names);
    int64_t accumulators = 1;
    for (const auto &member : *object) {
      StringRef name = member.first;
      std::optional<int64_t> read = member.second.getAsInteger();
      bool mayBeZero = name == "mc" || name == "channels_outside" ||
                       name.starts_with("pack_");
      if (!read || *read < (mayBeZero ? 0 : 1) || *read > kMostNumber) {
        if (mayBeZero)
          path.field(name).report("expected a number, 0 or more");
        else
          path.field(name).report("expected a number, 1 or more");
        return false;
      }
      static const StringRef sides[] = {"mr",       "nv",         "rows",
                                        "columns",  "panels",     "channels",
                                        "tap_rows", "tap_columns"};
      if (llvm::is_contained(sides, name))
        accumulators = std::min(accumulators * *read, kMostNumber);
      result[name.str()] = *read;
    }
    auto narrow = result.find("mr1");
    if (accumulators > kMostAccumulators ||
        (narrow != result.end() && narrow->second > kMostAccumulators)) {
      path.report("a tile of more accumulators than any processor has");
      return false;
    }
    return true;
  }

private:
  std::string &unknown;
};

} // namespace

static bool read(const json::Value &value, Tuning &tuning, json::Path path) {
  Reader reader(tuning.unknown);
  json::ObjectMapper file(value, path);
  if (!file || !file.map("compiler", tuning.compiler) ||
      !file.map("target", tuning.target))
    return false;
  reader.known(*value.getAsObject(), {"compiler", "target", "kernels"});
  const json::Object *kernels = value.getAsObject()->getObject("kernels");
  if (!kernels) {
    path.field("kernels").report("expected object");
    return false;
  }
  json::Path place = path.field("kernels");
  for (const auto &[key, entry] : *kernels) {
    json::Path at = place.field(key);
    TunedKernel &kernel = tuning.kernels[key.str()];
    int64_t before = 0, after = 0;
    json::ObjectMapper fields(entry, at);
    if (!fields || !fields.map("default_ns", before) ||
        !fields.map("tuned_ns", after))
      return false;
    const json::Object &object = *entry.getAsObject();
    reader.known(object, {"default", "tuned", "default_ns", "tuned_ns"});
    for (auto [name, numbers] : {std::pair("default", &kernel.standard),
                                 std::pair("tuned", &kernel.tuned)}) {
      const json::Value *part = object.get(name);
      if (!part) {
        at.field(name).report("missing value");
        return false;
      }
      if (!reader.choices(*part, *numbers, at.field(name)))
        return false;
    }
    kernel.standardSeconds = double(before) * 1e-9;
    kernel.tunedSeconds = double(after) * 1e-9;
  }
  return true;
}

llvm::Expected<Tuning> parseTuning(StringRef text) {
  auto value = json::parse(text);
  if (!value)
    return value.takeError();
  Tuning tuning;
  json::Path::Root root;
  if (!read(*value, tuning, root))
    return root.getError();
  return tuning;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

static void write(json::OStream &out, StringRef name,
                  const KernelChoices &choices) {
  out.attributeObject(name, [&] {
    for (const auto &[field, number] : choices)
      out.attribute(field, number);
  });
}

std::string writeTuning(const Tuning &tuning) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  json::OStream out(stream, /*IndentSize=*/2);
  auto nanoseconds = [](double seconds) { return std::llround(seconds * 1e9); };
  out.object([&] {
    out.attribute("compiler", tuning.compiler);
    out.attribute("target", tuning.target);
    out.attributeObject("kernels", [&] {
      for (const auto &entry : tuning.kernels)
        out.attributeObject(entry.first, [&] {
          const TunedKernel &kernel = entry.second;
          write(out, "default", kernel.standard);
          write(out, "tuned", kernel.tuned);
          out.attribute("default_ns", nanoseconds(kernel.standardSeconds));
          out.attribute("tuned_ns", nanoseconds(kernel.tunedSeconds));
        });
    });
  });
  stream << '\n';
  return text;
}

//===----------------------------------------------------------------------===//
// Modules
//===----------------------------------------------------------------------===//

void setTuning(ModuleOp module,
               const std::map<std::string, KernelChoices> &kernels) {
  Builder b(module.getContext());
  NamedAttrList all;
  for (const auto &[key, choices] : kernels) {
    NamedAttrList numbers;
    for (const auto &[name, number] : choices)
      numbers.append(name, b.getI64IntegerAttr(number));
    all.append(key, numbers.getDictionary(module.getContext()));
  }
  module->setAttr(cpu::kTuningAttr, all.getDictionary(module.getContext()));
}

size_t countTuned(ModuleOp module,
                  const std::map<std::string, KernelChoices> &kernels) {
  llvm::StringSet<> found;
  module.walk([&](Operation *op) {
    auto tilings = op->getAttrOfType<ArrayAttr>(cpu::kTilingsAttr);
    if (!tilings)
      return;
    for (auto tiling : tilings.getAsRange<DictionaryAttr>())
      if (auto key = tiling.getAs<StringAttr>("key");
          key && kernels.count(key.str()))
        found.insert(key);
  });
  return found.size();
}

} // namespace nnc
