/* Digits for the examples of this folder: rows of 64 brightnesses and a label,
 * from a table such as examples/data/digits.csv. */
#ifndef EXAMPLES_EMBED_DIGITS_H
#define EXAMPLES_EMBED_DIGITS_H

#include <stdint.h>
#include <stdio.h>

enum { PIXELS = 64, MAX_DIGITS = 2000 };

typedef struct {
  int64_t count;
  float pixels[MAX_DIGITS][PIXELS]; /* 0 to 1 */
  int32_t labels[MAX_DIGITS];
} Digits;

/* 0 where the file cannot be read. */
static inline int readDigits(const char *path, Digits *digits) {
  FILE *file = fopen(path, "r");
  if (!file)
    return 0;
  int header;
  do
    header = fgetc(file);
  while (header != '\n' && header != EOF);
  for (digits->count = 0; digits->count < MAX_DIGITS; ++digits->count) {
    float *pixels = digits->pixels[digits->count];
    int i = 0;
    for (; i < PIXELS && fscanf(file, "%f,", &pixels[i]) == 1; ++i)
      pixels[i] /= 16;
    if (i < PIXELS ||
        fscanf(file, "%d", (int *)&digits->labels[digits->count]) != 1)
      break;
  }
  fclose(file);
  return digits->count > 0;
}

static inline int32_t likeliest(const float *logits) {
  int32_t best = 0;
  for (int32_t i = 1; i < 10; ++i)
    if (logits[i] > logits[best])
      best = i;
  return best;
}

#endif /* EXAMPLES_EMBED_DIGITS_H */
