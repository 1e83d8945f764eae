/// CPython as a parser: plain structs and opaque handles, no `Python.h`.
///
/// All functions but `kale_result_free` and the `..._name` ones must be called on the thread that
/// called `kale_python_start`, whose stack should have 16 MB (CPython's parser is recursive; on a
/// 512 KB stack it overflows). No function prints, aborts or installs a signal handler.
#ifndef KALE_PYTHON_H
#define KALE_PYTHON_H

#include <stddef.h>
#include <stdint.h>

/// The one interpreter of the process. It lives until the process ends.
typedef struct kale_python kale_python;

/// A stretch of the bytes in `kale_result.text`.
typedef struct kale_span {
  int32_t offset;
  int32_t length;
} kale_span;

enum kale_error_kind {
  KALE_ERROR_NONE = 0,
  /// SyntaxError and its subclasses.
  KALE_ERROR_SYNTAX,
  /// MemoryError or RecursionError: more nesting than CPython's parser takes.
  KALE_ERROR_TOO_DEEP,
  /// More than KALE_MAX_SOURCE bytes.
  KALE_ERROR_TOO_LARGE,
  /// A NUL character, which Python does not allow in source.
  KALE_ERROR_NUL,
  /// Not UTF-8.
  KALE_ERROR_ENCODING,
  /// A class of syntax node that this library does not know: the linked Python is newer.
  KALE_ERROR_UNKNOWN_NODE,
  /// Any other exception, or no memory for the result.
  KALE_ERROR_OTHER,
};

/// Largest source, in bytes.
#define KALE_MAX_SOURCE (1 << 20)

typedef struct kale_error {
  /// enum kale_error_kind.
  int32_t kind;
  /// Name of the exception's class; empty if no exception was raised.
  kale_span class_name;
  kale_span message;
  /// SyntaxError's `text`: the line, or what Python takes for it; empty if absent.
  kale_span line_text;
  /// As in SyntaxError: lines and offsets 1-based, offsets in code points of `line_text`, the end after
  /// the last character, a byte order mark not counted. 0 or -1 where Python has none.
  int32_t line;
  int32_t offset;
  int32_t end_line;
  int32_t end_offset;
} kale_error;

/// What a call found: one block of memory, freed by `kale_result_free`. All pointers point into it.
typedef struct kale_result {
  /// `kind` is KALE_ERROR_NONE on success; else there are no words and no names.
  kale_error error;
  /// The layout is said at each function.
  const int32_t *words;
  /// Identifiers, UTF-8, each once.
  const kale_span *names;
  const uint8_t *text;
  int32_t word_count;
  int32_t name_count;
  int32_t text_length;
} kale_result;

/// Frees a result; on any thread. NULL is fine.
void kale_result_free(kale_result *result);

enum kale_start_status {
  KALE_START_OK = 0,
  /// No standard library for this version of Python; `detail` is where it was looked for.
  KALE_START_NO_LIBRARY,
  /// CPython's own message is in `detail`.
  KALE_START_FAILED,
};

typedef struct kale_start {
  /// enum kale_start_status.
  int32_t status;
  /// UTF-8, NUL-terminated; empty on success.
  char detail[1024];
} kale_start;

/// Starts the interpreter: isolated, without `site`, signal handlers, warnings, bytecode files and
/// cyclic garbage collection. Call it once. `home` is the prefix of the standard library, or NULL
/// to look near libpython and then where libpython was built for. NULL on failure.
kale_python *kale_python_start(const char *home, kale_start *report);

/// Version of the linked CPython as in `sys.hexversion`, before or after the start.
uint32_t kale_python_hex_version(void);

/// Parses a cell of `length` bytes. Never NULL.
///
/// `words[0]` is the offset of the root. A node at offset o is `kind, line, column, end line, end
/// column, fields...` with the kinds and fields of kinds.def; lines are 1-based, columns 0-based
/// UTF-8 bytes in the text as it was given. All five are 0 for an absent or unknown position.
kale_result *kale_parse(kale_python *python, const uint8_t *source, size_t length);

/// Has CPython parse a cell and throws the tree away: the time that no use of its parser can go below.
void kale_parse_only(kale_python *python, const uint8_t *source, size_t length);

enum kale_block_kind {
  KALE_BLOCK_MODULE = 1,
  KALE_BLOCK_FUNCTION,
  KALE_BLOCK_CLASS,
  KALE_BLOCK_ANNOTATION,
  KALE_BLOCK_TYPE_ALIAS,
  KALE_BLOCK_TYPE_PARAMETERS,
  KALE_BLOCK_TYPE_VARIABLE,
};

enum kale_scope {
  KALE_SCOPE_UNKNOWN = 0,
  KALE_SCOPE_LOCAL,
  KALE_SCOPE_GLOBAL_EXPLICIT,
  KALE_SCOPE_GLOBAL_IMPLICIT,
  KALE_SCOPE_FREE,
  KALE_SCOPE_CELL,
};

enum kale_name_flag {
  KALE_NAME_REFERENCED = 1,
  KALE_NAME_ASSIGNED = 2,
  KALE_NAME_PARAMETER = 4,
  KALE_NAME_IMPORTED = 8,
  KALE_NAME_ANNOTATED = 16,
  KALE_NAME_GLOBAL = 32,
  KALE_NAME_NONLOCAL = 64,
};

/// CPython's symbol tables of a cell. Never NULL.
///
/// `words[0]` is the number of blocks; each is `kind, 1 + name, line, 1 + parent, count`, then `count`
/// times `1 + name, scope, flags`, with the enumerations above; a parent comes before its children,
/// whose order is CPython's, and the module is block 0.
kale_result *kale_symbols(kale_python *python, const uint8_t *source, size_t length);

/// The names in module `builtins`, in no order. Never NULL.
kale_result *kale_builtin_names(kale_python *python);

/// `sys.stdlib_module_names` (Python 3.10 and later; before, none), in no order. Never NULL.
kale_result *kale_standard_library(kale_python *python);

/// Spelling in Python's `ast` of a kind, an operator and a context in the tree; NULL for any other.
const char *kale_kind_name(int32_t kind);
const char *kale_operator_name(int32_t operator_);
const char *kale_context_name(int32_t context);

/// Name of the field at `index` of a kind, the first being 0; NULL if it has fewer.
const char *kale_field_name(int32_t kind, int32_t index);
/// Word of that field in the node, counted from the first field.
int32_t kale_field_word(int32_t kind, int32_t index);

#endif
