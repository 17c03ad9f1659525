"""What the command says of a plan's file: what was read, what is doubtful, whom nobody reaches."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from bot.i18n import Translator
from db.enums import DeadlineKind


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
        "deadline_several": tr.gettext("several deadlines are named; the earliest counts"),
        "deadline_working_days": tr.gettext("counted in working days, by the holidays of the law"),
        "deadline_year": tr.gettext("no year is printed; that of the plan's title is taken"),
        "deadline_unsure": tr.gettext(
            "the figures of the deadline are hard to read in the picture"
        ),
        "deadline_differs": tr.gettext("table and text give different deadlines"),
        "lead_from_prose": tr.gettext("the lead is taken from the text"),
        "deadline_from_prose": tr.gettext("the deadline is taken from the text"),
        "deadline_guessed": tr.gettext("the deadline is put right, or taken from the row above"),
        "cells_unsure": tr.gettext("words of this row may belong to another row"),
        "lead_unsure": tr.gettext("the lead agency may be misread, or of another cell"),
        "helpers_unsure": tr.gettext("the agencies that help may be misread"),
        "product_unsure": tr.gettext("words of the product may be misread or of another cell"),
        "number_missing": tr.gettext("no number is printed"),
        "columns_joined": tr.gettext(
            "two columns of the picture ran together; better taken anew, straight and well lit"
        ),
        "page_unclear": tr.gettext("the picture of this page is unclear, words may be misread"),
        "row_cut": tr.gettext("the row begins on a page that is not here"),
        "row_from_prose": tr.gettext("the row is taken from the text"),
    }.get(word, word)


def leftover(tr: Translator, *, line: int, text: str) -> str:
    """A line of an annex that ended in no task."""
    return tr.gettext("Line {line} ended in no task: {text}").format(line=line, text=text)


def unreached(tr: Translator, names: Iterable[str]) -> str:
    """Agencies that nobody can be reminded at."""
    return tr.gettext(
        "Nobody can be reached yet at: {names}. Make codes with: dondoc invite"
    ).format(names=", ".join(names))


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


def accepted_unlooked(tr: Translator, count: int) -> str:
    """Doubtful rows of a plan that is followed all the same."""
    line = tr.ngettext(
        "⚠️ {count} doubtful row is followed as it was read. The standing office corrects tasks in "
        "the chat.",
        "⚠️ {count} doubtful rows are followed as they were read. The standing office corrects "
        "tasks in the chat.",
        count,
    )
    return line.format(count=count)


def accepted_before(tr: Translator, *, plan_id: int) -> str:
    """Nothing changed."""
    return tr.gettext("Plan {plan} was accepted before; nothing has changed").format(plan=plan_id)


def same_file(tr: Translator, *, plan_id: int) -> str:
    """The file is there already."""
    return tr.gettext("This file was imported before as plan {plan}; nothing has changed").format(
        plan=plan_id
    )


def page_read(tr: Translator, *, page: int, pages: int) -> str:
    """A scanned page takes seconds; this says how far it is."""
    return tr.gettext("Reading scanned page {page} of {pages}…").format(page=page, pages=pages)


def alike(tr: Translator, *, one: str, other: str) -> str:
    """Two names in the directory that may be one agency."""
    line = tr.gettext("May be one agency: {one} / {other} (merge with /coquan in the chat).")
    return line.format(one=one, other=other)
