"""Snapshots, cutting logs, backup and restore, and the check that all is well."""

import hashlib
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol.digests import row_sha256
from sync.server import audit, backup, check
from sync.server import snapshots as making
from sync.server.errors import CutOff, Trouble
from sync.server.office import Office
from sync.server.packing import decompress_file
from sync.server.place import Place
from sync.server.principal import Principal, Role
from sync.server.storage.interface import Storage
from sync.server.storage.postgres import PostgresStorage
from sync.server.storage.sqlite import SqliteStorage
from tests.support import offices, postgres
from tests.support.offices import HandClock, again, live, log_of, person, publish, push, retire

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana", Role.AUTHOR)


def fill(office: Office, who: Principal, first: int, count: int) -> None:
    for start in range(first, first + count, 200):
        stop = min(start + 200, first + count)
        push(office, who, *(publish(f"a{n:05}", f"text {n}\n") for n in range(start, stop)))


def opened(path: Path, folder: Path) -> sqlite3.Connection:
    plain = folder / "plain.db"
    decompress_file(path, plain)
    return sqlite3.connect(plain)


def complaints(storage: Storage) -> list[str]:
    return storage.read(lambda t: list(check.complaints(t)))


def test_a_snapshot_is_made_when_a_space_has_grown_by_a_thousand(
    office: Office, ana: Principal, clock: HandClock, tmp_path: Path
) -> None:
    fill(office, ana, 0, 1_000)
    office.housekeeping()
    assert office.heads(ana)[1].spaces["base"].snapshot is None
    push(office, ana, retire("a00007", 1))
    clock.pass_(minutes=1)
    office.housekeeping()

    head = office.heads(ana)[1].spaces["base"]
    assert head.snapshot is not None
    made = head.snapshot
    path = office.snapshot("base", made.seq)
    assert path is not None
    data = path.read_bytes()
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (made.sha256, made.size)
    file = opened(path, tmp_path)
    about = dict(file.execute("SELECT key, value FROM about"))
    rows = file.execute("SELECT * FROM entities").fetchall()
    file.close()
    assert about == {
        "format": "1",
        "epoch": office.epoch(),
        "space": "base",
        "seq": "1001",
        "rows": "999",
    }
    assert (made.seq, made.rows, len(rows)) == (1001, 999, 999)
    assert {row[1]: row[5] for row in rows} == live(office, ana)
    for kind, id_, path_, rev, seq, body, sha256, by, _ in rows:
        assert sha256 == row_sha256(kind, id_, "base", path_, body)
        assert (rev, by, 0 < seq <= 1001) == (1, "ana", True)


def test_only_one_process_tends_the_house_at_a_time(office: Office, ana: Principal) -> None:
    office.housekeeping()
    fill(office, ana, 0, 1_001)
    office.housekeeping()
    assert office.heads(ana)[1].spaces["base"].snapshot is None


def test_the_newest_two_snapshots_are_kept(office: Office, ana: Principal) -> None:
    for number in range(3):
        push(office, ana, publish(f"a{number}", "x\n"))
        assert office._snapshots.build("base") is not None
        assert office._snapshots.build("base") is None
    found = [office.snapshot("base", seq) for seq in (1, 2, 3)]
    assert found[0] is None
    assert all(path is not None and path.exists() for path in found[1:])


def test_a_process_that_lacks_the_file_of_a_snapshot_fetches_it(
    office: Office, ana: Principal
) -> None:
    """Where several machines serve one database."""
    push(office, ana, publish("a", "x\n" * 1000))
    made = office._snapshots.build("base")
    assert made is not None
    path = office.snapshot("base", made.seq)
    assert path is not None
    path.unlink()

    again_ = office.snapshot("base", made.seq)

    if office.storage.shared:
        assert again_ is not None
        assert hashlib.sha256(again_.read_bytes()).hexdigest() == made.sha256
    else:
        assert again_ is None


def test_a_log_is_cut_in_whole_pages_behind_the_older_snapshot(
    office: Office, ana: Principal
) -> None:
    fill(office, ana, 0, 250)
    assert office._snapshots.cut("base") == 0
    office._snapshots.build("base")
    fill(office, ana, 250, 100)
    office._snapshots.build("base")

    assert office._snapshots.cut("base") == 200

    head = office.heads(ana)[1].spaces["base"]
    assert (head.cut, head.head, head.live) == (200, 350, 350)
    with pytest.raises(CutOff):
        office.changes(ana, "base", 199, 10)
    assert office.page("base", 1) is None
    assert office.page("base", 2) is not None
    assert len(office.changes(ana, "base", 200, 1000).changes) == 150
    assert complaints(office.storage) == []


def test_the_check_finds_what_is_wrong(office: Office, ana: Principal) -> None:
    picture = b"picture"
    sha256 = hashlib.sha256(picture).hexdigest()
    office.put_blob(ana, sha256, io.BytesIO(picture))
    push(office, ana, *(publish(f"a{n}", f"{n}\n") for n in range(9)), retire("a8", 1))
    push(office, ana, publish("p.png", json.dumps({"sha256": sha256}), kind="asset"))
    assert complaints(office.storage) == []

    for damage in (
        "UPDATE entities SET body = 'flipped' WHERE id = 'a1'",
        "UPDATE entities SET rev = 7 WHERE id = 'a2'",
        "UPDATE changes SET line = replace(line, '3', '4') WHERE id = 'a3'",
        "DELETE FROM changes WHERE id = 'a4'",
        "UPDATE spaces SET live = live + 1 WHERE name = 'base'",
        "DELETE FROM blob_parts",
        "UPDATE counters SET value = 3 WHERE name = 'announcements'",
    ):
        office.storage.write(lambda t, sql=damage: t.run(sql))  # type: ignore[misc]  # bound now

    said = " ".join(complaints(office.storage))
    for word in ("a1", "a2", "a3", "a4", "log of base", "base says", sha256, "3 announcements"):
        assert word in said


def test_whoever_stands_behind_a_cut_finds_a_snapshot_soon_after_a_restore(
    office: Office, ana: Principal, clock: HandClock
) -> None:
    """A restore brings the cut log back and no snapshot with it."""
    fill(office, ana, 0, 250)
    office._snapshots.build("base")
    office._snapshots.cut("base")
    office._snapshots.build("base")
    office._snapshots.cut("base")
    assert office.heads(ana)[1].spaces["base"].cut == 200
    office.storage.write(lambda t: t.run("DELETE FROM snapshots"))
    clock.pass_(minutes=1)

    office.housekeeping()

    made = office.heads(ana)[1].spaces["base"].snapshot
    assert made is not None
    assert made.seq == 250


@pytest.fixture(params=["sqlite to sqlite", "sqlite to postgres", "postgres to sqlite"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Storage, Place]]:
    """Give a server to back up, and a place to restore it in."""
    source, _, target = request.param.split()
    with offices.a_storage(source, tmp_path) as there:
        if target == "sqlite":
            yield there, Place(tmp_path / "restored")
        else:
            with postgres.a_database(postgres.the_server()) as address:
                yield there, Place(tmp_path / "restored", address)


def test_a_backup_holds_all_and_comes_back_in_a_new_epoch(
    journey: tuple[Storage, Place], tmp_path: Path
) -> None:
    """G13; whichever database it comes from and goes to."""
    source, place = journey
    office = Office(source, tmp_path / "files", HandClock())
    ana = person(office, "ana", Role.AUTHOR, ("one",))
    picture = bytes(range(256)) * 5000
    sha256 = hashlib.sha256(picture).hexdigest()
    office.put_blob(ana, sha256, io.BytesIO(picture))
    asset = publish("p.png", json.dumps({"sha256": sha256}), kind="asset")
    first = publish("a", "one\n")
    push(office, ana, first, publish("b", "two\n"), retire("b", 1), asset)
    file = tmp_path / "backup.db"

    backup.backup(source, file)
    later = publish("later", "x\n")
    push(office, ana, later)
    kept = backup.restore(place, file, now=HandClock()(), by="test", replace=False)

    assert kept is None
    back = Office(place.open(), place.folder, HandClock())
    assert back.server == office.server
    assert back.epoch() != office.epoch()
    same = again(back, "ana")
    assert same == ana
    assert log_of(back, same) == log_of(office, ana)[:4]
    assert back.get_blob(same, sha256).read_bytes() == picture
    assert [r.status for r in push(back, same, first, later)] == ["duplicate", "applied"]
    trail = back.storage.read(lambda t: audit.latest(t, 10))
    assert [one.what for one in trail] == ["user add", "restore"]
    assert complaints(back.storage) == []
    back.close()
    office.close()


def test_restoring_keeps_what_was_there_and_refuses_what_is_damaged(tmp_path: Path) -> None:
    place, file = Place(tmp_path / "s"), tmp_path / "backup.db"
    office = Office(place.open(), place.folder, HandClock())
    ana = person(office, "ana", Role.AUTHOR)
    push(office, ana, publish("a", "one\n"))
    backup.backup(office.storage, file)
    with pytest.raises(Trouble, match="exists already"):
        backup.backup(office.storage, file)
    push(office, ana, publish("b", "two\n"))
    office.close()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(file.read_bytes().replace(b"one\\n", b"0ne\\n"))

    def put_back(source: Path) -> Path | None:
        return backup.restore(place, source, now=HandClock()(), by="test", replace=False)

    for wrong, word in ((damaged, "damaged"), (tmp_path / "none.db", "no file")):
        with pytest.raises(Trouble, match=word):
            put_back(wrong)
    with place.alone(), pytest.raises(Trouble, match="is running"):
        put_back(file)
    kept = put_back(file)

    assert kept is not None
    old = SqliteStorage(kept)
    assert old.read(lambda t: t.value("SELECT head FROM spaces WHERE name = 'base'")) == 2
    old.close()
    now = Office(place.open(), place.folder, HandClock())
    assert live(now, again(now, "ana")) == {"a": "one\n"}
    now.close()
    assert not (place.folder / "restoring.db").exists()


def test_a_server_on_postgres_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    """And its other processes go on with the restored one."""
    file = tmp_path / "backup.db"
    with postgres.a_database(postgres.the_server()) as address:
        place = Place(tmp_path, address)
        office = Office(PostgresStorage(address), tmp_path, HandClock())
        ana = person(office, "ana", Role.AUTHOR)
        push(office, ana, publish("a", "one\n"))
        epoch = office.epoch()
        backup.backup(office.storage, file)
        push(office, ana, publish("b", "two\n"))
        assert office.heads(ana)[1].spaces["base"].head == 2

        with pytest.raises(Trouble, match="--replace"):
            backup.restore(place, file, now=HandClock()(), by="test", replace=False)
        backup.restore(place, file, now=HandClock()(), by="test", replace=True)

        assert office.heads(ana)[1].spaces["base"].head == 1
        assert office.heads(ana)[1].epoch != epoch
        assert push(office, ana, publish("c", "x\n"))[0].seq == 2
        office.close()


def test_a_backup_may_be_made_while_people_write(office: Office, ana: Principal) -> None:
    fill(office, ana, 0, 400)
    folder = office._snapshots._folder.parent
    folder.mkdir(exist_ok=True)
    backup.backup(office.storage, folder / "b.db")
    fill(office, ana, 400, 100)
    copy = SqliteStorage(folder / "b.db")
    assert complaints(copy) == []
    assert copy.read(lambda t: t.value("SELECT head FROM spaces WHERE name = 'base'")) == 400
    copy.close()


def test_snapshots_name_what_they_hold() -> None:
    """The shape that desks read is fixed."""
    assert making.FORMAT == 1
    assert "body TEXT NOT NULL, sha256 BLOB NOT NULL" in making.TABLES
