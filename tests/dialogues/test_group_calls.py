"""What a bound group asks and reports: answered when called, within what it may see."""

import json

import pytest
from sqlalchemy import select

from db.enums import Progress
from db.models import Occurrence, Plan, StatusUpdate
from tests.botapi import BotApi, User
from tests.dialogues.cast import BINH, HOA, LAN, SON, THU, Cast
from tests.dialogues.groups import BOT, Group, bind
from tests.dialogues.stage import Stage
from tests.make import make_indicator

AT = f"@{BOT} "
CULTURE = "/nhom Phòng Văn hóa - Xã hội"
PRIVATE = f"Nội dung này thực hiện trong cuộc trò chuyện riêng: https://t.me/{BOT}"


@pytest.fixture(params=["telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """There are groups on Telegram alone."""
    return str(request.param)


@pytest.fixture
def group(stage: Stage) -> Group:
    return Group(stage)


async def progress_of(stage: Stage, cast: Cast, number: int) -> tuple[Progress | None, int | None]:
    async with stage.program.database.read() as session:
        query = select(Occurrence).where(Occurrence.task_id == cast.tasks[number].id)
        row = (await session.scalars(query)).one()
        return row.progress, row.percent


def refused(number: int) -> str:
    return (
        f"Chỉ cán bộ báo cáo nhiệm vụ #{number} và đã kết nối riêng với bot mới báo cáo được: "
        f"https://t.me/{BOT}"
    )


async def test_a_committees_group_sees_what_a_member_sees_whoever_asks(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    rolled = await group.say(LAN, "/tonghop")
    late = await group.say(LAN, AT + "Phòng Văn hóa - Xã hội đang chậm việc gì?")
    card = await group.say(LAN, AT + "#5")

    assert rolled.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025\n6 nhiệm vụ:")
    assert stage.pictures(group.address) == 1
    assert late.startswith("🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn")
    assert late.endswith("[#3]")
    assert card.startswith("#5 Bảo đảm an toàn thông tin\n")
    assert group.labels() == []


async def test_an_agencys_group_sees_its_tasks_alone_whoever_asks(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU, CULTURE)

    said = {
        words: await group.say(THU, words)
        for words in (
            "/tonghop",
            "/viec",
            AT + "#5",
            AT + "Công an xã đang chậm việc gì?",
            AT + "ai chưa nhận việc?",
            AT + "có ai xin gia hạn không?",
            AT + "kế hoạch nào đang theo dõi?",
            f"/tonghop@{BOT} Phòng Kinh tế",
        )
    }

    own = "Nhóm này chỉ xem được nhiệm vụ của Phòng Văn hóa - Xã hội."
    assert said["/tonghop"].startswith("Phòng Văn hóa - Xã hội, đến 17/12/2025\n4 nhiệm vụ:")
    assert said["/viec"].startswith("Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa xong")
    assert [*said.values()][2:] == [
        "#5 không thuộc các nhiệm vụ của nhóm này.",
        own,
        PRIVATE,
        PRIVATE,
        PRIVATE,
        own,
    ]
    assert not [words for words, answer in said.items() if "Công an xã, đến" in answer]


async def test_a_report_is_taken_from_who_may_make_it_and_said_back_in_a_line(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    for who in (SON, LAN, BINH, THU):
        assert await group.say(who, AT + "2 xong") == refused(2)
    assert await progress_of(stage, cast, 2) == (Progress.NOT_STARTED, None)
    said = await group.say(HOA, AT + "2 được 60%")

    assert said == "Hoa (mẫu): ✅ Ghi nhận: #2 đạt 60%. (17/12, 08:00)\n[Báo nhầm, hủy]"
    assert await progress_of(stage, cast, 2) == (Progress.IN_PROGRESS, 60)
    async with stage.program.database.read() as session:
        update = (await session.scalars(select(StatusUpdate))).one()
    assert (update.person_id, update.words) == (cast.people[HOA].id, "2 được 60%")


async def test_an_answer_to_a_card_is_of_its_task_and_a_bare_word_of_none(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU, CULTURE)
    await group.say(HOA, AT + "#2")
    assert group.labels() == ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"]

    unsaid = await group.say(HOA, AT + "xong rồi")
    said = await group.say(HOA, "được 80%", to="#2 Nghiên cứu")

    assert unsaid == f"Chưa rõ nhiệm vụ nào. Đề nghị ghi số: “@{BOT} 12 được 60%”."
    assert said.startswith("Hoa (mẫu): ✅ Ghi nhận: #2 đạt 80%.")


async def test_of_several_tasks_what_can_be_is_recorded_and_the_rest_said(
    stage: Stage, cast: Cast, group: Group
):
    """A refusal alone let its reader think that all the others were recorded."""
    await bind(group, THU)

    mixed = await group.say(HOA, AT + "2 được 70%, 5 xong, 99 xong, 1 xin gia hạn đến 15/01/2026")

    assert mixed == (
        "Hoa (mẫu): ✅ Ghi nhận: #2 đạt 70%. (17/12, 08:00)\n"
        "Không có nhiệm vụ #99. Gõ /viec để xem danh sách.\n"
        f"#1: nội dung này thực hiện trong cuộc trò chuyện riêng, https://t.me/{BOT}\n"
        f"{refused(5)}\n[Báo nhầm, hủy]"
    )
    assert await progress_of(stage, cast, 2) == (Progress.IN_PROGRESS, 70)
    assert await group.say(HOA, AT + "5 xong") == refused(5)


async def test_what_needs_a_question_or_a_decision_is_for_the_private_chat(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    for words in (
        "2 xin gia hạn đến 15/01/2026",
        "2 được 120%",
        "2 của Phòng Kinh tế",
        "/vangmat",
    ):
        called = f"{words}@{BOT}" if words.startswith("/") else AT + words
        assert await group.say(HOA, called) == PRIVATE
    assert await progress_of(stage, cast, 2) == (Progress.NOT_STARTED, None)
    assert await group.say(HOA, "/vangmat") == ""


async def test_a_button_is_checked_for_who_presses_it(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU, CULTURE)
    await group.say(LAN, AT + "#2")
    done = f"done:{cast.tasks[2].id}"

    for who in (LAN, SON, THU):
        assert await group.press(who, done) == refused(2)
    said = await group.press(HOA, done)
    undo = next(data for _, data in stage.wire.seen(group.address)[-1].choices)

    assert said == (
        "Hoa (mẫu): ✅ Ghi nhận: #2 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00) Chờ Cơ "
        "quan Thường trực xác nhận; minh chứng gửi trong cuộc trò chuyện riêng.\n[Báo nhầm, hủy]"
    )
    for who in (LAN, SON, THU):
        theirs = "Báo cáo này của Hoa (mẫu); chỉ người báo cáo hủy được."
        assert await group.press(who, undo) == theirs
    assert (await group.press(HOA, undo)).startswith("Đã hủy")
    assert await progress_of(stage, cast, 2) == (Progress.NOT_STARTED, None)


async def test_forged_buttons_and_other_committees_numbers_open_nothing(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU, CULTURE)
    await group.say(HOA, AT + "#2")
    elsewhere, police = cast.elsewhere.id, cast.tasks[5].id

    forged = [
        f"task:{elsewhere}",
        f"done:{elsewhere}",
        f"extend:{cast.tasks[2].id}",
        "staff:0",
        "groupcode:0",
        "list:x",
        "",
    ]
    said = [await group.press(THU, data) for data in forged]
    outside = [await group.press(SON, data) for data in (f"task:{police}", f"done:{police}")]

    old = "Nội dung này đã được xử lý hoặc không còn hiệu lực. Gõ /viec để xem nhiệm vụ hiện nay."
    assert [said[i] for i in (0, 1, 2, 3, 4, 6)] == [old] * 6
    assert said[5].startswith("Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa xong")
    assert outside == ["#5 không thuộc các nhiệm vụ của nhóm này."] * 2
    assert await progress_of(stage, cast, 5) == (Progress.NOT_STARTED, None)


async def test_a_group_bound_anew_opens_no_more_than_it_may_now(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    await group.say(HOA, AT + "#5")
    await bind(group, THU, CULTURE)

    assert await group.press(HOA, f"task:{cast.tasks[5].id}") == (
        "#5 không thuộc các nhiệm vụ của nhóm này."
    )


async def test_an_anonymous_administrator_may_look_but_not_report(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    looked = await group.say(HOA, AT + "#2", anonymous=True)
    reported = await group.say(HOA, AT + "2 xong", anonymous=True)

    assert looked.startswith("#2 Nghiên cứu đề xuất")
    assert reported == refused(2)


async def test_an_answer_stands_under_its_question_in_its_topic(
    stage: Stage, cast: Cast, group: Group
):
    group.address = -1001557912345
    await group.add(THU, topics=(9, 12))
    await bind(group, THU, topic=9)

    await group.say(HOA, AT + "#2", topic=12)

    api: BotApi = group.api
    asked = max(
        message_id
        for message_id, message in api.chats.known[group.address].messages.items()
        if message["from"]["id"] == HOA
    )
    params = api.sent[-1].params
    assert params["message_thread_id"] == "12"
    assert json.loads(params["reply_parameters"])["message_id"] == asked


async def test_a_file_is_not_kept_and_that_is_said(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    chat = group.api.chats.known[group.address]
    content = {
        "photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}],
        "caption": AT + "2 được 60%",
        "caption_entities": [{"type": "mention", "offset": 0, "length": len(AT) - 1}],
    }
    message = group.api.chats.message(chat, User(HOA).to_json(), **content)

    said = await group.after(group.api.add_update("message", message))

    assert said.startswith("Hoa (mẫu): ✅ Ghi nhận: #2 đạt 60%. (17/12, 08:00)\nTệp gửi trong nhóm")


async def test_an_obstacle_reported_in_a_group_reaches_the_office(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    said = await group.say(HOA, AT + "2 vướng kinh phí")

    assert said.startswith("Hoa (mẫu): ⚠️ Ghi nhận vướng mắc của #2: “vướng kinh phí”.")
    assert "vướng kinh phí" in stage.told(THU)


async def test_what_is_not_understood_gets_one_line(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)

    said = await group.say(HOA, AT + "trời hôm nay đẹp")

    assert said == (
        f"Chưa rõ ý đồng chí. Trong nhóm có thể hỏi “@{BOT} #12” hoặc /tonghop; nội dung khác đề "
        f"nghị nhắn trong cuộc trò chuyện riêng: https://t.me/{BOT}"
    )
    assert (await group.say(HOA, AT)).startswith("Nhóm này xem được như thành viên Ban Chỉ đạo.")


async def test_what_people_say_to_each_other_under_a_message_gets_no_answer(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    await group.say(HOA, AT + "#2")

    for words in ("Đồng chí Sơn phối hợp nhé", "cảm ơn", "tuần sau họp"):
        assert await group.say(BINH, words, to="#2 Nghiên cứu") == "", words
    assert await group.say(BINH, AT + "cảm ơn") == ""
    assert await progress_of(stage, cast, 2) == (Progress.NOT_STARTED, None)


async def test_a_group_that_forbids_photos_gets_the_figures_without_one(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    group.api.chats.known[group.address].photos = False

    rolled = await group.say(LAN, "/tonghop")

    assert rolled.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025\n6 nhiệm vụ:")
    assert stage.pictures(group.address) == 0


async def test_indicators_are_told_in_a_group_by_what_it_may_see(
    stage: Stage, cast: Cast, group: Group
):
    async with stage.program.database.write() as session:
        plan = await session.get_one(Plan, cast.tasks[1].plan_id)
        await make_indicator(session, plan, lead=cast.culture, name="Tỷ lệ hồ sơ trực tuyến")
        await make_indicator(session, plan, lead=cast.police, name="Tỷ lệ định danh")
    await bind(group, THU)

    whole = await group.say(LAN, "/chitieu")
    asked = await group.say(LAN, AT + "chỉ tiêu nào chưa đạt?")
    await bind(group, THU, CULTURE)
    own = await group.say(LAN, "/chitieu")

    assert whole.startswith("2 chỉ tiêu, 0 có số liệu năm 2025\n")
    assert asked == whole
    assert own.startswith("Phòng Văn hóa - Xã hội: 1 chỉ tiêu")
    assert "định danh" not in own
    assert group.labels() == []


async def test_questions_of_tasks_record_nothing_and_reports_beside_them_stay(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU, CULTURE)

    card = await group.say(HOA, AT + "tỷ lệ hoàn thành việc 4")
    assert card.startswith("#4 Duy trì các nhóm Zalo cộng đồng")
    assert await progress_of(stage, cast, 4) == (Progress.NOT_STARTED, None)
    both = await group.say(HOA, AT + "việc 1 việc 5 thế nào, việc 4 được 70%")
    assert both.startswith(
        "Hoa (mẫu): ✅ Ghi nhận: #4 đạt 70%. (17/12, 08:00)\n"
        "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW · Phòng Văn hóa - Xã hội, thời hạn "
        "31/12/2025 · chưa thực hiện, còn 14 ngày\n"
        "#5 không thuộc các nhiệm vụ của nhóm này."
    )
    due = await group.say(LAN, AT + "còn bao nhiêu ngày nữa đến hạn việc 2?")
    assert due.startswith("Thời hạn: tháng 12/2025 (chậm nhất 31/12/2025), còn 14 ngày")
    assert (await group.say(BINH, AT + "chỉ đạo việc 1: làm ngay")) == PRIVATE


async def test_a_group_asks_what_leans_on_its_question_before(
    stage: Stage, cast: Cast, group: Group
):
    """ "Còn Công an xã?" was answered with its roll-up, "liệt kê ra" not understood."""
    await bind(group, THU)
    await group.say(LAN, AT + "Phòng Văn hóa - Xã hội đang chậm việc gì?")

    late = await group.say(BINH, AT + "còn Công an xã?")
    before = await group.say(LAN, AT + "tháng 9 thì sao")

    assert late == "Công an xã: không có nhiệm vụ quá hạn, đến 17/12/2025."
    assert before == "Công an xã: không có nhiệm vụ quá hạn, tính hết ngày 30/09/2025."
    assert await group.say(LAN, AT + "liệt kê ra") == before


async def test_an_agencys_group_follows_within_its_agency(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU, CULTURE)
    await group.say(LAN, AT + "chậm việc gì?")

    other = await group.say(LAN, AT + "còn Công an xã?")
    assert other == "Nhóm này chỉ xem được nhiệm vụ của Phòng Văn hóa - Xã hội."
    assert (await group.say(LAN, AT + "liệt kê ra")).startswith("🔴 Phòng Văn hóa - Xã hội: 1")


async def test_what_is_one_persons_is_said_in_the_private_chat(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    for words in (
        "tôi nghỉ từ 20/12 đến 25/12",
        "giao Phòng Kinh tế lập báo cáo, xong trước 20/12/2025",
        "điện thoại của chị Hoa là gì?",
        "hôm nay ai nghỉ?",
        "sao hôm nay không thấy nhắc?",
        "chế độ báo cáo",
    ):
        assert await group.say(HOA, AT + words) == PRIVATE, words
