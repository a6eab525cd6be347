"""What all replies on screen share: the form they are copied in, and what is known of the contact.

The reader and the guide each have a place where something is said; they are made late, and each
joins here when it is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from kbdesk.core.replies import Channel
from kbdesk.ui.guide_flow import GuideFlow
from kbdesk.ui.reader.say import Say
from kbdesk.ui.reading_side import ReadingSide


class ReplyForms(QObject):
    """Keeps what is said in one form."""

    channel_chosen = Signal(str)  # of Channel, to be remembered

    def __init__(self, side: ReadingSide, guides: GuideFlow) -> None:
        super().__init__()
        self._guides = guides
        self._said: list[Say] = []
        self._channel = Channel.PLAIN
        self._values: dict[str, str] = {}
        side.reader_made.connect(lambda reader: self._join(reader.page.head.say))
        guides.view_made.connect(lambda view: self._join(view.step.say))

    @property
    def channel(self) -> Channel:
        return self._channel

    def use(self, key: str) -> None:
        """Copy in the form of a channel; an unknown one is plain text."""
        known = {channel.value for channel in Channel}
        self._channel = Channel(key) if key in known else Channel.PLAIN
        for said in self._said:
            said.show_channel(self._channel)

    def know(self, values: Mapping[str, str]) -> None:
        """Fill the variables with what is known of the contact in hand."""
        self._values = dict(values)
        for said in self._said:
            said.know(self._values)

    def choose(self) -> None:
        """Open the choice of forms where something is said."""
        shown = next((said for said in self._said if said.isVisible()), None)
        if shown is not None:
            shown.chip.open_menu()

    def _join(self, said: Say) -> None:
        self._said.append(said)
        said.show_channel(self._channel)
        said.know(self._values)
        said.channel_chosen.connect(self._on_chosen)

    def _on_chosen(self, key: str) -> None:
        self.use(key)
        self.channel_chosen.emit(key)
