#include <stdio.h>
#include <string.h>

#include "interpreter.h"

// References are borrowed from the tree, which its root keeps alive and nobody changes.

/// A node to be written, and the word that will say where it went.
struct pending {
  PyObject *node;
  int32_t word;
};

static void push(struct kale_builder *builder, PyObject *node, int32_t word) {
  struct kale_array *stack = &builder->stack;
  if (stack->count < stack->capacity) {
    ((struct pending *)stack->data)[stack->count++] = (struct pending){node, word};
    return;
  }
  int32_t at = kale_array_grow(builder, &builder->stack, 1, sizeof(struct pending));
  if (at >= 0) ((struct pending *)builder->stack.data)[at] = (struct pending){node, word};
}

/// Turns round the stack from `start`, so that what was pushed first is popped first.
static void reverse(struct kale_array *stack, size_t start) {
  struct pending *entries = stack->data;
  for (size_t end = stack->count; start + 1 < end; start++) {
    end--;
    struct pending entry = entries[start];
    entries[start] = entries[end];
    entries[end] = entry;
  }
}

/// The attributes of a node, and how far they have been read.
struct attributes {
  PyObject *dictionary;
  Py_ssize_t place;
};

/// The attributes of a node, borrowed; false without memory. What CPython's parser makes keeps all of
/// them in its dictionary, where they are found in half the time that `PyObject_GetAttr` takes.
static inline bool open_attributes(PyObject *node, struct attributes *attributes) {
  attributes->dictionary = PyObject_GenericGetDict(node, NULL);
  attributes->place = 0;
  if (!attributes->dictionary) {
    PyErr_Clear();
    return false;
  }
  Py_DECREF(attributes->dictionary);
  return true;
}

/// An attribute, borrowed; NULL if absent. CPython sets them in the order of the grammar, so the one
/// behind the last that was read needs no lookup.
static inline PyObject *attribute(struct attributes *attributes, PyObject *name) {
  PyObject *key;
  PyObject *value;
  Py_ssize_t place = attributes->place;
  if (PyDict_Next(attributes->dictionary, &place, &key, &value) && key == name) {
    attributes->place = place;
    return value;
  }
  value = PyDict_GetItemWithError(attributes->dictionary, name);
  if (!value) PyErr_Clear();
  return value;
}

static int32_t integer(const struct kale_types *types, PyObject *value) {
  const struct kale_type *type = kale_type_of(types, Py_TYPE(value));
  if (type) return type->number;
  if (!PyLong_Check(value)) return 0;
  int overflow;
  return (int32_t)PyLong_AsLongAndOverflow(value, &overflow);
}

int32_t kale_name(struct kale_builder *builder, PyObject *string) {
  if (!PyUnicode_Check(string)) return 0;
  int32_t index = kale_find_name(builder, string);
  if (index < 0) {
    Py_ssize_t length;
    const char *bytes = PyUnicode_AsUTF8AndSize(string, &length);
    if (!bytes) {
      // No memory: an identifier is always encodable.
      PyErr_Clear();
      builder->failed = true;
      return 0;
    }
    index = kale_add_name(builder, string, bytes, (size_t)length);
  }
  return 1 + index;
}

/// Takes the words of a list block and returns its offset; 0 for no elements.
static int32_t open_list(struct kale_builder *builder, Py_ssize_t count) {
  if (count == 0) return 0;
  int32_t block = kale_add_words(builder, 1 + (size_t)count);
  if (block < 0) return 0;
  kale_words(builder)[block] = (int32_t)count;
  return block;
}

/// Writes a list field of whichever type.
static int32_t write_list(kale_python *python, PyObject *list, enum kale_field_type type) {
  struct kale_builder *builder = &python->builder;
  if (!PyList_Check(list)) return 0;
  Py_ssize_t count = PyList_Size(list);
  int32_t block = open_list(builder, count);
  if (block == 0) return 0;
  for (Py_ssize_t i = 0; i < count; i++) {
    PyObject *element = PyList_GetItem(list, i);
    int32_t word = block + 1 + (int32_t)i;
    if (element == Py_None) continue;
    if (type == KALE_FIELD_NODES) {
      push(builder, element, word);
    } else if (type == KALE_FIELD_NAMES) {
      kale_words(builder)[word] = kale_name(builder, element);
    } else {
      kale_words(builder)[word] = integer(&python->types, element);
    }
  }
  return block;
}

/// Adds the UTF-8 of a str, with U+FFFD for lone surrogates.
static kale_span add_string(struct kale_builder *builder, PyObject *string) {
  Py_ssize_t length;
  const char *bytes = PyUnicode_AsUTF8AndSize(string, &length);
  if (bytes) return kale_add_text(builder, bytes, (size_t)length);

  PyErr_Clear();
  PyObject *encoded = PyUnicode_AsEncodedString(string, "utf-8", "surrogatepass");
  kale_span span = {0, 0};
  char *data;
  if (!encoded || PyBytes_AsStringAndSize(encoded, &data, &length) < 0) {
    PyErr_Clear();
    builder->failed = true;
  } else {
    span = kale_add_text(builder, data, (size_t)length);
    unsigned char *text = (unsigned char *)builder->text.data + span.offset;
    for (int32_t i = 0; !builder->failed && i + 2 < span.length; i++) {
      if (text[i] == 0xED && text[i + 1] >= 0xA0) memcpy(text + i, "\xEF\xBF\xBD", 3);
    }
  }
  Py_XDECREF(encoded);
  return span;
}

/// Adds the text of an int: decimal, but hexadecimal when it is so long that decimal would take
/// quadratic time, which newer versions of CPython refuse.
static kale_span add_int(struct kale_builder *builder, PyObject *value) {
  enum { longest_hexadecimal = 3000 };
  int overflow;
  long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
  if (!overflow) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%lld", number);
    return kale_add_text(builder, digits, (size_t)length);
  }
  PyObject *text = PyNumber_ToBase(value, 16);
  if (text && PyUnicode_GetLength(text) <= longest_hexadecimal) {
    Py_DECREF(text);
    text = PyObject_Repr(value);
  }
  kale_span span = {0, 0};
  if (text) {
    span = add_string(builder, text);
    Py_DECREF(text);
  } else {
    PyErr_Clear();
    builder->failed = true;
  }
  return span;
}

static kale_span add_repr(struct kale_builder *builder, PyObject *value) {
  PyObject *text = PyObject_Repr(value);
  if (!text) {
    PyErr_Clear();
    builder->failed = true;
    return (kale_span){0, 0};
  }
  kale_span span = add_string(builder, text);
  Py_DECREF(text);
  return span;
}

/// Says that the class of `object` is no kind of node, or of constant, that is known.
static void set_unknown(struct kale_builder *builder, PyObject *object) {
  PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(object), "__name__");
  const char *text = name ? PyUnicode_AsUTF8AndSize(name, NULL) : NULL;
  char message[200];
  snprintf(
    message, sizeof message, "syntax of a newer Python that is not supported: %s",
    text ? text : "unnamed");
  PyErr_Clear();
  Py_XDECREF(name);
  kale_set_error(builder, KALE_ERROR_UNKNOWN_NODE, "", message);
}

static bool write_constant(struct kale_builder *builder, PyObject *value, int32_t word) {
  int32_t kind = 0;
  kale_span span = {0, 0};
  if (value == Py_None) {
    kind = KALE_CONSTANT_NONE;
  } else if (value == Py_True) {
    kind = KALE_CONSTANT_TRUE;
  } else if (value == Py_False) {
    kind = KALE_CONSTANT_FALSE;
  } else if (value == Py_Ellipsis) {
    kind = KALE_CONSTANT_ELLIPSIS;
  } else if (PyUnicode_Check(value)) {
    kind = KALE_CONSTANT_STRING;
    span = add_string(builder, value);
  } else if (PyLong_Check(value)) {
    kind = KALE_CONSTANT_INT;
    span = add_int(builder, value);
  } else if (PyFloat_Check(value)) {
    kind = KALE_CONSTANT_FLOAT;
    span = add_repr(builder, value);
  } else if (PyComplex_Check(value)) {
    kind = KALE_CONSTANT_COMPLEX;
    span = add_repr(builder, value);
  } else if (PyBytes_Check(value)) {
    kind = KALE_CONSTANT_BYTES;
    char *bytes;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(value, &bytes, &length) == 0) {
      span = kale_add_text(builder, bytes, (size_t)length);
    }
  } else {
    set_unknown(builder, value);
    return false;
  }
  int32_t *words = kale_words(builder) + word;
  words[0] = kind;
  words[1] = span.offset;
  words[2] = span.length;
  return true;
}

static inline int32_t number_of(struct attributes *attributes, PyObject *name) {
  PyObject *value = attribute(attributes, name);
  if (!value || !PyLong_Check(value)) return 0;
  int overflow;
  return (int32_t)PyLong_AsLongAndOverflow(value, &overflow);
}

static void write_position(
  kale_python *python, struct attributes *attributes, int32_t at, int32_t moved) {
  int32_t *words = kale_words(&python->builder) + at;
  words[1] = number_of(attributes, python->names.lineno);
  words[2] = number_of(attributes, python->names.col_offset);
  words[3] = number_of(attributes, python->names.end_lineno);
  words[4] = number_of(attributes, python->names.end_col_offset);
  if (words[1] == 1) words[2] += moved;
  if (words[3] == 1) words[4] += moved;
}

/// Writes the field at `word`, pushing the nodes in it. False with the error in the builder.
static bool write_field(
  kale_python *python, PyObject *value, enum kale_field_type type, int32_t word) {
  struct kale_builder *builder = &python->builder;
  int32_t content = 0;
  switch (type) {
    case KALE_FIELD_NONE:
      return true;
    case KALE_FIELD_NODE:
      if (value != Py_None) push(builder, value, word);
      return true;
    case KALE_FIELD_VALUE:
      return write_constant(builder, value, word);
    case KALE_FIELD_NODES:
    case KALE_FIELD_NAMES:
    case KALE_FIELD_INTS:
      content = write_list(python, value, type);
      break;
    case KALE_FIELD_NAME:
      content = kale_name(builder, value);
      break;
    case KALE_FIELD_INT:
      content = integer(&python->types, value);
      break;
  }
  kale_words(builder)[word] = content;
  return true;
}

bool kale_walk(kale_python *python, PyObject *root, const struct kale_source *source) {
  struct kale_builder *builder = &python->builder;
  const int32_t moved = source->has_mark ? KALE_MARK_LENGTH : 0;
  kale_add_words(builder, 1);
  push(builder, root, 0);
  while (builder->stack.count > 0 && !builder->failed) {
    struct pending next = ((struct pending *)builder->stack.data)[--builder->stack.count];
    const struct kale_type *type = kale_type_of(&python->types, Py_TYPE(next.node));
    if (!type || type->kind == KALE_KIND_NONE) {
      set_unknown(builder, next.node);
      return false;
    }
    int32_t at = kale_add_words(builder, (size_t)type->width);
    if (at < 0) return false;
    kale_words(builder)[next.word] = at;
    kale_words(builder)[at] = type->kind;
    struct attributes attributes;
    if (!open_attributes(next.node, &attributes)) {
      builder->failed = true;
      return false;
    }
    size_t first_child = builder->stack.count;
    int32_t word = at + KALE_NODE_HEADER;
    const struct kale_field *fields = kale_kinds[type->kind].fields;
    for (int i = 0; fields[i].name && !builder->failed; i++) {
      PyObject *value = type->fields[i] ? attribute(&attributes, type->fields[i]) : NULL;
      if (value && !write_field(python, value, fields[i].type, word)) return false;
      word += kale_field_width(fields[i].type);
    }
    if (type->has_position) write_position(python, &attributes, at, moved);
    reverse(&builder->stack, first_child);
  }
  return !builder->failed;
}
