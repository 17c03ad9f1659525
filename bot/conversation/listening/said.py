"""A message in the words we look for, with the way back to what was typed."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from bot.conversation.listening.english import find_english
from bot.conversation.listening.letters import is_marked, vn
from bot.conversation.listening.spelling import SLASHED, spell_out
from bot.conversation.listening.vni import find_vni

LONGEST = 20_000
"""Characters read of one message, five times Telegram's longest; nobody reports at such length."""

PIECE = re.compile(rf"(?i:{SLASHED})|\d+(?:[./,-]\d+)*|[^\W\d_]+|\n+|(?<!\w)@\w+|([^\w\s])\1*|_+")
WEEKDAY = re.compile(r"[2-7](?![\d/])")
MARKS = (",", "(", "-", "–")
ENDS_WEEKDAY = re.compile(r"\b(?:th[ứu] \w+|ch[ủu] nh[ậa]t|cn)$")
OF_WEEKDAY = re.compile(r"\s*(?:ng[àa]y )?\d{1,2}[/.-]\d", re.IGNORECASE)
GREETING = re.compile(
    r"da (?:báo cáo |bao cao )?(?:em|anh|chị|chi|đồng chí|dong chi|sếp|sep|thưa|thua)\b"
)
"""A bare "da" before who is spoken to is "dạ", not "đã"."""

OBSTACLE = "†"
"""Put before words that a report's chapter or a table's column makes an obstacle."""
ASKING = "❓❔⁉🤔"  # "xong ❓" asks
TICKS = {**dict.fromkeys("✅☑✔", "ok"), **dict.fromkeys("❌✗✘✖", "chưa")}
TICKED = re.compile(r"[\w%] *[✅☑✔❌✗✘✖]")
""" "5✅ 6✅ 7❌", "5 xong ✅ 6 ❌": two or more end what is said of a task each."""

BROKEN = re.compile(
    r"\b(?:may|may (?:tinh|in|scan|quet|moc|chu)|thiet bi|camera|loa|dien|bi|mang|xe)$"
)
""" "may hong", without marks: "hỏng", and not the South's "không"."""

WORKED = re.compile(r"\s+(?:xong|duoc|dc|chi|roi|gan|so so)\b", re.IGNORECASE)
""" "man xong", without marks: Central "mần", which is "làm"."""

YOUNGER = vn(r"\b(?:tụi|bọn|chúng)$")
WORKING = vn(r"\s+(?:đã|đang|làm|xong|xin|báo|gửi|hoàn|mới|vừa|chưa|sẽ)\b")
""" "tụi con làm xong": whoever types marks would write "còn" with its own."""

LISTED = re.compile(r"[./] ?[^\W\d]")
MONTH = re.compile(r"(?:1[0-2]|0?[1-9])(?!\d)")


@dataclass(frozen=True, slots=True)
class Said:
    """`words` is lower case, abbreviations opened, a space between words; as_typed leads back."""

    typed: str
    words: str
    marked: bool
    at: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def as_typed(self, start: int, end: int) -> str:
        """The typed characters behind a stretch of `words`, without marks at its ends."""
        if start >= end:
            return ""
        first = self.spans[max(bisect_right(self.at, start) - 1, 0)]
        last = self.spans[max(bisect_right(self.at, end - 1) - 1, 0)]
        return self.typed[first[0] : last[1]].strip(" \n\t,;.:-–!|")


def listen(text: str) -> Said:
    """The message in plain words; unprintable characters, and what is very long, are left out.

    >>> listen("Đc 80%, ko vướng").words
    'được 80%, không vướng'
    """
    typed = unicodedata.normalize("NFC", text[:LONGEST])
    typed = "".join(c if _is_shown(c) else " " for c in typed.replace("\t", " | "))
    words = ""
    at: list[int] = []
    spans: list[tuple[int, int]] = []
    end, opened, marked = 0, False, is_marked(typed)
    english, keyed = find_english(typed), find_vni(typed)
    ticked = len(TICKED.findall(typed)) > 1 and typed.lstrip()[0] not in TICKS
    while piece := PIECE.search(typed, end):
        word, (start, stop) = piece[0], piece.span()
        if start in keyed:
            stop, word = keyed[start]
        glued = bool(words) and start == end
        end = stop
        if word[0] == "@" and len(word) > 1:
            continue  # the bot's own name
        beside = word in MARKS and ENDS_WEEKDAY.search(words) and OF_WEEKDAY.match(typed, end)
        if beside or (word == ")" and opened):
            opened = word == "("
            words += " " * opened
            continue  # "thứ sáu, ngày 26/12" is one day
        if start in english:
            end, word = english[start]
            if not word:
                continue
        elif word == "CA" and not typed.isupper() and not (glued and words[-1:] in ("/", "-")):
            word = "công an"
        elif word[0] in ASKING:
            word = "?"
        elif ticked and word[0] in TICKS:
            behind = "," if TICKS[word[0]] == "ok" else word  # "xong ❌" stays denied
            glued, word = False, TICKS[word[0]] if words[-1:].isdigit() else behind
        elif word.lower() == "hong" and BROKEN.search(words.rstrip()):
            word = "hỏng"
        elif word.lower() == "man" and WORKED.match(typed, end):
            word = "làm"
        elif (
            marked
            and word.lower() == "con"
            and (YOUNGER.search(words.rstrip()) or WORKING.match(typed, end))
        ):
            word = "cháu"
        elif word in ("t", "T"):
            word = _calendar_word(typed, end)
        elif word in ("p", "P", "w", "W"):
            word = _counted_word(word.lower(), words)
        elif word[0].isalpha():
            heads = words[-1:] in ("", "\n") and LISTED.match(typed, end)  # "A. Kết quả"
            alone = len(word) == 1 and (glued or heads or typed[end : end + 1] == ")")
            paper = word.lower() == "bc" and typed[end : end + 1].isdigit()  # "bc1 xong"
            whole = alone or paper or (glued and words[-1:] in ("/", "-"))
            word = word.lower() if whole else spell_out(word.lower())
        if words and (not glued or _parts_number(words[-1], word[0])):
            words = words.rstrip(" ") + " "
        at.append(len(words))
        spans.append((start, end))
        words += word[:3] if not word[0].isalnum() else word
    if GREETING.match(words):
        words = "dạ" + words[2:]
    return Said(typed, words, marked, tuple(at), tuple(spans))


def blank(words: str, spans: Iterable[tuple[int, int]], by: str = "_") -> str:
    """The words with these stretches made into "___" of the same length: read, and out of the way.

    `by` "x" leaves a word that nobody knows, where the stretch must not pass for harmless.

    >>> blank("xong 20/12 rồi", [(5, 10)])
    'xong _____ rồi'
    """
    pieces, end = [], 0
    for start, stop in sorted(spans):
        start = max(start, end)
        if stop > start:
            pieces += [words[end:start], by * (stop - start)]
            end = stop
    return "".join(pieces) + words[end:]


def _calendar_word(typed: str, end: int) -> str:
    """ "T6" is Friday, "T8" and "T6/2026" are months; before anything else it is a letter."""
    if WEEKDAY.match(typed, end):
        return "thứ"
    return "tháng" if MONTH.match(typed, end) else "t"


def _counted_word(letter: str, before: str) -> str:
    """ "30p" are minutes and "1w" a week, where "p KT" is a "phòng"."""
    counted = before.rstrip()[-1:].isdigit()
    return {"p": "phút" if counted else "phòng", "w": "tuần" if counted else "w"}[letter]


def _is_shown(letter: str) -> bool:
    return letter == "\n" or unicodedata.category(letter)[0] != "C"


def _parts_number(before: str, after: str) -> bool:
    """ "nv3" and "60dc" are two words each; "#3" and "60%" stay together."""
    return (before.isdigit() and after.isalpha()) or (before.isalpha() and after.isdigit())
