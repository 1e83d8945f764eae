// libFuzzer's target for Sources/CPython: parses the input as a cell and reads its symbol tables.
//
// The interpreter lives on a thread with the stack that the Swift side gives it. Beside what the
// sanitizers see, it is an error if a result points outside of itself, and if parsing the same cell
// again and again takes more blocks on the heap each time: objects that no one owns but the lists of
// CPython's collector point to are no leak to a leak checker.
#include <pthread.h>
#include <sanitizer/allocator_interface.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "include/kale_python.h"
#include "kinds.h"

/// CPython's, which empties the cache of attribute look-ups: it holds on to strings.
unsigned int PyType_ClearCache(void);

static atomic_long block_count;
static sem_t cell_arrived, cell_done;
static const uint8_t *cell;
static size_t cell_length;

static void count_allocation(const volatile void *block, size_t size) {
  (void)block;
  (void)size;
  block_count++;
}

static void count_release(const volatile void *block) {
  if (block) block_count--;
}

static void require(int condition, const char *what) {
  if (condition) return;
  fprintf(stderr, "kale: %s\n", what);
  abort();
}

static void check_span(const kale_result *result, kale_span span) {
  require(
    span.offset >= 0 && span.length >= 0 && span.length <= result->text_length - span.offset,
    "a span lies outside of the text");
}

static int32_t word_at(const kale_result *result, int32_t at) {
  require(at > 0 && at < result->word_count, "an offset lies outside of the words");
  return result->words[at];
}

static void check_name(const kale_result *result, int32_t name) {
  require(name >= 0 && name <= result->name_count, "a name has no text");
}

/// Checks a word of a field, which is no list, and says whether it leads to a node.
static int check_word(const kale_result *result, enum kale_field_type type, int32_t word) {
  if (type == KALE_FIELD_NAME || type == KALE_FIELD_NAMES) check_name(result, word);
  return (type == KALE_FIELD_NODE || type == KALE_FIELD_NODES) && word != 0;
}

/// Follows the tree to its leaves.
static void check_tree(const kale_result *result) {
  // Every node stands in one place of the tree, so this is enough.
  int32_t *stack = malloc((size_t)result->word_count * sizeof *stack);
  int32_t count = 0;
  require(result->word_count > 0, "a tree has no root");
  stack[count++] = result->words[0];
  while (count > 0) {
    int32_t node = stack[--count];
    int32_t kind = word_at(result, node);
    require(kale_kind_name(kind) != NULL, "a node is of no kind");
    int32_t at = node + KALE_NODE_HEADER;
    const struct kale_field *field = kale_kinds[kind].fields;
    for (; field->type != KALE_FIELD_NONE; at += kale_field_width(field->type), field++) {
      int32_t word = word_at(result, at);
      switch (field->type) {
        case KALE_FIELD_VALUE:
          check_span(result, (kale_span){word_at(result, at + 1), word_at(result, at + 2)});
          break;
        case KALE_FIELD_NODES:
        case KALE_FIELD_NAMES:
        case KALE_FIELD_INTS:
          for (int32_t i = word ? word_at(result, word) : 0; i > 0; i--) {
            int32_t element = word_at(result, word + i);
            if (check_word(result, field->type, element)) stack[count++] = element;
          }
          break;
        default:
          if (check_word(result, field->type, word)) stack[count++] = word;
      }
    }
  }
  free(stack);
}

static void check_symbols(const kale_result *result) {
  int32_t at = 1;
  for (int32_t block = 0; block < result->words[0]; block++) {
    check_name(result, word_at(result, at + 1));
    require(word_at(result, at + 3) <= block, "a block comes before its parent");
    int32_t names = word_at(result, at + 4);
    for (at += 5; names > 0; names--, at += 3) check_name(result, word_at(result, at));
  }
  require(at == result->word_count, "words follow the last block");
}

static void check(const kale_result *result, void check_words(const kale_result *)) {
  check_span(result, result->error.class_name);
  check_span(result, result->error.message);
  check_span(result, result->error.line_text);
  for (int32_t i = 0; i < result->name_count; i++) check_span(result, result->names[i]);
  if (result->error.kind == KALE_ERROR_NONE) {
    check_words(result);
  } else {
    require(result->word_count == 0 && result->name_count == 0, "an error has words or names");
  }
}

static void analyze(kale_python *python) {
  kale_result *tree = kale_parse(python, cell, cell_length);
  check(tree, check_tree);
  kale_result *symbols = kale_symbols(python, cell, cell_length);
  check(symbols, check_symbols);
  kale_result_free(tree);
  kale_result_free(symbols);
  PyType_ClearCache();
}

/// Repeats as long as each time leaves more blocks than the one before; five times are a leak.
static void check_growth(kale_python *python) {
  enum { repetitions = 5 };
  long blocks = block_count;
  for (int i = 0; i < repetitions; i++) {
    analyze(python);
    if (block_count <= blocks) return;
    blocks = block_count;
  }
  require(0, "every parse of this cell leaves more blocks on the heap");
}

static void *serve(void *unused) {
  (void)unused;
  kale_start report;
  static kale_python *python;  // so that it is no leak
  python = kale_python_start(getenv("KALE_PYTHON_HOME"), &report);
  require(python != NULL, report.detail);
  while (1) {
    sem_wait(&cell_arrived);
    analyze(python);
    check_growth(python);
    sem_post(&cell_done);
  }
  return NULL;
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  pthread_attr_t attributes;
  pthread_t thread;
  __sanitizer_install_malloc_and_free_hooks(count_allocation, count_release);
  sem_init(&cell_arrived, 0, 0);
  sem_init(&cell_done, 0, 0);
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 16 << 20);
  require(pthread_create(&thread, &attributes, serve, NULL) == 0, "no thread");
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  cell = bytes;
  cell_length = length;
  sem_post(&cell_arrived);
  while (sem_wait(&cell_done) != 0) {
  }
  return 0;
}
