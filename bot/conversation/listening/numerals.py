"""Numbers written as words: "bốn mươi lăm", "mười hai"."""

from bot.conversation.listening.letters import vn

ONES = {"một": 1, "mốt": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
ONES |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
TENS = "(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) (?:mươi|chục)"
DIGIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
ABOVE_TEN = rf"(?:{TENS}|mười)(?: (?:{DIGIT}))?|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) (?:mốt|lăm)"


def read_digit(word: str) -> int:
    """ "bảy" is 7, also without its marks; "7" is itself."""
    if word.isdigit():
        return int(word)
    return next(value for name, value in ONES.items() if vn(name).fullmatch(word))


def read_numeral(words: str) -> int:
    """ "bốn mươi lăm" is 45, "hai lăm" 25, "mười hai" 12, "một trăm" 100."""
    parts = words.split()
    if vn("trăm").fullmatch(parts[-1]):
        return 100
    if vn("mười").fullmatch(parts[0]):
        return 10 + (read_digit(parts[1]) if len(parts) > 1 else 0)
    if len(parts) == 1:
        return read_digit(parts[0])
    ones = parts[2:] if vn("mươi|chục").fullmatch(parts[1]) else parts[1:]
    return read_digit(parts[0]) * 10 + (read_digit(ones[0]) if ones else 0)
