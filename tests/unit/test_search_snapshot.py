"""What the search remembers: of one state of the base, and never longer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kbdesk.core.documents import IndexDocument
from kbdesk.search.index import SearchIndex
from kbdesk.search.memo import Memo
from kbdesk.search.opened import LABEL_BYTES
from kbdesk.search.searcher import Engine
from kbdesk.search.snapshot import Snapshot
from kbdesk.search.synonyms import Synonyms
from tests.unit.test_search_engine import TODAY, Shelf, document


class GrowingShelf(Shelf):
    """A shelf whose later documents are a difference, and from which some are taken."""

    removed: tuple[int, ...] = ()

    def head(self) -> tuple[str, int]:
        return "shelf", len(self.documents)

    def changed_count(self, seq: int) -> int:
        return len(self.documents[seq:])

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        yield from self.documents[seq:]

    def removed_since(self, seq: int) -> Iterator[int]:
        yield from self.removed


def test_a_memo_asks_once_and_starts_anew_when_full() -> None:
    asked: list[int] = []

    def find(key: int) -> int:
        asked.append(key)
        return key * 2

    memo = Memo(find, 2)
    assert [memo[n] for n in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert asked == [1, 2]
    assert (memo[3], dict(memo)) == (6, {3: 6})


def test_nothing_remembered_outlives_a_commit(tmp_path: Path) -> None:
    """Words, titles and worths are those of the last commit, however often they were asked."""
    shelf = GrowingShelf([document(n, f"n{n}", "Cure thermale", "Une cure.") for n in (1, 2, 3)])
    index = SearchIndex(tmp_path)
    index.catch_up(shelf)
    engine = Engine(index, Synonyms())
    assert len(engine.search("cure thermale", today=TODAY).rows) == 3
    assert engine.search("bains", today=TODAY).rows == ()
    assert [s.title.text for s in engine.suggest("cure therm")] == ["Cure thermale"]

    changed = replace(
        shelf.documents[1], title="Cure thermale aux bains", verified=TODAY.toordinal()
    )
    shelf.documents.append(changed)
    index.catch_up(shelf)

    assert engine.search("bains", today=TODAY).rows[0][0] == 2
    assert "Cure thermale aux bains" in [s.title.text for s in engine.suggest("cure therm")]


def test_the_most_linked_titles_are_offered_shorter_ones_first(tmp_path: Path) -> None:
    titles = ["Bail mobile", "Bail", "Bail commercial et professionnel", "Bail verbal"]
    inbound = [0, 0, 9, 0]
    index = SearchIndex(tmp_path)
    index.catch_up(
        Shelf(
            [
                document(n + 1, f"n{n}", title, "Un bail.", inbound=links)
                for n, (title, links) in enumerate(zip(titles, inbound, strict=True))
            ]
        )
    )

    offered = Engine(index, Synonyms()).suggest("bai", limit=3)

    assert [s.title.text for s in offered] == [
        "Bail commercial et professionnel",
        "Bail",
        "Bail mobile",
    ]


def test_a_label_is_read_without_unpacking_others(tmp_path: Path) -> None:
    """Each stands in a block of its own, after a commit and in another process too."""
    shelf = GrowingShelf([document(1, "n1", "Cure thermale", "Une cure.")])
    index = SearchIndex(tmp_path)
    index.catch_up(shelf)
    shelf.documents.append(document(2, "n2", "Bains", "Des bains."))
    index.catch_up(shelf)

    opened = SearchIndex(tmp_path).opened()
    said = json.loads((opened.folder / "meta.json").read_text("utf-8"))
    assert said["index_settings"]["docstore_blocksize"] == LABEL_BYTES


@pytest.mark.parametrize("first", ["fiche", "nouvelle", "blanche"])
def test_a_constant_is_worth_what_was_asked_however_often_articles_changed(
    tmp_path: Path, first: str
) -> None:
    """What was replaced still counts in BM25 until a merge: more "hold" a word than there are."""
    shelf = GrowingShelf([document(n, f"n{n}", f"Fiche {n}", "Blanche.") for n in range(1, 21)])
    index = SearchIndex(tmp_path)
    index.catch_up(shelf)
    for n in range(6):
        shelf.documents.append(replace(shelf.documents[n], body=("Blanche et nouvelle.",)))
        index.catch_up(shelf)
    opened = index.opened()
    snapshot = Snapshot(opened.searcher, opened.schema)

    for word in (first, "fiche", "nouvelle", "blanche"):
        (stem,) = snapshot.stems[word]
        ((place, count),) = snapshot.places[stem]
        query = snapshot.constant(place, stem, count, 5.0)
        assert {round(score, 3) for score, _ in opened.searcher.search(query, 30).hits} == {5.0}


def test_a_word_of_articles_that_are_all_gone_is_found_nowhere(tmp_path: Path) -> None:
    """Its list is there until the next merge; the first question may be about it."""
    words = ["cure", "bain", "sauna", "piscine", "plage", "massage", "douche", "hammam"]
    shelf = GrowingShelf([document(n, f"n{n}", word, word) for n, word in enumerate(words, 1)])
    index = SearchIndex(tmp_path)
    index.catch_up(shelf)
    for rid, word in enumerate(words, 1):
        shelf.documents.append(document(rid + 100, f"n{rid + 100}", f"Avis {rid}", "Un avis."))
        shelf.removed = (rid,)
        index.catch_up(shelf)
        assert Engine(index, Synonyms()).search(word, today=TODAY).rows == ()
