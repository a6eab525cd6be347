"""`feedback`: a remark about an article; `answer_feedback`: what became of it.

It stands for those who write in the shelf, and for who made it.
"""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.editing import AnswerFeedbackAsked, Feedback, FeedbackAsked, Reply
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules.rule import Bench, Outcome, applied, refused, written
from sync.server.setting_up import edit_space

KIND = "feedback"
OWN = "own_feedback"
KINDS = ("outdated", "wrong", "unclear", "missing", "thanks")
STATES = ("open", "answered", "accepted", "done", "declined")
MOST = 50  # replies to one remark


class GiveFeedback:
    """The rule of `feedback`."""

    body: Any = FeedbackAsked

    def touches(
        self, operation: Operation, body: FeedbackAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (("article", body.article),)

    def decide(self, bench: Bench, operation: Operation, body: FeedbackAsked) -> Outcome:
        article = bench.entity("article", body.article)
        if article is None or not bench.reads(article.space):
            return refused("not_found", "There is no such article for you. Nothing is left to do.")
        if body.kind not in KINDS:
            return refused("malformed", f"A remark is one of {', '.join(KINDS)}. Choose one.")
        made = Feedback(
            article=body.article,
            kind=body.kind,
            by=bench.me,
            at=bench.at,
            made=operation.at,
            text=body.text,
            anchor=body.anchor,
            rev=body.rev,
            query=body.query,
            queue=body.queue,
            intent=body.intent,
        )
        return applied(*_puts(operation.id, edit_space(article.space), made))


class AnswerFeedback:
    """The rule of `answer_feedback`."""

    body: Any = AnswerFeedbackAsked

    def touches(
        self, operation: Operation, body: AnswerFeedbackAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (KIND, body.feedback), (OWN, body.feedback)

    def decide(self, bench: Bench, operation: Operation, body: AnswerFeedbackAsked) -> Outcome:
        found = bench.entity(KIND, body.feedback)
        stood = bench.told(KIND, body.feedback, Feedback)
        if found is None or stood is None or not bench.reads(found.space):
            return refused("not_found", "There is no such remark for you. Sync, and look again.")
        if body.state not in STATES:
            return refused("malformed", f"The state is one of {', '.join(STATES)}. Choose one.")
        if len(stood.replies) >= MOST:
            return refused("too_large", "This remark has been answered enough. Talk to each other.")
        if body.owner and bench.unknown((body.owner,)):
            return refused("no_person", f"There is no active person {body.owner[:64]}. Choose one.")
        reply = Reply(bench.me, bench.at, body.state, body.text)
        made = replace(
            stood,
            state=body.state,
            owner=body.owner or stood.owner,
            replies=(*stood.replies, reply),
        )
        return applied(*_puts(body.feedback, found.space, made))


def _puts(id_: str, space: str, made: Feedback) -> tuple[Put, ...]:
    text = written(made)
    return Put(KIND, id_, space, "", text), Put(OWN, id_, f"~{made.by}", "", text)
