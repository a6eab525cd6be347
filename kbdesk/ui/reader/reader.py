"""The reader pane: one article, from what to say down to its last line.

Given a `Reading` it shows at once the head and the first screens, opens at the passage that
answered, and marks the words that matched. It follows no link and opens nothing by itself: it says
what was asked, and the window decides.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.clock import Clock, SystemClock
from kbdesk.core.articles import Kind
from kbdesk.core.lease import Lease
from kbdesk.core.reading import OutlineEntry, Reading
from kbdesk.core.related import RelatedCard
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.look.look import Dressed, Look
from kbdesk.ui.reader import dressing, links, replies
from kbdesk.ui.reader.around import Around
from kbdesk.ui.reader.bar import Bar
from kbdesk.ui.reader.find import FindBar
from kbdesk.ui.reader.finding import Finding
from kbdesk.ui.reader.head import Head
from kbdesk.ui.reader.highlight import Highlight
from kbdesk.ui.reader.links import ToArticle, ToCopy, ToDay, ToFile, ToOutside, ToPicture
from kbdesk.ui.reader.navigation import Navigation
from kbdesk.ui.reader.outline import Outline, outline_entries
from kbdesk.ui.reader.page import Page
from kbdesk.ui.reader.picture_view import PictureView
from kbdesk.ui.reader.pictures import Assets

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Reader(QWidget):
    """Shows one article at a time."""

    link_requested = Signal(str, str)  # article id, anchor
    external_link_requested = Signal(str)  # address: http, https, mailto or tel
    favourite_toggled = Signal(str)  # article id
    copied = Signal(str)  # the text now on the clipboard
    attachment_wanted = Signal(str)  # path of a file of the base that another program opens
    more_asked = Signal()
    guide_requested = Signal(str)  # id of the guide on screen, to be walked

    def __init__(
        self, parent: QWidget | None = None, *, look: Look | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look or Look.of("light")
        self._clock = clock or SystemClock()
        self._reading: Reading | None = None
        self._messages: dict[str, str] = {}  # of a script: text by anchor
        self.bar = Bar(self._look)
        self.around = Around(self._look, self._clock)
        self.page = Page(Head(self._look, self._clock), self._look)
        self.outline = Outline(self._look, self.page)
        self.find_bar = FindBar(self._look, self, self.page)
        self.highlight = Highlight(self.page, self._look)
        self.navigation = Navigation(
            self, self.page, self.outline, self.highlight, self.bar.outline
        )
        self.finding = Finding(self, self.page, self.find_bar, self.highlight)
        self.picture_view = PictureView(self._look, self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self.clear()

    # what the window asks

    def show_reading(self, reading: Reading, *, stay: bool = False) -> None:
        """Open an article at the passage that answers; or, to `stay`, show it anew where it is."""
        self._reading = reading
        script = reading.article.kind is Kind.SCRIPT
        self._messages = replies.replies(reading.html) if script else {}
        self._show_parts()
        self.finding.close()
        self.bar.show_reading(reading)
        self.around.show_reading(reading)
        self.page.head.show_reading(reading)
        self.navigation.begin(self._headings(reading), reading.anchor)
        self.page.setAccessibleName(reading.article.title)
        self._describe()
        self._show_page(stay=stay)
        self.highlight.show_marks(reading.marks)
        self.navigation.open_passage()
        self._arrange()

    def clear(self) -> None:
        """Show nothing."""
        self._reading, self._messages = None, {}
        self.navigation.begin(())
        self.finding.close()
        self.page.show_page("", outlined=False)
        self._show_parts()

    def find(self) -> None:  # type: ignore[override]  # hides a static look-up that is never used
        """Open the find bar, with the words selected in the page if there are any."""
        if self._reading is not None:
            self._arrange()
            self.finding.open()

    def focus_text(self) -> None:
        """Give the keys to the text."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_reply(self) -> None:
        """Copy what to say, in a script the message in view; ask for what is missing in it."""
        if self._messages:
            self._copy_message(self._message_in_view())
        elif self._reading is not None:
            self.page.head.say.copy()

    def start_guide(self) -> None:
        """Ask for the guide on screen to be walked."""
        if self._reading is not None and self._reading.article.kind is Kind.GUIDE:
            self.guide_requested.emit(self._reading.article.id)

    def ask_day(self) -> None:
        """Ask for another day to show the article for."""
        if self._reading is not None:
            self.around.as_of.ask()

    def ask_paper(self) -> None:
        """Offer to print the article."""
        if self._reading is not None:
            self.around.paper.ask(self._reading)

    def show_lease(self, lease: Lease) -> None:
        """Tell another age of the article on screen; nothing of it moves but by that line."""
        self.around.show_lease(lease)
        self._describe()

    @property
    def reading(self) -> Reading | None:
        """The article on screen."""
        return self._reading

    def show_related(self, article_id: str, cards: Sequence[RelatedCard]) -> None:
        """Add what to read next to the end of an article, if it is still the one on screen."""
        if cards and self._reading is not None and self._reading.article.id == article_id:
            self.page.extend(dressing.read_next(cards))

    def add_leading(self, widget: QWidget) -> None:
        """Put a widget of the window before the path, such as a way back."""
        self.bar.lead(widget)

    def set_favourite(self, *, kept: bool) -> None:
        """Show whether the open article is a favourite."""
        if self._reading is not None:
            self._reading = replace(self._reading, favourite=kept)
            self.bar.show_reading(self._reading)

    def set_assets(self, loader: Assets | None) -> None:
        """Say where pictures of the base come from: bytes by path, None when there is none."""
        self.page.set_assets(loader)

    def apply_look(self, look: Look) -> None:
        """Draw everything anew, at the same place."""
        if look == self._look:
            return
        self._look = look
        parts: tuple[Dressed, ...] = (
            self.bar, self.around, self.outline, self.find_bar, self.page, self.highlight
        )  # fmt: skip
        for part in parts:
            part.apply_look(look)
        self._arrange()
        self.update()

    # within

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.around)
        self._column.addWidget(self.page, 1)
        above = (*stops_in(self.bar), *stops_in(self.around), *stops_in(self.find_bar))
        in_order((*above, *stops_in(self.page.head), self.page, self.outline.headings))

    def _connect(self) -> None:
        self.page.anchorClicked.connect(self._follow)
        said = self.page.head.say
        said.copied.connect(self._on_copied)
        said.channel_shown.connect(self._move_key)
        said.may_copy = self.page.may_copy = self.around.may_copy
        said.asked.connect(lambda: self.page.places.scroll_to(0))
        for left in (said.left, self.around.as_of.closed, self.around.paper.closed):
            left.connect(self.focus_text)
        self.page.head.cautions.chosen.connect(self.navigation.jump)
        self.page.head.guide_asked.connect(self.start_guide)
        self.bar.outline_asked.connect(self.navigation.show_headings)
        self.bar.day_asked.connect(self.ask_day)
        self.bar.more_asked.connect(self.more_asked)
        self.bar.favourite_clicked.connect(self._toggle_favourite)

    def _show_page(self, *, stay: bool) -> None:
        if self._reading is not None:
            messages = list(self._messages), self._first_message
            html = dressing.page(self._reading, self._clock.today(), *messages)
            self.page.show_page(html, outlined=self.navigation.outlined, stay=stay)

    def _describe(self) -> None:
        said = filter(None, (self.around.words, self.page.head.trust.words))
        self.page.setAccessibleDescription(" ".join(said))

    def _on_copied(self, text: str) -> None:
        self.around.tell_copied()
        self.copied.emit(text)

    def _headings(self, reading: Reading) -> tuple[OutlineEntry, ...]:
        headings = outline_entries(reading)
        if headings and reading.article.summary:
            return (OutlineEntry("", self.tr("What to say"), 0), *headings)
        return headings

    def _show_parts(self) -> None:
        for part in (self.bar, self.around, self.page):
            part.setVisible(self._reading is not None)

    def _toggle_favourite(self) -> None:
        if self._reading is not None:
            self.set_favourite(kept=not self._reading.favourite)
            self.favourite_toggled.emit(self._reading.article.id)

    def _follow(self, url: QUrl) -> None:
        target = links.target(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if isinstance(target, ToArticle) and not target.id:
            self.navigation.jump(target.anchor)
        elif isinstance(target, ToArticle):
            self.link_requested.emit(target.id, target.anchor)
        elif isinstance(target, ToCopy) and target.anchor in self._messages:
            self._copy_message(target.anchor)
        elif isinstance(target, ToOutside):
            self.external_link_requested.emit(target.address)
        elif isinstance(target, ToDay):
            self.around.as_of.day_wanted.emit(target.day)
        elif isinstance(target, ToFile):
            self.attachment_wanted.emit(target.path)
        elif isinstance(target, ToPicture):
            self.picture_view.show_picture(self.page.picture_at(target.path))

    # the messages of a script

    def _message_in_view(self) -> str:
        """Return the anchor of the message that is read now, the first one above them all."""
        shown = self.navigation.anchors_in_view()
        return next((anchor for anchor in shown if anchor in self._messages), self._first_message)

    @property
    def _first_message(self) -> str:
        return replies.first_for(
            self.page.head.say.channel, self._messages, self.navigation.entries
        )

    def _move_key(self) -> None:
        if self._messages:
            self._show_page(stay=True)

    def _copy_message(self, anchor: str) -> None:
        name = next((entry.text for entry in self.navigation.entries if entry.anchor == anchor), "")
        self.page.head.say.copy_text(self._messages[anchor], name)

    # events

    def _arrange(self) -> None:
        """Put the outline and the find bar where they belong at this size."""
        shared = self.page.geometry_of
        self.bar.place(shared.left)
        self.around.stand(shared.left)
        self.find_bar.place(self.width() - 16, self.bar.height(), self.width() - 32)
        self.navigation.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_F and held == CTRL:
            self.find()
        elif key == Qt.Key.Key_J and held == CTRL:
            self.navigation.show_headings()
        elif key == Qt.Key.Key_C and held == CTRL | SHIFT:
            self.copy_reply()
        elif key == Qt.Key.Key_G and held == Qt.KeyboardModifier.NoModifier:
            self.start_guide()
        elif key == Qt.Key.Key_F3 and self._reading is not None:
            self._find_next(-1 if held & SHIFT else 1)
        elif key == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.finding.close()
        else:
            super().keyPressEvent(event)

    def _find_next(self, by: int) -> None:
        if self.find_bar.isVisible():
            self.highlight.step(by)
        else:
            self.find()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._reading is not None:
            self.show_reading(self._reading)
        super().changeEvent(event)
