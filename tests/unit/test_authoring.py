"""Writing in a base of its own: drafts, templates, checks, pictures, and what saving does."""

import base64
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.articles import Freshness
from kbdesk.core.editing import Verdict
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.base_files import export_base, import_base
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.authoring import Authoring
from kbdesk.services.writing.checking import NotSendable
from tests.support.small_base import REFUND, write_base

ID = "facturation/remboursement"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        import_base(opened, write_base(tmp_path / "base"))
        opened.catch_up()
        yield opened


@pytest.fixture
def authoring(workspace: Workspace) -> Authoring:
    return workspace.live.authoring


def test_a_draft_is_kept_and_the_same_one_is_found_again(
    authoring: Authoring, tmp_path: Path, clock: FixedClock
) -> None:
    """What was typed is there after the desk was closed, and begins no second draft."""
    draft = authoring.draft(ID)
    assert (draft.text, draft.title, draft.fresh) == (REFUND, "Rembourser une facture", True)
    authoring.save(draft.id, REFUND + "Encore.\n")
    authoring.note(draft.id, "Pour la suite")
    with Workspace(Profile(tmp_path / "profile"), clock) as again:
        found = again.live.authoring.draft(ID)
    assert (found.id, found.text, found.comment) == (
        draft.id,
        REFUND + "Encore.\n",
        "Pour la suite",
    )


def test_only_another_title_makes_the_lists_look_again(authoring: Authoring) -> None:
    """A save every two seconds redraws nothing."""
    draft = authoring.draft_new(title="Essai")
    assert not authoring.save(draft.id, draft.text + "Un mot.\n").writing
    assert authoring.save(draft.id, draft.text.replace("Essai", "Autre")).writing


def test_a_draft_that_was_dropped_comes_back(authoring: Authoring) -> None:
    draft = authoring.draft(ID)
    authoring.drop(draft.id)
    assert authoring.drafts() == ()
    authoring.bring_back(draft.id)
    assert [one.id for one in authoring.drafts()] == [draft.id]


def test_without_a_server_saving_writes_into_the_base(
    workspace: Workspace, authoring: Authoring
) -> None:
    """As an import does; the draft has done its work, and the version before is kept."""
    draft = authoring.draft(ID)
    authoring.save(draft.id, REFUND.replace("Le remboursement part", "Le trop-perçu part"))
    sent = authoring.send(draft.id)
    assert (sent.published, sent.changes.articles, sent.changes.outbox) == (True, True, False)
    assert "Le trop-perçu part" in workspace.knowledge.article(ID).source
    assert authoring.drafts() == ()
    assert [one.rev for one in workspace.knowledge.history(ID)] == [2, 1]


def test_an_edit_in_substance_takes_the_verification_off_and_a_detail_does_not(
    workspace: Workspace, authoring: Authoring
) -> None:
    """B02: verified is not edited, also where only the front matter spoke of it."""
    for minor, left in ((True, Freshness.VERIFIED), (False, Freshness.UNVERIFIED)):
        draft = authoring.draft(ID)
        authoring.save(draft.id, draft.text + f"Un mot ({minor}).\n")
        authoring.send(draft.id, minor=minor)
        assert workspace.knowledge.open(ID).freshness is left


@pytest.mark.parametrize(
    ("day", "left"),
    [("2026-10-01", None), ("2026-11-21", None), ("2026-11-22", date(2026, 11, 22))],
)
def test_an_old_day_brought_with_another_text_vouches_for_nothing(
    workspace: Workspace, authoring: Authoring, day: str, left: date | None
) -> None:
    """B02: only who writes the day of today vouches for what they have just written."""
    for verified in ("", f"verified: {day}\n"):
        draft = authoring.draft(ID)
        text = REFUND.replace("verified: 2026-10-01\n", verified)
        authoring.save(draft.id, text.replace("cinq", "six") + f"{verified}\n")
        authoring.send(draft.id)
    assert workspace.knowledge.article(ID).verified == left


def test_a_text_that_publication_would_refuse_is_refused_with_its_lines(
    authoring: Authoring,
) -> None:
    """The same parser as at publication: the guide without its steps, the block never closed."""
    draft = authoring.draft(ID)
    wrong = REFUND.replace("90d", "bientôt")
    (problem,) = authoring.check(draft, wrong)
    assert (problem.field, problem.code, problem.line > 1) == ("review_every", "no_length", True)
    authoring.save(draft.id, wrong)
    with pytest.raises(NotSendable) as refused:
        authoring.send(draft.id)
    assert refused.value.problems == (problem,)
    assert authoring.get(draft.id).text == wrong, "the draft stays"


def test_the_id_of_an_article_cannot_be_changed_by_an_edit(authoring: Authoring) -> None:
    (problem,) = authoring.check(authoring.draft(ID), REFUND.replace(f"id: {ID}", "id: x"))
    assert problem.field == "id"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "name", ["faq", "procedure", "troubleshooting", "script", "product", "guide"]
)
def test_each_template_is_refused_while_a_mandatory_field_is_empty(
    authoring: Authoring, name: str, lang: str
) -> None:
    """B12: as it comes; then with each mark filled it goes, and each one emptied stops it again."""
    draft = authoring.draft_new(name, lang=lang)
    marks = [one.field for one in authoring.check(draft, draft.text) if one.code == "empty"]
    assert marks
    filled = draft.text
    for mark in marks:
        filled = filled.replace(f"‹{mark}›", "Écrit")
    assert authoring.check(draft, filled) == ()
    for mark in marks:
        text = draft.text
        for other in marks:
            text = text.replace(f"‹{other}›", "" if other == mark else "Écrit")
        if name == "guide" and lang and not _is_field(draft.text, mark):
            continue  # a step is the author's own: what is left of it the guide's rules judge
        assert authoring.check(draft, text), f"{mark} is mandatory"


def _is_field(text: str, mark: str) -> bool:
    return any(f'"‹{mark}›"' in line for line in text.splitlines())


def test_what_an_old_article_never_had_does_not_stop_its_edit(authoring: Authoring) -> None:
    """Who mends a price in an old sheet need not write the rest of it."""
    draft = authoring.draft("facturation/geste")
    assert authoring.check(draft, draft.text.replace("Quinze", "Vingt")) == ()


def test_a_new_article_finds_its_place_by_its_title(
    workspace: Workspace, authoring: Authoring
) -> None:
    """Two of one title are two articles; a picture goes with the text that shows it."""
    for _ in range(2):
        draft = authoring.draft_new(title="Élan d'été", space="facturation")
        shown = authoring.image(draft.id, "écran 1.png", PIXEL)
        authoring.save(draft.id, f"{draft.text}Un texte.\n\n{shown}\n")
        authoring.send(draft.id)
    ids = workspace.articles.ids(space=None)
    assert {"facturation/elan-d-ete", "facturation/elan-d-ete-2"} <= ids
    made = workspace.knowledge.article("facturation/elan-d-ete")
    assert [workspace.knowledge.asset(path) for path in made.assets] == [PIXEL]


def test_what_is_no_picture_is_refused_by_what_it_holds(authoring: Authoring) -> None:
    draft = authoring.draft_new(title="x")
    with pytest.raises(Trouble, match="SVG"):
        authoring.image(draft.id, "a.svg", b"<svg onload='x'/>")


@pytest.mark.parametrize(
    "text",
    ["", "---\n", "---\ntitle: [\n---\nx", "\0", "\ud800", "<script>alert(1)</script>", "# ‹x›"],
)
def test_a_preview_never_raises_and_never_runs_anything(authoring: Authoring, text: str) -> None:
    """However unfinished or hostile: safe HTML of what can be read."""
    html = authoring.preview(text)
    assert "<script" not in html
    draft = authoring.draft_new(title="x")
    authoring.check(draft, text)


def test_a_draft_comes_onto_what_was_published_meanwhile(authoring: Authoring) -> None:
    """Elsewhere changed: by itself. The same line changed: the person chooses, both are there."""
    mine, other = authoring.draft(ID), authoring.draft(ID, anew=True)
    authoring.save(mine.id, mine.text.replace("La facture est payée", "La facture est soldée"))
    authoring.save(other.id, other.text.replace("qui a servi", "qui avait servi"))
    authoring.send(other.id)
    assert authoring.standing(mine.id).moved is Verdict.CLEAN
    with pytest.raises(Trouble, match="changed meanwhile"):
        authoring.send(mine.id)
    brought = authoring.rebase(mine.id)
    assert "est soldée" in brought.text
    assert "avait servi" in brought.text
    again = authoring.draft(ID, anew=True)
    authoring.save(again.id, again.text.replace("La facture est payée", "Tout est payé"))
    authoring.send(again.id)
    with pytest.raises(Trouble, match="same lines"):
        authoring.rebase(mine.id)
    authoring.settle_on(mine.id, brought.text)
    authoring.send(mine.id)


def test_a_base_of_its_own_has_reviews_and_remarks_too(workspace: Workspace) -> None:
    """The loops close without a server, and the history says whose suggestion it was."""
    live = workspace.live
    live.authoring.suggest_removal("facturation/geste", "En double")
    (one,) = live.reviewing.queue()
    assert (one.removes, one.article) == (True, "facturation/geste")
    live.reviewing.accept(one.id)
    assert "facturation/geste" not in workspace.articles.ids()
    assert live.reviewing.queue() == ()
    live.remarks.give(ID, "wrong", "Trois jours", anchor="conditions")
    (remark,) = live.remarks.board()
    assert (remark.heading, remark.owner) == ("Conditions", "ines.colin")
    live.remarks.answer(remark.id, "done", "Corrigé")
    assert live.remarks.board() == ()
    assert live.contributions.unread() == 2
    live.contributions.seen()
    assert live.contributions.unread() == 0


def test_ones_own_suggestion_shows_what_it_changes_whatever_is_published_since(
    workspace: Workspace,
) -> None:
    """In my contributions: against the text it was made from; read answers are read one by one."""
    live = workspace.live
    for article in (ID, "facturation/geste"):
        live.authoring.suggest_removal(article, "En double")
    first, second = live.reviewing.mine()
    assert live.reviewing.own(first.id).blocks == ()
    for one in (first, second):
        live.reviewing.decline(one.id, "Non")
    live.contributions.seen([first.id])
    assert live.contributions.unread() == 1


def test_what_is_said_again_after_an_answer_is_a_new_matter(
    workspace: Workspace, clock: FixedClock
) -> None:
    """E02: an answer closes what was said until then, and hides nothing that is said later."""
    remarks = workspace.live.remarks
    for _ in range(2):
        remarks.give(ID, "wrong", anchor="conditions")
        clock.pass_(timedelta(minutes=1))
    (matter,) = remarks.board()
    assert len(matter.joined) == 1
    remarks.answer(matter.id, "done")
    assert remarks.board() == ()
    remarks.give(ID, "wrong", "Encore", anchor="conditions")
    assert [one.text for one in remarks.board()] == ["Encore"]
    assert [len(one.joined) for one in remarks.board(closed=True)] == [1]


def test_a_remark_is_late_after_a_day(workspace: Workspace, clock: FixedClock) -> None:
    """E02: the target is shown, and what has passed it comes first."""
    remarks = workspace.live.remarks
    remarks.give(ID, "unclear")
    clock.pass_(timedelta(hours=23))
    remarks.give("facturation/geste", "wrong")
    assert [one.late for one in remarks.board()] == [False, False]
    clock.pass_(timedelta(hours=1, seconds=1))
    assert [(one.article, one.late) for one in remarks.board()] == [
        (ID, True),
        ("facturation/geste", False),
    ]


def test_two_hundred_articles_are_verified_handed_over_or_archived_in_one_act(
    workspace: Workspace, tmp_path: Path
) -> None:
    """B04: each act is one, and undone as one."""
    files = {
        f"lot/a{n}.md": f"---\ntitle: Lot {n}\nowner: a.b\n---\nTexte {n}.\n" for n in range(200)
    }
    import_base(workspace, write_base(tmp_path / "more", files))
    verifying, ids = workspace.live.verifying, [f"lot/a{n}" for n in range(200)]
    texts = {id_: workspace.articles.get(id_) for id_ in ids}

    verified = verifying.verify(ids, "Relu")
    assert {workspace.knowledge.open(id_).freshness for id_ in ids} == {Freshness.VERIFIED}
    handed = verifying.reassign(ids, "c.d")
    assert {workspace.knowledge.article(id_).owner for id_ in ids} == {"c.d"}
    still = {workspace.knowledge.open(id_).freshness for id_ in ids}
    assert still == {Freshness.VERIFIED}, "who owns a text is a detail of it"
    archived = verifying.archive(ids)
    workspace.catch_up()
    assert workspace.knowledge.search("lot").hits == ()

    for act in (archived, handed):
        verifying.undo(act)
    assert {id_: workspace.articles.get(id_) for id_ in ids} == texts
    verifying.undo(verified)
    assert {workspace.knowledge.open(id_).freshness for id_ in ids} == {Freshness.UNVERIFIED}
    with pytest.raises(Trouble, match="200"):
        verifying.verify([*ids, ID])


def test_the_queue_is_in_the_order_of_risk_and_shows_its_factors(workspace: Workspace) -> None:
    """B04: views x age x open feedback x class; each factor moves an article up."""
    verifying = workspace.live.verifying
    before = {one.article: one.score for one in verifying.queue()}
    for _ in range(9):
        workspace.knowledge.record_open("facturation/geste")
    workspace.live.remarks.give("facturation/geste", "wrong")
    first, *others = verifying.queue()
    assert first.article == "facturation/geste"
    shares = {factor.name: factor.share for factor in first.factors}
    assert (shares["views"], shares["feedback"]) == (4.0, 2.0)
    assert first.score == pytest.approx(before["facturation/geste"] * 8, rel=0.01)
    assert [one.score for one in others] == sorted((o.score for o in others), reverse=True)


def test_an_export_says_what_was_verified_beside_the_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    """B02: the badge travels; where nothing was vouched for, the file is equal to the letter."""
    workspace.live.verifying.verify(["facturation/geste"])
    export_base(workspace, tmp_path / "out")
    out = (tmp_path / "out" / "facturation" / "geste.md").read_text("utf-8")
    assert "verified: 2026-11-22" in out
    assert (tmp_path / "out" / "facturation" / "remboursement.md").read_text("utf-8") == REFUND
