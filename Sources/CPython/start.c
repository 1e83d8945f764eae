// The only file that needs more than the stable ABI: PyConfig.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "start.h"

/// `prefix/lib/pythonX.Y/encodings`, the first part of the standard library that a start needs, or
/// its place in a zip.
static bool has_library(const char *prefix) {
  static const char *const directories[] = {"lib", "lib64"};
  char path[PATH_MAX];
  struct stat status;
  for (size_t i = 0; i < 2; i++) {
    snprintf(
      path, sizeof path, "%s/%s/python%d.%d/encodings", prefix, directories[i], PY_MAJOR_VERSION,
      PY_MINOR_VERSION);
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) return true;
    snprintf(
      path, sizeof path, "%s/%s/python%d%d.zip", prefix, directories[i], PY_MAJOR_VERSION,
      PY_MINOR_VERSION);
    if (stat(path, &status) == 0) return true;
  }
  return false;
}

/// Names an executable beside libpython, existing or not: from there CPython looks upwards for its
/// library, rather than beside whichever `python3` comes first in PATH.
static PyStatus set_program(PyConfig *config) {
  Dl_info info;
  char path[PATH_MAX];
  if (!dladdr((void *)(uintptr_t)&Py_InitializeFromConfig, &info) || !info.dli_fname ||
      !realpath(info.dli_fname, path)) {
    return PyStatus_Ok();
  }
  char *slash = strrchr(path, '/');
  if (!slash || (size_t)(slash - path) + sizeof "/python3" > sizeof path) return PyStatus_Ok();
  strcpy(slash, "/python3");
  return PyConfig_SetBytesString(config, &config->program_name, path);
}

static PyStatus initialize(const char *home) {
  PyPreConfig preconfig;
  PyPreConfig_InitIsolatedConfig(&preconfig);
  preconfig.utf8_mode = 1;
#ifdef KALE_MEMCHECK
  // So that scripts/memcheck sees each object of Python as a block.
  preconfig.allocator = PYMEM_ALLOCATOR_MALLOC;
#endif
  PyStatus status = Py_PreInitialize(&preconfig);
  if (PyStatus_Exception(status)) return status;

  PyConfig config;
  PyConfig_InitIsolatedConfig(&config);
  config.site_import = 0;
  config.write_bytecode = 0;
  config.install_signal_handlers = 0;
  config.pathconfig_warnings = 0;
  status = PyWideStringList_Append(&config.warnoptions, L"ignore");
  if (!PyStatus_Exception(status)) status = set_program(&config);
  if (!PyStatus_Exception(status) && home) {
    status = PyConfig_SetBytesString(&config, &config.home, home);
  }
  if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&config);
  PyConfig_Clear(&config);
  return status;
}

bool kale_start_cpython(const char *home, kale_start *report) {
  *report = (kale_start){.status = KALE_START_OK};
  if (home && !has_library(home)) {
    report->status = KALE_START_NO_LIBRARY;
    snprintf(report->detail, sizeof report->detail, "%s", home);
    return false;
  }
  PyStatus status = initialize(home);
  if (!PyStatus_Exception(status)) return true;
  report->status = KALE_START_FAILED;
  snprintf(
    report->detail, sizeof report->detail, "%s", status.err_msg ? status.err_msg : "it asked to exit");
  return false;
}

uint32_t kale_python_hex_version(void) {
#if PY_VERSION_HEX >= 0x030B0000
  return (uint32_t)Py_Version;
#else
  return PY_VERSION_HEX;
#endif
}
