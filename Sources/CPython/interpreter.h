/// What the files of this module share: the interpreter with the objects it keeps for good.
#ifndef KALE_INTERPRETER_H
#define KALE_INTERPRETER_H

#include "stable_abi.h"

#include "builder.h"
#include "types.h"

/// Names of attributes that are read again and again. Interned and kept: a string made for each read
/// would enter CPython's cache of attribute look-ups and push out what is useful there.
#define KALE_ATTRIBUTES(ATTRIBUTE) \
  ATTRIBUTE(lineno) \
  ATTRIBUTE(col_offset) \
  ATTRIBUTE(end_lineno) \
  ATTRIBUTE(end_col_offset) \
  ATTRIBUTE(msg) \
  ATTRIBUTE(text) \
  ATTRIBUTE(offset) \
  ATTRIBUTE(end_offset) \
  ATTRIBUTE(__name__) \
  ATTRIBUTE(type) \
  ATTRIBUTE(name) \
  ATTRIBUTE(symbols) \
  ATTRIBUTE(children)

struct kale_attributes {
#define ATTRIBUTE(name) PyObject *name;
  KALE_ATTRIBUTES(ATTRIBUTE)
#undef ATTRIBUTE
};

/// What symbols.c needs of module `_symtable`.
struct kale_symtable;

struct kale_python {
  struct kale_builder builder;
  struct kale_types types;
  /// `builtins.compile`, and its arguments after the source.
  PyObject *compile;
  PyObject *file_name;
  PyObject *mode;
  PyObject *flags;
  struct kale_attributes names;
  /// NULL until the first use.
  struct kale_symtable *symtable;
};

/// A cell checked and decoded.
struct kale_source {
  /// Owned.
  PyObject *text;
  /// A byte order mark was taken off.
  bool has_mark;
};

/// Bytes of the byte order mark, by which columns of the first line are moved.
#define KALE_MARK_LENGTH 3

/// Checks size, NUL and encoding. False with the error in the builder.
bool kale_source_open(
  kale_python *python, const uint8_t *bytes, size_t length, struct kale_source *source);

/// Moves the Python exception that is set into the builder's error.
void kale_catch(kale_python *python);

/// Writes the tree into the builder; false with the error there.
bool kale_walk(kale_python *python, PyObject *root, const struct kale_source *source);

/// 1 + the index of an identifier, 0 for None or when the builder failed.
int32_t kale_name(struct kale_builder *builder, PyObject *string);

/// An int attribute; 0 where it is absent or not an int of 32 bits. Leaves no exception.
int32_t kale_int_attribute(PyObject *object, PyObject *name);

#endif
