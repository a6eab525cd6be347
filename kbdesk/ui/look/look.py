"""How things are drawn now: one theme at one text size, asked by everything that paints.

A `Look` is immutable: a change of theme or of text size makes a new one, which the window hands to
every `Dressed` widget below it. Text size scales type and the heights that hold type; hairlines,
radii and the gaps between things stay, so that 200 % is larger text and not a magnified window.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QWidget

from kbdesk import paths
from kbdesk.ui.look import tokens
from kbdesk.ui.look.tokens import Theme, Tokens

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # percent, the steps of the keys
FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


@dataclass(frozen=True)
class Look:
    """A theme and a text size in percent."""

    tokens: Tokens
    scale: int = 100

    @classmethod
    def of(cls, theme: Theme, scale: int = 100) -> "Look":
        return cls(tokens.load(theme), scale)

    def colour(self, name: str) -> QColor:
        """Return a token colour."""
        return QColor(self.tokens.colour(name))

    def px(self, pixels: float) -> int:
        """Scale a length that holds text."""
        return round(pixels * self.scale / 100)

    def size(self, name: str) -> int:
        """Return a token size, scaled: for heights that hold text."""
        return self.px(self.tokens.sizes[name])

    def line(self, role: str) -> int:
        """Return the line height of a type role."""
        return self.px(self.tokens.types[role].line)

    def font(self, role: str, *, tabular: bool = False) -> QFont:
        """Return the font of a type role."""
        return QFont(_font(self.tokens, self.scale, role, tabular))


@functools.lru_cache(maxsize=128)
def _font(tokens: Tokens, scale: int, role: str, tabular: bool) -> QFont:
    style = tokens.types[role]
    font = QFont(list(tokens.families))
    font.setPixelSize(max(1, round(style.size * scale / 100)))
    font.setWeight(QFont.Weight(style.weight))
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * scale / 100)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


@runtime_checkable
class Dressed(Protocol):
    """A widget that paints or sizes itself by the look."""

    def apply_look(self, look: Look) -> None:
        """Take the new look and redraw."""


def dress(root: QWidget, look: Look) -> None:
    """Hand the look to `root` and to every dressed widget below it."""
    for part in (root, *root.findChildren(QWidget)):
        if isinstance(part, Dressed):
            part.apply_look(look)


def load_fonts(names: Sequence[str] = FONTS) -> None:
    """Make the shipped font family known to Qt: the same letters on every machine."""
    for name in names:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))


def painter_on(widget: QWidget) -> QPainter:
    """Return a painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter
