#!/usr/bin/env python3
"""Writes data/train.csv and data/test.csv: invented passengers of an ocean liner.

The files have the columns of the well-known Titanic data set and its difficulties (missing ages,
cabins and ports, titles inside names), but nobody in them ever lived. The generator is seeded, so
the files are the same each time; they are committed beside this script.
"""

import csv
import math
import random
from pathlib import Path

SEED = 1912
TRAIN_ROWS = 400
TEST_ROWS = 150
COLUMNS = [
    "PassengerId", "Survived", "Pclass", "Name", "Sex", "Age",
    "SibSp", "Parch", "Ticket", "Fare", "Cabin", "Embarked",
]

SURNAMES = """
Abernethy Almgren Barrowby Castellan Dunmore Eriksdal Fairholt Garrick Haldane Ivarsen Jessop
Kirkbride Lindqvist Marchetti Norwood Oakhurst Penhallow Quillfeather Rasmus Selwyn Thackery
Underhill Vantongeren Whitlock Yarborough Zeller
""".split()
MEN = "Albert Bruno Cedric Edmund Felix Gustav Henry Isaac Jonas Leopold Magnus Oscar".split()
WOMEN = "Ada Beatrice Clara Dorothea Edith Flora Greta Harriet Ingrid Josephine Lydia Mabel".split()
RARE_TITLES = ["Dr", "Rev", "Col"]
PORTS = ["S", "C", "Q"]
DECKS = {1: "ABCDE", 2: "DEF", 3: "EFG"}
FARES = {1: (30.0, 160.0), 2: (10.0, 40.0), 3: (6.5, 24.0)}


def title_of(rng: random.Random, sex: str, age: float, spouse: bool) -> str:
    if sex == "female":
        return "Mrs" if spouse or age > 32 else "Miss"
    if age < 14:
        return "Master"
    return rng.choice(RARE_TITLES) if age > 30 and rng.random() < 0.08 else "Mr"


def survival_probability(passenger_class: int, sex: str, age: float, relatives: int) -> float:
    score = -1.1 + 2.9 * (sex == "female") + 1.3 * (age < 12)
    score -= 0.85 * (passenger_class - 2) + 0.012 * (age - 30) + 0.3 * max(0, relatives - 3)
    return 1 / (1 + math.exp(-score))


def passenger(rng: random.Random, number: int) -> dict:
    passenger_class = rng.choices([1, 2, 3], weights=[24, 21, 55])[0]
    sex = rng.choices(["male", "female"], weights=[64, 36])[0]
    age = round(min(78.0, max(0.5, rng.gauss(42 - 5 * passenger_class, 14))), 1)
    spouse = age >= 18 and rng.random() < 0.35
    siblings = int(spouse) + rng.choices([0, 1, 2, 3], weights=[80, 12, 5, 3])[0]
    parents = rng.choices([0, 1, 2, 4], weights=[74, 14, 10, 2])[0]
    low, high = FARES[passenger_class]
    probability = survival_probability(passenger_class, sex, age, siblings + parents)

    name = rng.choice(MEN if sex == "male" else WOMEN)
    title = title_of(rng, sex, age, spouse)
    prefix = rng.choice(["", "", "", "PC ", "A/5 ", "STON "])
    cabin_known = rng.random() < (0.75 if passenger_class == 1 else 0.12)
    return {
        "PassengerId": number,
        "Survived": int(rng.random() < probability),
        "Pclass": passenger_class,
        "Name": f"{rng.choice(SURNAMES)}, {title}. {name}",
        "Sex": sex,
        "Age": "" if rng.random() < 0.2 else f"{age:g}",
        "SibSp": siblings,
        "Parch": parents,
        "Ticket": f"{prefix}{rng.randint(2000, 399999)}",
        "Fare": "" if rng.random() < 0.005 else f"{rng.uniform(low, high):.4f}",
        "Cabin": f"{rng.choice(DECKS[passenger_class])}{rng.randint(1, 120)}" if cabin_known else "",
        "Embarked": "" if rng.random() < 0.01 else rng.choices(PORTS, weights=[72, 19, 9])[0],
    }


def write(path: Path, rows: list[dict], columns: list[str]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    rng = random.Random(SEED)
    rows = [passenger(rng, number) for number in range(1, TRAIN_ROWS + TEST_ROWS + 1)]
    folder = Path(__file__).resolve().parent / "data"
    folder.mkdir(exist_ok=True)
    write(folder / "train.csv", rows[:TRAIN_ROWS], COLUMNS)
    write(folder / "test.csv", rows[TRAIN_ROWS:], [c for c in COLUMNS if c != "Survived"])


if __name__ == "__main__":
    main()
