"""What officials type for short, and the words they mean."""

import re

from bot.conversation.listening.letters import place_tone, vn
from bot.conversation.listening.telex import decode

MEANT = {
    "hoàn thành": "ht hthanh hthành h.thành",
    "xong": "xg xog xoong xoq xongg xonh",
    "rồi": "r òi gòi rùi rui ròi rồy rầu dồi zồi oy",
    "chưa": "ch chx chg chư chauw chưaa",
    "không": "nỏ ko k kg khg khong kô hông hổng hong hok hem khôg khog hk",
    "được": "dc đc đựơc đuợc đựoc đuơc đươc",
    "dự kiến": "dk đk",
    "đang": "đag dag đg dg đanh",
    "đã": "đa đax đẫ",
    "dạ": "dzạ dza",
    "thực hiện": "th",
    "nhiệm vụ": "nhiemvu nhiệmvụ nv n.vụ n.vu n/v nvu nvụ",
    "việc": "vc viêc viẹc",
    "báo cáo": "bc b/c b.cáo",
    "đồng chí": "đ/c d/c đ.c",
    "tôi": "tui",
    "làm": "lm mần",
    "thế": "rứa",
    "em": "e",
    "anh": "a",
    "chị": "c",
    "vậy": "z dz dzậy dzay dzị zậy zị zầy vầy",
    "biết": "bít bik",
    "giúp": "dùm giùm",
    "giờ": "chừ",
    "đó": "nớ",
    "với": "vs",
    "văn bản": "vb",
    "văn phòng": "vp",
    "bắt đầu": "bđ",
    "sản phẩm": "sp",
    "mật khẩu": "pass",
    "kinh phí": "kp",
    "khó khăn": "kk",
    "vướng mắc": "vm",
    "gia hạn": "gh",
    "hạn": "deadline",
    "hồ sơ": "hs",
    "kết quả": "kq",
    "danh sách": "ds",
    "quyết định": "qđ qd",
    "hướng dẫn": "hd",
    "hướng dẫn sử dụng": "hdsd",
    "lãnh đạo": "lđ",
    "tiến độ": "td tđ",
    "tháng": "thg thag",
    "thời gian": "tg",
    "người": "ng",
    "gì": "j gj",
    "như thế nào": "ntn",
    "bao nhiêu": "bnhiu bn",
    "hôm nay": "hnay",
    "hôm qua": "hqua",
    "cảm ơn": "thanks thank thks tks thx camon",
    "ok": "oke okie okey okay oki okela okê",
    "vâng": "vg vâg vag",
    "ạ": "ah ạh ak ạk",
    "mới": "ms",
    "này": "ni nì",
    "thông báo": "tb",
    "thành": "thàh thah thnh thnah thnàh",
    "ubnd": "ub",
    "ban chỉ đạo": "bcđ bcd",
    "văn hóa xã hội": "vhxh",
    "văn hóa": "vh",
    "phần mềm": "pm",
}
SHORT = {short: full for full, shorts in MEANT.items() for short in shorts.split()}
"""Spellings by what they stand for; "kh" (không, kế hoạch) has two meanings and is left alone."""

SLASHED = r"\b(?:[đd]/c|b/c|n/v|n\.v[ụu]|h\.thành|b\.cáo|[đd]\.c)(?!\w)"
"""Short forms with a mark inside, which else would part them."""
ONE_WORD = vn(
    r"(đã|vẫn|sắp|gần|mới|đang|làm|chưa|không)?(xong|hoànthành|hoàn|thành|làm)(rồi|chưa|ạ|việc|nv)?"
)
"""Words typed without the space between them: "daxong", "hoànthành"."""

REPEATED = re.compile(r"([^\W\d_])\1{2,}")


def spell_out(word: str) -> str:
    """One lower-case word as we spell it, abbreviations and run-together words opened.

    >>> spell_out("ht"), spell_out("chuaxong"), spell_out("xonggg")
    ('hoàn thành', 'chua xong', 'xong')
    """
    word = place_tone(word if word == "iii" else REPEATED.sub(r"\1", word))
    if word in SHORT:
        return SHORT[word]
    word = decode(word) or word
    run = ONE_WORD.fullmatch(word)
    if run is None or run.lastindex is None or word == run[2]:
        return _open_completion(word)
    return " ".join(_open_completion(part) for part in run.groups() if part)


def _open_completion(word: str) -> str:
    return word[:4] + " " + word[4:] if COMPLETION.fullmatch(word) else word


COMPLETION = vn("hoànthành")
