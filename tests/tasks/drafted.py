"""Drafts for tests: a plan saved from the few rows that a test is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Committee, Plan
from plans.agencies.keys import agency_key, is_collective
from plans.indicators.targets import read_target
from plans.make_rows import read_deadline_cell
from plans.parsed import Leftover, ParsedAgency, ParsedIndicator, ParsedPlan, ParsedTask
from plans.store import save_plan
from tests.make import NOW, TODAY

ISSUED = date(2025, 9, 19)


def row(content: str, lead: str | None = None, deadline: str | None = None, **but: Any):
    """One row of a plan as read: nothing in it is doubtful unless told so."""
    given = ParsedTask(
        source="annex-1",
        group="I",
        group_title="Nhiệm vụ chung",
        no="",
        sub=None,
        content=content,
        parent_content=None,
        lead=(lead,) if lead else (),
        coordinating=(),
        product=None,
        deadline_raw=deadline,
        deadline_text=deadline,
        deadline=read_deadline_cell(deadline, but.pop("issued", ISSUED)),
        line=1,
    )
    return replace(given, **but)


def indicator(name: str, targets: dict[str, str], **but: Any) -> ParsedIndicator:
    """One indicator as read: nothing in it is doubtful unless told so."""
    read = ((year, read_target(raw)) for year, raw in targets.items())
    given = ParsedIndicator(
        source="annex-1",
        group="",
        group_title="",
        no="1",
        name=name,
        raw_name=name,
        unit=None,
        targets=tuple((year, target) for year, target in read if target),
        lead=(),
        coordinating=(),
        product=None,
        heading=False,
        line=80,
    )
    return replace(given, **but)


def parsed(rows: Sequence[ParsedTask], **but: Any) -> ParsedPlan:
    """A plan of these rows, numbered and with a line each."""
    tasks = tuple(replace(one, no=one.no or str(at), line=at + 1) for at, one in enumerate(rows, 1))
    names = {name: None for task in tasks for name in (*task.lead, *task.coordinating)}
    agencies = {agency_key(name): name for name in reversed(names)}
    given: dict[str, Any] = {
        "number": "57/KH-UBND",
        "issued_on": ISSUED,
        "counted_from": ISSUED,
        "counted_from_doubtful": False,
        "issuer": "Ủy ban nhân dân xã Vĩnh Lại",
        "title": "Kế hoạch chuyển đổi số",
        "reporting": (),
        "groups": (),
        "tasks": tasks,
        "leftovers": (Leftover("annex-1", 90, "Tổng cộng"),),
        "agencies": tuple(
            ParsedAgency(name, key, is_collective(name), (name,)) for key, name in agencies.items()
        ),
    }
    return ParsedPlan(**given | but)


async def save_draft(
    session: AsyncSession, committee: Committee, rows: Sequence[ParsedTask], **but: Any
) -> Plan:
    """These rows as a draft of this committee, the source kept line by line."""
    digest = but.pop("digest", f"{len(rows)}-{but.get('number', '57')}")
    file_name = but.pop("file_name", "ke-hoach.txt")
    plan = parsed(rows, **but)
    text = "PHỤ LỤC\n" + "".join(f"{task.no} {task.content}\n" for task in plan.tasks)
    saved = await save_plan(
        session,
        committee,
        plan,
        digest=digest,
        file_name=file_name,
        now=NOW,
        today=TODAY,
        text=text,
    )
    return saved.plan
