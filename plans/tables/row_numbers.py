"""The numbers of rows and groups, as a page's end cuts them in two and a scan ruins them."""

import re

from plans.annexes import read_number
from plans.files.numbering import in_form
from plans.words import DASHES

LETTERS = "ABCDEFGH"


def is_rest(printed: str, above: str, content: str) -> bool:
    """Whether what stands in the column of numbers, first on a page, ends the number above."""
    return (
        not re.search(r"\w", printed)
        or above.endswith(tuple(DASHES + "-"))
        or (content[:1].islower() and not above.endswith((".", ")")))
    )


def next_number(above: str) -> str:
    """The number after the one above, for one that a scan made unreadable ("Ả." for "4.")."""
    last = re.search(r"\d+$", above)
    return str(int(last[0]) + 1) if last else "1"


def next_group(above: str, printed: str) -> str:
    """The group's number where a scan left it as it was or nearly so, else the one after the
    group above: groups are counted in letters, or in roman numbers, of which "II" is easily read
    as "H"."""
    if printed in LETTERS and LETTERS.index(printed) == (LETTERS.find(above) + 1 if above else 0):
        return printed
    found, last = read_number(printed), read_number(above) or 0
    if found is not None and last < found <= last + 3:
        return printed
    return in_form(last + 1, "upperRoman")


def plain_number(printed: str) -> str:
    """The number without its closing mark: "1-3." is 1-3."""
    for dash in DASHES:
        printed = printed.replace(dash, "-")
    return printed.rstrip(".)").replace(" ", "")
