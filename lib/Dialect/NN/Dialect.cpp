//===- Dialect.cpp - The nn dialect and its attributes --------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/Dialect/NN/NNDims.h"
#include "nnc/Dialect/NN/NNOps.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/DialectImplementation.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace nnc::nn;

#include "nn/NNDialect.cpp.inc"
#include "nn/NNEnums.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "nn/NNAttrs.cpp.inc"
#include "nn/NNInterfaces.cpp.inc"
#define GET_OP_CLASSES
#include "nn/NNOps.cpp.inc"

void NNDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "nn/NNAttrs.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "nn/NNOps.cpp.inc"
      >();
}

StringRef nnc::nn::getLayerPath(Location loc) {
  if (auto fused = dyn_cast<FusedLoc>(loc)) {
    if (auto path = dyn_cast_or_null<StringAttr>(fused.getMetadata()))
      return path;
    for (Location inner : fused.getLocations())
      if (StringRef path = getLayerPath(inner); !path.empty())
        return path;
  }
  if (auto name = dyn_cast<NameLoc>(loc))
    return name.getName();
  return {};
}

static bool isName(StringRef text) {
  return !text.empty() && !llvm::isDigit(text.front()) &&
         llvm::all_of(text,
                      [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

Attribute DimsAttr::parse(AsmParser &parser, Type) {
  SmallVector<StringAttr> entries;
  MLIRContext *context = parser.getContext();
  auto parseEntry = [&]() -> ParseResult {
    std::string text;
    StringRef keyword;
    if (succeeded(parser.parseOptionalString(&text))) {
      entries.push_back(StringAttr::get(context, text));
      return success();
    }
    if (parser.parseKeyword(&keyword))
      return failure();
    entries.push_back(StringAttr::get(context, keyword));
    return success();
  };
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater,
                                     parseEntry))
    return {};
  for (StringAttr entry : entries)
    if (entry.getValue() != "_" && getDimNames(entry).empty()) {
      parser.emitError(loc)
          << "`" << entry.getValue() << "` is not an expression over dims";
      return {};
    }
  return DimsAttr::get(context, entries);
}

void DimsAttr::print(AsmPrinter &printer) const {
  printer << '<';
  llvm::interleaveComma(getEntries(), printer, [&](StringAttr entry) {
    if (isName(entry))
      printer << entry.getValue();
    else
      printer << entry;
  });
  printer << '>';
}

LogicalResult DimsAttr::verifyEncoding(
    ArrayRef<int64_t> shape, Type,
    llvm::function_ref<InFlightDiagnostic()> emitError) const {
  if (shape.size() != getEntries().size())
    return emitError() << *this << " names " << getEntries().size()
                       << " sizes of a tensor of rank " << shape.size();
  for (auto [axis, entry] : llvm::enumerate(getEntries()))
    if (!ShapedType::isDynamic(shape[axis]) && entry.getValue() != "_")
      return emitError() << *this << " names axis " << axis
                         << ", whose size is the number " << shape[axis];
  if (llvm::all_of(getEntries(),
                   [](StringAttr entry) { return entry.getValue() == "_"; }))
    return emitError() << *this << " names no size";
  return success();
}
