"""What is said in groups, and of them to the standing office."""

from bot.i18n import Translator


def how_to_bind(tr: Translator) -> str:
    """The one line in a group that nobody has bound."""
    return tr.gettext(
        "This group is not connected to a steering committee yet. A secretary of the standing "
        "office asks for a code in the private chat with /nhom and sends it here: /ketnoi CODE."
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
    name = f"@{bot}" if bot else tr.gettext("@(the bot's name)")
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
        tr.gettext("To ask: /tonghop, “{name} #12”. To report: “{name} 12 được 60%”.").format(
            name=name
        ),
    )


def unbound(tr: Translator, *, whose: str) -> str:
    """Said in a group that the standing office has let go."""
    return tr.gettext("This group is no longer connected to {whose}.").format(whose=whose)


def wrong_code(tr: Translator) -> str:
    """A code that cannot be used here; which reason it is, is not said."""
    return tr.gettext(
        "The code is wrong, has expired, or was not asked for by this account. A secretary asks "
        "for a new one in the private chat: /nhom."
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


def let_go(tr: Translator, *, title: str) -> str:
    """To the secretary who disconnected a group."""
    return tr.gettext("The group “{title}” is disconnected; nothing more is posted there.").format(
        title=title
    )
