import pytest

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.asked_sums import asks_for_sums

TITLE = "Kế hoạch thực hiện Nghị quyết số 57-NQ/TW về đột phá phát triển chuyển đổi số"


@pytest.mark.parametrize(
    "words",
    [
        "tình hình chung thế nào rồi em ơi",
        "bc nhanh số liệu đi em",
        "báo cáo nhanh cho anh phục vụ họp giao ban chiều nay",
        "tinh hinh chuyen doi so cua xa minh toi dau",
        "tình hình triển khai nghị quyết 57",
    ],
)
def test_nothing_but_the_figures_of_everything_is_asked_for(words: str) -> None:
    assert asks_for_sums(flatten(words), [TITLE])


@pytest.mark.parametrize("words", ["tình hình dịch bệnh thế nào", "kết quả bóng đá hôm nay"])
def test_what_no_plan_speaks_of_has_no_figures(words: str) -> None:
    assert not asks_for_sums(flatten(words), [TITLE])
