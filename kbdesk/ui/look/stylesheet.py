"""The one stylesheet: a template over the tokens, for all that QSS can say.

Rows, key caps, the rail and the focus ring paint themselves; QSS here gives grounds, hairlines,
fields, buttons, menus and scroll bars. Colours and sizes come from the tokens, never from here.
"""

import string

from kbdesk.ui.look.look import Look

TEMPLATE = string.Template("""
* { font-family: "$family"; font-size: ${body}px; }
QWidget#window, QWidget#canvas, QWidget#list, QWidget#settings,
  QStackedWidget { background: $canvas; }
QWidget#reader, QWidget#page, QScrollArea#page { background: $surface; }
QStackedWidget#ruled { border-top: 1px solid $line; }
QWidget#rail, QWidget#syncline { background: $sunken; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 8px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:hover { background: $line_strong; }

QListView { background: $canvas; border: 0; outline: 0; }
QListView#figures { background: $surface; }

QLabel[role="caption"] { font-size: ${caption}px; color: $muted; }
QLabel[role="label"] { font-size: ${caption}px; font-weight: 600; color: $muted; }
QLabel[role="body"] { color: $muted; font-size: ${read}px; }
QLabel[role="section"] { font-size: ${section}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="door"] { font-size: ${read}px; font-weight: 600; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="critical"] { color: $critical; }

QPushButton { border: 1px solid $line; border-radius: ${r}px; background: $surface; color: $text;
  padding: 0 ${pad}px; min-height: ${control}px; font-weight: 500; }
QPushButton:hover { border-color: $line_strong; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${pad_less}px; }
QPushButton:disabled { color: $muted; }

QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 6px 0; }
QMenu::item { padding: 6px 20px 6px 12px; border-left: 2px solid transparent; }
QMenu::item:selected { background: $accent_soft; border-left-color: $accent; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 0; }

QLineEdit { background: $surface; border: 1px solid $line; border-radius: ${r}px; color: $text;
  selection-background-color: $accent; selection-color: $accent_on; font-size: ${field}px;
  padding: 1px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: 0; background: transparent; }
""")


def stylesheet(look: Look) -> str:
    """Fill the template with the values of a look."""
    colours = {name.replace("-", "_"): value for name, value in look.tokens.colours.items()}
    types = {name: look.px(style.size) for name, style in look.tokens.types.items()}
    radius = look.tokens.radii["control"]
    lengths = {"r": radius, "pad": 14, "pad_less": 13, "family": look.tokens.families[0]}
    # A border of 1 px above and below stands outside the height that QSS sets.
    heights = {"control": look.size("control") - 2}
    return TEMPLATE.substitute(types | colours | lengths | heights)
