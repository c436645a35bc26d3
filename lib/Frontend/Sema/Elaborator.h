//===- Elaborator.h - Turns declarations into a typed program ---*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Blocks and functions are checked at each use, with configuration replaced by
// values (language 2.8, rule 11). So Sema is an evaluator whose values are
// types: a tensor is the node that computes it, a number is known, or is a node
// on scalars, or both (a hyper's value is known but never folded).
//
//===----------------------------------------------------------------------===//

#ifndef NNC_LIB_FRONTEND_SEMA_ELABORATOR_H
#define NNC_LIB_FRONTEND_SEMA_ELABORATOR_H

#include "Facts.h"

#include "nnc/Frontend/AST.h"
#include "nnc/Frontend/Diagnostics.h"
#include "nnc/Frontend/Observer.h"
#include "nnc/Frontend/Sema.h"
#include "nnc/Frontend/StandardLibrary.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <functional>
#include <optional>
#include <set>

namespace nnc {

/// The declarations of a file.
struct FileScope {
  const SourceFile *file = nullptr;
  bool isStd = false;
  std::string path;
  std::string prefix; ///< of its hypers, `b.` after an import `as b`
  llvm::StringMap<const Stmt *> names;
  llvm::StringMap<unsigned> hypers; ///< index in the program
  llvm::StringMap<const DimDecl *> dims;
  std::vector<FileScope *> imports; ///< unqualified
  llvm::StringMap<FileScope *> qualified;
};

struct Callable;
struct Frame;
struct LayerInstance;
struct PenaltyTerm;
struct Evaluation;
struct Trace;

/// A comparison of sizes that is not decided when the program is compiled.
struct Comparison {
  BinaryOp op;
  typed::DimExpr left, right;
};

/// What an expression evaluates to.
struct Value {
  enum Kind : uint8_t {
    Unknown, ///< after an error; raises no further one
    None,    ///< of a body without value
    Tensor,
    Int,
    Num,
    Bool,
    Str,
    Duration,
    Tuple,
    Record,
    List,
    Range,
    Function,
    Layer,
    Module, ///< an import with `as`
    Source, ///< `source` of a data set
    Column, ///< a value of a source, without a type of its own
    Parts,  ///< a data set
    Penalty,
    Metrics,
  };
  Kind kind = Unknown;
  typed::Node *node = nullptr;
  typed::Type type;                  ///< Tensor
  std::optional<typed::DimExpr> dim; ///< Int, where known
  std::optional<double> num;         ///< Num, where known
  std::optional<bool> flag;          ///< Bool, where known
  /// Bool: these comparisons, all of which it says to hold, and no more.
  std::vector<Comparison> comparisons;
  /// The hypers that the value depends on.
  llvm::SmallBitVector hypers;
  /// Further hypers that it was computed from, which the program fixes: bools,
  /// texts and durations, and numbers that had to be known.
  llvm::SmallBitVector fixed;
  /// Str: the text. Int: the name it goes by. Tensor: the record field it is.
  /// Parts: the part. Metrics: the part, empty at first.
  std::string text;
  bool isSteps = false;     ///< Num: a duration, counted in steps
  bool literalOne = false;  ///< stretches where it becomes a size (rule 24)
  typed::Duration duration; ///< Duration, and Num where isSteps
  std::vector<Value> items; ///< Tuple, Record, List, Range
  std::vector<std::string> names; ///< Record
  std::shared_ptr<Callable> callable;
  std::shared_ptr<LayerInstance> layer;
  std::vector<PenaltyTerm> penalty;
  const FileScope *module = nullptr;
  const Expr *expr = nullptr; ///< Column
  int index = -1;             ///< Parts: the data set

  Value() = default;
  explicit Value(Kind kind) : kind(kind) {}
  static Value integer(typed::DimExpr value) {
    Value v(Int);
    v.dim = std::move(value);
    return v;
  }
  static Value number(double value) {
    Value v(Num);
    v.num = value;
    return v;
  }
  static Value boolean(bool value) {
    Value v(Bool);
    v.flag = value;
    return v;
  }
  static Value string(llvm::StringRef text) {
    Value v(Str);
    v.text = text.str();
    return v;
  }
  /// Is computed from this value, among others.
  void dependOn(const Value &other) {
    hypers |= other.hypers;
    fixed |= other.fixed;
  }
  /// The same, of a program that fixes what the other value is.
  void fixBy(const Value &other) {
    fixed |= other.hypers;
    fixed |= other.fixed;
  }
  bool dependsOnHypers() const { return hypers.any() || fixed.any(); }
  bool isScalar() const { return kind == Int || kind == Num || kind == Bool; }
  bool isTensor() const { return kind == Tensor; }
  bool isUnknown() const { return kind == Unknown; }
  /// Whether it, or an item of it, is wrong and was reported.
  bool hasUnknown() const {
    return isUnknown() || llvm::any_of(items, [](const Value &item) {
             return item.hasUnknown();
           });
  }
  /// The value of an Int that is a plain number.
  std::optional<int64_t> constantInt() const {
    return dim ? dim->constant() : std::nullopt;
  }
};

/// `l1` or `l2` over some parameters.
struct PenaltyTerm {
  bool isL1;
  Value strength;
  std::vector<std::string> on, except;
  SMRange range;
};

/// A function, block or model, with the arguments that are bound so far.
struct Callable {
  enum Kind : uint8_t { Fn, Block, Model, Builtin, Lambda } kind;
  llvm::StringRef name;
  const Stmt *decl = nullptr;
  const FileScope *file = nullptr;
  llvm::StringMap<Value> bound;
  const LambdaExpr *lambda = nullptr;
  std::shared_ptr<Frame> captured; ///< of a lambda
};

/// A block with its configuration.
struct LayerInstance {
  const BlockDecl *block;
  const FileScope *file;
  llvm::StringMap<Value> config;
  SMRange range;
  std::string path;      ///< of a declared layer, once it is known
  bool declared = false; ///< by `layer`
  bool applied = false;
  Evaluation *site = nullptr; ///< that has built it, in a trace
  llvm::StringMap<const Expr *> given;
};

/// What a scan emits, in the order of the text.
using Emits = std::vector<std::pair<Identifier, Value>>;

/// What is known while one body is evaluated.
struct Frame {
  Frame *caller = nullptr;
  const FileScope *file = nullptr;
  SMRange call; ///< where the body is used
  llvm::StringRef name;
  enum Kind : uint8_t { File, Fn, Block, Model, Train, Dataset } kind = File;
  std::string path; ///< of the layer
  bool training = false;
  bool elementwise = false;
  bool inOptimizer = false;
  unsigned underTraining = 0; ///< depth of `if training`
  bool nameTaken = false;     ///< by another layer of the body around
  unsigned application = 0;   ///< number of the layer's or model's application
  std::vector<llvm::StringMap<Value>> scopes{1};
  std::vector<Value> its;
  Emits *emits = nullptr; ///< of the body of a scan
  /// Dims that the signature binds: the axis as the caller sees it.
  llvm::StringMap<typed::Axis> dims;
  std::optional<std::vector<typed::Axis>> further; ///< `..`
  std::optional<typed::Element> floating;          ///< `float`
  llvm::StringSet<> axisNames;     ///< parameters that hold axes
  llvm::StringMap<SMRange> layers; ///< names taken by owning layers
  llvm::StringMap<SMRange> variables;
  /// Names that are looked up where scopes end, such as the fields of a batch.
  std::function<std::optional<Value>(llvm::StringRef)> resolve;
  Evaluation *evaluation = nullptr; ///< of a trace
};

/// A loop whose body is being evaluated. A `repeat` that is written out has
/// iterations, a rolled one and a scan have an index in the body.
struct Loop {
  /// Of the paths in an iteration: `block.2`, or `block.*` where it is rolled.
  /// Empty where iterations share their paths.
  std::string prefix;
  int64_t iteration = 0;
  int64_t count = 0;
  typed::Node *index = nullptr;
  bool isScan = false;
  bool mustWriteOut = false; ///< a rolled one, found out on the way
};

/// One function of the typed program while it is built.
struct FunctionBuild {
  explicit FunctionBuild(typed::Function *function,
                         std::optional<std::string> initialises = std::nullopt)
      : function(function), initialises(std::move(initialises)) {}

  typed::Function *function;
  llvm::StringMap<typed::Node *> leaves; ///< reads and scalars, once each
  llvm::StringMap<unsigned> draws;       ///< by path
  /// The last update of each path, and the application it belongs to.
  struct Written {
    SMRange range;
    unsigned application;
    typed::Node *write;
  };
  llvm::StringMap<Written> writes;
  unsigned updates = 0;
  llvm::DenseMap<typed::Node *, typed::Node *> imported;
  /// Of an initial value, the path of what it is for.
  std::optional<std::string> initialises;
  /// Of an initial value, the numbers of the iterations.
  llvm::DenseMap<const Loop *, typed::Node *> indices;

  // Of the body of a loop:
  FunctionBuild *outer = nullptr; ///< the function around it
  Loop *loop = nullptr;
  /// A value outside, and the input that stands for it.
  struct Link {
    typed::Node *outside, *inside;
  };
  std::vector<Link> captures;
  /// What has one tensor for each iteration, by path.
  llvm::MapVector<llvm::StringRef, Link> slices;
  /// The states that the body reads, by path; carries where it updates them.
  llvm::MapVector<llvm::StringRef, Link> states;
  /// An `assert` in the body of a loop, which is looked at behind it.
  struct Assertion {
    typed::Node *condition;
    std::string message;
    SMRange range;
    std::string path;
  };
  std::vector<Assertion> asserts;
  /// A derivative in the body with respect to `root`, from outside of it:
  /// nothing but that value itself may make it reach `values`.
  struct Reach {
    typed::Node *root;
    std::vector<typed::Node *> values;
    bool direct; ///< the value itself may
    SMRange range;
  };
  std::vector<Reach> reaches;

  /// Of a function with a `grad` clause, the function around it, which draws
  /// for it: these draws, and the inputs that stand for them.
  FunctionBuild *drawer = nullptr;
  std::vector<Link> drawn;
};

/// The body of a loop while it is built, and what it is to be given.
struct LoopBody {
  using Link = FunctionBuild::Link;
  LoopBody(FunctionBuild *outer, Loop &loop)
      : scan(std::make_unique<typed::Scan>()), build(&scan->body) {
    build.outer = outer;
    build.loop = &loop;
  }

  std::unique_ptr<typed::Scan> scan;
  FunctionBuild build;
  std::vector<Link> sequences, carries;
  std::vector<std::pair<typed::Node *, int64_t>> emits; ///< and their axes
  std::vector<typed::Node *> next;
  typed::Axis steps;
};

/// Where `param` and `state` go.
struct Owner {
  std::vector<std::unique_ptr<typed::Variable>> *variables = nullptr;
  llvm::StringMap<typed::Variable *> byPath;
  /// Layers of files that were applied, by declaration and by name.
  llvm::DenseMap<const Stmt *, Value> fileLayers;
  llvm::StringMap<SMRange> fileNames;
};

/// An argument of a call before it is bound.
struct BoundArg {
  const Expr *expr = nullptr;
  std::optional<Value> value; ///< a piped value
  SMRange range;
};

using CallArgs = llvm::ArrayRef<std::pair<llvm::StringRef, BoundArg>>;

/// Whether a call of this name in a data set is something the runtime reads.
namespace typed {
bool isColumnFunction(llvm::StringRef name);
} // namespace typed

class Elaborator {
public:
  /// The functions that are no library code.
  static llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>>
  primitives();

  Elaborator(ASTContext &context, llvm::SourceMgr &sources,
             DiagnosticEngine &diags, const SemaOptions &options)
      : context(context), sources(sources), diags(diags), options(options) {}
  std::unique_ptr<typed::Program> run(const SourceFile &file);
  /// Has `run` fill it.
  void keep(Trace &kept) { trace = &kept; }
  static const Stmt *findDecl(const FileScope &file, const FileScope *stdScope,
                              llvm::StringRef name, const FileScope **where);

private:
  using Node = typed::Node;
  using Type = typed::Type;
  using Axis = typed::Axis;
  using Op = typed::Op;
  using Element = typed::Element;
  using DimExpr = typed::DimExpr;
  using Args = llvm::ArrayRef<Argument>;

  // Program.cpp: files, declarations, hypers.
  FileScope *loadFile(const SourceFile &file, const std::string &path,
                      bool isStd, const std::string &prefix = "");
  void declare(FileScope &scope);
  void declareHyper(FileScope &scope, const HyperDecl &decl);
  void declareDims(FileScope &scope, const DimDecl &decl);
  void checkFileAsserts(FileScope &scope);
  void buildModel(const ModelDecl &decl);
  const Stmt *findDecl(const FileScope &file, llvm::StringRef name,
                       const FileScope **where) const {
    return findDecl(file, stdScope, name, where);
  }
  Value hyperValue(unsigned index);
  const Expr *parseValue(llvm::StringRef text);
  void finish(typed::Function &function);
  void finishAll();

  // Names.cpp: what needs no types.
  void checkNames(FileScope &scope);

  // Observe.cpp: what editors show.
  void observe(SemaObserver::Place place, SMRange range, const Value &value,
               const Frame &frame);
  static std::string typeText(const Value &value);

  // Trace.cpp: what expansion needs.
  void endTrace();
  void traceLayer(const LayerInstance &layer, Frame &body);
  void traceModel(const ModelDecl &decl, Frame &body);
  static void traceBinding(SMRange name, const Value &value,
                           const Frame &frame);
  static void traceBranch(const IfExpr &expr, const Value &condition,
                          const Frame &frame);
  static void traceAxis(const Expr *expr, int64_t axis, const Frame &frame);
  /// The library's `name`, if `decl` is written as that is.
  const Stmt *libraryOriginal(const Stmt &decl, llvm::StringRef name);
  llvm::StringRef compositeName(const FnDecl &fn, const FileScope &file);
  llvm::DenseMap<const FnDecl *, llvm::StringRef> composites;
  /// A size that was made known by a hyper is written with that hyper.
  void fixBySize(Value &value, const typed::Axis &axis) const;
  Trace *trace = nullptr;

  // Expr.cpp
  Value eval(const Expr *expr, Frame &frame);
  Value evalAny(const Expr *expr, Frame &frame);
  Value evalName(llvm::StringRef name, SMRange range, Frame &frame);
  Value evalPipe(const PipeExpr &pipe, Frame &frame);
  Value evalIf(const IfExpr &expr, Frame &frame);
  // Repeat.cpp
  Value evalRepeat(const RepeatExpr &expr, const Value *piped, Frame &frame);
  std::optional<std::vector<Value>> startCarries(llvm::ArrayRef<Carry> carries,
                                                 Frame &frame);
  std::optional<std::vector<Value>> nextCarries(llvm::ArrayRef<Carry> carries,
                                                const Body &body, Value next,
                                                llvm::ArrayRef<Value> state,
                                                SMRange range, Frame &frame);
  std::optional<std::vector<Value>> evalIteration(const RepeatExpr &expr,
                                                  llvm::ArrayRef<Value> state,
                                                  bool piped, Value index,
                                                  Loop &loop, Frame &frame);
  /// One body for all iterations. None where they must be written out.
  std::optional<bool> rollRepeat(const RepeatExpr &expr,
                                 std::vector<Value> &state, bool piped,
                                 int64_t first, Loop &loop, Frame &frame);

  // Scan.cpp
  Value evalScan(const ScanExpr &expr, Frame &frame);

  // Gradient.cpp
  struct BuiltinCall;
  std::pair<FunctionBuild *, Node *> homeOf(Node *node) const;
  Value gradientOf(Node *y, const Value &x, BuiltinCall &call);
  void checkReaches(const LoopBody &parts, Frame &frame);

  // Loops.cpp
  Node *addInput(Type type, SMRange range);
  Value loopInput(Type type, SMRange range);
  Node *capture(Node *node, SMRange range);
  Node *useOutside(Node *node, SMRange range);
  Node *loopLeaf(Op op, llvm::StringRef text, const Type &type, SMRange range);
  const typed::Variable *stateOf(const Node *node) const;
  std::vector<Value> endLoop(LoopBody &body, SMRange range, Frame &frame);
  std::string keyOf(llvm::StringRef path) const;
  llvm::StringMap<unsigned> &draws();
  /// The indices of the loops around; with a path, of those that are in it.
  std::vector<Node *> loopIndices(std::optional<llvm::StringRef> path,
                                  SMRange range);
  void stackVariable(typed::Variable &variable, FunctionBuild &init,
                     SMRange range);
  llvm::SmallVector<int64_t, 2> stackOf(llvm::StringRef path) const;
  std::string loopName(llvm::StringRef path) const;
  bool matches(llvm::StringRef glob, llvm::StringRef path,
               llvm::ArrayRef<int64_t> stack);
  bool matches(llvm::StringRef glob, const typed::Variable &variable) {
    return matches(glob, variable.path, variable.stack);
  }
  std::vector<Loop *> loops;    ///< the outermost first
  llvm::StringSet<> writtenOut; ///< loops that cannot stay rolled
  bool startAgain = false;      ///< one of them was rolled before
  std::vector<std::unique_ptr<typed::Scan>> discardedBodies;

  std::optional<std::pair<int64_t, int64_t>> repeatRange(const RepeatExpr &expr,
                                                         Frame &frame);
  Value evalBranch(const Value &condition, const Body &body, Frame &frame);
  Value select(Value condition, Value a, Value b, SMRange range, Frame &frame);
  Value evalMember(const MemberExpr &expr, Frame &frame);

  // Index.cpp
  Value evalIndex(const IndexExpr &expr, Frame &frame);
  Value indexAxis(Value x, unsigned &axis, const Expr *index, Frame &frame);
  Value gatherAt(const Value &x, unsigned axis, const Value &first,
                 std::optional<DimExpr> count, SMRange range, Frame &frame);
  std::optional<Value> evalPosition(const Expr *expr, const Axis &axis,
                                    Frame &frame);

  // Prover.cpp
  std::pair<int64_t, int64_t> rangeOf(const std::string &symbol) const;
  DimExpr floorDivide(const DimExpr &size, int64_t divisor);
  std::optional<int64_t> leastValue(const DimExpr &size) const;
  bool proveNotNegative(const DimExpr &size, unsigned steps = 3) const;
  std::optional<bool> decide(BinaryOp op, const DimExpr &a,
                             const DimExpr &b) const;
  /// Whether sizes are equal, by what is asserted as well.
  bool same(const DimExpr &a, const DimExpr &b) const;
  bool sameShape(const Type &a, const Type &b) const;
  bool sameType(const Value &a, const Value &b) const;
  void learn(const Comparison &fact);
  void useFacts(typed::Function &function, bool isEntry = true);
  void suggestRange(const DimExpr &rest, Diagnostic &diag) const;

  Value evalBody(const Body &body, Frame &frame);
  Value evalFnBody(const FnBody &body, Frame &frame);
  void evalStmt(const Stmt &stmt, Frame &frame);
  void bindPattern(const Pattern &pattern, Value value, Frame &frame);
  void evalLet(const LetStmt &stmt, Frame &frame);
  void evalAssert(const AssertStmt &stmt, Frame &frame);
  void assertSizes(llvm::ArrayRef<Comparison> comparisons,
                   const std::string &message, SMRange range,
                   llvm::StringRef path);
  void emitAssert(Node *condition, const std::string &message, SMRange range,
                  llvm::StringRef path);
  void evalUpdate(const UpdateStmt &stmt, Frame &frame);
  void declareVariable(Identifier name, const TypeExpr *type, const Expr *init,
                       bool isState, Frame &frame);
  std::optional<Value> lookup(llvm::StringRef name, SMRange range,
                              Frame &frame);
  void collectNames(Frame &frame, std::vector<llvm::StringRef> &names);
  std::string suggestion(llvm::StringRef name, Frame &frame);

  // Arith.cpp
  Value binary(BinaryOp op, Value a, Value b, SMRange opRange, SMRange aRange,
               SMRange bRange, Frame &frame);
  Value scalarBinary(BinaryOp op, Value a, Value b, SMRange range,
                     Frame &frame);
  Value tensorBinary(BinaryOp op, Value a, Value b, SMRange opRange,
                     SMRange aRange, SMRange bRange, Frame &frame);
  Value power(Value a, Value b, SMRange range, Frame &frame);
  Value unary(UnaryOp op, Value a, SMRange range, Frame &frame);
  Value matmul(Value a, Value b, SMRange range, SMRange aRange, SMRange bRange,
               Frame &frame);
  Value einsum(llvm::StringRef pattern, llvm::ArrayRef<Value> operands,
               Type type, SMRange range, Frame &frame);
  Value unaryOp(Op op, Value a, SMRange range, Frame &frame);
  /// The type that two shapes broadcast to, none after an error.
  std::optional<Type> broadcastType(const Type &a, const Type &b, SMRange range,
                                    SMRange aRange, SMRange bRange,
                                    Frame &frame, bool report = true);
  Value broadcastTo(Value value, const Type &type, SMRange range, Frame &frame);
  /// Brings numbers and lists to tensors of one element type and shape.
  bool unify(llvm::MutableArrayRef<Value> values, SMRange range,
             llvm::ArrayRef<SMRange> ranges, Frame &frame);
  Value splat(const Value &scalar, const Type &type, SMRange range,
              Frame &frame);
  /// A list or number as a tensor of `element`, where it can be one.
  Value listToTensor(const Value &list, Element element, SMRange range,
                     Frame &frame);
  Value toNum(Value value, SMRange range);
  Node *scalarNode(const Value &value, SMRange range);
  Node *dimNode(const DimExpr &dim, SMRange range);

  // Sharing.cpp: layers of a file, states of layers applied twice.
  Value fileLayer(const LayerStmt &decl, const FileScope &file, SMRange range,
                  Frame &frame);
  bool takeLayerName(Identifier name, llvm::StringRef call, Frame &frame);
  void write(llvm::StringRef path, const Value &value, SMRange range,
             Frame &frame);
  Value readVariable(const typed::Variable &variable, Type type, SMRange range,
                     Frame &frame);

  // Types.cpp
  std::optional<Element> element(llvm::StringRef name, Frame &frame);
  /// The element type of numbers where no tensor gives them one.
  Element real(Frame &frame) { return *element("float", frame); }
  static bool isKind(llvm::StringRef name);
  std::optional<Type> evalType(const TypeExpr *type, Frame &frame,
                               bool binding = false);
  std::optional<Axis> evalDim(const Expr *expr, Frame &frame);
  /// `isDefault`: the value is the default of the parameter.
  bool matchInput(const Param &param, Value &value, SMRange range, Frame &frame,
                  Frame &caller, bool isDefault = false);
  bool matchAny(const Param &param, Value &value, SMRange range, Frame &frame,
                Frame &caller, bool isDefault);
  bool matchTensor(const NamedType &type, Value &value, llvm::StringRef name,
                   SMRange range, Frame &frame, Frame &caller,
                   bool isDefault = false);
  bool matchRecord(const RecordType &type, Value &value, llvm::StringRef name,
                   SMRange range, Frame &frame, Frame &caller);
  bool matchKind(const Param &param, Value &value, SMRange range, Frame &frame,
                 Frame &caller);
  /// `value` as a value of the declared type: checks, names axes, splats.
  Value checkResult(const TypeExpr *type, Value value, SMRange range,
                    Frame &frame);
  Value matchFields(const RecordType &record, Value value, SMRange range,
                    Frame &frame,
                    llvm::function_ref<Value(const TypeExpr *, Value)> check);
  Value asDeclared(const Type &type, Value value, SMRange range, Frame &frame,
                   llvm::StringRef what);
  Value leave(Value value, Frame &frame);
  /// What a block or model gives: the value of its body as the declared type.
  template <typename Decl>
  Value closeBody(const Decl &decl, Value value, Frame &body);
  const TypeExpr *resolveAlias(const TypeExpr *type, Frame &frame);

  // Call.cpp
  Value evalCall(const CallExpr &call, Frame &frame);
  Value apply(const Value &callee, CallArgs args, SMRange range, Frame &frame,
              llvm::StringRef as = {}, SMRange asRange = {});
  Value makeLayer(const Callable &callable, CallArgs args, SMRange range,
                  Frame &frame);
  Value callFn(const Callable &callable, CallArgs args, SMRange range,
               Frame &frame);
  Value callElementwise(const FnDecl &fn, Frame &body, Frame &frame,
                        llvm::MutableArrayRef<Value> values, SMRange range);
  Value perElement(const TypeExpr *declared, Value value, const Type &joint,
                   const FnDecl &fn, Frame &body);

  // Functions.cpp
  Value makeLambda(const LambdaExpr &lambda, Frame &frame);
  Value callLambda(const Callable &callable, CallArgs args, SMRange range,
                   Frame &frame);
  Value customVjp(const FnDecl &fn, Frame &body, SMRange range);

  Value applyLayer(LayerInstance &layer, CallArgs args, SMRange range,
                   Frame &frame, llvm::StringRef as, SMRange asRange);
  int beginCall(const Frame &body);
  Value endCall(int before, Value value);
  // Collapse.cpp
  void warnCollapsed(const typed::Function &function, Frame &frame);
  // Models.cpp
  Value callModel(const ModelDecl &decl, const FileScope &file, CallArgs args,
                  SMRange range, Frame &frame);
  Value callOther(const ModelDecl &decl, const FileScope &file, CallArgs args,
                  SMRange range, Frame &frame);
  void lend(const typed::Model &other);
  /// Matches arguments with parameters. False after an error.
  bool bindArgs(llvm::StringRef what, llvm::ArrayRef<Param> params,
                CallArgs args, SMRange range, Frame &frame,
                llvm::StringMap<BoundArg> &bound, unsigned maxPositional);
  Value argValue(const BoundArg &arg, Frame &frame);
  Value composite(llvm::StringRef name, Frame &body, SMRange range,
                  Frame &frame);
  bool enter(const Stmt *decl, llvm::StringRef name, SMRange range,
             Frame &frame);
  Value resolveAxisArg(const BoundArg &arg, const Type &type, Frame &frame);
  void redraw(size_t firstNode, llvm::StringRef from, llvm::StringRef to);

  // Builtins.cpp, BuiltinShapes.cpp
  struct BuiltinCall {
    llvm::StringRef name;
    typed::Op op;
    SMRange range;
    Frame &frame;
    std::vector<std::optional<BoundArg>> args;
    std::vector<Value> values;        ///< of those that are not axes
    llvm::SmallVector<Value, 4> rest; ///< of a variable number
    /// Of `rearrange`: arguments whose names the pattern defines.
    std::vector<std::pair<llvm::StringRef, BoundArg>> named;

    bool has(size_t i) const { return args[i].has_value(); }
    SMRange rangeOf(size_t i) const {
      return args[i] && args[i]->range.isValid() ? args[i]->range : range;
    }
  };
  struct Builtin {
    /// Names in order, `?` after an optional one; `axis`, `type` and `shape`
    /// stay unevaluated; `...` takes any number.
    const char *params;
    Value (Elaborator::*function)(BuiltinCall &);
    typed::Op op;
  };
  static const llvm::StringMap<Builtin> &builtins();
  Value callBuiltin(llvm::StringRef name, CallArgs args, SMRange range,
                    Frame &frame);
  Value builtinUnary(BuiltinCall &call);
  Value builtinMinMax(BuiltinCall &call);
  Value builtinWhere(BuiltinCall &call);
  Value builtinClamp(BuiltinCall &call);
  Value builtinCast(BuiltinCall &call);
  Value builtinReduce(BuiltinCall &call);
  Value builtinMoments(BuiltinCall &call);
  Value builtinEinsum(BuiltinCall &call);
  Value builtinRearrange(BuiltinCall &call);
  void reportDivision(const Axis &axis, const DimExpr &divisor,
                      llvm::StringRef name, const Value &given, SMRange range,
                      Frame &frame);
  std::string hyperDefault(const typed::Hyper &hyper) const;
  Value builtinPad(BuiltinCall &call);
  Value builtinCumsum(BuiltinCall &call);
  Value builtinOrthonormalize(BuiltinCall &call);
  Value builtinReshape(BuiltinCall &call);
  Value builtinFlatten(BuiltinCall &call);
  Value builtinSqueeze(BuiltinCall &call);
  Value builtinUnsqueeze(BuiltinCall &call);
  Value builtinTranspose(BuiltinCall &call);
  Value builtinBroadcast(BuiltinCall &call);
  Value builtinConcat(BuiltinCall &call);
  Value builtinStack(BuiltinCall &call);
  Value builtinSplit(BuiltinCall &call);
  Value builtinFlip(BuiltinCall &call);
  Value builtinTake(BuiltinCall &call);
  Value builtinGather(BuiltinCall &call);
  Value builtinOneHot(BuiltinCall &call);
  Value builtinRange(BuiltinCall &call);
  Value builtinTriangle(BuiltinCall &call);
  Value builtinAlign(BuiltinCall &call);
  Value builtinRandom(BuiltinCall &call);
  Value draw(BuiltinCall &call);
  Value drawOutside(BuiltinCall &call);
  Value builtinStopGradient(BuiltinCall &call);
  Value builtinGradient(BuiltinCall &call);
  Value builtinRank(BuiltinCall &call);
  Value builtinSize(BuiltinCall &call);
  Value builtinMatches(BuiltinCall &call);
  Value builtinPenalty(BuiltinCall &call);
  Value builtinMisplaced(BuiltinCall &call);

  // BuiltinConv.cpp
  Value builtinConv(BuiltinCall &call);
  Value builtinPool(BuiltinCall &call);
  Value builtinSpatial(BuiltinCall &call);
  bool needImage(BuiltinCall &call);
  std::optional<llvm::SmallVector<int64_t, 2>>
  perAxis(BuiltinCall &call, size_t index, unsigned axes, llvm::StringRef name,
          int64_t least, int64_t absent);
  std::string traceOf(const Node *node) const;
  std::optional<Type> slide(BuiltinCall &call, llvm::ArrayRef<int64_t> kernel,
                            llvm::ArrayRef<int64_t> strides,
                            llvm::ArrayRef<int64_t> pads,
                            llvm::ArrayRef<int64_t> dilations);
  Value adjointWeight(Value w, int64_t groups, SMRange range, Frame &frame);
  std::optional<llvm::SmallVector<int64_t, 4>>
  resolveAxes(const Expr *expr, const Type &type, SMRange range, Frame &frame,
              bool *many = nullptr);
  std::optional<int64_t> resolveAxis(const Expr *expr, const Type &type,
                                     SMRange range, Frame &frame);
  Value reduce(Op op, Value x, llvm::ArrayRef<int64_t> axes, bool keep,
               SMRange range, Frame &frame);
  Value reshape(Value x, Type type, SMRange range, Frame &frame);
  std::optional<llvm::SmallVector<Axis, 4>>
  shapeOf(const std::optional<BoundArg> &arg, Frame &frame);
  std::optional<llvm::SmallVector<int64_t, 4>>
  axesOf(BuiltinCall &call, size_t index, const Type &type);
  bool needTensor(BuiltinCall &call, size_t index);
  Value concat(llvm::ArrayRef<Value> parts, int64_t axis, SMRange range,
               Frame &frame);

  // Durations.cpp
  Value inSteps(const Value &value, SMRange range, Frame &frame);
  std::optional<Value> durationBinary(BinaryOp op, const Value &a,
                                      const Value &b, SMRange range,
                                      SMRange aRange, SMRange bRange,
                                      Frame &frame);
  Value lacksUnit(SMRange range, Frame &frame);
  std::optional<typed::Duration> durationOf(const Value &value, SMRange range,
                                            llvm::StringRef key, Frame &frame);
  std::optional<typed::Duration>
  readDuration(const Expr *expr, llvm::StringRef key, Frame &frame);

  // Dataset.cpp, Train.cpp, Learn.cpp
  void buildDataset(const DatasetDecl &decl, FileScope &scope);
  // Augment.cpp
  void evalAugments(const DatasetDecl &decl, Frame &frame);
  Value augmentInput(const typed::Dataset::Field &field);
  bool readArgument(const Expr *expr, typed::Argument &argument, Frame &frame);
  Value columnValue(const Value &column, const Type &type, Frame &frame);
  Value addColumn(typed::Column column);
  // Sources.cpp
  void readSource(const CallExpr &call, llvm::StringRef name,
                  typed::Dataset &result, Frame &frame);
  bool checkRows(const typed::Column &column, Frame &frame);
  Value windowsValue(const CallExpr &call, const Type &wanted, Frame &frame);
  Value resizeValue(const CallExpr &call, const Type &type, Frame &frame);
  // Words.cpp
  std::optional<std::string> textColumn(const CallExpr &call, Frame &frame);
  std::optional<typed::Column> readWords(const CallExpr &call, Frame &frame);
  Value wordsValue(const CallExpr &call, const Type &wanted, Frame &frame);
  Value lengthValue(const CallExpr &call, const Type &wanted, Frame &frame);
  std::optional<Type> fieldType(const TypeExpr *expr, Frame &frame);
  bool checkColumnSize(const typed::Column &column, Frame &frame);
  void readBuckets(const Expr *expr, typed::Train &result, Frame &frame);
  // Start.cpp
  void readStart(const Expr *expr, typed::Train &train, Frame &frame);
  void readRenames(const Expr *expr, typed::Train &train, Frame &frame);
  std::optional<Type> columnType(const Expr *expr, Type wanted, Frame &frame);
  Value asColumn(const CallExpr &call, Frame &frame);
  void checkDataFiles(const typed::Dataset &data, const DatasetDecl &decl,
                      Frame &frame);
  void buildTrain(const TrainDecl &decl, FileScope &scope);
  struct TrainBuild;
  bool readKeys(TrainBuild &train, Frame &frame);
  void buildSection(TrainBuild &train, bool training);
  void buildLearning(TrainBuild &train, const Value &loss, const Value &penalty,
                     Frame &frame);
  void buildControl(TrainBuild &train);
  void instantiate(TrainBuild &train, const typed::Variable &variable,
                   Node *gradient, LayerInstance &optimizer, SMRange range,
                   Frame &frame);
  Value penaltyValue(const std::vector<PenaltyTerm> &terms, Frame &frame,
                     Element element);
  bool covers(const PenaltyTerm &term, const typed::Variable &variable);
  std::optional<typed::DataPart> readPart(const Expr *expr, Frame &frame);
  std::optional<int64_t> readCount(const Expr *expr, llvm::StringRef key,
                                   int64_t least, Frame &frame);

  // Nodes.
  Node *emit(Op op, Type type, llvm::ArrayRef<Node *> operands, SMRange range,
             llvm::StringRef path = {});
  Value tensor(Op op, Type type, llvm::ArrayRef<Node *> operands, SMRange range,
               Frame &frame);
  Node *leaf(Op op, llvm::StringRef text, Type type, SMRange range);
  /// A node usable in the current function: copies scalars into it.
  Node *use(Node *node, SMRange range);
  Value scalarLeaf(llvm::StringRef name, Value::Kind kind, SMRange range);

  // Diagnostics.
  Diagnostic &error(llvm::StringRef code, SMRange range,
                    const llvm::Twine &message, Frame &frame);
  Diagnostic &warning(llvm::StringRef code, SMRange range,
                      const llvm::Twine &message, Frame &frame);
  static std::string describe(const Value &value);
  static std::string source(SMRange range);
  // Advice.cpp
  std::string lineOf(const Node *node) const;
  static SMRange calleeOf(SMRange call);
  llvm::StringRef parameterOf(const Node *node) const;
  void adviseProduct(const Value &a, const Value &b, SMRange bRange,
                     Diagnostic &diag) const;
  // What changes the source (Fixes.cpp).
  bool isStage(SMRange range) const;
  static bool isUsedAfter(const TrainDecl &decl, const KeyItem &key);
  static std::string closestVariable(llvm::StringRef name, const Frame &frame);
  llvm::StringRef unitNear(SMRange range) const;
  void adviseInt(SMRange range, const Frame &frame, Diagnostic &diag) const;
  void adviseBool(SMRange range, Diagnostic &diag) const;
  static void adviseFlag(llvm::ArrayRef<Param> params, CallArgs args,
                         SMRange range, Diagnostic &diag);
  void adviseWidth(const Value &value, const Type &declared,
                   Diagnostic &diag) const;
  void adviseLogits(const Node *node, Diagnostic &diag) const;
  void adviseCast(const Value &a, SMRange aRange, const Value &b,
                  SMRange bRange, Diagnostic &diag) const;
  void adviseRate(const TrainDecl &decl, const KeyItem &key,
                  Diagnostic &diag) const;
  void adviseKey(const TrainDecl &decl, llvm::StringRef name);
  void adviseCarry(const Value &start, const Value &next,
                   Diagnostic &diag) const;
  void adviseSkip(const Value &sum, const Value &value, llvm::StringRef name,
                  Diagnostic &diag) const;
  std::string withOrigin(SMRange range, const Value &value) const;
  void noteSides(SMRange aRange, const Value &a, SMRange bRange, const Value &b,
                 Diagnostic &diag) const;

  void markStructural(const Value &value);
  /// Where the user wrote what stands at `range`: the library's frames are
  /// left out.
  static SMRange userRange(SMRange range, const Frame &frame);

  ASTContext &context;
  llvm::SourceMgr &sources;
  DiagnosticEngine &diags;
  const SemaOptions &options;
  std::unique_ptr<typed::Program> program;
  std::vector<std::unique_ptr<FileScope>> files;
  std::vector<std::string> loading; ///< paths, for cycles
  FileScope *root = nullptr;
  FileScope *stdScope = nullptr;
  Diagnostic discarded{};
  Diagnostic *lastError = nullptr; ///< null where it was a repeated one
  /// What a symbol such as `((h-3)//2)` stands for.
  struct Quotient {
    DimExpr rest;
    int64_t divisor, least;
  };
  llvm::StringMap<Quotient> quotients;
  /// Of the entry that is built, and the function they hold in.
  Facts facts;
  const typed::Function *factsOf = nullptr;
  std::set<std::pair<std::string, const char *>> reported;
  llvm::StringMap<std::pair<std::string, bool>> sets; ///< value, used

  typed::Function scratchFunction;
  FunctionBuild scratch{&scratchFunction};
  FunctionBuild *build = nullptr;
  llvm::DenseMap<const Node *, const typed::Function *> owners;
  Owner *owner = nullptr;
  typed::Model *model = nullptr; ///< whose parameters are in reach
  /// Of the model that is built, where its uses of blocks are kept, and the
  /// innermost one.
  std::vector<typed::Call> *modelCalls = nullptr;
  int currentCall = -1;
  const ModelDecl *modelDecl = nullptr;
  typed::Train *section = nullptr; ///< that is built
  std::vector<std::string> frozen; ///< globs of the section
  /// The conditions, decided at run time, under which what is evaluated counts.
  std::vector<Value> holdsWhere;
  unsigned owned = 0;                ///< variables met so far
  unsigned applications = 0;         ///< of layers and models so far
  unsigned depth = 0;                ///< of expressions
  unsigned calls = 0;                ///< bounds what a program may ask for
  std::vector<const Stmt *> entered; ///< for recursion
  llvm::StringMap<std::unique_ptr<Owner>> modelOwners;
  std::vector<std::pair<std::string, bool>> *matchLog = nullptr;
  /// `DATASET.FIELD` and models that have errors of their own already.
  llvm::StringSet<> failed;
  // Of the data set that is being built.
  typed::Dataset *dataset = nullptr;
  llvm::DenseMap<const Expr *, Value> columns;
  std::string fieldName;
  /// What the draws of the `augment` are keyed by; empty outside of one.
  std::string augmentKey;
  bool truncates = false;
  int64_t rangeSize = 0;
  int64_t examplesPerStep = 1; ///< of the section
  /// The parameter of an optimizer block.
  const typed::Variable *matchVariable = nullptr;
};

/// Ops whose derivative is zero everywhere (rule 47).
bool isStep(typed::Op op);
/// `hidden = 800`, or just the size.
std::string axisText(const typed::Axis &axis);
/// `lt`, as `nn.cmp` spells it.
const char *predicate(BinaryOp op);
/// Is `path` that of the layer `prefix` or of something in it?
bool isIn(llvm::StringRef prefix, llvm::StringRef path);
/// Does the glob match the path or a layer above it (rule 65)?
bool globMatches(llvm::StringRef glob, llvm::StringRef path);
/// `RmsNorm` -> `rms_norm` (rule 4).
std::string snakeCase(llvm::StringRef name);

} // namespace nnc

#endif // NNC_LIB_FRONTEND_SEMA_ELABORATOR_H
