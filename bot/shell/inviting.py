"""`dondoc invite`: a one-time code, or a page of them to print."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shell.setting import (
    Shell,
    committee_of,
    fail,
    find_committee,
    shell,
    with_database,
    write_file,
)
from bot.texts import shell as texts
from bot.texts.people import inviting
from db.engine import Database
from db.enums import AGENCY_ROLES, Part, Role
from db.models import Agency, AgencyAlias, Committee, TaskAgency
from plans.agencies.keys import agency_key
from tasks.invitations import LASTS
from tasks.invitations import invite as make_invitation


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code: for whom, until when, and the link that sends it to the bot."""

    code: str
    who: str
    expires_at: datetime
    link: str | None


def invite(
    committee: Annotated[str, typer.Option(help="Which committee.")],
    role: Annotated[Role, typer.Option(help="What the person will be.")] = Role.OFFICER,
    agency: Annotated[str | None, typer.Option(help="An officer's or a head's agency.")] = None,
    name: Annotated[str | None, typer.Option(help="The person's name.")] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Make the committee, where there is none of this name.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print code, link and expiry.")] = False,
    all_agencies: Annotated[
        bool, typer.Option("--all-agencies", help="One code for every lead agency.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="The printable page of codes.")] = None,
) -> None:
    """Make a one-time code that brings somebody in."""
    here = shell()
    if all_agencies:
        if out is None:
            fail(inviting.out_needed(here.tr))
        if role not in AGENCY_ROLES:
            fail(inviting.agencies_have_no_such_role(here.tr))
        asyncio.run(_invite_all(here, committee, role, out))
        return
    if not committee.strip():
        fail(texts.committee_needed(here.tr))
    if role in AGENCY_ROLES and agency is None:
        fail(inviting.agency_needed(here.tr))
    if role not in AGENCY_ROLES and agency is not None:
        fail(inviting.agency_not_needed(here.tr))

    async def work(database: Database) -> tuple[Code, str | None]:
        username = await bot_name(here)
        made = None
        async with database.write() as session:
            if new:
                found, made = await committee_of(session, here, committee)
            else:
                found = await find_committee(session, here, committee)
            theirs = await _agency(session, here, found, agency) if agency else None
            return await _code(session, here, found, role, theirs, name, username), made

    code, made = asyncio.run(with_database(here, work))
    if as_json:
        body = {
            "code": code.code,
            "link": code.link,
            "expires_at": code.expires_at.isoformat(timespec="seconds"),
        }
        typer.echo(json.dumps(body, ensure_ascii=False))
        return
    if made:
        typer.echo(made)
    until = f"{here.tr.day(code.expires_at.date())} {code.expires_at:%H:%M}"
    typer.echo(inviting.invitation(here.tr, code=code.code, who=code.who, until=until))
    typer.echo(inviting.send_to_bot(here.tr, code=code.code))
    if code.link:
        typer.echo(inviting.link(here.tr, url=code.link))
        typer.echo(inviting.qr_file(here.tr, path=str(_write_qr(here, code))))


async def bot_name(here: Shell) -> str | None:
    """The Telegram bot's name, where one is configured and can be asked."""
    if here.settings.telegram_token is None:
        return None
    from bot.app import Program  # slow import, only where a bot is configured

    telegram = Program(here.settings, here.clock).telegram
    if telegram is None:
        return None
    await telegram.open()
    try:
        return await telegram.username()
    finally:
        await telegram.close()


async def _code(
    session: AsyncSession,
    here: Shell,
    committee: Committee,
    role: Role,
    agency: Agency | None,
    name: str | None,
    username: str | None,
) -> Code:
    code, expires_at = await make_invitation(
        session, committee, role=role, agency=agency, name=name, now=here.clock.now()
    )
    place = agency.name if agency else committee.name
    words = [name, f"{inviting.role(here.tr, role)}, {place}"]
    return Code(
        code=code,
        who=": ".join(word for word in words if word),
        expires_at=expires_at.astimezone(ZoneInfo(committee.timezone)),
        link=f"https://t.me/{username}?start={code}" if username else None,
    )


async def _agency(session: AsyncSession, here: Shell, committee: Committee, name: str) -> Agency:
    """The agency under any of its spellings, or an end with the names there are."""
    key = agency_key(name)
    rows = (
        await session.scalars(
            select(Agency)
            .where(
                Agency.committee_id == committee.id,
                Agency.collective.is_(False),
                Agency.merged_at.is_(None),
            )
            .order_by(Agency.name)
        )
    ).all()
    by_id = {agency.id: agency for agency in rows}
    alias = await session.scalar(
        select(AgencyAlias.agency_id).where(
            AgencyAlias.committee_id == committee.id, AgencyAlias.key == key
        )
    )
    found = next((agency for agency in rows if agency.key == key), by_id.get(alias or 0))
    if found is None:
        fail(texts.no_agency(here.tr, name=name, known=[agency.name for agency in rows]))
    return found


def _write_qr(here: Shell, code: Code) -> Path:
    """The link as a picture to scan, readable by this account alone: it lets one person in."""
    import segno  # slow import, only where a code is drawn

    folder = here.settings.folder / "invitations"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _forget_pictures(folder)
    path = folder / f"{code.code}.png"
    path.touch(mode=0o600)
    segno.make(code.link or code.code, error="m").save(str(path), scale=8)
    return path


def _forget_pictures(folder: Path) -> None:
    """Erase the pictures whose codes have expired."""
    before = time.time() - LASTS.total_seconds()
    for path in folder.glob("*.png"):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


async def _invite_all(here: Shell, name: str, role: Role, out: Path) -> None:
    async def work(database: Database) -> list[Code]:
        username = await bot_name(here)
        async with database.write() as session:
            committee = await find_committee(session, here, name)
            agencies = await _leading(session, committee)
            codes = [
                await _code(session, here, committee, role, agency, None, username)
                for agency in agencies
            ]
            # Written before the codes are committed: a page that fails leaves no codes behind.
            page = _sheet(here, committee.name, codes).encode()
            await asyncio.to_thread(partial(write_file, private=True), here, out, page)
            return codes

    codes = await with_database(here, work)
    typer.echo(inviting.sheet_written(here.tr, count=len(codes), path=str(out)))


async def _leading(session: AsyncSession, committee: Committee) -> Sequence[Agency]:
    """The agencies that lead a task, by name."""
    leading = select(TaskAgency.agency_id).where(
        TaskAgency.committee_id == committee.id, TaskAgency.part == Part.LEAD
    )
    query = (
        select(Agency)
        .where(
            Agency.committee_id == committee.id,
            Agency.collective.is_(False),
            Agency.id.in_(leading),
        )
        .order_by(Agency.name)
    )
    return (await session.scalars(query)).all()


def _sheet(here: Shell, committee: str, codes: list[Code]) -> str:
    """One page to print: a slip for each agency, with its code and its link if there is one."""
    import segno  # slow import, only where codes are printed
    from jinja2 import Environment, PackageLoader  # slow import, only here

    tr = here.tr
    until = tr.day(codes[0].expires_at.date()) if codes else ""
    template = Environment(loader=PackageLoader("bot.shell", "pages"), autoescape=True)
    slips = [
        {
            "who": code.who,
            "code": code.code,
            "how": inviting.send_to_bot(tr, code=code.code),
            "link": code.link,
            "qr": segno.make(code.link, error="m").svg_inline(scale=3) if code.link else None,
        }
        for code in codes
    ]
    return template.get_template("invitations.html").render(
        language=tr.locale,
        title=inviting.sheet_title(tr, committee=committee),
        note=inviting.sheet_note(tr, until=until),
        slips=slips,
    )
