"""What the command line says to the operator."""

from collections.abc import Iterable
from datetime import date

from bot.i18n import Translator


def committee_made(tr: Translator, *, name: str) -> str:
    """There was none of this name."""
    return tr.gettext("New committee: {name}").format(name=name)


def rest_day(tr: Translator, *, day: date) -> str:
    """An added day of rest."""
    return tr.gettext("{day}: rest").format(day=tr.long_day(day))


def work_day(tr: Translator, *, day: date) -> str:
    """A day made a working day."""
    return tr.gettext("{day}: work").format(day=tr.long_day(day))


def running(tr: Translator, *, url: str) -> str:
    """Where the page is."""
    return tr.gettext("The chat page is at {url} (Ctrl+C ends the program)").format(url=url)


def not_real_clock(tr: Translator, *, now: str) -> str:
    """Loud, because people would be reminded on wrong days."""
    return tr.gettext(
        "ATTENTION: THE CLOCK IS NOT REAL. DONDOC_CLOCK is set; for this program it is {now}"
    ).format(now=now)


def no_committee(tr: Translator, *, name: str, known: Iterable[str]) -> str:
    """A name that no committee has."""
    names = "; ".join(known)
    if not names:
        return tr.gettext(
            "There is no committee “{name}”, nor any other yet; begin with: dondoc invite --new "
            "--role secretary --committee NAME"
        ).format(name=name)
    return tr.gettext("There is no committee “{name}”; there are: {names}").format(
        name=name, names=names
    )


def no_agency(tr: Translator, *, name: str, known: Iterable[str]) -> str:
    """A name that no agency of the committee has."""
    return tr.gettext("There is no agency “{name}”; there are: {names}").format(
        name=name, names="; ".join(known)
    )


def no_plan(tr: Translator, *, plan: str) -> str:
    """A plan that is not there."""
    return tr.gettext("There is no plan {plan}").format(plan=plan)


def no_file(tr: Translator, *, path: str) -> str:
    """A file that is not there, or is none."""
    return tr.gettext("There is no file {path}").format(path=path)


def bad_day(tr: Translator, *, value: str) -> str:
    """A day that is none."""
    return tr.gettext("“{value}” is not a day; write it as 2025-12-31").format(value=value)


def bad_time(tr: Translator, *, value: str) -> str:
    """A time that is none."""
    return tr.gettext("“{value}” is not a time; write it as 2025-12-17T08:00").format(value=value)


def committee_needed(tr: Translator) -> str:
    """Without --dry-run a plan goes somewhere."""
    return tr.gettext("Say whose plan it is with --committee")


def file_not_written(tr: Translator, *, path: str) -> str:
    """No such folder, or no right to write there."""
    return tr.gettext("The file {path} cannot be written").format(path=path)


def folder_unusable(tr: Translator, *, path: str) -> str:
    """The data folder cannot be made, or the database's folder is not there."""
    return tr.gettext(
        "The folder {path} cannot be used; see DONDOC_DATA_DIR and DONDOC_DATABASE_URL"
    ).format(path=path)


def already_running(tr: Translator, *, path: str) -> str:
    """One program an SQLite file."""
    return tr.gettext(
        "Another dondoc is running on {path}. Stop it first, or use PostgreSQL to share the work"
    ).format(path=path)


def address_taken(tr: Translator, *, host: str, port: int) -> str:
    """Something else listens there."""
    return tr.gettext(
        "The address {host}:{port} is taken; choose another with DONDOC_WEB_PORT"
    ).format(host=host, port=port)


def address_unusable(tr: Translator, *, host: str, port: int) -> str:
    """This machine has no such address, or it is not ours to use."""
    return tr.gettext(
        "The address {host}:{port} cannot be used; see DONDOC_WEB_HOST and DONDOC_WEB_PORT"
    ).format(host=host, port=port)


def not_a_database(tr: Translator) -> str:
    """The file is something else, or damaged."""
    return tr.gettext("The file is not a database, or is damaged; see DONDOC_DATABASE_URL")


def database_unreachable(tr: Translator) -> str:
    """The address itself is not repeated: it may carry a password."""
    return tr.gettext(
        "The database cannot be reached; see DONDOC_DATABASE_URL and whether the server runs"
    )


def no_agencies(tr: Translator) -> str:
    """A committee without a directory."""
    return tr.gettext("There are no agencies yet.")
