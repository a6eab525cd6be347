"""What articles were before: kept whatever road a text comes, bounded, gone with the right."""

import json
import random
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from kbdesk.cli.main import group
from kbdesk.content.articles import parse
from kbdesk.core.word_diff import Mark
from kbdesk.errors import UnknownArticle
from kbdesk.paths import Profile
from kbdesk.services.connected.reading_on import parser
from kbdesk.services.reading.versions import NoSuchVersion, Versions
from kbdesk.services.workspace import Workspace
from kbdesk.store import revisions
from kbdesk.store.articles import Articles
from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb
from kbdesk.store.replica import StoredReplica
from kbdesk.store.revisions import EACH, Revisions
from kbdesk.store.user import open_user
from sync.protocol.wire import Change, Page, Rows, Snapshot
from tests.support.bases import article, changed
from tests.support.stored_replica import write_snapshot


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Database]:
    database = open_kb(tmp_path / "kb.db")
    yield database
    database.close()


@pytest.fixture
def replica(kb: Database, tmp_path: Path) -> Iterator[StoredReplica]:
    user = open_user(tmp_path / "user.db")
    found = StoredReplica(kb, user, lambda: datetime.now(UTC))
    found.begin_epoch("office", "e")
    yield found
    user.close()


@pytest.fixture
def versions(kb: Database) -> Versions:
    return Versions(Revisions(kb), parser(kb))


def come(replica: StoredReplica, rev: int, body: str | None, *, space: str = "base") -> None:
    change = Change(seq=rev, kind="article", id="a", rev=rev, path="a.md", body=body)
    replica.apply(Page("e", space, rev - 1, (change,), rev), rev)


def numbers(versions: Versions, article_id: str = "a") -> list[int]:
    return [version.rev for version in versions.history(article_id)]


def weight(kb: Database) -> int:
    """Return the bytes that the past takes."""
    return int(kb.reading().value("SELECT coalesce(sum(length(body)), 0) FROM revisions"))


def test_what_a_folder_replaces_is_kept(kb: Database, versions: Versions) -> None:
    articles, first = Articles(kb), article("a", "Cinq jours.")
    articles.put_all([first])
    assert numbers(versions) == [1]
    articles.put_all([changed(first, "Dix jours.")])
    articles.put_all([changed(first, "Dix jours.")])  # nothing new in it
    assert numbers(versions) == [2, 1]
    assert "Cinq jours." in versions.text("a", 1)
    assert "Dix jours." in versions.text("a", 2)


def test_what_a_page_of_changes_replaces_is_kept(
    replica: StoredReplica, versions: Versions
) -> None:
    for rev in (1, 4, 9):
        come(replica, rev, f"# T\n\nTexte {rev}.\n")
    assert numbers(versions) == [9, 4, 1]
    assert versions.article("a", 4).passages[0].text == "Texte 4."


def test_what_a_snapshot_replaces_is_kept(
    replica: StoredReplica, versions: Versions, tmp_path: Path
) -> None:
    come(replica, 1, "# T\n\nAvant.\n")
    body = "# T\n\nAprès.\n"
    newer = Change(seq=7, kind="article", id="a", rev=7, path="a.md", body=body)
    file = write_snapshot(tmp_path / "s.zst", "base", (newer,), seq=7, epoch="e")
    replica.load_snapshot(
        "base", Snapshot(seq=7, sha256="0" * 64, size=file.stat().st_size, rows=1), file
    )
    assert numbers(versions) == [7, 1]
    assert "Avant." in versions.text("a", 1)


def test_a_text_mended_under_its_number_is_no_version(
    replica: StoredReplica, versions: Versions
) -> None:
    come(replica, 1, "# T\n\nUn.\n")
    mended = Change(seq=1, kind="article", id="a", rev=1, path="a.md", body="# T\n\nUn peu.\n")
    replica.mend(Rows(epoch="e", space="base", seq=1, changes=(mended,)))
    assert numbers(versions) == [1]
    assert "Un peu." in versions.text("a", 1)


def test_the_days_of_versions_meet(replica: StoredReplica, versions: Versions) -> None:
    for rev in (1, 2, 3):
        come(replica, rev, f"# T\n\nTexte {rev}.\n")
    present, before, first = versions.history("a")
    assert present.present
    assert present.since == before.until
    assert before.since == first.until
    assert first.since is None
    assert not before.present


def test_an_article_keeps_its_last_versions_and_no_more(
    replica: StoredReplica, versions: Versions, kb: Database
) -> None:
    for rev in range(1, EACH + 6):
        come(replica, rev, f"# T\n\nTexte {rev}.\n")
    Revisions(kb).tidy()
    assert numbers(versions) == list(range(EACH + 5, 4, -1))
    assert kb.reading().value("SELECT count(*) FROM revisions") == EACH


def test_what_was_set_aside_is_packed_and_reads_the_same(
    replica: StoredReplica, versions: Versions, kb: Database
) -> None:
    for rev in (1, 2, 3):
        come(replica, rev, f"# T\n\nTexte {rev}.\n" * 50)
    before, set_aside = [versions.text("a", rev) for rev in (1, 2, 3)], weight(kb)
    Revisions(kb).tidy()
    assert [versions.text("a", rev) for rev in (1, 2, 3)] == before
    assert weight(kb) < set_aside // 3


def test_all_together_stay_below_their_limit(kb: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest make room, whosever they are."""
    chance = random.Random(5)
    monkeypatch.setattr(revisions, "MOST", 40_000)
    articles = Articles(kb)
    first = [article(f"a{n}") for n in range(8)]
    articles.put_all(first)
    for turn in range(12):
        words = " ".join(f"{chance.random()}" for _ in range(60))
        articles.put_all([changed(one, f"{turn} {words}") for one in first])
        Revisions(kb).tidy()
        assert weight(kb) <= 40_000
    found = Revisions(kb).of("a7")
    assert found
    assert found[0].rev == 12  # the newest are kept


def test_a_huge_text_is_not_kept(replica: StoredReplica, versions: Versions) -> None:
    come(replica, 1, "x" * (revisions.LONGEST + 1))
    come(replica, 2, "# T\n")
    assert numbers(versions) == [2]


@pytest.mark.parametrize("how", ["deleted", "dropped", "removed"])
def test_nothing_of_an_article_stays_when_it_goes(
    replica: StoredReplica, kb: Database, tmp_path: Path, how: str
) -> None:
    """Neither in the table nor in a page of the file that is free."""
    come(replica, 1, "# T\n\n" + "SECRET de fabrication " * 40)
    come(replica, 2, "# T\n\nRien.\n")
    Revisions(kb).tidy()
    packed = bytes(kb.reading().value("SELECT body FROM revisions"))
    assert b"SECRET" in zlib.decompress(packed)
    if how == "deleted":
        come(replica, 3, None)
    elif how == "dropped":
        replica.drop("base")
    else:
        Articles(kb).remove(["a"])
    assert weight(kb) == 0
    kb.fold()
    left = (tmp_path / "kb.db").read_bytes()
    assert packed[:40] not in left
    assert b"SECRET" not in left


def test_a_text_goes_with_the_space_where_it_lived(
    replica: StoredReplica, kb: Database, versions: Versions
) -> None:
    """An article that was secret and is public now keeps nothing of its secret time."""
    come(replica, 1, "# T\n\nSecret.\n", space="secret")
    with kb.writing() as connection:
        connection.execute("UPDATE entities SET space = 'base', body = '# T', rev = 2")
    assert numbers(versions) == [2, 1]
    replica.drop("secret")
    assert numbers(versions) == [2]


def test_what_is_not_kept_is_said(replica: StoredReplica, versions: Versions) -> None:
    come(replica, 3, "# T\n")
    with pytest.raises(NoSuchVersion, match="Version 2 of “a” is not kept here"):
        versions.text("a", 2)
    with pytest.raises(NoSuchVersion):
        versions.compare("a", 2, 3)
    with pytest.raises(UnknownArticle):
        versions.history("nowhere")


def test_two_versions_compare_whatever_their_order(
    replica: StoredReplica, versions: Versions
) -> None:
    come(replica, 1, "# T\n\nSous 5 jours.\n")
    come(replica, 2, "# T\n\nSous 10 jours.\n")
    for pair in ((1, 2), (2, 1)):
        found = versions.compare("a", *pair)
        assert (found.older.rev, found.newer.rev, found.changes) == (1, 2, 1)
        pieces = [p for line in found.lines for p in line.pieces if p.mark is not Mark.SAME]
        assert [(p.mark, p.text) for p in pieces] == [(Mark.GONE, "5"), (Mark.NEW, "10")]


def test_a_version_is_read_as_it_was(tmp_path: Path) -> None:
    with Workspace(Profile(tmp_path)) as workspace:
        for text in ("Sous 5 jours.", "Sous 10 jours."):
            workspace.articles.put_all([parse(f"# Délai\n\n{text}\n", path="delai.md")])
        now, before = workspace.knowledge.open("delai"), workspace.knowledge.open("delai", rev=1)
        assert (now.rev, now.past) == (2, None)
        assert "10 jours" in now.html
        assert "5 jours" in before.html
        assert before.past is not None
        assert before.rev == 1


def test_the_command_line_lists_and_compares(tmp_path: Path) -> None:
    with Workspace(Profile(tmp_path)) as workspace:
        for text in ("Sous 5 jours.", "Sous 10 jours."):
            workspace.articles.put_all([parse(f"# Délai\n\n{text}\n", path="delai.md")])
    run = CliRunner().invoke

    def said(*arguments: str) -> str:
        done = run(group, ["--profile", str(tmp_path), *arguments], catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    listed = json.loads(said("history", "delai", "--json"))
    assert [one["rev"] for one in listed["versions"]] == [2, 1]
    assert said("history", "delai").splitlines()[1].lstrip().startswith("1  until ")
    assert said("diff", "delai", "1", "2") == ("# Délai\n\nSous [-5-]{+10+} jours.\n\n")
    lines = json.loads(said("diff", "delai", "2", "1", "--json"))["lines"]
    assert lines[2]["pieces"][1:3] == [["gone", "5"], ["new", "10"]]
