"""Who may do what in a group: every command and button, for every role, in every kind of group.

What a group is shown hangs on its binding alone, what is reported on the sender too. A new verb
is refused there unless it is named here.
"""

import pytest
from sqlalchemy import func, select

from bot.conversation.groups import calling
from bot.conversation.handlers import BUTTONS, COMMANDS
from bot.conversation.router import answer
from bot.ports import Incoming, InGroup
from db.engine import Database
from db.models import GroupBinding, OutboxMessage, Person, StatusUpdate
from db.queries.people import chat_at
from tests.conversation.test_permissions import BUTTON_ROWS, ROLES, Scene, UndoneError, scene
from tests.dialogues.cast import HOA, THU
from tests.make import NOW, make_agency, make_chat

__all__ = ["scene"]

GROUPS = ("committee", "culture", "police", "nobody's", "unbound")
"""What the group is bound to: the task is led by culture, and police help with it, but not with
the task whose report is undone."""

LOOK = dict.fromkeys(("committee", "culture", "police"), "OHSMNXY")
REPORT = dict.fromkeys(("committee", "culture", "police"), "OH")
MAY: dict[str, dict[str, str]] = {
    "task": LOOK,
    "list": dict.fromkeys(("culture", "police", "nobody's"), "OHSMNXY"),
    "done": REPORT,
    "progress": REPORT,
    "idle": REPORT,
    "undo": dict.fromkeys(("committee", "culture"), "O"),
}
"""Who gets past a button, by the group; every other button is nobody's there."""

REFUSALS = (
    "Nội dung này đã được xử lý",
    "Chỉ cán bộ báo cáo",
    "Không có gì để hủy",
    "chỉ người báo cáo hủy được",
    "không thuộc các nhiệm vụ",
    "Nội dung này thực hiện trong cuộc trò chuyện riêng",
    "Nhóm này chưa kết nối",
)


@pytest.fixture
def kind() -> str:
    """The rules are the same on every database; the embedded one is the quickest."""
    return "sqlite"


@pytest.fixture
async def groups(scene: Scene) -> dict[str, str]:
    """A group of each kind, by its address."""
    bound = {"committee": None, "culture": scene.ids["culture"], "police": scene.ids["police"]}
    addresses = {name: str(-600 - n) for n, name in enumerate(GROUPS)}
    async with scene.database.write() as session:
        bound["nobody's"] = (await make_agency(session, scene.cast.vinh_lai, name="Trường")).id
        for name, address in addresses.items():
            chat = await make_chat(session, channel="plain", address=address)
            if name in bound:
                session.add(
                    GroupBinding(
                        committee_id=scene.cast.vinh_lai.id,
                        agency_id=bound[name],
                        chat_id=chat.id,
                        title=name,
                        bound_by=scene.cast.people[THU].id,
                        bound_at=NOW,
                    )
                )
    return addresses


async def said(
    database: Database, address: str, sender: int, *, text: str = "", button: str | None = None
) -> str:
    """What a group is answered; nothing of it is kept."""
    texts: list[str] = []
    try:
        async with database.write() as session:
            people = await session.scalar(select(func.count()).select_from(Person))
            group = InGroup(title="Nhóm", sender=str(sender), by_name=True)
            incoming = Incoming("plain", address, "Lan", text=text, button=button, group=group)
            await answer(session, incoming, now=NOW, default_locale="vi")
            await session.flush()
            assert await session.scalar(select(func.count()).select_from(Person)) == people
            chat = await chat_at(session, "plain", address)
            assert chat
            rows = select(OutboxMessage).where(OutboxMessage.chat_id == chat.id)
            for message in await session.scalars(rows.order_by(OutboxMessage.id)):
                texts += (message.body or {}).get("blocks", [])
            raise UndoneError
    except UndoneError:
        return "\n".join(texts)


def passed(text: str) -> bool:
    return bool(text) and not any(refusal in text for refusal in REFUSALS)


async def test_a_button_is_checked_for_its_presser_and_for_its_group(
    scene: Scene, groups: dict[str, str]
):
    done = {}
    for verb in MAY:
        button = f"{verb}:{BUTTON_ROWS[verb][0].format(**scene.ids)}"
        for name, address in groups.items():
            got_past = [
                role
                for role, sender in ROLES.items()
                if passed(await said(scene.database, address, sender, button=button))
            ]
            done[verb, name] = "".join(got_past)

    assert done == {(verb, name): MAY[verb].get(name, "") for verb in MAY for name in GROUPS}


async def test_every_other_button_is_nobodys_in_a_group(scene: Scene, groups: dict[str, str]):
    """Pressed by the standing office, which could do most, where most can be seen."""
    others = {*BUTTONS} - {*MAY}
    rows = {verb: BUTTON_ROWS.get(verb, ("{task}", ""))[0] for verb in others}
    forged = {verb: data.format(**scene.ids) for verb, data in rows.items()}

    opened = [
        verb
        for verb, data in forged.items()
        if passed(await said(scene.database, groups["committee"], THU, button=f"{verb}:{data}"))
    ]

    assert opened == []


async def test_commands_of_the_private_chat_do_nothing_in_a_group(
    scene: Scene, groups: dict[str, str]
):
    opened = {
        command
        for command in COMMANDS
        for sender in (HOA, THU)
        if passed(await said(scene.database, groups["committee"], sender, text=f"/{command}"))
    }

    assert opened == set(calling.COMMANDS)


async def test_another_committees_tasks_are_no_groups(scene: Scene, groups: dict[str, str]):
    elsewhere = scene.ids["elsewhere"]

    texts = [
        await said(scene.database, address, sender, button=f"{verb}:{elsewhere}")
        for address in groups.values()
        for sender in ROLES.values()
        for verb in ("task", "done", "progress", "idle")
    ]

    assert not [text for text in texts if passed(text) or "Việc kín" in text]


async def test_looking_writes_nothing_into_the_database(scene: Scene, groups: dict[str, str]):
    """The role that a group looks in is nobody's, and must not become somebody."""
    for text in ("/tonghop", "/viec", "#2", "có gì quá hạn?", "/trogiup"):
        for address in groups.values():
            await said(scene.database, address, HOA, text=text)

    async with scene.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(StatusUpdate)) == 1


@pytest.mark.parametrize("data", ["", "x", "1:x:1", "99999999999999999999"])
async def test_data_that_no_button_of_ours_carries_is_harmless(
    scene: Scene, groups: dict[str, str], data: str
):
    for verb in MAY:
        for address in (groups["committee"], groups["culture"]):
            answer = await said(scene.database, address, HOA, button=f"{verb}:{data}")
            assert verb == "list" or not passed(answer), verb


async def test_a_code_is_given_in_the_chat_that_can_use_it(scene: Scene):
    """On the page nobody is known by who they are in a group."""
    async with scene.database.write() as session:
        secretary = await session.merge(scene.cast.people[THU])
        chat = await make_chat(session, secretary, channel="web", address="trang")
        incoming = Incoming("web", "trang", button=f"groupcode:{scene.ids['culture']}")
        await answer(session, incoming, now=NOW, default_locale="vi")
        await session.flush()
        rows = select(OutboxMessage.body).where(OutboxMessage.chat_id == chat.id)
        body = (await session.scalars(rows)).one()

    assert body
    assert body["blocks"][0].startswith("Mã chỉ dùng được từ tài khoản Telegram đã lấy mã.")
