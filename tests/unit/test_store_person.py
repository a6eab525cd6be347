"""The person's file and the base's other parts: favourites, recents, outbox, lists, pictures."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from kbdesk.core.identity import uuid7
from kbdesk.store.assets import Asset, Assets
from kbdesk.store.database import Database
from kbdesk.store.entities import Entities, Entity
from kbdesk.store.favourites import Favourites
from kbdesk.store.kb import open_kb
from kbdesk.store.opens import Opens
from kbdesk.store.outbox import Outbox, State
from kbdesk.store.user import open_user

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
PARIS = timezone(timedelta(hours=1))


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Database]:
    database = open_user(tmp_path / "user.db")
    yield database
    database.close()


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Database]:
    database = open_kb(tmp_path / "kb.db")
    yield database
    database.close()


def test_the_precious_file_survives_a_power_cut(user: Database) -> None:
    """FULL: what was said to be saved is on the disk."""
    with user.writing() as connection:
        assert connection.value("PRAGMA synchronous") == 2


def test_favourites_are_the_newest_first_and_kept_once(user: Database) -> None:
    favourites = Favourites(user)
    favourites.add("a", NOON)
    favourites.add("b", NOON + timedelta(hours=1))
    favourites.add("a", NOON + timedelta(hours=2))
    assert favourites.all() == ["b", "a"]
    favourites.remove("b")
    favourites.remove("nowhere")
    assert favourites.all() == ["a"]


def test_recents_and_counts_follow_what_is_opened(user: Database) -> None:
    opens = Opens(user)
    assert opens.latest() is None
    for minute, article_id in enumerate("abcab"):
        opens.record(article_id, NOON + timedelta(minutes=minute))
    assert opens.recents(2) == ["b", "a"]
    assert opens.counts() == {"a": 2, "b": 2, "c": 1}
    assert opens.latest() == NOON + timedelta(minutes=4)


def test_the_order_of_time_does_not_depend_on_the_zone(user: Database) -> None:
    opens = Opens(user)
    opens.record("later", NOON)
    opens.record("earlier", (NOON - timedelta(seconds=1)).astimezone(PARIS))
    assert opens.recents(5) == ["later", "earlier"]
    with pytest.raises(ValueError, match="time zone"):
        opens.record("a", datetime(2026, 1, 1))  # noqa: DTZ001  # that is the point


def test_operations_wait_in_the_order_they_were_made(user: Database) -> None:
    outbox = Outbox(user)
    ids = [outbox.put("not_found", {"query": f"é {n}"}, NOON, base_rev=n or None) for n in range(3)]
    waiting = outbox.waiting()
    assert [operation.id for operation in waiting] == ids
    assert [operation.body["query"] for operation in waiting] == ["é 0", "é 1", "é 2"]
    assert [operation.base_rev for operation in waiting] == [None, 1, 2]
    assert {operation.state for operation in waiting} == {State.WAITING}
    assert waiting[0].at == NOON
    assert outbox.count() == 3


def test_an_operation_has_an_id_of_version_7(user: Database) -> None:
    id_ = UUID(Outbox(user).put("not_found", {}, NOON))
    assert id_.version == 7
    assert id_.int >> 80 == int(NOON.timestamp() * 1000)


def test_ids_are_made_as_rfc_9562_shows() -> None:
    """The example of its appendix A.6."""
    at = datetime.fromtimestamp(0x017F22E279B0 / 1000, UTC)
    drawn = 0xCC3 << 68 | 0x18C4DC0C0C07398F
    made = uuid7(at, drawn.to_bytes(10, "big"))
    assert made == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    with pytest.raises(ValueError, match="10 random bytes"):
        uuid7(at, b"short")


def test_lists_of_the_base_come_out_to_the_letter(kb: Database) -> None:
    entities = Entities(kb)
    body = "# commentaire\r\nspaces:\n - {id: a}\n"
    assert entities.put("spaces", "spaces", body)
    assert not entities.put("spaces", "spaces", body)
    assert entities.get("spaces", "spaces") == body
    assert entities.put("spaces", "spaces", body + "#")
    assert entities.all("spaces") == {"spaces": body + "#"}
    assert entities.lists() == [Entity("spaces", "spaces", body + "#")]
    assert entities.remove("spaces", "spaces")
    assert not entities.remove("spaces", "spaces")
    assert entities.get("spaces", "spaces") is None


def test_articles_do_not_slip_in_as_plain_entities(kb: Database) -> None:
    with pytest.raises(ValueError, match="put_all"):
        Entities(kb).put("article", "a", "text")


def test_pictures_are_kept_whole_and_once(kb: Database) -> None:
    assets = Assets(kb)
    picture = bytes(range(256))
    assert assets.put("images/a.png", "image/png", picture)
    assert not assets.put("images/a.png", "image/png", picture)
    assert assets.put_all([Asset("b.svg", "image/svg+xml", b"<svg/>")]) == 1
    assert assets.get("images/a.png") == Asset("images/a.png", "image/png", picture)
    assert assets.get("nowhere.png") is None
    assert [asset.path for asset in assets.all()] == ["b.svg", "images/a.png"]
    assert assets.remove(["b.svg", "nowhere"]) == 1
    assert assets.paths() == {"images/a.png"}
