// All of nnrt.hpp: owners that move, errors that are thrown, a run that is
// saved and goes on. wrapper scan.so
#include "nnrt/nnrt.hpp"

#include <cstdio>
#include <vector>

static nnrt::Arrays batch(const std::vector<float> &pixels,
                          const std::vector<int32_t> &labels) {
  int64_t size = int64_t(labels.size());
  return {nnrt::view(pixels, {size, 64}), nnrt::view(labels, {size})};
}

template <class Body> static void fails(const char *what, Body body) {
  try {
    body();
    std::printf("%s: no error\n", what);
  } catch (const nnrt::Error &error) {
    std::printf("%s: %s\n", what, nnrt_code_name(error.code));
  }
}

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  std::vector<float> pixels(10 * 64);
  std::vector<int32_t> labels(10);
  for (size_t i = 0; i < pixels.size(); ++i)
    pixels[i] = float(i * 7 % 17) / 16;
  for (int i = 0; i < 10; ++i)
    labels[size_t(i)] = i;

  nnrt::Program opened(argv[1]), program = std::move(opened);
  fails("moved from", [&] { opened.set("lr", "1"); });
  program.set("lr", "0.02");
  std::printf("lr %g, threads %d, %s\n", program.get("lr").f,
              program.setThreads(2), program.descriptor().name);
  nnrt::Model model(program);
  model.initialize(4);
  nnrt::Trainer trainer(model, "desk");
  double first = trainer.step<2>(batch(pixels, labels))[0];
  for (int i = 0; i < 40; ++i)
    trainer.step<2>(batch(pixels, labels));
  auto [loss, accuracy] = trainer.evaluate<2>(batch(pixels, labels));
  std::printf("loss %s, accuracy %g, step %d\n",
              loss < first / 4 ? "fell" : "stayed", accuracy,
              int(trainer.position().step));
  trainer.save("run.safetensors");
  model.save("weights.safetensors");

  nnrt::Model other(program, "Digits");
  other.load("weights.safetensors");
  nnrt::Trainer again(other, "desk");
  again.load("run.safetensors");
  bool same = trainer.step<2>(batch(pixels, labels)) ==
              again.step<2>(batch(pixels, labels));
  same &=
      model.read<float>("out.bias", 10) == other.read<float>("out.bias", 10);
  std::printf("goes on %s\n", same ? "as before" : "otherwise");

  std::vector<float> logits(100);
  nnrt::Arrays outputs = {nnrt::room(logits)};
  model.infer({nnrt::view(pixels, {10, 64})}, outputs);
  std::printf("logits [%d, %d]\n", int(outputs[0].shape[0]),
              int(outputs[0].shape[1]));
  other.write("out.bias", std::vector<float>(10, 1.0f));
  fails("rank", [&] { model.infer({nnrt::view(pixels, {640})}, outputs); });
  fails("dim", [&] { model.infer({nnrt::view(pixels, {0, 64})}, outputs); });
  fails("size", [&] { model.read<float>("out.bias", 9); });
  fails("file", [&] { model.load("missing"); });
  fails("section", [&] { nnrt::Trainer none(model, "night"); });
  fails("room", [&] { trainer.step<1>(batch(pixels, labels)); });
  return 0;
}
