"""Which form a copied reply takes: text, mail, chat, text message; and what that one counts."""

from PySide6.QtCore import QEvent, QObject

from kbdesk.core.replies import Channel, Shaped
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.look.look import Look


class Counts(QObject):
    """The sentence that counts a text message; one instance serves all."""

    def counted(self, shaped: Shaped) -> str:
        """Say how long a text message is, and by how much too long; "" where nothing counts."""
        if not shaped.limit:
            return ""
        told = self.tr("SMS: %1 of %2").replace("%1", str(shaped.length))
        told = told.replace("%2", str(shaped.limit))
        if shaped.over:
            over = self.tr("%1 too many for one, it makes %2 messages")
            over = over.replace("%1", str(shaped.over)).replace("%2", str(shaped.parts))
            told = f"{told} · {over}"
        if shaped.forcing:
            why = self.tr("%1 is not in the alphabet of text messages: one holds 70")
            told = f"{told} · {why.replace('%1', ' '.join(shaped.forcing[:6]))}"
        return told


_counts = Counts()
counted = _counts.counted


class ChannelChip(FilterChip):
    """The chooser, in the head of what to say: no box of its own on that soft ground."""

    ground = ("", "")

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._name_things()

    def show_channel(self, channel: Channel) -> None:
        """Show the channel in use."""
        self.choose("" if channel is Channel.PLAIN else channel.value)
        self._speak()

    def _name_things(self) -> None:
        self.offer([
            Choice("", self.tr("Text")),
            Choice(Channel.HTML.value, self.tr("Formatted text")),
            Choice(Channel.MAIL.value, self.tr("E-mail")),
            Choice(Channel.CHAT.value, self.tr("Chat")),
            Choice(Channel.SMS.value, self.tr("SMS")),
        ])  # fmt: skip
        self._speak()

    def _speak(self) -> None:
        named = self.tr("Copy as: %1").replace("%1", self.text())
        self.setAccessibleName(named)
        self.setToolTip(f"{named} (Alt+R)")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)
