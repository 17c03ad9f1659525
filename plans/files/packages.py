"""The packed files of Office opened with care: bounded before anything in them is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from posixpath import join, normpath
from typing import IO
from xml.etree import ElementTree

from plans.files.errors import DamagedError, EncryptedError, MacrosError, UnpackedTooLargeError

MOST_UNPACKED = 120 * 1024 * 1024
"""In bytes, all parts together; pictures hardly shrink, so six times the largest file is much."""
MOST_XML = 24 * 1024 * 1024
"""In bytes, one part of text; Word's own of a plan of 500 rows has under 4 MB."""
MOST_PARTS = 5_000
PROLOGUE = 64 * 1024
"""In bytes; a document type, which may define endless text, is declared before the first tag.
Behind a longer comment the XML reader's own bound stops it."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How XML begins that hides a document type from a look at its bytes; Office writes none."""


class Package:
    """An open package; its parts are read by name, which has no slash before it."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        self.kind = kind
        self._archive = archive
        self._sizes = {entry.filename: entry.file_size for entry in archive.infolist()}

    def has(self, part: str) -> bool:
        return part in self._sizes

    def named(self, beginning: str) -> list[str]:
        """The names of the parts that begin so, in order."""
        return sorted(name for name in self._sizes if name.startswith(beginning))

    @contextmanager
    def open(self, part: str) -> Iterator[IO[bytes]]:
        """An XML part to read from; raises where it is missing, too large or no plain XML."""
        if part not in self._sizes:
            raise DamagedError(self.kind)
        if self._sizes[part] > MOST_XML:
            raise UnpackedTooLargeError(self._sizes[part], MOST_XML)
        with self._archive.open(part) as stream:
            start = stream.read(PROLOGUE)
            if b"<!DOCTYPE" in start or start.startswith(UTF_16):
                raise DamagedError(self.kind)
        with self._archive.open(part) as stream:
            yield stream

    def tree(self, part: str) -> ElementTree.Element | None:
        """A small part as a tree; None if the package has none of the name."""
        if part not in self._sizes:
            return None
        with self.open(part) as stream:
            return ElementTree.parse(stream).getroot()  # noqa: S314 (no DTD gets past `open`)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to, by the reference's id: the last word of its type, its name."""
        folder, _, name = part.rpartition("/")
        root = self.tree(join(folder, "_rels", f"{name}.rels"))
        return {
            link.get("Id", ""): (
                link.get("Type", "").rpartition("/")[2],
                normpath(join("/", folder, link.get("Target", ""))).lstrip("/"),
            )
            for link in (root if root is not None else ())
            if link.get("TargetMode") != "External"
        }

    def bound(self, ending: str, most: int) -> None:
        """Raise where a part whose type has this ending would unpack to more than `most` bytes."""
        types = self.tree("[Content_Types].xml")
        for entry in types if types is not None else ():
            part = (attribute(entry, "PartName") or "").lstrip("/")
            size = self._sizes.get(part, 0)
            if (attribute(entry, "ContentType") or "").endswith(ending) and size > most:
                raise UnpackedTooLargeError(size, most)

    def main_part(self) -> str:
        """The part that is the document or the workbook itself."""
        parts = (name for what, name in self.related("").values() if what == "officeDocument")
        found = next(parts, None)
        if found is None:
            raise DamagedError(self.kind)
        return found


@contextmanager
def open_package(data: bytes, kind: str) -> Iterator[Package]:
    """The package in these bytes; all that goes wrong with it becomes a `PlanSourceError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            yield Package(archive, kind)
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        EOFError,
        NotImplementedError,  # zipfile, of a compression that it does not know
        UnicodeDecodeError,
    ) as error:
        raise DamagedError(kind) from error


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename.lower() for entry in entries]
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        raise MacrosError
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedError
    size = sum(entry.file_size for entry in entries)
    if size > MOST_UNPACKED or len(entries) > MOST_PARTS:
        raise UnpackedTooLargeError(size, MOST_UNPACKED)
    types = next((name for name in archive.namelist() if name == "[Content_Types].xml"), None)
    if types and archive.getinfo(types).file_size <= MOST_XML:
        with archive.open(types) as stream:
            if b"macroEnabled" in stream.read():
                raise MacrosError


def local(tag: str) -> str:
    """The name of a tag without its namespace, which strict and usual files have apart."""
    return tag.rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str) -> str | None:
    """An attribute by its name without the namespace; None if the tag has none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)
