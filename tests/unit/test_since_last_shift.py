"""Since your last shift: when a shift begins, and what is worth a page at its beginning (D11)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.brief import PAGE, BriefLine, Sort, page
from kbdesk.paths import Profile
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.connected.reading_on import read_on
from kbdesk.services.workspace import Workspace
from kbdesk.store.moments import write_moment
from sync.protocol import codec
from sync.protocol.bodies import announcements as said
from sync.protocol.bodies.editing import Feedback, Reply, Suggestion
from sync.protocol.bodies.gaps import AnsweredGap
from sync.protocol.wire import Change, Page

# Long ago: a text that is replaced is dated by the machine's own clock, which is later.
NOON = datetime(2020, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
AGO, LATELY = "2020-11-22T09:00:00+00:00", "2020-11-22T17:00:00+00:00"


class Desk:
    """A signed-in profile whose copy a test writes as a server would have."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(NOON)
        self.workspace = Workspace(Profile(folder), self.clock)
        account = Account("https://base.example", "office", "ana", "agent")
        Accounts(self.workspace.profile).keep(account, "token")
        self.workspace.become("office", "ana", ())
        self.since = self.workspace.live.since
        self._seq = 0

    def put(self, kind: str, id_: str, body: object, space: str = "~ana") -> None:
        self.workspace.entities.put(kind, id_, codec.encode(body).decode(), space=space)

    def publish(self, id_: str, rev: int, text: str) -> None:
        """Bring a text in as a page of the server does."""
        self._seq += 1
        change = Change(
            seq=self._seq, kind="article", id=id_, rev=rev, at=AGO, path=f"{id_}.md", body=text
        )
        replica = self.workspace.replica
        replica.follow(["base"])
        replica.apply(Page("", "base", self._seq - 1, (change,), self._seq), self._seq)
        read_on(self.workspace.kb, self.workspace.catch_up, None)

    def shift_over(self) -> None:
        """Have somebody here until now, and nobody for a night."""
        self.since.here()
        self.clock.pass_(16 * HOUR)
        assert self.since.here().notices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "profile")
    yield made
    made.workspace.close()


def test_a_shift_begins_when_nobody_was_here_for_four_hours(desk: Desk) -> None:
    """Not after a lunch, and not while somebody works on."""
    assert desk.since.here().notices  # the first one
    for _ in range(10):
        desk.clock.pass_(HOUR)
        assert not desk.since.here().notices
    desk.clock.pass_(4 * HOUR)
    assert not desk.since.here().notices
    left = desk.clock.now()
    desk.clock.pass_(5 * HOUR)
    assert desk.since.here().notices
    assert desk.since.brief().since == left


def test_a_desk_that_stays_open_forgets_no_minute_and_writes_few(desk: Desk) -> None:
    """Who was here is kept every two minutes: a crash costs no more of it."""
    desk.since.here()
    changes = desk.workspace.user.reading().value("PRAGMA data_version")
    for _ in range(100):
        desk.clock.pass_(timedelta(seconds=1))
        desk.since.here()
    assert desk.workspace.user.reading().value("PRAGMA data_version") == changes
    desk.clock.pass_(timedelta(seconds=30))
    desk.since.here()
    assert desk.workspace.user.reading().value("PRAGMA data_version") != changes


def test_a_clock_that_was_set_back_ends_no_shift_and_begins_none(desk: Desk) -> None:
    desk.since.here()
    desk.clock.pass_(-9 * HOUR)
    assert not desk.since.here().notices
    desk.clock.pass_(HOUR)
    assert not desk.since.here().notices


def test_a_clock_two_days_ahead_hides_nothing_that_came_meanwhile(desk: Desk) -> None:
    """G28: what came is dated by the server, and so is the shift it is compared with."""
    desk.workspace.leases.renew(write_moment(NOON - timedelta(days=2)))
    desk.shift_over()
    reply = Reply("chef", write_moment(desk.workspace.calendar.moment() - HOUR), "done", "Corrigé.")
    desk.put("own_feedback", "f", Feedback("mine", "wrong", "ana", AGO, AGO, replies=(reply,)))
    assert [line.id for line in desk.since.brief().lines] == ["f"]


def test_the_brief_tells_what_came_meanwhile_and_nothing_older(desk: Desk) -> None:
    """Notices that ask something, articles I use that changed, answers to me, gaps closed."""
    for article in ("mine", "not-used"):
        desk.publish(article, 1, f"# Fiche {article}\n\nAvant.")
    desk.workspace.opens.record("mine", NOON)
    desk.shift_over()
    for article in ("mine", "not-used"):
        desk.publish(article, 2, f"# Fiche {article}\n\nAprès.")
    body = said.Announcement("all", "Plafond", "chef", LATELY, level="critical")
    desk.put("announcement", "n", body, "+all")
    for id_, at in (("old", AGO), ("new", LATELY)):
        reply = Reply("chef", at, "done", "Corrigé.")
        desk.put("own_feedback", id_, Feedback("mine", "wrong", "ana", AGO, AGO, replies=(reply,)))
        suggestion = Suggestion(
            "mine", "base", "ana", AGO, "x", state="accepted", decided_by="chef", decided_at=at
        )
        desk.put("own_suggestion", f"s-{id_}", suggestion)
        desk.put("answered_gap", f"g-{id_}", AnsweredGap("kayak", "mine", at, "Fiche mine"))
    desk.put("own_feedback", "unanswered", Feedback("mine", "wrong", "ana", LATELY, LATELY))
    told = [(line.sort, line.id, line.title) for line in desk.since.brief().lines]
    assert told == [
        (Sort.NOTICE, "n", "Plafond"),
        (Sort.ARTICLE, "mine", "Fiche mine"),
        (Sort.REMARK, "new", "Fiche mine"),
        (Sort.SUGGESTION, "s-new", "Fiche mine"),
        (Sort.GAP, "g-new", "kayak"),
    ]


def test_what_was_asked_twice_and_is_there_now_is_told_once(desk: Desk) -> None:
    """Each failed search is a gap of its own at the server; for who asked it is one answer."""
    desk.shift_over()
    for id_, query in (("g-1", "kayak"), ("g-2", "Kayak "), ("g-3", "canoë")):
        desk.put("answered_gap", id_, AnsweredGap(query, "mine", LATELY, "Fiche mine"))
    told = [line.title for line in desk.since.brief().lines if line.sort is Sort.GAP]
    assert told == ["kayak", "canoë"]


def test_a_brief_is_due_once_a_shift_and_only_with_something_to_tell(desk: Desk) -> None:
    desk.shift_over()
    assert not desk.since.brief_due()
    desk.put("announcement", "n", said.Announcement("all", "Plafond", "chef", LATELY), "+all")
    assert desk.since.brief_due()
    assert desk.since.put_away().notices
    assert not desk.since.brief_due()
    assert not desk.since.put_away().notices
    desk.shift_over()
    assert desk.since.brief_due()


def test_a_page_is_a_page_and_holds_something_of_each_sort() -> None:
    """Forty lines come to twelve: the weightiest, none of the sorts forgotten, the rest counted."""
    lines = [
        BriefLine(sort, f"{sort}-{number}", "", NOON, weight=number)
        for sort in Sort
        for number in range(8)
    ]
    brief = page(NOON, lines)
    assert len(brief.lines) == PAGE
    assert brief.more == len(lines) - PAGE
    assert {line.sort for line in brief.lines} == set(Sort)
    assert brief.lines[0].id == "notice-7"
    orders = [tuple(Sort).index(line.sort) for line in brief.lines]
    assert orders == sorted(orders)
    assert page(None, []).empty
