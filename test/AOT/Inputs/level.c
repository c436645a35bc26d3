/* The level of a linked program: by both of its names, as a constructor of ours
 * sees it, and with -DOTHER=NAME that of another program beside it. */
#include "nnrt/program.h"

#include <stdio.h>

extern const nn_program scan_program;
extern const nn_program other_name __asm__("nn_program");
#ifdef OTHER
extern const nn_program OTHER;
#endif

static const char *early;

__attribute__((constructor)) static void before(void) {
  early = scan_program.target;
}

int main(void) {
  printf("%s, %s, before main %s", scan_program.target, other_name.target,
         early);
#ifdef OTHER
  printf(", other %s %s", OTHER.name, OTHER.target);
#endif
  puts("");
  return 0;
}
