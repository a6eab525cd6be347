"""A full QPalette per theme: Fusion's own fails 4.5:1 for selected text, so none of it is left."""

from PySide6.QtGui import QColor, QPalette

from kbdesk.ui.look.tokens import Tokens

Role = QPalette.ColorRole

ROLES = {
    Role.Window: "canvas",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "sunken",
    Role.ToolTipBase: "surface",
    Role.ToolTipText: "text",
    Role.Text: "text",
    Role.PlaceholderText: "muted",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "critical",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.Highlight: "accent",
    Role.HighlightedText: "accent-on",
    Role.Accent: "accent",
    Role.Light: "surface",
    Role.Midlight: "canvas",
    Role.Mid: "line",
    Role.Dark: "line-strong",
    Role.Shadow: "line-strong",
}
SILENCED = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText)


def palette(tokens: Tokens) -> QPalette:
    """Return every role of the palette, for widgets at rest, unfocused and disabled."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, QColor(tokens.colour(name)))
    for role in SILENCED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.colour("muted")))
    made.setColor(
        QPalette.ColorGroup.Disabled, Role.Highlight, QColor(tokens.colour("accent-soft"))
    )
    return made
