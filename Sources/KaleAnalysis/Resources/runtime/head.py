"""The step runtime: runs one step of a notebook as the notebook would have run it.

A generated pipeline embeds this file and registers it as the module `kale_runtime`, the name that
pickles use; it also runs as a script (see `main`). In one fresh `__main__` follow one another:
parameters, import statements, `imports` cells, `functions` cells, inputs, own cells, metrics,
outputs. Classes and functions of the first two kinds of cells exist in every step; all others
travel by value.

An artifact is a file that holds a *bundle*: all variables whose values share mutable objects, in
one pickle, so that they share them after loading too. Each variable of the bundle has the whole
of it as its file; a step that receives several of them loads it once, known by its digest.

  MAGIC | pickle, protocol 5 | out-of-band buffers, aligned | ... | index, JSON | TRAILER

The index ends where the TRAILER begins, which tells its length. It has
  digest    of all that a consumer gets by the artifact: equal digests, equal inputs
  members   the variables by name, each with what `_description` tells of it
  sections  a pickle and its buffers each, by offset, size and digest. The last is the bundle; those
            before it are copied from earlier artifacts, as it refers to objects in them
  state     the ambient state to continue with
  step, notebook, position, python, cloudpickle, format: where it comes from
"""
import sys

_SCRIPT = __name__ == "__main__"
if _SCRIPT:  # what follows must be found by the name that pickles use
  __name__ = "kale_runtime"
  sys.modules[__name__] = sys.modules["__main__"]

import __future__
import ast
import asyncio
import atexit
import base64
import builtins
import collections
import contextlib
import dis
import enum
import functools
import gc
import hashlib
import html
import importlib.util
import inspect
import io
import json
import linecache
import math
import mmap
import os
import pickle
import re
import reprlib
import shutil
import struct
import tempfile
import traceback
import types
import warnings
import weakref
import zlib

try:
  import cloudpickle
except ImportError:
  try:
    from joblib.externals import cloudpickle
  except ImportError:
    raise ImportError("kale: a step needs cloudpickle: pip install cloudpickle") from None

FORMAT = 2
MAGIC, END = b"kale\r\n\x1a\n", b"\nkaleend"
TRAILER = struct.Struct("<Q32s8s")  # length of the index, its SHA-256, END
CHUNK = 1 << 20
BLOCK, PART_SIZE = 1 << 16, 1 << 24  # of a buffer: what gets a checksum, what a thread takes at a time
ALIGNMENT = 64  # of buffers in a file, for vector instructions
IN_BAND = 4096  # smaller buffers stay inside the pickle
PYTHON = "%d.%d" % sys.version_info[:2]
PART = ".kale-part"  # what ends the name of a file that is not complete yet

_Input = collections.namedtuple("_Input", "name path producer certain")
_Output = collections.namedtuple("_Output", "name path consumers metadata joined")
_Cell = collections.namedtuple("_Cell", "index source kind ipython")
_CachedFunction = type(functools.lru_cache(len))


class StepError(Exception):
  """A step that can't go on for a reason outside its cells; the message is for people."""


def _type_name(value):
  cls = type(value)
  return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else (
    cls.__module__ + "." + cls.__qualname__)


def _describe(error):
  return "%s: %s" % (type(error).__name__, error)


def _note(text):
  print("kale: note: " + text, file=sys.stderr)
