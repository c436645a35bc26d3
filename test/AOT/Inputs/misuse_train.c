/* Calls every function of nnrt/train.h wrongly, and sees that each answers with
 * a code that its comment names, sets no summary and writes no file.
 *
 *   misuse_train FOLDER: scan.so, none.so (no data set), digits/ with its data,
 *   empty/, damaged/ with data cut short, scan.safetensors, xor.safetensors
 */
#include "nnrt/train.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int calls, wrong;
static nnrt_error error;
static nnrt_program *program;
static char untouched[] = "untouched", *summary = untouched;

static int fileCount(const char *folder) {
  DIR *directory = opendir(folder);
  int count = 0;
  if (!directory)
    return -1;
  while (readdir(directory))
    ++count;
  closedir(directory);
  return count;
}

static void judge(int line, int32_t code, int32_t expected, int files) {
  int same = summary == untouched && files == fileCount(".");
  int told = error.code == code && *error.message;
  ++calls;
  if (code == expected && same && told)
    return;
  ++wrong;
  printf("line %d: %s, not %s%s: %s\n", line, nnrt_code_name(code),
         nnrt_code_name(expected), same ? "" : ", and something changed",
         error.message);
}

#define EXPECT(expected, call)                                                 \
  do {                                                                         \
    int files = fileCount(".");                                                \
    memset(&error, 0x55, sizeof error);                                        \
    judge(__LINE__, call, expected, files);                                    \
  } while (0)
#define TRUE(condition)                                                        \
  do {                                                                         \
    ++calls;                                                                   \
    if (!(condition)) {                                                        \
      ++wrong;                                                                 \
      printf("line %d: not so: %s\n", __LINE__, #condition);                   \
    }                                                                          \
  } while (0)

static nnrt_train_options given(void) {
  nnrt_train_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.data = "digits";
  options.steps = 3;
  return options;
}

static void training(void) {
  nnrt_train_options options = given();
#define TRAIN(expected)                                                        \
  do {                                                                         \
    EXPECT(expected, nnrt_train(program, "desk", &options, &summary, &error)); \
    options = given();                                                         \
  } while (0)
  EXPECT(NNRT_BAD_CALL, nnrt_train(NULL, "desk", &options, &summary, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_train(program, "desk", NULL, &summary, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_train(program, "desk", &options, NULL, &error));
  EXPECT(NNRT_NOT_FOUND,
         nnrt_train(program, "night", &options, &summary, &error));
  options.struct_size = 4;
  TRAIN(NNRT_BAD_CALL);
  options.epochs = -1;
  TRAIN(NNRT_BAD_CALL);
  options.steps = INT64_MIN;
  TRAIN(NNRT_BAD_CALL);
  options.batch = -64;
  TRAIN(NNRT_BAD_CALL);
  options.batch = INT64_MAX / 16;
  options.out = "huge";
  options.steps = 0;
  options.epochs = 0;
  options.data = "missing";
  TRAIN(NNRT_BAD_INPUT);
  options.data = "empty";
  options.out = "new";
  TRAIN(NNRT_BAD_INPUT);
  options.data = "damaged";
  options.out = "new";
  TRAIN(NNRT_BAD_INPUT);
  TRUE(strstr(error.message, "digits.csv:3") != NULL);
  options.out = "scan.so/new"; /* a file is no folder */
  TRAIN(NNRT_SYSTEM);
  options.resume = 1; /* there is nothing to go on from */
  options.out = "new";
  TRAIN(NNRT_BAD_INPUT);
  options.resume = 1;
  TRAIN(NNRT_BAD_CALL);
}

/* A checkpoint that is cut, of other weights, or of another seed. */
static void resuming(void) {
  nnrt_train_options options = given();
  char *text = untouched;
  int64_t seed = 77;
  options.out = "run";
  TRUE(nnrt_train(program, "desk", &options, &text, &error) == NNRT_OK);
  TRUE(strstr(text, "\"steps\": 3") != NULL);
  nnrt_free(text);
  options.resume = 1;
  options.seed = &seed;
  EXPECT(NNRT_BAD_INPUT,
         nnrt_train(program, "desk", &options, &summary, &error));
  options.seed = NULL;
  TRUE(rename("run/checkpoint/latest.safetensors", "whole") == 0);
  static const char *const others[] = {"xor.safetensors", "scan.safetensors",
                                       "empty.safetensors", "cut.safetensors"};
  for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
    TRUE(link(others[i], "run/checkpoint/latest.safetensors") == 0);
    EXPECT(NNRT_BAD_INPUT,
           nnrt_train(program, "desk", &options, &summary, &error));
    TRUE(unlink("run/checkpoint/latest.safetensors") == 0);
  }
}

static void evaluating(void) {
  static const char weights[] = "scan.safetensors";
#define EVALUATE(expected, section, data, weights)                             \
  EXPECT(expected,                                                             \
         nnrt_evaluate(program, section, data, weights, &summary, &error))
  EXPECT(NNRT_BAD_CALL,
         nnrt_evaluate(NULL, NULL, "digits", weights, &summary, &error));
  EXPECT(NNRT_BAD_CALL,
         nnrt_evaluate(program, NULL, "digits", weights, NULL, &error));
  EVALUATE(NNRT_BAD_CALL, NULL, "digits", NULL);
  EVALUATE(NNRT_NOT_FOUND, "night", "digits", weights);
  EVALUATE(NNRT_BAD_INPUT, "desk", "empty", weights);
  EVALUATE(NNRT_BAD_INPUT, "desk", "missing", weights);
  EVALUATE(NNRT_BAD_INPUT, "desk", "damaged", weights);
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "missing.safetensors");
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "digits");
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "scan.so");
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "empty.safetensors");
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "cut.safetensors");
  EVALUATE(NNRT_BAD_INPUT, "desk", "digits", "xor.safetensors");
  char *text = NULL;
  TRUE(nnrt_evaluate(program, "desk", "digits", weights, &text, &error) ==
       NNRT_OK);
  TRUE(text && strstr(text, "accuracy") != NULL);
  nnrt_free(text);
}

int main(int argc, char **argv) {
  int64_t order[4] = {0, 1, 2, 3};
  if (argc != 2 || chdir(argv[1]) != 0)
    return 2;
  if (nnrt_open("scan.so", NULL, &program, &error)) {
    printf("%s\n", error.message);
    return 3;
  }
  training();
  evaluating();
  resuming();
  nnrt_free(NULL);
  nnrt_shuffle(NULL, 4, 1, 0);
  nnrt_shuffle(order, 0, 1, 0);
  nnrt_shuffle(order, -4, 1, 0);
  TRUE(order[0] == 0 && order[1] == 1 && order[2] == 2 && order[3] == 3);
  nnrt_shuffle(order, 4, 1, 0);
  TRUE(order[0] + order[1] + order[2] + order[3] == 6);

  nnrt_close(&program);
  nnrt_train_options options = given();
  EXPECT(NNRT_BAD_CALL,
         nnrt_train(program, "desk", &options, &summary, &error));
  EXPECT(NNRT_BAD_CALL, nnrt_evaluate(program, NULL, NULL, "scan.safetensors",
                                      &summary, &error));
  printf("%s: %d wrong\n", calls > 40 ? "tens of calls" : "few calls", wrong);
  return wrong != 0;
}
