"""The file of a database: who may read it, who takes turns, what is said when it cannot serve."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.errors import DamagedStore, NewerStore, StoreBusy, StoreTrouble
from kbdesk.store.database import Database
from kbdesk.store.driver import StoreClosed, translate
from kbdesk.store.kb import open_kb
from kbdesk.store.migrations import Migration
from kbdesk.store.user import open_user

NOTES = (Migration("notes", ("CREATE TABLE notes (text TEXT NOT NULL) STRICT",)),)

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights are said in another way there")


def open_notes(path: Path, wait: float = 5.0) -> Database:
    return Database(path, application=7, synchronous="NORMAL", migrations=NOTES, wait=wait)


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Database]:
    database = open_notes(tmp_path / "notes.db")
    yield database
    database.close()


def texts(database: Database) -> list[str]:
    return [row["text"] for row in database.reading().rows("SELECT text FROM notes ORDER BY rowid")]


def add(database: Database, text: str) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO notes VALUES (?)", (text,))


def add_and_fail(database: Database, *several: str) -> None:
    with database.writing():
        for text in several:
            add(database, text)
        raise ZeroDivisionError


@POSIX
def test_the_file_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Neither others nor the group may read a profile, the files that SQLite adds included."""
    with_wal = tmp_path / "profile"
    database = open_notes(with_wal / "notes.db")
    add(database, "private")
    modes = {file.name: file.stat().st_mode & 0o777 for file in with_wal.iterdir()}
    assert with_wal.stat().st_mode & 0o777 == 0o700
    assert modes == {"notes.db": 0o600, "notes.db-wal": 0o600, "notes.db-shm": 0o600}
    database.close()


@POSIX
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    open_notes(path).close()
    path.chmod(0o644)
    open_notes(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_nothing(notes: Database) -> None:
    add(notes, "before")
    with pytest.raises(ZeroDivisionError):
        add_and_fail(notes, "half")
    assert texts(notes) == ["before"]


def test_a_write_inside_a_write_belongs_to_it(notes: Database) -> None:
    """Several stores can be written in one transaction; the inner part may fail alone."""
    with notes.writing() as outer:
        outer.execute("INSERT INTO notes VALUES ('outer')")
        add(notes, "inner")
        with pytest.raises(ZeroDivisionError):
            add_and_fail(notes, "undone")
    assert texts(notes) == ["outer", "inner"]
    with pytest.raises(ZeroDivisionError):
        add_and_fail(notes, "outer", "inner of a failure")
    assert texts(notes) == ["outer", "inner"]


def test_a_durable_write_is_one_commit_only(notes: Database) -> None:
    with notes.writing(durable=True) as connection:
        connection.execute("INSERT INTO notes VALUES ('kept')")
    with notes.writing() as connection:
        assert connection.value("PRAGMA synchronous") == 1
    assert texts(notes) == ["kept"]


def test_a_reader_cannot_write(notes: Database) -> None:
    """That would be a bug of ours, so it is not dressed up as a trouble of the world."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        notes.reading().execute("INSERT INTO notes VALUES ('no')")


def test_a_mistake_in_sql_stays_what_it_is(notes: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        notes.reading().execute("SELECT * FROM nowhere")


def test_each_thread_has_a_reader_of_its_own(notes: Database) -> None:
    readers = [notes.reading()]
    thread = threading.Thread(target=lambda: readers.append(notes.reading()))
    thread.start()
    thread.join()
    assert readers[0] is notes.reading()
    assert readers[0] is not readers[1]


def test_the_reader_of_a_finished_thread_is_closed(notes: Database) -> None:
    """Threads come and go; their connections must not pile up."""
    for _ in range(20):
        thread = threading.Thread(target=notes.reading)
        thread.start()
        thread.join()
    assert len(notes._readers) <= 2


def test_readers_go_on_while_a_write_is_open(notes: Database) -> None:
    add(notes, "seen")
    with notes.writing() as connection:
        connection.execute("INSERT INTO notes VALUES ('not yet')")
        assert texts(notes) == ["seen"]
    assert texts(notes) == ["seen", "not yet"]


def test_a_snapshot_sees_one_moment(notes: Database) -> None:
    add(notes, "then")
    with notes.snapshot() as reader:
        assert reader.value("SELECT count(*) FROM notes") == 1
        add(notes, "later")
        assert reader.value("SELECT count(*) FROM notes") == 1
    assert len(texts(notes)) == 2


def test_threads_that_write_take_turns(notes: Database) -> None:
    """Eight writers at once: nobody is refused, nothing is lost."""
    threads = [threading.Thread(target=add, args=(notes, str(n))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(texts(notes)) == [str(n) for n in range(8)]


def test_another_writer_is_waited_for_then_told_by_name(tmp_path: Path) -> None:
    first = open_notes(tmp_path / "notes.db")
    second = open_notes(tmp_path / "notes.db", wait=0.01)
    with first.writing(), pytest.raises(StoreBusy, match="Another program"), second.writing():
        pass
    add(second, "after")
    assert texts(first) == ["after"]
    first.close()
    second.close()


def test_close_may_be_called_twice_and_later_use_is_named(tmp_path: Path) -> None:
    database = open_notes(tmp_path / "notes.db")
    kept = database.reading()
    database.close()
    database.close()
    for use in (database.reading, lambda: database.writing().__enter__(), kept.cursor):
        with pytest.raises(StoreClosed, match=r"notes\.db is closed"):
            use()
    with pytest.raises(StoreClosed), database.snapshot():
        pass


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kb.db"
    path.write_bytes(b"these are not the bytes of a database\n" * 200)
    before = path.read_bytes()
    with pytest.raises(DamagedStore, match="it was left as it is") as caught:
        open_kb(path)
    assert caught.value.remedy
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("keep", [1, 99, 100, 512, 4096, 9000])
def test_a_file_cut_short_is_damaged_never_deleted(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "kb.db"
    open_kb(path).close()
    path.write_bytes(path.read_bytes()[:keep])
    before = path.read_bytes()
    with pytest.raises(DamagedStore):
        read_all(path)
    assert path.read_bytes() == before


def read_all(path: Path) -> None:
    kb = open_kb(path)
    try:
        for table in [
            row["name"]
            for row in kb.reading().rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]:
            kb.reading().execute(f"SELECT * FROM {table}").fetchall()
    finally:
        kb.close()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """A crash between creating the file and its first page leaves nothing to lose."""
    path = tmp_path / "kb.db"
    path.touch()
    open_kb(path).close()
    assert path.stat().st_size


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "user.db"
    open_user(path).close()
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA user_version = 999")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(NewerStore, match="newer kbdesk") as caught:
        open_user(path)
    assert "999" in caught.value.sentence
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "kb.db").mkdir()
    with pytest.raises(StoreTrouble, match="is a folder"):
        open_kb(tmp_path / "kb.db")


def test_a_file_where_the_profile_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("not a folder")
    with pytest.raises(StoreTrouble, match="cannot be opened"):
        open_kb(tmp_path / "profile" / "kb.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_file_one_may_not_write_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kb.db"
    open_kb(path).close()
    tmp_path.chmod(0o500)
    path.chmod(0o400)
    try:
        with pytest.raises(StoreTrouble, match="cannot be opened"):
            open_kb(path)
    finally:
        tmp_path.chmod(0o700)


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kb.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreTrouble, match="something else"):
        open_kb(path)
    assert path.read_bytes() == before


def test_the_two_databases_cannot_be_mistaken_for_one_another(tmp_path: Path) -> None:
    path = tmp_path / "user.db"
    open_kb(path).close()
    with pytest.raises(StoreTrouble, match="something else"):
        open_user(path)


def test_only_two_codes_of_sqlite_mean_damage(tmp_path: Path) -> None:
    """A full disk, an I/O error or a busy file has been read as damage elsewhere, and cured."""
    codes = [*range(1, 27), sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_CANTOPEN_ISDIR]
    damage = set()
    for code in codes:
        error = sqlite3.OperationalError("as SQLite says")
        error.sqlite_errorcode = code
        if isinstance(translate(tmp_path / "kb.db", error), DamagedStore):
            damage.add(code)
    assert damage == {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
