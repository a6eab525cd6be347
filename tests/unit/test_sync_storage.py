"""The two databases under the server: transactions, versions, wakes, and what they refuse."""

import multiprocessing
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sync.protocol.wire import Operation
from sync.server import backup, check, entities
from sync.server.errors import StorageDown, Trouble
from sync.server.office import Office
from sync.server.place import Place
from sync.server.principal import Principal, Role
from sync.server.setting_up import set_up
from sync.server.storage import postgres as on_postgres
from sync.server.storage import schema
from sync.server.storage.interface import Record, Storage, Transaction, marks
from sync.server.storage.locking import ServerLock
from sync.server.storage.postgres import PostgresStorage
from sync.server.storage.schema import KEPT, MADE_ANEW
from sync.server.storage.sqlite import SqliteStorage
from tests.support import offices, postgres
from tests.support.offices import HandClock, Heard, person, publish, push

storage = offices.storage
PUT = "INSERT INTO counters (name, value) VALUES (?, ?)"
GET = "SELECT value FROM counters WHERE name = ?"


def put(name: str, value: int) -> Callable[[Transaction], int]:
    return lambda transaction: transaction.run(PUT, name, value)


def get(storage: Storage, name: str) -> int | None:
    found: int | None = storage.read(lambda t: t.value(GET, name))
    return found


def test_a_transaction_happens_whole_or_not_at_all(storage: Storage) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run(PUT, "a", 1)
        with pytest.raises(ZeroDivisionError):
            _fails_within(transaction)
        transaction.many(PUT, [("c", 1), ("d", 2)])

    def fail(transaction: Transaction) -> None:
        transaction.run(PUT, "e", 1)
        raise KeyError

    storage.write(work)
    with pytest.raises(KeyError):
        storage.write(fail)

    rows = storage.read(lambda t: t.rows("SELECT name, value FROM counters ORDER BY name"))
    assert rows == [("a", 1), ("c", 1), ("d", 2)]
    streamed = storage.read(lambda t: list(t.stream("SELECT name FROM counters ORDER BY name")))
    assert streamed == [("a",), ("c",), ("d",)]


def _fails_within(transaction: Transaction) -> None:
    with transaction.attempt():
        transaction.run(PUT, "b", 1)
        raise ZeroDivisionError


def test_a_reading_sees_one_moment_and_cannot_write(storage: Storage) -> None:
    def read(transaction: Transaction) -> tuple[int | None, int | None]:
        before = transaction.value(GET, "a")
        storage.write(put("a", 1))
        return before, transaction.value(GET, "a")

    assert storage.read(read) == (None, None)
    assert get(storage, "a") == 1
    with pytest.raises(Exception, match=r"read.?only|StorageDown|not answer"):
        _expecting(storage, put("b", 1))


def _expecting(storage: Storage, work: Callable[[Transaction], int]) -> None:
    try:
        storage.read(work)
    except StorageDown:
        raise AssertionError("read only, and said so as if the database were away") from None


def test_every_table_is_kept_in_a_backup_or_made_anew(storage: Storage) -> None:
    if storage.shared:
        sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'kbdesk'"
    else:
        sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    tables = {name for (name,) in storage.read(lambda t: t.rows(sql))}
    assert tables == {*KEPT, *MADE_ANEW}
    for table, columns in KEPT.items():
        assert _rows(storage, f"SELECT {columns} FROM {table}") is not None


def _rows(storage: Storage, sql: str) -> list[Record]:
    return storage.read(lambda t: t.rows(sql))


def test_whoever_listens_is_woken_after_the_commit(storage: Storage) -> None:
    woken = threading.Event()
    storage.listen(woken.set)
    woken.clear()

    def work(transaction: Transaction) -> None:
        transaction.run(PUT, "a", 1)
        transaction.announce()

    storage.write(work)
    assert woken.wait(60)
    assert get(storage, "a") == 1


@pytest.mark.usefixtures("closing_is_logged")
def test_a_closed_database_says_that_it_is_away(storage: Storage) -> None:
    storage.close()
    storage.close()
    with pytest.raises(StorageDown):
        storage.read(lambda t: t.value(GET, "a"))
    with pytest.raises(StorageDown):
        storage.write(put("a", 1))


@pytest.fixture
def closing_is_logged(storage: Storage, expects_log: Callable[[str], None]) -> None:
    if storage.shared:
        expects_log("The database cannot be used")


def test_a_newer_schema_is_refused_and_left_alone(storage: Storage) -> None:
    storage.write(lambda t: t.run("UPDATE meta SET value = '99' WHERE key = 'schema'"))
    if isinstance(storage, SqliteStorage):
        storage.write(lambda t: t.run("PRAGMA user_version = 99"))
        with pytest.raises(Trouble, match=r"newer server \(schema 99"):
            SqliteStorage(storage.path)
    elif isinstance(storage, PostgresStorage):
        with pytest.raises(Trouble, match=r"newer server \(schema 99"):
            PostgresStorage(storage._conninfo)


def test_two_processes_that_start_together_make_one_server(storage: Storage) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: set_up(storage, HandClock()), range(4)))
    assert sorted(made) == [False, False, False, True]


def test_only_one_server_may_run_on_a_folder(tmp_path: Path) -> None:
    lock = ServerLock(tmp_path)
    with ThreadPoolExecutor(1) as pool, pytest.raises(Trouble, match="is running"):
        pool.submit(ServerLock, tmp_path).result()
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as others:
        assert others.apply(_is_taken, (tmp_path,))
        lock.release()
        lock.release()
        assert not others.apply(_is_taken, (tmp_path,))


def _is_taken(folder: Path) -> bool:
    try:
        ServerLock(folder).release()
    except Trouble:
        return True
    return False


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(Trouble, match="not the database of a kbdesk server"):
        SqliteStorage(other)
    (tmp_path / "text.db").write_text("not a database " * 100)
    with pytest.raises(Trouble, match="cannot be opened"):
        SqliteStorage(tmp_path / "text.db")
    assert other.read_bytes() == before


def test_sqlite_tells_a_version_that_moves_with_every_commit_of_anybody(tmp_path: Path) -> None:
    """The command line writes beside the server; what is in memory must not outlive that."""
    ours, theirs = SqliteStorage(tmp_path / "s.db"), SqliteStorage(tmp_path / "s.db")
    woken = threading.Event()
    ours.listen(woken.set)
    versions = [ours.version()]
    ours.write(put("a", 1))
    versions.append(ours.version())
    assert ours.version() == versions[-1]
    theirs.write(put("b", 1))
    versions.append(ours.version())
    assert len(set(versions)) == 3
    assert woken.wait(60)
    ours.close()
    theirs.close()


def test_what_two_processes_made_at_once_is_looked_at_again(tmp_path: Path) -> None:
    """Two authors publish one new article in two processes: one is first, one a conflict."""
    with postgres.a_database(postgres.the_server()) as address:
        houses = [Office(PostgresStorage(address), tmp_path, HandClock()) for _ in range(2)]
        people = [person(houses[0], name, Role.AUTHOR) for name in ("ana", "ben")]
        for number in range(10):
            gate = threading.Barrier(2)

            def work(side: int, number: int = number, gate: threading.Barrier = gate) -> str:
                gate.wait()
                text = publish(f"a{number}", f"{side}\n")
                return push(houses[side], people[side], text)[0].status

            with ThreadPoolExecutor(2) as pool:
                assert sorted(pool.map(work, range(2))) == ["applied", "conflict"]
        for house in houses:
            house.close()


def test_after_the_database_was_restarted_the_next_request_is_answered(
    tmp_path: Path, expects_log: Callable[[str], None]
) -> None:
    """And watchers hear of what is committed from then on."""
    with postgres.a_server() as server:
        if server.binaries is None:
            pytest.skip("this PostgreSQL is not ours to stop")
        expects_log("database (cannot be used|does not answer)")
        expects_log("error connecting in|discarding|couldn't get")
        with postgres.a_database(server) as address:
            office = Office(PostgresStorage(address), tmp_path, HandClock())
            author = person(office, "ana", Role.AUTHOR)
            heard = Heard()
            office.watch(heard)
            server.stop()
            with pytest.raises(StorageDown) as caught:
                office.check_storage()
            assert caught.value.retry_after
            server.start()
            _until_it_takes(office, author, publish("a", "x\n"))
            heard.wait(lambda events: any(getattr(e, "space", "") == "base" for e in events))
            office.close()


def _until_it_takes(office: Office, author: Principal, one: Operation) -> None:
    """Push as a desk does: the same operation again until there is an answer."""
    for _ in range(50):
        try:
            push(office, author, one)
            return
        except StorageDown:
            pass
    raise AssertionError("it never answered")


def test_an_address_that_leads_nowhere_is_said_in_a_sentence() -> None:
    with pytest.raises(Trouble, match="cannot be used"):
        PostgresStorage("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(Trouble, match="not the address"):
        PostgresStorage("postgresql://[")


def test_what_every_push_looks_up_is_found_by_an_index(storage: Storage) -> None:
    """In an empty database too, where plans are made that are kept for long.

    SQLite scanned all entities for a list of pairs; PostgreSQL all operations, with such a plan.
    """
    known = f"SELECT person FROM operations WHERE id IN ({marks(50)})"
    for sql, count in ((entities.wanted(50), 100), (known, 50)):
        explain = f"EXPLAIN {'' if storage.shared else 'QUERY PLAN '}{sql}"
        plan = repr(storage.read(lambda t, q=explain, n=count: t.rows(q, *["x"] * n)))  # type: ignore[misc]  # bound now
        assert "Seq Scan" not in plan
        assert "SCAN e" not in plan
        assert "SCAN operations" not in plan


def test_sql_is_written_once_for_both() -> None:
    assert marks(3) == "?, ?, ?"
    assert marks(2, 2) == "(?, ?), (?, ?)"
    assert on_postgres.postgres_sql("SELECT 'a%' WHERE x = ?") == "SELECT 'a%%' WHERE x = %s"


def test_a_server_of_before_gets_the_spaces_it_has_not(tmp_path: Path) -> None:
    """And reads on where it was: its shelves, people, groups and rights are as they were."""
    file = _of_before(tmp_path)
    office = Office(SqliteStorage(file), tmp_path / "files")
    _has_all(office)
    office.close()


@pytest.mark.parametrize("which", ["sqlite", "postgres"])
def test_a_backup_of_before_is_restored_as_a_server_of_now(tmp_path: Path, which: str) -> None:
    file = _of_before(tmp_path)
    with postgres.a_database(postgres.the_server()) as address:
        place = Place(tmp_path / "there", address if which == "postgres" else "")

        backup.restore(place, file, now=HandClock()(), by="test", replace=True)

        office = Office(place.open(), tmp_path / "files")
        _has_all(office)
        office.close()


def _of_before(folder: Path) -> Path:
    """Make the database of a server that knew shelves, steering and people's own spaces only."""
    file = folder / "server.db"
    old = sqlite3.connect(file, isolation_level=None)
    for statement in schema.FIRST.statements:
        old.execute(schema.spelled(statement, schema.SQLITE))
    old.executescript(OLD_SERVER)
    old.close()
    return file


def _has_all(office: Office) -> None:
    boss, ana = offices.again(office, "zoe"), offices.again(office, "ana")
    assert office.readable(ana) == {
        "+all", "+role.agent", "+group.niveau2", "base", "~ana",
    }  # fmt: skip
    assert office.readable(boss) == {
        "+all", "+role.supervisor", "+edit", "+edit.base", "+edit.fibre", "+steer", "base",
        "fibre", "~zoe",
    }  # fmt: skip
    heads = office.heads(boss)[1].spaces
    assert set(heads) == office.readable(boss)
    assert heads["+edit.fibre"].title == "La fibre"
    assert set(offices.live(office, boss, "+steer")) == {"ana", "zoe"}
    sent = offices.operation("announce", {"id": "n", "audience": "group:niveau2", "title": "t"})
    assert push(office, boss, sent)[0].status == "applied"
    assert office.storage.read(lambda t: list(check.complaints(t))) == []


OLD_SERVER = """
    PRAGMA user_version = 1;
    PRAGMA application_id = 0x6B625365;
    INSERT INTO meta VALUES ('schema', '1'), ('server', 'abc'), ('epoch', 'e'),
        ('signing_key', 'k'), ('made', '2026-11-01T00:00:00Z');
    INSERT INTO counters VALUES ('rights', 4), ('announcements', 0), ('audit', 0), ('tending', 0);
    INSERT INTO people (name, full_name, role, password, made)
        VALUES ('ana', '', 'agent', 'x', ''), ('zoe', '', 'supervisor', 'x', '');
    INSERT INTO groups VALUES ('niveau2', 'Niveau 2');
    INSERT INTO members VALUES ('niveau2', 'ana');
    INSERT INTO spaces (name, sort, title, made) VALUES ('base', 'shelf', 'Base', ''),
        ('fibre', 'shelf', 'La fibre', ''), ('+steer', 'steer', 'Steering', ''),
        ('~ana', 'personal', 'ana', ''), ('~zoe', 'personal', 'zoe', '');
    INSERT INTO grants VALUES ('base', 'everyone', 'read'), ('+steer', 'role:supervisor', 'read'),
        ('fibre', 'role:supervisor', 'read'), ('~ana', 'person:ana', 'read'),
        ('~zoe', 'person:zoe', 'read');
"""
