"""One notice in full: what it says, what it changes, how long it holds, and the act it asks."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kbdesk.core.announcements import Graded, Notice, State
from kbdesk.core.receipts_board import Sent
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.changed import Changed
from kbdesk.ui.announcements.check import Check
from kbdesk.ui.announcements.foot import WIDEST, NoticeFoot
from kbdesk.ui.announcements.level_edge import LevelTag
from kbdesk.ui.announcements.painted import really_shown
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.guide.step_text import StepText
from kbdesk.ui.hearing import in_order
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

READ_AFTER = 1000  # ms on screen: arrows that pass by have read nothing


class NoticePage(ScrollPage):
    """The column that scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.title = Prose("title", look)
        self.tag = LevelTag(look)
        self.about = Prose("caption", look, colour="muted")
        self.note = Prose("body", look, colour="warn")
        self.body = StepText(look, None)
        self.change_name = label("section")
        self.change = Changed(look)
        self.link = KeyedButton(look, "O", flush=True)
        self.check = Check(look)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.about, 1)
        self.link_row = QWidget()
        links = QHBoxLayout(self.link_row)
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.link)
        links.addStretch(1)
        for widget, gap in ((self.title, 6), (row, 14), (self.note, 10), (self.body, 24),
                            (self.change_name, 10), (self.change, 16), (self.link_row, 20),
                            (self.check, 12)):  # fmt: skip
            if isinstance(widget, QLayout):
                self._column.addLayout(widget)
            else:
                self._column.addWidget(widget)
            self._column.addSpacing(gap)
        self._column.addStretch(1)

    def bring(self, part: QWidget) -> None:
        """Scroll so that a part that has just come is seen whole."""
        for holder in (part, self._page):
            if (layout := holder.layout()) is not None:
                layout.activate()
        self._page.adjustSize()
        self.ensureWidgetVisible(part, 0, self._look.px(24))

    @property
    def _side(self) -> int:
        return 56 if self.width() >= 640 else super()._side

    @property
    def _above(self) -> int:
        return 4

    @property
    def _most(self) -> int:
        return round((WIDEST + 2 * self._side) * (1 + (self._look.scale - 100) / 200))


class NoticeSide(QWidget):
    """The page, the way back in one column, and the foot with the act."""

    left = Signal()
    confirm_requested = Signal(str)  # the notice's id
    answered = Signal(str, tuple)  # the notice's id, the answer
    seen = Signal(object)  # Notice: its text stood before somebody long enough to be read
    article_requested = Signal(str, str)  # id, anchor
    board_requested = Signal(str)  # the notice's id
    link_followed = Signal(str)  # an address in the text

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._notice: Notice | None = None
        self._now: datetime | None = None
        self._sent: Sent | None = None
        self.page = NoticePage(look)
        self.foot = NoticeFoot(look)
        self.back = IconButton("arrow-left", look)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(12, 0, 16, 0)
        bar.addWidget(self.back)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        column.addWidget(self.page, 1)
        self.page.hide()
        column.addWidget(self.foot)
        self.setObjectName("reader")
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._reading.timeout.connect(self._on_read)
        self._connect()
        self.show_alone(False)
        self.apply_look(look)
        self._name_things()

    def _connect(self) -> None:
        page = self.page
        self.back.clicked.connect(self.left.emit)
        self.foot.confirm.clicked.connect(self.confirm)
        self.foot.board.clicked.connect(self._open_board)
        page.link.clicked.connect(self.open_link)
        page.check.passage_requested.connect(self.open_link)
        page.check.answered.connect(self._on_answer)
        page.check.laid_out.connect(self._order)
        page.body.anchorClicked.connect(self._on_anchor)

    # what is shown

    @property
    def notice(self) -> Notice | None:
        """The one on screen."""
        return self._notice

    def show_notice(self, notice: Notice, now: datetime, sent: Sent | None = None) -> None:
        """Show a notice; the one that is there already keeps its place and its question.

        With `sent` it is one of those that this person sent, as the others read it.
        """
        before, self._notice, self._now, self._sent = self._notice, notice, now, sent
        self._rest.hide()
        self.page.show()
        other = before is None or (before.id, before.version) != (notice.id, notice.version)
        if other or (before is not None and before.recalled != notice.recalled):
            self.page.check.put_away()
            self.page.body.show_html("")
            self.page.verticalScrollBar().setValue(0)
        self._say()
        if notice.asks is State.UNDERSTOOD and notice.check is not None:
            if not self.page.check.asks:
                self.page.check.ask(notice.check, notice.id)
            self.foot.show_asked(True)
        elif notice.recalled is not None:
            self.page.check.put_away()
        self._order()
        if notice.unread and sent is None:
            self._reading.start()

    def show_body(self, notice_id: str, html: str) -> None:
        """Show the text, if its notice is still the one on screen."""
        if self._notice is not None and self._notice.id == notice_id:
            self.page.body.show_html(html)

    def show_verdict(self, notice_id: str, graded: Graded) -> None:
        """Say what became of an answer."""
        if self._notice is not None and self._notice.id == notice_id:
            self.page.check.show_verdict(graded)
            self.page.bring(self.page.check.verdict)

    def show_nothing(self) -> None:
        """Show that none is chosen."""
        self._notice = None
        self._reading.stop()
        self.foot.hide()
        self.page.hide()
        self._rest.show()

    def _say(self) -> None:
        notice, now, page = self._notice, self._now, self.page
        if notice is None or now is None:
            return
        page.title.say(notice.title)
        page.tag.show_level(notice.level)
        who = notice.by_name or notice.by
        holds = words.holds(notice.starts, notice.ends, now) if notice.recalled is None else ""
        said = f"{who} · {words.moment(notice.at, now)}"
        ink = self._look.tokens.colour("text")
        marked = (
            f"{escape(said)} · <span style='color:{ink}; font-weight:500'>{escape(holds)}</span>"
        )
        page.about.say(f"{said} · {holds}" if holds else said, marked if holds else "")
        told = self._told(notice, now)
        page.note.say(told)
        page.note.setVisible(bool(told))
        self._say_link(notice)
        self.foot.show_notice(notice, self._sent)

    def _told(self, notice: Notice, now: datetime) -> str:
        recall = notice.recalled
        if recall is not None:
            words_ = self.tr("Recalled by %1, %2: %3", "who, when, why")
            said = words_.replace("%1", recall.by_name or recall.by)
            return said.replace("%2", words.moment(recall.at, now)).replace("%3", recall.why)
        if notice.changed:
            return self.tr("This has changed since you read it. Please read it again.")
        if notice.ends is not None and notice.ends <= now:
            return self.tr("This announcement has ended.")
        return ""

    def _say_link(self, notice: Notice) -> None:
        page, link = self.page, notice.link if notice.recalled is None else None
        page.change.show_change(link.old if link else "", link.new if link else "")
        page.change_name.setText(self.tr("What changes"))
        page.change_name.setVisible(page.change.isVisibleTo(page))
        page.link.setText(self.tr("Open the passage"))
        page.link_row.setVisible(link is not None)

    def _order(self) -> None:
        """Let Tab go as one reads: the rows of a question are made late and would come last."""
        page, foot = self.page, self.foot
        in_order((self.back, page.body, page.link, *page.check.stops, foot.confirm, foot.board))

    # what is done

    @property
    def may_confirm(self) -> bool:
        """True while F7 does something here."""
        return self._notice is not None and self._notice.asks is not None and self._sent is None

    def confirm(self) -> None:
        """Confirm; where a question waits, bring it."""
        notice = self._notice
        if notice is None or notice.asks is None:
            return
        if notice.asks is State.UNDERSTOOD and notice.check is not None:
            self.ask()
        else:
            self.confirm_requested.emit(notice.id)

    def _open_board(self) -> None:
        if self._notice is not None:
            self.board_requested.emit(self._notice.id)

    def ask(self) -> None:
        """Bring the question into view, and the keys to it."""
        if self._notice is not None and self._notice.check is not None:
            if not self.page.check.asks:
                self.page.check.ask(self._notice.check, self._notice.id)
            self.foot.show_asked(self.page.check.asks)
            self.page.check.take_focus()
            self.page.bring(self.page.check)

    def open_link(self) -> None:
        """Open the article at its passage."""
        link = self._notice.link if self._notice is not None else None
        if link is not None:
            self.article_requested.emit(link.article, link.anchor)

    def _on_answer(self, answer: tuple[str, ...]) -> None:
        if self._notice is not None:
            self.answered.emit(self._notice.id, answer)

    def _on_anchor(self, url: QUrl) -> None:
        self.link_followed.emit(url.toString())

    def _on_read(self) -> None:
        if self._notice is not None and self._notice.unread:
            if really_shown(self.page):
                self.seen.emit(self._notice)
            else:
                self._reading.start()  # behind another screen, or put away

    def take_focus(self) -> None:
        """Give the keys to what is read."""
        if self.foot.confirm.isVisible():
            self.foot.confirm.setFocus()
        elif self.back.isVisible():
            self.back.setFocus()

    # shape

    def show_alone(self, alone: bool) -> None:
        """Offer the way back where the list is out of sight."""
        self.back.setVisible(alone)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._bar.setFixedHeight(look.size("bar"))
        self._say()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.shape(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))

    def _name_things(self) -> None:
        self.back.name(self.tr("Back to the announcements (Esc)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)
