"""The `dondoc` command: what it refuses, in one line and without a change, and what it prints."""

import html
import json
import os
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.botapi import TOKEN, BotApi
from tests.command import Dondoc
from tests.shell.here import PLAN, Shell, X

WAIT = 30.0
"""Seconds for what another process must do; reached only where the test fails."""


# What is refused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["report", "--committee", "Y"],
            "Không có Ban Chỉ đạo “Y”; hiện có: Ban Chỉ đạo xã Vĩnh Lại",
        ),
        (
            ["people", "--committee", "Y"],
            "Không có Ban Chỉ đạo “Y”; hiện có: Ban Chỉ đạo xã Vĩnh Lại",
        ),
        (
            ["invite", "--committee", "Y", "--role", "member"],
            "Không có Ban Chỉ đạo “Y”; hiện có: Ban Chỉ đạo xã Vĩnh Lại",
        ),
        (["invite", *X], "Cán bộ đầu mối hoặc thủ trưởng cần --agency"),
        (["invite", *X, "--role", "head"], "Cán bộ đầu mối hoặc thủ trưởng cần --agency"),
        (
            ["invite", *X, "--role", "member", "--agency", "Phòng Kinh tế"],
            "Thành viên hoặc Cơ quan Thường trực không thuộc cơ quan nào; bỏ --agency",
        ),
        (["invite", *X, "--all-agencies"], "Nêu tệp của trang bằng --out FILE"),
        (
            ["invite", *X, "--all-agencies", "--role", "member", "--out", "codes.html"],
            "--all-agencies chỉ tạo mã cho cán bộ đầu mối hoặc thủ trưởng",
        ),
        (
            ["invite", *X, "--all-agencies", "--out", "nowhere/codes.html"],
            "Không ghi được tệp nowhere/codes.html",
        ),
        (["accept", "99"], "Không có kế hoạch 99"),
        (["accept", "một"], "Không có kế hoạch một"),
        (["accept", "99999999999999999999"], "Không có kế hoạch 99999999999999999999"),
        (["import", "nowhere.txt", *X], "Không có tệp nowhere.txt"),
        (["import", ".", *X], "Không có tệp ."),
        (["import", PLAN], "Nêu Ban Chỉ đạo bằng --committee"),
        (["import", PLAN, "--committee", "  "], "Nêu Ban Chỉ đạo bằng --committee"),
        (
            ["import", PLAN, *X, "--issued", "2025-13-01"],
            "“2025-13-01” không phải là ngày; ghi dạng 2025-12-31",
        ),
        (
            ["report", *X, "--as-of", "31/12/2025"],
            "“31/12/2025” không phải là ngày; ghi dạng 2025-12-31",
        ),
        (
            ["report", *X, "--out", "nowhere/report.txt"],
            "Không ghi được tệp nowhere/report.txt",
        ),
        (
            ["holidays", "rest", "2025-02-30"],
            "“2025-02-30” không phải là ngày; ghi dạng 2025-12-31",
        ),
        (["holidays", "work", "mai"], "“mai” không phải là ngày; ghi dạng 2025-12-31"),
        (
            ["tick", "--at", "hôm qua"],
            "“hôm qua” không phải là thời điểm; ghi dạng 2025-12-17T08:00",
        ),
        (
            ["parse", "deadline", "--issued", "x"],
            "“x” không phải là ngày; ghi dạng 2025-12-31",
        ),
        (["parse", "reply", "--today", "x"], "“x” không phải là ngày; ghi dạng 2025-12-31"),
    ],
    ids=lambda value: " ".join(map(str, value))[-40:] if isinstance(value, list) else "",
)
def test_a_refusal_is_one_line_and_changes_nothing(shell: Shell, arguments, said):
    assert shell.refused(*arguments) == said


def test_an_unknown_agency_is_answered_with_those_there_are(shell: Shell):
    said = shell.refused("invite", *X, "--agency", "Phòng Không có")

    assert said.startswith("Không có cơ quan “Phòng Không có”; hiện có: Ban Chỉ huy Quân sự xã; ")
    assert "; Phòng Kinh tế; " in said


def test_without_any_committee_none_are_listed(fresh: Shell):
    fresh.ok("holidays")

    assert fresh.refused("report", *X) == (
        "Không có Ban Chỉ đạo “Ban Chỉ đạo xã Vĩnh Lại”; chưa có Ban Chỉ đạo nào. "
        "Bắt đầu bằng: dondoc invite --new --role secretary --committee TÊN"
    )


def test_other_accounts_cannot_read_the_database_whatever_folder_it_lies_in(fresh: Shell):
    fresh.data.mkdir(mode=0o755)

    fresh.ok("invite", *X, "--role", "secretary", "--new")

    (file,) = fresh.data.glob("*.sqlite3")
    assert file.stat().st_mode & 0o077 == 0


def test_a_standing_office_is_invited_before_there_is_a_plan(fresh: Shell):
    office = ("invite", *X, "--role", "secretary")
    fresh.ok("holidays")
    assert fresh.refused(*office).startswith("Không có Ban Chỉ đạo")

    first = fresh.ok(*office, "--new").splitlines()
    again = fresh.ok(*office, "--new").splitlines()

    assert (first[0], len(first), len(again)) == ("Ban Chỉ đạo mới: Ban Chỉ đạo xã Vĩnh Lại", 3, 2)
    assert sum('INTO "committees"' in row for row in fresh.rows()) == 1
    assert fresh.refused("invite", "--committee", " ", "--role", "member", "--new") == (
        "Nêu Ban Chỉ đạo bằng --committee"
    )


def test_usage_that_makes_no_sense_exits_with_2(shell: Shell):
    for arguments in (["invite", *X, "--role", "boss"], ["report", *X, "--format", "xml"], ["x"]):
        done = shell(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("locale", "fr", "DONDOC_LOCALE is wrong: "),
        ("timezone", "Asia/Nowhere", "DONDOC_TIMEZONE is wrong: "),
        ("clock", "soon", "DONDOC_CLOCK is wrong: "),
        ("web_port", "99999", "DONDOC_WEB_PORT is wrong: "),
        ("database_url", "mysql://u:geheim@h/x", "DONDOC_DATABASE_URL is wrong: "),
        ("database_url", "postgresql://u:geheim@127.0.0.1:1/x", "Không kết nối được cơ sở dữ liệu"),
        (
            "database_url",
            "sqlite:////nowhere/at/all.sqlite3",
            "Không dùng được thư mục /nowhere/at; ",
        ),
        ("database_url", f"sqlite:///{PLAN}", "Tệp không phải cơ sở dữ liệu hoặc đã hỏng"),
        ("data_dir", f"{PLAN}/data", "Không dùng được thư mục "),
        ("telegram_token", "geheim", "DONDOC_TELEGRAM_TOKEN is wrong: "),
        ("telegram_mode", "webhook", "DONDOC_PUBLIC_URL is missing"),
    ],
)
@pytest.mark.parametrize("command", [["people", *X], ["tick"]], ids=["people", "tick"])
def test_a_wrong_setting_is_one_line_without_secrets(shell: Shell, command, setting, value, said):
    line = shell.refused(*command, **{setting: value})

    assert line.startswith(said)
    assert "geheim" not in line


# Codes


def test_a_code_says_for_whom_and_until_when(shell: Shell):
    said = shell.ok("invite", *X, "--agency", "phòng kinh tế", "--name", "Lan (mẫu)").splitlines()

    code = said[0].split()[1]
    assert said == [
        f"Mã {code} cho Lan (mẫu): cán bộ đầu mối, Phòng Kinh tế, dùng một lần, đến 31/12/2025 "
        "08:00",
        f"Gửi cho bot hoặc trên trang trò chuyện: /start {code}",
    ]
    body = json.loads(shell.ok("invite", *X, "--role", "member", "--json"))
    assert sorted(body) == ["code", "expires_at", "link"]
    assert (body["link"], body["expires_at"][:19]) == (None, "2025-12-31T08:00:00")
    assert not any(code in row or body["code"] in row for row in shell.rows())


def test_a_page_of_codes_has_one_for_every_lead_agency(shell: Shell, tmp_path: Path):
    page = tmp_path / "codes.html"

    assert shell.ok("invite", *X, "--all-agencies", "--out", page) == f"Đã ghi 7 mã vào {page}\n"

    assert page.stat().st_mode & 0o077 == 0
    text = html.unescape(page.read_text())
    assert text.count("/start ") == 7
    for agency in ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"):
        assert text.count(f"cán bộ đầu mối, {agency}") == 1
    assert "Ban Chỉ đạo xã Vĩnh Lại" in text
    assert sum('INTO "invitations"' in row for row in shell.rows()) == 7


async def test_a_link_and_a_picture_of_it_come_with_a_bot(shell: Shell, tmp_path: Path):
    async with BotApi() as api:
        dondoc = Dondoc(
            tmp_path,
            telegram_token=TOKEN,
            telegram_api_url=api.url,
            clock="2025-12-01T08:00",
        )
        old = tmp_path / "data" / "invitations" / "AAAAA-AAAAA.png"
        old.parent.mkdir()
        old.touch()
        os.utime(old, (0, 0))
        done = await dondoc.ok("invite", *X, "--role", "member")
        api.fail("getMe", times=9)
        alone = await dondoc("invite", *X, "--role", "member", "--json")

    code = done.lines[0].split()[1]
    picture = tmp_path / "data" / "invitations" / f"{code}.png"
    assert done.lines[2:] == [
        f"Liên kết: https://t.me/dondoc_test_bot?start={code}",
        f"Mã QR: {picture}",
    ]
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_mode & 0o077 == 0
    assert not old.exists()
    assert (alone.code, alone.json["link"]) == (0, None)
    assert TOKEN not in done.out + done.error + alone.out + alone.error


# Days


def test_days_of_rest_are_added_listed_and_forgotten(shell: Shell):
    usual = [
        "Thứ Sáu, 02/01/2026: nghỉ\tHoán đổi với thứ Bảy 10/01/2026",
        "Thứ Bảy, 10/01/2026: làm việc\tLàm bù ngày 02/01/2026",
    ]
    added = "Thứ Ba, 03/03/2026: nghỉ\tQĐ 1/QĐ-UBND"

    assert shell.ok("holidays").splitlines() == usual
    assert shell.ok("holidays", "rest", "2026-03-03", "--note", "QĐ 1/QĐ-UBND") == f"{added}\n"
    assert shell.ok("holidays", "list").splitlines() == [*usual, added]
    assert shell.ok("holidays", "work", "2026-03-03") == "Thứ Ba, 03/03/2026: làm việc\n"
    shell.ok("holidays", "remove", "2026-03-03")
    assert shell.ok("holidays").splitlines() == usual


# Reports


def test_a_report_comes_as_text_json_and_picture(shell: Shell, tmp_path: Path):
    shell.ok("accept", "1")

    text = shell.ok("report", *X, "--as-of", "2025-12-17")
    report = json.loads(shell.ok("report", *X, "--as-of", "2025-12-17", "--format", "json"))
    picture = tmp_path / "report.png"
    shell.ok("report", *X, "--format", "png", "--out", picture)

    assert text.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025\n71 nhiệm vụ: 0 hoàn thành, ")
    assert list(report) == [
        "committee", "as_of", "total", "status", "due", "due_done", "flags", "agencies", "overdue",
        "blocked", "indicators",
    ]  # fmt: skip
    assert (report["as_of"], report["total"], sum(report["status"].values())) == (
        "2025-12-17", 71, 71,
    )  # fmt: skip
    assert [task["number"] for task in report["overdue"]] == [6, 19]
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_everything_is_said_in_the_language_that_is_set(shell: Shell):
    assert shell.ok("people", *X, locale="en") == (
        "Nobody has come in yet; make codes with: dondoc invite\n"
    )
    assert shell.refused("accept", "99", locale="en") == "There is no plan 99"


# The program itself


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


async def test_one_program_runs_on_a_file_and_its_address(tmp_path: Path, api: BotApi):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        dondoc = Dondoc(tmp_path, telegram_token=TOKEN, telegram_api_url=api.url)
        on_taken = await dondoc("run", web_port=port)
    async with dondoc.running(web_port=port):
        await api.called("getUpdates", seconds=WAIT)
        second = await dondoc("run", web_port=0)
        beside = await dondoc("run", web_port=port)
        people = await dondoc("tick")

    log = dondoc.log.read_text()
    assert (on_taken.code, on_taken.out, on_taken.error) == (
        2, "", f"Địa chỉ 127.0.0.1:{port} đang bị dùng; chọn cổng khác bằng DONDOC_WEB_PORT\n",
    )  # fmt: skip
    assert second.code == 2
    assert second.error == (
        f"Một tiến trình dondoc khác đang chạy trên {tmp_path}/data/dondoc.sqlite3. Đề nghị "
        "dừng tiến trình đó trước, hoặc dùng PostgreSQL để chạy nhiều tiến trình\n"
    )
    assert beside.error.splitlines()[-1].startswith(f"Địa chỉ 127.0.0.1:{port} đang bị dùng")
    assert people.code == 0
    assert f"http://127.0.0.1:{port}/" in log
    for said in (log, second.error, beside.error, people.error):
        assert "Traceback" not in said
        assert TOKEN.partition(":")[2] not in said


async def test_a_token_is_in_no_output_even_where_telegram_refuses_it(tmp_path: Path, api: BotApi):
    wrong = "7000001:AAWrong-token_0123456789abcdefgh"
    dondoc = Dondoc(tmp_path, telegram_token=wrong, telegram_api_url=api.url)

    async with dondoc.running():
        await api.called("getMe", seconds=WAIT)
    invited = await dondoc("invite", *X, "--role", "member")
    unreachable = await dondoc("tick", telegram_api_url="http://127.0.0.1:1")

    for said in (dondoc.log.read_text(), invited.error, unreachable.error, unreachable.out):
        assert "AAWrong-token" not in said
        assert "Traceback" not in said
