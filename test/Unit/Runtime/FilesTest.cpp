//===- FilesTest.cpp - Tests of the file formats --------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/File.h"
#include "Runtime/Json.h"
#include "Runtime/Npy.h"
#include "Runtime/Philox.h"
#include "Runtime/Safetensors.h"
#include "Runtime/Source.h"
#include "Testing.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sys/stat.h>
#include <zlib.h>

// jpeglib.h needs <cstdio> before it.
#include <cstdio>

#include <jpeglib.h>

using namespace nnc::rt;
using nnc::rt::test::scratchFolder;

static std::string place(const char *name) {
  return scratchFolder() + "/" + name;
}

static std::string put(const char *name, const std::string &content) {
  std::ofstream(place(name), std::ios::binary) << content;
  return place(name);
}

static std::string get(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

static Array floats(Shape shape, std::vector<float> values) {
  Array array(Element::F32, std::move(shape));
  std::memcpy(array.bytes.data(), values.data(), array.bytes.size());
  return array;
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

TEST(json_writes) {
  Json object = Json::object();
  object.set("a", 1).set("b", 0.1).set("c", "x\"\n\x01").set("d", NAN);
  object.set("e", Json::array().push(true).push(Json()).push(-2.5e300));
  EXPECT_EQ(object.write(),
            std::string("{\"a\": 1, \"b\": 0.1, \"c\": \"x\\\"\\n\\u0001\", "
                        "\"d\": null, \"e\": [true, null, -2.5e+300]}"));
}

TEST(json_round_trip) {
  std::string text = "{\"k\": [1, -2, 0.30000000000000004, \"\\u00e9\\ud83d"
                     "\\ude00\", {}, [], false], \"big\": 9223372036854775807}";
  Json value = Json::parse(text, "test");
  EXPECT_EQ(value.find("k")->items[3].text,
            std::string("\xc3\xa9\xf0\x9f\x98\x80"));
  EXPECT_EQ(value.find("k")->items[2].number, 0.30000000000000004);
  EXPECT_EQ(value.find("big")->integer, int64_t(9223372036854775807));
  EXPECT_EQ(Json::parse(value.write(), "again").write(), value.write());
}

TEST(json_errors) {
  for (const char *bad : {"", "{", "[1,", "{\"a\" 1}", "\"open", "1 2", "nul",
                          "{\"a\": }", "\"\\u12g4\""})
    EXPECT_FAILURE(Json::parse(bad, "text"), "not valid JSON");
  EXPECT_FAILURE(Json::parse(std::string(100, '['), "text"), "too deeply");
}

//===----------------------------------------------------------------------===//
// Arrays
//===----------------------------------------------------------------------===//

TEST(array_converts) {
  float in[] = {1, -2, 2.5f, 1e10f, NAN};
  int32_t out[5];
  EXPECT_EQ(convert(Element::F32, in, Element::I32, out, 5), int64_t(2));
  EXPECT_EQ(convert(Element::F32, in, Element::I32, out, 5, true), int64_t(-1));
  EXPECT_EQ(out[2], 2);
  EXPECT_EQ(out[3], INT32_MAX);
  EXPECT_EQ(out[4], 0);
  int64_t wide[] = {-1, 300, INT64_MIN};
  int8_t narrow[3];
  EXPECT_EQ(convert(Element::I64, wide, Element::I8, narrow, 3), int64_t(1));
  uint64_t huge = UINT64_MAX;
  int64_t signedResult;
  EXPECT_EQ(convert(Element::U64, &huge, Element::I64, &signedResult, 1),
            int64_t(0));
  EXPECT(mayFail(Element::U32, Element::I32));
  EXPECT(!mayFail(Element::U8, Element::I32));
  EXPECT(!mayFail(Element::I64, Element::F32));
  EXPECT(mayFail(Element::I8, Element::Bool));
}

TEST(array_sixteen_bits) {
  float in[] = {1, -2.5f, 65504, 1e-8f, 3.14159274f, INFINITY, NAN};
  uint16_t half[7], brain[7];
  float back[7];
  convert(Element::F32, in, Element::F16, half, 7);
  EXPECT_EQ(half[0], 0x3c00);
  EXPECT_EQ(half[2], 0x7bff);
  convert(Element::F16, half, Element::F32, back, 7);
  EXPECT_EQ(back[1], -2.5f);
  convert(Element::F32, in, Element::BF16, brain, 7);
  EXPECT_EQ(brain[0], 0x3f80);
  EXPECT_EQ(brain[4], 0x4049);
  EXPECT_EQ(brain[5], 0x7f80);
  convert(Element::BF16, brain, Element::F32, back, 7);
  EXPECT(std::isnan(back[6]));
}

//===----------------------------------------------------------------------===//
// safetensors
//===----------------------------------------------------------------------===//

static TensorFile twoTensors() {
  TensorFile file;
  file.set("note", "two \"tensors\"");
  file.tensors.emplace_back("fc.weight", floats({2, 3}, {1, 2, 3, 4, 5, 6}));
  Array scalar(Element::I64, {});
  *scalar.as<int64_t>() = -7;
  file.tensors.emplace_back("steps", scalar);
  return file;
}

TEST(safetensors_round_trip) {
  writeSafetensors(place("two.safetensors"), twoTensors());
  TensorFile back = readSafetensors(place("two.safetensors"));
  EXPECT_EQ(back.tensors.size(), size_t(2));
  EXPECT_EQ(*back.note("note"), std::string("two \"tensors\""));
  EXPECT(back.find("fc.weight")->bytes == twoTensors().tensors[0].second.bytes);
  EXPECT_EQ(*back.find("steps")->as<int64_t>(), int64_t(-7));
  EXPECT(!back.find("other"));
  // The header's length is a multiple of 8, so that the data is aligned.
  std::string bytes = get(place("two.safetensors"));
  uint64_t header;
  std::memcpy(&header, bytes.data(), 8);
  EXPECT_EQ(header % 8, uint64_t(0));
  EXPECT(!fileExists(place("two.safetensors.part")));
}

static std::string withHeader(const std::string &header, size_t data) {
  uint64_t size = header.size();
  return std::string(reinterpret_cast<char *>(&size), 8) + header +
         std::string(data, '\0');
}

TEST(safetensors_damaged) {
  writeSafetensors(place("whole.safetensors"), twoTensors());
  std::string bytes = get(place("whole.safetensors"));
  // Cut anywhere, it is refused, and never read past its end.
  for (size_t size = 0; size < bytes.size(); ++size) {
    std::string path = put("cut.safetensors", bytes.substr(0, size));
    EXPECT_FAILURE(readSafetensors(path), "cut.safetensors");
  }
  auto reads = [&](const std::string &header, size_t data) {
    return test::failureOf([&] {
      readSafetensors(put("bad.safetensors", withHeader(header, data)));
    });
  };
  const char *one = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":"
                    "[0,8]}}";
  EXPECT_EQ(reads(one, 8), std::string(""));
  EXPECT(reads(one, 12).find("cover 8 bytes") != std::string::npos);
  EXPECT(reads("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}"
               "}",
               8)
             .find("12 bytes, but has 8") != std::string::npos);
  EXPECT(reads("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],"
               "\"data_offsets\":[0,8]}}",
               8)
             .find("impossible shape") != std::string::npos);
  EXPECT(
      reads("{\"a\":{\"dtype\":\"Q4\",\"shape\":[2],\"data_offsets\":[0,8]}}",
            8)
          .find("unknown type") != std::string::npos);
  EXPECT(reads("[]", 0).find("no JSON object") != std::string::npos);
  EXPECT_FAILURE(readSafetensors(place("none.safetensors")), "No such file");
}

//===----------------------------------------------------------------------===//
// npy and npz
//===----------------------------------------------------------------------===//

TEST(npy_round_trip) {
  for (const Shape &shape : {Shape{}, Shape{4}, Shape{2, 3}, Shape{0, 5}}) {
    Array array(Element::I32, shape);
    for (int64_t i = 0; i < array.count(); ++i)
      array.as<int32_t>()[i] = int32_t(7 * i - 3);
    std::string text = renderNpy(array);
    EXPECT_EQ((10 + uint8_t(text[8]) + 256 * uint8_t(text[9])) % 64, 0);
    Array back = parseNpy(text, "test");
    EXPECT(back.bytes == array.bytes);
    EXPECT_EQ(back.describe(), array.describe());
  }
}

TEST(npy_from_numpy) {
  // As numpy.save(file, numpy.arange(3, dtype=numpy.uint8)) writes it.
  std::string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,),"
                       " }";
  header.resize(117, ' ');
  std::string text = std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header +
                     "\n" + std::string("\0\1\2", 3);
  EXPECT_EQ(parseNpy(text, "test").describe(), std::string("u8[3]"));
  for (size_t size = 0; size < text.size(); ++size)
    EXPECT_FAILURE(parseNpy(text.substr(0, size), "test"), "test");
  std::string big = text;
  big.replace(big.find("|u1"), 3, ">i4");
  EXPECT_FAILURE(parseNpy(big, "test"), "big-endian");
  std::string columns = text;
  columns.replace(columns.find("False"), 5, "True ");
  EXPECT_FAILURE(parseNpy(columns, "test"), "column by column");
}

TEST(npz_round_trip) {
  NamedArrays arrays;
  arrays.emplace_back("x", floats({2, 2}, {1, 2, 3, 4}));
  arrays.emplace_back("deep.name", floats({1}, {5}));
  writeNpz(place("two.npz"), arrays);
  NamedArrays back = readNpz(place("two.npz"));
  EXPECT_EQ(back.size(), size_t(2));
  EXPECT_EQ(back[1].first, std::string("deep.name"));
  EXPECT(back[0].second.bytes == arrays[0].second.bytes);
  std::string bytes = get(place("two.npz"));
  bytes[80] ^= 1;
  EXPECT_FAILURE(readNpz(put("flipped.npz", bytes)), "flipped.npz");
  EXPECT_FAILURE(readNpz(put("no.npz", "hello")), "no zip directory");
}

//===----------------------------------------------------------------------===//
// idx
//===----------------------------------------------------------------------===//

TEST(idx_reads) {
  std::string bytes("\0\0\x0b\2\0\0\0\2\0\0\0\3\0\1\xff\xff\0\3\0\4\0\5\0\6",
                    24);
  Array array = readIdx(put("a.idx", bytes));
  EXPECT_EQ(array.describe(), std::string("i16[2, 3]"));
  EXPECT_EQ(array.as<int16_t>()[1], int16_t(-1));
  EXPECT_EQ(array.as<int16_t>()[5], int16_t(6));
  gzFile file = gzopen(place("a.idx.gz").c_str(), "wb");
  gzwrite(file, bytes.data(), unsigned(bytes.size()));
  gzclose(file);
  EXPECT(readIdx(place("a.idx.gz")).bytes == array.bytes);
  std::string packed = get(place("a.idx.gz"));
  EXPECT_FAILURE(readIdx(put("cut.gz", packed.substr(0, packed.size() - 9))),
                 "ends too early");
}

TEST(idx_damaged) {
  std::string bytes("\0\0\x08\1\0\0\0\4abcd", 12);
  EXPECT_EQ(readIdx(put("b.idx", bytes)).count(), int64_t(4));
  EXPECT_FAILURE(readIdx(put("b.idx", bytes.substr(0, 11))),
                 "u8[4] = 4 bytes, the file holds 3");
  EXPECT_FAILURE(readIdx(put("b.idx", bytes + "e")), "the file holds 5");
  EXPECT_FAILURE(readIdx(put("b.idx", "GIF89a")), "starts with bytes 71");
  EXPECT_FAILURE(readIdx(put("b.idx", "")), "0 bytes");
  EXPECT_FAILURE(readIdx(put("b.idx", std::string("\0\0\x08\2\0\0", 6))),
                 "inside its header");
}

//===----------------------------------------------------------------------===//
// csv
//===----------------------------------------------------------------------===//

TEST(csv_reads) {
  Table table = readTable(
      put("a.csv", "\xef\xbb\xbfname,x\r\n\"a, \"\"b\"\"\n\",1\r\n\nc,2"), ',',
      true, {});
  EXPECT_EQ(joined(table.names), std::string("name, x"));
  EXPECT_EQ(table.rows.size(), size_t(2));
  EXPECT_EQ(table.rows[0][0], std::string("a, \"b\"\n"));
  EXPECT_EQ(table.rows[1][1], std::string("2"));
  EXPECT_EQ(table.lines[1], int64_t(5));
  table = readTable(put("a.tsv", "\"a\t1\n"), '\t', false, {"t", "n"});
  EXPECT_EQ(table.rows[0][0], std::string("\"a"));
}

TEST(csv_damaged) {
  EXPECT_FAILURE(readTable(put("b.csv", "a,b\n1,2\n3\n"), ',', true, {}),
                 "b.csv:3: row 2 has 1 cells, expected 2 (a, b)");
  EXPECT_FAILURE(readTable(put("b.csv", "a\n\"x"), ',', true, {}),
                 "b.csv:2: a quoted cell is never closed");
  EXPECT_FAILURE(readTable(put("b.csv", "a\n\"x\"y\n"), ',', true, {}),
                 "follows the closing quote");
  EXPECT_FAILURE(readTable(put("b.csv", ""), ',', true, {}), "is empty");
  EXPECT_FAILURE(readTable(put("b.csv", std::string("a\0b", 3)), ',', true, {}),
                 "not a text file");
}

static nn_dataset csvDataset(const nn_argument &path) {
  nn_dataset dataset{};
  dataset.name = "Set";
  dataset.source = "csv";
  dataset.arguments = &path;
  dataset.argument_count = 1;
  dataset.line = 4;
  return dataset;
}

TEST(csv_columns) {
  put("c.csv", "size,kind,count\n1.5,red,3\n-2, blue,4\n+7,red,2.5\n");
  nn_argument path{};
  path.text = "c.csv";
  nn_dataset dataset = csvDataset(path);
  auto source = openSource(dataset, {scratchFolder(), "."}, "test.nn");
  const char *names[] = {"size", "kind", "count", "0..3", "absent"};
  nn_column column{};
  column.function = "column";
  column.field = "f";
  column.line = 9;
  column.columns = names;
  column.column_count = 1;
  column.dtype = NN_F32;
  LoadedColumn loaded = source->load(column);
  float value;
  loaded.get(2, &value);
  EXPECT_EQ(value, 7.0f);
  column.columns = names + 1;
  EXPECT_FAILURE(source->load(column),
                 "c.csv:2: row 1, column `kind`: `red` is not a number");
  column.columns = names + 2;
  column.dtype = NN_I32;
  EXPECT_FAILURE(source->load(column),
                 "c.csv:4: row 3, column `count`: `2.5` is no i32");
  column.truncate = 1;
  EXPECT_EQ(source->load(column).data.as<int32_t>()[2], 2);
  column.columns = names + 4;
  EXPECT_FAILURE(source->load(column), "test.nn:9: ");
  column.columns = names + 3;
  column.rank = 1;
  column.shape[0] = 2;
  EXPECT_FAILURE(source->load(column), "declared i32[2]; 3 columns are named");
  const char *kinds[] = {"red", "blue"};
  column.rank = 0;
  column.columns = names + 1;
  column.function = "category";
  column.categories = kinds;
  column.category_count = 2;
  EXPECT_FAILURE(source->load(column),
                 "row 2, column `kind`: ` blue` is not one of red, blue");
}

//===----------------------------------------------------------------------===//
// Sources of arrays
//===----------------------------------------------------------------------===//

TEST(idx_columns) {
  put("images", std::string("\0\0\x08\3\0\0\0\2\0\0\0\1\0\0\0\2"
                            "abcd",
                            20));
  put("labels", std::string("\0\0\x08\1\0\0\0\2\7\1", 10));
  put("three", std::string("\0\0\x08\1\0\0\0\3\7\1\2", 11));
  nn_argument arguments[2]{};
  arguments[0].name = "image";
  arguments[0].text = "images";
  arguments[1].name = "label";
  arguments[1].text = "labels";
  nn_dataset dataset{};
  dataset.name = "Digits";
  dataset.source = "idx";
  dataset.arguments = arguments;
  dataset.argument_count = 2;
  DataPlaces places{scratchFolder(), "."};
  auto source = openSource(dataset, places, "m.nn");
  EXPECT_EQ(source->count, int64_t(2));
  const char *image = "image", *label = "label", *other = "other";
  nn_column column{};
  column.function = "column";
  column.field = "image";
  column.columns = &image;
  column.column_count = 1;
  column.line = 19;
  column.dtype = NN_F32;
  column.rank = 2;
  column.shape[0] = 1;
  column.shape[1] = 2;
  float pixels[2];
  LoadedColumn loaded = source->load(column);
  EXPECT(loaded.data.type == Element::U8); // Converted as it is used.
  loaded.get(1, pixels);
  EXPECT_EQ(pixels[0], float('c'));
  column.shape[1] = 3;
  EXPECT_FAILURE(source->load(column),
                 "error[E0503]: dataset does not match its declaration\n  --> "
                 "m.nn:19\n   = field `image`: declared [1, 3]; file holds "
                 "[1, 2]");
  column.columns = &label;
  EXPECT_FAILURE(source->load(column), "2 examples of u8");
  column.rank = 0;
  column.dtype = NN_BOOL;
  EXPECT_FAILURE(source->load(column),
                 "m.nn:19: row 0 of column `label` holds 7, which is no bool");
  column.columns = &other;
  EXPECT_FAILURE(source->load(column), "its columns are `image`, `label`");
  // No byte of the file contradicts such a header.
  put("none", std::string("\0\0\x08\2\xff\xff\xff\xff\0\0\0\0", 12));
  arguments[0].text = "none";
  EXPECT_FAILURE(openSource(dataset, places, "m.nn"),
                 "u8[4294967295, 0]: its examples have no values");
  arguments[0].text = "images";
  arguments[1].text = "three";
  EXPECT_FAILURE(openSource(dataset, places, "m.nn"),
                 "`image` and `label` have different numbers of examples");
}

//===----------------------------------------------------------------------===//
// Images and text
//===----------------------------------------------------------------------===//

/// A grey PNG of two rows: 1 2 3, 4 5 6.
static std::string smallPng() {
  static const char bytes[] =
      "\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000"
      "\000\003\000\000\000\002\010\000\000\000\000\270\037\071\306\000\000\000"
      "\020\111\104\101\124\170\234\143\140\144\142\146\140\141\145\003\000\000"
      "\106\000\026\167\365\310\177\000\000\000\000\111\105\116\104\256\102\140"
      "\202";
  return {bytes, sizeof bytes - 1};
}

/// `gray` pixels as a JPEG of the best quality.
static std::string jpegOf(std::vector<unsigned char> gray, unsigned width) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char *memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &memory, &size);
  info.image_width = width;
  info.image_height = unsigned(gray.size()) / width;
  info.input_components = 1;
  info.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 100, TRUE);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = gray.data() + size_t(info.next_scanline) * width;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  std::string content(reinterpret_cast<char *>(memory), size);
  jpeg_destroy_compress(&info);
  std::free(memory);
  return content;
}

TEST(image_png) {
  Array image = decodeImage(smallPng(), "a.png");
  EXPECT_EQ(image.describe(), std::string("u8[1, 2, 3]"));
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(int(image.as<uint8_t>()[i]), i + 1);
}

TEST(image_jpeg) {
  std::string content = jpegOf(std::vector<unsigned char>(64, 200), 8);
  Array image = decodeImage(content, "a.jpg");
  EXPECT_EQ(image.describe(), std::string("u8[1, 8, 8]"));
  for (int i = 0; i < 64; ++i)
    EXPECT(std::abs(int(image.as<uint8_t>()[i]) - 200) <= 1);
  EXPECT_FAILURE(decodeImage(content.substr(0, content.size() - 9), "a.jpg"),
                 "`a.jpg` is not a JPEG image, or is damaged");
  EXPECT_FAILURE(decodeImage("text", "a.jpg"), "starts like neither");
}

/// The values are PyTorch's interpolate(mode="bilinear").
TEST(image_resize) {
  Array wide = resizeImages(decodeImage(smallPng(), "a.png"), 3, 2);
  const float expected[] = {1.25f, 2.75f, 2.75f, 4.25f, 4.25f, 5.75f};
  EXPECT_EQ(wide.describe(), std::string("f32[1, 3, 2]"));
  for (int i = 0; i < 6; ++i)
    EXPECT(std::fabs(wide.as<float>()[i] - expected[i]) < 1e-6f);
}

TEST(text_utf8) {
  std::string text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n";
  std::u32string points = decodeText(text, "a.txt");
  EXPECT(points == U"a\u00e9\u20ac\U0001f600\n");
  EXPECT_EQ(encodeText(points), text);
  // A lone continuation, too long, a surrogate, beyond the last, cut off.
  for (const char *bad : {"\n\x80", "\n\xc0\xaf", "\n\xed\xa0\x80",
                          "\n\xf4\x90\x80\x80", "\n\xe2\x82"})
    EXPECT_FAILURE(decodeText(bad, "a.txt"), "a.txt:2: byte 1 is no UTF-8");
}

//===----------------------------------------------------------------------===//
// Damage at random: a message, never a crash
//===----------------------------------------------------------------------===//

template <class Read> static void damage(const std::string &good, Read read) {
  Draws draws(1, Stream::Check, good.size());
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string bad = good;
    for (uint64_t edits = 1 + draws.below(3); edits > 0; --edits) {
      size_t at = draws.below(bad.size());
      switch (draws.below(4)) {
      case 0:
        bad.resize(at + 1);
        break;
      case 1:
        bad.insert(at, 1, char(draws.next()));
        break;
      case 2:
        bad[at] = char(bad[at] ^ 1 << draws.below(8));
        break;
      default:
        bad[at] = char(draws.next());
      }
    }
    refused += !test::failureOf([&] { read(put("damaged", bad)); }).empty();
  }
  EXPECT(refused > 50);
}

TEST(fuzz_readers) {
  writeSafetensors(place("good.safetensors"), twoTensors());
  damage(get(place("good.safetensors")),
         [](const std::string &path) { readSafetensors(path); });
  NamedArrays arrays;
  arrays.emplace_back("x", floats({2, 2}, {1, 2, 3, 4}));
  writeNpz(place("good.npz"), arrays);
  damage(get(place("good.npz")),
         [](const std::string &path) { readNpz(path); });
  damage(renderNpy(arrays[0].second),
         [](const std::string &path) { readNpy(path); });
  damage(std::string("\0\0\x08\2\0\0\0\2\0\0\0\2abcd", 16),
         [](const std::string &path) { readIdx(path); });
  damage("a,\"b\nc\"\r\n1,2\n3,4\n5,\"6\"\n",
         [](const std::string &path) { readTable(path, ',', true, {}); });
  auto decode = [](const std::string &path) {
    decodeImage(readFile(path), path);
  };
  damage(smallPng(), decode);
  damage(jpegOf(std::vector<unsigned char>(64, 200), 8), decode);
  damage("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n",
         [](const std::string &path) { decodeText(readFile(path), path); });
}

//===----------------------------------------------------------------------===//
// Places and atomic files
//===----------------------------------------------------------------------===//

TEST(file_lookup) {
  makeDirectories(place("data/deep"));
  makeDirectories(place("beside"));
  put("data/x.csv", "1");
  put("data/deep/y.csv.gz", "2");
  put("beside/z.csv", "3");
  DataPlaces given{place("data"), place("beside")};
  EXPECT_EQ(given.find("deep/y.csv"), place("data/deep/y.csv.gz"));
  EXPECT_EQ(given.find("elsewhere/x.csv"), place("data/x.csv"));
  EXPECT_FAILURE(given.find("z.csv"), "`z.csv` is missing");
  DataPlaces beside{"", place("beside")};
  EXPECT_EQ(beside.find("z.csv"), place("beside/z.csv"));
  EXPECT_FAILURE(beside.find("x.csv"), "--data DIR");
}

TEST(file_atomic) {
  std::string path = put("kept", "old");
  {
    AtomicFile file(path);
    file.write("new");
  }
  EXPECT_EQ(get(path), std::string("old"));
  AtomicFile file(path);
  file.write("new");
  file.commit();
  EXPECT_EQ(get(path), std::string("new"));
  EXPECT_FAILURE(AtomicFile("/no/such/folder/x"), "No such file");
}
