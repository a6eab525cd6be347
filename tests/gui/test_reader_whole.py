"""Large text: no word of a head is lost on the way from article to article, and a guide's first
choice is seen without scrolling.
"""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication

from kbdesk.settings import Settings
from tests.gui.cut_text import cut
from tests.gui.shots import NARROW, WIDE
from tests.gui.shots_of_reading import GUIDE, read, walk
from tests.support.desk_window import DeskWindow

READ = (
    "offres/remise-groupee", "equipe/accessibilite", "equipe/horaires-contacts",
    "facturation/annonce-remboursement", "fibre/pas-internet", "offres/mobile-120-go",
    "fibre/coupure-dedommagement", "resiliation/retractation",
)  # fmt: skip


@pytest.fixture
def settings() -> Settings:
    return Settings(language="fr", theme="light", text_scale=200)


class Counter(QObject):
    """Counts how often a widget is asked to lay itself out anew."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt names it
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_head_keeps_all_its_lines_from_article_to_article(
    desk: DeskWindow, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    for article_id in READ:
        head = read(desk, article_id).page.head
        QCoreApplication.sendPostedEvents()
        assert (article_id, list(cut(head))) == (article_id, [])


def test_a_head_that_stands_is_not_laid_out_again_and_again(desk: DeskWindow) -> None:
    """A page that asks for its own layout at each layout would keep a core busy for ever."""
    for article_id in READ:
        head = read(desk, article_id).page.head
    counter = Counter()
    head.installEventFilter(counter)
    for _ in range(20):
        QApplication.processEvents()
    assert counter.times <= 2


def test_the_first_choice_is_seen_at_once(desk: DeskWindow) -> None:
    desk.window.resize(*NARROW)
    for path in ("", "1", "11"):
        view = walk(desk, GUIDE, path)
        first = view.step.answers.rows[0]
        bottom = first.mapTo(view, QPoint(0, first.height())).y()
        assert bottom <= view.pane.geometry().bottom(), view.step.title.accessibleName()
