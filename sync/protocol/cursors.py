"""Where a desk stands in a log, and whether a page may move it on.

A cursor is the seq of the last change that was applied, never the head that a server spoke of: what
was not in a page was not seen. Logs have no gaps, so a page that fits begins right after the cursor
and goes up by one; anything else is a stale, foreign or damaged page and is not applied.
"""

from sync.protocol.codec import Unbelievable
from sync.protocol.wire import Page


def next_cursor(page: Page, *, epoch: str, space: str, after: int) -> int:
    """Return where the cursor stands once `page` is applied; raise `Unbelievable` if it may not be.

    An empty page is believed only when it says that `after` is the head.
    """
    if (page.epoch, page.space, page.after) != (epoch, space, after):
        raise Unbelievable("The server answered another question than ours.")
    expected = after
    for change in page.changes:
        expected += 1
        if change.seq != expected:
            raise Unbelievable(f"Change {expected} of {space} is missing.")
    if expected > page.head or (not page.changes and page.head != after):
        raise Unbelievable(f"The page of {space} and its head do not fit.")
    return expected
