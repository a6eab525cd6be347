"""The tokens: one file, complete in both themes, every text legible on its ground."""

import re

import pytest

from kbdesk.ui.look import tokens
from kbdesk.ui.look.tokens import Theme

THEMES: tuple[Theme, ...] = ("light", "dark")
GROUNDS = ("canvas", "surface", "sunken")
TEXT_PAIRS = [
    *((text, ground) for ground in GROUNDS for text in ("text", "muted", "accent")),
    *((text, "surface") for text in ("info", "warn", "critical", "ok")),
    *((text, "canvas") for text in ("info", "warn", "critical", "ok")),
    *((text, "accent-soft") for text in ("text", "muted", "accent", "ok", "warn")),
    ("text", "mark"),
    ("accent-on", "accent"),
    ("accent-on", "accent-hover"),
    ("warn", "warn-soft"),
    ("text", "warn-soft"),
    ("critical", "critical-soft"),
    ("text", "critical-soft"),
    ("ok", "ok-soft"),
    ("text", "ok-soft"),
]  # fmt: skip
PARTS = [("line-strong", "surface"), ("line-strong", "canvas"), ("accent", "accent-soft")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_is_legible_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    """WCAG AA: at least 4.5 to 1 for every pair that the screens use."""
    colours = tokens.load(theme).colours
    assert tokens.contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_what_is_no_text_stands_out_three_to_one(theme: Theme, part: str, ground: str) -> None:
    colours = tokens.load(theme).colours
    assert tokens.contrast(colours[part], colours[ground]) >= 3.0


def test_both_themes_name_the_same_colours() -> None:
    light, dark = (tokens.load(theme).colours for theme in THEMES)
    assert light.keys() == dark.keys()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", c) for c in (*light.values(), *dark.values()))


def test_contrast_is_that_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
