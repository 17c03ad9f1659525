"""Bring the catalogues in line with the messages in the code: `python -m locales.update`."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "locales" / "messages.pot"
SOURCES = ("bot", "db", "jobs", "plans", "reports", "tasks")
METHODS = [("**.py", "python")]
COMMENTS = ("Translators:",)
BEGINNING = datetime(2026, 11, 22, tzinfo=UTC)
"""The date in every header: a real one would change the files where no message did."""

PEOPLE = "Đôn Đốc contributors"

HEADER = (
    "header_comment",
    "project",
    "version",
    "msgid_bugs_address",
    "last_translator",
    "language_team",
    "creation_date",
    "revision_date",
    "fuzzy",
)
"""What every catalogue's head has alike, whatever tool or hand wrote the file before."""

LOCALES = ("vi", "en")
SOURCE_LOCALE = "en"
"""Messages are written in this language, so its catalogue repeats them."""


def catalogue_path(locale: str) -> Path:
    """Where the catalogue of a language lies."""
    return ROOT / "locales" / locale / "LC_MESSAGES" / "messages.po"


def extract_messages() -> Catalog:
    """Every message in the code, with its file and the comments for translators."""
    found = _new_catalogue(None)
    for folder in SOURCES:
        for file, line, message, comments, context in extract_from_dir(
            ROOT / folder, METHODS, comment_tags=COMMENTS
        ):
            place = (f"{folder}/{file}", line)
            found.add(message, None, [place], auto_comments=comments, context=context)
    return found


def read_catalogue(path: Path, locale: str | None = None) -> Catalog:
    """A catalogue as it stands in its file; an empty one where there is none yet."""
    if not path.exists():
        return _new_catalogue(locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def updated_catalogue(locale: str, template: Catalog) -> Catalog:
    """The language's catalogue with the template's messages; what is no longer said is left out.

    A message that changed a little keeps its translation marked fuzzy, for a person to look at.
    """
    catalogue = read_catalogue(catalogue_path(locale), locale)
    catalogue.update(template, no_fuzzy_matching=locale == SOURCE_LOCALE)
    catalogue.obsolete.clear()
    headed = _new_catalogue(locale)
    for part in HEADER:
        setattr(catalogue, part, getattr(headed, part))
    if locale == SOURCE_LOCALE:
        for message in catalogue:
            if message.id and not any(message.string or ()):
                message.string = message.id
    return catalogue


def _new_catalogue(locale: str | None) -> Catalog:
    """A catalogue without messages, with a header that has nothing in it that would change."""
    return Catalog(
        locale,
        header_comment="# The words of Đôn Đốc. `make catalogues` keeps this file up to date.",
        project="dondoc",
        version="1",
        msgid_bugs_address=PEOPLE,
        last_translator=PEOPLE,
        language_team=PEOPLE,
        creation_date=BEGINNING,
        revision_date=BEGINNING,
        fuzzy=False,
    )


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue so that it changes only where a message does: no line numbers, no dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")  # whole or not at all: a reader never meets half of it
    with beside.open("wb") as file:
        write_po(file, catalogue, width=100, sort_by_file=True, include_lineno=False)
    beside.replace(path)


def main() -> None:
    """Write the template and the catalogue of every language."""
    template = extract_messages()
    write_catalogue(TEMPLATE, template)
    for locale in LOCALES:
        write_catalogue(catalogue_path(locale), updated_catalogue(locale, template))


if __name__ == "__main__":
    main()
