"""Words that mean the same: those the base brings, and a few of everyday French.

Applied to the question, never to the index, so an edited list counts at the next search. A group is
a set of equals; each may be a word or a phrase ("relevé d'identité opérateur"). They are compared
by stems, so that one form of a word stands for all.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kbdesk.search.analysis import STEMMERS, stems_of, words

Phrase = tuple[str, ...]
# How people say it, and how it is written. Read in this direction only, since a formal word asked
# for is what the base says itself. Any contact centre meets these; trades bring their own groups.
EVERYDAY = {
    "mail": ("e-mail", "email", "courriel", "courrier électronique"),
    "email": ("e-mail", "mail", "courriel", "courrier électronique"),
    "e-mail": ("email", "mail", "courriel", "courrier électronique"),
    "courriel": ("e-mail", "email", "mail"),
    "spam": ("courrier indésirable", "publicité"),
    "pub": ("publicité", "publicitaire"),
    "boulot": ("travail", "emploi"),
    "patron": ("employeur",),
    "proprio": ("propriétaire", "bailleur"),
    "appart": ("appartement", "logement"),
    "bagnole": ("voiture", "véhicule"),
    "tél": ("téléphone",),
    "ordi": ("ordinateur",),
    "rdv": ("rendez-vous",),
    "texto": ("sms",),
    "mdp": ("mot de passe",),
    "cb": ("carte bancaire",),
    "bébé": ("enfant", "naissance"),
    "maman": ("mère",),
    "papa": ("père",),
    "virer": ("licencier",),
    "toubib": ("médecin",),
    "box": ("modem",),
    "pc": ("ordinateur",),
}


class Synonyms:
    """The groups, ready to be asked what else a run of words may be called."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._others: dict[Phrase, list[Phrase]] = {}
        self._longest: dict[str, int] = {}  # by the first word of a run: most words it may have
        self._everyday = {
            tuple(words(said)): [tuple(words(name)) for name in written]
            for said, written in EVERYDAY.items()
        }
        for group in groups:
            members = [run for run in (tuple(words(member)) for member in group) if run]
            for member in members:
                self._add(member, [other for other in members if other != member])

    def _add(self, name: Phrase, others: list[Phrase]) -> None:
        for key in _keys(name):
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(name))
            known = self._others.setdefault(key, [])
            known += [other for other in others if other not in known]

    def of(self, run: Phrase) -> list[Phrase]:
        """Return what else this run of words is called."""
        found = (self._others.get(key, []) for key in _keys(run))
        return list(dict.fromkeys(other for others in found for other in others if other != run))

    def everyday(self, run: Phrase) -> list[Phrase]:
        """Return how a word of everyday French is written, whether or not the base says it so."""
        one = tuple(word.rstrip("sx") for word in run)  # of several
        return self._everyday.get(run) or self._everyday.get(one, [])

    def runs(self, typed: Phrase) -> Iterator[tuple[int, int, list[Phrase]]]:
        """Find in `typed` each run, as start and end, that has other names."""
        known = self._longest.keys()
        for start, word in enumerate(typed):
            firsts = _firsts(word)
            if known.isdisjoint(firsts):
                continue
            longest = max(self._longest.get(first, 0) for first in firsts)
            for end in range(start + 1, min(start + longest, len(typed)) + 1):
                if others := self.of(typed[start:end]):
                    yield start, end, others


def _keys(run: Phrase) -> set[Phrase]:
    """Give the forms under which a run is known: as it stands, and its stems in each language."""
    stems = (tuple(s for word in run for s in stems_of(word, lang)) for lang in STEMMERS)
    return {run, *stems} - {()}


@lru_cache(maxsize=16_384)
def _firsts(word: str) -> set[str]:
    return {word, *(stem for lang in STEMMERS for stem in stems_of(word, lang))}
