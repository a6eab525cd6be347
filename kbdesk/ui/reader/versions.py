"""Two versions of an article, word by word: which there are, which two, what changed.

What is gone is struck through and what is new underlined, both on grounds of their own and both
named to a screen reader; colour alone tells nothing. Lines that are the same are folded away but
for a few around each change. The newest change is shown first: the present version beside the one
before it.
"""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from kbdesk.core.versions import Comparison, Version
from kbdesk.core.word_diff import Line, Mark
from kbdesk.ui import dates
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.word_marks import OFF, SIGNS, marked
from kbdesk.ui.labels import label, set_role
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette
from kbdesk.ui.reader.bar import Crumb
from kbdesk.ui.reader.find import Turned
from kbdesk.ui.reader.geometry import NARROW

WIDEST = 720  # px of text at 100 %
CHIPS = 300  # px at 100 %: in less, the day of a version does not stand beside its number
AROUND = 2  # lines shown before and after a change
BEFORE, BESIDE = 12, 8  # px before the arrow, and between it and the title
MARGIN = 20  # px around the text; to the left of it at least
CHANGE = "change-"  # the names of the places of changes


class VersionsView(QWidget):
    """Stands in the place of the article while its versions are compared."""

    left = Signal()
    compare_wanted = Signal(int, int)  # older, newer
    open_wanted = Signal(int)  # the number of a version, to be read

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._today = date.min
        self._versions: tuple[Version, ...] = ()
        self._found: Comparison | None = None
        self._at = -1
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = IconButton("arrow-left", look)
        self._title = Crumb()
        set_role(self._title, "section")
        self.older, self.newer = FilterChip(look), FilterChip(look)
        self._arrow = label("caption")
        self._read = QuietButton(look)
        self._count = label("caption")
        self._up, self._down = Turned(look, up=True), Turned(look, up=False)
        self.text = QTextBrowser()
        FocusRing(self.text, look)
        self._lay_out()
        self._back.clicked.connect(self.left)
        self.older.chosen.connect(lambda _key: self._choose())
        self.newer.chosen.connect(lambda _key: self._choose())
        self._read.clicked.connect(lambda: self.open_wanted.emit(int(self.older.key)))
        self._up.clicked.connect(lambda: self.step(-1))
        self._down.clicked.connect(lambda: self.step(1))
        self.apply_look(look)
        self._name_things()

    def show_history(self, title: str, versions: Sequence[Version], today: date) -> None:
        """Offer the versions of an article; with two of them, the last change is asked for."""
        self._versions, self._today, self._found = tuple(versions), today, None
        self._title.setText(title)
        self._title.setToolTip(title)
        choices = self._choices()
        for chip in (self.older, self.newer):
            chip.offer(choices)
            chip.setEnabled(len(choices) > 1)
        self.newer.choose(str(versions[0].rev))
        self.older.choose(str(versions[min(1, len(versions) - 1)].rev))
        if len(versions) > 1:
            self._choose()
        else:
            self._tell()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_comparison(self, found: Comparison) -> None:
        """Show what changed, its first change in view."""
        self._found, self._at = found, -1
        self._tell()
        self.step(1)

    def step(self, by: int) -> None:
        """Go to the next change, or back, around the end."""
        total = self._found.changes if self._found else 0
        if total:
            self._at = (self._at + by) % total
            self.text.scrollToAnchor(f"{CHANGE}{self._at}")
            self._tell_count()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._head.setFixedHeight(look.size("bar"))
        for part in (self._back, self.older, self.newer, self._read, self._up, self._down):
            part.apply_look(look)
        for widget in (self.text, self.text.viewport()):
            widget.setPalette(palette(look.tokens))
        self.text.document().setDefaultFont(look.font("read"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
            self._tell()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.text.verticalScrollBar().sizeHint().width()
        width = min(self.width() - bar, self._look.px(WIDEST) + self._left)
        self.text.setLineWrapColumnOrWidth(width)
        self._align()

    @property
    def _left(self) -> int:
        """Where choices and text begin: below the title, or the arrow where room is short."""
        if self.width() < self._look.px(NARROW):
            return MARGIN
        return BEFORE + self._back.sizeHint().width() + BESIDE

    def _align(self) -> None:
        for chip in (self.older, self.newer):
            chip.say_briefly(self.width() < self._look.px(CHIPS))
        self._chosen.setContentsMargins(self._left, 0, 16, 0)
        root = self.text.document().rootFrame()
        shape = root.frameFormat()
        shape.setMargin(MARGIN)
        shape.setLeftMargin(self._left)
        root.setFrameFormat(shape)

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._keeps) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif by := self._step_of(event):
            self.step(by)
        else:
            super().keyPressEvent(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or bool(self._step_of(event))

    def _step_of(self, event: QKeyEvent) -> int:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F3 and (plain or shifted):
            return -1 if shifted else 1
        return {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0) if plain else 0

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(BEFORE, 0, 16, 0)
        head.setSpacing(BESIDE)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addStretch(1)
        chosen = Flow(8)
        chosen.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.older, self._arrow, self.newer, self._up, self._down, self._count, self._read
        ):  # fmt: skip
            chosen.addWidget(part)
        self._chosen = QVBoxLayout()
        self._chosen.addLayout(chosen)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.text.setStyleSheet("background: transparent;")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(self._chosen)
        column.addWidget(self.text, 1)

    def _choose(self) -> None:
        older, newer = int(self.older.key), int(self.newer.key)
        order = [one.rev for one in self._versions]
        if order.index(older) < order.index(newer):
            older, newer = newer, older
        if older != newer:
            self.compare_wanted.emit(older, newer)

    def _tell(self) -> None:
        self._tell_count()
        if not self._versions:
            return
        if len(self._versions) == 1:
            words = self.tr("This machine keeps no earlier version of this article.")
            self._show(f"<p>{escape(words)}</p>")
        elif self._found is not None:
            self._show(self._credit(self._found.newer) + self._page(self._found.lines))
            cursor = self.text.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self.text.setTextCursor(cursor)

    def _credit(self, version: Version) -> str:
        """Say whose suggestion the newer version was, and who took it."""
        told = next((one for one in self._versions if one.rev == version.rev), version)
        if not told.proposed_by:
            return ""
        words = self.tr("Proposed by %1.").replace("%1", told.proposed_by)
        if told.decided_by:
            words = self.tr("Proposed by %1, taken by %2.").replace("%1", told.proposed_by)
            words = words.replace("%2", told.decided_by)
        return f"<p>{escape(' '.join(filter(None, (words, told.comment))))}</p>"

    def _show(self, html: str) -> None:
        self.text.setHtml(html)
        self._align()  # a new text has the margins of none

    def _tell_count(self) -> None:
        total = self._found.changes if self._found else 0
        for part in (self._up, self._down):
            part.setVisible(total > 1)
        several = len(self._versions) > 1
        for widget in (self.older, self.newer, self._arrow, self._read):
            widget.setVisible(several)
        words = self.tr("change %1 of %2").replace("%1", str(self._at + 1))
        said = words.replace("%2", str(total)) if total else ""
        if self._found is not None and not total:
            said = self.tr("No difference.")
        self._count.setText(said)
        self.text.setAccessibleDescription(said)

    def _page(self, lines: Sequence[Line]) -> str:
        near = _near(lines)
        parts: list[str] = []
        number, last, was = 0, -1, False
        for at, line in enumerate(lines):
            if at in near:
                if at > last + 1:
                    parts.append(self._folded(at - last - 1))
                begins = line.changed and not was
                parts.append(self._line(line, f"{CHANGE}{number}" if begins else ""))
                number += begins
                last = at
            was = line.changed
        if last < len(lines) - 1:
            parts.append(self._folded(len(lines) - 1 - last))
        return "".join(parts)

    def _folded(self, count: int) -> str:
        words = self.tr("%n line(s) unchanged", "", count)
        muted = self._look.tokens.colour("muted")
        size = self._look.px(12)
        return f'<p style="color:{muted}; font-size:{size}px">⋯ {escape(words)}</p>'

    def _line(self, line: Line, name: str) -> str:
        anchor = f'<a name="{name}"></a>' if name else ""
        inside, before = "", Mark.SAME
        for piece in line.pieces:
            inside += OFF if (before, piece.mark) == (Mark.GONE, Mark.NEW) else ""
            inside += marked(piece, self._look, before=SIGNS[piece.mark])
            before = piece.mark
        style = f"margin:0 0 2px 0; white-space:pre-wrap; line-height:{self._look.line('read')}px"
        return f'<p style="{style}">{anchor}{inside or "&nbsp;"}</p>'

    def _choices(self) -> list[Choice]:
        return [
            Choice(str(one.rev), self._name(one), short=self._number(one)) for one in self._versions
        ]

    def _number(self, version: Version) -> str:
        return self.tr("v%1").replace("%1", str(version.rev))

    def _name(self, version: Version) -> str:
        number = self._number(version)
        if version.until is None:
            return self.tr("%1, present").replace("%1", number)
        until = version.until.astimezone()
        day = dates.day(until.date(), self._today)
        words = self.tr("%1, until %2 at %3").replace("%1", number).replace("%2", day)
        return words.replace("%3", f"{until:%H:%M}")

    def _name_things(self) -> None:
        self._back.name(self.tr("Back to the article (Esc)"))
        self._arrow.setText("→")
        self._read.setText(self.tr("Read the older one"))
        self._up.name(self.tr("Previous change (K)"))
        self._down.name(self.tr("Next change (J)"))
        self.older.setAccessibleName(self.tr("Older version"))
        self.newer.setAccessibleName(self.tr("Newer version"))
        self.text.setAccessibleName(self.tr("What changed"))
        if self._versions:
            for chip in (self.older, self.newer):
                chip.offer(self._choices())


def _near(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are shown: the changed ones and a few around them."""
    changed = [at for at, line in enumerate(lines) if line.changed]
    return frozenset(i for at in changed for i in range(at - AROUND, at + AROUND + 1))
