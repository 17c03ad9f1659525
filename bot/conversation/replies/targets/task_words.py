"""The words of tasks' contents and of messages, side by side: spelled, bare, and how rare."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from bot.conversation.listening.letters import place_tone
from plans.words import fold

OPENED = {
    "csdl": "cơ sở dữ liệu",
    "cđs": "chuyển đổi số",
    "cds": "chuyển đổi số",
    "kntc": "khiếu nại tố cáo",
    "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến",
    "tthc": "thủ tục hành chính",
    "cntt": "công nghệ thông tin",
    "khcn": "khoa học công nghệ",
    "đmst": "đổi mới sáng tạo",
    "dmst": "đổi mới sáng tạo",
    "attt": "an toàn thông tin",
    "anm": "an ninh mạng",
    "antt": "an ninh trật tự",
    "cchc": "cải cách hành chính",
    "gpmb": "giải phóng mặt bằng",
    "ntm": "nông thôn mới",
    "tmđt": "thương mại điện tử",
    "tmdt": "thương mại điện tử",
    "cbcc": "cán bộ công chức",
    "gd": "giáo dục",
    "gdđt": "giáo dục đào tạo",
    "knst": "khởi nghiệp sáng tạo",
    "qlnn": "quản lý nhà nước",
    "ttnt": "trí tuệ nhân tạo",
    "kh": "kế hoạch",
    "bc": "báo cáo",
}
"""Abbreviations of the State's papers, in plans and in messages alike."""
TOKEN = re.compile(r"[^\W_]+")


def open_short(text: str) -> str:
    """The text in small letters with the abbreviations of the State's papers written out.

    >>> open_short("Đẩy mạnh CĐS")
    'đẩy mạnh chuyển đổi số'
    """
    return TOKEN.sub(lambda found: OPENED.get(found[0], found[0]), text.lower())


WORDS = """
việc vụ cái nhiệm về đã xong rồi được đang chưa hoàn thành tất thực hiện triển khai làm em anh
chị tôi mình phòng bên của cho nhé nha ạ dạ báo cáo thì là còn này đó kia ấy ở và với các những
mấy mới gần sắp khoảng tầm đạt phần trăm tiến độ xin gia hạn đến tới ngày tháng năm tuần quý
vướng mắc khó khăn kinh phí thiếu chờ hết cũng chắc nữa không gửi kèm nhắc lại mai hôm nào gì ai
thế sao bao giờ đâu đồng chí vâng ok đề nghị do vì nên nhưng mà có bị sẽ phải cần trong từ để cả
hướng dẫn nhờ giúp xã ta mảng chuyện khoản riêng nội dung công chuyên đây đấy luôn hẳn hỏi chậm
nhất văn bản vẫn một hai ba bốn nửa ký trình duyệt sở tỉnh lãnh đạo ubnd bằng ra vào sau trước
theo như kết quả
"""
REPORTING = frozenset(WORDS.split())
"""Words of a report itself; they name no task unless a rarer word stands beside them."""

BARE_REPORTING = frozenset(fold(word) for word in REPORTING)


@dataclass(frozen=True, slots=True)
class Token:
    """A syllable at `start:end`, as spelled and without its marks."""

    start: int
    end: int
    word: str
    bare: str

    @property
    def reports(self) -> bool:
        """Whether it is a word of reports, which names no task by itself."""
        return self.word in REPORTING if self.word != self.bare else self.bare in BARE_REPORTING


class Index:
    """The syllables of every task, and how many tasks have each, alone and in pairs."""

    def __init__(self, contents: Mapping[int, str]) -> None:
        self.words: dict[int, frozenset[str]] = {}
        self.pairs: dict[int, frozenset[tuple[str, str]]] = {}
        self.spelled: dict[str, set[str]] = {}
        for number, content in contents.items():
            tokens = list(tokens_of(content))
            for token in tokens:
                self.spelled.setdefault(token.bare, set()).add(token.word)
            bare = [token.bare for token in tokens]
            self.words[number] = frozenset(bare)
            self.pairs[number] = frozenset(pairwise(bare))
        self.count = Counter(word for words in self.words.values() for word in words)
        self.pair_count = Counter(pair for pairs in self.pairs.values() for pair in pairs)

    def weight(self, count: int) -> float:
        """Rarer is heavier; what every task has still weighs a little."""
        return log(1 + (len(self.words) + 1) / (count or 1))

    def knows(self, token: Token) -> bool:
        """Whether a task has the word, by its marks where both are typed with them."""
        spelled = self.spelled.get(token.bare, set())
        return bool(spelled) and (token.word == token.bare or token.word in spelled)


def tokens_of(text: str) -> Iterator[Token]:
    """The syllables of a text, abbreviations opened."""
    for match in TOKEN.finditer(text):
        word = place_tone(match[0].lower())
        for syllable in OPENED.get(word, word).split():
            yield Token(match.start(), match.end(), syllable, fold(syllable))
