"""The real desk, started as a person starts it, which tells on stdout what is to be seen of it.

Run as `python -m tests.support.telling_desk` with the profile in KBDESK_PROFILE. Each change of
the facts is a line `facts {...}`; each act that is called for by key, menu or palette is a line
`act NAME yes` or `act NAME no`, by whether it applies. With the argument `words` each change of
what can be read on screen is a line `seen [...]`. Nothing is told to the desk this way.
"""

import json
import sys
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from shiboken6 import getCppPointer

from kbdesk.__main__ import main as open_the_desk
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.shell.acts import Act
from tests.bench.desk.our_window import _at_the_door, _when_whole
from tests.bench.desk.using import Answered
from tests.support.desk_facts import NOWHERE, Box, Facts
from tests.support.told_words import held_by, name_of, seen

LOOK = 15  # ms between two looks
WORDS = 5  # looks to one at all words


def main() -> None:
    _tell_acts()
    _at_the_door(lambda: _when_whole(_tell))
    open_the_desk([])


def _tell(window: MainWindow) -> None:
    _Teller(window)


def say(kind: str, said: str) -> None:
    sys.stdout.write(f"{kind} {said}\n")
    sys.stdout.flush()


def _tell_acts() -> None:
    do = Act.do

    def told(self: Act) -> None:
        say("act", f"{self.name} {'yes' if self.applies() else 'no'}")
        do(self)

    Act.do = told  # type: ignore[method-assign]  # an ear on the one way to every act


class _Teller(QTimer):
    """Looks at the window, and says what is another than before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._answered = Answered(window)
        self._told = self._read = ""
        self._looks = 0
        self._words = sys.argv[1:] == ["words"]
        self.timeout.connect(self._look)
        self.start(LOOK)

    def _look(self) -> None:
        self._looks += 1
        if self._words and self._looks % WORDS == 0:
            words = json.dumps(seen())
            if words != self._read:
                self._read = words
                say("seen", words)
        line = self._facts().line()
        if line != self._told:
            self._told = line
            say("facts", line)

    def _facts(self) -> Facts:
        window = self._window
        focus = QApplication.focusWidget()
        held, caret = held_by(focus)
        menu: QWidget | None = QApplication.activePopupWidget()
        return Facts(
            settled=window.settled and window.now_flow.settled,
            screen="now" if window.place.is_alone else window.screen_shown,
            focus=type(focus).__name__ if focus is not None else "",
            name=name_of(focus),
            stop=getCppPointer(focus)[0] if focus is not None else 0,
            held=held,
            caret=caret,
            active=window.isActiveWindow(),
            menu=menu is not None,
            docked=window.docking.docked,
            scale=window.look.scale,
            notice=_said(window.notice),
            painted=dict(self._answered.at),
            **self._search(),
            **(_chosen(menu) if isinstance(menu, QMenu) else self._palette()),
            **self._contact(),
        )

    def _search(self) -> dict[str, Any]:
        screen = self._window.search
        chosen, reading = screen.list.results.chosen, screen.side.reader.reading
        guide = screen.guides.view if screen.guides.walking else None
        bar = screen.side.reader.find_bar
        return {
            "query": screen.list.field.text(),
            "found": screen.list.results.count,
            "chosen": chosen.id if chosen is not None else "",
            "article": reading.article.id if reading is not None and screen.side.reads else "",
            "match": _said(bar).replace("\u00a0", " "),
            "step": guide.walk.step.id if guide is not None and guide.walk is not None else "",
            "answers": len(guide.step.answers.rows) if guide is not None else 0,
        }

    def _palette(self) -> dict[str, Any]:
        if not self._window.deeds.palette_shown:
            return {}
        palette = self._window.deeds.palette.palette
        chosen = palette.chosen
        return {
            "palette": True,
            "asked": palette.field.text(),
            "row": chosen.title if chosen is not None else "",
        }

    def _contact(self) -> dict[str, Any]:
        flow, panel = self._window.now_flow, self._window.now_panel
        contact, lead = flow.contact, panel.cards.lead
        if contact is None:
            return {"panel": panel.isVisible()}
        speaks = flow.cards.shown and lead.isVisible()
        return {
            "panel": panel.isVisible(),
            "contact": contact.key,
            "phase": contact.phase.value,
            "number": contact.phone.e164 if contact.phone is not None else "",
            "waiting": len(flow._standing.waiting),
            "cards": len(panel.cards.cards) if flow.cards.shown else 0,
            "lead": lead.card.article_id if speaks and lead.card is not None else "",
            "box": _box(lead) if speaks else NOWHERE,
            "note": panel.note.text,
        }


def _chosen(menu: QMenu) -> dict[str, Any]:
    """Return the entry of a menu that Enter would take."""
    action: QAction | None = menu.activeAction()
    return {"row": action.text().partition("\t")[0] if action is not None else ""}


def _said(widget: QWidget) -> str:
    """Return what the labels of a widget say, "" when it is not on screen."""
    if not widget.isVisible():
        return ""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def _box(widget: QWidget) -> Box:
    at = widget.mapToGlobal(QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()


if __name__ == "__main__":
    main()
