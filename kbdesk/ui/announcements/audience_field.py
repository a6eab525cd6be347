"""Whom an announcement is for: everyone, a role, a group, the readers of a shelf, or one person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.receipts_board import AudienceChoice, Reach
from kbdesk.ui.announcements import words
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

PERSON = "person"


class AudienceField(QWidget):
    """A chip with its menu; for one person a field for the name; how many people that is."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._choices: tuple[AudienceChoice, ...] = ()
        self._people: tuple[AudienceChoice, ...] = ()
        self._reach: Reach | None = None
        self._fixed = ""
        self._begun = ""  # whom it was for when it was left, until people are known here
        self._name = label("label")
        self.chip = FilterChip(look)
        self.person = Field(look)
        self.reach = Prose("caption", look, colour="muted")
        self.fault = FaultLine(look)
        row = QHBoxLayout()
        row.addWidget(self.chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addLayout(row)
        for part in (self.person, self.reach, self.fault):
            column.addWidget(part)
        self.person.hide()
        self.chip.chosen.connect(lambda _key: self._on_choice())
        self.person.edit.textChanged.connect(lambda _text: self.chosen.emit())
        self._say()

    def offer(self, choices: Sequence[AudienceChoice]) -> None:
        """Offer whom one may send to."""
        self._choices = tuple(one for one in choices if one.sort != PERSON)
        self._people = tuple(one for one in choices if one.sort == PERSON)
        self._say()
        if self._begun:
            self.take_up(self._begun)

    def fix(self, audience: str) -> None:
        """Show an audience that cannot be changed any more; "" lets one choose."""
        self._fixed = audience
        self.chip.setEnabled(not audience)
        self.person.hide()
        self._say()
        if audience:
            self.chip.choose(audience)
            self._name_chip()

    def begin(self) -> None:
        """Begin with nobody chosen: whom one tells is a decision."""
        self._begun = ""
        self._reach = None
        self.person.edit.clear()
        self.person.hide()
        self.chip.choose("")
        self._name_chip()
        self._say_reach()

    def take_up(self, audience: str) -> None:
        """Choose whom it was for; somebody who is no longer known is chosen anew."""
        self._begun = audience if not self._choices else ""
        one = next((p for p in self._people if p.audience == audience), None)
        if one is not None:
            self.person.edit.setText(one.title)
        if one is not None or self.chip.can_choose(audience):
            self.chip.choose(PERSON if one is not None else audience)
            self._name_chip()
            self.person.setVisible(one is not None)
            self.chosen.emit()

    @property
    def audience(self) -> str:
        """The audience as an operation writes it, "" while nobody is chosen."""
        if self._fixed:
            return self._fixed
        if self.chip.key != PERSON:
            return self.chip.key
        typed = self.person.text.strip().casefold()
        exact = [p for p in self._people if typed in {p.name.casefold(), p.title.casefold()}]
        found = exact or [p for p in self._people if typed and typed in p.title.casefold()]
        return found[0].audience if len(found) == 1 else ""

    def show_reach(self, reach: Reach | None) -> None:
        """Say how many people that is."""
        self._reach = reach
        self._say_reach()

    def _on_choice(self) -> None:
        self._name_chip()
        self.person.setVisible(self.chip.key == PERSON)
        if self.chip.key == PERSON:
            self.person.edit.setFocus()
        self.chosen.emit()

    def _say_reach(self) -> None:
        reach = self._reach
        if reach is None:
            self.reach.say("")
            self.reach.hide()
            return
        said = self.tr("%n person(s)", "", reach.people)
        if reach.offline:
            away = self.tr("%n cannot be reached now and will get it on return", "", reach.offline)
            said = f"{said} · {away}"
        if reach.names:
            named = self.tr("%1: %2", "how many people, their names").replace("%1", said)
            said = named.replace("%2", ", ".join(reach.names))
        self.reach.say(said)
        self.reach.show()

    def _say(self) -> None:
        self._name.setText(self.tr("For whom"))
        offered = [Choice("", self.tr("Choose…"))]
        offered += [
            Choice(one.audience, words.audience(one.audience, one.title), one.people)
            for one in self._choices
        ]
        if self._people:
            offered.append(Choice(PERSON, self.tr("One person…")))
        if self._fixed and not any(one.key == self._fixed for one in offered):
            offered.append(Choice(self._fixed, words.audience(self._fixed, "")))
        self.chip.offer(offered)
        self._name_chip()
        self.person.name(self.tr("Name of the person"))
        self._say_reach()

    def _name_chip(self) -> None:
        """Tell a screen reader who is chosen."""
        self.chip.setAccessibleName(f"{self._name.text()}: {self.chip.text()}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
