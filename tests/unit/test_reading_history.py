"""Back and forward through what was read, not through what went by."""

from kbdesk.ui.history import History, Place

A, B, C, D = (Place(name) for name in "abcd")


def test_glimpses_replace_one_another() -> None:
    """Ten rows passed with the arrows leave one step, not ten."""
    history = History()
    history.visit(A)
    for place in (B, C, D):
        history.glimpse(place)
    assert history.here == D
    assert history.back() == A


def test_a_glimpse_that_is_then_read_becomes_a_step() -> None:
    history = History()
    history.glimpse(A)
    history.visit(A)
    history.glimpse(B)
    assert history.back() == A
    assert not history.can_go_back


def test_back_and_forward_return_to_the_same_places() -> None:
    history = History()
    for place in (A, B, C):
        history.visit(place)
    assert [history.back(), history.back(), history.back()] == [B, A, None]
    assert [history.forward(), history.forward(), history.forward()] == [B, C, None]


def test_another_way_cuts_what_lay_ahead() -> None:
    history = History()
    for place in (A, B, C):
        history.visit(place)
    history.back()
    history.visit(D)
    assert not history.can_go_forward
    assert history.back() == B


def test_visiting_the_same_place_twice_is_one_step() -> None:
    history = History()
    history.visit(A)
    history.visit(A)
    assert not history.can_go_back


def test_a_glimpse_after_going_back_keeps_the_place_gone_back_to() -> None:
    history = History()
    history.visit(A)
    history.visit(B)
    history.back()
    history.glimpse(C)
    assert history.back() == A


def test_an_empty_history_leads_nowhere() -> None:
    history = History()
    assert history.here is None
    assert history.back() is None
    assert history.forward() is None
