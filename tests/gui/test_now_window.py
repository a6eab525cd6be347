"""The contact in hand in the window of the desk: from the door of the telephone to the article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kbdesk.core.calls import CallEvent, CallState, read_url
from kbdesk.settings import Settings
from tests.support.desk_window import DeskWindow

LINK = "kbdesk://call?from=0639981201&queue=facturation&intent=facture-elevee&call=c1"


@pytest.fixture
def settings() -> Settings:
    """Speak English: what is asserted here stands in the source."""
    return Settings(language="en", theme="light")


def call(desk: DeskWindow, link: str) -> None:
    event = read_url(link)
    assert isinstance(event, CallEvent)
    desk.window.call_came.emit(event)
    desk.wait(lambda: desk.window.now_flow.settled, "the contact and its cards")


def test_a_link_of_a_call_paints_its_sentence_beside_what_is_read(desk: DeskWindow) -> None:
    desk.find("rembours")
    read = desk.window.search.side.reader.reading
    call(desk, LINK)
    lead = desk.window.now_panel.cards.lead
    assert lead.sentence
    assert not lead.visibleRegion().isEmpty()
    assert desk.window.search.side.reader.reading is read, "what is read stays"
    assert QApplication.focusWidget() is desk.window.search.list.field


def test_a_key_of_a_card_opens_the_article_and_counts_it_as_read(desk: DeskWindow) -> None:
    call(desk, LINK)
    card = desk.window.now_panel.cards.cards[1]
    QTest.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    reading = desk.window.search.side.reader.reading
    assert reading is not None
    assert reading.article.id == card.article_id
    assert card.article_id in desk.window.search.flow.read_for_query


def test_on_a_french_row_the_key_of_a_card_needs_no_shift(desk: DeskWindow) -> None:
    call(desk, LINK)
    card = desk.window.now_panel.cards.cards[0]
    QTest.keyClick(desk.window, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    reading = desk.window.search.side.reader.reading
    assert reading is not None
    assert reading.article.id == card.article_id


def test_what_the_search_does_not_find_goes_out_with_the_motive(desk: DeskWindow) -> None:
    call(desk, LINK)
    desk.find("zzyx")
    QTest.keyClick(desk.window, Qt.Key.Key_F2)
    desk.wait(lambda: bool(desk.workspace.outbox.waiting()), "what waits to be sent")
    sent = desk.workspace.outbox.waiting()[0].body
    assert (sent["query"], sent["queue"], sent["intent"]) == (
        "zzyx", "facturation", "facture-elevee",
    )  # fmt: skip


def test_docked_a_call_comes_up_and_a_letter_searches(desk: DeskWindow) -> None:
    desk.window.resize(400, 800)
    desk.settle()
    call(desk, LINK)
    place, door = desk.window.place, desk.window.now_panel.door.field
    assert place.is_alone
    assert QApplication.focusWidget() is door
    QTest.keyClick(door, Qt.Key.Key_B)
    desk.settle()
    assert desk.window.search.list.field.text() == "b"
    assert QApplication.focusWidget() is desk.window.search.list.field
    assert place.strip.isVisible()


def test_the_whole_of_a_contact_by_keys(desk: DeskWindow) -> None:
    """Ring, answer, note, end, close, take back, close: eight keys beside the words typed."""
    window = desk.window
    call(desk, LINK)
    call(desk, f"{LINK}&state={CallState.ANSWERED}")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.now_panel.note.edit
    QTest.keyClicks(window.now_panel.note.edit, "rappeler")
    for modifier in (0, 0, 1, 0):
        shift = Qt.KeyboardModifier.ShiftModifier if modifier else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window, Qt.Key.Key_F8, shift)
        desk.wait(lambda: window.now_flow.settled, "the contact")
    assert window.now_flow.contact is None
    last = desk.workspace.contacts.last()
    assert last is not None
    assert last.note == "rappeler"
