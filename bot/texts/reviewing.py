"""Drafts of plans: what they amount to, their own fields, and what becomes of them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.draft_changes import field
from db.enums import DeadlineKind, DraftField, PlanState
from plans.words import clean, cut
from tasks.draft_summary import Silence

TITLE = 120
SHORT = 40
"""Longest title of a plan in a message and on a button, in characters."""
QUOTED = 3
"""Lines that ended in no task and are quoted in a summary."""
SHOWN = 12
"""Leading agencies, months and numbers of tasks named in one line."""


def plan_name(tr: Translator, *, number: str | None, title: str | None, file: str) -> str:
    """A plan by what it prints of itself, else by its file."""
    printed = " · ".join(filter(None, (number, title and cut(clean(title), TITLE))))
    return printed or file


def plan_button(*, number: str | None, title: str | None, file: str) -> str:
    """A plan on a button."""
    return cut(number or title or file, SHORT)


def plans(tr: Translator) -> str:
    """The heading of the list of plans."""
    return tr.gettext("The committee's plans")


def no_plans(tr: Translator) -> str:
    """An empty list, when asked for."""
    return tr.gettext("The committee has no plan yet. Send the plan's file here to begin.")


def plan_line(
    tr: Translator, *, name: str, state: PlanState, tasks: int, since: date | None, open: int
) -> str:
    """One plan in the list: a draft with what is to be looked at, else since when it counts."""
    count = tr.ngettext("{tasks} task", "{tasks} tasks", tasks).format(tasks=tasks)
    if state is PlanState.DRAFT:
        line = tr.ngettext(
            "Draft: {name} ({count}, {open} row to look at)",
            "Draft: {name} ({count}, {open} rows to look at)",
            open,
        )
        return line.format(name=name, count=count, open=open)
    return tr.gettext("{name} ({count}, followed since {day})").format(
        name=name, count=count, day=tr.day(since) if since else "?"
    )


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
    names = ", ".join(f"{cut(name, TITLE)} ({number})" for name, number in leads[:SHOWN])
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


def to_look_at(tr: Translator, *, open: int, total: int, later: int) -> str:
    """How many rows are to be looked at, of how many, and those kept for later."""
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
        quoted = [f"“{cut(clean(line), SHORT)}”" for line in lines[:QUOTED]]
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


def nobody_reminded(tr: Translator) -> str:
    """The last line of a draft's summary."""
    return tr.gettext(
        "Nobody is reminded before the plan is followed. Write a number (#12) to see and correct "
        "that row."
    )


def button_look(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: go through the doubtful rows."""
    return tr.ngettext("Look at {count} row", "Look at {count} rows", count).format(count=count)


def button_indicators(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: go through the doubtful indicators."""
    return tr.ngettext("Look at {count} indicator", "Look at {count} indicators", count).format(
        count=count
    )


def button_head(tr: Translator) -> str:
    """Under a draft's summary: number, date, issuer, title."""
    return tr.gettext("Correct number, date, title")


def button_aside(tr: Translator, *, count: int) -> str:
    """Under a draft's summary: the rows set aside."""
    return tr.gettext("Set aside ({count})").format(count=count)


def button_follow(tr: Translator) -> str:
    """Under a draft's summary."""
    return tr.gettext("Follow this plan")


def button_follow_anyway(tr: Translator) -> str:
    """Under the second question."""
    return tr.gettext("Follow it all the same")


def button_summary(tr: Translator) -> str:
    """Back to a draft's summary."""
    return tr.gettext("Back to the draft")


def row_line(*, number: int, content: str) -> str:
    """A row in a list: its number and first words."""
    return f"#{number} {cut(clean(content), TITLE)}"


def read_day(text: str) -> date | None:
    """A day as people write it: "19/9/2025", "ngày 19 tháng 9 năm 2025"; None where it is none."""
    found = [int(number) for number in re.findall(r"\d+", text)]
    try:
        return date(found[2], found[1], found[0]) if len(found) == 3 else None
    except ValueError:
        return None


def ask_head(tr: Translator, field: DraftField) -> str:
    """What is typed next is one of the plan's own fields."""
    return {
        DraftField.NUMBER: tr.gettext("What is the plan's number? For example 57/KH-UBND."),
        DraftField.ISSUED_ON: tr.gettext(
            "On which day was the plan issued? Deadlines that count from it move along."
        ),
        DraftField.ISSUER: tr.gettext("Who issued the plan?"),
        DraftField.TITLE: tr.gettext("What is the plan's title?"),
        DraftField.REPORTING: tr.gettext(
            "When does the plan want reports? Write each with its days, for example “Hằng tháng: "
            "báo cáo ngày 18, chốt ngày 14, họp ngày 23; Hằng năm: báo cáo trước ngày 30/11”; "
            "“không” if it wants none."
        ),
    }[field]


def button_field(tr: Translator, value: DraftField) -> str:
    """A field on a button."""
    name = field(tr, value)
    return name[:1].upper() + name[1:]


def field_line(tr: Translator, value: DraftField, said: str | None) -> str:
    """One of the plan's own fields, as it stands."""
    nothing = tr.gettext("not read")
    return f"{button_field(tr, value)}: {said or nothing}"


def bad_day(tr: Translator, *, words: str) -> str:
    """A day of issue that is none."""
    return tr.gettext("“{words}” is no day up to today. Write it as 19/09/2025.").format(
        words=cut(words, TITLE)
    )


def bad_reporting(tr: Translator, *, words: str) -> str:
    """Words that are no reports of a plan."""
    return tr.gettext(
        "“{words}” is not understood. Write for example “Hằng tháng: báo cáo ngày 18, chốt ngày "
        "14, họp ngày 23” or “Hằng quý: báo cáo ngày 20”."
    ).format(words=cut(words, TITLE))


def head_corrected(tr: Translator) -> str:
    """One of the plan's own fields was corrected."""
    return tr.gettext("✅ Corrected.")


def follow_anyway(tr: Translator, *, open: int) -> str:
    """Doubtful rows remain: asked once more."""
    return tr.ngettext(
        "{open} doubtful row has not been decided. Follow the plan all the same? What is doubtful "
        "counts as it stands.",
        "{open} doubtful rows have not been decided. Follow the plan all the same? What is "
        "doubtful counts as it stands.",
        open,
    ).format(open=open)


def followed(tr: Translator, *, name: str, tasks: int) -> str:
    """A draft was accepted."""
    return tr.ngettext(
        "✅ {name} is followed from now on: {tasks} task.",
        "✅ {name} is followed from now on: {tasks} tasks.",
        tasks,
    ).format(name=name, tasks=tasks)


def not_a_draft(tr: Translator) -> str:
    """An old button: the plan was accepted since, or is none of this committee's."""
    return tr.gettext("That is no draft any more. Type /kehoach to see the plans as they are.")


def secretaries_only(tr: Translator) -> str:
    """Drafts are the standing office's."""
    return tr.gettext("Drafts of plans are for the standing office.")


def asides(tr: Translator) -> str:
    """The heading over the rows set aside."""
    return tr.gettext("Rows set aside as no tasks:")
