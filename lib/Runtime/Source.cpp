//===- Source.cpp - Reading data files ------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Source.h"
#include "Runtime/Failure.h"
#include "Runtime/Npy.h"
#include "Runtime/Safetensors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace nnc::rt {

void LoadedColumn::get(int64_t example, void *result, int64_t padded) const {
  if (varies()) {
    size_t from = size_t(starts[size_t(example)]) * elementSize(data.type);
    int64_t held = length(example);
    convert(data.type, data.bytes.data() + from, target, result, held,
            truncate);
    char *rest =
        static_cast<char *>(result) + size_t(held) * elementSize(target);
    for (int64_t i = held; i < padded; ++i, rest += elementSize(target))
      convert(Element::I64, &pad, target, rest, 1, truncate);
    return;
  }
  size_t size = size_t(step) * elementSize(data.type);
  convert(data.type, data.bytes.data() + size_t(example) * size, target, result,
          elements, truncate);
}

void failShape(const nn_column &column, const std::string &file,
               const Shape &held, const std::string &details) {
  throw Failure(UserError,
                cat("dataset does not match its declaration\n  --> ",
                    Place{file, column.line}.text(), "\n   = field `",
                    column.field, "`: declared [",
                    joined(Shape(column.shape, column.shape + column.rank)),
                    "]; file holds [", joined(held), "]", details),
                "E0503");
}

//===----------------------------------------------------------------------===//
// idx
//===----------------------------------------------------------------------===//

Array readIdx(const std::string &path) {
  std::string content = readFile(path);
  auto byte = [&](size_t at) { return uint8_t(content[at]); };
  auto wrong = [&](const auto &...args) {
    fail("`", path, "` is not an IDX file, or is damaged: ", args...);
  };
  if (content.size() < 4)
    wrong("it has ", content.size(), " bytes, its header needs 4 or more");
  const std::pair<uint8_t, Element> types[] = {
      {0x08, Element::U8},  {0x09, Element::I8},  {0x0B, Element::I16},
      {0x0C, Element::I32}, {0x0D, Element::F32}, {0x0E, Element::F64}};
  auto *known = std::find_if(std::begin(types), std::end(types),
                             [&](auto &each) { return each.first == byte(2); });
  if (byte(0) != 0 || byte(1) != 0 || known == std::end(types) ||
      byte(3) == 0 || byte(3) > NN_MAX_RANK)
    wrong("it starts with bytes ", int(byte(0)), " ", int(byte(1)), " ",
          int(byte(2)), " ", int(byte(3)),
          "; expected 0 0, a type (8, 9, 11 to 14) and a rank (1 to 8)");
  size_t rank = byte(3), start = 4 + 4 * rank;
  if (content.size() < start)
    wrong("it ends inside its header");
  Shape shape;
  size_t size = elementSize(known->second), needed = size;
  for (size_t i = 0; i < rank; ++i) {
    uint32_t dim = 0;
    for (size_t k = 0; k < 4; ++k)
      dim = dim << 8 | byte(4 + 4 * i + k);
    shape.push_back(dim);
    if (__builtin_mul_overflow(needed, size_t(dim), &needed))
      wrong("its dimensions are impossible");
  }
  if (content.size() - start != needed)
    wrong("its header announces ", describe(known->second, shape), " = ",
          needed, " bytes, the file holds ", content.size() - start);
  Array array(known->second, shape);
  copyBytes(array.bytes.data(), content.data() + start, needed);
  for (size_t at = 0; size > 1 && at < needed; at += size)
    std::reverse(array.bytes.begin() + long(at),
                 array.bytes.begin() + long(at + size));
  return array;
}

//===----------------------------------------------------------------------===//
// Sources of arrays: rows, idx, npy, npz
//===----------------------------------------------------------------------===//

namespace {

struct NamedArray {
  std::string name, origin;
  Array array;
};

class ArraySource : public Source {
public:
  /// `texts` has the columns of text, if any.
  ArraySource(const nn_dataset &dataset, std::string file,
              std::vector<NamedArray> all, std::unique_ptr<Source> texts = {})
      : dataset(dataset), file(std::move(file)), arrays(std::move(all)),
        texts(std::move(texts)) {
    for (const NamedArray &each : arrays) {
      if (each.array.shape.empty())
        fail(each.origin, " holds a single number, not a row per example");
      // A header may claim any number of these: no data contradicts it.
      if (each.array.shape[0] > 0 && each.array.count() == 0)
        fail(each.origin, " holds ", each.array.describe(),
             ": its examples have no values");
      if (each.array.shape[0] != arrays[0].array.shape[0])
        fail("`", arrays[0].name, "` and `", each.name,
             "` have different numbers of examples\n   = ", arrays[0].origin,
             ": ", arrays[0].array.shape[0], "\n   = ", each.origin, ": ",
             each.array.shape[0]);
    }
    count = !arrays.empty() ? arrays[0].array.shape[0]
            : this->texts   ? this->texts->count
                            : 0;
    if (this->texts && this->texts->count != count)
      fail(Place{this->file, dataset.line}.text(), ": the columns of `",
           dataset.name, "` have ", count, " numbers and ", this->texts->count,
           " texts");
  }

  LoadedColumn load(const nn_column &column) const override {
    if (isText(column))
      return texts->load(column);
    bool resized = std::strcmp(column.function, "resize") == 0;
    if (!resized && std::strcmp(column.function, "column") != 0)
      fail(where(column), ": `", column.function,
           "` needs a csv or tsv source, `", dataset.name, "` reads ",
           dataset.source);
    Shape declared(column.shape, column.shape + column.rank);
    LoadedColumn loaded;
    loaded.target = Element(column.dtype);
    loaded.truncate = column.truncate != 0;
    loaded.elements = loaded.step = countOf(declared);
    if (column.column_count == 1) {
      const NamedArray &found = find(column, column.columns[0]);
      Shape held(found.array.shape.begin() + 1, found.array.shape.end());
      loaded.data = found.array;
      // Sema has seen to it that a resized field has two axes or more.
      if (resized && held.size() == declared.size()) {
        std::copy(declared.end() - 2, declared.end(), held.end() - 2);
        if (held == declared)
          loaded.data =
              resizeImages(found.array, held.end()[-2], held.end()[-1]);
      }
      if (held != declared)
        failShape(column, file, held,
                  cat("\n   = file: ", found.origin, ", ", count,
                      " examples of ", describe(found.array.type, held)));
    } else {
      loaded.data = stack(column, loaded.elements);
    }
    check(column, loaded);
    return loaded;
  }

  std::string place(const nn_column &column, int64_t example) const override {
    return isText(column) ? texts->place(column, example)
                          : Source::place(column, example);
  }

private:
  bool isText(const nn_column &column) const {
    const nn_argument *argument = findArgument(dataset, column.columns[0]);
    return texts && argument && argument->type == NN_TEXTS;
  }

  std::string where(const nn_column &column) const {
    return Place{file, column.line}.text();
  }

  const NamedArray &find(const nn_column &column, const char *name) const {
    std::vector<std::string> names;
    for (const NamedArray &each : arrays) {
      if (each.name == name)
        return each;
      names.push_back("`" + each.name + "`");
    }
    fail(where(column), ": `", dataset.name, "` has no column `", name,
         "`\n   = help: its columns are ", joined(names));
  }

  /// Several columns of single numbers, side by side.
  Array stack(const nn_column &column, int64_t elements) const {
    if (column.column_count != elements)
      fail(where(column), ": field `", column.field, "` has ", elements,
           " elements, but ", column.column_count, " columns are named");
    Array all(Element::F64, {count, elements});
    for (int64_t i = 0; i < elements; ++i) {
      const NamedArray &found = find(column, column.columns[i]);
      if (found.array.count() != count)
        fail(where(column), ": column `", found.name, "` holds ",
             describe(found.array.type, found.array.shape),
             ", expected one number per example");
      for (int64_t row = 0; row < count; ++row)
        convert(found.array.type,
                found.array.bytes.data() +
                    size_t(row) * elementSize(found.array.type),
                Element::F64, all.as<double>() + row * elements + i, 1);
    }
    return all;
  }

  void check(const nn_column &column, LoadedColumn &loaded) const {
    if (loaded.truncate || !mayFail(loaded.data.type, loaded.target))
      return;
    Array converted(loaded.target, loaded.data.shape);
    int64_t bad =
        convert(loaded.data.type, loaded.data.bytes.data(), loaded.target,
                converted.bytes.data(), loaded.data.count());
    if (bad >= 0)
      fail(where(column), ": row ", bad / std::max<int64_t>(1, loaded.elements),
           " of column `", column.columns[0], "` holds ",
           elementText(loaded.data.type, loaded.data.bytes.data(), bad),
           ", which is no ", elementName(loaded.target),
           "\n   = help: ", "`cast(..., ", elementName(loaded.target),
           ")` in the field truncates");
    loaded.data = std::move(converted);
  }

  const nn_dataset &dataset;
  std::string file;
  std::vector<NamedArray> arrays;
  std::unique_ptr<Source> texts;
};

//===----------------------------------------------------------------------===//
// Sources of tables: csv, tsv
//===----------------------------------------------------------------------===//

class TableSource : public Source {
public:
  TableSource(std::string file, Table content, DataPlaces places,
              Vocabularies known)
      : file(std::move(file)), table(std::move(content)),
        places(std::move(places)), known(std::move(known)) {
    count = int64_t(table.rows.size());
  }

  LoadedColumn load(const nn_column &column) const override {
    if (std::strcmp(column.function, "resize") == 0)
      fail(where(column), ": a table holds no images to resize");
    std::vector<size_t> positions = resolve(column);
    if (std::strcmp(column.function, "words") == 0 ||
        std::strcmp(column.function, "length") == 0) {
      auto found = known.find(column.field);
      return loadWords(column, table, positions[0], where(column), places,
                       found == known.end() ? nullptr : &found->second);
    }
    Shape declared(column.shape, column.shape + column.rank);
    LoadedColumn loaded;
    loaded.target = Element(column.dtype);
    loaded.elements = loaded.step = countOf(declared);
    if (int64_t(positions.size()) != loaded.elements)
      throw Failure(UserError,
                    cat("dataset does not match its declaration\n  --> ",
                        where(column), "\n   = field `", column.field,
                        "`: declared ", describe(loaded.target, declared), "; ",
                        positions.size(), " columns are named"),
                    "E0503");
    bool category = std::strcmp(column.function, "category") == 0;
    Shape shape = declared;
    shape.insert(shape.begin(), count);
    loaded.data = Array(loaded.target, shape);
    char *next = loaded.data.bytes.data();
    size_t size = elementSize(loaded.target);
    for (size_t row = 0; row < table.rows.size(); ++row)
      for (size_t position : positions) {
        if (category)
          readCategory(column, row, position, loaded.target, next);
        else
          readNumber(column, row, position, loaded.target, next);
        next += size;
      }
    return loaded;
  }

  std::string place(const nn_column &column, int64_t example) const override {
    return cellPlace(table, size_t(example), resolve(column)[0]);
  }

private:
  std::string where(const nn_column &column) const {
    return Place{file, column.line}.text();
  }

  /// The positions of the named columns; "a..b" is a half-open range.
  std::vector<size_t> resolve(const nn_column &column) const {
    std::vector<size_t> positions;
    for (int i = 0; i < column.column_count; ++i) {
      std::string name = column.columns[i];
      auto found = std::find(table.names.begin(), table.names.end(), name);
      if (found != table.names.end()) {
        positions.push_back(size_t(found - table.names.begin()));
        continue;
      }
      size_t dots = name.find(".."), first = 0, last = table.names.size();
      const char *text = name.data(), *end = text + name.size();
      bool range =
          dots != std::string::npos &&
          (dots == 0 ||
           std::from_chars(text, text + dots, first).ptr == text + dots) &&
          (dots + 2 == name.size() ||
           std::from_chars(text + dots + 2, end, last).ptr == end);
      if (!range)
        fail(where(column), ": `", table.path, "` has no column `", name,
             "`\n   = help: its columns are ", joined(table.names));
      if (first > last || last > table.names.size())
        fail(where(column), ": columns ", name, " of `", table.path,
             "`, which has ", table.names.size());
      for (size_t position = first; position < last; ++position)
        positions.push_back(position);
    }
    return positions;
  }

  /// "iris.csv:7: row 6, column `petal_width`: `wide`".
  std::string cell(size_t row, size_t position) const {
    return cellPlace(table, row, position) + ": `" + table.rows[row][position] +
           "`";
  }

  void readCategory(const nn_column &column, size_t row, size_t position,
                    Element type, char *result) const {
    for (int32_t i = 0; i < column.category_count; ++i)
      if (table.rows[row][position] == column.categories[i]) {
        convert(Element::I32, &i, type, result, 1);
        return;
      }
    fail(cell(row, position), " is not one of ",
         joined(std::vector<std::string>(
             column.categories, column.categories + column.category_count)));
  }

  void readNumber(const nn_column &column, size_t row, size_t position,
                  Element type, char *result) const {
    const std::string &text = table.rows[row][position];
    size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos)
      fail(cell(row, position), " is empty; expected a number");
    size_t last = text.find_last_not_of(' ') + 1;
    if (text[first] == '+')
      ++first;
    const char *begin = text.data() + first, *end = text.data() + last;
    bool good;
    int64_t integer;
    // Integers are read as such, since f64 does not hold all of i64.
    if (std::from_chars(begin, end, integer).ptr == end && begin != end) {
      good = convert(Element::I64, &integer, type, result, 1,
                     column.truncate != 0) < 0;
    } else {
      double number = 0;
      auto [stop, error] = std::from_chars(begin, end, number);
      if (stop != end || begin == end || error == std::errc::invalid_argument ||
          !std::isfinite(number))
        fail(cell(row, position), " is not a number",
             "\n   = help: `category(source, \"", table.names[position],
             "\", [...])` numbers words");
      if (error == std::errc::result_out_of_range)
        fail(cell(row, position), " is outside the range of f64");
      good = convert(Element::F64, &number, type, result, 1,
                     column.truncate != 0) < 0;
    }
    if (!good)
      fail(cell(row, position), " is no ", elementName(type),
           "\n   = help: `cast(..., ", elementName(type),
           ")` in the field truncates");
  }

  std::string file;
  Table table;
  DataPlaces places;
  Vocabularies known;
};

/// The six files of the binary version of CIFAR-10, or one of them.
std::vector<NamedArray> readCifar10(const std::string &path) {
  std::vector<std::string> files;
  for (const std::string &name : listFolder(path))
    if (name.compare(0, 11, "data_batch_") == 0)
      files.push_back(path + "/" + name);
  std::sort(files.begin(), files.end());
  if (files.empty())
    files.push_back(path);
  const size_t pixels = size_t(3) * 32 * 32, record = pixels + 1;
  std::string all;
  for (const std::string &each : files) {
    std::string content = readFile(each);
    if (content.empty() || content.size() % record != 0)
      fail("`", each, "` is not a CIFAR-10 file, or is damaged: it has ",
           content.size(), " bytes, no multiple of ", record);
    for (size_t at = 0; at < content.size(); at += record)
      if (uint8_t(content[at]) > 9)
        fail("`", each, "` is not a CIFAR-10 file, or is damaged: image ",
             at / record, " has class ", int(uint8_t(content[at])),
             ", expected 0 to 9");
    all += content;
  }
  auto count = int64_t(all.size() / record);
  Array image(Element::U8, {count, 3, 32, 32}), label(Element::U8, {count});
  for (size_t i = 0; i < size_t(count); ++i) {
    label.bytes[i] = all[i * record];
    copyBytes(image.bytes.data() + i * pixels, all.data() + i * record + 1,
              pixels);
  }
  std::vector<NamedArray> arrays;
  arrays.push_back({"image", path, std::move(image)});
  arrays.push_back({"label", path, std::move(label)});
  return arrays;
}

} // namespace

//===----------------------------------------------------------------------===//
// Arguments
//===----------------------------------------------------------------------===//

const nn_argument *findArgument(const nn_dataset &dataset, const char *name) {
  for (int i = 0; i < dataset.argument_count; ++i) {
    const nn_argument &each = dataset.arguments[i];
    if (each.name && std::strcmp(each.name, name) == 0)
      return &each;
  }
  return nullptr;
}

std::string pathArgument(const nn_dataset &dataset, const std::string &file) {
  for (int i = 0; i < dataset.argument_count; ++i)
    if (dataset.arguments[i].type == NN_TEXT)
      return dataset.arguments[i].text;
  fail(Place{file, dataset.line}.text(), ": source `", dataset.source,
       "` names no file");
}

std::unique_ptr<Source> openTable(const nn_dataset &dataset,
                                  const std::string &path, char separator,
                                  const DataPlaces &places,
                                  const std::string &file,
                                  const Vocabularies &known) {
  std::vector<std::string> names;
  if (const nn_argument *columns = findArgument(dataset, "columns"))
    names.assign(columns->texts, columns->texts + columns->shape[0]);
  const nn_argument *flag = findArgument(dataset, "header");
  bool header = flag ? flag->number != 0 : names.empty();
  return std::make_unique<TableSource>(
      file, readTable(path, separator, header, std::move(names)), places,
      known);
}

std::unique_ptr<Source> openSource(const nn_dataset &dataset,
                                   const DataPlaces &places,
                                   const std::string &file,
                                   const Vocabularies &known) {
  std::string kind = dataset.source;
  if (kind == "csv" || kind == "tsv")
    return openTable(dataset, places.find(pathArgument(dataset, file)),
                     kind == "tsv" ? '\t' : ',', places, file, known);
  if (kind == "characters")
    return openCharacters(dataset, places, file, known);
  if (kind == "images")
    return openImages(dataset, places, file);
  std::vector<NamedArray> arrays;
  Table texts;
  if (kind == "npz" || kind == "safetensors") {
    std::string path = places.find(pathArgument(dataset, file));
    auto all = kind == "npz" ? readNpz(path) : readSafetensors(path).tensors;
    for (auto &[name, array] : all)
      arrays.push_back({name, path + ":" + name, std::move(array)});
  } else if (kind == "cifar10") {
    arrays =
        readCifar10(places.find(pathArgument(dataset, file), /*folder=*/true));
  } else if (kind == "rows" || kind == "idx" || kind == "npy") {
    for (int i = 0; i < dataset.argument_count; ++i) {
      const nn_argument &each = dataset.arguments[i];
      if (kind == "rows" && each.type == NN_TEXTS) {
        texts.names.push_back(each.name);
        texts.rows.resize(size_t(each.shape[0]));
        for (size_t row = 0; row < texts.rows.size(); ++row)
          texts.rows[row].push_back(each.texts[row]);
      } else if (kind == "rows") {
        Array array(Element::F64, Shape(each.shape, each.shape + each.rank));
        std::copy(each.numbers, each.numbers + array.count(),
                  array.as<double>());
        arrays.push_back(
            {each.name, cat("`", each.name, "` of rows"), std::move(array)});
      } else {
        if (each.type != NN_TEXT)
          fail(Place{file, dataset.line}.text(), ": `", each.name,
               "` in source `", kind, "` is no file name");
        std::string path = places.find(each.text);
        arrays.push_back(
            {each.name, path, kind == "idx" ? readIdx(path) : readNpy(path)});
      }
    }
  } else {
    fail(Place{file, dataset.line}.text(), ": source `", kind,
         "` is not built into this runtime; it has rows, csv, tsv, idx, npy, "
         "npz, safetensors, images, cifar10 and characters");
  }
  std::unique_ptr<Source> table;
  if (!texts.names.empty()) {
    texts.path = file;
    texts.lines.assign(texts.rows.size(), dataset.line);
    table =
        std::make_unique<TableSource>(file, std::move(texts), places, known);
  }
  return std::make_unique<ArraySource>(dataset, file, std::move(arrays),
                                       std::move(table));
}

} // namespace nnc::rt
