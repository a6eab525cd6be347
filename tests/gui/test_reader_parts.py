"""What the reader decides without a screen: slices, links, messages, tables, widths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.ui.reader import replies, slices, tables
from kbdesk.ui.reader.geometry import geometry
from kbdesk.ui.reader.links import ToArticle, ToCopy, ToOutside, target
from tests.gui import readings


def test_slices_joined_are_the_page() -> None:
    html = readings.huge().html
    cut = slices.cut(html)
    assert "".join(cut) == html
    assert len(cut) > 10


def test_a_slice_never_ends_inside_a_table_or_a_list() -> None:
    for part in slices.cut(readings.huge().html):
        for name in ("table", "ul", "p"):
            assert part.count(f"<{name}>") + part.count(f"<{name} ") == part.count(f"</{name}>")


@given(st.lists(st.sampled_from(["<p>a</p>", "<ul><li>b</li></ul>", "<hr>", "text ", "</p>"])))
def test_any_page_is_cut_without_loss(parts: list[str]) -> None:
    html = "".join(parts)
    assert "".join(slices.cut(html, first=20, following=10)) == html


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("kb:facturation/avoir", ToArticle("facturation/avoir")),
        ("kb:r%C3%A9siliation/a%20b#apr%C3%A8s", ToArticle("résiliation/a b", "après")),
        ("#%C3%A9tapes", ToArticle("", "étapes")),
        ("copy:sms", ToCopy("sms")),
        ("https://www.example.org/a?b=c", ToOutside("https://www.example.org/a?b=c")),
        ("mailto:a@example.org", ToOutside("mailto:a@example.org")),
        ("tel:+33123456789", ToOutside("tel:+33123456789")),
    ],
)
def test_a_link_leads_where_it_says(href: str, leads_to: object) -> None:
    assert target(href) == leads_to


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "file:///etc/passwd", "/etc/passwd", "//host/share",
        "data:text/html,x",
        "vbscript:x", "kb:", "", "http", "ftp://host/", "kbdesk://call?from=1", "http://[",
        "smb://host/x", "asset:a.png",
    ],
)  # fmt: skip
def test_any_other_link_leads_nowhere(href: str) -> None:
    assert target(href) is None


def test_messages_of_a_script_are_copied_without_what_is_internal() -> None:
    found = replies.replies(readings.script().html)
    assert list(found) == ["sms", "courriel"]
    assert found["courriel"] == (
        "Bonjour {nom},\n\nvotre remboursement de {montant} est parti le {date}."
        "\n\nBien à vous,\n{agent}"
    )


def test_nothing_inside_an_internal_block_is_ever_part_of_a_message() -> None:
    text = (
        "---\ntitle: t\nkind: script\n---\n\n## M\n\nDehors 1.\n\n"
        ":::: internal\nSECRET\n\n"
        "| A | B |\n|---|---|\n| SECRET | 2 |\n\n::: note\nSECRET\n:::\n\n- SECRET\n::::\n\n"
        "- point\n"
        "    1. sous\n\nDehors 2 < 3 & fin.\n"
    )
    message = replies.replies(readings.made(text).html)["m"]
    assert "SECRET" not in message
    assert message == "Dehors 1.\n\n- point\n1. sous\n\nDehors 2 < 3 & fin."


def test_a_table_without_room_is_told_row_by_row() -> None:
    html = readings.wide_table().html
    told = tables.stack(html, 4)
    assert "<table" not in told
    assert '<p class="row">Royaume-Uni</p>' in told
    assert '<span class="name">Messages</span>&nbsp; 0,10 €' in told
    assert tables.most_columns(html) == 6
    assert tables.stack(html, 6) == html


@pytest.mark.parametrize("pane", [200, 320, 400, 560, 860, 1300, 2600])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_text_keeps_its_measure_and_stays_in_the_pane(pane: int, scale: float) -> None:
    """Lines are at most 72 letters, the column at most 760 px, and nothing leaves the pane."""
    shared = geometry(pane, 7.0 * scale, scale, outlined=True)
    assert shared.measure <= 72 * 7.0 * scale + 1
    assert shared.measure <= shared.column <= 696 * scale + 1
    assert shared.left + shared.column <= pane
    assert shared.outline is None or shared.outline + 100 <= pane


def test_the_outline_stands_in_the_margin_only_when_there_is_room() -> None:
    assert geometry(860, 7.0, 1.0, outlined=True).outline is not None
    assert geometry(560, 7.0, 1.0, outlined=True).outline is None
    assert geometry(860, 14.0, 2.0, outlined=True).outline is None
    assert geometry(860, 7.0, 1.0, outlined=False).outline is None
