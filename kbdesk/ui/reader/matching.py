"""Find words in a document the way a person means them: no case, no accents, no ligatures.

Qt's own find knows neither "resilie" for "résilié" nor "oeuvre" for "œuvre". Text is folded once,
and every position found in the folded text leads back to the document. Positions given out are
Qt's (UTF-16 units), since a letter outside the first plane counts twice there. Qt-free.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

LIGATURES = {"œ": "oe", "æ": "ae", "’": "'", "\xad": "", "\u200b": "", "ø": "o", "ł": "l"}


Span = tuple[int, int]  # in the folded text; `Folded.match` leads it back


class Match(NamedTuple):
    """A stretch of the document, in Qt's positions, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with its way back: from `folded[i]` on, the document stands at `document[i]`.

    Segments take turns: letters that fold one to one, then one letter that does not.
    """

    text: str
    folded: Sequence[int]
    document: Sequence[int]

    def match(self, start: int, end: int) -> Match:
        """Lead a stretch of the folded text back; half a ligature takes all of it."""
        first = bisect_right(self.folded, start) - 1
        offset = 0 if first % 2 else start - self.folded[first]
        last = bisect_right(self.folded, end) - 1
        stop = self.document[last] + end - self.folded[last]
        if last + 1 < len(self.document):
            stop = min(stop, self.document[last + 1])
        return Match(self.document[first] + offset, stop)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    lower = letter.casefold()
    spelled = "".join(LIGATURES.get(one, one) for one in lower)
    parts = unicodedata.normalize("NFKD", spelled)
    return "".join(part for part in parts if not unicodedata.combining(part))


def fold(text: str) -> Folded:
    """Fold a text as the document gives it (`QTextDocument.toRawText`)."""
    letters = {letter: _fold_letter(letter) for letter in set(text)}
    odd = [one for one, to in letters.items() if len(to) != 1 or ord(one) > 0xFFFF]
    changed = {ord(one): to for one, to in letters.items() if to != one}
    folded, document = [0], [0]
    if odd:
        _note_segments(text, odd, letters, folded, document)
    return Folded(text.translate(changed), folded, document)


def _note_segments(
    text: str, odd: list[str], letters: dict[str, str], folded: list[int], document: list[int]
) -> None:
    """Write down where each letter that does not fold one to one begins and ends."""
    before = 0  # letters of `text` already accounted for
    for found in re.finditer("[" + "".join(map(re.escape, odd)) + "]", text):
        plain = found.start() - before
        starts = folded[-1] + plain, document[-1] + plain
        wide = 2 if ord(found[0]) > 0xFFFF else 1
        folded += [starts[0], starts[0] + len(letters[found[0]])]
        document += [starts[1], starts[1] + wide]
        before = found.end()


def find(folded: Folded, wanted: str) -> list[Span]:
    """Find every place in the folded text where `wanted` stands, wherever in a word."""
    needle = " ".join(fold(wanted).text.split())
    if not needle:
        return []
    pattern = re.escape(needle).replace(r"\ ", r"\s+")
    return [found.span() for found in re.finditer(pattern, folded.text)]


def find_words(folded: Folded, words: Iterable[str]) -> list[Span]:
    """Find whole words; a word that never stands alone is taken as the beginning of others."""
    needles = {fold(word).text.strip() for word in words} - {""}
    spans = sorted(span for needle in needles for span in _word_spans(folded.text, needle))
    kept: list[Span] = []
    for span in spans:
        if kept and span[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], span[1]))
        else:
            kept.append(span)
    return kept


def _word_spans(text: str, needle: str) -> list[Span]:
    """Look with `str.find`: one expression for all words takes many times as long."""
    begun = [start for start in _starts(text, needle) if not _in_word(text[start - 1 : start])]
    end = len(needle)
    whole = [start for start in begun if not _in_word(text[start + end : start + end + 1])]
    return [(start, start + end) for start in whole or begun]


def _starts(text: str, needle: str) -> Iterator[int]:
    start = text.find(needle)
    while start >= 0:
        yield start
        start = text.find(needle, start + len(needle))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
