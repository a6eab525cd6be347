"""The cards of the contact in hand: asked for by what it is found by, and moved when they may.

Of several questions only the newest answer counts, and `standing` decides what of an answer may
move. While Alt is held nothing moves at all: a key of a card may be half struck.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kbdesk.core import scripts
from kbdesk.core.cards import ContactCard
from kbdesk.core.contact import Contact
from kbdesk.errors import ContentLocked
from kbdesk.ui import words
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now.standing import settle
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.contact.cards import Cards

log = logging.getLogger(__name__)
ASKED = 8  # cards: five with a key, the rest under “more”
ASK_AFTER = 350  # ms without a further key: then the words of the note bring cards
LOOK_AGAIN = 50  # ms: while Alt is held, cards wait to move


class NowCards(QObject):
    """Follows one contact after the other; `cards` is asked for in a lane, as its first use is."""

    open_requested = Signal(str)  # article id

    def __init__(
        self, cards: "Callable[[], Cards]", panel: NowPanel, tasks: Tasks, held: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._cards, self._panel, self._tasks, self._held = cards, panel, tasks, held
        self._contact: Contact | None = None
        self._anew = True  # the next cards are the first of their contact
        self._found: tuple[ContactCard, ...] | None = None  # cards that wait for Alt to be let go
        self._known: Mapping[str, str] = {}  # what fills the {names} of a sentence
        self._opened: list[str] = []
        self._asking = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._asking.timeout.connect(self._ask)
        self._looking = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._looking.timeout.connect(self._move)
        panel.card_opened.connect(self._on_opened)
        panel.card_copied.connect(self._copy)

    @property
    def settled(self) -> bool:
        """True when no question is about to be asked and no cards wait to move."""
        return not self._asking.isActive() and not self._looking.isActive()

    @property
    def shown(self) -> bool:
        """True when the cards on screen are those of the contact in hand."""
        return self._contact is not None and not self._anew and bool(self._panel.cards.cards)

    @property
    def held_back(self) -> bool:
        """True while cards have come and wait to move."""
        return self._found is not None

    @property
    def opened(self) -> tuple[str, ...]:
        """The articles opened during this contact."""
        return tuple(self._opened)

    def follow(self, contact: Contact | None) -> None:
        """Take the contact as it stands by now, and ask again if other cards belong to it."""
        before, self._contact = self._contact, contact
        other = _key(before) != _key(contact)
        if other:
            self._forget()
        if contact is not None and (other or _asks_otherwise(before, contact)):
            self._anew = self._anew or _caller(before) != _caller(contact)
            self._ask()

    def follow_note(self) -> None:
        """Ask by the words of the note, as soon as the typing rests."""
        self._asking.start()

    def know(self, values: Mapping[str, str]) -> None:
        """Fill what is known of the contact into the sentences to come."""
        self._known = values

    def copy_first(self) -> None:
        """Copy the sentence of the first card."""
        self._panel.cards.copy_first()

    def stop(self) -> None:
        """Ask for nothing more, and move nothing."""
        self._asking.stop()
        self._looking.stop()
        self._tasks.forget()

    def _forget(self) -> None:
        """Forget what belonged to the contact before."""
        self._opened, self._found, self._anew = [], None, True
        self._tasks.forget()
        self._asking.stop()
        self._panel.cards.clear()

    # asking and showing

    def _ask(self) -> None:
        self._asking.stop()
        if self._contact is not None:
            asked = replace(self._contact, note=self._panel.note.text)
            self._tasks.read(
                lambda: self._cards().for_contact(asked, ASKED), self._take, self._refuse
            )

    def _take(self, found: tuple[ContactCard, ...]) -> None:
        known = self._known
        self._found = tuple(replace(c, say=scripts.fill(c.say, known)[0]) for c in found)
        self._move()

    def _refuse(self, error: Exception) -> None:
        """Say where the cards would stand why there are none: a locked base is no fault of ours."""
        if not isinstance(error, ContentLocked):
            log.warning("There are no cards: %s", error, exc_info=error)
        self._found = None
        self._panel.cards.refuse(words.trouble(error))

    def _move(self) -> None:
        """Show the cards that came, unless a key of theirs is half struck: then look again soon."""
        if self._found is None:
            return
        shown = self._panel.cards.cards
        if shown and not self._anew and self._held():
            self._looking.start()
            return
        cards = settle(shown, self._found, anew=self._anew, held=False)
        self._panel.show_cards(cards, anew=self._anew)
        self._anew, self._found = False, None

    # what is done with one

    def _on_opened(self, card: ContactCard) -> None:
        if card.article_id not in self._opened:
            self._opened.append(card.article_id)
        self._record_use(card)

    def _record_use(self, card: ContactCard) -> None:
        if (contact := self._contact) is not None:
            self._tasks.write(lambda: self._cards().record_use(contact, card.article_id))

    def _copy(self, card: ContactCard) -> None:
        """Copy a sentence; one with a hole in it is opened instead, where its names are asked."""
        if scripts.variables(card.say):
            self._on_opened(card)
            self.open_requested.emit(card.article_id)
            return
        QGuiApplication.clipboard().setText(card.say)
        self._panel.cards.tell_copied()
        self._record_use(card)


def _key(contact: Contact | None) -> str:
    return contact.key if contact is not None else ""


def _caller(contact: Contact | None) -> str:
    return contact.caller.account if contact is not None and contact.caller is not None else ""


def _asks_otherwise(before: Contact | None, now: Contact) -> bool:
    """Return whether what cards are found by has changed."""
    if before is None:
        return True
    was = (before.queue, before.intent, before.lang, _caller(before), before.matches)
    return was != (now.queue, now.intent, now.lang, _caller(now), now.matches)
