"""What may no longer be read leaves the screen, and an old copy says so, or is covered."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kbdesk.clock import FixedClock
from kbdesk.core.calls import read_event
from kbdesk.core.changes import Changes
from kbdesk.core.lease import Lease, Level
from kbdesk.errors import ContentLocked
from kbdesk.ui import words
from kbdesk.ui.absent import Why
from kbdesk.ui.connected import sentences
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.history import Place
from kbdesk.ui.sync_line import BaseStatus
from sync.protocol.wire import Policy
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.played_connection import facts

QUERY = "rembours"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def clock(desk: DeskWindow) -> FixedClock:
    assert isinstance(desk.workspace.clock, FixedClock)
    return desk.workspace.clock


def read(desk: DeskWindow, row: int = 0) -> str:
    """Find something and open a row of it; return its id."""
    desk.find(QUERY)
    results = desk.window.search.list.results
    results.move_by(row)
    desk.settle()
    assert results.chosen is not None
    desk.window.search.read()
    desk.settle()
    return results.chosen.id


def settle(desk: DeskWindow) -> None:
    desk.wait(lambda: desk.window.search.withdrawal.settled, "a look at what is shown")
    desk.settle()


def withdraw(desk: DeskWindow, *ids: str) -> None:
    """Have a pass take articles away, as it does for a right that is lost."""
    assert desk.workspace.articles.remove(ids) == len(ids)
    desk.window.take_news(Changes(articles=True))
    settle(desk)


def on_screen(desk: DeskWindow) -> str:
    return desk.window.search.side.reader.page.toPlainText()


# an article whose right goes


def test_an_article_whose_right_is_gone_leaves_the_screen_at_once(desk: DeskWindow) -> None:
    screen = desk.window.search
    other, gone = read(desk, 2), read(desk)
    assert other != gone
    assert on_screen(desk)
    withdraw(desk, gone)
    assert screen.side.absent is Why.GONE
    assert on_screen(desk) == "", "its text is nowhere behind the message either"
    assert gone not in screen.list.results.ids
    assert other in screen.list.results.ids
    assert screen.list.results.chosen is None, "nothing takes its place by itself"
    assert gone not in screen.flow.places
    assert screen.list.field.hasFocus()


def test_history_lists_and_search_show_nothing_of_it_any_more(desk: DeskWindow) -> None:
    gone = read(desk)
    desk.window.search.toggle_favourite()
    desk.wait(lambda: bool(desk.workspace.knowledge.favourites()), "a favourite")
    other = read(desk, 2)
    withdraw(desk, gone)
    screen = desk.window.search
    assert screen.side.reads, "the article on screen is another one, and stays"
    assert other in screen.flow.places
    screen.go_back()
    desk.settle()
    assert screen.flow.here is None or screen.flow.here.article_id != gone
    desk.find(QUERY)
    assert gone not in screen.list.results.ids
    assert gone not in {card.id for card in desk.workspace.knowledge.favourites()}
    assert gone not in {card.id for card in desk.workspace.knowledge.recents()}
    desk.find("")
    assert gone not in screen.list.results.ids


def test_other_news_move_nothing(desk: DeskWindow) -> None:
    shown, screen = read(desk), desk.window.search
    before = screen.list.results.ids
    desk.window.take_news(Changes(articles=True))
    settle(desk)
    assert screen.side.reads
    assert screen.list.results.ids == before
    assert screen.list.results.chosen is not None
    assert screen.list.results.chosen.id == shown


def test_an_article_opened_while_its_right_goes_leaves_too(desk: DeskWindow) -> None:
    """The look was asked for before it came on screen: it looks again."""
    read(desk)
    screen = desk.window.search
    desk.find("facture")
    late = max(screen.list.results.ids - screen.flow.places)
    screen.list.results.drop_rows(frozenset({late}))  # no list speaks of it either
    screen.flow.read(Place(late))
    desk.workspace.articles.get(late)
    screen.look_again()  # asked before it is here
    desk.wait(lambda: late in screen.flow.places, "the article")
    withdraw(desk, late)
    assert screen.side.absent is Why.GONE


def test_the_next_article_chosen_shows_as_ever(desk: DeskWindow) -> None:
    withdraw(desk, read(desk))
    desk.window.search.list.results.move_by(1)
    desk.settle()
    assert desk.window.search.side.reads
    assert on_screen(desk)


def test_in_one_column_its_act_leads_back_to_the_results(desk: DeskWindow) -> None:
    desk.window.resize(400, 800)
    gone = read(desk)
    withdraw(desk, gone)
    absent = desk.window.search.side._absent
    assert absent is not None
    assert absent.isVisible()
    absent.back_requested.emit()
    assert desk.window.search.list.isVisible()


def test_what_to_read_next_is_not_asked_of_an_article_that_is_gone(desk: DeskWindow) -> None:
    """Taken away a moment before, or by a pass nobody has seen yet: no line tells of a trouble."""
    screen, gone = desk.window.search, read(desk)
    other = read(desk, 2)
    assert desk.workspace.articles.remove((other,)) == 1
    screen.acts._ask_related()
    desk.settle()
    assert not desk.window.notice.isVisible()
    desk.window.take_news(Changes(articles=True))
    settle(desk)
    assert screen.flow.here is not None, "the place before it is still in the history"
    desk.workspace.articles.remove((gone,))
    screen.acts._ask_related()
    desk.settle()
    assert not desk.window.notice.isVisible()


# a copy that locks


def lock(desk: DeskWindow, clock: FixedClock) -> None:
    desk.workspace.leases.learn(Policy(lease_days=7))
    desk.workspace.leases.renew(MOMENT.isoformat())
    clock.pass_(8 * DAY)
    desk.window.connected.minute_passed.emit()
    settle(desk)


def unlock(desk: DeskWindow, clock: FixedClock) -> None:
    desk.workspace.leases.renew(clock.now().isoformat())
    desk.window.take_news(Changes())
    settle(desk)


def test_a_copy_that_locks_covers_reader_and_list(desk: DeskWindow, clock: FixedClock) -> None:
    read(desk)
    screen = desk.window.search
    lock(desk, clock)
    assert screen.side.absent is Why.LOCKED
    assert on_screen(desk) == ""
    assert screen.list.results.ids == frozenset()
    desk.find("facture")
    assert screen.list.results.ids == frozenset()
    for door in (screen.acts, screen.guides, screen.flow):  # what was asked a moment before
        door.trouble_met.emit(ContentLocked(8 * DAY))
    assert not desk.window.notice.isVisible(), "one sentence where the article was, and no second"


def test_the_success_that_unlocks_brings_the_article_back(
    desk: DeskWindow, clock: FixedClock
) -> None:
    shown, screen = read(desk, 1), desk.window.search
    desk.rest()
    before = on_screen(desk)
    lock(desk, clock)
    unlock(desk, clock)
    desk.wait(lambda: screen.side.reads, "the article")
    desk.rest()
    assert on_screen(desk) == before
    assert screen.flow.here is not None
    assert screen.flow.here.article_id == shown
    assert shown in screen.list.results.ids


def test_a_desk_that_opens_locked_says_so_and_what_to_do(
    desk: DeskWindow, clock: FixedClock
) -> None:
    """Nothing was read yet; the favourites and recents are covered, too."""
    screen = desk.window.search
    lock(desk, clock)
    screen.start()
    desk.settle()
    assert screen.side.absent is Why.LOCKED
    assert "sync" in screen.list.waiting.text().lower()
    unlock(desk, clock)
    assert screen.side.absent is None


def test_the_manual_can_be_read_while_all_else_is_locked(
    desk: DeskWindow, clock: FixedClock
) -> None:
    lock(desk, clock)
    desk.window.show_screen("help")
    desk.settle()
    shelf = desk.window.screens["help"]
    assert shelf.list.results.ids  # type: ignore[attr-defined]  # a SearchScreen
    desk.window.connected.minute_passed.emit()
    desk.settle()
    assert shelf.side.absent is None  # type: ignore[attr-defined]  # as above
    shelf.acts._ask_related()  # type: ignore[attr-defined]  # as above; it is due a moment later
    desk.wait(lambda: shelf.acts.settled, "what to read next")  # type: ignore[attr-defined]  # as above
    assert not desk.window.notice.isVisible(), "what may be read has no trouble"


def test_a_call_on_a_locked_desk_says_why_there_are_no_cards_and_is_no_bug(
    desk: DeskWindow, clock: FixedClock
) -> None:
    """The sentence stands where the cards would; nothing is logged as if it were our fault."""
    lock(desk, clock)
    window = desk.window
    said = {"call": "c1", "state": "answered", "from": "0639980001", "queue": "facturation"}
    window.call_came.emit(read_event(said))
    desk.wait(lambda: window.contact_in_hand is not None and window.now_flow.settled, "a contact")
    desk.settle()
    assert words.trouble(ContentLocked(8 * DAY)) in {
        part.text for part in window.now_panel.cards.findChildren(Paragraph)
    }
    assert not window.notice.isVisible()


# the line that says it


def tell(desk: DeskWindow, lease: Lease, off: timedelta | None = None) -> str:
    sync = facts("offline", lease=lease, clock_off=off)
    desk.window.show_status(BaseStatus(41, MOMENT, sync=sync))
    line = desk.window.connected.age
    assert line.isVisible() is bool(line.text)
    return line.text


def test_an_old_copy_is_said_in_one_line_that_goes_by_itself(desk: DeskWindow) -> None:
    assert tell(desk, Lease()) == ""
    old = Lease(Level.AGEING, MOMENT, 9 * HOUR)
    assert "9" in tell(desk, old)
    assert desk.window.connected.age.tone == "warn"
    assert tell(desk, Lease(Level.FRESH, MOMENT, 2 * HOUR)) == ""
    locked = Lease(Level.LOCKED, MOMENT, 8 * DAY)
    assert tell(desk, locked) == sentences.age(locked)
    assert desk.window.connected.age.tone == "critical"


def test_a_wrong_clock_is_said(desk: DeskWindow) -> None:
    ahead, behind = tell(desk, Lease(), DAY), tell(desk, Lease(), -DAY)
    assert ahead == sentences.clock(DAY)
    assert behind == sentences.clock(-DAY)
    assert ahead != behind


def test_an_article_of_a_class_is_told_its_age_while_it_is_read(
    desk: DeskWindow, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N03: at 4 h 01, without being opened again; and a sync takes it back."""
    told: list[Lease] = []
    monkeypatch.setattr(desk.window.search.side, "show_lease", told.append)
    shown = read(desk)
    reading = desk.window.search.flow.reading
    assert reading is not None
    reading.article.extra["class"] = "critical"
    desk.workspace.leases.renew(MOMENT.isoformat())
    for passed, level in ((4 * HOUR, None), (timedelta(minutes=1), Level.AGEING)):
        clock.pass_(passed)
        desk.window.connected.minute_passed.emit()
        settle(desk)
        assert [lease.level for lease in told] == ([level] if level else [])
    unlock(desk, clock)
    assert [lease.level for lease in told] == [Level.AGEING, Level.FRESH]
    assert desk.window.search.flow.places >= {shown}


def test_a_full_disk_is_told_once(desk: DeskWindow) -> None:
    notice = desk.window.notice
    for tight, said in ((True, True), (True, False), (False, False), (True, True)):
        notice.hide()
        desk.window.show_status(BaseStatus(41, MOMENT, tight=tight))
        QApplication.processEvents()
        assert notice.isVisible() is said
    assert notice.text == sentences.tight()
