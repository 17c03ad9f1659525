"""How far a task must be to be asked for: "việc dưới 50%", "nhiệm vụ nào đạt trên 80%". Pure."""

import re
from dataclasses import dataclass

NEARLY = re.compile(
    r"\b(?:sap|gan) (?:nhu )?(?:xong|hoan thanh|hoan tat)\b"
    r"|\b(?:nearly|almost) (?:done|finished|completed?|ready)\b"
)
""" "Việc nào sắp xong"; over flattened text."""
NEAR = 75
HALF = re.compile(r"\b(?:mot nua|half)\b")
FIGURE = r" (?:(?:duoc|dat|muc) )*(\d{1,3}) ?(?:%|phan tram\b|percent\b)"
BETWEEN = re.compile(r"(\d{1,3}) ?(?:%|phan tram)? ?(?:den|toi|to|-) ?(\d{1,3}) ?(?:%|phan tram)")
AT_LEAST = re.compile(r"\b(?:tu|it nhat|toi thieu|at least)" + FIGURE)
AT_MOST = re.compile(r"\b(?:khong qua|toi da|at most|up to)" + FIGURE)
BELOW = re.compile(
    r"\b(?:duoi|(?:it|thap|nho|kem) hon|chua(?: duoc| toi| den| dat| qua)+|below|under|less than)"
    + FIGURE
)
ABOVE = re.compile(r"\b(?:tren|hon|qua|vuot|above|over|more than)" + FIGURE)


@dataclass(frozen=True, slots=True)
class Percents:
    """The percents that are asked for, both ends among them."""

    least: int = 0
    most: int = 100

    def __contains__(self, percent: int) -> bool:
        return self.least <= percent <= self.most


def read_percents(flat: str) -> Percents | None:
    """The percents that flattened words set as bounds; None where they set none.

    >>> read_percents("viec nao chua duoc mot nua")
    Percents(least=0, most=49)
    """
    flat = HALF.sub("50%", flat)
    if NEARLY.search(flat):
        return Percents(NEAR, 99)
    if found := BETWEEN.search(flat):
        least, most = sorted((int(found[1]), int(found[2])))
        return Percents(least, most)
    if found := BELOW.search(flat):
        return Percents(most=int(found[1]) - 1)
    if found := AT_MOST.search(flat):
        return Percents(most=int(found[1]))
    if found := ABOVE.search(flat):
        return Percents(least=int(found[1]) + 1)
    if found := AT_LEAST.search(flat):
        return Percents(least=int(found[1]))
    return None
