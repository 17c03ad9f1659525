"""`dondoc import` and `dondoc accept`: what is read, kept, followed, and said of it."""

import json
from pathlib import Path

from tests.shell.here import PLAN, Shell, X


def test_a_file_without_a_task_makes_no_committee(fresh: Shell, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Kính gửi các đồng chí")

    said = fresh.refused("import", tmp_path / "letter.txt", *X)

    assert said.startswith("Không tìm thấy nhiệm vụ nào trong tệp; chưa lưu gì.")
    assert fresh.rows() == []


def test_a_draft_reminds_nobody_until_it_is_accepted(shell: Shell):
    assert json.loads(shell.ok("report", *X, "--format", "json"))["total"] == 0
    assert shell.ok("accept", "1").startswith("Kế hoạch 1 đã đưa vào theo dõi\n")
    assert json.loads(shell.ok("report", *X, "--format", "json"))["total"] == 71

    before = shell.rows()
    assert shell.ok("accept", "1") == (
        "Kế hoạch 1 đã đưa vào theo dõi từ trước; không có gì thay đổi\n"
    )
    assert shell.rows() == before


def test_the_same_file_again_changes_nothing(shell: Shell):
    before = shell.rows()

    said = shell.ok("import", PLAN, *X).splitlines()

    assert said[0] == "Tệp này đã nhập trước đây thành kế hoạch 1; không có gì thay đổi"
    assert shell.rows() == before


def test_a_day_of_issue_given_takes_the_place_of_the_doubtful_one(fresh: Shell):
    said = fresh.ok("import", PLAN, *X, "--issued", "2025-09-19")

    assert "Thời hạn tính từ 19/09/2025\n" in said
    assert "--issued" not in said


def test_a_dry_run_needs_no_committee_and_leaves_nothing(fresh: Shell):
    dry = json.loads(fresh.ok("import", PLAN, "--dry-run", "--json"))

    assert sorted(dry) == ["indicators", "plan", "tasks"]
    assert (len(dry["tasks"]), dry["plan"]["issued_on"]) == (71, None)
    assert not fresh.data.exists()


def test_a_newer_version_is_told_from_a_plan_of_its_own_and_accepted_as_changes(
    shell: Shell, tmp_path: Path
):
    shell.ok("accept", 1)
    text = PLAN.read_text(encoding="utf-8")
    newer = tmp_path / "newer.txt"
    newer.write_text(text + "\n", encoding="utf-8")

    asked = shell.ok("import", newer, *X, "--accept")
    said = shell.ok("import", newer, *X, "--amends", 1)
    accepted = shell.ok("accept", 2)

    assert "71/71 nhiệm vụ giống “Kế hoạch" in asked
    assert "nhập lại tệp với --amends 1" in asked
    assert "giữ 71 nhiệm vụ (0 có sửa, 0 chuyển chỗ), thêm 0, bỏ 0." in said
    assert "Không có thay đổi." in said
    assert accepted.startswith("Kế hoạch 2 đã đưa vào theo dõi\n")
    assert "71 nhiệm vụ" in shell.ok("report", *X)
    assert shell("import", newer, *X, "--amends", 1).exit_code == 2


def test_a_plan_followed_with_doubtful_rows_says_how_many(fresh: Shell, tmp_path: Path):
    first = fresh.ok("import", PLAN, *X, "--accept")
    newer = tmp_path / "newer.txt"
    newer.write_text(PLAN.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    draft = fresh.ok("import", newer, *X, "--amends", 1)

    assert "⚠️ 8 dòng chưa chắc được theo dõi như đã đọc." in first
    assert "#78 (dòng 2335) cần xem lại: cơ quan chủ trì là tên chung" in draft
    assert "\n#7 (" not in draft
    assert "Còn 8/8 dòng cần xem lại." in draft
