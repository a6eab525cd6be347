"""What is remembered of one state of the index, so that the next key need not ask again.

A snapshot belongs to one searcher, which never changes: a commit brings another searcher, and with
it a snapshot that knows nothing yet. Only figures of words and of articles are kept, never answers.
"""

from collections.abc import Sequence

from tantivy import DocAddress, Schema, Searcher

from kbdesk.search.analysis import DEFAULT_LANG, STEMMERS, stems_of
from kbdesk.search.memo import Memo
from kbdesk.search.schema import ANYWHERE, EXACT, Label, label

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
        self.articles = searcher.num_docs
        present = tuple(lang for lang in STEMMERS if searcher.doc_freq("lang", lang))
        self.langs = present or (DEFAULT_LANG,)
        self.stems: Memo[str, frozenset[str]] = Memo(self._stems, KEPT_WORDS)
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

    def _stems(self, word: str) -> frozenset[str]:
        """Stem a folded word in each language of the base."""
        return frozenset(stem for lang in self.langs for stem in stems_of(word, lang))

    def _holding(self, stem: str) -> int:
        """Count the articles that hold a stem."""
        return self.searcher.doc_freq(ANYWHERE, stem)

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
