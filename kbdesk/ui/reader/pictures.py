"""The pictures of a page: those of the base, by their path, and the desk's own small icons.

Any other address gets one clear pixel, whatever its scheme: nothing of an article is ever read
from the network or from the disk.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage

from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.dressing import ICON

Assets = Callable[[str], bytes | None]
ASSET = "asset"
ICON_SIDE = 14  # px at 100 % text


def picture(address: QUrl, assets: Assets | None, look: Look, ratio: float) -> QImage:
    """Return the picture at an address, never a null one; `ratio` is the screen's."""
    path = address.path(QUrl.ComponentFormattingOption.FullyDecoded)
    if address.scheme() == ICON and path in icons.GLYPHS:
        return _icon(path, look, ratio)
    found = assets(path.lstrip("/")) if address.scheme() == ASSET and assets else None
    made = QImage.fromData(found) if found else QImage()
    return _nothing() if made.isNull() else made


def _icon(name: str, look: Look, ratio: float) -> QImage:
    colour = "warn" if name.startswith("warning") else "muted"
    return icons.pixmap(name, look.px(ICON_SIDE), look.tokens.colour(colour), ratio).toImage()


def _nothing() -> QImage:
    clear = QImage(1, 1, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    return clear
