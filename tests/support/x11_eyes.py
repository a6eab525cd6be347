"""Eyes on a display, in a process of their own: the clipboard, and what became of the pixels.

Run as `python -m tests.support.x11_eyes`: each line on stdin is answered by a line of JSON.
`clipboard` · `remember` (the screen as it is) · `changed LEFT TOP WIDTH HEIGHT` (share of the
pixels there that are others than remembered) · `save FILE`.
"""

import json
import subprocess
import sys

from PySide6.QtGui import QGuiApplication, QImage

from tests.support.desk_facts import Box
from tests.support.x11_desktop import PATIENCE, Desktop


class Eyes:
    """Asks such a process."""

    def __init__(self, on: Desktop) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.x11_eyes"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=on.environment,
        )  # fmt: skip

    def _ask(self, *words: object) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    @property
    def clipboard(self) -> str:
        return str(self._ask("clipboard"))

    def remember(self) -> None:
        self._ask("remember")

    def changed(self, box: Box) -> float:
        """Return how much of a place looks otherwise than it was remembered, 0 to 1."""
        return float(str(self._ask("changed", *box)))

    def save(self, picture: object) -> None:
        self._ask("save", picture)

    def close(self) -> None:
        """End the process by the end of its input."""
        self._process.communicate(timeout=PATIENCE)


def main() -> None:
    application = QGuiApplication(sys.argv[:1])
    remembered = QImage()
    for line in sys.stdin:
        application.processEvents()  # nothing runs here but this: it only brings itself level
        word, _, rest = line.strip().partition(" ")
        answer: object = None
        if word == "clipboard":
            answer = application.clipboard().text()
        elif word == "remember":
            remembered = _screen(application)
        elif word == "changed":
            answer = _changed(remembered, _screen(application), rest)
        elif word == "save":
            answer = _screen(application).save(rest)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _screen(application: QGuiApplication) -> QImage:
    picture = application.primaryScreen().grabWindow(0)
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _changed(before: QImage, after: QImage, where: str) -> float:
    left, top, width, height = map(int, where.split())
    was, now = (one.copy(left, top, width, height) for one in (before, after))
    pairs = zip(_pixels(was), _pixels(now), strict=True)
    return sum(old != new for old, new in pairs) / (width * height)


def _pixels(picture: QImage) -> memoryview:
    """Return four bytes a pixel; only as long as somebody holds the picture."""
    return memoryview(picture.constBits()).cast("I")


if __name__ == "__main__":
    main()
