"""Tables of a text whose columns stand under one another, as a PDF's layout leaves them."""

from datetime import date

import pytest

from plans.files.aligned import find_tables
from plans.files.read import read_bytes
from plans.read import read_document_plan

HEAD = """UBND XÃ MƯỜNG LA            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 05/KH-UBND              Mường La, ngày 10 tháng 01 năm 2026

                  KẾ HOẠCH
       Giảm nghèo bền vững năm 2026

Nơi nhận:                   TM. ỦY BAN NHÂN DÂN
- Lưu: VT.                  CHỦ TỊCH

PHỤ LỤC
NHIỆM VỤ GIẢM NGHÈO NĂM 2026

"""
NUMBERS_FIRST = """
STT   Nội dung nhiệm vụ               Cơ quan chủ trì     Cơ quan phối hợp    Thời gian
                                                                               hoàn thành
I.    CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH VÀ PHÂN CÔNG TRÁCH NHIỆM CỦA CÁC
      ĐƠN VỊ
1     Phân công cán bộ phụ trách      Văn phòng Đảng ủy   Các chi bộ          Trước ngày
      từng hộ nghèo, hộ cận nghèo                                             28/02/2026
2     Rà soát hộ nghèo                Phòng Kinh tế                           Hằng năm
                                        4
STT   Nội dung nhiệm vụ               Cơ quan chủ trì     Cơ quan phối hợp    Thời gian
                                                                               hoàn thành
II.   TIẾP CẬN DỊCH VỤ
3     Cấp thẻ bảo hiểm y tế cho       Phòng Văn hóa -     Bảo hiểm xã hội     Quý I/2026
      người thuộc hộ nghèo            Xã hội              khu vực
"""
NUMBERS_IN_THE_MIDDLE = """
TT    Nhiệm vụ                          Chủ trì             Phối hợp            Thời gian
1     CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH VÀ PHÂN CÔNG TRÁCH NHIỆM CỦA CÁC
      ĐƠN VỊ
      Phân công cán bộ phụ trách từng                                          Trước ngày
1.1   hộ nghèo, hộ cận nghèo trên       Văn phòng Đảng ủy   Các chi bộ
      địa bàn xã                                                               28/02/2026
1.2   Rà soát hộ nghèo                  Phòng Kinh tế                          Hằng năm
2     TIẾP CẬN DỊCH VỤ
      Cấp thẻ bảo hiểm y tế cho người   Phòng Văn hóa -     Bảo hiểm xã hội
2.1                                                                            Quý I/2026
      thuộc hộ nghèo                    Xã hội              khu vực
"""


FULL_CELLS = """
TT           Thời hạn hoàn   Tên nhiệm vụ        Đơn vị thực hiện Đơn vị phối hợp   Sản phẩm
             thành
I            DỊCH VỤ CÔNG TRỰC TUYẾN
1            Trước ngày      Rà soát, công khai Trung tâm Phục vụ Văn phòng HĐND Danh mục được
             15/02/2026      danh mục dịch vụ    hành chính công  và UBND phường niêm yết
                             công trực tuyến     phường
                             toàn trình tại nơi
                             tiếp công dân
2            Thường xuyên    Bố trí cán bộ, đoàn nt               Đoàn TNCS Hồ      Danh sách phân
                             viên hướng dẫn                       Chí Minh phường   công
                             người dân thực
                             hiện dịch vụ công
                             trực tuyến
3            Quý III/2026    Số hóa hồ sơ, kết   -nt-             Các cơ quan, đơn  Kho dữ liệu
                             quả giải quyết thủ                   vị liên quan
                             tục hành chính còn
                             hiệu lực
\fII      PHÁT TRIỂN KINH TẾ - XÃ HỘI
6       Quý IV/2026   Xây dựng mô hình Phòng Kinh tế, Hạ Công an phường;     Mô hình
                      chợ 4.0 tại chợ Phú tầng và Đô thị Ban Quản lý chợ
                      Lợi                                Phú Lợi
7       Năm 2026      Cấp thẻ căn cước    Công an phường Các khu phố; Các    Báo cáo số liệu
                      cho 100% công                      trường học          hằng tuần
                      dân đủ điều kiện
8       nt            Làm sạch dữ liệu    nt             Trung tâm Phục    Dữ liệu được làm
                      dân cư, dữ liệu                    vụ hành chính     sạch
                      hộ tịch                            công phường
"""


MONTHS_BEFORE_NUMBERS = """
Thời gian   STT   Nội dung công việc          Đơn vị chủ trì       Đơn vị phối hợp    Kết quả
Tháng 01    1     Triển khai kế hoạch công    Văn phòng Đảng ủy    Các chi bộ         Hội nghị
            2     Kiểm tra công tác chuẩn bị  Phòng Kinh tế        Công an xã         Biên bản
                  Tết cho hộ nghèo
Tháng 3     3     Tổ chức Ngày hội chuyển     Phòng Văn hóa        Đoàn Thanh niên    Ngày hội
\fThời gian   STT   Nội dung công việc          Đơn vị chủ trì       Đơn vị phối hợp    Kết quả
                  đổi số toàn xã              - Xã hội             xã
Tháng 6     4     Sơ kết 6 tháng đầu năm      Văn phòng Đảng ủy    Các chi bộ         Báo cáo
"""
DASHES_UNDER_NUMBERS = """
TT   Nhiệm vụ, giải pháp         Đơn vị chủ trì      Đơn vị phối hợp     Thời hạn
1    Phát triển làng nghề
     - Hỗ trợ đăng ký nhãn hiệu  CT: Phòng Kinh tế   Hội Nông dân xã     Quý III/2026
     tập thể
     - Mở lớp truyền nghề        Trạm Y tế xã        Các thôn            Trước 30/8/2026
2    Kiểm tra, giám sát
     - Kiểm tra kinh phí         Công an xã          Phòng Kinh tế       Tháng 11/2026
"""
LETTERS_UNDER_NUMBERS = """
TT   Nội dung nhiệm vụ           Đơn vị chủ trì      Đơn vị phối hợp     Thời gian thực hiện
I    CÔNG TÁC CHỈ ĐẠO
1    Kiện toàn tổ chức
a.   Kiện toàn Ban Chỉ đạo       Trạm Y tế xã        Phòng Kinh tế       Tháng 02/2026
     của xã
b.   Ban hành quy chế            Công an xã          Các thôn            Tháng 3/2026
2    Tổng kết năm                Trạm Y tế xã        Công an xã          20/12/2026
"""


@pytest.mark.parametrize(
    ("table", "groups", "numbers"),
    [
        pytest.param(NUMBERS_FIRST, ["I", "I", "II"], ["1", "2", "3"], id="numbers-first"),
        pytest.param(
            NUMBERS_IN_THE_MIDDLE,
            ["1", "1", "2"],
            ["1.1", "1.2", "2.1"],
            id="numbers-in-the-middle",
        ),
    ],
)
def test_a_row_is_read_from_the_places_of_its_cells(table, groups, numbers):
    plan = read_document_plan(read_bytes((HEAD + table).encode(), "ke-hoach.txt"))

    assert [(task.group, task.no) for task in plan.tasks] == list(zip(groups, numbers, strict=True))
    assert [(task.lead, task.coordinating, task.deadline.due) for task in plan.tasks] == [
        (("Văn phòng Đảng ủy",), ("Các chi bộ",), date(2026, 2, 27)),
        (("Phòng Kinh tế",), (), date(2026, 12, 31)),
        (("Phòng Văn hóa - Xã hội",), ("Bảo hiểm xã hội khu vực",), date(2026, 3, 31)),
    ]
    assert plan.tasks[0].content.startswith("Phân công cán bộ phụ trách từng hộ nghèo, hộ cận")
    assert plan.tasks[0].group_title.endswith("CỦA CÁC ĐƠN VỊ")
    assert plan.leftovers == ()


def test_lines_of_a_scan_with_one_space_between_words_are_no_table():
    scan = "\n".join(" ".join(line.split()) for line in NUMBERS_FIRST.split("\n"))

    document = read_bytes((HEAD + scan).encode(), "ke-hoach.txt")

    assert all(not hasattr(block, "rows") for block in document.blocks)


def test_cells_that_fill_their_columns_are_parted_by_the_other_lines_and_their_words():
    """One space is left between them, and each page has its columns at other places."""
    plan = read_document_plan(read_bytes((HEAD + FULL_CELLS).encode(), "ke-hoach.txt"))

    centre = ("Trung tâm Phục vụ hành chính công phường",)
    assert [(task.lead, task.coordinating, task.product) for task in plan.tasks] == [
        (centre, ("Văn phòng HĐND và UBND phường",), "Danh mục được niêm yết"),
        (centre, ("Đoàn TNCS Hồ Chí Minh phường",), "Danh sách phân công"),
        (centre, ("Các cơ quan, đơn vị liên quan",), "Kho dữ liệu"),
        (
            ("Phòng Kinh tế, Hạ tầng và Đô thị",),
            ("Công an phường", "Ban Quản lý chợ Phú Lợi"),
            "Mô hình",
        ),
        (("Công an phường",), ("Các khu phố", "Các trường học"), "Báo cáo số liệu hằng tuần"),
        (("Công an phường",), centre, "Dữ liệu được làm sạch"),
    ]
    assert plan.tasks[3].content == "Xây dựng mô hình chợ 4.0 tại chợ Phú Lợi"
    assert plan.tasks[4].deadline.due == date(2026, 12, 31)


def test_a_month_left_of_the_numbers_is_the_time_of_its_rows():
    """It is printed once over them, and a page's end may cut a row in two."""
    plan = read_document_plan(read_bytes((HEAD + MONTHS_BEFORE_NUMBERS).encode(), "ke-hoach.txt"))

    assert [(task.no, task.lead, task.deadline.due) for task in plan.tasks] == [
        ("1", ("Văn phòng Đảng ủy",), date(2026, 1, 31)),
        ("2", ("Phòng Kinh tế",), date(2026, 1, 31)),
        ("3", ("Phòng Văn hóa - Xã hội",), date(2026, 3, 31)),
        ("4", ("Văn phòng Đảng ủy",), date(2026, 6, 30)),
    ]
    assert plan.tasks[2].content == "Tổ chức Ngày hội chuyển đổi số toàn xã"


def test_a_number_over_lettered_rows_is_their_heading():
    plan = read_document_plan(read_bytes((HEAD + LETTERS_UNDER_NUMBERS).encode(), "ke-hoach.txt"))

    assert [(task.group, task.group_title, task.no) for task in plan.tasks] == [
        ("1", "Kiện toàn tổ chức", "a"),
        ("1", "Kiện toàn tổ chức", "b"),
        ("I", "CÔNG TÁC CHỈ ĐẠO", "2"),
    ]
    assert plan.tasks[0].content == "Kiện toàn Ban Chỉ đạo của xã"


def test_dash_rows_with_cells_of_their_own_are_tasks_under_their_number():
    plan = read_document_plan(read_bytes((HEAD + DASHES_UNDER_NUMBERS).encode(), "ke-hoach.txt"))

    assert [(task.no, task.sub, task.parent_content, task.deadline.due) for task in plan.tasks] == [
        ("1", 1, "Phát triển làng nghề", date(2026, 9, 30)),
        ("1", 2, "Phát triển làng nghề", date(2026, 8, 29)),
        ("2", 1, "Kiểm tra, giám sát", date(2026, 11, 30)),
    ]
    assert plan.tasks[0].content == "Hỗ trợ đăng ký nhãn hiệu tập thể"
    assert plan.tasks[0].lead == ("Phòng Kinh tế",)


def test_rows_without_numbers_begin_where_their_cells_do():
    table = """
Thời gian     Nội dung công việc                        Người, bộ phận      Phối hợp
                                                        thực hiện
Tháng         Tổ chức lễ khai giảng năm học 2025-       Đoàn - Đội          Ban đại diện
9/2025        2026                                                          cha mẹ học sinh
              Hoàn thiện hồ sơ, kế hoạch giáo dục       Ban Giám hiệu       Các tổ chuyên
              của nhà trường                                                môn
Tháng         Tổ chức hội giảng chào mừng ngày          Tổ Khoa học xã      Công đoàn
11/2025       Nhà giáo Việt Nam 20/11                   hội
C. TỔ CHỨC THỰC HIỆN
Các bộ phận báo cáo kết quả thực hiện trước ngày 25 hằng tháng.
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [
        (row.content, *row.lead, *row.coordinating, row.deadline_text) for row in plan.tasks
    ] == [
        (
            "Tổ chức lễ khai giảng năm học 2025-2026",
            "Đoàn - Đội",
            "Ban đại diện cha mẹ học sinh",
            "Tháng 9/2025",
        ),
        (
            "Hoàn thiện hồ sơ, kế hoạch giáo dục của nhà trường",
            "Ban Giám hiệu",
            "Các tổ chuyên môn",
            "Tháng 9/2025",
        ),
        (
            "Tổ chức hội giảng chào mừng ngày Nhà giáo Việt Nam 20/11",
            "Tổ Khoa học xã hội",
            "Công đoàn",
            "Tháng 11/2025",
        ),
    ]


def test_centred_cells_stand_evenly_about_their_numbers():
    table = """
                                         TRÁCH NHIỆM THỰC                      GHI
STT NỘI DUNG CÔNG VIỆC                                            THỜI GIAN
                                               HIỆN                            CHÚ
                                        Chủ trì: Công an phường
      Xây dựng 15 tổ liên gia an toàn
                                       Phối hợp: Đoàn Thanh niên
 1    phòng cháy; 10 điểm chữa cháy                               Quý I/2026
                                      phường, Hội Cựu chiến binh
      công cộng
                                                phường
                                        Chủ trì: Phòng Kinh tế, Hạ
      Kiểm tra an toàn điện sau              tầng và Đô thị       Tháng 4 đến
 2
      công tơ tại nhà trọ                Phối hợp: Điện lực Bình  tháng 6/2026
                                         Chánh, Công an phường
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [(row.no, row.lead, row.coordinating, row.deadline_text) for row in plan.tasks] == [
        (
            "1",
            ("Công an phường",),
            ("Đoàn Thanh niên phường", "Hội Cựu chiến binh phường"),
            "Quý I/2026",
        ),
        (
            "2",
            ("Phòng Kinh tế, Hạ tầng và Đô thị",),
            ("Điện lực Bình Chánh", "Công an phường"),
            "Tháng 4 đến tháng 6/2026",
        ),
    ]


def test_a_vision_far_ahead_is_a_column_and_a_unit_beside_a_full_name_its_own_cell():
    table = """
TT            Chỉ tiêu            Đơn vị         Mục tiêu         Cơ quan chủ
                                   tính     Năm Năm        Tầm     trì theo dõi
                                            2025   2030    nhìn
                                                           2045
I    KHOA HỌC, CÔNG NGHỆ VÀ ĐỔI MỚI SÁNG TẠO
1    Tỷ lệ chi cho nghiên cứu và    %       1,0    2       3      Sở Khoa học
     phát triển trên GRDP                                         và Công nghệ
2    Tỷ lệ hồ sơ thủ tục hành chính %       70     90      100    Sở Tài chính
     được xử lý trực tuyến
3    Nhân lực nghiên cứu khoa học   Người   9      12      20     Sở Nội vụ
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [
        (row.name, row.unit, [(year, target.value) for year, target in row.targets])
        for row in plan.indicators
    ] == [
        (
            "Tỷ lệ chi cho nghiên cứu và phát triển trên GRDP",
            "%",
            [("2025", 1), ("2030", 2), ("2045", 3)],
        ),
        (
            "Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến",
            "%",
            [("2025", 70), ("2030", 90), ("2045", 100)],
        ),
        ("Nhân lực nghiên cứu khoa học", "Người", [("2025", 9), ("2030", 12), ("2045", 20)]),
    ]


def test_years_under_one_head_are_columns_of_their_own():
    table = """
TT    Nội dung chỉ tiêu           ĐVT     Hiện trạng   Mục tiêu
                                          năm 2025     Năm      Năm
                                                       2026     2030
1     Tỷ lệ đường thôn, bản       %       68           75       100
      được cứng hóa
2     Số sản phẩm OCOP            Sản     1            2        5
                                  phẩm
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [
        (row.name, [(year, target.value) for year, target in row.targets])
        for row in plan.indicators
    ] == [
        ("Tỷ lệ đường thôn, bản được cứng hóa", [("2026", 75), ("2030", 100)]),
        ("Số sản phẩm OCOP", [("2026", 2), ("2030", 5)]),
    ]


NARROW_LAST = """
TT     Thời gian          Nội dung công việc         Cơ quan       Cơ quan        Căn
                                                     thực hiện     phối hợp        cứ
                                                                                  Luật
                                                                                  Bầu
                                                                                   cử
1    Chậm nhất ngày Thành lập Ủy ban bầu cử        UBND phường Thường trực       Điều
     30/11/2025        phường                                    HĐND            22
                                                                 phường; Ban
                                                                 Chỉ huy
2    Tháng 02/2026     Kiểm tra công tác chuẩn bị Ủy ban bầu cử Ban Thường
                       bầu cử, giám sát của Ủy     phường        trực Ủy ban
TT     Thời gian          Nội dung công việc         Cơ quan       Cơ quan        Căn
                                                     thực hiện     phối hợp        cứ
                                                                                  Luật
                                                                                  Bầu
                                                                                   cử
                       ban bầu cử                                MTTQ Việt
                                                                 Nam phường
3    Ngày 15/3/2026    Tổ chức ngày bầu cử tại     Các Tổ bầu    Công an         Điều
                       các khu vực bỏ phiếu        cử            phường; Trạm    69
                                                                 Y tế
"""
SIGN_PARTED = """
ST              Hoạt động             Lãnh đạo   Khoa/phòng chịu  Khoa/phòng phối  Thời gian thực
T                                     phụ trách  trách nhiệm      hợp              hiện
I     Chỉ đạo
1     Kiện toàn Ban Chỉ đạo, tiểu     Giám đốc   Phòng Kế hoạch   Phòng Tổ chức    15/5/2026
      ban điều trị                               tổng hợp         cán bộ
2     Phun hóa chất diệt muỗi chủ     -nt-       Khoa Kiểm soát   Khoa Dược        Tháng 6/2026
ST              Hoạt động             Lãnh đạo   Khoa/phòng chịu  Khoa/phòng phối  Thời gian thực
T                                     phụ trách  trách nhiệm      hợp              hiện
      động trong khuôn viên                      nhiễm khuẩn
3     Sơ kết công tác phòng, chống    Giám đốc   Phòng Kế hoạch   Các khoa, phòng  31/12/2026
      dịch                                       tổng hợp
"""


HELPERS_CUT = """
TT            Nội dung                Chủ trì          Phối hợp          Sản phẩm     Thời gian
                                                                                       thực hiện
1     Tổng rà soát nhà trọ có    Công an          Phòng Kinh tế     Danh sách      30/6/2026
      nguy cơ cháy               phường
2     Thành lập Tổ liên gia an   Công an          Ban bảo vệ dân    Quyết định     31/5/2026
      toàn chữa cháy             phường           phố;              thành lập
TT            Nội dung                Chủ trì          Phối hợp          Sản phẩm     Thời gian
                                                                                       thực hiện
                                                  Hội Nông dân
                                                  phường
3     Lắp đặt trụ nước, điểm     Phòng Kinh       Công an           36 điểm        Hoàn thành
      chữa cháy công cộng        tế, Hạ tầng và   phường            chữa cháy      trong Quý
      trong ngõ                  Đô thị                                            III năm
                                                                                   2026
4     Bố trí kinh phí mua sắm    Văn phòng        Phòng Tài chính   Quyết định     Trước
      bình chữa cháy             HĐND và                            phân bổ        15/4/2026
                                 UBND
                                 phường
"""


COLUMNS_NUMBERED = """
TT     Nhiệm vụ, giải pháp          Cơ quan         Cơ quan          Sản phẩm       Thời hạn
                                    chủ trì         phối hợp
(1)            (2)                    (3)             (4)              (5)            (6)
1    Chuyển giao nhiệm vụ tiếp      Văn phòng       Bưu điện tỉnh    Phương án      Tháng
     nhận hồ sơ cho bưu chính       UBND tỉnh                                       5/2026
2    Luân chuyển công chức tại      Sở Nội vụ       Các xã           Quyết định     Quý II/2026
     bộ phận một cửa
"""


HEADED_BY_NUMBERS = """
TT       Nội dung công việc        Cơ quan, đơn vị thực      Sản phẩm        Thời gian
                                            hiện                             hoàn thành
                                  1. Trước mùa mưa bão
1.1   Rà soát hộ có nguy cơ sạt    Chủ trì: Phòng Văn hóa    Phương án di    30/5/2026
      lở, lập phương án            - Xã hội                  dời
                                   Phối hợp: Công an xã
                                    2. Sau thiên tai
2.1   Thống kê thiệt hại, đề nghị  Chủ trì: Phòng Kinh tế    Báo cáo         15/12/2026
      hỗ trợ
"""


CENTRED_MONTHS = """
Số          Nội dung hoạt động           Thời gian            Ban, đơn vị      Ban, đơn vị
TT                                       thực hiện             phụ trách        phối hợp
                                     THÁNG 3/2026
1    Tổ chức họp mặt kỷ niệm Ngày        Trước ngày           Ban Tuyên giáo   Văn phòng Hội
     Quốc tế Phụ nữ và phát động tuần 08/3/2026
     lễ Áo dài
2    Khảo sát nhu cầu khởi nghiệp của  31/3/2026              Ban Tổ chức      Ban Tuyên giáo
     hội viên tại 15 xã
                                         QUÝ III/2026
3    Sơ kết phong trào thi đua, bình xét     Chậm nhất        Ban Tuyên giáo   Ban Tổ chức
     tập thể tiêu biểu                       25/9/202
                                             6
"""


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        pytest.param(
            HEADED_BY_NUMBERS,
            [
                (
                    "Rà soát hộ có nguy cơ sạt lở, lập phương án",
                    "Phòng Văn hóa - Xã hội",
                    "2026-05-30",
                ),
                ("Thống kê thiệt hại, đề nghị hỗ trợ", "Phòng Kinh tế", "2026-12-15"),
            ],
            id="numbered-headings-and-a-name-cut-at-its-dash",
        ),
        pytest.param(
            COLUMNS_NUMBERED,
            [
                (
                    "Chuyển giao nhiệm vụ tiếp nhận hồ sơ cho bưu chính",
                    "Văn phòng UBND tỉnh",
                    "2026-05-31",
                ),
                ("Luân chuyển công chức tại bộ phận một cửa", "Sở Nội vụ", "2026-06-30"),
            ],
            id="columns-that-are-numbered",
        ),
        pytest.param(
            HELPERS_CUT,
            [
                ("Tổng rà soát nhà trọ có nguy cơ cháy", "Công an phường", "2026-06-30"),
                ("Thành lập Tổ liên gia an toàn chữa cháy", "Công an phường", "2026-05-31"),
                (
                    "Lắp đặt trụ nước, điểm chữa cháy công cộng trong ngõ",
                    "Phòng Kinh tế, Hạ tầng và Đô thị",
                    "2026-09-30",
                ),
                (
                    "Bố trí kinh phí mua sắm bình chữa cháy",
                    "Văn phòng HĐND và UBND phường",
                    "2026-04-14",
                ),
            ],
            id="who-helps-goes-on-overleaf",
        ),
        pytest.param(
            CENTRED_MONTHS,
            [
                (
                    "Tổ chức họp mặt kỷ niệm Ngày Quốc tế Phụ nữ và phát động tuần lễ Áo dài",
                    "Ban Tuyên giáo",
                    "2026-03-07",
                ),
                (
                    "Khảo sát nhu cầu khởi nghiệp của hội viên tại 15 xã",
                    "Ban Tổ chức",
                    "2026-03-31",
                ),
                (
                    "Sơ kết phong trào thi đua, bình xét tập thể tiêu biểu",
                    "Ban Tuyên giáo",
                    "2026-09-25",
                ),
            ],
            id="headings-in-the-middle-and-full-cells",
        ),
        pytest.param(
            NARROW_LAST,
            [
                ("Thành lập Ủy ban bầu cử phường", "Ủy ban nhân dân phường", "2025-11-30"),
                (
                    "Kiểm tra công tác chuẩn bị bầu cử, giám sát của Ủy ban bầu cử",
                    "Ủy ban bầu cử phường",
                    "2026-02-28",
                ),
                (
                    "Tổ chức ngày bầu cử tại các khu vực bỏ phiếu",
                    "Các Tổ bầu cử",
                    "2026-03-15",
                ),
            ],
            id="a-syllable-a-line",
        ),
        pytest.param(
            SIGN_PARTED,
            [
                (
                    "Kiện toàn Ban Chỉ đạo, tiểu ban điều trị",
                    "Phòng Kế hoạch tổng hợp",
                    "2026-05-15",
                ),
                (
                    "Phun hóa chất diệt muỗi chủ động trong khuôn viên",
                    "Khoa Kiểm soát nhiễm khuẩn",
                    "2026-06-30",
                ),
                ("Sơ kết công tác phòng, chống dịch", "Phòng Kế hoạch tổng hợp", "2026-12-31"),
            ],
            id="words-that-no-other-header-has",
        ),
    ],
)
def test_a_header_of_a_new_page_takes_nothing_of_the_row_it_cuts(table, wanted):
    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [(row.content, *row.lead, str(row.deadline.due)) for row in plan.tasks] == wanted


def test_a_head_stands_over_those_whose_middle_it_is_nearest():
    years = """
STT         Chỉ tiêu         ĐVT     Thực hiện            Kế hoạch             Đơn vị chủ trì
                                      năm 2025   2026     2027      2028          theo dõi
 1    Lao động có chứng chỉ  %         29,8      31,5    33        35          Phòng Giáo dục
      hoặc bằng cấp                                                            nghề nghiệp
 2    Người học nghề cả năm  Người   17.650    18.000    18.500    19.200      Phòng Giáo dục
                                                                               nghề nghiệp
 3    Việc làm mới tạo ra    Người   21.700    22.000    22.500    23.000      Phòng Lao động -
                                                                               Việc làm
 4    Có việc làm sau khi    %         83      ≥ 85      ≥ 87      ≥ 90        Trường Cao đẳng
      tốt nghiệp                                                               Kỹ thuật tỉnh
"""

    ((_, table),) = find_tables(years.split("\n"))

    assert [cell.text for cell in table.rows[0].cells[3:]] == [
        "Thực hiện năm 2025",
        "Kế hoạch 2026",
        "Kế hoạch 2027",
        "Kế hoạch 2028",
        "Đơn vị chủ trì theo dõi",
    ]


def test_the_numbers_of_columns_are_under_no_head_of_several():
    plan = read_document_plan(read_bytes(f"{HEAD}{COLUMNS_NUMBERED}".encode(), "ke-hoach.txt"))

    assert [task.coordinating for task in plan.tasks] == [("Bưu điện tỉnh",), ("Các xã",)]


def test_a_short_cell_stands_far_from_the_middle_of_its_head_and_a_note_says_who_it_is():
    table = """
TT            Nội dung nhiệm vụ                     Đơn vị thực hiện       Thời gian thực hiện
                                                  Chủ trì     Phối hợp    Bắt đầu    Hoàn thành
 I    HẠ TẦNG SỐ
 1    Khảo sát, lắp đặt bổ sung điểm truy    VHXH          VP; TCN       Tháng        Tháng
      cập wifi miễn phí tại nhà văn hóa                                  3/2026       8/2026
1.1   Nâng cấp đường truyền, thiết bị họp    VP            VHXH          Tháng        Tháng
      trực tuyến tại trụ sở                                              4/2026       6/2026
1.1.a Rà soát, thay thế máy tính cá nhân     VP            VHXH          15/3/2026    30/5/2026
2     Số hóa kết quả giải quyết thủ tục      VHXH          VP            Quý I/2026   Quý
      hành chính còn hiệu lực                                                         IV/2026
Ghi chú: VP: Văn phòng Đảng ủy; VHXH: Phòng Văn hóa - Xã hội; TCN: Các tổ công nghệ số.
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [
        (task.no, *task.lead, task.coordinating, str(task.deadline.due)) for task in plan.tasks
    ] == [
        (
            "1",
            "Phòng Văn hóa - Xã hội",
            ("Văn phòng Đảng ủy", "Các tổ công nghệ số"),
            "2026-08-31",
        ),
        ("1.1", "Văn phòng Đảng ủy", ("Phòng Văn hóa - Xã hội",), "2026-06-30"),
        ("1.1.a", "Văn phòng Đảng ủy", ("Phòng Văn hóa - Xã hội",), "2026-05-30"),
        ("2", "Phòng Văn hóa - Xã hội", ("Văn phòng Đảng ủy",), "2026-12-31"),
    ]


def test_no_cell_ends_with_the_first_word_of_an_agency():
    table = """
STT           Nội dung công việc                            Phòng, đơn vị chủ   Phòng, đơn vị       Thời gian
                                                                    trì         phối hợp
 1    Kiểm tra hiện trạng 42 hồ chứa trước mùa mưa Phòng Quản lý công         Trạm Quản lý thủy   30/4/2026
      bão năm 2026                                        trình               nông số 1
 2    Kiểm tra, xử lý vi phạm phạm vi bảo vệ công         Thanh tra Chi cục   Phòng Quản lý công  30/6/2026
      trình thủy lợi                                                          trình
 3    Tổ chức trực ban 24/24 giờ trong mùa mưa bão, Phòng Phòng, chống        Phòng Hành chính -  30/11/2026
      gồm các ngày nghỉ                                   thiên tai           Tổng hợp
"""  # noqa: E501

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [(task.content, *task.lead) for task in plan.tasks] == [
        (
            "Kiểm tra hiện trạng 42 hồ chứa trước mùa mưa bão năm 2026",
            "Phòng Quản lý công trình",
        ),
        (
            "Kiểm tra, xử lý vi phạm phạm vi bảo vệ công trình thủy lợi",
            "Thanh tra Chi cục",
        ),
        (
            "Tổ chức trực ban 24/24 giờ trong mùa mưa bão, gồm các ngày nghỉ",
            "Phòng Phòng, chống thiên tai",
        ),
    ]


def test_a_sign_cut_in_two_takes_its_header_on_and_gives_no_row_of_its_own():
    header = """
ST   Nhiệm vụ               Lãnh đạo   Cơ quan tham mưu,   Cơ quan phối hợp   Kết quả    Thời hạn
T                           UBND phụ       thực hiện
                              trách
"""
    table = f"""{header}
1    Tiếp công dân          Đ/c Chủ    Văn phòng HĐND      Các tổ dân phố     Sổ tiếp    Thường
     định kỳ                tịch       và UBND                                công dân   xuyên
2    Bố trí quầy hỗ trợ                Trung tâm Phục vụ   Công an phường     Quầy       01/4/2026
     người cao tuổi                    hành chính công                        hỗ trợ
{header}
                                       phường
"""

    plan = read_document_plan(read_bytes(f"{HEAD}{table}".encode(), "ke-hoach.txt"))

    assert [(task.no, *task.lead) for task in plan.tasks] == [
        ("1", "Văn phòng HĐND và UBND"),
        ("2", "Trung tâm Phục vụ hành chính công phường"),
    ]
