// Parses every cell of a file, with its symbol tables, and frees the results: `driver CELLS ROUNDS`.
//
// The file is a sequence of `LENGTH\n` and that many bytes. Prints how the cells ended by kind of
// error. Built with COUNT_BLOCKS it fails if there are more blocks on the heap after the last round
// than after the second, which finds objects that no one owns but the collector's lists still point
// to, and which are therefore no leak to a leak checker.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "kale_python.h"

/// Blocks on the heap; stays 0 unless they are counted.
static atomic_long block_count;

#ifdef COUNT_BLOCKS
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

void *malloc(size_t size) {
  void *block = __libc_malloc(size);
  if (block) block_count++;
  return block;
}

void *calloc(size_t count, size_t size) {
  void *block = __libc_calloc(count, size);
  if (block) block_count++;
  return block;
}

void *realloc(void *old, size_t size) {
  void *block = __libc_realloc(old, size);
  if (block && !old) block_count++;
  if (old && !block && size == 0) block_count--;
  return block;
}

void free(void *block) {
  if (block) block_count--;
  __libc_free(block);
}
#endif

/// CPython's, which empties the cache of attribute look-ups: it holds on to strings.
unsigned int PyType_ClearCache(void);

struct cell {
  uint8_t *bytes;
  size_t length;
};

static struct cell *cells;
static size_t cell_count;
static int rounds;
/// Global, so that it is no leak.
static kale_python *python;

static int read_cells(const char *path) {
  FILE *file = fopen(path, "rb");
  size_t length;
  if (!file) return perror(path), 0;
  while (fscanf(file, "%zu", &length) == 1) {
    fgetc(file);
    // Exactly the bytes of the cell, so that reading past them is an error.
    uint8_t *bytes = malloc(length);
    if (length && fread(bytes, 1, length, file) != length) return fprintf(stderr, "cut off\n"), 0;
    cells = realloc(cells, (cell_count + 1) * sizeof *cells);
    cells[cell_count++] = (struct cell){bytes, length};
  }
  fclose(file);
  return 1;
}

/// Reads all of a result, so that an unset or stray byte shows.
static int64_t sum(const kale_result *result) {
  int64_t sum = 0;
  for (int32_t i = 0; i < result->word_count; i++) sum += result->words[i];
  for (int32_t i = 0; i < result->text_length; i++) sum += result->text[i];
  for (int32_t i = 0; i < result->name_count; i++) sum += result->text[result->names[i].offset];
  return sum;
}

static int64_t one_round(int *outcomes) {
  int64_t total = 0;
  for (size_t i = 0; i < cell_count; i++) {
    kale_result *tree = kale_parse(python, cells[i].bytes, cells[i].length);
    kale_result *symbols = kale_symbols(python, cells[i].bytes, cells[i].length);
    outcomes[tree->error.kind]++;
    total += sum(tree) + sum(symbols);
    kale_result_free(symbols);
    kale_result_free(tree);
  }
  kale_result_free(kale_builtin_names(python));
  kale_result_free(kale_standard_library(python));
  return total;
}

static void *run(void *unused) {
  (void)unused;
  kale_start report;
  python = kale_python_start(getenv("KALE_PYTHON_HOME"), &report);
  if (!python) return fprintf(stderr, "no Python: %s\n", report.detail), (void *)1;

  long baseline = 0;
  int64_t first = 0;
  for (int round = 1; round <= rounds; round++) {
    int outcomes[KALE_ERROR_OTHER + 1] = {0};
    int64_t total = one_round(outcomes);
    if (round == 1) {
      first = total;
      printf("%zu cells:", cell_count);
      for (int kind = 0; kind <= KALE_ERROR_OTHER; kind++) printf(" %d", outcomes[kind]);
      printf(" (by error kind, 0 is none)\n");
    }
    if (total != first) return fprintf(stderr, "round %d gave other results\n", round), (void *)1;
    PyType_ClearCache();
    if (round == 2) baseline = block_count;
  }
  if (rounds > 2 && block_count > baseline) {
    fprintf(
      stderr, "%ld more blocks on the heap after %d rounds\n", block_count - baseline, rounds - 2);
    return (void *)1;
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: driver CELLS ROUNDS\n"), 64;
  if (!read_cells(argv[1])) return 66;
  rounds = atoi(argv[2]);

  pthread_attr_t attributes;
  pthread_t thread;
  void *failed;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 16 << 20);
  if (pthread_create(&thread, &attributes, run, NULL) != 0) return 71;
  pthread_join(thread, &failed);
  for (size_t i = 0; i < cell_count; i++) free(cells[i].bytes);
  free(cells);
  return failed ? 1 : 0;
}
