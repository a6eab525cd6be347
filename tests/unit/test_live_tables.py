"""Every start migrates user.db, and few starts write drafts or answer questions."""

import subprocess
import sys

APART = ("drafts", "receipts", "reviews", "search_trails")


def test_a_start_does_not_pay_for_the_stores_of_what_is_live() -> None:
    """The desk is imported without the stores whose tables its user.db has."""
    code = "import sys, kbdesk.desk; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "kbdesk.store.user" in done.stdout.split()
    assert not {f"kbdesk.store.{name}" for name in APART} & set(done.stdout.split())
