"""What an English reader is told to write is understood as it stands there."""

import re

import pytest

from db.models import Committee, Person
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.tasks.drafted import row, save_draft

QUOTED = re.compile("“([^”]+)”")
OURS = ((r"\b(?:18|20|21|6)(?=[ :,]|$)", "1"), ("CT5", "CT1"), ("…", "31/01/2026"), ("Lan", "Hoa"))
"""What the examples name, and what there is of that here."""
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
NAMES = re.compile("Phòng Kinh tế|Công an xã|Tiếng Việt|Đôn Đốc")
LOST = ("It is not clear", "What you can do here")


async def speak_english(stage: Stage, cast: Cast) -> None:
    async with stage.program.database.write() as session:
        for chat in (HOA, DUNG, THU, BINH, SON):
            person = await session.get_one(Person, cast.people[chat].id)
            person.locale = "en"


@pytest.mark.parametrize("channel", ["plain"])
@pytest.mark.parametrize(
    "chat", [HOA, DUNG, THU, BINH], ids=["officer", "head", "office", "member"]
)
async def test_the_examples_of_the_help_are_english_and_understood(
    stage: Stage, cast: Cast, chat: int
):
    await speak_english(stage, cast)
    told = await stage.say(chat, "/help")
    told += await stage.say(chat, "xyz xyz") + await stage.say(chat, "sticker?")

    examples = {example for example in QUOTED.findall(told) if example != "#18"}
    assert examples
    for example in sorted(examples):
        assert not VIETNAMESE.search(NAMES.sub("", example)), example
        said = example
        for theirs, ours in OURS:
            said = re.sub(theirs, ours, said)
        answer = await stage.say(chat, said)
        assert not answer.startswith(LOST), (said, answer)
    for other in (HOA, DUNG, THU, BINH, SON):
        stage.told(other)


@pytest.mark.parametrize("channel", ["plain"])
async def test_a_draft_is_corrected_in_english(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await save_draft(session, committee, [row("Mua máy tính", None, "ngày 30/30")])
    await speak_english(stage, cast)
    await stage.say(THU, "#7")
    await stage.say(THU, "[Correct the deadline]")

    dated = await stage.say(THU, "before 30 June 2026")
    asked = await stage.say(THU, "[Correct the agencies]")
    named = await stage.say(THU, "Công an xã, with: Phòng Kinh tế")

    assert "(by 29/06/2026 at the latest)" in dated
    assert "helpers after “with:”" in asked
    assert "Phòng Kinh tế" in named


@pytest.mark.parametrize("channel", ["plain"])
async def test_the_offices_settings_are_told_and_taken_in_english(stage: Stage, cast: Cast):
    """Their examples quoted Vietnamese."""
    await speak_english(stage, cast)
    told = await stage.say(THU, "/ky") + await stage.say(THU, "/nhacviec")

    examples = [example for example in QUOTED.findall(told) if example.startswith("/")]
    assert len(examples) == 6
    for example in examples:
        assert not VIETNAMESE.search(example)
        assert "✅ Noted." in await stage.say(THU, example), example
    changed = await stage.say(THU, "/nhacviec")
    assert "Before the due day: 20, 10, 5, 1, 0 days." in changed
    assert "from 08:00 to 17:00" in changed
    assert "meeting day 23" in await stage.say(THU, "/ky")
    assert (await stage.say(THU, "/language")).startswith("Choose a language.")
    for other in (HOA, DUNG, BINH, SON, KHANH):
        stage.told(other)


@pytest.mark.parametrize("channel", ["plain"])
async def test_a_day_of_english_orders(stage: Stage, cast: Cast):
    await speak_english(stage, cast)

    assert (await stage.say(HOA, "1 is at 60%")).startswith("✅ Recorded: #1 at 60%.")
    asked = await stage.say(HOA, "extend 2 to 15 January 2026 because there is no budget")
    assert "Extension of #2 from 31/12/2025 to 15/01/2026 asked for" in asked
    assert "asks to extend #2" in stage.told(THU)
    assert "now due on 15/01/2026" in await stage.say(THU, "grant 2")
    assert stage.told(HOA)
    passed_on = await stage.say(HOA, "not ours, 1 belongs to Công an xã")
    assert passed_on.startswith("What you say of #1 went to the standing office to decide.")
    assert stage.told(THU)
    phoned = await stage.say(THU, "Công an xã phoned: 5 is 40%")
    assert phoned.startswith("✅ Recorded: #5 at 40%.")
    told = await stage.say(BINH, "tell Công an xã to finish 5 this week")
    assert told.startswith("✅ Instruction on #5")
    assert "deadline: 30/01/2026 (before" in await stage.say(THU, "correct 5 deadline: 30/01/2026")
    for other in (HOA, DUNG, THU, BINH, SON, KHANH):
        stage.told(other)
