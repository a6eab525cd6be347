"""Cut a page between its blocks, so that a very long article never holds up the screen.

Qt builds a document at about 1 ms for 0.5 to 4 kB of page and cannot be interrupted. A page is cut
only where no element is open; a table or a list of any length stays in one piece. Qt-free.
"""

import re

FIRST, NEXT = 10_000, 8_000  # characters: more than a screen; at most 20 ms, full of tables

_TAG = re.compile(
    r"<(/?)(p|h[1-6]|ul|ol|table|pre|blockquote|div|dl)\b[^>]*?>|<hr\b[^>]*>", re.IGNORECASE
)


def cut(html: str, first: int = FIRST, following: int = NEXT) -> list[str]:
    """Return the page in slices of at least `following` characters; joined, they are the page."""
    if len(html) <= first + following:
        return [html]
    slices, start, wanted, depth = [], 0, first, 0
    for tag in _TAG.finditer(html):
        if tag[2]:
            depth += -1 if tag[1] else 1
        if depth == 0 and tag.end() - start >= wanted:
            slices.append(html[start : tag.end()])
            start, wanted = tag.end(), following
    rest = html[start:]
    if rest.strip() or not slices:
        return [*slices, rest]
    return [*slices[:-1], slices[-1] + rest]
