//===- Images.cpp - Folders of images -----------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Source.h"

#include <algorithm>
#include <cstring>
#include <strings.h>

namespace nnc::rt {

namespace {

bool isImageName(const std::string &name) {
  size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0)
    return false;
  for (const char *ending : {".png", ".jpg", ".jpeg"})
    if (::strcasecmp(name.c_str() + dot, ending) == 0)
      return true;
  return false;
}

/// Folder names, without what starts with a dot, in order.
std::vector<std::string> sortedNames(const std::string &path) {
  std::vector<std::string> names;
  for (const std::string &name : listFolder(path))
    if (name[0] != '.')
      names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

/// `images`: a folder for each class, or a table with a column `file`.
class ImageSource : public Source {
public:
  ImageSource(const nn_dataset &dataset, const DataPlaces &places,
              const std::string &program)
      : program(program),
        folder(places.find(pathArgument(dataset, program), /*folder=*/true)) {
    if (const nn_argument *name = findArgument(dataset, "table")) {
      std::string path = places.find(name->text);
      Table content = readTable(path, ',', /*header=*/true, {});
      auto file = std::find(content.names.begin(), content.names.end(), "file");
      if (file == content.names.end())
        fail("`", path, "` has no column `file`\n   = help: its columns are ",
             joined(content.names));
      for (const auto &row : content.rows)
        files.push_back(folder + "/" +
                        row[size_t(file - content.names.begin())]);
      table = openTable(dataset, path, ',', places, program, {});
    } else {
      findClasses(dataset);
    }
    count = int64_t(files.size());
  }

  LoadedColumn load(const nn_column &column) const override {
    std::string name = column.column_count == 1 ? column.columns[0] : "";
    if (name == "image" && std::strcmp(column.function, "category") != 0)
      return loadImages(column);
    if (table)
      return table->load(column);
    if (name != "label" || std::strcmp(column.function, "column") != 0 ||
        column.rank != 0)
      fail(Place{program, column.line}.text(),
           ": a folder of images has the columns `image` and `label`");
    LoadedColumn loaded;
    loaded.data = labels;
    loaded.target = Element(column.dtype);
    loaded.elements = loaded.step = 1;
    if (mayFail(Element::I32, loaded.target)) {
      Array converted(loaded.target, labels.shape);
      if (convert(labels.type, labels.bytes.data(), loaded.target,
                  converted.bytes.data(), labels.count()) >= 0)
        fail(Place{program, column.line}.text(), ": field `", column.field,
             "` is ", elementName(loaded.target),
             ", which does not hold the numbers of the classes");
    }
    return loaded;
  }

private:
  void findClasses(const nn_dataset &dataset) {
    std::vector<std::string> classes, found;
    for (const std::string &name : sortedNames(folder))
      if (!listFolder(folder + "/" + name).empty())
        found.push_back(name);
    if (const nn_argument *given = findArgument(dataset, "classes")) {
      classes.assign(given->texts, given->texts + given->shape[0]);
      for (const std::string &name : found)
        if (std::find(classes.begin(), classes.end(), name) == classes.end())
          fail(Place{program, dataset.line}.text(), ": the folder `", folder,
               "/", name, "` is not one of the classes ", joined(classes));
    } else {
      classes = found;
    }
    std::vector<int32_t> numbers;
    for (size_t i = 0; i < classes.size(); ++i) {
      std::string place = folder + "/" + classes[i];
      size_t before = files.size();
      for (const std::string &name : sortedNames(place))
        if (isImageName(name)) {
          files.push_back(place + "/" + name);
          numbers.push_back(int32_t(i));
        }
      if (files.size() == before)
        fail(Place{program, dataset.line}.text(), ": `", place,
             "` holds no PNG or JPEG\n   = help: images lie in a folder for "
             "each class");
    }
    labels = Array(Element::I32, {int64_t(numbers.size())});
    copyBytes(labels.bytes.data(), numbers.data(), numbers.size() * 4);
  }

  LoadedColumn loadImages(const nn_column &column) const {
    Shape declared(column.shape, column.shape + column.rank);
    Shape wanted = declared; // With the axis of channels.
    if (wanted.size() == 2)
      wanted.insert(wanted.begin(), 1);
    LoadedColumn loaded;
    loaded.target = Element(column.dtype);
    loaded.truncate = column.truncate != 0;
    loaded.elements = loaded.step = countOf(declared);
    bool resized = std::strcmp(column.function, "resize") == 0;
    Shape shape = declared;
    shape.insert(shape.begin(), count);
    Element type = resized ? Element::F32 : Element::U8;
    if (mayFail(type, loaded.target) && !loaded.truncate)
      fail(Place{program, column.line}.text(), ": field `", column.field,
           "` is ", elementName(loaded.target), ", which does not hold ",
           resized ? "what lies between pixels" : "every pixel",
           "\n   = help: declare it f32");
    loaded.data = Array(type, shape);
    char *next = loaded.data.bytes.data();
    size_t size = size_t(loaded.elements) * elementSize(type);
    for (const std::string &path : files) {
      Array image = decodeImage(readFile(path), path);
      Shape held = image.shape;
      if (resized && wanted.size() == 3) {
        image = resizeImages(image, wanted[1], wanted[2]);
        held = image.shape;
      }
      // A grey image has the same light in all three colours.
      bool spread = held[0] == 1 && wanted.size() == 3 && wanted[0] == 3;
      Shape fits = held;
      fits[0] = spread ? 3 : held[0];
      if (fits != wanted)
        failShape(column, program,
                  declared.size() == 2 && held[0] == 1
                      ? Shape(held.begin() + 1, held.end())
                      : held,
                  cat("\n   = file: ", path, sizeHelp(wanted, fits)));
      for (int i = 0; i < (spread ? 3 : 1); ++i) {
        copyBytes(next, image.bytes.data(), image.bytes.size());
        next += spread ? size / 3 : size;
      }
    }
    return loaded;
  }

  static std::string sizeHelp(const Shape &wanted, const Shape &held) {
    if (wanted.size() != 3)
      return "\n   = help: declare f32[channels, height, width]";
    if (wanted[0] != held[0])
      return cat("\n   = help: declare ", held[0], " channels");
    return cat("\n   = help: `resize(source.image, [", wanted[1], ", ",
               wanted[2], "])`");
  }

  std::string program, folder;
  std::vector<std::string> files;
  Array labels;
  std::unique_ptr<Source> table;
};

} // namespace

std::unique_ptr<Source> openImages(const nn_dataset &dataset,
                                   const DataPlaces &places,
                                   const std::string &file) {
  return std::make_unique<ImageSource>(dataset, places, file);
}

} // namespace nnc::rt
