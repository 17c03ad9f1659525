"""English as the messages have it, without a catalogue."""

from datetime import date
from gettext import NullTranslations


class English(NullTranslations):
    """The message ids themselves, with plain days and numbers."""

    def day(self, day: date) -> str:
        """20/12/2025."""
        return day.strftime("%d/%m/%Y")

    def number(self, value: float) -> str:
        """1,250."""
        return f"{value:,}"
