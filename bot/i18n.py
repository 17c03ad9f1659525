"""Catalogues, and the translator and date formats for one locale."""

from datetime import date, datetime
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

CATALOGUES = Path(__file__).resolve().parent.parent / "locales"
LOCALES = ("vi", "en")
"""The languages the program speaks; the first is the default."""

FORMATS = {"vi": Locale("vi"), "en": Locale("en", "GB")}
"""Where each language takes its dates and numbers from; English is read in Vietnam, day first."""


class Translator:
    """One language: its sentences, and how it writes days, times and numbers (voice: Manner)."""

    def __init__(self, locale: str, catalogue: NullTranslations) -> None:
        self.locale = locale
        self._format = FORMATS[locale]
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext

    def day(self, day: date) -> str:
        """20/12/2025."""
        return day.strftime("%d/%m/%Y")

    def short_day(self, day: date) -> str:
        """20/12: where the year is plain from what stands beside it."""
        return day.strftime("%d/%m")

    def long_day(self, day: date) -> str:
        """Thứ Tư, 17/12/2025."""
        return f"{format_date(day, 'EEEE', locale=self._format)}, {self.day(day)}"

    def time(self, moment: datetime, zone: ZoneInfo) -> str:
        """17/12, 08:12: an instant as the clocks of its zone show it."""
        return moment.astimezone(zone).strftime("%d/%m, %H:%M")

    def long_time(self, moment: datetime, zone: ZoneInfo) -> str:
        """17/12/2025, 08:12: where the year is not plain."""
        return moment.astimezone(zone).strftime("%d/%m/%Y, %H:%M")

    def number(self, value: float) -> str:
        """1.250, or 12,5."""
        return format_decimal(value, locale=self._format)


@cache
def translator(locale: str | None) -> Translator:
    """The translator for a locale that we speak; the default language for any other."""
    if locale not in LOCALES:
        locale = LOCALES[0]
    return Translator(locale, _catalogue(locale))


def _catalogue(locale: str) -> NullTranslations:
    """The .po file itself, compiled in memory: there is no compiled copy to forget."""
    path = CATALOGUES / locale / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as source:
        catalogue = read_po(source, locale=locale)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
