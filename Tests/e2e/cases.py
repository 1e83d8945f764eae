"""Small tagged notebooks, each with one thing that is easily got wrong.

A pipeline is right when its steps print what the notebook prints when run as a whole.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    name: str
    notebook: str
    # Lines to leave out of the comparison, as a regular expression.
    ignore: str | None = None


NAMES = [
    Case("comprehension_variables_stay_inside", """
# %% step:start
n = 7
values = [3, 1, 2]
# %% step:squares prev:start
squares = {n: n * n for n in values}
print(squares, [n for n in values if n > 1])
# %% step:finish prev:squares
print(n)
"""),
    Case("walrus_binds_outside_a_comprehension", """
# %% step:start
found = any((hit := word).startswith("b") for word in ["ant", "bee", "cat"])
# %% step:finish prev:start
print(found, hit)
"""),
    Case("match_captures", """
# %% step:start
match {"kind": "circle", "radius": 2, "color": "red"}:
    case {"kind": "square", "side": side}:
        pass
    case {"kind": kind, "radius": radius, **others}:
        pass
# %% step:finish prev:start
print(kind, radius, others)
"""),
    Case("nested_unpacking", """
# %% step:start
first, (second, *(third, *rest)), last = 1, (2, 3, 4, 5), 6
# %% step:finish prev:start
print(first, second, third, rest, last)
"""),
    Case("augmented_assignment_of_a_received_value", """
# %% step:start
total = 10
names = ["a"]
# %% step:add prev:start
total += 5
names += ["b"]
# %% step:finish prev:add
print(total, names)
"""),
    Case("subscript_store_hands_the_object_on", """
# %% step:start
settings = {"depth": 1}
# %% step:change prev:start
settings["depth"] = 2
# %% step:finish prev:change
print(settings)
"""),
    Case("shadowed_builtins", """
# %% step:start
list = ["mine"]
sum = len(list)
# %% step:finish prev:start
print(list, sum)
"""),
    Case("local_variables_of_functions_are_no_names", """
# %% step:start
value = "outer"
# %% step:use prev:start
def double(value):
    extra = value * 2
    return extra
extra = "untouched"
print(double("in"))
# %% step:finish prev:use
print(value, extra)
"""),
    Case("private_leaf_variable_of_the_same_name", """
# %% step:start
rows = [1, 2]
# %% step:walk prev:start
for row in rows:
    last = row
# %% step:finish prev:walk
last = "other"
print(last, rows)
"""),
    Case("names_that_generated_code_may_want", """
# %% step:start
kfp, dsl, Output, step, task, os, path, inputs = range(8)
# %% step:finish prev:start
print(kfp, dsl, Output, step, task, os, path, inputs)
"""),
    Case("unicode_names", """
# %% step:start
größe, 数 = 1.5, "三"
# %% step:finish prev:start
print(größe, 数)
"""),
    Case("string_annotations_are_not_read", """
# %% step:start
class Shape:
    pass
# %% step:finish prev:start
def same(shape: "Shape", *more: "Missing") -> "Shape":
    return shape
print(same("it"))
"""),
    Case("class_body_scopes", """
# %% step:start
size = 3
# %% step:finish prev:start
class Box:
    size = size + 1
    def area(self):
        return size * self.size
print(Box.size, Box().area())
"""),
]

PATHS = [
    Case("assignment_that_does_not_happen", """
# %% step:start
mode = "kept"
override = None
# %% step:change prev:start
if override:
    mode = override
# %% step:finish prev:change
print(mode)
"""),
    Case("assignment_that_fails", """
# %% step:start
limit = 12
# %% step:change prev:start
try:
    limit = int("twelve")
except ValueError as error:
    print(type(error).__name__)
# %% step:finish prev:change
print(limit)
"""),
    Case("loop_that_never_turns", """
# %% step:start
position = "none"
queue = []
# %% step:loop prev:start
for position in queue:
    pass
print(position)
# %% step:finish prev:loop
print(position, queue)
"""),
    Case("maybe_bound_names_may_be_absent", """
# %% step:start
lucky = False
if lucky:
    prize = 100
# %% step:finish prev:start
try:
    print(prize)
except NameError:
    print("no prize")
"""),
    Case("deleted_and_bound_again", """
# %% step:start
a, b = 1, 2
# %% step:change prev:start
del a
a = b + 10
# %% step:finish prev:change
print(a, b)
"""),
    Case("with_statement_and_import_inside", """
# %% step:start
import io
with io.StringIO("two\\nlines") as file:
    lines = file.read().splitlines()
# %% step:finish prev:start
def sizes():
    import statistics
    return statistics.mean(len(line) for line in lines)
print(lines, sizes())
"""),
]

FUNCTIONS = [
    Case("function_that_rebinds_a_global", """
# %% step:start
count = 0
def tick():
    global count
    count += 1
    return count
# %% step:use prev:start
tick()
print(tick())
# %% step:finish prev:use
print(count, tick())
"""),
    Case("function_that_calls_one_of_another_step", """
# %% step:start
factor = 4
def scale(x):
    return x * factor
# %% step:wrap prev:start
def shifted(x):
    return scale(x) + 1
# %% step:finish prev:wrap
print(shifted(2))
"""),
    Case("global_of_a_travelled_function_is_rebound", """
# %% step:start
unit = "m"
def show(x):
    return f"{x} {unit}"
# %% step:finish prev:start
print(show(1))
unit = "km"
print(show(2))
"""),
    Case("lambda_reads_a_global", """
# %% step:start
rate = 0.5
discount = lambda price: price * rate
# %% step:finish prev:start
print(discount(30))
"""),
    Case("lambda_default_is_read_at_once", """
# %% step:start
base = 100
# %% step:finish prev:start
add = lambda x, start=base: x + start
print(add(5))
"""),
    Case("functions_in_a_dictionary", """
# %% step:start
offset = 3
def up(x):
    return x + offset
def down(x):
    return x - offset
moves = {"up": up, "down": down}
# %% step:finish prev:start
print([moves[name](10) for name in ("up", "down")])
"""),
    Case("closure_with_state", """
# %% step:start
def counter(start):
    def step():
        nonlocal start
        start += 1
        return start
    return step
tick = counter(5)
tick()
# %% step:finish prev:start
print(tick(), tick())
"""),
    Case("methods_that_read_globals", """
# %% step:start
weight = 3
def weigh(x):
    return x * weight
class Scales:
    def __init__(self):
        self.log = []
    def put(self, x):
        self.log.append(weigh(x))
        return self.log
scales = Scales()
scales.put(1)
# %% step:finish prev:start
print(scales.put(2), isinstance(scales, Scales))
"""),
    Case("instances_of_a_class_from_the_functions_cell", """
# %% imports
from dataclasses import dataclass
# %% functions
@dataclass
class Point:
    x: int
    y: int = 0
# %% step:start
points = [Point(1), Point(2, 3)]
# %% step:finish prev:start
print(points, all(isinstance(p, Point) for p in points), points[0] == Point(1))
"""),
    Case("recursion_and_a_decorator_with_state", """
# %% step:start
calls = []
def logged(function):
    def wrapper(n):
        calls.append(n)
        return function(n)
    return wrapper
@logged
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
print(factorial(3))
# %% step:finish prev:start
print(factorial(4), calls)
"""),
    Case("future_import_in_the_functions_cell", """
# %% imports
import math
# %% functions
from __future__ import annotations
def area(radius: NotDefined) -> Neither:
    return round(math.pi * radius ** 2, 2)
# %% step:start
value = area(1)
# %% step:finish prev:start
print(value, area(value))
"""),
]

IMPORTS = [
    Case("star_import", """
# %% imports
from math import *
# %% step:start
angle = pi / 6
# %% step:finish prev:start
print(round(sin(angle), 3), floor(angle * 10))
"""),
    Case("alias_imported_in_a_step", """
# %% step:start
import json as j, os.path
text = j.dumps({"a": [1]})
# %% step:finish prev:start
print(j.loads(text), os.path.basename("a/b"))
"""),
    Case("module_held_by_a_variable", """
# %% step:start
import math
toolbox = math
# %% step:finish prev:start
print(toolbox.sqrt(16), toolbox is math)
"""),
]

IPYTHON = [
    Case("time_magic_binds", """
# %% step:start
size = 5
def build(n):
    return list(range(n))
# %% step:use prev:start
%time items = build(size)
# %% step:finish prev:use
print(items)
""", ignore="CPU times|Wall time"),
    Case("shell_line_reads_a_name", """
# %% step:start
greeting = "hello"
# %% step:use prev:start
!echo {greeting} there
answer = greeting.upper()
# %% step:finish prev:use
print(answer)
"""),
    Case("captured_shell_output", """
# %% step:start
lines = !printf 'one\\ntwo\\n'
count = len(lines)
# %% step:finish prev:start
print(count, lines[1])
"""),
    Case("help_has_no_effect", """
# %% step:start
x = 3
len?
# %% step:finish prev:start
print(x)
"""),
    Case("continuation_line_that_looks_like_a_magic", """
# %% step:start
big = 1234
# %% step:use prev:start
rest = (big
        % 100)
# %% step:finish prev:use
print(rest)
"""),
    Case("await_at_top_level", """
# %% step:start
import asyncio
async def numbers():
    for n in range(3):
        await asyncio.sleep(0)
        yield n
collected = [n async for n in numbers()]
# %% step:finish prev:start
print(collected)
"""),
]

PARAMETERS = [
    Case("negative_and_annotated_parameters", """
# %% pipeline-parameters
low = -3
rate: float = -0.25
flag = not_used = True
# %% step:start
print(low * 2, rate)
# %% step:finish prev:start
print(low + rate, flag)
"""),
    Case("quotes_and_braces_in_a_parameter", '''
# %% pipeline-parameters
text = "it's \\"{quoted}\\" \\\\ \\n done"
# %% step:start
print(text)
# %% step:finish prev:start
print(repr(text))
'''),
    Case("parameter_that_a_step_rebinds", """
# %% pipeline-parameters
rounds = 2
# %% step:start
rounds = rounds + 1
# %% step:finish prev:start
print(rounds)
"""),
]

SHARING = [
    Case("list_of_two_variables", """
# %% step:start
left, right = {"n": 1}, {"n": 2}
both = [left, right]
# %% step:change prev:start
for one in both:
    one["seen"] = True
# %% step:finish prev:change
print(left, right, both[0] is left)
"""),
    Case("object_that_holds_itself", """
# %% step:start
tree = {"name": "root", "children": []}
tree["children"].append({"name": "leaf", "parent": tree})
# %% step:finish prev:start
print(tree["children"][0]["parent"] is tree)
"""),
    Case("one_list_that_calls_return", """
# %% imports
import operator
# %% step:start
rows = [1]
cache = {}
def cached(key):
    if key not in cache:
        cache[key] = rows
    return cache[key]
first = cached("a")
second = dict(rows=rows)["rows"]
third = {}.get("rows", rows)
fourth = operator.itemgetter(0)((rows, 1))
# %% step:change prev:start
first.append(2)
# %% step:again prev:change
second.append(3)
# %% step:once_more prev:again
third.append(4)
# %% step:at_last prev:once_more
fourth.append(5)
# %% step:finish prev:at_last
print(rows, rows is first is second is third is fourth is cached("a"))
"""),
    Case("array_and_its_view", """
# %% imports
import numpy as np
# %% step:start
grid = np.zeros((2, 3), dtype=int)
row = grid[1]
# %% step:change prev:start
row[:] = 7
# %% step:finish prev:change
print(grid.tolist(), np.shares_memory(grid, row))
"""),
    Case("random_numbers_continue", """
# %% imports
import random
# %% step:start
random.seed(5)
first = random.random()
# %% step:finish prev:start
print(first, random.random())
"""),
    Case("environment_continues", """
# %% imports
import os
# %% step:start
os.environ["KALE_E2E"] = "set here"
# %% step:finish prev:start
print(os.environ["KALE_E2E"])
"""),
]

STEPS = [
    Case("independent_roots", """
# %% step:one
a = 1
# %% step:two
b = 2
# %% step:finish prev:one prev:two
print(a + b)
"""),
    Case("edge_without_data", """
# %% step:start
print("first")
# %% step:finish prev:start
print("second")
"""),
    Case("scattered_cells_of_a_step", """
# %% step:start
numbers = [1]
# %% [markdown]
Nothing to run here.
# %%
numbers.append(2)
# %% skip
print("not in the pipeline")
# %%
print(numbers)
# %% step:finish prev:start
print(sum(numbers))
# %%
# only a comment
# %%
print("end")
"""),
    Case("older_value_passes_by_an_unrelated_step", """
# %% step:start
x = "old"
# %% step:left prev:start
y = x + "!"
# %% step:right prev:start
z = x + "?"
# %% step:finish prev:left prev:right
print(x, y, z)
"""),
    Case("steps_named_like_keywords_and_builtins", """
# %% step:class
value = 1
# %% step:print prev:class
value += 1
# %% step:main prev:print
print(value)
"""),
    Case("text_that_is_hard_to_quote", '''
# %% step:start
text = """triple "quoted" text \\N{BULLET} with \\\\ and {braces} %s"""
raw = r'back\\slash' + \'\'\'single\'\'\'
# %%
def multi():
    """A docstring.

    Indented lines, and a tab:	here.
    """
    return f"{text!r:>5} {'nested'}"
# %% step:finish prev:start
print(text, raw)
print(multi())
'''),
    Case("block_tags_of_the_first_version", """
# %% block:start
x = 1
# %% block:finish prev:start
print(x)
"""),
    Case("code_that_cannot_be_foreseen", """
# %% pipeline-parameters
rate = 2
scale = 3
# %% step:start
limit = 5
rows = [1]
alias = rows
def shown():
    return limit
# %% step:side prev:start
print(limit, rows)
# %% step:work prev:start
for line in "9 = timil", "1 + timil = edam", "7 = etar", ")2(dneppa.swor":
    exec(line[::-1])
# %% step:between prev:work
print(scale)
# %% step:finish prev:between prev:side
print(limit, rows, rows is alias, made, shown(), rate, scale)
"""),
    Case("main_guard", """
# %% step:start
def main():
    return __name__
if __name__ == "__main__":
    result = main()
# %% step:finish prev:start
print(result, "result" in globals())
"""),
]

CASES = [*NAMES, *PATHS, *FUNCTIONS, *IMPORTS, *IPYTHON, *PARAMETERS, *SHARING, *STEPS]


@dataclass(frozen=True)
class Refusal:
    """A notebook that can't be a right pipeline: the diagnostic's id, and what its text must name."""

    id: str
    notebook: str
    names: tuple[str, ...]


REFUSALS = [
    Refusal("unreachable-producer", """
# %% step:start
x = 1
# %% step:side prev:start
y = x + 1
# %% step:finish prev:start
print(x + y)
""", ("y", "prev:side")),
    Refusal("unresolved-name", """
# %% step:start
print(nowhere)
""", ("nowhere",)),
    Refusal("out-of-order", """
# %% step:start
print(late)
# %% step:finish prev:start
late = 1
""", ("late",)),
    Refusal("bound-in-skipped-cell", """
# %% step:start
x = 1
# %% skip
y = 2
# %% step:finish prev:start
print(x + y)
""", ("y", "skip")),
    Refusal("ambiguous-producer", """
# %% step:left
x = 1
# %% step:right
x = 2
# %% step:finish prev:left prev:right
print(x)
""", ("x", "left", "right")),
    Refusal("read-after-delete", """
# %% step:start
x = 1
# %% step:drop prev:start
del x
# %% step:finish prev:drop
print(x)
""", ("x",)),
]
