#include "interpreter.h"

#include <string.h>

int32_t kale_int_attribute(PyObject *object, PyObject *name) {
  PyObject *value = PyObject_GetAttr(object, name);
  int overflow = 0;
  long number = value && PyLong_Check(value) ? PyLong_AsLongAndOverflow(value, &overflow) : 0;
  Py_XDECREF(value);
  if (PyErr_Occurred()) PyErr_Clear();
  return number >= INT32_MIN && number <= INT32_MAX && !overflow ? (int32_t)number : 0;
}

/// UTF-8 of a str that the caller keeps alive; `fallback` for anything else.
static const char *utf8(PyObject *string, const char *fallback) {
  if (!string || !PyUnicode_Check(string)) return fallback;
  const char *bytes = PyUnicode_AsUTF8AndSize(string, NULL);
  if (bytes) return bytes;
  PyErr_Clear();
  return fallback;
}

static enum kale_error_kind classify(PyObject *value) {
  if (PyErr_GivenExceptionMatches(value, PyExc_SyntaxError)) return KALE_ERROR_SYNTAX;
  if (PyErr_GivenExceptionMatches(value, PyExc_MemoryError)) return KALE_ERROR_TOO_DEEP;
  if (PyErr_GivenExceptionMatches(value, PyExc_RecursionError)) return KALE_ERROR_TOO_DEEP;
  if (PyErr_GivenExceptionMatches(value, PyExc_UnicodeError)) return KALE_ERROR_ENCODING;
  return KALE_ERROR_OTHER;
}

/// Sets the error of the builder to an exception. No Python exception is set before or after.
static void describe(kale_python *python, PyObject *type, PyObject *value) {
  struct kale_builder *builder = &python->builder;
  const struct kale_attributes *names = &python->names;
  enum kale_error_kind kind = classify(value);
  PyObject *name = PyObject_GetAttr(type, names->__name__);
  if (!name) PyErr_Clear();
  PyObject *message = NULL;
  if (kind == KALE_ERROR_SYNTAX) message = PyObject_GetAttr(value, names->msg);
  if (!message) {
    PyErr_Clear();
    message = PyObject_Str(value);
  }
  if (!message) PyErr_Clear();
  const char *text = utf8(message, "");
  if (*text == 0) text = kind == KALE_ERROR_TOO_DEEP ? "too deeply nested" : "no message";
  kale_set_error(builder, kind, utf8(name, ""), text);

  if (kind == KALE_ERROR_SYNTAX) {
    kale_error *error = &builder->error;
    error->line = kale_int_attribute(value, names->lineno);
    error->offset = kale_int_attribute(value, names->offset);
    error->end_line = kale_int_attribute(value, names->end_lineno);
    error->end_offset = kale_int_attribute(value, names->end_offset);
    PyObject *line = PyObject_GetAttr(value, names->text);
    if (!line) PyErr_Clear();
    const char *line_text = utf8(line, "");
    error->line_text = kale_add_text(builder, line_text, strlen(line_text));
    Py_XDECREF(line);
  }
  Py_XDECREF(name);
  Py_XDECREF(message);
}

void kale_catch(kale_python *python) {
  PyObject *type = NULL, *value = NULL, *traceback = NULL;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  if (type && value) {
    describe(python, type, value);
  } else {
    kale_set_error(&python->builder, KALE_ERROR_OTHER, "", "CPython gave no result and no error");
  }
  Py_XDECREF(type);
  Py_XDECREF(value);
  Py_XDECREF(traceback);
}
