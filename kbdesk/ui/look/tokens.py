"""The tokens of the look, read from resources/styles/tokens.json: the one source of every value.

A `Tokens` is one theme of that file. It is plain data without Qt, so that the stylesheet, the
palette, the delegates, the reader's article style and the contrast test all read the same numbers.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kbdesk import paths

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One step of the type scale, in pixels at 100 % text size."""

    size: int
    line: int
    weight: int
    spacing: float


@dataclass(frozen=True, eq=False)
class Tokens:
    """Every value of one theme; colours are "#RRGGBB"."""

    theme: Theme
    colours: Mapping[str, str]
    types: Mapping[str, TypeStyle]
    sizes: Mapping[str, int]
    radii: Mapping[str, int]
    spaces: tuple[int, ...]
    families: tuple[str, ...]

    @property
    def dark(self) -> bool:
        return self.theme == "dark"

    def colour(self, name: str) -> str:
        """Return a colour by its token name, such as "accent-soft"."""
        return self.colours[name]


@functools.cache
def load(theme: Theme) -> Tokens:
    """Return the tokens of a theme."""
    found = _file()
    return Tokens(
        theme=theme,
        colours=found[theme],
        types={name: TypeStyle(**style) for name, style in found["type"].items()},
        sizes=found["size"],
        radii=found["radius"],
        spaces=tuple(found["space"]),
        families=tuple(found["family"]),
    )


@functools.cache
def _file() -> dict[str, Any]:
    text = (paths.resources() / "styles" / "tokens.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", 0 to 1, as WCAG 2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
