"""What the live streams are told of. Each is committed and readable before anyone hears of it."""

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class SpaceMoved:
    """A space has a new head."""

    space: str
    head: int


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement was made; `number` counts them all, without a gap, in commit order."""

    number: int
    space: str
    change: msgspec.Raw  # the Change, as it stands in the log of the space


@dataclass(frozen=True, slots=True)
class RightsChanged:
    """People, groups, grants or sessions changed: whoever listens must be looked at again."""


Event = SpaceMoved | Announced | RightsChanged
