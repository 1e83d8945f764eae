#include <stdlib.h>

#include "interpreter.h"

// Numbers of `_symtable` differ between versions of CPython: all are read from the module by name.

struct numbering {
  const char *name;
  int32_t ours;
};

static const struct numbering block_kinds[] = {
  {"TYPE_MODULE", KALE_BLOCK_MODULE},
  {"TYPE_FUNCTION", KALE_BLOCK_FUNCTION},
  {"TYPE_CLASS", KALE_BLOCK_CLASS},
  {"TYPE_ANNOTATION", KALE_BLOCK_ANNOTATION},
  {"TYPE_TYPE_ALIAS", KALE_BLOCK_TYPE_ALIAS},
  {"TYPE_TYPE_PARAMETERS", KALE_BLOCK_TYPE_PARAMETERS},
  {"TYPE_TYPE_PARAM", KALE_BLOCK_TYPE_PARAMETERS},
  {"TYPE_TYPE_VARIABLE", KALE_BLOCK_TYPE_VARIABLE},
  {"TYPE_TYPE_VAR_BOUND", KALE_BLOCK_TYPE_VARIABLE},
  {NULL, 0},
};

static const struct numbering scopes[] = {
  {"LOCAL", KALE_SCOPE_LOCAL},
  {"GLOBAL_EXPLICIT", KALE_SCOPE_GLOBAL_EXPLICIT},
  {"GLOBAL_IMPLICIT", KALE_SCOPE_GLOBAL_IMPLICIT},
  {"FREE", KALE_SCOPE_FREE},
  {"CELL", KALE_SCOPE_CELL},
  {NULL, 0},
};

static const struct numbering name_flags[] = {
  {"USE", KALE_NAME_REFERENCED},
  {"DEF_LOCAL", KALE_NAME_ASSIGNED},
  {"DEF_PARAM", KALE_NAME_PARAMETER},
  {"DEF_IMPORT", KALE_NAME_IMPORTED},
  {"DEF_ANNOT", KALE_NAME_ANNOTATED},
  {"DEF_GLOBAL", KALE_NAME_GLOBAL},
  {"DEF_NONLOCAL", KALE_NAME_NONLOCAL},
  {NULL, 0},
};

/// A table with the numbers that this Python has for it.
struct decoder {
  const struct numbering *table;
  int32_t theirs[10];
  bool known[10];
};

struct kale_symtable {
  /// `_symtable.symtable`.
  PyObject *function;
  struct decoder blocks;
  struct decoder scopes;
  struct decoder flags;
  int32_t scope_shift;
  int32_t scope_mask;
};

/// An int of the module. False, with no exception, if it has none of that name.
static bool read_int(PyObject *module, const char *name, int32_t *number) {
  PyObject *value = PyObject_GetAttrString(module, name);
  if (!value) {
    PyErr_Clear();
    return false;
  }
  *number = (int32_t)PyLong_AsLong(value);
  Py_DECREF(value);
  return true;
}

static void load_decoder(
  struct decoder *decoder, PyObject *module, const struct numbering *table) {
  decoder->table = table;
  for (int i = 0; table[i].name; i++) {
    decoder->known[i] = read_int(module, table[i].name, &decoder->theirs[i]);
  }
}

/// What is in the module, loaded once. NULL with an exception set.
static const struct kale_symtable *load_symtable(kale_python *python) {
  if (python->symtable) return python->symtable;
  PyObject *module = PyImport_ImportModule("_symtable");
  PyObject *function = module ? PyObject_GetAttrString(module, "symtable") : NULL;
  struct kale_symtable *loaded = function ? calloc(1, sizeof *loaded) : NULL;
  if (loaded) {
    loaded->function = function;
    load_decoder(&loaded->blocks, module, block_kinds);
    load_decoder(&loaded->scopes, module, scopes);
    load_decoder(&loaded->flags, module, name_flags);
    read_int(module, "SCOPE_OFF", &loaded->scope_shift);
    read_int(module, "SCOPE_MASK", &loaded->scope_mask);
    python->symtable = loaded;
  } else if (function) {
    Py_DECREF(function);
    PyErr_NoMemory();
  }
  Py_XDECREF(module);
  return loaded;
}

static int32_t decode_one(const struct decoder *decoder, int32_t number) {
  for (int i = 0; decoder->table[i].name; i++) {
    if (decoder->known[i] && decoder->theirs[i] == number) return decoder->table[i].ours;
  }
  return 0;
}

static int32_t decode_flags(const struct decoder *decoder, int32_t flags) {
  int32_t ours = 0;
  for (int i = 0; decoder->table[i].name; i++) {
    if (decoder->known[i] && flags & decoder->theirs[i]) ours |= decoder->table[i].ours;
  }
  return ours;
}

/// A block to be written, with 1 + the number of its parent.
struct pending {
  PyObject *block;
  int32_t parent;
};

static void push(struct kale_builder *builder, PyObject *block, int32_t parent) {
  int32_t at = kale_array_grow(builder, &builder->stack, 1, sizeof(struct pending));
  if (at >= 0) ((struct pending *)builder->stack.data)[at] = (struct pending){block, parent};
}

static bool write_names(kale_python *python, PyObject *symbols, int32_t count_word) {
  struct kale_builder *builder = &python->builder;
  const struct kale_symtable *symtable = python->symtable;
  PyObject *name, *flags;
  Py_ssize_t position = 0;
  while (PyDict_Next(symbols, &position, &name, &flags)) {
    long bits = PyLong_AsLong(flags);
    if (bits == -1 && PyErr_Occurred()) return false;
    int32_t at = kale_add_words(builder, 3);
    if (at < 0) return true;
    int32_t index = kale_name(builder, name);
    int32_t *words = kale_words(builder);
    words[count_word]++;
    words[at] = index;
    words[at + 1] =
      decode_one(&symtable->scopes, (int32_t)(bits >> symtable->scope_shift) & symtable->scope_mask);
    words[at + 2] = decode_flags(&symtable->flags, (int32_t)bits);
  }
  return true;
}

/// Writes one block and pushes its children. False with an exception set.
static bool write_block(kale_python *python, PyObject *block, int32_t parent) {
  struct kale_builder *builder = &python->builder;
  const struct kale_attributes *attributes = &python->names;
  int32_t at = kale_add_words(builder, 5);
  if (at < 0) return true;
  int32_t kind =
    decode_one(&python->symtable->blocks, kale_int_attribute(block, attributes->type));
  // The lists and strings stay alive with their block, and that with the module's.
  PyObject *name = PyObject_GetAttr(block, attributes->name);
  PyObject *symbols = PyObject_GetAttr(block, attributes->symbols);
  PyObject *children = PyObject_GetAttr(block, attributes->children);
  bool ok = name && symbols && children && PyDict_Check(symbols) && PyList_Check(children);
  if (ok && kind == 0) {
    PyErr_SetString(PyExc_NotImplementedError, "a kind of scope of a newer Python");
    ok = false;
  }
  if (ok) {
    int32_t index = kale_name(builder, name);
    int32_t *words = kale_words(builder);
    words[at] = kind;
    words[at + 1] = index;
    words[at + 2] = kale_int_attribute(block, attributes->lineno);
    words[at + 3] = parent;
    int32_t number = ++words[0];
    ok = write_names(python, symbols, at + 4);
    for (Py_ssize_t i = PyList_Size(children); i-- > 0;) {
      push(builder, PyList_GetItem(children, i), number);
    }
  }
  Py_XDECREF(name);
  Py_XDECREF(symbols);
  Py_XDECREF(children);
  return ok;
}

/// Writes all blocks. False with an exception set.
static bool walk_blocks(kale_python *python, PyObject *root) {
  struct kale_builder *builder = &python->builder;
  bool ok = true;
  kale_add_words(builder, 1);
  push(builder, root, 0);
  while (ok && builder->stack.count > 0 && !builder->failed) {
    struct pending next = ((struct pending *)builder->stack.data)[--builder->stack.count];
    ok = write_block(python, next.block, next.parent);
  }
  return ok;
}

kale_result *kale_symbols(kale_python *python, const uint8_t *bytes, size_t length) {
  struct kale_builder *builder = &python->builder;
  kale_builder_reset(builder);
  struct kale_source source;
  if (!kale_source_open(python, bytes, length, &source)) return kale_builder_finish(builder);

  const struct kale_symtable *symtable = load_symtable(python);
  PyObject *root = NULL;
  if (symtable) {
    root = PyObject_CallFunctionObjArgs(
      symtable->function, source.text, python->file_name, python->mode, NULL);
  }
  if (!root || !walk_blocks(python, root)) kale_catch(python);
  Py_XDECREF(root);
  Py_DECREF(source.text);
  return kale_builder_finish(builder);
}

/// A result with the strings of an iterable as names; takes the reference, NULL is an exception.
static kale_result *names_of(kale_python *python, PyObject *iterable) {
  struct kale_builder *builder = &python->builder;
  PyObject *iterator = iterable ? PyObject_GetIter(iterable) : NULL;
  PyObject *item = NULL;
  while (iterator && (item = PyIter_Next(iterator))) {
    // The iterable keeps the item alive.
    kale_name(builder, item);
    Py_DECREF(item);
  }
  if (PyErr_Occurred()) kale_catch(python);
  kale_result *result = kale_builder_finish(builder);
  Py_XDECREF(iterator);
  Py_XDECREF(iterable);
  return result;
}

kale_result *kale_builtin_names(kale_python *python) {
  kale_builder_reset(&python->builder);
  PyObject *module = PyImport_ImportModule("builtins");
  PyObject *names = module ? PyObject_Dir(module) : NULL;
  Py_XDECREF(module);
  return names_of(python, names);
}

kale_result *kale_standard_library(kale_python *python) {
  kale_builder_reset(&python->builder);
  PyObject *names = PySys_GetObject("stdlib_module_names");
  if (!names) return kale_builder_finish(&python->builder);
  Py_INCREF(names);
  return names_of(python, names);
}
