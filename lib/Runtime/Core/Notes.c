/*===- Notes.c - Vocabularies: what the numbers of a text stand for --------===*
 *
 * Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
 * See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "Core.h"

#include <string.h>

int nnrt_is_vocabulary(const char *name) {
  return strncmp(name, "vocabulary.", 11) == 0 ||
         strncmp(name, "words.", 6) == 0;
}

nnrt_note *nnrt_make_note(const nnrt_memory *memory, const char *name,
                          size_t length, nnrt_error *error) {
  size_t nameBytes = strlen(name) + 1;
  nnrt_note *note =
      nnrt_allocate(memory, sizeof *note + nameBytes + length + 1, error);
  if (!note)
    return NULL;
  note->name = (char *)(note + 1);
  note->text = note->name + nameBytes;
  note->length = length;
  memcpy(note->name, name, nameBytes);
  return note;
}

void nnrt_add_note(nnrt_note **notes, nnrt_note *note) {
  while (*notes)
    notes = &(*notes)->next;
  *notes = note;
}

void nnrt_release_notes(const nnrt_memory *memory, nnrt_note **notes) {
  while (*notes) {
    nnrt_note *note = *notes;
    *notes = note->next;
    nnrt_release(memory, note);
  }
}

int32_t nnrt_model_set_vocabulary(nnrt_model *model, const char *name,
                                  const char *text, nnrt_error *error) {
  int32_t code = nnrt_need_model(model, error);
  if (code)
    return code;
  if (!name)
    return nnrt_fail(error, NNRT_BAD_CALL, "the name is null");
  if (!nnrt_is_vocabulary(name))
    return nnrt_fail(error, NNRT_BAD_VALUE,
                     "`%s` is no name of a vocabulary, such as "
                     "`vocabulary.Text` or `words.Reviews.tokens`",
                     name);
  const nnrt_memory *memory = &model->program->memory;
  nnrt_note *note = NULL;
  if (text) {
    size_t length = strlen(text);
    note = nnrt_make_note(memory, name, length, error);
    if (!note)
      return NNRT_NO_MEMORY;
    memcpy(note->text, text, length);
  }
  nnrt_note **place = &model->notes;
  while (*place && strcmp((*place)->name, name) != 0)
    place = &(*place)->next;
  nnrt_note *old = *place;
  if (old)
    *place = old->next;
  nnrt_release(memory, old);
  if (note)
    nnrt_add_note(&model->notes, note);
  return nnrt_good(error);
}

const char *nnrt_model_vocabulary(const nnrt_model *model, const char *name) {
  if (nnrt_need_model(model, NULL) || !name)
    return NULL;
  const nnrt_note *note = model->notes;
  while (note && strcmp(note->name, name) != 0)
    note = note->next;
  return note ? note->text : NULL;
}
