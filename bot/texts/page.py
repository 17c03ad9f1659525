"""What the chat page says of itself: labels, states and refusals."""

from bot.i18n import Translator


def page_words(tr: Translator) -> dict[str, str]:
    """Every label of the page by the name that its template and script know it by."""
    return {
        "conversation": tr.gettext("Conversation"),
        "connecting": tr.gettext("Connecting…"),
        "reconnecting": tr.gettext("Connection lost, reconnecting…"),
        "empty": tr.gettext("Nothing has been said here yet."),
        "new_below": tr.gettext("New message below"),
        # Translators: read aloud before each message, to tell who wrote it.
        "from_us": tr.gettext("Đôn Đốc"),
        # Translators: read aloud before each message that the reader wrote.
        "from_reader": tr.gettext("You wrote"),
        "message": tr.gettext("Message"),
        "write": tr.gettext("Write a message"),
        "send": tr.gettext("Send"),
        # Translators: the label of the button that chooses a file to send.
        "attach": tr.gettext("Send a file"),
        "drop_here": tr.gettext("Drop the file here to send it"),
        "uploading": tr.gettext("Sending the file…"),
        "sending": tr.gettext("Sending…"),
        "unsent": tr.gettext("Not sent yet"),
        "send_again": tr.gettext("Send again"),
        "reply": tr.gettext("Reply"),
        "replying_to": tr.gettext("Replying to:"),
        "cancel_reply": tr.gettext("Cancel the reply"),
        "picture": tr.gettext("Picture"),
        "enlarge": tr.gettext("Show the picture large"),
        "close": tr.gettext("Close"),
        # Translators: the link to the list of plans, beside the page's name.
        "plans": tr.gettext("Plans"),
        "choices": tr.gettext("Choices"),
        "no_script": tr.gettext("This page needs JavaScript. Turn it on and load the page again."),
    }


def command_words(tr: Translator) -> list[tuple[str, str]]:
    """The commands that the page offers as buttons, and what each button says."""
    return [
        # Translators: a button above the input line; it lists the reader's tasks.
        ("/viec", tr.gettext("Tasks")),
        # Translators: a button above the input line; it gives the roll-up.
        ("/tonghop", tr.gettext("Roll-up")),
        ("/ngonngu", tr.gettext("Language")),
        ("/trogiup", tr.gettext("Help")),
    ]


def invitation_words(tr: Translator) -> dict[str, str]:
    """The box that a visitor sees whom nobody knows yet."""
    return {
        "lead": tr.gettext("To begin, enter the invitation code from the standing office."),
        "code": tr.gettext("Invitation code"),
        "connect": tr.gettext("Connect"),
    }


def demo_words(tr: Translator) -> dict[str, str]:
    """The bar with which a demonstration chooses the person and moves the clock."""
    return {
        "title": tr.gettext("Demonstration"),
        "sample": sample_data(tr),
        "clock": tr.gettext("The program's clock"),
        "hour": tr.gettext("+1 hour"),
        "day": tr.gettext("+1 day"),
        "week": tr.gettext("+1 week"),
        "moving": tr.gettext("Moving the clock…"),
        "moved": tr.gettext("The clock was moved on."),
        "failed": tr.gettext("That did not work. Try again."),
        "person": tr.gettext("Talking as"),
        "unread": tr.gettext("New messages for:"),
    }


def sample_data(tr: Translator) -> str:
    """That nothing shown is real; stands wherever a demonstration shows anything."""
    return tr.gettext("Sample data, not the real situation")


def unread_count(tr: Translator, count: int) -> str:
    """How many messages wait in somebody's chat, beside their name."""
    return tr.ngettext("{count} new", "{count} new", count).format(count=tr.number(count))


def unreadable_post(tr: Translator) -> str:
    """What came is no message that the page sends."""
    return tr.gettext("The message could not be read. Load the page again.")


def empty_post(tr: Translator) -> str:
    """A message without a word."""
    return tr.gettext("The message is empty.")


def post_too_long(tr: Translator, limit: int) -> str:
    """A message with too many characters."""
    line = tr.ngettext(
        "The message is too long: at most {limit} character. Send it in parts.",
        "The message is too long: at most {limit} characters. Send it in parts.",
        limit,
    )
    return line.format(limit=tr.number(limit))


def too_many_posts(tr: Translator, seconds: int) -> str:
    """Too many messages from one chat in too short a time."""
    line = tr.ngettext(
        "Too many messages at once. Send it again in {seconds} second.",
        "Too many messages at once. Send it again in {seconds} seconds.",
        seconds,
    )
    return line.format(seconds=tr.number(seconds))


def no_session(tr: Translator) -> str:
    """The browser sent no cookie of ours."""
    return tr.gettext("The session has ended. Load the page again.")


def choice_gone(tr: Translator) -> str:
    """A button that the message does not have."""
    return tr.gettext("This choice is no longer there.")


def message_gone(tr: Translator) -> str:
    """An answer to a message that the chat does not have."""
    return tr.gettext("The message that you answer is no longer there.")


def connect_first(tr: Translator) -> str:
    """A file from somebody whom nobody knows yet."""
    return tr.gettext("Enter the invitation code first; files are taken after that.")
