"""What one state of the index knows of words: how common, how continued, how nearly spelled."""

from collections.abc import Callable, Iterable, Sequence

from tantivy import Searcher

from kbdesk.search.analysis import DEFAULT_LANG, STEMMERS
from kbdesk.search.plan import idf
from kbdesk.search.schema import ANYWHERE, EXACT
from kbdesk.search.spelling import Vocabulary

COMPLETIONS = 16  # continuations looked at in titles, and as many in texts


class IndexLexicon:
    """The words of a searcher."""

    def __init__(self, searcher: Searcher, vocabulary: Callable[[], Vocabulary]) -> None:
        self._searcher = searcher
        self._vocabulary = vocabulary
        present = tuple(lang for lang in STEMMERS if searcher.doc_freq("lang", lang))
        self._langs = present or (DEFAULT_LANG,)

    @property
    def langs(self) -> Sequence[str]:
        return self._langs

    def frequency(self, word: str, stems: Iterable[str]) -> int:
        found = [self._searcher.doc_freq(ANYWHERE, stem) for stem in stems]
        if not any(found):
            found += [self._searcher.doc_freq(field, word) for field in EXACT]
        return max(found)

    def idf(self, frequency: int) -> float:
        return idf(frequency, self._searcher.num_docs)

    def beginnings(self, prefix: str) -> list[str]:
        found = dict(self._searcher.terms_with_prefix("title_x", prefix, limit=COMPLETIONS))
        if len(found) < COMPLETIONS:
            others = self._searcher.terms_with_prefix("body_x", prefix, limit=COMPLETIONS)
            found = {**dict(others), **{word: 4 * count for word, count in found.items()}}
        return sorted(found, key=lambda word: (word != prefix, -found[word]))

    def near(self, word: str) -> list[tuple[str, int]]:
        return self._vocabulary().near(word)
