"""Which entries of the palette answer to what is typed, in which order, by which letters.

Qt-free. Letters are compared without case and accents. A title that begins with what is typed
comes before one in which a word does, that before letters in a row inside a word, and that before
letters scattered over the beginnings of words or anywhere. Each rank keeps the order of the table,
so that an act does not wander as letters are added.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

SCATTER = 3  # letters: fewer, scattered, match nearly everything


class Mode(StrEnum):
    """What is looked for, by the first character typed."""

    ALL = ""
    ACTS = ">"
    SPACES = "@"
    HELP = "?"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed, read."""

    mode: Mode
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """How well a title answers, 0 the best, and the letters that do: (from, to) pairs."""

    rank: int
    spans: tuple[tuple[int, int], ...] = ()


class Titled(Protocol):
    """What can be looked for."""

    @property
    def title(self) -> str: ...


T = TypeVar("T", bound=Titled)


def read(typed: str) -> Asked:
    """Tell the mode from the words."""
    start = typed.lstrip()
    if start[:1] in (Mode.ACTS, Mode.SPACES, Mode.HELP):
        return Asked(Mode(start[:1]), start[1:].strip())
    return Asked(Mode.ALL, start.strip())


def fold(text: str) -> str:
    """Take case and accents away, one character for each, so that places stay."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[:1].lower()
    return "'" if base in "’‘" else base[:1] or character


def match(typed: str, title: str) -> Match | None:
    """Match what is typed with a title; None where it does not answer."""
    sought, text = fold(typed), fold(title)
    if not sought:
        return Match(0)
    starts = _word_starts(text)
    at = next((i for i in (0, *starts) if text.startswith(sought, i)), -1)
    if at >= 0:
        return Match(min(at, 1), ((at, at + len(sought)),))
    if (words := _all_words(sought, text, starts)) is not None:
        return Match(2, words)
    if (at := text.find(sought)) >= 0 and len(sought) > 1:
        return Match(3, ((at, at + len(sought)),))
    if len(sought) >= SCATTER and " " not in sought:
        return _scattered(sought, text, starts)
    return None


def _word_starts(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c.isalnum() and (i == 0 or not text[i - 1].isalnum())]


def _all_words(sought: str, text: str, starts: Sequence[int]) -> tuple[tuple[int, int], ...] | None:
    """Find every typed word at the beginning of a word of the title, in any order."""
    words = sought.split()
    if len(words) < 2:
        return None
    found = []
    for word in words:
        at = next((i for i in starts if text.startswith(word, i)), None)
        if at is None:
            return None
        found.append((at, at + len(word)))
    return tuple(sorted(found))


def _scattered(sought: str, text: str, starts: Sequence[int]) -> Match | None:
    """Take the letters in their order: beginnings of words first ("ptg" in "Passer Tout en Gras").

    The first letter must begin a word, and a gap inside a word counts against the title.
    """
    for first in (i for i in starts if text[i] == sought[0]):
        places, gaps = [first], 0
        for letter in sought[1:]:
            here = places[-1] + 1
            if here < len(text) and text[here] == letter:
                places.append(here)
                continue
            at = next((i for i in starts if i >= here and text[i] == letter), -1)
            if at < 0:
                at, gaps = text.find(letter, here), gaps + 1
            if at < 0:
                break
            places.append(at)
        else:
            if gaps <= 1:
                return Match(4 + gaps, _runs(places))
    return None


def _runs(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return tuple(runs)


def best(typed: str, entries: Sequence[T], limit: int) -> list[tuple[T, Match]]:
    """Return the entries that answer, the best first."""
    found = [(entry, m) for entry in entries if (m := match(typed, entry.title)) is not None]
    found.sort(key=lambda pair: pair[1].rank)
    return found[:limit]
