//===- Table.cpp - csv and tsv --------------------------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime/Failure.h"
#include "Runtime/Source.h"

namespace nnc::rt {

namespace {

class TableParser {
public:
  TableParser(const std::string &path, const std::string &text, char separator)
      : path(path), text(text), separator(separator) {
    if (text.compare(0, 3, "\xef\xbb\xbf") == 0) // A byte order mark.
      at = 3;
  }

  bool atEnd() const { return at >= text.size(); }
  int64_t currentLine() const { return line; }

  std::vector<std::string> parseRow() {
    std::vector<std::string> cells;
    for (;;) {
      cells.push_back(separator == ',' && !atEnd() && text[at] == '"'
                          ? parseQuoted()
                          : parsePlain());
      if (atEnd())
        return cells;
      char next = text[at++];
      if (next == separator)
        continue;
      if (next == '\r' && !atEnd() && text[at] == '\n')
        ++at;
      ++line;
      return cells;
    }
  }

private:
  bool endsCell(char c) const {
    return c == separator || c == '\n' ||
           (c == '\r' && (at + 1 == text.size() || text[at + 1] == '\n'));
  }

  std::string parsePlain() {
    size_t start = at;
    while (!atEnd() && !endsCell(text[at]))
      ++at;
    return text.substr(start, at - start);
  }

  std::string parseQuoted() {
    std::string cell;
    int64_t start = line;
    for (++at;; ++at) {
      if (atEnd())
        fail(path, ":", start, ": a quoted cell is never closed");
      if (text[at] == '"') {
        ++at; // Two quotes are one; one ends the cell.
        if (atEnd() || text[at] != '"')
          break;
      }
      line += text[at] == '\n';
      cell += text[at];
    }
    if (!atEnd() && !endsCell(text[at]))
      fail(path, ":", line, ": text follows the closing quote of a cell");
    return cell;
  }

  const std::string &path, &text;
  char separator;
  size_t at = 0;
  int64_t line = 1;
};

} // namespace

std::string cellPlace(const Table &table, size_t row, size_t position) {
  return cat(table.path, ":", table.lines[row], ": row ", row + 1, ", column `",
             table.names[position], "`");
}

Table readTable(const std::string &path, char separator, bool header,
                std::vector<std::string> names) {
  std::string text = readFile(path);
  if (text.find('\0') != std::string::npos)
    fail("`", path, "` is not a text file: it contains a zero byte");
  Table table;
  table.path = path;
  TableParser parser(path, text, separator);
  if (parser.atEnd())
    fail("`", path, "` is empty; expected ",
         header ? "a line of column names" : "rows of values");
  if (header) {
    auto found = parser.parseRow();
    if (!names.empty() && names.size() != found.size())
      fail("`", path, "` has ", found.size(),
           " columns, `columns = [...]` names ", names.size());
    table.names = names.empty() ? found : std::move(names);
  } else {
    table.names = std::move(names);
  }
  while (!parser.atEnd()) {
    int64_t line = parser.currentLine();
    auto cells = parser.parseRow();
    if (cells.size() == 1 && cells[0].empty())
      continue; // An empty line.
    if (table.names.empty())
      for (size_t i = 0; i < cells.size(); ++i)
        table.names.push_back(std::to_string(i));
    if (cells.size() != table.names.size())
      fail(path, ":", line, ": row ", table.rows.size() + 1, " has ",
           cells.size(), " cells, expected ", table.names.size(), " (",
           joined(table.names), ")");
    table.rows.push_back(std::move(cells));
    table.lines.push_back(line);
  }
  return table;
}

} // namespace nnc::rt
