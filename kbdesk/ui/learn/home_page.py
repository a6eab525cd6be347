"""Today first: what there is to do and for how long, what was put aside, then the paths.

One filled act, and Enter does it. Where nothing is due it says so and says when something is.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.paths import PathView, StepKind
from kbdesk.core.quiz import Session, SessionKind
from kbdesk.ui.controls.scroll_page import ROOMY
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.learn import words
from kbdesk.ui.learn.column_scroll import ColumnScroll
from kbdesk.ui.learn.head_bar import HeadBar
from kbdesk.ui.learn.home_side import HomeSide
from kbdesk.ui.learn.lines import LineButton
from kbdesk.ui.learn.loaded import Loaded
from kbdesk.ui.learn.path_section import PathSection
from kbdesk.ui.learn.today_card import Today, TodayCard
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

SIDE, GAP, MAIN = 300, 56, 788  # px at 100 %
BESIDE = 900  # px at 100 %: from there on two columns
QUIZ, RESUME, STEP = "quiz", "resume", "step"  # what the filled act does


class HomePage(QWidget):
    """Its acts are told; what becomes of them is decided by the screen."""

    begin_requested = Signal()
    resume_requested = Signal(object)  # Session
    let_go_requested = Signal(object)  # Session
    step_requested = Signal(str, str)  # path, step
    path_requested = Signal(str)
    asleep_requested = Signal()
    seen_requested = Signal()
    cohort_requested = Signal(str)  # id; "" to make one

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._loaded: Loaded | None = None
        self._quiet = False
        self._does = ""
        self.bar = HeadBar(look)
        self.bar.leave.hide()
        self._title, self._about = Prose("title", look), Prose("caption", look, colour="muted")
        self.card = TodayCard(look)
        self.card.begun.connect(self.do_first)
        self.card.let_go.connect(self._let_go)
        self.sections: list[PathSection] = []
        self._paths = QWidget()
        self._others = QWidget()
        self.lines: list[LineButton] = []
        self._others_name = Prose("section", look)
        self.side = HomeSide(look)
        self.side.seen_requested.connect(self.seen_requested.emit)
        self._inner = QWidget()
        self.pane = ColumnScroll(self._inner)
        self._lay_out()

    def _lay_out(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        main, aside = QVBoxLayout(), QVBoxLayout()
        main.setSpacing(0)
        for part, below in ((self._title, 4), (self._about, 20), (self.card, 0)):
            main.addWidget(part)
            main.addSpacing(below)
        self._path_list = QVBoxLayout(self._paths)
        self._other_list = QVBoxLayout(self._others)
        for box in (self._path_list, self._other_list):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self._others_name.setContentsMargins(0, 32, 0, 10)
        self._other_list.addWidget(self._others_name)
        main.addWidget(self._paths)
        main.addWidget(self._others)
        main.addStretch(1)
        aside.addWidget(self.side)
        aside.addStretch(1)
        self._across.addLayout(main, 1)
        self._across.addLayout(aside)
        self._across.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pane, 1)

    # what is shown

    def show_loaded(self, loaded: Loaded) -> None:
        """Show today; rows that are there stay, and keep the focus."""
        self._loaded = loaded
        self.side.show_loaded(loaded)
        self._show_paths(loaded)
        self._show_others(loaded)
        self._say()
        paths = [one for made in self.sections for one in (*made.line.lines, made.open)]
        in_order(
            (self.bar.menu, self.card.act, self.card.leave, *paths, *self.lines, self.side.seen)
        )

    def be_quiet(self, quiet: bool) -> None:
        """While somebody is in hand nothing asks for anything."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._say()

    def _show_paths(self, loaded: Loaded) -> None:
        views = loaded.home.paths
        while len(self.sections) > len(views):
            gone = self.sections.pop()
            self._path_list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.sections) < len(views):
            section = PathSection(self._look)
            section.step_requested.connect(self.step_requested.emit)
            section.path_requested.connect(self.path_requested.emit)
            self._path_list.addWidget(section)
            self.sections.append(section)
            section.show()
        today = loaded.now.astimezone().date()
        for section, view in zip(self.sections, views, strict=True):
            section.show_path(view, today)

    def _show_others(self, loaded: Loaded) -> None:
        """Show what concerns others: cohorts that are accompanied, questions that sleep."""
        wanted = len(loaded.home.cohorts) + loaded.steers + bool(loaded.home.asleep)
        if wanted != len(self.lines):
            for line in self.lines:
                self._other_list.removeWidget(line)
                line.hide()
                line.deleteLater()
            self.lines = [LineButton(self._look) for _ in range(wanted)]
            for line in self.lines:
                self._other_list.addWidget(line)
                line.clicked.connect(lambda _on, line=line: self._open(line))
                line.show()
        self._others.setVisible(bool(wanted))

    def _open(self, line: LineButton) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        at, cohorts = self.lines.index(line), loaded.home.cohorts
        if at < len(cohorts):
            self.cohort_requested.emit(cohorts[at].id)
        elif at == len(cohorts) and loaded.steers:
            self.cohort_requested.emit("")
        else:
            self.asleep_requested.emit()

    # what is done

    def do_first(self) -> None:
        """Do what the filled act says."""
        loaded = self._loaded
        if loaded is None or self.card.act.isHidden():
            return
        session, path = loaded.home.session, self._next_path
        if self._does == RESUME and session is not None:
            self.resume_requested.emit(session)
        elif self._does == QUIZ:
            self.begin_requested.emit()
        elif path is not None and path.next is not None:
            self.step_requested.emit(path.path.id, path.next.step.id)

    def _let_go(self) -> None:
        session = self._loaded.home.session if self._loaded else None
        if session is not None:
            self.let_go_requested.emit(session)

    def take_focus(self) -> None:
        """Bring the keys to the filled act, else to the first thing that can be pressed."""
        if not self.card.act.isHidden():
            self.card.act.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = next((one for one in stops_in(self.pane) if one.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @property
    def _next_path(self) -> PathView | None:
        """The path to go on with: one that this person is in, or has begun."""
        paths = self._loaded.home.paths if self._loaded else ()
        mine = [one for one in paths if one.next is not None and (one.cohort or one.begun)]
        return next(iter(mine), None)

    # words

    def _say(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        self.bar.show_where(leave="")
        self._title.say(self._headline(loaded))
        path = self._next_path
        minutes = path.next.step.minutes if path and path.next else 0
        seconds = loaded.home.seconds + 60 * minutes
        about = self.tr("About %1 in all, between two calls or in one go.")
        self._about.say(about.replace("%1", words.length(seconds)))
        self._about.setVisible(bool(loaded.home.due) and bool(minutes))
        self.card.show_today(self._today(loaded))
        self._say_others(loaded)

    def _headline(self, loaded: Loaded) -> str:
        path = self._next_path
        kinds = {
            StepKind.ARTICLE: self.tr("an article"),
            StepKind.GUIDE: self.tr("a guide"),
            StepKind.QUIZ: self.tr("a test"),
        }
        parts = [words.questions(loaded.home.next_session)] if loaded.home.due else []
        if path is not None and path.next is not None:
            parts.append(kinds[path.next.step.kind])
        if not parts:
            return self.tr("Nothing for today")
        return self.tr("Today: %1").replace("%1", ", ".join(parts))

    def _today(self, loaded: Loaded) -> Today:
        home, session = loaded.home, loaded.home.session
        if session is not None:
            return self._aside(session)
        if home.due:
            self._does = QUIZ
            shelves = ", ".join(f"{one.title} {one.count}" for one in home.shelves)
            about = " · ".join(part for part in (words.length(home.seconds), shelves) if part)
            line = self.tr("%n question(s) to answer", "", home.next_session)
            return Today(line, about, "" if self._quiet else self.tr("Begin"))
        path = self._next_path
        line = self._calm_line(loaded)
        if path is not None and path.next is not None:
            self._does = STEP
            going = self.tr("Next in “%1”: %2").replace("%1", path.path.title)
            about = going.replace("%2", path.next.title)
            return Today(line, about, "" if self._quiet else self.tr("Go on"), calm=True)
        self._does = ""
        return Today(line, self._calm_about(loaded), calm=True)

    def _aside(self, session: Session) -> Today:
        self._does = RESUME
        left = len(session.items) - session.answered
        line = self.tr("%n question(s) put aside", "", left)
        if session.kind is SessionKind.TEST:
            line = self.tr("A test put aside: %n question(s) left", "", left)
        if self._quiet:
            waits = self.tr("They wait until your contact is over; nothing is lost.")
            return Today(line, waits, "", calm=True)
        about = self.tr("%1 more; what you answered is kept.")
        return Today(
            line, about.replace("%1", words.length(session.seconds)), self.tr("Resume"),
            self.tr("Let it go"),
        )  # fmt: skip

    def _calm_line(self, loaded: Loaded) -> str:
        home = loaded.home
        if not home.asked_here:
            return self.tr("No question has been written yet.")
        if home.today.asked:
            return self.tr("Done for today.")
        return self.tr("Nothing is due now.")

    def _calm_about(self, loaded: Loaded) -> str:
        home = loaded.home
        if not home.asked_here:
            return self.tr("Questions come with the articles: whoever writes there can add some.")
        if home.next_due is None:
            return self.tr("New questions come with what you read.")
        when = words.ahead(home.next_due, loaded.now)
        return self.tr("The next question comes %1.").replace("%1", when)

    def _say_others(self, loaded: Loaded) -> None:
        cohorts, asleep = loaded.home.cohorts, loaded.home.asleep
        self._others_name.say(self.tr("With others"))
        lines = iter(self.lines)
        for cohort in cohorts:
            line = next(lines)
            line.wear("users", muted=cohort.ended)
            told = self.tr("%n person(s)", "", len(cohort.people))
            line.say(cohort.title, self.tr("ended") if cohort.ended else told)
        if loaded.steers:
            line = next(lines)
            line.wear("plus")
            line.say(self.tr("Make a cohort"))
        if asleep:
            line = next(lines)
            line.wear("moon", "warn")
            line.say(self.tr("%n question(s) asleep: their passage has changed", "", len(asleep)),
                     self.tr("Look at them"))  # fmt: skip

    # shape

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self.bar.show_alone(alone)

    def _shape(self) -> None:
        look = self._look
        beside = self.width() >= look.px(BESIDE)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._across.setSpacing(GAP if beside else 32)
        wide = look.px(SIDE)
        self.side.setMinimumWidth(wide if beside else 0)
        self.side.setMaximumWidth(wide if beside else look.px(MAIN))
        side = 40 if self.width() >= ROOMY else 16
        most = look.px(MAIN) + GAP + wide
        right = max(side, self.width() - side - most)
        self._across.setContentsMargins(side, 4, right, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
