"""Words that are gone or new, marked by one hand wherever two texts are compared. Qt-free.

Colour alone tells nothing: what is gone is struck through, what is new underlined.
"""

from html import escape

from kbdesk.core.word_diff import Mark, Piece
from kbdesk.ui.look.look import Look

_STYLES = {  # ground, ink, line
    Mark.GONE: ("critical-soft", "critical", "line-through"),
    Mark.NEW: ("ok-soft", "text", "underline"),
}
SIGNS = {Mark.SAME: "", Mark.GONE: "−", Mark.NEW: "+"}  # for who does not see the marks
OFF = "&thinsp;"  # between what is gone and what takes its place


def letters(text: str) -> str:
    """Write words as markup, two spaces kept as two."""
    return escape(text, quote=False).replace("  ", "&nbsp; ")


def marked(piece: Piece, look: Look, *, quiet: bool = False, before: str = "") -> str:
    """Write one piece; the spaces around marked words stay bare. A quiet one has no ground.

    What is put `before` it in small letters of its ground is read and not seen.
    """
    if piece.mark is Mark.SAME:
        return letters(piece.text)
    words = piece.text.strip(" ") or piece.text  # a space alone may be all that is new
    left, _, right = piece.text.partition(words)
    ground, ink, style = _STYLES[piece.mark]
    seen = f"text-decoration:{style}"
    hidden = ""
    if not quiet:
        on = look.tokens.colour(ground)
        seen += f"; background-color:{on}; color:{look.tokens.colour(ink)}"
        if before:
            hidden = (
                f'<span style="font-size:1px; background-color:{on}; color:{on}">{before}</span>'
            )
    shown = f'{hidden}<span style="{seen}">{letters(words)}</span>'
    return f"{letters(left)}{shown}{letters(right)}"
