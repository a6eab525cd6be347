"""Moodle's GIFT, in and out: what is carried means the same, what is not is named."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.content.gift import Item, block_of, fenced, read_gift
from kbdesk.content.gift_text import escaped, plain
from kbdesk.content.gift_writing import write_gift
from kbdesk.core.questions import Answer, Question, QuestionKind, parse_question
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from tests.support.lessons import EACH, write_lessons

FILE = r"""
// ceci est un commentaire
$CATEGORY: Facturation/Avoirs

::Délai::Quel délai \: le remboursement \{normal\} ? {
  =5 jours ouvrés#Exact.
  ~30 jours
  ~le jour même ####Il part sous 5 jours.
}

Un avoir {T}

::Faux::[markdown]Un chèque part {FALSE#Jamais.#Oui.}

Lesquels ? {~%50%un avoir ~%50%une remise ~%-100%un chèque}

Le médiateur s’appelle {=Nom Inventé =%100%N. Inventé =%50%Nom} et il répond.

Combien de jours ? {#14}

Combien ? {#3.14:0.01}

Combien encore ? {#=5 =%50%6:1}

Associez {=rose -> a =bleu -> b =vert -> c = -> leurre}

Racontez {}

Un texte sans question.

[html]<b>Gras</b> ? {=oui ~non}
"""


def test_every_kind_comes_in_and_what_does_not_is_named() -> None:
    """C07: single, multiple by weights, true or false, short, missing word, number, matching."""
    found = read_gift(FILE)
    kinds = [item.question.kind.value for item in found.items]
    assert kinds == [
        "single", "truefalse", "truefalse", "multiple", "short", "short", "matching", "single"
    ]  # fmt: skip
    first = found.items[0]
    assert first.name == "Délai"
    assert first.category == "Facturation/Avoirs"
    assert first.question.text == "Quel délai : le remboursement {normal} ?"
    assert first.question.explanation == "Il part sous 5 jours."
    assert found.items[4].question.text == "Le médiateur s’appelle _____ et il répond."
    assert found.items[4].question.accepted == ("Nom Inventé", "N. Inventé")
    assert found.items[5].question.accepted == ("14",)
    whole = [one.why for one in found.left_out if one.whole]
    assert whole == [
        "asks for a number within a tolerance.",
        "asks for a number within a tolerance.",
        "asks for an essay, which nobody here can mark.",
        "is a text without an answer.",
    ]
    parts = [one.why for one in found.left_out if not one.whole]
    assert parts == [
        "loses the feedback on 1 of its answers.",
        "loses the feedback on its answers.",
        "loses 1 answers that were right in part.",
        "loses 1 right sides that match nothing.",
        "is written as [html]: its marks are kept as they stand.",
    ]


_WORDS = ("délai", "avoir", "{client}", "a=b", "~tilde", "#dièse", "c:d", "50 %", "« oui »", "\\n")


def _text(chance: random.Random, extra: str = "") -> str:
    return " ".join([*chance.choices(_WORDS, k=chance.randint(1, 6)), extra]).strip()


def _question(chance: random.Random, number: int) -> Question:
    """Make a question of any kind that GIFT knows."""
    kind = list(QuestionKind)[number % len(QuestionKind)]
    asked, said = f"Q {number} {_text(chance)} ?", chance.choice(("", _text(chance)))
    if kind is QuestionKind.TRUE_FALSE:
        right = chance.random() < 0.5
        truth = (Answer("Vrai", right), Answer("Faux", not right))
        return Question(kind, asked, truth, explanation=said)
    if kind is QuestionKind.SHORT:
        accepted = tuple(_text(chance, str(n)) for n in range(chance.randint(1, 3)))
        return Question(kind, asked, accepted=accepted, explanation=said)
    if kind in {QuestionKind.MATCHING, QuestionKind.ORDERING}:
        pairs = tuple((_text(chance, str(n)), _text(chance)) for n in range(chance.randint(3, 5)))
        return Question(QuestionKind.MATCHING, asked, pairs=pairs, explanation=said)
    rights = 1 if kind is QuestionKind.SINGLE else chance.randint(1, 4)
    texts = [_text(chance, str(n)) for n in range(rights + chance.randint(1, 3))]
    offered = tuple(Answer(text, n < rights) for n, text in enumerate(texts))
    return Question(kind, asked, tuple(chance.sample(offered, len(offered))), explanation=said)


def test_two_hundred_questions_go_out_and_in_with_no_change_of_meaning() -> None:
    """C07: kind, text, answers, which are right, explanation, name and category are the same."""
    chance = random.Random(200)
    items = [
        Item(_question(chance, n), name=_text(chance), category=f"Cours/{n // 50}")
        for n in range(200)
    ]
    text, left_out = write_gift(items)
    found = read_gift(text)
    assert not left_out
    assert not found.left_out
    assert [(one.question, one.name, one.category) for one in found.items] == [
        (one.question, one.name, one.category) for one in items
    ]
    again, _ = write_gift(found.items)
    assert again == text


def test_a_file_of_another_programs_making_means_the_same_after_two_crossings() -> None:
    once = read_gift(FILE)
    text, _ = write_gift(once.items)
    twice = read_gift(text)
    assert [one.question for one in twice.items] == [one.question for one in once.items]
    assert not twice.left_out


def test_what_gift_has_no_word_for_is_named_on_the_way_out() -> None:
    order = Question(QuestionKind.ORDERING, "Dans l’ordre ?", order=("a", "b"))
    arrow = Question(QuestionKind.SHORT, "Où ?", accepted=("a -> b",))
    text, left_out = write_gift([Item(order), Item(arrow)])
    assert not text.strip()
    assert [one.what for one in left_out] == ["Dans l’ordre ?", "Où ?"]


def test_a_block_reads_as_the_question_it_was_made_of() -> None:
    for item in read_gift(FILE).items:
        again = parse_question(block_of(item.question), kind=item.question.kind.value)
        assert (again.kind, again.text, again.offered) == (
            item.question.kind, item.question.text, item.question.offered,
        )  # fmt: skip


def test_backticks_in_a_question_do_not_end_its_block() -> None:
    asked = Question(QuestionKind.SHORT, "Que fait ```quiz``` ?", accepted=("rien",))
    assert fenced(asked).startswith("````quiz\n")


@given(st.text(max_size=300))
def test_nothing_written_raises(text: str) -> None:
    read_gift(text)
    read_gift(f"Q {{{text}}}")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    assert plain(escaped(text)) == " ".join(text.split())


@pytest.fixture
def workspace(tmp_path: Path):  # type: ignore[no-untyped-def]  # a generator of a workspace
    with Workspace(Profile(tmp_path / "profile")) as opened:
        import_base(opened, write_lessons(tmp_path / "base", 2))
        yield opened


def test_a_file_becomes_blocks_of_an_article_once(workspace: Workspace, tmp_path: Path) -> None:
    """Imported again, nothing is asked twice; exported, the new questions are there."""
    file = tmp_path / "questions.gift"
    file.write_text("\ufeff" + FILE, "utf-8")
    coaching = workspace.live.coaching
    report, changes = coaching.import_gift(file, "base/lecon-0")
    assert (report.carried, report.known) == (8, 0)
    assert changes.learning
    assert any("category" in one.why for one in report.left_out)
    assert len(coaching.asking("base/lecon-0")) == EACH + 8
    again, changes = coaching.import_gift(file, "base/lecon-0")
    assert (again.carried, again.known) == (0, 8)
    assert not changes.articles
    out = tmp_path / "out.gift"
    told = coaching.export_gift(out, ["base/lecon-0"])
    assert told.carried == EACH - 1 + 8  # what puts things in order stays at home
    assert len(read_gift(out.read_text("utf-8")).items) == told.carried


def test_a_file_that_is_no_text_is_refused_in_a_sentence(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "bad.gift"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Trouble, match="no UTF-8"):
        workspace.live.coaching.import_gift(file, "base/lecon-0")
    file.write_text(FILE, "utf-8")
    with pytest.raises(UnknownArticle):
        workspace.live.coaching.import_gift(file, "base/nothing")
