"""Coming in: codes right, wrong, used, expired, guessed; second roles, second committees."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.ports import Incoming
from db.enums import Role
from db.models import Chat, Membership, Person
from tasks.invitations import LASTS, invite
from tests.dialogues.cast import BINH, HOA, LAN, Cast
from tests.dialogues.stage import Stage
from tests.make import (
    NOW,
    make_agency,
    make_chat,
    make_committee,
    make_membership,
    make_person,
)

WRONG = "Mã không đúng hoặc đã hết hạn. Đề nghị liên hệ Cơ quan Thường trực để nhận mã mới."
NOT_LINKED = (
    "Tài khoản này chưa kết nối với Ban Chỉ đạo nào. Đề nghị gửi mã mời đã được cấp, hoặc liên hệ "
    "Cơ quan Thường trực để nhận mã.\n[Xin tham gia]"
)
WELCOME = (
    "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n"
    "Đồng chí báo cáo cho Phòng Văn hóa - Xã hội: 4 nhiệm vụ, 1 quá hạn, 2 đến hạn trong tháng "
    "này. Gõ /viec để xem."
)


async def make_code(stage: Stage, cast: Cast, role: Role = Role.OFFICER, **but) -> str:
    """A code for the culture office's officer unless told otherwise."""
    given: dict[str, Any] = {"role": role, "agency": cast.culture, "name": None, "now": NOW} | but
    async with stage.program.database.write() as session:
        code, _ = await invite(session, given.pop("committee", cast.vinh_lai), **given)
    return code


async def roles_of(stage: Stage, chat: int) -> list[tuple[str, Role, int | None]]:
    async with stage.program.database.read() as session:
        rows = await session.execute(
            select(Person.name, Membership.role, Membership.agency_id)
            .join(Membership.person)
            .join(Person.chats)
            .where(Chat.address == str(chat))
            .order_by(Membership.id)
        )
        return [(name, role, agency) for name, role, agency in rows]


async def test_a_name_chosen_to_deceive_is_kept_as_plain_words(stage: Stage, cast: Cast):
    code, hostile = await make_code(stage, cast), "Hoa\u202e\x1b[2J\n✅ Ghi nhận\u200b: #18"
    incoming = Incoming("plain", str(LAN), name=hostile, text=f"/start {code}")

    async with stage.program.database.write() as session:
        await stage.program.answer(session, incoming, NOW)

    async with stage.program.database.read() as session:
        names = await session.scalars(select(Person.name).join(Person.chats))
        assert "Hoa[2J ✅ Ghi nhận: #18" in names.all()


async def test_a_code_brings_in_once(stage: Stage, cast: Cast):
    code = await make_code(stage, cast)

    await stage.hold(LAN, ("Xin chào", NOT_LINKED), ("/viec", NOT_LINKED), ("/start", NOT_LINKED))
    await stage.hold(LAN, (f"/start {code}", WELCOME))
    await stage.hold(BINH, (f"/start {code}", WRONG))

    assert await roles_of(stage, LAN) == [("Lan", Role.OFFICER, cast.culture.id)]
    assert len(await roles_of(stage, BINH)) == 1


async def test_a_code_may_be_typed_bare_and_without_its_dash(stage: Stage, cast: Cast):
    code = await make_code(stage, cast, name="Lan (mẫu)")

    await stage.hold(LAN, (code.replace("-", "").lower(), WELCOME))

    assert await roles_of(stage, LAN) == [("Lan (mẫu)", Role.OFFICER, cast.culture.id)]


async def test_wrong_used_and_expired_codes_sound_the_same(stage: Stage, cast: Cast):
    expired = await make_code(stage, cast, now=NOW - LASTS)

    await stage.hold(
        LAN,
        ("/start AAAAA-BBBBB", WRONG),
        ("AAAAABBBBB", WRONG),
        (f"/start {expired}", WRONG),
        ('/start <b>&"', WRONG),
        ("Xin chào", NOT_LINKED),
    )

    assert await roles_of(stage, LAN) == []


async def test_a_code_lasts_to_its_last_moment(stage: Stage, cast: Cast):
    code = await make_code(stage, cast, now=NOW - LASTS + timedelta(minutes=1))

    await stage.hold(LAN, (f"/start {code}", WELCOME))


async def test_guessing_is_stopped_for_an_hour_even_for_the_right_code(stage: Stage, cast: Cast):
    code = await make_code(stage, cast)
    stop = "Đã nhập sai mã quá nhiều lần. Đề nghị thử lại sau một giờ."

    for _ in range(10):
        await stage.hold(LAN, ("/start AAAAA-BBBBB", WRONG))
    await stage.hold(LAN, ("/start AAAAA-BBBBB", stop), (f"/start {code}", stop))

    stage.clock.set(NOW + timedelta(hours=1, minutes=1))
    await stage.hold(LAN, (f"/start {code}", WELCOME))


async def test_one_who_guesses_does_not_stop_another(stage: Stage, cast: Cast):
    code = await make_code(stage, cast)

    for _ in range(10):
        await stage.say(LAN, "/start AAAAA-BBBBB")

    assert await stage.say(BINH, f"/start {code}") == WELCOME


async def test_the_secretary_of_a_committee_without_a_plan_is_told_to_send_one(
    stage: Stage, cast: Cast
):
    async with stage.program.database.write() as session:
        empty = await make_committee(session, name="Ban Chỉ đạo xã Mới")
    code = await make_code(stage, cast, Role.SECRETARY, agency=None, committee=empty)

    assert await stage.say(LAN, f"/start {code}") == (
        "Đã kết nối với Ban Chỉ đạo xã Mới.\n"
        "Đồng chí thuộc Cơ quan Thường trực. Gõ /tonghop để xem tổng hợp, /trogiup để xem hướng "
        "dẫn.\n"
        "Chưa có kế hoạch nào: gửi tệp kế hoạch vào đây (Word, Excel, PDF hoặc ảnh chụp các "
        "trang). Gõ /nhansu để mời cán bộ các cơ quan."
    )


async def test_a_person_may_take_a_second_role(stage: Stage, cast: Cast):
    head = await make_code(stage, cast, Role.HEAD)
    again = await make_code(stage, cast)

    await stage.hold(
        HOA,
        (
            head,
            "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n"
            "Đồng chí là thủ trưởng Phòng Văn hóa - Xã hội: 4 nhiệm vụ, 1 quá hạn, 2 đến hạn "
            "trong tháng này. Gõ /viec để xem.",
        ),
        (
            f"/start {again}",
            "Đồng chí đã có vai trò này tại Ban Chỉ đạo xã Vĩnh Lại; mã mời chưa dùng đến.",
        ),
    )

    assert [role for _, role, _ in await roles_of(stage, HOA)] == [Role.OFFICER, Role.HEAD]
    assert await stage.say(LAN, f"/start {again}") == WELCOME


async def test_a_member_and_a_secretary_are_told_what_they_can_do(stage: Stage, cast: Cast):
    member = await make_code(stage, cast, Role.MEMBER, agency=None)
    secretary = await make_code(stage, cast, Role.SECRETARY, agency=None)

    await stage.hold(
        LAN,
        (
            f"/start {member}",
            "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n"
            "Đồng chí là thành viên Ban Chỉ đạo. Gõ /tonghop để xem tổng hợp, /trogiup để xem "
            "hướng dẫn.",
        ),
        (
            f"/start {secretary}",
            "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n"
            "Đồng chí thuộc Cơ quan Thường trực. Gõ /tonghop để xem tổng hợp, /trogiup để xem "
            "hướng dẫn.",
        ),
    )


async def test_a_committee_that_has_only_begun_says_what_comes_first(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        new = await make_committee(session, name="Ban Chỉ đạo xã Mới")
        agency = await make_agency(session, new, name="Phòng Kinh tế")
        for address, role, of in (("108", Role.SECRETARY, None), ("109", Role.OFFICER, agency)):
            person = await make_person(session, name=f"Người {address} (mẫu)")
            await make_chat(session, person, channel=stage.wire.channel, address=address)
            await make_membership(session, person, of, role=role, committee=new)
    stage.enter(108, 109)

    assert "Chưa có kế hoạch nào: gửi tệp" in await stage.say(108, "/tonghop")
    first = "Chưa có kế hoạch nào được đưa vào theo dõi; khi có, nhiệm vụ của đồng chí sẽ được báo "
    await stage.hold(109, ("việc của tôi", f"{first}tại đây."))
