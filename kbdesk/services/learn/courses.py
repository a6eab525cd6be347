"""Paths as I follow them, and the cohorts that follow them together.

How far I have come is what was done here joined with what the server holds of my other machines;
done stays done, so the two only ever add up. A trainer sees their own pupils one by one, because
the server sends those rows to nobody else; everybody else who may look sees counts, and none of
fewer than five people.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kbdesk.core import paths as rules
from kbdesk.core.changes import Changes
from kbdesk.core.paths import (
    Cohort,
    Done,
    Module,
    ModuleView,
    Path,
    PathFault,
    PathView,
    State,
    Step,
    StepKind,
    StepView,
)
from kbdesk.core.quiz import Session
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.services import bodies
from kbdesk.services.learn.pupils import Pupils as PupilRows
from kbdesk.services.learn.pupils import done_in
from kbdesk.services.lists.people import person_name
from kbdesk.services.lists.spaces import mapping_of
from kbdesk.services.reading.calendar import moment
from kbdesk.store.entities import Entities
from kbdesk.store.moments import moment_in
from kbdesk.store.outbox import Draft, Operation
from kbdesk.store.questions import Questions
from kbdesk.store.reviews import KeptStep, Reviews
from sync.protocol.bodies import learning

if TYPE_CHECKING:
    from kbdesk.core.me import Me
    from kbdesk.services.workspace import Workspace

Read = tuple[tuple[Path, ...], tuple[PathFault, ...]]
_Learner = tuple[Mapping[str, learning.Enrolment], Mapping[str, Mapping[str, Done]]]


class UnknownPath(Trouble):
    """A path, or a step of one, that is not in the base."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"There is no path “{id_}” here.", "See which are: kbdesk path list")


class UnknownCohort(Trouble):
    """A cohort that this person neither steers nor accompanies."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"There is no cohort “{id_}” that you accompany.", "See which are: kbdesk path cohort"
        )


def paths_of(entities: Entities) -> Read:
    """Return the paths of a base that can be followed, and what is wrong with the others."""
    body = entities.get("paths", "paths")
    return ((), ()) if body is None else _read(body)


@lru_cache(maxsize=1)  # the home asks each time, and YAML takes milliseconds
def _read(body: str) -> Read:
    return rules.read_paths(mapping_of("paths", body))


class Courses:
    """The paths of one profile."""

    def __init__(
        self,
        workspace: "Workspace",
        me: "Callable[[], Me]",
        reviews: Reviews,
        questions: Questions,
    ) -> None:
        self._workspace = workspace
        self._entities = workspace.entities
        self._me = me
        self._reviews = reviews
        self._questions = questions

    # a learner's

    def paths(self) -> tuple[PathView, ...]:
        """Return the paths for me: those of my cohorts, those I began, those offered to my role."""
        me, learner = self._me(), self._learner()
        enrolments, done = learner
        mine = {one.path for one in enrolments.values()}
        found = [
            path
            for path in paths_of(self._entities)[0]
            if path.id in mine or path.id in done or _is_for(path, me.role)
        ]
        found.sort(key=lambda path: (path.id not in mine, path.id not in done))
        return tuple(self._view(path, learner) for path in found)

    def path(self, id_: str) -> PathView:
        """Return a path with how far I have come; raise `UnknownPath`."""
        return self._view(self._known(id_), self._learner())

    def faults(self) -> tuple[PathFault, ...]:
        """Return what of paths.yaml was left out."""
        return paths_of(self._entities)[1]

    def step(self, path: str, step: str) -> Step:
        """Return a step that may be done now; raise `UnknownPath`, or a Trouble where it waits."""
        view = self.path(path)
        for module in view.modules:
            for one in module.steps:
                if one.step.id == step:
                    _refuse_locked(module, one)
                    return one.step
        raise UnknownPath(f"{path} {step}")

    def step_done(self, path: str, step: str, score: int | None = None) -> Changes:
        """Record that a step is done; a test is done from its pass mark on."""
        found = self.step(path, step)
        if found.kind is StepKind.QUIZ and score is None:
            raise Trouble("A test is done by passing it.", "Take it on the Learn screen.")
        done = score is None or score >= found.pass_mark
        self._keep(path, found.id, done=done, score=score)
        return Changes(learning=True, outbox=True)

    def tested(self, session: Session) -> None:
        """Record the end of a test, and end its session with it."""
        path = next((one for one in paths_of(self._entities)[0] if one.id == session.path), None)
        step = path.step(session.step) if path else None
        mark = step.pass_mark if step else rules.PASS_MARK
        done = session.score >= mark
        self._keep(session.path, session.step, done=done, score=session.score, ending=session.id)

    def questions_of(self, step: Step) -> list[str]:
        """Return the ids of the questions that a test may ask."""
        if step.tag:
            return self._questions.tagged(step.tag)
        return [one.id for one in self._questions.of_article(step.article)]

    def _keep(
        self, path: str, step: str, *, done: bool, score: int | None, ending: str = ""
    ) -> None:
        cohort = next((key for key, one in self._learner()[0].items() if one.path == path), "")
        body = learning.ProgressAsked(path, step, done, score, cohort, self._me().device)
        kept = KeptStep(path, step, self._now(), done, score, 1)
        self._reviews.keep_step(kept, bodies.dump(body), ending=ending)

    def _known(self, id_: str) -> Path:
        for path in paths_of(self._entities)[0]:
            if path.id == id_:
                return path
        raise UnknownPath(id_)

    def _learner(self) -> _Learner:
        """Return my enrolments by cohort, and what I have done by path and step."""
        me = self._me().person
        enrolments = {
            found.id.removesuffix(f"/{me}"): body
            for found, body in bodies.every(self._entities, "enrolment", learning.Enrolment)
        }
        done: dict[str, dict[str, Done]] = {}
        for kept in self._reviews.steps():
            known = Done(kept.at, kept.done, kept.score, kept.tries)
            done.setdefault(kept.path, {})[kept.step] = known
        for _, body in bodies.every(self._entities, "progress", learning.Progress):
            steps = done.setdefault(body.path, {})
            for step, there in done_in(body):
                steps[step] = _joined(steps.get(step), there)
        return enrolments, done

    def _view(self, path: Path, learner: _Learner) -> PathView:
        enrolments, all_done = learner
        done = all_done.get(path.id, {})
        module_states, step_states = rules.states(path, done)
        titles = self._titles(path)
        cohort, enrolment = next(
            ((key, one) for key, one in enrolments.items() if one.path == path.id), ("", None)
        )
        left = [step.minutes for step in path.steps if step_states[step.id] is not State.DONE]
        by_id = {module.id: module for module in path.modules}

        def step_view(step: Step) -> StepView:
            title = step.title or titles.get(step.article, step.article or step.tag)
            missing = bool(step.article) and step.article not in titles
            return StepView(step, title, step_states[step.id], done.get(step.id), missing)

        def module_view(module: Module) -> ModuleView:
            first = [one for one in module.after if module_states[one] is not State.DONE]
            return ModuleView(
                module,
                module_states[module.id],
                tuple(map(step_view, module.steps)),
                tuple(by_id[one].title for one in first),
            )

        return PathView(
            path=path,
            modules=tuple(map(module_view, rules.in_order(path.modules))),
            minutes_left=sum(left),
            cohort=cohort,
            cohort_title=enrolment.title if enrolment else "",
            trainers=tuple(map(self._name, enrolment.trainers)) if enrolment else (),
            target=day(enrolment.target) if enrolment else None,
            begun=min((one.at for one in done.values()), default=None),
        )

    def _titles(self, path: Path) -> dict[str, str]:
        ids = [step.article for step in path.steps if step.article]
        cards = self._workspace.articles.cards_by_id(ids)
        return {id_: card.title for id_, card in cards.items()}

    # cohorts

    def cohorts(self) -> tuple[Cohort, ...]:
        """Return the cohorts that I accompany or steer, with what I asked for that still waits."""
        found: dict[str, Cohort] = {}
        for kind in ("accompanied", "cohort"):
            for row, body in bodies.every(self._entities, kind, learning.Cohort):
                id_ = row.id.rpartition("/")[0] if kind == "accompanied" else row.id
                found[id_] = _cohort(id_, body, row.rev if kind == "cohort" else 0)
        for operation in self._workspace.outbox.ahead(("cohort",)) if self._me().steers else ():
            asked = bodies.asked(operation.body, learning.CohortAsked)
            if asked is not None:
                found[asked.id] = _asked_cohort(asked, found.get(asked.id), operation)
        return tuple(sorted(found.values(), key=lambda one: (one.ended, one.title, one.id)))

    def pupils(self, cohort: str) -> rules.Pupils:
        """Return a cohort as I may see it; raise `UnknownCohort`."""
        found = next((one for one in self.cohorts() if one.id == cohort), None)
        if found is None:
            raise UnknownCohort(cohort)
        path = next((one for one in paths_of(self._entities)[0] if one.id == found.path), None)
        rows = PupilRows(self._workspace, self._me().person, self._name)
        return rows.of(found, path, self._now())

    def make_cohort(self, cohort: Cohort) -> Changes:
        """Make a cohort, or change the one of this id that `rev` was seen of."""
        me = self._me()
        if not me.connected or not me.steers:
            raise NotAllowed(
                "Only supervisors at a server make cohorts.",
                "Ask one, or follow the path by yourself: kbdesk path list",
            )
        self._known(cohort.path)
        body = learning.CohortAsked(
            cohort.id, cohort.title, cohort.path, cohort.people, cohort.trainers,
            cohort.target.isoformat() if cohort.target else "", cohort.ended,
        )  # fmt: skip
        about = f"cohort:{cohort.id}"
        draft = Draft("cohort", bodies.dump(body), about, cohort.rev or None, cohort.upon)
        self._workspace.outbox.put_all([draft], self._workspace.clock.now())
        return Changes(learning=True, outbox=True)

    def people(self) -> tuple[tuple[str, str, str], ...]:
        """List (id, name, role) of the people who can be chosen, by name."""
        from sync.protocol.bodies.announcements import Colleague  # late: for supervisors only

        rows = [
            (found.id, body.full_name or found.id, body.role)
            for found, body in bodies.every(self._entities, "colleague", Colleague)
        ]
        return tuple(sorted(rows, key=lambda row: (row[1].casefold(), row[0])))

    def _name(self, person: str) -> str:
        return person_name(self._entities, person) or person

    def _now(self) -> datetime:
        return moment(self._workspace.calendar)


def _is_for(path: Path, role: str) -> bool:
    return not path.roles or role in path.roles or role in {"supervisor", "admin", "author"}


def _refuse_locked(module: ModuleView, step: StepView) -> None:
    if step.state is State.LOCKED:
        first = ", ".join(f"“{title}”" for title in module.after)
        raise Trouble(f"“{module.module.title}” opens later.", f"Finish {first} first.")


def _joined(here: Done | None, there: Done) -> Done:
    """Join what is known of a step here and at the server: what was done anywhere is done."""
    if here is None:
        return there
    scores = [score for score in (here.score, there.score) if score is not None]
    done = [one.at for one in (here, there) if one.done]
    return Done(
        min(done) if done else max(here.at, there.at),
        bool(done),
        max(scores, default=None),
        max(here.tries, there.tries),
    )


def day(text: str) -> date | None:
    """Read a day that came from outside, None for what is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _cohort(id_: str, body: learning.Cohort, rev: int) -> Cohort:
    return Cohort(
        id_, body.title, body.path, body.people, body.trainers, day(body.target), body.ended, rev,
        moment_in(body.at),
    )  # fmt: skip


def _asked_cohort(
    asked: learning.CohortAsked, known: Cohort | None, operation: Operation
) -> Cohort:
    """Return a cohort as an operation makes it, unless that has come already."""
    if known is not None and operation.rev and known.rev >= operation.rev:
        return known
    made = Cohort(
        asked.id, asked.title, asked.path, asked.people, asked.trainers, day(asked.target),
        asked.ended, rev=operation.rev, upon=operation.id,
    )  # fmt: skip
    return replace(made, rev=operation.rev or known.rev, at=known.at) if known else made
