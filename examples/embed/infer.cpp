// Inference in C++, on several threads at once: they share the weights, and
// each has its own arrays.
//
//   infer-cpp scan.so weights.safetensors digits.csv
#include "digits.h"
#include "nnrt/nnrt.hpp"

#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

int main(int argc, char **argv) try {
  auto digits = std::make_unique<Digits>();
  if (argc != 4 || !readDigits(argv[3], digits.get())) {
    std::fprintf(stderr, "infer-cpp LIBRARY WEIGHTS DIGITS.csv\n");
    return 2;
  }
  nnrt::Program program(argv[1]);
  nnrt::Model model(program);
  model.load(argv[2]);

  constexpr int Threads = 4;
  std::atomic<int64_t> right{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < Threads; ++thread)
    threads.emplace_back([&, thread] {
      std::vector<float> logits(10);
      for (int64_t i = thread; i < digits->count; i += Threads) {
        nnrt::Arrays outputs = {nnrt::room(logits)};
        model.infer({nnrt::view(digits->pixels[i], PIXELS, {1, PIXELS})},
                    outputs);
        right += likeliest(logits.data()) == digits->labels[i];
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  std::printf("%lld of %lld digits are read right\n", (long long)right,
              (long long)digits->count);

  try {
    program.set("speed", "1");
  } catch (const nnrt::Error &error) {
    std::printf("%s: %s\n", nnrt_code_name(error.code), error.what());
  }
  return 0;
} catch (const nnrt::Error &error) {
  std::fprintf(stderr, "%s: %s\n", nnrt_code_name(error.code), error.what());
  return 1;
}
