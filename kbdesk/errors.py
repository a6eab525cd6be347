"""What can go wrong that is nobody's bug.

    Trouble                    the world's fault: one sentence, and what to do about it
    ├── BadContent             a file of the base says something it may not (file, line, field)
    ├── UnknownArticle         an id that the base does not hold
    ├── OtherProfile           this profile is somebody else's, or holds another base
    ├── NotSignedIn            the server wants to know who is asking
    ├── NotAllowed             this person may not do that
    ├── ContentLocked          the copy is older than the house allows; a sync unlocks it
    ├── ServerTrouble          the server, or the way to it; nothing is lost
    ├── StoreTrouble           a database that cannot be used now
    │   ├── DamagedStore       the file is not a sound database
    │   ├── NewerStore         the file was written by a newer kbdesk
    │   ├── StoreBusy          another program holds it too long
    │   └── DiskFull           no room left: never read as damage
    └── IndexTrouble           the search index cannot answer; it can always be rebuilt

Everything else that is raised is a bug of ours and belongs in the crash report. Driver errors
(sqlite3, tantivy) become one of these in one place per driver. The command line prints
`sentence remedy`; the desk translates by `code` and its `values` where there is one, else by class,
and keeps the English text for the details.
"""

from datetime import timedelta
from pathlib import Path


class Trouble(Exception):
    """A fault of the world, told in one sentence, with a remedy the reader can carry out."""

    def __init__(
        self, sentence: str, remedy: str = "", *, code: str = "", values: tuple[str, ...] = ()
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class BadContent(Trouble):
    """A file of the base that breaks the article format; `line` counts from 1, 0 when unknown."""

    def __init__(  # noqa: PLR0913  # a place and words, each by name
        self,
        sentence: str,
        *,
        path: str = "",
        line: int = 0,
        field: str = "",
        remedy: str = "",
        code: str = "",
        values: tuple[str, ...] = (),
    ) -> None:
        super().__init__(sentence, remedy, code=code, values=values)
        self.path = path
        self.line = line
        self.field = field

    def __str__(self) -> str:
        place = self.path + (f":{self.line}" if self.line else "")
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}{super().__str__()}" if place else f"{field}{super().__str__()}"


class UnknownArticle(Trouble):
    """An id that the base does not hold."""

    def __init__(self, article_id: str) -> None:
        super().__init__(
            f"There is no article “{article_id}”.", "Look for it with: kbdesk search WORDS"
        )
        self.article_id = article_id


class OtherProfile(Trouble):
    """What is asked would take the place of what this profile holds."""


class NotSignedIn(Trouble):
    """There is no session, or it has ended; what waits goes on waiting."""

    def __init__(self, url: str, person: str) -> None:
        super().__init__(
            "This profile is not signed in.",
            f"Sign in with: kbdesk login {url} --user {person or 'NAME'}",
        )


class NotAllowed(Trouble):
    """What is asked is not for this person to do."""


class ContentLocked(Trouble):
    """The copy was not level for longer than the house allows; a success unlocks it."""

    def __init__(self, age: timedelta) -> None:
        super().__init__(
            f"The texts are locked: they were not synced for {age.days} days.",
            "Sync with: kbdesk sync. What you wrote is kept.",
        )
        self.age = age


class ServerTrouble(Trouble):
    """The server, or the way to it, is not as it should be; `state` names how."""

    def __init__(self, sentence: str, remedy: str = "", *, state: str = "offline") -> None:
        super().__init__(sentence, remedy)
        self.state = state


class StoreTrouble(Trouble):
    """A database of the profile cannot be used now."""

    def __init__(self, path: Path, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.path = path


class DamagedStore(StoreTrouble):
    """The file is not a sound database; it is left exactly as it was found."""


class NewerStore(StoreTrouble):
    """The file was written by a newer kbdesk than this one."""


class StoreBusy(StoreTrouble):
    """Another program held the database longer than we wait."""


class DiskFull(StoreTrouble):
    """No room left on the disk; nothing was half-written."""


class IndexTrouble(Trouble):
    """The search index cannot answer; it is a cache, so it is set aside and rebuilt."""
