"""Let Qt's events run until something holds: tests wait for conditions, never for time."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer


def wait_until(condition: Callable[[], bool], awaited: str, patience: int) -> None:
    """Look every few milliseconds, and fail after `patience` of them."""
    loop, looks, limit = QEventLoop(), QTimer(), QTimer()
    looks.timeout.connect(lambda: loop.quit() if condition() else None)
    looks.start(5)
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: loop.exit(1))
    limit.start(patience)
    given_up = loop.exec()
    looks.stop()
    limit.stop()
    assert not given_up, f"waited in vain for {awaited}"
