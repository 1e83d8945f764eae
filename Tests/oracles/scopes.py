"""Our scopes against those of CPython's symtable: scopes.py NOTEBOOK-OR-FOLDER...

Every name of every scope must have the same meaning in both: global, local, or a variable of which
outer scope; and be a parameter, be bound, be used in both or in neither.
"""

import sys

from cells import judge


def differences(report, counts):
    scopes = report.get("scopes")
    if scopes is None:
        counts["no Python"] += 1
    elif "refused" in scopes:
        counts["refused by symtable"] += 1
    else:
        counts["scopes"] += scopes["count"]
        counts["names in them"] += scopes["names"]
        for one in scopes["differences"]:
            yield one["line"], f"{one['scope']}: kale {said(one, 'ours')}, CPython {said(one, 'cpython')}"


def said(difference, side):
    names = difference.get(side)
    return "has no such scope" if names is None else "has " + ("; ".join(names) or "no more")


if __name__ == "__main__":
    sys.exit(judge("scopes", differences))
