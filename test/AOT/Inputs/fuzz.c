/* Damages weights and checkpoints at random and loads them: whatever comes, the
 * answer is a documented code, and where it is not NNRT_OK nothing changes.
 *
 *   fuzz scan.so SECONDS SEED */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SAVED = 1 << 20 };

static uint64_t state;

static uint64_t draw(uint64_t limit) { /* xorshift64* (Vigna, 2016) */
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return state * UINT64_C(0x2545F4914F6CDD1D) % limit;
}

static nnrt_error error;

static void need(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

/* Where most of the checks are: the header, not the numbers behind it. */
static size_t place(size_t bytes, size_t header) {
  size_t limit = draw(16) && header < bytes ? header : bytes;
  return draw(limit ? limit : 1);
}

static size_t damage(char *data, size_t bytes, size_t header) {
  static const char *const words[] = {"\"",
                                      "{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      "\\",
                                      "\\u12",
                                      "-1",
                                      "1e9",
                                      "null",
                                      "18446744073709551616",
                                      "9223372036854775807",
                                      "0",
                                      "BF16",
                                      "U64",
                                      "\"shape\":",
                                      "\"data_offsets\":",
                                      "\"dtype\":",
                                      "__metadata__",
                                      "[[[[[[[[",
                                      "{\"a\":{\"b\":"};
  for (uint64_t count = 1 + draw(4); count > 0 && bytes > 0; --count) {
    size_t at = place(bytes, header), length = 1 + draw(40);
    const char *word = words[draw(sizeof words / sizeof *words)];
    size_t size = strlen(word);
    switch (draw(7)) {
    case 0:
      data[at] ^= (char)(1 << draw(8));
      break;
    case 1:
      data[at] = (char)draw(256);
      break;
    case 2: /* cut short */
      bytes = at;
      break;
    case 3: /* a part is taken out */
      if (at + length < bytes) {
        memmove(data + at, data + at + length, bytes - at - length);
        bytes -= length;
      }
      break;
    case 4: /* a part comes twice */
      if (at + length < bytes && bytes + length < SAVED) {
        memmove(data + at + length, data + at, bytes - at);
        bytes += length;
      }
      break;
    case 5: /* a word is put in */
      if (bytes + size < SAVED) {
        memmove(data + at + size, data + at, bytes - at);
        memcpy(data + at, word, size);
        bytes += size;
      }
      break;
    default: /* a word is written over */
      if (at + size < bytes)
        memcpy(data + at, word, size);
    }
  }
  /* Half of the time the size of the header fits again. */
  if (bytes > 8 && draw(2)) {
    uint64_t told = header - 8 + draw(64) - 32;
    memcpy(data, &told, 8);
  }
  return bytes;
}

int main(int argc, char **argv) {
  static char good[SAVED], before[SAVED], after[SAVED], work[SAVED];
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  nnrt_trainer *trainer = NULL;
  size_t bytes = 0, header = 0, size = 0;
  if (argc != 4)
    return 2;
  state = strtoull(argv[3], NULL, 10) * 2 + 1;
  need(nnrt_open(argv[1], NULL, &program, &error));
  need(nnrt_model_create(program, NULL, &model, &error));
  need(nnrt_model_init(model, 1, &error));
  need(nnrt_trainer_create(model, NULL, NULL, &trainer, &error));
  need(nnrt_trainer_save_memory(trainer, good, SAVED, &bytes, &error));
  memcpy(&header, good, 8);
  header += 8;
  long tries = 0, loaded = 0, refused = 0;
  for (time_t end = time(NULL) + atoi(argv[2]); time(NULL) < end; ++tries) {
    memcpy(work, good, bytes);
    size_t length = damage(work, bytes, header);
    /* Of just that size, so that a sanitizer sees a read behind its end. */
    char *exact = malloc(length ? length : 1);
    memcpy(exact, work, length);
    need(nnrt_trainer_save_memory(trainer, before, SAVED, &size, &error));
    int32_t code =
        tries % 2 ? nnrt_trainer_load_memory(trainer, exact, length, &error)
                  : nnrt_model_load_memory(model, exact, length,
                                           (uint32_t)draw(2), &error);
    free(exact);
    if (code == NNRT_OK) {
      ++loaded;
      need(nnrt_trainer_load_memory(trainer, good, bytes, &error));
      continue;
    }
    ++refused;
    need(nnrt_trainer_save_memory(trainer, after, SAVED, &size, NULL));
    if ((code != NNRT_BAD_FILE && code != NNRT_WRONG_WEIGHTS) ||
        memcmp(before, after, size) != 0) {
      printf("try %ld of seed %s: %s\n", tries, argv[3], nnrt_code_name(code));
      return 1;
    }
  }
  fprintf(stderr, "%ld tries, %ld loaded, %ld refused\n", tries, loaded,
          refused);
  printf("%s\n", refused > 100 && loaded > 0 ? "clean" : "too few");
  nnrt_trainer_free(&trainer);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
