"""A text as it would be read, and what is wrong with it: made on the render lane."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kbdesk.core.drafts import Draft, Problem
from kbdesk.ui.writing.changed_words import Changed, changed

if TYPE_CHECKING:
    from kbdesk.services.writing.authoring import Authoring


@dataclass(frozen=True, slots=True)
class Looked:
    """What the preview shows, and what the text is marked with."""

    html: str
    title: str
    summary: str
    problems: tuple[Problem, ...]
    changed: Changed


def look_at(authoring: "Authoring", draft: Draft, text: str) -> Looked:
    """Render a text, however unfinished, and check it."""
    looks = authoring.looked(text, draft)
    return Looked(
        looks.html,
        looks.title,
        looks.summary,
        authoring.check(draft, text),
        changed(draft.base, text),
    )
