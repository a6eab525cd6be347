"""The loops that make a base live, each made when it is first asked for.

Announcements, learning, edits and remarks, gaps, and what those who steer look at: services over
one workspace. A start pays for none of them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from kbdesk.core.me import Me
from kbdesk.services.connected.account import Accounts

if TYPE_CHECKING:
    from datetime import datetime

    from kbdesk.services.announcements.announcing import Announcing
    from kbdesk.services.announcements.informing import Informing
    from kbdesk.services.announcements.receipts_board import ReceiptsBoard
    from kbdesk.services.announcements.since_last_shift import SinceLastShift
    from kbdesk.services.learn.coaching import Coaching
    from kbdesk.services.learn.ties import Ties
    from kbdesk.services.steering import Steering
    from kbdesk.services.workspace import Workspace
    from kbdesk.services.writing.authoring import Authoring
    from kbdesk.services.writing.contributions import Contributions
    from kbdesk.services.writing.gaps import Gaps
    from kbdesk.services.writing.pen import Pen
    from kbdesk.services.writing.remarks import Remarks
    from kbdesk.services.writing.reviewing import Reviewing
    from kbdesk.services.writing.verifying import Verifying


class Live:
    """What of a base is alive, for one profile."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def me(self) -> Me:
        """Say who is at this desk, as the server said last."""
        account = Accounts(self._workspace.profile).read()
        if account is None:
            return Me("", "admin", connected=False)
        return Me(account.person, account.role, connected=True, device=account.device)

    @cached_property
    def informing(self) -> "Informing":
        """The announcements to me."""
        from kbdesk.services.announcements.informing import Informing  # late: as all of these

        return Informing(self._workspace, self.me)

    @cached_property
    def announcing(self) -> "Announcing":
        """The announcements that a supervisor sends."""
        from kbdesk.services.announcements.announcing import Announcing  # late: as all of these

        return Announcing(self._workspace, self.me)

    @cached_property
    def board(self) -> "ReceiptsBoard":
        """How far what was sent has come."""
        # late: as all of these
        from kbdesk.services.announcements.receipts_board import ReceiptsBoard

        return ReceiptsBoard(self._workspace, self.announcing)

    @cached_property
    def since(self) -> "SinceLastShift":
        """What happened since my last shift."""
        # late: as all of these
        from kbdesk.services.announcements.since_last_shift import SinceLastShift

        def due(now: "datetime | None") -> int:
            return self.coaching.due_count(now)  # made only when a brief is looked at

        return SinceLastShift(self._workspace, self.informing.notices, due)

    @cached_property
    def coaching(self) -> "Coaching":
        """Quizzes and paths."""
        from kbdesk.services.learn.coaching import Coaching  # late: as all of these

        return Coaching(self._workspace, self.me, self.ties)

    @cached_property
    def ties(self) -> "Ties":
        """Which questions fit the passage they test."""
        from kbdesk.services.learn.ties import Ties  # late: as all of these

        return Ties(self._workspace, self.me)

    @property
    def here_alone(self) -> bool:
        """True for a base of its own, without a server."""
        return not self.me().connected

    @cached_property
    def _pen(self) -> "Pen":
        """Who writes here, and the road it takes."""
        from kbdesk.services.writing.pen import Pen  # late: as all of these

        return Pen(self._workspace)

    @cached_property
    def authoring(self) -> "Authoring":
        """Drafts, and sending them."""
        from kbdesk.services.writing.authoring import Authoring  # late: as all of these

        return Authoring(self._pen)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """Suggestions, and deciding about them."""
        from kbdesk.services.writing.reviewing import Reviewing  # late: as all of these

        return Reviewing(self._pen)

    @cached_property
    def remarks(self) -> "Remarks":
        """What people say of articles."""
        from kbdesk.services.writing.remarks import Remarks  # late: as all of these

        return Remarks(self._pen)

    @cached_property
    def verifying(self) -> "Verifying":
        """Who looked at what, and what to look at first."""
        from kbdesk.services.writing.verifying import Verifying  # late: as all of these

        return Verifying(self._pen, self.remarks)

    @cached_property
    def contributions(self) -> "Contributions":
        """All that one person has given."""
        from kbdesk.services.writing.contributions import Contributions  # late: as all of these

        return Contributions(self._pen, self.authoring, self.reviewing, self.remarks)

    @cached_property
    def gaps(self) -> "Gaps":
        """What people did not find."""
        from kbdesk.services.writing.gaps import Gaps  # late: as all of these

        return Gaps(self._pen)

    @cached_property
    def steering(self) -> "Steering":
        """What those who steer look at."""
        from kbdesk.services.steering import Steering  # late: as all of these

        return Steering(self._workspace, self)
