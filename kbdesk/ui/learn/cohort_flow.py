"""Cohorts on screen: the page of one, the form of one, and what is asked and written for them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.paths import Cohort, Path, Pupils
from kbdesk.services.learn.courses import UnknownPath
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.learn.cohort_form import CohortForm, FormFacts
from kbdesk.ui.learn.cohort_page import CohortPage
from kbdesk.ui.learn.stack import Stack
from kbdesk.ui.look.look import Look
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live


@dataclass(frozen=True, slots=True)
class _Looked:
    """One cohort, read behind the screen."""

    pupils: Pupils
    titles: dict[str, str]
    shelves: dict[str, str]
    steers: bool


class CohortFlow(QObject):
    """Shows one cohort at a time in the stack of a screen."""

    left = Signal()  # the cohort: what stood before is to be seen again

    def __init__(
        self, stack: Stack, live: "Live", tasks: Tasks, clock: Clock, look: Callable[[], Look]
    ) -> None:
        super().__init__(stack)
        self._stack, self._live, self._tasks, self._clock = stack, live, tasks, clock
        self._look = look
        self._page: CohortPage | None = None
        self._form: CohortForm | None = None
        self._cohort = ""

    @property
    def shown(self) -> bool:
        """True while a cohort, or its form, is what is seen."""
        return self._stack.currentWidget() in (self._page, self._form) and self._page is not None

    @property
    def page(self) -> CohortPage | None:
        return self._page

    @property
    def form(self) -> CohortForm | None:
        return self._form

    def open(self, cohort: str) -> None:
        """Show a cohort, or with "" the form of a new one."""
        self._cohort = cohort
        self._made()
        if cohort:
            self._ask(lambda looked: self._show(looked, focus=True))
        else:
            self._edit("")

    def _made(self) -> CohortPage:
        if self._page is None:
            self._page = CohortPage(self._look())
            self._page.left.connect(self.step_back)
            self._page.edit_requested.connect(self._edit)
            self._stack.add(self._page)
        return self._page

    def refresh(self) -> None:
        """Look again at the cohort that is seen."""
        if self._page is not None and self._stack.currentWidget() is self._page:
            self._ask(lambda looked: self._show(looked, focus=False))

    def step_back(self) -> bool:
        """Leave the form, a person, or the cohort."""
        if not self.shown or self._page is None:
            return False
        if self._stack.currentWidget() is self._form and self._cohort:
            self._stack.show_part(self._page)
            self._page.take_focus()
            self._drop_form()
        elif self._form is not None or not self._page.step_back():
            self._drop_form()
            self.left.emit()
        return True

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._stack.drop(form)

    # reading

    def _ask(self, then: Callable[[_Looked], None]) -> None:
        cohort, live = self._cohort, self._live

        def job() -> _Looked:
            pupils = live.coaching.pupils(cohort)
            me = live.me()
            return _Looked(
                pupils, _titles(live, pupils.cohort.path), live.coaching.shelf_titles(),
                me.connected and me.steers,
            )  # fmt: skip

        self._tasks.read(job, then)

    def _show(self, looked: _Looked, *, focus: bool) -> None:
        page = self._made()
        page.show_pupils(
            looked.pupils, moment(self._clock), looked.shelves, looked.titles,
            steers=looked.steers,
        )  # fmt: skip
        if focus:
            self._stack.show_part(page)
            page.take_focus()

    # the form

    def _edit(self, cohort: str) -> None:
        live, today = self._live, moment(self._clock).astimezone().date()

        def job() -> tuple[FormFacts, Cohort]:
            paths: tuple[Path, ...] = tuple(one.path for one in live.coaching.paths())
            me = live.me().person
            known = next((one for one in live.coaching.cohorts() if one.id == cohort), None)
            fresh = Cohort(f"cohort-{uuid.uuid4().hex[:12]}", "", "", (), (me,))
            return FormFacts(paths, live.coaching.people(), me, today), known or fresh

        self._tasks.read(job, lambda found: self._show_form(*found))

    def _show_form(self, facts: FormFacts, cohort: Cohort) -> None:
        self._drop_form()
        self._form = form = CohortForm(self._look(), facts, cohort)
        form.left.connect(self.step_back)
        form.kept.connect(self._keep)
        self._stack.add(form)
        self._stack.show_part(form)
        form.take_focus()

    def _keep(self, cohort: Cohort) -> None:
        def then(_done: Changes) -> None:
            self._cohort = cohort.id
            self._drop_form()
            self._ask(lambda looked: self._show(looked, focus=True))

        self._tasks.write(lambda: self._live.coaching.make_cohort(cohort), then)


def _titles(live: "Live", path: str) -> dict[str, str]:
    """Map the steps of a path to their titles; a path that is no more has none."""
    try:
        return {one.step.id: one.title for one in live.coaching.path(path).steps}
    except UnknownPath:
        return {}
