"""What is known of my learning beyond this machine, shown to the person it is of."""

from typing import TYPE_CHECKING

from kbdesk.core.learn_home import SeenOfMe, StepSeen
from kbdesk.core.paths import PupilAnswer
from kbdesk.services import bodies
from kbdesk.services.learn.courses import Courses
from kbdesk.services.learn.review_log import REVIEW
from kbdesk.services.lists.people import person_name
from kbdesk.store import asked
from kbdesk.store.moments import moment_in
from kbdesk.store.reviews import Reviews
from sync.protocol.bodies import learning

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

SHOWN = 200  # answers


def seen_of_me(workspace: "Workspace", reviews: Reviews, courses: Courses) -> SeenOfMe:
    """Gather my answers and steps, of this machine and of my others, with who may read them."""
    enrolments = [
        body for _, body in bodies.every(workspace.entities, "enrolment", learning.Enrolment)
    ]
    trainers = dict.fromkeys(name for one in enrolments for name in one.trainers)
    views = courses.paths()
    return SeenOfMe(
        trainers=tuple(person_name(workspace.entities, name) or name for name in trainers),
        cohorts=tuple(one.title for one in enrolments),
        answers=_answers(workspace, reviews),
        steps=tuple(
            StepSeen(view.path.title, step.title, step.done)
            for view in views
            for step in view.steps
            if step.done is not None
        ),
    )


def _answers(workspace: "Workspace", reviews: Reviews) -> tuple[PupilAnswer, ...]:
    found: dict[str, PupilAnswer] = {}
    for one in reviews.all():
        question = asked.read(one.asked)
        text = question.text if question else ""
        found[one.id] = PupilAnswer(one.at, text, one.article, one.answer, one.right)
    for entity, body in bodies.every(workspace.entities, REVIEW, learning.Review):
        at = moment_in(body.at)
        if at is not None and entity.id not in found:
            found[entity.id] = PupilAnswer(at, body.text, body.article, body.answer, body.right)
    newest = sorted(found.values(), key=lambda one: one.at, reverse=True)
    return tuple(newest[:SHOWN])
