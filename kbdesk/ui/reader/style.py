"""The style of an article's page, written from the tokens for the CSS that Qt's documents know.

The page carries classes and no colours (kbdesk/content/render.py); this is where they get them.
Traps of that CSS: a heading takes only the sizes that have names (large is 1.2 times the text, 18
px for 15); `line-height` in pixels is a least height; only cells know borders and padding; a width
in percent counts the left margin of the page.
"""

import string

from PySide6.QtGui import QTextCharFormat

from kbdesk.ui.look.look import Look

_TEMPLATE = string.Template("""
p, li { line-height: ${read_line}px; }
p { margin: 0 0 ${s10}px 0; }
h1, h2 { font-size: large; font-weight: 600; line-height: ${section_line}px;
  margin-top: ${s26}px; margin-bottom: ${s8}px; }
h3 { font-size: medium; font-weight: 600; line-height: ${read_line}px;
  margin-top: ${s20}px; margin-bottom: ${s6}px; }
h4, h5, h6 { font-size: small; font-weight: 600; line-height: ${body_line}px;
  margin-top: ${s16}px; margin-bottom: ${s4}px; color: $muted; }
ul, ol { margin: 0 0 ${s10}px 0; }
li { margin: 0 0 ${s4}px 0; }
li p { margin: 0 0 ${s4}px 0; }
a { color: $accent; text-decoration: underline; }
a.act { font-size: small; font-weight: 500; text-decoration: none; }
b, strong { font-weight: 600; }
code { font-family: $mono; font-size: ${code}px; background-color: $sunken; }
pre { font-family: $mono; font-size: ${code}px; margin: 0; white-space: pre-wrap; }
hr { background-color: $line; height: 1px; margin: ${s16}px 0; }
img { max-width: 94%; }
img.icon { vertical-align: middle; }
span.alt { font-size: ${caption}px; color: $muted; }
span.key { font-size: small; font-weight: 400; color: $muted; }
span.variable { color: $accent; font-weight: 500; }
p.test { margin: ${s20}px 0 ${s4}px 0; }
p.related { font-size: ${caption}px; font-weight: 600; color: $muted;
  margin: ${s20}px 0 ${s4}px 0; }

p.row { font-size: ${body}px; font-weight: 600; line-height: ${body_line}px;
  margin: ${s10}px 0 ${s2}px 0; }
p.fact { font-size: ${body}px; line-height: ${body_line}px; margin: 0 0 ${s2}px ${s12}px; }
span.name { color: $muted; }

table { border-collapse: collapse; }
table.grid { margin-top: ${s9}px; margin-bottom: ${s8}px; }
.grid th { font-weight: 600; font-size: ${caption}px; color: $muted; text-align: left;
  line-height: ${caption_line}px; padding: ${s6}px ${s12}px ${s6}px 0;
  border-bottom: 1px solid $line_strong; vertical-align: bottom; }
.grid td { font-size: ${body}px; line-height: ${body_line}px; vertical-align: top;
  padding: ${s7}px ${s12}px ${s7}px 0; border-bottom: 1px solid $line; }

table.internal, table.warning, table.note, table.valid, table.quote, table.code {
  margin-top: ${s12}px; margin-bottom: ${s12}px; }
p.label { font-size: ${caption}px; font-weight: 600; line-height: ${body_line}px; color: $muted;
  margin: 0 0 ${s4}px 0; }
td.internal, td.code { background-color: $sunken; padding: ${s10}px ${s14}px; }
td.internal p, td.internal li, td.warning p, td.warning li, td.note p, td.note li {
  font-size: ${body}px; line-height: ${body_line}px; margin: 0 0 ${s4}px 0; }
td.warning { border-left: 3px solid $warn; padding: ${s2}px ${s14}px; }
td.warning p.label { color: $warn; }
td.note { border-left: 3px solid $line_strong; padding: ${s2}px ${s14}px; }
td.quote { border-left: 3px solid $line; padding: 0 ${s14}px; }
td.quote p { color: $muted; margin: 0 0 ${s4}px 0; }
td.valid p.label { font-weight: 400; }
td.valid table.grid { margin-bottom: 0; }
""")

MONO = '"JetBrains Mono", "Cascadia Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", monospace'
DOT_STRETCH = 300  # percent
_LENGTHS = (2, 4, 6, 7, 8, 9, 10, 12, 14, 16, 20, 26)


def item_mark(look: Look, *, numbered: bool) -> QTextCharFormat:
    """Draw dots and numbers of lists smaller and quieter than the words they stand before.

    Qt leaves a space between mark and words: for a number, one that word spacing widens; for a
    dot, the bare width of the font's space, which only a stretched font changes.
    """
    drawn = QTextCharFormat()
    font = look.font("label", tabular=True)
    if numbered:
        font.setWordSpacing(look.px(5))
    else:
        font.setStretch(DOT_STRETCH)
    drawn.setFont(font)
    drawn.setForeground(look.colour("muted" if numbered else "line-strong"))
    return drawn


def document_css(look: Look) -> str:
    """Fill the template with the values of a look."""
    colours = {name.replace("-", "_"): value for name, value in look.tokens.colours.items()}
    sizes = {name: look.px(style.size) for name, style in look.tokens.types.items()}
    lines = {f"{name}_line": look.line(name) for name in look.tokens.types}
    gaps = {f"s{length}": look.px(length) for length in _LENGTHS}
    own = {"code": look.px(13), "mono": MONO}
    return _TEMPLATE.substitute({**colours, **sizes, **lines, **gaps, **own})
