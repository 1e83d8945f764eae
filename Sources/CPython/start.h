/// What start.c, which alone sees all of CPython's headers, offers to the others.
#ifndef KALE_START_H
#define KALE_START_H

#include <stdbool.h>

#include "include/kale_python.h"

/// Starts CPython as `kale_python_start` says. False with the reason in the report.
bool kale_start_cpython(const char *home, kale_start *report);

#endif
