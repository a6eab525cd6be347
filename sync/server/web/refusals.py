"""What the web says no to before the office hears of it."""

from collections.abc import Iterable

from sync.server.errors import Refusal


class NoSuchVerb(Refusal):
    """The address is right, the verb is not."""

    status, code, title = 405, "no_such_verb", "Method not allowed"

    def __init__(self, known: Iterable[str]) -> None:
        self.allow = ", ".join(sorted(known))
        super().__init__(f"This address knows {self.allow}.")


class TooSlow(Refusal):
    """A body that drips."""

    status, code, title = 408, "too_slow", "Too slow"


class TooLarge(Refusal):
    """More bytes than any desk of ours sends."""

    status, code, title = 413, "too_large", "Too large"


class WrongCoding(Refusal):
    """A coding or a media type that is not spoken here."""

    status, code, title = 415, "media_type", "Not spoken here"


class NoSuchRange(Refusal):
    """Bytes that the file does not have."""

    status, code, title = 416, "no_such_range", "No such bytes"


class TooOld(Refusal):
    """A desk of a version that nobody here understands any more."""

    status, code, title = 426, "too_old", "Too old"
