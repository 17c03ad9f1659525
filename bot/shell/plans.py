"""`dondoc import` and `dondoc accept`."""

import asyncio
import hashlib
import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.following import follow
from bot.shell.setting import Shell, committee_of, fail, read_day, shell, with_database
from bot.texts import shell as texts
from bot.texts.drafts import importing
from bot.texts.drafts import versions as plan_versions
from bot.texts.drafts.files import not_read
from bot.texts.drafts.summary import silence, to_look_at
from db.engine import Database
from db.enums import PlanState
from db.models import Committee, Plan
from db.queries.agencies import directory, told_apart
from db.queries.people import unreached_agencies
from plans.apart import read_apart
from plans.labels import to_labels
from plans.parsed import ParsedPlan
from plans.source import PlanSourceError
from plans.store import save_plan
from plans.unread_tables import why_no_tasks
from tasks.agencies import look_alikes
from tasks.drafts.summary import summarise
from tasks.drafts.versions import likely_original, set_amended, versions_of
from tasks.errors import NotADraftError


def import_plan(
    file: Annotated[Path, typer.Argument(help="The plan: .docx, .xlsx, .pdf, a scan, .txt.")],
    committee: Annotated[str | None, typer.Option(help="Whose plan it is.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Follow it at once.")] = False,
    amends: Annotated[
        str | None, typer.Option(help="The followed plan that this is a newer version of.")
    ] = None,
    issued: Annotated[str | None, typer.Option(help="Its day of issue, YYYY-MM-DD.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read it and store nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole reading.")] = False,
) -> None:
    """Read a plan, and keep it for a committee as a draft."""
    here = shell()
    issued_on = read_day(here, issued)
    if not file.is_file():
        fail(texts.no_file(here.tr, path=str(file)))
    try:
        reading = asyncio.run(
            read_apart(file, file.name, issued_on=issued_on, on_page=partial(_show_page, here))
        )
    except PlanSourceError as error:
        fail(not_read(here.tr, error))
    parsed = reading.plan
    if dry_run:
        if as_json:
            typer.echo(json.dumps(to_labels(parsed), ensure_ascii=False))
        else:
            typer.echo("\n".join(describe(here, parsed)))
        return
    if committee is None or not committee.strip():
        fail(texts.committee_needed(here.tr))
    if not parsed.tasks:
        fail(not_read(here.tr, why_no_tasks(parsed, file.name)))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    lines = asyncio.run(
        with_database(
            here,
            lambda database: _store(
                here,
                database,
                parsed,
                committee.strip(),
                file.name,
                digest,
                reading.text,
                amends=amends,
                accept=accept,
            ),
        )
    )
    if as_json:
        typer.echo(json.dumps(to_labels(parsed), ensure_ascii=False))
    else:
        typer.echo("\n".join(lines))


async def _show_page(here: Shell, page: int, pages: int) -> None:
    """Say which scanned page is being read; apart from what is printed for another program."""
    typer.echo(importing.page_read(here.tr, page=page, pages=pages), err=True)


async def _store(
    here: Shell,
    database: Database,
    parsed: ParsedPlan,
    name: str,
    file_name: str,
    digest: str,
    text: str,
    *,
    amends: str | None,
    accept: bool,
) -> list[str]:
    tr, now, lines = here.tr, here.clock.now(), []
    async with database.write() as session:
        committee, made = await committee_of(session, here, name)
        if made:
            lines.append(made)
        today = now.astimezone(ZoneInfo(committee.timezone)).date()
        saved = await save_plan(
            session,
            committee,
            parsed,
            digest=digest,
            file_name=file_name,
            now=now,
            today=today,
            text=text,
        )
        plan = saved.plan
        found = await summarise(session, plan)
        if saved.new:
            lines += describe(here, parsed, first=found.rows[0].task.number)
        elif amends is None:
            lines.append(importing.same_file(tr, plan_id=plan.id))
        versions, like = await _versions(here, session, plan, amends)
        lines += versions
        if accept and plan.state is PlanState.DRAFT and not like:
            lines += await _follow(here, session, committee, plan)
        if saved.new:
            lines += await _alike(session, here, committee)
        if found.silent:
            reasons = {why: [one.task.number for one in rows] for why, rows in found.silent.items()}
            lines.append(silence(tr, count=found.silent_tasks, reasons=reasons))
        nobody = await unreached_agencies(session, committee.id)
        if nobody:
            lines.append(importing.unreached(tr, (agency.name for agency in nobody)))
        elif saved.new and found.leads:
            lines.append(importing.everybody_reached(tr))
        if saved.new and plan.state is PlanState.DRAFT:
            lines.append(
                to_look_at(
                    tr,
                    open=len(found.open),
                    total=len(found.open),
                    later=0,
                    wording=len(found.of_wording),
                )
            )
            lines.append(importing.saved_draft(tr, plan_id=plan.id))
    return lines


async def _alike(session: AsyncSession, here: Shell, committee: Committee) -> list[str]:
    """Names of the committee's directory that may be one agency; /coquan merges them."""
    known = [one.agency for one in await directory(session, committee.id)]
    pairs = look_alikes(known, await told_apart(session, committee.id))
    return [importing.alike(here.tr, one=one.name, other=other.name) for one, other in pairs]


def describe(here: Shell, parsed: ParsedPlan, *, first: int = 1) -> list[str]:
    """What was read of a plan, and what needs a look; a line a fact. `first` is the number that
    its first task has in the committee."""
    tr = here.tr
    collective = {agency.name for agency in parsed.agencies if agency.collective}
    leads = Counter(name for task in parsed.tasks for name in task.lead if name not in collective)
    lines = [parsed.title] if parsed.title else []
    lines.append(importing.plan_read(tr, Counter(task.deadline.kind for task in parsed.tasks)))
    lines.append(importing.agencies(tr, leads.most_common()))
    nobodys = sum(not set(task.lead) - collective for task in parsed.tasks)
    if nobodys:
        lines.append(importing.unassigned(tr, nobodys))
    day, doubtful = parsed.counted_from, parsed.counted_from_doubtful
    lines.append(importing.counted_from(tr, day=day, doubtful=doubtful))
    measured = sum(not row.heading for row in parsed.indicators)
    if measured:
        lines.append(importing.indicators(tr, measured))
    for number, task in enumerate(parsed.tasks, first):
        if task.doubts:
            doubts = ", ".join(importing.doubt(tr, word) for word in task.doubts)
            lines.append(importing.doubtful_task(tr, number=number, line=task.line, doubts=doubts))
    lines += [importing.leftover(tr, line=left.line, text=left.text) for left in parsed.leftovers]
    return lines


async def _versions(
    here: Shell, session: AsyncSession, plan: Plan, amends: str | None
) -> tuple[list[str], bool]:
    """What a draft changes of the plan that it amends, and whether it may amend one unsaid."""
    tr = here.tr
    if amends is not None:
        try:
            await set_amended(session, plan, _plan_id(amends), by=None)
        except NotADraftError:
            fail(plan_versions.not_amendable(tr, plan=amends))
    if plan.state is not PlanState.DRAFT:
        return [], False
    versions = await versions_of(session, plan)
    if versions is not None:
        return [plan_versions.figures(tr, versions), *plan_versions.lines(tr, versions)], False
    like = await likely_original(session, plan)
    if like is None:
        return [], False
    question = plan_versions.looks_amended(
        tr,
        plan=plan_versions.plan_name(like.old),
        alike=len(like.found.kept),
        total=len(like.new_rows),
    )
    return [question, plan_versions.same_plan_hint(tr, plan_id=like.old.id)], True


async def _follow(
    here: Shell, session: AsyncSession, committee: Committee, plan: Plan
) -> list[str]:
    """Follow a draft, and say so, with how many doubtful rows nobody looked at; those whose tasks
    it changes are told by the program."""
    unlooked = len((await summarise(session, plan)).open)
    told = await follow(
        session,
        committee,
        plan,
        standing=None,
        now=here.clock.now(),
        tr=here.tr,
        default_locale=here.settings.locale,
    )
    lines = [importing.accepted(here.tr, plan_id=plan.id)]
    if unlooked:
        lines.append(importing.accepted_unlooked(here.tr, unlooked))
    return [*lines, plan_versions.people_told(here.tr, told)] if told else lines


def _plan_id(number: str) -> int:
    """The id that a plan's number stands for; 0, which no plan has, where it is none."""
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def accept(
    plan: Annotated[str, typer.Argument(help="The plan's number, as `import` printed it.")],
) -> None:
    """Follow a draft from now on: its officers are reminded."""
    here = shell()

    async def work(database: Database) -> str:
        async with database.write() as session:
            found = await session.get(Plan, _plan_id(plan))
            if found is None:
                fail(texts.no_plan(here.tr, plan=plan))
            if found.state is PlanState.ACCEPTED:
                return importing.accepted_before(here.tr, plan_id=found.id)
            committee = await session.get_one(Committee, found.committee_id)
            return "\n".join(await _follow(here, session, committee, found))

    typer.echo(asyncio.run(with_database(here, work)))
