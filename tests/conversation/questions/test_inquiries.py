"""Leaders' questions, with and without marks, of an agency, a plan, a time; no report is one."""

from datetime import date

import pytest

from bot.conversation.dates.elapsed import Period
from bot.conversation.listening.mentions import Directory
from bot.conversation.questions.inquiries import Inquiry, read_inquiry
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.percents import Percents
from bot.conversation.questions.scopes import PlanName, Scope

DIRECTORY = Directory([(1, "Phòng Kinh tế"), (2, "Công an xã"), (3, "Phòng Văn hóa - Xã hội")])
PLANS = [
    PlanName(1, "10/KH-UBND", "Kế hoạch chuyển đổi số năm 2025"),
    PlanName(2, "110/KH-UBND", "Kế hoạch phát triển kinh tế"),
]
TODAY = date(2025, 12, 17)
MONTH = Period(date(2025, 12, 1), date(2025, 12, 31))
WEEK = Period(date(2025, 12, 15), date(2025, 12, 21))
LAST_MONTH = Period(date(2025, 11, 1), date(2025, 11, 30))
LAST_QUARTER = Period(date(2025, 7, 1), date(2025, 9, 30))

ASKED = [
    ("Phòng Kinh tế đang chậm việc gì?", About.OVERDUE, Scope((1,))),
    ("phong kinh te dang cham viec gi", About.OVERDUE, Scope((1,))),
    ("Phòng Kinh tế chậm", About.OVERDUE, Scope((1,))),
    ("đơn vị nào chậm nhất", About.RANKED, Scope()),
    ("cơ quan nào làm tốt nhất?", About.RANKED, Scope()),
    ("tỷ lệ hoàn thành của từng phòng", About.RANKED, Scope()),
    ("tỷ lệ hoàn thành của Phòng Kinh tế", About.STANDING, Scope((1,))),
    ("việc nào xong muộn", About.DONE_LATE, Scope()),
    ("việc nào mới được giao", About.GIVEN, Scope()),
    ("tình hình tháng trước thế nào", About.STANDING, Scope(period=LAST_MONTH)),
    ("quý trước xong những việc gì", About.DONE, Scope(period=LAST_QUARTER)),
    ("danh sách việc quá hạn", About.OVERDUE, Scope()),
    ("việc nào đang vướng?", About.BLOCKED, Scope()),
    ("viec nao dang vuong", About.BLOCKED, Scope()),
    ("việc nào vướng về kinh phí?", About.BLOCKED, Scope(obstacle="kinh phí")),
    ("co bao nhieu viec thieu nguoi", About.BLOCKED, Scope(obstacle="nguoi")),
    ("which tasks are blocked by budget?", About.BLOCKED, Scope(obstacle="budget")),
    ("công tác tuyên truyền tuần này có gì đến hạn?", About.DUE, Scope(period=WEEK)),
    ("việc nào quá hạn trên 30 ngày?", About.OVERDUE, Scope(late_over=30)),
    ("tháng này so với tháng trước", About.COMPARED, Scope(period=MONTH)),
    ("so sánh Phòng Kinh tế và Công an xã", About.BY_AGENCY, Scope((1, 2))),
    ("so sánh các phòng", About.RANKED, Scope()),
    ("gửi file tổng hợp cho tôi", About.FILE, Scope()),
    ("kế hoạch này ai ký", About.PLANS, Scope()),
    ("có gì chờ duyệt không", About.WAITING, Scope()),
    ("chế độ báo cáo của kế hoạch", About.REPORT_DAYS, Scope()),
    ("danh sách việc của Công an xã", About.OPEN, Scope((2,))),
    ("Phòng Kinh tế xong mấy việc rồi?", About.STANDING, Scope((1,))),
    ("việc nào liên quan đến chữ ký số?", About.SUBJECT, Scope(subject="chữ ký số")),
    ("dữ liệu đất đai tới đâu rồi", About.SUBJECT, Scope(subject="dữ liệu đất đai")),
    ("xuất danh sách ra excel", About.FILE, Scope()),
    ("hạn gần nhất là ngày nào?", About.DUE, Scope()),
    ("which tasks are overdue?", About.OVERDUE, Scope()),
    ("ai chưa báo cáo?", About.SILENT, Scope()),
    ("ai chua bao cao", About.SILENT, Scope()),
    ("tuần này có gì đến hạn?", About.DUE, Scope(period=WEEK)),
    ("tuan nay co gi den han", About.DUE, Scope(period=WEEK)),
    ("VHXH có việc gì sắp đến hạn không", About.DUE, Scope((3,))),
    (
        "quý I/2026 phải làm gì",
        About.DUE,
        Scope(period=Period(date(2026, 1, 1), date(2026, 3, 31))),
    ),
    ("tình hình kế hoạch số 10", About.STANDING, Scope(plan_ids=(1,))),
    ("tinh hinh ke hoach so 10", About.STANDING, Scope(plan_ids=(1,))),
    ("kế hoạch chuyển đổi số đến đâu rồi?", About.STANDING, Scope(plan_ids=(1,))),
    ("kế hoạch số 99 đến đâu rồi?", About.STANDING, Scope(plan_words="kế hoạch số 99")),
    ("Công an xã thế nào rồi", About.STANDING, Scope((2,))),
    ("Phòng Kinh tế làm xong những việc gì rồi?", About.DONE, Scope((1,))),
    ("còn việc nào chưa xong?", About.OPEN, Scope()),
    ("ai chưa nhận việc?", About.UNRECEIVED, Scope()),
    ("chỉ đạo nào chưa trả lời?", About.UNANSWERED, Scope()),
    ("những việc chưa phân công", About.UNASSIGNED, Scope()),
    ("bao giờ họp rà soát", About.REPORT_DAYS, Scope()),
    (
        "hạn báo cáo tháng này là ngày nào",
        About.REPORT_DAYS,
        Scope(period=Period(date(2025, 12, 1), date(2025, 12, 31))),
    ),
    ("kế hoạch nào đang theo dõi", About.PLANS, Scope()),
    (
        "tuần tới nhắc ai",
        About.REMINDED,
        Scope(period=Period(date(2025, 12, 22), date(2025, 12, 28))),
    ),
    ("tất cả các phòng đã báo cáo chưa?", About.SILENT, Scope()),
    ("cả xã hoàn thành được bao nhiêu?", About.STANDING, Scope()),
    ("tinh hinh ca xa chua xong", About.OPEN, Scope()),
    ("CA xã đang chậm việc gì", About.OVERDUE, Scope((2,))),
    ("liệt kê việc dưới 50%", About.OPEN, Scope(percents=Percents(most=49))),
    ("viec nao lam duoc tren 80% roi", About.OPEN, Scope(percents=Percents(least=81))),
    ("nhiệm vụ từ 30% đến 60%", About.OPEN, Scope(percents=Percents(30, 60))),
    ("việc nào Công an xã phối hợp", About.OPEN, Scope((2,), helping=True)),
    ("kế hoạch do ai ký", About.PLANS, Scope()),
    ("ai chưa báo gì tuần này", About.SILENT, Scope(period=WEEK)),
    ("Phòng Kinh tế với Công an xã ai làm tốt hơn", About.RANKED, Scope((1, 2))),
    ("tóm tắt tình hình Phòng Kinh tế", About.STANDING, Scope((1,))),
    ("chỉ đạo của tôi tới đâu rồi", About.UNANSWERED, Scope()),
    ("10 việc gần hạn nhất", About.DUE, Scope()),
    ("có gì đáng lo không", About.STANDING, Scope()),
    ("có việc nào bị trả lại không", About.RETURNED, Scope()),
    ("viec bi tra lai", About.RETURNED, Scope()),
    ("which tasks were returned?", About.RETURNED, Scope()),
    ("việc nào chưa làm gì", About.NOT_STARTED, Scope()),
    ("việc nào chưa bắt đầu", About.NOT_STARTED, Scope()),
    ("what has not started?", About.NOT_STARTED, Scope()),
    ("việc nào chưa làm xong", About.OPEN, Scope()),
    ("có đơn vị nào kêu khó không", About.BLOCKED, Scope()),
    ("tổng số nhiệm vụ của kế hoạch", About.STANDING, Scope()),
    ("báo cáo tháng này chốt ngày nào", About.REPORT_DAYS, Scope(period=MONTH)),
    ("phòng mình so với phòng khác thế nào", About.RANKED, Scope()),
    ("đơn vị nào làm tốt", About.RANKED, Scope()),
    ("việc nào nguy cơ trễ hạn", About.DUE, Scope()),
    ("kế hoạch này của ai ban hành", About.PLANS, Scope()),
    ("gửi tôi kế hoạch", About.PLAN_FILE, Scope()),
    ("tóm tắt trong 3 dòng", About.STANDING, Scope()),
    ("tôi cần số liệu để phát biểu", About.STANDING, Scope()),
    ("compare the offices", About.RANKED, Scope()),
    ("kết quả tháng này", About.STANDING, Scope(period=MONTH)),
    ("phòng nào nhiều việc nhất", About.RANKED, Scope()),
    ("phong nao it viec nhat", About.RANKED, Scope()),
    ("phong nao qua han nhieu nhat", About.RANKED, Scope()),
    ("which office has the most tasks?", About.RANKED, Scope()),
    (
        "việc nào công an làm chung với phòng kinh tế",
        About.OPEN,
        Scope((2, 1), together=True),
    ),
    (
        "việc nào phòng kinh tế cùng công an làm",
        About.OPEN,
        Scope((1, 2), together=True),
    ),
    (
        "viec nao phoi hop giua cong an va phong kinh te",
        About.OPEN,
        Scope((2, 1), together=True),
    ),
    ("lần cuối phòng kinh tế báo cáo khi nào", About.LAST_REPORT, Scope((1,))),
    ("phong kinh te bao cao lan cuoi bao gio", About.LAST_REPORT, Scope((1,))),
    ("công an cập nhật gần đây nhất hôm nào", About.LAST_REPORT, Scope((2,))),
    ("việc nào được gia hạn", About.EXTENDED, Scope()),
    ("viec nao da gia han", About.EXTENDED, Scope()),
    ("ai xin gia hạn", About.EXTENSIONS, Scope()),
    (
        "việc nào do công an chủ trì mà phòng kinh tế phối hợp",
        About.OPEN,
        Scope((2, 1), together=True),
    ),
    ("mấy việc sẽ trễ", About.DUE, Scope()),
    ("list tasks of the police", About.OPEN, Scope((2,))),
    ("what changed this week", About.NEWS, Scope(period=WEEK)),
    ("phòng nào im re", About.SILENT, Scope()),
    ("việc nào đứng yên", About.SILENT, Scope()),
    ("lĩnh vực văn hóa có việc gì", About.SUBJECT, Scope(subject="văn hóa")),
    ("mảng giáo dục còn những việc nào", About.SUBJECT, Scope(subject="giáo dục")),
    ("Phòng Kinh tế báo cáo gì tuần này", About.NEWS, Scope((1,), period=WEEK)),
    ("what is overdue in the economic office", About.OVERDUE, Scope((1,))),
    ("sao phòng kinh tế không được nhắc", About.UNMANNED, Scope((1,))),
    ("hạn nộp báo cáo gần nhất là ngày nào", About.REPORT_DAYS, Scope()),
    ("bao giờ thì tổng kết năm", About.REPORT_DAYS, Scope()),
    ("đơn vị nào chưa thấy động tĩnh gì", About.SILENT, Scope()),
    ("hôm nay có những ai gửi báo cáo", About.NEWS, Scope(period=Period(TODAY, TODAY))),
    ("có mấy việc đang đợi tôi duyệt", About.WAITING, Scope()),
    ("viec nao giao chung cho cac co quan lien quan", About.UNASSIGNED, Scope()),
    ("what is waiting for my confirmation", About.AWAITING, Scope()),
    ("gui danh sach viec qua han cho toi", About.OVERDUE, Scope()),
    ("gửi tôi báo cáo phòng kinh tế tháng này", About.STANDING, Scope((1,), period=MONTH)),
    ("trong tháng này mấy việc phải xong, đã xong được mấy", About.STANDING, Scope(period=MONTH)),
    (
        "quy II va III",
        About.DUE,
        Scope(period=Period(date(2026, 4, 1), date(2026, 9, 30))),
    ),
    ("ai phụ trách chuyển đổi số", About.LED, Scope(subject="chuyển đổi số")),
    ("camera giám sát là của phòng nào", About.LED, Scope(subject="camera giám sát")),
    ("an ninh mạng ai lo", About.LED, Scope(subject="an ninh mạng")),
    (
        "còn lại mấy ngày để hoàn thành các việc năm 2025",
        About.DAYS_LEFT,
        Scope(period=Period(date(2025, 1, 1), date(2025, 12, 31))),
    ),
    ("việc lâu nhất chưa xong", About.OVERDUE, Scope()),
    ("việc nào dài hạn nhất", About.FARTHEST, Scope()),
    ("who is responsible for chữ ký số", About.LED, Scope(subject="chữ ký số")),
    ("what has to be finished this month", About.DUE, Scope(period=MONTH)),
    (
        "what has to be finished this year",
        About.DUE,
        Scope(period=Period(date(2025, 1, 1), date(2025, 12, 31))),
    ),
    ("who has not sent a report this week", About.SILENT, Scope(period=WEEK)),
    ("which office has no contact person", About.UNMANNED, Scope()),
    ("kế hoạch này kết thúc năm nào", About.FARTHEST, Scope()),
    ("ai là người lo vụ công chứng", About.LED, Scope(subject="công chứng")),
    ("có ai xin lùi hạn không", About.EXTENSIONS, Scope()),
    ("Phòng Kinh tế còn nợ việc gì của tháng trước", About.OPEN, Scope((1,), period=LAST_MONTH)),
    ("việc quá hạn nào đang vướng", About.BLOCKED, Scope(late=True)),
    ("việc nào quá hạn mà chưa báo cáo", About.SILENT, Scope(late=True)),
    (
        "việc nào sắp đến hạn mà chưa làm gì",
        About.NOT_STARTED,
        Scope(due_within=Period(TODAY, date(2025, 12, 24))),
    ),
    (
        "việc quý 1 nào chưa bắt đầu",
        About.NOT_STARTED,
        Scope(due_within=Period(date(2026, 1, 1), date(2026, 3, 31))),
    ),
    ("việc tháng 11 nào chưa báo cáo", About.SILENT, Scope(due_within=LAST_MONTH)),
    ("tình hình thế nào, gói gọn vài dòng", About.STANDING, Scope()),
    (
        "summary since January",
        About.STANDING,
        Scope(period=Period(date(2025, 1, 1), TODAY)),
    ),
    (
        "tổng hợp từ tháng 1 đến nay",
        About.STANDING,
        Scope(period=Period(date(2025, 1, 1), TODAY)),
    ),
]

NOT_ASKED = [
    "#12 xong",
    "việc 7 xong chưa?",
    "đã xong",
    "Phòng Kinh tế báo vướng kinh phí",
    "Công an xã đã xong",
    "đang vướng kinh phí",
    "Phòng Kinh tế đang chậm do thiếu kinh phí",
    "chưa báo cáo được vì ốm",
    "vâng",
    "tỷ lệ hoàn thành 80%",
    "kế hoạch này hoàn thành chậm nhất 30/12",
    "việc của tôi",
    "việc này của ai",
    "how many days do I have left for task 21",
    "việc đạt trên 50%",
    "xin chào",
    "",
]


@pytest.mark.parametrize(("text", "about", "scope"), ASKED, ids=[case[0] for case in ASKED])
def test_a_question_is_read(text, about, scope):
    assert read_inquiry(text, DIRECTORY, PLANS, today=TODAY) == Inquiry(about, scope)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_tells_or_is_about_one_task_is_no_such_question(text):
    assert read_inquiry(text, DIRECTORY, PLANS, today=TODAY) is None
