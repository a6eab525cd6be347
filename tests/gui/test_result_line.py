"""One line of a row: cut to its room, with its matches, shaped once however often it is drawn."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kbdesk.core.results import Marked
from kbdesk.ui.look.look import Look
from kbdesk.ui.results.line import Line
from tests.support.desk_window import DeskWindow

BOX = QRect(16, 10, 300, 20)


@pytest.fixture
def look(desk: DeskWindow) -> Look:  # noqa: ARG001  # its application brings the fonts
    return Look.of("light")


def test_a_line_ends_within_its_box_and_so_do_its_matches(look: Look) -> None:
    text = "remboursement " * 20
    spans = tuple((start, start + 13) for start in range(0, len(text), 14))
    line = Line.of_passage(Marked(text, spans), look, "body", BOX)

    assert 200 < line.width <= BOX.width()
    assert 0 < len(line.runs()) < len(spans)
    assert all(BOX.left() <= run.left() and run.right() <= BOX.right() + 1 for run in line.runs())


def test_a_passage_begins_near_its_first_match(look: Look) -> None:
    """However far in the text that is, and whatever breaks the lines there."""
    text = "avant\n" * 60 + "trouvé"
    (run,) = Line.of_passage(Marked(text, ((360, 366),)), look, "body", BOX).runs()

    assert run.right() <= BOX.right()


def test_the_same_text_with_other_matches_is_drawn_the_same(look: Look) -> None:
    """What is kept is the shaped text alone: matches and place are those of each line."""
    pictures = []
    for spans in ((), ((0, 4),)):
        line = Line(Marked("Rembourser une facture", spans), look, "list", BOX)
        picture = QImage(340, 40, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        with QPainter(picture) as painter:
            line.draw(painter, QColor("black"))
        pictures.append(picture)
        assert len(line.runs()) == len(spans)

    assert pictures[0] == pictures[1]


def test_a_match_in_letters_that_run_from_right_to_left_has_a_box_too(look: Look) -> None:
    """A name in Arabic or Hebrew is found and marked as any other."""
    (run,) = Line(Marked("החזר כספי", ((0, 4),)), look, "list", BOX).runs()

    assert run.width() > 10
