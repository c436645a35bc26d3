//===- nnrt.hpp - The runtime for C++ ---------------------------*- C++ -*-===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// nnrt/nnrt.h with owners and exceptions, in C++17: every object releases
// itself and moves, every error is an nnrt::Error. There is no library behind
// it but libnnrt.
//
//===----------------------------------------------------------------------===//

#ifndef NNRT_NNRT_HPP
#define NNRT_NNRT_HPP

#include "nnrt/nnrt.h"

#include <array>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace nnrt {

/// What a call has answered, with its code.
class Error : public std::runtime_error {
public:
  explicit Error(const nnrt_error &error)
      : std::runtime_error(error.message), code(nnrt_code(error.code)) {}
  nnrt_code code;
};

namespace detail {

template <class Call> void check(Call call) {
  nnrt_error error;
  if (call(&error) != NNRT_OK)
    throw Error(error);
}

/// A handle and the function that releases it.
template <class Handle, void (*Release)(Handle **)> class Owner {
public:
  Owner() = default;
  Owner(Owner &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  Owner &operator=(Owner &&other) noexcept {
    std::swap(handle, other.handle);
    return *this;
  }
  ~Owner() { Release(&handle); }

  Handle *raw() const { return handle; }

protected:
  Handle *handle = nullptr;
};

template <class Element> constexpr nn_dtype dtypeOf() {
  using Plain = std::remove_const_t<Element>;
  if constexpr (std::is_same_v<Plain, float>)
    return NN_F32;
  else if constexpr (std::is_same_v<Plain, double>)
    return NN_F64;
  else if constexpr (std::is_same_v<Plain, int8_t>)
    return NN_I8;
  else if constexpr (std::is_same_v<Plain, int32_t>)
    return NN_I32;
  else if constexpr (std::is_same_v<Plain, int64_t>)
    return NN_I64;
  else
    static_assert(std::is_same_v<Plain, bool>, "no nn_dtype for this type");
  return NN_BOOL;
}

} // namespace detail

/// A view of row-major memory, which stays the caller's. Of an output the shape
/// may be left out: it is filled in.
template <class Element>
nnrt_array view(Element *data, size_t count,
                std::initializer_list<int64_t> shape = {}) {
  nnrt_array array{};
  // An input is not written: C has no way to say so for one type.
  array.data = const_cast<std::remove_const_t<Element> *>(data);
  array.bytes = count * sizeof(Element);
  array.dtype = detail::dtypeOf<Element>();
  for (int64_t size : shape) {
    if (array.rank == NN_MAX_RANK)
      throw std::length_error("an nnrt_array has at most 8 axes");
    array.shape[array.rank++] = size;
  }
  return array;
}
template <class Element>
nnrt_array view(const std::vector<Element> &data,
                std::initializer_list<int64_t> shape) {
  return view(data.data(), data.size(), shape);
}
template <class Element> nnrt_array room(std::vector<Element> &data) {
  return view(data.data(), data.size());
}

using Arrays = std::vector<nnrt_array>;

class Program : public detail::Owner<nnrt_program, nnrt_close> {
public:
  explicit Program(const std::string &path,
                   const nnrt_memory *memory = nullptr) {
    detail::check([&](nnrt_error *error) {
      return nnrt_open(path.c_str(), memory, &handle, error);
    });
  }
  explicit Program(const nn_program &linked,
                   const nnrt_memory *memory = nullptr) {
    detail::check([&](nnrt_error *error) {
      return nnrt_wrap(&linked, memory, &handle, error);
    });
  }

  /// Throws for a program that was moved from.
  const nn_program &descriptor() const {
    const nn_program *tables = nnrt_descriptor(handle);
    if (!tables)
      throw Error({NNRT_BAD_CALL, "the program is null"});
    return *tables;
  }
  void set(const std::string &name, const std::string &value) {
    detail::check([&](nnrt_error *error) {
      return nnrt_set(handle, name.c_str(), value.c_str(), error);
    });
  }
  nn_scalar get(const std::string &name) const {
    nn_scalar value{};
    detail::check([&](nnrt_error *error) {
      return nnrt_get(handle, name.c_str(), &value, error);
    });
    return value;
  }
  /// Returns how many it will really use.
  int setThreads(int threads) {
    int32_t used = 0;
    detail::check([&](nnrt_error *error) {
      return nnrt_set_threads(handle, threads, &used, error);
    });
    return used;
  }
};

class Model : public detail::Owner<nnrt_model, nnrt_model_free> {
public:
  /// The first model of the program, or the one of this name.
  explicit Model(Program &program, const char *name = nullptr) {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_create(program.raw(), name, &handle, error);
    });
  }

  void initialize(int64_t seed) {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_init(handle, seed, error);
    });
  }
  /// `flags`: 0 or NNRT_PARTIAL.
  void load(const std::string &path, uint32_t flags = 0) {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_load(handle, path.c_str(), flags, error);
    });
  }
  void save(const std::string &path) const {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_save(handle, path.c_str(), error);
    });
  }
  /// One parameter or state, whose size in elements is `count`.
  template <class Element>
  std::vector<Element> read(const std::string &path, size_t count) const {
    std::vector<Element> data(count);
    detail::check([&](nnrt_error *error) {
      return nnrt_model_read(handle, path.c_str(), data.data(),
                             count * sizeof(Element), error);
    });
    return data;
  }
  template <class Element>
  void write(const std::string &path, const std::vector<Element> &data) {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_write(handle, path.c_str(), data.data(),
                              data.size() * sizeof(Element), error);
    });
  }
  /// `name` as of nnrt_model_set_vocabulary; read back, empty where there is
  /// none.
  void setVocabulary(const std::string &name, const std::string &text) {
    detail::check([&](nnrt_error *error) {
      return nnrt_model_set_vocabulary(handle, name.c_str(), text.c_str(),
                                       error);
    });
  }
  std::string vocabulary(const std::string &name) const {
    const char *text = nnrt_model_vocabulary(handle, name.c_str());
    return text ? text : "";
  }
  /// Several threads may, each with outputs of its own. Shapes are filled in.
  void infer(const Arrays &inputs, Arrays &outputs) const {
    detail::check([&](nnrt_error *error) {
      return nnrt_infer(handle, inputs.data(), int32_t(inputs.size()),
                        outputs.data(), int32_t(outputs.size()), nullptr, 0,
                        error);
    });
  }
};

class Trainer : public detail::Owner<nnrt_trainer, nnrt_trainer_free> {
public:
  explicit Trainer(Model &model, const char *section = nullptr,
                   const nnrt_trainer_options *options = nullptr) {
    detail::check([&](nnrt_error *error) {
      return nnrt_trainer_create(model.raw(), section, options, &handle, error);
    });
  }

  /// The loss and the metrics of one batch, in the order of train_step.values.
  template <size_t Count> std::array<double, Count> step(const Arrays &inputs) {
    std::array<double, Count> values{};
    detail::check([&](nnrt_error *error) {
      return nnrt_train_step(handle, inputs.data(), int32_t(inputs.size()),
                             values.data(), int32_t(Count), error);
    });
    return values;
  }
  template <size_t Count>
  std::array<double, Count> evaluate(const Arrays &inputs) {
    std::array<double, Count> values{};
    detail::check([&](nnrt_error *error) {
      return nnrt_eval_step(handle, inputs.data(), int32_t(inputs.size()),
                            values.data(), int32_t(Count), error);
    });
    return values;
  }
  nnrt_position position() const {
    nnrt_position position{};
    detail::check([&](nnrt_error *error) {
      return nnrt_trainer_position(handle, &position, error);
    });
    return position;
  }
  void save(const std::string &path) const {
    detail::check([&](nnrt_error *error) {
      return nnrt_trainer_save(handle, path.c_str(), error);
    });
  }
  void load(const std::string &path) {
    detail::check([&](nnrt_error *error) {
      return nnrt_trainer_load(handle, path.c_str(), error);
    });
  }
};

} // namespace nnrt

#endif // NNRT_NNRT_HPP
