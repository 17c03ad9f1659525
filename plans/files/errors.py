"""Why a file cannot be taken in, each reason a class with what there is to say of it."""

from plans.source import (
    PlanEmptyError,
    PlanNotTextError,
    PlanSourceError,
    PlanTooLargeError,
)


class UnknownKindError(PlanSourceError):
    """A kind of file that we do not read; `ending` as the name has it, "" for none."""

    def __init__(self, ending: str) -> None:
        super().__init__(f"files of the kind {ending!r} are not read")
        self.ending = ending


class OldOfficeFileError(PlanSourceError):
    """A file of Word or Excel as they were until 2003, to be saved anew as .docx or .xlsx."""

    def __init__(self) -> None:
        super().__init__("the file is in the form that Office used until 2003")


class NotAsNamedError(PlanSourceError):
    """A file whose content is not what its name says; `found` is None for nothing known."""

    def __init__(self, named: str, found: str | None) -> None:
        super().__init__(f"the file is named {named} but is {found or 'something else'}")
        self.named = named
        self.found = found


class EncryptedError(PlanSourceError):
    """A file that opens with a password alone."""

    def __init__(self) -> None:
        super().__init__("the file is encrypted")


class DamagedError(PlanSourceError):
    """A file that breaks off or contradicts itself."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the {kind} file is damaged")
        self.kind = kind


class MacrosError(PlanSourceError):
    """A document that carries a program."""

    def __init__(self) -> None:
        super().__init__("the file holds macros")


class UnpackedTooLargeError(PlanSourceError):
    """A file that is small as it came and would be huge in memory; `size` in bytes or pixels."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"the file would take {size}, more than {most}")
        self.size = size
        self.most = most


class TooManyRowsError(PlanSourceError):
    """More lines or rows than any plan has."""

    def __init__(self, most: int) -> None:
        super().__init__(f"the file has more than {most} rows")
        self.most = most


class TooManyPagesError(PlanSourceError):
    """More pages than are read of one file."""

    def __init__(self, pages: int, most: int) -> None:
        super().__init__(f"the file has {pages} pages, more than {most}")
        self.pages = pages
        self.most = most


class SecretError(PlanSourceError):
    """A document marked as a State secret; `marking` as the law spells it."""

    def __init__(self, marking: str) -> None:
        super().__init__(f"the document is marked {marking}")
        self.marking = marking


class NoOcrError(PlanSourceError):
    """A picture of a document, and no program here that reads it; `install` is the command."""

    def __init__(self, install: str) -> None:
        super().__init__(f"reading scanned pages needs: {install}")
        self.install = install


class OcrFailedError(PlanSourceError):
    """The program that reads pictures gave up on a page."""

    def __init__(self, page: int) -> None:
        super().__init__(f"page {page} could not be read")
        self.page = page


class UnclearPageError(PlanSourceError):
    """A photographed or scanned page that is too unclear to be read."""

    def __init__(self, page: int) -> None:
        super().__init__(f"page {page} is too unclear to be read")
        self.page = page


class TooHardError(PlanSourceError):
    """Reading the file took more time or memory than any plan needs, or broke its reader."""

    def __init__(self) -> None:
        super().__init__("the file could not be read within the limits")


class NoTasksError(PlanSourceError):
    """A file that was read and assigns no work."""

    def __init__(self) -> None:
        super().__init__("the file assigns no task")


class LostColumnsError(NoTasksError):
    """A table of tasks of which only the text is left, its cells in no order."""


class UnknownColumnsError(NoTasksError):
    """Tables that have their cells and do not say which columns hold the tasks."""


BY_NAME: dict[str, type[PlanSourceError]] = {
    kind.__name__: kind
    for kind in (
        PlanEmptyError,
        PlanNotTextError,
        PlanTooLargeError,
        UnknownKindError,
        OldOfficeFileError,
        NotAsNamedError,
        EncryptedError,
        DamagedError,
        MacrosError,
        UnpackedTooLargeError,
        TooManyRowsError,
        TooManyPagesError,
        SecretError,
        NoOcrError,
        OcrFailedError,
        UnclearPageError,
        TooHardError,
        NoTasksError,
        LostColumnsError,
        UnknownColumnsError,
    )
}
"""Every reason by its name, as a process that read a file gives it to another."""
