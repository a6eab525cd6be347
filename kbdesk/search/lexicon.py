"""What one state of the index knows of words: how common, how continued, how nearly spelled."""

from collections.abc import Callable, Iterable, Sequence

from kbdesk.search.plan import idf
from kbdesk.search.snapshot import Snapshot
from kbdesk.search.spelling import Vocabulary

COMPLETIONS = 16  # continuations looked at in titles, and as many in texts


class IndexLexicon:
    """The words of a snapshot."""

    def __init__(self, snapshot: Snapshot, vocabulary: Callable[[], Vocabulary]) -> None:
        self._snapshot = snapshot
        self._vocabulary = vocabulary

    @property
    def langs(self) -> Sequence[str]:
        return self._snapshot.langs

    def stems(self, word: str) -> frozenset[str]:
        return self._snapshot.stems[word]

    def frequency(self, word: str) -> int:
        return self._snapshot.frequency[word]

    def idf(self, frequency: int) -> float:
        return idf(frequency, self._snapshot.articles)

    def linked(self, stems: Iterable[str]) -> bool:
        return any(map(self._snapshot.linked.__getitem__, stems))

    def beginnings(self, prefix: str) -> list[str]:
        beginnings = self._snapshot.beginnings
        found = dict(beginnings["title_x", prefix, COMPLETIONS])
        if len(found) < COMPLETIONS:
            others = beginnings["body_x", prefix, COMPLETIONS]
            found = {**dict(others), **{word: 4 * count for word, count in found.items()}}
        return sorted(found, key=lambda word: (word != prefix, -found[word]))

    def near(self, word: str) -> list[tuple[str, int]]:
        return self._vocabulary().near(word)
