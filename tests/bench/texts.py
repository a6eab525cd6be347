"""Generated articles of 4 KB: the same ones in every process, whatever Python it runs.

Standard library only: peers with a Python of their own make their notes from here.
"""

import random

WORDS = [f"mot{number}" for number in range(5000)]
SIZE = 4000  # letters of an article


def text(number: int, version: int = 0) -> str:
    """Return the text of an article; another version has other words throughout."""
    chance = random.Random(number * 1_000 + version)  # noqa: S311  # words, not secrets
    return " ".join(chance.choices(WORDS, k=620))[:SIZE]
