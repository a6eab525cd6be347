"""What one person does one upon the other, while the first was answered and has not come down.

The answer is written as the engine writes it; the copy stays as it was before the push.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.announcements import Level, NoticeDraft
from kbdesk.core.editing import Verdict
from kbdesk.core.paths import Cohort
from kbdesk.core.verification import Vouched
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.connected.publishing import Publishing
from kbdesk.services.workspace import Workspace
from kbdesk.store import replica_outbox
from sync.protocol import codec
from sync.protocol.bodies import editing as wire
from sync.protocol.bodies.learning import Cohort as Told
from sync.protocol.wire import Operation, Pushed, Result, Status
from tests.support.signed_in import Server, sign_in
from tests.support.small_base import REFUND, write_base

ID = "facturation/remboursement"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SHELF = "base"
PATHS = f"""\
paths:
  - id: p
    title: Premiers jours
    modules:
      - id: bases
        title: Les bases
        steps:
          - article: {ID}
            title: Lire
"""


def _opened(folder: Path, role: str) -> Workspace:
    profile = Profile(folder / "profile")
    with Workspace(profile, FixedClock(NOW)) as alone:
        import_base(alone, write_base(folder / "base"))
    sign_in(profile, "ana", role)
    workspace = Workspace(profile, FixedClock(NOW))
    with workspace.kb.writing() as connection:
        connection.execute("UPDATE entities SET space = ?, rev = 5 WHERE id = ?", (SHELF, ID))
        connection.execute(
            "INSERT OR REPLACE INTO spaces (space, cursor, sweeping, epoch, title, head,"
            " may_write) VALUES (?, 1, 0, 'e', ?, 1, 1)",
            (SHELF, SHELF),
        )
    return workspace


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Workspace]:
    with _opened(tmp_path, "author") as workspace:
        yield workspace


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Workspace]:
    with _opened(tmp_path, "supervisor") as workspace:
        yield workspace


def push(workspace: Workspace, rev: int, space: str = SHELF) -> list[Operation]:
    """Send what can be sent; the server takes it, and makes this revision. Nothing comes down."""
    waiting = replica_outbox.next_to_send(workspace.user)
    sent = replica_outbox.launch(workspace.user, [one.id for one in waiting])
    yes = tuple(Result(one.id, Status.APPLIED, space=space, seq=99, rev=rev) for one in sent)
    replica_outbox.settle(workspace.user, Pushed("e", yes, NOW.isoformat()))
    return list(sent)


def bases(operations: list[Operation]) -> list[tuple[str, int | None]]:
    return [(one.kind, one.base_rev) for one in operations]


def edit(workspace: Workspace, word: str) -> None:
    authoring = workspace.live.authoring
    draft = authoring.draft(ID, anew=True)
    authoring.save(draft.id, f"{draft.text}\n{word}\n")
    authoring.send(draft.id)


def test_the_next_edit_begins_with_the_last_one_and_is_based_on_what_it_made(
    author: Workspace,
) -> None:
    edit(author, "Un.")
    push(author, 6)
    edit(author, "Deux.")
    (sent,) = push(author, 7)
    assert sent.base_rev == 6
    assert b"Un." in bytes(sent.body)


def test_a_draft_begun_before_ones_own_edit_meets_it_and_hides_nothing(author: Workspace) -> None:
    """The three texts are right: it was made from revision 5, and what stands is one's own 6."""
    authoring = author.live.authoring
    older = authoring.draft(ID)
    authoring.save(older.id, older.text.replace("---\n", "---\nsummary: Autre.\n", 1))
    edit(author, "Un.")
    push(author, 6)
    assert authoring.standing(older.id).moved is Verdict.CLEAN
    authoring.send(older.id)
    assert bases(push(author, 7)) == [("publish", 5)]


def test_a_draft_begun_upon_what_waited_is_based_on_it_days_later(author: Workspace) -> None:
    """Others have written since: the base of the conflict is one's own text, not the one before."""
    authoring = author.live.authoring
    edit(author, "Un.")
    draft = authoring.draft(ID, anew=True)
    authoring.save(draft.id, f"{draft.text}\nDeux.\n")
    push(author, 6)
    replica_outbox.land_all(author.user)
    with author.kb.writing() as connection:
        connection.execute(
            "UPDATE entities SET rev = 7, body = ? WHERE id = ?", (REFUND + "\nD'autres.\n", ID)
        )
    authoring.send(draft.id)
    assert bases(push(author, 8)) == [("publish", 6)]


def test_an_edit_of_what_was_accepted_is_made_upon_accepting_it(author: Workspace) -> None:
    body = wire.Suggestion(
        ID, SHELF, "ben", NOW.isoformat(), REFUND + "\nEncore.\n", base_rev=5, rev=5, base=REFUND
    )
    Server(author, NOW).put("suggestion", "s1", body, f"+edit.{SHELF}")
    author.live.reviewing.accept("s1")
    edit(author, "Un.")
    assert bases(push(author, 6)) == [("settle", 5)]
    (sent,) = push(author, 7)
    assert (sent.kind, sent.base_rev) == ("publish", 6)
    assert b"Encore." in bytes(sent.body)


def test_what_was_verified_and_taken_back_is_not_shown_as_verified(author: Workspace) -> None:
    """Whether it waited, was answered, or had come down already."""
    verifying = author.live.verifying
    act = verifying.verify([ID])
    push(author, 1)
    assert isinstance(verifying.of(ID), Vouched)
    verifying.undo(act)
    assert verifying.of(ID) is None
    replica_outbox.land_all(author.user)
    told = wire.Verification(ID, 5, "ana", NOW.isoformat())
    Server(author, NOW).put("verification", ID, told, SHELF)
    assert verifying.of(ID) is None


def test_what_is_taken_out_upon_ones_own_edit_is_taken_out_of_that(author: Workspace) -> None:
    edit(author, "Un.")
    push(author, 6)
    publishing = Publishing(author, role="author")
    publishing.retire([ID])
    assert bases(push(author, 7)) == [("retire", 6)]


def test_a_base_brought_in_again_is_based_on_what_it_brought_before(
    author: Workspace, tmp_path: Path
) -> None:
    """And an article that was taken out in between comes in as a new one."""
    folder, last = tmp_path / "base", 5
    file = folder / f"{ID}.md"
    publishing = Publishing(author, role="author")
    for word, base in (("Un.", 5), ("Deux.", 6), ("", 7), ("Trois.", None)):
        if word:
            file.write_text(f"{REFUND}\n{word}\n", "utf-8")
            import_base(author, folder)
        else:
            publishing.retire([ID])
        last += 1
        sent = [one for one in push(author, last) if ID in bytes(one.body).decode()]
        assert [one.base_rev for one in sent] == [base]


def test_a_notice_edited_twice_is_edited_upon_ones_own_edit(supervisor: Workspace) -> None:
    announcing = supervisor.live.announcing
    made = announcing.send(NoticeDraft("Un", "Corps", Level.INFO, "all"))
    push(supervisor, 1, "+all")
    announcing.edit(made.id, NoticeDraft("Deux", "Corps", Level.INFO, "all"))
    assert bases(push(supervisor, 2, "+all")) == [("announce", 1)]
    (sent,) = announcing.sent()
    assert (sent.sent.title, sent.sent.version, sent.sent.waiting) == ("Deux", 2, False)
    announcing.recall(made.id, "Trop tôt.")
    assert bases(push(supervisor, 3, "+all")) == [("recall", 2)]


def test_a_cohort_edited_twice_is_edited_upon_ones_own_edit(supervisor: Workspace) -> None:
    supervisor.entities.put("paths", "paths", PATHS)
    told = Told("Groupe", "p", ("lea",), ("ana",), "ana", NOW.isoformat())
    with supervisor.kb.writing():
        supervisor.entities.put("cohort", "c", codec.encode(told).decode(), space="+steer")
    coaching = supervisor.live.coaching
    for base, title in ((1, "Un"), (2, "Deux"), (3, "Trois")):
        (one,) = coaching.cohorts()
        coaching.make_cohort(
            Cohort(one.id, title, one.path, one.people, one.trainers, rev=one.rev, upon=one.upon)
        )
        assert bases(push(supervisor, base + 1, "+steer")) == [("cohort", base)]
