"""What to say: the sentence that an agent speaks or pastes, before anything else on the page.

A script's `{names}` are asked for here: copying with one missing shows what is missing and copies
nothing, because a hole pasted to a customer is worse than a second's wait. What is copied has the
form of the channel that was chosen; a message written for a channel has the form of its own.
"""

import html
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kbdesk.core import replies, scripts
from kbdesk.core.replies import Channel, Shaped
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.channel_chip import ChannelChip, counted
from kbdesk.ui.reader.glyph import QUOTES, Glyph
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.variables import Variables
from kbdesk.ui.shortcuts import SHORTCUTS

COPY_KEY = SHORTCUTS.get("copy_reply", "Ctrl+Shift+C")
COPIED_FOR = 2000  # ms that the button says so
EDGE = 3
BESIDE = 8  # px between the parts of its head
_OPEN_NAME = re.compile(r"\{[^{}<>]+\}")


class Say(QWidget):
    """The block with the sentence, its copy button and, for a script, the fields to fill."""

    copied = Signal(str)  # the text now on the clipboard
    asked = Signal()  # fields are shown, and the keys are in them
    left = Signal()  # the keys leave the fields by Esc
    channel_chosen = Signal(str)
    channel_shown = Signal()  # another form, whoever chose it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.may_copy: Callable[[], bool] = lambda: True  # an aged text is copied when asked twice
        self.frame = ("", "")  # greeting and closing of mails, as the script sets them
        self.channel = Channel.PLAIN
        self._sentence = ""
        self._keyed = True
        self._copies = True
        self._pending = ("", "")  # what is copied once nothing is missing, and its name
        self._quotes = Glyph(QUOTES, 16, look, colour="accent", line="body")
        self._name = QLabel()
        self.chip = ChannelChip(look)
        self._count = Prose("caption", look, colour="muted")
        self._copy = QPushButton()
        self._caps = KeyCaps(COPY_KEY, look, "soft")
        self._words = Prose("say", look)
        self._variables = Variables(look)
        self._column = QVBoxLayout(self)
        self._rest = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._lay_out()
        self._variables.changed.connect(self._show_words)
        self._variables.completed.connect(lambda: self.copy_text(*self._pending))
        self._variables.left.connect(self.left)
        self.chip.chosen.connect(self._choose)
        self._copy.clicked.connect(self.copy)
        self._rest.timeout.connect(self._name_things)
        self._name_things()
        self.apply_look(look)

    @property
    def first_stop(self) -> QWidget:
        """Where the Tab key enters."""
        return self._copy

    @property
    def sentence(self) -> str:
        """What is to be said, its `{names}` still open."""
        return self._sentence

    def show_sentence(self, sentence: str, *, keyed: bool = True) -> None:
        """Show a sentence with its `{names}` still open; `keyed` when the copy key is for it."""
        self._sentence, self._keyed, self._pending = sentence, keyed, (sentence, "")
        self._rest.stop()
        self._variables.forget()
        self._name_things()
        self._show_words()
        self._fit()
        self.setVisible(bool(sentence))

    def only_show(self) -> None:
        """Offer nothing to copy: the text is not published yet."""
        self._copies = False
        self._copy.hide()
        self._fit()

    def copy(self) -> None:
        """Copy the sentence."""
        if self._sentence:
            self.copy_text(self._sentence)

    def copy_text(self, text: str, name: str = "") -> None:
        """Put a text of the article on the clipboard; with a name missing, ask for it instead."""
        self._pending = (text, name)
        shaped = self._shaped(text, name)
        if shaped.missing:
            self.show()
            self._variables.ask(self._wanted(text, name), shaped.missing[0], name)
            for before, after in pairwise([self._copy, *self._variables.fields]):
                self.setTabOrder(before, after)
            self.asked.emit()
            return
        if not self.may_copy():
            return
        made = QMimeData()
        made.setText(shaped.text)
        if shaped.html:
            made.setHtml(shaped.html)
        QGuiApplication.clipboard().setMimeData(made)
        self._tell_copied(name, shaped)
        self.copied.emit(shaped.text)

    def show_channel(self, channel: Channel) -> None:
        """Copy in the form of a channel from now on, without telling anyone."""
        moved, self.channel = channel is not self.channel, channel
        self.chip.show_channel(channel)
        self._show_words()
        self._fit()
        if moved:
            self.channel_shown.emit()

    def know(self, values: Mapping[str, str]) -> None:
        """Fill in what is known of the contact and of the agent."""
        self._variables.know(values)

    def _choose(self, key: str) -> None:
        self.show_channel(Channel(key or Channel.PLAIN.value))
        self.channel_chosen.emit(self.channel.value)

    def _shaped(self, text: str, name: str = "") -> Shaped:
        """Shape a text for its channel: its own, by the name of the message, or the one chosen."""
        own = replies.channel_of(name)
        greeting, closing = ("", "") if own else self.frame
        values = self._variables.values()
        return replies.shape(text, values, own or self.channel, greeting=greeting, closing=closing)

    def _wanted(self, text: str, name: str) -> tuple[str, ...]:
        """Name the variables of all that would be copied."""
        own = replies.channel_of(name)
        framed = self.channel is Channel.MAIL and own is None
        parts = (self.frame[0], text, self.frame[1]) if framed else (text,)
        return scripts.variables("\n\n".join(parts))

    def _tell_copied(self, name: str, shaped: Shaped) -> None:
        if name:
            told = self.tr("Copied: %1").replace("%1", name)
            self._variables.tell(" · ".join(filter(None, (told, counted(shaped)))))
        else:
            self._copy.setText(self.tr("Copied"))
            self._rest.start()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (
            self._quotes, self._caps, self._words, self._variables, self.chip, self._count
        ):  # fmt: skip
            part.apply_look(look)
        accent = look.tokens.colour("accent")
        small = f"font-size: {look.px(12)}px; color: {accent};"
        self._name.setStyleSheet(f"{small} font-weight: 600;")
        self._copy.setStyleSheet(
            f"QPushButton {{ {small} font-weight: 500; background: transparent; padding: 0 2px;"
            f" border: 2px solid transparent; min-height: {look.px(20)}px; }}"
            f"QPushButton:focus {{ border-color: {accent}; border-radius: 6px; padding: 0 2px; }}"
        )
        self._fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._look.tokens.radii["card"]
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(-2 * radius, 0, 0, 0), radius, radius)
        with painter_on(self) as painter:
            painter.fillPath(ground, self._look.colour("accent-soft"))
            painter.fillRect(0, 0, EDGE, self.height(), self._look.colour("accent"))

    def minimumSizeHint(self) -> QSize:
        """Take any width: what has no room beside the words is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(BESIDE)
        for part in (self._quotes, self._name):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.chip)
        head.addWidget(self._copy)
        head.addWidget(self._caps)
        column = self._column
        column.setContentsMargins(21 + EDGE, 12, 20, 18)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._count)
        column.addWidget(self._variables)

    def _fit(self) -> None:
        """Leave out the key, and then the form, where they would not fit beside the words."""
        sides = self._column.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        room -= sum(part.sizeHint().width() + BESIDE
                    for part in (self._quotes, self._name, self._copy))  # fmt: skip
        for part, wanted in ((self.chip, self._copies), (self._caps, self._keyed)):
            room -= part.sizeHint().width() + BESIDE
            part.setVisible(wanted and room >= 0)

    def _show_words(self) -> None:
        filled, missing = scripts.fill(self._sentence, self._variables.values())
        shaped = self._shaped(self._sentence)
        self._count.say(counted(shaped) if self._keyed else "")
        self._count.colour("warn" if shaped.over else "muted")
        self._count.setVisible(bool(self._count.accessibleName()))
        markup = html.escape(filled, quote=False)
        self._words.say(filled, _OPEN_NAME.sub(self._mark_name, markup) if missing else markup)

    def _mark_name(self, found: re.Match[str]) -> str:
        return f'<span style="color:{self._look.tokens.colour("accent")}">{found[0]}</span>'

    def _name_things(self) -> None:
        self._name.setText(self.tr("What to say"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy what to say"))
        self.setAccessibleName(self.tr("What to say"))
