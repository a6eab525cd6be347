"""The lines above an article: its age, the day it is shown for, doubts about a copy."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.lease import Lease, Level
from kbdesk.core.reading import Attachment
from kbdesk.core.related import RelatedCard, Tie
from kbdesk.core.versions import Version
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import open_in, reader_on_screen, said, text
from tests.support.keyboard import press

AGED = Lease(Level.AGEING, None, timedelta(hours=5), "critical")
DATED = """---
title: Tarif
verified: 2026-11-19
---

::: valid to=2026-12-31
Prix : 29,90 €.
:::

::: valid from=2027-01-01
Prix : 31,90 €.
:::
"""


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = reader_on_screen(qtbot)
    QGuiApplication.clipboard().setText("before")
    yield made
    QGuiApplication.clipboard().clear()


def copied() -> str:
    return QGuiApplication.clipboard().text()


# the age of critical content


def test_an_article_that_is_level_has_no_line_above_it(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    assert not [strip for strip in reader.around.strips if not strip.isHidden()]
    reader.copy_reply()
    assert copied().startswith("« Je lance")


def test_an_aged_text_says_its_age_and_is_copied_when_asked_twice(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.refund(lease=AGED))
    assert "5" in reader.around.lease.text
    assert reader.around.lease.text in reader.page.accessibleDescription()
    reader.copy_reply()
    assert copied() == "before"
    reader.copy_reply()
    assert copied().startswith("« Je lance")


@dataclass
class Late:
    """A timer that has run out."""

    begun: bool = False

    def start(self) -> None:
        self.begun = True

    def isValid(self) -> bool:  # noqa: N802  # Qt's own name
        return self.begun

    def hasExpired(self, timeout: int, /) -> bool:  # noqa: N802  # Qt's own name
        return True

    def invalidate(self) -> None:
        self.begun = False


def test_a_second_press_much_later_is_a_first_one(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund(lease=AGED))
    reader.around.asked = Late()
    reader.copy_reply()
    reader.copy_reply()
    assert copied() == "before"


def test_the_copy_key_of_the_text_asks_too(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund(lease=AGED))
    reader.focus_text()
    cursor = reader.page.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    reader.page.setTextCursor(cursor)
    press(reader.page, "Ctrl+C")
    assert copied() == "before"
    press(reader.page, "Ctrl+C")
    assert "Conditions" in copied()


def test_the_menu_of_the_text_asks_too(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund(lease=AGED))
    reader.page.selectAll()
    place = reader.page.rect().center()
    for expected in ("before", "Conditions"):
        there = reader.page.mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, there)
        QApplication.sendEvent(reader.page.viewport(), event)
        menu = reader.page.findChildren(QMenu)[-1]
        next(a for a in menu.actions() if a.objectName() == "edit-copy").trigger()
        menu.close()
        assert expected in copied()


def test_an_age_that_changes_moves_nothing_of_the_page(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.matched())
    top = reader.page.places.top_letter()
    assert top > 0
    reader.show_lease(AGED)
    assert not reader.around.lease.isHidden()
    assert reader.page.builder.done
    qtbot.waitUntil(lambda: reader.page.places.top_letter() >= top, timeout=60_000)
    reader.show_lease(Lease())
    assert reader.around.lease.isHidden()


# doubts


def test_a_stale_article_names_its_verifier_above_the_text(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, replace(readings.stale(), verifier="Ana Silva"))
    trust = reader.page.head.trust
    assert "Ana Silva" in trust.warning
    assert trust.geometry().bottom() < reader.page.head.say.geometry().top()


@pytest.mark.parametrize("made", [readings.stale, readings.script])
def test_a_copy_says_its_doubt_in_a_line_and_carries_nothing_of_it(
    reader: Reader, qtbot: QtBot, made: object
) -> None:
    assert callable(made)
    reading = replace(made(), freshness=Freshness.STALE)
    open_in(reader, qtbot, reading)
    reader.page.head.say.copy_text("Bonjour.")
    assert copied() == "Bonjour."
    assert reader.around.copied.text
    open_in(reader, qtbot, readings.refund())
    assert reader.around.copied.isHidden()


def test_a_copy_of_what_is_verified_says_nothing_more(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    reader.copy_reply()
    assert reader.around.copied.isHidden()


# another day


def test_a_day_is_typed_understood_and_asked_for(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.made(DATED, days=(date(2027, 1, 1),)))
    assert reader.bar.day.isVisibleTo(reader)
    asked: list[object] = []
    reader.around.as_of.day_wanted.connect(asked.append)
    reader.ask_day()
    field = reader.around.as_of.field
    assert field.hasFocus()
    for typed in ("99/99", "le 1er mars"):
        field.clear()
        field.insert(typed)
        field.textEdited.emit(typed)
        press(field, "Return")
    assert asked == [date(2027, 3, 1)]
    assert reader.page.hasFocus()


def test_the_days_on_which_it_changes_are_offered(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.made(DATED, days=(date(2027, 1, 1),)))
    reader.ask_day()
    offer = reader.around.as_of.offers[0]
    assert offer.isVisibleTo(reader)
    assert "2027" in offer.text()
    with qtbot.waitSignal(reader.around.as_of.day_wanted) as asked:
        offer.click()
    assert asked.args == [date(2027, 1, 1)]


def test_escape_asks_no_longer(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.made(DATED))
    reader.ask_day()
    press(reader.around.as_of.field, "Escape")
    assert reader.around.as_of.isHidden()
    assert reader.page.hasFocus()


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2027, 3, 1), "As it will hold on %1, not today."),
        (date(2026, 3, 1), "As it held on %1, not today."),
    ],
)
def test_another_day_is_told_above_the_text_with_the_way_back(
    reader: Reader, qtbot: QtBot, on: date, words: str
) -> None:
    open_in(reader, qtbot, readings.made(DATED, on=on))
    told = reader.around.as_of.text
    assert told.startswith(said("AsOf", words, "@").partition("@")[0])
    assert str(on.year) in told
    assert told in reader.page.accessibleDescription()
    with qtbot.waitSignal(reader.around.as_of.day_wanted) as asked:
        reader.around.as_of.back.click()
    assert asked.args == [None]
    reader.copy_reply()
    reader.page.head.say.copy_text("Prix")
    assert str(on.year) in reader.around.copied.text


def test_the_day_of_the_next_change_leads_to_its_text(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.made(DATED))
    with qtbot.waitSignal(reader.around.as_of.day_wanted) as asked:
        reader.page.anchorClicked.emit(QUrl("day:2027-01-01"))
    assert asked.args == [date(2027, 1, 1)]
    reader.page.anchorClicked.emit(QUrl("day:nonsense"))


def test_an_article_without_dates_offers_no_other_day(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.stale())
    assert not reader.bar.day.isVisibleTo(reader)


def test_an_old_version_says_so_and_leads_back(reader: Reader, qtbot: QtBot) -> None:
    noon = datetime(2026, 11, 3, 12, tzinfo=UTC)
    past = Version(4, None, noon)
    open_in(reader, qtbot, readings.refund(past=past, rev=4))
    assert "4" in reader.around.past.text
    assert "2026" in reader.around.past.text
    with qtbot.waitSignal(reader.around.present_wanted):
        reader.around._back.click()


# pictures, attachments, what to read next


def test_a_picture_says_what_it_shows_and_opens_larger(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.everything())
    assert "le boîtier" in text(reader)
    reader.page.anchorClicked.emit(QUrl("picture:facturation/img/box.png"))
    view = reader.picture_view
    assert view.isVisible()
    assert view.hasFocus()
    shown = view.shown_at()
    assert reader.rect().contains(shown)
    assert abs(shown.width() / shown.height() - 900 / 160) < 0.1
    press(view, "Escape")
    assert not view.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(400, 100), (400, 200), (860, 100)])
def test_a_picture_is_never_wider_than_the_text(
    reader: Reader, qtbot: QtBot, width: int, scale: int
) -> None:
    reader.apply_look(Look.of("light", scale))
    reader.resize(width, 700)
    open_in(reader, qtbot, readings.everything())
    assert reader.page.horizontalScrollBar().maximum() == 0


def test_attachments_are_listed_with_their_size_and_opened_by_hand(
    reader: Reader, qtbot: QtBot
) -> None:
    files = (Attachment("a/t.pdf", "t.pdf", 120_000), Attachment("a/u.pdf", "u.pdf", None))
    open_in(reader, qtbot, readings.refund(attachments=files))
    assert "t.pdf 120" in text(reader)
    assert f"u.pdf {said('ReaderPage', 'not on this machine yet')}" in text(reader)
    with qtbot.waitSignal(reader.attachment_wanted) as asked:
        reader.page.anchorClicked.emit(QUrl("attached:a/t.pdf"))
    assert asked.args == ["a/t.pdf"]


def test_what_to_read_next_comes_to_the_end_and_moves_nothing(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.matched())
    top, id_ = reader.page.places.top_letter(), readings.matched().article.id
    card = RelatedCard("a/b", "Résilier <une> ligne", "", "x", Kind.FAQ, Freshness.STALE, Tie.LINK)
    reader.show_related("another", [card])
    reader.show_related(id_, [card])
    reader.show_related(id_, [card])
    qtbot.waitUntil(lambda: "Résilier <une> ligne" in text(reader), timeout=60_000)
    assert text(reader).count("Résilier <une> ligne") == 1
    assert reader.page.places.top_letter() == top
