/// A `kale_result` in the making: growing arrays that are reused from call to call.
#ifndef KALE_BUILDER_H
#define KALE_BUILDER_H

#include <stdbool.h>

#include "include/kale_python.h"

/// A growing array; `count` and `capacity` in elements.
struct kale_array {
  void *data;
  size_t count;
  size_t capacity;
};

/// Name index by identity of the Python string, open addressing; `round` marks live entries.
struct kale_name_slot {
  const void *string;
  uint32_t round;
  int32_t index;
};

struct kale_builder {
  struct kale_array words;
  struct kale_array names;
  struct kale_array text;
  /// The stack of a walk; the owner chooses the element.
  struct kale_array stack;
  struct kale_name_slot *slots;
  size_t slot_count;
  uint32_t round;
  kale_error error;
  /// Memory ran out, or the result would need offsets over 31 bits.
  bool failed;
};

/// Empties the builder, keeping its memory.
void kale_builder_reset(struct kale_builder *builder);

/// Makes room for `count` more elements of `size` bytes, zeroed, and returns the index of the first,
/// or -1 having set `failed`. Pointers into the array are void afterwards.
int32_t kale_array_grow(
  struct kale_builder *builder, struct kale_array *array, size_t count, size_t size);

static inline int32_t *kale_words(struct kale_builder *builder) {
  return builder->words.data;
}

static inline int32_t kale_add_words(struct kale_builder *builder, size_t count) {
  return kale_array_grow(builder, &builder->words, count, sizeof(int32_t));
}

/// Appends text.
kale_span kale_add_text(struct kale_builder *builder, const void *bytes, size_t length);

/// The index of the name that the Python string `identity` is, or -1 if it is new to this result.
/// `kale_add_name` must then follow, with its UTF-8.
int32_t kale_find_name(struct kale_builder *builder, const void *identity);
/// Adds a name and returns its index; -1 having set `failed`.
int32_t kale_add_name(
  struct kale_builder *builder, const void *identity, const char *bytes, size_t length);

/// Drops what was built and makes the result an error.
void kale_set_error(
  struct kale_builder *builder, enum kale_error_kind kind, const char *class_name,
  const char *message);

/// The result, as one block. Never NULL.
kale_result *kale_builder_finish(struct kale_builder *builder);

#endif
