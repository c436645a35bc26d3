/* Trains a model of characters on a text of its own, with numbers of its own
 * for them, and saves it so that others know what they stand for.
 *
 *   letters LIBRARY TEXT STEPS OUT [WEIGHTS]: with weights, of a file or with
 *   `-` those inside the library, goes on from them and numbers the characters
 *   as they do.
 */
#include "nnrt/nnrt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 4, CONTEXT = 4 };

static nnrt_error error;

static void check(int32_t code) {
  if (code == NNRT_OK)
    return;
  fprintf(stderr, "%s: %s\n", nnrt_code_name(code), error.message);
  exit(1);
}

/* The bytes of the UTF-8 character at `text`. */
static size_t width(const char *text) {
  size_t bytes = 1;
  while ((text[bytes] & 0xc0) == 0x80)
    ++bytes;
  return bytes;
}

/* Its number in the vocabulary, to which it is added where it is new. */
static int32_t number(char *vocabulary, const char *character) {
  size_t bytes = width(character);
  int32_t index = 0;
  char *next = vocabulary;
  for (; *next; next += width(next), ++index)
    if (strncmp(next, character, bytes) == 0)
      return index;
  memcpy(next, character, bytes);
  next[bytes] = '\0';
  return index;
}

int main(int argc, char **argv) {
  if (argc < 5)
    return 2;
  static int32_t tokens[4096], in[BATCH][CONTEXT], out[BATCH][CONTEXT];
  static char vocabulary[256];
  nnrt_program *program = NULL;
  nnrt_model *model = NULL;
  nnrt_trainer *trainer = NULL;
  check(nnrt_open(argv[1], NULL, &program, &error));
  check(nnrt_model_create(program, NULL, &model, &error));
  if (argc <= 5)
    check(nnrt_model_init(model, 1, &error));
  if (argc > 5) {
    if (strcmp(argv[5], "-") != 0)
      check(nnrt_model_load(model, argv[5], 0, &error));
    const char *known = nnrt_model_vocabulary(model, "vocabulary.Text");
    if (!known)
      return 3;
    strcpy(vocabulary, known);
  }
  int count = 0;
  for (const char *next = argv[2]; *next; next += width(next))
    tokens[count++] = number(vocabulary, next);
  if (argc <= 5)
    check(nnrt_model_set_vocabulary(model, "vocabulary.Text", vocabulary,
                                    &error));
  check(nnrt_trainer_create(model, NULL, NULL, &trainer, &error));
  nnrt_array arrays[2] = {{in, sizeof in, NN_I32, 2, {BATCH, CONTEXT}},
                          {out, sizeof out, NN_I32, 2, {BATCH, CONTEXT}}};
  for (int step = 0; step < atoi(argv[3]); ++step) {
    for (int i = 0; i < BATCH * CONTEXT; ++i) {
      int at = step * BATCH + i / CONTEXT + i % CONTEXT;
      in[i / CONTEXT][i % CONTEXT] = tokens[at % count];
      out[i / CONTEXT][i % CONTEXT] = tokens[(at + 1) % count];
    }
    check(nnrt_train_step(trainer, arrays, 2, NULL, 0, &error));
  }
  char checkpoint[512];
  snprintf(checkpoint, sizeof checkpoint, "%s.run", argv[4]);
  check(nnrt_model_save(model, argv[4], &error));
  check(nnrt_trainer_save(trainer, checkpoint, &error));
  nnrt_trainer_free(&trainer);
  nnrt_model_free(&model);
  nnrt_close(&program);
  return 0;
}
