"""Pairs of edits of one text, made from a seed: every line is known by its name.

Lines of the base are `base N`, what the one writes `mine N`, what the other writes `theirs N`, so
that a test can say of each line where it went.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """A text, two edits of it, and whether those touch lines far from each other."""

    base: str
    mine: str
    theirs: str
    apart: bool


def pair(seed: int) -> Pair:
    chance = random.Random(seed)
    base = [f"base {n} {chance.choice('ab')}" for n in range(chance.randint(0, 24))]
    if chance.random() < 0.1 and len(base) > 2:  # lines that look alike are the hard ones
        base[1] = base[0]
    mine, touched = _edited(base, "mine", chance)
    theirs, others = _edited(base, "theirs", chance)
    if chance.random() < 0.05:
        theirs, others = list(mine), set(touched)
    apart = all(abs(one - other) > 1 for one in touched for other in others)
    return Pair(_text(base), _text(mine), _text(theirs), apart)


def _edited(base: Sequence[str], who: str, chance: random.Random) -> tuple[list[str], set[int]]:
    lines: list[list[str]] = [[line] for line in base]
    before: list[str] = []
    touched: set[int] = set()
    for number in range(chance.randint(1, 4)):
        place = chance.randrange(len(base)) if base else -1
        touched.add(place)
        added = [f"{who} {number}{letter}" for letter in "xyz"[: chance.randint(1, 3)]]
        what = chance.random()
        if place < 0 or what < 0.15:
            touched.add(0)
            touched.add(-1)
            before += added
        elif what < 0.45:
            lines[place] += added
            touched.add(place + 1)
        elif what < 0.75:
            lines[place] = added
        else:
            lines[place] = []
    return [*before, *(line for group in lines for line in group)], touched


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def added(text: str, base: str) -> set[str]:
    """Return the lines of a text that the base has not."""
    return set(text.splitlines()) - set(base.splitlines())
