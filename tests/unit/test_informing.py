"""The notices of one profile: what I do counts at once, once, offline, and for one version."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.announcements import Level, NoticeDraft, State
from kbdesk.core.questions import parse_question
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.paths import Profile
from kbdesk.services.announcements.announcing import Unsound
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.workspace import Workspace
from kbdesk.store import replica_outbox
from sync.protocol import codec
from sync.protocol.bodies import announcements as said
from sync.protocol.bodies.learning import Question
from sync.protocol.wire import Pushed, Result, Status
from sync.server.rules.questions import fair
from sync.server.rules.rule import has_nul

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHECK = Question("single", "Quel plafond ?", (("15 €", True), ("10 €", False)), explanation="Dès.")


class Desk:
    """A signed-in profile whose copy a test writes as a server would have."""

    def __init__(self, folder: Path, role: str = "agent") -> None:
        self.clock = FixedClock(NOON)
        self.workspace = Workspace(Profile(folder), self.clock)
        Accounts(self.workspace.profile).keep(
            Account("https://base.example", "office", "ana", role, device="pc-1"), "token"
        )
        self.workspace.become("office", "ana", ())
        self.informing = self.workspace.live.informing

    def comes(self, id_: str, **more: Any) -> None:
        told: dict[str, Any] = {
            "audience": "all", "title": id_, "by": "chef", "at": "2026-11-22T11:00:00+00:00",
        }  # fmt: skip
        body = said.Announcement(**(told | more))
        self.put("announcement", id_, body, "+all")

    def put(self, kind: str, id_: str, body: object, space: str) -> None:
        self.workspace.entities.put(kind, id_, codec.encode(body).decode(), space=space)

    def waiting(self, kind: str = "receipt") -> list[dict[str, Any]]:
        return [one.body for one in self.workspace.outbox.waiting() if one.kind == kind]

    def ids(self) -> list[str]:
        return [one.id for one in self.informing.notices()]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "profile")
    yield made
    made.workspace.close()


@pytest.fixture
def chef(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "chef", "supervisor")
    yield made
    made.workspace.close()


def test_what_has_come_is_told_to_the_server_once_for_each_version(desk: Desk) -> None:
    """With device and version; asked again it tells nothing, until there is a new version."""
    desk.comes("n")
    assert desk.informing.note_delivered().outbox
    assert not desk.informing.note_delivered().outbox
    [told] = desk.waiting()
    assert told == {"announcement": "n", "version": 1, "state": "delivered", "device": "pc-1"}
    desk.comes("n", version=2)
    assert desk.informing.note_delivered().outbox
    assert desk.waiting()[-1]["version"] == 2


def test_what_another_pc_of_mine_has_told_is_not_told_again(desk: Desk) -> None:
    """D09: and a notice that was confirmed there asks nothing here."""
    desk.comes("n", receipt=True)
    stamp = said.Stamp("2026-11-22T11:30:00Z", "2026-11-22T11:30:00Z", "pc-2")
    reached = said.Reached(stamp, stamp, stamp)
    desk.put("own_receipt", "n/ana", said.Receipt("n", "ana", {"1": reached}), "~ana")
    assert not desk.informing.note_delivered().outbox
    [notice] = desk.informing.notices()
    assert (notice.state, notice.done) == (State.ACKNOWLEDGED, True)
    assert not desk.informing.acknowledge("n").outbox
    assert desk.waiting() == []


def _takes(desk: Desk, epoch: str = "1") -> None:
    """Let the server take all that waits, and show nothing of it."""
    waiting = desk.workspace.outbox.waiting()
    results = tuple(Result(one.id, Status.APPLIED) for one in waiting)
    replica_outbox.settle(desk.workspace.user, Pushed(epoch, results))


def test_what_a_restored_server_does_not_show_is_told_again_and_once(desk: Desk) -> None:
    """N01: this desk was there before the sender's, so the server knew of no notice to note it of.

    With the moments and the answer of then; never while it waits, nor again in this run.
    """
    desk.comes("n", check=CHECK)
    desk.informing.note_delivered()
    desk.informing.answer("n", ("15 €",))
    before = desk.workspace.outbox.waiting()
    assert not desk.informing.note_delivered().outbox, "it waits"
    _takes(desk)
    assert desk.informing.note_delivered().outbox
    after = desk.workspace.outbox.waiting()
    assert [(one.body, one.at) for one in after] == [(one.body, one.at) for one in before]
    assert not {one.id for one in after} & {one.id for one in before}
    _takes(desk)
    assert not desk.informing.note_delivered().outbox
    assert desk.waiting() == []


def test_what_the_server_shows_is_not_told_again(desk: Desk) -> None:
    desk.comes("n", receipt=True)
    desk.informing.note_delivered()
    desk.informing.acknowledge("n")
    _takes(desk)
    stamp = said.Stamp("2026-11-22T11:30:00Z", "2026-11-22T11:30:00Z", "pc-1")
    reached = said.Reached(stamp, stamp, stamp)
    desk.put("own_receipt", "n/ana", said.Receipt("n", "ana", {"1": reached}), "~ana")
    assert not desk.informing.note_delivered().outbox


@pytest.mark.parametrize("typed", ["x" * 5000, "a\0b", "\ud800", "=1+1"])
def test_an_answer_of_anything_is_wrong_and_holds_up_nothing(desk: Desk, typed: str) -> None:
    """The server would refuse half of them, and what is refused holds up all that follows it."""
    desk.comes("n", check=Question("short", "Quel plafond ?", accepted=("15 €",)))
    assert not desk.informing.answer("n", (typed,) * 50).graded.right
    assert not desk.informing.answer("n", (typed,)).graded.right
    for told in desk.waiting():
        answer = codec.decode(json.dumps(told).encode(), said.ReceiptAsked).answer
        assert fair(answer)
        assert not has_nul(answer)


def test_an_acknowledgement_counts_at_once_and_once(desk: Desk) -> None:
    """Offline too: the operation waits, and pressing the key again makes no second one."""
    desk.comes("n", receipt=True)
    assert desk.informing.counts() == (1, 1)
    assert desk.informing.shown("n").notices
    assert desk.informing.counts() == (0, 1)
    assert desk.informing.acknowledge("n").outbox
    assert not desk.informing.acknowledge("n").notices
    assert desk.informing.counts() == (0, 0)
    assert [one["state"] for one in desk.waiting()] == ["shown", "acknowledged"]


def test_a_wrong_answer_leaves_it_open_and_names_the_passage(desk: Desk) -> None:
    desk.comes("n", check=CHECK, link=said.Passage("a/1", "plafond"))
    wrong = desk.informing.answer("n", ("10 €",)).graded
    assert not wrong.right
    assert wrong.link is not None
    assert wrong.link.anchor == "plafond"
    [notice] = desk.informing.notices()
    assert (notice.done, notice.wrong) == (False, 1)
    assert desk.informing.answer("n", ("15 €",)).graded.right
    [notice] = desk.informing.notices()
    assert (notice.state, notice.done, notice.wrong) == (State.UNDERSTOOD, True, 1)
    assert [one["answer"] for one in desk.waiting()] == [["10 €"], ["15 €"]]


def test_an_edit_in_substance_asks_again_and_a_minor_one_does_not(desk: Desk) -> None:
    """D06: the record stays bound to the version that was acknowledged."""
    desk.comes("n", receipt=True)
    desk.informing.acknowledge("n")
    desk.comes("n", receipt=True, title="n, sans faute", edited="2026-11-22T11:40:00Z")
    assert desk.informing.notices()[0].done
    desk.comes("n", receipt=True, title="Autre chose", version=2)
    [notice] = desk.informing.notices()
    assert (notice.done, notice.changed, notice.earlier) == (False, True, State.ACKNOWLEDGED)


def test_it_starts_and_ends_at_the_minute_without_a_server(desk: Desk) -> None:
    """A desk that has heard of nobody since yesterday shows and hides it by its own clock."""
    desk.comes("n", starts="2026-11-22T13:00:00+00:00", ends="2026-11-22T14:00:00+00:00")
    assert desk.ids() == []
    assert desk.informing.next_moment() == NOON + HOUR
    desk.clock.pass_(HOUR)
    assert desk.ids() == ["n"]
    desk.informing.shown("n")
    desk.clock.pass_(HOUR)
    assert desk.ids() == []
    assert [one.id for one in desk.informing.past()] == ["n"]


def test_a_clock_that_is_a_day_wrong_starts_nothing_early(desk: Desk) -> None:
    """Where the server's moment is known, that counts, and what the wall says does not."""
    desk.workspace.leases.renew("2026-11-22T12:00:00+00:00")
    desk.comes("n", starts="2026-11-22T13:00:00+00:00")
    desk.clock.moment += timedelta(days=1)  # somebody set it forward; no time has passed
    assert desk.ids() == []
    desk.clock.pass_(HOUR)
    assert desk.ids() == ["n"]


def test_a_recalled_notice_tells_why_once_to_who_had_read_it(desk: Desk) -> None:
    """D13: who never saw it sees nothing of it; the acknowledgement stays in the outbox."""
    recalled = said.Recalled("Trop tôt.", "chef", "2026-11-22T11:50:00+00:00")
    desk.comes("read", receipt=True)
    desk.comes("unread", receipt=True)
    desk.informing.acknowledge("read")
    desk.comes("read", recalled=recalled)
    desk.comes("unread", recalled=recalled)
    assert desk.ids() == ["read"]
    assert desk.informing.counts().unread == 1
    desk.informing.shown("read")
    assert desk.informing.counts().unread == 0
    assert not desk.informing.shown("read").notices
    desk.clock.pass_(2 * HOUR)
    assert desk.ids() == []
    told = [(one["announcement"], one["state"]) for one in desk.waiting()]
    assert told == [("read", "acknowledged"), ("read", "told")]


def test_a_body_that_cannot_be_read_hides_no_other(desk: Desk) -> None:
    desk.comes("n")
    for number, body in enumerate(('{"title": 3}', "[", '{"audience":"all"}')):
        desk.workspace.entities.put("announcement", f"bad{number}", body, space="+all")
    desk.comes("later", level="of a newer kbdesk")
    desk.comes("when", at="yesterday")
    assert desk.ids() == ["n"]


def test_whose_desk_it_becomes_starts_with_receipts_of_their_own(desk: Desk) -> None:
    """G5: what one person acknowledged is not acknowledged for the next one."""
    desk.comes("n", receipt=True)
    desk.informing.acknowledge("n")
    desk.workspace.outbox.belong_to("office", "bo")
    assert desk.informing.counts().to_confirm == 1


# the sender's side


def test_what_a_supervisor_sends_offline_stands_in_the_list_at_once(chef: Desk) -> None:
    """With all that is done to it before anything is sent; each made from the same revision."""
    announcing, board = chef.workspace.live.announcing, chef.workspace.live.board
    check = parse_question("Quel plafond ?\n- [x] 15 €\n- [ ] 10 €")
    draft = NoticeDraft("Plafond", "Texte", Level.IMPORTANT, ends=NOON + HOUR, check=check)
    id_ = announcing.send(draft).id
    [sent] = board.sent()
    assert (sent.id, sent.waiting, sent.goal, sent.draft) == (id_, True, State.UNDERSTOOD, draft)
    announcing.edit(id_, NoticeDraft("Plafond !", audience="role:admin"), minor=True)
    announcing.relaunch(id_)
    announcing.recall(id_, "Trop tôt")
    [sent] = board.sent()
    assert (sent.title, sent.version, sent.audience) == ("Plafond !", 1, "all")
    assert sent.reminded is not None
    assert sent.recalled is not None
    assert sent.recalled.why == "Trop tôt"
    kinds = [(one.kind, one.base_rev, one.about) for one in chef.workspace.outbox.waiting()]
    about = f"announcement:{id_}"
    assert kinds == [("announce", None, about)] * 3 + [("recall", None, about)]
    with pytest.raises(Trouble):
        announcing.relaunch(id_)


def test_an_edit_is_made_from_the_revision_that_is_here(chef: Desk) -> None:
    body = said.Announcement("all", "Plafond", "chef", "2026-11-22T11:00:00+00:00", version=3)
    chef.put("sent_announcement", "n", body, "+steer")
    chef.put("sent_announcement", "n", said.Announcement("all", "P", "chef", body.at), "+steer")
    chef.workspace.live.announcing.edit("n", NoticeDraft("Autre"))
    [operation] = chef.workspace.outbox.waiting()
    assert operation.base_rev == 2
    assert "minor" not in operation.body


def test_only_supervisors_send_and_only_what_is_sound(desk: Desk, chef: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.workspace.live.announcing.send(NoticeDraft("Bon"))
    with pytest.raises(Unsound) as fault:
        chef.workspace.live.announcing.send(NoticeDraft(" "))
    assert fault.value.code == "title"
    with pytest.raises(Trouble):
        chef.workspace.live.announcing.send(NoticeDraft("Bon", audience="nobody"))


def test_an_audience_says_how_many_it_is_before_anything_is_sent(chef: Desk) -> None:
    for name, group in (("ana", "lyon"), ("bo", "lyon"), ("cy", "nice")):
        body = said.Colleague(name.title(), "agent", (group,), ("base",), here=name == "bo")
        chef.put("colleague", name, body, "+steer")
    announcing = chef.workspace.live.announcing
    reach = announcing.reach("group:lyon")
    assert (reach.people, reach.offline, reach.names) == (2, 1, ("Ana", "Bo"))
    listed = {one.audience: one.people for one in announcing.audiences()}
    assert listed == {
        "all": 3, "role:agent": 3, "group:lyon": 2, "group:nice": 1, "space:base": 3,
        "person:ana": 1, "person:bo": 1, "person:cy": 1,
    }  # fmt: skip


def test_the_list_counts_as_the_boards_do_and_follows_each_receipt(chef: Desk) -> None:
    """What is remembered between two looks never outlives a receipt, a colleague or the hour."""
    board = chef.workspace.live.board
    at = "2026-11-22T11:00:00+00:00"
    chef.put(
        "sent_announcement",
        "n",
        said.Announcement("all", "P", "chef", at, level="critical"),
        "+steer",
    )
    stamp = said.Stamp(at, at, "pc")
    steps = [said.Reached(stamp), said.Reached(stamp, stamp), said.Reached(stamp, stamp, stamp)]

    def agree() -> tuple[int, int, int]:
        [one], full = board.sent(), board.board("n")
        told = (one.counts, one.people, one.done, one.late)
        assert told == (full.counts, full.people, full.done, full.late)
        return one.people, one.done, one.late

    assert agree() == (0, 0, 0)
    for name in ("ana", "bo", "cy"):
        chef.put("colleague", name, said.Colleague(name, "agent"), "+steer")
    assert agree() == (3, 0, 0)
    for name, reached in zip(("ana", "bo"), steps, strict=False):
        chef.put("receipt", f"n/{name}", said.Receipt("n", name, {"1": reached}), "+steer")
    assert agree() == (3, 0, 2)
    chef.put("receipt", "n/bo", said.Receipt("n", "bo", {"1": steps[2]}), "+steer")
    assert agree() == (3, 1, 1)
    body = said.Announcement("all", "P", "chef", at, level="critical", version=2, edited=at)
    chef.put("sent_announcement", "n", body, "+steer")
    assert agree() == (3, 0, 0)


def test_the_sender_sees_what_it_costs_and_is_warned_past_the_budget(chef: Desk) -> None:
    """D05: 200 words to two people are two minutes of work and more; a long day is told."""
    for name, group in (("ana", "lyon"), ("bo", "nice")):
        chef.put("colleague", name, said.Colleague(name, "agent", (group,)), "+steer")
    announcing = chef.workspace.live.announcing
    draft = NoticeDraft("Un", "mot " * 199)
    cost = announcing.cost(draft)
    assert (cost.people, cost.each, cost.minutes) == (2, timedelta(seconds=65), 3)
    for audience in ("group:lyon", "all", "group:lyon", "group:nice"):
        announcing.send(replace(draft, audience=audience))
    cost = announcing.cost(draft)
    assert (cost.busiest, cost.over) == (4 * timedelta(seconds=65), False)
    announcing.send(replace(draft, audience="group:lyon"))
    assert announcing.cost(draft).over
    assert not announcing.cost(replace(draft, audience="group:nice")).over
    assert not announcing.cost(replace(draft, starts=NOON + timedelta(days=1))).over


def test_a_board_is_a_table_that_no_spreadsheet_takes_for_formulas(
    chef: Desk, tmp_path: Path
) -> None:
    body = said.Announcement("all", "Plafond", "chef", "2026-11-22T11:00:00+00:00")
    chef.put("sent_announcement", "n", body, "+steer")
    chef.put("colleague", "ana", said.Colleague("=cmd()", "agent"), "+steer")
    stamp = said.Stamp("2026-11-22T11:30:00Z", "2026-11-22T11:30:05Z", "pc-2")
    receipt = said.Receipt("n", "ana", {"1": said.Reached(stamp, stamp)})
    chef.put("receipt", "n/ana", receipt, "+steer")
    chef.workspace.entities.put("receipt", "n/bad", "{", space="+steer")
    board = chef.workspace.live.board
    assert board.csv("n", tmp_path / "board.csv") == 1
    text = (tmp_path / "board.csv").read_text("utf-8-sig").splitlines()[1]
    assert text.startswith("ana,'=cmd(),agent,,shown,yes,no,")
    assert "2026-11-22T11:30:05+00:00,pc-2" in text
    with pytest.raises(Trouble):
        board.csv("n", tmp_path / "nowhere" / "board.csv")
    assert json.dumps(board.board("n").counts) == json.dumps(
        {"not_delivered": 0, "delivered": 0, "shown": 1, "acknowledged": 0, "understood": 0}
    )


def test_a_departed_entity_is_gone_and_a_prefix_is_a_range(tmp_path: Path) -> None:
    """Ids that begin alike are found by their beginning, and no other."""
    user = Workspace(Profile(tmp_path / "p"))
    for id_ in ("a", "a/1", "a/2", "ab", "b/1", "a/é😀"):
        user.entities.put("receipt", id_, "{}", space="+steer")
    assert [one.id for one in user.entities.of("receipt", "a/")] == ["a/1", "a/2", "a/é😀"]
    with user.kb.writing() as connection:
        connection.execute("INSERT INTO departed SELECT rid FROM entities WHERE id = 'a/1'")
    assert [one.id for one in user.entities.of("receipt", "a/")] == ["a/2", "a/é😀"]
    assert user.entities.one("receipt", "a/1") is None
    user.close()
