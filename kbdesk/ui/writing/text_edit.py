"""The text that is written: Markdown with numbers of lines, what was changed, and what is wrong.

It knows the acts of Markdown by key and nothing of drafts. Tab leaves it: whoever writes by keys
alone must come out again. Nothing of what is pasted is taken but its plain letters and pictures.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QRect,
    QRegularExpression,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette
from kbdesk.ui.writing import marking
from kbdesk.ui.writing.changed_words import Changed
from kbdesk.ui.writing.highlighter import Highlighter

GUTTER = 32  # px at 100 %
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
ACTS = {  # by key: what is done with the text
    "Ctrl+B": "bold", "Ctrl+I": "italic", "Ctrl+H": "heading", "Ctrl+Shift+L": "list",
    "Ctrl+T": "table", "Ctrl+L": "link", "Ctrl+Shift+I": "image",
}  # fmt: skip
OWN = {"Alt+Down": 1, "Alt+Up": -1}
_OPEN = QRegularExpression("‹[^›\n]*›?")
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0xFDD0: "\n", 0xFDD1: "\n"}  # as Qt keeps them


class Gutter(QWidget):
    """Numbers of lines, an edge where something was changed, a dot where something is wrong."""

    def __init__(self, text: "TextEdit") -> None:
        super().__init__(text)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_gutter(self, event)


class TextEdit(QPlainTextEdit):
    """Plain text in a calm dress."""

    image_given = Signal(str, bytes)  # a name, and the picture
    file_given = Signal(str)  # a picture's file
    image_wanted = Signal()
    step_wanted = Signal(int)  # to the next change, or back

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._changed = Changed()
        self._wrong: frozenset[int] = frozenset()
        self._words = ("", "", "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setObjectName("writing")
        self._highlighter = Highlighter(self.document(), look)
        self._gutter = Gutter(self)
        FocusRing(self, look)
        self.updateRequest.connect(self._on_update)
        self.apply_look(look)

    # text

    def show_text(self, text: str, caret: int) -> None:
        """Begin with a text, nothing to undo; without a caret, where it wants to be written."""
        self.setPlainText(text)
        cursor = self.textCursor()
        if caret:
            cursor.setPosition(min(max(caret, 0), self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.centerCursor()
        elif not self._select_open(0):
            front = text.find("\n---", 4) if text.startswith("---") else -1
            cursor.setPosition(len(text[: front + 5].encode("utf-16-le")) // 2 if front > 0 else 0)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(cursor.blockNumber() + (front > 0))

    def _select_open(self, start: int, end: int = -1) -> bool:
        """Select the first “‹…›”, so that typing takes its place; return whether there is one."""
        found = self.document().find(_OPEN, start)
        if found.isNull() or 0 <= end < found.position():
            return False
        self.setTextCursor(found)
        return True

    @property
    def text(self) -> str:
        """What is written, with plain line ends; `toPlainText` would lose no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def replace_all(self, text: str) -> None:
        """Put another text in, as one step that can be undone."""
        at = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def name_words(self, column: str, cell: str, address: str) -> None:
        """Set the words of what is inserted."""
        self._words = (column, cell, address)

    def do(self, act: str) -> None:
        """Do one of the acts of Markdown with what is selected."""
        if act == "image":
            self.image_wanted.emit()
            return
        cursor, text = self.textCursor(), self._plain
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        column, cell, address = self._words
        made = {
            "bold": lambda: marking.wrapped(text, start, end, "**"),
            "italic": lambda: marking.wrapped(text, start, end, "_"),
            "heading": lambda: marking.heading(text, start),
            "list": lambda: marking.listed(text, start, end),
            "table": lambda: marking.table(text, start, column, cell),
            "link": lambda: marking.link(text, start, end, address),
        }[act]()
        self.apply_edit(made)

    def apply_edit(self, edit: marking.Edit) -> None:
        """Make one replacement, as one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(edit.start)
        cursor.setPosition(edit.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le"))
        cursor.endEditBlock()
        cursor.setPosition(edit.first)
        cursor.setPosition(edit.last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _plain(self) -> str:
        """The text counted as Qt counts: a letter beyond the first plane as two."""
        text = self.text
        if max(text, default="") <= "\uffff":
            return text
        raw = text.encode("utf-16-le")
        return "".join(chr(int.from_bytes(raw[i : i + 2], "little")) for i in range(0, len(raw), 2))

    def to_line(self, line: int) -> None:
        """Bring the caret to a line, from 0."""
        block = self.document().findBlockByNumber(max(0, line))
        block = block if block.isValid() else self.document().lastBlock()
        if not self._select_open(block.position(), block.position() + block.length()):
            self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is said of it

    def show_changed(self, changed: Changed, wrong: Iterable[int]) -> None:
        """Mark the words that are new, and the lines (from 0) in which something is wrong."""
        self._changed, self._wrong = changed, frozenset(wrong)
        self._mark()
        self._gutter.update()

    def _mark(self) -> None:
        new = QTextCharFormat()
        new.setBackground(self._look.colour("ok-soft"))
        new.setFontUnderline(True)
        new.setUnderlineColor(self._look.colour("ok"))
        found = []
        for span in self._changed.spans:
            block = self.document().findBlockByNumber(span.line)
            if not block.isValid() or span.start >= block.length():
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + span.start)
            last = min(span.start + span.length, block.length() - 1)
            cursor.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, new
            found.append(selection)
        self.setExtraSelections(found)

    def step_to_change(self, by: int) -> None:
        """Bring the caret to the next stretch of changed lines, or back, around the end."""
        here, lines = self.textCursor().blockNumber(), self._changed.stretches
        if lines:
            after = [line for line in lines if line > here]
            before = [line for line in lines if line < here]
            there = (after or lines)[0] if by > 0 else (before or lines)[-1]
            self.to_line(there)

    # look

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self, self.viewport()):
            part.setPalette(palette(look.tokens))
        self.setFont(look.font("field"))
        colour = look.tokens.colour
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colour('canvas')}; color: {colour('text')};"
            f" font-size: {look.px(look.tokens.types['field'].size)}px; }}"
        )
        self.document().setDocumentMargin(look.px(12))
        self.setViewportMargins(look.px(GUTTER), 0, 0, 0)
        self._highlighter.apply_look(look)
        self._mark()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._gutter.setGeometry(QRect(0, 0, self._look.px(GUTTER) + 4, self.height()))

    def _on_update(self, _box: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        self._gutter.update()

    def paint_gutter(self, gutter: QWidget, event: QPaintEvent) -> None:
        """Paint what stands beside the lines that are seen."""
        look, block = self._look, self.firstVisibleBlock()
        with QPainter(gutter) as painter:
            painter.setFont(look.font("caption", tabular=True))
            line = self.fontMetrics().lineSpacing()
            while block.isValid():
                box = self.blockBoundingGeometry(block).translated(self.contentOffset())
                top, high, number = round(box.top()), round(box.height()), block.blockNumber()
                if top > event.rect().bottom():
                    break
                if number in self._changed.lines:
                    painter.fillRect(0, top, 3, high, look.colour("accent"))
                wrong = number in self._wrong
                painter.setPen(look.colour("critical" if wrong else "muted"))
                at = QRect(4, top, gutter.width() - 8, line)
                painter.drawText(at, _BESIDE, f"{'! ' * wrong}{number + 1}")
                block = block.next()

    # keys and what is pasted

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: _name(key) in {*ACTS, *OWN, "Ctrl+Z"}) or super().event(
            event
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _name(event)
        if name in ACTS:
            self.do(ACTS[name])
        elif name in OWN:
            self.step_wanted.emit(OWN[name])
        elif name in ("Return", "Enter") and self._continue():
            pass
        elif event.key() == Qt.Key.Key_Escape or "Ctrl+Return" in name or "Ctrl+Enter" in name:
            event.ignore()  # the editor's
        else:
            super().keyPressEvent(event)

    def _continue(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        edit = marking.continued(self._plain, cursor.position())
        if edit is not None:
            self.apply_edit(edit)
            self.ensureCursorVisible()
        return edit is not None

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pictures as pictures, all else as plain letters."""
        if files := _files(source):
            for file in files:
                self.file_given.emit(file)
        elif source.hasImage() and not source.hasText():
            self.image_given.emit("image.png", _png(source))
        elif source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()


def _name(event: QKeyEvent) -> str:
    """Write a key the way the tables here do."""
    held = event.modifiers()
    named = ((Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
             (Qt.KeyboardModifier.AltModifier, "Alt+"),
             (Qt.KeyboardModifier.ShiftModifier, "Shift+"))  # fmt: skip
    key = Qt.Key(event.key()).name.removeprefix("Key_") if event.key() else ""
    return "".join(word for one, word in named if held & one) + key


def _files(source: QMimeData) -> list[str]:
    return [
        address.toLocalFile()
        for address in source.urls()
        if address.isLocalFile() and address.toLocalFile().lower().endswith(PICTURES)
    ]


def _png(source: QMimeData) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(source.imageData()).save(buffer, "PNG")  # type: ignore[call-overload]  # its stub says bytes
    return bytes(kept.data())
