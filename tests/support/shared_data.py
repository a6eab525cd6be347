"""Where the real data is, when it is there.

A real base and judged queries may lie in `shared/` beside the checkout. They are not part of the
project: a test that wants them skips, with the reason, where they are absent.
"""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED = CHECKOUT.parent / "shared"


def find(part: str) -> Path:
    """Return `shared/part`, or skip the test that asks."""
    place = SHARED / part
    if not place.exists():
        pytest.skip(f"needs ../shared/{part}, which is not on this machine")
    return place
