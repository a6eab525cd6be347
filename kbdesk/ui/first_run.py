"""What a desk without a base can do; the page that offers it is made only when there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FirstActs:
    """What can be done about an empty desk; an act that is None is not offered."""

    import_folder: Callable[[Path], object] | None = None
    try_sample: Callable[[], object] | None = None
