"""Small plans whose tasks are sentences, in wordings that none of the known plans has."""

from datetime import date

import pytest

from db.enums import DeadlineKind
from plans.read import read_plan
from tests.plans.unseen import HEAD, read_rows

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
CLOSED_BY_BRACKETS = """II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Chuẩn bị cơ sở vật chất
- Sửa bếp ăn (một chiều) tại trường (hoàn thành trước ngày 20/8/2026; giao Tổ Hành chính - Bán
trú chủ trì, phối hợp với Trạm Y tế xã).
- Lắp đặt camera tại khu sơ chế (giao Liên đội chủ trì; hoàn thành trong tháng 8/2026).
- Dọn vệ sinh sân trường.
2. An toàn thực phẩm
a) Ký hợp đồng cung cấp thực phẩm (Bộ phận Kế toán chủ trì, trước ngày 25/8/2026).
b) Lưu mẫu thức ăn (thực hiện hằng ngày; do Trạm Y tế xã thực hiện).
III. TỔ CHỨC THỰC HIỆN
"""
NAMED_IN_BRACKETS = """II. NHIỆM VỤ TRỌNG TÂM
Chi bộ tập trung thực hiện các nhiệm vụ trọng tâm sau:
- Quán triệt Nghị quyết đến đảng viên (đồng chí Bí thư Chi bộ chủ trì; trong tháng 9/2025);
- Lập chuyên mục chuyển đổi số trên trang thông tin điện tử (Văn phòng Sở);
- Cài chữ ký số cho lãnh đạo phòng (Trung tâm Công nghệ thông tin; quý IV/2025);
- Phát động phong trào học vụ số (Công đoàn cơ sở phối hợp với Đoàn Thanh niên).
III. TỔ CHỨC THỰC HIỆN
"""
GIVEN_BY_ARTICLES = """Điều 1. Triển khai phần mềm một cửa điện tử từ ngày 01/9/2025.
Điều 2. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã và các đơn vị liên quan tổ chức tập
huấn cho công chức, hoàn thành trước ngày 25/8/2025.
Điều 3. Sở Tài chính chủ trì, phối hợp với Sở Khoa học và Công nghệ cân đối kinh phí năm 2026.
Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị chịu trách nhiệm thi hành.
"""
OBLIGED = """Điều 2. Tổ chức thực hiện
1. Giao Phòng Kinh tế bố trí kinh phí mua sắm thiết bị trong tháng 8/2025.
2. Sở Nội vụ có trách nhiệm tổ chức đào tạo kỹ năng số cho cán bộ, hoàn thành trong năm 2026.
3. Trung tâm Công nghệ thông tin vận hành hệ thống, hoàn thành trong quý IV/2025.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
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
GIVEN = """III- NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Hoàn thiện cơ chế, chính sách
Giao Phòng Kinh tế chủ trì, phối hợp với Công ty Điện lực khu vực, các thôn xóa các vùng lõm sóng;
hoàn thành trong quý II/2026.
Giao Công an xã chủ trì mở lớp bồi dưỡng kỹ năng số; hoàn thành chậm nhất ngày 15/11/2026.
2. Bảo đảm kinh phí
Giao Phòng Văn hóa - Xã hội tham mưu bố trí kinh phí; trình trước ngày 01/12 hằng năm.
IV- TỔ CHỨC THỰC HIỆN
"""
GIVEN_BY_LETTERS = """II. NHIỆM VỤ
a) Giao Ban Tuyên giáo mở chuyên mục Tháng Công nhân, trước ngày 25/4/2026.
b) Giao Văn phòng Liên đoàn Lao động tỉnh chuẩn bị hội nghị gặp mặt, biểu dương công nhân giỏi,
xong trước ngày 10/5/2026.
c) Giao Ban Tài chính hướng dẫn chi hỗ trợ đoàn viên khó khăn, hoàn thành trong tháng 4/2026.
III. TỔ CHỨC THỰC HIỆN
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

CONCLUSIONS = """Sau khi nghe các đơn vị báo cáo, đồng chí Trưởng Ban kết luận như sau:
1. Giao Phòng Kinh tế chủ trì, phối hợp với Trung tâm Phát triển quỹ đất, Công an xã hoàn thành
kiểm đếm 47 hộ còn lại trước ngày 28/02/2026.
2. Yêu cầu Trung tâm Phát triển quỹ đất niêm yết phương án đợt 3, chậm nhất ngày 10/3/2026.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội vận động
nhân dân bàn giao mặt bằng; thực hiện thường xuyên.
4. Phòng Kinh tế khẩn trương hoàn thiện khu tái định cư trong quý II/2026.
5. Trước ngày 30/4/2026, Công an xã lập phương án bảo vệ cưỡng chế.
Trên đây là kết luận của đồng chí Trưởng Ban, Văn phòng thông báo để các đơn vị thực hiện./.
"""

CLOSED_BY_LABELS = """II. NỘI DUNG THỰC HIỆN
1. Tổ chức Ngày hội Đại đoàn kết tại 09 thôn. Đơn vị chủ trì: Công an xã; phối hợp: Các thôn; thời
gian: trước ngày 18/11/2026.
2. Tu bổ đài tưởng niệm liệt sĩ. Đơn vị chủ trì: Phòng Kinh tế; thời gian: tháng 7/2026.
3. Thăm, tặng quà gia đình chính sách. Đơn vị chủ trì: Trạm Y tế xã; thời gian: 31/01/2026.
III. TỔ CHỨC THỰC HIỆN
"""


NAMED_BEFORE_COLONS = """II. NHIỆM VỤ TRONG TUẦN TỚI
1. Uỷ ban nhân dân xã: Tập trung chỉ đạo thu gom rác thải; báo cáo trước ngày 15/10/2025.
2. Ban Xây dựng Đảng: Tham mưu kế hoạch rà soát hồ sơ đảng viên; hoàn thành trong tháng 11/2025.
3. Các thôn: Theo dõi, đôn đốc hộ dân nộp phí.
Nơi nhận:
"""


LABELS_UNDER_ANY_TITLE = """I. MỤC ĐÍCH
1. Bảo đảm trẻ em được bơi an toàn.
II. CÁC HOẠT ĐỘNG
1. Mở lớp dạy bơi
a) Nội dung: Dạy bơi cho học sinh lớp 4, lớp 5.
b) Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
c) Đơn vị phối hợp: Các trường học; Công an xã.
d) Thời gian thực hiện: Tháng 6/2026.
2. Cắm biển cảnh báo
a) Đơn vị chủ trì: Phòng Kinh tế.
b) Thời gian hoàn thành: Trước ngày 15/4/2026.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp.
"""
LABELS_WITH_NUMBERS = """II. NỘI DUNG
1. Khám sức khỏe
1.1. Nội dung: Khám sàng lọc cho người cao tuổi.
1.2. Đơn vị thực hiện: Trạm Y tế xã.
1.3. Thời gian: Tháng 4/2026.
2. Thăm hỏi, tặng quà
2.1. Nội dung
- Tặng quà hộ nghèo.
- Thăm người có công.
2.2. Đơn vị thực hiện: Phòng Văn hóa - Xã hội.
2.3. Thời gian: Trước ngày 10/02/2026.
III. TỔ CHỨC THỰC HIỆN
"""
LABELS_THAT_HEAD_LISTS = """I. CÔNG TÁC CHUẨN BỊ
1. Nội dung, biện pháp
a) Kiểm tra đê, kè;
b) Dự trữ vật tư cho các thôn
ven sông.
2. Cơ quan chủ trì, phối hợp
a) Cơ quan chủ trì
- Phòng Kinh tế.
- Ban Chỉ huy Quân sự xã.
b) Cơ quan phối hợp: Công an xã.
3. Thời gian thực hiện: Tháng 5/2026 và rà soát thường xuyên.
II. CÔNG TÁC ỨNG PHÓ
1. Nội dung
- Sơ tán dân.
2. Chủ trì thực hiện
- Công an xã.
3. Thời gian thực hiện: Tháng 7, 8/2026.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: theo dõi.
"""


LETTERS_THAT_NAME_AGENCIES = """II. PHÂN CÔNG NHIỆM VỤ
1. Công tác chung
- Đảng ủy xã phối hợp với Công an xã tổ chức học tập, quán triệt.
2. Nhiệm vụ cụ thể
2.1. Các chi bộ, tổ đảng theo chức năng thực hiện các nhiệm vụ sau:
a) Tổ đảng ở Hội đồng nhân dân xã
- Chủ trì thẩm tra dự thảo nghị quyết, hoàn thành trong tháng 11/2025.
- Giám sát việc thực hiện.
b) Đảng ủy Công an xã
- Phối hợp bảo đảm an ninh mạng.
III. TỔ CHỨC THỰC HIỆN
"""


LISTS_AND_SENTENCES = """1. Giao Đảng ủy các cơ quan Đảng lãnh đạo, chỉ đạo:
- Khẩn trương hoàn thiện quy chế làm việc.
- Đảng ủy Sở Nội vụ chủ trì, phối hợp với Công an tỉnh số hóa tài liệu, xong trong tháng 9/2025.
2. Ban Tổ chức Tỉnh ủy chủ trì hướng dẫn chỉ định cấp ủy, hoàn thành trước ngày 15/9/2025.
3. Các tỉnh ủy, thành ủy lãnh đạo, chỉ đạo sắp xếp thôn, hạn 30/10/2025.
4. Phòng Đào tạo và Công tác sinh viên: lập danh sách xét học bổng.
Nơi nhận:
"""


ENCLOSED = """Nơi nhận:
- Như Điều 3;
KT. CHỦ TỊCH
KẾ HOẠCH
Triển khai thi hành Luật Đường bộ
(Kèm theo Quyết định số 45/QĐ-UBND ngày 12 tháng 8 năm 2025 của Ủy ban nhân dân xã)
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Xác định rõ việc, rõ thời hạn.
II. NỘI DUNG
1. Phổ biến Luật
a) Cơ quan thực hiện: Phòng Văn hóa - Xã hội, Đài Truyền thanh xã.
b) Thời gian thực hiện: Tháng 9/2025.
2. Rà soát văn bản
a) Nội dung: Rà soát văn bản của xã.
b) Cơ quan thực hiện:
- Phòng Kinh tế:
+ Rà soát quyết định;
+ Kiến nghị bãi bỏ.
- Công an xã:
+ Tổng hợp kết quả.
c) Thời gian thực hiện: Quý IV/2025.
3. Xây dựng văn bản
a) Xây dựng quy chế quản lý đường thôn.
- Cơ quan chủ trì: Phòng Kinh tế (chịu trách nhiệm về kỹ thuật).
- Thời hạn trình: Tháng 10/2025.
b) Xây dựng phương án tuần tra.
- Cơ quan chủ trì: Công an xã.
- Thời hạn trình: Tháng 11/2025.
III. KINH PHÍ THỰC HIỆN
1. Ngân sách xã bảo đảm kinh phí.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi, đôn đốc.
"""
CARRIED_OUT_BY_LETTERS = """III. NHIỆM VỤ VÀ GIẢI PHÁP
1. Phát triển hạ tầng
a) Kết nối, chia sẻ hạ tầng dùng chung.
V. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
a) Làm đầu mối tổng hợp kết quả.
b) Chủ trì xây dựng bộ chỉ số.
2. Công an xã
Chủ trì hướng dẫn việc kết nối dữ liệu của các thôn.
3. Các trường học
a) Định kỳ hằng năm gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 30 tháng 11 để tổng hợp.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""


NUMBERED_AS_THE_PARTY_DOES = """III- NHIỆM VỤ, GIẢI PHÁP
1- Về kinh tế
1.1- Lập Đề án trồng cây ăn quả (Đảng ủy UBND xã chủ trì; thời gian: quý II/2026).
1.2- Cải tạo chợ (Phòng Kinh tế chủ trì, Hội Nông dân xã phối hợp; thời gian: 2026 - 2028).
2- Về văn hóa
2.1- Nâng cấp thư viện xã (Phòng Văn hóa - Xã hội chủ trì; thời gian: tháng 3/2026).
IV- TỔ CHỨC THỰC HIỆN
"""
ORDERS_TO_OFFICES_AND_THEIR_HEADS = """Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Giám đốc Sở Y tế
a) Quán triệt Chỉ thị này trong tháng 9/2025.
2. Sở Tài chính tham mưu bố trí kinh phí theo quy định.
3. Bộ trưởng Bộ Công Thương chỉ đạo bảo đảm an toàn hồ đập thủy điện.
4. Báo và Phát thanh, Truyền hình tỉnh tăng thời lượng tuyên truyền.
Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này.
Nơi nhận:
"""


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
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
            LAST_PART,
            [
                ("1", "1", "Kiểm", ["Công an xã"], [], date(2026, 4, 29)),
                ("1", "2", "Thực", ["Công an xã"], [], date(2026, 9, 30)),
                ("2", "3", "Tham", ["Phòng Kinh tế"], [], date(2026, 3, 31)),
            ],
            id="work-in-the-last-part-above-whom-it-goes-to",
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
            LABELS_UNDER_ANY_TITLE,
            [
                (
                    *("", "1", "Mở", ["Phòng Văn hóa - Xã hội"]),
                    *(["Các trường học", "Công an xã"], date(2026, 6, 30)),
                ),
                ("", "2", "Cắm", ["Phòng Kinh tế"], [], date(2026, 4, 14)),
            ],
            id="labels-under-any-title",
        ),
        pytest.param(
            LABELS_WITH_NUMBERS,
            [
                ("1", "1.1", "Khám", ["Trạm Y tế xã"], [], date(2026, 4, 30)),
                ("2", "2.1", "Tặng", ["Phòng Văn hóa - Xã hội"], [], date(2026, 2, 9)),
                ("2", "2.2", "Thăm", ["Phòng Văn hóa - Xã hội"], [], date(2026, 2, 9)),
            ],
            id="labels-with-numbers-of-their-own",
        ),
        pytest.param(
            LABELS_THAT_HEAD_LISTS,
            [
                (
                    *("I", "1", "Kiểm", ["Phòng Kinh tế", "Ban Chỉ huy Quân sự xã"]),
                    *(["Công an xã"], date(2026, 5, 31)),
                ),
                (
                    *("I", "2", "Dự", ["Phòng Kinh tế", "Ban Chỉ huy Quân sự xã"]),
                    *(["Công an xã"], date(2026, 5, 31)),
                ),
                ("II", "1", "Sơ", ["Công an xã"], [], date(2026, 8, 31)),
            ],
            id="labels-that-head-lists-of-their-own",
        ),
        pytest.param(
            LETTERS_THAT_NAME_AGENCIES,
            [
                ("1", "1", "Tổ", ["Đảng ủy xã"], ["Công an xã"], None),
                ("2.1", "2", "Thẩm", ["Tổ đảng ở Hội đồng nhân dân xã"], [], date(2025, 11, 30)),
                ("2.1", "3", "Giám", ["Tổ đảng ở Hội đồng nhân dân xã"], [], None),
                ("2.1", "4", "Phối", ["Đảng ủy Công an xã"], [], None),
            ],
            id="letters-that-name-agencies-over-their-work",
        ),
        pytest.param(
            LISTS_AND_SENTENCES,
            [
                ("1", "1", "Khẩn", ["Đảng ủy các cơ quan Đảng"], [], None),
                ("1", "2", "Số", ["Đảng ủy Sở Nội vụ"], ["Công an tỉnh"], date(2025, 9, 30)),
                ("", "2", "Hướng", ["Ban Tổ chức Tỉnh ủy"], [], date(2025, 9, 14)),
                ("", "3", "Lãnh", ["Các tỉnh ủy, thành ủy"], [], date(2025, 10, 30)),
                ("", "4", "Lập", ["Phòng Đào tạo và Công tác sinh viên"], [], None),
            ],
            id="lists-and-sentences-that-each-name-who-leads",
        ),
        pytest.param(
            CARRIED_OUT_BY_LETTERS,
            [
                ("1", "1", "Làm", ["Phòng Văn hóa - Xã hội"], [], None),
                ("1", "2", "Xây", ["Phòng Văn hóa - Xã hội"], [], None),
                ("", "2", "Hướng", ["Công an xã"], [], None),
                ("3", "4", "Định", ["Các trường học"], [], date(2025, 11, 29)),
            ],
            id="letters-under-agencies-that-carry-out",
        ),
        pytest.param(
            NUMBERED_AS_THE_PARTY_DOES,
            [
                ("1", "1.1", "Lập", ["Đảng ủy UBND xã"], [], date(2026, 6, 30)),
                ("1", "1.2", "Cải", ["Phòng Kinh tế"], ["Hội Nông dân xã"], date(2028, 12, 31)),
                ("2", "2.1", "Nâng", ["Phòng Văn hóa - Xã hội"], [], date(2026, 3, 31)),
            ],
            id="numbers-and-dashes-as-the-party-has-them",
        ),
        pytest.param(
            ORDERS_TO_OFFICES_AND_THEIR_HEADS,
            [
                ("1", "1", "Quán", ["Giám đốc Sở Y tế"], [], date(2025, 9, 30)),
                ("", "2", "Tham", ["Sở Tài chính"], [], None),
                ("", "3", "Chỉ", ["Bộ trưởng Bộ Công Thương"], [], None),
                ("", "4", "Tăng", ["Báo và Phát thanh, Truyền hình tỉnh"], [], None),
                ("4", "5", "Theo", ["Văn phòng Ủy ban nhân dân tỉnh"], [], None),
            ],
            id="orders-to-offices-and-their-heads",
        ),
        pytest.param(
            NAMED_BEFORE_COLONS,
            [
                ("", "1", "Tập", ["Uỷ ban nhân dân xã"], [], date(2025, 10, 14)),
                ("", "2", "Tham", ["Ban Xây dựng Đảng"], [], date(2025, 11, 30)),
                ("", "3", "Theo", ["Các thôn"], [], None),
            ],
            id="names-before-colons",
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
            CONCLUSIONS,
            [
                (
                    "",
                    "1",
                    "Hoàn",
                    ["Phòng Kinh tế"],
                    ["Trung tâm Phát triển quỹ đất", "Công an xã"],
                    date(2026, 2, 27),
                ),
                ("", "2", "Niêm", ["Trung tâm Phát triển quỹ đất"], [], date(2026, 3, 10)),
                (
                    "",
                    "3",
                    "Vận",
                    ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Các tổ chức chính trị - xã hội"],
                    [],
                    None,
                ),
                ("", "4", "Khẩn", ["Phòng Kinh tế"], [], date(2026, 6, 30)),
                ("", "5", "Lập", ["Công an xã"], [], date(2026, 4, 29)),
            ],
            id="conclusions-of-a-meeting-without-parts",
        ),
        pytest.param(
            GIVEN_BY_LETTERS,
            [
                ("", "1", "Mở", ["Ban Tuyên giáo"], [], date(2026, 4, 24)),
                ("", "2", "Chuẩn", ["Văn phòng Liên đoàn Lao động tỉnh"], [], date(2026, 5, 9)),
                ("", "3", "Hướng", ["Ban Tài chính"], [], date(2026, 4, 30)),
            ],
            id="given-by-lettered-sentences",
        ),
        pytest.param(
            CLOSED_BY_LABELS,
            [
                ("", "1", "Tổ", ["Công an xã"], ["Các thôn"], date(2026, 11, 17)),
                ("", "2", "Tu", ["Phòng Kinh tế"], [], date(2026, 7, 31)),
                ("", "3", "Thăm,", ["Trạm Y tế xã"], [], date(2026, 1, 31)),
            ],
            id="labels-that-close-a-sentence",
        ),
        pytest.param(
            CLOSED_BY_BRACKETS,
            [
                ("1", "1", "Sửa", ["Tổ Hành chính - Bán trú"], ["Trạm Y tế xã"], date(2026, 8, 19)),
                ("1", "2", "Lắp", ["Liên đội"], [], date(2026, 8, 31)),
                ("1", "3", "Dọn", [], [], None),
                ("2", "4", "Ký", ["Bộ phận Kế toán"], [], date(2026, 8, 24)),
                ("2", "5", "Lưu", ["Trạm Y tế xã"], [], None),
            ],
            id="brackets-that-close-listed-sentences",
        ),
        pytest.param(
            NAMED_IN_BRACKETS,
            [
                ("", "1", "Quán", ["đồng chí Bí thư Chi bộ"], [], date(2025, 9, 30)),
                ("", "2", "Lập", ["Văn phòng Sở"], [], None),
                ("", "3", "Cài", ["Trung tâm Công nghệ thông tin"], [], date(2025, 12, 31)),
                ("", "4", "Phát", ["Công đoàn cơ sở"], ["Đoàn Thanh niên"], None),
            ],
            id="brackets-that-name-an-agency-or-a-person",
        ),
        pytest.param(
            GIVEN_BY_ARTICLES,
            [
                (
                    *("", "2", "Tổ", ["Phòng Kinh tế"]),
                    *(["Công an xã", "Các đơn vị liên quan"], date(2025, 8, 24)),
                ),
                ("", "3", "Cân", ["Sở Tài chính"], ["Sở Khoa học và Công nghệ"], None),
            ],
            id="few-given-by-the-articles-of-a-decision",
        ),
        pytest.param(
            OBLIGED,
            [
                ("", "1", "Bố", ["Phòng Kinh tế"], [], date(2025, 8, 31)),
                ("", "2", "Tổ", ["Sở Nội vụ"], [], date(2026, 12, 31)),
                ("", "3", "Vận", ["Trung tâm Công nghệ thông tin"], [], date(2025, 12, 31)),
            ],
            id="obliged-under-an-article",
        ),
    ],
)
def test_sentences_that_give_work_are_read_exactly(layout, wanted):
    assert read_rows(layout) == wanted


def test_a_time_that_cannot_be_read_waits_for_a_person_and_gives_no_day():
    plan = read_plan(HEAD + LETTERED_UNDER_AGENCIES)

    assert plan.tasks[2].deadline.kind is DeadlineKind.UNREADABLE
    assert plan.tasks[2].deadline_raw == (
        "xong trước khai giảng năm học 2026 - 2027 (ngày 05/9/2026)"
    )


def test_a_plan_enclosed_with_a_decision_is_read_by_its_parts():
    plan = read_plan(HEAD + ENCLOSED)

    assert [
        (task.group, task.no, task.content.split()[0], list(task.lead), task.deadline.due)
        for task in plan.tasks
    ] == [
        *(
            ("", "1", "Phổ", ["Phòng Văn hóa - Xã hội", "Đài Truyền thanh xã"], date(2025, 9, 30)),
            ("", "2", "Rà", ["Phòng Kinh tế", "Công an xã"], date(2025, 12, 31)),
        ),
        ("3", "a", "Xây", ["Phòng Kinh tế"], date(2025, 10, 31)),
        ("3", "b", "Xây", ["Công an xã"], date(2025, 11, 30)),
    ]
    assert [left.text for left in plan.leftovers] == [
        "Phòng Kinh tế (chịu trách nhiệm về kỹ thuật)"
    ]


def test_an_agency_alone_in_brackets_is_doubted_as_lead():
    tasks = read_plan(HEAD + NAMED_IN_BRACKETS).tasks

    assert [task.no for task in tasks if "lead_unsure" in task.doubts] == ["2"]
