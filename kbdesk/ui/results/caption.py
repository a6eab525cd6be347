"""The last line of a row: its kind, its shelf, and how far it can be trusted.

Few captions are different, and the same ones stand below every answer. So what stands where in one
is kept by what it says, and a key typed only draws it.
"""

import functools
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from kbdesk.core.articles import Freshness
from kbdesk.ui import words
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look
from kbdesk.ui.results.line import Shaped, laid_out
from kbdesk.ui.results.rows import Row

ICON = 14
KEPT = 128  # captions: some shelves, each with some ages


class Sign(NamedTuple):
    """An icon, and the room after it."""

    name: str
    colour: str
    after: int


class Text(NamedTuple):
    """The first of these that there is room for, from the longest."""

    texts: tuple[str, ...]
    colour: str


DOT = (6, Text(("·",), "line-strong"), 6)

Caption = tuple[Sign | Text | int, ...]  # a number is room left free


class _Picture(NamedTuple):
    x: int
    name: str
    colour: str


class _Letters(NamedTuple):
    x: int
    top: float
    shaped: Shaped
    colour: QColor


def of(row: Row, today: Callable[[], date]) -> Caption:
    """Say what stands below an article; the day is asked for only where an age is told."""
    kind = Sign(words.KIND_ICONS[row.kind], "muted", 6)
    return (kind, Text((row.space,), "muted"), *DOT, *_trust(row, today))


def same(one: Row, other: Row) -> bool:
    """Say whether the same stands below two articles on any day."""
    return (one.kind, one.space, one.freshness, one.verified, one.expired) == (
        other.kind, other.space, other.freshness, other.verified, other.expired,
    )  # fmt: skip


def _trust(row: Row, today: Callable[[], date]) -> Caption:
    if row.expired is not None:
        said = (words.expired_on(row.expired, today()), words.expired())
        return (Sign("clock", "warn", 3), Text(said, "warn"))
    if row.freshness is Freshness.UNVERIFIED or row.verified is None:
        return (Sign("clock", "warn", 3), Text((words.not_verified(),), "warn"))
    age = words.age(row.verified, today())
    if row.freshness is Freshness.STALE:
        said = (words.verified_ago(row.verified, today()), age)
        late = Text((words.to_review(),), "warn")
        return (Sign("clock", "warn", 3), late, *DOT, Text(said, "muted"))
    return (Sign("check-circle", "muted", 4), Text((age,), "muted"))


def paint(painter: QPainter, look: Look, caption: Caption, box: QRect) -> None:
    """Write a caption from left to right."""
    side = look.px(ICON)
    middle = box.y() + (box.height() - side) // 2
    ratio = painter.device().devicePixelRatioF()
    for part in _placed(caption, look, box.width(), box.height()):
        if isinstance(part, _Picture):
            picture = icons.pixmap(part.name, side, part.colour, ratio)
            painter.drawPixmap(box.x() + part.x, middle, picture)
        else:
            painter.setPen(part.colour)
            part.shaped.draw(painter, QPointF(box.x() + part.x, box.y() + part.top))


@functools.lru_cache(maxsize=KEPT)
def _placed(
    caption: Caption, look: Look, width: int, height: int
) -> tuple[_Picture | _Letters, ...]:
    """Find out where each part goes in a box."""
    letters = QFontMetrics(look.font("caption", tabular=True))
    x = 0
    found: list[_Picture | _Letters] = []
    for part in caption:
        if isinstance(part, int):
            x += look.px(part)
        elif isinstance(part, Sign):
            found.append(_Picture(x, part.name, look.colour(part.colour).name()))
            x += look.px(ICON) + look.px(part.after)
        else:
            room = width - 1 - x
            fitting = (text for text in part.texts if letters.horizontalAdvance(text) <= room)
            text = next(fitting, part.texts[-1])
            shaped = laid_out(text, look, "caption", True, room)
            top = (height - shaped.line.height()) / 2
            found.append(_Letters(x, top, shaped, look.colour(part.colour)))
            x += min(round(shaped.width), room)
    return tuple(found)
