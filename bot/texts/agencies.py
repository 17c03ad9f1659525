"""The directory of agencies (/coquan): its list, an agency's card, merges, members."""

from bot.i18n import Translator
from tasks.agencies import Why

SPELLINGS = 4
"""Other spellings named on a line."""


def directory(tr: Translator, count: int) -> str:
    """The heading of the list."""
    line = tr.ngettext(
        "{count} agency in the directory", "{count} agencies in the directory", count
    )
    return line.format(count=count)


def agency_line(tr: Translator, *, name: str, leads: int, helps: int, people: int) -> str:
    """An agency in the list."""
    line = tr.gettext("{agency}: leads {leads}, helps with {helps}, people {people}")
    return line.format(agency=name, leads=leads, helps=helps, people=people)


def alike_line(tr: Translator, count: int) -> str:
    """Under the list, where names look alike."""
    line = tr.ngettext(
        "{count} pair of names may be one agency.",
        "{count} pairs of names may be one agency.",
        count,
    )
    return line.format(count=count)


def how_to_merge(tr: Translator) -> str:
    """The last line of the list."""
    return tr.gettext("Press an agency, or write: “merge Phòng VHXH into Phòng Văn hóa - Xã hội”.")


def button_alike(tr: Translator, count: int) -> str:
    """To the pairs of names that look alike."""
    return tr.gettext("Similar names ({count})").format(count=count)


def card_lines(
    tr: Translator,
    *,
    name: str,
    leads: int,
    helps: int,
    indicators: int,
    people: int,
    spellings: tuple[str, ...],
    merged: tuple[str, ...],
) -> list[str]:
    """An agency's card, a line a fact."""
    line = tr.gettext(
        "Leads {leads} tasks and {indicators} indicators, helps with {helps} tasks; {people} people"
    )
    lines = [
        name,
        line.format(leads=leads, helps=helps, indicators=indicators, people=people),
    ]
    if spellings:
        shown = "; ".join(spellings[:SPELLINGS])
        lines.append(tr.gettext("Also written: {spellings}").format(spellings=shown))
    if merged:
        lines.append(tr.gettext("Merged into it: {agencies}").format(agencies="; ".join(merged)))
    return lines


def not_named(tr: Translator, *, words: str) -> str:
    """Among agencies that a collective name is to mean stands a word that names none."""
    return tr.gettext(
        "Nothing was changed: “{words}” names no agency here. Write the names in full: “Phòng Kinh "
        "tế, Công an xã”; /coquan lists them."
    ).format(words=words)


def members_line(tr: Translator, members: tuple[str, ...]) -> str:
    """On the card of a collective name: whom it means."""
    if not members:
        return tr.gettext("It is not said which agencies these are: nobody is reminded for them.")
    return tr.gettext("These are: {agencies}").format(agencies="; ".join(members))


def no_collective(tr: Translator) -> str:
    """Whom a collective name means was asked, and no plan has one."""
    return tr.gettext("The plans name no agencies together; every agency stands by its own name.")


def choose_members(tr: Translator, name: str) -> str:
    """Over the agencies to tick."""
    return tr.gettext("Which agencies are “{agency}”? Press to add or to take out.").format(
        agency=name
    )


def button_members(tr: Translator) -> str:
    """On the card of a collective name."""
    return tr.gettext("Say which agencies")


def button_merge_with(tr: Translator) -> str:
    """On a card."""
    return tr.gettext("Merge into another")


def button_rename(tr: Translator) -> str:
    """On a card."""
    return tr.gettext("Rename")


def button_merge(tr: Translator) -> str:
    """Yes to a merge."""
    return tr.gettext("Merge")


def button_apart(tr: Translator) -> str:
    """No to a merge that was offered, for good."""
    return tr.gettext("Two agencies")


def button_unmerge(tr: Translator, name: str) -> str:
    """Take a merge back."""
    return tr.gettext("Part again: {agency}").format(agency=name)


def choose_target(tr: Translator, name: str) -> str:
    """Over the agencies that one may be merged into."""
    return tr.gettext("Merge “{agency}” into which agency?").format(agency=name)


def ask_merge(
    tr: Translator, *, one: str, into: str, tasks: int, indicators: int, people: int
) -> str:
    """What a merge would move, before it is done."""
    line = tr.gettext(
        "Merge “{one}” into “{into}”? {tasks} tasks, {indicators} indicators and {people} people "
        "go along. It can be taken back."
    )
    return line.format(one=one, into=into, tasks=tasks, indicators=indicators, people=people)


def alike(tr: Translator, *, one: str, other: str, left: int) -> str:
    """A pair that may be one agency; {left} more wait."""
    line = tr.gettext("“{one}” and “{other}”: one agency or two?")
    said = line.format(one=one, other=other)
    if left:
        more = tr.ngettext("{count} more pair", "{count} more pairs", left)
        said = f"{said} ({more.format(count=left)})"
    return said


def button_keep(tr: Translator, name: str) -> str:
    """Of two names for one agency, the one to keep."""
    return tr.gettext("One: {agency}").format(agency=name)


def merged(tr: Translator, *, one: str, into: str) -> str:
    """A merge, said back."""
    line = tr.gettext("✅ Merged: “{one}” is “{into}” from now on, in plans to come as well.")
    return line.format(one=one, into=into)


def parted(tr: Translator, *, one: str, other: str) -> str:
    """A merge taken back."""
    line = tr.gettext("✅ Parted again: “{one}” and “{other}” are as they were.")
    return line.format(one=one, other=other)


def told_apart(tr: Translator, *, one: str, other: str) -> str:
    """Two agencies of similar names stay two."""
    line = tr.gettext("✅ “{one}” and “{other}” stay two agencies.")
    return line.format(one=one, other=other)


def alias_kept(tr: Translator, *, name: str, agency: str) -> str:
    """Another name of an agency, said back."""
    line = tr.gettext("✅ “{name}” means “{agency}” from now on, in plans to come as well.")
    return line.format(name=name, agency=agency)


def alias_known(tr: Translator, *, name: str, agency: str) -> str:
    """Another name of an agency that it was known by before."""
    return tr.gettext("“{name}” means “{agency}” already.").format(name=name, agency=agency)


def alias_dropped(tr: Translator, *, name: str, agency: str) -> str:
    """Another name of an agency taken away from it."""
    return tr.gettext("✅ “{name}” does not mean “{agency}” any more.").format(
        name=name, agency=agency
    )


def button_drop_alias(tr: Translator, name: str) -> str:
    """Take another name away from its agency."""
    return tr.gettext("Not so: {name}").format(name=name)


def ask_name(tr: Translator, name: str) -> str:
    """What is typed next is the new name."""
    return tr.gettext("What is “{agency}” to be called?").format(agency=name)


def renamed(tr: Translator, *, before: str, name: str) -> str:
    """A new name, said back."""
    line = tr.gettext("✅ “{before}” is called “{name}” from now on.")
    return line.format(before=before, name=name)


def name_taken(tr: Translator, name: str) -> str:
    """Another agency goes by that name."""
    return tr.gettext("“{agency}” is in the directory already. Merge the two instead.").format(
        agency=name
    )


def no_such_agency(tr: Translator, name: str) -> str:
    """A name that no agency of the directory has."""
    return tr.gettext("There is no “{agency}” in the directory. Type /coquan.").format(agency=name)


def cannot_merge(tr: Translator, why: str) -> str:
    """Why two agencies cannot be one."""
    if why == Why.COLLECTIVE:
        return tr.gettext(
            "That name stands for several agencies: say which with /coquan instead of merging."
        )
    if why == Why.PEOPLE:
        return tr.gettext(
            "People report for this agency: it cannot become a name for several agencies."
        )
    return tr.gettext("These are one agency already.")


def later_merge(tr: Translator, name: str) -> str:
    """Another merge has to be taken back first."""
    return tr.gettext("Part “{agency}” again first: it was merged later.").format(agency=name)


def from_plans(tr: Translator) -> str:
    """Under an empty directory."""
    return tr.gettext("Agencies come with the plan: send its file here.")


def added(tr: Translator, name: str) -> str:
    """A new agency, said back."""
    return tr.gettext("✅ “{agency}” is in the directory now.").format(agency=name)


def there_already(tr: Translator, name: str) -> str:
    """Instead of adding an agency a second time; its card follows."""
    return tr.gettext("“{agency}” is in the directory already:").format(agency=name)


def added_next(tr: Translator, name: str) -> str:
    """Under that: what it is there for."""
    return tr.gettext("Invite its people, or give it a task: “giao {agency} …”.").format(
        agency=name
    )


def looks_like(tr: Translator, *, name: str) -> str:
    """Under a new agency: another is called nearly so."""
    return tr.gettext("⚠️ “{agency}” is there already: if they are one, merge them.").format(
        agency=name
    )


def button_people(tr: Translator) -> str:
    """To an agency's people and the invitations to it."""
    return tr.gettext("Invite people")


def button_take_out(tr: Translator) -> str:
    """Take an agency out that was added by mistake."""
    return tr.gettext("Take out again")


def taken_out(tr: Translator, name: str) -> str:
    """An agency that is gone from the directory."""
    return tr.gettext(
        "“{agency}” is out of the directory. To add it: “add agency {agency}”."
    ).format(agency=name)


def in_use(tr: Translator, name: str) -> str:
    """It has tasks or people, and stays."""
    return tr.gettext(
        "“{agency}” has tasks or people, so it is not taken out. It can be merged or renamed:"
    ).format(agency=name)


def button_add_lead(tr: Translator, name: str) -> str:
    """Under an order for an agency that is not in the directory."""
    return tr.gettext("Add “{agency}”").format(agency=name)
