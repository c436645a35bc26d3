// Damages npy, npz, idx and safetensors files at random and reads them:
// whatever comes, the reader gives arrays or throws a Failure that blames the
// input.
//
//   fuzz-files FOLDER SECONDS SEED
#include "Runtime/Failure.h"
#include "Runtime/Npy.h"
#include "Runtime/Safetensors.h"
#include "Runtime/Source.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>

using namespace nnc::rt;

using Clock = std::chrono::steady_clock;

namespace {

struct Kind {
  const char *name;
  std::string good;
  std::function<void(const std::string &path)> read;
  long read_well = 0, refused = 0;
};

std::mt19937_64 generator;

size_t below(size_t limit) { return limit ? size_t(generator() % limit) : 0; }

std::string content(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void damage(std::string &data) {
  static const char *const words[] = {"(",
                                      ")",
                                      ",",
                                      "'",
                                      "-1",
                                      "99999999999999999999",
                                      "{",
                                      "\"",
                                      "<f8",
                                      "<i2",
                                      "'shape':",
                                      "O8",
                                      "9223372036854775807",
                                      "}",
                                      "[",
                                      "True",
                                      "\x1f\x8b\x08",
                                      "U64",
                                      "PK\x01\x02",
                                      "1e9",
                                      "\xff\xff\xff\xff",
                                      "PK\x05\x06"};
  for (size_t count = 1 + below(4); count > 0 && !data.empty(); --count) {
    // Headers first; of an npz the directory is at the end.
    size_t at =
        below(3) ? below(std::min<size_t>(data.size(), 160))
                 : data.size() - 1 - below(std::min<size_t>(data.size(), 200));
    std::string word = words[below(std::size(words))];
    switch (below(6)) {
    case 0:
      data[at] = char(data[at] ^ (1 << below(8)));
      break;
    case 1:
      data[at] = char(below(256));
      break;
    case 2:
      data.resize(at);
      break;
    case 3:
      data.erase(at, 1 + below(16));
      break;
    case 4:
      data.insert(at, word);
      break;
    default:
      data.replace(at, word.size(), word);
    }
  }
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 4)
    return 2;
  std::string folder = argv[1], place = folder + "/damaged";
  generator.seed(std::strtoull(argv[3], nullptr, 10));
  Array array(Element::F32, {5, 3}), whole(Element::I32, {4});
  writeNpy(folder + "/a.npy", array);
  writeNpz(folder + "/a.npz", {{"x", array}, {"y", whole}});
  TensorFile tensors;
  tensors.set("format", "nnc");
  tensors.tensors = {{"fc.weight", array}, {"fc.bias", whole}};
  writeSafetensors(folder + "/a.safetensors", tensors);
  std::string idx("\0\0\x08\x03\0\0\0\x02\0\0\0\x03\0\0\0\x04", 16);
  idx += std::string(24, '\7');
  std::vector<Kind> kinds;
  kinds.push_back({"npy", content(folder + "/a.npy"),
                   [](const std::string &path) { readNpy(path); }});
  kinds.push_back({"npz", content(folder + "/a.npz"),
                   [](const std::string &path) { readNpz(path); }});
  kinds.push_back({"idx", idx, [](const std::string &path) { readIdx(path); }});
  kinds.push_back({"safetensors", content(folder + "/a.safetensors"),
                   [](const std::string &path) { readSafetensors(path); }});
  Clock::time_point end = Clock::now() + std::chrono::seconds(atoi(argv[2]));
  for (long tries = 0; Clock::now() < end; ++tries) {
    Kind &kind = kinds[size_t(tries) % kinds.size()];
    std::string data = kind.good;
    damage(data);
    std::ofstream(place, std::ios::binary) << data;
    try {
      kind.read(place);
      ++kind.read_well;
    } catch (const Failure &failure) {
      ++kind.refused;
      if (failure.exitCode == UserError)
        continue;
      std::printf("try %ld of seed %s, %s: %s\n", tries, argv[3], kind.name,
                  failure.what());
      return 1;
    } catch (const std::exception &exception) {
      std::printf("try %ld of seed %s, %s: %s\n", tries, argv[3], kind.name,
                  exception.what());
      return 1;
    }
  }
  for (const Kind &kind : kinds) {
    std::fprintf(stderr, "%s: %ld read, %ld refused\n", kind.name,
                 kind.read_well, kind.refused);
    if (kind.refused > 50)
      std::printf("%s: clean\n", kind.name);
  }
  return 0;
}
