"""Where things are: the folder of a profile, and the resources that ship with the product."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PROFILE_VARIABLE = "KBDESK_PROFILE"


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's folder on one machine; nobody else may read it."""

    root: Path

    @classmethod
    def choose(cls, asked: Path | None = None) -> "Profile":
        """Take the folder asked for, else the environment's, else the platform's own."""
        if asked is not None:
            return cls(asked.expanduser().resolve())
        if named := os.environ.get(PROFILE_VARIABLE):
            return cls(Path(named).expanduser().resolve())
        import platformdirs  # late: only this branch needs it

        return cls(Path(platformdirs.user_data_dir("kbdesk", appauthor=False)))

    @classmethod
    def for_demo(cls) -> "Profile":
        """Return the throw-away profile of the demo."""
        import platformdirs  # late: as above

        return cls(platformdirs.user_cache_path("kbdesk", appauthor=False) / "demo")

    def make(self) -> "Profile":
        """Create the folder with rights for its owner alone."""
        self.root.mkdir(parents=True, exist_ok=True)
        if os.name == "posix" and self.root.stat().st_mode & 0o077:
            self.root.chmod(0o700)
        return self

    @property
    def kb_db(self) -> Path:
        """The replaceable copy of the base."""
        return self.root / "kb.db"

    @property
    def user_db(self) -> Path:
        """The precious file: all that exists nowhere else yet."""
        return self.root / "user.db"

    @property
    def index(self) -> Path:
        """The search index, a cache."""
        return self.root / "index"

    @property
    def settings(self) -> Path:
        """What the person set on this machine."""
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        """The rotating log files."""
        return self.root / "logs"


def resources() -> Path:
    """Return the folder of plain files that ship with the product, frozen or from a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    beside = here / "resources"
    return beside if beside.is_dir() else Path(sys.prefix) / "share" / "kbdesk" / "resources"
