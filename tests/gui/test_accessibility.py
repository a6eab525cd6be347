"""What a screen reader hears, and what the keyboard can reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.core.announcements import Linked
from kbdesk.ui.announcements.article_field import ArticleField
from kbdesk.ui.controls.field import FaultLine
from tests.gui.shots_of_reading import GUIDE
from tests.gui.shots_of_reading import walk as walk_guide
from tests.support.desk_window import DeskWindow

State = QAccessible.State


def walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for number in range(min(one.childCount(), 200)):
        child = one.child(number)
        if child.isValid():
            yield from walk(child)


def nameless(window: QWidget) -> list[str]:
    """List what can be focused and is on screen, but has no name to be told by."""
    root = QAccessible.queryAccessibleInterface(window)
    found = []
    for part in walk(root):
        state = part.state()
        if state.focusable and not state.invisible and not part.text(QAccessible.Text.Name):
            found.append(f"{part.role()} {part.object()}")
    return found


@pytest.mark.parametrize("screen", ["search", "help", "settings"])
def test_all_that_can_be_focused_has_a_name(desk: DeskWindow, screen: str) -> None:
    desk.window.show_screen(screen)
    desk.settle()
    assert nameless(desk.window) == []


def test_an_open_article_and_its_results_have_names_too(desk: DeskWindow) -> None:
    desk.find("rembourser une facture")
    assert nameless(desk.window) == []
    desk.window.resize(400, 800)
    desk.window.search.read()
    desk.settle()
    assert nameless(desk.window) == []


def test_a_result_is_told_with_its_passage_its_shelf_and_its_trust(desk: DeskWindow) -> None:
    """A check mark is seen; it has to be heard too."""
    desk.find("rembourser une facture")
    results = QAccessible.queryAccessibleInterface(desk.window.search.list.results)
    first = next(p for p in walk(results) if p.role() == QAccessible.Role.ListItem)
    told = first.text(QAccessible.Text.Name)
    hit = desk.window.search.searching.finder.answer.hits[0]
    assert hit.title.text in told
    assert hit.snippet.text.split()[0] in told
    assert "Facturation" in told
    assert "vérifié" in told


def test_tab_reaches_every_part_of_the_search_screen_and_comes_round(desk: DeskWindow) -> None:
    desk.find("rembourser une facture")
    search = desk.window.search
    search.list.field.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):  # the page keeps the focus for each of its links
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is search.list.field and len(seen) > 1:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    for part in (search.list.field, search.list.spaces, search.list.kinds, search.side.reader.page):
        assert part in seen
    assert QApplication.focusWidget() is search.list.field


def test_a_chip_opens_by_its_key_with_the_present_choice_selected(desk: DeskWindow) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    menu = desk.window.search.list.spaces.menu_of_choices
    desk.wait(menu.isVisible)
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_the_focus_ring_is_seen_on_every_control(desk: DeskWindow) -> None:
    """Focused and not focused never look the same."""
    desk.window.show_screen("settings")
    controls: list[QWidget] = [
        part
        for part in desk.window.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.width() > 8
    ]
    assert len(controls) > 5
    for control in controls:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        focused = control.grab().toImage()
        control.clearFocus()
        QApplication.sendPostedEvents(control, QEvent.Type.UpdateRequest)
        assert control.grab().toImage() != focused, control


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told beside the focus."""
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    return said


def test_a_result_reached_from_the_field_is_said(desk: DeskWindow, heard: list[str]) -> None:
    """The caret stays in the field, so without a word nobody would hear where the list stands."""
    desk.find("rembourser")
    first, second = desk.window.search.searching.finder.answer.hits[:2]
    assert first.title.text in heard[-1]
    QTest.keyClick(desk.window.search.list.field, Qt.Key.Key_Down)
    assert second.title.text in heard[-1]
    assert "vérifié" in heard[-1] or "revoir" in heard[-1]


def test_each_step_of_a_guide_is_said(desk: DeskWindow, heard: list[str]) -> None:
    view = walk_guide(desk, GUIDE, "")
    for answer in (None, 0):
        if answer is not None:
            view.take(answer)
        assert view.walk is not None
        asked = view.walk.step.question or view.walk.step.title
        assert asked.split("\u00a0")[0].rstrip(" ?") in heard[-1]


def test_a_line_above_the_work_is_said(desk: DeskWindow, heard: list[str]) -> None:
    """It takes no focus: who does not see it would not know why nothing happened."""
    desk.window.notice.tell("Cet article n’a pas de question.", trouble=False)
    desk.window.notice.offer("Annuler", lambda: None, "Ctrl+Z")
    assert heard == ["Cet article n’a pas de question.", "Annuler (Ctrl+Z)"]


def test_what_is_wrong_beside_a_field_is_said_once(desk: DeskWindow, heard: list[str]) -> None:
    """The caret comes to the field, whose name alone does not say what it wants."""
    line = FaultLine(desk.window.look)
    for told in ("Choisissez.", "Choisissez.", ""):
        line.say(told)
    assert heard == ["Choisissez."]


def test_articles_that_may_be_meant_are_said(desk: DeskWindow, heard: list[str]) -> None:
    """They come below the field while the caret is in it: Enter would take one unheard of."""
    field = ArticleField(desk.window.look)
    field.edit.setText("rembours")
    field.show_linked(Linked("rembours", offered=(("a/1", "Rembourser"), ("a/2", "Avoir"))))
    assert heard == ["Laquelle\u00a0? Rembourser"]
