"""The sample's history where there is no server: what one person alone can have done.

The same story as the demo's, by the rules of a local base: edits with one conflict, remarks,
verifications, gaps, a path half done, answers of two weeks. Whatever needs others is left out:
announcements and their receipts, cohorts, what colleagues answered. It is lived through by a clock
that stands at the moment of each deed. Nothing of it waits to be sent: should this profile sign in
at a server one day, that server never hears of what nobody did.
"""

from datetime import datetime, timedelta

from kbdesk.clock import FixedClock
from kbdesk.services.demo import story
from kbdesk.services.demo.history import Deed, Material, choice, history
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.local_rules import LocalRules
from kbdesk.store.asked import id_of
from kbdesk.store.outbox import Draft
from sync.protocol.bodies.gaps import CloseGapsAsked, NotFoundAsked
from sync.protocol.bodies.learning import ProgressAsked

TOOK = 9  # seconds that an answer took


def live_through(workspace: Workspace) -> None:
    """Give a base that holds the sample and nothing else its history."""
    now = workspace.clock.now()
    paths = workspace.entities.get("paths", "paths") or ""
    material = Material(workspace.articles.all(), paths)
    clock = FixedClock(now)
    with Workspace(workspace.profile, clock) as then:
        past = _Past(then, clock)
        try:
            for deed in history(material, now):
                clock.moment = deed.at(now)
                past.live(deed)
            past.learn(material, now)
        finally:  # however far it came
            then.outbox.withdraw([one.id for one in then.outbox.waiting()])


class _Past:
    """What happens to a base at the moments of a clock."""

    def __init__(self, workspace: Workspace, clock: FixedClock) -> None:
        self._workspace, self._clock = workspace, clock
        self._rules = LocalRules(workspace)

    def live(self, deed: Deed) -> None:
        """Do what somebody did, where one person alone can."""
        live, now = self._workspace.live, self._clock.now()
        if self._rules.knows(deed.kind):
            draft = Draft(deed.kind, deed.said(), base_rev=deed.base_rev)
            self._rules.apply([draft], now, [deed.id] if deed.id else ())
        elif isinstance(deed.body, NotFoundAsked):
            live.gaps.keep_here([deed.body], now, [deed.id])
        elif isinstance(deed.body, CloseGapsAsked):
            live.gaps.decide_here(deed.body.article, deed.body.proofs, deed.body.why)
        elif isinstance(deed.body, ProgressAsked) and deed.person == story.AGENT:
            live.coaching.step_done(deed.body.path, deed.body.step, deed.body.score)

    def learn(self, material: Material, now: datetime) -> None:
        """Answer questions as somebody does who opens the desk on most days."""
        coaching = self._workspace.live.coaching
        for number, days, right in story.LEARNT:
            self._clock.moment = now - timedelta(days=days, minutes=number)
            due = coaching.asked(id_of(material.singles[number][1]))
            if due is not None:
                coaching.answer_alone(due, choice(due.asked, right=right), took=TOOK)
