"""Find, read, follow, come back: the journeys of an agent, with the keys an agent strikes."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kbdesk.core.results import Scope
from kbdesk.ui import words
from kbdesk.ui.results.rows import Heading, Row
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.keyboard import press, type_text


def ids(desk: DeskWindow) -> list[str]:
    rows = desk.window.search.list.results.model().rows  # type: ignore[attr-defined]
    return [row.id for row in rows if isinstance(row, Row)]


def type_query(desk: DeskWindow, text: str) -> None:
    type_text(desk.window.search.list.field, text)
    desk.settle()


def reader_title(desk: DeskWindow) -> str:
    return desk.window.search.side.reader.page.accessibleName()


def test_the_list_ends_on_the_results_of_the_whole_text(desk: DeskWindow) -> None:
    """Typed letter by letter without a pause, the list is that of the final text (A02)."""
    type_query(desk, "remboursement")
    results = desk.window.search.list.results
    found = desk.workspace.knowledge.search("remboursement", limit=results.fits + 1, typing=True)
    assert ids(desk) == [hit.id for hit in found.hits]
    assert results.verticalScrollBar().maximum() > 0 or len(ids(desk)) == found.total
    assert desk.window.search.searching.finder.answer.query == "remboursement"


def test_the_first_result_can_be_read_without_opening_it(desk: DeskWindow) -> None:
    type_query(desk, "rembourser une facture")
    chosen = desk.window.search.list.results.chosen
    assert chosen is not None
    assert reader_title(desk) == chosen.title.text
    assert desk.window.search.list.field.hasFocus()


def test_arrows_choose_while_the_caret_stays_in_the_field(desk: DeskWindow) -> None:
    type_query(desk, "facture")
    field, results = desk.window.search.list.field, desk.window.search.list.results
    press(field, "Down")
    press(field, "Down")
    press(field, "Up")
    desk.settle()
    assert results.currentIndex().row() == 1
    assert field.hasFocus()
    assert reader_title(desk) == results.chosen.title.text  # type: ignore[union-attr]


def test_enter_reads_and_escape_walks_back_to_an_empty_field(desk: DeskWindow) -> None:
    """Reader, then results, then the empty field: each Esc takes one step."""
    search = desk.window.search
    type_query(desk, "facture")
    press(search.list.field, "Return")
    desk.settle()
    assert search.side.reader.page.hasFocus()
    press(search.side.reader.page, "Esc")
    assert search.list.field.hasFocus()
    assert search.list.field.text() == "facture"
    press(search.list.field, "Esc")
    desk.settle()
    assert search.list.field.text() == ""


def test_find_read_follow_a_link_and_come_back(desk: DeskWindow) -> None:
    search = desk.window.search
    type_query(desk, "rembourser une facture")
    press(search.list.field, "Return")
    desk.settle()
    first = search.flow.here
    target = "facturation/avoir-ou-remboursement"
    search.side.reader.link_requested.emit(target, "")
    desk.settle()
    assert search.flow.here is not None
    assert search.flow.here.article_id == target
    QTest.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert search.flow.here == first
    QTest.keyClick(desk.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert search.flow.here.article_id == target


def test_a_link_to_nowhere_is_a_line_and_what_was_open_stays(desk: DeskWindow, expects_log) -> None:  # type: ignore[no-untyped-def]
    expects_log("Told the person")
    type_query(desk, "rembourser une facture")
    before = reader_title(desk)
    desk.window.search.side.reader.link_requested.emit("no/where", "")
    desk.wait(desk.window.notice.isVisible)
    assert "n’est plus dans la base" in desk.window.notice.text
    assert reader_title(desk) == before
    assert desk.window.search.flow.here.article_id != "no/where"  # type: ignore[union-attr]


def test_a_known_title_is_offered_in_grey_and_taken_with_tab(desk: DeskWindow) -> None:
    field = desk.window.search.list.field
    type_query(desk, "rembourser u")
    assert field.offered == "ne facture"
    press(field, "Tab")
    desk.settle()
    assert field.text() == "Rembourser une facture"
    assert field.offered == ""


def test_nothing_is_offered_once_the_field_is_empty_again(desk: DeskWindow) -> None:
    type_query(desk, "rembourser u")
    press(desk.window.search.list.field, "Esc")
    desk.settle()
    assert desk.window.search.list.field.offered == ""


def test_a_misspelt_word_says_what_was_searched_instead(desk: DeskWindow) -> None:
    type_query(desk, "resilliation ")
    corrected = desk.window.search.list.corrected
    assert corrected.isVisible() == bool(desk.window.search.searching.finder.answer.corrected)
    assert "resilliation" in corrected.text()


def test_the_space_chip_limits_the_search_and_says_so(desk: DeskWindow) -> None:
    search = desk.window.search
    type_query(desk, "facture")
    chip = search.list.spaces
    action = next(a for a in chip.menu_of_choices.actions() if a.data() == "mobile")
    action.trigger()
    desk.settle()
    wanted = desk.workspace.knowledge.search("facture", scope=Scope(spaces=("mobile",)))
    assert ids(desk) == [hit.id for hit in wanted.hits]
    assert chip.key == "mobile"
    assert search.list.field.hasFocus()


def test_a_shelf_chosen_without_words_shows_all_of_it_page_by_page(desk: DeskWindow) -> None:
    search = desk.window.search
    count = {space.id: space.count for space in desk.workspace.knowledge.spaces()}["facturation"]
    action = next(
        a for a in search.list.spaces.menu_of_choices.actions() if a.data() == "facturation"
    )
    action.trigger()
    desk.settle()
    assert len(ids(desk)) == search.list.results.fits + 1 < count
    bar = search.list.results.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.settle()
    assert len(ids(desk)) == count == len(set(ids(desk)))


def test_a_window_made_taller_is_filled(desk: DeskWindow) -> None:
    """Else the rows it has could not be scrolled to the next ones."""
    type_query(desk, "facture")
    results = desk.window.search.list.results
    shown, total = results.count, desk.window.search.searching.finder.answer.total
    assert shown < total

    desk.window.resize(desk.window.width(), desk.window.height() + 2 * results.height())
    desk.wait(lambda: results.count > min(results.fits, total - 1), "the rows there is room for")


def test_the_first_arrow_fetches_the_next_page(desk: DeskWindow) -> None:
    """Before the last row is reached, so that nothing stops the arrows there."""
    type_query(desk, "facture")
    results = desk.window.search.list.results
    shown = results.count
    press(desk.window.search.list.field, "Down")
    desk.settle()
    assert results.count > shown
    assert results.currentIndex().row() == 1


def test_the_counts_of_the_chips_are_those_of_the_base(desk: DeskWindow) -> None:
    total = desk.workspace.articles.count()
    for chip in (desk.window.search.list.spaces, desk.window.search.list.kinds):
        shown = [int(a.text().split("\t")[1]) for a in chip.menu_of_choices.actions()]
        assert shown[0] == total == sum(shown[1:])


def test_not_found_is_noted_once_with_what_was_read(desk: DeskWindow) -> None:
    """F2 leaves one operation in the outbox, however often it is pressed (A19)."""
    type_query(desk, "facture")
    press(desk.window.search.list.field, "Return")
    desk.settle()
    read = desk.window.search.flow.here
    for _ in range(3):
        QTest.keyClick(desk.window, Qt.Key.Key_F2)
    desk.wait(lambda: desk.workspace.outbox.count() == 1)
    desk.settle()
    (noted,) = desk.workspace.outbox.waiting()
    assert noted.kind == "not_found"
    assert noted.body["query"] == "facture"
    assert read is not None
    assert noted.body["opened"] == [read.article_id]
    assert desk.window.search.list.foot.text == "C’est noté, merci."


def test_an_empty_answer_offers_to_say_so_and_keeps_the_article(desk: DeskWindow) -> None:
    type_query(desk, "facture")
    before = reader_title(desk)
    desk.find("zzyx")
    assert desk.window.search.list.nothing.isVisible()
    assert desk.window.search.list.tell.isVisible()
    assert reader_title(desk) == before


def test_favourites_and_what_was_read_stand_under_the_empty_field(desk: DeskWindow) -> None:
    search = desk.window.search
    desk.find("facture")
    search.read()
    desk.settle()
    first = search.flow.here
    desk.find("mobile")
    search.read()
    desk.settle()
    second = search.flow.here
    assert first is not None
    assert second is not None
    QTest.keyClick(desk.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: len(desk.workspace.knowledge.favourites()) == 1)
    desk.find("")
    rows = search.list.results.model().rows  # type: ignore[attr-defined]
    assert [row.text for row in rows if isinstance(row, Heading)] == ["Favoris", "Lus récemment"]
    assert ids(desk) == [second.article_id, first.article_id]


def test_an_article_that_no_longer_holds_says_so_before_anything_else(desk: DeskWindow) -> None:
    """Its row tells the last day it held; that it is to be reviewed besides would say less."""
    desk.find("pass été")
    at = ids(desk).index("mobile/pass-ete-2026")
    found = desk.window.search.list.results.model().index(at, 0)
    said = words.expired_on(date(2026, 9, 15), MOMENT.date())
    assert said in found.data(Qt.ItemDataRole.AccessibleTextRole)
    others = [row for row in range(len(ids(desk))) if row != at]
    for row in others:
        index = desk.window.search.list.results.model().index(row, 0)
        assert said not in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_glimpses_are_not_taken_for_reading(desk: DeskWindow) -> None:
    type_query(desk, "facture")
    for _ in range(4):
        press(desk.window.search.list.field, "Down")
        desk.settle()
    assert desk.workspace.knowledge.recents() == ()


def test_why_this_result_lists_its_factors_and_goes_with_escape(desk: DeskWindow) -> None:
    search = desk.window.search
    type_query(desk, "rembourser")
    QTest.keyClick(desk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    desk.wait(search.why.isVisible)
    assert "Titre" in search.why.accessibleName()
    press(search.list.field, "Esc")
    assert not search.why.isVisible()
    assert search.list.field.text() == "rembourser"


def test_anything_typed_is_answered(desk: DeskWindow) -> None:
    """No text that a person can type brings up a trouble line."""
    for text in ('"', "-", "space:", "((", "a" * 2000, "é\u0301\u202e", "% _ ' --", "kind:x y"):
        desk.find(text)
        assert not desk.window.notice.isVisible()
