"""Where the Now screen stands, with plain values."""

from dataclasses import replace
from datetime import UTC, datetime

from kbdesk.core.contact import Contact, Phase
from kbdesk.ui.now.shape import Place, Shown, fits_beside

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
RINGING = Contact("1", Phase.RINGING, None, "", "", "", "", "", NOW)
TALKING = replace(RINGING, phase=Phase.TALKING)
OTHER = replace(RINGING, key="2")

PANEL, LINE, SCREENS = Shown(True, True), Shown(False, True, True), Shown()
ALONE = Shown(True, False)


def test_the_panel_needs_room_for_list_and_reader_beside_it() -> None:
    assert fits_beside(1280 - 56, 100)
    assert not fits_beside(900, 100)
    assert not fits_beside(1280 - 56, 200)
    assert fits_beside(1920 - 56, 200)


def test_beside_the_screens_the_panel_is_there_as_long_as_a_contact_is() -> None:
    place = Place()
    assert place.shown == SCREENS
    place.take(None, RINGING, typing=True)
    assert place.shown == PANEL
    place.take(RINGING, None, typing=False)
    assert place.shown == SCREENS


def test_a_folded_panel_is_a_line_until_the_next_contact() -> None:
    place = Place()
    place.take(None, RINGING, typing=False)
    place.hide()
    assert place.shown == LINE
    place.take(RINGING, TALKING, typing=False)
    assert place.shown == LINE
    place.take(TALKING, OTHER, typing=False)
    assert place.shown == PANEL


def test_a_panel_asked_for_without_a_contact_stays() -> None:
    place = Place()
    place.show()
    assert place.shown == PANEL
    place.take(None, RINGING, typing=False)
    place.take(RINGING, None, typing=False)
    assert place.shown == PANEL
    place.hide()
    assert place.shown == SCREENS


def test_a_panel_stays_as_long_as_an_end_can_be_taken_back() -> None:
    place = Place()
    place.take(None, TALKING, typing=False)
    place.lingers = True
    place.take(TALKING, None, typing=False)
    assert place.shown == PANEL
    place.lingers = False
    assert place.shown == SCREENS


def test_in_one_column_it_comes_up_by_itself_when_a_call_rings() -> None:
    place = Place(beside=False)
    place.take(None, RINGING, typing=False)
    assert place.shown == ALONE


def test_in_one_column_whoever_types_keeps_the_screen_and_gets_a_line() -> None:
    place = Place(beside=False)
    place.take(None, RINGING, typing=True)
    assert place.shown == LINE
    place.take(RINGING, TALKING, typing=False)
    assert place.shown == LINE, "the call that rang is not a new one when it is answered"
    place.show()
    assert place.shown == ALONE


def test_an_abandoned_call_gives_back_the_screen_it_took() -> None:
    place = Place(beside=False)
    place.take(None, RINGING, typing=False)
    place.take(RINGING, None, typing=False)
    assert place.shown == SCREENS


def test_an_abandoned_call_leaves_where_it_is_who_came_there_by_hand() -> None:
    place = Place(beside=False)
    place.show()
    place.take(None, RINGING, typing=False)
    place.take(RINGING, None, typing=False)
    assert place.shown == ALONE


def test_another_screen_takes_the_column_and_a_line_remains() -> None:
    place = Place(beside=False)
    place.take(None, TALKING, typing=False)
    place.show_screens()
    assert place.shown == LINE
