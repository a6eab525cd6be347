"""Fills the palette: acts and screens at once, articles by the search lane as soon as they come.

What is here answers within the key; what the base finds is added below it, so that nothing moves
under the choice. Questions are numbered: a late answer is dropped, and the articles of the letter
before stay until the next come, so that the list does not flicker.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kbdesk.core.articles import MANUAL
from kbdesk.core.reading import SpaceCount
from kbdesk.core.results import Hit, Scope
from kbdesk.ui import words
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell import act_words
from kbdesk.ui.shell.acts import Act, Where
from kbdesk.ui.shell.matching import Asked, Mode, best, match, read
from kbdesk.ui.shell.palette import Palette
from kbdesk.ui.shell.palette_rows import Entry, Heading, Row

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

GROUP = 6  # entries of one group
ALONE = 40  # entries where only one kind is looked for
ARTICLES = 5


class PaletteFlow(QObject):
    """Joins the table of acts, the base and the palette."""

    article_wanted = Signal(str, str)  # article id, what was typed
    page_wanted = Signal(str)  # id of a page of the manual
    space_wanted = Signal(str)  # the shelf to search in, "" for all
    trouble_met = Signal(object)  # Exception

    def __init__(
        self, window: QWidget, look: Look, acts: Sequence[Act], knowledge: "Knowledge",
        lanes: Lanes, *, title_of: Callable[[str], str], here: Callable[[], str],
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._acts = acts
        self._knowledge = knowledge
        self._title_of = title_of
        self._today = today
        self._here = here  # the title of the article on screen
        self._latest = Latest(lanes.search)
        self._spaces: list[Entry] = []
        self._hits: tuple[Hit, ...] = ()
        self._asked = Asked(Mode.ALL, "")
        self.palette = Palette(window, look)
        self.palette.apply_look(look)
        self.palette.typed.connect(self._on_typed)
        self.palette.closed.connect(self._latest.forget)

    @property
    def settled(self) -> bool:
        return self._latest.settled

    def open_up(self) -> None:
        """Open the palette, or close it again."""
        if self.palette.isVisible():
            self.palette.close_up()
        else:
            self._hits = ()
            self.palette.open_up()

    def _on_typed(self, text: str) -> None:
        asked = read(text)
        if asked.mode is not self._asked.mode:
            self._hits = ()
        self._asked = asked
        self.palette.begin_choice()
        self._show()
        if asked.mode is Mode.SPACES:
            self._latest.ask(self._knowledge.spaces, self._take_spaces, self.trouble_met.emit)
        elif asked.mode is Mode.HELP or (asked.mode is Mode.ALL and asked.words):
            self._ask(asked)
        else:
            self._latest.forget()
            self._hits = ()

    def _ask(self, asked: Asked) -> None:
        manual = asked.mode is Mode.HELP
        scope = Scope(spaces=(MANUAL,)) if manual else Scope()
        query = asked.words or f"space:{MANUAL}"
        limit = ALONE if manual else ARTICLES
        self._latest.ask(
            lambda: self._knowledge.search(query, scope=scope, limit=limit, typing=True).hits,
            self._take_hits,
            self.trouble_met.emit,
        )

    def _take_hits(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._show()

    def _take_spaces(self, counts: Sequence[SpaceCount]) -> None:
        self._spaces = [self._space("", self.tr("All spaces"), 0)]
        self._spaces += [self._space(c.id, c.title, c.count) for c in counts]
        self._show()

    def _space(self, space: str, title: str, count: int) -> Entry:
        aside = self.tr("%n article(s)", "", count) if count else ""
        return Entry(title, lambda: self.space_wanted.emit(space), "folder-open", aside)

    # rows

    def _show(self) -> None:
        self.palette.show_rows(self._rows(), self.tr("Nothing here answers to that."))

    def _rows(self) -> list[Row]:
        asked = self._asked
        if asked.mode is Mode.SPACES:
            return _under(self.tr("Search in one space"), _marked(asked.words, self._spaces))
        if asked.mode is Mode.HELP:
            return _under(self.tr("Help"), self._found())
        rows: list[Row] = []
        limit = ALONE if asked.mode is Mode.ACTS else GROUP
        for where in Where:
            entries = [self._entry(a) for a in self._acts if self._offers(a, where)]
            rows += _under(act_words.heading(where), _marked(asked.words, entries)[:limit])
        if asked.mode is Mode.ALL:
            rows += _under(self.tr("Articles"), self._found())
        return rows

    @staticmethod
    def _offers(act: Act, where: Where) -> bool:
        return act.listed and act.where is where and act.applies()

    def _entry(self, act: Act) -> Entry:
        aside = act_words.aside(act.name)
        if not aside and act.name == "copy_reply":
            aside = self._here()
        return Entry(act_words.title(act.name), act.do, act.icon, aside, act.key)

    def _found(self) -> list[Entry]:
        return [self._article(hit) for hit in self._hits]

    def _about(self, hit: Hit) -> str:
        """Say where an article stands and whether it can be believed, as its row in a list does."""
        today = self._today()
        trust = words.spoken_trust(hit.freshness, hit.verified, today, hit.expired)
        return f"{self._title_of(hit.space)} · {trust}"

    def _article(self, hit: Hit) -> Entry:
        help_page, typed = hit.space == MANUAL, self._asked.words
        title = hit.title.text
        found = match(typed, title)
        return Entry(
            title,
            (lambda: self.page_wanted.emit(hit.id))
            if help_page
            else (lambda: self.article_wanted.emit(hit.id, typed)),
            words.KIND_ICONS[hit.kind],
            "" if help_page else self._about(hit),
            spans=found.spans if found is not None and found.rank < 4 else tuple(hit.title.spans),
        )


def _marked(typed: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return what answers, its letters marked."""
    return [
        Entry(e.title, e.does, e.icon, e.aside, e.key, m.spans)
        for e, m in best(typed, entries, ALONE)
    ]


def _under(heading: str, entries: Sequence[Entry]) -> list[Row]:
    return [Heading(heading), *entries] if entries else []
