"""Which values of a namespace have been changed in place.

The objects that the names reach are noted with what they hold, and looked at again later. What
differs has changed for certain. A change that leaves an equal value is not seen, nor one of an
object of a kind that `contents` does not know.
"""

from __future__ import annotations

from collections import defaultdict

from contents import ATOMS, are_same, contents

MAX_OBJECTS = 200_000


class ObjectGraph:
    def __init__(self, values: dict[str, object], own_module: str):
        self._own_module = own_module
        self._roots = {name: id(value) for name, value in values.items()}
        # By id, each with its parts. Both are kept alive, so that ids stay theirs.
        self._objects: dict[int, tuple[object, list]] = {}
        waiting = list(values.values())
        while waiting and len(self._objects) < MAX_OBJECTS:
            value = waiting.pop()
            if id(value) in self._objects:
                continue
            parts = self._parts(value)
            if parts is not None:
                self._objects[id(value)] = (value, parts)
                if not ATOMS.issuperset(map(type, parts)):
                    waiting += [part for part in parts if type(part) not in ATOMS]

    def changes(self) -> dict[str, str]:
        """For each name that reaches an object which has changed: the type of such an object."""
        changed = {}
        for key, (value, old) in self._objects.items():
            new = self._parts(value)
            if new is not None and not are_same(old, new):
                changed[key] = type(value).__name__
        if not changed:
            return {}
        self._spread_to_holders(changed)
        return {name: changed[root] for name, root in self._roots.items() if root in changed}

    def _spread_to_holders(self, changed: dict[int, str]) -> None:
        holders = defaultdict(list)
        for key, (_, parts) in self._objects.items():
            for part in parts:
                holders[id(part)].append(key)
        waiting = list(changed)
        while waiting:
            key = waiting.pop()
            for holder in holders[key]:
                if holder not in changed:
                    changed[holder] = changed[key]
                    waiting.append(holder)

    def _parts(self, value: object) -> list | None:
        try:
            return contents(value, self._own_module)
        except Exception:
            return None  # an object that can't be looked at, such as one half initialised
