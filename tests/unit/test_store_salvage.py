"""A damaged file of the person: what can be read is saved beside it, and it stays as it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.core.calls import CallEvent
from kbdesk.core.contact import next_contact, with_note
from kbdesk.core.drafts import Draft
from kbdesk.store import integrity
from kbdesk.store.contacts import Contacts
from kbdesk.store.database import Database
from kbdesk.store.drafts import Drafts, Picture
from kbdesk.store.favourites import Favourites
from kbdesk.store.notice_drafts import NoticeDrafts
from kbdesk.store.opens import Opens
from kbdesk.store.outbox import Outbox
from kbdesk.store.receipts import Receipts, Step
from kbdesk.store.reviews import Given, KeptStep, Reviews
from kbdesk.store.salvage import TABLES, salvage
from kbdesk.store.user import open_user
from tests.support import older_outbox

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
COUNT = 400
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with favourites, recents and four hundred operations."""
    user = open_user(tmp_path / "user.db")
    outbox = Outbox(user)
    with user.writing():
        for n in range(COUNT):
            outbox.put("not_found", {"n": n, "text": "x" * 300}, NOON + timedelta(seconds=n))
        Favourites(user).add("a", NOON)
        Opens(user).record("b", NOON)
        contact = next_contact(None, CallEvent(call="1"), NOON, key="k")
        assert contact is not None
        Contacts(user).finish(with_note(contact, "rappeler"), NOON)
    _write(user)
    user.close()
    return tmp_path / "user.db"


def _write(user: Database) -> None:
    """Write a text with a picture, an announcement, an answer; read a notice, do a step."""
    outbox, drafts = Outbox(user), Drafts(user)
    text = Draft("", "", "base", "", "", "T", "written", None, 0, NOON, NOON, upon="op")
    drafts.attach(drafts.add(text).id, Picture("p.png", "image/png", "00", b"x"))
    drafts.mark_read({"s": "1"})
    NoticeDrafts(user, outbox).keep({"title": "begun"}, NOON)
    reviews = Reviews(user, outbox)
    reviews.begin("daily", ["q"], NOON)
    reviews.keep(Given("q", "a", "t", "{}", ("x",), True, 3, 9, "", {}), NOON)  # noqa: FBT003
    reviews.keep_step(KeptStep("path", "step", NOON, done=True, score=None, tries=1), {})
    Receipts(user, outbox).note([Step("n", 1, "shown", None)], NOON)


def operations(path: Path) -> list[int]:
    user = open_user(path)
    assert integrity.check(user) == []
    found = [one.body["n"] for one in Outbox(user).waiting() if one.kind == "not_found"]
    user.close()
    return found


def test_from_a_sound_file_everything_is_saved_in_order(path: Path, tmp_path: Path) -> None:
    report = salvage(path, tmp_path / "saved.db")
    assert report.kept == {
        "favourites": 1, "opens": 1, "outbox": COUNT + 2, "identity": 0, "attachments": 0,
        "contacts": 1, "drafts": 1, "draft_pictures": 1, "answers_read": 1, "reviews": 1,
        "quiz_sessions": 1, "receipts": 1, "path_steps": 1, "notice_drafts": 1,
    }  # fmt: skip
    assert report.doubtful == []
    assert operations(tmp_path / "saved.db") == list(range(COUNT))


def test_what_somebody_is_writing_is_saved_with_all_that_belongs_to_it(
    path: Path, tmp_path: Path
) -> None:
    """A text, its picture, an announcement: they are nowhere else."""
    salvage(path, tmp_path / "saved.db")
    user = open_user(tmp_path / "saved.db")
    drafts = Drafts(user)
    [draft] = drafts.all()
    assert (draft.text, draft.base, draft.upon) == ("written", None, "op")
    assert [one.content for one in drafts.pictures(draft.id)] == [b"x"]
    begun = NoticeDrafts(user, Outbox(user)).get()
    assert begun is not None
    assert begun[0] == {"title": "begun"}
    assert [one.score for one in Reviews(user, Outbox(user)).steps()] == [None]
    user.close()


def test_no_table_of_what_is_nowhere_else_is_forgotten(path: Path) -> None:
    """Whoever adds a table says whether it fades; all others are saved."""
    fades = {"card_uses", "opened_next", "searches", "shift"}
    user = open_user(path)
    rows = user.reading().rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    assert {name for (name,) in rows} - fades - {"migrations"} == set(TABLES)
    user.close()


def test_a_bad_page_costs_its_own_rows_only(path: Path, tmp_path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = data.index(b'"n": 200,') // PAGE
    data[middle * PAGE : middle * PAGE + PAGE] = b"\xa5" * PAGE
    path.write_bytes(data)
    report = salvage(path, tmp_path / "saved.db")
    saved = operations(tmp_path / "saved.db")
    assert COUNT - 20 < len(saved) < COUNT
    assert saved == sorted(saved)
    assert report.kept["favourites"] == report.kept["opens"] == 1
    assert path.read_bytes() == data


def test_an_operation_that_nobody_wrote_is_not_taken_for_the_persons_own(
    path: Path, tmp_path: Path
) -> None:
    data = bytearray(path.read_bytes())
    at = data.index(b'"n": 200,')
    data[at : at + 9] = b'"n": 999,'
    path.write_bytes(data)
    report = salvage(path, tmp_path / "saved.db")
    assert len(report.doubtful) == 1
    assert operations(tmp_path / "saved.db") == [n for n in range(COUNT) if n != 200]


def test_what_is_no_database_at_all_gives_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "user.db").write_bytes(b"nothing of a database" * 500)
    report = salvage(tmp_path / "user.db", tmp_path / "saved.db")
    assert set(report.kept.values()) == {0}
    assert operations(tmp_path / "saved.db") == []


def test_a_file_that_is_already_there_is_never_written_over(path: Path) -> None:
    with pytest.raises(FileExistsError):
        salvage(path, path)


def test_what_an_older_kbdesk_called_otherwise_is_saved_under_the_name_of_today(
    tmp_path: Path,
) -> None:
    older = older_outbox.older_user(tmp_path / "user.db")
    older_outbox.put(older, "gap", {"n": 1})
    older.close()
    assert salvage(tmp_path / "user.db", tmp_path / "saved.db").doubtful == []
    assert operations(tmp_path / "saved.db") == [1]
    user = open_user(tmp_path / "saved.db")
    assert [one.kind for one in Outbox(user).waiting()] == ["not_found"]
    user.close()
