"""What is said back and forth about a remark or a suggestion: what came down, and what waits here.

Those who decide ask something back, and who began it answers; neither decides anything. What was
said at this desk stands in the thread at once, until the copy shows it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kbdesk.core.talk import Reply
from kbdesk.errors import Trouble
from kbdesk.services.writing.suggestion_bodies import moment_or_now
from kbdesk.store.outbox import Operation
from sync.protocol.bodies import editing as wire

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen

Said = tuple[str, str, str]  # about which remark or suggestion, of which state, in what words


def read(pen: "Pen", said: Iterable[wire.Reply]) -> tuple[Reply, ...]:
    """Read what came down of a thread."""
    return tuple(
        Reply(one.by, pen.name(one.by), moment_or_now(one.at), one.state, one.text) for one in said
    )


def said_here(
    pen: "Pen", kind: str, of: Callable[[Operation], Said | None]
) -> dict[str, tuple[Reply, ...]]:
    """Map what is talked about to what was said here and has not come down yet."""
    found: dict[str, tuple[Reply, ...]] = {}
    for one in pen.ahead((kind,)):
        if (said := of(one)) is not None:
            about, state, text = said
            by = one.person or pen.person
            reply = Reply(by, pen.name(by), one.at, state, text)
            found[about] = (*found.get(about, ()), reply)
    return found


def not_come(replies: Sequence[Reply], here: Iterable[Reply]) -> Iterator[Reply]:
    """Give what was said here and does not stand in a thread yet."""
    come = {(one.by, one.state, one.text) for one in replies}
    return (one for one in here if (one.by, one.state, one.text) not in come)


def last_of_others(replies: Sequence[wire.Reply], by: str) -> str:
    """Return when others last said something to who began it, "" for never.

    On a base of its own one nameless person says all of it, and every answer counts.
    """
    return next((one.at for one in reversed(replies) if one.by != by or not one.by), "")


def bounded(text: str, longest: int) -> str:
    """Refuse what is too long for the server."""
    if len(text) > longest:
        told = f"A text here has at most {longest} letters."
        raise Trouble(told, "Say it shorter.", code="too_long", values=(str(longest),))
    return text.strip()


def worded(text: str, longest: int) -> str:
    """Refuse a reply that neither says nor decides anything."""
    said = bounded(text, longest)
    if not said:
        told = "A reply that decides nothing wants words."
        raise Trouble(told, "Write a sentence.", code="wordless")
    return said
