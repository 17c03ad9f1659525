"""Tasks named by words of their content, among those of one agency of Vĩnh Lại's plan."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.conversation.replies import find_tasks, may_name_task, read_reply
from db.enums import Progress
from plans.words import fold

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "vinh-lai" / "tasks.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
CULTURE, ECONOMY, POLICE = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã"
PLAIN = """
28 Phòng Kinh tế: việc về đất đai xong rồi
28 Phòng Kinh tế: CSDL đất đai được 60%
71 Phòng Kinh tế: cái vụ chữ ký số xong rồi
37 Phòng Kinh tế: kế hoạch chuyển đổi số được 60%
35 Phòng Kinh tế: tài sản công đang chuẩn hóa
35 Phòng Kinh tế: csdl tài sản công đạt 40%
16 Phòng Kinh tế: việc khu công nghiệp chưa làm
68 Phòng Kinh tế: nông nghiệp công nghệ cao vướng vốn
17 Phòng Kinh tế: việc thúc đẩy tiêu dùng trên môi trường số xong
29 Phòng Kinh tế: ngân sách cho KHCN bố trí được 50%
47 Phòng Kinh tế: quản lý hạ tầng thông minh đang làm
70 Phòng Kinh tế: định danh xác thực điện tử xin gia hạn đến 30/12
31 Công an xã: vụ camera xong rồi
31 Công an xã: camera giám sát được 40%
38 Công an xã: việc bảo vệ dữ liệu cá nhân đang làm
67 Phòng Văn hóa - Xã hội: khám chữa bệnh từ xa đạt 70%
30 Phòng Văn hóa - Xã hội: chứng thư số cho cán bộ xong rồi
21 Phòng Văn hóa - Xã hội: quy tắc ứng xử đang dự thảo
18 Phòng Văn hóa - Xã hội: tuyên truyền nghị quyết 57 đã xong
48 Phòng Văn hóa - Xã hội: vụ lao động nước ngoài xong rồi nhé
5 Phòng Văn hóa - Xã hội: phong trào học tập số được một nửa
41 Phòng Văn hóa - Xã hội: thu hút nhân tài vướng cơ chế
51 Phòng Văn hóa - Xã hội: hạ tầng 5G chưa làm
52 Phòng Văn hóa - Xã hội: mã số mã vạch truy xuất nguồn gốc đạt 20%
58 Phòng Văn hóa - Xã hội: dạy học thông minh xong
42 Phòng Văn hóa - Xã hội: giáo dục nghề nghiệp đang làm
44 Phòng Văn hóa - Xã hội: kỹ năng số cho người dân xong rồi
65 Phòng Văn hóa - Xã hội: bản sắc dân tộc đang làm
"""
NONE = (
    "đã hoàn thành, chưa có kinh phí, đang chờ hướng dẫn của sở, được 60%, xong rồi nhé, "
    "đang lấy ý kiến các phòng ban, máy tính hỏng chưa nhập được, đã xong có báo cáo kèm theo, "
    "mai em gửi, thời tiết hôm nay đẹp quá"
)


def led_by(agency: str) -> dict[int, str]:
    return {
        number: row["content"] for number, row in enumerate(ROWS, 1) if row["lead"][:1] == [agency]
    }


@pytest.mark.parametrize("line", PLAIN.strip().splitlines())
@pytest.mark.parametrize("write", [str, fold], ids=["marked", "bare"])
def test_words_of_one_content_name_its_task(line, write):
    meant, text = line.split(": ", 1)
    number, agency = meant.split(" ", 1)

    spoken = find_tasks(write(text), led_by(agency))

    assert (spoken.tasks, spoken.unclear) == ((int(number),), ())


@pytest.mark.parametrize("agency", [CULTURE, ECONOMY, POLICE])
@pytest.mark.parametrize("text", NONE.split(", "))
def test_words_of_a_report_name_no_task(text, agency):
    spoken = find_tasks(text, led_by(agency))

    assert (spoken.text, spoken.tasks, spoken.unclear) == (text, (), ())


def test_words_of_several_contents_are_asked_about():
    spoken = find_tasks("việc CĐS xong rồi", led_by(CULTURE))

    assert spoken.tasks == ()
    assert len(spoken.unclear) > 1


def test_two_tasks_in_one_message_are_both_found():
    spoken = find_tasks("khám chữa bệnh từ xa xong, bản sắc dân tộc 60%", led_by(CULTURE))

    replies = read_reply(spoken.text, today=date(2025, 12, 10))
    assert spoken.tasks == (67, 65)
    assert [(r.task, r.percent) for r in replies] == [(67, 100), (65, 60)]


@pytest.mark.parametrize(
    "text",
    ["dự thảo quy tắc ứng xử xong rồi", "xong hội nghị quy tắc ứng xử", "mai quy tắc ứng xử xong"],
)
def test_a_part_of_a_task_is_not_the_whole(text):
    spoken = find_tasks(text, led_by(CULTURE))

    assert spoken.tasks == (21,)
    replies = read_reply(spoken.text, today=date(2025, 12, 10))
    assert spoken.partly == (21,) or all(r.state is not Progress.DONE for r in replies)


def test_a_lone_word_needs_an_introduction():
    assert find_tasks("camera xong rồi", led_by(POLICE)).tasks == ()
    assert find_tasks("vụ camera xong rồi", led_by(POLICE)).tasks == (31,)


def test_only_what_is_introduced_counts_where_asked_for():
    contents = led_by(ECONOMY)

    assert find_tasks("đã có đất đai", contents, introduced=True).tasks == ()
    assert find_tasks("vụ đất đai xong", contents, introduced=True).tasks == (28,)


def test_four_words_in_a_row_name_another_task_than_the_one_spoken_of():
    contents = {20: "Xây dựng bộ quy tắc ứng xử trên môi trường số", 25: "Phong trào học tập số"}

    named = find_tasks("bộ quy tắc ứng xử được một nửa", contents, introduced=True)
    assert named.tasks == (20,)
    assert find_tasks("học tập số thì xong", contents, introduced=True).tasks == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("đã hoàn thành số hóa hồ sơ", "đã hoàn thành #6"),
        ("chưa hoàn thành số hóa hồ sơ", "chưa hoàn thành #6"),
        ("đã thành lập tổ giúp việc", "đã thành lập #3"),
        ("tổ giúp việc đã có quyết định", "#3 đã có quyết định"),
        ("kế hoạch bình dân học vụ số đã ban hành, số 3/KH-XA", "#25 đã ban hành, số 3/KH-XA"),
    ],
)
def test_what_was_done_stays_beside_the_task_that_its_words_name(text, left):
    contents = {
        3: "Thành lập Tổ giúp việc Ban Chỉ đạo",
        6: "Hoàn thành số hóa hồ sơ tồn",
        25: "Ban hành Kế hoạch thực hiện phong trào “Bình dân học vụ số”",
    }

    assert find_tasks(text, contents).text.strip() == left


def test_a_report_alone_is_known_without_any_task():
    assert not may_name_task("đã xong rồi ạ, đạt 100%")
    assert may_name_task("vụ đất đai xong rồi")


def test_what_was_worked_on_along_the_way_names_no_task():
    contents = {25: "Lắp máy giải quyết thủ tục hành chính", 3: "Rà soát mạng lưới y tế"}

    assert find_tasks("đã rà soát xong thủ tục", contents).tasks == ()
    assert find_tasks("thủ tục hành chính xong", contents).tasks == (25,)


def test_what_is_others_counts_only_in_a_clause_that_says_how_it_stands():
    contents = {48: "Thống nhất phương án kỹ thuật kết nối", 3: "Rà soát mạng lưới y tế"}

    said = "ngày 12/11 đã họp, thống nhất phương án"
    assert find_tasks(said, contents, introduced=True).tasks == ()
    said = "phương án kỹ thuật kết nối xong"
    assert find_tasks(said, contents, introduced=True).tasks == (48,)
