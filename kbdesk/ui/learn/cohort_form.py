"""Making a cohort: a path, people, who accompanies them, until when. One column, one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kbdesk.core.paths import Cohort, Path
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.choice_row import ChoiceRow
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.text_field import TextField
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.learn.cohort_draft import Person, read_day, read_people, write_people
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What may be chosen."""

    paths: tuple[Path, ...]
    people: tuple[Person, ...]
    me: str
    today: date


class CohortForm(ColumnPage):
    """Ctrl+Enter keeps it; what is wrong stands below its field."""

    kept = Signal(object)  # Cohort

    def __init__(self, look: Look, facts: FormFacts, cohort: Cohort) -> None:
        super().__init__(look, wide=560)
        self._facts, self._cohort = facts, cohort
        self._title = Prose("title", look)
        self.name = Field(look)
        self.path = ChoiceRow([one.id for one in facts.paths] or [""], look, role="label")
        self.people, self.trainers = TextField(look), Field(look)
        self.target = Field(look)
        self.faults = {key: FaultLine(look) for key in ("name", "path", "people", "trainers",
                                                        "target")}  # fmt: skip
        self.keep = ActButton(look, shortcut="Ctrl+Return", primary=True)
        self.keep.clicked.connect(self.try_to_keep)
        self.end = QuietButton(look)
        self.end.clicked.connect(lambda: self.kept.emit(replace(self._cohort, ended=True)))
        self.end.setVisible(False)
        self.column.addWidget(self._title)
        fields = (("name", self.name), ("path", self.path), ("people", self.people),
                  ("trainers", self.trainers), ("target", self.target))  # fmt: skip
        for key, part in fields:
            self.column.addSpacing(18)
            self.column.addWidget(part)
            self.column.addWidget(self.faults[key])
        self.column.addSpacing(24)
        for act in (self.keep, self.end):
            self.column.addWidget(act, alignment=Qt.AlignmentFlag.AlignLeft)
            self.column.addSpacing(12)
        self.column.addStretch(1)
        self._fill()
        self._say()
        in_order(stops_in(self))

    def _fill(self) -> None:
        cohort, known = self._cohort, self._facts.people
        self.name.edit.setText(cohort.title)
        first = self._facts.paths[0].id if self._facts.paths else ""
        self.path.choose(cohort.path or first)
        self.people.show_text(write_people(cohort.people, known))
        self.trainers.edit.setText(write_people(cohort.trainers, known))
        self.target.edit.setText(cohort.target.isoformat() if cohort.target else "")

    @property
    def is_new(self) -> bool:
        return not self._cohort.title

    def take_focus(self) -> None:
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_to_keep(self) -> None:
        """Keep it, or say what is missing."""
        faults = self._faults()
        for key, fault in self.faults.items():
            fault.say(faults.get(key, ""))
        parts = {"name": self.name.edit, "path": self.path, "people": self.people.edit,
                 "trainers": self.trainers.edit, "target": self.target.edit}  # fmt: skip
        for key, part in parts.items():
            part.setAccessibleDescription(faults.get(key, ""))
        if faults:
            parts[next(iter(faults))].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        known, typed = self._facts.people, self.target.text.strip()
        self.kept.emit(
            replace(
                self._cohort,
                title=self.name.text.strip(),
                path=self.path.key,
                people=read_people(self.people.text, known).people,
                trainers=read_people(self.trainers.text, known).people,
                target=read_day(typed, self._facts.today) if typed else None,
            )
        )

    def _faults(self) -> dict[str, str]:
        known, faults = self._facts.people, {}
        if not self.name.text.strip():
            faults["name"] = self.tr("Give it a name, such as “Newcomers of December”.")
        if not self.path.key:
            faults["path"] = self.tr("No path is in this base yet: paths.yaml holds them.")
        missing: Sequence[tuple[str, str, str]] = (
            ("people", self.people.text, self.tr("Name at least one person who follows it.")),
            ("trainers", self.trainers.text, self.tr("Name who accompanies them.")),
        )
        for key, text, sentence in missing:
            named = read_people(text, known)
            if named.unknown:
                told = self.tr("Nobody here, or several, by this name: %1.")
                faults[key] = told.replace("%1", ", ".join(named.unknown))
            elif not named.people:
                faults[key] = sentence
        typed = self.target.text.strip()
        if typed and read_day(typed, self._facts.today) is None:
            faults["target"] = self.tr("This is no day: write it as 4/12 or 2026-12-04.")
        return faults

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in ENTER:
            self.try_to_keep()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        title = self.tr("A new cohort") if self.is_new else self._cohort.title
        self.bar.show_where(title, leave=self.tr("Leave"))
        self._title.say(title)
        self.name.name(self.tr("Name"))
        names = {one.id: one.title for one in self._facts.paths} or {"": self.tr("none")}
        self.path.say(self.tr("Path"), "", names)
        self.people.name(self.tr("People who follow it"))
        self.people.edit.setPlaceholderText(self.tr("Their names, after commas"))
        self.trainers.name(self.tr("Who accompanies them"))
        self.target.name(self.tr("Until when"), self.tr("4/12, or nothing"))
        self.keep.setText(self.tr("Make it") if self.is_new else self.tr("Keep"))
        self.end.setText(self.tr("End this cohort"))
        self.end.setVisible(not self.is_new and not self._cohort.ended)
        for act in (self.keep, self.end):
            act.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
