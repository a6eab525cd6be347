"""What one person has given to the base, and what became of it."""

from dataclasses import dataclass

from kbdesk.core.drafts import Draft
from kbdesk.core.feedback import Remark
from kbdesk.core.suggestions import Suggested


@dataclass(frozen=True, slots=True)
class Mine:
    """Drafts, suggestions and remarks of one person, the newest first."""

    drafts: tuple[Draft, ...] = ()
    suggestions: tuple[Suggested, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def unread(self) -> int:
        """Count the answers that were not read yet."""
        return sum(one.unread for one in self.suggestions) + sum(one.unread for one in self.remarks)
