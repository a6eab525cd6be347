"""Questions as typed in haste: without accents, in capitals, with elisions or a letter lost.

Each way is seeded by the question itself, so that a set is spoiled the same way on every run.
"""

import random
import re
import string
import unicodedata
from collections.abc import Callable

SHORTEST = 5  # letters a word needs for a slip in it to be mended by anyone


def as_written(text: str) -> str:
    return text


def accents_lost(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def capitals(text: str) -> str:
    return text.upper()


def elision_lost(text: str) -> str:
    return re.sub(r"['’]", " ", text)


def one_slip(text: str) -> str:
    """Swap, lose, double or change one letter inside the one word chosen."""
    chance = random.Random(text)
    words = [match.span() for match in re.finditer(r"[^\W\d_]+", text)]
    long = [span for span in words if span[1] - span[0] >= SHORTEST]
    if not long:
        return text
    start, end = chance.choice(long)
    at = chance.randrange(start + 1, end - 1)
    here, after = text[at], text[at + 1]
    other = chance.choice(string.ascii_lowercase)
    middle = chance.choice([after + here, after, here + here + after, other + after])
    return text[:at] + middle + text[at + 2 :]


WAYS: dict[str, Callable[[str], str]] = {
    "as written": as_written,
    "accents lost": accents_lost,
    "capitals": capitals,
    "elision lost": elision_lost,
    "one slip": one_slip,
}
