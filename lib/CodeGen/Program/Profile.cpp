//===- Profile.cpp - Telling a host where time goes -----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Profile.h"

#include "nnc/CodeGen/CPU/Passes.h"

#include "llvm/IR/IRBuilder.h"

using namespace llvm;

namespace nnc {

/// Members of nn_profile, in order.
enum Member { Sites, SiteCount, Mark, Host };

/// `void (i64 site, i1 begins)`: asks the host's function, if there is one.
static void fillMark(Function &function, GlobalVariable *profile,
                     Constants &c) {
  IRBuilder<> b(BasicBlock::Create(c.context, "", &function));
  auto *tell = BasicBlock::Create(c.context, "", &function);
  auto *end = BasicBlock::Create(c.context, "", &function);
  auto member = [&](Member index) {
    return b.CreateLoad(
        c.pointer, b.CreateStructGEP(profile->getValueType(), profile, index));
  };
  Value *mark = member(Mark);
  b.CreateCondBr(b.CreateIsNull(mark), end, tell);
  b.SetInsertPoint(tell);
  auto *type = FunctionType::get(b.getVoidTy(), {c.pointer, c.int64, c.int32},
                                 /*isVarArg=*/false);
  b.CreateCall(type, mark,
               {member(Host), function.getArg(0),
                b.CreateZExt(function.getArg(1), c.int32)});
  b.CreateBr(end);
  b.SetInsertPoint(end);
  b.CreateRetVoid();
  function.setLinkage(GlobalValue::InternalLinkage);
  function.addFnAttr(Attribute::NoInline);
}

Constant *emitProfile(Constants &c, mlir::ModuleOp description) {
  auto sites = description->getAttrOfType<mlir::ArrayAttr>(cpu::kSitesAttr);
  if (!sites)
    return c.null();
  SmallVector<Constant *> rows;
  for (auto site : sites.getAsRange<mlir::DictionaryAttr>()) {
    auto text = [&](StringRef name) {
      return c.text(site.getAs<mlir::StringAttr>(name).getValue());
    };
    auto number = [&](StringRef name) {
      return c.i64(site.getAs<mlir::IntegerAttr>(name).getInt());
    };
    rows.push_back(c.structure({text("entry"), text("layer"), text("kernel"),
                                number("flops"), number("bytes")}));
  }
  GlobalVariable *profile = c.global(c.structure(
      {c.array(rows), c.i64(int64_t(rows.size())), c.null(), c.null()}));
  profile->setConstant(false);
  profile->setUnnamedAddr(GlobalValue::UnnamedAddr::None);
  if (Function *mark = c.module.getFunction(cpu::kProfileMark))
    fillMark(*mark, profile, c);
  return profile;
}

} // namespace nnc
