"""What proves a report: taking it in, showing it, sending it back."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.ports import Choice

SHOWN = 6
"""Names on a card; the rest are counted."""


NAMED = 3
"""Files named in one line; of more it is said how many."""


def _files(tr: Translator, names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return tr.ngettext("{count} file", "{count} files", len(names)).format(count=len(names))
    return ", ".join(f"“{name}”" for name in names)


def added(tr: Translator, *, names: Sequence[str], tasks: Sequence[str], more: bool = False) -> str:
    """Files that were put to tasks; `more` of the same album follow and are kept there too."""
    line = tr.gettext("📎 Received {files}: evidence for {tasks}.")
    if more:
        line = tr.gettext("📎 Received {files} and all sent with it: evidence for {tasks}.")
    return line.format(files=_files(tr, names), tasks=", ".join(tasks))


def document_added(tr: Translator, *, document: str, task: str) -> str:
    """A document named in a report."""
    return tr.gettext("📎 Noted as evidence for {task}: {document}").format(
        task=task, document=document
    )


def of_which(tr: Translator, *, name: str) -> str:
    """A file came without a task; choices follow, and a number can be typed."""
    return tr.gettext(
        "📎 Received “{name}”. Which task does it belong to? Pick one, or write its number."
    ).format(name=name)


def one_more(tr: Translator, *, name: str) -> str:
    """Another file while the question about the first is open."""
    return tr.gettext("📎 Received “{name}” as well.").format(name=name)


def ask_for_file(tr: Translator, *, task: str) -> str:
    """After the button "Attach"."""
    return tr.gettext(
        "Send the photo or file that proves {task}, or write a document's number and date."
    ).format(task=task)


def taken_off(tr: Translator, *, names: Sequence[str], task: str) -> str:
    """Evidence was put to the wrong task."""
    # Translators: {files} is “report.pdf”, or how many files.
    return tr.gettext("{files}: evidence for {task} no more.").format(
        files=_files(tr, names), task=task
    )


def name_task(tr: Translator, *, document: str) -> str:
    """After a document was taken off: how to put it to another task."""
    # Translators: what is to be written is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "If it belongs to another task, write for example “việc 18: {document}”."
    ).format(document=document)


def card_line(tr: Translator, *, names: Sequence[str]) -> str:
    """The evidence on a task's card: how much, and what it is called."""
    shown = "; ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return tr.gettext("📎 Evidence ({count}): {names}").format(count=len(names), names=shown)


def file_of(tr: Translator, *, task: str, who: str, when: str) -> str:
    """Beside a file that is handed on."""
    return tr.gettext("{task}, sent by {who}, {when}").format(task=task, who=who, when=when)


def no_files(tr: Translator, *, task: str) -> str:
    """Files asked for where there are none any more."""
    return tr.gettext("{task} has no files now.").format(task=task)


def seen_elsewhere(tr: Translator, *, names: Sequence[str]) -> str:
    """Files asked for on a channel that shows none."""
    return tr.gettext("Files are shown on Telegram and on the chat page, not here: {names}").format(
        names="; ".join(names)
    )


def button_files(tr: Translator, *, count: int, task_id: int) -> Choice:
    """A card's button: send me the files."""
    return Choice(tr.gettext("Files ({count})").format(count=count), f"files:{task_id}")


def button_attach(tr: Translator, task_id: int) -> Choice:
    """A button: I have something that proves it."""
    return Choice(tr.gettext("Attach"), f"attach:{task_id}")


def button_wrong(tr: Translator, evidence_id: int) -> Choice:
    """A button under a file just put to a task."""
    return Choice(tr.gettext("Wrong task"), f"off:{evidence_id}")
