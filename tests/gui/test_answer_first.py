"""The answer first (A13): what to say and every warning, without scrolling, at 420 x 600."""

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.core.articles import Kind
from kbdesk.ui.reader import cautions
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import open_in, reader_on_screen
from tests.support.desk_window import DeskWindow

SHARE = 0.9  # of the articles


def told_in_view(reader: Reader) -> bool:
    """Look whether title, trust, sentence, warnings and the first message end above the fold."""
    page, head, reading = reader.page, reader.page.head, reader.reading
    assert reading is not None
    assert page.verticalScrollBar().value() == 0
    fold = page.viewport().height()
    ends = [head.trust.geometry().bottom(), head.say.geometry().bottom()]
    ends += [head.cautions.geometry().bottom()] if head.cautions.isVisibleTo(head) else []
    for caution in cautions.cautions(reading.html)[len(head.cautions.texts) :]:
        place = page.builder.position_named(caution.anchor)
        ends.append(page.places.line_of(place).bottom() if place is not None else fold + 1)
    before = reading.html.partition("<h")[0]
    if 'class="warning"' in before:  # one that the article opens with is read where it stands
        first = page.document().find(_first_words(before)).position()
        ends.append(page.places.line_of(first).bottom())
    if reading.article.kind is Kind.SCRIPT and page.builder.sections:
        ends.append(page.places.line_of(page.builder.sections[0].position).bottom())
    return max(ends) < fold


def _first_words(html: str) -> str:
    inside = html.partition('class="warning">')[2].partition("</p>\n<p>")[2]
    return inside.partition("<")[0][:20]


def test_nine_articles_in_ten_tell_all_of_it_at_once(desk: DeskWindow) -> None:
    """Each article of the sample base, in the whole window at that size."""
    desk.window.resize(420, 600)
    screen = desk.window.search
    screen.panes.show_second()
    ids = sorted(id_ for id_ in desk.workspace.articles.ids() if not id_.startswith("help/"))
    assert len(ids) >= 50
    below = []
    for id_ in ids:
        screen.side.show_reading(desk.workspace.knowledge.open(id_))
        desk.wait(lambda: screen.side.reader.page.builder.done)
        if not told_in_view(screen.side.reader):
            below.append(id_)
    assert 1 - len(below) / len(ids) >= SHARE, below


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return reader_on_screen(qtbot)


WARNED = """---
title: Échanger une carte
summary: Je vous envoie une carte.
---

Un début.

## Étapes

{filler}

::: warning
Ne donnez **jamais** le code au téléphone. Le client le reçoit par courrier.
:::

::: warning
Vérifiez l’adresse.
:::
{more}
"""


def warned(more: str = "") -> str:
    return WARNED.format(filler="Du texte ordinaire. " * 200, more=more)


def test_a_warning_far_down_is_told_with_the_answer_and_leads_there(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.made(warned()))
    shown = reader.page.head.cautions
    assert shown.texts == ("Ne donnez jamais le code au téléphone.", "Vérifiez l’adresse.")
    shown.chosen.emit("block--2")
    qtbot.waitUntil(lambda: reader.page.verticalScrollBar().value() > 0, timeout=60_000)


def test_of_many_warnings_two_are_told_and_the_rest_counted(reader: Reader, qtbot: QtBot) -> None:
    more = "".join(f"\n::: warning\nAttention {n}.\n:::\n" for n in range(4))
    open_in(reader, qtbot, readings.made(warned(more)))
    assert len(reader.page.head.cautions.texts) == 3
    assert "4" in reader.page.head.cautions.texts[2]


def test_a_warning_that_opens_the_article_is_not_told_twice(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.made("# T\n\n::: warning\nAttention.\n:::\n\n## Suite\n\nx\n"))
    assert reader.page.head.cautions.texts == ()


def test_a_long_warning_is_cut_between_words() -> None:
    text = f"# T\n\n## S\n\n::: warning\n{'mot ' * 90}\n:::\n"
    found = cautions.cautions(readings.made(text).html)
    assert len(found[0].text) <= cautions.LONGEST + 1
    assert found[0].text.endswith("mot…")
