"""The rest of a title, offered in grey behind what is typed: no list ever hides the results."""

import unicodedata
from collections.abc import Iterable

LEAST = 2  # letters typed before anything is offered
APOSTROPHES = str.maketrans("’ʼ‘", "'''")


def _fold(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate(APOSTROPHES))[0].casefold()


def rest_of(typed: str, title: str) -> str:
    """Return what completes `typed` to `title`, accents and case aside; "" when it does not."""
    if len(typed.strip()) < LEAST or len(typed) >= len(title):
        return ""
    same = all(_fold(a) == _fold(b) for a, b in zip(typed, title, strict=False))
    return title[len(typed) :] if same else ""


def first_rest(typed: str, titles: Iterable[str]) -> tuple[str, str]:
    """Return (whole title, its rest) for the first title that completes `typed`, else ("", "")."""
    for title in titles:
        if rest := rest_of(typed, title):
            return title, rest
    return "", ""
