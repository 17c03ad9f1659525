"""Why a file cannot be taken in as a plan, in the sender's language, with what can be done."""

from bot.i18n import Translator
from plans.files.errors import (
    DamagedError,
    EncryptedError,
    LostColumnsError,
    MacrosError,
    NoOcrError,
    NoTasksError,
    NotAsNamedError,
    OcrFailedError,
    OldOfficeFileError,
    SecretError,
    TooHardError,
    TooManyPagesError,
    TooManyRowsError,
    UnclearPageError,
    UnknownColumnsError,
    UnknownKindError,
    UnpackedTooLargeError,
)
from plans.source import (
    LARGEST_FILE,
    PlanEmptyError,
    PlanNotTextError,
    PlanSourceError,
    PlanTooLargeError,
)

MEGABYTE = 1024 * 1024
KINDS = ".docx, .xlsx, .pdf, .png, .jpg, .txt"
PACKED = frozenset([".zip", ".rar", ".7z", ".gz", ".tar"])
PICTURES = frozenset([".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp", ".gif"])
DOCUMENTS = frozenset([".odt", ".ods", ".rtf", ".ppt", ".pptx", ".csv", ".html", ".pages"])
"""Endings of files that their own programs, or the telephone, turn into what is read."""


def not_read(tr: Translator, error: PlanSourceError) -> str:
    """Why the file was not read, and what its sender can do."""
    match error:
        case UnknownKindError():
            return _of_another_kind(tr, error.ending.lower())
        case OldOfficeFileError():
            return tr.gettext(
                "The file is in the form that Office used until 2003, and nothing was stored. "
                "Save it as .docx or .xlsx and send it again."
            )
        case NotAsNamedError(found=None):
            return tr.gettext(
                "The file is named .{named} but holds something else; nothing was stored. Send it "
                "again from where it was made."
            ).format(named=error.named)
        case NotAsNamedError():
            return tr.gettext(
                "The file is named .{named} but is a .{found}; nothing was stored. Change the end "
                "of its name to .{found} and send it again."
            ).format(named=error.named, found=error.found)
        case EncryptedError():
            return tr.gettext(
                "The file opens with a password alone, and nothing was stored. Save it without "
                "one and send it again."
            )
        case DamagedError():
            return tr.gettext(
                "The file is damaged and cannot be opened; nothing was stored. Send it again from "
                "where it was made."
            )
        case MacrosError():
            return tr.gettext(
                "The file holds macros, so it was not opened, and nothing was stored. Save it as "
                ".docx or .xlsx without them."
            )
        case PlanEmptyError():
            return tr.gettext(
                "The file has no text in it; nothing was stored. Look into it, and send it again."
            )
        case PlanNotTextError():
            return tr.gettext(
                "The text file is not written in UTF-8, and nothing was stored. Save it so and "
                "send it again."
            )
        case SecretError():
            return tr.gettext(
                "The document is marked {marking}. Such papers must not be on a machine that is "
                "on a network: nothing of it was kept. Delete it here too."
            ).format(marking=error.marking)
        case LostColumnsError():
            return columns_lost(tr)
        case UnknownColumnsError():
            return tr.gettext(
                "Its tables do not say which columns hold the tasks; nothing was stored. Write "
                "above the columns “Nhiệm vụ”, “Cơ quan chủ trì”, “Thời hạn” and send it again."
            )
        case NoTasksError():
            return tr.gettext(
                "No task was found in the file; nothing was stored. Send the plan with the annex "
                "that assigns its tasks."
            )
        case NoOcrError():
            return tr.gettext(
                "The file is a picture of a document, and the program that reads such is missing "
                "here; nothing was stored. Send the plan as .docx, or have it installed on the "
                "server: {install}"
            ).format(install=error.install)
        case UnclearPageError():
            return tr.gettext(
                "The picture of page {page} is too unclear to be read; nothing was stored. Take it "
                "again from straight above, sharp and in good light, a page a picture."
            ).format(page=error.page)
        case OcrFailedError():
            return tr.gettext(
                "Page {page} could not be read from its picture; nothing was stored. Send a "
                "clearer one."
            ).format(page=error.page)
        case _:
            return _too_much(tr, error)


def refused(tr: Translator, error: PlanSourceError, *, name: str) -> str:
    """Why a file of this name is not taken; a marked paper's name is said nowhere."""
    why = not_read(tr, error)
    if isinstance(error, SecretError):
        return why
    return tr.gettext("“{name}”: {why}").format(name=name, why=why[:1].lower() + why[1:])


def _too_much(tr: Translator, error: PlanSourceError) -> str:
    """The file is larger than any plan, in one way or another."""
    match error:
        case PlanTooLargeError():
            return too_large(tr)
        case TooHardError():
            return tr.gettext(
                "The file could not be read within the time and memory that any plan needs; "
                "nothing was stored. Save it anew and send it again, or send the annexes alone."
            )
        case UnpackedTooLargeError():
            return tr.gettext(
                "The file would grow far beyond any plan once it is opened, so it was not opened; "
                "nothing was stored. Save the plan anew, without its pictures, and send that."
            )
        case TooManyRowsError():
            return tr.gettext(
                "The file has more than {most} rows, too many for a plan; nothing was stored. "
                "Send the annexes that assign tasks alone."
            ).format(most=tr.number(error.most))
        case TooManyPagesError():
            return tr.gettext(
                "The file has {pages} pages, and at most {most} are read; nothing was stored. "
                "Send the annexes alone."
            ).format(pages=tr.number(error.pages), most=tr.number(error.most))
        case _:
            return tr.gettext(
                "The file cannot be read as a plan; nothing was stored. Save it as .docx or .pdf "
                "and send that."
            )


def _of_another_kind(tr: Translator, ending: str) -> str:
    """A kind of file that is not read: what to make of it."""
    if ending in PACKED:
        return tr.gettext(
            "Packed files are not opened; nothing was stored. Unpack it and send the plan itself "
            "({kinds})."
        ).format(kinds=KINDS)
    if ending in PICTURES:
        return tr.gettext(
            "Pictures {ending} are not read yet; nothing was stored. Send it as a photo instead of "
            "a file, or save it as .jpg."
        ).format(ending=ending)
    if ending in DOCUMENTS:
        return tr.gettext(
            "Files {ending} are not read yet; nothing was stored. Open it, save it as .docx, .xlsx "
            "or .pdf, and send that."
        ).format(ending=ending)
    return tr.gettext(
        "Files of this kind are not read, and nothing was stored. Send the plan as one of: {kinds}"
    ).format(kinds=KINDS)


def columns_lost(tr: Translator) -> str:
    """A table of tasks that came as text alone."""
    return tr.gettext(
        "The table of tasks came as text whose columns are lost, so no task can be told; nothing "
        "was stored. Send the Word or Excel file itself, or the PDF made of it."
    )


def pasted(tr: Translator) -> str:
    """A plan's text came as a message."""
    return tr.gettext(
        "This looks like the text of a plan: pasted here its columns are lost, so nothing was "
        "stored. Let the standing office send the Word, Excel or PDF file itself."
    )


def too_large(tr: Translator) -> str:
    """A file with more bytes than are taken."""
    return tr.gettext(
        "The file is larger than {most} MB; nothing was stored. A plan is far smaller: leave out "
        "its pictures, or send the annexes alone."
    ).format(most=LARGEST_FILE // MEGABYTE)


def reading(tr: Translator, *, name: str) -> str:
    """A plan came and is being read."""
    return tr.gettext("Reading “{name}” … What was read follows here.").format(name=name)


def page_taken(tr: Translator, *, page: int) -> str:
    """A picture of a plan's page came; the next is waited for."""
    if page == 1:
        return tr.gettext(
            "Page 1 of the plan received. Send the next pages one after another; they are read "
            "together a minute after the last one."
        )
    return tr.gettext("Page {page} of the plan received.").format(page=tr.number(page))


def button_read_now(tr: Translator) -> str:
    """Under a page: no other follows."""
    return tr.gettext("Read now")


def reading_together(tr: Translator, *, pages: int) -> str:
    """All pages of a plan are here and are being read."""
    line = tr.ngettext(
        "Reading {pages} page … What was read follows here.",
        "Reading {pages} pages … What was read follows here.",
        pages,
    )
    return line.format(pages=tr.number(pages))


def reading_pages(tr: Translator, *, name: str, pages: int, minutes: int) -> str:
    """A plan turned out to be pictures of pages."""
    line = tr.ngettext(
        "“{name}” is scanned ({pages} page): reading it takes about {minutes} min.",
        "“{name}” is scanned ({pages} pages): reading it takes about {minutes} min.",
        pages,
    )
    return line.format(name=name, pages=tr.number(pages), minutes=tr.number(minutes))


def page_reached(tr: Translator, *, name: str, page: int, pages: int) -> str:
    """How far the reading has come."""
    return tr.gettext("Reading “{name}”: page {page} of {pages}").format(
        name=name, page=tr.number(page), pages=tr.number(pages)
    )


def same_plan(tr: Translator, *, name: str) -> str:
    """The very file was read before."""
    return tr.gettext(
        "“{name}” was read before; nothing has changed. Type /kehoach to see it."
    ).format(name=name)


def not_fetched(tr: Translator, *, name: str) -> str:
    """The platform does not hand the file over any more."""
    return tr.gettext(
        "“{name}” could not be fetched, and nothing was stored. Send it again."
    ).format(name=name)


def send_elsewhere(tr: Translator) -> str:
    """A file on a channel that hands over none."""
    return tr.gettext(
        "Files cannot be taken here. Send them over Telegram or on the chat page; a plan can be "
        "brought in with: dondoc import FILE"
    )


def not_taken(tr: Translator, *, name: str) -> str:
    """A file from a member, who sends neither plans nor proofs."""
    return tr.gettext(
        "“{name}” is not taken, and nothing was stored: plans are sent by the standing office, "
        "proofs of work by the agencies that lead it."
    ).format(name=name)


def not_yours_to_send(tr: Translator) -> str:
    """A plan whose sender is no secretary any more."""
    return tr.gettext("Plans are taken from the standing office alone; nothing was stored.")
