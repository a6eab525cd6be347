"""Two versions in the place of the article, and the midnight that changes one under the eyes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from kbdesk.clock import FixedClock
from kbdesk.content.articles import parse
from kbdesk.core.articles import Audience
from kbdesk.core.versions import Comparison, Version
from kbdesk.core.word_diff import compare
from kbdesk.ui.history import Place
from kbdesk.ui.look.look import Look, load_fonts
from kbdesk.ui.midnight import Midnight
from kbdesk.ui.reader.versions import VersionsView
from tests.gui.test_result_list import Painted
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.keyboard import press

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
NOW, BEFORE = Version(2, NOON, None), Version(1, None, NOON)
OLD = "# Délai\n\n" + "x\n" * 20 + "| 5 jours | Vous |\n" + "y\n" * 20 + "La fin <b> change.\n"
NEW = "# Délai\n\n" + "x\n" * 20 + "| 10 jours | Vous |\n" + "y\n" * 20 + "La suite <b> change.\n"


@pytest.fixture
def view(qtbot: QtBot) -> VersionsView:
    load_fonts()
    made = VersionsView(Look.of("light"))
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_history("Délai", (NOW, BEFORE), NOON.date())
    return made


def test_the_last_change_is_asked_for_at_once(qtbot: QtBot) -> None:
    made = VersionsView(Look.of("light"))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.compare_wanted) as asked:
        made.show_history("Délai", (NOW, BEFORE), NOON.date())
    assert asked.args == [1, 2]


def test_changes_are_marked_by_sign_and_line_and_not_by_colour_alone(view: VersionsView) -> None:
    view.show_comparison(Comparison(BEFORE, NOW, compare(OLD, NEW)))
    shown = view.text.toPlainText()
    assert "−5" in shown
    assert "+10" in shown
    html = view.text.toHtml()
    assert "line-through" in html
    assert "underline" in html
    assert "<b>" not in shown.replace("<b> change", "")


def test_lines_that_are_the_same_are_folded(view: VersionsView) -> None:
    view.show_comparison(Comparison(BEFORE, NOW, compare(OLD, NEW)))
    assert view.text.toPlainText().count("\nx") == 2
    assert view.text.toPlainText().count("⋯") == 2


def test_keys_go_from_change_to_change_and_around(view: VersionsView) -> None:
    view.show_comparison(Comparison(BEFORE, NOW, compare(OLD, NEW)))
    said = [view.text.accessibleDescription()]
    for key in ("J", "J", "K", "F3", "Shift+F3"):
        press(view, key)
        said.append(view.text.accessibleDescription())
    first, second = said[0], said[1]
    assert first != second
    assert said == [first, second, first, second, first, second]


def test_escape_leads_back(view: VersionsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.left):
        press(view, "Escape")


def test_an_article_of_one_version_says_so(view: VersionsView) -> None:
    view.show_history("Délai", (NOW,), NOON.date())
    assert view.text.toPlainText().strip()
    assert not view.older.isVisibleTo(view)


def rewrite(desk: DeskWindow, id_: str, old: str, new: str) -> None:
    article = desk.workspace.knowledge.article(id_)
    text = article.source.replace(old, new)
    assert text != article.source
    desk.workspace.articles.put_all([parse(text, path=article.path)])


def read(desk: DeskWindow, id_: str) -> None:
    desk.window.search.flow.read(Place(id_))
    desk.settle()


def test_versions_are_compared_and_the_older_one_read_in_the_window(desk: DeskWindow) -> None:
    rewrite(desk, "facturation/remboursement", "12 mois", "6 mois")
    read(desk, "facturation/remboursement")
    acts, reader = desk.window.search.acts, desk.window.search.side.reader
    acts.show_versions()
    desk.wait(lambda: acts.compares and acts.settled)
    assert acts.versions is not None
    compared = acts.versions.text
    desk.wait(lambda: "−12" in compared.toPlainText())
    acts.versions.open_wanted.emit(1)
    desk.settle()
    assert "12 mois" in reader.page.toPlainText()
    assert reader.around.past.text
    reader.around.present_wanted.emit()
    desk.settle()
    assert "6 mois" in reader.page.toPlainText()
    assert not reader.around.past.text


def test_escape_in_the_window_leaves_the_versions_first(desk: DeskWindow) -> None:
    read(desk, "facturation/remboursement")
    acts = desk.window.search.acts
    acts.show_versions()
    desk.wait(lambda: acts.compares)
    desk.window.step_back()
    assert not acts.compares
    assert desk.window.search.side.reads


def test_the_text_begins_below_the_title(view: VersionsView, qtbot: QtBot) -> None:
    """Where there is room, what changed stands in line with the name of the article."""
    view.show_comparison(Comparison(BEFORE, NOW, compare(OLD, NEW)))
    view.resize(900, 500)
    title = view._title.mapTo(view, QPoint(0, 0)).x()
    cursor = QTextCursor(view.text.document().firstBlock())
    qtbot.waitUntil(lambda: view.older.mapTo(view, QPoint(0, 0)).x() == title, timeout=60_000)
    assert view.text.x() + view.text.cursorRect(cursor).x() == title


# midnight


def to_midnight(desk: DeskWindow, day: datetime) -> None:
    clock = desk.workspace.clock
    assert isinstance(clock, FixedClock)
    clock.moment = day


def test_at_midnight_the_text_on_screen_is_that_of_the_new_day(desk: DeskWindow) -> None:
    """On 1 January the old price goes and the new one comes, where one was reading."""
    read(desk, "offres/fibre-500")
    reader = desk.window.search.side.reader
    assert "29,90" in reader.page.toPlainText()
    to_midnight(desk, datetime(2027, 1, 1, tzinfo=UTC))
    desk.window.search.acts.midnight.look()
    desk.settle()
    desk.wait(lambda: "31,90 € par mois" in reader.page.toPlainText())


def test_a_day_asked_for_by_hand_stays_over_midnight(desk: DeskWindow) -> None:
    read(desk, "offres/fibre-500")
    acts, reader = desk.window.search.acts, desk.window.search.side.reader
    day = datetime(2026, 10, 1, tzinfo=UTC).date()
    reader.around.as_of.day_wanted.emit(day)
    desk.settle()
    to_midnight(desk, datetime(2026, 11, 23, tzinfo=UTC))
    acts.midnight.look()
    desk.settle()
    assert reader.reading is not None
    assert reader.reading.on == day
    desk.window.search.go_back()
    desk.settle()
    assert reader.reading.on is None


@pytest.mark.parametrize("hour", [0, 9, 23])
def test_one_timer_waits_for_the_next_midnight_and_none_between(qtbot: QtBot, hour: int) -> None:
    clock = FixedClock(datetime(2026, 11, 22, hour, 30, tzinfo=UTC).astimezone())
    midnight = Midnight(clock)
    local = clock.now()
    left = (24 - local.hour) * 3600 - local.minute * 60
    assert abs(midnight.wait / 1000 - left) < 2
    midnight.stop()


def test_a_machine_that_slept_looks_when_the_person_comes_back(qtbot: QtBot) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    midnight = Midnight(clock)
    with qtbot.assertNotEmitted(midnight.struck):
        midnight._on_state(Qt.ApplicationState.ApplicationActive)
    clock.moment += timedelta(days=1)
    with qtbot.waitSignal(midnight.struck):
        midnight._on_state(Qt.ApplicationState.ApplicationActive)
    midnight.stop()


# paper


def test_a_pdf_is_written_for_the_audience_that_was_chosen(
    desk: DeskWindow, tmp_path: Path
) -> None:
    read(desk, "facturation/remboursement")
    acts = desk.window.search.acts
    acts.ask_paper()
    strip = desk.window.search.side.reader.around.paper
    assert strip.isVisible()
    acts.save_pdf(Audience.INTERNAL, tmp_path / "fiche.pdf")
    desk.wait(lambda: acts.settled)
    assert (tmp_path / "fiche.pdf").read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.glob("*.pdf*")] == ["fiche.pdf"]
    desk.wait(lambda: "fiche.pdf" in strip.text)


@pytest.mark.expects_log("internal use only")
def test_an_internal_article_makes_no_paper_for_customers(desk: DeskWindow, tmp_path: Path) -> None:
    read(desk, "facturation/annonce-remboursement")
    acts = desk.window.search.acts
    acts.ask_paper()
    assert not desk.window.search.side.reader.around.paper.audience.isEnabled()
    acts.save_pdf(Audience.PUBLIC, tmp_path / "fiche.pdf")
    desk.wait(desk.window.notice.isVisible)
    assert not list(tmp_path.glob("*.pdf"))


def test_at_midnight_the_ages_in_the_list_are_those_of_the_new_day(desk: DeskWindow) -> None:
    """Else lines that a key leaves as they are would go on telling yesterday's age."""
    desk.find("rembourser une facture")
    results = desk.window.search.list.results
    told = Painted(results)
    to_midnight(desk, MOMENT + timedelta(days=1))
    desk.window.search.acts.midnight.look()
    whole = results.viewport().rect()
    desk.wait(lambda: any(whole == one.boundingRect() for one in told.regions), "a new painting")
