"""The contact in hand beside the work, or in one column in its place.

From top to bottom: where it stands, who it is, what to say; below, always in the same place, the
note and the end. Without a contact: what this place is for. It is told everything and decides
nothing; `now_flow` joins it to the services.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.core.cards import ContactCard
from kbdesk.core.contact import Contact, Phase
from kbdesk.core.queues import Queue
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.overlay_bar import overlay_scroll_bar
from kbdesk.ui.hearing import announce
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import telling, words
from kbdesk.ui.now.by_hand import ByHand
from kbdesk.ui.now.caller import CallerLines
from kbdesk.ui.now.card_list import CardList
from kbdesk.ui.now.chooser import Chooser
from kbdesk.ui.now.head import Head
from kbdesk.ui.now.last_contact import LastContact
from kbdesk.ui.now.note import Note
from kbdesk.ui.now.rest import Rest
from kbdesk.ui.now.search_door import SearchDoor
from kbdesk.ui.now.undo_line import UndoLine
from kbdesk.ui.now.waiting_line import WaitingLine
from kbdesk.ui.now.wrap_up import WrapUp
from kbdesk.ui.shortcuts import SHORTCUTS


class NowPanel(QWidget):
    """The Now screen, in either shape."""

    open_requested = Signal(str)  # article id
    card_opened = Signal(object)  # ContactCard: before open_requested, for what is learnt of use
    card_copied = Signal(object)  # ContactCard, whose sentence is wanted on the clipboard
    note_written = Signal(str)  # the whole note, at each change
    chosen = Signal(str)  # account: who it is, by the agent's word; "" for none of them
    ended = Signal()  # the call is over, by the agent's word
    finished = Signal()  # so is the wrap-up
    undo_requested = Signal()  # of the end
    not_found = Signal(str)  # what was missing, in the agent's words
    path_requested = Signal()  # the guide's path, into the note
    taken_by_hand = Signal(str, str, str)  # queue, intent, words
    switch_requested = Signal()  # to the call that waits
    note_copied = Signal(str)  # the note of the contact before
    help_requested = Signal()  # how the telephone is connected
    search_requested = Signal(str)  # letters struck, from one column
    menu_requested = Signal()
    left = Signal()  # Esc where nothing is left to take away

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("now")
        self._look = look
        self._alone = False
        self.contact: Contact | None = None
        self._nobody = ""  # key of the contact that is none of those it could be
        self.door = SearchDoor(look)
        self.head = Head(look)
        self.waiting = WaitingLine(look)
        self.undo = UndoLine(look)
        self.caller = CallerLines(look)
        self.chooser = Chooser(look)
        self.cards = CardList(look)
        self.last, self.last_at_rest = LastContact(look), LastContact(look)
        self.wrap_up = WrapUp(look)
        self.note = Note(look)
        self.end = ActButton(look, shortcut=SHORTCUTS["end_contact"])
        self.rest = Rest(look)
        self.by_hand = ByHand(look)
        self._lay_out()
        self._connect()
        self.show_alone(False)
        self.show_contact(None, "", None, anew=True)
        self._say()

    # set up

    def _lay_out(self) -> None:
        """Build from the outside in: a part moved with what it holds is dressed all over again."""
        column = _column(self)
        self._work, (self._idle, idle_inner) = QWidget(self), _scroll(self)
        column.addWidget(self.door)
        column.addWidget(self.undo)
        column.addWidget(self._work, 1)
        column.addWidget(self._idle, 1)
        column.addSpacing(12)
        self._fill_work(_column(self._work))
        idle = _column(idle_inner)
        idle.addWidget(self.rest, 1)
        idle.addWidget(self.by_hand, 1)
        idle.addWidget(self.last_at_rest)

    def _fill_work(self, column: QVBoxLayout) -> None:
        (self.middle, inner), self._foot = _scroll(self._work), QWidget(self._work)
        column.addWidget(self.head)
        column.addWidget(self.waiting)
        column.addWidget(self.caller)
        column.addSpacing(16)
        column.addWidget(self.middle, 1)
        column.addWidget(self._foot)
        middle = _column(inner)
        middle.setContentsMargins(0, 0, 0, 12)
        middle.setSpacing(12)
        for part in (self.chooser, self.wrap_up, self.cards, self.last):
            middle.addWidget(part)
        middle.addStretch(1)
        foot = _column(self._foot)
        foot.setContentsMargins(16, 14, 16, 4)
        foot.setSpacing(10)
        foot.addWidget(self.note)
        foot.addWidget(self.end)
        self.end.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.cards.opened.connect(self._open)
        self.cards.copy_requested.connect(self.card_copied.emit)
        self.chooser.chosen.connect(self.chosen.emit)
        self.chooser.nobody.connect(self._choose_nobody)
        self.caller.confirmed.connect(self._confirm)
        self.note.written.connect(self.note_written.emit)
        self.end.clicked.connect(lambda _on=False: self.end_contact())
        self.wrap_up.path_requested.connect(self.path_requested.emit)
        self.wrap_up.missing_told.connect(self.not_found.emit)
        self.undo.undo_requested.connect(self.undo_requested.emit)
        self.waiting.switch_requested.connect(self.switch_requested.emit)
        self.rest.take_requested.connect(self.take_by_hand)
        self.rest.connect_requested.connect(self.help_requested.emit)
        self.by_hand.taken.connect(self.taken_by_hand.emit)
        self.by_hand.left.connect(self._leave_by_hand)
        self.door.field.search_requested.connect(self.search_requested.emit)
        self.door.menu_requested.connect(self.menu_requested.emit)
        for last in (self.last, self.last_at_rest):
            last.note_copied.connect(self.note_copied.emit)

    # what is shown

    def show_contact(
        self, contact: Contact | None, queue_title: str, now: datetime | None, *, anew: bool
    ) -> None:
        """Show a contact, or that there is none; `anew` when it is another than before."""
        self.contact = contact
        self._work.setVisible(contact is not None)
        self._idle.setVisible(contact is None)
        self.rest.setVisible(contact is None)
        self.by_hand.hide()
        if contact is None or now is None:
            self._say()
            return
        self.head.show_contact(contact, queue_title, now)
        self.caller.show_contact(contact)
        asks = telling.asks_who(contact, self._nobody)
        if asks:
            self.chooser.ask(contact.matches, alike=telling.alike(contact))
        self.chooser.setVisible(asks)
        self.cards.show_keys(not asks)
        wrapping = contact.phase is Phase.WRAPPING
        self.wrap_up.setVisible(wrapping)
        self.end.show_primary(wrapping)
        if anew:
            self._announce(contact)
            self.note.show_text(contact.note)
            self.wrap_up.begin("")
            self.middle.verticalScrollBar().setValue(0)
        self._say()

    def _announce(self, contact: Contact) -> None:
        """Let a screen reader say who it is, after what it is saying now."""
        announce(self, f"{words.state(contact.phase)}: {words.who(contact)}")

    def show_cards(self, cards: Sequence[ContactCard], *, anew: bool) -> None:
        self.cards.show_cards(cards, anew=anew)

    def show_waiting(self, waiting: Contact | None, queue_title: str, others: int = 0) -> None:
        """Tell that another call waits."""
        self.waiting.show_waiting(waiting, queue_title, others)

    def show_last(self, contact: Contact | None) -> None:
        """Hold the contact before this one."""
        self.last.show_contact(contact)
        self.last_at_rest.show_contact(contact)
        self.last_at_rest.setVisible(contact is not None and self.contact is None)

    def show_closed(self, closed: bool) -> None:
        """Offer to take back the end of a contact."""
        self.undo.setVisible(closed)

    def offer_queues(self, queues: Sequence[Queue]) -> None:
        self.by_hand.offer(queues)

    def tick(self, now: datetime) -> None:
        self.head.tick(now)

    # acts

    def press_card(self, number: int) -> bool:
        """Take the key of a card: it chooses who it is, while that is asked."""
        if self.contact is None:
            return False
        if telling.asks_who(self.contact, self._nobody):
            return self.chooser.choose_number(number)
        return self.cards.open_number(number)

    def _open(self, card: ContactCard) -> None:
        self.card_opened.emit(card)
        self.open_requested.emit(card.article_id)

    def _choose_nobody(self) -> None:
        self._nobody = self.contact.key if self.contact is not None else ""
        self.chosen.emit("")

    def _confirm(self) -> None:
        if self.contact is not None and self.contact.caller is not None:
            self.chosen.emit(self.contact.caller.account)

    def end_contact(self) -> None:
        """End the call, or the wrap-up after it."""
        if self.contact is not None:
            over = self.contact.phase is Phase.WRAPPING
            (self.finished if over else self.ended).emit()

    def take_by_hand(self) -> None:
        """Ask what is known of whoever is on the line."""
        if self.contact is None:
            self.rest.hide()
            self.by_hand.show()
            self.by_hand.begin()

    def _leave_by_hand(self) -> None:
        self.by_hand.hide()
        self.rest.show()
        self.rest.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_focus(self) -> None:
        """Bring the focus in, where somebody who asked for this place goes on."""
        stop: QWidget = self.rest.take
        if self.contact is not None:
            stop = self.chooser if telling.asks_who(self.contact, self._nobody) else self.cards.lead
            stop = self.chooser.first_stop if stop is self.chooser else stop
            stop = stop if stop.isVisibleTo(self) else self.note.edit
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # shape

    def show_alone(self, alone: bool) -> None:
        """Stand in one column in place of the screens, or beside them."""
        self._alone = alone
        self.door.setVisible(alone)
        self.caller.show_alone(alone)
        self.cards.show_alone(alone)
        self.note.show_alone(alone)
        self._shape()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()
        self.update()

    def _shape(self) -> None:
        look = self._look
        self.head.setMinimumHeight(look.px(28) if self._alone else look.size("bar"))
        self.rest.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = self._look.colour("line")
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("canvas"))
            if not self._alone:
                painter.fillRect(0, 0, 1, self.height(), line)
            if self.contact is not None:
                top = self._foot.mapTo(self, self._foot.rect().topLeft()).y()
                painter.fillRect(0, top, self.width(), 1, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Contact in hand"))
        wrapping = self.contact is not None and self.contact.phase is Phase.WRAPPING
        end, close = self.tr("End the contact"), self.tr("Close the contact")
        self.end.setText(close if wrapping else end)
        self.end.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _column(of: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(of)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made


def _scroll(parent: QWidget) -> tuple[QScrollArea, QWidget]:
    """Return what lets a column be as tall as it is, and where that column goes."""
    scroll = QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Ours, so that PySide knows it: asked for Qt's own, it tries 52 classes for what it could be.
    scroll.setViewport(QWidget())
    inner = QWidget()
    scroll.setWidget(inner)
    scroll.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    overlay_scroll_bar(scroll)
    return scroll, inner
