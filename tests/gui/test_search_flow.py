"""The list of a search screen: what it says was found, and what a cleared box takes back."""

from tests.support.desk_window import DeskWindow


def test_nothing_is_counted_while_nothing_was_asked_for(desk: DeskWindow) -> None:
    """What was read lately is no answer, and neither are the contents of a shelf."""
    searching = desk.window.search.searching
    counts = [searching.count]
    for query in ("remboursement", ""):
        desk.find(query)
        counts.append(searching.count)
    found = desk.workspace.knowledge.search("remboursement", limit=1).total
    assert counts == [None, found, None]


def test_a_box_that_esc_has_emptied_has_its_words_again_by_undoing(desk: DeskWindow) -> None:
    desk.find("remboursement")
    search = desk.window.search
    search.list.field.setFocus()
    assert search.step_back()
    desk.settle()
    assert search.searching.query == ""
    search.list.field.undo()
    assert search.searching.query == "remboursement"


def test_the_next_page_is_fetched_before_the_end_of_the_list_is_seen(desk: DeskWindow) -> None:
    desk.find("facture")
    search = desk.window.search
    before, bar = search.list.results.count, search.list.results.verticalScrollBar()
    assert before < search.searching.finder.answer.total
    bar.setValue(bar.maximum())
    desk.wait(lambda: search.list.results.count > before, "the next page")


def test_shelves_kept_from_an_earlier_day_are_asked_within(desk: DeskWindow) -> None:
    searching = desk.window.search.searching
    chosen: list[tuple[str, str]] = []
    searching.scope_chosen.connect(lambda *keys: chosen.append(keys))
    searching.filters.restore("mobile", "")
    searching.start()
    desk.settle()
    assert chosen == [("mobile", "")]
    assert searching.finder.scope.spaces == ("mobile",)
    assert searching.count == searching.finder.answer.total > 0
