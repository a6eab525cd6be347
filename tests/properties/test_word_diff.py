"""Whatever two texts are compared, every letter of both is in the answer."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.word_diff import compare, texts_of

WORDS = st.sampled_from(
    ["", " ", "\n", "\n\n", "le", "délai", "5", "jours", "|", "- ", "« ", "é", "a b"]
)
TEXTS = st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    assert texts_of(compare(before, after)) == (before, after)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(line.changed for line in compare(text, text))
