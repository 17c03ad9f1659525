"""Several tasks, or all of an agency, given to another in one order: one message to each."""

from tests.dialogues.cast import DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage

NOW_LEADS = "Cơ quan Thường trực giao Công an xã chủ trì 2 nhiệm vụ:\n#1 Tổ chức"


async def test_two_tasks_are_given_at_once_and_each_hears_once(stage: Stage, cast: Cast):
    asked = "Giao Công an xã chủ trì #1, #2?\n[Giao]"
    await stage.hold(THU, ("việc 1 và 2 cùng giao cho Công an xã", asked))
    assert (await stage.say(THU, "ok")).startswith(NOW_LEADS)
    for who in (HOA, SON):
        assert stage.told(who).startswith(NOW_LEADS)
    stage.told(KHANH)
    assert "Chủ trì: Công an xã" in await stage.say(THU, "#2")


async def test_all_that_an_agency_leads_goes_to_another(stage: Stage, cast: Cast):
    words = "các việc của Phòng Văn hóa - Xã hội chuyển hết sang Công an xã"
    asked = await stage.say(THU, words)
    assert asked.startswith("Giao Công an xã chủ trì #1, #2, #3")
    await stage.hold(
        THU, ("không", "Đã bỏ qua câu hỏi vừa rồi. Những gì đã ghi nhận vẫn giữ nguyên.")
    )
    assert "Chủ trì: Phòng Văn hóa - Xã hội" in await stage.say(THU, "#2")

    await stage.say(THU, words)
    await stage.say(THU, "[Giao]")
    for who in (HOA, SON, KHANH):
        stage.told(who)
    none = "Phòng Văn hóa - Xã hội không chủ trì nhiệm vụ nào chưa xong."
    await stage.hold(THU, (words, none))


async def test_only_the_standing_office_gives_them(stage: Stage, cast: Cast):
    forged = f"leadall:{cast.tasks[1].id}.{cast.tasks[2].id}:{cast.police.id}"
    await stage.say(DUNG, "/viec")
    assert "Cơ quan Thường trực" in await stage.say(DUNG, Forged(forged))
    other = f"leadall:{cast.elsewhere.id}:{cast.police.id}"
    before = await stage.say(THU, "#1")
    await stage.say(THU, Forged(other))
    assert await stage.say(THU, "#1") == before


async def test_who_leads_beside_an_agency_stays_when_all_of_its_tasks_go(stage: Stage, cast: Cast):
    await stage.say(THU, "sửa #2 chủ trì: Phòng Văn hóa - Xã hội, Công an xã")
    await stage.say(THU, "các việc của Phòng Văn hóa - Xã hội chuyển hết sang Phòng Kinh tế")
    await stage.say(THU, "[Giao]")
    for who in (HOA, SON, KHANH):
        stage.told(who)
    leads = next(line for line in (await stage.say(THU, "#2")).split("\n") if "Chủ trì" in line)
    assert "Phòng Kinh tế" in leads
    assert "Công an xã" in leads
    assert "Văn hóa" not in leads
