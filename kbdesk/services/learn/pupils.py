"""A cohort as its trainer sees it, one by one, and as everybody else does, in counts."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core import paths as rules
from kbdesk.core import quiz
from kbdesk.core.paths import Cohort, Done, Path, Pupil, PupilAnswer
from kbdesk.services import bodies
from kbdesk.store.moments import moment_in
from sync.protocol.bodies import learning

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

SHOWN = 200  # answers of one pupil


class Pupils:
    """What one person may see of cohorts. The rows of pupils come to their trainers alone."""

    def __init__(self, workspace: "Workspace", me: str, name: Callable[[str], str]) -> None:
        self._workspace = workspace
        self._entities = workspace.entities
        self._me = me
        self._name = name

    def of(self, cohort: Cohort, path: Path | None, now: datetime) -> rules.Pupils:
        """Return a cohort with its pupils for their trainer, with its counts for the others."""
        if self._me in cohort.trainers:
            return self._for_trainer(cohort, path, now)
        figures = bodies.read(
            self._entities.one("cohort_figures", cohort.id), learning.CohortFigures
        )
        people = len(cohort.people)
        if figures is None or figures.masked:
            return rules.Pupils(cohort, path, masked=True, people=people)
        return rules.Pupils(cohort, path, masked=False, people=people, by_step=figures.steps)

    def _for_trainer(self, cohort: Cohort, path: Path | None, now: datetime) -> rules.Pupils:
        reviews = {person: self._reviews(person) for person in cohort.people}
        shelves = self._shelves(body.article for rows in reviews.values() for body in rows)
        pupils = tuple(
            self._pupil(cohort, path, person, reviews[person], shelves, now)
            for person in cohort.people
        )
        steps = path.steps if path else ()
        return rules.Pupils(
            cohort,
            path,
            masked=False,
            people=len(cohort.people),
            by_step={
                step.id: sum(_is_done(pupil.states.get(step.id)) for pupil in pupils)
                for step in steps
            },
            weak=_weak((body for rows in reviews.values() for body in rows), shelves),
            pupils=tuple(sorted(pupils, key=lambda one: (not one.late, one.name.casefold()))),
        )

    def _pupil(
        self,
        cohort: Cohort,
        path: Path | None,
        person: str,
        reviews: list[learning.Review],
        shelves: dict[str, str],
        now: datetime,
    ) -> Pupil:
        states = self._states(person, cohort.path)
        steps = path.steps if path else ()
        done = sum(_is_done(states.get(step.id)) for step in steps)
        answers = _answers(reviews)
        moments = [one.at for one in states.values()] + [one.at for one in answers]
        return Pupil(
            person,
            self._name(person),
            done,
            len(steps),
            max(moments, default=None),
            rules.is_late(cohort, done, len(steps), now),
            states,
            answers[:SHOWN],
            _weak(reviews, shelves),
        )

    def _states(self, person: str, path: str) -> dict[str, Done]:
        found = self._entities.one("pupil_progress", f"{person}/{self._me}/{path}")
        body = bodies.read(found, learning.Progress)
        return dict(done_in(body)) if body else {}

    def _reviews(self, person: str) -> list[learning.Review]:
        rows = bodies.every(
            self._entities, "pupil_review", learning.Review, f"{person}/{self._me}/"
        )
        return [body for _, body in rows]

    def _shelves(self, articles: Iterable[str]) -> dict[str, str]:
        cards = self._workspace.articles.cards_by_id(list(dict.fromkeys(articles)))
        return {id_: card.space for id_, card in cards.items()}


def done_in(body: learning.Progress) -> Iterator[tuple[str, Done]]:
    """Give the steps of a progress that can be read."""
    for step, one in body.steps.items():
        at = moment_in(one.at)
        if at is not None:
            yield step, Done(at, one.done, one.score, one.tries)


def _answers(reviews: Iterable[learning.Review]) -> tuple[PupilAnswer, ...]:
    found = [
        PupilAnswer(at, body.text, body.article, body.answer, body.right)
        for body in reviews
        if (at := moment_in(body.at)) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _weak(reviews: Iterable[learning.Review], shelves: dict[str, str]) -> tuple[quiz.Weak, ...]:
    return quiz.weakest(
        (shelves[body.article], body.right) for body in reviews if body.article in shelves
    )


def _is_done(one: Done | None) -> bool:
    return one is not None and one.done
