"""What is remembered of one state of the index, so that the next key need not ask again.

A snapshot belongs to one searcher, which never changes: a commit brings another searcher, and with
it a snapshot that knows nothing yet. Only figures of words and of articles are kept, never answers.
"""

from collections.abc import Sequence

from tantivy import DocAddress, Query, Schema, Searcher

from kbdesk.search.analysis import DEFAULT_LANG, STEMMERS, stems_of
from kbdesk.search.memo import Memo
from kbdesk.search.plan import idf
from kbdesk.search.schema import EXACT, Label, anywhere, label

At = tuple[int, int]  # segment and document: an address of tantivy is no key
Hits = Sequence[tuple[float, At]]  # scores and where, best first

KEPT_WORDS = 20_000
KEPT_BEGINNINGS = 2_000
KEPT_LABELS = 4_000  # about 3 MB


class Snapshot:
    """One state of the index; safe to use from several threads."""

    def __init__(self, searcher: Searcher, schema: Schema) -> None:
        self.searcher = searcher
        self.schema = schema
        self.articles = _counted(searcher)
        present = tuple(lang for lang in STEMMERS if searcher.doc_freq("lang", lang))
        self.langs = present or (DEFAULT_LANG,)
        self._lists = [anywhere(lang) for lang in self.langs]
        self._units: dict[str, float] = {}
        self.stems: Memo[str, frozenset[str]] = Memo(self._stems, KEPT_WORDS)
        self.places: Memo[str, tuple[tuple[str, int], ...]] = Memo(self._places, KEPT_WORDS)
        self.holding: Memo[str, int] = Memo(self._holding, KEPT_WORDS)
        self.frequency: Memo[str, int] = Memo(self._frequency, KEPT_WORDS)
        self.linked: Memo[str, bool] = Memo(self._linked, KEPT_WORDS)
        self.beginnings: Memo[tuple[str, str, int], list[tuple[str, int]]] = Memo(
            self._beginnings, KEPT_BEGINNINGS
        )
        self.labels: Memo[At, Label] = Memo(self._label, KEPT_LABELS)

    def numbers(self, field: str, addresses: list[DocAddress]) -> list[int]:
        """Read a number of each article."""
        found = self.searcher.fast_field_values(field, addresses)
        return [int(number or 0) for number in found]

    def constant(self, place: str, value: str, count: int, worth: float) -> Query:
        """Give `worth` to each of the `count` articles that a list without lengths holds.

        As a term: what BM25 gives it is the same for all articles, and the boost makes it `worth`.
        """
        query = Query.term_query(self.schema, place, value, index_option="basic")
        telling = idf(count, self.articles)
        if place not in self._units:
            hits = self.searcher.search(query, 1, count=False).hits
            if not hits:  # all that held it are gone: it is worth nothing anywhere
                return query
            self._units[place] = hits[0][0] / telling
        return Query.boost_query(query, worth / (telling * self._units[place]))

    def _stems(self, word: str) -> frozenset[str]:
        """Stem a folded word in each language of the base."""
        return frozenset(stem for lang in self.langs for stem in stems_of(word, lang))

    def _holding(self, stem: str) -> int:
        """Count the articles that hold a stem."""
        return sum(count for _, count in self.places[stem])

    def _places(self, stem: str) -> tuple[tuple[str, int], ...]:
        """Return where the articles are listed that hold a stem, and how many they are."""
        found = ((place, self.searcher.doc_freq(place, stem)) for place in self._lists)
        return tuple((place, count) for place, count in found if count)

    def _frequency(self, word: str) -> int:
        """Count the articles in which a folded word stands, in any form."""
        found = [self.holding[stem] for stem in self.stems[word]]
        if not any(found):
            found += [self.searcher.doc_freq(field, word) for field in EXACT]
        return max(found)

    def _linked(self, stem: str) -> bool:
        """Say whether the text of any link holds a stem."""
        return bool(self.searcher.doc_freq("links", stem))

    def _beginnings(self, asked: tuple[str, str, int]) -> list[tuple[str, int]]:
        """Return the commonest words that begin so in a field, with their numbers of articles."""
        field, prefix, limit = asked
        return self.searcher.terms_with_prefix(field, prefix, limit=limit)

    def _label(self, at: At) -> Label:
        return label(self.searcher, DocAddress(*at))


def _counted(searcher: Searcher) -> int:
    """Count what the numbers of words are out of: articles replaced and removed too, until a merge.

    Each has one language, but for the stamps. Out of `num_docs`, a word that all articles hold
    would be held by more than there are.
    """
    found = [searcher.terms_with_prefix(field, "") for field in ("lang", "stamp")]
    return sum(count for terms in found for _, count in terms)
