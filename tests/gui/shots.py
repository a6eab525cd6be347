"""Every screen in every dress, as one set of steps that other files add to.

A step brings the window to something worth a look. `tests.gui.screens` takes its picture in both
shapes, both themes, both languages, at 100 and 200 %, and looks for text that is cut or not said
in the language chosen. Add a step with `@shot("name")` in a file named in `FILES`.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.support.desk_window import DeskWindow

Step = Callable[[DeskWindow], None]
FILES = (
    "tests.gui.shots_of_search", "tests.gui.shots_of_reading", "tests.gui.shots_of_shell",
    "tests.gui.shots_of_announcements", "tests.gui.shots_of_learning", "tests.gui.shots_of_steer",
    "tests.gui.shots_of_writing",
)  # fmt: skip
WIDE, NARROW = (1280, 800), (400, 800)


@dataclass(frozen=True, slots=True)
class Shot:
    """A name, and what is done before the picture."""

    name: str
    step: Step
    narrow: bool = True  # it can be seen in one column too


SHOTS: dict[str, Shot] = {}


def shot(name: str, *, narrow: bool = True) -> Callable[[Step], Step]:
    """Add a step to the set."""

    def add(step: Step) -> Step:
        SHOTS[name] = Shot(name, step, narrow)
        return step

    return add


def all_shots() -> tuple[Shot, ...]:
    """Return every step of every file."""
    for file in FILES:
        importlib.import_module(file)
    return tuple(SHOTS.values())
