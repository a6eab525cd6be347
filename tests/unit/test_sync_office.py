"""What a server answers to a signed-in person, on both databases."""

import pytest

from sync.protocol.wire import Status, Wanted
from sync.server.errors import Absent
from sync.server.events import Announced, RightsChanged, SpaceMoved
from sync.server.office import Office
from sync.server.principal import Role
from tests.support import offices
from tests.support.offices import (
    Heard,
    live,
    log_of,
    operation,
    person,
    publish,
    push,
    read,
    retire,
)

storage, clock, office = offices.storage, offices.clock, offices.office


def test_what_an_author_publishes_stands_in_the_log_to_the_letter(office: Office) -> None:
    author = person(office, "ana", Role.AUTHOR)
    text = "---\r\ntitle: Écrire « ici »\n---\nà la lettre, \\u0041\t\u2028"

    result = push(office, author, publish("a", text))[0]

    assert (result.status, result.space, result.seq, result.rev) == ("applied", "base", 1, 1)
    assert [(c.body, c.path, c.rev, c.by) for c in log_of(office, author)] == [
        (text, "a.md", 1, "ana")
    ]


def test_an_operation_counts_once_however_often_it_comes(office: Office) -> None:
    """G2: in the same batch and in later ones."""
    author = person(office, "ana", Role.AUTHOR)
    one = publish("a", "text\n")

    first = push(office, author, one, one)
    later = push(office, author, one)

    assert [r.status for r in (*first, *later)] == ["applied", "duplicate", "duplicate"]
    assert {(r.seq, r.rev) for r in (*first, *later)} == {(1, 1)}
    assert len(log_of(office, author)) == 1


def test_an_operation_belongs_to_who_sent_it_first(office: Office) -> None:
    """G5."""
    ana, ben = person(office, "ana", Role.AUTHOR), person(office, "ben", Role.AUTHOR)
    one = publish("a", "text\n")
    push(office, ana, one)

    result = push(office, ben, one)[0]

    assert (result.status, result.code, result.seq) == ("refused", "not_yours", 0)


def test_a_refusal_takes_nothing_else_down_and_is_repeated_alike(office: Office) -> None:
    """G3."""
    author = person(office, "ana", Role.AUTHOR)
    bad = operation("dance", {})

    results = push(office, author, publish("a", "a\n"), bad, publish("b", "b\n"))
    again = push(office, author, bad)[0]

    assert [r.status for r in results] == ["applied", "refused", "applied"]
    assert results[1] == again
    assert (again.code, bool(again.reason)) == ("unknown_kind", True)


def test_changes_of_one_entity_in_one_batch_follow_each_other(office: Office) -> None:
    author = person(office, "ana", Role.AUTHOR)

    results = push(office, author, publish("a", "1\n"), publish("a", "2\n", 1), retire("a", 2))

    assert [(r.seq, r.rev) for r in results] == [(1, 1), (2, 2), (3, 3)]
    assert live(office, author) == {}
    assert office.heads(author)[1].spaces["base"].live == 0


def test_pages_of_any_size_join_without_a_gap(office: Office) -> None:
    """G8, G9."""
    author = person(office, "ana", Role.AUTHOR)
    push(office, author, *(publish(f"a{n}", f"{n}\n") for n in range(45)))
    seen: list[int] = []
    while True:
        page = read(office.changes(author, "base", len(seen), 7))
        seen += [change.seq for change in page.changes]
        if not page.changes:
            break
    assert seen == list(range(1, 46))
    assert (page.head, page.after) == (45, 45)


def test_an_answer_of_changes_is_bounded_in_bytes(office: Office) -> None:
    """However long the texts, an answer holds 4 MB or one change."""
    author = person(office, "ana", Role.AUTHOR)
    big = "x" * 1_900_000
    push(office, author, *(publish(f"a{n}", f"{n}{big}") for n in range(4)))

    page = read(office.changes(author, "base", 0, 1000))

    assert [change.seq for change in page.changes] == [1, 2]


def test_a_full_page_never_changes_and_an_unfinished_one_is_not_there(office: Office) -> None:
    author = person(office, "ana", Role.AUTHOR)
    push(office, author, *(publish(f"a{n}", f"{n}\n") for n in range(100)))
    before = office.page("base", 0)
    assert before is not None
    first = read(before)
    push(office, author, publish("later", "x\n"))

    after = office.page("base", 0)

    assert after is not None
    assert read(after) == first
    assert (first.head, len(first.changes), first.changes[0].seq) == (100, 100, 1)
    assert office.page("base", 1) is None
    assert office.page("nowhere", 0) is None


def test_the_tag_of_heads_changes_with_what_this_person_sees_and_nothing_else(
    office: Office,
) -> None:
    ana = person(office, "ana", Role.AUTHOR)
    boss = person(office, "zoe", Role.SUPERVISOR)
    ben = person(office, "ben")
    before, steer = office.heads(ben)[0], office.heads(boss)[0]

    push(office, ana, operation("not_found", {"query": "box"}))
    assert (office.heads(ben)[0] == before, office.heads(boss)[0] == steer) == (True, False)
    push(office, ana, publish("a", "a\n"))
    assert office.heads(ben)[0] != before
    assert office.heads(ana)[1].spaces["base"].write
    assert not office.heads(boss)[1].spaces["base"].write


def test_what_one_may_not_read_answers_like_what_does_not_exist(office: Office) -> None:
    ana = person(office, "ana")
    sentences = []
    for space in ("+steer", "~zoe", "nowhere"):
        with pytest.raises(Absent) as caught:
            office.changes(ana, space, 0, 10)
        sentences.append(str(caught.value).replace(space, "X"))
    assert len(set(sentences)) == 1


def test_a_digest_tells_which_bucket_differs_and_rows_mend_it(office: Office) -> None:
    """G12: kept digests and freshly hashed ones are the same."""
    author = person(office, "ana", Role.AUTHOR)
    push(office, author, *(publish(f"a{n}", f"{n}\n") for n in range(30)))
    before = office.digest(author, "base")
    push(office, author, publish("a7", "other\n", 1), retire("a8", 1))

    after = office.digest(author, "base")
    office._digesting._kept.clear()

    assert office.digest(author, "base") == after
    wrong = [n for n in range(256) if before.buckets[n] != after.buckets[n]]
    rows = [row for n in wrong for row in office.bucket(author, "base", n).rows]
    assert ("a7", 2) in [(row.id, row.rev) for row in rows]
    assert "a8" not in [row.id for row in rows]
    mended = office.rows(author, "base", Wanted((("article", "a7"), ("article", "zz"))))
    assert [(c.id, c.body) for c in mended.changes] == [("a7", "other\n"), ("zz", None)]


def test_an_entity_of_another_space_comes_as_gone(office: Office) -> None:
    boss = person(office, "zoe", Role.SUPERVISOR)
    gap = push(office, boss, one := operation("not_found", {"query": "x"}))[0]
    assert gap.space == "+edit"

    rows = office.rows(boss, "base", Wanted((("gap", one.id),)))

    assert [(c.seq, c.rev, c.body) for c in rows.changes] == [(0, 0, None)]


def test_watchers_hear_of_heads_announcements_and_rights(office: Office) -> None:
    """G21: what is told is committed and can be read."""
    boss = person(office, "zoe", Role.SUPERVISOR)
    heard = Heard()
    leave = office.watch(heard)
    said = {"audience": "all", "id": "n1", "title": "Panne", "level": "critical"}

    push(office, boss, operation("announce", said))
    heard.wait(lambda events: any(isinstance(e, Announced) for e in events))
    person(office, "new")
    heard.wait(lambda events: RightsChanged() in events)
    leave()

    assert SpaceMoved("+all", 1) in heard.events
    [told] = [e for e in heard.events if isinstance(e, Announced)]
    assert (told.number, told.space) == (1, "+all")
    assert b"Panne" in bytes(told.change)
    assert [a.number for a in office.announcements(boss, 0)] == [1]
    assert office.announcements(boss, office.last_announcement()) == []


def test_the_status_of_a_result_is_a_word_of_the_protocol(office: Office) -> None:
    author = person(office, "ana", Role.AUTHOR)
    assert push(office, author, publish("a", "a\n"))[0].status is Status.APPLIED
