"""Which passage of an article answers, and the few lines of it to show.

An article is read as one run of bytes (`letters`), which costs more than the looking and is kept
for the articles shown last: while a question is typed the same ones come back at each key. A
passage wins by the telling words it holds, by how near they stand to each other, and by its
heading; the opening wins when nothing else does.
"""

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from kbdesk.core.results import Marked
from kbdesk.search.analysis import stems_of
from kbdesk.search.highlight import Sought, mark
from kbdesk.search.letters import as_letters

SNIPPET = 220  # characters shown
NEAR = 180  # characters within which words count as one cluster
LONGEST_ARTICLE = 60_000  # characters read of one article
MOST_PLACES = 24  # of one word in one article
MOST_HEADS = 8  # beginnings looked for, the most telling
HEADING = 0.6  # what a word in the heading is worth beside one in the text
KEPT_READINGS = 256  # articles kept as they were read: about 6 MB

WORD_BITS = MOST_HEADS
WORD = (1 << WORD_BITS) - 1
Place = int  # where a word begins, and below that which it is: one bit of WORD_BITS
Part = tuple[str, str, str]  # anchor, heading and text of a passage
Parts = Sequence[Part]
Version = tuple[int, int]  # of an article: its row, and when it last changed
NOTHING: Part = ("", "", "")  # of an article without a text


class Reading:
    """The headings and texts of an article, and as they are looked through."""

    __slots__ = ("parts", "plain", "starts", "texts")

    def __init__(self, parts: Parts) -> None:
        runs: list[str] = []
        starts: list[int] = []
        texts: list[int] = []
        length = 0
        for _, heading, text in parts:
            starts.append(length)
            length += len(heading) + 1
            texts.append(length)
            length += len(text) + 1
            runs += (heading, text)
            if length > LONGEST_ARTICLE:
                break
        self.starts = starts  # where each passage begins
        self.texts = texts  # where its text does, after the heading
        self.parts = parts[: len(starts)]
        self.plain = as_letters("\n".join(runs))

    def part(self, number: int) -> Part:
        return self.parts[number] if self.parts else NOTHING

    @property
    def opening(self) -> int:
        """The first passage that has a text."""
        return next((n for n, (_, _, text) in enumerate(self.parts) if text), 0)


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
        found = self._by_passage(article)
        best, score, place = -1, 0.0, 0
        for most, number in self._promising(found):
            if most <= score:
                break
            worth, where = self._score(found[number])
            if worth > score and article.parts[number][2]:
                best, score, place = number, worth, where
        return (best, place) if score else (article.opening, 0)

    def snippet(self, text: str, place: int) -> Marked:
        """Cut the lines around `place`, and mark their words."""
        return mark(cut(text, place), self._wanted)

    @cached_property
    def _heads(self) -> list[tuple[bytes, float]]:
        """The folded beginnings that are looked for, with what each is worth."""
        heads = sorted(_heads(self._wanted).items(), key=lambda pair: -pair[1])[:MOST_HEADS]
        return [(as_letters(head), worth) for head, worth in heads]

    def _by_passage(self, article: Reading) -> "dict[int, _Passage]":
        """Sort what is found by passage."""
        found: dict[int, _Passage] = {}
        starts, texts, whole = article.starts, article.texts, len(article.plain)
        end, text = -1, 0
        for place in sorted(self._places(article.plain)):
            at = place >> WORD_BITS
            if at >= end:
                number = bisect_right(starts, at) - 1
                end = starts[number + 1] if number + 1 < len(starts) else whole
                text = texts[number]
                passage = found[number] = _Passage()
            if at < text:
                passage.heading |= place & WORD
            else:
                passage.text |= place & WORD
                passage.places.append(place - (text << WORD_BITS))
        return found

    def _places(self, plain: bytes) -> list[Place]:
        """Find where words begin with a head: after what parts words."""
        places: list[Place] = []
        for number, (head, _) in enumerate(self._heads):
            bit, length, at, left = 1 << number, len(head), plain.find(head), MOST_PLACES
            while at >= 0 and left:
                places.append(at << WORD_BITS | bit)
                at = plain.find(head, at + length)
                left -= 1
        return places

    def _promising(self, found: "dict[int, _Passage]") -> list[tuple[float, int]]:
        """Give the passages by the most each could be worth: all its words in one cluster."""
        worth = self._worth
        most = [(1.5 * worth[p.text] + HEADING * worth[p.heading], n) for n, p in found.items()]
        return sorted(most, key=lambda pair: (-pair[0], pair[1]))

    def _score(self, passage: "_Passage") -> tuple[float, int]:
        """Weigh a passage; return its score and where its words cluster."""
        everything = self._worth[passage.text]
        cluster, place = self._cluster(passage.places, everything)
        return cluster + 0.5 * everything + HEADING * self._worth[passage.heading], place

    def _cluster(self, places: list[Place], everything: float) -> tuple[float, int]:
        best, where, first = 0.0, 0, 0
        for last, place in enumerate(places):
            while (place >> WORD_BITS) - (places[first] >> WORD_BITS) > NEAR:
                first += 1
            worth = self._worth[_bits(places[first : last + 1])]
            if worth > best:
                best, where = worth, places[first] >> WORD_BITS
                if best == everything:
                    break
        return best, where

    @cached_property
    def _worth(self) -> "_Worth":
        return _Worth([worth for _, worth in self._heads])


class _Passage:
    """What was found in one passage: words of its heading, words of its text, and where."""

    __slots__ = ("heading", "places", "text")

    def __init__(self) -> None:
        self.heading = self.text = 0
        self.places: list[Place] = []  # counted from the beginning of the text


class _Worth(dict[int, float]):
    """What words are worth together, by their bits."""

    def __init__(self, each: list[float]) -> None:
        self._each = each

    def __missing__(self, bits: int) -> float:
        worth = sum(one for number, one in enumerate(self._each) if bits >> number & 1)
        return self.setdefault(bits, worth)


def _bits(places: list[Place]) -> int:
    bits = 0
    for place in places:
        bits |= place
    return bits & WORD


def _heads(wanted: Sought) -> dict[str, float]:
    """Take of each word what its stem, and so its other forms, share with it."""
    heads: dict[str, float] = {}
    for word in wanted.words:
        own = (stem for lang in wanted.langs for stem in stems_of(word, lang))
        shared = (_shared_head(word, stem) for stem in own)
        head = max((h for h in shared if len(h) >= min(3, len(word))), key=len, default=word)
        heads[head] = max(heads.get(head, 0.0), wanted.weight(word))
    if wanted.beginning:
        heads.setdefault(wanted.beginning, 1.0)
    return heads


def _shared_head(word: str, stem: str) -> str:
    if word.startswith(stem):
        return stem
    length = 0
    while length < min(len(word), len(stem)) and word[length] == stem[length]:
        length += 1
    return word[:length]


def cut(text: str, place: int) -> str:
    """Cut the lines around `place`, at the start of a sentence where one is near."""
    start = _start(text, place)
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + SNIPPET // 2)
    shown = " ".join(text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return f"{before}{shown}{after}" if shown else ""


def _start(text: str, place: int) -> int:
    """Return where to begin showing: the sentence around `place`, or some words before it."""
    if place < SNIPPET // 2:
        return 0
    stop = max(text.rfind(end, place - SNIPPET // 2, place) for end in (". ", "! ", "? ", "\n"))
    if stop > 0:
        return stop + 1
    return text.find(" ", max(0, place - SNIPPET // 4)) + 1
