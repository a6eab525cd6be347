"""The queue of those who decide, and what they decide: the whole, a part, or no, and why.

What is looked at is always compared with what is published on this desk now, not with what stood
when it came in. A decision is made upon a revision; where the article has moved on meanwhile the
server refuses it, the suggestion stays open, and what was decided is kept to be decided again.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kbdesk.core.changes import Changes
from kbdesk.core.editing import Block, Verdict, blocks, fates, partly, whole
from kbdesk.core.suggestions import (
    ACCEPTED,
    DECLINED,
    PARTLY,
    WITHDRAWN,
    ReviewView,
    Suggested,
    Touched,
    by_urgency,
)
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.services import bodies
from kbdesk.services.writing import talk
from kbdesk.services.writing.authoring import asset_of
from kbdesk.services.writing.suggestion_bodies import moment_or_now, unknown, verdict_of
from kbdesk.services.writing.suggestions import Suggestions
from kbdesk.services.writing.trusting import unverified
from kbdesk.store.drafts import Drafts
from kbdesk.store.outbox import Draft as Asked
from kbdesk.store.questions import Questions
from sync.protocol.bodies import editing as wire
from sync.protocol.bodies.learning import QuestionFigures
from sync.protocol.texts import text_sha256

if TYPE_CHECKING:
    from kbdesk.services.writing.pen import Pen

LONGEST = 2_000  # letters of what is asked back, or answered
_DECIDED = 50


class Reviewing:
    """Suggestions: those to decide about, and one's own."""

    def __init__(self, pen: "Pen") -> None:
        self._pen = pen
        self._entities = pen.workspace.entities
        self._drafts = Drafts(pen.workspace.user)
        self._suggestions = Suggestions(pen)

    # look

    def queue(self) -> tuple[Suggested, ...]:
        """List what waits for a decision: what met another change first, then the oldest."""
        return tuple(sorted((one for one in self._suggestions.every() if one.open), key=by_urgency))

    def decided(self, limit: int = _DECIDED) -> tuple[Suggested, ...]:
        """List what was decided, the last first."""
        found = [one for one in self._suggestions.every() if not one.open]
        return tuple(sorted(found, key=_decided_at, reverse=True)[:limit])

    def mine(self) -> tuple[Suggested, ...]:
        """List what this person has proposed, the newest first; what waits here among it."""
        found = self._suggestions.mine().values()
        return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))

    def read_now(self) -> dict[str, str]:
        """Return the marks by which one's own suggestions count as read."""
        return self._suggestions.read_now()

    def look(self, id_: str) -> ReviewView:
        """Compare a suggestion with what is published here now."""
        kept, body = self._suggestions.one(id_)
        of = self._suggestions.shown(kept.id, body, self._suggestions.here())
        standing = self._pen.standing(body.article)
        published = standing.text if standing else None
        base, mine = body.base, body.mine
        verdict = verdict_of(body, published)
        parts: tuple[Block, ...] = ()
        if mine is not None and not (published is None and not of.new):
            parts = blocks(base if published is not None else None, mine, published or "")
        rev = standing.rev if standing else 0
        return ReviewView(
            of=replace(of, verdict=verdict),
            verdict=verdict,
            blocks=parts,
            base=base,
            mine=mine,
            published=published,
            rev=rev,
            moved=rev != body.rev,
            kept=self._suggestions.kept(id_),
            upon=standing.upon if standing else "",
        )

    def own(self, id_: str) -> ReviewView:
        """Show what a suggestion of one's own changes in the text that it was made from.

        Sent or not: what waits here, or was not taken, is shown too.
        """
        of = next((one for one in self.mine() if one.id == id_), None)
        if of is None:
            raise unknown(id_)
        base, mine = self._suggestions.own_texts(id_)
        standing = self._pen.standing(of.article)
        published = standing.text if standing else None
        start = base if base is not None else "" if of.new else published or ""
        parts = blocks(start, mine, start) if mine is not None else ()
        rev = standing.rev if standing else 0
        became = self._decided_text(of)
        return ReviewView(
            of, of.verdict, parts, base, mine, published, rev, moved=False,
            fates=fates(parts, became) if became is not None else {},
        )  # fmt: skip

    def _decided_text(self, of: Suggested) -> str | None:
        """Return the text in which a part of a suggestion was taken, as far as it is kept here."""
        if of.state != PARTLY or of.decided_at is None:
            return None
        for _, credit in bodies.every(self._entities, "credit", wire.Credit, f"{of.article}@"):
            if credit.by == of.by and moment_or_now(credit.at) == of.decided_at:
                kept = self._pen.workspace.versions.kept(of.article, credit.rev)
                return kept.body if kept else None
        return None

    def can_withdraw(self, id_: str) -> bool:
        """Say whether a suggestion of one's own can still be taken back."""
        return any(one.id == id_ and one.open for one in self.mine())

    def touches(self, id_: str) -> Touched:
        """Say what else would change with it: questions that would sleep, and who links here."""
        body = self._suggestions.one(id_)[1]
        linked = self._pen.workspace.articles.backlinks(body.article)
        titles = tuple(title for _, title in linked)
        if body.mine is None:
            return Touched(named_in=titles)
        ties = self._pen.ties(body.article, body.mine, minor=False).get("ties", {})
        known = Questions(self._pen.workspace.kb).of_article(body.article)
        moved = (one for one in known if ties.get(one.id) not in {None, one.question.tie})
        asleep = [one.id for one in moved if one.awake]
        figures = (
            bodies.read(self._entities.one("question_figures", question), QuestionFigures)
            for question in asleep
        )
        people = max((one.people for one in figures if one and not one.masked), default=0)
        return Touched(len(asleep), people, titles)

    # ask back

    def ask_back(self, id_: str, text: str) -> Changes:
        """Ask its author something before deciding; they alone are told."""
        kept, body = self._suggestions.one(id_)
        self._pen.refuse_strangers(self._suggestions.place(body))
        self._refuse_decided(kept.id, body)
        if body.by == self._pen.person:
            told = "This is your own suggestion."
            raise Trouble(told, "Withdraw it to change it.", code="own_suggestion")
        return self._say(id_, text)

    def reply(self, id_: str, text: str) -> Changes:
        """Answer what was asked back about one's own suggestion."""
        mine = self._suggestions.mine().get(id_)
        if mine is None:
            raise unknown(id_)
        self._refuse_closed(mine)
        if not mine.can_reply:
            told = "Nothing was asked about this suggestion."
            raise Trouble(told, "Withdraw it to change it.", code="not_asked")
        return self._say(id_, text)

    def _say(self, id_: str, text: str) -> Changes:
        """Say something that decides nothing; it holds up no decision, whatever becomes of it."""
        said = bodies.dump(wire.DiscussAsked(id_, talk.worded(text, LONGEST)))
        self._pen.do([Asked("discuss", said, f"discussion:{id_}")])
        return self._pen.changes()

    # decide

    def accept(self, id_: str, *, minor: bool = False, why: str = "") -> Changes:
        """Publish a suggestion whole; two texts for the same lines have to be chosen from."""
        view = self._decidable(id_)
        if view.mine is None:
            return self._settle(view, ACCEPTED, None, why, minor=minor)
        if view.verdict is Verdict.GONE or view.published is None:
            return self._settle(view, ACCEPTED, view.mine, why, minor=minor)
        text = whole(view.blocks)
        if text is None:
            told = "Others changed the same lines meanwhile."
            raise Trouble(told, "Choose which lines to take.", code="same_lines")
        return self._settle(view, ACCEPTED, text, why, minor=minor)

    def accept_part(
        self, id_: str, taken: Collection[int], *, minor: bool = False, why: str = ""
    ) -> Changes:
        """Publish some of the changes: those with these numbers."""
        view = self._decidable(id_)
        wrong = set(taken).difference(view.changes)
        if not taken or wrong:
            raise Trouble(
                f"There is no change {min(wrong)}." if wrong else "No change was chosen.",
                "Choose by the numbers shown, or decline.",
                code="not_chosen",
            )
        decision = ACCEPTED if set(taken) == set(view.changes) else PARTLY
        text = partly(view.blocks, taken)
        return self._settle(view, decision, text, why, minor=minor)

    def accept_as(self, id_: str, text: str, *, minor: bool = False, why: str = "") -> Changes:
        """Publish a text that the reviewer has made of it; its author is credited all the same."""
        view = self._decidable(id_)
        decision = ACCEPTED if text == whole(view.blocks) else PARTLY
        return self._settle(view, decision, text, why, minor=minor)

    def decline(self, id_: str, why: str) -> Changes:
        """Say no, and why: its author reads it."""
        if not why.strip():
            told = "A no wants a reason."
            raise Trouble(told, "Say it in a sentence: its author reads it.", code="no_reason")
        kept, body = self._suggestions.one(id_)
        self._pen.refuse_strangers(body.space)
        self._refuse_decided(kept.id, body)
        return self._do(wire.SettleAsked(kept.id, DECLINED, None, why), rev=body.rev)

    def withdraw(self, id_: str) -> Changes:
        """Take one's own suggestion back, sent or not."""
        mine = next((one for one in self.mine() if one.id == id_), None)
        if mine is None:
            raise unknown(id_)
        self._refuse_closed(mine)
        said = wire.SettleAsked(id_, WITHDRAWN, None)
        if self._pen.local:
            self._do(said, rev=0)
        else:
            after = Asked("settle", bodies.dump(said), f"suggestion:{id_}")
            self._pen.workspace.outbox.take_back(id_, after, self._pen.workspace.clock.now())
        self._bring_back(id_)
        return self._pen.changes()

    def _bring_back(self, id_: str) -> None:
        """Open the draft again that a suggestion was made of: nobody's work ends with it."""
        draft = self._drafts.sent_as(id_)
        if draft is not None:
            self._drafts.bring_back(draft.id)

    def _decidable(self, id_: str) -> ReviewView:
        view = self.look(id_)
        body = self._suggestions.one(id_)[1]
        place = self._suggestions.place(body)
        self._pen.refuse_strangers(place)
        self._refuse_decided(id_, body)
        if view.of.own and self._pen.four_eyes(place):
            raise NotAllowed(
                f"On “{place}” nobody publishes their own text.",
                "Ask another author of the shelf to decide.",
                code="four_eyes",
                values=(place,),
            )
        return view

    def _refuse_decided(self, id_: str, body: wire.Suggestion) -> None:
        self._refuse_closed(self._suggestions.shown(id_, body, self._suggestions.here()))

    def _refuse_closed(self, found: Suggested) -> None:
        if not found.open:
            raise Trouble(
                f"This was decided already: {found.deciding or found.state}.",
                "See it among what was decided.",
                code="decided",
            )

    def _settle(
        self, view: ReviewView, decision: str, text: str | None, why: str, *, minor: bool
    ) -> Changes:
        if text is not None and not minor:
            text = unverified(text, view.published, self._pen.workspace.calendar.today())
        ties = {} if text is None else self._pen.ties(view.article_id, text, minor=minor)
        files = self._pictures(view) if text is not None else []
        said = wire.SettleAsked(view.of.id, decision, text, why, minor)
        base = text_sha256(view.published)
        return self._do(said, rev=view.rev, upon=view.upon, base=base, more=ties, before=files)

    def _do(
        self,
        said: wire.SettleAsked,
        *,
        rev: int,
        upon: str = "",
        base: str = "",
        more: dict[str, Any] | None = None,
        before: list[Asked] | None = None,
    ) -> Changes:
        body, about = bodies.dump(said) | (more or {}), f"suggestion:{said.suggestion}"
        self._pen.do([*(before or []), Asked("settle", body, about, rev or None, upon, base)])
        return self._pen.changes(articles=said.text is not None)

    def _pictures(self, view: ReviewView) -> list[Asked]:
        """Publish the pictures that a suggested text shows; their bytes came up with it."""
        body = self._suggestions.one(view.of.id)[1]
        return (
            []
            if self._pen.local
            else [asset_of(one, self._suggestions.place(body)) for one in body.assets]
        )


def _decided_at(one: Suggested) -> datetime:
    return one.decided_at or one.at
