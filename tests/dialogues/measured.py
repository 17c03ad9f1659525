"""Five indicators of Vĩnh Lại, and every reading that was kept of them."""

from sqlalchemy import select

from db.models import Indicator, Reading
from tests.dialogues.cast import Cast
from tests.dialogues.stage import Stage
from tests.make import make_agency, make_indicator, make_plan


async def five_indicators(stage: Stage, cast: Cast) -> dict[int, Indicator]:
    """Vĩnh Lại's indicators by number: a share, a count, a rank, the police's, and nobody's.

    Tân An has one as well.
    """
    async with stage.program.database.write() as session:
        plan = await make_plan(session, cast.vinh_lai)
        culture, police = cast.culture, cast.police
        rows = [
            await make_indicator(
                session,
                plan,
                lead=culture,
                targets=(("2025", "≥ 60%"), ("2030", "≥ 80%"), ("2045", "100%")),
                product="Báo cáo của Cổng dịch vụ công",
            ),
            await make_indicator(
                session,
                plan,
                lead=culture,
                name="Số hồ sơ được số hóa",
                unit="hồ sơ",
                targets=(("2025", "1.000"),),
            ),
            await make_indicator(
                session,
                plan,
                lead=culture,
                name="Xếp hạng chuyển đổi số",
                unit="Thứ bậc",
                targets=(("2025", "Top 50 của thành phố"),),
            ),
            await make_indicator(
                session, plan, lead=police, name="Tỷ lệ cấp tài khoản định danh", targets=()
            ),
            await make_indicator(session, plan, name="Quy mô kinh tế số", targets=()),
        ]
        other = await make_agency(session, cast.tan_an, name="Phòng Kinh tế")
        theirs = await make_plan(session, cast.tan_an)
        await make_indicator(session, theirs, lead=other, name="Chỉ tiêu kín của xã Tân An")
    return {row.number or 0: row for row in rows}


async def readings(stage: Stage) -> list[tuple[int | None, float | None, str | None, bool]]:
    """Every reading that says something, in its order; taken back ones too."""
    async with stage.program.database.read() as session:
        rows = await session.execute(
            select(Indicator.number, Reading.value, Reading.text, Reading.in_stead)
            .join(Reading.indicator)
            .where(Reading.undoes_id.is_(None))
            .order_by(Reading.id)
        )
        return [(number, value, text, stead) for number, value, text, stead in rows]
