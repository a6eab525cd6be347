"""Whatever is written, in whatever order: following the changes equals reading everything anew."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kbdesk.core.articles import Article, Link
from kbdesk.core.documents import IndexDocument
from kbdesk.store import article_writing
from kbdesk.store.articles import Articles
from tests.support.bases import article, open_base

IDS = ("a", "b", "c", "d", "e")
links = st.builds(
    Link, st.sampled_from((*IDS, "nowhere")), st.sampled_from(("", "mot", "Mot", "dit"))
)
articles = st.builds(
    article,
    st.sampled_from(IDS),
    st.sampled_from(("un", "deux")),
    links=st.lists(links, max_size=4),
)
steps = st.one_of(
    st.lists(articles, max_size=6),
    st.frozensets(st.sampled_from(IDS), min_size=1, max_size=2),
)


class Follower:
    """What an index would hold, kept level by the differences alone."""

    def __init__(self) -> None:
        self.documents: dict[int, IndexDocument] = {}
        self.seq = 0

    def catch_up(self, base: Articles) -> None:
        _, seq = base.head()
        for rid in base.removed_since(self.seq):
            self.documents.pop(rid, None)
        for document in base.changed_since(self.seq):
            self.documents[document.rid] = document
        self.seq = seq


def do(base: Articles, step: list[Article] | frozenset[str]) -> None:
    if isinstance(step, frozenset):
        base.remove(step)
    else:
        base.put_all(step)


TO_D = [Link("d", "mot")]


@settings(max_examples=120)
@given(st.lists(st.tuples(steps, st.booleans()), max_size=8), st.sampled_from((1, 2, 500)))
@example(
    [
        ([article("c", "un"), article("d", "un")], True),
        ([article("c", "un", links=TO_D), article("c", "deux", links=TO_D)], True),
    ],
    1,
).via("given twice in one batch, a link of both was new to the article it names")
def test_following_the_changes_equals_reading_all(
    history: list[tuple[list[Article] | frozenset[str], bool]], block: int
) -> None:
    """Batches of any shape, catching up after some of them only, in blocks of any size."""
    before = article_writing.BLOCK
    article_writing.BLOCK = block
    try:
        with tempfile.TemporaryDirectory() as folder:
            kb, base = open_base(Path(folder))
            follower = Follower()
            for step, looks in history:
                do(base, step)
                if looks:
                    follower.catch_up(base)
            follower.catch_up(base)
            assert follower.documents == {one.rid: one for one in base.changed_since(0)}
            kb.close()
    finally:
        article_writing.BLOCK = before


@settings(max_examples=60)
@given(st.lists(articles, max_size=6))
def test_what_goes_in_comes_out_and_going_in_again_changes_nothing(batch: list[Article]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kb, base = open_base(Path(folder))
        base.put_all(batch)
        last = {one.id: one for one in batch}
        assert {id_: base.get(id_) for id_ in base.ids()} == last
        head = base.head()
        assert base.put_all(last.values()).unchanged == len(last)
        assert base.head() == head
        kb.close()
