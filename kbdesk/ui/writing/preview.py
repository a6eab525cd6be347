"""The text as its readers will see it: the page of the reader itself, filled while one types."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import dressing
from kbdesk.ui.reader.cautions import cautions
from kbdesk.ui.reader.head import Head
from kbdesk.ui.reader.page import Page
from kbdesk.ui.writing.looking import Looked


class Preview(QWidget):
    """Title, what to say, text; it stays where it is read while the text changes."""

    def __init__(self, look: Look, clock: Clock, assets: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self._clock = clock
        self._shown: Looked | None = None
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Head(look, clock)
        self.page = Page(self.head, look)
        self.page.set_assets(assets)
        for part in (self.head.trust, self.head.guide_row):
            part.hide()
        self.head.say.only_show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.page)
        self._say()

    def show_looked(self, looked: Looked, *, stay: bool) -> None:
        """Show a text as it is by now; the same look again changes nothing."""
        before, self._shown = self._shown, looked
        if stay and before is not None and _same(before, looked):
            return
        self.head.title.say(looked.title or self.tr("Without a title yet"))
        self.head.say.show_sentence(looked.summary, keyed=False)
        self.head.cautions.show_cautions(cautions(looked.html))
        self.page.show_page(self._dressed(looked.html), outlined=False, stay=stay)

    def follow(self, heading: int) -> None:
        """Bring the section that is being written into view."""
        sections = self.page.builder.sections
        if 0 <= heading < len(sections):
            self.page.places.reveal(sections[heading].position)
        elif heading < 0:
            self.page.places.scroll_to(0)

    def _dressed(self, html: str) -> str:
        today: date = self._clock.today()
        return dressing.dress(dressing.with_pictures(dressing.french(html)), today)

    def _say(self) -> None:
        self.page.setAccessibleName(self.tr("Preview"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _same(one: Looked, other: Looked) -> bool:
    return (one.html, one.title, one.summary) == (other.html, other.title, other.summary)
