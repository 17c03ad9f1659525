import pytest

from plans.head.letterhead import read_letterhead
from plans.source import split_lines

OPENS = "KẾ HOẠCH\nCông tác năm 2026\n\nCăn cứ Luật An toàn thực phẩm ngày 17/6/2010;\n"


@pytest.mark.parametrize(
    ("head", "body", "issuer"),
    [
        pytest.param(
            "UBND PHƯỜNG HẠC THÀNH\nBAN CHỈ ĐẠO ĐỀ ÁN 06\nSố: 03/KH-BCĐ\n",
            "Ban Chỉ đạo Đề án 06 phường Hạc Thành xây dựng Kế hoạch như sau:\n",
            "Ban Chỉ đạo Đề án 06 phường Hạc Thành",
            id="as-the-text-spells-it",
        ),
        pytest.param(
            "UBND XÃ YÊN MINH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nBAN CHỈ ĐẠO CÁC CTMTQG NAM\n"
            "Số: 05/QĐÐ-BCĐ Độc lập - Tự do - Hạnh phúc\n",
            "Quyết định thành lập Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã\nYên Minh;\n",
            "Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã Yên Minh",
            id="abbreviated-in-a-scanned-letterhead",
        ),
        pytest.param(
            "UBND XÃ HỘI AN\nHỘI ĐỒNG BỒI THƯỜNG, HỖ TRỢ, TÁI ĐỊNH CƯ\nSố: 02/KH-HĐBT\n",
            "Các thành viên thực hiện Kế hoạch như sau:\n",
            "Hội đồng bồi thường, hỗ trợ, tái định cư xã Hội An",
            id="a-council-that-the-text-does-not-name",
        ),
        pytest.param(
            "UBND XÃ YÊN MINH\nSố: 05/KH-UBND\n",
            "Ban Chỉ đạo chuyển đổi số xã Yên Minh theo dõi Kế hoạch này.\n",
            "Ủy ban nhân dân xã Yên Minh",
            id="the-offices-own-paper",
        ),
    ],
)
def test_a_paper_is_issued_by_the_committee_that_numbers_it(head, body, issuer):
    assert read_letterhead(split_lines(head + OPENS + body)).issuer == issuer
