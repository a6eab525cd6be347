"""Which passage of an article answers, and the few lines of it to show.

An article is read as one lower-case string, and the beginnings of the words asked are looked for in
it by plain finding. How the base spells them (démission for demission) is learnt from the first
articles, in a copy without accents, and remembered. Anything finer (a pattern, a stem for every
word, a copy of every article) costs more than the search itself. A passage wins
by the telling words it holds, by how near they stand to each other, and by its heading; the opening
wins when nothing else does.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from kbdesk.core.articles import Passage
from kbdesk.core.results import Marked
from kbdesk.search.highlight import Sought, mark

SNIPPET = 220  # characters shown
NEAR = 180  # characters within which words count as one cluster
LONGEST_ARTICLE = 60_000  # characters read of one article
MOST_PLACES = 24  # of one word in one article
MOST_HEADS = 8  # beginnings looked for, the most telling
HEADING = 0.6  # what a word in the heading is worth beside one in the text
MOST_FOLDS = 3  # articles of one answer that are copied without accents: a millisecond each
_SPACE = re.compile(r"\s+")

Place = tuple[int, str]  # where a word begins, and which


class Finder:
    """Finds the words of one question in many articles.

    `spellings` remembers with which accents the base writes a beginning, from question to question.
    """

    def __init__(self, wanted: Sought, spellings: dict[str, str] | None = None) -> None:
        self._wanted = wanted
        self._spellings = {} if spellings is None else spellings
        self._folds_left = MOST_FOLDS

    def best(self, passages: Sequence[Passage]) -> tuple[int, Marked]:
        """Return the number of the passage that answers best, and its snippet, marked."""
        if not passages:
            return 0, Marked("")
        article = _Joined(passages)
        heads: dict[int, set[str]] = {}
        texts: dict[int, list[Place]] = {}
        for at, head in sorted(self._places(article.lower)):
            number, place = article.locate(at)
            if place < 0:
                heads.setdefault(number, set()).add(head)
            else:
                texts.setdefault(number, []).append((place, head))
        best, score, place = 0, 0.0, 0
        for most, number in self._promising(heads, texts):
            if most <= score:
                break
            worth, where = self._score(heads.get(number, set()), texts.get(number, []))
            if worth > score and passages[number].text:
                best, score, place = number, worth, where
        if not score:
            best = next((n for n, passage in enumerate(passages) if passage.text), 0)
        return best, self._snippet(passages[best].text, place)

    @cached_property
    def _heads(self) -> dict[str, float]:
        """The folded beginnings that are looked for, with what each is worth."""
        heads = _heads(self._wanted)
        return dict(sorted(heads.items(), key=lambda pair: -pair[1])[:MOST_HEADS])

    def _places(self, text: str) -> Iterator[Place]:
        missing = []
        for head in self._heads:
            found = [*_beginnings(text, head), *self._spelled(text, head)]
            if found:
                yield from ((at, head) for at in found)
            elif head not in self._spellings:
                missing.append(head)
        if missing and self._folds_left and not text.isascii():
            self._folds_left -= 1
            yield from self._places_without_accents(text, missing)

    def _spelled(self, text: str, head: str) -> Iterator[int]:
        spelled = self._spellings.get(head)
        return _beginnings(text, spelled) if spelled else iter(())

    def _places_without_accents(self, text: str, heads: list[str]) -> Iterator[Place]:
        """Look in a copy without accents, and learn from it how the base spells a word."""
        plain = text.translate(_PLAIN)
        for head in heads:
            for at in _beginnings(plain, head):
                self._spellings[head] = text[at : at + len(head)]
                yield at, head

    def _promising(
        self, heads: dict[int, set[str]], texts: dict[int, list[Place]]
    ) -> list[tuple[float, int]]:
        """Give the passages by the most each could be worth: all its words in one cluster."""
        found = [
            (
                1.5 * self._worth({head for _, head in texts.get(number, [])})
                + HEADING * self._worth(heads.get(number, set())),
                number,
            )
            for number in {*heads, *texts}
        ]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def _score(self, heads: set[str], places: list[Place]) -> tuple[float, int]:
        """Weigh a passage; return its score and where its words cluster."""
        cluster, place = self._cluster(places)
        everything = self._worth({head for _, head in places})
        return cluster + 0.5 * everything + HEADING * self._worth(heads), place

    def _cluster(self, places: list[Place]) -> tuple[float, int]:
        best, where, first = 0.0, 0, 0
        for last, (at, _) in enumerate(places):
            while at - places[first][0] > NEAR:
                first += 1
            worth = self._worth({head for _, head in places[first : last + 1]})
            if worth > best:
                best, where = worth, places[first][0]
        return best, where

    def _worth(self, heads: set[str]) -> float:
        return sum(self._heads[head] for head in heads)

    def _snippet(self, text: str, place: int) -> Marked:
        """Cut the lines around `place`, at the start of a sentence where one is near."""
        start = _start(text, place)
        end = min(len(text), start + SNIPPET)
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + SNIPPET // 2)
        shown = _SPACE.sub(" ", text[start:end]).strip()
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark(f"{before}{shown}{after}" if shown else "", self._wanted)


class _Joined:
    """The headings and texts of an article in one lower-case string."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._texts: list[int] = []
        length = 0
        for passage in passages:
            self._starts.append(length)
            self._texts.append(length + len(passage.heading) + 1)
            parts += (passage.heading, passage.text)
            length += len(passage.heading) + len(passage.text) + 2
            if length > LONGEST_ARTICLE:
                break
        self.lower = _lower("\n".join(parts))

    def locate(self, at: int) -> tuple[int, int]:
        """Return the number of the passage, and the place in its text, negative in its heading."""
        number = bisect_right(self._starts, at) - 1
        return number, at - self._texts[number]


def _heads(wanted: Sought) -> dict[str, float]:
    """Take of each word what its other forms share with it."""
    heads: dict[str, float] = {}
    for word in wanted.words:
        shared = (_shared_head(word, stem) for stem in wanted.stems)
        head = max((h for h in shared if len(h) >= min(3, len(word))), key=len, default=word)
        heads[head] = max(heads.get(head, 0.0), wanted.weight(word))
    if wanted.beginning:
        heads.setdefault(wanted.beginning, 1.0)
    return heads


def _shared_head(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def _beginnings(text: str, head: str) -> Iterator[int]:
    """Find where a word begins with `head`."""
    at = text.find(head)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        if not at or not text[at - 1].isalnum():
            yield at
        at = text.find(head, at + len(head))


def _lower(text: str) -> str:
    """Lower the case without moving a letter: "İ" alone would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "I").lower()


def _plain_letters() -> dict[int, str]:
    """Map each accented letter to its bare one, one for one."""
    pairs = ((code, unicodedata.normalize("NFD", chr(code))[0]) for code in range(0xC0, 0x250))
    return {code: bare for code, bare in pairs if bare.isascii()}


_PLAIN = _plain_letters()


def _start(text: str, place: int) -> int:
    """Return where to begin showing: the sentence around `place`, or some words before it."""
    if place < SNIPPET // 2:
        return 0
    stop = max(text.rfind(end, place - SNIPPET // 2, place) for end in (". ", "! ", "? ", "\n"))
    if stop > 0:
        return stop + 1
    return text.find(" ", max(0, place - SNIPPET // 4)) + 1
