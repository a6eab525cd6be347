"""Whatever is found where the index should be: it is set aside and built anew, never believed."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tantivy

from kbdesk.errors import DiskFull, IndexTrouble
from kbdesk.search.checksums import _footer, faults_in
from kbdesk.search.document import Stamp
from kbdesk.search.guard import IndexBusy, guard
from kbdesk.search.index import SearchIndex, State
from kbdesk.search.schema import FORMAT, build_schema
from kbdesk.store.articles import Articles
from tests.support.bases import article, many, open_base

COUNT = 60


@pytest.fixture
def articles(tmp_path: Path) -> Iterator[Articles]:
    database, found = open_base(tmp_path)
    found.put_all(many(COUNT))
    yield found
    database.close()


@pytest.fixture
def root(tmp_path: Path, articles: Articles) -> Path:
    """Return the folder of a sound index."""
    index = SearchIndex(tmp_path / "index")
    index.catch_up(articles)
    index.close()
    return tmp_path / "index"


def named(root: Path) -> Path:
    return root / (root / "current").read_text()


def files(root: Path) -> list[Path]:
    """Return the files that hold the articles: not the list of them, not the locks."""
    others = {".json", ".lock"}
    return sorted(file for file in named(root).iterdir() if file.suffix not in others)


def assert_mends(root: Path, articles: Articles) -> None:
    """Open what is there, search it if it lets us, catch up, and be level and sound."""
    index = SearchIndex(root)
    index.catch_up(articles, check=True)
    assert index.state() is State.READY
    assert index.stamp() == Stamp(FORMAT, *articles.head())
    assert len(index.rids()) == COUNT
    assert index.faults() == []
    index.close()


def no_folder(root: Path) -> None:
    shutil.rmtree(root)


def an_empty_folder(root: Path) -> None:
    shutil.rmtree(root)
    root.mkdir()


def a_file_in_its_place(root: Path) -> None:
    shutil.rmtree(root)
    root.write_text("not a folder")


def no_pointer(root: Path) -> None:
    (root / "current").unlink()


def a_folder_for_a_pointer(root: Path) -> None:
    (root / "current").unlink()
    (root / "current").mkdir()
    (root / "current" / "x").touch()


def a_pointer_to_nowhere(root: Path) -> None:
    (root / "current").write_text("index-0123456789ab")


def a_pointer_out_of_the_folder(root: Path) -> None:
    (root / "current").write_text("../../..")


def a_pointer_of_random_bytes(root: Path) -> None:
    (root / "current").write_bytes(random.Random(1).randbytes(5000))


def an_empty_pointer(root: Path) -> None:
    (root / "current").write_text("")


def an_empty_index_folder(root: Path) -> None:
    folder = named(root)
    shutil.rmtree(folder)
    folder.mkdir()


def a_file_for_an_index_folder(root: Path) -> None:
    folder = named(root)
    shutil.rmtree(folder)
    folder.write_text("not a folder")


def no_meta(root: Path) -> None:
    (named(root) / "meta.json").unlink()


def an_empty_meta(root: Path) -> None:
    (named(root) / "meta.json").write_text("")


def a_meta_of_something_else(root: Path) -> None:
    (named(root) / "meta.json").write_text('{"segments": "none"}')


def no_managed_list(root: Path) -> None:
    (named(root) / ".managed.json").unlink()


def a_writer_lock_that_is_a_folder(root: Path) -> None:
    (root / "writer.lock").unlink()
    (root / "writer.lock").mkdir()


def an_index_without_a_stamp(root: Path) -> None:
    folder = named(root)
    shutil.rmtree(folder)
    folder.mkdir()
    schema = tantivy.SchemaBuilder().add_text_field("title").build()
    writer = tantivy.Index(schema, path=str(folder)).writer(15_000_000, 1)
    writer.commit()
    writer.wait_merging_threads()


DAMAGES = [
    no_folder,
    an_empty_folder,
    a_file_in_its_place,
    no_pointer,
    a_folder_for_a_pointer,
    a_pointer_to_nowhere,
    a_pointer_out_of_the_folder,
    a_pointer_of_random_bytes,
    an_empty_pointer,
    an_empty_index_folder,
    a_file_for_an_index_folder,
    no_meta,
    an_empty_meta,
    a_meta_of_something_else,
    no_managed_list,
    a_writer_lock_that_is_a_folder,
    an_index_without_a_stamp,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_it_is_built_anew_from(
    root: Path, articles: Articles, damage: Callable[[Path], None]
) -> None:
    damage(root)
    assert_mends(root, articles)


@pytest.mark.parametrize("part", ["term", "idx", "pos", "fast", "fieldnorm", "store"])
@pytest.mark.parametrize("how", ["missing", "empty", "cut", "random"])
def test_it_is_built_anew_when_a_file_is(
    root: Path, articles: Articles, part: str, how: str
) -> None:
    for file in [file for file in files(root) if file.suffix == f".{part}"]:
        data = file.read_bytes()
        file.unlink()
        if how != "missing":
            size = {"empty": 0, "cut": len(data) // 2, "random": len(data)}[how]
            file.write_bytes(random.Random(2).randbytes(size) if how == "random" else data[:size])
    assert_mends(root, articles)


def test_a_flipped_bit_anywhere_is_seen(root: Path, articles: Articles) -> None:
    """Opening does not notice one, and a search may answer wrongly: the checksum sees each.

    Of the footer of a file only the checksum itself matters.
    """
    chance = random.Random(3)
    for _ in range(60):
        file = chance.choice(files(root))
        data = bytearray(file.read_bytes())
        bit = chance.randrange(_footer(file)[0] * 8)
        data[bit // 8] ^= 1 << bit % 8
        sound = file.read_bytes()
        file.unlink()  # never in place: a mapped file would be changed under its readers
        file.write_bytes(data)
        assert faults_in(named(root)) == [f"{file.name} is not what was written."]
        file.unlink()
        file.write_bytes(sound)
    assert faults_in(named(root)) == []


@pytest.mark.expects_log("damaged and will be made again")
def test_damage_met_while_searching_calls_for_a_new_index(root: Path, articles: Articles) -> None:
    """The search that meets it fails by name; then nothing answers until the new one is there."""
    index = SearchIndex(root)
    for file in [file for file in files(root) if file.suffix == ".idx"]:
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(bytes(len(data)))
    with pytest.raises(IndexTrouble), index.guarded():
        raise ValueError("as tantivy says it")
    assert index.state() is State.DAMAGED
    with pytest.raises(IndexTrouble):
        index.searcher()
    assert SearchIndex(root).state() is State.MISSING
    assert index.catch_up(articles).rebuilt
    assert len(index.rids()) == COUNT


def test_a_query_that_tantivy_cannot_bear_costs_no_index(root: Path) -> None:
    """Its files are sound, so the fault is ours: the index goes on answering."""
    index = SearchIndex(root)
    searcher = index.searcher()
    with pytest.raises(IndexTrouble), index.guarded():
        searcher.search(tantivy.Query.all_query(), limit=0)
    assert index.state() is State.READY
    assert len(index.rids()) == COUNT


def test_a_panic_does_not_slip_through(tmp_path: Path) -> None:
    """It derives from BaseException; an interrupt by the person still passes."""
    searcher = tantivy.Index(build_schema()).searcher()
    with pytest.raises(BaseException, match="Limit must") as panic:
        searcher.search(tantivy.Query.all_query(), limit=0)
    assert not isinstance(panic.value, Exception)
    with pytest.raises(IndexTrouble), guard(tmp_path):
        searcher.search(tantivy.Query.all_query(), limit=0)
    with pytest.raises(KeyboardInterrupt), guard(tmp_path):
        raise KeyboardInterrupt


def test_a_full_disk_and_a_busy_writer_are_not_damage(tmp_path: Path) -> None:
    with pytest.raises(DiskFull), guard(tmp_path):
        raise ValueError("An IO error occurred: 'No space left on device (os error 28)'")
    with pytest.raises(DiskFull), guard(tmp_path):
        raise OSError(28, "No space left on device")
    with pytest.raises(IndexBusy), guard(tmp_path):
        raise ValueError("Failed to acquire Lockfile: LockBusy. Some(...)")


def test_an_index_being_written_by_a_stranger_is_left_to_him(
    root: Path, articles: Articles
) -> None:
    """Somebody holds tantivy's own lock without ours: busy, and searching goes on."""
    index = SearchIndex(root)
    stranger = index.opened().index.writer(15_000_000, 1)
    articles.put_all([article("neuf")])
    assert index.catch_up(articles).busy
    assert len(index.rids()) == COUNT
    stranger.wait_merging_threads()
    assert index.catch_up(articles).done
    assert len(index.rids()) == COUNT + 1
