"""Tasks given in chat: what is asked, the card to confirm, what agencies hear, who received."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import end_cut


def direct_plan(tr: Translator) -> str:
    """The title of the plan that tasks given in chat stand in."""
    return tr.gettext("Tasks given directly")


def how_to_assign(tr: Translator) -> str:
    """/giaoviec without words."""
    # Translators: orders are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Write the task in one message: “assign Phòng Kinh tế to review household businesses, "
        "before 20/12”."
    )


def which_lead(tr: Translator, *, words: str | None) -> str:
    """Nobody is named to lead, or words that name no agency, or several."""
    if words:
        return tr.gettext("“{words}” is not clear. Which agency leads?").format(words=words)
    return tr.gettext("Which agency leads this task?")


def which_helper(tr: Translator, *, words: str) -> str:
    """Words for a helping agency that name none, or several."""
    return tr.gettext("“{words}” is not clear. Which agency helps?").format(words=words)


def which_deadline(tr: Translator, *, several: bool) -> str:
    """No deadline was read, or two."""
    if several:
        return tr.gettext("Two deadlines are named. Which one holds?")
    return tr.gettext("By when? Choose, or write it: “before 20/12/2025”, “hằng quý”.")


def deadline_passed(tr: Translator, *, day: date) -> str:
    """The deadline read lies in the past."""
    return tr.gettext("{day} has passed. By when should it be done?").format(day=tr.day(day))


def what_task(tr: Translator) -> str:
    """The words name agencies and a time, and no work."""
    return tr.gettext("What is to be done? Write it in a sentence.")


def what_to_amend(tr: Translator) -> str:
    """After "Sửa"."""
    return tr.gettext(
        "Write what to change: “lead: Công an xã”, “deadline: 31/12/2025”, “product: report”, "
        "“with: Phòng Kinh tế”, “content: …”."
    )


def card_heading(tr: Translator) -> str:
    """Over the task as it would be given."""
    return tr.gettext("Give this task?")


def card_lines(
    tr: Translator,
    *,
    content: str,
    product: str | None,
    leads: Sequence[str],
    coordinating: Sequence[str],
    deadline_line: str,
) -> tuple[str, ...]:
    """A task in full, a line a fact; "not said" where its product is not."""
    lines = [
        content,
        tr.gettext("Lead: {agencies}").format(agencies=", ".join(leads)),
    ]
    if coordinating:
        line = tr.gettext("Coordinating: {agencies}")
        lines.append(line.format(agencies=", ".join(coordinating)))
    if product:
        lines.append(tr.gettext("Product: {product}").format(product=product))
    lines.append(tr.gettext("Deadline: {deadline}").format(deadline=deadline_line))
    return tuple(lines)


def button_assign(tr: Translator) -> str:
    """Under the card: give it."""
    return tr.gettext("Give it")


def button_amend(tr: Translator) -> str:
    """Under the card: change something."""
    return tr.gettext("Change")


def button_drop(tr: Translator) -> str:
    """Under a question or the card: no task after all."""
    return tr.gettext("Never mind")


def button_skip(tr: Translator) -> str:
    """Under a question about a helper: nobody."""
    return tr.gettext("Leave out")


def dropped(tr: Translator) -> str:
    """Nothing was done."""
    return tr.gettext("Dropped; nothing has changed.")


def assigned(tr: Translator, *, task: str, told: Sequence[str], unreached: Sequence[str]) -> str:
    """To the secretary: its number, who was told, and whose agency nobody can be told of."""
    lines = [end_cut(tr.gettext("✅ Given: {task}.").format(task=task))]
    if told:
        line = tr.gettext("Told: {people}. Who has received it stands on its card.")
        lines.append(line.format(people=", ".join(told)))
    if unreached:
        line = tr.gettext("Nobody could be told for: {agencies}. /nhansu invites them.")
        lines.append(line.format(agencies=", ".join(unreached)))
    return "\n".join(lines)


def you_lead(tr: Translator, *, number: int, agency: str) -> str:
    """To the people of a leading agency, over the task's lines."""
    return tr.gettext("New task #{number} for {agency}, which leads it:").format(
        number=number, agency=agency
    )


def you_help(tr: Translator, *, number: int, agency: str) -> str:
    """To the people of a helping agency, over the task's lines."""
    return tr.gettext("New task #{number}; {agency} helps with it:").format(
        number=number, agency=agency
    )


def button_received(tr: Translator) -> str:
    """Under a task given."""
    return tr.gettext("Received")


def received(tr: Translator, *, number: int) -> str:
    """To who pressed it."""
    return tr.gettext(
        "✅ Noted that you have received #{number}. To report later: “{number} at 30%”."
    ).format(number=number)


def received_before(tr: Translator, *, number: int) -> str:
    """Pressed again."""
    return tr.gettext("#{number} was received before.").format(number=number)


def received_line(tr: Translator, *, people: Sequence[str]) -> str:
    """On a card; each with the moment."""
    return tr.gettext("Received: {people}").format(people=", ".join(people))


def not_received_line(tr: Translator, *, people: Sequence[str]) -> str:
    """On a card."""
    return tr.gettext("Not received yet: {people}").format(people=", ".join(people))


def all_received(tr: Translator) -> str:
    """Nothing that was given in chat waits for being received."""
    return tr.gettext("Everything given here has been received.")


def not_received(tr: Translator, *, count: int) -> str:
    """The heading of the secretary's list of tasks that somebody has not received."""
    return tr.ngettext(
        "{count} task given is not received by all",
        "{count} tasks given are not received by all",
        count,
    ).format(count=count)


def not_received_by(tr: Translator, *, line: str, people: Sequence[str]) -> str:
    """One of them: the task, and who has not pressed yet."""
    # Translators: {line} is a task's number and first words.
    return tr.gettext("{line} · not received: {people}").format(line=line, people=", ".join(people))


def expired(tr: Translator) -> str:
    """A half-done task of another day."""
    return tr.gettext("That task was not finished on its day and has been dropped. Give it anew.")
