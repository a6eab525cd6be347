"""The words of a question, found again in any text, with the accents and endings that stand there.

Looking is done on the text itself, not on the index, so what is marked is what the reader sees. A
word is marked when it folds to a word that was asked, shares its stem, or goes on from the
beginning being typed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from kbdesk.core.results import Marked, Span
from kbdesk.search.analysis import LONGEST, exact, stems_of
from kbdesk.search.letters import as_letters, is_plain
from kbdesk.search.plan import Plan
from kbdesk.search.query import Phrase

_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
_LAST_WORD = re.compile(r"\w[\w\u0300-\u036f]*\Z")
SHORT_STEM = 3  # letters up to which an ending may have taken the third: "dying" is "die"
_SEAM = "\n"  # between texts that are looked through as one
_KEPT_WORDS = 16_384  # folded forms remembered: about 3 MB when full


@dataclass(frozen=True)  # no slots: a cached property
class Sought:
    """What counts as a match in a text: folded words, stems, phrases, and one open beginning."""

    words: frozenset[str] = frozenset()
    stems: dict[str, float] = field(default_factory=dict)  # stem → how telling it is
    phrases: tuple[tuple[str, ...], ...] = ()  # other names of several words
    beginning: str = ""
    langs: tuple[str, ...] = ("fr",)

    @cached_property
    def heads(self) -> frozenset[bytes]:
        """How words begin that may match: letters that no stemmer touches."""
        runs = (*self.words, *self.stems, self.beginning)
        return frozenset(
            as_letters(run[: 3 if len(run) > SHORT_STEM else 2]) for run in runs if run
        )

    @cached_property
    def heads_of_phrases(self) -> list[tuple[Phrase, list[bytes]]]:
        """Each phrase with the beginnings of its words: a text without one does not hold it."""
        return [(phrase, [as_letters(word[:2]) for word in phrase]) for phrase in self.phrases]

    @cached_property
    def weights(self) -> dict[str, float]:
        """What was said of words of texts so far: answers about one thing share their words."""
        return {}

    def weight(self, folded: str) -> float:
        """Return how telling a folded word of a text is, 0 when it was not asked."""
        if not folded:
            return 0.0
        if self.beginning and folded.startswith(self.beginning):
            return 1.0
        for lang in self.langs:
            for stem in stems_of(folded, lang):
                if stem in self.stems:
                    return self.stems[stem]
        return 1.0 if folded in self.words else 0.0


def sought(plan: Plan, langs: tuple[str, ...]) -> Sought:
    """Gather from a plan what to look for in texts."""
    found: dict[str, float] = {}
    words: set[str] = set()
    phrases: list[tuple[str, ...]] = []
    for wish in plan.wishes:
        runs = [form.words for form in wish.forms]
        for run in runs:
            if len(run) > 1 and run != wish.typed:
                phrases.append(run)
            else:
                words.update(run)
                found.update(
                    (stem, wish.weight)
                    for word in run
                    for lang in langs
                    for stem in stems_of(word, lang)
                )
    return Sought(frozenset(words), found, tuple(phrases), plan.beginning, langs)


def mark(text: str, wanted: Sought) -> Marked:
    """Return `text` with the spans of what was asked, in characters."""
    return mark_all([text], wanted)[0]


def mark_all(texts: Sequence[str], wanted: Sought) -> list[Marked]:
    """Mark the texts of a page as one: to look for a word costs more than to find it."""
    if not texts:
        return []
    together = _SEAM.join(texts)
    letters = as_letters(together)
    starts = [0, *accumulate(len(text) + len(_SEAM) for text in texts)]
    plain = [
        is_plain(text, letters[start : start + len(text) + 1])
        for text, start in zip(texts, starts, strict=False)
    ]
    spans: list[set[Span]] = [set() for _ in texts]
    found = list(_word_spans(_beginning(together, letters, wanted.heads), wanted))
    if "-" in together:
        found += _compound_spans(together, wanted)
    for start, end in found:
        number = bisect_right(starts, start) - 1
        spans[number].add((start - starts[number], end - starts[number]))
    for number, text in enumerate(texts):
        if not plain[number]:
            # Every word is read: its letters may not begin as it does when it is folded.
            compounds = _compound_spans(text, wanted)
            spans[number] = {*_word_spans(_WORD.finditer(text), wanted), *compounds}
        if wanted.phrases:
            here = letters[starts[number] : starts[number + 1]] if plain[number] else None
            spans[number].update(_phrases(text, here, wanted))
    return [
        Marked(text, tuple(_merged(sorted(some))) if some else ())
        for text, some in zip(texts, spans, strict=True)
    ]


@lru_cache(maxsize=_KEPT_WORDS)
def folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    return "".join(exact().analyze(word))


def _word_spans(likely: Iterable[re.Match[str]], wanted: Sought) -> Iterator[Span]:
    """Take of some words those that match."""
    weights = wanted.weights
    for match in likely:
        word = match[0]
        if word not in weights:
            weights[word] = wanted.weight(folded(word))
        if weights[word]:
            yield match.span()


def _beginning(text: str, letters: bytes, heads: Iterable[bytes]) -> Iterator[re.Match[str]]:
    for head in heads:
        at = letters.find(head)
        while at >= 0:
            if match := _WORD.match(text, at):
                yield match
            at = letters.find(head, at + 1)


def _compound_spans(text: str, wanted: Sought) -> Iterable[Span]:
    """Find compounds that were asked as one word: "Wi-Fi" for "wifi"; hyphens are few."""
    at = text.find("-")
    while at >= 0:
        before = _LAST_WORD.search(text, max(0, at - LONGEST), at)
        after = _WORD.match(text, at + 1)
        if before and after and folded(before[0]) + folded(after[0]) in wanted.words:
            yield before.start(), after.end()
        at = text.find("-", at + 1)


def _phrases(text: str, letters: bytes | None, wanted: Sought) -> Iterator[Span]:
    """Find the phrases; with `letters`, only those all of whose words may begin there."""
    phrases = [
        phrase
        for phrase, heads in wanted.heads_of_phrases
        if letters is None or all(head in letters for head in heads)
    ]
    if phrases:
        found = [(*match.span(), folded(match[0])) for match in _WORD.finditer(text)]
        for phrase in phrases:
            yield from _phrase_spans(found, phrase)


def _phrase_spans(found: list[tuple[int, int, str]], phrase: tuple[str, ...]) -> Iterable[Span]:
    words = [word for _, _, word in found]
    for at in range(len(words) - len(phrase) + 1):
        if tuple(words[at : at + len(phrase)]) == phrase:
            yield found[at][0], found[at + len(phrase) - 1][1]


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Join spans that touch or overlap."""
    start, end = -1, -1
    for next_start, next_end in spans:
        if next_start > end:
            if end > 0:
                yield start, end
            start, end = next_start, next_end
        else:
            end = max(end, next_end)
    if end > 0:
        yield start, end
