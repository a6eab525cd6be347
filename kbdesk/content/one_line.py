"""White space evened out, save for the spaces at which an author forbade a line to break.

`str.split` takes those for plain ones: “10 €” would then fall apart at the end of a line.
"""

import re

_GAP = re.compile(r"[^\S\u00a0\u2007\u202f]+")


def one_line(text: str) -> str:
    """Put a text on one line, without space around it."""
    return _GAP.sub(" ", text.strip())
