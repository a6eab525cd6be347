"""How the base fares: the finding as a title, three plots, what is missing, what to verify."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.figures import PROMISED, Overview, Waiting
from kbdesk.core.verification import Risk
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.steer.plots import Plot, Point, Promise
from kbdesk.ui.steer.words import SEPARATOR, WORDS
from kbdesk.ui.writing.rows import HIGH, Row, RowList

WIDEST, BESIDE = 1184, 860  # px at 100 %: the page, and from where plots stand side by side
TOP = 5  # subjects shown
HUNG = 16  # px by which rows stand out on both sides, so that their words keep the edge


class FigureList(QWidget):
    """A heading, what it is of, and rows that can be chosen; as tall as they are."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = Paragraph("section", look, lines=2)
        self.about = Paragraph("caption", look, colour="muted")
        self.rows = RowList(look)
        self.rows.setObjectName("figures")  # on the ground of the page
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.opened.connect(self.opened.emit)
        head = QVBoxLayout()
        head.setContentsMargins(HUNG, 0, HUNG, 0)
        head.setSpacing(4)
        head.addWidget(self.name)
        head.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.rows)
        column.addStretch(1)

    def say(self, name: str, about: str, rows: Sequence[Row]) -> None:
        """Show rows under their name; without rows only the words."""
        self.name.say(name)
        self.about.say(about)
        self.rows.setAccessibleName(name)
        self.rows.setVisible(bool(rows))
        self.rows.show_rows(rows, self.rows.chosen)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._fit()

    def _fit(self) -> None:
        each = self._look.px(HIGH - 1) + 1
        self.rows.setFixedHeight(max(1, each * len(self.rows.ids)))


class HealthPage(ScrollPage):
    """Everything on one page; each row leads to where it is mended."""

    subject_requested = Signal(str)
    article_requested = Signal(str, str)
    section_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        self._overview: Overview | None = None
        super().__init__(look)
        self.title = Prose("title", look)
        self.as_of = Paragraph("caption", look, colour="muted")
        self.gaps, self.ages, self.delays = Plot(look), Plot(look), Plot(look)
        self.missing, self.first = FigureList(look), FigureList(look)
        self.shelves, self.waiting = FigureList(look), FigureList(look)
        self.weak = FigureList(look)
        self._bands = [
            self._band((self.gaps, 4), (self.ages, 4), (self.delays, 3)),
            self._band((self.missing, 5), (self.first, 3)),
            self._band((self.shelves, 4), (self.waiting, 3), (self.weak, 3)),
        ]
        for part in (self.gaps, self.ages, self.delays):
            part.setContentsMargins(HUNG, 0, HUNG, 0)
        head = QVBoxLayout()
        head.setContentsMargins(HUNG, 0, HUNG, 0)
        head.addWidget(self.title)
        head.addWidget(self.as_of)
        head.setSpacing(0)
        self._column.insertLayout(0, head)
        for band in self._bands:
            self._column.addSpacing(28)
            self._column.addLayout(band)
        self._column.addStretch(1)
        self.missing.opened.connect(self.subject_requested.emit)
        self.first.opened.connect(lambda id_: self.article_requested.emit(id_, ""))
        self.weak.opened.connect(lambda id_: self.article_requested.emit(id_, ""))
        self.shelves.opened.connect(lambda _id: self.section_requested.emit("verify"))
        self.waiting.opened.connect(self.section_requested.emit)

    @staticmethod
    def _band(*parts: tuple[QWidget, int]) -> QBoxLayout:
        band = QHBoxLayout()
        for part, share in parts:
            band.addWidget(part, share)
        return band

    @property
    def _most(self) -> int:
        return round(WIDEST * (1 + (self._look.scale - 100) / 100))

    @property
    def _above(self) -> int:
        return 8 if self._alone else 20

    def _shape(self) -> None:
        super()._shape()
        if hasattr(self, "_bands"):
            beside = self.viewport().width() >= self._look.px(BESIDE)
            way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            for band in self._bands:
                band.setDirection(way)
                band.setSpacing(8 if beside else 28)
            side = self._side - HUNG
            self._column.setContentsMargins(side, self._above, side, 40)

    def show_overview(self, overview: Overview) -> None:
        """Show the figures."""
        self._overview = overview
        self._say()

    def take_focus(self) -> None:
        """Give the keys to what is missing, or to the first plot."""
        rows = self.missing.rows
        (rows if rows.ids else self.gaps.area).setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)  # the finding is read first

    # words

    def _say(self) -> None:
        found = self._overview
        if found is None:
            return
        self.title.say(self._finding(found))
        self.as_of.say(
            self.tr("The last 8 weeks · %1 articles · counted on this desk now").replace(
                "%1", str(found.trusted.articles)
            )
        )
        self._say_gaps(found)
        self._say_ages(found)
        self._say_delays(found)
        self._say_missing(found)
        self._say_first(found)
        self._say_shelves(found)
        self._say_waiting(found)
        self._say_weak(found)

    def _finding(self, found: Overview) -> str:
        missing = self.tr("%n subject(s) are missing", "", len(found.subjects))
        stale = self.tr("%n article(s) are to be reviewed", "", found.trusted.stale)
        if not found.subjects and not found.trusted.stale:
            return self.tr("Nothing is missing, and nothing is to be reviewed")
        if not found.subjects:
            return stale
        return missing if not found.trusted.stale else f"{missing}, {stale}"

    def _say_gaps(self, found: Overview) -> None:
        this = found.gaps[-1] if found.gaps else None
        closed = self.tr("the line: %n answered", "", this.went if this else 0)
        caption = self.tr("this week") + SEPARATOR + closed
        self.gaps.say(self.tr("Searches that failed"), str(this.came if this else 0), caption)
        told = self.tr("Week of %1: %2 failed, %3 answered")
        self.gaps.show_points(
            [
                Point(
                    WORDS.week(week.begins), week.came,
                    told.replace("%1", WORDS.week(week.begins)).replace("%2", str(week.came))
                    .replace("%3", str(week.went)),
                    line=week.went,
                )
                for week in found.gaps
            ],
            sparse=True,
        )  # fmt: skip

    def _say_ages(self, found: Overview) -> None:
        old = sum(band.articles for band in found.bands if band.upto is None)
        verified = sum(band.articles for band in found.bands)
        caption = self.tr("of %1 verified are older than 90 days").replace("%1", str(verified))
        never = self.tr("%n never verified", "", found.trusted.never)
        self.ages.say(
            self.tr("Age of the verification"), str(old), caption + SEPARATOR + never,
            warns=old > 0,
        )  # fmt: skip
        points = []
        for band in found.bands:
            name = f"{band.above}–{band.upto}" if band.above else f"< {band.upto}"
            name = f"> {band.above}" if band.upto is None else name
            name = self.tr("%1 d", "a span of days").replace("%1", name)
            told = self.tr("%n article(s): %1", "", band.articles).replace("%1", name)
            tone = "warn" if band.upto is None else "part-3"
            points.append(Point(name, band.articles, told, str(band.articles), tone))
        self.ages.show_points(points)

    def _say_delays(self, found: Overview) -> None:
        known = [one for one in found.delays if one.days is not None]
        this = known[-1] if known else None
        figure = "–"
        if this is not None and this.days is not None:
            days = WORDS.decimal(this.days) if this.days else f"< {WORDS.decimal(0.1)}"
            figure = self.tr("%1 d", "a span of days").replace("%1", days)
        caption = self.tr("median of the last decisions")
        if this is None:
            caption = self.tr("nothing was decided yet")
        self.delays.say(self.tr("Wait of the suggestions"), figure, caption)
        points = []
        for one in found.delays:
            week = WORDS.week(one.begins)
            told = self.tr("Week of %1: nothing decided").replace("%1", week)
            if one.days is not None:
                told = self.tr("Week of %1: %2 days, %n decided", "", one.decided)
                told = told.replace("%1", week).replace("%2", WORDS.decimal(one.days))
            tone = "accent" if one is this else "part-3"
            points.append(Point(week, one.days, told, tone=tone))
        promise = Promise(PROMISED, self.tr("promised: 2 d"))
        self.delays.show_points(points, promise=promise, sparse=True)

    def _say_missing(self, found: Overview) -> None:
        rows = [
            Row(
                one.id, WORDS.quoted(one.name),
                SEPARATOR.join(filter(None, (WORDS.lacks(one), WORDS.others(one)))),
                self.tr("%n time(s)", "", one.times), "text",
            )
            for one in found.subjects[:TOP]
        ]  # fmt: skip
        more = len(found.subjects) - len(rows)
        about = self.tr("What people looked for and did not find. Enter opens one.")
        if more > 0:
            about += " " + self.tr("%n more under Gaps.", "", more)
        if not rows:
            about = self.tr("Searches that fail are gathered here, in subjects. There are none.")
        self.missing.say(self.tr("What is missing"), about, rows)

    def _read(self, one: Risk) -> str:
        return self.tr("opened here %n time(s)", "", one.views) if one.views else ""

    def _say_first(self, found: Overview) -> None:
        titles = {shelf.id: shelf.title for shelf in found.shelves}
        rows = [
            Row(
                one.article, one.title,
                SEPARATOR.join(filter(None, (titles.get(one.space, one.space), self._read(one)))),
                self.tr("%1 d", "a span of days").replace("%1", str(one.age)), "warn",
            )
            for one in found.verify_first
        ]  # fmt: skip
        about = self.tr("The riskiest first: read often, looked at long ago.")
        if not rows:
            about = self.tr("Every article is verified.")
        self.first.say(self.tr("To review first"), about, rows)

    def _say_shelves(self, found: Overview) -> None:
        rows = []
        for shelf in found.shelves:
            own = shelf.trusted
            parts = (
                self.tr("%n verified", "", own.verified),
                self.tr("%n to review", "", own.stale),
                self.tr("%n never", "", own.never),
            )
            share = round(100 * own.verified / own.articles) if own.articles else 0
            rows.append(Row(shelf.id, shelf.title, SEPARATOR.join(parts),
                            self.tr("%1 %", "per cent").replace("%1", str(share))))  # fmt: skip
        changed = found.changed[-1].came if found.changed else 0
        about = self.tr("%n article(s) changed since Monday.", "", changed)
        self.shelves.say(self.tr("By shelf"), about, rows)

    def _say_waiting(self, found: Overview) -> None:
        rows = []
        if found.suggestions.count:
            mark = ""
            if found.suggestions.clashes:
                mark = self.tr("%n conflict(s)", "", found.suggestions.clashes)
            rows.append(Row("review", self.tr("%n suggestion(s)", "", found.suggestions.count),
                            self._oldest(found.suggestions), mark=mark))  # fmt: skip
        if found.remarks.count:
            mark = self.tr("%n late", "", found.remarks.late) if found.remarks.late else ""
            rows.append(Row("remarks", self.tr("%n remark(s)", "", found.remarks.count),
                            self._oldest(found.remarks), mark=mark))  # fmt: skip
        if found.notices.in_force:
            told = self.tr("confirmed by %1 of %2").replace("%1", str(found.notices.done))
            mark = self.tr("%n late", "", found.notices.late) if found.notices.late else ""
            name = self.tr("%n announcement(s) in force", "", found.notices.in_force)
            told = told.replace("%2", str(found.notices.expected))
            rows.append(Row("announcements", name, told, mark=mark))
        about = self.tr("What somebody expects an answer to.")
        self.waiting.say(
            self.tr("What waits"), about if rows else self.tr("Nothing waits for you."), rows
        )

    def _oldest(self, waiting: Waiting) -> str:
        if not waiting.oldest:
            return self.tr("the oldest came today")
        return self.tr("the oldest for %n day(s)", "", waiting.oldest)

    def _say_weak(self, found: Overview) -> None:
        rows = [
            Row(
                one.article, one.title,
                self.tr("%1 of %2 answers right").replace("%1", str(one.right))
                .replace("%2", str(one.asked)),
                self.tr("%1 %", "per cent").replace("%1", str(round(100 * one.wrong))), "warn",
            )
            for one in found.weak
        ]  # fmt: skip
        about = self.tr("Where quizzes go wrong. Fewer than five people are never shown.")
        if found.masked:
            about += " " + self.tr("%n question(s) masked.", "", found.masked)
        self.weak.say(self.tr("Weak subjects"), about, rows)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
