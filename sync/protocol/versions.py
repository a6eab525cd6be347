"""Versions of the protocol, each with its biography. A server speaks the newest and two before.

A desk sends the newest it speaks in `KB-Protocol`; the server answers in that version, or in its
own newest when the desk is ahead. Neither side ever asks for "exactly equal": fields come and go
within a version, and only a change of meaning makes a new one.
"""

from dataclasses import dataclass

MAGIC = "kbdesk"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: what it changed, and since when it may be gone."""

    number: int
    changed: str
    gone: bool = False


BIOGRAPHY = (Version(1, "The first: two verbs, changes and operations."),)

NEWEST = BIOGRAPHY[-1].number
SERVED = tuple(version.number for version in BIOGRAPHY[-3:] if not version.gone)
OLDEST = SERVED[0]


def header(number: int = NEWEST) -> str:
    """Write the value of `KB-Protocol`."""
    return f"{MAGIC}/{number}"


def read(value: str | None) -> int | None:
    """Read the value of `KB-Protocol`; None for anything that is not ours."""
    magic, slash, number = (value or "").partition("/")
    sound = magic == MAGIC and slash and number.isascii() and number.isdigit() and len(number) < 9
    return int(number) if sound else None


def agreed(asked: int, served: tuple[int, ...] = SERVED) -> int | None:
    """Return the version a server answers in, None for a desk too old to be understood."""
    if asked >= served[-1]:
        return served[-1]
    return asked if asked in served else None
