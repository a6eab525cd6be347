"""`feedback`: a remark about an article; `answer_feedback`: what became of it.

It stands for those who write in the shelf, and for who made it. A reply of state `open` decides
nothing: those who write ask something back, and who made the remark answers that.
"""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.editing import AnswerFeedbackAsked, Feedback, FeedbackAsked, Reply
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import replies
from sync.server.rules.rule import Bench, Outcome, applied, refused, written
from sync.server.setting_up import edit_space

KIND = "feedback"
OWN = "own_feedback"
KINDS = ("outdated", "wrong", "unclear", "missing", "thanks")
STATES = (replies.OPEN, "answered", "accepted", "done", "declined")
CLOSED = frozenset({"answered", "done", "declined"})


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
        if found is None or stood is None or not _concerns(bench, found, stood, body):
            return refused("not_found", "There is no such remark for you. Sync, and look again.")
        if (wrong := _wrong(bench, body, found, stood)) is not None:
            return wrong
        reply = Reply(bench.me, bench.at, body.state, body.text)
        made = replace(
            stood,
            state=stood.state if _goes_on(stood, body) else body.state,
            owner=body.owner or stood.owner,
            replies=(*stood.replies, reply),
        )
        return applied(*_puts(body.feedback, found.space, made))


def _concerns(bench: Bench, found: Entity, stood: Feedback, body: AnswerFeedbackAsked) -> bool:
    """Let those who write answer; who made it only says something more."""
    return bench.reads(found.space) or (
        stood.by == bench.me and body.state == "open" and not body.owner
    )


def _wrong(
    bench: Bench, body: AnswerFeedbackAsked, found: Entity, stood: Feedback
) -> Outcome | None:
    if body.state not in STATES:
        return refused("malformed", f"The state is one of {', '.join(STATES)}. Choose one.")
    if not bench.reads(found.space) and stood.state in CLOSED:
        return refused("decided", "This is answered already. Make a new remark of it.")
    if body.state == replies.OPEN and (wrong := replies.wrong(body.text, stood.replies)):
        return wrong
    if body.owner and bench.unknown((body.owner,)):
        return refused("no_person", f"There is no active person {body.owner[:64]}. Choose one.")
    return None


def _goes_on(stood: Feedback, body: AnswerFeedbackAsked) -> bool:
    """Tell words that leave an open matter as it is from those that open it again."""
    return body.state == "open" and stood.state not in CLOSED


def _puts(id_: str, space: str, made: Feedback) -> tuple[Put, ...]:
    text = written(made)
    return Put(KIND, id_, space, "", text), Put(OWN, id_, f"~{made.by}", "", text)
