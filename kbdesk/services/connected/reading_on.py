"""Reading what has come from the server: block by block, the index following behind.

The index is caught up after the first blocks soon and then ever more rarely: a commit costs the
same for ten articles as for a thousand, and what was read first can be searched at once.
"""

from collections.abc import Callable

from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.store.database import Database
from kbdesk.store.unread import Parse, PathIds, Unread, read_text

FIRST = 400  # articles read before the index follows for the first time
GROWTH = 3  # each time, that many more

Progress = Callable[[int, int], None]


def parser(kb: Database) -> Parse:
    """Return what makes an article of a text, with the links that this base can follow."""
    ids = PathIds(kb)

    def parse(text: str, path: str, space: str) -> Article:
        from kbdesk.content.articles import read_article  # late: Markdown is no part of the start
        from kbdesk.content.targets import Place  # late: as above

        return read_article(text, Place(path, ids), space=space).article

    return parse


def read_on(
    kb: Database, catch_up: Callable[[], object], progress: Progress | None = None
) -> Changes:
    """Read all that is unread, and let the index follow; tell which screens must look again."""
    unread = Unread(kb)
    total, done, level, step = unread.count(), 0, 0, FIRST
    while block := unread.block():
        parse = parser(kb)  # anew: what its links look for may have come since
        done += unread.keep([read_text(text, parse) for text in block])
        if progress is not None:
            progress(done, max(done, total))
        if done - level >= step:
            catch_up()
            level, step = done, step * GROWTH
    catch_up()
    return Changes(articles=bool(done))
