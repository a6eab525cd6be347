"""What a selection is worth as plain text: list marks kept, table cells parted by tabs.

What is internal is left out wherever it is selected: a copy goes into a customer's mail.
"""

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from kbdesk.ui.reader.dressing import INTERNAL_ICON

NUMBERED = frozenset({
    QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha, QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
})  # fmt: skip
_SPOKEN = str.maketrans({"\u2028": "\n", "\ufffc": "", "\u200b": "", "\xad": ""})


def plain_text(selection: QTextCursor) -> str:
    """Return the selected text, a line for each block and each row of a table."""
    start, end = selection.selectionStart(), selection.selectionEnd()
    block = selection.document().findBlock(start)
    lines: list[str] = []
    row: tuple[int, int] | None = None
    while block.isValid() and block.position() <= end:
        if _is_internal(block):
            block, row = block.next(), None
            continue
        words = _words(block, start, end)
        here = _row(block)
        if here is not None and here == row:
            lines[-1] += _joint(block) + words
        else:
            lines.append(words)
        row = here
        block = block.next()
    return "\n".join(lines).strip("\n")


def _words(block: QTextBlock, start: int, end: int) -> str:
    """Return the selected part of a block; a whole item keeps its mark."""
    begin = max(0, start - block.position())
    text = block.text()[begin : max(0, end - block.position())].translate(_SPOKEN)
    items: QTextList | None = block.textList()
    if items is None or begin or not text:
        return text
    indent = "  " * max(0, items.format().indent() - 1)
    numbered = items.format().style() in NUMBERED
    return f"{indent}{items.itemText(block) if numbered else '-'} {text}"


def _is_internal(block: QTextBlock) -> bool:
    """Look whether a frame around the block begins with the lock of what is internal."""
    frame: QTextFrame | None = QTextCursor(block).currentFrame()
    while frame is not None:
        first = frame.firstCursorPosition()
        first.setPosition(first.position() + 1)  # a cursor tells the format of what is before it
        if first.charFormat().toImageFormat().name() == INTERNAL_ICON:
            return True
        frame = frame.parentFrame()
    return False


def _table(block: QTextBlock) -> QTextTable | None:
    """Return the table of facts that a block stands in; blocks with a frame are not such."""
    table: QTextTable | None = QTextCursor(block).currentTable()
    return None if table is None or table.columns() < 2 else table


def _row(block: QTextBlock) -> tuple[int, int] | None:
    table = _table(block)
    if table is None:
        return None
    return table.firstPosition(), table.cellAt(block.position()).row()


def _joint(block: QTextBlock) -> str:
    """Part two cells of a row by a tab, two paragraphs of a cell by a space."""
    table = _table(block)
    first = table is None or table.cellAt(block.position()).firstPosition() == block.position()
    return "\t" if first else " "
