"""What a link of an article leads to. Text of others is hostile: an unknown scheme leads nowhere.

Qt-free, so that every spelling can be tested with plain values.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from kbdesk.core.reading import ATTACHED

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
ARTICLE = "kb"
DAY, PICTURE = "day", "picture"  # written by dressing.py, like the next
TEST = "test"  # likewise: the questions of the article on screen
COPY = "copy"  # an article of the base cannot hold it


@dataclass(frozen=True, slots=True)
class ToArticle:
    """Another article of the base, or with `id` empty a place in this one."""

    id: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToOutside:
    """An address that another program opens, if the person wants it."""

    address: str


@dataclass(frozen=True, slots=True)
class ToCopy:
    """The message of a script under a heading, to be copied."""

    anchor: str


@dataclass(frozen=True, slots=True)
class ToDay:
    """The same article as it holds on another day."""

    day: date


@dataclass(frozen=True, slots=True)
class ToFile:
    """An attachment of the base, by its path, that another program opens."""

    path: str


@dataclass(frozen=True, slots=True)
class ToPicture:
    """A picture of the base, by its path, to be seen larger."""

    path: str


@dataclass(frozen=True, slots=True)
class ToTest:
    """The questions of this article, to be asked."""


Target = ToArticle | ToOutside | ToCopy | ToDay | ToFile | ToPicture | ToTest | None


def target(href: str) -> Target:
    """Say where a link leads; None for one that is not followed."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme in OUTSIDE:
        return ToOutside(href.strip())
    if parts.scheme in _OF_THE_BASE and (parts.path or parts.scheme == COPY):
        return _OF_THE_BASE[parts.scheme](unquote(parts.path), unquote(parts.fragment))
    if not parts.scheme and not parts.netloc and not parts.path and parts.fragment:
        return ToArticle("", unquote(parts.fragment))
    return None


def _day(text: str) -> ToDay | None:
    try:
        return ToDay(date.fromisoformat(text))
    except ValueError:
        return None


_OF_THE_BASE: dict[str, Callable[[str, str], Target]] = {
    ARTICLE: ToArticle,
    ATTACHED: lambda path, _anchor: ToFile(path),
    COPY: lambda anchor, _: ToCopy(anchor),
    DAY: lambda day, _: _day(day),
    PICTURE: lambda path, _: ToPicture(path),
    TEST: lambda _path, _: ToTest(),
}
