"""What code really does with the names of one namespace, seen instruction by instruction.

A dict that records its lookups would miss much: the interpreter goes round the methods of a dict
subclass for global names, and a class body that falls back to the namespace looks like any other
lookup. So every instruction of a frame whose globals are the namespace is traced, whether the frame
is a cell, a function, a class body, a comprehension or exec'd text. All other code, libraries above
all, runs at nearly full speed.
"""

from __future__ import annotations

import builtins
import dis
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from inspect import CO_COROUTINE, CO_OPTIMIZED
from types import CodeType, FrameType

LOADS = {"LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS"}
STORES = {"STORE_NAME", "STORE_GLOBAL"}
DELETES = {"DELETE_NAME", "DELETE_GLOBAL"}
GLOBAL_ONLY = {"LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL"}

# The argument of CALL_INTRINSIC_1 that stands for a star import, from Python 3.12 on.
INTRINSIC_IMPORT_STAR = 2


@dataclass
class NameUse:
    """What one stretch of execution did to the namespace.

    `reads` are the names looked up before anything here had bound or deleted them, `binds` and
    `deletes` the state at the end of those that were touched. `places` tells for each name that is
    read or touched which code did it first.
    """

    reads: set[str] = field(default_factory=set)
    binds: set[str] = field(default_factory=set)
    deletes: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    # Another tracer took over on the way, so that something may be missing.
    is_complete: bool = True


def name_instructions(code: CodeType) -> dict[int, tuple[str, str]]:
    """The instructions of `code` that can use the namespace: operation and name by offset."""
    found = {}
    imported = ""
    start = None  # of the EXTENDED_ARG before an instruction, where the event may be reported
    for instruction in dis.get_instructions(code):
        operation = instruction.opname
        if operation == "EXTENDED_ARG":
            start = instruction.offset if start is None else start
            continue
        use = None
        if operation in LOADS or operation in STORES or operation in DELETES:
            use = (operation, instruction.argval)
        elif operation == "IMPORT_NAME":
            imported = instruction.argval
        elif operation == "IMPORT_STAR" or (
            operation == "CALL_INTRINSIC_1" and instruction.arg == INTRINSIC_IMPORT_STAR
        ):
            use = ("IMPORT_STAR", imported)
        if use is not None:
            found[instruction.offset] = use
            if start is not None:
                found[start] = use
        start = None
    return found


def names_of_star_import(module_name: str) -> list[str]:
    module = sys.modules[module_name]
    if hasattr(module, "__all__"):
        return list(module.__all__)
    return [name for name in vars(module) if not name.startswith("_")]


class NamespaceTracer:
    """Records what the code that runs under `watch` does to a namespace, the globals of a module."""

    def __init__(self, namespace: dict):
        self._namespace = namespace
        self._ever_bound: set[str] = set()
        # Code objects by id, kept alive so that an id stands for one of them for good.
        self._instructions: dict[int, tuple[CodeType, dict]] = {}
        self._use: NameUse | None = None

    @contextmanager
    def watch(self) -> Iterator[NameUse]:
        """Traces the body of a `with` statement; the result is complete when the body is left."""
        use = self._use = NameUse()
        before = dict(self._namespace)
        # Instructions whose effect is not known yet, by id of their code. In one stretch every
        # instruction matters once at most, so code whose instructions are done is traced no more.
        self._pending: dict[int, dict[int, tuple[str, str]]] = {}
        self._touched: set[str] = set()
        # What stands for the locals in a class body and in code exec'd with a dict of its own.
        self._mappings: dict[FrameType, object] = {}
        threading.settrace(self._on_call)
        sys.settrace(self._on_call)
        try:
            yield use
        finally:
            use.is_complete = sys.gettrace() == self._on_call
            sys.settrace(None)
            threading.settrace(None)
            self._use = None
            self._finish(use, before)

    def _finish(self, use: NameUse, before: dict) -> None:
        after, missing = self._namespace, object()
        # Names bound by other means than an instruction: globals()["x"] = 1, a magic.
        for name in before.keys() | after.keys():
            if before.get(name, missing) is not after.get(name, missing) and isinstance(name, str):
                if name not in self._touched:
                    use.places.setdefault(name, "no instruction")
                    self._touched.add(name)
        use.binds = {name for name in self._touched if name in after}
        use.deletes = self._touched - use.binds
        self._ever_bound |= self._touched

    def _on_call(self, frame: FrameType, event: str, _):
        if frame.f_globals is not self._namespace or self._use is None:
            return None
        code = frame.f_code
        pending = self._pending.get(id(code))
        if pending is None:
            pending = self._pending[id(code)] = dict(self._instructions_of(code))
        if not pending:
            return None
        # Only before its first instruction may a frame be asked for its locals: later, asking can
        # write stale values over the variables of its comprehensions. So a cell that awaits, whose
        # frame is entered again and again, is not asked; its locals are the namespace.
        if not code.co_flags & (CO_OPTIMIZED | CO_COROUTINE):
            mapping = frame.f_locals
            if mapping is not self._namespace:
                self._mappings[frame] = mapping
        # In this order: Python 3.13 forgets about instructions of a frame that has no tracer yet.
        frame.f_trace = self._on_event
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        return self._on_event

    def _instructions_of(self, code: CodeType) -> dict[int, tuple[str, str]]:
        known = self._instructions.get(id(code))
        if known is None:
            known = self._instructions[id(code)] = (code, name_instructions(code))
        return known[1]

    def _on_event(self, frame: FrameType, event: str, _):
        if event == "return":
            self._mappings.pop(frame, None)
        if event != "opcode" or self._use is None:
            return self._on_event
        pending = self._pending.get(id(frame.f_code))
        if not pending:
            frame.f_trace_opcodes = False
            return self._on_event
        instruction = pending.get(frame.f_lasti)
        if instruction is not None and self._apply(*instruction, frame):
            del pending[frame.f_lasti]
        return self._on_event

    def _apply(self, operation: str, name: str, frame: FrameType) -> bool:
        """Notes what an instruction is about to do. False if it may yet do something else."""
        mapping = None if operation in GLOBAL_ONLY else self._mappings.get(frame)
        if operation in LOADS:
            if operation == "LOAD_FROM_DICT_OR_GLOBALS" and mapping is None:
                mapping = frame.f_locals.get("__classdict__")
            if mapping is not None and name in mapping:
                return False
            self._note_lookup(name, frame)
            return True
        if mapping is not None:
            return False
        if operation == "IMPORT_STAR":
            for imported in names_of_star_import(name):
                self._note_change(imported, frame)
        elif operation in DELETES:
            self._note_lookup(name, frame)
            if name not in self._namespace:
                return False
            self._note_change(name, frame)
        else:
            self._note_change(name, frame)
        return True

    def _note_lookup(self, name: str, frame: FrameType) -> None:
        if name in self._touched or name in self._use.reads:
            return
        if name not in self._ever_bound and hasattr(builtins, name):
            return
        self._use.reads.add(name)
        self._use.places.setdefault(name, place(frame))

    def _note_change(self, name: str, frame: FrameType) -> None:
        self._touched.add(name)
        self._use.places.setdefault(name, place(frame))


def place(frame: FrameType) -> str:
    """Which code of the namespace it is, and which other code has called that."""
    code = frame.f_code
    name = getattr(code, "co_qualname", code.co_name)
    caller = frame
    while caller is not None and caller.f_globals is frame.f_globals:
        caller = caller.f_back
    module = caller.f_globals.get("__name__", "?") if caller is not None else "?"
    return f"{name} in {code.co_filename}, line {frame.f_lineno}, called by {module}"
