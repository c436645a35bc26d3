//===- ASTPrinter.cpp - the syntax tree as text ---------------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One node a line, children indented below it; `<line:column-line:column>` is
// the half-open range of the node. A child that its place does not explain
// carries its role before a colon.
//
//===----------------------------------------------------------------------===//

#include "nnc/Frontend/AST.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace nnc {

namespace {
class Printer {
public:
  Printer(raw_ostream &os, const SourceMgr &sources, unsigned bufferId)
      : os(os), sources(sources), bufferId(bufferId) {}

  void print(const SourceFile &file);

private:
  void stmt(const Stmt *s);
  void expr(const Expr *e, StringRef role = "");
  void type(const TypeExpr *t, StringRef role = "");
  void body(const Body *b, StringRef role = "body");
  void fnBody(const FnBody &b, StringRef role);
  void params(ArrayRef<Param> list, StringRef role);
  void args(ArrayRef<Argument> list);
  void carries(ArrayRef<Carry> list);

  /// Starts a line: indentation and, if there is one, the role.
  raw_ostream &line(StringRef role = "") {
    os.indent(2 * level);
    if (!role.empty())
      os << role << ": ";
    return os;
  }
  void end(SMRange range);
  void names(ArrayRef<Identifier> list) {
    interleave(list, os, [&](const Identifier &id) { os << id.name; }, ", ");
  }
  void pattern(const Pattern &p) {
    os << (p.isTuple ? "(" : "");
    names(p.names);
    os << (p.isTuple ? ")" : "");
  }
  void quoted(StringRef text) {
    os << '"';
    printEscapedString(text, os);
    os << '"';
  }
  void number(bool isInteger, int64_t integer, double real) {
    if (isInteger)
      os << integer;
    else
      os << format("%.17g", real);
  }

  /// Indents what is printed while it lives.
  struct Indent {
    explicit Indent(Printer &p) : p(p) { ++p.level; }
    ~Indent() { --p.level; }
    Printer &p;
  };

  raw_ostream &os;
  const SourceMgr &sources;
  unsigned bufferId;
  unsigned level = 0;
};
} // namespace

void Printer::end(SMRange range) {
  auto [line, column] = sources.getLineAndColumn(range.Start, bufferId);
  auto [endLine, endColumn] = sources.getLineAndColumn(range.End, bufferId);
  os << " <" << line << ':' << column << '-' << endLine << ':' << endColumn
     << ">\n";
}

void Printer::print(const SourceFile &file) {
  os << "file "
     << sys::path::filename(
            sources.getMemoryBuffer(bufferId)->getBufferIdentifier())
     << '\n';
  Indent indent(*this);
  for (const Stmt *decl : file.decls)
    stmt(decl);
}

void Printer::body(const Body *b, StringRef role) {
  line() << role;
  end(b->range);
  Indent indent(*this);
  for (const Stmt *s : b->stmts)
    stmt(s);
}

void Printer::fnBody(const FnBody &b, StringRef role) {
  if (b.expr)
    expr(b.expr, role);
  else
    body(b.body, role);
}

void Printer::params(ArrayRef<Param> list, StringRef role) {
  for (const Param &param : list) {
    line() << role << ' ' << param.name.name;
    end(param.name.range);
    Indent indent(*this);
    type(param.type);
    if (param.defaultValue)
      expr(param.defaultValue, "default");
  }
}

void Printer::args(ArrayRef<Argument> list) {
  for (const Argument &arg : list)
    expr(arg.value, arg.name ? (arg.name.name + " =").str() : std::string());
}

void Printer::carries(ArrayRef<Carry> list) {
  for (const Carry &carry : list) {
    line() << "carry " << carry.name.name;
    end(carry.name.range);
    Indent indent(*this);
    if (carry.type)
      type(carry.type);
    if (carry.init)
      expr(carry.init);
  }
}

void Printer::type(const TypeExpr *t, StringRef role) {
  line(role);
  switch (t->kind) {
  case TypeExpr::Kind::Error:
    os << "type <error>";
    return end(t->range);
  case TypeExpr::Kind::Fn:
    os << "type fn";
    return end(t->range);
  case TypeExpr::Kind::Layer:
    os << "type layer";
    return end(t->range);
  case TypeExpr::Kind::Named: {
    auto *named = cast<NamedType>(t);
    os << "type " << named->name.name << (named->hasShape ? "[]" : "");
    end(t->range);
    Indent indent(*this);
    for (const Expr *dim : named->shape)
      expr(dim);
    return;
  }
  case TypeExpr::Kind::Record: {
    os << "type record";
    end(t->range);
    Indent indent(*this);
    for (const RecordField &field : cast<RecordType>(t)->fields)
      type(field.type, field.name.name);
    return;
  }
  }
}

void Printer::expr(const Expr *e, StringRef role) {
  line(role);
  auto leaf = [&] { end(e->range); };
  auto node = [&](auto children) {
    end(e->range);
    Indent indent(*this);
    children();
  };
  switch (e->kind) {
  case Expr::Kind::Error:
    os << "<error>";
    return leaf();
  case Expr::Kind::Number: {
    auto *n = cast<NumberExpr>(e);
    os << (n->isInteger ? "int " : "num ");
    number(n->isInteger, n->integer, n->real);
    return leaf();
  }
  case Expr::Kind::Unit: {
    auto *n = cast<UnitExpr>(e);
    os << "unit ";
    number(n->isInteger, n->integer, n->real);
    os << ' ' << n->unit;
    return leaf();
  }
  case Expr::Kind::String:
    os << "string ";
    quoted(cast<StringExpr>(e)->value);
    return leaf();
  case Expr::Kind::Bool:
    os << (cast<BoolExpr>(e)->value ? "true" : "false");
    return leaf();
  case Expr::Kind::It:
    os << "it";
    return leaf();
  case Expr::Kind::Training:
    os << "training";
    return leaf();
  case Expr::Kind::Name:
    os << "name " << cast<NameExpr>(e)->name;
    return leaf();
  case Expr::Kind::Tuple:
    os << "tuple";
    return node([&] {
      for (const Expr *element : cast<TupleExpr>(e)->elements)
        expr(element);
    });
  case Expr::Kind::List:
    os << "list";
    return node([&] {
      for (const Expr *element : cast<ListExpr>(e)->elements)
        expr(element);
    });
  case Expr::Kind::Record:
    os << "record";
    return node([&] { args(cast<RecordExpr>(e)->fields); });
  case Expr::Kind::Unary:
    os << "unary " << spelling(cast<UnaryExpr>(e)->op);
    return node([&] { expr(cast<UnaryExpr>(e)->operand); });
  case Expr::Kind::Binary:
    os << "binary " << spelling(cast<BinaryExpr>(e)->op);
    return node([&] {
      expr(cast<BinaryExpr>(e)->lhs);
      expr(cast<BinaryExpr>(e)->rhs);
    });
  case Expr::Kind::Range:
    os << "range";
    return node([&] {
      auto *range = cast<RangeExpr>(e);
      if (range->lower)
        expr(range->lower, "from");
      if (range->upper)
        expr(range->upper, "to");
    });
  case Expr::Kind::Call:
    os << "call";
    return node([&] {
      expr(cast<CallExpr>(e)->callee, "callee");
      args(cast<CallExpr>(e)->args);
    });
  case Expr::Kind::Index:
    os << "index";
    return node([&] {
      expr(cast<IndexExpr>(e)->base, "base");
      for (const Expr *index : cast<IndexExpr>(e)->indices)
        expr(index);
    });
  case Expr::Kind::Member:
    os << "member ." << cast<MemberExpr>(e)->member.name;
    return node([&] { expr(cast<MemberExpr>(e)->base); });
  case Expr::Kind::Pipe:
    os << "pipe";
    return node([&] {
      expr(cast<PipeExpr>(e)->head);
      for (const PipeStage &stage : cast<PipeExpr>(e)->stages) {
        line() << (stage.mentionsIt ? "stage of it" : "stage");
        if (stage.as)
          os << " as " << stage.as.name;
        end(stage.arrow);
        Indent inner(*this);
        expr(stage.expr);
      }
    });
  case Expr::Kind::If:
    os << "if";
    return node([&] {
      auto *choice = cast<IfExpr>(e);
      expr(choice->condition);
      body(choice->thenBody, "then");
      if (choice->elseBody)
        body(choice->elseBody, "else");
    });
  case Expr::Kind::Repeat: {
    auto *repeat = cast<RepeatExpr>(e);
    os << "repeat";
    if (repeat->index)
      os << " index " << repeat->index.name;
    if (repeat->as)
      os << " as " << repeat->as.name;
    return node([&] {
      expr(repeat->count, repeat->index ? "in" : "count");
      carries(repeat->carries);
      body(repeat->body);
    });
  }
  case Expr::Kind::Scan: {
    auto *scan = cast<ScanExpr>(e);
    os << "scan ";
    pattern(scan->pattern);
    os << " along " << scan->along.name;
    return node([&] {
      expr(scan->sequence, "in");
      carries(scan->carries);
      body(scan->body);
    });
  }
  case Expr::Kind::Lambda:
    os << "lambda (";
    names(cast<LambdaExpr>(e)->params);
    os << ')';
    return node([&] { expr(cast<LambdaExpr>(e)->body); });
  }
}

void Printer::stmt(const Stmt *s) {
  SmallVector<StringRef> docLines;
  if (!s->doc.empty())
    s->doc.split(docLines, '\n');
  for (StringRef doc : docLines)
    line() << "## " << doc << '\n';
  line();
  auto named = [&](StringRef what, const Identifier &name, const TypeExpr *t,
                   const Expr *value) {
    os << what << ' ' << name.name;
    end(s->range);
    Indent indent(*this);
    if (t)
      type(t);
    if (value)
      expr(value);
  };
  switch (s->kind) {
  case Stmt::Kind::Let: {
    auto *let = cast<LetStmt>(s);
    os << "let ";
    pattern(let->pattern);
    end(s->range);
    Indent indent(*this);
    if (let->type)
      type(let->type);
    return expr(let->value);
  }
  case Stmt::Kind::Layer:
    return named("layer", cast<LayerStmt>(s)->name, nullptr,
                 cast<LayerStmt>(s)->value);
  case Stmt::Kind::Assert: {
    auto *check = cast<AssertStmt>(s);
    os << "assert";
    if (check->message) {
      os << ' ';
      quoted(check->message->value);
    }
    end(s->range);
    Indent indent(*this);
    return expr(check->condition);
  }
  case Stmt::Kind::Update: {
    auto *update = cast<UpdateStmt>(s);
    os << "update ";
    interleave(
        update->path, os, [&](const Identifier &id) { os << id.name; }, ".");
    end(s->range);
    Indent indent(*this);
    return expr(update->value);
  }
  case Stmt::Kind::Param:
    return named("param", cast<ParamStmt>(s)->name, cast<ParamStmt>(s)->type,
                 cast<ParamStmt>(s)->init);
  case Stmt::Kind::State:
    return named("state", cast<StateStmt>(s)->name, cast<StateStmt>(s)->type,
                 cast<StateStmt>(s)->init);
  case Stmt::Kind::Emit:
    return named("emit", cast<EmitStmt>(s)->name, nullptr,
                 cast<EmitStmt>(s)->value);
  case Stmt::Kind::Expr: {
    os << "value";
    end(s->range);
    Indent indent(*this);
    return expr(cast<ExprStmt>(s)->expr);
  }
  case Stmt::Kind::Edition:
    os << "edition " << cast<EditionDecl>(s)->edition;
    return end(s->range);
  case Stmt::Kind::Import: {
    auto *import = cast<ImportDecl>(s);
    os << "import ";
    quoted(import->path->value);
    if (import->as)
      os << " as " << import->as.name;
    return end(s->range);
  }
  case Stmt::Kind::Dim: {
    auto *dim = cast<DimDecl>(s);
    os << "dim ";
    names(dim->names);
    end(s->range);
    Indent indent(*this);
    if (dim->bounds)
      expr(dim->bounds);
    return;
  }
  case Stmt::Kind::TypeAlias:
    return named("type", cast<TypeAliasDecl>(s)->name,
                 cast<TypeAliasDecl>(s)->type, nullptr);
  case Stmt::Kind::Hyper:
    return named("hyper", cast<HyperDecl>(s)->name, cast<HyperDecl>(s)->type,
                 cast<HyperDecl>(s)->value);
  case Stmt::Kind::Fn: {
    auto *fn = cast<FnDecl>(s);
    os << "fn " << fn->name.name;
    end(s->range);
    Indent indent(*this);
    params(fn->params, "param");
    if (fn->result)
      type(fn->result, "result");
    fnBody(fn->body, "body");
    if (!fn->hasGrad)
      return;
    line() << "grad (";
    names(fn->cotangents);
    os << ')';
    end(fn->gradRange);
    Indent inner(*this);
    return fnBody(fn->grad, "body");
  }
  case Stmt::Kind::Block: {
    auto *block = cast<BlockDecl>(s);
    os << "block " << block->name.name;
    end(s->range);
    Indent indent(*this);
    params(block->config, "config");
    params(block->inputs, "input");
    if (block->result)
      type(block->result, "result");
    return body(block->body);
  }
  case Stmt::Kind::Model: {
    auto *model = cast<ModelDecl>(s);
    os << "model " << model->name.name;
    end(s->range);
    Indent indent(*this);
    params(model->inputs, "input");
    if (model->result)
      type(model->result, "result");
    return body(model->body);
  }
  case Stmt::Kind::Dataset: {
    os << "dataset " << cast<DatasetDecl>(s)->name.name;
    end(s->range);
    Indent indent(*this);
    return body(cast<DatasetDecl>(s)->section, "section");
  }
  case Stmt::Kind::Train: {
    auto *train = cast<TrainDecl>(s);
    os << "train " << train->model.name;
    if (train->as)
      os << " as " << train->as.name;
    end(s->range);
    Indent indent(*this);
    return body(train->section, "section");
  }
  case Stmt::Kind::Field:
    return named("field", cast<FieldItem>(s)->name, cast<FieldItem>(s)->type,
                 cast<FieldItem>(s)->value);
  case Stmt::Kind::Augment:
    return named("augment", cast<AugmentItem>(s)->name, nullptr,
                 cast<AugmentItem>(s)->value);
  case Stmt::Kind::Metric:
    return named("metric", cast<MetricItem>(s)->name, nullptr,
                 cast<MetricItem>(s)->value);
  case Stmt::Kind::Key:
    return named("key", cast<KeyItem>(s)->name, nullptr,
                 cast<KeyItem>(s)->value);
  }
}

void emitAST(raw_ostream &os, const SourceMgr &sources,
             const SourceFile &file) {
  Printer(os, sources, file.bufferId).print(file);
}

} // namespace nnc
