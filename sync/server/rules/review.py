"""`review`: one answer to one question, graded here as on the desk.

It stands for who gave it, and for each trainer of their cohorts; for the others it is counted.
"""

from typing import Any

from msgspec.structs import replace

from sync.protocol import grading
from sync.protocol.bodies.learning import Review, ReviewAsked
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import questions, tallies
from sync.server.rules.rule import Bench, Outcome, applied, refused, written

KIND = "review"
PUPIL = "pupil_review"
AGAIN, EASY = 1, 4
LONGEST = 24 * 3600  # seconds


class ReviewRule:
    """The rule of `review`."""

    body: Any = ReviewAsked

    def touches(
        self, operation: Operation, body: ReviewAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (
            ("article", body.article),
            (tallies.PUPIL, principal.name),
            (tallies.QUESTION, body.question),
            (tallies.QUESTION_FIGURES, body.question),
            (tallies.ASKED, f"{body.question}/{principal.name}"),
        )

    def decide(self, bench: Bench, operation: Operation, body: ReviewAsked) -> Outcome:
        if (wrong := _wrong(body)) is not None:
            return wrong
        right = grading.right(body.asked, body.answer)
        made = Review(
            question=body.question,
            article=body.article,
            tie=body.tie,
            right=right,
            ease=body.ease if right else AGAIN,
            answer=body.answer,
            at=operation.at,
            server=bench.at,
            device=body.device[:200],
            took=body.took,
            text=body.asked.text,
        )
        own = Put(KIND, operation.id, bench.principal.personal_space, "", written(made))
        article = bench.entity("article", body.article)
        told = tuple(_told(bench, operation, made, article))
        return applied(own, *told, *_counted(bench, body, article, right=right))


def _told(bench: Bench, operation: Operation, made: Review, article: Entity | None) -> list[Put]:
    """Write it for each trainer; in words only for those who read the article."""
    pupil = bench.told(tallies.PUPIL, bench.me, tallies.Pupil) or tallies.Pupil()
    puts = []
    for trainer in pupil.trainers():
        reads = article is not None and bench.other_reads(trainer, article.space)
        theirs = replace(made, person=bench.me)
        text = written(theirs if reads else replace(theirs, text="", answer=()))
        puts.append(Put(PUPIL, f"{bench.me}/{trainer}/{operation.id}", f"~{trainer}", "", text))
    return puts


def _counted(
    bench: Bench, body: ReviewAsked, article: Entity | None, *, right: bool
) -> tuple[Put, ...]:
    """Count it where the article is; an answer to one that is gone is the learner's alone."""
    if article is None or article.body is None or not bench.reads(article.space):
        return ()
    return tallies.answered(bench, body.question, body.asked.text, article, right=right)


def _wrong(body: ReviewAsked) -> Outcome | None:
    if fault := questions.fault(body.asked):
        return refused("malformed", fault)
    if not questions.fair(body.answer):
        return refused("malformed", "The answer is too long. Answer again.")
    if body.question != grading.question_id(body.asked):
        return refused("question", "This is not the question of that id. Update the program.")
    if not AGAIN <= body.ease <= EASY or not 0 <= body.took <= LONGEST:
        return refused("malformed", "An answer is 1 to 4 easy and takes a day at most. Try again.")
    return None
