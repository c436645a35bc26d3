/* Trains the first section of a library with nothing but its C interface: no
 * runtime of ours, no framework. Reads `rows` and IDX data itself, visits the
 * examples in the order of nnc-run (Philox, keyed by seed and epoch), and
 * writes every parameter and state, row major, one after the other.
 *
 *   alone LIBRARY DATA_FOLDER EPOCHS RESULT */
#define _DEFAULT_SOURCE
#include "nnrt/program.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die(const char *what) {
  fprintf(stderr, "alone: %s\n", what);
  exit(1);
}

/*===-- The order of the examples -----------------------------------------===*/

enum { SHUFFLE = 1, SPLIT = 2 };

static void philox(uint32_t c[4], uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; ++round) {
    uint64_t a = (uint64_t)0xD2511F53 * c[0], b = (uint64_t)0xCD9E8D57 * c[2];
    uint32_t next[4] = {(uint32_t)(b >> 32) ^ c[1] ^ k0, (uint32_t)b,
                        (uint32_t)(a >> 32) ^ c[3] ^ k1, (uint32_t)a};
    memcpy(c, next, sizeof next);
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
}

static uint64_t draw(uint64_t seed, uint32_t stream, uint64_t index,
                     uint64_t number) {
  uint64_t block = number / 2;
  uint32_t c[4] = {(uint32_t)block, (uint32_t)index,
                   (uint32_t)(index >> 32) << 8 | (uint32_t)(block >> 32),
                   stream};
  philox(c, (uint32_t)seed, (uint32_t)(seed >> 32));
  return number % 2 ? (uint64_t)c[1] << 32 | c[0] : (uint64_t)c[3] << 32 | c[2];
}

static void shuffle(int64_t *order, int64_t count, uint64_t seed,
                    uint32_t stream, uint64_t index) {
  uint64_t number = 0;
  for (uint64_t left = (uint64_t)count; left > 1; --left) {
    uint64_t value;
    do
      value = draw(seed, stream, index, number++);
    while (value < -left % left);
    int64_t *other = &order[value % left], moved = order[left - 1];
    order[left - 1] = *other;
    *other = moved;
  }
}

/* Examples of the training part: what test and validation leave. */
static int64_t *training_part(const nn_dataset *set, int64_t *count) {
  int64_t n = *count, *order = malloc((size_t)n * sizeof *order);
  for (int64_t i = 0; i < n; ++i)
    order[i] = i;
  if (!set->has_split)
    return order;
  shuffle(order, n, 0, SPLIT, (uint64_t)n);
  int64_t skip = (int64_t)((double)n * set->test_fraction + 0.5) +
                 (int64_t)((double)n * set->validation_fraction + 0.5);
  *count = n - skip;
  return order + skip;
}

/*===-- Data --------------------------------------------------------------===*/

typedef struct {
  const char *name;
  unsigned char *bytes; /* of an IDX file */
  const double *numbers;
  int64_t count, width;
} Source;

static int64_t width_of(const int64_t *shape, int rank) {
  int64_t width = 1;
  for (int i = 0; i < rank; ++i)
    width *= shape[i];
  return width;
}

static Source read_source(const nn_argument *argument, const char *folder) {
  Source source = {.name = argument->name};
  if (argument->type == NN_NUMBERS) {
    source.numbers = argument->numbers;
    source.count = argument->shape[0];
    source.width = width_of(argument->shape + 1, argument->rank - 1);
    return source;
  }
  const char *slash = strrchr(argument->text, '/');
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", folder,
           slash ? slash + 1 : argument->text);
  FILE *file = fopen(path, "rb");
  unsigned char header[4 + 4 * NN_MAX_RANK];
  if (!file || fread(header, 1, 4, file) != 4 || header[2] != 8 ||
      header[3] > NN_MAX_RANK ||
      fread(header + 4, 4, header[3], file) != header[3])
    die(path);
  int64_t dims[NN_MAX_RANK];
  for (int i = 0; i < header[3]; ++i) {
    const unsigned char *d = header + 4 + 4 * i;
    dims[i] = (int64_t)d[0] << 24 | d[1] << 16 | d[2] << 8 | d[3];
  }
  source.count = dims[0];
  source.width = width_of(dims + 1, header[3] - 1);
  size_t size = (size_t)(source.count * source.width);
  source.bytes = malloc(size);
  if (fread(source.bytes, 1, size, file) != size)
    die(path);
  fclose(file);
  return source;
}

/* One example of a column, as the type that `prepare` takes. */
static void get(const Source *source, int64_t example, int32_t dtype,
                void *result) {
  for (int64_t i = 0; i < source->width; ++i) {
    int64_t at = example * source->width + i;
    double value = source->bytes ? source->bytes[at] : source->numbers[at];
    switch (dtype) {
    case NN_F32:
      ((float *)result)[i] = (float)value;
      break;
    case NN_F64:
      ((double *)result)[i] = value;
      break;
    case NN_I32:
      ((int32_t *)result)[i] = (int32_t)value;
      break;
    case NN_I64:
      ((int64_t *)result)[i] = (int64_t)value;
      break;
    default:
      die("a column of another type");
    }
  }
}

/*===-- Memory ------------------------------------------------------------===*/

static void *block(int64_t bytes) {
  size_t size = ((size_t)bytes + NN_BLOCK_ALIGNMENT) / NN_BLOCK_ALIGNMENT *
                NN_BLOCK_ALIGNMENT;
  void *memory = aligned_alloc(NN_BLOCK_ALIGNMENT, size);
  return memory ? memset(memory, 0, size) : NULL;
}

static int64_t element_size(int32_t dtype) {
  static const int64_t sizes[] = {4, 8, 2, 2, 1, 4, 8, 1};
  return sizes[dtype];
}

static int64_t bytes_of(const nn_tensor *tensor, const int64_t *dims) {
  int64_t bytes = element_size(tensor->dtype);
  for (int i = 0; i < tensor->rank; ++i) {
    const nn_axis *axis = &tensor->axes[i];
    bytes *= axis->size >= 0  ? axis->size
             : axis->evaluate ? axis->evaluate(dims)
                              : dims[axis->dim];
  }
  return bytes;
}

/*===-- The loop ----------------------------------------------------------===*/

static nn_status status;

static void call(const nn_entry *entry, nn_call *request) {
  static int64_t arena_size;
  static void *arena;
  int64_t needed = entry->arena_bytes ? entry->arena_bytes(request->dims) : 0;
  if (!arena || needed > arena_size) {
    free(arena);
    arena = block(arena_size = needed);
  }
  request->arena = arena;
  request->status = &status;
  if (entry->function && entry->function(request) != NN_OK)
    die(status.message);
}

int main(int argc, char **argv) {
  if (argc != 5)
    die("alone LIBRARY DATA_FOLDER EPOCHS RESULT");
  void *library = dlopen(argv[1], RTLD_NOW);
  const nn_program *program = library ? dlsym(library, "nn_program") : NULL;
  if (!program || program->magic != NN_PROGRAM_MAGIC ||
      program->abi_version != NN_ABI_VERSION)
    die("no program of this version");
  const nn_train *train = &program->trains[0];
  const nn_model *model = &program->models[train->model];
  const nn_dataset *set = &program->datasets[train->data.dataset];

  Source sources[8];
  for (int i = 0; i < set->argument_count; ++i)
    sources[i] = read_source(&set->arguments[i], argv[2]);
  int64_t count = sources[0].count;
  int64_t *part = training_part(set, &count);
  int64_t *order = malloc((size_t)count * sizeof *order);

  int64_t dims[16] = {0}, batch = train->batch;
  for (int i = 0; i < program->dim_count; ++i)
    dims[i] = program->dims[i].minimum;
  int batch_dim = train->train_step.inputs[0].axes[0].dim;
  nn_scalar hypers[64];
  for (int i = 0; i < program->hyper_count; ++i)
    hypers[i] = program->hypers[i].value;

  nn_call request = {.struct_size = sizeof request,
                     .parameters = block(model->parameter_bytes),
                     .state = block(model->state_bytes),
                     .optimizer = block(train->optimizer_bytes),
                     .dims = dims,
                     .hypers = hypers,
                     .seed = train->seed,
                     .steps_per_epoch = (count + batch - 1) / batch};
  call(&model->init, &request);
  call(&train->init, &request);

  /* Columns of one example, its fields, and the batch they make up. */
  const nn_entry *prepare = &set->prepare, *step = &train->train_step;
  const void *columns[8], *inputs[8];
  void *fields[8], *batches[8];
  dims[batch_dim] = batch;
  for (int i = 0; i < set->column_count; ++i)
    columns[i] = block(bytes_of(&prepare->inputs[i], dims));
  for (int i = 0; i < step->input_count; ++i)
    inputs[i] = batches[i] = block(bytes_of(&step->inputs[i], dims));

  double values[16];
  for (int64_t epoch = 0; epoch < atoi(argv[3]); ++epoch) {
    memcpy(order, part, (size_t)count * sizeof *order);
    if (train->shuffle)
      shuffle(order, count, (uint64_t)train->seed, SHUFFLE, (uint64_t)epoch);
    for (int64_t start = 0; start < count; start += batch) {
      int64_t size = count - start < batch ? count - start : batch;
      for (int64_t i = 0; i < size; ++i) {
        nn_call one = {.struct_size = sizeof one,
                       .training = 1,
                       .inputs = columns,
                       .outputs = fields,
                       .dims = dims,
                       .hypers = hypers,
                       .seed = train->seed,
                       .epoch = epoch,
                       .example = order[start + i]};
        for (int c = 0; c < set->column_count; ++c)
          for (int s = 0; s < set->argument_count; ++s)
            if (!strcmp(sources[s].name, set->columns[c].columns[0]))
              get(&sources[s], one.example, set->columns[c].dtype,
                  (void *)columns[c]);
        for (int f = 0; f < prepare->output_count; ++f)
          for (int k = 0; k < step->input_count; ++k)
            if (!strcmp(step->inputs[k].path, prepare->outputs[f].path))
              fields[f] =
                  (char *)batches[k] + i * bytes_of(&prepare->outputs[f], dims);
        call(prepare, &one);
      }
      dims[batch_dim] = size;
      request.training = 1;
      request.inputs = inputs;
      request.values = values;
      request.epoch = epoch;
      ++request.step;
      call(step, &request);
      ++request.batch_counter;
      dims[batch_dim] = batch;
    }
  }

  FILE *result = fopen(argv[4], "wb");
  for (int i = 0; result && i < model->tensor_count; ++i) {
    const nn_tensor *tensor = &model->tensors[i];
    char *base = tensor->role == NN_STATE ? request.state : request.parameters;
    size_t size = (size_t)bytes_of(tensor, dims);
    void *file = malloc(size);
    if (tensor->packed)
      model->unpack(-1, i, base + tensor->offset, file);
    else
      memcpy(file, base + tensor->offset, size);
    fwrite(file, 1, size, result);
    free(file);
  }
  if (!result || fclose(result) != 0)
    die(argv[4]);
  printf("%lld steps, last %s %.9g\n", (long long)request.step, step->values[0],
         values[0]);
  return 0;
}
