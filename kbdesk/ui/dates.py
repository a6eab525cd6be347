"""Days and ages said in words: “3 days ago”, « il y a 3 jours », « le 1er janvier ».

The language is that of the translation in use, asked from the translation itself, so that a date
never speaks another language than the sentence around it. Counts here are never below two, so no
plural forms are asked for.
"""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
MONTHS_FROM = 100  # days: from there on an age is told in months, as in the results list
YEARS_FROM = 730


def language() -> str:
    """Return the two letters of the language that the screens speak now."""
    return translate("Dates", "en", "the two letters of the language of this translation")


def ago(day: date, today: date) -> str:
    """Say how long ago a day was; a day still to come, by a clock set wrong, is today."""
    days = (today - day).days
    if days <= 0:
        return translate("Dates", "today")
    if days == 1:
        return translate("Dates", "yesterday")
    if days < MONTHS_FROM:
        return translate("Dates", "%1 days ago").replace("%1", str(days))
    if days < YEARS_FROM:
        return translate("Dates", "%1 months ago").replace("%1", str(days // 30))
    return translate("Dates", "%1 years ago").replace("%1", str(days // 365))


def span(age: timedelta) -> str:
    """Say a length of time in its largest unit: “40 min”, “5 h”, “2 d”."""
    hours = int(age.total_seconds() // 3600)
    if hours >= 48:
        return translate("Dates", "%1 d").replace("%1", str(hours // 24))
    if hours:
        return translate("Dates", "%1 h").replace("%1", str(hours))
    return translate("Dates", "%1 min").replace("%1", str(int(age.total_seconds() // 60)))


def day(of: date, today: date) -> str:
    """Name a day, with its year only when it is neither near nor plain: “1 January”."""
    near = of.year == today.year or 0 < (of - today).days < 183
    pattern = "d MMMM" if near else "d MMMM yyyy"
    spoken = QLocale(language()).toString(QDate(of.year, of.month, of.day), pattern)
    if of.day == 1 and language() == "fr":
        return "1er" + spoken.removeprefix("1")
    return spoken


def full(of: date) -> str:
    """Name a day with its year, whatever the day is today."""
    return day(of, date(1, 1, 1))
