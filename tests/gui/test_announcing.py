"""Announcing in the window: the form, the change, the recall, the board and its names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.announcements.names_panel import Line
from tests.gui.noticed_desk import connect, key, shown
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk
from tests.support.keyboard import type_text


@pytest.fixture
def chef(qtbot: QtBot, tmp_path: Path, sample_profile: Profile) -> Iterator[DeskWindow]:
    """The desk of a supervisor, in English: what is asserted here stands in the source."""
    folder = copy_of(sample_profile, tmp_path / "profile")
    signed_in.sign_in(Profile(folder), "julien.perrot", "supervisor")
    with open_desk(folder, Settings(language="en", theme="light")) as desk:
        signed_in.fill(desk.workspace, MOMENT, "julien.perrot")
        connect(desk, "supervisor")
        yield desk


def test_a_form_says_beside_each_field_what_is_wrong_and_sends_nothing(chef: DeskWindow) -> None:
    screen = shown(chef)
    key(chef, Qt.Key.Key_N)
    form = screen.steering.form
    assert form is not None
    form.ends.edit.setText("soon")
    form.question.add.click()
    form.question.asked.edit.setText("Which?")
    form.try_to_send()
    assert form.audience.fault.text
    assert form._faults["title"].text
    assert form._faults["ends"].text
    assert form.question.fault.text
    assert QApplication.focusWidget() is form.audience.chip
    assert not chef.workspace.outbox.waiting()


def test_the_number_of_people_is_told_before_sending(chef: DeskWindow) -> None:
    """D01: with how many of them cannot be reached now, and by name where they are few."""
    screen = shown(chef)
    key(chef, Qt.Key.Key_N)
    form = screen.steering.form
    assert form is not None
    form.audience.chip.choose("group:fibre")
    form.audience.chip.chosen.emit("group:fibre")
    chef.settle()
    assert "3" in form.send.text()
    assert "1 cannot be reached" in form.audience.reach.accessibleName()
    assert "Djibril Sow" in form.audience.reach.accessibleName()


def test_a_change_says_whether_it_asks_again(chef: DeskWindow) -> None:
    """D03: a detail asks nobody again, what matters asks everyone."""
    screen = shown(chef)
    screen.steering.open_board("geste")
    chef.settle()
    key(chef, Qt.Key.Key_E)
    form = screen.steering.form
    assert form is not None
    assert form.title.text.startswith("Geste commercial")
    type_text(form.title.edit, " !")
    form.edit.choose("substance")
    form.try_to_send()
    chef.settle()
    [sent] = [one.body for one in chef.workspace.outbox.waiting() if one.kind == "announce"]
    assert not sent.get("minor")
    assert sent["title"].endswith("!")


def test_a_recall_wants_a_reason(chef: DeskWindow) -> None:
    screen = shown(chef)
    screen.steering.open_board("geste")
    chef.settle()
    board = screen.steering.board
    assert board is not None
    board.column.recall.click()
    form = board.column.recall_form
    form.act.click()
    assert form.fault.text
    type_text(form.why.edit, "Trop tôt.")
    form.act.click()
    chef.settle()
    [asked] = [one.body for one in chef.workspace.outbox.waiting() if one.kind == "recall"]
    assert asked["why"] == "Trop tôt."


def test_reminding_reaches_those_who_are_missing_and_says_how_many(chef: DeskWindow) -> None:
    """D07: the button names the number; R does it."""
    screen = shown(chef)
    screen.steering.open_board("geste")
    chef.settle()
    board = screen.steering.board
    assert board is not None
    assert "6" in board.column.remind.text()
    key(chef, Qt.Key.Key_R)
    [asked] = [one.body for one in chef.workspace.outbox.waiting() if one.kind == "announce"]
    assert asked["relaunched"]


def test_the_board_goes_into_a_file_by_a_key(chef: DeskWindow, tmp_path: Path) -> None:
    screen = shown(chef)
    screen.steering.open_board("geste")
    chef.settle()
    board = screen.steering.board
    assert board is not None
    file = tmp_path / "board.csv"
    board.choose_file = lambda: file  # type: ignore[method-assign]
    key(chef, Qt.Key.Key_C)
    assert len(file.read_text("utf-8-sig").splitlines()) == 1 + len(signed_in.PEOPLE)


def test_the_names_are_those_of_the_team_chosen_and_only_who_is_missing(chef: DeskWindow) -> None:
    screen = shown(chef)
    screen.steering.open_board("geste")
    chef.settle()
    board = screen.steering.board
    assert board is not None
    key(chef, Qt.Key.Key_N)
    assert [line.name for line in board.names._model.lines if not isinstance(line, Line)] == [
        "Lina Castel", "Maëlle Guérin", "Hugo Delmas",
    ]  # fmt: skip
    board.column.table.step(1)
    assert "Djibril Sow" in [line.name for line in board.names._model.lines]
