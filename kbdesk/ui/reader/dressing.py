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

from PySide6.QtCore import QCoreApplication, QLocale

from kbdesk.core.reading import ATTACHED, Attachment, Backlink, Reading
from kbdesk.core.related import RelatedCard
from kbdesk.ui import dates, words
from kbdesk.ui.reader.links import COPY, DAY, PICTURE, TEST
from kbdesk.ui.shortcuts import SHORTCUTS

translate = QCoreApplication.translate
MOST_BACKLINKS = 5
ICON = "icon"
_LABEL = re.compile(r'(<td class="(internal|warning|note|valid)">\n)<p class="label">([^<]*)</p>')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOOSE = re.compile(r"<pre.*?</pre>|<code.*?</code>| (?=[?!:;»€%])|(?<=«) ", re.DOTALL)
_PRE = re.compile(r'<pre class="code">.*?</pre>', re.DOTALL)
_HEADING = re.compile(r'(<h([1-6]) id="([^"]*)"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
_PICTURE = re.compile(r'<img src="asset:([^"]*)" alt="([^"]*)">')
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
INTERNAL_ICON = f"{ICON}:lock"
_ICONS = {"internal": "lock", "warning": "warning-circle", "note": "info", "valid": "clock"}


def french(html: str) -> str:
    """Keep signs such as “?” on the line of the word before them; code stays as it is."""
    return _LOOSE.sub(lambda found: found[0] if found[0][0] == "<" else "\u00a0", html)


def page(reading: Reading, today: date, messages: Sequence[str], keyed: str = "") -> str:
    """Dress a whole page: its blocks, its pictures, its messages, and what stands at its end.

    The copy key is shown at the message `keyed`, the one that it copies from the top of the page.
    """
    html = french(reading.html) if reading.article.lang.startswith("fr") else reading.html
    html = dress(with_pictures(html), reading.on or today, is_today=reading.on is None)
    if messages:
        html = with_copy_links(
            with_lines(html), messages, words.keys(SHORTCUTS["copy_reply"]), keyed
        )
    return html + test(reading) + attachments(reading.attachments) + related(reading.backlinks)


def dress(html: str, on: date, *, is_today: bool = True) -> str:
    """Give the blocks of a page their captions and their frames."""

    def caption(found: re.Match[str]) -> str:
        return found[1] + _caption(found[2], found[3], on, is_today=is_today)

    html = _LABEL.sub(caption, html)
    return _PRE.sub(lambda found: _boxed("code", found[0]), html)


def _boxed(name: str, inside: str) -> str:
    return (
        f'<table class="{name}" width="100%" cellspacing="0"><tr><td class="{name}">'
        f"{inside}</td></tr></table>\n"
    )


def _caption(name: str, label: str, on: date, *, is_today: bool) -> str:
    said = {
        "internal": translate("ReaderPage", "Internal: not for customers"),
        "warning": translate("ReaderPage", "Warning"),
        "note": translate("ReaderPage", "Good to know"),
    }
    told = escape(said[name]) if name in said else _dates_in_force(label, on, is_today=is_today)
    return f'<p class="label"><img class="icon" src="{ICON}:{_ICONS[name]}"> {told}</p>'


def _dates_in_force(label: str, on: date, *, is_today: bool) -> str:
    """Say how long a dated rule holds, from a caption such as “From 2026-03-01 to 2026-12-31”.

    The day of the next change leads to the text of that day.
    """
    days = [date.fromisoformat(found) for found in _DAY.findall(label)]
    in_force = translate("ReaderPage", "In force today")
    if not is_today:
        in_force = translate("ReaderPage", "In force on %1").replace("%1", dates.full(on))
    if len(days) == 2 or label.startswith("Until"):
        change = days[-1] + timedelta(days=1)
        said = translate("ReaderPage", "changes on %1").replace("%1", dates.day(change, on))
        link = f'<a class="act" href="{DAY}:{change.isoformat()}">{escape(said)}</a>'
        return f"{escape(in_force)} · {link}"
    if days:
        since = translate("ReaderPage", "since %1").replace("%1", dates.day(days[0], on))
        return escape(f"{in_force} · {since}")
    return escape(in_force)


def plainly(html: str) -> str:
    """Take acts and icons out of a dressed page, for paper: nothing there can be pressed."""
    html = re.sub(r'<a class="act" href="[^"]*">(.*?)</a>', r"\1", html)
    html = re.sub(rf'<img class="icon" src="{ICON}:[a-z-]*"> ?', "", html)
    return _PICTURE.sub(lambda found: f'{found[0]}<br><span class="alt">{found[2]}</span>', html)


def with_pictures(html: str) -> str:
    """Let each picture be opened larger, and say below it what it shows."""

    def shown(found: re.Match[str]) -> str:
        alt = f'<br><span class="alt">{found[2]}</span>' if found[2] else ""
        return f'<a href="{PICTURE}:{found[1]}">{found[0]}</a>{alt}'

    return _PICTURE.sub(shown, html)


def with_copy_links(
    html: str, messages: Sequence[str], caps: Sequence[str], keyed: str = ""
) -> str:
    """Add to the headings of a script's messages, by anchor, the link that copies the message.

    The one that the key copies, else the first, also shows the key, whose caps are given.
    """
    word = escape(translate("ReaderPage", "Copy"))
    key = f' <span class="key">{escape("+".join(caps))}</span>'

    def add(found: re.Match[str]) -> str:
        anchor = unescape(found[3])
        if anchor not in messages:
            return found[0]
        link = f'<a class="act" href="{COPY}:{quote(anchor)}">{word}</a>'
        link += key if anchor == (keyed or messages[0]) else ""
        return f"{found[1]}{found[4]}\u2003{link}{found[5]}"

    return _HEADING.sub(add, html)


def with_lines(html: str) -> str:
    """Keep the lines of a script's paragraphs, as they will be pasted."""
    return _PARAGRAPH.sub(lambda found: found[0].replace("\n", "<br>"), html)


def test(reading: Reading) -> str:
    """Offer the questions of an article at its end, quietly, with their key."""
    if not reading.article.questions or reading.past is not None:
        return ""
    offered = escape(translate("ReaderPage", "Test yourself on this article"))
    key = escape("+".join(words.keys(SHORTCUTS["test_yourself"])))
    link = f'<a class="act" href="{TEST}:here">{offered}</a>'
    return f'<p class="test">{link} <span class="key">{key}</span></p>'


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


def read_next(cards: Sequence[RelatedCard]) -> str:
    """List what people need after this article."""
    title = escape(translate("ReaderPage", "Read next"))
    items = "".join(
        f'<li><a href="kb:{quote(one.article_id)}">{escape(one.title)}</a></li>' for one in cards
    )
    return f'<hr><p class="related">{title}</p><ul>{items}</ul>' if cards else ""


def attachments(found: tuple[Attachment, ...]) -> str:
    """List the files that an article links to, with their size."""
    if not found:
        return ""
    title = escape(translate("ReaderPage", "Attachments"))
    items = "".join(f"<li>{_attachment(one)}</li>" for one in found)
    return f'<hr><p class="related">{title}</p><ul>{items}</ul>'


def _attachment(one: Attachment) -> str:
    if one.size is None:
        missing = translate("ReaderPage", "not on this machine yet")
        return f'{escape(one.name)} <span class="alt">{escape(missing)}</span>'
    size = QLocale(dates.language()).formattedDataSize(
        one.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )
    link = f'<a href="{ATTACHED}:{quote(one.path)}">{escape(one.name)}</a>'
    return f'{link} <span class="alt">{escape(size)}</span>'
