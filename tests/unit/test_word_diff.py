"""Changes told word by word, in the line where they stand."""

from kbdesk.core.word_diff import Line, Mark, compare


def changed(before: str, after: str) -> list[list[tuple[str, str]]]:
    return [told(line) for line in compare(before, after) if line.changed]


def told(line: Line) -> list[tuple[str, str]]:
    return [(piece.mark.value, piece.text) for piece in line.pieces]


def test_one_word_of_a_sentence_is_one_change() -> None:
    assert changed("Il part sous 5 jours.", "Il part sous 10 jours.") == [
        [("same", "Il part sous "), ("gone", "5"), ("new", "10"), ("same", " jours.")]
    ]


def test_words_in_a_row_are_one_change_with_the_space_between_them() -> None:
    assert changed("un grand chat noir dort", "un petit chien noir dort") == [
        [("same", "un "), ("gone", "grand chat"), ("new", "petit chien"), ("same", " noir dort")]
    ]


def test_a_row_of_a_table_is_compared_with_the_row_it_was() -> None:
    before = "| Montant | Qui |\n|---|---|\n| 50 € | Vous |\n| 150 € | Chef |"
    after = "| Montant | Qui |\n|---|---|\n| 20 € | Le client |\n| 60 € | Vous |\n| 150 € | Chef |"
    lines = compare(before, after)
    assert [line.changed for line in lines] == [False, False, True, True, False]
    assert told(lines[2]) == [("new", "| 20 € | Le client |")]
    assert told(lines[3]) == [
        ("same", "| "), ("gone", "50"), ("new", "60"), ("same", " € | Vous |")
    ]  # fmt: skip


def test_a_sentence_that_is_another_one_is_not_shredded() -> None:
    assert changed("Le client paie.", "Rien de tel ici") == [
        [("gone", "Le client paie.")],
        [("new", "Rien de tel ici")],
    ]


def test_a_line_that_is_gone_stands_where_it_was() -> None:
    lines = compare("a\nb\nc", "a\nc")
    assert [(line.before, line.after) for line in lines] == [
        (True, True), (True, False), (True, True)
    ]  # fmt: skip
    assert lines[1].pieces[0].mark is Mark.GONE


def test_an_empty_line_that_came_is_a_change_though_it_has_no_letters() -> None:
    lines = compare("a\nb", "a\n\nb")
    assert [line.changed for line in lines] == [False, True, False]


def test_many_lines_are_still_compared_in_a_moment() -> None:
    """A block too large to weigh each line against each is paired in its order."""
    before = "\n".join(f"ligne {n} un" for n in range(400))
    after = "\n".join(f"ligne {n} deux" for n in range(400))
    lines = compare(before, after)
    assert len(lines) == 400
    assert all(line.changed and line.before and line.after for line in lines)
