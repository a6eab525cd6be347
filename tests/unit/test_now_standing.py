"""Which cards stand where while a contact goes on, with plain values."""

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.cards import ContactCard, Source, Why
from kbdesk.ui.now.standing import parted, settle


def card(name: str, *, pinned: bool = False, say: str = "") -> ContactCard:
    why = (Why(Source.RULE if pinned else Source.QUEUE, "x"),)
    return ContactCard(name, name, say, "s", Kind.ARTICLE, Freshness.VERIFIED, why, pinned)


A, B, C, D = (card(name) for name in "abcd")


def test_the_first_cards_of_a_contact_come_in_the_order_found() -> None:
    assert settle((), (A, B), anew=False, held=False) == (A, B)
    assert settle((C, D), (A, B), anew=True, held=True) == (A, B)


def test_the_first_card_stays_first_while_the_note_is_typed() -> None:
    """The agent may be reading it to the customer; the rows below follow the words."""
    assert settle((A, B, C), (C, D, A), anew=False, held=False) == (A, C, D)


def test_the_first_card_stays_even_when_it_is_found_no_more() -> None:
    assert settle((A, B), (C, D), anew=False, held=False) == (A, C, D)


def test_the_first_card_takes_what_is_new_about_it() -> None:
    better = card("a", say="Bonjour")
    assert settle((A, B), (B, better), anew=False, held=False)[0].say == "Bonjour"


def test_a_rule_that_fires_comes_first() -> None:
    pinned = card("d", pinned=True)
    assert settle((A, B), (pinned, A), anew=False, held=False) == (pinned, A)


def test_a_rule_that_already_put_a_card_here_does_not_move_the_first_again() -> None:
    """Two pinned cards may change places among themselves: the one that is read stays."""
    one, other = card("a", pinned=True), card("b", pinned=True)
    assert settle((one, other), (other, one), anew=False, held=False) == (one, other)


def test_nothing_moves_while_a_key_is_half_struck() -> None:
    pinned = card("d", pinned=True)
    assert settle((A, B), (pinned, C), anew=False, held=True) == (A, B)


def test_what_there_is_no_room_for_waits_under_more() -> None:
    assert parted((A, B, C), 2) == ((A, B), (C,))
    assert parted((A,), 4) == ((A,), ())
