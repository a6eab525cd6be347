"""The last touches that a page gets from the desk: its words, its small icons, its acts.

A rendered page speaks English and ISO dates in the captions of its blocks, whatever the desk's
language (kbdesk/content/render.py, `Labels`). Here they become the person's words, with an icon;
messages of a script get their way to be copied. Only markup that the renderer alone can have
written is touched: text of an article is escaped in it.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape, unescape
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication

from kbdesk.core.reading import Backlink
from kbdesk.ui import dates
from kbdesk.ui.reader.links import COPY

translate = QCoreApplication.translate
MOST_BACKLINKS = 8
ICON = "icon"
_LABEL = re.compile(r'(<td class="(internal|warning|note|valid)">\n)<p class="label">([^<]*)</p>')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOOSE = re.compile(r"<pre.*?</pre>|<code.*?</code>| (?=[?!:;»€%])|(?<=«) ", re.DOTALL)
_PRE = re.compile(r'<pre class="code">.*?</pre>', re.DOTALL)
_HEADING = re.compile(r'(<h([1-6]) id="([^"]*)"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
INTERNAL_ICON = f"{ICON}:lock"
_ICONS = {"internal": "lock", "warning": "warning-circle", "note": "info", "valid": "clock"}


def french(html: str) -> str:
    """Keep signs such as “?” on the line of the word before them; code stays as it is."""
    return _LOOSE.sub(lambda found: found[0] if found[0][0] == "<" else "\u00a0", html)


def dress(html: str, today: date) -> str:
    """Give the blocks of a page their captions and their frames."""
    html = _LABEL.sub(lambda found: found[1] + _caption(found[2], found[3], today), html)
    return _PRE.sub(lambda found: _boxed("code", found[0]), html)


def _boxed(name: str, inside: str) -> str:
    return (
        f'<table class="{name}" width="100%" cellspacing="0"><tr><td class="{name}">'
        f"{inside}</td></tr></table>\n"
    )


def _caption(name: str, label: str, today: date) -> str:
    words = {
        "internal": translate("ReaderPage", "Internal: not for customers"),
        "warning": translate("ReaderPage", "Warning"),
        "note": translate("ReaderPage", "Good to know"),
        "valid": _dates_in_force(label, today),
    }[name]
    return f'<p class="label"><img class="icon" src="{ICON}:{_ICONS[name]}"> {escape(words)}</p>'


def _dates_in_force(label: str, today: date) -> str:
    """Say how long a dated rule holds, from a caption such as “From 2026-03-01 to 2026-12-31”."""
    days = [date.fromisoformat(found) for found in _DAY.findall(label)]
    in_force = translate("ReaderPage", "In force today")
    if len(days) == 2 or label.startswith("Until"):
        change = dates.day(days[-1] + timedelta(days=1), today)
        changes = translate("ReaderPage", "changes on %1").replace("%1", change)
        return f"{in_force} · {changes}"
    if days:
        since = translate("ReaderPage", "since %1").replace("%1", dates.day(days[0], today))
        return f"{in_force} · {since}"
    return in_force


def with_copy_links(html: str, messages: Sequence[str], caps: Sequence[str]) -> str:
    """Add to the headings of a script's messages, by anchor, the link that copies the message.

    The first one also shows the key, whose caps are given.
    """
    word = escape(translate("ReaderPage", "Copy"))
    key = f' <span class="key">{escape("+".join(caps))}</span>'

    def add(found: re.Match[str]) -> str:
        anchor = unescape(found[3])
        if anchor not in messages:
            return found[0]
        link = f'<a class="act" href="{COPY}:{quote(anchor)}">{word}</a>'
        link += key if anchor == messages[0] else ""
        return f"{found[1]}{found[4]}\u2003{link}{found[5]}"

    return _HEADING.sub(add, html)


def with_lines(html: str) -> str:
    """Keep the lines of a script's paragraphs, as they will be pasted."""
    return _PARAGRAPH.sub(lambda found: found[0].replace("\n", "<br>"), html)


def related(backlinks: tuple[Backlink, ...]) -> str:
    """List the first few articles that name this one."""
    if not backlinks:
        return ""
    title = escape(translate("ReaderPage", "Named in"))
    links = "".join(
        f'<li><a href="kb:{quote(one.id)}">{escape(one.title)}</a></li>'
        for one in backlinks[:MOST_BACKLINKS]
    )
    return f'<hr><p class="related">{title}</p><ul>{links}</ul>'
