"""What can be done in the window: one table, read by the keys, the menu and the palette alike.

An act has a name (its words and its key go by it), a place where it applies, and something to call.
Qt-free: whoever binds keys or paints rows reads it from here, so that none of them can disagree.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.ui.shortcuts import SHORTCUTS

# On a French row the digits stand under Shift: there their keys count without it.
UNSHIFTED = {"1": "&", "2": "É", "3": '"', "4": "'", "5": "(", "6": "-", "7": "È"}


class Where(StrEnum):
    """What an act is about: the headings of the palette, in this order."""

    ARTICLE = "article"
    EVERYWHERE = "everywhere"
    SCREEN = "screen"


def always() -> bool:
    """Say that an act applies at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done. `bound`: its key works wherever the focus is in the window."""

    name: str
    does: Callable[[], object]
    where: Where = Where.EVERYWHERE
    icon: str = "caret-right"
    applies: Callable[[], bool] = always
    bound: bool = True
    listed: bool = True  # in the palette

    @property
    def key(self) -> str:
        """The key as QKeySequence writes it, "" for none."""
        return SHORTCUTS.get(self.name, "")

    @property
    def keys(self) -> Iterator[str]:
        """Give every way to strike the key: on a French row, or beside Return, it may differ."""
        if self.key:
            yield self.key
            start, _, last = self.key.rpartition("+")
            if last in UNSHIFTED and start in {"Alt", "Ctrl"}:
                without_shift = f"{start}+{UNSHIFTED[last]}"
                if without_shift not in SHORTCUTS.values():  # Ctrl+6 would take Ctrl+- there
                    yield without_shift
            if self.key == "Ctrl++":
                yield "Ctrl+="

    def do(self) -> None:
        """Do it, where it applies."""
        if self.applies():
            self.does()
