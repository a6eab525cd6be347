"""Ages and days in words, in the language of the screen."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from kbdesk.ui import dates
from kbdesk.ui.i18n import Translations

TODAY = date(2026, 11, 22)


@pytest.fixture
def french(qapp: QCoreApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.use("fr")
    if dates.language() != "fr":
        pytest.skip("the French translation has not been compiled")
    yield
    translations.use("en")


@pytest.mark.parametrize(
    ("days", "spoken"),
    [
        (-2, "aujourd’hui"),
        (0, "aujourd’hui"),
        (1, "hier"),
        (2, "il y a 2 jours"),
        (94, "il y a 94 jours"),
        (120, "il y a 4 mois"),
        (800, "il y a 2 ans"),
    ],
)
def test_an_age_is_said_in_words(french: None, days: int, spoken: str) -> None:
    said = dates.ago(TODAY - timedelta(days=days), TODAY)
    assert said.replace("\u00a0", " ") == spoken


def test_a_day_is_named_with_its_year_only_when_that_helps(french: None) -> None:
    assert dates.day(date(2027, 1, 1), TODAY) == "1er janvier"
    assert dates.day(date(2026, 3, 12), TODAY) == "12 mars"
    assert dates.day(date(2025, 3, 1), TODAY) == "1er mars 2025"
    assert dates.full(date(2026, 3, 12)) == "12 mars 2026"
