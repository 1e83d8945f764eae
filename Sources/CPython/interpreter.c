#include "interpreter.h"

#include <stdio.h>
#include <stdlib.h>

#include "start.h"

/// Syntax trees have no cycles, and collecting them anyway takes half the time of a large cell.
static bool disable_collector(void) {
  PyObject *gc = PyImport_ImportModule("gc");
  PyObject *done = gc ? PyObject_CallMethod(gc, "disable", NULL) : NULL;
  Py_XDECREF(gc);
  Py_XDECREF(done);
  return done != NULL;
}

/// Module `builtins`'s `compile` and its arguments for a syntax tree of a cell. It ignores a `# coding:`
/// line (PyCF_IGNORE_COOKIE) by itself, as its source is a str.
static bool load_compile(kale_python *python) {
  enum {
    only_ast = 0x400,
    allow_top_level_await = 0x2000,
  };
  PyObject *builtins = PyImport_ImportModule("builtins");
  if (!builtins) return false;
  python->compile = PyObject_GetAttrString(builtins, "compile");
  Py_DECREF(builtins);
  python->file_name = PyUnicode_FromString("<cell>");
  python->mode = PyUnicode_FromString("exec");
  python->flags = PyLong_FromLong(only_ast | allow_top_level_await);
  return python->compile && python->file_name && python->mode && python->flags;
}

static bool load_names(struct kale_attributes *names) {
#define ATTRIBUTE(name) \
  if (!(names->name = PyUnicode_InternFromString(#name))) return false;
  KALE_ATTRIBUTES(ATTRIBUTE)
#undef ATTRIBUTE
  return true;
}

static bool load(kale_python *python) {
  return load_names(&python->names) && disable_collector() && load_compile(python) &&
         kale_types_load(&python->types);
}

kale_python *kale_python_start(const char *home, kale_start *report) {
  if (!kale_start_cpython(home, report)) return NULL;
  kale_python *python = calloc(1, sizeof *python);
  if (python && load(python)) return python;
  PyErr_Clear();
  free(python);
  report->status = KALE_START_FAILED;
  snprintf(report->detail, sizeof report->detail, "the built-in modules did not load");
  return NULL;
}
