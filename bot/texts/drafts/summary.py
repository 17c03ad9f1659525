"""What was read of a draft, and what of it needs a look."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.i18n import Translator
from db.enums import DeadlineKind
from plans.words import clean, cut
from tasks.drafts.summary import Silence

AGENCY = 120
"""Longest name of an agency, in characters: a ruined row can run on for lines."""
LINE = 40
"""Longest piece of a line that ended in no task, in characters."""
QUOTED = 3
"""Lines that ended in no task and are quoted."""
SHOWN = 12
"""Leading agencies, months and numbers of tasks named in one line."""


def heading(tr: Translator, *, name: str) -> str:
    """Over a draft's summary."""
    return tr.gettext("Draft of a plan: {name}").format(name=name)


def issued(tr: Translator, *, issuer: str | None, day: date | None, doubtful: bool) -> str:
    """Who issued the plan, and from which day its deadlines count."""
    who = issuer or tr.gettext("issuer not read")
    if day is None:
        return tr.gettext("{who}; no day of issue is known").format(who=who)
    if doubtful:
        return tr.gettext(
            "{who}; no day of issue printed, deadlines count from {day} (doubtful)"
        ).format(who=who, day=tr.day(day))
    return tr.gettext("{who}, {day}").format(who=who, day=tr.day(day))


def issued_elsewhere(tr: Translator, *, issuer: str, committee: str) -> str:
    """A plan that another commune or province issued: it may have been sent to the wrong one."""
    return tr.gettext(
        "⚠️ Issued by {issuer}, and this is {committee}. If it was sent here by mistake, throw the "
        "draft away."
    ).format(issuer=issuer, committee=committee)


def reporting(tr: Translator, *, lines: str) -> str | None:
    """The reports that the plan wants; nothing where none was read."""
    if not lines:
        return None
    return tr.gettext("Reports: {reports}").format(reports="; ".join(lines.splitlines()))


def tasks_and_leads(tr: Translator, *, tasks: int, leads: Sequence[tuple[str, int]]) -> str:
    """How many tasks, and who leads how many."""
    count = tr.ngettext("{tasks} task", "{tasks} tasks", tasks).format(tasks=tasks)
    if not leads:
        return tr.gettext("{count}; no lead agency is named").format(count=count)
    names = ", ".join(f"{cut(name, AGENCY)} ({number})" for name, number in leads[:SHOWN])
    if len(leads) > SHOWN:
        names += ", …"
    sentence = tr.ngettext(
        "{count}, {agencies} lead agency: {names}",
        "{count}, {agencies} lead agencies: {names}",
        len(leads),
    )
    return sentence.format(count=count, agencies=len(leads), names=names)


def deadlines(
    tr: Translator, *, months: Sequence[tuple[date, int]], kinds: Mapping[DeadlineKind, int]
) -> str:
    """Due days by month, then what has no day."""
    said = [f"{day.month}/{day.year} ({count})" for day, count in months[:SHOWN]]
    if len(months) > SHOWN:
        rest = sum(count for _, count in months[SHOWN:])
        said.append(tr.gettext("later ({count})").format(count=rest))
    for kind, words in (
        (DeadlineKind.ONGOING, tr.gettext("continuous ({count})")),
        (DeadlineKind.CONDITIONAL, tr.gettext("on a condition ({count})")),
        (DeadlineKind.UNSPECIFIED, tr.gettext("none printed ({count})")),
        (DeadlineKind.UNREADABLE, tr.gettext("not readable ({count})")),
    ):
        if kinds.get(kind):
            said.append(words.format(count=kinds[kind]))
    return tr.gettext("Deadlines: {months}").format(months=", ".join(said))


def silence(tr: Translator, *, count: int, reasons: Mapping[Silence, Sequence[int]]) -> str:
    """How many tasks cannot be reminded of yet, and why; numbers where they are few."""
    words = {
        Silence.NO_LEAD: tr.gettext("no lead agency"),
        Silence.COLLECTIVE_LEAD: tr.gettext("the lead is a collective name"),
        Silence.NOBODY_LINKED: tr.gettext("nobody of the agency has come in yet"),
        Silence.NO_DEADLINE: tr.gettext("no deadline that can be read"),
    }
    said = "; ".join(f"{words[why]} ({_numbers(found)})" for why, found in reasons.items())
    sentence = tr.ngettext(
        "⚠️ {count} task cannot be reminded of yet: {reasons}",
        "⚠️ {count} tasks cannot be reminded of yet: {reasons}",
        count,
    )
    return sentence.format(count=count, reasons=said)


def codes_at(tr: Translator) -> str:
    """Under tasks whose agencies nobody has come in for: where the codes for them are."""
    return tr.gettext("To invite the agencies' officers: /nhansu")


def _numbers(found: Sequence[int]) -> str:
    """Tasks by number where they are few, else how many."""
    return ", ".join(f"#{number}" for number in found) if len(found) <= 3 else str(len(found))


def indicators(tr: Translator, *, count: int, open: int) -> str | None:
    """How many indicators the draft has, and how many of them are doubtful."""
    if not count:
        return None
    if not open:
        return tr.ngettext("{count} indicator", "{count} indicators", count).format(count=count)
    line = tr.ngettext(
        "{count} indicator, {open} to look at", "{count} indicators, {open} to look at", count
    )
    return line.format(count=count, open=open)


def to_look_at(tr: Translator, *, open: int, total: int, later: int, wording: int) -> str:
    """How many rows are to be looked at, of how many, and those kept for later; or, before that,
    in how many words alone are doubtful."""
    if not total:
        return tr.gettext("No row needs a look.")
    if not open:
        return tr.gettext("All {total} rows that needed a look have been looked at.").format(
            total=total
        )
    if later:
        return tr.gettext("{open} of {total} rows to look at, {later} of them put off.").format(
            open=open, total=total, later=later
        )
    if 0 < wording < open:
        return tr.gettext(
            "{open} of {total} rows to look at; in {wording} of them, which come last, only words "
            "are doubtful."
        ).format(open=open, total=total, wording=wording)
    return tr.gettext("{open} of {total} rows to look at.").format(open=open, total=total)


def left_over(tr: Translator, *, lines: Sequence[str], aside: int) -> str | None:
    """Lines that ended in no task, the first of them quoted, and rows that a secretary took out."""
    said = []
    if lines:
        sentence = tr.ngettext(
            "{count} line of the annexes ended in no task: {lines}",
            "{count} lines of the annexes ended in no task: {lines}",
            len(lines),
        )
        quoted = [f"“{cut(clean(line), LINE)}”" for line in lines[:QUOTED]]
        rest = ["…"] if len(lines) > QUOTED else []
        said.append(sentence.format(count=len(lines), lines=", ".join([*quoted, *rest])))
    if aside:
        sentence = tr.ngettext(
            "{count} row set aside as no task", "{count} rows set aside as no tasks", aside
        )
        said.append(sentence.format(count=aside))
    return "; ".join(said) or None


def on_the_page(tr: Translator) -> str:
    """In a draft's summary on the chat page: where all of it stands as a table."""
    return tr.gettext("All rows as a table: “Plans” at the head of this page.")


def nobody_reminded(tr: Translator, *, number: int) -> str:
    """The last line of a draft's summary, with the number of one of its rows."""
    return tr.gettext(
        "Nobody is reminded before the plan is followed. Write a number (#{number}) to see and "
        "correct that row."
    ).format(number=number)
