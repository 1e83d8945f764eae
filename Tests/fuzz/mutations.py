"""Random changes to the text of a cell, from a bit to the whole of it.

Every mutation takes a random generator, a text and the other texts to take parts from.
"""

import ast
import re
import warnings
from pathlib import Path
from random import Random

PART = re.compile(r"\w+|[ \t]+|.", re.DOTALL)
NAME = re.compile(r"[^\W\d]\w*")
KEYWORDS = set(__import__("keyword").kwlist)


def dictionary() -> list[str]:
    """The tokens of python.dict."""
    lines = (Path(__file__).parent / "python.dict").read_text().splitlines()
    literals = [line for line in lines if line.startswith('"')]
    return [ast.literal_eval("b" + literal).decode(errors="replace") for literal in literals]


TOKENS = dictionary()
CHARACTERS = [
    *"\0\a\b\t\n\v\f\r\x1a\x1b\x1c\x1e\x7f\x85\xa0\xad·ªʼ", *"\u0301\u0378\u200b\u200d\u200f",
    *"\u2028\u2029\u202e\u2060\u3000\ufe0f\ufeff\ufffd\uffff", *"ıſßΩµﬁⅧ𝒙𝟘가각👩🏽‍🚀🇩🇪\U0010ffff", "\ud800", "\udfff",
    "\r\n", "e" + "\u0301" * 40,
]  # fmt: skip
# Statements that take a block; {} stands for any name.
HEADS = [
    "if {}:", "while {}:", "for {} in {}:", "for {} in range(3):", "with {} as {}:", "with open({}) as {}:", "def {}():",
    "def {}({}, *args, **kw):", "async def {}({}={}):", "class {}:", "class {}({}):", "try:",
    "if 1:\n pass\nelse:", "try:\n {}()\nexcept {} as {}:", "try:\n pass\nfinally:", "match {}:\n case [{}, *{}]:",
    "lambda: (yield)\nwhile True:\n {} = {}\n if {}: break\n if {}: continue\nelse:", "@{}\ndef {}():",
]  # fmt: skip
# Expressions around an expression.
WRAPPINGS = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("{{}: ", "}"), ("{}(", ")"), ("{}[", "]"), ("not ", ""), ("-", ""),
    ("lambda: ", ""), ("lambda {}: ", ""), ("[", " for {} in {}]"), ("[{} for {} in ", "]"), ("({} for {} in ", " if {})"),
    ("{", ": {} for {} in {}}"), ("({} := ", ")"), ("f'{", "}'"), ("", ".{}"), ("", " if {} else {}"), ("{} if {} else ", ""),
    ("await ", ""), ("*", ","), ("{} + ", ""), ("{} and ", ""), ("{} < ", ""), ("[*", "]"), ("", "[{}]"), ("", "({})"),
    ("{}({}=", ")"), ("", "\n"), ("(yield ", ")"), ("print(", ")"), ("setattr({}, '{}', ", ")"), ("list(map(", ", {}))"),
]  # fmt: skip


def parts(text: str) -> list[str]:
    return PART.findall(text)


def names(text: str) -> list[str]:
    """The identifiers in the text, each once."""
    return [name for name in dict.fromkeys(NAME.findall(text)) if name not in KEYWORDS]


def span(random: Random, count: int, longest: int = 20) -> slice:
    """A stretch of a sequence, short more often than long."""
    start = random.randrange(count + 1)
    return slice(start, start + int(longest ** random.random()))


def filled(random: Random, template: str, text: str) -> str:
    """A template with names of the text for its {}."""
    known = names(text) or ["x"]
    return re.sub(r"\{\}", lambda _: random.choice(known), template)


def flip_bits(random, text, others):
    data = bytearray(text.encode(errors="surrogatepass"))
    for _ in range(random.randint(1, 4) if data else 0):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return data.decode(errors="replace")


def insert_token(random, text, others):
    pieces = parts(text)
    pieces.insert(random.randrange(len(pieces) + 1), random.choice(TOKENS))
    return "".join(pieces)


def replace_parts(random, text, others):
    """Puts parts of this text or another's in the place of some."""
    pieces, source = parts(text), parts(random.choice([text, random.choice(others)]))
    pieces[span(random, len(pieces))] = source[span(random, len(source))]
    return "".join(pieces)


def delete_parts(random, text, others):
    pieces = parts(text)
    del pieces[span(random, len(pieces))]
    return "".join(pieces)


def insert_character(random, text, others):
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(CHARACTERS) + text[at:]


def respell(random, text, others):
    """Writes a name in other letters that Python takes for the same, or with one more."""
    known = names(text)
    if not known:
        return text
    name = random.choice(known)
    other = random.choice(
        ["".join(chr(0x1D44E + ord(c) - 97) if "a" <= c <= "g" else c for c in name), name + "é", "__" + name]
    )
    return re.sub(rf"\b{name}\b", lambda _: other if random.random() < 0.5 else name, text)


def share_names(random, text, others):
    """Gives names of another text to names of this one, so that cells have to do with each other."""
    theirs = names(random.choice(others))
    if not theirs:
        return text
    new = {name: random.choice(theirs) for name in names(text) if random.random() < 0.3}
    return NAME.sub(lambda match: new.get(match[0], match[0]), text)


def change_lines(random, text, others):
    """Deletes, repeats, moves or takes over lines."""
    lines, theirs = text.splitlines(True), random.choice(others).splitlines(True)
    taken = lines[span(random, len(lines))]
    at = span(random, len(lines))
    match random.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines[at.start : at.start] = taken * random.randint(1, 3)
        case 2:
            lines[at] = taken
        case 3:
            lines[at.start : at.start] = theirs[span(random, len(theirs))]
    return "".join(lines)


def indent_lines(random, text, others):
    lines = text.splitlines(True)
    at = span(random, len(lines))
    margin = random.choice([" ", "    ", "\t", "\f", ""])
    lines[at] = [margin + line if margin else line.lstrip(" \t") for line in lines[at]]
    return "".join(lines)


def nest_block(random, text, others):
    """Puts the lines into the blocks of statements; a few deep, seldom very deep."""
    depth = random.choice([1, 1, 1, 2, 3, random.randint(4, 30), random.randint(30, 100)])
    heads = random.choices(HEADS, k=min(depth, random.randint(1, 3)))
    for level in range(depth):
        head = filled(random, heads[level % len(heads)], text)
        text = head + "\n" + "".join(" " + line for line in text.splitlines(True))
        if head.startswith("try:") and "\n" not in head:
            text += f"\nexcept: pass\nelse:\n {filled(random, '{}', text)}\n"
        if len(text) > 50_000:
            break
    return text


def nest_expression(random, text, others):
    """Puts a part of a line into expressions; a few deep, seldom very deep."""
    pieces = parts(text)
    at = span(random, len(pieces), 8)
    inner = "".join(pieces[at]) or "x"
    depth = random.choice([1, 1, 1, 2, 3, random.randint(4, 90), random.randint(90, 4000)])
    wrappings = random.choices(WRAPPINGS, k=random.randint(1, 3))
    filling = [(filled(random, before, text), filled(random, after, text)) for before, after in wrappings]
    before, after = zip(*(filling[level % len(filling)] for level in range(depth)))
    pieces[at] = ["".join(reversed(before)), inner, "".join(after)]
    return "".join(pieces)


def change_line_ends(random, text, others):
    new = random.choice(["\r", "\r\n", "\n\n", "\\\n", "\x0c\n", ";", "\u2028"])
    chance = random.choice([0.1, 1])
    return re.sub("\n", lambda _: new if random.random() < chance else "\n", text)


def truncate(random, text, others):
    at = random.randrange(len(text) + 1)
    return random.choice([text[:at], text[at:]])


def repeat(random, text, others):
    """Makes a long cell of some lines or parts."""
    pieces = random.choice([parts, lambda text: text.splitlines(True)])(text)
    at = span(random, len(pieces))
    times = int(1000 ** random.random())
    pieces[at] = pieces[at] * min(times, 1 + 20_000 // (1 + sum(map(len, pieces[at]))))
    return "".join(pieces)


def join(random, text, others):
    return text + "\n" + random.choice(others)


MUTATIONS = [
    flip_bits, insert_token, replace_parts, delete_parts, insert_character, respell, share_names, change_lines,
    indent_lines, nest_block, nest_expression, change_line_ends, truncate, repeat, join,
]  # fmt: skip
# Those that keep most of a text what it was, and so leave it Python more often.
GENTLE = [insert_token, replace_parts, share_names, change_lines, nest_block, nest_expression, join]


def mutated(random: Random, text: str, others: list[str], longest: int) -> str:
    """The text after some mutations, of at most `longest` bytes; most often one that is Python."""
    mutations = random.choice([MUTATIONS, GENTLE])
    result = text
    for _ in range(random.choice([1, 8, 8, 8, 8])):
        result = text
        for _ in range(random.choice([1, 1, 1, 2, 3, 6])):
            result = random.choice(mutations)(random, result, others)
        result = result.encode(errors="surrogatepass")[:longest].decode(errors="replace")
        if is_python(result):
            break
    return result


def is_python(text: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True
