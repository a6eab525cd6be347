"""The cards of the contact in hand: when they are asked for, and when they may move."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import pytest

from kbdesk.core.cards import ContactCard
from kbdesk.core.contact import Contact
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now_cards import NowCards
from kbdesk.ui.tasks import Tasks
from tests.gui.now_values import card, contact
from tests.support.held_runner import HeldRunner


@dataclass
class Followed:
    """Cards that answer when they are let to, and what was asked of them."""

    cards: NowCards
    panel: NowPanel
    lane: HeldRunner
    writer: HeldRunner
    held: list[bool]
    found: tuple[ContactCard, ...] = (card(1), card(2))
    used: list[str] = field(default_factory=list)

    @property
    def shown(self) -> list[str]:
        return [one.article_id for one in self.panel.cards.cards]

    def answer(self, *found: ContactCard) -> None:
        self.found = found
        self.lane.let_go()


@pytest.fixture
def followed(qapp: object) -> Iterator[Followed]:
    lanes = Lanes(HeldRunner(), HeldRunner(), HeldRunner())
    panel, held = NowPanel(Look.of("light")), list[bool]()

    def fail(error: Exception) -> None:
        raise error

    def for_contact(_contact: Contact, _limit: int) -> tuple[ContactCard, ...]:
        return made.found

    def record_use(_contact: Contact, article: str) -> None:
        made.used.append(article)

    service = SimpleNamespace(for_contact=for_contact, record_use=record_use)
    cards = NowCards(lambda: service, panel, Tasks(lanes, fail), lambda: bool(held))  # type: ignore[arg-type,return-value]  # a stand-in
    made = Followed(cards, panel, lanes.search, lanes.writer, held)  # type: ignore[arg-type]  # as made above
    yield made
    cards.stop()
    panel.deleteLater()


def test_a_contact_that_is_found_by_the_same_things_is_not_asked_for_again(
    followed: Followed,
) -> None:
    """A ring that is answered keeps the cards it rang with."""
    followed.cards.follow(contact())
    followed.answer(card(1), card(2))
    followed.cards.follow(contact(seconds=140))
    assert not followed.lane.jobs
    assert followed.shown == ["facturation/1", "facturation/2"]
    assert followed.cards.shown


def test_another_motive_brings_cards_and_leaves_the_first_in_its_place(followed: Followed) -> None:
    followed.cards.follow(contact())
    followed.answer(card(1), card(2))
    followed.cards.follow(contact(intent="remboursement"))
    followed.answer(card(3), card(1))
    assert followed.shown == ["facturation/1", "facturation/3"]


def test_another_contact_begins_anew_and_late_cards_of_the_one_before_are_dropped(
    followed: Followed,
) -> None:
    followed.cards.follow(contact())
    followed.cards.follow(contact(key="2"))
    assert not followed.cards.shown
    followed.answer(card(1))
    assert followed.shown == []
    followed.answer(card(2), card(1))
    assert followed.shown == ["facturation/2", "facturation/1"]


def test_what_was_opened_belongs_to_its_contact(followed: Followed) -> None:
    followed.cards.follow(contact())
    followed.answer(card(1), card(2))
    followed.panel.card_opened.emit(card(2))
    followed.panel.card_opened.emit(card(2))
    assert followed.cards.opened == ("facturation/2",)
    followed.writer.let_go()
    followed.writer.let_go()
    assert followed.used == ["facturation/2", "facturation/2"]
    followed.cards.follow(None)
    assert not followed.cards.opened


def test_a_sentence_with_a_hole_is_opened_and_not_copied(followed: Followed) -> None:
    """Its names are asked where the article is read."""
    asked: list[str] = []
    followed.cards.open_requested.connect(asked.append)
    followed.cards.follow(contact())
    followed.panel.card_copied.emit(replace(card(1), say="Bonjour {prénom}."))
    assert asked == ["facturation/1"]


def test_cards_that_come_while_alt_is_held_wait(followed: Followed) -> None:
    followed.cards.follow(contact())
    followed.answer(card(1), card(2))
    followed.held.append(True)
    followed.cards.follow(contact(intent="remboursement"))
    followed.answer(card(3))
    assert followed.cards.held_back
    assert not followed.cards.settled
    assert followed.shown == ["facturation/1", "facturation/2"]
