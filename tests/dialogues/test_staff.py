"""People listed, invited, let in, moved, taken leave of; officers named for tasks by their head."""

import re
from datetime import timedelta

from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, LAN, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.dialogues.test_coming_in import NOT_LINKED
from tests.dialogues.test_lists_and_cards import OLD

LIST = (
    "Ban Chỉ đạo xã Vĩnh Lại: 6 người\n"
    "Thành viên, Cơ quan Thường trực: Thu (mẫu) (Cơ quan Thường trực), Bình (mẫu) (thành viên)\n"
    "Công an xã: Sơn (mẫu) (cán bộ đầu mối), Khánh (mẫu) (cán bộ đầu mối)\n"
    "Phòng Kinh tế: chưa có ai\n"
    "Phòng Văn hóa - Xã hội: Hoa (mẫu) (cán bộ đầu mối), Dũng (mẫu) (thủ trưởng)\n"
    "Bấm vào cơ quan để mời người hoặc thay đổi nhân sự.\n"
    "[Thành viên, Cơ quan Thường trực] [Công an xã]\n"
    "[Phòng Kinh tế] [Phòng Văn hóa - Xã hội]"
)


async def test_somebody_is_invited_by_a_code_made_in_chat(stage: Stage, cast: Cast):
    await stage.hold(THU, ("/nhansu", LIST))
    await stage.say(THU, "[Phòng Kinh tế]")
    invitation = await stage.say(THU, "[Mời cán bộ đầu mối]")
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", invitation)

    assert code
    welcome = await stage.say(LAN, f"/start {code[0]}")

    assert "Đồng chí báo cáo cho Phòng Kinh tế" in welcome
    assert "Phòng Kinh tế: Lan (cán bộ đầu mối)" in await stage.say(THU, "/nhansu")


async def test_somebody_invited_by_name_is_known_by_it(stage: Stage, cast: Cast):
    invitation = await stage.say(THU, "mời chị Nguyễn Thị Mai làm thủ trưởng Phòng Kinh tế")
    code = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", invitation)

    assert code
    assert invitation.startswith("Mã mời Nguyễn Thị Mai, thủ trưởng, Phòng Kinh tế: ")
    await stage.say(LAN, f"/start {code[0]}")
    assert "Phòng Kinh tế: Nguyễn Thị Mai (thủ trưởng)" in await stage.say(THU, "/nhansu")

    assert "Mời thủ trưởng" in await stage.say(THU, "moi chi Mai vao phong kinh te")
    assert (await stage.say(THU, "[Mời cán bộ đầu mối]")).startswith("Mã mời Mai, cán bộ đầu mối")
    assert (await stage.say(THU, "[Mời cán bộ đầu mối]")).startswith("Mã mời cán bộ đầu mối")
    assert "Chuyển đề nghị" in await stage.say(DUNG, "mời anh Minh vào làm cùng")


async def test_a_change_said_in_words_is_offered_and_one_role_ends_alone(stage: Stage, cast: Cast):
    card = "Hoa (mẫu): cán bộ đầu mối Phòng Văn hóa - Xã hội\n"
    moved = await stage.say(THU, "chị Hoa chuyển sang Công an xã rồi")
    assert moved == stage.wire.expected(
        f"{card}[Chuyển sang Công an xã]\n[Giao thêm vai trò]\n[Chuyển cơ quan]\n[Ngừng tham gia]"
    )

    both = "cán bộ đầu mối Phòng Văn hóa - Xã hội; thủ trưởng Phòng Kinh tế"
    offered = await stage.say(THU, "chị Hoa kiêm thêm thủ trưởng Phòng Kinh tế")
    assert offered.startswith(card)
    await stage.hold(THU, ("[Giao thêm: thủ trưởng Phòng Kinh tế]", f"✅ Hoa (mẫu): {both}."))
    assert both in stage.told(HOA)

    ends = await stage.say(THU, "chị Hoa thôi làm thủ trưởng Phòng Kinh tế")
    assert ends.startswith(f"Hoa (mẫu): {both}\n")
    await stage.hold(
        THU,
        (
            "[Thôi vai trò: thủ trưởng Phòng Kinh tế]",
            "✅ Hoa (mẫu): cán bộ đầu mối Phòng Văn hóa - Xã hội.",
        ),
    )
    assert stage.told(HOA).startswith("Vai trò của đồng chí")
    last = await stage.say(THU, Forged(f"endrole:{cast.people[HOA].id}:officer:{cast.culture.id}"))
    assert last.startswith("Kết thúc") or "ngừng" in last.lower()


async def test_somebody_without_a_code_is_let_in_by_the_office(stage: Stage, cast: Cast):
    words = "Trần Thị Lan, Phòng Kinh tế, xã Vĩnh Lại"
    await stage.hold(LAN, ("Xin chào", NOT_LINKED))
    assert (await stage.say(LAN, "[Xin tham gia]")).startswith("Đề nghị ghi họ tên")
    await stage.hold(
        LAN, (words, "Đã chuyển đề nghị đến Cơ quan Thường trực Ban Chỉ đạo xã Vĩnh Lại.")
    )
    stage.hears(
        THU,
        f"Trần Thị Lan xin tham gia, chưa có mã mời: “{words}”. Đồng ý cho tham gia không?\n"
        "[Đồng ý: Phòng Kinh tế]\n[Từ chối]",
    )

    await stage.hold(
        THU, ("[Đồng ý: Phòng Kinh tế]", "✅ Trần Thị Lan: cán bộ đầu mối Phòng Kinh tế.")
    )

    assert stage.told(LAN).startswith("Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n")
    assert "#6 Hỗ trợ hộ kinh doanh" in await stage.say(LAN, "/viec")
    let_in = "Thu (mẫu) đã đồng ý cho Trần Thị Lan tham gia (17/12, 08:00)."
    await stage.finds(THU, "[Từ chối]", let_in, "Ban Chỉ đạo xã Vĩnh Lại: 7 người\n")


async def test_somebody_declined_stays_outside(stage: Stage, cast: Cast):
    await stage.say(LAN, "Xin chào")
    await stage.say(LAN, "[Xin tham gia]")
    await stage.say(LAN, "Trần Thị Lan, Phòng Kinh tế, xã Vĩnh Lại")
    stage.told(THU)

    await stage.say(THU, "[Từ chối]")

    assert "chưa đồng ý" in stage.told(LAN)
    await stage.hold(LAN, ("/viec", NOT_LINKED))


async def test_who_leaves_has_a_last_word_and_no_reminders(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 nhắc lại ngày mai")
    await stage.say(THU, "/nhansu")
    await stage.say(THU, "[Phòng Văn hóa - Xã hội]")
    await stage.say(THU, "[Hoa (mẫu)]")
    await stage.say(THU, "[Ngừng tham gia]")
    await stage.hold(
        THU,
        (
            "[Đồng ý ngừng]",
            "Hoa (mẫu) đã ngừng tham gia; nhiệm vụ vẫn thuộc cơ quan.",
        ),
    )
    stage.hears(
        HOA,
        "Đồng chí đã ngừng tham gia Ban Chỉ đạo xã Vĩnh Lại, từ nay không còn nhận tin nhắc. Các "
        "báo cáo đã gửi vẫn được lưu. Nếu có nhầm lẫn, đề nghị liên hệ Cơ quan Thường trực.",
    )
    await stage.hold(HOA, ("#2 xong", NOT_LINKED))

    stage.clock.at += timedelta(days=1)
    await stage.remind()

    assert stage.told(HOA) == ""
    assert "#3 " in stage.told(DUNG)
    for chat in (SON, KHANH, THU, BINH):
        stage.told(chat)


async def test_somebody_moves_and_gets_another_role(stage: Stage, cast: Cast):
    await stage.say(THU, "/nhansu")
    await stage.say(THU, "[Công an xã]")
    await stage.say(THU, "[Sơn (mẫu)]")
    await stage.say(THU, "[Chuyển cơ quan]")
    await stage.hold(THU, ("[Phòng Kinh tế]", "✅ Sơn (mẫu): cán bộ đầu mối Phòng Kinh tế."))
    assert "cán bộ đầu mối Phòng Kinh tế." in stage.told(SON)
    assert "#6 " in await stage.say(SON, "/viec")

    await stage.say(THU, "[Giao thêm vai trò]")
    await stage.hold(
        THU,
        ("[thành viên]", "✅ Sơn (mẫu): cán bộ đầu mối Phòng Kinh tế; thành viên."),
    )
    stage.told(SON)
    assert (await stage.say(SON, "/tonghop")).startswith("Ban Chỉ đạo xã Vĩnh Lại")


async def test_the_last_of_the_standing_office_stays(stage: Stage, cast: Cast):
    await stage.say(THU, "/nhansu")
    await stage.hold(
        THU,
        (
            Forged(f"end:{cast.people[THU].id}:1"),
            "Không cho người cuối cùng của Cơ quan Thường trực ngừng tham gia được. Đề nghị giao "
            "vai trò này "
            "cho người khác trước.",
        ),
    )


async def test_a_head_names_the_officer_who_alone_is_reminded(stage: Stage, cast: Cast):
    await stage.say(THU, "/nhansu")
    await stage.hold(
        THU,
        (
            Forged(f"giverole:{cast.people[SON].id}:officer:{cast.culture.id}"),
            "✅ Sơn (mẫu): cán bộ đầu mối Công an xã; cán bộ đầu mối Phòng Văn hóa - Xã hội.",
        ),
    )
    stage.told(SON)
    named = "#3 Xây dựng kế hoạch đào tạo kỹ năng số"
    await stage.hold(
        DUNG,
        (
            "giao #3 cho anh Sơn",
            f"✅ Đã giao {named} cho Sơn (mẫu); tin nhắc chỉ gửi cho người này.",
        ),
    )
    stage.hears(
        SON,
        f"Dũng (mẫu) giao đồng chí theo dõi {named}. Tin nhắc của nhiệm vụ này gửi cho đồng chí.",
    )
    assert "Cán bộ theo dõi: Sơn (mẫu)" in await stage.say(BINH, "#3")

    answer = await stage.say(THU, "đôn đốc ngay Phòng Văn hóa - Xã hội")

    assert answer.startswith("✅ Đã đôn đốc: ")
    assert "#3 " in stage.told(SON)
    assert "#3 " not in stage.told(HOA)


async def test_only_the_head_names_and_only_their_own_people(stage: Stage, cast: Cast):
    task = cast.tasks[3].id
    await stage.say(SON, "/viec")
    await stage.say(DUNG, "/viec")
    refused = (
        "Thủ trưởng cơ quan chủ trì quyết định giao nhiệm vụ cho cán bộ nào.\n"
        "Những việc đồng chí làm được ở đây: /trogiup."
    )

    await stage.hold(SON, (Forged(f"named:{task}:{cast.people[HOA].id}"), refused))
    await stage.hold(
        DUNG,
        (Forged(f"named:{task}:{cast.people[SON].id}"), OLD),
        (Forged(f"named:{cast.tasks[5].id}:0"), refused),
    )


async def test_everything_about_people_is_refused_to_others(stage: Stage, cast: Cast):
    for chat in (HOA, BINH):
        await stage.hold(chat, ("/nhansu", OFFICE_ONLY))
        for data in ("staffof:0", "invite:secretary:0", "person:1", "giverole:1:secretary:0"):
            await stage.hold(chat, (Forged(data), OFFICE_ONLY))
        for data in ("move:1:1", "end:1:1", "letin:1:1"):
            await stage.hold(chat, (Forged(data), OFFICE_ONLY))


async def test_an_agencys_people_are_asked_for_in_words(stage: Stage, cast: Cast):
    for words in ("thêm người cho Công an xã", "ai la dau moi cong an xa?", "cấp mã mới cho CAX"):
        assert (await stage.say(THU, words)).startswith("Công an xã: ")


async def test_a_head_gives_several_tasks_at_once_and_takes_one_back(stage: Stage, cast: Cast):
    given = await stage.say(DUNG, "giao Hoa việc 1 và 2")

    assert given.startswith(
        "✅ Đã giao #1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW, #2 Nghiên"
    )
    told = stage.told(HOA)
    assert "#1 Tổ chức" in told
    assert "#2 Nghiên cứu" in told
    third = await stage.say(DUNG, "cho chị Hoa làm việc 3")
    assert third.startswith("✅ Đã giao #3 Xây dựng")
    stage.told(HOA)
    passed_on = await stage.say(DUNG, "chị Hoa làm việc 2 đi, trước thứ sáu nhé")
    assert passed_on.endswith("\nNguyên văn: “chị Hoa làm việc 2 đi, trước thứ sáu nhé”")
    assert stage.told(HOA).endswith("\nNguyên văn: “chị Hoa làm việc 2 đi, trước thứ sáu nhé”")
    assert await stage.say(DUNG, "Hoa báo cáo tôi việc 2 trước chiều mai") == (
        "✅ Đã nhắc Hoa (mẫu) về #2."
    )
    assert "“Hoa báo cáo tôi việc 2 trước chiều mai”" in stage.told(HOA)
    nobody = await stage.say(DUNG, "giao lại việc 2 cho anh Minh")
    assert nobody.startswith("Cơ quan đồng chí chưa có cán bộ tên này.")
    assert (await stage.say(DUNG, "bỏ giao việc 2")).startswith("✅ #2 Nghiên cứu")
    await stage.say(DUNG, "chuyển việc 2 từ anh Minh sang chị Hoa")
    assert stage.told(HOA).startswith("Dũng (mẫu) giao đồng chí theo dõi #2")
    back = await stage.say(DUNG, "rút việc 1 của Hoa")
    assert back.startswith("✅ #1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW do tất cả cán bộ")
    free = await stage.say(DUNG, "việc nào của phòng chưa ai nhận?")
    assert "#1 Tổ chức" in free
    assert "#2 Nghiên cứu" not in free


async def test_a_person_named_in_words_is_shown_with_what_can_be_done(stage: Stage, cast: Cast):
    for words in (
        "cho chị Hoa nghỉ",
        "chị Hoa kiêm thủ trưởng",
        "chị Hoa làm cả thành viên",
        "chuyển chị Hoa sang Phòng Kinh tế",
        "cho chị Hoa làm thủ trưởng",
        "kết thúc vai trò của chị Hoa",
        "cho chị Hoa nghỉ, không tham gia nữa",
        "chị Hoa ngừng tham gia",
        "chị Hoa thôi làm đầu mối",
        "cho chị Hoa làm thêm đầu mối Công an xã",
        "anh Hùng thay chị Hoa phụ trách",
        "chị Hoa bàn giao cho anh Sơn",
        "chuyển hết việc của chị Hoa sang anh Sơn",
    ):
        shown = await stage.say(THU, words)
        assert shown.startswith("Hoa (mẫu): cán bộ đầu mối Phòng Văn hóa - Xã hội\n"), words
    assert "Chuyển đề nghị" in await stage.say(DUNG, "chị Hoa nghỉ việc rồi")


async def test_an_agencys_people_are_asked_for_in_any_order(stage: Stage, cast: Cast):
    for words in (
        "ai đang là đầu mối công an xã",
        "công an xã ai là đầu mối",
        "bên công an ai phụ trách",
    ):
        for chat in (THU, BINH):
            assert (await stage.say(chat, words)).startswith("Công an xã: "), words


async def test_what_somebody_asked_before_leaving_is_decided_for_the_agency(
    stage: Stage, cast: Cast
):
    """The agency led on beside the one its task was given to, and who had left heard of it."""
    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026")
    await stage.say(HOA, "việc 2 của Công an xã, không phải của phòng em")
    await stage.say(THU, "kết thúc vai trò của chị Hoa")
    await stage.say(THU, "[Ngừng tham gia]")
    await stage.say(THU, "[Đồng ý ngừng]")
    stage.unheard()

    granted = await stage.say(THU, "đồng ý việc 1")
    assert granted.startswith("Đã đồng ý gia hạn #1 ")
    stage.hears(DUNG, granted)
    assert stage.told(HOA) == ""

    await stage.say(THU, "[Chuyển cho Công an xã]")
    assert "\nChủ trì: Công an xã (trước đó: Phòng Văn hóa - Xã hội)" in stage.told(SON)
    stage.unheard()
