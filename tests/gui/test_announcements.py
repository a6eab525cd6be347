"""Announcements in the window: what is seen when, what is asked, and what is counted as seen."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.core.announcements import State
from kbdesk.paths import Profile
from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.settings import Settings
from kbdesk.ui.shell.places_of_live import PLACES
from kbdesk.ui.sync_line import BaseStatus
from sync.protocol.bodies import announcements as said
from tests.gui.noticed_desk import call, come, connect, key, notices, shown, state_of
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk


@pytest.fixture
def settings() -> Settings:
    """Speak English: what is asserted here stands in the source."""
    return Settings(language="en", theme="light")


@pytest.fixture
def folder(tmp_path: Path, sample_profile: Profile) -> Path:
    return copy_of(sample_profile, tmp_path / "profile")


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, settings: Settings) -> Iterator[DeskWindow]:
    """The desk of an agent at a server, with a lively week behind it."""
    signed_in.sign_in(Profile(folder), "ana", "agent")
    with open_desk(folder, settings) as desk:
        signed_in.fill(desk.workspace, MOMENT, "ana")
        connect(desk, "agent")
        yield desk


def test_a_base_of_ones_own_has_no_announcements(
    qtbot: QtBot, folder: Path, settings: Settings
) -> None:
    """D01: nobody is there who could send any; the key does nothing and the rail shows no place."""
    with open_desk(folder, settings) as desk:
        assert not desk.window.live.offers("announcements")
        QTest.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.screen_shown == "search"
        assert desk.window.live.notices is None


def test_who_leads_has_one_screen_more_than_an_agent(desk: DeskWindow, qtbot: QtBot) -> None:
    """N01: steering is for those who write or lead; the key of another screen does nothing."""
    offered = {name for name in PLACES if desk.window.live.offers(name)}
    assert offered == {"announcements", "learn", "contributions"}
    QTest.keyClick(desk.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.screen_shown == "search"
    connect(desk, "supervisor")
    assert desk.window.live.offers("steer")


def test_the_screen_of_last_time_comes_back_once_it_is_known_whose_desk_it_is(
    qtbot: QtBot, folder: Path
) -> None:
    """And not before, nor over a search that was begun."""
    signed_in.sign_in(Profile(folder), "ana", "agent")
    settings = Settings(language="en", theme="light", screen="announcements")
    with open_desk(folder, settings) as desk:
        assert desk.window.screen_shown == "search"
        connect(desk, "agent")
        assert desk.window.screen_shown == "announcements"
    again = Settings(language="en", theme="light", screen="announcements")
    with open_desk(folder, again) as desk:
        desk.find("box")
        connect(desk, "agent")
        assert desk.window.screen_shown == "search"


def test_the_rail_counts_what_was_not_read(desk: DeskWindow) -> None:
    unread = desk.workspace.live.informing.counts().unread
    assert unread > 0
    desk.wait(lambda: desk.window._rail._items["announcements"].count == unread, "the count")


def test_a_critical_one_is_a_strip_and_counts_as_shown_once_it_was_painted(
    desk: DeskWindow,
) -> None:
    """D05, D07: shown is what was on a screen; one in the list alone is only delivered."""
    come(desk, "panne")
    assert notices(desk).strip.notice is not None
    assert not notices(desk).strip.visibleRegion().isEmpty()
    desk.wait(lambda: state_of(desk, "panne") is State.SHOWN, "the receipt")
    told = [one.body for one in desk.workspace.outbox.waiting() if one.kind == "receipt"]
    assert [one["state"] for one in told if one["announcement"] == "panne"] == ["shown"]


def test_a_window_that_is_put_away_shows_nothing(desk: DeskWindow) -> None:
    """D07: a receipt never says more than was so."""
    desk.window.hide()
    come(desk, "panne")
    QApplication.processEvents()
    assert state_of(desk, "panne") is State.DELIVERED
    desk.window.show()
    desk.wait(lambda: state_of(desk, "panne") is State.SHOWN, "the receipt")


def test_f7_confirms_the_strip_from_wherever_the_caret_is(desk: DeskWindow) -> None:
    """D05: and what was being typed stays."""
    desk.find("rembours")
    come(desk, "panne")
    key(desk, Qt.Key.Key_F7)
    assert notices(desk).strip.notice is None
    assert state_of(desk, "panne") is State.ACKNOWLEDGED
    assert desk.window.search.list.field.text() == "rembours"
    assert desk.window.search.list.field.hasFocus()


def test_during_a_contact_only_what_is_critical_is_seen(desk: DeskWindow) -> None:
    """D05: the rest waits for the end of the contact, and then is one line."""
    assert notices(desk).whisper.isVisible()
    call(desk, "answered")
    assert not notices(desk).whisper.isVisible()
    come(desk, "panne")
    assert notices(desk).strip.isVisible()
    key(desk, Qt.Key.Key_F7)
    assert not notices(desk).strip.isVisible()
    assert not notices(desk).whisper.isVisible()
    call(desk, "ended")
    assert notices(desk).whisper.isVisible()


def test_the_strip_takes_no_focus_and_is_seen_docked(desk: DeskWindow) -> None:
    desk.window.resize(400, 800)
    call(desk, "answered")
    before = QApplication.focusWidget()
    come(desk, "panne")
    assert QApplication.focusWidget() is before
    strip = notices(desk).strip
    assert strip.isVisible()
    assert strip.width() == 400
    assert not strip.confirm.cut
    assert not strip.read.cut


def test_a_line_that_was_put_off_stays_away_and_the_next_one_comes(desk: DeskWindow) -> None:
    first = notices(desk).whisper.notice
    assert first is not None
    desk.window.step_back()
    assert notices(desk).whisper.notice is None
    come(desk, "other", "important")
    told = notices(desk).whisper.notice
    assert told is not None
    assert told.id == "other"


def test_information_waits_to_be_looked_for(desk: DeskWindow) -> None:
    desk.window.step_back()
    come(desk, "small", "info")
    assert notices(desk).whisper.notice is None
    assert notices(desk).strip.notice is None


def test_a_notice_begins_and_ends_at_its_minute(desk: DeskWindow) -> None:
    """D06: by the timer, with nobody pressing anything and nothing coming from the server."""
    starts, ends = MOMENT + timedelta(seconds=1), MOMENT + timedelta(seconds=2)
    come(desk, "soon", starts=starts.isoformat(), ends=ends.isoformat())
    side = notices(desk)
    assert side.strip.notice is None
    assert 0 < side._timer.remainingTime() <= 1100
    desk.workspace.clock.pass_(timedelta(seconds=1))  # type: ignore[attr-defined]  # a FixedClock
    desk.wait(lambda: side.strip.notice is not None, "the notice to begin")
    desk.workspace.clock.pass_(timedelta(seconds=1))  # type: ignore[attr-defined]
    desk.wait(lambda: side.strip.notice is None, "the notice to end")


def test_a_recalled_critical_one_says_why_and_goes_once_that_was_seen(desk: DeskWindow) -> None:
    """D06: for who had read it; who never saw it hears nothing of it."""
    come(desk, "panne")
    desk.wait(lambda: state_of(desk, "panne") is State.SHOWN, "the receipt")
    why = said.Recalled("Le service est rétabli.", "julien.perrot", MOMENT.isoformat())
    come(desk, "panne", recalled=why, body="")
    strip = notices(desk).strip
    assert "rétabli" in strip._body.text
    assert strip.confirm.text() == "Seen"
    key(desk, Qt.Key.Key_F7)
    assert strip.notice is None
    come(desk, "never", recalled=why, body="")
    assert strip.notice is None


def test_a_question_is_answered_by_digits_and_a_wrong_one_says_why(desk: DeskWindow) -> None:
    """D04: confirm, answer wrongly, read why with the passage one key away, answer rightly."""
    screen = shown(desk)
    screen.open_notice("geste")
    desk.settle()
    key(desk, Qt.Key.Key_F7)
    check = screen.side.page.check
    assert state_of(desk, "geste") is State.ACKNOWLEDGED
    assert check.asks
    rows = [row.accessibleName() for row in check.answers.rows]
    type_digit(desk, rows.index("30 €"))
    assert check.verdict.isVisible()
    assert check.verdict.passage.isVisible()
    assert "10 à 15 €" in check.verdict.accessibleName()
    assert state_of(desk, "geste") is State.ACKNOWLEDGED
    type_digit(desk, rows.index("15 €"))
    assert not screen.side.page.check.asks
    assert state_of(desk, "geste") is State.UNDERSTOOD


def type_digit(desk: DeskWindow, row: int) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key(Qt.Key.Key_1.value + row))
    desk.settle()


def test_what_a_notice_changes_is_marked_word_by_word(desk: DeskWindow) -> None:
    screen = shown(desk)
    screen.open_notice("geste")
    desk.settle()
    old, new = (text.text() for text in screen.side.page.change.texts)
    assert "line-through" in old
    assert ">10<" in old
    assert ">15<" in new
    assert "line-through" not in new


def test_its_link_opens_the_article_beside_the_search(desk: DeskWindow) -> None:
    screen = shown(desk)
    screen.open_notice("geste")
    desk.settle()
    key(desk, Qt.Key.Key_O)
    assert desk.window.screen_shown == "search"
    reading = desk.window.search.side.reader.reading
    assert reading is not None
    assert reading.article.id == signed_in.PASSAGE.article


def test_arrows_that_pass_by_have_read_nothing(desk: DeskWindow) -> None:
    """D07: a notice counts as shown once it stayed on screen."""
    screen = shown(desk)
    for _ in range(2):
        key(desk, Qt.Key.Key_J)
    chosen = screen.inbox.list.chosen
    passed = [id_ for id_ in screen.inbox.list.ids if id_ != chosen]
    assert chosen
    desk.wait(lambda: state_of(desk, chosen) is not State.DELIVERED, "it to be read")
    unread = {id_ for id_ in passed if state_of(desk, id_) is State.DELIVERED}
    assert len(unread) == len(passed) - 1, "the recalled one was seen before"


def test_what_comes_while_the_list_is_seen_moves_no_row(desk: DeskWindow) -> None:
    screen = shown(desk)
    before = screen.inbox.list.ids
    come(desk, "other", "important")
    assert screen.inbox.list.ids == before
    assert screen.inbox.fresh.isVisible()
    screen.inbox.fresh.click()
    assert "other" in screen.inbox.list.ids


def test_hostile_text_is_shown_as_text(desk: DeskWindow) -> None:
    """H03: neither the title nor the body of a notice is ever HTML, and nothing is loaded."""
    evil = "<img src='http://x/y'><b>bold</b> <script>alert(1)</script>"
    server = signed_in.Server(desk.workspace, MOMENT)
    server.announce("evil", "critical", evil, timedelta(minutes=1), body=evil)
    screen = shown(desk)
    screen.open_notice("evil")
    desk.settle()
    assert "<b>bold</b>" in screen.side.page.title.accessibleName()
    assert "<b>bold</b>" in screen.side.page.body.toPlainText()
    assert "<b>bold</b>" in notices(desk).strip._title.text or notices(desk).strip.notice is None


def test_in_one_column_the_notice_comes_in_place_of_the_list_and_esc_leads_back(
    desk: DeskWindow,
) -> None:
    desk.window.resize(400, 800)
    screen = shown(desk)
    assert screen.inbox.isVisible()
    assert not screen.side.isVisible()
    key(desk, Qt.Key.Key_Return)
    assert screen.side.isVisible()
    assert not screen.inbox.isVisible()
    key(desk, Qt.Key.Key_Escape)
    assert screen.inbox.isVisible()
    key(desk, Qt.Key.Key_Escape)
    assert desk.window.screen_shown == "search"


def test_an_agent_sees_no_list_of_what_was_sent_and_cannot_write(desk: DeskWindow) -> None:
    """N01: receipts of others are nobody's but a supervisor's."""
    screen = shown(desk)
    assert not screen.inbox.write.isVisible()
    key(desk, Qt.Key.Key_N)
    assert screen.steering.form is None
    assert not screen.inbox.tabs._tabs["sent"].isVisible()


def test_the_brief_of_a_shift_is_one_line_then_one_page_then_gone(
    qtbot: QtBot, folder: Path, settings: Settings
) -> None:
    """D11: once for each shift, by keys, and never in the way of a search."""
    signed_in.sign_in(Profile(folder), "ana", "agent")
    with open_desk(folder, settings) as desk:
        signed_in.fill(desk.workspace, MOMENT, "ana")
        desk.workspace.live.since.here()
        facts = SyncFacts("level", person="ana", role="agent", last_success=MOMENT)
        desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
        desk.settle()
        assert notices(desk).whisper.brief
        screen = shown(desk)
        assert screen.brief.is_shown
        key(desk, Qt.Key.Key_Escape)
        assert screen.at_rest
        assert not desk.workspace.live.since.brief_due()
        assert not notices(desk).whisper.brief
