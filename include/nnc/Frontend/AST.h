//===- AST.h - the syntax tree of a .nn file --------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Nodes live in an ASTContext and point into the buffers of the SourceMgr;
// they own nothing and are never destroyed. `isa`, `cast` and `dyn_cast` work
// on Expr, TypeExpr and Stmt. Grouping parentheses leave no node.
//
// Every node knows its height, which the parser bounds (kMaxHeight), so that a
// recursive visitor cannot overflow the stack.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_AST_H
#define NNC_FRONTEND_AST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/SMLoc.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

namespace llvm {
class raw_ostream;
class SourceMgr;
} // namespace llvm

namespace nnc {

using llvm::SMRange;

/// No tree is higher than this.
constexpr unsigned kMaxHeight = 256;

/// Owns the nodes of one or more files.
class ASTContext {
public:
  template <typename T, typename... Args> T *create(Args &&...args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (arena.Allocate<T>()) T(std::forward<Args>(args)...);
  }
  template <typename T> llvm::ArrayRef<T> copy(llvm::ArrayRef<T> items) {
    return items.copy(arena);
  }
  llvm::StringRef copy(llvm::StringRef text) { return text.copy(arena); }

private:
  llvm::BumpPtrAllocator arena;
};

/// A name where it is written; empty where an optional name is absent.
struct Identifier {
  llvm::StringRef name;
  SMRange range;

  explicit operator bool() const { return !name.empty(); }
};

struct Body;
class TypeExpr;

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

class Expr {
public:
  enum class Kind {
    Error,
    Number,
    Unit,
    String,
    Bool,
    It,
    Training,
    Name,
    Tuple,
    Record,
    List,
    Unary,
    Binary,
    Range,
    Call,
    Index,
    Member,
    Pipe,
    If,
    Repeat,
    Scan,
    Lambda,
  };

  const Kind kind;
  const unsigned height;
  SMRange range;

protected:
  Expr(Kind kind, SMRange range, unsigned childHeight = 0)
      : kind(kind), height(childHeight + 1), range(range) {}
};

/// The height of the highest of some nodes; null ones count as 0.
unsigned maxHeight(std::initializer_list<const Expr *> exprs);
unsigned maxHeight(llvm::ArrayRef<Expr *> exprs);

/// Stands where a syntax error was reported; raises no further error.
struct ErrorExpr : Expr {
  explicit ErrorExpr(SMRange range) : Expr(Kind::Error, range) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Error; }
};

/// `20_000` (an integer) or `1e-3` (a real).
struct NumberExpr : Expr {
  bool isInteger;
  int64_t integer; ///< 0 for a real
  double real;     ///< the value, also of an integer

  NumberExpr(SMRange range, bool isInteger, int64_t integer, double real)
      : Expr(Kind::Number, range), isInteger(isInteger), integer(integer),
        real(real) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Number; }
};

/// `500steps`, `10deg`, `2GiB`.
struct UnitExpr : Expr {
  bool isInteger;
  int64_t integer;
  double real;
  llvm::StringRef unit;

  UnitExpr(SMRange range, bool isInteger, int64_t integer, double real,
           llvm::StringRef unit)
      : Expr(Kind::Unit, range), isInteger(isInteger), integer(integer),
        real(real), unit(unit) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Unit; }
};

/// `"text"`; escapes are already replaced.
struct StringExpr : Expr {
  llvm::StringRef value;

  StringExpr(SMRange range, llvm::StringRef value)
      : Expr(Kind::String, range), value(value) {}
  static bool classof(const Expr *e) { return e->kind == Kind::String; }
};

struct BoolExpr : Expr {
  bool value;

  BoolExpr(SMRange range, bool value) : Expr(Kind::Bool, range), value(value) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Bool; }
};

/// `it`, the value piped into the nearest enclosing stage.
struct ItExpr : Expr {
  explicit ItExpr(SMRange range) : Expr(Kind::It, range) {}
  static bool classof(const Expr *e) { return e->kind == Kind::It; }
};

struct TrainingExpr : Expr {
  explicit TrainingExpr(SMRange range) : Expr(Kind::Training, range) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Training; }
};

struct NameExpr : Expr {
  llvm::StringRef name;

  NameExpr(SMRange range, llvm::StringRef name)
      : Expr(Kind::Name, range), name(name) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Name; }
};

/// An argument of a call, or an element of a tuple or record.
struct Argument {
  Identifier name; ///< empty if positional
  Expr *value;
};

/// `(a, b)`; also `(a,)`.
struct TupleExpr : Expr {
  llvm::ArrayRef<Expr *> elements;

  TupleExpr(SMRange range, llvm::ArrayRef<Expr *> elements)
      : Expr(Kind::Tuple, range, maxHeight(elements)), elements(elements) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Tuple; }
};

/// `(price = p, spread = s)`; every element has a name.
struct RecordExpr : Expr {
  llvm::ArrayRef<Argument> fields;

  RecordExpr(SMRange range, llvm::ArrayRef<Argument> fields);
  static bool classof(const Expr *e) { return e->kind == Kind::Record; }
};

struct ListExpr : Expr {
  llvm::ArrayRef<Expr *> elements;

  ListExpr(SMRange range, llvm::ArrayRef<Expr *> elements)
      : Expr(Kind::List, range, maxHeight(elements)), elements(elements) {}
  static bool classof(const Expr *e) { return e->kind == Kind::List; }
};

enum class UnaryOp { Neg, Not };

struct UnaryExpr : Expr {
  UnaryOp op;
  SMRange opRange;
  Expr *operand;

  UnaryExpr(SMRange range, UnaryOp op, SMRange opRange, Expr *operand)
      : Expr(Kind::Unary, range, operand->height), op(op), opRange(opRange),
        operand(operand) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Unary; }
};

enum class BinaryOp {
  Or,
  And,
  Eq,
  Ne,
  Lt,
  Le,
  Gt,
  Ge,
  Add,
  Sub,
  Mul,
  Div,
  FloorDiv,
  Mod,
  MatMul,
  Pow
};

/// The operator as it is written: `//`, `and`.
llvm::StringRef spelling(BinaryOp op);
llvm::StringRef spelling(UnaryOp op);
inline bool isComparison(BinaryOp op) {
  return op >= BinaryOp::Eq && op <= BinaryOp::Ge;
}

struct BinaryExpr : Expr {
  BinaryOp op;
  SMRange opRange;
  Expr *lhs, *rhs;

  BinaryExpr(SMRange range, BinaryOp op, SMRange opRange, Expr *lhs, Expr *rhs)
      : Expr(Kind::Binary, range, maxHeight({lhs, rhs})), op(op),
        opRange(opRange), lhs(lhs), rhs(rhs) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Binary; }
};

/// `a..b`; each end may be absent (null). A bare `..` is one whole axis in an
/// index and "any further dims" in a shape.
struct RangeExpr : Expr {
  Expr *lower, *upper;

  RangeExpr(SMRange range, Expr *lower, Expr *upper)
      : Expr(Kind::Range, range, maxHeight({lower, upper})), lower(lower),
        upper(upper) {}
  bool isBare() const { return !lower && !upper; }
  static bool classof(const Expr *e) { return e->kind == Kind::Range; }
};

struct CallExpr : Expr {
  Expr *callee;
  llvm::ArrayRef<Argument> args;

  CallExpr(SMRange range, Expr *callee, llvm::ArrayRef<Argument> args);
  static bool classof(const Expr *e) { return e->kind == Kind::Call; }
};

struct IndexExpr : Expr {
  Expr *base;
  llvm::ArrayRef<Expr *> indices;

  IndexExpr(SMRange range, Expr *base, llvm::ArrayRef<Expr *> indices)
      : Expr(Kind::Index, range, std::max(base->height, maxHeight(indices))),
        base(base), indices(indices) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Index; }
};

/// `x.T`, `out.price`, `Gate.weight`.
struct MemberExpr : Expr {
  Expr *base;
  Identifier member;

  MemberExpr(SMRange range, Expr *base, Identifier member)
      : Expr(Kind::Member, range, base->height), base(base), member(member) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Member; }
};

struct PipeStage {
  Expr *expr;
  Identifier as; ///< empty without `as`
  /// An `it` in `expr` refers to this stage; else it is applied (rule 35). In
  /// a stage that is a `repeat`, `it` stands in the body for the running value.
  bool mentionsIt;
  SMRange arrow; ///< `|>`
};

/// `head |> stage |> stage`, at least one stage.
struct PipeExpr : Expr {
  Expr *head;
  llvm::ArrayRef<PipeStage> stages;

  PipeExpr(SMRange range, Expr *head, llvm::ArrayRef<PipeStage> stages);
  static bool classof(const Expr *e) { return e->kind == Kind::Pipe; }
};

/// `else if` is an else body whose only statement is the inner `if`.
struct IfExpr : Expr {
  Expr *condition;
  Body *thenBody;
  Body *elseBody; ///< may be null

  IfExpr(SMRange range, Expr *condition, Body *thenBody, Body *elseBody);
  static bool classof(const Expr *e) { return e->kind == Kind::If; }
};

/// One name of `carry`.
struct Carry {
  Identifier name;
  TypeExpr *type; ///< may be null
  Expr *init;     ///< null: starts from the name in scope
};

/// `repeat n as block { ... }`, `repeat i in a..b { ... }`.
struct RepeatExpr : Expr {
  Identifier index; ///< empty without `in`
  Expr *count;      ///< the count, or the range after `in`
  Identifier as;
  llvm::ArrayRef<Carry> carries;
  Body *body;

  RepeatExpr(SMRange range, Identifier index, Expr *count, Identifier as,
             llvm::ArrayRef<Carry> carries, Body *body);
  static bool classof(const Expr *e) { return e->kind == Kind::Repeat; }
};

/// `x` or `(a, b)`.
struct Pattern {
  llvm::ArrayRef<Identifier> names;
  bool isTuple;
  SMRange range;
};

/// `scan x in xs along time carry h = 0 { ... }`.
struct ScanExpr : Expr {
  Pattern pattern;
  Expr *sequence;
  Identifier along;
  llvm::ArrayRef<Carry> carries;
  Body *body;

  ScanExpr(SMRange range, Pattern pattern, Expr *sequence, Identifier along,
           llvm::ArrayRef<Carry> carries, Body *body);
  static bool classof(const Expr *e) { return e->kind == Kind::Scan; }
};

/// `fn(x, y) => x + y`.
struct LambdaExpr : Expr {
  llvm::ArrayRef<Identifier> params;
  Expr *body;

  LambdaExpr(SMRange range, llvm::ArrayRef<Identifier> params, Expr *body)
      : Expr(Kind::Lambda, range, body->height), params(params), body(body) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Lambda; }
};

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

class TypeExpr {
public:
  enum class Kind { Error, Named, Record, Fn, Layer };

  const Kind kind;
  const unsigned height;
  SMRange range;

protected:
  TypeExpr(Kind kind, SMRange range, unsigned childHeight = 0)
      : kind(kind), height(childHeight + 1), range(range) {}
};

/// Stands where a syntax error was reported.
struct ErrorType : TypeExpr {
  explicit ErrorType(SMRange range) : TypeExpr(Kind::Error, range) {}
  static bool classof(const TypeExpr *t) { return t->kind == Kind::Error; }
};

/// `f32`, `int`, `float[batch, 4 * d]`, or the name of a `type`. A dim `..` is
/// a bare RangeExpr.
struct NamedType : TypeExpr {
  Identifier name;
  bool hasShape; ///< `f32` against `f32[]`
  llvm::ArrayRef<Expr *> shape;

  NamedType(SMRange range, Identifier name, bool hasShape,
            llvm::ArrayRef<Expr *> shape)
      : TypeExpr(Kind::Named, range, maxHeight(shape)), name(name),
        hasShape(hasShape), shape(shape) {}
  static bool classof(const TypeExpr *t) { return t->kind == Kind::Named; }
};

struct RecordField {
  Identifier name; ///< empty in a tuple type such as `(f32, i32[n])`
  TypeExpr *type;
};

/// `(logits: f32[batch, 10], h: f32[batch, d])`
struct RecordType : TypeExpr {
  llvm::ArrayRef<RecordField> fields;

  RecordType(SMRange range, llvm::ArrayRef<RecordField> fields);
  static bool classof(const TypeExpr *t) { return t->kind == Kind::Record; }
};

/// The kind `fn`.
struct FnType : TypeExpr {
  explicit FnType(SMRange range) : TypeExpr(Kind::Fn, range) {}
  static bool classof(const TypeExpr *t) { return t->kind == Kind::Fn; }
};

/// The kind `layer`.
struct LayerType : TypeExpr {
  explicit LayerType(SMRange range) : TypeExpr(Kind::Layer, range) {}
  static bool classof(const TypeExpr *t) { return t->kind == Kind::Layer; }
};

//===----------------------------------------------------------------------===//
// Statements, declarations and the items of sections
//===----------------------------------------------------------------------===//

class Stmt {
public:
  enum class Kind {
    // Both in bodies and at the top of a file or section.
    Let,
    Layer,
    Assert,
    Update,
    // In bodies.
    Param,
    State,
    Emit,
    Expr,
    // At the top of a file.
    Edition,
    Import,
    Dim,
    TypeAlias,
    Hyper,
    Fn,
    Block,
    Model,
    Dataset,
    Train,
    // In sections.
    Field,
    Augment,
    Metric,
    Key,
  };

  const Kind kind;
  const unsigned height;
  SMRange range;
  /// The text of the `##` lines above, without the marks.
  llvm::StringRef doc;

protected:
  Stmt(Kind kind, SMRange range, unsigned childHeight = 0)
      : kind(kind), height(childHeight + 1), range(range) {}
};

/// `{ ... }`. The value of a body is its last statement where that is an
/// ExprStmt.
struct Body {
  llvm::ArrayRef<Stmt *> stmts;
  SMRange range;
  unsigned height;
};

/// `let x: f32[n] = e`, `let (a, b) = e`.
struct LetStmt : Stmt {
  Pattern pattern;
  TypeExpr *type; ///< may be null
  nnc::Expr *value;

  LetStmt(SMRange range, Pattern pattern, TypeExpr *type, nnc::Expr *value)
      : Stmt(Kind::Let, range, value->height), pattern(pattern), type(type),
        value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Let; }
};

/// `layer e = Embedding(n, d)`
struct LayerStmt : Stmt {
  Identifier name;
  nnc::Expr *value;

  LayerStmt(SMRange range, Identifier name, nnc::Expr *value)
      : Stmt(Kind::Layer, range, value->height), name(name), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Layer; }
};

struct AssertStmt : Stmt {
  nnc::Expr *condition;
  StringExpr *message; ///< may be null

  AssertStmt(SMRange range, nnc::Expr *condition, StringExpr *message)
      : Stmt(Kind::Assert, range, condition->height), condition(condition),
        message(message) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Assert; }
};

/// `update running_mean = e`, `update Gate.weight = e`.
struct UpdateStmt : Stmt {
  llvm::ArrayRef<Identifier> path; ///< at least one
  nnc::Expr *value;

  UpdateStmt(SMRange range, llvm::ArrayRef<Identifier> path, nnc::Expr *value)
      : Stmt(Kind::Update, range, value->height), path(path), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Update; }
};

/// `param name: type = init`
struct ParamStmt : Stmt {
  Identifier name;
  TypeExpr *type;
  nnc::Expr *init;

  ParamStmt(SMRange range, Identifier name, TypeExpr *type, nnc::Expr *init)
      : Stmt(Kind::Param, range, init->height), name(name), type(type),
        init(init) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Param; }
};

/// `state name: type = init`
struct StateStmt : Stmt {
  Identifier name;
  TypeExpr *type;
  nnc::Expr *init;

  StateStmt(SMRange range, Identifier name, TypeExpr *type, nnc::Expr *init)
      : Stmt(Kind::State, range, init->height), name(name), type(type),
        init(init) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::State; }
};

struct EmitStmt : Stmt {
  Identifier name;
  nnc::Expr *value;

  EmitStmt(SMRange range, Identifier name, nnc::Expr *value)
      : Stmt(Kind::Emit, range, value->height), name(name), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Emit; }
};

struct ExprStmt : Stmt {
  nnc::Expr *expr;

  explicit ExprStmt(nnc::Expr *expr)
      : Stmt(Kind::Expr, expr->range, expr->height), expr(expr) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Expr; }
};

struct EditionDecl : Stmt {
  int64_t edition;

  EditionDecl(SMRange range, int64_t edition)
      : Stmt(Kind::Edition, range), edition(edition) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Edition; }
};

/// `import "blocks.nn" as b`
struct ImportDecl : Stmt {
  StringExpr *path;
  Identifier as; ///< empty: names come in unqualified

  ImportDecl(SMRange range, StringExpr *path, Identifier as)
      : Stmt(Kind::Import, range), path(path), as(as) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Import; }
};

/// `dim a, b: 1..512`; both ends of the range belong to it.
struct DimDecl : Stmt {
  llvm::ArrayRef<Identifier> names;
  nnc::Expr *bounds; ///< null: no range given

  DimDecl(SMRange range, llvm::ArrayRef<Identifier> names, nnc::Expr *bounds)
      : Stmt(Kind::Dim, range, maxHeight({bounds})), names(names),
        bounds(bounds) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Dim; }
};

/// `type Pair = (a: f32, b: f32)`
struct TypeAliasDecl : Stmt {
  Identifier name;
  TypeExpr *type;

  TypeAliasDecl(SMRange range, Identifier name, TypeExpr *type)
      : Stmt(Kind::TypeAlias, range, type->height), name(name), type(type) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::TypeAlias; }
};

/// `hyper lr = 1e-3`, `hyper hidden: int = 800`
struct HyperDecl : Stmt {
  Identifier name;
  TypeExpr *type; ///< may be null
  nnc::Expr *value;

  HyperDecl(SMRange range, Identifier name, TypeExpr *type, nnc::Expr *value)
      : Stmt(Kind::Hyper, range, value->height), name(name), type(type),
        value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Hyper; }
};

/// A parameter of a signature.
struct Param {
  Identifier name;
  TypeExpr *type;
  Expr *defaultValue; ///< may be null
};

/// `= expr` or `{ ... }`: exactly one is set.
struct FnBody {
  Expr *expr;
  Body *body;

  unsigned height() const { return expr ? expr->height : body->height; }
};

/// `fn f(x: float) -> float = e grad (dy) = d`
struct FnDecl : Stmt {
  Identifier name;
  llvm::ArrayRef<Param> params;
  TypeExpr *result; ///< may be null
  FnBody body;
  bool hasGrad;
  llvm::ArrayRef<Identifier> cotangents; ///< the names of `grad (...)`
  FnBody grad;                           ///< set if hasGrad
  SMRange gradRange;                     ///< the whole clause

  FnDecl(SMRange range, Identifier name, llvm::ArrayRef<Param> params,
         TypeExpr *result, FnBody body, bool hasGrad,
         llvm::ArrayRef<Identifier> cotangents, FnBody grad, SMRange gradRange)
      : Stmt(Kind::Fn, range,
             std::max(body.height(), hasGrad ? grad.height() : 0)),
        name(name), params(params), result(result), body(body),
        hasGrad(hasGrad), cotangents(cotangents), grad(grad),
        gradRange(gradRange) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Fn; }
};

/// `block Dense(out: int)(x: float[.., n]) -> float[.., out] { ... }`
struct BlockDecl : Stmt {
  Identifier name;
  llvm::ArrayRef<Param> config;
  llvm::ArrayRef<Param> inputs;
  TypeExpr *result; ///< null: inferred
  Body *body;

  BlockDecl(SMRange range, Identifier name, llvm::ArrayRef<Param> config,
            llvm::ArrayRef<Param> inputs, TypeExpr *result, Body *body)
      : Stmt(Kind::Block, range, body->height), name(name), config(config),
        inputs(inputs), result(result), body(body) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Block; }
};

/// `model Mlp(image: f32[batch, 28, 28]) -> (logits: f32[batch, 10]) { ... }`
struct ModelDecl : Stmt {
  Identifier name;
  llvm::ArrayRef<Param> inputs;
  TypeExpr *result; ///< null: inferred
  Body *body;

  ModelDecl(SMRange range, Identifier name, llvm::ArrayRef<Param> inputs,
            TypeExpr *result, Body *body)
      : Stmt(Kind::Model, range, body->height), name(name), inputs(inputs),
        result(result), body(body) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Model; }
};

/// `dataset Digits { ... }`; items are Let, Assert, Field, Augment, Key
/// (others are for Sema to reject).
struct DatasetDecl : Stmt {
  Identifier name;
  Body *section;

  DatasetDecl(SMRange range, Identifier name, Body *section)
      : Stmt(Kind::Dataset, range, section->height), name(name),
        section(section) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Dataset; }
};

/// `train Mlp as first { ... }`; items are Let, Update, Assert, Metric, Key
/// (others are for Sema to reject).
struct TrainDecl : Stmt {
  Identifier model;
  Identifier as;
  Body *section;

  TrainDecl(SMRange range, Identifier model, Identifier as, Body *section)
      : Stmt(Kind::Train, range, section->height), model(model), as(as),
        section(section) {}
  /// The name of the section: what stands after `as`, else the model's.
  llvm::StringRef sectionName() const { return as ? as.name : model.name; }
  static bool classof(const Stmt *s) { return s->kind == Kind::Train; }
};

/// `field image: f32[28, 28] = source.image / 255`
struct FieldItem : Stmt {
  Identifier name;
  TypeExpr *type;
  nnc::Expr *value; ///< null: the column of that name

  FieldItem(SMRange range, Identifier name, TypeExpr *type, nnc::Expr *value)
      : Stmt(Kind::Field, range, maxHeight({value})), name(name), type(type),
        value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Field; }
};

struct AugmentItem : Stmt {
  Identifier name;
  nnc::Expr *value;

  AugmentItem(SMRange range, Identifier name, nnc::Expr *value)
      : Stmt(Kind::Augment, range, value->height), name(name), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Augment; }
};

struct MetricItem : Stmt {
  Identifier name;
  nnc::Expr *value;

  MetricItem(SMRange range, Identifier name, nnc::Expr *value)
      : Stmt(Kind::Metric, range, value->height), name(name), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Metric; }
};

/// `loss = e` in a section.
struct KeyItem : Stmt {
  Identifier name;
  nnc::Expr *value;

  KeyItem(SMRange range, Identifier name, nnc::Expr *value)
      : Stmt(Kind::Key, range, value->height), name(name), value(value) {}
  static bool classof(const Stmt *s) { return s->kind == Kind::Key; }
};

/// Calls `visit` with each expression that `expr` is made of, in their order.
/// `if`, `repeat`, `scan` and lambdas, which have bodies or bind names, are
/// left to who walks a tree.
void forEachOperand(const Expr &expr,
                    llvm::function_ref<void(const Expr *)> visit);

/// One parsed file.
struct SourceFile {
  unsigned bufferId; ///< in the SourceMgr
  llvm::ArrayRef<Stmt *> decls;
};

/// Writes the tree, one node a line with its range (`--emit=ast`).
void emitAST(llvm::raw_ostream &os, const llvm::SourceMgr &sources,
             const SourceFile &file);

} // namespace nnc

#endif // NNC_FRONTEND_AST_H
