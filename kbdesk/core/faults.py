"""A fault of a text that somebody wrote: its code and plain values for who words it, its line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What breaks a rule, and where; `sentence` is for logs, reports and the command line."""

    code: str
    sentence: str
    line: int = 0
    values: tuple[str, ...] = ()
