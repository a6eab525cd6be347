"""The list of results as it is laid out and painted: what a key may cost, and what it shows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QTimer
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.results import Marked
from kbdesk.ui.look.look import Look
from kbdesk.ui.results.delegate import ResultsDelegate
from kbdesk.ui.results.list import ResultsList
from kbdesk.ui.results.rows import Heading, Row
from tests.support.desk_window import DeskWindow

TODAY = date(2026, 3, 10)


def row(number: int, freshness: Freshness = Freshness.VERIFIED) -> Row:
    return Row(
        id=f"shelf/{number}",
        title=Marked(f"Article {number}"),
        passage=Marked("Ce qui répond."),
        space="Étagère",
        kind=Kind.ARTICLE,
        freshness=freshness,
        verified=TODAY - timedelta(days=number),
        updated=None,
        summary="Une phrase à dire.",
    )


class Days:
    """A calendar that tells how often it was asked."""

    def __init__(self) -> None:
        self.today, self.asked = TODAY, 0

    def __call__(self) -> date:
        self.asked += 1
        return self.today


class Measured(ResultsDelegate):
    """Tells how many rows were measured."""

    measured = 0

    def sizeHint(  # noqa: N802  # Qt's own name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        self.measured += 1
        return super().sizeHint(option, index)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def make(desk: DeskWindow, qtbot: QtBot, days: Days) -> Callable[[], ResultsList]:
    """Give what makes a list with a look of the desk, 400 px wide."""

    def made() -> ResultsList:
        shown = ResultsList(desk.window.look, days)
        qtbot.addWidget(shown)
        shown.resize(400, 600)
        shown.show()
        return shown

    return made


def heights(shown: ResultsList) -> list[int]:
    model = shown.model()
    return [shown.visualRect(model.index(n, 0)).height() for n in range(model.rowCount())]


def picture(shown: ResultsList) -> QImage:
    return shown.viewport().grab().toImage()


def test_rows_of_one_height_are_measured_by_one_of_them(
    make: Callable[[], ResultsList], desk: DeskWindow
) -> None:
    """An answer of sixty rows does not ask each of them for its height at each key."""
    shown = make()
    delegate = Measured(desk.window.look, lambda: TODAY, shown)
    shown.setItemDelegate(delegate)
    shown.show_rows([row(n) for n in range(60)], choose_first=True)

    assert heights(shown) == [desk.window.look.size("row")] * 60
    assert 0 < delegate.measured < 60


def test_headings_and_rows_keep_heights_of_their_own(
    make: Callable[[], ResultsList], desk: DeskWindow
) -> None:
    """Also where rows of one height were shown just before, and are again after."""
    look, shown = desk.window.look, make()
    plain: list[Row | Heading] = [row(1), row(2)]
    grouped = [Heading("Récents"), plain[0], Heading("Favoris"), plain[1]]
    tall = look.size("row")
    for rows, expected in (
        (plain, [tall, tall]),
        (grouped, [look.px(34), tall, look.px(40), tall]),
        (plain, [tall, tall]),
    ):
        shown.show_rows(rows, choose_first=False)
        assert heights(shown) == expected


def test_a_row_that_says_its_sentence_is_taller_than_the_others(
    make: Callable[[], ResultsList],
) -> None:
    """In a list that stands alone, whichever row is chosen, and not after that."""
    shown = make()
    shown.show_rows([row(n) for n in range(4)], choose_first=True)
    level = heights(shown)
    shown.unfold(True)
    first = heights(shown)
    shown.move_by(1)
    second = heights(shown)
    shown.unfold(False)

    assert first[0] > level[0]
    assert first[1:] == level[1:]
    assert second[:2] == [level[0], first[0]]
    assert heights(shown) == level


def test_larger_letters_make_all_rows_higher(make: Callable[[], ResultsList]) -> None:
    """And a turn of the wheel goes as many rows as before."""
    shown = make()
    step = shown.verticalScrollBar().singleStep()
    shown.show_rows([row(n) for n in range(4)], choose_first=True)
    before = heights(shown)
    shown.apply_look(Look.of("light", 200))

    assert heights(shown) == [2 * height for height in before]
    assert shown.verticalScrollBar().singleStep() == 2 * step


def test_a_list_is_painted_on_one_day(make: Callable[[], ResultsList], days: Days) -> None:
    """The day comes from the store: to ask for it at each row cost the screen a query each."""
    shown = make()
    states = (Freshness.VERIFIED, Freshness.STALE)
    shown.show_rows([row(n + 3, states[n % 2]) for n in range(8)], choose_first=True)
    picture(shown)
    days.asked = 0
    picture(shown)

    assert days.asked == 1


def test_the_next_painting_is_of_the_next_day(make: Callable[[], ResultsList], days: Days) -> None:
    """Ages are those of the day on which the list is painted, though captions are kept."""
    shown = make()
    shown.show_rows([row(3)], choose_first=False)
    before = picture(shown)
    days.today += timedelta(days=1)
    after = picture(shown)
    days.today -= timedelta(days=1)

    assert before != after
    assert picture(shown) == before


def test_a_key_that_nobody_hears_is_not_put_into_words(
    make: Callable[[], ResultsList], days: Days
) -> None:
    """Without a screen reader the sentence of the selected row is not made."""
    shown = make()
    days.asked = 0
    shown.show_rows([row(1), row(2)], choose_first=True)

    assert shown.chosen is not None
    assert days.asked == 0


def found(marks: int, *, first: int = 0) -> list[Row | Heading]:
    """Return six rows with as many letters of each title and passage marked."""
    spans = ((0, marks),)
    return [
        replace(row(n), title=Marked(f"Égypte {n}", spans), passage=Marked("Çà, égaré jg.", spans))
        for n in range(first, first + 6)
    ]


@pytest.mark.parametrize(
    "then",
    [
        found(3),
        found(2, first=1),
        [*found(2)[:3], *found(4, first=9)[3:]],
        [replace(row(7, Freshness.STALE), space="Une autre"), *found(2)[1:]],
    ],
    ids=["more letters", "other articles", "the last rows", "another caption"],
)
def test_an_answer_exchanged_in_its_place_looks_as_if_painted_anew(
    make: Callable[[], ResultsList], qtbot: QtBot, then: list[Row | Heading]
) -> None:
    """Only the lines that differ are painted: the others must be right as they stand."""
    shown = make()
    shown.show_rows(found(2), choose_first=True)
    before = painted(shown, qtbot)
    shown.show_rows(then, choose_first=True)
    exchanged = painted(shown, qtbot)
    shown.viewport().update()

    assert before != exchanged == painted(shown, qtbot)


def test_a_letter_more_paints_the_lines_in_which_it_is_marked(
    make: Callable[[], ResultsList], qtbot: QtBot
) -> None:
    """What stands there already is left: half of the lines of an answer, while one types."""
    shown = make()
    shown.show_rows(found(2), choose_first=True)
    painted(shown, qtbot)
    told = Painted(shown)
    shown.show_rows([*found(2)[:5], found(3)[5]], choose_first=True)
    qtbot.waitUntil(lambda: bool(told.regions), timeout=60_000)

    top = shown.visualRect(shown.model().index(5, 0)).top()
    assert all(region.boundingRect().top() > top for region in told.regions)
    assert all(region.boundingRect().height() < 50 for region in told.regions)


def test_the_first_row_of_an_exchanged_answer_is_told_as_selected(
    make: Callable[[], ResultsList], qtbot: QtBot
) -> None:
    shown = make()
    shown.show_rows(found(2), choose_first=True)
    with qtbot.waitSignal(shown.selected) as told:
        shown.show_rows(found(2, first=3), choose_first=True)

    assert told.args == [shown.chosen]
    assert shown.chosen is not None
    assert shown.chosen.id == "shelf/3"


class Painted(QObject):
    """Keeps the regions that a list was asked to paint."""

    def __init__(self, shown: ResultsList) -> None:
        super().__init__(shown)
        self.regions: list[QRegion] = []
        shown.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return super().eventFilter(watched, event)


def painted(shown: ResultsList, qtbot: QtBot) -> QImage:
    """Let what is asked for be painted; return what then stands on the screen, unlike `grab`."""
    done: list[bool] = []
    QTimer.singleShot(0, shown, lambda: QTimer.singleShot(0, shown, lambda: done.append(True)))
    qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    return shown.screen().grabWindow(shown.winId()).toImage()
