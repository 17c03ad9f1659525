"""Being away, hours, and the ladder: when and whom we tell."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from tasks.absences import WhyNot
from tasks.calendar import Ladder


def how_to_be_away(tr: Translator) -> str:
    """/vangmat alone."""
    return tr.gettext(
        "Away on leave or business? Write from when to when, and who stands in: “/vangmat from "
        "20/12 to 27/12, Lan stands in”."
    )


def how_to_say_away(tr: Translator, *, who: str) -> str:
    """To the standing office, which says that somebody is away without a day."""
    return tr.gettext(
        "From when to when is {who} away? Write it in one message, and who stands in: “{who} is "
        "away from 20/12 to 27/12, Lan stands in”."
    ).format(who=who)


def noted(tr: Translator, *, line: str) -> str:
    """To the standing office, which noted somebody's leave; {line} says whose and which days."""
    return tr.gettext("✅ Noted: {line}").format(line=line)


def noted_by(tr: Translator, *, who: str) -> str:
    """To somebody whose leave, or whose return, was noted for them."""
    return tr.gettext("Noted by the standing office ({who}).").format(who=who)


def is_back(tr: Translator, *, who: str) -> str:
    """To the standing office, which noted that somebody is back."""
    return tr.gettext("✅ Noted: {who} is back; reminders go to them again.").format(who=who)


def days(tr: Translator, starts_on: date, ends_on: date) -> str:
    """From the first day to the last, or the one day, as the sentences below take them up."""
    if starts_on == ends_on:
        # Translators: {day} is a date; stands within "you are away {days}".
        return tr.gettext("on {day}").format(day=tr.day(starts_on))
    # Translators: two dates; stands within "you are away {days}".
    return tr.gettext("from {first} to {last}").format(
        first=tr.day(starts_on), last=tr.day(ends_on)
    )


def choose_stand_in(tr: Translator, *, starts_on: date, ends_on: date) -> str:
    """The days are known; who stands in is asked."""
    return tr.gettext("Away {days}. Who stands in for you?").format(
        days=days(tr, starts_on, ends_on)
    )


def button_stand_in(tr: Translator, *, who: str, agency: str | None) -> str:
    """A colleague who may stand in, with the agency where it is another one."""
    if agency is None:
        return who
    return tr.gettext("{who} · {agency}").format(who=who, agency=agency)


def button_nobody(tr: Translator) -> str:
    """No stand-in: the next in line hears."""
    return tr.gettext("Nobody")


def away(tr: Translator, *, starts_on: date, ends_on: date, stand_in: str | None) -> str:
    """To who is away."""
    if stand_in is None:
        return tr.gettext(
            "✅ Noted: you are away {days}, with nobody standing in. Your "
            "reminders go to your colleagues or your head until then."
        ).format(days=days(tr, starts_on, ends_on))
    return tr.gettext(
        "✅ Noted: you are away {days}; {stand_in} stands in. Reminders go to them until then."
    ).format(days=days(tr, starts_on, ends_on), stand_in=stand_in)


def away_line(
    tr: Translator, *, who: str, starts_on: date, ends_on: date, stand_in: str | None
) -> str:
    """An absence, to the secretary and in lists."""
    if stand_in is None:
        return tr.gettext("{who} is away {days}; nobody stands in.").format(
            who=who, days=days(tr, starts_on, ends_on)
        )
    return tr.gettext("{who} is away {days}; {stand_in} stands in.").format(
        who=who, days=days(tr, starts_on, ends_on), stand_in=stand_in
    )


def stand_in_unknown(tr: Translator, *, who: str) -> str:
    """Under somebody's leave: who was to stand in is nobody of the committee."""
    return tr.gettext(
        "“{who}” is nobody here who could stand in. Invite them with /nhansu, then say it again."
    ).format(who=who)


def nobody_away(tr: Translator, *, first: date, last: date | None) -> str:
    """Who is away was asked: no absence is kept for these days, or from the first on."""
    if last is None:
        return tr.gettext("No absence is kept from {day} on.").format(day=tr.day(first))
    return tr.gettext("No absence is kept {days}.").format(days=days(tr, first, last))


def said_no_absence(tr: Translator, *, who: str) -> str:
    """Whether somebody is away was asked, who did not say so."""
    return tr.gettext("{who}: no absence is kept. Reminders go to them as always.").format(who=who)


def away_until(tr: Translator, *, who: str, until: date, stand_in: str | None) -> str:
    """Why somebody is not told now."""
    if stand_in is None:
        return tr.gettext("{who} is away until {until}; nobody stands in").format(
            who=who, until=tr.day(until)
        )
    return tr.gettext("{who} is away until {until}; {stand_in} hears instead").format(
        who=who, until=tr.day(until), stand_in=stand_in
    )


def holidays_known(tr: Translator) -> str:
    """Public holidays were announced as if they were an absence."""
    # Translators: reports are read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "Nobody is reminded on public holidays, by the State's calendar; nothing has to be noted. "
        "For leave of your own write for example “tôi nghỉ từ 20/12 đến 27/12”."
    )


def you_stand_in(tr: Translator, *, who: str, starts_on: date, ends_on: date) -> str:
    """To the stand-in."""
    return tr.gettext(
        "You stand in for {who} {days}: their reminders come to you, and "
        "you can report their tasks. Type /viec to see them."
    ).format(who=who, days=days(tr, starts_on, ends_on))


def button_back(tr: Translator) -> str:
    """Takes an absence back."""
    return tr.gettext("I am back")


def other_days(tr: Translator, *, who: str, starts_on: date, ends_on: date) -> str:
    """To a stand-in: the absence was put to other days, or to somebody else."""
    return tr.gettext("{who} has changed the absence {days}; you do not stand in then.").format(
        who=who, days=days(tr, starts_on, ends_on)
    )


def not_away(tr: Translator) -> str:
    """Somebody says that they are back, of whom no absence is kept."""
    return tr.gettext("No absence of yours is kept for today.")


def stands_in_then(tr: Translator, *, who: str, starts_on: date, ends_on: date) -> str:
    """Under an absence: its days are days on which one stands in for somebody."""
    return tr.gettext(
        "During these days you stand in for {who}, {days}. {who} has been told to choose somebody "
        "else."
    ).format(who=who, days=days(tr, starts_on, ends_on))


def stand_in_away(tr: Translator, *, who: str, starts_on: date, ends_on: date) -> str:
    """To who is away: the stand-in will be away too."""
    # Translators: the command is read in Vietnamese, whatever language is chosen.
    return tr.gettext(
        "{who}, who stands in for you, is away {days}. To choose somebody else: “/vangmat from … "
        "to …, Lan stands in”."
    ).format(who=who, days=days(tr, starts_on, ends_on))


def meanwhile(tr: Translator) -> str:
    """Under that, to an agency's people: who hears instead."""
    return tr.gettext(
        "Until then your reminders go to your agency's other people; where there are none, the "
        "standing office is told."
    )


def back(tr: Translator, *, who: str | None = None) -> str:
    """An absence is over or taken back; `who` where somebody else is told of it."""
    if who is None:
        return tr.gettext("✅ Noted: you are back; your reminders come to you again.")
    return tr.gettext("{who} is back; you do not stand in for them any more.").format(who=who)


def bad_absence(tr: Translator, *, why: WhyNot) -> str:
    """What is wrong with an absence."""
    return {
        WhyNot.DAYS: tr.gettext(
            "Those days are over, or end before they begin. Write them again: “/vangmat from "
            "20/12 to 27/12”."
        ),
        WhyNot.STRANGER: tr.gettext("The stand-in has to be somebody of this committee."),
        WhyNot.SILENT: tr.gettext(
            "The stand-in is not connected to this chat yet. Name somebody else, or nobody."
        ),
        WhyNot.AWAY: tr.gettext(
            "The stand-in is away on one of those days. Name somebody else, or nobody."
        ),
    }[why]


def choose_hour(tr: Translator, *, morning: int, evening: int) -> str:
    """/gio alone."""
    return tr.gettext(
        "Your reminders come from {morning} on, and not after {evening}. Choose an hour, or write "
        "“/gio 9” or “/gio 9 to 17”."
    ).format(morning=hour(morning), evening=hour(evening))


def hour(value: int) -> str:
    """08:00."""
    return f"{value:02}:00"


def button_committees_hour(tr: Translator) -> str:
    """Back to the committee's hours."""
    return tr.gettext("As the committee")


def hour_chosen(tr: Translator, *, morning: int, evening: int) -> str:
    """To who chose an hour."""
    return tr.gettext(
        "✅ Noted: your reminders come from {morning} on, and not after {evening}."
    ).format(morning=hour(morning), evening=hour(evening))


def bad_hour(tr: Translator) -> str:
    """An hour that cannot be chosen."""
    return tr.gettext("Choose a full hour from 06:00 to 20:00, before the quiet time begins.")


def ladder_lines(tr: Translator, ladder: Ladder, *, morning: int, evening: int) -> tuple[str, ...]:
    """How a committee's people are told; a line each."""
    lines = [
        tr.gettext("Reminders go out from {morning} to {evening} on working days.").format(
            morning=hour(morning), evening=hour(evening)
        ),
        tr.gettext("Before the due day: {days} days.").format(days=_days(tr, ladder.before)),
        tr.gettext("After it: {days} days.").format(days=_days(tr, ladder.after)),
    ]
    if ladder.mondays:
        lines.append(tr.gettext("Then every Monday until it is done."))
    lines.append(
        tr.gettext("Helping agencies, before the due day: {days} days.").format(
            days=_days(tr, ladder.coordinating)
        )
    )
    if ladder.head is not None:
        lines.append(
            tr.gettext("The agency's head hears after {days} working days overdue.").format(
                days=ladder.head
            )
        )
    if ladder.leaders is not None:
        lines.append(
            tr.gettext(
                "The standing office and the members hear after {days} working days overdue."
            ).format(days=ladder.leaders)
        )
    return tuple(lines)


def _days(tr: Translator, days: Sequence[int]) -> str:
    return ", ".join(str(day) for day in days) or tr.gettext("none")


def how_to_change_ladder(tr: Translator) -> str:
    """The last line of the secretary's view of the ladder."""
    return tr.gettext(
        "Change it by a press, or write, for example: “/nhacviec before 20 10 5 1 0”, "
        "“/nhacviec after 1 3”, “/nhacviec helpers 7 0”, “/nhacviec head 2”, “/nhacviec hours 8 "
        "to 17”."
    )


def ladder_changed(tr: Translator) -> str:
    """Said before the ladder as it is now."""
    return tr.gettext("✅ Noted. From the next morning on:")


def bad_ladder(tr: Translator) -> str:
    """Days that cannot be."""
    return tr.gettext(
        "Not understood: name days from 0 to 90 before the due day, or from 1 to 28 after it."
    )


def button_usual(tr: Translator) -> str:
    """The default ladder."""
    return tr.gettext("Usual (30, 14, 7, 3, 1, 0)")


def button_fewer(tr: Translator) -> str:
    """A ladder of fewer rungs."""
    return tr.gettext("Fewer (14, 3, 0)")


def button_more(tr: Translator) -> str:
    """A ladder of more rungs."""
    return tr.gettext("More (30, 14, 7, 5, 3, 2, 1, 0)")
