/// The tables behind kinds.def and operators.def.
#ifndef KALE_KINDS_H
#define KALE_KINDS_H

#include <stdint.h>

enum kale_field_type {
  KALE_FIELD_NONE = 0,
  KALE_FIELD_NODE,
  KALE_FIELD_NODES,
  KALE_FIELD_NAME,
  KALE_FIELD_NAMES,
  KALE_FIELD_INT,
  KALE_FIELD_INTS,
  KALE_FIELD_VALUE,
};

struct kale_field {
  enum kale_field_type type;
  const char *name;
};

#define KALE_MAX_FIELDS 8
/// Words of a node before its fields.
#define KALE_NODE_HEADER 5

struct kale_kind {
  const char *name;
  /// Ends with KALE_FIELD_NONE.
  struct kale_field fields[KALE_MAX_FIELDS];
};

enum kale_kind_number {
  KALE_KIND_NONE = 0,
#define KIND(name, ...) KALE_KIND_##name,
#include "kinds.def"
#undef KIND
  KALE_KIND_END,
};

enum kale_operator {
  KALE_OPERATOR_NONE = 0,
#define OPERATOR(name) KALE_OPERATOR_##name,
#define CONTEXT(name)
#include "operators.def"
#undef OPERATOR
#undef CONTEXT
  KALE_OPERATOR_END,
};

enum kale_context {
  KALE_CONTEXT_NONE = 0,
#define OPERATOR(name)
#define CONTEXT(name) KALE_CONTEXT_##name,
#include "operators.def"
#undef OPERATOR
#undef CONTEXT
  KALE_CONTEXT_END,
};

/// Swift's Constant.Kind.
enum kale_constant {
  KALE_CONSTANT_NONE = 1,
  KALE_CONSTANT_TRUE,
  KALE_CONSTANT_FALSE,
  KALE_CONSTANT_ELLIPSIS,
  KALE_CONSTANT_INT,
  KALE_CONSTANT_FLOAT,
  KALE_CONSTANT_COMPLEX,
  KALE_CONSTANT_STRING,
  KALE_CONSTANT_BYTES,
};

/// By kind number.
extern const struct kale_kind kale_kinds[KALE_KIND_END];

/// Words that a field takes in a node.
static inline int32_t kale_field_width(enum kale_field_type type) {
  return type == KALE_FIELD_NONE ? 0 : type == KALE_FIELD_VALUE ? 3 : 1;
}

#endif
