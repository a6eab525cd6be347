"""Which passage of an article answers, and the few lines of it to show.

An article is read as one run of bytes, a byte a letter, without case, accents or punctuation, so
that the beginning of a word is found by plain finding, at the speed of memory. That reading costs
more than the looking and is kept for the articles shown last: while a question is typed the same
ones come back at each key. A passage wins by the telling words it holds, by how near they stand to
each other, and by its heading; the opening wins when nothing else does.
"""

import codecs
import threading
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from kbdesk.core.results import Marked
from kbdesk.search.highlight import Sought, mark

SNIPPET = 220  # characters shown
NEAR = 180  # characters within which words count as one cluster
LONGEST_ARTICLE = 60_000  # characters read of one article
MOST_PLACES = 24  # of one word in one article
MOST_HEADS = 8  # beginnings looked for, the most telling
HEADING = 0.6  # what a word in the heading is worth beside one in the text
MOST_FAR_LETTERS = 20_000  # remembered
KEPT_READINGS = 256  # articles kept as they were read: about 3 MB

Place = tuple[int, int]  # where a word begins, and which: one bit of a number
Parts = Sequence[tuple[str, str]]  # the heading and the text of each passage
Version = tuple[int, int]  # of an article: its row, and when it last changed


class Reading:
    """The headings and texts of an article as they are looked through."""

    __slots__ = ("_starts", "_texts", "plain")

    def __init__(self, parts: Parts) -> None:
        runs: list[str] = []
        self._starts: list[int] = []
        self._texts: list[int] = []
        length = 0
        for heading, text in parts:
            self._starts.append(length)
            self._texts.append(length + len(heading) + 1)
            runs += (heading, text)
            length += len(heading) + len(text) + 2
            if length > LONGEST_ARTICLE:
                break
        self.plain = _plain("\n".join(runs))

    def locate(self, at: int) -> tuple[int, int]:
        """Return the number of the passage, and the place in its text, negative in its heading."""
        number = bisect_right(self._starts, at) - 1
        return number, at - self._texts[number]

    def has_text(self, number: int) -> bool:
        last = number + 1 == len(self._starts)
        end = len(self.plain) if last else self._starts[number + 1]
        return end - self._texts[number] > 1  # what parts it from the next

    @property
    def opening(self) -> int:
        """The first passage that has a text."""
        return next((n for n in range(len(self._starts)) if self.has_text(n)), 0)


class Readings:
    """The articles read lately; safe to use from several threads."""

    def __init__(self, kept: int = KEPT_READINGS) -> None:
        self._kept = kept
        self._readings: OrderedDict[Version, Reading] = OrderedDict()
        self._lock = threading.Lock()

    def of(
        self,
        versions: Sequence[Version],
        parts_of: Callable[[Sequence[int]], Mapping[int, Parts]],
    ) -> dict[int, Reading]:
        """Return the reading of each row; `parts_of` is asked once, for those not yet read."""
        with self._lock:
            known = {at: self._readings[at] for at in versions if at in self._readings}
        missing = [at for at in versions if at not in known]
        if missing:
            parts = parts_of([rid for rid, _ in missing])
            known |= {at: Reading(parts.get(at[0], ())) for at in missing}
        self._keep(known)
        return {rid: reading for (rid, _), reading in known.items()}

    def _keep(self, readings: Mapping[Version, Reading]) -> None:
        with self._lock:
            for at, reading in readings.items():
                self._readings[at] = reading
                self._readings.move_to_end(at)
            while len(self._readings) > self._kept:
                self._readings.popitem(last=False)


class Finder:
    """Finds the words of one question in many articles."""

    def __init__(self, wanted: Sought) -> None:
        self._wanted = wanted

    def best(self, article: Reading) -> tuple[int, int]:
        """Return the number of the passage that answers best, and where in its text."""
        heads: dict[int, int] = {}
        texts: dict[int, list[Place]] = {}
        for at, bit in sorted(self._places(article.plain)):
            number, place = article.locate(at)
            if place < 0:
                heads[number] = heads.get(number, 0) | bit
            else:
                texts.setdefault(number, []).append((place, bit))
        best, score, place = -1, 0.0, 0
        for most, number in self._promising(heads, texts):
            if most <= score:
                break
            worth, where = self._score(heads.get(number, 0), texts.get(number, []))
            if worth > score and article.has_text(number):
                best, score, place = number, worth, where
        return (best, place) if score else (article.opening, 0)

    def snippet(self, text: str, place: int) -> Marked:
        """Cut the lines around `place`, at the start of a sentence where one is near."""
        start = _start(text, place)
        end = min(len(text), start + SNIPPET)
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + SNIPPET // 2)
        shown = " ".join(text[start:end].split())
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark(f"{before}{shown}{after}" if shown else "", self._wanted)

    @cached_property
    def _heads(self) -> list[tuple[bytes, float]]:
        """The folded beginnings that are looked for, with what each is worth."""
        heads = sorted(_heads(self._wanted).items(), key=lambda pair: -pair[1])[:MOST_HEADS]
        return [(_plain(head), worth) for head, worth in heads]

    def _places(self, plain: bytes) -> Iterator[Place]:
        """Find where words begin with a head: after what parts words."""
        for number, (head, _) in enumerate(self._heads):
            at = plain.find(head)
            for _ in range(MOST_PLACES):
                if at < 0:
                    break
                yield at, 1 << number
                at = plain.find(head, at + len(head))

    def _promising(
        self, heads: dict[int, int], texts: dict[int, list[Place]]
    ) -> list[tuple[float, int]]:
        """Give the passages by the most each could be worth: all its words in one cluster."""
        found = [
            (
                1.5 * self._worth[_bits(texts.get(number, []))]
                + HEADING * self._worth[heads.get(number, 0)],
                number,
            )
            for number in {*heads, *texts}
        ]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def _score(self, heads: int, places: list[Place]) -> tuple[float, int]:
        """Weigh a passage; return its score and where its words cluster."""
        everything = self._worth[_bits(places)]
        cluster, place = self._cluster(places, everything)
        return cluster + 0.5 * everything + HEADING * self._worth[heads], place

    def _cluster(self, places: list[Place], everything: float) -> tuple[float, int]:
        best, where, first = 0.0, 0, 0
        for last, (at, _) in enumerate(places):
            while at - places[first][0] > NEAR:
                first += 1
            worth = self._worth[_bits(places[first : last + 1])]
            if worth > best:
                best, where = worth, places[first][0]
                if best == everything:
                    break
        return best, where

    @cached_property
    def _worth(self) -> "_Worth":
        return _Worth([worth for _, worth in self._heads])


class _Worth(dict[int, float]):
    """What words are worth together, by their bits."""

    def __init__(self, each: list[float]) -> None:
        self._each = each

    def __missing__(self, bits: int) -> float:
        worth = sum(one for number, one in enumerate(self._each) if bits >> number & 1)
        return self.setdefault(bits, worth)


def _bits(places: list[Place]) -> int:
    bits = 0
    for _, bit in places:
        bits |= bit
    return bits


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


def _plain(text: str) -> bytes:
    """Write a letter as a byte, the same for all its cases and accents; a space comes first."""
    return b" " + text.encode("latin-1", _FAR).translate(_NEAR_LETTERS)


def _letter(code: int) -> str:
    """Give the one sign of Latin-1 that stands for a sign: its bare letter if it has one.

    Letters of other scripts share the thirty-two signs that no text holds: enough to find a word.
    """
    sign = chr(code).lower()[0]
    bare = unicodedata.normalize("NFD", sign)[0]
    if not sign.isalnum():
        return " "
    return bare if bare.isascii() else chr(0x80 + ord(sign) % 32)


class _FarLetters(dict[int, str]):
    """The signs beyond Latin-1 that were met, and what stands for each."""

    def __missing__(self, code: int) -> str:
        if len(self) > MOST_FAR_LETTERS:
            self.clear()
        return self.setdefault(code, _letter(code))


def _far(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start : error.end].translate(_FAR_LETTERS), error.end


_NEAR_LETTERS = "".join(
    chr(code) if 0x80 <= code < 0xA0 else _letter(code) for code in range(256)
).encode("latin-1")
_FAR_LETTERS = _FarLetters()
_FAR = "kbdesk.bare"
codecs.register_error(_FAR, _far)


def _start(text: str, place: int) -> int:
    """Return where to begin showing: the sentence around `place`, or some words before it."""
    if place < SNIPPET // 2:
        return 0
    stop = max(text.rfind(end, place - SNIPPET // 2, place) for end in (". ", "! ", "? ", "\n"))
    if stop > 0:
        return stop + 1
    return text.find(" ", max(0, place - SNIPPET // 4)) + 1
