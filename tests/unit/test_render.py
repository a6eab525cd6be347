"""The page of an article: what its readers see, on which day, and in which words."""

from datetime import date

import pytest

from kbdesk.content.articles import parse
from kbdesk.content.plain_text import to_plain_text
from kbdesk.content.render import Labels, Rendered, to_html, to_safe_html
from kbdesk.core.articles import Audience
from kbdesk.core.reading import OutlineEntry

DAY = date(2026, 5, 1)
FRENCH = Labels(
    internal="Interne", warning="Attention", valid_between="Du {start} au {end}", day="%d/%m/%Y"
)


def html(text: str, **fields: str) -> str:
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return to_html(parse(f"---\n{head}---\n{text}", path="f/a.md"), on=DAY).html


def on(text: str, day: date) -> Rendered:
    return to_html(parse(text, path="a.md"), on=day)


def test_the_title_is_not_repeated_and_the_outline_names_the_rest() -> None:
    page = on("# T\n\n## Un *mot*\n\n### Sous {#ici}\n", DAY)
    assert page.html == '<h2 id="un-mot">Un <em>mot</em></h2>\n<h3 id="ici">Sous</h3>\n'
    assert page.outline == (OutlineEntry("un-mot", "Un mot", 2), OutlineEntry("ici", "Sous", 3))


def test_callouts_are_tables_of_one_cell_with_a_class_and_a_label() -> None:
    page = to_html(parse("::: warning\nx\n:::", path="a.md"), on=DAY, labels=FRENCH).html
    assert '<td class="warning">\n<p class="label">Attention</p><p>x</p>' in page
    assert '<td class="quote">\n<p>cité</p>' in html("> cité")


def test_every_passage_can_be_jumped_to() -> None:
    article = parse(
        "a\n\n## B\nb\n\n::: internal\nc\n::: valid from=2020-01-01\nd\n:::\ne\n:::\nf\n",
        path="a.md",
    )
    page = to_html(article, on=DAY).html
    anchors = [passage.anchor for passage in article.passages]
    assert anchors == ["", "b", "block--1", "block--2", "block--2-end", "block--1-end"]
    assert all(f'="{name}"' in page for name in anchors[1:])


def test_tables_lists_tasks_and_code_keep_their_shape() -> None:
    page = html(
        "| a | b |\n|--:|---|\n| 1 | 2 |\n\n3. x\n4. y\n\n- [x] f\n- [ ] g\n\n```\n<c>\n```"
    )
    assert '<table class="grid" cellspacing="0">' in page
    assert '<td align="right">1</td><td>2</td>' in page
    assert '<ol start="3">' in page
    assert '<li class="task">☑ f</li>\n<li class="task">☐ g</li>' in page
    assert '<pre class="code">&lt;c&gt;\n</pre>' in page


def test_links_lead_to_articles_of_the_base_or_stay_text() -> None:
    text = "[a](b.md#x) [c](no.md) [d](#e) [w](https://x.fr/é?a=1&b=2) [m](mailto:a@b.fr)"
    article = parse(text, path="f/a.md", ids={"f/b.md": "un deux/é"})
    page = to_html(article, on=DAY, ids={"f/b.md": "un deux/é"}).html
    assert (
        '<a href="kb:un%20deux/%C3%A9#x">a</a> c d <a href="https://x.fr/%C3%A9?a=1&amp;b=2">'
        in page
    )
    assert '<a href="mailto:a@b.fr">m</a>' in page
    assert (
        '<a href="kb:f/b#x">a</a> c d'
        in to_html(parse(text, path="f/a.md", ids={"f/b.md": "f/b"}), on=DAY).html
    )


def test_images_come_from_the_base_and_remote_ones_are_their_text() -> None:
    page = html("![ici](i%20j.png) ![loin](https://x.fr/i.png) ![dehors](../../i.png)")
    assert page == '<p><img src="asset:f/i%20j.png" alt="ici"> loin dehors</p>\n'


def test_questions_are_hidden() -> None:
    assert html("a\n\n```quiz\nQ ?\n- [x] b\n- [ ] c\n```\n") == "<p>a</p>\n"


def test_a_guide_shows_its_steps_and_choices() -> None:
    page = html("## A {#a}\n\n- [B](#b)\n\n## B {#b}\n\n- fin\n", kind="guide")
    assert '<h2 id="a" class="step">A</h2>' in page
    assert '<ul class="choices">\n<li><a href="#b">B</a></li>\n</ul>' in page
    assert "<ul>\n<li>fin</li>" in page


def test_a_script_shows_its_variables_and_names_those_of_the_text_shown() -> None:
    article = parse(
        "---\nkind: script\n---\nBonjour {nom}, `{code}`.\n\n"
        "::: valid to=2020-01-01\n{vieux}\n:::\n",
        path="a.md",
    )
    page = to_html(article, on=DAY)
    assert '<span class="variable">{nom}</span>' in page.html
    assert page.script_variables == ("nom", "code")
    assert "variable" not in html("Bonjour {nom}", kind="article")


DATED = "avant\n\n::: valid to=2026-02-28\nancien\n:::\n\n::: valid from=2026-03-01\nnouveau\n:::\n"


@pytest.mark.parametrize(
    ("day", "shown", "change"),
    [
        (date(2026, 2, 28), "ancien", date(2026, 3, 1)),
        (date(2026, 3, 1), "nouveau", None),
        (date(2030, 1, 1), "nouveau", None),
    ],
)
def test_a_dated_rule_holds_from_its_first_day_to_its_last(
    day: date, shown: str, change: date | None
) -> None:
    """D14: on its first day the new text replaces the old, and any past day can be seen."""
    page = on(DATED, day)
    assert [word for word in ("ancien", "nouveau") if word in page.html] == [shown]
    assert page.next_change == change


def test_the_next_change_is_a_day_on_which_something_really_changes() -> None:
    text = (
        "::: valid from=2027-01-01\n::: valid from=2026-06-01 to=2027-03-31\nx\n:::\n:::\n\n"
        "::: valid from=2026-09-01\ny\n:::"
    )
    assert on(text, DAY).next_change == date(2026, 9, 1)
    assert on(text, date(2026, 9, 1)).next_change == date(2027, 1, 1)
    assert on(text, date(2027, 1, 1)).next_change == date(2027, 4, 1)
    assert on(text, date(2027, 4, 1)).next_change is None
    assert on("::: valid to=9999-12-31\nx\n:::", DAY).next_change is None


def test_a_dated_block_says_its_dates_in_the_readers_way() -> None:
    article = parse("::: valid from=2026-03-01 to=2026-12-31\nx\n:::", path="a.md")
    assert "Du 01/03/2026 au 31/12/2026" in to_html(article, on=DAY, labels=FRENCH).html


PUBLIC = """---
title: Prix
audience: public
---
Dites [le prix](https://x.fr/p) : **10 €**.

::: internal
### Marge
3 €
:::

- un
  1. deux
  2. trois
- [ ] faire

> cité

| a | b |
|---|---|
| 1 | 2 |

::: oups
inconnu
:::
"""


def test_the_public_page_leaves_out_internal_and_unknown_blocks() -> None:
    article = parse(PUBLIC, path="a.md")
    page = to_html(article, on=DAY, audience=Audience.PUBLIC)
    assert "Marge" not in page.html + str(page.outline)
    assert "inconnu" not in page.html
    assert "Marge" in to_html(article, on=DAY).html
    assert "inconnu" in to_html(article, on=DAY).html


def test_plain_text_reads_like_the_page() -> None:
    assert to_plain_text(parse(PUBLIC, path="a.md"), on=DAY, audience=Audience.PUBLIC) == (
        "Prix\n\nDites le prix (https://x.fr/p) : 10 €.\n\n"
        "- un\n  1. deux\n  2. trois\n- ☐ faire\n\n"
        "> cité\n>\na | b\n1 | 2\n"
    )


def test_the_cells_of_a_plain_text_table_are_one_line_each_with_their_no_break_spaces() -> None:
    article = parse("| a |\n|---|\n| 10\u00a0\u20ac<br>net\u202f! |", path="a.md")
    assert to_plain_text(article, on=DAY).splitlines()[-1] == "10\u00a0\u20ac net\u202f!"


def test_the_document_for_a_file_is_whole_and_escaped() -> None:
    article = parse("---\ntitle: <b>\nlang: en\n---\nx", path="a.md")
    page = to_safe_html(article, on=DAY)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<h1>&lt;b&gt;</h1>\n<p>x</p>" in page
