"""What changed since a button was shown."""

from datetime import date

from bot.i18n import Translator


def dealt_with(tr: Translator) -> str:
    """Over how things stand now, where what changed is not known."""
    return tr.gettext("That question has been dealt with or has changed. As it is now:")


def accepted_since(tr: Translator, *, task: str, who: str, when: str) -> str:
    """An old button: somebody confirmed the completion."""
    return tr.gettext("{task}: {who} has confirmed it, {when}.").format(
        task=task, who=who, when=when
    )


def returned_since(tr: Translator, *, task: str, who: str, when: str, reason: str) -> str:
    """An old button: somebody returned the completion."""
    return tr.gettext("{task}: {who} has returned it, {when}: “{reason}”.").format(
        task=task, who=who, when=when, reason=reason
    )


def taken_back_since(tr: Translator, *, task: str, who: str, when: str) -> str:
    """An old button: who reported the completion took it back."""
    return tr.gettext("{task}: {who} has taken that report back, {when}.").format(
        task=task, who=who, when=when
    )


def reported_over(tr: Translator, *, task: str) -> str:
    """A report cannot be taken back: another was given since."""
    return tr.gettext(
        "{task}: another report was given since; to change it, report how it is now."
    ).format(task=task)


def done_since(tr: Translator, *, task: str, who: str, when: str) -> str:
    """A button of a report from before the task was reported done."""
    return tr.gettext("{task}: {who} has reported it done, {when}.").format(
        task=task, who=who, when=when
    )


def next_period(tr: Translator, *, task: str) -> str:
    """A button from an earlier period of a task that comes again."""
    return tr.gettext("{task}: that message was about an earlier period. As it is now:").format(
        task=task
    )


def extension_decided(
    tr: Translator, *, task: str, who: str, when: str, granted: bool, until: date
) -> str:
    """Somebody was quicker."""
    if granted:
        words = tr.gettext("{task}: {who} has granted the extension to {until}, {when}.")
    else:
        words = tr.gettext("{task}: {who} has refused the extension to {until}, {when}.")
    return words.format(task=task, who=who, when=when, until=tr.day(until))


def extension_withdrawn(tr: Translator, *, task: str, who: str) -> str:
    """Who asked took the report back."""
    return tr.gettext("{task}: {who} has withdrawn the request for more time.").format(
        task=task, who=who
    )


def extension_replaced(tr: Translator, *, task: str, who: str, until: date) -> str:
    """Who asked has asked for another day since."""
    return tr.gettext(
        "{task}: {who} has asked for {until} instead; that request awaits a decision."
    ).format(task=task, who=who, until=tr.day(until))


def handover_decided(tr: Translator, *, who: str, when: str, agency: str | None) -> str:
    """A request to hand a task over; no agency: it stays."""
    if agency is None:
        return tr.gettext("{who} has decided that it stays, {when}.").format(who=who, when=when)
    return tr.gettext("{who} has handed it to {agency}, {when}.").format(
        who=who, agency=agency, when=when
    )


def instruction_answered(tr: Translator, *, who: str, when: str, answer: str) -> str:
    """Somebody of the agency was quicker."""
    return tr.gettext("{who} has answered this instruction, {when}: “{answer}”.").format(
        who=who, when=when, answer=answer
    )


def request_decided(tr: Translator, *, name: str, who: str, when: str, granted: bool) -> str:
    """A request to come in."""
    if granted:
        words = tr.gettext("{who} has let {name} in, {when}.")
    else:
        words = tr.gettext("{who} has declined the request of {name}, {when}.")
    return words.format(who=who, name=name, when=when)


def plan_followed(tr: Translator, *, plan: str, day: date) -> str:
    """A button of a draft that is followed by now; {plan} is its number or its title."""
    return tr.gettext("{plan} is followed since {day}; it is no draft any more.").format(
        plan=plan, day=tr.day(day)
    )


def order_given(tr: Translator, *, task: str) -> str:
    """A button of an order that was given already."""
    return tr.gettext("This has been given already, as {task}.").format(task=task)


def merged_into(tr: Translator, *, name: str, into: str) -> str:
    """A button about an agency that was merged; the other's card stands below."""
    return tr.gettext("{name} has been merged into {into}. As it is now:").format(
        name=name, into=into
    )
