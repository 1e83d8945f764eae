/// From the classes of the linked Python's `_ast` to kinds, by address of the class.
#ifndef KALE_TYPES_H
#define KALE_TYPES_H

#include <stdbool.h>

#include "stable_abi.h"

#include "include/kale_python.h"
#include "kinds.h"

struct kale_type {
  PyTypeObject *type;
  /// Of a node; KALE_KIND_NONE for operators and contexts.
  int32_t kind;
  /// Of an operator or context.
  int32_t number;
  /// Words of the node.
  int32_t width;
  /// The class has line and column attributes.
  bool has_position;
  /// Attribute names by field of the kind, interned; NULL where this Python's class has no such field.
  PyObject *fields[KALE_MAX_FIELDS];
};

#define KALE_TYPE_SLOTS 512

struct kale_types {
  /// Open addressing; some 120 entries.
  struct kale_type slots[KALE_TYPE_SLOTS];
};

/// Fills the table. False with a Python exception set.
bool kale_types_load(struct kale_types *types);

/// The entry of an object's class, or NULL.
static inline const struct kale_type *kale_type_of(
  const struct kale_types *types, PyTypeObject *type) {
  uint64_t hash = ((uintptr_t)type >> 4) * UINT64_C(0x9E3779B97F4A7C15);
  for (size_t at = hash >> 55;; at = (at + 1) % KALE_TYPE_SLOTS) {
    const struct kale_type *entry = &types->slots[at];
    if (entry->type == type) return entry;
    if (!entry->type) return NULL;
  }
}

#endif
