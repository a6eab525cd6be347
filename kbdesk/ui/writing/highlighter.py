"""A light hand over Markdown: headings stand out, marks step back, links and questions are seen."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kbdesk.ui.look.look import Look

PLAIN, FRONT, FENCE = 0, 1, 2  # what a line ends within
_FENCE = re.compile(r"^\s*(```|~~~)\s*(\w*)")
_HEADING = re.compile(r"^(#{1,6}\s+)(.*?)(\s*\{#[^}]*\}\s*)?$")
_MARK = re.compile(
    r"^\s*(?:[-*+]|\d+[.)]|>|:::.*|\|[-| :]+\||\[![a-z]+\])\s|\*\*|(?<!\w)_(?=\w)|\|"
)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"(!?\[)([^\]]*)(\]\([^)]*\))")
_SAY = re.compile(r"^>?\s*\[!\w+\]|^:::.*")
_LEFT_OPEN = re.compile(r"‹[^›]*›?")


class Highlighter(QSyntaxHighlighter):
    """Dresses a document block by block, so that a key costs one line."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._dress(look)

    def apply_look(self, look: Look) -> None:
        """Wear another look."""
        self._dress(look)
        self.rehighlight()

    def _dress(self, look: Look) -> None:
        self._muted = _format(look, "muted")
        self._link = _format(look, "accent")
        self._strong = _format(look, "text", bold=True)
        self._block = _format(look, "info")
        self._open = _format(look, "warn")

    def highlightBlock(self, text: str) -> None:
        before = self.previousBlockState()
        if self._front(text, before) or self._fenced(text, before):
            return
        self.setCurrentBlockState(PLAIN)
        if found := _HEADING.match(text):
            self.setFormat(0, len(found[1]), self._muted)
            self.setFormat(len(found[1]), len(found[2]), self._strong)
            if found[3]:
                self.setFormat(found.start(3), len(found[3]), self._muted)
            return
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(1), len(found[1]), self._strong)
        for found in _MARK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._muted)
        for found in _LINK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._muted)
            self.setFormat(found.start(2), len(found[2]), self._link)
        if found := _SAY.match(text):
            self.setFormat(0, found.end(), self._block)
        self._left_open(text)

    def _front(self, text: str, before: int) -> bool:
        first = self.currentBlock().blockNumber() == 0
        if not (first and text == "---") and before != FRONT:
            return False
        ends = not first and text == "---"
        self.setCurrentBlockState(PLAIN if ends else FRONT)
        self.setFormat(0, len(text), self._muted)
        self._left_open(text)
        return True

    def _fenced(self, text: str, before: int) -> bool:
        fence = _FENCE.match(text)
        if fence is None and before != FENCE:
            return False
        inside = before == FENCE
        self.setCurrentBlockState(PLAIN if fence and inside else FENCE)
        if fence:
            self.setFormat(0, len(text), self._block)
        else:
            self._left_open(text)
        return True

    def _left_open(self, text: str) -> None:
        for found in _LEFT_OPEN.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._open)


def _format(look: Look, colour: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(look.colour(colour))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
