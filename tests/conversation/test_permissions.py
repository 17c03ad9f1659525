"""Who may do what: every command and every button, for every role, with true and forged data.

A verb is refused where its answer is one of the refusals, and done where it is any other. A new
verb needs a row here.
"""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from bot.conversation.handlers import BUTTONS, COMMANDS
from bot.conversation.router import answer
from bot.ports import Incoming
from db.engine import Database
from db.enums import Came, Progress, Role
from db.models import (
    Acknowledgement,
    Extension,
    GroupBinding,
    Handover,
    Indicator,
    Instruction,
    JoinRequest,
    Occurrence,
    OutboxMessage,
    ReportInStead,
    StatusUpdate,
    Task,
)
from db.queries.people import chat_at
from tests.dialogues.cast import BINH, DUNG, HOA, LAN, THU, Cast, gather
from tests.make import DAY, NOW, TODAY, make_chat, make_membership, make_person
from tests.tasks.drafted import indicator, row, save_draft

ELSEWHERE, THEIR_OFFICE = 108, 109
"""A member and the standing office of the neighbouring committee."""

ROLES = {
    "O": HOA,
    "H": DUNG,
    "S": THU,
    "M": BINH,
    "N": LAN,
    "X": ELSEWHERE,
    "Y": THEIR_OFFICE,
}
"""Officer, head, secretary, member; nobody; member and secretary of another committee."""

REFUSED = re.compile(
    r"Nội dung này dành cho|Nội dung này đã được xử lý|Chỉ thành viên Ban Chỉ đạo cho ý kiến"
    r"|Thủ trưởng cơ quan chủ trì quyết định|do cơ quan chủ trì báo cáo|chỉ báo cáo được"
    r"|cơ quan đồng chí không|Tài khoản này chưa kết nối|Không có gì để hủy|Báo cáo này đã được"
    r"|không còn là dự thảo"
    r"|Dự thảo kế hoạch dành cho|Dự thảo này không còn|Đồng chí không báo cáo cho cơ quan nào"
    r"|không tham gia|không có gì thay đổi"
)

ALL = "OHSM"
"""Everybody of the committee; "XY" beside them: the neighbours, in their own committee."""

BUTTON_ROWS: dict[str, tuple[str, str]] = {
    "task": ("{task}", "OHSM"),
    "mine": ("0", "OH"),
    "list": ("overdue:0", "OH"),
    "history": ("{task}", "OHSM"),
    "help": ("more", ALL + "XY"),
    "passon": ("1", ""),
    "asked": ("1:0", ""),
    "part": ("overdue:::", "OHSMXY"),
    "attach": ("{task}", "OHS"),
    "prove": ("1:{task}", ""),
    "off": ("1", ""),
    "files": ("{task}", "OHSM"),
    "done": ("{task}", "OH"),
    "progress": ("{task}", "OH"),
    "percent": ("{task}:50", "OH"),
    "idle": ("{task}", "OH"),
    "blocked": ("{task}", "OH"),
    "extend": ("{task}", "OH"),
    "until": ("{task}:2026-02-16", "OH"),
    "nothing": ("{task}", ""),
    "undo": ("{done}", "O"),
    "which": ("1:{task}", ""),
    "forall": ("1", ""),
    "leadto": ("{task}:{police}", "S"),
    "leadall": ("{task}:{police}", "S"),
    "prolong": ("1", ""),
    "demand": ("1", ""),
    "demandof": ("1:{task}", ""),
    "dueby": ("{task}:2025-12-25", "S"),
    "must": ("1", ""),
    "cleared": ("{task}", "OH"),
    "review": ("{done}", "OHSM"),
    "accept": ("{done}", "S"),
    "acceptall": ("1", "SY"),
    "return": ("{done}", "S"),
    "grant": ("{extension}", "SM"),
    "refuse": ("{extension}", "SM"),
    "away": ("1:{officer}", ""),
    "back": ("1", ""),
    "hour": ("8:17", ALL + "XY"),
    "why": ("{task}", "S"),
    "ladder": ("", "SY"),
    "language": ("vi", ALL + "XY"),
    "assign": ("1", ""),
    "amend": ("1", ""),
    "drop": ("1", ""),
    "lead": ("1:{culture}", ""),
    "newlead": ("1:{culture}", ""),
    "helper": ("1:{culture}", ""),
    "deadline": ("1:0", ""),
    "received": ("{donetask}", "O"),
    "instead": ("{task}", "S"),
    "insteadof": ("1:{culture}", ""),
    "came": ("1:phone", ""),
    "wrong": ("{instead}", "OH"),
    "correct": ("{task}", "S"),
    "putback": ("1", ""),
    "pause": ("{task}", "S"),
    "resume": ("{task}", "S"),
    "hand": ("{handover}:{police}", "S"),
    "nudge": ("all", "SY"),
    "staff": ("0", "SY"),
    "staffof": ("0", "SY"),
    "invite": ("officer:{culture}", "S"),
    "person": ("{officer}", "S"),
    "giverole": ("{officer}:member:0", "S"),
    "move": ("{officer}:{police}", "S"),
    "end": ("{officer}:1", "S"),
    "endrole": ("{officer}:officer:{culture}", "S"),
    "letin": ("{request}:{police}", "S"),
    "groupcode": ("{culture}", "S"),
    "groupfor": ("0", "SY"),
    "groupend": ("{group}", "S"),
    "named": ("{task}:{officer}", "H"),
    "instruct": ("{task}", "M"),
    "answer": ("{instruction}", "OH"),
    "readnow": ("1", ""),
    "newer": ("{task}", ""),
    "changes": ("{draft}", "S"),
    "ownplan": ("{task}", ""),
    "draft": ("{draft}", "S"),
    "asides": ("{draft}", "S"),
    "head": ("{draft}", "S"),
    "headfield": ("{draft}:0:title", "S"),
    "follow": ("{draft}", "S"),
    "followanyway": ("{draft}", "S"),
    "discard": ("{draft}", "S"),
    "discardit": ("{draft}", "S"),
    "look": ("{draft}", "S"),
    "row": ("{draftrow}", "S"),
    "rowright": ("{draftrow}:0", "S"),
    "rowsright": ("{draft}", "S"),
    "rowlater": ("{draftrow}:0", "S"),
    "rownot": ("{draftrow}:0", "S"),
    "rowback": ("{draftrow}:0", "S"),
    "rowuntil": ("{draftrow}:0", "S"),
    "rowwho": ("{draftrow}:0", "S"),
    "rowwords": ("{draftrow}:0", "S"),
    "goeson": ("{draftrow}:0", ""),
    "pair": ("{draftrow}:0:1", ""),
    "rowlead": ("{task}", ""),
    "rowkeep": ("{task}", ""),
    "inlook": ("{draft}", "S"),
    "inright": ("{draftindicator}:0", "S"),
    "inlater": ("{draftindicator}:0", "S"),
    "innot": ("{draftindicator}:0", "S"),
    "inback": ("{draftindicator}:0", "S"),
    "intargets": ("{draftindicator}:0", "S"),
    "inname": ("{draftindicator}:0", "S"),
    "inwho": ("{draftindicator}:0", "S"),
    "inlead": ("{task}", ""),
    "inkeep": ("{task}", ""),
    "indicators": ("", ALL + "XY"),
    "indicator": ("{task}", ""),
    "reading": ("{task}", ""),
    "right": ("{task}", ""),
    "unread": ("{task}", ""),
    "reached": ("{task}", ""),
    "agencies": ("0", "SY"),
    "agency": ("{culture}", "S"),
    "mergewith": ("{culture}:0", "S"),
    "mergeask": ("{culture}:{police}", "S"),
    "merge": ("{culture}:{police}", "S"),
    "unmerge": ("{task}", ""),
    "unalias": ("{task}", ""),
    "alike": ("", "SY"),
    "apart": ("{culture}:{police}", "S"),
    "rename": ("{culture}", "S"),
    "takeout": ("{culture}", "S"),
    "members": ("{task}", ""),
    "member": ("{task}", ""),
}
"""Data for each button, and who gets past it; where nobody does, there is nothing to press on."""

COMMAND_ROWS: dict[str, str] = {
    "viec": "OH",
    "chitieu": ALL + "XY",
    "coquan": "SY",
    "tonghop": "SMXY",
    "xacnhan": "SY",
    "giaoviec": "SY",
    "kehoach": ALL + "XY",
    "chidao": ALL + "XY",
    "nhansu": "SY",
    "nhom": "SY",
    "dondoc": "SY",
    "vangmat": ALL + "XY",
    "gio": ALL + "XY",
    "nhacviec": "SY",
    "ky": "OHSMXY",
    "tuantoi": "SY",
    "language": ALL + "XY",
    "ngonngu": ALL + "XY",
    "banchidao": ALL + "XY",
    "trogiup": ALL + "XY",
    "help": ALL + "XY",
    "start": ALL + "XY",
}
"""Who gets something else than a refusal from each command, typed alone."""


@dataclass
class Scene:
    """A committee with something of every kind to press on."""

    database: Database
    cast: Cast
    ids: dict[str, int]


class UndoneError(Exception):
    """Ends a turn without keeping it."""


@pytest.fixture
def kind() -> str:
    """The rules are the same on every database; the embedded one is the quickest."""
    return "sqlite"


@pytest.fixture
async def scene(database: Database) -> Scene:
    async with database.write() as session:
        cast = await gather(session, "plain")
        for chat, role in ((ELSEWHERE, Role.MEMBER), (THEIR_OFFICE, Role.SECRETARY)):
            person = await make_person(session, name=f"Người xã Tân An {chat}")
            await make_chat(session, person, channel="plain", address=str(chat))
            await make_membership(session, person, role=role, committee=cast.tan_an)
        task = cast.tasks[3]
        there = (
            await session.scalars(select(Occurrence).where(Occurrence.task_id == task.id))
        ).one()
        common = {"committee_id": cast.vinh_lai.id}
        officer, secretary = cast.people[HOA], cast.people[THU]
        done = StatusUpdate(
            **common,
            occurrence_id=there.id,
            person_id=officer.id,
            progress=Progress.DONE,
            percent=100,
            words="xong",
            reported_on=TODAY,
            reported_at=NOW,
        )
        session.add(done)
        await session.flush()
        there.progress, there.percent, there.done_on = Progress.DONE, 100, TODAY
        rows: dict[str, Any] = {
            "extension": Extension(
                **common,
                occurrence_id=there.id,
                update_id=done.id,
                due_before=TODAY,
                asked_due=TODAY + 9 * DAY,
                asked_by=officer.id,
                asked_on=TODAY,
                asked_at=NOW,
            ),
            "told": Acknowledgement(**common, task_id=task.id, person_id=officer.id, told_at=NOW),
            "instruction": Instruction(
                **common,
                task_id=task.id,
                person_id=cast.people[BINH].id,
                words="làm ngay",
                given_on=TODAY,
                given_at=NOW,
            ),
            "instead": ReportInStead(
                **common, update_id=done.id, agency_id=cast.culture.id, came=Came.PHONE
            ),
            "handover": Handover(
                **common, task_id=task.id, asked_by=officer.id, words="của Công an xã", asked_at=NOW
            ),
        }
        draft = await save_draft(
            session,
            cast.vinh_lai,
            [row("Lập kế hoạch", "Phòng Kinh tế", "12/2026")],
            indicators=(indicator("Tỷ lệ hồ sơ số", {"2030": "≥ 80%"}),),
        )
        stranger = await make_chat(session, channel="plain", address=str(LAN))
        rows["request"] = JoinRequest(
            **common, chat_id=stranger.id, name="Lan", words="Lan, Công an xã", asked_at=NOW
        )
        rows["group"] = GroupBinding(
            **common, chat_id=stranger.id, title="Nhóm", bound_by=secretary.id, bound_at=NOW
        )
        session.add_all(rows.values())
        await session.flush()
        ids = {name: row.id for name, row in rows.items()}
        ids |= {
            "draft": draft.id,
            "draftrow": await session.scalar(select(Task.id).where(Task.plan_id == draft.id)),
            "draftindicator": await session.scalar(
                select(Indicator.id).where(Indicator.plan_id == draft.id)
            ),
            "task": cast.tasks[2].id,
            "done": done.id,
            "donetask": task.id,
            "culture": cast.culture.id,
            "police": cast.police.id,
            "officer": officer.id,
            "secretary": secretary.id,
            "elsewhere": cast.elsewhere.id,
        }
        ids["theirs"] = cast.elsewhere.agencies[0].agency_id
    return Scene(database, cast, ids)


async def said(scene: Scene, chat: int, *, text: str = "", button: str | None = None) -> str:
    """What somebody is answered; nothing of it is kept."""
    texts: list[str] = []
    try:
        async with scene.database.write() as session:
            incoming = Incoming("plain", str(chat), "Lan", text=text, button=button)
            await answer(session, incoming, now=NOW, default_locale="vi")
            await session.flush()
            here = await chat_at(session, "plain", str(chat))
            assert here
            rows = select(OutboxMessage).where(OutboxMessage.chat_id == here.id)
            for message in await session.scalars(rows.order_by(OutboxMessage.id)):
                texts += (message.body or {}).get("blocks", [])
            raise UndoneError
    except UndoneError:
        return "\n".join(texts)


def test_every_verb_has_a_row():
    assert sorted(BUTTON_ROWS) == sorted(BUTTONS)
    assert sorted(COMMAND_ROWS) == sorted(COMMANDS)


async def test_a_command_is_done_for_its_roles_and_refused_to_the_others(scene: Scene):
    done = {
        command: "".join(
            [
                role
                for role, chat in ROLES.items()
                if not REFUSED.search(await said(scene, chat, text=f"/{command}"))
            ]
        )
        for command in COMMAND_ROWS
    }

    assert done == COMMAND_ROWS


async def test_a_button_is_done_for_its_roles_and_refused_to_the_others(scene: Scene):
    """The neighbours press with this committee's numbers: they get nowhere but with their own."""
    done = {}
    for verb, (data, _) in BUTTON_ROWS.items():
        button = f"{verb}:{data.format(**scene.ids)}"
        passed = [
            role
            for role, chat in ROLES.items()
            if not REFUSED.search(await said(scene, chat, button=button))
        ]
        done[verb] = "".join(passed)

    assert done == {verb: roles for verb, (_, roles) in BUTTON_ROWS.items()}


@pytest.mark.parametrize("data", ["", "x", "1:x:1", "99999999999999999999"])
async def test_data_that_no_button_of_ours_carries_changes_nothing(scene: Scene, data: str):
    """Whatever is pressed is answered; a fault of ours would raise."""
    for verb in BUTTON_ROWS:
        assert await said(scene, THU, button=f"{verb}:{data}") is not None
