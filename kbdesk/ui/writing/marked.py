"""Two texts as one with marks: what is gone struck through, what is new underlined. Qt-free.

Colour alone tells nothing: each has its line too, and each is told to a screen reader by its sign.
"""

import re
from collections.abc import Iterator, Sequence

from kbdesk.core.editing import Block
from kbdesk.core.word_diff import Line, Mark, Piece
from kbdesk.ui.controls.word_marks import OFF, SIGNS, letters, marked
from kbdesk.ui.look.look import Look

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*(?:\{#[^}]*\})?\s*#*\s*$")
_SIGNS_OF_FORM = re.compile(r"^(?:\s*(?:[-*+]|\d+[.)]|#{1,6}|&gt;)\s)|\*\*|(?:\s*\{#[^}]*\})")


def markup(lines: Sequence[Line], look: Look, *, quiet: bool = False) -> str:
    """Write lines as the markup of a label; a quiet one says what is not to be, without grounds."""
    return "<br>".join("".join(_spaced(line, look, quiet=quiet)) or "&nbsp;" for line in lines)


def _spaced(line: Line, look: Look, *, quiet: bool) -> Iterator[str]:
    """Write the pieces of a line; what takes the place of something stands a little off it."""
    before = Mark.SAME
    for one in line.pieces:
        if before is Mark.GONE and one.mark is Mark.NEW:
            yield OFF
        yield piece(one, look, quiet=quiet)
        before = one.mark


def piece(one: Piece, look: Look, *, quiet: bool = False) -> str:
    """Write one piece; the signs of Markdown are muted, for it is the words that are judged."""
    if one.mark is not Mark.SAME:
        return marked(one, look, quiet=quiet)
    muted = f'<span style="color:{look.tokens.colour("muted")}">\\g<0></span>'
    return _SIGNS_OF_FORM.sub(muted, letters(one.text))


def spoken(lines: Sequence[Line]) -> str:
    """Say lines in plain letters, with signs where something is gone or new."""
    told = []
    for line in lines:
        told += [f"{SIGNS[one.mark]}{one.text}{SIGNS[one.mark]}" for one in line.pieces]
        told.append("\n")
    return "".join(told).strip()


def trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave empty lines at both ends out."""
    kept = list(lines)
    while kept and not kept[0].pieces:
        kept.pop(0)
    while kept and not kept[-1].pieces:
        kept.pop()
    return tuple(kept)


def places(blocks: Sequence[Block]) -> dict[int, tuple[str, int]]:
    """Map each block to the heading above it, "" for none, and its first line as published."""
    found: dict[int, tuple[str, int]] = {}
    heading, line = "", 1
    for block in blocks:
        found[block.n] = (heading, line)
        for text in (block.before or block.after).splitlines():
            named = _HEADING.match(text)
            heading = named[1] if named else heading
        line += len(block.before.splitlines())
    return found
