"""The contact in hand, by keys: from the ring to the note that is kept."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.cards import ContactCard
from kbdesk.core.contact import Contact, Phase
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.contact.contacts import Contacts
from kbdesk.store.contacts import Contacts as Rows
from tests.gui.now_values import HOSTILE
from tests.support.desk_window import copy_of
from tests.support.keyboard import press, type_text
from tests.support.now_desk import NowDesk, open_now

JEAN = {"number": "06 39 98 12 01", "queue": "facturation", "intent": "facture-elevee"}
TWO = {"number": "01 99 00 42 33", "queue": "mobile"}


@pytest.fixture
def now(qtbot: QtBot, tmp_path: Path, sample_profile: Profile) -> Iterator[NowDesk]:
    """Open the Now screen over a copy of the sample base."""
    with open_now(copy_of(sample_profile, tmp_path / "profile")) as desk:
        yield desk


def kept(now: NowDesk) -> Contacts:
    """Read again, as a desk does that was killed, what is kept of contacts."""
    return Contacts(Rows(now.workspace.user), now.workspace.entities, now.clock)


def in_hand(now: NowDesk) -> Contact:
    contact = now.flow.contact
    assert contact is not None
    return contact


def write(now: NowDesk, text: str) -> None:
    now.press("Ctrl+N")
    type_text(now.panel.note.edit, text)
    now.settle()


# a call comes


def test_the_sentence_is_on_screen_with_no_key_and_the_focus_stays(now: NowDesk) -> None:
    now.call(**JEAN)
    lead = now.panel.cards.lead
    assert now.panel.isVisible()
    assert now.panel.caller.name.text == "Jean Dupont"
    assert lead.sentence == now.workspace.articles.get("facturation/facture-plus-elevee").summary  # type: ignore[union-attr]
    assert not lead.visibleRegion().isEmpty()
    assert QApplication.focusWidget() is now.screens.field


def test_the_contact_is_told_to_whoever_asks(now: NowDesk) -> None:
    now.call(**JEAN)
    now.call(CallState.ANSWERED, **JEAN)
    now.press("F8")
    now.press("F8")
    phases = [contact.phase if contact else None for contact in now.contacts]
    assert phases == [Phase.RINGING, Phase.TALKING, Phase.WRAPPING, None]


def test_an_abandoned_call_closes_by_itself(now: NowDesk) -> None:
    now.call(**JEAN)
    now.call(CallState.ENDED, **JEAN)
    assert now.flow.contact is None
    assert not now.panel.isVisible()


def test_a_withheld_number_is_told_calmly_and_has_cards_all_the_same(now: NowDesk) -> None:
    now.call(number="anonymous", queue="vol-perte")
    assert now.panel.caller.name.text == "Withheld number"
    assert now.panel.cards.lead.sentence


def test_a_call_of_nobody_known_shows_its_number(now: NowDesk) -> None:
    now.call(number="06 39 98 99 99", queue="mobile")
    assert now.panel.caller.name.text.replace("\u00a0", " ") == "06 39 98 99 99"
    assert now.panel.caller.line.text == "unknown number"


def test_hostile_words_are_plain_text_and_move_no_wall(now: NowDesk) -> None:
    width = now.panel.width()
    now.call(number="06 39 98 99 98", name=HOSTILE, queue="<img src=x>" * 20)
    assert "<b>Nom</b>" in now.panel.caller.name.text
    assert "\u202e" not in now.panel.caller.name.text
    assert now.panel.width() == width
    assert now.panel.caller.name.width() <= width


def test_twenty_calls_one_after_another_lose_nothing(now: NowDesk) -> None:
    for number in range(20):
        said = {"call": f"c{number}", "number": f"06 39 98 55 {number:02}", "queue": "facturation"}
        now.call(**said)
        now.call(CallState.ANSWERED, **said)
        write(now, f"note {number}")
        now.call(CallState.ENDED, **said)
        now.press("F8")
    notes = [contact.note for contact in kept(now).history()]
    assert notes == [f"note {number}" for number in reversed(range(20))]
    assert not now.troubles


def test_twenty_calls_at_once_show_the_last_word_of_each(now: NowDesk) -> None:
    """Nothing waits between them: what is shown at the end is how things stand."""
    for number in range(20):
        said = {"call": f"c{number}", "number": f"06 39 98 56 {number:02}", "queue": "mobile"}
        now.call(**said)
        now.call(CallState.ENDED, **said)
    now.call(**JEAN)
    assert now.flow.contact == now.workspace.contacts.current
    shown = [card.article_id for card in now.panel.cards.cards]
    contact = now.workspace.contacts.current
    assert contact is not None
    assert shown == [c.article_id for c in now.workspace.cards.for_contact(contact, 8)]


# who it is


def test_among_several_the_agent_chooses_by_a_key(now: NowDesk) -> None:
    now.call(**TWO)
    assert now.panel.chooser.isVisible()
    assert now.panel.cards.lead.sentence, "what to say does not wait for who it is"
    now.press("Alt+2")
    contact = now.flow.contact
    assert contact is not None
    assert contact.caller == contact.matches[1]
    assert contact.verified
    assert not now.panel.chooser.isVisible()


def test_none_of_them_is_an_answer_too(now: NowDesk) -> None:
    now.call(**TWO)
    now.press("Alt+5")
    assert now.flow.contact is not None
    assert now.flow.contact.caller is None
    assert not now.panel.chooser.isVisible()


def test_a_number_proves_nobody_until_the_agent_says_so(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    assert "unverified" in now.panel.caller.line.text
    now.panel.caller.confirm.click()
    now.settle()
    assert "identity verified" in now.panel.caller.line.text


# cards


def test_a_key_opens_a_card_and_its_use_is_remembered(now: NowDesk) -> None:
    opened: list[str] = []
    now.flow.open_requested.connect(opened.append)
    now.call(**JEAN)
    second = now.panel.cards.cards[1]
    now.press("Alt+2")
    now.press("Alt+3")
    assert opened == [second.article_id, now.panel.cards.cards[2].article_id]
    uses = now.workspace.cards._uses
    asked = ("facturation", "facture-elevee", now.clock.now())
    now.wait(lambda: set(uses.counts(*asked)) == set(opened), "the two uses")


def test_the_sentence_goes_to_the_clipboard(now: NowDesk) -> None:
    now.call(**JEAN)
    now.press("Alt+C")
    assert QApplication.clipboard().text() == now.panel.cards.lead.sentence


def test_words_in_the_note_bring_cards_and_the_first_stays(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    first = now.panel.cards.cards[0]
    before = {card.article_id for card in now.panel.cards.cards}
    write(now, "il veut un échéancier")
    after = [card.article_id for card in now.panel.cards.cards]
    assert after[0] == first.article_id
    assert "facturation/echeancier" in after
    assert set(after) != before


def test_a_rule_that_fires_comes_first_even_so(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    assert not now.panel.cards.cards[0].pinned
    write(now, "un faux conseiller a appelé")
    assert now.panel.cards.cards[0].article_id == "vie-privee/hameconnage"


def test_nothing_moves_while_alt_is_held(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    before = now.panel.cards.cards
    now.press("Ctrl+N")
    now.held.append(True)
    type_text(now.panel.note.edit, "un faux conseiller a appelé")
    now.wait(lambda: now.flow.cards.held_back, "the cards that wait")
    assert now.panel.cards.cards == before
    now.held.clear()
    now.settle()
    assert now.panel.cards.cards[0].article_id == "vie-privee/hameconnage"


def test_cards_that_come_late_for_another_contact_are_not_shown(now: NowDesk) -> None:
    cards, gate, asked = now.workspace.cards, threading.Event(), threading.Event()
    found = cards.for_contact

    def slowly(contact: Contact, limit: int = 5) -> tuple[ContactCard, ...]:
        if contact.queue == "facturation":
            asked.set()
            assert gate.wait(10)
        return found(contact, limit)

    cards.for_contact = slowly  # type: ignore[method-assign]  # the first answer takes its time
    now.flow.take(CallEvent(call="a", source="test", queue="facturation", number="06 39 98 12 01"))
    now.wait(asked.is_set, "the first question")
    now.flow.take(CallEvent(call="a", source="test", state=CallState.ENDED))
    now.flow.take(CallEvent(call="b", source="test", queue="mobile", number="06 39 98 12 05"))
    now.wait(lambda: now.panel.caller.name.text == "Amadou Sow", "the second caller")
    assert now.panel.cards.cards == (), "nothing of the first caller stands beside the second"
    gate.set()
    now.settle()
    assert now.panel.cards.cards == found(in_hand(now), 8)


def test_why_there_are_no_cards_stands_where_they_would(
    now: NowDesk, expects_log: Callable[[str], None]
) -> None:
    expects_log("There are no cards")

    def locked(contact: Contact, limit: int = 5) -> tuple[ContactCard, ...]:
        raise Trouble("The base is locked.")

    now.workspace.cards.for_contact = locked  # type: ignore[method-assign]  # as above
    now.call(**JEAN)
    assert now.panel.cards._nothing.text == "The base is locked."
    assert not now.troubles, "told once, in its place"


# the note and the end


def test_the_note_is_kept_as_it_is_typed_and_the_focus_goes_back(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "Rappeler demain à 9 h")
    assert now.panel.note.state.text == "kept on this computer"
    found = kept(now).current
    assert found is not None
    assert found.note == "Rappeler demain à 9 h"
    press(now.panel.note.edit, "Esc")
    assert QApplication.focusWidget() is now.screens.field


def test_a_note_typed_a_moment_ago_is_kept_before_its_contact_ends(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    now.press("Ctrl+N")
    type_text(now.panel.note.edit, "vite")
    now.press("F8")
    now.press("F8")
    last = kept(now).last()
    assert last is not None
    assert last.note == "vite"


def test_an_end_can_be_taken_back(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "à garder")
    now.press("F8")
    now.press("F8")
    assert now.flow.contact is None
    assert now.panel.undo.isVisible(), "beside the other screens too, where the panel would go"
    now.press("Shift+F8")
    assert in_hand(now).phase is Phase.WRAPPING
    assert now.panel.note.text == "à garder"
    assert kept(now).last() is None


def test_once_it_can_be_taken_back_no_more_the_panel_goes(now: NowDesk) -> None:
    now.flow._undoing.setInterval(1)
    now.call(CallState.ANSWERED, **JEAN)
    now.press("F8")
    now.press("F8")
    now.wait(lambda: not now.panel.isVisible(), "the end of the offer")
    now.press("Shift+F8")
    assert now.flow.contact is None


def test_the_focus_goes_back_from_a_note_whose_contact_is_closed(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "fini")
    now.press("F8")
    now.press("F8")
    assert QApplication.focusWidget() is now.screens.field


def test_a_guides_path_goes_below_what_is_written(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "Facture du 3.")
    now.flow.add_to_note("Payée ? Oui\nPar carte")
    now.settle()
    assert now.panel.note.text == "Facture du 3.\nPayée ? Oui\nPar carte"
    found = kept(now).current
    assert found is not None
    assert found.note == now.panel.note.text


def test_what_was_missing_goes_out_with_the_motive_and_without_the_note(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "Madame X, 06")
    now.press("F8")
    assert now.flow.ask_missing()
    type_text(now.panel.wrap_up.what, "prix des SMS surtaxés")
    press(now.panel.wrap_up.what, "Return")
    now.wait(lambda: len(now.workspace.outbox.waiting()) == 1, "what waits to be sent")
    sent = now.workspace.outbox.waiting()[0].body
    assert (sent["query"], sent["queue"], sent["intent"]) == (
        "prix des SMS surtaxés", "facturation", "facture-elevee",
    )  # fmt: skip
    assert "Madame" not in json.dumps(sent)


def test_the_contact_before_can_be_looked_at_and_its_note_copied(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "à recopier")
    now.press("F8")
    now.press("F8")
    now.place.show_now()
    last = now.panel.last_at_rest
    last.toggle.click()
    last.copy.click()
    assert QApplication.clipboard().text() == "à recopier"


def test_what_was_in_hand_is_there_again_after_a_kill(
    now: NowDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    now.call(CallState.ANSWERED, **JEAN)
    write(now, "en cours")
    with open_now(copy_of(now.workspace.profile, tmp_path / "after")) as again:
        assert again.panel.note.text == "en cours"
        assert again.panel.caller.name.text == "Jean Dupont"


# a second call, and none


def test_a_second_call_waits_in_a_line_and_a_key_switches(now: NowDesk) -> None:
    now.call(CallState.ANSWERED, call="a", **JEAN)
    write(now, "premier")
    now.call(call="b", number="06 39 98 12 05", queue="mobile")
    assert now.panel.caller.name.text == "Jean Dupont"
    assert now.panel.waiting.isVisible()
    now.press("F6")
    assert now.panel.caller.name.text == "Amadou Sow"
    assert now.panel.note.text == ""
    now.press("F6")
    assert now.panel.note.text == "premier"


def test_someone_on_the_line_needs_no_telephony(now: NowDesk) -> None:
    now.press("Ctrl+Shift+N")
    assert QApplication.focusWidget() is now.panel.by_hand.words
    type_text(now.panel.by_hand.words, "pas internet")
    press(now.panel.by_hand.words, "Return")
    now.settle()
    assert now.flow.contact is not None
    assert now.flow.contact.phase is Phase.TALKING
    assert now.panel.note.text == "pas internet"
    assert now.panel.cards.lead.sentence


def test_by_hand_a_queue_and_a_motive_do_too(now: NowDesk) -> None:
    now.press("Ctrl+Shift+N")
    form = now.panel.by_hand
    form.queue._take("fibre-technique")
    form.intent._take("panne")
    press(form.words, "Return")
    now.settle()
    assert now.panel.cards.cards[0].article_id == "fibre/pas-internet"
