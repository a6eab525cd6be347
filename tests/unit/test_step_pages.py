"""The pages of a guide's steps: what is said, what is told, what stays inside."""

from datetime import date

from kbdesk.content.articles import parse
from kbdesk.content.step_pages import step_pages
from kbdesk.core.walks import StepPage

DAY = date(2026, 11, 22)
TEXT = """---
kind: guide
---
Un mot avant tout.

## « Payé ? » {#a}

Si le client **hésite**, voyez [l’autre](autre.md).

::: internal
Jamais le numéro de carte.

::: warning
Ni le code.
:::
:::

- [Oui](#b)
- [Non](#c)
- [Autre](#d)

Après les choix.

## Remboursement {#b}

« Je vous rembourse. »

- Cliquez ici
- Puis là

::: valid from=2027-01-01
Plus tard.
:::

## Avoir {#c}

« Un avoir », dit-il.

> cité
> ## Dedans {#d}
> encore
"""


def pages() -> dict[str, StepPage]:
    return step_pages(parse(TEXT, path="a.md"), on=DAY, ids={"autre.md": "autre"})[1]


def test_the_choices_are_taken_out_and_the_rest_is_rendered() -> None:
    page = pages()["a"]
    assert "Oui" not in page.html
    assert '<strong>hésite</strong>, voyez <a href="kb:autre">' in page.html
    assert page.html.index("hésite") < page.html.index("Après les choix")
    assert page.html.startswith("<p>Un mot avant tout.</p>")


def test_an_internal_block_is_a_note_without_its_frame() -> None:
    page = pages()["a"]
    assert "carte" not in page.html
    assert len(page.notes) == 1
    assert page.notes[0].startswith("<p>Jamais le numéro de carte.</p>")
    assert 'class="warning"' in page.notes[0]
    assert "Ni le code" in page.notes[0]


def test_a_first_paragraph_in_quotes_is_what_to_say() -> None:
    assert pages()["b"].say == "Je vous rembourse."
    assert pages()["b"].html == "<ul>\n<li>Cliquez ici</li>\n<li>Puis là</li>\n</ul>"
    assert pages()["c"].say == ""


def test_a_heading_inside_a_quote_leaves_both_steps_whole() -> None:
    """What a heading cuts open is closed again, on both sides."""
    before, after = pages()["c"].html, pages()["d"].html
    assert before.count("<table") == before.count("</table>") == 1
    assert after == "<p>encore</p>"


def test_steps_inside_an_internal_block_keep_their_text_inside() -> None:
    hidden = "\n::: internal\n## Caché {#e}\n\nsecret\n:::\n"
    text = TEXT.replace("[Autre](#d)", "[Autre](#d)\n- [Caché](#e)") + hidden
    guide, found = step_pages(parse(text, path="a.md"), on=DAY)
    step = guide.step("e")
    assert step is not None
    assert step.internal
    assert found["e"] == StepPage("", "", ("<p>secret</p>",))
