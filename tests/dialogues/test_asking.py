"""Questions of members and of the standing office, answered short; officers ask for their own."""

from datetime import timedelta

from sqlalchemy import select

from db.enums import FilePurpose, FileState
from db.models import Chat, SentFile
from tests.dialogues.cast import BINH, DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_hostile import reported
from tests.make import NOW

LATE = "#3 Xây dựng kế hoạch đào tạo kỹ năng số · Phòng Văn hóa - Xã hội"


async def test_who_is_late(stage: Stage, cast: Cast):
    await stage.hold(
        BINH,
        (
            "Phòng Văn hóa - Xã hội đang chậm việc gì?",
            "🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn, đến 17/12/2025\n"
            f"{LATE} · tháng 9/2025 (chậm nhất 30/09/2025) · quá hạn 78 ngày\n"
            "Chỉ đạo: ghi “chỉ đạo #3: …”.\n[#3]",
        ),
        (
            "phong kinh te dang cham viec gi",
            "Phòng Kinh tế: không có nhiệm vụ quá hạn, đến 17/12/2025.",
        ),
    )
    assert (await stage.say(THU, "việc nào quá hạn?")).count("Đôn đốc ngay: /dondoc.") == 1


async def test_what_was_returned_and_what_nobody_began(stage: Stage, cast: Cast):
    await stage.hold(
        BINH,
        ("có việc nào bị trả lại không", "Toàn Ban Chỉ đạo: không có nhiệm vụ nào bị trả lại."),
    )
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "trả lại 2: thiếu văn bản")
    stage.told(HOA)

    returned = (
        "Toàn Ban Chỉ đạo: 1 nhiệm vụ bị trả lại, chưa hoàn thành lại\n"
        "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng · "
        "Phòng Văn hóa - Xã hội, trả lại ngày 17/12/2025: “thiếu văn bản”\n"
    )
    assert (await stage.say(BINH, "việc nào bị trả lại")).startswith(returned)
    mine = await stage.say(HOA, "việc nào của phòng tôi bị trả lại")
    assert mine.startswith("Phòng Văn hóa - Xã hội: 1 nhiệm vụ bị trả lại")
    begun = await stage.say(BINH, "việc nào chưa làm gì")
    assert begun.startswith("Toàn Ban Chỉ đạo: 5 nhiệm vụ chưa thực hiện\n#3 ")

    await stage.say(HOA, "#2 xong, QĐ 12/QĐ-UBND")
    assert "không có nhiệm vụ nào bị trả lại" in await stage.say(THU, "việc nào bị trả lại")


async def test_a_demand_on_all_is_no_instruction_on_the_task_spoken_of(stage: Stage, cast: Cast):
    await stage.say(BINH, "#3")

    passed_on = await stage.say(BINH, "đôn đốc các đơn vị chưa báo cáo")

    assert passed_on.startswith("Nội dung này dành cho Cơ quan Thường trực")


async def test_what_is_stuck(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 vướng kinh phí")
    stage.told(THU)

    answer = await stage.say(BINH, "việc nào đang vướng?")

    assert answer.startswith(
        "⚠️ Toàn Ban Chỉ đạo: 1 nhiệm vụ có khó khăn, vướng mắc\n"
        "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW · Phòng Văn hóa - Xã hội · "
        "“vướng kinh phí”, từ 17/12/2025\n"
    )


async def test_who_has_not_reported(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 30%")

    await stage.hold(
        BINH,
        (
            "ai chưa báo cáo?",
            "Toàn Ban Chỉ đạo: 5 nhiệm vụ chưa báo cáo kỳ này\n"
            "Phòng Văn hóa - Xã hội: 3 (#2, #3, #4)\n"
            "Công an xã: 1 (#5)\n"
            "Phòng Kinh tế: 1 (#6)",
        ),
    )


async def test_what_comes_due(stage: Stage, cast: Cast):
    await stage.hold(
        BINH,
        (
            "tuần này có gì đến hạn?",
            "🟡 Toàn Ban Chỉ đạo: 1 nhiệm vụ đến hạn từ 17/12/2025 đến 21/12/2025\n"
            "#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử · Phòng Kinh tế, thời hạn 19/12/2025\n"
            "Chỉ đạo: ghi “chỉ đạo #6: …”.\n[#6]",
        ),
    )


async def test_what_is_late_of_days_that_are_over(stage: Stage, cast: Cast):
    september = await stage.say(BINH, "tháng 9 có việc nào quá hạn?")
    last_quarter = await stage.say(HOA, "quý trước em có việc nào quá hạn?")
    no_such_day = await stage.say(BINH, "từ 31/11 đến 5/12 có gì đến hạn?")

    assert september.startswith(
        "🔴 Toàn Ban Chỉ đạo: 1 nhiệm vụ quá hạn, tính hết ngày 30/09/2025\n#3 Xây dựng kế hoạch"
    )
    assert last_quarter.startswith(
        "🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn, tính hết ngày 30/09/2025\n#3 "
    )
    assert no_such_day == "Ngày chưa rõ hoặc đã qua. Đề nghị ghi ngày/tháng/năm."


async def test_what_came_due_in_a_quarter_and_is_not_done_is_listed_too(stage: Stage, cast: Cast):
    listed = await stage.say(BINH, "danh sách việc quý 3")

    assert "#3 Xây dựng kế hoạch đào tạo kỹ năng số" in listed


async def test_one_plan_one_agency_one_period(stage: Stage, cast: Cast):
    plan = await stage.say(BINH, "tình hình kế hoạch số 1")
    agency = await stage.say(BINH, "/tonghop Công an xã")
    period = await stage.say(BINH, "/tonghop tháng 12")
    unknown = await stage.say(BINH, "tình hình kế hoạch số 99")

    assert plan.startswith("Kế hoạch số 1/KH-UBND, đến 17/12/2025\n6 nhiệm vụ: ")
    assert agency.startswith("Công an xã, đến 17/12/2025\n1 nhiệm vụ: ")
    assert "Theo cơ quan chủ trì" not in agency
    assert period.startswith(
        "Toàn Ban Chỉ đạo, thời hạn từ 01/12/2025 đến 31/12/2025, đến 17/12/2025\n4 nhiệm vụ: "
    )
    assert unknown == "Không có “kế hoạch số 99” ở đây. Các kế hoạch đang theo dõi: 1/KH-UBND."


async def test_a_question_is_never_recorded_and_an_officer_hears_of_no_other_agency(
    stage: Stage, cast: Cast
):
    for chat in (HOA, BINH, THU):
        for words in ("Công an xã xong chưa?", "Công an xã đã hoàn thành việc gì?"):
            answer = await stage.say(chat, words)
            assert chat != HOA or "#5" not in answer

    assert await reported(stage) == 0


async def test_a_question_by_content_shows_that_task_not_the_one_spoken_of_last(
    stage: Stage, cast: Cast
):
    await stage.say(BINH, "#1")

    assert (await stage.say(BINH, "an toàn thông tin ai làm")).startswith("#5 ")
    assert (await stage.say(HOA, "cái vụ kỹ năng số tới đâu rồi")).startswith("#3 ")
    assert "#5" in await stage.say(HOA, "an toàn thông tin ai làm vậy")


async def test_what_is_new(stage: Stage, cast: Cast):
    nothing = "Toàn Ban Chỉ đạo: không có báo cáo nào ngày 17/12/2025."
    await stage.hold(BINH, ("hôm nay có gì mới?", nothing))
    await stage.say(HOA, "#1 được 60%, #2 vướng kinh phí, #3 xong")
    stage.told(THU)
    await stage.hold(
        BINH,
        (
            "co gi moi",
            "Toàn Ban Chỉ đạo: 3 nhiệm vụ có báo cáo từ 11/12/2025 đến 17/12/2025\n"
            "✅ Hoàn thành: #3\nĐang thực hiện: #1 (60%)\n⚠️ Vướng mắc: #2\n[#3] [#2] [#1]",
        ),
    )


async def test_wishes_for_more_time_are_listed_and_decided(stage: Stage, cast: Cast):
    await stage.hold(
        THU, ("có ai xin gia hạn không?", "Không có đề nghị gia hạn nào chờ quyết định.")
    )
    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026 vì thiếu người")
    stage.told(THU)

    listed = await stage.say(THU, "đề nghị gia hạn nào chưa quyết định?")

    assert listed.startswith("1 đề nghị gia hạn chờ quyết định\nPhòng Văn hóa - Xã hội")
    assert "15/01/2026" in await stage.say(THU, "[Đồng ý #1]")
    stage.told(HOA)
    await stage.hold(
        THU, ("có ai xin gia hạn không?", "Không có đề nghị gia hạn nào chờ quyết định.")
    )


async def test_an_officer_asks_for_a_part_of_their_list_in_words(stage: Stage, cast: Cast):
    late = await stage.say(HOA, "cho toi xem viec qua han")

    assert "#3" in late
    assert "#1" not in late
    assert "#1" in await stage.say(HOA, "tháng này tôi phải làm gì")


async def test_what_is_not_understood_is_not_laid_on_the_task_spoken_of_last(
    stage: Stage, cast: Cast
):
    await stage.say(BINH, "#1")

    answer = await stage.say(BINH, "so sánh giúp tôi với xã bên")
    assert "Nghị quyết số 57-NQ/TW" not in answer


async def test_a_plan_is_named_by_its_number_alone(stage: Stage, cast: Cast):
    known = await stage.say(BINH, "kế hoạch 1")
    unknown = await stage.say(BINH, "ke hoach 57")

    assert known.startswith("Kế hoạch số 1/KH-UBND, đến 17/12/2025")
    assert unknown.startswith("Không có “ke hoach 57” ở đây.")


async def test_what_was_done_in_a_month_is_of_the_month_that_passed(stage: Stage, cast: Cast):
    await stage.say(HOA, "#3 xong")
    stage.told(THU)

    assert "#3" in await stage.say(BINH, "tháng này hoàn thành được bao nhiêu việc?")
    assert await stage.say(BINH, "tháng 11 hoàn thành bao nhiêu việc?") == (
        "Toàn Ban Chỉ đạo, từ 01/11/2025 đến 30/11/2025: chưa có nhiệm vụ nào báo hoàn thành."
    )


async def test_a_member_demands_in_words_and_decides_a_wish(stage: Stage, cast: Cast):
    demanded = await stage.say(BINH, "yêu cầu Phòng Văn hóa giải trình việc 3")
    assert demanded.startswith("✅ Đã chuyển ý kiến chỉ đạo về #3")
    for chat in (HOA, DUNG, THU):
        assert "yêu cầu Phòng Văn hóa giải trình" in stage.told(chat)
    refused = await stage.say(BINH, "việc 3 xong rồi")
    assert "Chỉ đạo: ghi “chỉ đạo #3: …”." in refused
    assert "Cơ quan Thường trực" in await stage.say(BINH, "giao Phòng Kinh tế làm báo cáo")

    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026")
    stage.told(THU)
    assert "1 đề nghị gia hạn" in await stage.say(BINH, "cho gia hạn việc 1 đến 15/1")
    assert "15/01/2026" in await stage.say(BINH, "[Đồng ý #1]")
    stage.told(HOA)


async def test_an_agency_sees_what_it_helps_with(stage: Stage, cast: Cast):
    helped = await stage.say(SON, "các việc phối hợp của đơn vị")

    assert helped.startswith("Công an xã phối hợp 1 nhiệm vụ\n#2 ")
    assert "Phòng Văn hóa - Xã hội" in helped
    assert await stage.say(SON, "[Chưa xong (1)]")


async def test_what_waits_for_the_asker(stage: Stage, cast: Cast):
    nothing = "Hiện không có việc nào chờ đồng chí quyết định."
    await stage.hold(BINH, ("có việc gì chờ tôi quyết định không?", nothing))
    await stage.say(HOA, "#1 xong, #2 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    extension = "1 đề nghị gia hạn chờ quyết định: “ai xin gia hạn?”"
    await stage.hold(
        BINH,
        ("có việc gì chờ tôi quyết định không?", f"Việc chờ đồng chí xử lý:\n{extension}"),
    )
    await stage.hold(
        THU,
        (
            "có gì cần tôi xử lý không?",
            "Việc chờ đồng chí xử lý:\n1 báo cáo hoàn thành chờ xác nhận: /xacnhan\n"
            f"{extension}\n1 cơ quan chủ trì chưa có ai để nhắc: /nhansu",
        ),
        (
            "cơ quan nào chưa có đầu mối?",
            "1 cơ quan chủ trì nhiệm vụ nhưng chưa có ai để nhắc\nPhòng Kinh tế: 1 nhiệm vụ\n"
            "Để mời: ghi “mời cán bộ Phòng Kinh tế”, hoặc gõ /nhansu.",
        ),
    )
    assert "\nPhòng Kinh tế: 1 nhiệm vụ\n" in await stage.say(THU, "ai chưa được nhắc")


async def test_a_person_stands_for_the_agency_they_report_for(stage: Stage, cast: Cast):
    listed = await stage.say(BINH, "chị Hoa đang làm những việc gì?")
    summed = await stage.say(BINH, "anh Sơn làm đến đâu rồi?")

    assert listed.startswith("Chưa có nhiệm vụ nào giao riêng cho Hoa (mẫu); ")
    assert "\nPhòng Văn hóa - Xã hội: 4 nhiệm vụ chưa hoàn thành\n" in listed
    assert summed.startswith("Công an xã, đến 17/12/2025\n1 nhiệm vụ: ")


async def test_what_has_no_due_day_is_listed(stage: Stage, cast: Cast):
    for who in (BINH, HOA):
        listed = await stage.say(who, "việc nào không có thời hạn?")
        assert "1 nhiệm vụ chưa xong, không xác định thời hạn\n#4 Duy trì" in listed


async def test_what_one_reported_is_told_by_its_days(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")
    stage.clock.at += timedelta(days=1)

    for who, words in ((HOA, "hôm qua tôi báo gì rồi?"), (BINH, "hôm qua có ai báo cáo gì?")):
        told = await stage.say(who, words)
        assert "1 nhiệm vụ có báo cáo ngày 17/12/2025\nĐang thực hiện: #1 (60%)" in told
    assert "Đang thực hiện: #1 (60%)" in await stage.say(HOA, "tôi đã báo cáo những gì rồi")


async def test_officers_may_read_the_days_of_reports_and_not_set_them(stage: Stage, cast: Cast):
    shown = await stage.say(HOA, "bao giờ phải nộp báo cáo tháng?")

    assert shown.startswith("Lịch báo cáo\n")
    assert "Để đặt" not in shown
    assert "thành viên Ban Chỉ đạo" in await stage.say(HOA, "/ky chốt 14 báo cáo 18")


async def test_the_plans_document_is_handed_on_to_leaders(stage: Stage, cast: Cast):
    none = await stage.say(BINH, "có file kế hoạch không?")
    assert none.startswith("Chưa lưu văn bản gốc của kế hoạch: ")
    async with stage.program.database.write() as session:
        chat = (await session.scalars(select(Chat).where(Chat.address == str(THU)))).one()
        session.add(
            SentFile(
                committee_id=cast.vinh_lai.id,
                person_id=cast.people[THU].id,
                chat_id=chat.id,
                plan_id=cast.tasks[1].plan_id,
                purpose=FilePurpose.PLAN,
                state=FileState.KEPT,
                source="1",
                name="ke-hoach.docx",
                sent_at=NOW,
                next_at=NOW,
                digest="d",
                content=b"the plan",
            )
        )

    sent = await stage.say(BINH, "gửi cho tôi file kế hoạch")
    if stage.wire.pictures:
        assert sent.startswith("Văn bản kế hoạch ")
        assert stage.wire.seen(BINH)[-1].file == b"the plan"
    else:
        assert "ke-hoach.docx" in sent
    refused = await stage.say(HOA, "cho em xin file kế hoạch")
    assert refused.startswith("Nội dung này dành cho")
    assert stage.wire.seen(HOA)[-1].file is None


async def test_what_is_in_the_way_is_asked_for_by_kind(stage: Stage, cast: Cast):
    """All that was blocked was listed, whatever stood in its way."""
    await stage.say(HOA, "việc 2 chưa có tiền")
    await stage.say(SON, "việc 5 vướng mặt bằng")
    stage.told(THU)

    asked = await stage.say(BINH, "việc nào vướng kinh phí?")
    assert asked.startswith("⚠️ Toàn Ban Chỉ đạo, “kinh phí”: 1 nhiệm vụ có khó khăn, vướng mắc\n#2")
    theirs = await stage.say(BINH, "còn Công an xã?")
    assert theirs == "Công an xã, “kinh phí”: không có khó khăn, vướng mắc được báo cáo."
    assert "2 nhiệm vụ có khó khăn" in await stage.say(BINH, "việc nào đang vướng")


async def test_an_agency_nobody_knows_is_not_answered_for_by_all_others(stage: Stage, cast: Cast):
    """The whole committee's figures came instead, and the commune's police for the district's."""
    known = "Các cơ quan hiện có: Công an xã; Phòng Kinh tế; Phòng Văn hóa - Xã hội."
    for words, called in (
        ("Trạm Y tế còn việc gì?", "Trạm Y tế"),
        ("tinh hinh hoi nong dan", "hoi nong dan"),
        ("tình hình công an huyện", "công an huyện"),
        ("việc của Văn phòng Đảng ủy", "Văn phòng Đảng ủy"),
    ):
        await stage.hold(BINH, (words, f"Danh bạ không có “{called}”. {known}"))
    assert (await stage.say(BINH, "công an còn việc gì")).startswith("Công an xã: ")
    assert "cơ quan hiện có" not in await stage.say(BINH, "tình hình phòng chống dịch")


async def test_what_leaders_say_around_a_question_is_none_of_it(stage: Stage, cast: Cast):
    summed = await stage.say(BINH, "tình hình thực hiện kế hoạch")
    assert await stage.say(BINH, "cho tôi biết tình hình thực hiện kế hoạch") == summed
    nothing = "Hiện không có việc nào chờ đồng chí quyết định."
    await stage.hold(BINH, ("hôm nay có gì cần tôi quyết không", nothing))
    received = "Các nhiệm vụ giao qua đây đều đã được xác nhận là đã nhận."
    await stage.hold(BINH, ("ai chưa nhận việc", received))


async def test_which_agency_has_most_to_do(stage: Stage, cast: Cast):
    most = await stage.say(BINH, "phòng nào nhiều việc nhất")
    fewest = await stage.say(BINH, "phong nao it viec nhat")

    heading = "Toàn Ban Chỉ đạo, đến 17/12/2025: số nhiệm vụ chưa xong của từng cơ quan"
    first, *rest = most.split("\n")
    assert first == heading
    assert rest[0].startswith("Phòng Văn hóa - Xã hội: ")
    assert fewest.split("\n")[0] == heading
    assert fewest.split("\n")[1] != rest[0]


async def test_when_an_agency_reported_last(stage: Stage, cast: Cast):
    never = "Phòng Kinh tế: chưa có báo cáo nào."
    await stage.hold(BINH, ("phong kinh te bao cao lan cuoi bao gio", never))
    await stage.say(HOA, "#2 được 30%")

    said = await stage.say(BINH, "lần cuối phòng văn hóa báo cáo khi nào")

    assert said.startswith("Phòng Văn hóa - Xã hội: báo cáo gần nhất ngày 17/12/2025, #2.")


async def test_two_periods_that_are_named(stage: Stage, cast: Cast):
    said = await stage.say(BINH, "so sánh tháng 10 với tháng 11")

    assert said.startswith("Toàn Ban Chỉ đạo, 30/11/2025 so với 31/10/2025\n")
    quarters = await stage.say(BINH, "so sanh quy 2 voi quy 3")
    assert quarters.startswith("Toàn Ban Chỉ đạo, 30/09/2025 so với 30/06/2025\n")
    assert (
        "Số nhiệm vụ có báo cáo: 0 từ 01/11/2025 đến 30/11/2025; 0 từ 01/10/2025 đến 31/10/2025"
    ) in said


async def test_tasks_given_to_a_person(stage: Stage, cast: Cast):
    none_named = "Chưa có nhiệm vụ nào giao riêng cho Hoa"
    assert (await stage.say(DUNG, "việc nào giao cho Hoa")).startswith(none_named)
    assert (await stage.say(BINH, "viec cua hoa toi dau roi")).startswith(none_named)


async def test_whom_an_agencys_reminders_go_to(stage: Stage, cast: Cast):
    said = await stage.say(BINH, "sao phòng văn hóa không được nhắc")
    assert said.startswith("Phòng Văn hóa - Xã hội: tin nhắc gửi cho Hoa (mẫu)")
    assert "Chưa có tin nhắc nào. Lần tới: " in said
    nobody = "Phòng Kinh tế chưa có ai để nhắc; Cơ quan Thường trực mời cán bộ đầu mối."
    await stage.hold(BINH, ("sao phong kinh te khong duoc nhac", nobody))


async def test_who_was_reminded_on_a_day(stage: Stage, cast: Cast):
    await stage.hold(THU, ("hôm qua nhắc ai", "16/12/2025: chưa nhắc ai."))
    await stage.remind()
    stage.unheard()
    assert (await stage.say(THU, "hom nay da nhac ai chua")).startswith("17/12/2025: đã nhắc ")
    assert (await stage.say(THU, "mai nhac ai")).startswith("18/12/2025: sẽ gửi ")


async def test_what_has_an_extended_deadline(stage: Stage, cast: Cast):
    none = "Toàn Ban Chỉ đạo: không có nhiệm vụ nào được gia hạn."
    await stage.hold(BINH, ("việc nào được gia hạn", none))
    await stage.say(THU, "gia hạn việc 2 đến 15/1/2026")
    stage.unheard()
    extended = await stage.say(BINH, "viec nao da gia han")
    assert extended.startswith("Toàn Ban Chỉ đạo: 1 nhiệm vụ được gia hạn\n#2 ")


async def test_who_one_is_and_what_is_beside_the_point(stage: Stage, cast: Cast):
    beside = (
        "Ở đây chỉ theo dõi nhiệm vụ của Ban Chỉ đạo, không có thông tin khác. "
        "Xem những gì có thể hỏi và báo cáo: /trogiup."
    )
    await stage.hold(BINH, ("hôm nay thời tiết thế nào", beside), ("mày là robot à", beside))
    assert (await stage.say(HOA, "tôi là ai")).startswith(
        "Hoa (mẫu) (cán bộ đầu mối), Phòng Văn hóa"
    )
    assert "chuyển Phòng Văn hóa" in await stage.say(HOA, "làm sao chuyển việc sang phòng khác")
    assert "Cơ quan Thường trực xác nhận" in await stage.say(HOA, "ai xac nhan viec cua toi")
    assert (await stage.say(SON, "vâng")).endswith("“5 được 60%”.")


async def test_what_a_person_reported(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 được 30%")
    said = await stage.say(BINH, "Hoa báo cáo gì hôm nay")
    assert said.startswith("Phòng Văn hóa - Xã hội: 1 nhiệm vụ có báo cáo ngày 17/12/2025")


async def test_what_nobody_can_answer_is_said_and_what_can_be_is_offered(stage: Stage, cast: Cast):
    instead = "Chưa có câu trả lời cho câu hỏi này. Gần nhất có:\n[Tổng hợp]\n[Quá hạn (1)] "
    for unknown in (
        "phòng nào chưa có thủ trưởng",
        "việc nào nặng nhất",
        "có bao nhiêu nhóm nhiệm vụ",
    ):
        said = await stage.say(BINH, unknown)
        assert said.startswith(stage.wire.expected(instead + "[Chưa báo cáo (6)]")), unknown
    assert (await stage.say(BINH, "[Tổng hợp]")).startswith("Toàn Ban Chỉ đạo, đến 17/12/2025\n")
    said = await stage.say(BINH, "tình hình chung thế nào")
    assert said.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025\n")


async def test_a_list_is_asked_for_by_its_name_alone(stage: Stage, cast: Cast):
    for chat in (BINH, THU):
        assert (await stage.say(chat, "quá hạn")).startswith("🔴 Toàn Ban Chỉ đạo: 1 nhiệm vụ")
        assert (await stage.say(chat, "vướng mắc")).startswith("Toàn Ban Chỉ đạo: không có")
        assert not (await stage.say(chat, "xong")).startswith("Toàn Ban Chỉ đạo")


async def test_an_agencys_people_press_on_no_others_figures(stage: Stage, cast: Cast):
    police = cast.police
    await stage.say(HOA, "/viec")
    refused = await stage.say(HOA, Forged(f"part:open:{police.id}::"))
    assert "Công an xã" not in refused
    own = await stage.say(HOA, Forged("part:open:::"))
    assert own.startswith("Phòng Văn hóa - Xã hội: ")


async def test_when_reminders_go_out_and_who_is_in_an_agency(stage: Stage, cast: Cast):
    when = "Tin nhắc và bản tổng hợp tự động gửi từ 08:00 các ngày làm việc, mỗi người một tin."
    await stage.hold(THU, ("tin nhắc gửi lúc mấy giờ", when))
    staff = await stage.say(BINH, "phòng văn hóa có ai")
    assert staff.startswith("Phòng Văn hóa - Xã hội: Hoa (mẫu) (cán bộ đầu mối)")


async def test_a_head_asks_of_shared_tasks_and_of_an_officer(stage: Stage, cast: Cast):
    shared = await stage.say(DUNG, "việc nào phối hợp với công an")
    assert "(cùng tham gia): " in shared
    await stage.say(HOA, "#2 được 30%")
    said = await stage.say(DUNG, "tuan nay Hoa bao cao gi")
    assert said.startswith("Phòng Văn hóa - Xã hội: 1 nhiệm vụ có báo cáo từ 15/12/2025")
