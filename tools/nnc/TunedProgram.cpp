//===- TunedProgram.cpp - A program that tells what its kernels take ------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TunedProgram.h"
#include "nnc/CodeGen/CPU/Passes.h"

#include <time.h>

using namespace mlir;

namespace nnc {

/// Of processor time, which others on the machine take less from.
static double now() {
  timespec time;
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

static double medianOf(std::vector<double> values) {
  auto middle = values.begin() + long(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

static KernelChoices numbersIn(DictionaryAttr dict) {
  KernelChoices choices;
  for (NamedAttribute attr : dict)
    if (auto number = dyn_cast<IntegerAttr>(attr.getValue()))
      choices[attr.getName().str()] = number.getInt();
  return choices;
}

void TunedProgram::readSites(ModuleOp module) {
  auto sites = module->getAttrOfType<ArrayAttr>(cpu::kSitesAttr);
  for (auto site : sites.getAsRange<DictionaryAttr>()) {
    std::vector<std::string> &keys = siteKeys.emplace_back();
    auto tilings = site.getAs<ArrayAttr>("tilings");
    if (!tilings)
      continue;
    for (auto tiling : tilings.getAsRange<DictionaryAttr>()) {
      auto key = tiling.getAs<StringAttr>("key");
      auto lists = tiling.getAs<ArrayAttr>("alternatives");
      if (!key || !lists)
        continue;
      keys.push_back(key.str());
      auto [known, isNew] = kernels.try_emplace(key.str());
      if (!isNew)
        continue;
      known->second.chosen = numbersIn(tiling);
      for (auto list : lists.getAsRange<ArrayAttr>()) {
        auto &items = known->second.alternatives.emplace_back();
        for (auto item : list.getAsRange<DictionaryAttr>())
          items.push_back(numbersIn(item));
      }
    }
  }
}

std::unique_ptr<TunedProgram>
TunedProgram::compile(CompilerOptions options,
                      const std::map<std::string, KernelChoices> &choices,
                      const rt::BenchOptions &bench,
                      llvm::raw_ostream &diagnostics, int &code) {
  options.choices = choices;
  options.pipeline.profile = true;
  options.pipeline.cpu.alternatives = true;
  std::string path = options.input;
  Compiler compiler(std::move(options), diagnostics);
  std::unique_ptr<TunedProgram> made(new TunedProgram);
  if ((code = compiler.run(Stage::CPU)) != Done)
    return nullptr;
  made->target = compiler.tunedTarget();
  made->compiler = compiler.compilerVersion();
  made->readSites(compiler.module());
  made->code = compiler.load(code);
  if (!made->code)
    return nullptr;
  auto symbol = made->code->lookup(compiler.symbol());
  if (!symbol) {
    diagnostics << "error: " << llvm::toString(symbol.takeError()) << '\n';
    code = OurFault;
    return nullptr;
  }
  made->program = std::make_unique<rt::Program>(
      static_cast<const nn_program *>(*symbol), path);
  rt::Program &program = *made->program;
  auto add = [&](int model, int section) {
    made->steps.push_back(std::make_unique<rt::SyntheticStep>(
        program, model, section, nullptr, bench));
  };
  for (int i = 0; i < program->train_count; ++i)
    add(program->trains[i].model, i);
  for (int i = 0; i < program->model_count; ++i)
    if (program->models[i].infer.function)
      add(i, -1);
  return made;
}

bool TunedProgram::shareSites(const std::string &key,
                              const std::string &other) const {
  return llvm::any_of(siteKeys, [&](const std::vector<std::string> &keys) {
    return llvm::is_contained(keys, key) && llvm::is_contained(keys, other);
  });
}

namespace {

/// Adds up what the sites of a program take, as long as it lives.
class SiteTimes {
public:
  explicit SiteTimes(nn_profile &profile) : profile(profile) {
    seconds.resize(size_t(profile.site_count));
    profile.host = this;
    profile.mark = [](void *host, int64_t site, int32_t begins) {
      auto &self = *static_cast<SiteTimes *>(host);
      if (begins)
        self.began = now();
      else
        self.seconds[size_t(site)] += now() - self.began;
    };
  }
  ~SiteTimes() { profile.mark = nullptr; }

  std::vector<double> seconds;

private:
  nn_profile &profile;
  double began = 0;
};

} // namespace

StepTimes TunedProgram::run(double seconds) {
  constexpr int kMostSteps = 1000;
  StepTimes result;
  SiteTimes times((*program)->profile[0]);
  for (auto &step : steps) {
    std::map<std::string, std::vector<double>> kernelTimes;
    std::vector<double> all;
    double start = now();
    // The first step fetches what another program has displaced, and counts
    // only if there is time for no more.
    for (int i = 0; i < 2 || (now() - start < seconds && i < kMostSteps); ++i) {
      if (i == 1 && now() - start > seconds)
        break;
      if (i == 1) {
        kernelTimes.clear();
        all.clear();
      }
      std::fill(times.seconds.begin(), times.seconds.end(), 0);
      double began = now();
      (*step)();
      all.push_back(now() - began);
      std::map<std::string, double> sums;
      for (size_t site = 0; site < siteKeys.size(); ++site)
        for (const std::string &key : siteKeys[site])
          sums[key] += times.seconds[site];
      for (const auto &[key, sum] : sums)
        kernelTimes[key].push_back(sum);
    }
    result.all += medianOf(all);
    for (auto &[key, values] : kernelTimes)
      result.kernels[key] += medianOf(values);
  }
  return result;
}

} // namespace nnc
