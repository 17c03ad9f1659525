"""What each role sees, the roll-up in chat, and everything in the language chosen."""

import re

import pytest

from bot.conversation.listening.english_orders import in_vietnamese
from bot.conversation.replies import read_reply
from bot.i18n import LOCALES, translator
from bot.texts import unclear
from bot.texts.people import entering
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_assigning import LEADERS_ONLY
from tests.make import TODAY

ROLL_UP = (
    "Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025\n"
    "6 nhiệm vụ: 1 hoàn thành (1 chờ xác nhận), 4 chưa xong (trong hạn hoặc không xác định thời "
    "hạn), 1 quá hạn.\n"
    "Đã đến hạn 1, hoàn thành 0.\n"
    "⚠️ 1 vướng mắc, 4 chưa báo cáo kỳ này, 0 chưa phân công.\n"
    "Đến hạn trong 7 ngày tới: 1. Đã gia hạn: 0.\n"
    "Chậm nhất: #3 Phòng Văn hóa - Xã hội, quá hạn 78 ngày.\n"
    "[Quá hạn (1)] [Vướng mắc (1)]\n"
    "[Chưa báo cáo (4)] [Chưa xong (5)]\n"
    "[Theo cơ quan]"
)
BY_AGENCY = (
    "Toàn Ban Chỉ đạo, đến 17/12/2025\n"
    "Phòng Văn hóa - Xã hội: 4 nhiệm vụ, 1 hoàn thành (1 chờ xác nhận); đã đến hạn 1, quá hạn 1.\n"
    "1 vướng mắc, 2 chưa báo cáo kỳ này, 0 chưa phân công.\n"
)


async def test_members_and_the_standing_office_get_the_roll_up(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")
    await stage.say(HOA, "#2 chưa có kinh phí")
    stage.told(THU)
    pictures = 1 if stage.wire.pictures else 0

    for chat in (BINH, THU):
        assert await stage.say(chat, "/tonghop") == stage.wire.expected(ROLL_UP)
        assert stage.pictures(chat) == pictures

    assert await stage.say(BINH, "Tình hình chung thế nào?") == stage.wire.expected(ROLL_UP)


async def test_the_figures_are_a_screen_with_their_lists_a_press_away(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")
    await stage.say(HOA, "#2 chưa có kinh phí")
    stage.told(THU)
    await stage.say(BINH, "/tonghop")

    assert (await stage.say(BINH, "[Quá hạn (1)]")).startswith(
        "🔴 Toàn Ban Chỉ đạo: 1 nhiệm vụ quá hạn, đến 17/12/2025\n#3 Xây dựng kế hoạch"
    )
    assert (await stage.say(BINH, "[Theo cơ quan]")).startswith(BY_AGENCY)
    assert (await stage.say(BINH, "[Chưa xong (5)]")).startswith(
        "Toàn Ban Chỉ đạo: 5 nhiệm vụ chưa hoàn thành\n"
    )


async def test_officers_and_heads_do_not_get_the_roll_up(stage: Stage, cast: Cast):
    for chat in (HOA, DUNG, SON):
        await stage.hold(chat, ("/tonghop", LEADERS_ONLY))
        assert stage.pictures(chat) == 0


async def test_help_is_for_ones_roles(stage: Stage, cast: Cast):
    officers = await stage.say(HOA, "/trogiup")
    members = await stage.say(BINH, "/trogiup")

    assert ("/viec" in officers, "/tonghop" in officers) == (True, False)
    assert ("/viec" in members, "/tonghop" in members) == (False, True)
    heads = await stage.say(DUNG, "/trogiup")
    assert set(officers.split("\n")) < set(heads.split("\n"))
    assert ("“giao 18 cho" in heads, "“giao 18 cho" in officers) == (True, False)
    offices = await stage.say(THU, "/trogiup")
    assert ("/viec" in offices, "/tonghop" in offices) == (False, True)
    assert ("/xacnhan" in offices, "/xacnhan" in members) == (True, False)


async def test_english_is_kept_for_everything_that_follows(stage: Stage, cast: Cast):
    named = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường…"
    undo = "[Reported by mistake, undo]"

    await stage.hold(
        HOA,
        ("/ngonngu", "Chọn ngôn ngữ.\n[Tiếng Việt] [English]"),
        ("[English]", "From now on in English."),
        (
            "/viec",
            "Phòng Văn hóa - Xã hội: 4 open tasks\n"
            "🔴 Overdue 78 days (1): tháng 9/2025, by 30/09/2025\n"
            "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
            "🟡 Due 31/12/2025, 14 days left (2): Hằng năm; 12/2025; tháng 12/2025\n"
            "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\n"
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
            "No due day (1)\n"
            "#4 Duy trì các nhóm Zalo cộng đồng\n"
            "[#3] [#1] [#2] [#4]\n[Overdue (1)] [This month (2)] [Later (1)]\n"
            "[Helping (1)]",
        ),
        (
            "[#2]",
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
            "Deadline: tháng 12/2025 (by 31/12/2025 at the latest), 14 days left\n"
            "Progress: not started\n"
            "Lead: Phòng Văn hóa - Xã hội\n"
            "Coordinating: Công an xã\n"
            "[Done] [In progress]\n[Not started] [Obstacle]\n[Ask for more time] [Attach]",
        ),
        (
            "[In progress]",
            "✅ Recorded: #2 in progress. (17/12, 08:00)\n"
            "How far is #2, in percent?\n"
            f"[25%] [50%] [75%] [90%]\n{undo}",
        ),
        ("60", f"✅ Recorded: #2 at 60%. (17/12, 08:00)\n{undo}"),
        (undo, "Taken back: #2 is in progress again."),
        (
            "#1 xong",
            "✅ Recorded: #1 done on 17/12/2025, in time. (17/12, 08:00)\n"
            "The standing office will confirm it. "
            "If there is a document, attach it or write its number.\n"
            f"[Attach] {undo}",
        ),
        ("#5 xong", "#5 is led by Công an xã. You can report for Phòng Văn hóa - Xã hội only."),
        ("99 xong", "There is no task #99. /viec lists your tasks."),
        (
            "xyz",
            "It is not clear what you mean. You can write “3 done”, “2 at 60%”, “4 blocked, "
            "no budget”, or type /viec.",
        ),
        (
            "#2 xin gia hạn đến 15/01/2026",
            "Extension of #2 from 31/12/2025 to 15/01/2026 asked for. Sent to the standing office "
            f"for decision.\n{undo}",
        ),
        (
            "/tonghop",
            "That is for the committee's members and its standing office (Thu (mẫu)).\n"
            "What you can do here: /trogiup.",
        ),
        ("#1 nhắc lại ngày 22/12", "#1: you will be reminded again on Monday, 22/12/2025."),
    )
    stage.hears(
        THU,
        f"Phòng Văn hóa - Xã hội (Hoa (mẫu)) đề nghị gia hạn {named} từ 31/12/2025 đến "
        "15/01/2026.\n[Đồng ý] [Không đồng ý]",
    )
    await stage.say(THU, "[Đồng ý]")
    stage.hears(HOA, f"Extension granted: {named} is now due on 15/01/2026.")
    await stage.say(HOA, "/ngonngu")
    await stage.hold(
        HOA,
        ("[Tiếng Việt]", "Từ nay dùng tiếng Việt."),
        ("99", "Không có nhiệm vụ #99. Gõ /viec để xem danh sách."),
    )


async def test_everybody_hears_in_their_own_language(stage: Stage, cast: Cast):
    await stage.say(THU, "/ngonngu")
    await stage.say(THU, "[English]")

    await stage.say(HOA, "#1 chưa có kinh phí")

    stage.hears(
        THU,
        "⚠️ Phòng Văn hóa - Xã hội (Hoa (mẫu)) reports an obstacle for #1 Tổ chức tuyên "
        "truyền về Nghị quyết số 57-NQ/TW: “chưa có kinh phí”.",
    )
    assert (await stage.say(THU, "/tonghop")).startswith(
        "Ban Chỉ đạo xã Vĩnh Lại, as of 17/12/2025\n"
    )


EXAMPLES = {
    "18 xong": (18, 100, False),
    "18 được 60%": (18, 60, False),
    "20 được 60%": (20, 60, False),
    "21 vướng kinh phí": (21, None, True),
    "21 xin gia hạn đến 15/01/2026, chờ kinh phí": (21, None, True),
    "CT5 đạt 62%": (None, 62, False),
    "đã xong": (None, 100, False),
}
ENGLISH_EXAMPLES = {
    "18 done": (18, 100, False),
    "18 at 60%": (18, 60, False),
    "20 at 60%": (20, 60, False),
    "21 blocked, no budget": (21, None, True),
    "21 needs more time until 15/01/2026, no budget": (21, None, True),
    "CT5: 62%": (None, 62, False),
    "done": (None, 100, False),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_what_people_are_told_to_write_is_understood(locale):
    tr = translator(locale)
    told = "\n".join(
        [
            *entering.help_lines(tr, reports=True, sums_up=False, confirms=False),
            *entering.more_help_lines(tr, reports=True, confirms=False, several=True),
            unclear.not_understood_of_none(tr, numbers=()),
            unclear.acknowledged(tr, number=18),
            unclear.which_task_unknown(tr),
        ]
    )

    examples = sorted(set(re.findall("“(.+?)”", told)))
    read = {words: read_reply(in_vietnamese(words) or words, today=TODAY)[0] for words in examples}

    said = {words: (reply.task, reply.percent, reply.blocked) for words, reply in read.items()}
    assert said == (EXAMPLES if locale == "vi" else ENGLISH_EXAMPLES)
    reasons = {reply.reason for reply in read.values() if reply.task == 21 and not reply.extension}
    assert reasons <= {"vướng kinh phí", "blocked; no budget"}


@pytest.mark.parametrize("words", ["change language", "đổi ngôn ngữ", "cho em dùng ngôn ngữ khác"])
async def test_a_wish_for_another_language_is_asked_which(stage: Stage, cast: Cast, words: str):
    assert await stage.say(HOA, words) == stage.wire.expected(
        "Chọn ngôn ngữ.\n[Tiếng Việt] [English]"
    )


async def test_who_chose_english_gives_orders_in_english(stage: Stage, cast: Cast):
    for who in (THU, BINH, HOA):
        await stage.say(who, "English please")
    await stage.say(HOA, "#2 is done")

    assert await stage.say(THU, "confirm 2") == "✅ Completion confirmed: #2."
    assert stage.told(HOA) == "✅ Completion confirmed: #2."
    assert "speed up" in await stage.say(BINH, "instruct 3: speed up")
    for hears in (HOA, DUNG, THU):
        assert "speed up" in stage.told(hears)
    assert "1 task reported on" in await stage.say(HOA, "what did I report?")
    days = "Away from 20/12/2025 to 24/12/2025."
    assert (await stage.say(HOA, "I am on leave from 20 December to 24 December")).startswith(days)
    none = "The whole committee: 1 open task without a due day\n#4 "
    assert (await stage.say(BINH, "which tasks have no deadline?")).startswith(none)


async def test_what_english_hints_quote_is_understood(stage: Stage, cast: Cast):
    await stage.say(HOA, "English please")

    wish = await stage.say(HOA, "2 needs more time until 15/01/2026, no budget")
    assert "Extension of #2 from 31/12/2025 to 15/01/2026 asked for: no budget." in wish
    stage.told(THU)
    later = await stage.say(HOA, "remind me of 2 on 22/12")
    assert later.startswith("#2: you will be reminded again on Monday, 22/12/2025.")
    await stage.say(HOA, "1 at 60%")
    assert (await stage.say(HOA, "undo 1")).startswith("Taken back: #1 is not started again.")
    more = await stage.say(HOA, "I need two more weeks for 1 because no guidance has come")
    assert "#1 from 31/12/2025 to 14/01/2026 asked for" in more
    stage.told(THU)
    assert (await stage.say(HOA, "what about 4?")).startswith("#4 Duy trì các nhóm Zalo")
    week = await stage.say(HOA, "what do I have to do this week")
    assert week.startswith("Phòng Văn hóa - Xã hội: nothing open is due 17/12/2025 to")
    assert (await stage.say(HOA, "how do I attach a file?")).startswith("Send the file or photo")


async def test_the_office_in_english(stage: Stage, cast: Cast):
    await stage.say(THU, "English please")

    told = await stage.say(THU, "5 done, reported by phone")
    assert "Recorded for Công an xã, by phone" in told
    for chat in (SON, KHANH):
        stage.told(chat)
    returned = await stage.say(THU, "return 5: no document")
    assert returned.count("returned: “no document”") == 1
    for chat in (SON, KHANH):
        assert "“no document”" in stage.told(chat)
    card = await stage.say(THU, "assign Công an xã to check the cameras, due before 20/1/2026")
    assert "Deadline: Trước 20/1/2026" in card
    assert "Invite an officer" in await stage.say(THU, "invite an officer of Công an xã")
