"""Steer: what a supervisor sees of the base, and the road from a gap to an article, by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kbdesk.clock import FixedClock
from kbdesk.core.results import Scope
from kbdesk.settings import Settings
from kbdesk.ui.steer.plots import Plot, Point
from kbdesk.ui.steer.screen import SteerScreen
from kbdesk.ui.writing.screen import ContributionsScreen
from tests.gui import shots_of_steer as filled
from tests.support import signed_in
from tests.support.desk_window import DeskWindow


@pytest.fixture
def settings() -> Settings:
    """Speak English: what is asserted here stands in the source."""
    return Settings(language="en", theme="light")


def press(desk: DeskWindow, key: Qt.Key) -> None:
    where = desk.window.focusWidget()
    assert where is not None
    QTest.keyClick(where, key)
    desk.settle()


def test_the_title_is_the_finding_and_every_number_is_that_of_the_service(
    desk: DeskWindow,
) -> None:
    screen = filled.connected(desk)
    found = desk.workspace.live.steering.overview()
    title = screen.health.title.text()
    assert str(len(found.subjects)) in title
    assert str(found.trusted.stale) in title
    points = screen.health.ages.area.points
    assert [point.value for point in points] == [band.articles for band in found.bands]
    assert sum(int(point.value or 0) for point in screen.health.gaps.area.points) == sum(
        week.came for week in found.gaps
    )
    rows = screen.health.missing.rows.rows_model.rows
    assert [row.id for row in rows] == [one.id for one in found.subjects[:5]]


def test_arrows_walk_along_a_plot_and_a_screen_reader_is_told_the_whole_table(
    desk: DeskWindow,
) -> None:
    """Nobody needs the picture: the figures are words, one by one or all at once."""
    screen = filled.connected(desk)
    plot: Plot = screen.health.ages
    told = [point.told for point in plot.area.points]
    assert plot.area.accessibleDescription().splitlines() == told
    plot.area.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.about.text == told[-1]
    press(desk, Qt.Key.Key_Left)
    assert plot.about.text == told[-2]
    screen.health.missing.rows.setFocus()
    desk.settle()
    assert plot.about.text not in told


def test_a_plot_without_figures_paints_and_says_nothing_wrong(desk: DeskWindow) -> None:
    plot = Plot(desk.window.look)
    plot.show_points([])
    plot.resize(300, 200)
    assert not plot.grab().isNull()
    plot.show_points([Point("a", None, "nothing"), Point("b", 0.0, "none")])
    assert not plot.grab().isNull()


def test_from_a_gap_to_an_article_by_keys_alone(desk: DeskWindow) -> None:
    """Enter on the first subject opens it; N makes a draft that has its searches as aliases."""
    screen = filled.connected(desk)
    screen.health.take_focus()
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Up)
    press(desk, Qt.Key.Key_Return)
    assert screen.section == "gaps"
    desk.wait(lambda: screen.settled and screen.part("gaps").gap_pane.subject is not None)
    subject = screen.part("gaps").gap_pane.subject
    press(desk, Qt.Key.Key_N)
    desk.wait(lambda: desk.window.screen_shown == "contributions")
    desk.settle()
    contributions = desk.window.screens["contributions"]
    assert isinstance(contributions, ContributionsScreen)
    (draft,) = desk.workspace.live.authoring.drafts()
    assert set(draft.gaps) == {gap.id for gap in subject.gaps}
    assert all(asked.query in draft.text for asked in subject.queries)


def test_attaching_shows_the_proof_and_closes_only_what_is_found(desk: DeskWindow) -> None:
    signed_in.sign_in(desk.workspace.profile, "julien.perrot", "supervisor")
    for query in ("rembourser une facture", "zzz introuvable zzz"):
        desk.workspace.knowledge.not_found(query, Scope())
    screen = filled.connected(desk, filled=False)
    screen.show_section("gaps")
    part = screen.part("gaps")
    desk.wait(lambda: screen.settled and len(part.queue.list.ids) == 2)
    ids = {one.name: one.id for one in desk.workspace.live.gaps.subjects()}
    for query, closes in (("zzz introuvable zzz", 0), ("rembourser une facture", 1)):
        part.queue.list.choose(ids[query])
        press(desk, Qt.Key.Key_L)
        assert part.gap_pane.attaching.isVisible()
        part.gap_pane.attaching.field.edit.setText("rembourser une facture")
        part.gap_pane.attaching.sought.emit("rembourser une facture")
        desk.settle()
        press(desk, Qt.Key.Key_Return)
        assert part.gap_pane.replay is not None
        assert part.gap_pane.replay.closes == closes
        assert part.gap_pane.close_.isVisible() is bool(closes)
    press(desk, Qt.Key.Key_C)
    desk.wait(lambda: screen.settled and len(part.queue.list.ids) == 1)
    assert [one.name for one in desk.workspace.live.gaps.subjects()] == ["zzz introuvable zzz"]


def test_setting_aside_wants_a_reason_and_esc_takes_the_question_away(desk: DeskWindow) -> None:
    screen = filled.connected(desk)
    screen.show_section("gaps")
    part = screen.part("gaps")
    desk.wait(lambda: screen.settled and part.gap_pane.subject is not None)
    before = len(part.queue.list.ids)
    press(desk, Qt.Key.Key_D)
    press(desk, Qt.Key.Key_Return)
    assert part.gap_pane.why.fault.text
    press(desk, Qt.Key.Key_Escape)
    assert part.gap_pane.why.isHidden()
    press(desk, Qt.Key.Key_D)
    part.gap_pane.why.edit.setText("Hors sujet.")
    press(desk, Qt.Key.Key_Return)
    desk.wait(lambda: screen.settled and len(part.queue.list.ids) == before - 1)
    press(desk, Qt.Key.Key_H)
    desk.wait(lambda: screen.settled)
    assert "Hors sujet." in part.gap_pane.proof.text()


def test_what_is_searched_in_vain_becomes_a_gap_by_itself(desk: DeskWindow) -> None:
    """Nothing is said while typing; the wording that stood and found nothing is told, once."""
    desk.window.show_screen("search")
    desk.find("zzqxw kkvvbb")
    trail = desk.window.search.searching.trail
    assert isinstance(desk.workspace.clock, FixedClock)
    desk.workspace.clock.pass_(timedelta(seconds=3))
    trail.leave()
    desk.wait(lambda: len(desk.workspace.live.gaps.subjects()) == 1)
    (subject,) = desk.workspace.live.gaps.subjects()
    assert (subject.name, subject.hows) == ("zzqxw kkvvbb", {"empty": 1})


def test_a_base_with_nothing_to_say_says_so(desk: DeskWindow) -> None:
    screen = filled.connected(desk, filled=False)
    screen.show_section("gaps")
    desk.settle()
    part = screen.part("gaps")
    assert part.queue.empty.isVisible()
    assert screen.step_back()
    assert screen.section == "health"
    assert isinstance(screen, SteerScreen)


def put_lines_off(desk: DeskWindow) -> None:
    """Put off what is told above the work: else the first Esc does."""
    notices = desk.window.live.notices
    while notices is not None and notices.step_back():
        desk.settle()


def test_the_board_stands_beside_the_list_and_follows_the_arrows(desk: DeskWindow) -> None:
    """Nothing is left for it: one key from Steer to a board, and Esc back to where one was."""
    screen = filled.connected(desk)
    screen.show_section("announcements")
    desk.settle()
    part = screen.part("announcements")
    board = part.steering.board
    assert part.list.hasFocus()
    first = part.list.chosen
    assert board.isVisible()
    assert board.id == first
    press(desk, Qt.Key.Key_Down)
    desk.settle()
    assert board.id == part.list.chosen != first
    assert part.list.hasFocus()
    press(desk, Qt.Key.Key_Return)
    assert board.column.table.hasFocus()
    put_lines_off(desk)
    press(desk, Qt.Key.Key_Escape)
    assert part.list.hasFocus()
    press(desk, Qt.Key.Key_Escape)
    assert screen.section == "health"
    screen.show_section("announcements")
    desk.settle()
    assert board.id == part.list.chosen != first


def test_a_change_begun_from_steer_comes_in_the_place_of_the_board(desk: DeskWindow) -> None:
    """And once it is sent its board stands there again."""
    screen = filled.connected(desk)
    screen.show_section("announcements")
    desk.settle()
    part = screen.part("announcements")
    part.list.choose("geste")
    desk.settle()
    press(desk, Qt.Key.Key_E)
    form = part.steering.form
    assert form.isVisible()
    assert part.list.isVisible()
    form.title.edit.setText("Geste commercial : 20 €")
    form.try_to_send()
    desk.wait(lambda: bool(desk.workspace.outbox.waiting()), "the change on its way")
    desk.wait(lambda: part.stack.currentWidget() is part.steering.board, "its board")
    desk.settle()
    assert part.steering.board.column.title.accessibleName() == "Geste commercial : 20 €"
    assert "Geste commercial : 20 €" in [row.title for row in part.list.rows_model.rows]


def test_in_one_column_enter_brings_the_board_and_esc_the_list(desk: DeskWindow) -> None:
    desk.window.resize(400, 800)
    screen = filled.connected(desk)
    screen.show_section("announcements")
    desk.settle()
    part = screen.part("announcements")
    assert part.list.isVisible()
    assert not part.stack.isVisible()
    press(desk, Qt.Key.Key_Return)
    assert part.steering.board.isVisible()
    assert part.steering.board.column.back.isVisible()
    put_lines_off(desk)
    press(desk, Qt.Key.Key_Escape)
    assert part.list.hasFocus()


def test_the_ring_stands_round_the_row_that_has_the_keys(desk: DeskWindow) -> None:
    """It goes along with the arrows; round the whole list it would say less, and louder."""
    screen = filled.connected(desk)
    screen.show_section("announcements")
    desk.settle()
    part = screen.part("announcements")
    part.new.setFocus()
    part.list.setFocus(Qt.FocusReason.TabFocusReason)
    accent = desk.window.look.colour("accent")

    def rung() -> list[bool]:
        picture, right = part.list.grab().toImage(), part.list.width() - 2
        boxes = [part.list.visualRect(part.list.model().index(n, 0)) for n in (0, 1)]
        below = part.list.height() - 40
        rows = [*(box.center().y() for box in boxes), below]
        return [picture.pixelColor(right, y) == accent for y in rows]

    assert rung() == [True, False, False]
    press(desk, Qt.Key.Key_Down)
    assert rung() == [False, True, False]
    part.list.choose("")
    assert rung() == [True, True, True]
