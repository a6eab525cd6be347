"""What the body of a suggestion means here: its verdict against now, its moments."""

from datetime import UTC, datetime

from kbdesk.core.editing import Verdict, weigh
from kbdesk.errors import Trouble
from kbdesk.store.moments import read_moment
from sync.protocol.bodies import editing as wire

NEVER = datetime.min.replace(tzinfo=UTC)
LAST_YEAR = 9000


def verdict_of(body: wire.Suggestion, published: str | None) -> Verdict:
    """Say how a suggestion stands to what is published now."""
    if body.mine is None:  # to take it out: whoever changed it meanwhile is heard
        if published is None:
            return Verdict.GONE
        same = body.base is None or body.base == published
        return Verdict.FRESH if same and body.verdict != Verdict.CLASH else Verdict.CLASH
    if published is None and body.base_rev == 0 and body.rev == 0:
        return Verdict.FRESH
    return weigh(body.base, body.mine, published)


def known_verdict(verdict: str) -> Verdict:
    """Read a verdict; one that we do not know is for a person."""
    return Verdict(verdict) if verdict in set(Verdict) else Verdict.UNKNOWN


def moment_or_now(text: str) -> datetime:
    """Read a moment; one that makes no sense is as old as can be."""
    try:
        found = read_moment(text)
    except ValueError:
        return NEVER
    if found.year > LAST_YEAR:
        return NEVER  # days are counted on from moments, and must not leave the calendar
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def unknown(id_: str) -> Trouble:
    """Refuse what names no suggestion."""
    told = f"There is no suggestion “{id_}” here."
    return Trouble(told, "kbdesk review list shows them.", code="suggestion_gone")
