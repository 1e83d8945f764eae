#include <string.h>

#include "interpreter.h"

static const uint8_t byte_order_mark[KALE_MARK_LENGTH] = {0xEF, 0xBB, 0xBF};

/// Sets an error at a byte of the source.
static void set_error_at(
  struct kale_builder *builder, enum kale_error_kind kind, const char *message,
  const uint8_t *bytes, size_t at) {
  kale_set_error(builder, kind, "", message);
  int32_t line = 1;
  int32_t offset = 1;
  for (size_t i = 0; i < at; i++) {
    bool is_newline = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
    if (is_newline) {
      line++;
      offset = 1;
    } else if ((bytes[i] & 0xC0) != 0x80) {
      offset++;
    }
  }
  builder->error.line = builder->error.end_line = line;
  builder->error.offset = offset;
  builder->error.end_offset = offset + 1;
}

bool kale_source_open(
  kale_python *python, const uint8_t *bytes, size_t length, struct kale_source *source) {
  *source = (struct kale_source){0};
  if (length > KALE_MAX_SOURCE) {
    kale_set_error(
      &python->builder, KALE_ERROR_TOO_LARGE, "", "the source is larger than 1 MiB");
    return false;
  }
  source->has_mark =
    length >= KALE_MARK_LENGTH && memcmp(bytes, byte_order_mark, KALE_MARK_LENGTH) == 0;
  if (source->has_mark) {
    bytes += KALE_MARK_LENGTH;
    length -= KALE_MARK_LENGTH;
  }
  const uint8_t *nul = length ? memchr(bytes, 0, length) : NULL;
  if (nul) {
    set_error_at(
      &python->builder, KALE_ERROR_NUL, "source code cannot contain NUL characters", bytes,
      (size_t)(nul - bytes));
    return false;
  }
  source->text = PyUnicode_DecodeUTF8((const char *)bytes, (Py_ssize_t)length, NULL);
  if (!source->text) kale_catch(python);
  return source->text != NULL;
}

/// CPython's syntax tree, or NULL with an exception set.
static PyObject *compile_source(kale_python *python, const struct kale_source *source) {
  return PyObject_CallFunctionObjArgs(
    python->compile, source->text, python->file_name, python->mode, python->flags, Py_True, NULL);
}

void kale_parse_only(kale_python *python, const uint8_t *bytes, size_t length) {
  struct kale_source source;
  kale_builder_reset(&python->builder);
  if (!kale_source_open(python, bytes, length, &source)) return;
  PyObject *root = compile_source(python, &source);
  if (!root) PyErr_Clear();
  Py_XDECREF(root);
  Py_DECREF(source.text);
}

kale_result *kale_parse(kale_python *python, const uint8_t *bytes, size_t length) {
  struct kale_builder *builder = &python->builder;
  kale_builder_reset(builder);
  struct kale_source source;
  if (!kale_source_open(python, bytes, length, &source)) return kale_builder_finish(builder);

  PyObject *root = compile_source(python, &source);
  if (root) {
    kale_walk(python, root, &source);
    Py_DECREF(root);
  } else {
    kale_catch(python);
  }
  Py_DECREF(source.text);
  return kale_builder_finish(builder);
}
