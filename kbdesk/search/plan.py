"""From words to what is looked for: each word with the forms it may take in the base.

A `Wish` is one thing wanted: usually a word; several words where the base has another name for them
together. Its forms are equals to choose the best from: as typed, other names, the words it may be
the beginning of, corrections where the base knows no such word. Words that carry no meaning are
left out, unless there is nothing else.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from kbdesk.search.analysis import DEFAULT_LANG, is_one
from kbdesk.search.families import relatives
from kbdesk.search.names import key
from kbdesk.search.query import Asked, Phrase
from kbdesk.search.stopwords import AROUND, STOP_WORDS
from kbdesk.search.synonyms import Synonyms

MOST_WISHES = 16  # of a pasted message: the most telling words
SYNONYM, CORRECTION = 0.7, 0.6  # how much another name, and each wrong letter, weigh
BEGINNING = 0.8
SAID_RARELY = 3  # an everyday word is translated when the base says it that much less often
MOST_BEGINNINGS = 6
MOST_RELATIVES = 2


class Origin(StrEnum):
    """Where a form comes from."""

    TYPED = "typed"
    JOINED = "joined"  # two words written as one, or one as two
    SYNONYM = "synonym"
    FAMILY = "family"  # verb and noun with different stems
    BEGINNING = "beginning"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Form:
    """Words that would do, folded; more than one are a phrase."""

    words: Phrase
    stems: frozenset[str]  # of a single word, in each language of the base
    weight: float = 1.0
    origin: Origin = Origin.TYPED
    linked: bool = True  # some article calls another so


@dataclass(slots=True)
class Wish:
    """One thing that is wanted; `typed` holds the words, `forms` what may stand for them."""

    typed: Phrase
    forms: list[Form]
    weight: float = 1.0  # how telling it is: its inverse document frequency
    frequency: int = 0  # in how many articles it stands


@dataclass(slots=True)
class Plan:
    """All that is wanted, in the order typed, and what was corrected on the way."""

    wishes: list[Wish] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)
    names: tuple[str, ...] = ()  # the keys of an article called just so
    beginning: str = ""  # the last word, where it may go on
    grammar: tuple[str, ...] = ()  # the words left out: the way of asking


Run = tuple[Phrase, list[Phrase]]  # words of a question, and what else they are called


class Lexicon(Protocol):
    """What the base knows of words."""

    @property
    def langs(self) -> Sequence[str]: ...

    def stems(self, word: str) -> frozenset[str]:
        """Return the stems of a folded word in each language of the base."""

    def frequency(self, word: str) -> int:
        """Return in how many articles the word stands, in any form."""

    def idf(self, frequency: int) -> float: ...

    def linked(self, stems: Iterable[str]) -> bool:
        """Say whether the text of any link holds the word."""

    def beginnings(self, prefix: str) -> list[str]:
        """Return words that begin so, the ones of titles first."""

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return words of the base spelled nearly so, with the number of wrong letters."""


class Planner:
    """Makes a plan of a question over one state of the base."""

    def __init__(self, lexicon: Lexicon, synonyms: Synonyms) -> None:
        self._lexicon = lexicon
        self._synonyms = synonyms

    def plan(self, asked: Asked, *, typing: bool) -> Plan:
        plan = Plan()
        words = asked.words
        if typing and asked.open_end and words:
            plan.beginning, words = words[-1], words[:-1]
        words = self._joined(words)
        content = self._content(words, keep_all=not plan.beginning)
        runs = self._runs(words, content)
        if len(runs) > MOST_WISHES:
            runs = self._most_telling(runs, MOST_WISHES)
        plan.wishes = [self._wish(run, others, plan) for run, others in runs]
        if not asked.is_message:
            empty = (word for word, telling in zip(words, content, strict=True) if not telling)
            plan.grammar = tuple(dict.fromkeys(empty))
        if plan.beginning and not (plan.wishes and self._says_nothing(plan.beginning)):
            plan.wishes.append(self._beginning(plan.beginning, plan))
        plan.names = self._names(plan)
        return plan

    def _says_nothing(self, beginning: str) -> bool:
        """Say whether what is typed of the last word may still be anything."""
        return len(beginning) == 1 or beginning in self._stop_words((beginning,))

    def _names(self, plan: Plan) -> tuple[str, ...]:
        """Read the whole question as a name, in each language of the base, slips mended.

        A name may hold words that a question is asked without: "Comment savoir si …".
        """
        first = (
            wish.typed if len(wish.typed) > 1 or not wish.forms else wish.forms[0].words
            for wish in plan.wishes
        )
        said = [word for run in first for word in run]
        texts = (" ".join(said), " ".join((*said, *plan.grammar)))
        found = (key(text, lang) for text in texts for lang in self._lexicon.langs)
        return tuple(name for name in dict.fromkeys(found) if name)

    def _joined(self, words: Phrase) -> Phrase:
        """Write as one what the base writes as one: "wi fi" as "wifi", "E 203" as "E203"."""
        joined: list[str] = []
        for word in words:
            before = joined[-1] if joined else ""
            if before and is_one(before, word) and self._frequency(before + word):
                joined[-1] = before + word
            else:
                joined.append(word)
        return tuple(joined)

    def _content(self, words: Phrase, *, keep_all: bool) -> list[bool]:
        """Mark the words that carry meaning; when none does and nothing else comes, all do."""
        stop = self._stop_words(words)
        marks = [word not in stop for word in words]
        return marks if any(marks) or not keep_all else [True] * len(words)

    def _stop_words(self, words: Phrase) -> frozenset[str]:
        """Choose the list of the language the question seems to be in: "the" is tea in French."""
        langs = [lang for lang in self._lexicon.langs if lang in STOP_WORDS]
        counts = Counter({lang: sum(w in STOP_WORDS[lang] for w in words) for lang in langs})
        best = max(counts.values(), default=0)
        chosen = [STOP_WORDS[lang] | AROUND[lang] for lang in langs if counts[lang] == best]
        return frozenset().union(*chosen)

    def _runs(self, words: Phrase, content: list[bool]) -> list[Run]:
        """Cut the question into words, and runs of words that have other names; longest first."""
        named = {start: (end, others) for start, end, others in self._synonyms.runs(words)}
        runs: list[Run] = []
        at = 0
        while at < len(words):
            end, others = named.get(at, (at + 1, []))
            run = words[at:end]
            if any(content[at:end]):
                runs.append((run, others))
            at = end
        return _once(runs)

    def _wish(self, run: Phrase, others: list[Phrase], plan: Plan) -> Wish:
        if len(run) > 1:
            forms = [self._form(run)]
            frequency = min(self._frequency(word) for word in run)
        else:
            forms, frequency = self._forms(run[0], plan)
        others = [*others, *self._rather_written(run)]
        forms += [self._form(other, SYNONYM, Origin.SYNONYM) for other in others]
        forms += [self._form(other, SYNONYM, Origin.FAMILY) for other in self._relatives(run)]
        return Wish(run, forms, self._lexicon.idf(frequency), frequency)

    def _rather_written(self, run: Phrase) -> list[Phrase]:
        """Return what the base says much more often than this everyday word."""
        if len(run) > 1 or DEFAULT_LANG not in self._lexicon.langs:
            return []
        said = self._frequency(run[0])
        others = self._synonyms.everyday(run)
        return [other for other in others if min(map(self._frequency, other)) > SAID_RARELY * said]

    def _relatives(self, run: Phrase) -> list[Phrase]:
        """Return the commonest words of the same family that the base says."""
        if len(run) > 1 or DEFAULT_LANG not in self._lexicon.langs:
            return []
        said = {word: self._frequency(word) for word in relatives(run[0])}
        most = sorted(filter(said.get, said), key=lambda word: -said[word])
        return [(word,) for word in most[:MOST_RELATIVES]]

    def _forms(self, word: str, plan: Plan) -> tuple[list[Form], int]:
        frequency = self._frequency(word)
        if frequency:
            return [self._form((word,))], frequency
        near = self._lexicon.near(word)
        if not near:
            return [self._form((word,))], 0
        plan.corrected.append((word, near[0][0]))
        forms = [
            self._form((other,), CORRECTION**distance, Origin.CORRECTION)
            for other, distance in near
        ]
        return forms, self._frequency(near[0][0])

    def _beginning(self, word: str, plan: Plan) -> Wish:
        """Read the word being typed: itself, and what it may become."""
        beginnings = self._once_by_stem(self._lexicon.beginnings(word))
        if not beginnings:
            return self._wish((word,), self._synonyms.of((word,)), plan)
        forms = [
            self._form(
                (other,), *((1.0, Origin.TYPED) if other == word else (BEGINNING, Origin.BEGINNING))
            )
            for other in beginnings
        ]
        forms += [
            self._form(other, SYNONYM, Origin.SYNONYM) for other in self._synonyms.of((word,))
        ]
        frequency = sum(self._frequency(form.words[0]) for form in forms)
        return Wish((word,), forms, self._lexicon.idf(frequency), frequency)

    def _once_by_stem(self, words: list[str]) -> list[str]:
        """Keep one word of those that are found together anyway."""
        first = {self._stems(word) or frozenset((word,)): word for word in reversed(words)}
        kept = set(first.values())
        return [word for word in words if word in kept][:MOST_BEGINNINGS]

    def _form(self, run: Phrase, weight: float = 1.0, origin: Origin = Origin.TYPED) -> Form:
        stems = self._stems(run[0]) if len(run) == 1 else frozenset()
        return Form(run, stems, weight, origin, self._lexicon.linked(stems))

    def _stems(self, word: str) -> frozenset[str]:
        return self._lexicon.stems(word)

    def _frequency(self, word: str) -> int:
        return self._lexicon.frequency(word)

    def _most_telling(self, runs: list[Run], most: int) -> list[Run]:
        """Keep the rarest words of a message; those that the base does not know are its own."""
        telling = sorted(range(len(runs)), key=lambda n: -self._idf(runs[n][0]))
        return [runs[n] for n in sorted(telling[:most])]

    def _idf(self, run: Phrase) -> float:
        return self._lexicon.idf(min(map(self._frequency, run)))


def _once(runs: list[Run]) -> list[Run]:
    return list({run: (run, others) for run, others in runs}.values())


def idf(frequency: int, total: int) -> float:
    """Weigh a word by how few articles hold it, as BM25 does."""
    return math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) if frequency else 0.0
