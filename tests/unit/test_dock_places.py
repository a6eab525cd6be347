"""Where a docked window stands."""

import pytest

from kbdesk.ui.shell.places import Area, beside, nearest_edge, other

SCREEN = Area(1920, 40, 1600, 860)  # the second one, with a bar above


def test_it_takes_the_whole_height_at_an_edge_of_what_is_free() -> None:
    assert beside(SCREEN, "right") == Area(3120, 40, 400, 860)
    assert beside(SCREEN, "left") == Area(1920, 40, 400, 860)


def test_it_never_is_wider_than_the_screen() -> None:
    assert beside(Area(0, 0, 360, 640), "right") == Area(0, 0, 360, 640)


@pytest.mark.parametrize(
    ("x", "width", "edge"), [(1920, 700, "left"), (2800, 700, "right"), (2080, 1280, "right")]
)
def test_the_first_time_it_goes_to_the_nearer_edge(x: int, width: int, edge: str) -> None:
    """A window in the middle goes right, where few programs keep their lists."""
    assert nearest_edge(Area(x, 40, width, 700), SCREEN) == edge


def test_the_other_edge_is_the_other_one() -> None:
    assert (other("left"), other("right")) == ("right", "left")
