#include "types.h"

/// The free slot for a class.
static struct kale_type *new_entry(struct kale_types *types, PyTypeObject *type) {
  uint64_t hash = ((uintptr_t)type >> 4) * UINT64_C(0x9E3779B97F4A7C15);
  size_t at = hash >> 55;
  while (types->slots[at].type) at = (at + 1) % KALE_TYPE_SLOTS;
  types->slots[at].type = type;
  return &types->slots[at];
}

/// The class `name` of `_ast`; NULL without an exception if this Python has none. The reference is
/// kept for good.
static PyTypeObject *find_class(PyObject *module, const char *name) {
  PyObject *type = PyObject_GetAttrString(module, name);
  if (!type) {
    if (PyErr_ExceptionMatches(PyExc_AttributeError)) PyErr_Clear();
    return NULL;
  }
  return (PyTypeObject *)type;
}

static bool load_number(
  struct kale_types *types, PyObject *module, const char *name, int32_t number) {
  PyTypeObject *type = find_class(module, name);
  if (!type) return !PyErr_Occurred();
  new_entry(types, type)->number = number;
  return true;
}

static bool load_kind(struct kale_types *types, PyObject *module, int32_t kind) {
  const struct kale_kind *description = &kale_kinds[kind];
  PyTypeObject *type = find_class(module, description->name);
  if (!type) return !PyErr_Occurred();

  bool loaded = false;
  PyObject *fields = PyObject_GetAttrString((PyObject *)type, "_fields");
  PyObject *attributes = PyObject_GetAttrString((PyObject *)type, "_attributes");
  if (!fields || !attributes) goto done;
  Py_ssize_t attribute_count = PySequence_Size(attributes);
  if (attribute_count < 0) goto done;

  struct kale_type *entry = new_entry(types, type);
  entry->kind = kind;
  entry->has_position = attribute_count > 0;
  entry->width = KALE_NODE_HEADER;
  for (int i = 0; description->fields[i].name; i++) {
    entry->width += kale_field_width(description->fields[i].type);
    PyObject *name = PyUnicode_InternFromString(description->fields[i].name);
    if (!name) goto done;
    int known = PySequence_Contains(fields, name);
    if (known < 0) {
      Py_DECREF(name);
      goto done;
    }
    if (known) {
      entry->fields[i] = name;
    } else {
      Py_DECREF(name);
    }
  }
  loaded = true;
done:
  Py_XDECREF(fields);
  Py_XDECREF(attributes);
  return loaded;
}

bool kale_types_load(struct kale_types *types) {
  PyObject *module = PyImport_ImportModule("_ast");
  if (!module) return false;
  bool loaded = true;
  for (int32_t kind = 1; loaded && kind < KALE_KIND_END; kind++) {
    loaded = load_kind(types, module, kind);
  }
  for (int32_t i = 1; loaded && i < KALE_OPERATOR_END; i++) {
    loaded = load_number(types, module, kale_operator_name(i), i);
  }
  for (int32_t i = 1; loaded && i < KALE_CONTEXT_END; i++) {
    loaded = load_number(types, module, kale_context_name(i), i);
  }
  Py_DECREF(module);
  return loaded;
}
