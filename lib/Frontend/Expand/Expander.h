//===- Expander.h - Writes a program with nothing imported ------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the program uses of the library and of imported files is copied into it.
// Functions are copied as they are. A block is written out in versions, one for
// each configuration and shape that it is used with: constant arguments and
// sizes stand for names, and branches that are decided have gone.
//
// All text is source text with edits, so comments stay. Names of declarations
// are marks in it until it is known what they are to be called.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_EXPAND_EXPANDER_H
#define NNC_LIB_FRONTEND_EXPAND_EXPANDER_H

#include "../Sema/Trace.h"

#include <map>
#include <set>

namespace nnc::expand {

/// What stands for a name.
struct Text {
  std::string text;
  bool atomic = true;            ///< needs no parentheses in an expression
  std::optional<int64_t> number; ///< an int that no hyper changes
  bool isName = false;           ///< just another name for the same
};

/// A block for one configuration and shape, or a model.
struct Version {
  unsigned id = 0;
  const Stmt *decl = nullptr;
  const FileScope *file = nullptr;
  std::vector<const Evaluation *> evaluations;
  llvm::StringMap<Text> names; ///< configuration and dims that are replaced
  llvm::StringSet<> kept;      ///< configuration that stays
  /// Configuration that has become `layer` statements.
  std::vector<std::pair<llvm::StringRef, std::string>> layers;
  std::optional<std::vector<std::string>> further; ///< what `..` stands for
  llvm::StringSet<> symbols; ///< dims that the signature binds
  std::string suffix;        ///< what tells it from other versions
  bool owns = false;

  const BlockDecl *block() const { return llvm::dyn_cast<BlockDecl>(decl); }
};

/// A copy of a declaration as it is, or a version of a block, to be written.
struct Item {
  const Stmt *decl;
  const FileScope *file;
  Version *version; ///< null: as it is
  std::string text; ///< with marks
  std::string name; ///< in the end
  unsigned phase;
};

class Walker;

class Expander {
public:
  /// `text` is that of the file. Hypers get another name where theirs is among
  /// the `functions` that the result calls.
  Expander(Trace &trace, const typed::Program &program,
           const SemaOptions &options, const char *text,
           const llvm::StringSet<> &functions = {});
  /// The text of the expanded program, not yet in the style of the language.
  std::string run();
  /// The primitives that are called but hidden by hypers of the result.
  llvm::StringSet<> hiddenByHypers() const;
  /// A `let` of several names, one of which hides a primitive that is called.
  std::optional<Identifier> hiding() const;
  /// What hypers are called in the result, by what they were.
  const llvm::StringMap<std::string> &newNames() const { return hyperNames; }

private:
  friend class Walker;

  // Versions.cpp
  Version *versionOf(const Evaluation &evaluation);
  /// What a call in `caller` makes, null where that is not one version.
  Version *versionAt(const Version &caller, const char *site);
  std::optional<Text> configText(const Param &param, const Evaluation &of,
                                 Version &caller, Version &made);
  std::optional<Text> axisText(const typed::Axis &axis) const;
  std::optional<std::string> axisText(const typed::Axis &axis,
                                      const Version &in) const;
  std::optional<std::string> typeText(const Value &value,
                                      const Version &in) const;
  const llvm::StringSet<> &boundIn(const Stmt &decl);
  const llvm::StringSet<> &axisNamesOf(const Stmt &decl);
  std::string freshDim(llvm::StringRef name) const;
  bool mayOwn(const BlockDecl &block, const FileScope &file);

  // Expand.cpp
  std::string referTo(const Stmt &decl, const FileScope &file);
  std::string referTo(Version &version);
  void render(unsigned item);
  std::string renderVersion(Version &version);
  std::string renderCopy(const Stmt &decl, const FileScope &file);
  void setKeys(Walker &walker, const TrainDecl &train) const;
  std::string dimText(const DimDecl &decl, const FileScope &file);

  // Assemble.cpp
  void renderModel(const Stmt &decl, const FileScope &file);
  std::string declText(const Stmt &decl, llvm::StringRef gap);
  std::string importedModels();
  std::string importedText(const FileScope &file);
  void nameItems();
  std::string withOldNames(llvm::StringRef text) const;
  std::string resolveMarks(llvm::StringRef text) const;
  std::string insertedItems(unsigned phase);
  std::string guards() const;
  void nameHypers(const llvm::StringSet<> &functions);
  bool isDimElsewhere(llvm::StringRef name, const FileScope &file) const;
  std::string hyperName(const Stmt &decl, const FileScope &file) const {
    auto name = file.prefix + llvm::cast<HyperDecl>(decl).name.name;
    return hyperNames.lookup(name.str());
  }
  const Stmt *find(const FileScope &file, llvm::StringRef name,
                   const FileScope **where) const {
    return Elaborator::findDecl(file, trace.stdScope, name, where);
  }
  /// Of `Dense` and `b.Dense`, by the names of the file alone.
  const Stmt *find(const FileScope &file, const Expr &callee,
                   const FileScope **where) const;

  Trace &trace;
  const typed::Program &program;
  const SemaOptions &options;
  const char *rootText;
  std::vector<const FileScope *> files; ///< of the user, as Sema has read them
  llvm::StringMap<std::string> hyperNames; ///< by how they are set
  llvm::StringSet<> locals;                ///< whatever bodies bind
  llvm::StringSet<> primitive, called;     ///< of these, those that are
  std::map<const Evaluation *, Version *> versionByEvaluation;
  std::map<std::string, Version *> versionByKey;
  std::deque<Version> versions;
  std::map<const Stmt *, llvm::StringSet<>> bound, axisNames;
  std::map<const BlockDecl *, bool> owning;
  std::set<const Stmt *> evaluated;

  std::deque<Item> items;
  std::map<const void *, unsigned> itemOf;      ///< by declaration, or version
  std::vector<unsigned> order;                  ///< each after what it uses
  std::map<const Stmt *, std::string> fileText; ///< of what is no item
  llvm::StringSet<> writtenDims;
  std::set<unsigned> decidedBy; ///< hypers
  unsigned phase = 0;
};

/// A number as the language writes it, to the last bit.
std::string numberText(double value);
/// A text as the language writes it.
std::string quoted(llvm::StringRef text);
/// The name that a declaration gives, empty where that is several or none.
Identifier nameOf(const Stmt &decl);
/// Which axis of the operand of a call a name is, where that is an input of the
/// block whose type says so; below 0 it counts from the end.
std::optional<int64_t> axisInInputs(const NameExpr &name, const CallExpr &call,
                                    const Stmt &decl);
/// Every name that is bound in a body or a section, a signature aside.
llvm::StringSet<> namesBoundIn(const Stmt &decl);
/// The names of a signature, those of dims too.
llvm::StringSet<> namesInSignature(const Stmt &decl);
/// Whether an expression of the body reads a name. A size that is just the name
/// does not count.
bool isReadOutsideTypes(llvm::StringRef name, const Stmt &decl);
/// Whether a word of the text is one of these names.
bool mentions(llvm::StringRef text, const llvm::StringSet<> &names);
/// The text between two places of the source.
inline llvm::StringRef between(llvm::SMLoc begin, llvm::SMLoc end) {
  return {begin.getPointer(), size_t(end.getPointer() - begin.getPointer())};
}

/// Rewrites the text of a declaration, or of a part of one.
class Walker {
public:
  struct Edit {
    const char *begin, *end;
    std::string text;
  };

  Walker(Expander &expander, const FileScope &file, Version *version)
      : expander(expander), file(file), version(version) {}

  /// In a declaration that is copied as it is, dims that need other names.
  void renameDims(llvm::ArrayRef<Param> params);
  void bind(llvm::StringRef name) { locals.back().insert(name); }
  void walk(const Expr *expr, bool tight = false);
  void walk(const Body &body);
  void walk(const FnBody &body);
  void walkStmt(const Stmt &stmt, bool isLast = false);
  void walkParams(llvm::ArrayRef<Param> params);
  /// Only what any place of the program could say; see isClosed.
  void mustBeClosed(const llvm::StringSet<> &names) { closed = &names; }
  bool isClosed() const { return !failed; }

  std::string typeText(const TypeExpr *type);
  std::string text(llvm::SMLoc begin, llvm::SMLoc end);
  std::string text(const Expr *expr, bool tight = false);
  /// The number that an expression of known names is.
  std::optional<int64_t> constant(const Expr *expr, bool *replaced = nullptr);
  std::optional<bool> truth(const Expr *expr);
  void replace(SMRange range, std::string text) {
    edits.push_back(
        {range.Start.getPointer(), range.End.getPointer(), std::move(text)});
  }
  void insert(llvm::SMLoc at, std::string text) {
    edits.push_back({at.getPointer(), at.getPointer(), std::move(text)});
  }

private:
  const Stmt *resolve(const Expr *callee, const FileScope **where) const;
  const Text *known(llvm::StringRef name) const;
  bool isLocal(llvm::StringRef name) const;
  void walkName(const NameExpr &name, bool tight);
  void walkCall(const CallExpr &call, bool tight);
  llvm::SmallVector<llvm::StringRef, 8> paramsOf(const Expr *callee) const;
  void walkArgs(const CallExpr &call);
  void walkAxis(const Expr *expr, const CallExpr &call);
  std::optional<int64_t> axisOf(const NameExpr &name, const CallExpr &call);
  /// A call that makes a layer; `as` follows where it would lose its name.
  std::string layerText(const CallExpr &call, const BlockDecl &block,
                        const FileScope &where, bool named,
                        bool mayVary = true);
  std::string keptArgs(const CallExpr &call, const BlockDecl &block,
                       const Version &made);
  void walkPipe(const PipeExpr &pipe);
  void walkIf(const IfExpr &expr, bool tight, bool isStmt, bool isLast);
  void walkCarries(llvm::ArrayRef<Carry> carries);
  void walkType(const TypeExpr *type);
  bool bindsDim(const NameExpr &name) const;
  void walkLet(const LetStmt &stmt);
  void dropStmt(const Stmt &stmt);
  std::string innerText(const Body &body);
  std::optional<bool> decided(const IfExpr &expr);
  std::string separately(llvm::SMLoc begin, llvm::SMLoc end,
                         llvm::function_ref<void()> callback);

  Expander &expander;
  const FileScope &file;
  Version *version;
  llvm::StringMap<Text> renamed;
  std::vector<llvm::StringSet<>> locals{1};
  llvm::StringMap<std::vector<std::string>> lists; ///< local lists of sizes
  std::vector<Edit> edits;
  const llvm::StringSet<> *closed = nullptr;
  bool failed = false;
};

} // namespace nnc::expand

#endif // NNC_LIB_FRONTEND_EXPAND_EXPANDER_H
