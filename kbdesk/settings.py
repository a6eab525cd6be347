"""What a person set on this machine: a small JSON file, written whole or not at all."""

import dataclasses
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


@dataclass
class Settings:
    """Every setting with its default; a value in the file that makes no sense is ignored."""

    language: str = ""  # "fr", "en", or "" to follow the system
    theme: str = "system"  # "light", "dark" or "system"
    text_scale: int = 100  # percent, 80 to 200
    space: str = ""  # the shelf that searches are limited to, "" for all
    kind: str = ""  # the kind of article, "" for all
    baresip: str = ""  # host:port where the softphone baresip tells of calls, "" for none
    channel: str = ""  # the form that replies are copied in: one of core.replies.Channel
    docked: bool = False  # beside the other windows, above them
    dock_edge: str = ""  # "left", "right", or "" until it was docked once
    screen: str = "search"  # shown last
    close_to_tray: bool = False  # closing the window only hides it, where there is a tray
    window: str = ""  # geometry of the full shape, base64 as Qt gives it
    splitters: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Settings":
        """Read the file; a missing or broken one gives the defaults, never an error."""
        try:
            found = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, RecursionError) as error:
            log.warning("Settings in %s could not be read (%s): using the defaults.", path, error)
            return cls()
        return cls(**_known(found)) if isinstance(found, dict) else cls()

    def save(self, path: Path) -> None:
        """Write beside, then rename: a crash leaves the old file or the new one."""
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(dataclasses.asdict(self), indent=2), "utf-8")
        beside.replace(path)


def _known(found: dict[str, Any]) -> dict[str, Any]:
    """Keep what is a setting of ours with a value that a screen can live with."""
    defaults = dataclasses.asdict(Settings())
    return {
        name: value
        for name, value in found.items()
        if type(value) is type(defaults.get(name)) and (name not in SANE or SANE[name](value))
    }


def _is_splitters(value: dict[str, Any]) -> bool:
    return all(
        isinstance(sizes, list) and all(type(size) is int for size in sizes)
        for sizes in value.values()
    )


# Where the right type alone is not enough.
SANE: dict[str, Callable[[Any], bool]] = {
    "language": lambda value: value in ("", "fr", "en"),
    "theme": lambda value: value in ("light", "dark", "system"),
    "text_scale": lambda value: 80 <= value <= 200,
    "dock_edge": lambda value: value in ("", "left", "right"),
    "screen": lambda value: value in ("search", "now", "settings", "help", "sync"),
    "splitters": _is_splitters,
}
