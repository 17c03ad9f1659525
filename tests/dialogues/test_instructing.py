"""A member's instruction on a task: heard at once, kept, followed until answered."""

from datetime import timedelta

import pytest

from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Reply, Stage
from tests.dialogues.test_lists_and_cards import OLD

NAMED = "#3 Xây dựng kế hoạch đào tạo kỹ năng số"
MEANT = "Thời hạn nêu trong ý kiến: chậm nhất 18/12/2025."
HEARD = f"Ý kiến chỉ đạo của đồng chí Bình (mẫu) về {NAMED}: “xong trước thứ sáu”. {MEANT}"


async def instruct(stage: Stage) -> None:
    await stage.say(BINH, "chỉ đạo #3: xong trước thứ sáu")
    for chat in (HOA, DUNG, THU):
        stage.told(chat)


async def test_it_reaches_officers_head_and_office_and_is_answered(stage: Stage, cast: Cast):
    await stage.hold(
        BINH,
        (
            "chỉ đạo #3: xong trước thứ sáu",
            f"✅ Đã chuyển ý kiến chỉ đạo về {NAMED} đến Hoa (mẫu), Dũng (mẫu): "
            f"“xong trước thứ sáu”. Khi có trả lời sẽ báo đồng chí. {MEANT}",
        ),
    )
    stage.hears(HOA, f"{HEARD}\n[Trả lời]")
    stage.hears(DUNG, f"{HEARD}\n[Trả lời]")
    stage.hears(THU, HEARD)

    await stage.hold(
        HOA,
        (
            "[Trả lời]",
            f"Đồng chí trả lời ý kiến chỉ đạo về {NAMED} (“xong trước thứ sáu”) thế nào? "
            "Đề nghị ghi trong một tin nhắn.",
        ),
        ("thứ năm trình ký", "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu)."),
    )
    stage.hears(
        BINH,
        f"Phòng Văn hóa - Xã hội (Hoa (mẫu)) trả lời ý kiến chỉ đạo về {NAMED}: "
        "“thứ năm trình ký”.",
    )
    answered = "Hoa (mẫu) đã trả lời ý kiến chỉ đạo này (17/12, 08:00): “thứ năm trình ký”."
    await stage.finds(DUNG, "[Trả lời]", answered, "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n")
    card = await stage.say(BINH, "#3")
    assert (
        "Chỉ đạo của Bình (mẫu), 17/12, 08:00: “xong trước thứ sáu”. Trả lời: “thứ năm trình ký”"
        in card
    )


async def test_a_reply_to_its_message_answers_it(stage: Stage, cast: Cast):
    await instruct(stage)

    await stage.hold(
        HOA,
        (
            Reply("đã xong, mai gửi văn bản", "Ý kiến chỉ đạo"),
            "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu).",
        ),
    )

    assert stage.told(BINH).endswith("“đã xong, mai gửi văn bản”.")


async def test_to_agree_right_under_it_answers_it_and_a_report_is_a_report(
    stage: Stage, cast: Cast
):
    await instruct(stage)

    await stage.hold(
        HOA,
        ("đang làm ạ", "✅ Ghi nhận: #3 đang thực hiện. (17/12, 08:00)\n[Báo nhầm, hủy]"),
    )
    await instruct(stage)
    await stage.hold(
        HOA,
        ("đã rõ, sẽ làm ạ", "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu)."),
    )

    assert stage.told(BINH).endswith("“đã rõ, sẽ làm ạ”.")
    assert "Đã rõ." in await stage.say(HOA, "đã rõ")


async def test_a_report_that_addresses_a_person_right_under_it_answers_it_too(
    stage: Stage, cast: Cast
):
    """The member never heard why a task is late: the reason was a report alone."""
    await instruct(stage)

    await stage.hold(
        HOA,
        (
            "Kính gửi đồng chí Bình, nguyên nhân chậm là do dự toán chưa được phê duyệt, đạt 40%",
            "✅ Ghi nhận: #3 đạt 40%. (17/12, 08:00)\n"
            "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu).\n[Báo nhầm, hủy]",
        ),
    )
    assert "nguyên nhân chậm là do dự toán" in stage.told(BINH)

    await instruct(stage)
    await stage.hold(
        HOA,
        (
            "báo cáo anh, việc 1 được 60%",
            "✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n[Báo nhầm, hủy]",
        ),
    )
    stage.unheard()


async def test_the_button_asks_for_the_words(stage: Stage, cast: Cast):
    await stage.say(BINH, "#3")
    question = await stage.say(BINH, "[Chỉ đạo]")
    answer = await stage.say(BINH, "báo cáo vướng mắc ngay hôm nay")

    assert question.startswith(f"Ý kiến chỉ đạo của đồng chí về {NAMED}?")
    assert answer.startswith("✅ Đã chuyển ý kiến chỉ đạo")
    for chat in (HOA, DUNG, THU):
        assert "“báo cáo vướng mắc ngay hôm nay”" in stage.told(chat)


async def test_it_is_followed_in_the_mornings_until_answered(stage: Stage, cast: Cast):
    await instruct(stage)
    stage.clock.at += timedelta(days=1)

    await stage.remind()
    morning = stage.told(HOA)
    listed = await stage.say(THU, "/chidao")
    for chat in (DUNG, SON, KHANH, THU, BINH):
        stage.told(chat)

    assert "1 ý kiến chỉ đạo chờ trả lời (/chidao):" in morning
    assert f"{NAMED} · Phòng Văn hóa - Xã hội: “xong trước thứ sáu”" in listed
    assert MEANT in listed


async def test_only_members_instruct_and_only_the_lead_answers(stage: Stage, cast: Cast):
    await instruct(stage)

    refused = "Chỉ thành viên Ban Chỉ đạo cho ý kiến chỉ đạo."
    can = "Những việc đồng chí làm được ở đây: /trogiup."
    await stage.hold(THU, ("chỉ đạo #3: làm ngay", f"{refused}\n{can}"))
    await stage.say(SON, "/viec")
    await stage.hold(
        SON,
        (Forged(f"instruct:{cast.tasks[5].id}"), f"{refused}\n{can}"),
        (
            Forged("answer:1"),
            "#3 do cơ quan chủ trì báo cáo: Phòng Văn hóa - Xã hội.",
        ),
        ("/chidao", "Các ý kiến chỉ đạo đều đã được trả lời."),
    )
    await stage.say(BINH, "/trogiup")
    await stage.hold(BINH, (Forged(f"instruct:{cast.elsewhere.id}"), OLD))


async def test_the_task_may_be_named_within_the_words(stage: Stage, cast: Cast):
    answer = await stage.say(BINH, "Chỉ đạo Công an xã khẩn trương việc 5")
    question = await stage.say(BINH, "chỉ đạo của tỉnh về việc 5 thế nào")

    assert answer.startswith("✅ Đã chuyển ý kiến chỉ đạo về #5 Bảo đảm an toàn thông tin đến")
    assert "“Công an xã khẩn trương việc 5”" in answer
    assert question.startswith("#5 Bảo đảm an toàn thông tin\n")
    for chat in (SON, KHANH, THU):
        assert "“Công an xã khẩn trương việc 5”" in stage.told(chat)


async def test_an_instruction_is_answered_in_words_and_is_no_report(stage: Stage, cast: Cast):
    await instruct(stage)

    await stage.hold(
        HOA,
        (
            "trả lời chỉ đạo việc 3: đã giao chị Lan làm",
            "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu).",
        ),
        ("trả lời chỉ đạo việc 3: xong rồi", "Các ý kiến chỉ đạo đều đã được trả lời."),
    )

    assert "“đã giao chị Lan làm”" in stage.told(BINH)
    withdrawn = await stage.say(BINH, "rút lại chỉ đạo việc 3")
    assert withdrawn.startswith("Ý kiến chỉ đạo đã chuyển thì không rút lại được.")
    assert "chưa thực hiện" in await stage.say(HOA, "#3")


async def test_a_member_who_asks_politely_instructs_as_well(stage: Stage, cast: Cast):
    given = await stage.say(BINH, "đề nghị công an xã báo cáo kết quả việc 5 trước thứ 6")

    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo về #5 ")
    for chat in (SON, KHANH, THU):
        assert "trước thứ 6" in stage.told(chat)


async def test_what_a_member_says_must_be_done_by_a_day_is_an_instruction(stage: Stage, cast: Cast):
    given = await stage.say(BINH, "việc 5 phải xong trước 25")

    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo về #5")
    for chat in (SON, KHANH, THU):
        assert "chậm nhất 24/12/2025" in stage.told(chat)
    asked = await stage.say(BINH, "việc 5 phải xong khi nào?")
    assert not asked.startswith("✅ Đã chuyển")


async def test_an_instruction_to_an_agency_asks_which_task(stage: Stage, cast: Cast):
    asked = await stage.say(BINH, "chỉ đạo Công an xã: báo cáo ngay các việc chậm")
    assert asked.startswith(
        "Chưa gửi gì: ý kiến chỉ đạo gắn với một nhiệm vụ. Đồng chí chỉ đạo nhiệm vụ nào?\n"
        "Công an xã: 1 nhiệm vụ chưa hoàn thành\n#5 Bảo đảm an toàn thông tin"
    )
    for words in ("nhắc họ đi", "đôn đốc các phòng chậm giúp tôi"):
        refused = await stage.say(BINH, words)
        assert refused.startswith("Nội dung này dành cho Cơ quan Thường trực"), words
    assert (await stage.say(HOA, "khi nào có em báo")).startswith("Đã rõ.")


async def test_the_words_to_an_agency_are_kept_for_the_task_that_is_pressed(
    stage: Stage, cast: Cast
):
    words = "công an báo cáo tôi trong hôm nay"
    assert (await stage.say(BINH, words)).startswith("Chưa gửi gì: ý kiến chỉ đạo gắn với")

    offered = await stage.say(BINH, "[#5]")
    assert f"về #5 Bảo đảm an toàn thông tin: “{words}”?" in offered
    assert (await stage.say(BINH, "[Chuyển]")).startswith("✅ Đã chuyển ý kiến chỉ đạo về #5")
    for chat in (SON, KHANH, THU):
        assert words in stage.told(chat)
    told = await stage.say(BINH, "công an đã báo cáo tôi việc 5 rồi")
    assert "Chuyển ý kiến" not in told


async def test_what_is_demanded_behind_a_question_stands_under_its_answer(stage: Stage, cast: Cast):
    words = "việc 5 đang tới đâu rồi, công an báo cáo tôi trong hôm nay"
    answer = await stage.say(BINH, words)

    assert "Tiến độ: chưa thực hiện" in answer
    assert f"“{words}”?" in answer


async def test_an_instruction_to_an_agency_goes_to_no_other(stage: Stage, cast: Cast):
    """It reached the task's lead in words that were meant for the police."""
    others = "#1 do Phòng Văn hóa - Xã hội chủ trì; chưa thay đổi gì."
    await stage.hold(BINH, ("chỉ đạo Công an xã khẩn trương việc 1", others))
    await stage.say(BINH, "chỉ đạo Phòng Văn hóa khẩn trương việc 1")
    assert "“Phòng Văn hóa khẩn trương việc 1”" in stage.told(HOA)
    for chat in (DUNG, THU):
        stage.told(chat)


async def test_the_number_may_stand_first_and_the_answer_is_asked_for(stage: Stage, cast: Cast):
    """Both showed the task's card, as not understood."""
    given = await stage.say(BINH, "việc 3 chỉ đạo: xong trước thứ sáu")
    assert given.startswith(f"✅ Đã chuyển ý kiến chỉ đạo về {NAMED}")
    for chat in (HOA, DUNG, THU):
        stage.told(chat)
    asked = "việc 3 đã trả lời chưa?"
    assert (await stage.say(BINH, asked)).startswith("1 ý kiến chỉ đạo chưa được trả lời\n#3")
    await stage.say(HOA, "trả lời chỉ đạo việc 3: thứ năm trình ký")
    stage.told(BINH)
    answered = "Hoa (mẫu) đã trả lời ý kiến chỉ đạo này (17/12, 08:00): “thứ năm trình ký”."
    await stage.hold(BINH, (asked, answered))


async def test_to_agree_naming_the_task_answers_the_one_open_on_it(stage: Stage, cast: Cast):
    """Something else was said since; "việc 3 đã rõ" was not understood."""
    await stage.say(BINH, "chỉ đạo việc 3: báo cáo trước thứ sáu")
    stage.told(HOA)
    await stage.say(HOA, "#2 được 20%")

    answer = await stage.say(HOA, "việc 3 đã rõ")

    assert answer == "✅ Đã ghi nhận và chuyển trả lời đến đồng chí Bình (mẫu)."
    stage.unheard()


async def test_a_demand_behind_a_card_is_passed_on_once_it_is_confirmed(stage: Stage, cast: Cast):
    await stage.say(BINH, "việc 2 sao chậm vậy")
    asked = await stage.say(BINH, "yêu cầu báo cáo rõ nguyên nhân")
    assert asked.startswith("Chuyển ý kiến chỉ đạo này về #2 Nghiên cứu")
    await stage.say(BINH, "không")
    assert "Các ý kiến chỉ đạo đều đã được trả lời." in await stage.say(BINH, "/chidao")

    await stage.say(BINH, "#2")
    await stage.say(BINH, "yêu cầu báo cáo rõ nguyên nhân")
    assert (await stage.say(BINH, "[Chuyển]")).startswith("✅ Đã chuyển ý kiến chỉ đạo về #2")
    for who in (HOA, DUNG, THU):
        assert "“yêu cầu báo cáo rõ nguyên nhân”" in stage.told(who)


async def test_an_older_question_passes_no_newer_words_on(stage: Stage, cast: Cast):
    await stage.say(BINH, "#2")
    await stage.say(BINH, "yêu cầu báo cáo rõ nguyên nhân")
    await stage.say(BINH, "#2")
    await stage.say(BINH, "yêu cầu làm gấp")
    assert (await stage.say(BINH, Forged("demand:1"))).startswith(OLD)
    assert "Các ý kiến chỉ đạo đều đã được trả lời." in await stage.say(BINH, "/chidao")


async def test_its_own_day_is_reminded_of_and_its_giver_hears_once_it_has_passed(
    stage: Stage, cast: Cast
):
    """It was said, and nobody was told of it again."""
    await stage.say(BINH, "chỉ đạo việc 5: báo cáo tôi sáng thứ hai")
    for chat in (SON, KHANH, THU):
        stage.told(chat)
    await stage.say(BINH, "chỉ đạo việc 3: xong trước 20/12")
    await stage.say(HOA, "trả lời chỉ đạo việc 3: xong rồi ạ")
    mornings = {}
    for day in (18, 19, 22, 23):
        stage.clock.at = stage.clock.at.replace(day=day)
        await stage.remind()
        mornings[day] = {chat: stage.told(chat) or "" for chat in (SON, BINH)}
        for chat in (HOA, DUNG, KHANH, THU):
            stage.told(chat)

    named = "“báo cáo tôi sáng thứ hai” (Bình (mẫu), 17/12, 08:00)"
    assert [day for day, told in mornings.items() if named in told[SON]] == [18, 19, 22]
    assert [day for day, told in mornings.items() if "đã qua thời hạn" in told[BINH]] == [23]
    assert "#3" not in mornings[23][BINH]
    assert "Đã qua thời hạn nêu trong ý kiến (22/12/2025)." in await stage.say(BINH, "/chidao")


async def test_a_day_that_no_calendar_has_is_asked_about_before_anybody_hears(
    stage: Stage, cast: Cast
):
    asked = await stage.say(BINH, "chỉ đạo việc 5: xong trước ngày 31/11")
    assert asked.startswith("Không có ngày 31/11 trong lịch; chưa chuyển ý kiến.")
    stage.unheard()
    given = await stage.say(BINH, "xong trước ngày 30/12")
    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo về #5")
    for chat in (SON, KHANH, THU):
        assert "chậm nhất 29/12/2025" in stage.told(chat)


@pytest.mark.parametrize(
    "words",
    [
        "việc 3 chưa đạt, làm lại",
        "viec 3 cham lau roi, de nghi phong van hoa giai trinh",
        "đồng chí Thu nhắc phòng văn hóa làm việc 3 sớm",
    ],
)
async def test_what_else_is_wished_of_a_task_is_offered_to_be_passed_on(
    stage: Stage, cast: Cast, words: str
):
    offered = await stage.say(BINH, words)
    given = await stage.say(BINH, "[Chuyển]")

    question = f"Chuyển ý kiến chỉ đạo này về {NAMED}: “{words}”?\n[Chuyển]"
    assert offered == stage.wire.expected(question)
    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo")
    assert words in stage.told(HOA)
    for chat in (DUNG, THU):
        stage.told(chat)


async def test_a_question_of_a_task_is_no_instruction(stage: Stage, cast: Cast):
    assert "Chuyển ý kiến" not in await stage.say(BINH, "việc 3 có chậm không?")


async def test_one_instruction_on_several_tasks_is_told_in_one_message(stage: Stage, cast: Cast):
    """Of several it was said who reports them, or that an instruction is on one task."""
    words = "các đồng chí chủ trì việc 2, 3 và 5 phải xong trong tháng này"
    asked = await stage.say(BINH, words)
    assert asked.startswith("Chuyển ý kiến chỉ đạo này về #2 Nghiên cứu")

    given = await stage.say(BINH, "ok")

    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo về #2 Nghiên cứu")
    for chat in (HOA, DUNG):
        told = stage.told(chat)
        assert "#5" not in told
        assert told.count(words) == 1
        for button in ("Trả lời #2", "Trả lời #3"):
            assert button in told
    for chat in (SON, KHANH):
        assert "#5 Bảo đảm an toàn thông tin: “" in stage.told(chat)
    assert stage.told(THU).count("Ý kiến chỉ đạo") == 1
    await stage.say(HOA, "đã rõ, sẽ làm")
    assert stage.told(BINH).count("“đã rõ, sẽ làm”") == 2


@pytest.mark.parametrize(
    "words",
    ["sao việc 3 trễ 78 ngày? giải trình gấp", "đề nghị phòng văn hóa đẩy nhanh 3", "đẩy nhanh 3"],
)
async def test_a_demand_behind_a_question_or_a_bare_number_is_offered(
    stage: Stage, cast: Cast, words: str
):
    assert f"Chuyển ý kiến chỉ đạo này về {NAMED}" in await stage.say(BINH, words)
