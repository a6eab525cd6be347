"""Texts being written: each is of one person, whoever else signs in at the desk."""

from datetime import UTC, datetime
from pathlib import Path

from kbdesk.core.drafts import Draft
from kbdesk.store import integrity
from kbdesk.store.drafts import Drafts
from kbdesk.store.live_tables import DRAFTS_OF
from kbdesk.store.outbox import Outbox
from kbdesk.store.user import MIGRATIONS, open_user
from tests.support import older_outbox

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def written(article: str, text: str) -> Draft:
    return Draft("", article, "base", "", "", "T", text, "before", 1, NOON, NOON)


def test_a_text_is_its_authors_and_waits_for_them(tmp_path: Path) -> None:
    """Who signs in after them neither sees nor sends it, and begins one of their own."""
    user = open_user(tmp_path / "user.db")
    outbox, drafts = Outbox(user), Drafts(user)
    outbox.belong_to("office", "ana")
    hers = drafts.add(written("a", "hers"))
    outbox.belong_to("office", "bo")
    assert (drafts.all(), drafts.of("a"), drafts.get(hers.id)) == ([], None, None)
    assert drafts.save(hers.id, "hers to the end", "T", NOON), "the last that she typed"
    his = drafts.add(written("a", "his"))
    assert drafts.of("a") == his
    outbox.belong_to("office", "ana")
    assert [one.text for one in drafts.all()] == ["hers to the end"]
    user.close()


def test_what_was_begun_before_the_first_sign_in_is_of_whoever_signs_in(tmp_path: Path) -> None:
    """As what was done before it is."""
    user = open_user(tmp_path / "user.db")
    drafts = Drafts(user)
    made = drafts.add(written("a", "mine"))
    Outbox(user).belong_to("office", "ana")
    assert drafts.all() == [made]
    Outbox(user).belong_to("office", "bo")
    assert drafts.all() == []
    user.close()


def test_the_texts_of_an_older_kbdesk_are_of_whom_the_desk_is_of(tmp_path: Path) -> None:
    path = tmp_path / "user.db"
    older = older_outbox.older_user(path, MIGRATIONS.index(DRAFTS_OF))
    Outbox(older).belong_to("office", "ana")
    with older.writing() as connection:
        connection.execute(
            """INSERT INTO drafts (id, article, space, path, kind, title, text, base_rev, made,
                saved) VALUES ('d', 'a', '', '', '', 'T', 'hers', 1, ?1, ?1)""",
            (NOON.isoformat(),),
        )
    older.close()
    user = open_user(path)
    assert [one.text for one in Drafts(user).all()] == ["hers"]
    Outbox(user).belong_to("office", "bo")
    assert Drafts(user).all() == []
    assert integrity.check(user) == []
    user.close()
