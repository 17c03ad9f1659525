"""What is said in groups, and of them to the standing office."""

from bot.i18n import Translator


def how_to_bind(tr: Translator) -> str:
    """The one line in a group that nobody has bound."""
    return tr.gettext(
        "This group is not connected to a steering committee yet. Somebody of the standing office "
        "asks for a code in the private chat with /nhom and sends it here: /ketnoi CODE."
    )


def whose(tr: Translator, *, committee: str, agency: str | None) -> str:
    """What a group is bound to, within a sentence."""
    if agency is None:
        return committee
    # Translators: an agency and the committee it belongs to.
    return tr.gettext("{agency} ({committee})").format(agency=agency, committee=committee)


def bound(
    tr: Translator, *, committee: str, agency: str | None, bot: str | None
) -> tuple[str, ...]:
    """Said in a group just bound: to what, what will be posted and what never, how to ask."""
    name = _name(tr, bot)
    if agency is None:
        seen = tr.gettext(
            "Everybody here sees what a member of the committee sees. On the first working day of "
            "a week the summary is posted."
        )
    else:
        seen = tr.gettext(
            "Everybody here sees the tasks of {agency} and no others. On the first working day of "
            "a week they are posted in short."
        ).format(agency=agency)
    return (
        tr.gettext("✅ This group is connected to {whose}.").format(
            whose=whose(tr, committee=committee, agency=agency)
        ),
        seen,
        tr.gettext(
            "Never posted: personal reminders, invitation codes, absences. What people say to each "
            "other is not read."
        ),
        # Translators: {name} is the bot's name; reports are read in Vietnamese.
        tr.gettext("To ask: /tonghop, “{name} #12”. To report: “{name} 12 at 60%”.").format(
            name=name
        ),
    )


def _name(tr: Translator, bot: str | None) -> str:
    return f"@{bot}" if bot else tr.gettext("@(the bot's name)")


def unbound(tr: Translator, *, whose: str) -> str:
    """Said in a group that the standing office has let go."""
    return tr.gettext("This group is no longer connected to {whose}.").format(whose=whose)


def wrong_code(tr: Translator) -> str:
    """A code that cannot be used here; which reason it is, is not said."""
    return tr.gettext(
        "The code is wrong, has expired, or was not asked for by this account. The standing "
        "office asks for a new one in the private chat: /nhom."
    )


def too_many_codes(tr: Translator) -> str:
    """Said once, where codes are guessed."""
    return tr.gettext("Too many wrong codes in this group. Try again in an hour.")


def hidden_sender(tr: Translator) -> str:
    """A code from somebody whom Telegram does not name."""
    return tr.gettext(
        "It cannot be seen who sends this. Turn off “Remain anonymous” in your administrator "
        "rights and send the code again."
    )


def bound_elsewhere(tr: Translator) -> str:
    """The group belongs to another committee."""
    return tr.gettext(
        "This group is connected to another committee. Its standing office has to let it go first."
    )


def lost(tr: Translator, *, title: str, whose: str) -> str:
    """To the standing office: a group is lost."""
    return tr.gettext(
        "The bot was removed from the group “{title}” ({whose}) or can no longer write there. "
        "Nothing is posted there any more. To connect a group again: /nhom."
    ).format(title=title, whose=whose)


def due_this_week(tr: Translator, *, count: int) -> str:
    """Over the tasks of a digest that come due by Sunday."""
    # Translators: heading of a list; {count} is its length.
    return tr.gettext("Due this week ({count}):").format(count=count)


def ask_more(tr: Translator, *, bot: str | None) -> str:
    """The last line of a digest."""
    command = f"/tonghop@{bot}" if bot else "/tonghop"
    return tr.gettext("More: {command}; a task: its button.").format(command=command)


def _private(tr: Translator, bot: str | None) -> str:
    return f"https://t.me/{bot}" if bot else tr.gettext("the private chat with the bot")


def in_private(tr: Translator, *, bot: str | None) -> str:
    """What is not done in a group."""
    # Translators: {private} is a link to the private chat, or its name.
    return tr.gettext("This is done in the private chat: {private}").format(
        private=_private(tr, bot)
    )


def task_in_private(tr: Translator, *, number: int, bot: str | None) -> str:
    """What is said of one task and not done in a group, beside reports that were recorded."""
    # Translators: {private} is a link to the private chat, or its name.
    return tr.gettext("#{number}: this is done in the private chat, {private}").format(
        number=number, private=_private(tr, bot)
    )


def indicators_in_private(tr: Translator, *, bot: str | None) -> str:
    """Under the indicators: one of them, and its readings."""
    # Translators: {private} is a link to the private chat, or its name.
    return tr.gettext("Each indicator and its readings: in the private chat, {private}").format(
        private=_private(tr, bot)
    )


def not_understood(tr: Translator, *, bot: str | None) -> str:
    """Something said to us in a group that says nothing we know."""
    return tr.gettext(
        "That was not understood. Here one can ask “{name} #12” or /tonghop; everything else in "
        "the private chat: {private}"
    ).format(name=_name(tr, bot), private=_private(tr, bot))


def which_task(tr: Translator, *, bot: str | None) -> str:
    """A report in a group that names no task."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "It is not clear which task is meant. Write its number: “{name} 12 at 60%”."
    ).format(name=_name(tr, bot))


def not_here(tr: Translator, *, number: int) -> str:
    """A task that the group may not see."""
    return tr.gettext("#{number} is not among the tasks of this group.").format(number=number)


def only_own(tr: Translator, *, agency: str) -> str:
    """A question about another agency, in an agency's group."""
    return tr.gettext("This group sees the tasks of {agency} alone.").format(agency=agency)


def not_a_reporter(tr: Translator, *, number: int, bot: str | None) -> str:
    """A report by somebody who does not report for that task, or whom we do not know."""
    return tr.gettext(
        "Only those who report for #{number} and are connected in the private chat can report it: "
        "{private}"
    ).format(number=number, private=_private(tr, bot))


def only_reporter(tr: Translator, *, who: str) -> str:
    """A button to take a report back, pressed by somebody else."""
    return tr.gettext("{who} reported this; only who reported it can take it back.").format(who=who)


def of_somebody(tr: Translator, *, who: str, said: str) -> str:
    """What was recorded in a group, and of whom it came."""
    # Translators: {said} is one or more sentences.
    return tr.gettext("{who}: {said}").format(who=who, said=said)


def awaits(tr: Translator) -> str:
    """After "done" in a group, where a completion waits to be accepted."""
    return tr.gettext("It awaits the standing office's confirmation; proof: in the private chat.")


def files_in_private(tr: Translator, *, bot: str | None) -> str:
    """A photo or a document sent in a group."""
    return tr.gettext(
        "Files sent here are not kept; send them in the private chat: {private}"
    ).format(private=_private(tr, bot))


def help_lines(tr: Translator, *, agency: str | None, bot: str | None) -> tuple[str, ...]:
    """What one can do in a bound group; a line each."""
    name = _name(tr, bot)
    first = tr.gettext("This group sees what a member of the committee sees. Here one can:")
    if agency is not None:
        first = tr.gettext("This group sees the tasks of {agency}. Here one can:").format(
            agency=agency
        )
    return (
        first,
        tr.gettext("/tonghop: the figures as of today; /viec: the open tasks"),
        # Translators: questions are read in Vietnamese, whatever language is chosen.
        tr.gettext("“{name} what is due this week?”, “{name} #12”").format(name=name),
        # Translators: reports are read in Vietnamese, whatever language is chosen.
        tr.gettext("“{name} 12 at 60%”, or the same in answer to a message about one task").format(
            name=name
        ),
        tr.gettext("Everything else in the private chat: {private}").format(
            private=_private(tr, bot)
        ),
    )


def no_groups(tr: Translator) -> str:
    """/nhom before any group is bound."""
    return tr.gettext("No Telegram group is connected yet.")


def heading(tr: Translator, *, count: int) -> str:
    """Over the list of bound groups."""
    return tr.ngettext("{count} connected group", "{count} connected groups", count).format(
        count=count
    )


def line(tr: Translator, *, title: str, whose: str, who: str, when: str) -> str:
    """One bound group."""
    return tr.gettext("“{title}”: {whose}; connected by {who} ({when})").format(
        title=title, whose=whose, who=who, when=when
    )


def how_to_go_on(tr: Translator) -> str:
    """Under the list: what a new group would see."""
    return tr.gettext("Which tasks should a new group see?")


def button_committee(tr: Translator) -> str:
    """A code for a group of the whole committee."""
    return tr.gettext("The whole committee's")


def button_agency(tr: Translator) -> str:
    """A code for a group of one agency, chosen next."""
    return tr.gettext("One agency's")


def button_unbind(tr: Translator, *, title: str) -> str:
    """Lets a group go."""
    return tr.gettext("Disconnect “{title}”").format(title=title)


def choose_agency(tr: Translator) -> str:
    """Before the agencies."""
    return tr.gettext("A group of which agency?")


def code(tr: Translator, *, whose: str, code: str, until: str, bot: str | None) -> tuple[str, ...]:
    """The code, with the two ways to use it."""
    command = f"/ketnoi@{bot} {code}" if bot else f"/ketnoi {code}"
    lines = [
        tr.gettext(
            "Everybody in the group will see the tasks of {whose}. The code is good once, until "
            "{until}, and only for you."
        ).format(whose=whose, until=until),
        tr.gettext("Add the bot to the group, then send there yourself: {command}").format(
            command=command
        ),
    ]
    if bot:
        link = f"https://t.me/{bot}?startgroup={code}"
        lines.append(tr.gettext("Or open this link and choose the group: {link}").format(link=link))
    return tuple(lines)


def ask_in_chat(tr: Translator, *, bot: str | None) -> str:
    """A code asked for on the page, where there are no groups."""
    return tr.gettext(
        "The code is good only for the Telegram account that asks for it. Ask for it there: "
        "{private}, /nhom."
    ).format(private=_private(tr, bot))


def let_go(tr: Translator, *, title: str) -> str:
    """To the secretary who disconnected a group."""
    return tr.gettext("The group “{title}” is disconnected; nothing more is posted there.").format(
        title=title
    )
