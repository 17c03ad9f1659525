"""What the command line says to the operator."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from bot.i18n import Translator
from db.enums import DeadlineKind, Recurs, Role


def plan_read(tr: Translator, kinds: Counter[DeadlineKind]) -> str:
    """How many tasks a plan has, by what sort of deadline."""
    total = sum(kinds.values())
    sentence = tr.ngettext(
        "{total} task: {by} with a day, {recurring} recurring, {ongoing} continuous, "
        "{conditional} conditional, {unspecified} without a deadline, {unreadable} unreadable",
        "{total} tasks: {by} with a day, {recurring} recurring, {ongoing} continuous, "
        "{conditional} conditional, {unspecified} without a deadline, {unreadable} unreadable",
        total,
    )
    counts = {kind.value: kinds[kind] for kind in DeadlineKind}
    return sentence.format(total=total, **counts)


def agencies(tr: Translator, named: Iterable[tuple[str, int]]) -> str:
    """The agencies that lead tasks, with how many."""
    # Translators: {names} is a list such as "Công an xã (8), Phòng Kinh tế (10)".
    names = ", ".join(f"{name} ({count})" for name, count in named)
    if not names:
        return tr.gettext("No lead agency is named")
    return tr.gettext("Lead agencies: {names}").format(names=names)


def indicators(tr: Translator, count: int) -> str:
    """How many indicators the plan has."""
    return tr.ngettext("{count} indicator", "{count} indicators", count).format(count=count)


def unassigned(tr: Translator, count: int) -> str:
    """Tasks whose lead is a collective name or none."""
    return tr.ngettext(
        "{count} task names no agency of its own as its lead",
        "{count} tasks name no agency of their own as their lead",
        count,
    ).format(count=count)


def counted_from(tr: Translator, *, day: date | None, doubtful: bool) -> str:
    """From which day the deadlines count, and how sure that is."""
    if day is None:
        return tr.gettext(
            "The plan prints no date of issue and cites none; give it with --issued YYYY-MM-DD"
        )
    if doubtful:
        return tr.gettext(
            "Doubtful: the plan prints no date of issue; deadlines count from the latest document "
            "it cites, {day}. Give the right day with --issued YYYY-MM-DD"
        ).format(day=tr.day(day))
    return tr.gettext("Deadlines count from {day}").format(day=tr.day(day))


def doubtful_task(tr: Translator, *, number: int, line: int | None, doubts: str) -> str:
    """A row that needs a look, with where it stands."""
    return tr.gettext("#{number} (line {line}) needs a look: {doubts}").format(
        number=number, line=line or "?", doubts=doubts
    )


def doubt(tr: Translator, word: str) -> str:
    """A reader's doubt in words."""
    return {
        "lead_missing": tr.gettext("no lead agency"),
        "lead_collective": tr.gettext("the lead is a collective name"),
        "several_leads": tr.gettext("several lead agencies"),
        "agency_unknown": tr.gettext("an agency not known"),
        "deadline_unreadable": tr.gettext("the deadline cannot be read"),
        "deadline_uncounted": tr.gettext("it recurs, and no day of issue is known to count from"),
        "deadline_differs": tr.gettext("table and text give different deadlines"),
        "lead_from_prose": tr.gettext("the lead is taken from the text"),
        "deadline_from_prose": tr.gettext("the deadline is taken from the text"),
        "helpers_unsure": tr.gettext("the agencies that help may be misread"),
        "product_unsure": tr.gettext("words of the product may be misread or of another cell"),
        "row_from_prose": tr.gettext("the row is taken from the text"),
    }.get(word, word)


def leftover(tr: Translator, *, line: int, text: str) -> str:
    """A line of an annex that ended in no task."""
    return tr.gettext("Line {line} ended in no task: {text}").format(line=line, text=text)


def unreached(tr: Translator, names: Iterable[str]) -> str:
    """Agencies that nobody can be reminded at."""
    return tr.gettext("Nobody can be reached yet at: {names}").format(names=", ".join(names))


def everybody_reached(tr: Translator) -> str:
    """All agencies have somebody."""
    return tr.gettext("Every lead agency has somebody who can be reached")


def saved_draft(tr: Translator, *, plan_id: int) -> str:
    """A draft was stored."""
    return tr.gettext(
        "Saved as plan {plan}, a draft that reminds nobody. Accept it with: dondoc accept {plan}"
    ).format(plan=plan_id)


def accepted(tr: Translator, *, plan_id: int) -> str:
    """A plan is followed from now on."""
    return tr.gettext("Plan {plan} is accepted and followed from now on").format(plan=plan_id)


def accepted_before(tr: Translator, *, plan_id: int) -> str:
    """Nothing changed."""
    return tr.gettext("Plan {plan} was accepted before; nothing has changed").format(plan=plan_id)


def same_file(tr: Translator, *, plan_id: int) -> str:
    """The file is there already."""
    return tr.gettext("This file was imported before as plan {plan}; nothing has changed").format(
        plan=plan_id
    )


def committee_made(tr: Translator, *, name: str) -> str:
    """There was none of this name."""
    return tr.gettext("New committee: {name}").format(name=name)


def role(tr: Translator, value: Role) -> str:
    """A role's name."""
    return {
        Role.SECRETARY: tr.gettext("standing office"),
        Role.MEMBER: tr.gettext("member"),
        Role.HEAD: tr.gettext("head"),
        Role.OFFICER: tr.gettext("officer"),
    }[value]


def recurrence(tr: Translator, value: Recurs) -> str:
    """How often, in a word."""
    return {
        Recurs.MONTHLY: tr.gettext("monthly"),
        Recurs.QUARTERLY: tr.gettext("quarterly"),
        Recurs.HALF_YEARLY: tr.gettext("half-yearly"),
        Recurs.YEARLY: tr.gettext("yearly"),
        Recurs.ONGOING: tr.gettext("continuously"),
    }[value]


def invitation(tr: Translator, *, code: str, who: str, until: str) -> str:
    """A one-time code, for whom, and until when."""
    return tr.gettext("Code {code} for {who}, good once, until {until}").format(
        code=code, who=who, until=until
    )


def send_to_bot(tr: Translator, *, code: str) -> str:
    """How a code is used."""
    return tr.gettext("Send to the bot or on the chat page: /start {code}").format(code=code)


def link(tr: Translator, *, url: str) -> str:
    """The Telegram deep link."""
    return tr.gettext("Link: {url}").format(url=url)


def qr_file(tr: Translator, *, path: str) -> str:
    """Where the QR code is."""
    return tr.gettext("QR code: {path}").format(path=path)


def sheet_title(tr: Translator, *, committee: str) -> str:
    """The heading of the printable page of codes."""
    return tr.gettext("Invitation codes: {committee}").format(committee=committee)


def sheet_note(tr: Translator, *, until: str) -> str:
    """Under the heading of the printable page."""
    return tr.gettext(
        "Each code brings in one person, once, until {until}. Cut along the lines and hand each "
        "agency its own."
    ).format(until=until)


def sheet_written(tr: Translator, *, count: int, path: str) -> str:
    """The printable page is there."""
    return tr.ngettext(
        "{count} code written to {path}", "{count} codes written to {path}", count
    ).format(count=count, path=path)


def nobody(tr: Translator) -> str:
    """No people yet."""
    return tr.gettext("Nobody has come in yet; make codes with: dondoc invite")


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
        return tr.gettext("There is no committee “{name}”, nor any other yet").format(name=name)
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


def page_read(tr: Translator, *, page: int, pages: int) -> str:
    """A scanned page takes seconds; this says how far it is."""
    return tr.gettext("Reading scanned page {page} of {pages}…").format(page=page, pages=pages)


def no_tasks(tr: Translator, *, path: str) -> str:
    """A file without a task in it."""
    return tr.gettext("No task was found in {path}; nothing was stored").format(path=path)


def bad_day(tr: Translator, *, value: str) -> str:
    """A day that is none."""
    return tr.gettext("“{value}” is not a day; write it as 2025-12-31").format(value=value)


def bad_time(tr: Translator, *, value: str) -> str:
    """A time that is none."""
    return tr.gettext("“{value}” is not a time; write it as 2025-12-17T08:00").format(value=value)


def agency_needed(tr: Translator) -> str:
    """An officer or head belongs to an agency."""
    return tr.gettext("An officer or a head needs --agency")


def agency_not_needed(tr: Translator) -> str:
    """A member or secretary belongs to the committee itself."""
    return tr.gettext("A member or a secretary belongs to no agency; leave --agency out")


def committee_needed(tr: Translator) -> str:
    """Without --dry-run a plan goes somewhere."""
    return tr.gettext("Say whose plan it is with --committee")


def out_needed(tr: Translator) -> str:
    """The printable page needs a file."""
    return tr.gettext("Name the page with --out FILE")


def agencies_have_no_such_role(tr: Translator) -> str:
    """--all-agencies with a role of the committee itself."""
    return tr.gettext("--all-agencies makes codes for officers or heads alone")


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


def alike(tr: Translator, *, one: str, other: str) -> str:
    """Two names in the directory that may be one agency."""
    line = tr.gettext("May be one agency: {one} / {other} (merge with /coquan in the chat).")
    return line.format(one=one, other=other)


def no_agencies(tr: Translator) -> str:
    """A committee without a directory."""
    return tr.gettext("There are no agencies yet.")
