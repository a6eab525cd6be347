"""What is being read when somebody says something about it. Qt-free."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Here:
    """An article on screen, and how somebody came to it."""

    article: str
    title: str
    anchor: str = ""  # the section in view, or the step of a guide
    rev: int = 0
    query: str = ""
    queue: str = ""
    intent: str = ""
