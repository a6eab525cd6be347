"""The life of the index: opened at once, level by the difference, never in the way."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
import tantivy

from kbdesk.core.documents import IndexDocument
from kbdesk.errors import IndexTrouble
from kbdesk.search import catch_up as writing
from kbdesk.search.document import Source, Stamp
from kbdesk.search.index import SearchIndex, State
from kbdesk.search.schema import FORMAT, build_schema
from kbdesk.search.writer_lock import writer_lock
from kbdesk.store.articles import Articles
from tests.support.bases import article, changed, many, open_base


@pytest.fixture
def articles(tmp_path: Path) -> Iterator[Articles]:
    database, found = open_base(tmp_path)
    yield found
    database.close()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    opened = SearchIndex(tmp_path / "index")
    yield opened
    opened.close()


def is_level(index: SearchIndex, articles: Articles) -> bool:
    """Say whether the index holds the rows of the store, exactly, and says so."""
    wanted = {rid for name in articles.ids() if (rid := articles.rid(name))}
    return index.stamp() == Stamp(FORMAT, *articles.head()) and index.rids() == wanted


def found(index: SearchIndex, word: str) -> set[int]:
    """Return the rows whose body holds a word, as the index was asked directly."""
    searcher = index.searcher()
    hits = searcher.search(tantivy.Query.term_query(build_schema(), "body_x", word), limit=99).hits
    rows = searcher.fast_field_values("rid", [address for _, address in hits])
    return {int(row) for row in rows if row is not None}


class NothingNew:
    """A source that must not be read."""

    def __init__(self, head: tuple[str, int]) -> None:
        self._head = head

    def head(self) -> tuple[str, int]:
        return self._head

    def changed_count(self, seq: int) -> int:
        raise AssertionError

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        raise AssertionError

    def removed_since(self, seq: int) -> Iterator[int]:
        raise AssertionError


def test_opening_where_nothing_is_writes_nothing(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    assert index.state() is State.MISSING
    assert index.stamp() is None
    assert not (tmp_path / "index").exists()
    with pytest.raises(IndexTrouble):
        index.searcher()


def test_a_first_catch_up_builds_and_the_next_has_nothing_to_do(
    index: SearchIndex, articles: Articles
) -> None:
    articles.put_all(many(30))
    first = index.catch_up(articles)
    assert (first.done, first.added, first.rebuilt) == (True, 30, True)
    assert index.state() is State.READY
    assert is_level(index, articles)
    again = index.catch_up(NothingNew(articles.head()))
    assert (again.done, again.added, again.rebuilt) == (True, 0, False)


def test_an_empty_base_has_an_index_too(index: SearchIndex, articles: Articles) -> None:
    assert index.catch_up(articles).done
    assert is_level(index, articles)
    articles.put_all([article("a")])
    assert index.catch_up(articles).added == 1
    assert is_level(index, articles)


def test_changes_and_removals_come_in_by_the_difference(
    index: SearchIndex, articles: Articles
) -> None:
    articles.put_all(many(30))
    index.catch_up(articles)
    one = next(many(30))
    articles.put_all([changed(one, "hippocampe"), article("neuf", "girafe")])
    articles.remove(["fiche-9"])
    outcome = index.catch_up(articles)
    assert (outcome.done, outcome.removed, outcome.rebuilt) == (True, 1, False)
    assert is_level(index, articles)
    assert found(index, "hippocampe") == {articles.rid(one.id)}
    assert found(index, "girafe") == {articles.rid("neuf")}
    assert found(index, "repere0") == set()


def test_when_most_has_changed_a_new_index_is_built(index: SearchIndex, articles: Articles) -> None:
    articles.put_all(many(30))
    index.catch_up(articles)
    articles.put_all(many(30, seed=2))
    assert index.catch_up(articles).rebuilt
    assert is_level(index, articles)


def test_progress_is_told_and_ends_at_the_whole(index: SearchIndex, articles: Articles) -> None:
    articles.put_all(many(450))
    told: list[tuple[int, int]] = []
    index.catch_up(articles, lambda done, total: told.append((done, total)))
    assert told == [(200, 450), (400, 450), (450, 450)]


def test_the_old_index_answers_while_a_new_one_is_built(
    index: SearchIndex, articles: Articles
) -> None:
    """Another base arrives: until its index is whole, searches see the old one."""
    articles.put_all([article("a", "girafe")])
    index.catch_up(articles)
    states: list[State] = []

    class OtherBase(Articles):
        def head(self) -> tuple[str, int]:
            return ("another epoch", 1)

        def changed_since(self, seq: int) -> Iterator[IndexDocument]:
            for document in super().changed_since(seq):
                states.append(index.state())
                assert found(index, "girafe")
                yield dataclasses.replace(document, rid=7, body=("zèbre",), lead="")

    other = OtherBase(articles._kb)
    assert index.catch_up(other).rebuilt
    assert states == [State.BUILDING]
    assert index.state() is State.READY
    assert (found(index, "girafe"), found(index, "zebre")) == (set(), {7})


def test_an_old_searcher_keeps_its_moment(index: SearchIndex, articles: Articles) -> None:
    articles.put_all(many(10))
    index.catch_up(articles)
    before, generation = index.searcher(), index.generation
    articles.remove(["fiche-1"])
    index.catch_up(articles)
    assert before.num_docs == 11  # the stamp is a document too
    assert index.searcher().num_docs == 10
    assert index.generation > generation


def test_a_commit_of_another_opener_is_seen_at_the_next_search(
    index: SearchIndex, articles: Articles, tmp_path: Path
) -> None:
    """By the difference and by a whole new folder, with no polling in between."""
    other = SearchIndex(tmp_path / "index")
    for count in (3, 4, 40):
        articles.put_all(many(count, seed=count))
        index.catch_up(articles)
        assert other.stamp() == index.stamp()
        assert other.rids() == index.rids()
    other.close()


def test_a_base_that_lost_its_last_commits_gets_a_new_index(
    index: SearchIndex, articles: Articles
) -> None:
    """A power cut may take commits back; the index must not keep what the base never had."""
    articles.put_all(many(5))
    index.catch_up(articles)

    class Earlier(Articles):
        def head(self) -> tuple[str, int]:
            epoch, seq = super().head()
            return (epoch, seq - 1)

    assert index.catch_up(Earlier(articles._kb)).rebuilt


def test_an_index_of_another_format_is_not_asked_but_replaced(
    tmp_path: Path, articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles.put_all(many(5))
    for module in ("index", "opened"):
        monkeypatch.setattr(f"kbdesk.search.{module}.FORMAT", FORMAT - 1)
    old = SearchIndex(tmp_path / "index")
    old.catch_up(articles)
    old.close()
    monkeypatch.undo()
    index = SearchIndex(tmp_path / "index")
    assert index.state() is State.OUTDATED
    assert index.stamp() is None
    assert index.catch_up(articles).rebuilt
    assert is_level(index, articles)


def test_an_index_with_other_fields_is_not_asked_but_replaced(
    tmp_path: Path, articles: Articles
) -> None:
    articles.put_all(many(5))
    index = SearchIndex(tmp_path / "index")
    index.catch_up(articles)
    folder = index.opened().folder
    index.close()
    for file in folder.iterdir():
        file.unlink()
    schema = tantivy.SchemaBuilder().add_text_field("other").build()
    tantivy.Index(schema, path=str(folder))
    index = SearchIndex(tmp_path / "index")
    assert index.state() is State.OUTDATED
    assert index.catch_up(articles).rebuilt
    assert is_level(index, articles)


def test_replaced_folders_are_swept_and_foreign_files_stay(
    index: SearchIndex, articles: Articles, tmp_path: Path
) -> None:
    for seed in range(4):
        articles.put_all(many(20, seed=seed))
        index.catch_up(articles)
    (tmp_path / "index" / "index-0123456789ab").mkdir()
    (tmp_path / "index" / "notes.txt").write_text("somebody's")
    articles.put_all(many(20, seed=9))
    index.catch_up(articles)
    kept = {place.name for place in (tmp_path / "index").iterdir()}
    assert kept == {"current", "writer.lock", "notes.txt", index.opened().folder.name}


def test_while_another_holds_the_lock_one_is_busy_and_goes_on_searching(
    index: SearchIndex, articles: Articles, tmp_path: Path
) -> None:
    articles.put_all([article("a", "girafe")])
    index.catch_up(articles)
    articles.put_all([article("b", "zèbre")])
    with writer_lock(tmp_path / "index" / "writer.lock") as free:
        assert free
        outcome = index.catch_up(articles)
    assert (outcome.busy, outcome.done) == (True, False)
    assert found(index, "girafe")
    assert index.catch_up(articles).done
    assert found(index, "zebre")


def test_a_source_that_fails_changes_nothing_and_may_be_tried_again(
    index: SearchIndex, articles: Articles
) -> None:
    """For a rebuild and for a difference; its own error comes out as it is."""

    class Failing(Articles):
        def changed_since(self, seq: int) -> Iterator[IndexDocument]:
            yield from super().changed_since(seq)
            raise ZeroDivisionError

    source: Source = Failing(articles._kb)
    articles.put_all(many(30))
    with pytest.raises(ZeroDivisionError):
        index.catch_up(source)
    assert index.state() is State.MISSING
    index.catch_up(articles)
    before = index.stamp()
    articles.put_all([article("a", "girafe")])
    with pytest.raises(ZeroDivisionError):
        index.catch_up(source)
    assert index.stamp() == before
    assert index.state() is State.READY
    assert found(index, "girafe") == set()
    index.catch_up(articles)
    assert is_level(index, articles)


def test_what_is_written_during_a_catch_up_comes_in_with_it(
    index: SearchIndex, articles: Articles
) -> None:
    """Whoever wrote it was told `busy`, and need not come back."""

    class Lively(Articles):
        def changed_since(self, seq: int) -> Iterator[IndexDocument]:
            yield from super().changed_since(seq)
            self.put_all([article("meanwhile")])

    articles.put_all(many(30))
    outcome = index.catch_up(Lively(articles._kb))
    assert (outcome.done, outcome.added, outcome.rebuilt) == (True, 31, True)
    assert is_level(index, articles)


def test_closing_ends_a_catch_up_early_and_keeps_nothing_of_it(
    index: SearchIndex, articles: Articles, tmp_path: Path
) -> None:
    """Whoever quits does not wait for a hundred thousand articles."""
    articles.put_all(many(450))
    told: list[int] = []

    def close_at_once(done: int, total: int) -> None:
        told.append(done)
        index.close()

    outcome = index.catch_up(articles, close_at_once)
    assert (outcome.done, outcome.busy, told) == (False, False, [200])
    again = SearchIndex(tmp_path / "index")
    assert again.state() is State.MISSING
    assert not [place for place in (tmp_path / "index").iterdir() if place.is_dir()]
    assert again.catch_up(articles).added == 450
    again.close()


def test_a_closed_index_says_so(index: SearchIndex, articles: Articles) -> None:
    index.close()
    index.close()
    with pytest.raises(IndexTrouble):
        index.searcher()
    with pytest.raises(RuntimeError, match="closed"):
        index.catch_up(articles)


def test_many_small_catch_ups_do_not_pile_up_files(index: SearchIndex, articles: Articles) -> None:
    articles.put_all(many(20))
    index.catch_up(articles)
    for n in range(60):
        articles.put_all([article("a", f"version {n}")])
        index.catch_up(articles)
    assert index.searcher().num_segments < 20
    assert len(list(index.opened().folder.iterdir())) < 200
    assert is_level(index, articles)


def test_the_share_that_calls_for_a_rebuild_is_of_what_the_index_holds() -> None:
    assert 0 < writing.REBUILD_SHARE < 1
