"""Icons: one family, Phosphor, drawn from the font that qtawesome ships.

qtawesome itself is never imported: that alone costs as much as the whole launch (about 300 ms, and
65 ms for its first icon), because it loads every font it knows. We take the one font file from its
package and keep the code points of the few glyphs in use here; a test holds them against
qtawesome's own table.
"""

import functools
import importlib.util
import sys
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

FONT_FILE = "phosphor-1.3.0.ttf"

# name: (regular, bold). Bold below 18 px, so that the stroke stays near 1.4 px at every size.
GLYPHS = {
    "arrow-counter-clockwise": (0xF021, 0xF39F),
    "arrow-down": (0xF022, 0xF3A0),
    "arrow-left": (0xF03B, 0xF3B9),
    "arrow-right": (0xF044, 0xF3C2),
    "arrow-up": (0xF061, 0xF3DF),
    "arrows-clockwise": (0xF045, 0xF3C3),
    "bell": (0xF082, 0xF400),
    "calendar-blank": (0xF0AD, 0xF42A),
    "calendar-check": (0xF0AE, 0xF42C),
    "caret-down": (0xF0C2, 0xF440),
    "caret-right": (0xF0C4, 0xF442),
    "caret-up": (0xF0C5, 0xF443),
    "chart-bar": (0xF0D2, 0xF450),
    "chat-text": (0xF0E6, 0xF464),
    "chats": (0xF0E0, 0xF45E),
    "check": (0xF0E7, 0xF465),
    "check-circle": (0xF0E8, 0xF466),
    "check-square": (0xF0EA, 0xF468),
    "circle-dashed": (0xF0ED, 0xF46B),
    "clock": (0xF0F9, 0xF478),
    "clock-counter-clockwise": (0xF0FC, 0xF47A),
    "cloud-check": (0xF101, 0xF491),
    "cloud-slash": (0xF106, 0xF496),
    "copy": (0xF114, 0xF4A6),
    "cube": (0xF120, 0xF4B2),
    "database": (0xF12D, 0xF4BF),
    "dots-three": (0xF145, 0xF4DD),
    "download-simple": (0xF14C, 0xF4E4),
    "export": (0xF15A, 0xF4F2),
    "eye": (0xF15B, 0xF4F3),
    "file-text": (0xF170, 0xF508),
    "flag": (0xF17C, 0xF559),
    "folder-open": (0xF18C, 0xF568),
    "git-branch": (0xF1A6, 0xF582),
    "globe": (0xF1AF, 0xF58B),
    "graduation-cap": (0xF1B6, 0xF592),
    "headset": (0xF1C9, 0xF5A5),
    "image": (0xF1DD, 0xF5B9),
    "info": (0xF1E0, 0xF5BC),
    "layout": (0xF1EA, 0xF5C6),
    "lightbulb": (0xF1ED, 0xF5C9),
    "link": (0xF1F3, 0xF5CF),
    "list": (0xF1FA, 0xF5D6),
    "list-bullets": (0xF1FB, 0xF5D7),
    "list-numbers": (0xF1FD, 0xF5D9),
    "lock": (0xF1FF, 0xF5DB),
    "magnifying-glass": (0xF20A, 0xF5E6),
    "megaphone": (0xF215, 0xF5F1),
    "moon": (0xF21F, 0xF5FB),
    "note-pencil": (0xF22E, 0xF60A),
    "paper-plane-tilt": (0xF25C, 0xF63E),
    "paperclip": (0xF258, 0xF63A),
    "pencil": (0xF263, 0xF645),
    "play": (0xF27C, 0xF65E),
    "plus": (0xF27F, 0xF661),
    "printer": (0xF288, 0xF66B),
    "question": (0xF293, 0xF676),
    "sign-out": (0xF2C7, 0xF6AA),
    "sliders-horizontal": (0xF2D0, 0xF6B3),
    "square": (0xF2ED, 0xF6D9),
    "star": (0xF2F3, 0xF6DF),
    "table": (0xF304, 0xF6F0),
    "target": (0xF308, 0xF6F4),
    "text-aa": (0xF310, 0xF6FC),
    "text-bolder": (0xF315, 0xF701),
    "text-italic": (0xF31D, 0xF709),
    "timer": (0xF329, 0xF715),
    "trash": (0xF334, 0xF720),
    "user": (0xF346, 0xF732),
    "users": (0xF351, 0xF73D),
    "warning": (0xF35C, 0xF748),
    "warning-circle": (0xF35D, 0xF749),
    "x": (0xF36D, 0xF759),
}
FILLED = {"star": 0xFA5D}
SMALL = 18  # px: at or above, the regular weight


def font_file() -> Path:
    """Find the icon font in qtawesome's package without importing it."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "qtawesome" / "fonts" / FONT_FILE
    found = importlib.util.find_spec("qtawesome")
    places = found.submodule_search_locations if found else None
    return Path(next(iter(places or [""]))) / "fonts" / FONT_FILE


@functools.cache
def _family() -> str:
    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(font_file()))
    )
    return families[0] if families else ""


def _glyph(name: str, size: float) -> str:
    if name.endswith("-fill"):
        return chr(FILLED[name.removesuffix("-fill")])
    regular, bold = GLYPHS[name]
    return chr(bold if size < SMALL else regular)


@functools.lru_cache(maxsize=256)
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Draw an icon as a square picture, `size` px wide on a screen of that pixel ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    font = QFont(_family())
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, _glyph(name, size))
    painter.end()
    return picture


def paint(painter: QPainter, name: str, box: QRect, colour: QColor) -> None:
    """Draw an icon in the middle of a box; the shorter side is its size."""
    size = min(box.width(), box.height())
    device = painter.device()
    ratio = device.devicePixelRatioF()
    left = box.x() + (box.width() - size) // 2
    top = box.y() + (box.height() - size) // 2
    painter.drawPixmap(left, top, pixmap(name, size, colour.name(), ratio))


def icon(name: str, size: int, colour: QColor) -> QIcon:
    """Return an icon for menus and buttons, sharp on plain and on dense screens."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, colour.name(), ratio))
    return made
