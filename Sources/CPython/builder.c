#include "builder.h"

#include <stdlib.h>
#include <string.h>

/// Stands for any result that there was no memory for.
static const char no_memory_text[] = "out of memory";
static kale_result no_memory = {
  .error = {.kind = KALE_ERROR_OTHER, .message = {0, sizeof no_memory_text - 1}},
  .text = (const uint8_t *)no_memory_text,
  .text_length = sizeof no_memory_text - 1,
};

static void clear(struct kale_builder *builder) {
  builder->words.count = 0;
  builder->names.count = 0;
  builder->text.count = 0;
  builder->stack.count = 0;
}

void kale_builder_reset(struct kale_builder *builder) {
  clear(builder);
  builder->round++;
  builder->failed = false;
  memset(&builder->error, 0, sizeof builder->error);
}

int32_t kale_array_grow(
  struct kale_builder *builder, struct kale_array *array, size_t count, size_t size) {
  size_t first = array->count;
  if (count > INT32_MAX - first) {
    builder->failed = true;
    return -1;
  }
  if (first + count > array->capacity) {
    size_t capacity = array->capacity * 2;
    if (capacity < 256) capacity = 256;
    if (capacity < first + count) capacity = first + count;
    void *data = realloc(array->data, capacity * size);
    if (!data) {
      builder->failed = true;
      return -1;
    }
    array->data = data;
    array->capacity = capacity;
  }
  memset((char *)array->data + first * size, 0, count * size);
  array->count = first + count;
  return (int32_t)first;
}

kale_span kale_add_text(struct kale_builder *builder, const void *bytes, size_t length) {
  int32_t offset = kale_array_grow(builder, &builder->text, length, 1);
  if (offset < 0) return (kale_span){0, 0};
  if (length > 0) memcpy((char *)builder->text.data + offset, bytes, length);
  return (kale_span){offset, (int32_t)length};
}

/// The slot of `identity`, or the free one where it belongs. There is always a free slot.
static struct kale_name_slot *find_slot(struct kale_builder *builder, const void *identity) {
  size_t mask = builder->slot_count - 1;
  size_t at = (size_t)(((uintptr_t)identity >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;
  while (builder->slots[at].round == builder->round && builder->slots[at].string != identity) {
    at = (at + 1) & mask;
  }
  return &builder->slots[at];
}

int32_t kale_find_name(struct kale_builder *builder, const void *identity) {
  if (builder->slot_count == 0) return -1;
  struct kale_name_slot *slot = find_slot(builder, identity);
  return slot->round == builder->round ? slot->index : -1;
}

/// Doubles the table once it is half full.
static bool make_slots(struct kale_builder *builder) {
  if (builder->names.count * 2 < builder->slot_count) return true;
  struct kale_name_slot *old = builder->slots;
  size_t old_count = builder->slot_count;
  size_t count = old_count ? old_count * 2 : 256;
  struct kale_name_slot *slots = calloc(count, sizeof *slots);
  if (!slots) {
    builder->failed = true;
    return false;
  }
  builder->slots = slots;
  builder->slot_count = count;
  for (size_t i = 0; i < old_count; i++) {
    if (old[i].round == builder->round) *find_slot(builder, old[i].string) = old[i];
  }
  free(old);
  return true;
}

int32_t kale_add_name(
  struct kale_builder *builder, const void *identity, const char *bytes, size_t length) {
  if (!make_slots(builder)) return -1;
  kale_span span = kale_add_text(builder, bytes, length);
  int32_t index = kale_array_grow(builder, &builder->names, 1, sizeof(kale_span));
  if (index < 0) return -1;
  ((kale_span *)builder->names.data)[index] = span;
  *find_slot(builder, identity) = (struct kale_name_slot){identity, builder->round, index};
  return index;
}

void kale_set_error(
  struct kale_builder *builder, enum kale_error_kind kind, const char *class_name,
  const char *message) {
  clear(builder);
  builder->error = (kale_error){.kind = kind};
  builder->error.class_name = kale_add_text(builder, class_name, strlen(class_name));
  builder->error.message = kale_add_text(builder, message, strlen(message));
}

kale_result *kale_builder_finish(struct kale_builder *builder) {
  size_t words = builder->words.count * sizeof(int32_t);
  size_t names = builder->names.count * sizeof(kale_span);
  size_t text = builder->text.count;
  kale_result *result =
    builder->failed ? NULL : malloc(sizeof(kale_result) + words + names + text);
  if (!result) return &no_memory;
  char *at = (char *)(result + 1);
  *result = (kale_result){
    .error = builder->error,
    .words = (int32_t *)at,
    .names = (kale_span *)(at + words),
    .text = (uint8_t *)(at + words + names),
    .word_count = (int32_t)builder->words.count,
    .name_count = (int32_t)builder->names.count,
    .text_length = (int32_t)text,
  };
  if (words) memcpy(at, builder->words.data, words);
  if (names) memcpy(at + words, builder->names.data, names);
  if (text) memcpy(at + words + names, builder->text.data, text);
  return result;
}

void kale_result_free(kale_result *result) {
  if (result != &no_memory) free(result);
}
