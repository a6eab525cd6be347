"""Questions: every kind, every way to get one wrong, and the text they are tied to."""

import pytest

from kbdesk.content.articles import parse
from kbdesk.content.quiz_blocks import questions_of
from kbdesk.core.questions import Answer, BadQuestion, QuestionKind, parse_question


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Q ?\n- [x] a\n- [ ] b", QuestionKind.SINGLE),
        ("Q ?\n- [x] a\n- [X] b\n- [ ] c", QuestionKind.MULTIPLE),
        ("Q ?\n- [ ] Vrai\n- [x] Faux", QuestionKind.TRUE_FALSE),
        ("Q ?\n- [x] true\n- [ ] false", QuestionKind.TRUE_FALSE),
        ("Q ?\n= dix jours\n= 10 jours", QuestionKind.SHORT),
        ("Q ?\n1. a\n2. b\n3. c", QuestionKind.ORDERING),
        ("Q ?\n- box => 39\n- mobile => 9", QuestionKind.MATCHING),
    ],
)
def test_the_shape_of_the_answers_tells_the_kind(text: str, kind: QuestionKind) -> None:
    assert parse_question(text).kind is kind


def test_a_question_may_run_over_lines_and_end_with_an_explanation() -> None:
    question = parse_question(
        "Quel\ndélai ?\n\n- [x] dix\n- [ ] un\n\n> La loi\n> le dit.", tie="t"
    )
    assert question.text == "Quel délai ?"
    assert question.offered == (Answer("dix", right=True), Answer("un", right=False))
    assert (question.explanation, question.tie) == ("La loi le dit.", "t")


def test_the_other_kinds_keep_their_answers_in_order() -> None:
    assert parse_question("Q\n= a\n= b").accepted == ("a", "b")
    assert parse_question("Q\n1. a\n1. b").order == ("a", "b")
    assert parse_question("Q\n- a => b\n- c => d").pairs == (("a", "b"), ("c", "d"))


def test_the_author_may_insist_on_a_kind_that_fits() -> None:
    assert parse_question("Q\n- [x] a\n- [ ] b", kind="multiple").kind is QuestionKind.MULTIPLE
    assert parse_question("Q\n- [x] vrai\n- [ ] faux", kind="single").kind is QuestionKind.SINGLE
    with pytest.raises(BadQuestion, match="no kind"):
        parse_question("Q\n= a", kind="riddle")
    with pytest.raises(BadQuestion, match="“short” question, not “single”"):
        parse_question("Q\n= a", kind="single")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "asks nothing"),
        ("- [x] a\n- [ ] b", "asks nothing"),
        ("Q ?", "offers no answer"),
        ("Q ?\n- [ ] a\n- [ ] b", "No answer .* is right"),
        ("Q ?\n- [x] a", "no choice"),
        ("Q ?\n- [x] a\n- [ ] A", "twice"),
        ("Q ?\n- [x] a\n= b", "mixes two"),
        ("Q ?\n- [x]  \n- [ ] b", "empty|neither"),
        ("Q ?\n1. a", "One item alone"),
        ("Q ?\n1. a\n2. a", "the same"),
        ("Q ?\n- a => b\n- a => c", "the same"),
        ("Q ?\n- [x] a\n- [ ] b\ntext", "neither an answer"),
        ("Q ?\n- a\n- b", "neither an answer"),
        ("Q ?\n- [x] a\n- [ ] b\n> why\n- [ ] c", "Nothing may follow"),
    ],
)
def test_a_block_that_cannot_be_asked_and_graded_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(BadQuestion, match=sentence):
        parse_question(text)


ARTICLE = """Le délai est de **dix** jours.

```quiz
Délai ?
- [x] dix
- [ ] un
```

```quiz
Vraiment ?
- [x] vrai
- [ ] faux
```

- un
- deux

```quiz
Combien ?
= deux
```
"""


def test_a_question_is_tied_to_the_block_above_it_other_questions_left_aside() -> None:
    first, second, third = questions_of(parse(ARTICLE, path="a.md"))
    assert first.tie == second.tie != third.tie
    respaced = ARTICLE.replace("Le délai", "Le   *délai*")
    assert questions_of(parse(respaced, path="a.md"))[0].tie == first.tie
    changed = ARTICLE.replace("**dix**", "neuf")
    assert questions_of(parse(changed, path="a.md"))[0].tie != first.tie
    assert questions_of(parse(changed, path="a.md"))[2].tie == third.tie


def test_a_change_anywhere_in_the_block_above_puts_the_question_to_sleep() -> None:
    third = questions_of(parse(ARTICLE, path="a.md"))[2]
    changed = ARTICLE.replace("- un\n", "- trois\n")
    assert questions_of(parse(changed, path="a.md"))[2].tie != third.tie
