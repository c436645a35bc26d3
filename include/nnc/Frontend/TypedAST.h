//===- TypedAST.h - A checked, instantiated program -------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Sema makes of a file: every block and function is instantiated at its
// uses, so that models, training sections and data sets are straight-line
// lists of typed nodes. A node is one op of the nn dialect (on tensors) or one
// op of `arith`/`math` (on scalars); Import translates one to one.
//
//===----------------------------------------------------------------------===//

#ifndef NNC_FRONTEND_TYPEDAST_H
#define NNC_FRONTEND_TYPEDAST_H

#include "nnc/Frontend/Dims.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/SMLoc.h"

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nnc::typed {

enum class Element : uint8_t { F16, BF16, F32, F64, I8, I32, I64, Bool };

/// `f32`, `bool`, ... as the language spells it.
llvm::StringRef spelling(Element element);
inline bool isFloat(Element e) { return e <= Element::F64; }
inline bool isInteger(Element e) {
  return e >= Element::I8 && e <= Element::I64;
}

/// One axis of a tensor type.
struct Axis {
  DimExpr size;
  /// The name the axis goes by in the body being checked, empty where none.
  std::string name;
  /// What a number stands for in messages (`hidden` in `hidden = 800`).
  std::string label;
  /// A literal 1, the only size that stretches (rule 24).
  bool stretches = false;

  Axis(DimExpr size = DimExpr(), std::string name = {})
      : size(std::move(size)), name(std::move(name)) {}
};

/// The type of a node. Int, Num and Bool are scalars in i64, f64 and i1.
struct Type {
  enum Kind : uint8_t { None, Tensor, Int, Num, Bool } kind = None;
  Element element = Element::F32;
  llvm::SmallVector<Axis, 4> axes;

  static Type scalar(Kind kind) {
    Type type;
    type.kind = kind;
    return type;
  }
  static Type tensor(Element element, llvm::ArrayRef<Axis> axes = {}) {
    Type type;
    type.kind = Tensor;
    type.element = element;
    type.axes.assign(axes.begin(), axes.end());
    return type;
  }
  bool isTensor() const { return kind == Tensor; }
  unsigned rank() const { return axes.size(); }
  bool sameShape(const Type &other) const;
  /// Same kind, element and sizes; names do not matter.
  bool operator==(const Type &other) const;
  bool operator!=(const Type &other) const { return !(*this == other); }
  /// `f32[batch, hidden = 800]`.
  std::string str() const;
};

enum class Op : uint8_t {
#define NNC_TYPED_OP(Name, mnemonic) Name,
#include "nnc/Frontend/TypedOps.def"
};
/// The mnemonic of the nn dialect (`add`, `one_hot`).
llvm::StringRef mnemonic(Op op);

struct Function;
struct Scan;

/// A typed operation with at most one result. TypedOps.def says which of the
/// attributes an op uses.
struct Node {
  Op op;
  Type type;
  llvm::SmallVector<Node *, 3> operands;
  llvm::SmallVector<int64_t, 4> ints;
  llvm::SmallVector<DimExpr, 4> sizes;
  double number = 0;
  std::string text;
  std::vector<std::string> names;
  std::vector<double> values;
  std::unique_ptr<Function> forward, vjp;
  std::unique_ptr<Scan> scan;
  llvm::SMRange range;
  /// Where the user wrote what made it: `range`, or the call of the library.
  llvm::SMRange origin;
  /// The layer the node belongs to (`block.0.attn.q`), empty for the top.
  std::string path;
  /// The innermost of Model::calls that made it, -1: none, or no model's node.
  int call = -1;

  Node();
  ~Node();
};

/// A straight-line function. `nodes` holds every node, inputs first, each
/// after its operands; nodes with effects stand in program order.
struct Function {
  std::vector<std::unique_ptr<Node>> nodes;
  std::vector<Node *> inputs; ///< Op::Input; `text` is the name
  struct Result {
    std::string name;
    Node *value;
  };
  std::vector<Result> results;
};

/// What an Op::Scan runs: a `scan`, or a `repeat` that stays rolled.
struct Scan {
  /// Inputs: the index, a slice of each sequence, the carries, what is taken
  /// from outside. Results: the emits, then the next carries.
  Function body;
  llvm::SmallVector<int64_t, 4> axes;     ///< of the sequences
  llvm::SmallVector<int64_t, 4> emitAxes; ///< of the results that are emitted
  unsigned carries = 0;
  std::optional<int64_t> count; ///< without sequences
};

struct Dim {
  std::string name;
  int64_t minimum = 1;
  int64_t maximum = INT64_MAX; ///< both ends included
  llvm::SMRange range;
};

/// So many steps, epochs and examples, one after another (rule 62). How many
/// steps that is, the run knows. All 0: not given.
struct Duration {
  double steps = 0, epochs = 0, examples = 0;

  bool isGiven() const { return steps != 0 || epochs != 0 || examples != 0; }
  /// One that is chosen during the run.
  static Duration unknown() { return {NAN, 0, 0}; }
  bool isUnknown() const { return steps != steps; }
  /// Surely longer than nothing; a difference of units may be.
  bool mayBePositive() const { return steps > 0 || epochs > 0 || examples > 0; }
  /// Adds `factor` times the other.
  void add(const Duration &other, double factor = 1) {
    steps += factor * other.steps;
    epochs += factor * other.epochs;
    examples += factor * other.examples;
  }
};

struct Hyper {
  enum Kind : uint8_t { Int, Num, Bool, Str, DurationKind } kind = Num;
  std::string name;
  int64_t integer = 0;  ///< Int, Bool
  double number = 0;    ///< Num
  std::string text;     ///< Str; for the others the value as written
  std::string standard; ///< the default as written
  std::string doc;      ///< of the `##` lines above
  Duration duration;
  bool structural = false;
  llvm::SMRange range;
};

/// A parameter of a model, or a state of a model or an optimizer.
struct Variable {
  std::string path;
  Type type; ///< of one iteration, where the path has a `*`
  /// How often the rolled loops run whose iterations the path spells `*`, the
  /// outermost first.
  llvm::SmallVector<int64_t, 2> stack;
  bool isState = false;
  bool frozen = false;
  Function init; ///< an int for each of `stack`, one result of `type`
  /// Of another model, where a section calls it: what it begins as.
  const Variable *origin = nullptr;
  llvm::SMRange range;

  /// All iterations, along the first axes.
  Type stored() const;
};

/// A use of a block or a function by a model, for tools that show programs.
struct Call {
  std::string name; ///< `Dense`, `relu`
  std::string path; ///< of the layer; of a function, of the layer around it
  bool isBlock = false;
  bool isStd = false; ///< of the standard library
  int parent = -1;    ///< index of the call around it, which stands before it
  /// How often the rolled loops run whose iterations the path spells `*`.
  llvm::SmallVector<int64_t, 2> stack;
  struct Result {
    std::string name; ///< of the field, empty where there is one tensor
    Type type;
  };
  std::vector<Result> results;
  llvm::SMRange range;
};

struct Model {
  std::string name;
  std::vector<std::unique_ptr<Variable>> variables; ///< in order of creation
  Function infer;
  std::vector<Call> calls; ///< in the order in which they begin
  llvm::SMRange range;
};

/// An optimizer block for one type of parameter. Inputs of the body: `p`, `g`,
/// then one f64 per name in `arguments`; Read and Write name its own states.
struct Optimizer {
  std::string name; ///< `adam_0`
  Type type;
  std::vector<std::string> arguments;
  /// The learning rate: a number, or the position of one of `arguments`.
  std::optional<double> rate;
  std::optional<size_t> rateArgument;
  std::vector<std::unique_ptr<Variable>> states;
  Function body; ///< one result, the new parameter
  llvm::SMRange range;
};

/// A constant argument of a source, nested lists flattened row major.
struct Argument {
  enum Kind : uint8_t { Text, Number, Flag, Texts, Numbers } kind = Text;
  std::string name;
  std::string text;
  double number = 0;
  std::vector<std::string> texts;
  std::vector<double> numbers;
  std::vector<int64_t> shape;
};

/// One value per example that the runtime reads from a source.
struct Column {
  std::string input; ///< name of the input of `prepare`
  /// `column`, `category`, `resize`, `windows`, `words` or `length`
  std::string function;
  std::vector<std::string> columns; ///< names, or `a..b` for positions
  std::vector<std::string> categories;
  std::vector<Argument> arguments; ///< of `words` and `length`
  std::string field;               ///< the field it is for
  bool truncate = false;
  Type type;
  llvm::SMRange range;
};

struct Dataset {
  std::string name;
  std::string source; ///< `rows`, `csv`, `idx`, ...
  std::vector<Argument> arguments;
  std::vector<Column> columns;
  struct Field {
    std::string name;
    Type type;
    llvm::SMRange range;
  };
  std::vector<Field> fields;
  Function prepare; ///< one input per column, one result per field
  /// From the fields of a training example to those that `augment` changes,
  /// both by name. Without results where there is no `augment`.
  Function augment;
  bool hasSplit = false;
  double validationFraction = 0, testFraction = 0;
  llvm::SMRange range;

  /// Has no examples before it is cut (rule 58).
  bool isStream() const { return source == "characters"; }
};

/// A data set or a part of one.
struct DataPart {
  enum Part : uint8_t { All, Train, Validation, Test } part = All;
  int dataset = -1; ///< index in the program, -1: none
};

struct Train {
  std::string name;
  unsigned model = 0; ///< index in the program
  DataPart data, validation, test;
  int64_t batch = 0;
  Duration epochs, steps; ///< not given: no such limit
  Duration validateEvery{0, 1, 0};
  int64_t seed = 0;
  int64_t accumulate = 1;
  bool shuffle = true;
  std::string bucketBy;  ///< a field of words: batches of similar length
  std::string startFrom; ///< an earlier section or a weights file
  /// What paths of that file start with and what they start with here, in turn.
  std::vector<std::string> renames;
  std::vector<std::string> freeze;
  /// The other models it calls, each with the section that it has learned in
  /// before, empty where there is none.
  std::vector<std::string> lenders;
  std::string precision; ///< `bf16` or `f16`: what contractions compute in

  /// Inputs are the fields that the body reads. Effects in `step`: Metric
  /// (the loss is called `loss`), Optimize, Write; in `eval` Metric alone.
  Function step, eval;
  std::vector<std::unique_ptr<Optimizer>> optimizers;
  bool hasOptimizer = false;

  /// Inputs are f64 scalars called `train.accuracy`, ...; results are called
  /// `stop_when` (Bool), `best` and `patience` (Num).
  Function control;
  bool bestHigher = false, patienceHigher = false, restoreBest = false;
  Duration patience, checkpointEvery;
  double minDelta = 0;
  int64_t keep = 0;
  std::vector<std::string> higherMetrics;
  llvm::SMRange range;
};

struct Program {
  int64_t edition = 1;
  std::vector<Dim> dims;
  std::vector<Hyper> hypers;
  std::vector<std::unique_ptr<Model>> models;
  std::vector<std::unique_ptr<Dataset>> datasets;
  std::vector<std::unique_ptr<Train>> trains;
};

} // namespace nnc::typed

#endif // NNC_FRONTEND_TYPEDAST_H
