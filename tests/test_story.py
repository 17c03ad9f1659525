"""The main job, end to end: a plan is loaded, its officers are reminded and report in chat, the
committee gets its roll-up. The real command, a real plan, Telegram's wire.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import plans.examples
from tests.botapi import TOKEN, BotApi, Sent
from tests.command import Dondoc, Done

PLAN = Path(plans.examples.__file__).parent / "vinh-lai.txt"
MORNING = "2025-12-01T08:00"
COMMITTEE = "Ban Chỉ đạo xã Vĩnh Lại"
AGENCY = "Phòng Văn hóa - Xã hội"
OFFICER, HEAD, MEMBER, SECRETARY, STRANGER = 11, 12, 13, 14, 15
WAIT = 30.0
"""Seconds for what must come over the wire; reached only where the test fails."""

NAMED = [6, 19, 18, 20, 21, 24, 32, 34, 36, 41]
"""The ten tasks that the first reminder names: two overdue, then those due on 31/12/2025."""

CONFIRM = "Chờ Cơ quan Thường trực xác nhận. Nếu có văn bản, gửi kèm hoặc ghi số hiệu."
REMINDER = """Thứ Tư, 17/12/2025. 26 nhiệm vụ cần lưu ý
🔴 Quá hạn 78 ngày (2): Tháng 9/2025, chậm nhất 30/09/2025
#6 Xây dựng kế hoạch tổ chức thực hiện chương trình đào tạo, bồi dưỡng cho cán bộ…
#19 Tham mưu phát động phong trào thi đua để phát huy sức mạnh tổng hợp của cả hệ…
🟡 Đến hạn 31/12/2025, còn 14 ngày (24): Hằng năm; 12/2025
#18 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW, về KHCN, ĐMST và CĐS với hình…
#20 Xây dựng các biện pháp tăng cường quản lý, giáo dục chính trị tư tưởng đối với…
#21 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường số cho cán bộ, công…
#24 Triển khai thực hiện cơ chế chính sách đặc thù về KHCN, ĐMST và CĐS theo Nghị…
#32 Nghiên cứu, đề xuất các giải pháp phát triển lĩnh vực công nghiệp văn hóa, công…
#34 Ưu tiên đầu tư nâng cấp hạ tầng công nghệ thông tin và thúc đẩy CĐS, phát triển…
#36 Tham gia hội thảo, hội nghị, cuộc thi về phát triển khoa học, công nghệ, đổi…
#41 Tổ chức thực hiện Nghị quyết về cơ chế, chính sách thu hút, trọng dụng nhân tài.
… và 16 nhiệm vụ nữa
Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “6 được 60%”."""


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


async def ask(api: BotApi, chat: int, text: str, reply_to: int | None = None) -> Sent:
    """Say something and wait for the answer."""
    api.say(chat, text, reply_to=reply_to)
    return await api.next(chat, WAIT)


async def press(api: BotApi, chat: int, message: Sent, label: str) -> Sent:
    """Press the button of this label and wait for the answer."""
    data = next(b.data for row in message.buttons for b in row if b.text.startswith(label))
    api.press(chat, message.message_id, data)
    return await api.next(chat, WAIT)


def labels(message: Sent) -> list[list[str]]:
    return [[button.text for button in row] for row in message.buttons]


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the plan accepted at 08:00 of 2025-12-01, by the command itself."""
    dondoc = Dondoc(tmp_path_factory.mktemp("accepted"))
    arguments = ("import", PLAN, "--committee", COMMITTEE, "--accept")
    first = asyncio.run(dondoc.ok(*arguments, clock=MORNING))
    check_what_was_read(first)
    return dondoc.folder / "data"


@pytest.fixture
def dondoc(accepted: Path, tmp_path: Path, api: BotApi) -> Dondoc:
    shutil.copytree(accepted, tmp_path / "data")
    return Dondoc(tmp_path, telegram_token=TOKEN, telegram_api_url=api.url)


async def test_the_plan_is_read_and_read_again_without_a_change(dondoc: Dondoc):
    """1: read again, it changes nothing; a dry run stores nothing. Beside it the readers."""
    again, dry, days, deadline, reply = await asyncio.gather(
        dondoc.ok("import", PLAN, "--committee", COMMITTEE, "--accept", clock=MORNING),
        dondoc.ok("import", PLAN, "--dry-run", "--json", data_dir=dondoc.folder / "none"),
        dondoc.ok("holidays"),
        dondoc.ok("parse", "deadline", "--issued", "2025-09-19", typed="Trước ngày 20/12/2025\n"),
        dondoc.ok("parse", "reply", "--today", "2025-12-17", typed="việc 20 được 80%\n"),
    )
    report = await dondoc.ok("report", "--committee", COMMITTEE, "--format", "json", clock=MORNING)

    assert again.lines[0] == "Tệp này đã nhập trước đây thành kế hoạch 1; không có gì thay đổi"
    assert sorted(dry.json) == ["indicators", "plan", "tasks"]
    assert len(dry.json["tasks"]) == 71
    assert (dry.json["plan"]["issued_on"], dry.json["plan"]["counted_from"]) == (None, "2025-09-13")
    assert not (dondoc.folder / "none").exists()
    assert (report.json["total"], report.json["as_of"]) == (71, "2025-12-01")
    assert [line.split("\t")[0] for line in days.lines] == [
        "Thứ Sáu, 02/01/2026: nghỉ",
        "Thứ Bảy, 10/01/2026: làm việc",
    ]
    assert (deadline.json["kind"], deadline.json["due"]) == ("by", "2025-12-19")
    assert [(said["task"], said["percent"]) for said in reply.json] == [(20, 80)]


async def test_the_story_of_vinh_lai(dondoc: Dondoc, api: BotApi):
    codes = await invite_people(dondoc)
    async with dondoc.running(clock="2025-12-01T08:30"):
        await let_people_in(api, codes)
    async with dondoc.running(clock="2025-12-17T08:00"):
        await hear_and_report(api)
        await ask_for_the_roll_up(api)
        await come_too_late_with_a_used_code(api, codes)
    await follow_the_days(dondoc, api)
    await print_what_came_of_it(dondoc)
    check_the_log(dondoc)


def check_what_was_read(first: Done) -> None:
    """1: what the plan is found to hold."""
    assert f"Ban Chỉ đạo mới: {COMMITTEE}" in first.lines
    assert (
        "71 nhiệm vụ: 27 có ngày, 28 định kỳ, 15 thường xuyên, 1 có điều kiện, "
        "0 không ghi thời hạn, 0 không đọc được thời hạn" in first.lines
    )
    (leads,) = [line for line in first.lines if line.startswith("Cơ quan chủ trì: ")]
    assert leads.startswith(
        "Cơ quan chủ trì: Phòng Văn hóa - Xã hội (39), Phòng Kinh tế (10), Công an xã (7), "
    )
    assert any("13/09/2025" in line and "--issued" in line for line in first.lines)
    assert first.lines[-1].startswith(
        "Chưa nhắc được ai ở: Ban Chỉ huy Quân sự xã, Công an xã, Phòng Kinh tế, Phòng Tài chính, "
    )


async def invite_people(dondoc: Dondoc) -> dict[int, str]:
    """2: one-time codes with their links."""
    at_agency = ["--agency", "Phòng VH-XH", "--name"]
    wanted = {
        OFFICER: ["--role", "officer", *at_agency, "Cán bộ mẫu"],
        HEAD: ["--role", "head", *at_agency, "Thủ trưởng mẫu"],
        MEMBER: ["--role", "member"],
        SECRETARY: ["--role", "secretary"],
    }
    codes = {}
    for chat, options in wanted.items():
        token = TOKEN if chat == OFFICER else ""
        done = await dondoc.ok(
            "invite", "--committee", COMMITTEE, *options, "--json",
            clock=MORNING, telegram_token=token,
        )  # fmt: skip
        codes[chat] = code = done.json["code"]
        link = f"https://t.me/dondoc_test_bot?start={code}"
        assert done.json["link"] == (link if token else None)
        assert done.json["expires_at"].startswith("2025-12-31T08:00:")
    return codes


async def let_people_in(api: BotApi, codes: dict[int, str]) -> None:
    """2: a code binds the chat to the person and names the agency."""
    assert (await ask(api, OFFICER, f"/start {codes[OFFICER]}")).text == (
        f"Đã kết nối với {COMMITTEE}.\n"
        f"Đồng chí báo cáo cho {AGENCY}: 39 nhiệm vụ, 2 quá hạn, 24 đến hạn trong tháng này. "
        "Gõ /viec để xem."
    )
    assert (await ask(api, HEAD, codes[HEAD])).text.startswith(
        f"Đã kết nối với {COMMITTEE}.\nĐồng chí là thủ trưởng {AGENCY}: 39 nhiệm vụ"
    )
    for chat in (MEMBER, SECRETARY):
        assert (await ask(api, chat, f"/start {codes[chat]}")).text.startswith(
            f"Đã kết nối với {COMMITTEE}."
        )


async def sent_at(dondoc: Dondoc, api: BotApi, moment: str) -> dict[int, list[Sent]]:
    """What a tick at this moment sends, by chat."""
    before = len(api.sent)
    await tick(dondoc, moment)
    found: dict[int, list[Sent]] = {}
    for sent in api.sent[before:]:
        found.setdefault(sent.chat_id, []).append(await api.next(sent.chat_id))
    return found


async def tick(dondoc: Dondoc, moment: str) -> None:
    done = await dondoc("tick", "--at", moment)
    assert (done.code, done.out) == (0, "")
    assert "Traceback" not in done.error
    assert TOKEN not in done.error


async def hear_and_report(api: BotApi) -> None:
    """3 and 4: one message in the morning, and reports by button and in words."""
    reminder = await api.next(OFFICER, WAIT)
    assert reminder.text == REMINDER
    assert labels(reminder) == [
        [f"#{number}" for number in NAMED[:5]],
        [f"#{number}" for number in NAMED[5:]],
        ["Xem tất cả"],
    ]
    office = await api.next(SECRETARY, WAIT)
    assert office.text.startswith("Thứ Tư, 17/12/2025. 12 nhiệm vụ cần lưu ý\nChưa nhắc được ai (")

    card = await press(api, OFFICER, reminder, "#41")
    assert card.text.startswith(
        "#41 Tổ chức thực hiện Nghị quyết về cơ chế, chính sách thu hút, trọng dụng nhân tài.\n"
    )
    assert labels(card) == [
        ["Hoàn thành", "Đang thực hiện"],
        ["Chưa thực hiện", "Có vướng mắc"],
        ["Xin gia hạn", "Đính kèm"],
    ]
    done = await press(api, OFFICER, card, "Hoàn thành")
    assert done.text == (
        f"✅ Ghi nhận: #41 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n{CONFIRM}"
    )
    undone = await press(api, OFFICER, done, "Báo nhầm, hủy")
    assert undone.text == "Đã hủy báo cáo vừa rồi: #41 trở lại chưa thực hiện."
    everything = await press(api, OFFICER, reminder, "Xem tất cả")
    assert everything.text.startswith(f"{AGENCY}: 39 nhiệm vụ chưa xong\n")

    said = await ask(api, OFFICER, "#18 xong")
    assert said.text == (
        f"✅ Ghi nhận: #18 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n{CONFIRM}"
    )
    assert labels(said) == [["Đính kèm", "Báo nhầm, hủy"]]
    said = await ask(api, OFFICER, "việc 20 được 80%")
    assert said.text == "✅ Ghi nhận: #20 đạt 80%. (17/12, 08:00)"
    said = await ask(api, OFFICER, "21 vướng kinh phí")
    assert said.text == (
        "⚠️ Ghi nhận vướng mắc của #21: “vướng kinh phí”. Đã báo Cơ quan Thường trực.\n"
        "Tiến độ hiện tại của #21 được bao nhiêu phần trăm?"
    )
    told = await api.next(SECRETARY, WAIT)
    assert told.text.startswith(f"⚠️ {AGENCY} (Cán bộ mẫu) báo vướng mắc #21 Nghiên cứu đề xuất")
    refused = await ask(api, OFFICER, "#17 xong")
    assert refused.text == (
        f"#17 do Phòng Kinh tế chủ trì. Đồng chí chỉ báo cáo được nhiệm vụ của {AGENCY}."
    )
    unclear = await ask(api, OFFICER, "abc xyz")
    assert unclear.text.startswith("Chưa rõ ý đồng chí")

    which = await ask(api, OFFICER, "da xong", reply_to=reminder.message_id)
    assert which.text == "Đồng chí báo cáo nhiệm vụ nào?"
    assert [row[0].split()[0] for row in labels(which)[:-1]] == [
        "#6", "#19", "#20", "#21", "#24", "#32",
    ]  # fmt: skip
    kept = await press(api, OFFICER, which, "#6")
    assert kept.text == (
        "✅ Ghi nhận: #6 hoàn thành ngày 17/12/2025, sau thời hạn 30/09/2025. (17/12, 08:00)\n"
        f"{CONFIRM}"
    )
    card = await ask(api, OFFICER, "#24")
    on_card = await ask(api, OFFICER, "da xong", reply_to=card.message_id)
    assert on_card.text.startswith("✅ Ghi nhận: #24 hoàn thành ngày 17/12/2025, đúng hạn.")


async def ask_for_the_roll_up(api: BotApi) -> None:
    """5: the member gets the figures with a picture, the officer does not."""
    picture = await ask(api, MEMBER, "/tonghop")
    assert picture.photo is not None
    assert picture.photo.startswith(b"\x89PNG\r\n")
    assert picture.text.split("\n")[:4] == [
        f"{COMMITTEE}, đến 17/12/2025",
        "71 nhiệm vụ: 3 hoàn thành (3 chờ xác nhận), 67 chưa xong (trong hạn hoặc không xác định "
        "thời hạn), 1 quá hạn.",
        "Đã đến hạn 2, hoàn thành 1.",
        "⚠️ 1 vướng mắc, 66 chưa báo cáo kỳ này, 8 chưa phân công.",
    ]
    stuck = await press(api, MEMBER, picture, "Vướng mắc (1)")
    assert "“vướng kinh phí”, từ 17/12/2025" in stuck.text
    refused = await ask(api, OFFICER, "/tonghop")
    assert refused.text.startswith("Nội dung này dành cho thành viên Ban Chỉ đạo và Cơ quan Thường")
    assert refused.photo is None


async def come_too_late_with_a_used_code(api: BotApi, codes: dict[int, str]) -> None:
    answer = await ask(api, STRANGER, f"/start {codes[OFFICER]}")
    assert answer.text == (
        "Mã không đúng hoặc đã hết hạn. Đề nghị liên hệ Cơ quan Thường trực để nhận mã mới."
    )


async def follow_the_days(dondoc: Dondoc, api: BotApi) -> None:
    """6: what is done is named no more; what is not done is overdue, and the head hears."""
    week = await sent_at(dondoc, api, "2025-12-24T08:00")
    assert sorted(week) == [OFFICER, SECRETARY]
    (reminder,) = week[OFFICER]
    lines = reminder.text.split("\n")
    assert lines[:2] == [
        "Thứ Tư, 24/12/2025. 23 nhiệm vụ cần lưu ý",
        "🔴 Quá hạn 85 ngày (1): 9/2025, chậm nhất 30/09/2025",
    ]
    assert [line.split()[0] for line in lines if line.startswith("#")] == [
        "#19", "#20", "#21", "#32", "#34", "#36", "#41", "#42", "#43", "#44",
    ]  # fmt: skip

    assert await sent_at(dondoc, api, "2026-01-02T08:00") == {}  # exchanged for the 10th

    monday = await sent_at(dondoc, api, "2026-01-05T08:00")
    assert sorted(monday) == [OFFICER, HEAD, SECRETARY]
    (to_head,) = monday[HEAD]
    assert to_head.text.split("\n")[:3] == [
        "Thứ Hai, 05/01/2026. 23 nhiệm vụ cần lưu ý",
        f"🔴 {AGENCY} có 23 nhiệm vụ quá hạn, chưa báo cáo hoàn thành. Đề nghị đồng chí chỉ đạo.",
        "#19 Tham mưu phát động phong trào thi đua để phát huy sức mạnh tổng hợp của cả hệ… "
        "· hạn 30/09/2025",
    ]
    friday = await sent_at(dondoc, api, "2026-01-09T08:00")
    assert sorted(friday) == [MEMBER, SECRETARY]
    assert f"🔴 {AGENCY}: 22 nhiệm vụ quá hạn từ 5 ngày làm việc trở lên" in friday[MEMBER][0].text


async def print_what_came_of_it(dondoc: Dondoc) -> None:
    """5 and 6: the same figures by command, as of any day, and who has come in."""
    report = ("report", "--committee", COMMITTEE, "--as-of")
    text, new_year, picture, people = await asyncio.gather(
        dondoc.ok(*report, "2025-12-17"),
        dondoc.ok(*report, "2026-01-01", "--format", "json"),
        dondoc.ok(*report, "2025-12-17", "--format", "png"),
        dondoc.ok("people", "--committee", COMMITTEE),
    )
    assert text.lines[1].startswith("71 nhiệm vụ: 3 hoàn thành (3 chờ xác nhận), 67 chưa xong (")
    assert picture.raw.startswith(b"\x89PNG\r\n")
    assert (new_year.json["total"], sum(new_year.json["status"].values())) == (71, 71)
    assert new_year.json["status"]["done_late"] == 1
    overdue = {task["number"] for task in new_year.json["overdue"]}
    assert {19, 20, 21} <= overdue
    assert overdue.isdisjoint({6, 18, 24})
    assert sorted(people.lines) == [
        f"Cán bộ mẫu\tcán bộ đầu mối\t{AGENCY}\ttelegram",
        "Lan\tCơ quan Thường trực\t-\ttelegram",
        "Lan\tthành viên\t-\ttelegram",
        f"Thủ trưởng mẫu\tthủ trưởng\t{AGENCY}\ttelegram",
    ]


def check_the_log(dondoc: Dondoc) -> None:
    """Nothing went wrong, nothing that people wrote and no token is in the log."""
    log = dondoc.log.read_text()
    assert "ĐỒNG HỒ KHÔNG PHẢI GIỜ THẬT" in log
    for word in ("Traceback", "error", TOKEN, TOKEN.partition(":")[2], "vướng kinh phí"):
        assert word not in log, word
