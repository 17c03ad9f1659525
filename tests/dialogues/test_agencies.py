"""/coquan: the directory, merges and taking them back, names, whom a collective means."""

import pytest
from sqlalchemy import select

from db.enums import Part
from db.models import Agency, AgencyAlias, TaskAgency
from tests.dialogues.cast import BINH, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.make import make_agency, make_occurrence, make_plan, make_task

OLD = "Nội dung này đã được xử lý hoặc không còn hiệu lực. Gõ /viec để xem nhiệm vụ hiện nay."


@pytest.fixture
async def damaged(stage: Stage, cast: Cast) -> dict[str, Agency]:
    """A misread spelling that leads a task of its own, and a collective name that helps."""
    async with stage.program.database.write() as session:
        misread = await make_agency(session, cast.vinh_lai, name="Phong Vinhoa - Xahoi")
        collective = await make_agency(
            session, cast.vinh_lai, name="Các phòng, ban liên quan", collective=True
        )
        plan = await make_plan(session, cast.vinh_lai)
        alone = await make_task(session, plan, lead=misread, coordinating=collective)
        shared = await make_task(session, plan, lead=[cast.culture, misread])
        for task in (alone, shared):
            await make_occurrence(session, task)
    return {"misread": misread, "collective": collective}


async def leads(stage: Stage) -> list[tuple[int, int]]:
    async with stage.program.database.read() as session:
        rows = await session.execute(
            select(TaskAgency.id, TaskAgency.agency_id)
            .where(TaskAgency.part == Part.LEAD)
            .order_by(TaskAgency.id)
        )
        return [(row[0], row[1]) for row in rows]


async def test_the_standing_office_merges_by_buttons_and_parts_again(
    stage: Stage, cast: Cast, damaged
):
    before = await leads(stage)

    await stage.hold(
        THU,
        (
            "/coquan",
            "Danh bạ: 5 cơ quan\n"
            "Phòng Văn hóa - Xã hội: chủ trì 5, phối hợp 1, 2 người\n"
            "Phong Vinhoa - Xahoi: chủ trì 2, phối hợp 0, 0 người\n"
            "Công an xã: chủ trì 1, phối hợp 1, 2 người\n"
            "Phòng Kinh tế: chủ trì 1, phối hợp 0, 0 người\n"
            "Các phòng, ban liên quan: chủ trì 0, phối hợp 1, 0 người\n"
            "Có 1 cặp tên có thể là một cơ quan.\n"
            "Bấm vào cơ quan, hoặc ghi: “gộp Phòng VHXH vào Phòng Văn hóa - Xã hội”.\n"
            "[Phòng Văn hóa - Xã hội]\n[Phong Vinhoa - Xahoi]\n[Công an xã]\n[Phòng Kinh tế]\n"
            "[Các phòng, ban liên quan]\n[Tên gần giống (1)]",
        ),
        (
            "[Tên gần giống (1)]",
            "“Phòng Văn hóa - Xã hội” và “Phong Vinhoa - Xahoi”: một cơ quan hay hai?\n"
            "[Là một: Phòng Văn hóa - Xã hội]\n[Là một: Phong Vinhoa - Xahoi]\n[Là hai cơ quan]",
        ),
        (
            "[Là một: Phòng Văn hóa - Xã hội]",
            "✅ Đã gộp: “Phong Vinhoa - Xahoi” từ nay hiểu là “Phòng Văn hóa - Xã hội”, "
            "cả trong kế hoạch nhận sau này.\n[Tách lại: Phong Vinhoa - Xahoi]",
        ),
        (
            "[Phòng Văn hóa - Xã hội]",
            "Phòng Văn hóa - Xã hội\n"
            "Chủ trì 6 nhiệm vụ, 0 chỉ tiêu; phối hợp 1 nhiệm vụ; 2 người\n"
            "Còn ghi: Phong Vinhoa - Xahoi\n"
            "Đã gộp vào: Phong Vinhoa - Xahoi\n"
            "[Gộp vào cơ quan khác] [Đổi tên]\n[Tách lại: Phong Vinhoa - Xahoi]",
        ),
        (
            "[Tách lại: Phong Vinhoa - Xahoi]",
            "✅ Đã tách lại: “Phong Vinhoa - Xahoi” và “Phòng Văn hóa - Xã hội” trở lại như trước.",
        ),
    )
    await stage.finds(
        THU,
        "[Tách lại: Phong Vinhoa - Xahoi]",
        "Nội dung này đã được xử lý hoặc đã thay đổi. Hiện nay:",
        "Danh bạ: 5 cơ quan\n",
    )
    assert await leads(stage) == before
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(AgencyAlias))).all() == []


async def test_a_merge_in_words_is_asked_about_first(stage: Stage, cast: Cast, damaged):
    await stage.hold(
        THU,
        (
            "gộp phong vinhoa - xahoi vào Phòng VHXH",
            "Gộp “Phong Vinhoa - Xahoi” vào “Phòng Văn hóa - Xã hội”? 2 nhiệm vụ, 0 chỉ tiêu và "
            "0 người sẽ chuyển theo. Có thể tách lại.\n[Gộp]",
        ),
        (
            "[Gộp]",
            "✅ Đã gộp: “Phong Vinhoa - Xahoi” từ nay hiểu là “Phòng Văn hóa - Xã hội”, "
            "cả trong kế hoạch nhận sau này.\n[Tách lại: Phong Vinhoa - Xahoi]",
        ),
        ("gộp Sở Y tế vào Công an xã", "Không có “Sở Y tế” trong danh bạ. Gõ /coquan để xem."),
        (
            "gộp Các phòng, ban liên quan vào Công an xã",
            "Gộp “Các phòng, ban liên quan” vào “Công an xã”? 1 nhiệm vụ, 0 chỉ tiêu và 0 người "
            "sẽ chuyển theo. Có thể tách lại.\n[Gộp]",
        ),
        (
            "[Gộp]",
            "Tên này chỉ nhiều cơ quan: đề nghị nêu các cơ quan trong /coquan thay vì gộp.",
        ),
    )
    assert "Chủ trì: Phòng Văn hóa - Xã hội\n" in await stage.say(HOA, "#7")


async def test_an_agency_is_renamed_and_two_stay_two(stage: Stage, cast: Cast, damaged):
    await stage.say(THU, "/coquan")
    await stage.say(THU, "[Phòng Kinh tế]")

    await stage.hold(
        THU,
        ("[Đổi tên]", "Đổi tên “Phòng Kinh tế” thành gì?"),
        ("Công an xã", "“Công an xã” đã có trong danh bạ. Nếu là một, đề nghị gộp hai cơ quan."),
        (
            "đổi tên Phòng Kinh tế thành Phòng Kinh tế - Hạ tầng",
            "✅ “Phòng Kinh tế” từ nay có tên “Phòng Kinh tế - Hạ tầng”.",
        ),
    )
    await stage.say(THU, "/coquan")
    await stage.say(THU, "[Tên gần giống (1)]")
    await stage.hold(
        THU,
        (
            "[Là hai cơ quan]",
            "✅ “Phòng Văn hóa - Xã hội” và “Phong Vinhoa - Xahoi” là hai cơ quan.",
        ),
    )
    assert "Tên gần giống" not in await stage.say(THU, "/coquan")


async def test_a_collective_name_is_given_its_agencies(stage: Stage, cast: Cast, damaged):
    await stage.say(THU, "/coquan")

    await stage.hold(
        THU,
        (
            "[Các phòng, ban liên quan]",
            "Các phòng, ban liên quan\n"
            "Chủ trì 0 nhiệm vụ, 0 chỉ tiêu; phối hợp 1 nhiệm vụ; 0 người\n"
            "Chưa nêu là những cơ quan nào: chưa nhắc ai theo tên này.\n"
            "[Gộp vào cơ quan khác] [Đổi tên]\n[Nêu các cơ quan]",
        ),
        (
            "[Nêu các cơ quan]",
            "“Các phòng, ban liên quan” gồm những cơ quan nào? Bấm để thêm hoặc bỏ.\n"
            "Chưa nêu là những cơ quan nào: chưa nhắc ai theo tên này.\n"
            "[Phòng Văn hóa - Xã hội]\n[Phong Vinhoa - Xahoi]\n[Công an xã]\n[Phòng Kinh tế]",
        ),
        (
            "[Công an xã]",
            "“Các phòng, ban liên quan” gồm những cơ quan nào? Bấm để thêm hoặc bỏ.\n"
            "Gồm: Công an xã\n"
            "[Phòng Văn hóa - Xã hội]\n[Phong Vinhoa - Xahoi]\n[✓ Công an xã]\n[Phòng Kinh tế]",
        ),
    )
    assert "Phối hợp: Các phòng, ban liên quan" in await stage.say(SON, "#7")
    await stage.hold(
        THU,
        (
            "[✓ Công an xã]",
            "“Các phòng, ban liên quan” gồm những cơ quan nào? Bấm để thêm hoặc bỏ.\n"
            "Chưa nêu là những cơ quan nào: chưa nhắc ai theo tên này.\n"
            "[Phòng Văn hóa - Xã hội]\n[Phong Vinhoa - Xahoi]\n[Công an xã]\n[Phòng Kinh tế]",
        ),
    )
    assert "Các phòng" not in await stage.say(SON, "#7")


async def test_the_directory_is_the_standing_offices_alone(stage: Stage, cast: Cast, damaged):
    one, into = damaged["misread"].id, cast.culture.id
    before = await leads(stage)
    for chat in (HOA, BINH):
        await stage.hold(chat, ("/coquan", OFFICE_ONLY))
        for data in (
            f"merge:{one}:{into}",
            f"agency:{one}",
            f"mergeask:{one}:{into}",
            f"rename:{one}",
            f"takeout:{one}",
            f"apart:{one}:{into}",
            f"member:{damaged['collective'].id}:{into}:1:0",
        ):
            await stage.hold(chat, (Forged(data), OFFICE_ONLY))
    assert await leads(stage) == before


async def test_another_committees_agencies_are_out_of_reach(stage: Stage, cast: Cast, damaged):
    async with stage.program.database.read() as session:
        theirs = (
            await session.scalars(select(Agency).where(Agency.committee_id == cast.tan_an.id))
        ).one()
    own = damaged["misread"].id
    await stage.say(THU, "/coquan")

    for data in (
        f"merge:{own}:{theirs.id}",
        f"merge:{theirs.id}:{own}",
        f"agency:{theirs.id}",
        f"takeout:{theirs.id}",
        f"member:{damaged['collective'].id}:{theirs.id}:1:0",
        "unmerge:99",
    ):
        await stage.hold(THU, (Forged(data), OLD))


async def test_a_merge_is_confirmed_and_taken_back_in_words(stage: Stage, cast: Cast, damaged):
    before = await leads(stage)
    await stage.say(THU, "gộp phong vinhoa - xahoi vào Phòng VHXH")

    assert "✅ Đã gộp: “Phong Vinhoa - Xahoi”" in await stage.say(THU, "đồng ý")
    assert await leads(stage) != before
    parted = await stage.say(THU, "tách lại Phong Vinhoa - Xahoi")

    assert parted.startswith("✅ ")
    assert await leads(stage) == before


async def test_whom_a_collective_name_means_is_asked_and_said_in_words(
    stage: Stage, cast: Cast, damaged
):
    """The question was put on a task whose content has its words."""
    name = "Các phòng, ban liên quan"
    unsaid = f"{name}\nChưa nêu là những cơ quan nào: chưa nhắc ai theo tên này."
    asked = "các phòng, ban liên quan gồm những ai?"
    await stage.say(SON, "#7")
    await stage.hold(SON, (asked, unsaid))

    said = await stage.say(THU, f"{name} là Phòng Kinh tế và Công an xã")
    assert said.startswith(f"{name}\nGồm: Phòng Kinh tế; Công an xã\n"), said
    await stage.hold(SON, (asked, f"{name}\nGồm: Phòng Kinh tế; Công an xã"))

    of_one = await stage.say(THU, f"“{name}” ở việc 7 là Phòng Kinh tế")
    assert f"\nPhối hợp: Phòng Kinh tế (trước đó: {name})" in of_one
    stage.unheard()
