"""Two plans that print the same numbers: ours are the committee's, a plan's are named with it."""

from datetime import date

from sqlalchemy import select

from db.models import StatusUpdate
from tests.dialogues.cast import BINH, DUNG, HOA, THU, Cast
from tests.dialogues.stage import Stage
from tests.make import make_occurrence, make_plan, make_task

CONTENTS = (
    ("1", "Rà soát thủ tục hành chính lĩnh vực đất đai"),
    ("2.", "Đào tạo kỹ năng giao tiếp công vụ"),
    ("2.", "Công khai kết quả giải quyết hồ sơ"),
)


async def second_plan(stage: Stage, cast: Cast) -> None:
    """Kế hoạch 45/KH-UBND with #7, #8 and #9, printed there as 1, 2 and once more 2."""
    async with stage.program.database.write() as session:
        plan = await make_plan(
            session,
            cast.vinh_lai,
            number="45/KH-UBND",
            title="Kế hoạch cải cách hành chính năm 2026",
        )
        for no, content in CONTENTS:
            task = await make_task(session, plan, lead=cast.culture, content=content, no=no)
            await make_occurrence(session, task, due=date(2026, 1, 15))


async def words_kept(stage: Stage) -> list[str]:
    async with stage.program.database.read() as session:
        return list(await session.scalars(select(StatusUpdate.words).order_by(StatusUpdate.id)))


async def test_a_row_is_named_with_its_plan(stage: Stage, cast: Cast):
    await second_plan(stage, cast)
    await stage.say(HOA, "#2")

    for words in (
        "việc 1 của kế hoạch 45 được 30%",
        "kh 45 mục 1: được 30%",
        "việc số 1 kế hoạch cải cách hành chính được 30%",
    ):
        answer = await stage.say(HOA, words)
        assert answer.startswith(f"✅ Ghi nhận: #7 đạt 30%. (17/12, 08:00)\n#7 {CONTENTS[0][1]}\n")
    assert (await words_kept(stage))[0] == "việc 1 của kế hoạch 45 được 30%"
    assert "về #7 Rà soát" in await stage.say(BINH, "chỉ đạo việc 1 kế hoạch 45: làm ngay")
    for hears in (HOA, DUNG, THU):
        stage.told(hears)


async def test_a_row_that_fits_several_or_none_records_nothing(stage: Stage, cast: Cast):
    await second_plan(stage, cast)

    several = await stage.say(HOA, "việc 2 của kế hoạch 45 xong")
    none = await stage.say(HOA, "việc 12 của kế hoạch 45 xong")

    assert several.startswith("“kế hoạch 45” có 2 nhiệm vụ mang số 2, chưa ghi nhận gì.")
    assert none.startswith("“kế hoạch 45” không có nhiệm vụ 12, chưa ghi nhận gì.")
    assert await words_kept(stage) == []


async def test_a_bare_number_is_ours_and_says_what_else_bears_it(stage: Stage, cast: Cast):
    await second_plan(stage, cast)

    answer = await stage.say(HOA, "việc 1 được 20%")

    assert answer.startswith("✅ Ghi nhận: #1 đạt 20%.")
    assert "Nhiệm vụ 1 của kế hoạch 45/KH-UBND là #7 Rà soát thủ tục" in answer
    assert "kế hoạch 45" not in await stage.say(HOA, "#1 được 30%")


async def test_words_of_another_task_are_not_recorded_for_the_last_one(stage: Stage, cast: Cast):
    await second_plan(stage, cast)
    await stage.say(HOA, "#1")

    answer = await stage.say(HOA, "xong đào tạo kỹ năng rồi")

    assert answer.startswith("Đồng chí báo cáo nhiệm vụ nào?\n")
    assert "#3 Xây dựng kế hoạch đào tạo" in answer
    assert await words_kept(stage) == []


async def test_the_tasks_of_one_plan_are_listed(stage: Stage, cast: Cast):
    await second_plan(stage, cast)

    for who in (HOA, BINH):
        listed = await stage.say(who, "kế hoạch 45 có việc gì?")
        assert "Kế hoạch số 45/KH-UBND: 3 nhiệm vụ chưa hoàn thành\n#7 " in listed
