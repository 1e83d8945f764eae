/// `Python.h` restricted to the stable ABI, so that only start-up depends on the Python version.
///
/// 3.9 lacks `PyUnicode_AsUTF8AndSize` in its limited API (it exports it all the same), and
/// free-threaded builds have no limited API: there the headers stay unrestricted.
#ifndef KALE_STABLE_ABI_H
#define KALE_STABLE_ABI_H

#include <patchlevel.h>
#include <pyconfig.h>
#if PY_VERSION_HEX < 0x03090000
#error "kale needs CPython 3.9 or later"
#endif
#if PY_VERSION_HEX >= 0x030A0000 && !defined(Py_GIL_DISABLED)
#define Py_LIMITED_API 0x030A0000
#endif
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#endif
