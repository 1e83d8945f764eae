#include "kinds.h"

#include <stddef.h>

#include "include/kale_python.h"

const struct kale_kind kale_kinds[KALE_KIND_END] = {
#define NODE(f) {KALE_FIELD_NODE, #f}
#define NODES(f) {KALE_FIELD_NODES, #f}
#define NAME(f) {KALE_FIELD_NAME, #f}
#define NAMES(f) {KALE_FIELD_NAMES, #f}
#define INT(f) {KALE_FIELD_INT, #f}
#define INTS(f) {KALE_FIELD_INTS, #f}
#define VALUE(f) {KALE_FIELD_VALUE, #f}
#define KIND(name, ...) [KALE_KIND_##name] = {#name, {__VA_ARGS__}},
#include "kinds.def"
};

static const char *const operators[KALE_OPERATOR_END] = {
#define OPERATOR(name) [KALE_OPERATOR_##name] = #name,
#define CONTEXT(name)
#include "operators.def"
#undef OPERATOR
#undef CONTEXT
};

static const char *const contexts[KALE_CONTEXT_END] = {
#define OPERATOR(name)
#define CONTEXT(name) [KALE_CONTEXT_##name] = #name,
#include "operators.def"
#undef OPERATOR
#undef CONTEXT
};

const char *kale_kind_name(int32_t kind) {
  return kind > 0 && kind < KALE_KIND_END ? kale_kinds[kind].name : NULL;
}

const char *kale_operator_name(int32_t operator_) {
  return operator_ > 0 && operator_ < KALE_OPERATOR_END ? operators[operator_] : NULL;
}

const char *kale_context_name(int32_t context) {
  return context > 0 && context < KALE_CONTEXT_END ? contexts[context] : NULL;
}

const char *kale_field_name(int32_t kind, int32_t index) {
  if (!kale_kind_name(kind) || index < 0 || index >= KALE_MAX_FIELDS) return NULL;
  return kale_kinds[kind].fields[index].name;
}

int32_t kale_field_word(int32_t kind, int32_t index) {
  int32_t word = 0;
  if (!kale_field_name(kind, index)) return -1;
  for (int32_t i = 0; i < index; i++) word += kale_field_width(kale_kinds[kind].fields[i].type);
  return word;
}
