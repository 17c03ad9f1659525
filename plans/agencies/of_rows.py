"""The one name of every agency that the rows of a plan name."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from plans.agencies.keys import agency_key, choose_names, is_collective
from plans.agencies.parting import split_agencies
from plans.agencies.short_names import open_short_names
from plans.agencies.snapping import (
    SOUND,
    ending,
    name_at_end,
    names_among,
    snap_agencies,
    sound_names,
)
from plans.agencies.sound import is_soundly_spelt
from plans.agencies.spotting import spot_agencies
from plans.agencies.usual import USUAL
from plans.parsed import ParsedAgency

WORST_NAME, DOUBTFUL_NAME = 2.0, 1.0
"""What recognising one damaged name may cost; more leaves the cell as it came."""
NO_SHORT_NAMES: Mapping[str, str] = {}
OFFICE = "Văn phòng HĐND&UBND"
OFFICE_CUT = (["HĐND", "UBND"], ["HĐND", "Ủy ban nhân dân"], ["HĐND"])
"""The office that a commune has; of its name a scan often loses the first line."""


class Names:
    """The agencies of all cells of a plan; those of a scan are recognised among the usual ones.

    The cells of tasks decide how an agency is spelt, the others only where no task names it.
    """

    def __init__(
        self,
        cells: Iterable[str],
        others: Iterable[str] = (),
        *,
        scanned: bool,
        short_names: Mapping[str, str] = NO_SHORT_NAMES,
    ) -> None:
        self.short_names = short_names
        cells = [self.opened(cell) for cell in cells]
        others = [self.opened(cell) for cell in others]
        self.sound = sound_names([*cells, *others]) if scanned else None
        named = [name for cell in cells for name in self.part(cell)]
        more = [name for cell in others for name in self.part(cell)]
        self.spellings: dict[str, list[str]] = {}
        for name in (*named, *more):
            self.spellings.setdefault(agency_key(name), []).append(name)
        self.chosen = choose_names(more) | choose_names(named)
        if scanned:
            self._lengthen()

    def opened(self, cell: str) -> str:
        return open_short_names(cell, self.short_names)

    def part(self, cell: str) -> tuple[str, ...]:
        """The agencies of a cell as they are spelt, or in a scan as they were meant."""
        cell = self.opened(cell)
        if self.sound is None:
            return tuple(split_agencies(cell))
        return part_scanned(cell, self.sound)

    def is_unsure(self, cell: str | None) -> bool:
        """Whether a scan's cell has words beside the agencies that are read out of it, or a name
        left ruined."""
        cell = self.opened(cell or "")
        if self.sound is None or not cell or _recognise(cell, self.sound):
            return False
        names = self.part(cell)
        if any(_is_left_ruined(name, self.sound) for name in names):
            return True
        found = names_among(cell) or name_at_end(cell, self.sound)
        return all(name in USUAL for name in names) and names == found

    def is_ruined(self, cell: str | None) -> bool:
        """Whether a scan's cell has names that are none of the usual and that the plan spells
        soundly nowhere."""
        if self.sound is None or not cell:
            return False
        return any(name not in USUAL and name not in self.sound for name in self.part(cell))

    def of(self, cell: str | None) -> tuple[str, ...]:
        """The agencies of a cell, each once, by their names."""
        return tuple(dict.fromkeys(self._name(name) for name in self.part(cell or "")))

    def agencies(self) -> tuple[ParsedAgency, ...]:
        """Each once, also where one of its names was lengthened to the other."""
        named: dict[str, list[str]] = {}
        for spellings in self.spellings.values():
            named.setdefault(self._name(spellings[0]), []).extend(spellings)
        for short, name in self.short_names.items():
            if agency_key(name) in self.spellings:
                named[self._name(name)].append(short)
        return tuple(
            ParsedAgency(name, agency_key(name), is_collective(name), tuple(dict.fromkeys(of)))
            for name, of in named.items()
        )

    def _lengthen(self) -> None:
        """Take a name that is the beginning of a far commoner one for it: a scan loses words."""
        counts = {key: len(names) for key, names in self.spellings.items() if key in self.chosen}
        for key, count in counts.items():
            longer = [other for other in counts if other.startswith(f"{key} ") and " " in key]
            if len(longer) == 1 and counts[longer[0]] >= max(2, 2 * count):
                self.chosen[key] = self.chosen[longer[0]]

    def _name(self, name: str) -> str:
        if is_collective(name):
            name = name[:1].upper() + name[1:]
            whole = f"Các {name[:1].lower()}{name[1:]}"  # a scan lost the word on the line above
            return whole if self.sound and whole in self.sound else name
        return self.chosen[agency_key(name)]


@lru_cache(maxsize=5_000)
def part_scanned(cell: str, sound: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The agencies of a damaged cell by their usual names, or by those that the plan has soundly
    elsewhere; as printed where none is recognised.

    >>> part_scanned("Vin phong Pang uy; Viettel")
    ('Vin phong Pang uy', 'Viettel')
    """
    cell = re.sub(r"\bHCC\b", "hành chính công", _repeat_head(cell))
    whole = _recognise(cell, sound)
    if whole:
        return whole
    names: list[str] = []
    for name in split_agencies(cell):
        names += _recognise(name, sound) or ending(name, sound) or (name,)
    if any(name not in sound and name not in USUAL for name in names):
        return names_among(cell) or name_at_end(cell, sound) or tuple(names)
    return tuple(names)


def _is_left_ruined(name: str, sound: tuple[str, ...]) -> bool:
    return name not in sound and name not in USUAL and not is_soundly_spelt(name)


def _repeat_head(cell: str) -> str:
    """ "Phòng VHXH; Kinh tế" with the head said again: "Phòng VHXH; Phòng Kinh tế"."""
    first, *rest = cell.split(";")
    head = first.split(" ", 1)[0]
    said = [
        f" {head}{part}" if rest and not _is_sound(part) and _is_sound(f"{head}{part}") else part
        for part in rest
    ]
    return ";".join([first, *said])


def _is_sound(text: str) -> bool:
    found = spot_agencies(text)
    return bool(found.names) and not found.skipped and found.cost <= SOUND


def _recognise(text: str, sound: tuple[str, ...]) -> tuple[str, ...]:
    """The agencies that a whole text names, as likely as can be; empty where it names none."""
    spotted, snapped = spot_agencies(text), snap_agencies(text, sound)
    known = spotted.names and spotted.cost <= WORST_NAME * len(spotted.names)
    doubtful = not known or spotted.cost > DOUBTFUL_NAME * len(spotted.names)
    if snapped and doubtful and snapped[1] < max(spotted.cost, WORST_NAME):
        return snapped[0]
    if not known:
        return ()
    if OFFICE in sound and [name.removesuffix(" xã") for name in spotted.names] in OFFICE_CUT:
        return (OFFICE,)
    return spotted.names
