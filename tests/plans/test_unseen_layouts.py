"""Small plans in layouts that offices use and none of the known plans has, read exactly."""

import textwrap
from datetime import date

import pytest

from db.enums import DeadlineKind
from plans.read import read_plan

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ
Số: 45/KH-UBND
An Phú, ngày 12 tháng 8 năm 2025

KẾ HOẠCH
Triển khai chuyển đổi số trên địa bàn xã An Phú

Căn cứ Nghị quyết số 57-NQ/TW; Ủy ban nhân dân xã An Phú ban hành Kế hoạch như sau:

"""
LISTED = """PHỤ LỤC 1
DANH MỤC NHIỆM VỤ
A. NHIỆM VỤ CHUNG
1. Tổ chức học tập, quán triệt Nghị quyết đến toàn thể đảng viên
- Chủ trì: Ban Xây dựng Đảng
– Phối hợp: Văn phòng Đảng ủy
Thời gian: Tháng 10/2025
2. Xây dựng quy chế quản lý văn bản điện tử
- Chủ trì: Văn phòng Đảng ủy; Thời gian: Trước 12/2025
B. NHIỆM VỤ CỤ THỂ
3. Về công tác Mặt trận
3.1. Vận động Nhân dân cài đặt, sử dụng VNeID
- Chủ trì: Công an xã
- Thời hạn hoàn thành: 2026
"""
PROSE = """II. NHIỆM VỤ
1. Phòng Văn hóa - Xã hội: Chủ trì xây dựng Kế hoạch truyền thông, hoàn thành trước ngày 30/9/2025.
2. Công an xã chủ trì kích hoạt tài khoản định danh, hoàn thành trong tháng 12/2025.
3. Giao Phòng Kinh tế chủ trì tham mưu bố trí kinh phí, thực hiện thường xuyên.

III. TỔ CHỨC THỰC HIỆN
Các cơ quan, đơn vị căn cứ Kế hoạch này triển khai thực hiện.
"""


HELPED = """II. NHIỆM VỤ TRỌNG TÂM
1. Giao Ban Chỉ huy Quân sự xã chủ trì, phối hợp với Công an xã, Trạm Y tế xã tổ chức diễn tập
phòng, chống lụt bão, hoàn thành trong Quý II/2026.
2. Phòng Kinh tế chủ trì kiểm tra an toàn hồ đập, hoàn thành trước ngày 15/5/2026.
2
3. Công an xã chủ trì tuần tra ban đêm, thực hiện thường xuyên.
III. TỔ CHỨC THỰC HIỆN
"""
LETTERED = """II. NHIỆM VỤ, GIẢI PHÁP
2.1. Phát triển du lịch cộng đồng
a) Phòng Văn hóa - Xã hội chủ trì:
- Số hóa dữ liệu các điểm đến, di tích trên địa bàn xã, hoàn thành trong
tháng 6/2026.
- Mở lớp hướng dẫn viên tại chỗ, hoàn thành trong tháng 9/2026.
b) Phòng Kinh tế chủ trì tham mưu hỗ trợ hộ kinh doanh lưu trú, hoàn thành trong Quý III/2026.
III. TỔ CHỨC THỰC HIỆN
1. Các đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội.
"""
DECIMAL = """III. NHIỆM VỤ CỤ THỂ
1. Phòng, chống dịch bệnh
1.1. Giao Trạm Y tế xã chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam xã tuyên truyền về
tiêm chủng; hoàn thành trước ngày 15/02/2026.
1.2. Giao Trạm Y tế xã chủ trì, phối hợp với các thôn giám sát, phát hiện sớm ca bệnh; thực hiện
thường xuyên.
2. Bảo hiểm y tế
2.1. Giao Phòng Kinh tế chủ trì bố trí kinh phí, hoàn thành trong tháng 3/2026.
IV. TỔ CHỨC THỰC HIỆN
"""
HEADED = """II. PHÂN CÔNG NHIỆM VỤ
1. Công an xã
- Chủ trì lập hồ sơ quản lý người nghiện. Thời gian: Trước ngày 31/3/2026.
- Mở đợt cao điểm tấn công tội phạm ma túy. Thời gian: Thường xuyên.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã:
- Vận động quần chúng tố giác tội phạm (tháng 6/2026).
III. CHẾ ĐỘ BÁO CÁO
"""
LETTERED_UNDER_AGENCIES = """III. PHÂN CÔNG NHIỆM VỤ
1. Công an xã
a) Chủ trì, phối hợp với UBND các xã, thị trấn giải tỏa hành lang đường bộ; hoàn thành trước ngày
30/4/2026.
b) Kiểm tra bến bãi, đò ngang, gửi kết quả về Ban An toàn giao thông huyện trước ngày 28/02/2026.
2. Các trường học
- Xây dựng cổng trường an toàn, xong trước khai giảng năm học 2026 - 2027 (ngày 05/9/2026).
IV. CHẾ ĐỘ BÁO CÁO
"""
OTHER_LABELS = """III. NHIỆM VỤ, GIẢI PHÁP
1. Nâng cao nhận thức
1.1. Tổ chức hội nghị quán triệt Nghị quyết.
- Đơn vị thực hiện: Ban Xây dựng Đảng.
- Phối hợp: Văn phòng Đảng ủy.
- Kết quả/sản phẩm: Hội nghị.
- Thời hạn hoàn thành: Tháng 10/2025.
1.2. Phát động phong trào học tập kỹ năng số.
- Đơn vị thực hiện: Công an xã.
- Thời hạn hoàn thành: Trước 20/11/2025.
1.3. Bồi dưỡng kỹ năng số cho đảng viên.
- Đơn vị thực hiện: Ban Xây dựng Đảng.
- Thời hạn hoàn thành: Hằng năm.
IV. TỔ CHỨC THỰC HIỆN
"""
WITHIN_BODY = """II. NỘI DUNG CÔNG TÁC
STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian Sản phẩm
1 Triển khai kế hoạch công tác năm 2026 Văn phòng Đảng ủy Công an xã Tháng 01/2026 Hội nghị
2 Tổ chức Ngày hội chuyển đổi số Phòng Kinh tế Trạm Y tế xã Tháng 5/2026 Báo cáo kết quả
III. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị báo cáo kết quả về Văn phòng Đảng ủy.
"""
BRACKETED = """II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Khám sức khỏe trước khi kết hôn (Trạm Y tế xã chủ trì, phối hợp với Công an xã; quý II/2026).
2. Chăm sóc người cao tuổi (Hội Người cao tuổi xã chủ trì; hằng năm).
3. Cập nhật kho dữ liệu dân số (Công an xã chủ trì; trước ngày 31/10/2026).
III. TỔ CHỨC THỰC HIỆN
"""
IN_BRACKETS_BY = """II- NHIỆM VỤ TRỌNG TÂM
1- Sắp xếp cấp ủy các chi bộ sau sáp nhập thôn (do Ban Xây dựng Đảng chủ trì, phối hợp với Công an
xã thực hiện; thời gian: trước ngày 30/6/2026).
2- Kiểm tra việc học tập chuyên đề tại 05 chi bộ (do Văn phòng Đảng ủy chủ trì; thời gian: quý
III/2026).
3- Tổ chức đối thoại với Nhân dân (do Trạm Y tế xã chủ trì; thời gian: tháng 10/2026).
III- TỔ CHỨC THỰC HIỆN
"""
LETTERED_WITH_LABELS = """II. NHIỆM VỤ TRỌNG TÂM
1. Về phát triển nông nghiệp số
a) Xây dựng cơ sở dữ liệu vùng trồng.
Đơn vị chủ trì: Phòng Kinh tế; đơn vị phối hợp: Công an xã, Trạm Y tế xã; thời gian
thực hiện: 2026 - 2027.
b) Đưa sản phẩm OCOP lên các sàn thương mại điện tử.
Đơn vị chủ trì: Hội Nông dân xã; thời gian thực hiện: Quý IV năm 2026.
2. Về y tế số
a) Hoàn thành hồ sơ sức khỏe điện tử.
Đơn vị chủ trì: Trạm Y tế xã; thời gian thực hiện: Tháng 9/2026.
III. TỔ CHỨC THỰC HIỆN
"""
LABELLED_BODY = """II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Truyền thông về chính sách dân số
- Đơn vị chủ trì: Trạm Y tế xã.
- Thời gian: Tháng 7/2026.
2. Cập nhật kho dữ liệu dân số
- Đơn vị chủ trì: Công an xã.
- Đơn vị phối hợp: Trạm Y tế xã.
- Thời gian: Quý II/2026.
3. Bố trí kinh phí
- Đơn vị chủ trì: Phòng Kinh tế.
- Thời gian: Tháng 3/2026.
III. TỔ CHỨC THỰC HIỆN
"""
LAST_PART = """II. TỔ CHỨC THỰC HIỆN
1. Công an xã:
- Kiểm tra an toàn phòng cháy tại chợ; hoàn thành trước ngày 30/4/2026.
- Thực tập phương án chữa cháy; hoàn thành trong Quý III/2026.
2. Phòng Kinh tế:
- Tham mưu bố trí kinh phí; hoàn thành trong tháng 3/2026.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""
LETTERED_LABELS = """PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
1. Khảo sát dữ liệu cung - cầu lao động
a) Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
b) Cơ quan phối hợp: Công an xã.
c) Thời gian thực hiện: Trước ngày 20/4/2026.
2. Tổ chức phiên giao dịch việc làm lưu động
a) Cơ quan chủ trì: Phòng Kinh tế.
b) Thời gian thực hiện: Quý III/2026.
"""
GIVEN = """III- NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Hoàn thiện cơ chế, chính sách
Giao Phòng Kinh tế chủ trì, phối hợp với Công ty Điện lực khu vực, các thôn xóa các vùng lõm sóng;
hoàn thành trong quý II/2026.
Giao Công an xã chủ trì mở lớp bồi dưỡng kỹ năng số; hoàn thành chậm nhất ngày 15/11/2026.
2. Bảo đảm kinh phí
Giao Phòng Văn hóa - Xã hội tham mưu bố trí kinh phí; trình trước ngày 01/12 hằng năm.
IV- TỔ CHỨC THỰC HIỆN
"""
GIVEN_BETWEEN_LISTS = """II. NHIỆM VỤ TRỌNG TÂM TRONG THỜI GIAN TỚI
1. Giao Phòng Kinh tế:
a) Chủ trì, phối hợp với Công an xã tham mưu kế hoạch giải phóng mặt bằng trước ngày 15/3/2026.
b) Rà soát các hộ còn nợ nghĩa vụ tài chính về đất đai, báo cáo chậm nhất ngày 20/3/2026.
2. Giao Công an xã mở đợt cao điểm tấn công, trấn áp tội phạm; báo cáo trước ngày 28/02/2026.
3. Giao Trưởng các thôn vận động Nhân dân vệ sinh đường làng trước ngày 12/02/2026.
III. Văn phòng HĐND và UBND xã theo dõi, đôn đốc việc thực hiện Thông báo này.
"""
BY_PERSON = """II. PHÂN CÔNG NHIỆM VỤ CỤ THỂ
1. Đồng chí Lê Văn Mẫu, Chủ tịch UBND xã, Phó Trưởng ban thường trực:
- Chỉ đạo xây dựng Kế hoạch chuyển đổi số xã năm 2026. Thời gian: Trước ngày 10/02/2026.
- Chỉ đạo bố trí kinh phí thực hiện các nhiệm vụ. Thời gian: Quý I/2026.
2. Ông Trần Mẫu, Trưởng Công an xã, thành viên:
- Phụ trách kích hoạt tài khoản định danh điện tử cho công dân. Thời gian: 31/12/2026.
III. TỔ CHỨC THỰC HIỆN
"""
BY_AGENCY = """PHỤ LỤC
Phân công nhiệm vụ
I. Văn phòng Đảng ủy
1. Thành lập Ban Chỉ đạo thực hiện Nghị quyết.
Thời gian hoàn thành: Tháng 9/2025.

4
2. Theo dõi, tổng hợp tiến độ thực hiện của các chi bộ.
Thời gian hoàn thành: Quý IV/2025.
II. Ban Xây dựng Đảng
3. Tổ chức hội nghị quán triệt Nghị quyết.
Thời gian hoàn thành: Tháng 10/2025.
"""


def cell_by_cell(*cells: str) -> str:
    """The cells of a table as a text without its borders has them, each broken at its width."""
    lines = ["PHỤ LỤC", "BẢNG PHÂN CÔNG NHIỆM VỤ"]
    for cell in cells:
        lines += ["", *textwrap.wrap(cell, 28)]
    return "\n".join(lines) + "\n"


SHORT_HEADS = cell_by_cell(
    *("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Ghi chú"),
    *("A", "CÔNG TÁC CHỈ ĐẠO"),
    *("1", "Kiện toàn Ban Chỉ đạo và Tổ giúp việc của xã"),
    *("Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "15/9/2025"),
    *("B", "CÔNG TÁC TUYÊN TRUYỀN"),
    *("2", "Xây dựng chuyên mục trên trang thông tin điện tử"),
    *("Phòng Văn hóa - Xã hội", "Công an xã", "Tháng 11/2025"),
)
ONE_AGENCY = cell_by_cell(
    *("STT", "Nội dung công việc", "Thời gian thực hiện", "Cơ quan thực hiện", "Kết quả/Sản phẩm"),
    *("1.1", "Mở lớp bồi dưỡng kỹ năng số cho cán bộ, công chức xã", "Quý I/2026"),
    *("Phòng Văn hóa - Xã hội", "Lớp bồi dưỡng"),
    *("1.2", "Số hóa hồ sơ hộ tịch còn tồn đọng", "2025 - 2026", "Văn phòng HĐND và UBND"),
    "Cơ sở dữ liệu hộ tịch",
)
OTHER_ORDER = cell_by_cell(
    *("STT", "Tên nhiệm vụ", "Sản phẩm đầu ra", "Thời hạn hoàn thành", "Đơn vị chủ trì"),
    "Đơn vị phối hợp",
    *("1", "Xây dựng cơ sở dữ liệu nông nghiệp của xã", "Cơ sở dữ liệu"),
    *("12/2025 và các năm tiếp theo", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
    *("2", "Lắp đặt camera an ninh tại các trục đường chính", "Hệ thống camera", "Năm 2026"),
    *("Công an xã", "Ban Chỉ huy Quân sự xã"),
)


@pytest.mark.parametrize(
    ("annex", "wanted"),
    [
        pytest.param(
            LISTED,
            [
                ("A", "1", "Tổ", ["Ban Xây dựng Đảng"], ["Văn phòng Đảng ủy"], date(2025, 10, 31)),
                ("A", "2", "Xây", ["Văn phòng Đảng ủy"], [], date(2025, 11, 30)),
                ("3", "3.1", "Vận", ["Công an xã"], [], date(2026, 12, 31)),
            ],
            id="a-list-with-letters-and-two-labels-on-a-line",
        ),
        pytest.param(
            PROSE,
            [
                ("", "1", "Xây", ["Phòng Văn hóa - Xã hội"], [], date(2025, 9, 29)),
                ("", "2", "Kích", ["Công an xã"], [], date(2025, 12, 31)),
                ("", "3", "Tham", ["Phòng Kinh tế"], [], None),
            ],
            id="sentences-that-name-lead-and-deadline",
        ),
        pytest.param(
            HELPED,
            [
                (
                    *("", "1", "Tổ", ["Ban Chỉ huy Quân sự xã"]),
                    ["Công an xã", "Trạm Y tế xã"],
                    date(2026, 6, 30),
                ),
                ("", "2", "Kiểm", ["Phòng Kinh tế"], [], date(2026, 5, 14)),
                ("", "3", "Tuần", ["Công an xã"], [], None),
            ],
            id="sentences-that-name-who-helps",
        ),
        pytest.param(
            LETTERED,
            [
                ("2.1", "1", "Số", ["Phòng Văn hóa - Xã hội"], [], date(2026, 6, 30)),
                ("2.1", "2", "Mở", ["Phòng Văn hóa - Xã hội"], [], date(2026, 9, 30)),
                ("2.1", "3", "Tham", ["Phòng Kinh tế"], [], date(2026, 9, 30)),
            ],
            id="letters-that-lead-and-dashes-that-are-the-work",
        ),
        pytest.param(
            DECIMAL,
            [
                (
                    *("1", "1.1", "Tuyên", ["Trạm Y tế xã"]),
                    ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"],
                    date(2026, 2, 14),
                ),
                ("1", "1.2", "Giám", ["Trạm Y tế xã"], ["Các thôn"], None),
                ("2", "2.1", "Bố", ["Phòng Kinh tế"], [], date(2026, 3, 31)),
            ],
            id="numbered-sentences-under-headings",
        ),
        pytest.param(
            HEADED,
            [
                ("1", "1", "Lập", ["Công an xã"], [], date(2026, 3, 30)),
                ("1", "2", "Mở", ["Công an xã"], [], None),
                (
                    *("2", "3", "Vận", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
                    *([], date(2026, 6, 30)),
                ),
            ],
            id="headings-that-lead-and-dashes-that-are-the-work",
        ),
        pytest.param(
            LETTERED_UNDER_AGENCIES,
            [
                ("1", "1", "Giải", ["Công an xã"], ["UBND các xã, thị trấn"], date(2026, 4, 29)),
                ("1", "2", "Kiểm", ["Công an xã"], [], date(2026, 2, 27)),
                ("2", "3", "Xây", ["Các trường học"], [], None),
            ],
            id="letters-under-headings-that-lead",
        ),
        pytest.param(
            OTHER_LABELS,
            [
                (
                    *("1", "1.1", "Tổ", ["Ban Xây dựng Đảng"]),
                    *(["Văn phòng Đảng ủy"], date(2025, 10, 31)),
                ),
                ("1", "1.2", "Phát", ["Công an xã"], [], date(2025, 11, 19)),
                ("1", "1.3", "Bồi", ["Ban Xây dựng Đảng"], [], date(2025, 12, 31)),
            ],
            id="labels-in-other-words",
        ),
        pytest.param(
            WITHIN_BODY,
            [
                ("", "1", "Triển", ["Văn phòng Đảng ủy"], ["Công an xã"], date(2026, 1, 31)),
                ("", "2", "Tổ", ["Phòng Kinh tế"], ["Trạm Y tế xã"], date(2026, 5, 31)),
            ],
            id="a-table-within-the-body",
        ),
        pytest.param(
            BRACKETED,
            [
                ("", "1", "Khám", ["Trạm Y tế xã"], ["Công an xã"], date(2026, 6, 30)),
                ("", "2", "Chăm", ["Hội Người cao tuổi xã"], [], date(2025, 12, 31)),
                ("", "3", "Cập", ["Công an xã"], [], date(2026, 10, 30)),
            ],
            id="brackets-that-close-sentences",
        ),
        pytest.param(
            IN_BRACKETS_BY,
            [
                ("", "1", "Sắp", ["Ban Xây dựng Đảng"], ["Công an xã"], date(2026, 6, 29)),
                ("", "2", "Kiểm", ["Văn phòng Đảng ủy"], [], date(2026, 9, 30)),
                ("", "3", "Tổ", ["Trạm Y tế xã"], [], date(2026, 10, 31)),
            ],
            id="brackets-with-labels-and-numbers-as-the-party-has-them",
        ),
        pytest.param(
            LETTERED_WITH_LABELS,
            [
                (
                    *("1", "a", "Xây", ["Phòng Kinh tế"]),
                    *(["Công an xã", "Trạm Y tế xã"], date(2027, 12, 31)),
                ),
                ("1", "b", "Đưa", ["Hội Nông dân xã"], [], date(2026, 12, 31)),
                ("2", "a", "Hoàn", ["Trạm Y tế xã"], [], date(2026, 9, 30)),
            ],
            id="letters-with-labels-that-wrap",
        ),
        pytest.param(
            LABELLED_BODY,
            [
                ("", "1", "Truyền", ["Trạm Y tế xã"], [], date(2026, 7, 31)),
                ("", "2", "Cập", ["Công an xã"], ["Trạm Y tế xã"], date(2026, 6, 30)),
                ("", "3", "Bố", ["Phòng Kinh tế"], [], date(2026, 3, 31)),
            ],
            id="a-list-with-labels-in-the-body",
        ),
        pytest.param(
            LAST_PART,
            [
                ("1", "1", "Kiểm", ["Công an xã"], [], date(2026, 4, 29)),
                ("1", "2", "Thực", ["Công an xã"], [], date(2026, 9, 30)),
                ("2", "3", "Tham", ["Phòng Kinh tế"], [], date(2026, 3, 31)),
            ],
            id="work-in-the-last-part-above-whom-it-goes-to",
        ),
        pytest.param(
            LETTERED_LABELS,
            [
                ("", "1", "Khảo", ["Phòng Văn hóa - Xã hội"], ["Công an xã"], date(2026, 4, 19)),
                ("", "2", "Tổ", ["Phòng Kinh tế"], [], date(2026, 9, 30)),
            ],
            id="labels-with-letters",
        ),
        pytest.param(
            GIVEN,
            [
                (
                    *("1", "1", "Xóa", ["Phòng Kinh tế"]),
                    *(["Công ty Điện lực khu vực", "Các thôn"], date(2026, 6, 30)),
                ),
                ("1", "2", "Mở", ["Công an xã"], [], date(2026, 11, 15)),
                ("2", "3", "Tham", ["Phòng Văn hóa - Xã hội"], [], date(2025, 11, 30)),
            ],
            id="sentences-without-a-mark-that-give-work",
        ),
        pytest.param(
            GIVEN_BETWEEN_LISTS,
            [
                ("1", "1", "Tham", ["Phòng Kinh tế"], ["Công an xã"], date(2026, 3, 14)),
                ("1", "2", "Rà", ["Phòng Kinh tế"], [], date(2026, 3, 20)),
                ("", "2", "Mở", ["Công an xã"], [], date(2026, 2, 27)),
                ("", "3", "Vận", ["Trưởng các thôn"], [], date(2026, 2, 11)),
            ],
            id="sentences-between-lists",
        ),
        pytest.param(
            BY_PERSON,
            [
                ("1", "1", "Chỉ", ["Đồng chí Lê Văn Mẫu"], [], date(2026, 2, 9)),
                ("1", "2", "Chỉ", ["Đồng chí Lê Văn Mẫu"], [], date(2026, 3, 31)),
                ("2", "3", "Phụ", ["Ông Trần Mẫu"], [], date(2026, 12, 31)),
            ],
            id="persons-and-dashes-that-are-the-work",
        ),
        pytest.param(
            BY_AGENCY,
            [
                ("I", "1", "Thành", ["Văn phòng Đảng ủy"], [], date(2025, 9, 30)),
                ("I", "2", "Theo", ["Văn phòng Đảng ủy"], [], date(2025, 12, 31)),
                ("II", "3", "Tổ", ["Ban Xây dựng Đảng"], [], date(2025, 10, 31)),
            ],
            id="groups-that-are-who-leads",
        ),
        pytest.param(
            SHORT_HEADS,
            [
                ("A", "1", "Kiện", ["Văn phòng Đảng ủy"], ["Ban Xây dựng Đảng"], date(2025, 9, 15)),
                ("B", "2", "Xây", ["Phòng Văn hóa - Xã hội"], ["Công an xã"], date(2025, 11, 30)),
            ],
            id="short-heads-and-lettered-groups",
        ),
        pytest.param(
            ONE_AGENCY,
            [
                ("", "1.1", "Mở", ["Phòng Văn hóa - Xã hội"], [], date(2026, 3, 31)),
                ("", "1.2", "Số", ["Văn phòng HĐND và UBND"], [], date(2026, 12, 31)),
            ],
            id="one-column-of-agencies",
        ),
        pytest.param(
            OTHER_ORDER,
            [
                ("", "1", "Xây", ["Phòng Kinh tế"], ["Phòng Văn hóa - Xã hội"], date(2025, 12, 31)),
                ("", "2", "Lắp", ["Công an xã"], ["Ban Chỉ huy Quân sự xã"], date(2026, 12, 31)),
            ],
            id="columns-in-another-order",
        ),
    ],
)
def test_a_layout_that_no_known_plan_has_is_read_exactly(annex, wanted):
    plan = read_plan(HEAD + annex)

    assert [
        (
            task.group,
            task.no,
            task.content.split()[0],
            list(task.lead),
            list(task.coordinating),
            task.deadline.due,
        )
        for task in plan.tasks
    ] == wanted
    assert plan.title == "Kế hoạch triển khai chuyển đổi số trên địa bàn xã An Phú"
    assert plan.leftovers == ()


def test_a_time_that_cannot_be_read_waits_for_a_person_and_gives_no_day():
    plan = read_plan(HEAD + LETTERED_UNDER_AGENCIES)

    assert plan.tasks[2].deadline.kind is DeadlineKind.UNREADABLE
    assert plan.tasks[2].deadline_raw == (
        "xong trước khai giảng năm học 2026 - 2027 (ngày 05/9/2026)"
    )


def test_what_speaks_of_work_and_gives_no_task_is_listed():
    plan = read_plan(HEAD + "II. NHIỆM VỤ\nTháng 01 1 Triển khai Văn phòng\nkế hoạch Đảng ủy\n")

    assert plan.tasks == ()
    assert [left.text for left in plan.leftovers] == [
        "II. NHIỆM VỤ",
        "Tháng 01 1 Triển khai Văn phòng",
        "kế hoạch Đảng ủy",
    ]
