"""The ear of the tests is itself tested."""

import logging
from collections.abc import Callable

import pytest

from tests.support.silence import Silence

log = logging.getLogger("kbdesk.somewhere")


def test_a_stray_warning_is_a_complaint() -> None:
    watch = Silence()
    watch.handle(log.makeRecord(log.name, logging.WARNING, "", 0, "disk %s", ("slow",), None))
    assert watch.complaint() == "Unannounced in the log: WARNING kbdesk.somewhere: disk slow"


def test_an_announced_warning_must_come() -> None:
    watch = Silence()
    watch.expect("disk")
    assert watch.complaint() == "Announced but never logged: disk"


@pytest.mark.expects_log("disk .* slow")
def test_a_marked_test_may_warn() -> None:
    log.warning("disk is slow")


def test_a_warning_can_be_announced_inside_a_test(expects_log: Callable[[str], None]) -> None:
    expects_log("odd")
    log.error("an odd thing")
