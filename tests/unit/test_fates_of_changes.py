"""What became of each change of a suggestion that was taken in part."""

import pytest

from kbdesk.core.editing import Fate, blocks, fates

BASE = "# Titre\n\nUn délai de 12 mois.\n\nUne ligne.\n\nJamais par téléphone.\n"
MINE = BASE.replace("12", "24").replace("téléphone", "téléphone ni messagerie")


@pytest.mark.parametrize(
    ("stands", "expected"),
    [
        (MINE, (Fate.TAKEN, Fate.TAKEN)),
        (BASE, (Fate.LEFT, Fate.LEFT)),
        (BASE.replace("12", "24"), (Fate.TAKEN, Fate.LEFT)),
        (MINE.replace("24", "18"), (Fate.REWORDED, Fate.TAKEN)),
        (BASE.replace("12", "24").replace("Une ligne.", "Deux."), (Fate.TAKEN, Fate.LEFT)),
    ],
)
def test_each_change_is_judged_by_itself(stands: str, expected: tuple[Fate, ...]) -> None:
    """Also beside what others have written in the very same version."""
    assert tuple(fates(blocks(BASE, MINE, BASE), stands).values()) == expected
