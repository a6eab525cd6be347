"""The sample base is the first thing anyone sees: it must import whole, and read as it should."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from kbdesk.content.guide_steps import guide_of
from kbdesk.content.importing import read_base
from kbdesk.content.lists import read_list
from kbdesk.content.quiz_blocks import questions_of
from kbdesk.content.render import to_html
from kbdesk.core.articles import Article, Audience, Freshness, Kind, freshness
from kbdesk.core.paths import StepKind, read_paths
from kbdesk.core.questions import QuestionKind
from kbdesk.core.replies import Channel, shape
from kbdesk.core.scripts import variables
from kbdesk.ui.reader.replies import replies

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
WRITTEN = date(2026, 11, 22)  # the day the base was written for: its dates are spread around it
ROOM_FOR_A_VALUE = 12  # letters that the value of a variable may take in a text message
FICTIONAL_NUMBER = re.compile(r"(?:\+33 1|01) 99 00 \d\d \d\d|06 39 98 \d\d \d\d")
ANY_NUMBER = re.compile(r"(?<!\d)(?:\+33 ?\d|0\d)(?:[ .]?\d\d){4}(?!\d)")


@pytest.fixture(scope="module")
def base() -> dict[str, Article]:
    """Import the sample for good: a refusal or a loss in it fails every test here."""
    found = read_base(SAMPLE)
    articles = {article.id: article for article in found.articles}
    assert len(list(found.assets)) == 2
    assert not [str(entry) for entry in found.report.entries]
    assert len(articles) == found.total
    return articles


def _lists() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for name in ("spaces", "people", "teams", "queues"):
        content = read_list(name, (SAMPLE / f"{name}.yaml").read_text("utf-8"))[name]
        assert isinstance(content, list)
        found[name] = content
    return found


def _ids(items: list[dict[str, object]]) -> set[object]:
    return {item["id"] for item in items}


def _prose(article: Article) -> Iterator[str]:
    """Give the lines that a person reads: no front matter marks, fences or container lines."""
    yield from re.findall(r"^(?:title|summary|aliases): (.*)$", article.source, re.MULTILINE)
    for line in article.body.splitlines():
        if not re.match(r":::|```|\|[-:| ]+\|$", line):
            yield re.sub(r"\]\([^)]*\)|`[^`]*`|\{#[^}]*\}", "", line)


def test_the_sample_is_about_as_large_as_a_small_team_s_base(base: dict[str, Article]) -> None:
    languages = Counter(article.lang for article in base.values())
    assert 60 <= len(base) <= 100
    assert languages["en"] >= 8
    assert languages["fr"] >= 50


def test_every_kind_of_article_is_there(base: dict[str, Article]) -> None:
    kinds = Counter(article.kind for article in base.values())
    assert {kind: kinds[kind] for kind in Kind if kinds[kind] < 4} == {}


def test_links_lead_to_a_heading_that_exists(base: dict[str, Article]) -> None:
    anchors = {id_: {passage.anchor for passage in one.passages} for id_, one in base.items()}
    dead = [
        f"{one.id} → {link.target}#{link.anchor}"
        for one in base.values()
        for link in one.links
        if link.target not in anchors or (link.anchor and link.anchor not in anchors[link.target])
    ]
    assert not dead


def test_no_article_stands_alone(base: dict[str, Article]) -> None:
    """Each one is reached from another: a base is a web, and links are words for the search."""
    reached = {link.target for one in base.values() for link in one.links}
    queues = _lists()["queues"]
    intents = (yaml.safe_dump(queue) for queue in queues)
    named = set(re.findall(r"[a-z-]+/[a-z0-9-]+", " ".join(intents)))
    english = {id_ for id_, one in base.items() if one.lang == "en"}
    assert set(base) - reached - named - english == set()
    assert named <= set(base)


def test_every_article_opens_with_one_sentence_to_say(base: dict[str, Article]) -> None:
    for one in base.values():
        assert one.summary.endswith((".", "!", "?")), one.id
        assert not re.search(r"[.!?]\s", one.summary), f"{one.id}: more than one sentence"
        assert not one.summary.startswith(("«", "“")), f"{one.id}: the desk adds the marks"


def test_front_matter_is_complete(base: dict[str, Article]) -> None:
    spaces, people = _ids(_lists()["spaces"]), _ids(_lists()["people"])
    for one in base.values():
        assert one.id == one.path.removesuffix(".md")
        assert one.space in spaces
        assert one.path.startswith(f"{one.space}/"), one.id
        assert one.owner in people, one.id
        assert all((one.tags, one.aliases, one.review_every, one.updated)), one.id
        assert not one.extra, one.id


def test_dates_are_possible_on_the_day_the_base_was_written(base: dict[str, Article]) -> None:
    for one in base.values():
        assert one.updated is not None
        assert one.updated <= WRITTEN, one.id
        assert one.verified is None or date(2026, 3, 1) <= one.verified <= WRITTEN, one.id


def test_some_articles_are_stale_and_a_few_were_never_verified(base: dict[str, Article]) -> None:
    states = Counter(freshness(one.verified, one.review_every, WRITTEN) for one in base.values())
    assert states[Freshness.STALE] >= 8
    assert 2 <= states[Freshness.UNVERIFIED] <= 6
    assert states[Freshness.VERIFIED] >= len(base) // 2


def test_guides_have_real_branches_and_no_fault(base: dict[str, Article]) -> None:
    guides = [one for one in base.values() if one.kind is Kind.GUIDE]
    assert len(guides) >= 6
    for one in guides:
        guide = guide_of(one)
        assert guide.check() == [], one.id
        assert 6 <= len(guide.steps) <= 24, one.id
        assert sum(step.end for step in guide.steps) >= 3, one.id
        assert all(len(step.choices) != 1 for step in guide.steps), f"{one.id}: one choice is none"


def test_each_end_of_a_guide_says_what_to_say(base: dict[str, Article]) -> None:
    for one in base.values():
        if one.kind is Kind.GUIDE:
            ends = {step.id for step in guide_of(one).steps if step.end}
            silent = [p.anchor for p in one.passages if p.anchor in ends and p.text[:1] not in "«“"]
            assert not silent, one.id


def test_questions_of_every_kind_test_a_passage(base: dict[str, Article]) -> None:
    questions = [question for one in base.values() for question in questions_of(one)]
    kinds = Counter(question.kind for question in questions)
    assert len(questions) >= 30
    assert {kind: kinds[kind] for kind in QuestionKind if kinds[kind] < 3} == {}
    assert all(question.tie and question.explanation for question in questions)


def test_paths_lead_through_what_is_there(base: dict[str, Article]) -> None:
    """Each step has its article, each guide is one, and each quiz has something to ask."""
    paths, faults = read_paths(read_list("paths", (SAMPLE / "paths.yaml").read_text("utf-8")))
    assert not faults
    assert {path.lang for path in paths} == {"fr", "en"}
    for step in (step for path in paths for step in path.steps):
        if step.tag:
            assert any(step.tag in one.tags and one.questions for one in base.values())
            continue
        article = base[step.article]
        assert (article.kind is Kind.GUIDE) == (step.kind is StepKind.GUIDE), step.id
        assert article.questions or step.kind is not StepKind.QUIZ, step.id


def test_text_messages_fit_in_one(base: dict[str, Article]) -> None:
    """Counted with a dozen letters for each variable, as a telephone would."""
    found = 0
    for one in (one for one in base.values() if one.kind is Kind.SCRIPT):
        only_sms = one.title.startswith("SMS")
        for anchor, text in replies(to_html(one, on=WRITTEN).html).items():
            if only_sms or anchor == "sms":
                values = dict.fromkeys(variables(text), "x" * ROOM_FOR_A_VALUE)
                made = shape(text, values, Channel.SMS)
                assert made.parts == 1, f"{one.id}#{anchor}: {made.over} over, {made.forcing}"
                found += 1
    assert found >= 8


def test_scripts_have_variables_and_keep_advice_out_of_the_message(
    base: dict[str, Article],
) -> None:
    scripts = [one for one in base.values() if one.kind is Kind.SCRIPT]
    for one in scripts:
        messages = replies(to_html(one, on=WRITTEN).html)
        assert len(messages) >= 1, one.id
        assert variables(" ".join(messages.values())), one.id
        assert any(passage.internal for passage in one.passages), one.id
        assert "Horizon, onglet" not in " ".join(messages.values()), one.id


def test_what_agents_may_grant_is_never_in_the_public_page(base: dict[str, Article]) -> None:
    held = 0
    for one in base.values():
        internal = [p.text for p in one.passages if p.internal and p.text]
        held += len(internal)
        if one.audience is Audience.PUBLIC:
            public = to_html(one, on=WRITTEN, audience=Audience.PUBLIC).html
            assert not [text for text in internal if text[:60] in public], one.id
    assert held >= 20


def test_public_pages_name_none_of_our_tools(base: dict[str, Article]) -> None:
    """A customer is never sent to the screens of an agent."""
    ours = re.compile(r"\b(?:Horizon|Sonar|Colibri|Cap|softphone|postes? \d{4}|superviseur)\b")
    for one in base.values():
        if one.audience is Audience.PUBLIC:
            assert not ours.search(to_html(one, on=WRITTEN, audience=Audience.PUBLIC).html), one.id


def test_dated_rules_change_at_the_turn_of_the_year(base: dict[str, Article]) -> None:
    offer = base["offres/fibre-500"]
    now, then = (to_html(offer, on=day).html for day in (WRITTEN, date(2027, 1, 1)))
    assert "29,90\u00a0€ par mois" in now
    assert "31,90\u00a0€ par mois" not in now
    assert "31,90\u00a0€ par mois" in then
    dated = [one for one in base.values() if any(p.valid_from or p.valid_to for p in one.passages)]
    assert len(dated) >= 5
    assert sum(bool(one.valid_from or one.valid_to) for one in base.values()) >= 2


def test_no_number_could_be_somebody_s(base: dict[str, Article]) -> None:
    """Only numbers that the French plan keeps for fiction."""
    texts = [one.source for one in base.values()]
    texts += [file.read_text("utf-8") for file in SAMPLE.glob("*.yaml")]
    numbers = [number for text in texts for number in ANY_NUMBER.findall(text)]
    assert numbers
    assert not [number for number in numbers if not FICTIONAL_NUMBER.fullmatch(number)]


def test_addresses_lead_nowhere(base: dict[str, Article]) -> None:
    domains = set(re.findall(r"[\w-]+\.(?:fr|com|net|org|eu|example)\b", str(list(base.values()))))
    assert domains == {"brevane.example"}


def test_french_is_set_as_french(base: dict[str, Article]) -> None:
    """No-break spaces before high punctuation and inside « », typographic apostrophes."""
    wrong = [
        f"{one.id}: {line.strip()[:60]}"
        for one in base.values()
        if one.lang == "fr"
        for line in _prose(one)
        if re.search(r"\w'\w|\S [:;?!»€%](?!:)|« |[\w»][;?!»](?<!\\)|\w«", line)
    ]
    assert not wrong


def test_people_teams_and_queues_name_each_other(base: dict[str, Article]) -> None:
    lists = _lists()
    people, teams, spaces = (_ids(lists[name]) for name in ("people", "teams", "spaces"))
    assert 12 <= len(people) <= 15
    assert {person["role"] for person in lists["people"]} == {
        "agent", "author", "supervisor", "admin",
    }  # fmt: skip
    assert {person["team"] for person in lists["people"]} <= teams
    assert {team["lead"] for team in lists["teams"]} <= people
    for holder in (*lists["teams"], *lists["queues"]):
        assert set(holder["spaces"]) <= spaces  # type: ignore[call-overload]  # plain YAML lists
    assert {queue["team"] for queue in lists["queues"]} <= teams


def test_synonyms_are_groups_and_acronyms_are_spelt_out() -> None:
    found = yaml.safe_load((SAMPLE / "synonyms.yaml").read_text("utf-8"))
    assert all(len(set(group)) == len(group) >= 2 for group in found["synonyms"])
    assert {"RIO", "PTO", "ONT", "SAV", "RAC"} <= found["acronyms"].keys()


def test_images_have_words_for_those_who_do_not_see_them(base: dict[str, Article]) -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", "\n".join(one.body for one in base.values()))
    assert len(shown) >= 2
    assert all(len(alternative) > 40 for alternative, _path in shown)
