"""What the home of learning shows, read behind it in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core.learn_home import LearnHome

if TYPE_CHECKING:
    from kbdesk.services.live import Live


@dataclass(frozen=True, slots=True)
class Loaded:
    """The home, the titles of shelves, and who looks at it."""

    home: LearnHome
    now: datetime
    shelves: Mapping[str, str] = field(default_factory=dict)
    steers: bool = False  # may make cohorts
    writes: bool = False
    connected: bool = False

    def shelf(self, space: str) -> str:
        """Name a shelf."""
        return self.shelves.get(space, space)


def load(live: "Live", now: datetime) -> Loaded:
    """Read all of it; call it in a lane."""
    me = live.me()
    return Loaded(
        live.coaching.home(now), now, live.coaching.shelf_titles(),
        me.connected and me.steers, me.writes, me.connected,
    )  # fmt: skip
