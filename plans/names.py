"""The one name of every agency that the rows of a plan name."""

from collections.abc import Iterable
from functools import lru_cache

from plans.agencies import agency_key, choose_names, is_collective, split_agencies
from plans.agency_spotting import spot_agencies
from plans.parsed import ParsedAgency
from plans.words import fold

WORST_NAME = 2.0
"""What recognising one damaged name may cost; more leaves the cell as it came."""


class Names:
    """The agencies of all cells of a plan; those of a scan are recognised among the usual ones.

    The cells of tasks decide how an agency is spelt, the others only where no task names it.
    """

    def __init__(self, cells: Iterable[str], others: Iterable[str] = (), *, scanned: bool) -> None:
        self.part = part_scanned if scanned else _part
        named = [name for cell in cells for name in self.part(cell)]
        more = [name for cell in others for name in self.part(cell)]
        self.spellings: dict[str, list[str]] = {}
        for name in (*named, *more):
            self.spellings.setdefault(_key(name), []).append(name)
        self.chosen = choose_names(more) | choose_names(named)
        if scanned:
            self._lengthen()

    def of(self, cell: str | None) -> tuple[str, ...]:
        """The agencies of a cell, each once, by their names."""
        return tuple(dict.fromkeys(self._name(name) for name in self.part(cell or "")))

    def agencies(self) -> tuple[ParsedAgency, ...]:
        return tuple(
            ParsedAgency(
                self._name(spellings[0]),
                key,
                is_collective(spellings[0]),
                tuple(dict.fromkeys(spellings)),
            )
            for key, spellings in self.spellings.items()
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
            return name[:1].upper() + name[1:]
        return self.chosen[agency_key(name)]


def _part(cell: str) -> tuple[str, ...]:
    return tuple(split_agencies(cell))


@lru_cache(maxsize=5_000)
def part_scanned(cell: str) -> tuple[str, ...]:
    """The agencies of a damaged cell by their usual names; as printed where none is recognised.

    >>> part_scanned("Vin phong Pang uy; Viettel")
    ('Vin phong Pang uy', 'Viettel')
    """
    spotted = spot_agencies(cell)
    if spotted.names and spotted.cost <= WORST_NAME * len(spotted.names):
        return spotted.names
    names: list[str] = []
    for name in split_agencies(cell):
        found = spot_agencies(name)
        known = found.names and found.cost <= WORST_NAME * len(found.names)
        names += found.names if known else (name,)
    return tuple(names)


def _key(name: str) -> str:
    return fold(name) if is_collective(name) else agency_key(name)
